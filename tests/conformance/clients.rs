//! Stripe's own clients against the stand-in as a program: stripe-node and stripe-python, in the
//! versions of `clients/package-lock.json` and `clients/requirements.txt`.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;
use stripe_identity_conformance::{Process, Tally, built};

const KEYS: [(&str, &str, &str); 3] = [
    ("--secret-key", "SECRET_KEY", "sk_test_clients"),
    ("--restricted-key", "RESTRICTED_KEY", "rk_test_clients"),
    ("--webhook-secret", "WEBHOOK_SECRET", "whsec_clients"),
];

/// The stand-in, which prints what it is asked to nobody.
struct StandIn {
    url: String,
    _process: Process,
}

impl StandIn {
    /// On any port for 0.
    fn start(program: &str, port: u16) -> Self {
        let mut command = Command::new(program);
        command.args(["--port", &port.to_string()]);
        for (flag, _, key) in KEYS {
            command.args([flag, key]);
        }
        let mut process = Process::start(&mut command);
        let url = loop {
            if let Some((_, url)) = process.line().split_once("listens at ") {
                break url.to_owned();
            }
        };
        process.discard();
        Self {
            url,
            _process: process,
        }
    }
}

/// One of Stripe's clients: its name, the program that runs it, and the script.
#[derive(Clone, Copy)]
struct Client {
    name: &'static str,
    program: &'static str,
    script: &'static str,
}

const CLIENTS: [Client; 2] = [
    Client {
        name: "stripe-node",
        program: "node",
        script: "client.mjs",
    },
    Client {
        name: "stripe-python",
        program: ".venv/bin/python",
        script: "client.py",
    },
];

impl Client {
    fn start(self, url: &str, what: &[&str]) -> Process {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("clients");
        let program = match self.program {
            "node" => PathBuf::from("node"),
            inside => directory.join(inside),
        };
        let mut command = Command::new(program);
        command.arg(directory.join(self.script)).args(what);
        command.env("STRIPE_BASE_URL", url);
        for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
            command.env_remove(name);
        }
        for (_, variable, key) in KEYS {
            command.env(variable, key);
        }
        Process::start(&mut command)
    }

    /// Counts the cases of its output, until it ends.
    fn count(self, mut process: Process, tally: &mut Tally) {
        while let Some(line) = process.next_line() {
            let line: Value = serde_json::from_str(&line).expect("it prints JSON");
            let Some(case) = line["case"].as_str() else {
                continue;
            };
            let group = line["group"].as_str().unwrap_or_default();
            let result = line["error"].as_str().map_or(Ok(()), Err);
            tally.case(&format!("{}: {group}", self.name), case, result);
        }
    }
}

#[test]
#[ignore = "needs node, python3 and packages; `cargo xtask conformance clients` runs it"]
fn every_operation_list_error_webhook_and_the_control_interface_work() {
    let program = built("--bin", "stripe-identity-fake");
    let mut tally = Tally::new("clients: what Stripe's own clients do with the stand-in");
    for client in CLIENTS {
        let fake = StandIn::start(&program, 0);
        client.count(client.start(&fake.url, &["all"]), &mut tally);
    }
    tally.finish();
}

#[test]
#[ignore = "needs node, python3 and packages; `cargo xtask conformance clients` runs it"]
fn a_thousand_sessions_of_each_at_once() {
    let program = built("--bin", "stripe-identity-fake");
    let mut tally = Tally::new("clients: in parallel");
    let fake = StandIn::start(&program, 0);
    let running = CLIENTS.map(|client| (client, client.start(&fake.url, &["parallel", "1000"])));
    for (client, process) in running {
        client.count(process, &mut tally);
    }
    tally.finish();
}

/// Killed in the middle and started again, a stand-in knows nothing of before; the requests that
/// fail meanwhile are retried by the clients.
#[test]
#[ignore = "needs node, python3 and packages; `cargo xtask conformance clients` runs it"]
fn clients_survive_a_kill_and_a_restart() {
    const ALL: usize = 40;
    const KILL_AFTER: usize = 15;
    let program = built("--bin", "stripe-identity-fake");
    let mut tally = Tally::new("clients: killed and started again");
    let running = [(CLIENTS[0], 12_000), (CLIENTS[1], 16_000)].map(|(client, ports)| {
        let program = program.clone();
        thread::spawn(move || {
            let port = free_port(ports);
            let fake = StandIn::start(&program, port);
            let mut process = client.start(&fake.url, &["restart", &ALL.to_string()]);
            for _ in 0..=KILL_AFTER {
                process.line();
            }
            // Dropped, it is killed as with `kill -9`.
            drop(fake);
            let again = StandIn::start(&program, port);
            (client, process, again)
        })
    });
    for thread in running {
        let (client, process, _again) = thread.join().expect("it starts again");
        client.count(process, &mut tally);
    }
    tally.finish();
}

/// A port below those that systems choose from, so that nothing takes it meanwhile.
fn free_port(from: u16) -> u16 {
    let start = from + u16::try_from(std::process::id() % 3_000).unwrap_or(0);
    let mut ports = start..start + 1_000;
    let free = ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    free.expect("there is a free port")
}
