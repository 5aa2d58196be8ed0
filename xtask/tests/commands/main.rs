//! The commands, each on a workspace of its own in a temporary directory.

mod change;
mod changelog;
mod ci;
mod command_line;
mod conformance;
mod diff;
mod elsewhere;
mod fake_generator;
mod generate;
mod http_server;
mod init;
mod links;
mod real_generator;
mod rehearse;
mod release;
mod temporary_workspace;
mod update;
mod version;
mod workflows;
