//! `cargo xtask`: the commands of this workspace.

use std::process::ExitCode;

/// A quarter of the time that the generator takes is spent on allocations.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    xtask::run(std::env::args_os())
}
