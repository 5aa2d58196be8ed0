//! The client and the TLS of nginx and haproxy: certificates, versions, HTTP/2.

mod tls {
    pub(crate) mod case;
    // A case a line.
    #[rustfmt::skip]
    pub(crate) mod cases;
    pub(crate) mod certificates;
    pub(crate) mod setup;
    pub(crate) mod streams;
}

use stripe_identity_conformance::clients::Kind;
use stripe_identity_conformance::{Table, Tally};
use tls::cases::cases;
use tls::setup::Setup;
use tls::streams;

const COLUMNS: [&str; 7] = [
    "case",
    "by",
    "client",
    "result",
    "attempts",
    "seen",
    "connection",
];

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn certificates_versions_and_faults() {
    let cases = cases();
    let setup = Setup::start(&cases);
    let mut table = Table::new(&COLUMNS);
    let mut tally = Tally::new("tls: both clients, by whose TLS it is");
    for (number, case) in cases.iter().enumerate() {
        for kind in [Kind::Async, Kind::Blocking] {
            if !case.is_for(kind) {
                continue;
            }
            let run = setup.run(number, case, kind);
            table.row([
                case.name.to_owned(),
                case.by.name().to_owned(),
                kind.to_string(),
                run.call.told.clone(),
                run.call.attempts.to_string(),
                run.seen.len().to_string(),
                run.call.connection.clone().unwrap_or_default(),
            ]);
            let name = format!("{}, {kind}", case.name);
            tally.case(case.by.name(), name, run.check(case, kind));
        }
    }
    table.print();
    tally.finish();
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn many_calls_share_few_streams_and_connections_that_end() {
    streams::every_case();
}
