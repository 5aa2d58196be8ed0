//! The validator as a program under way, and a client of it.

use std::fmt::Debug;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use stripe_identity::{Client, Operation};
use stripe_identity_conformance::Process;
use stripe_identity_tests::requests::Sender;
use tokio::runtime::Runtime;

use crate::echo::{Answer, Echoed, Refusal};

/// `server.mjs` under way, on a port of its own; stopped when dropped.
#[derive(Debug)]
pub(crate) struct Validator {
    pub(crate) address: SocketAddr,
    client: Client,
    runtime: Runtime,
    _process: Process,
}

impl Validator {
    pub(crate) fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        Self::over(&root.join("spec/openapi.json"))
    }

    /// Over another document than the committed one.
    pub(crate) fn over(document: &Path) -> Self {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("validator");
        let mut command = Command::new("node");
        // For long queries.
        command.arg("--max-http-header-size=1048576");
        command.arg(directory.join("server.mjs")).arg(document);
        let mut process = Process::start(&mut command);
        let port = process.line().parse().expect("it prints its port");
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let client = Client::builder("sk_test_conformance")
            .base_url(format!("http://{address}"))
            .max_retries(0)
            .build();
        Self {
            address,
            client: client.expect("the settings are possible"),
            runtime: Runtime::new().expect("tokio starts"),
            _process: process,
        }
    }

    /// Sends a request as a user of the client would, but for what comes back.
    pub(crate) fn ask(&self, request: &impl Operation) -> Answer {
        let request = Echoed(request);
        let answer = self.runtime.block_on(self.client.send(&request));
        answer.map_err(Refusal::from)
    }
}

impl Sender for &Validator {
    type Answer = Answer;

    fn send(&mut self, request: &(impl Operation + Debug)) -> Answer {
        self.ask(request)
    }
}
