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

use stripe_identity_conformance::Tally;
use stripe_identity_conformance::clients::Kind;
use tls::cases::cases;
use tls::setup::Setup;
use tls::streams;

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn certificates_versions_and_faults() {
    let cases = cases();
    let setup = Setup::start(&cases);
    let mut tally = Tally::new("tls: both clients, by whose TLS it is");
    for (number, case) in cases.iter().enumerate() {
        for kind in Kind::ALL {
            let found = setup.run(number, case, kind);
            tally.faults(case.by.name(), format!("{}, {kind}", case.name), &found);
        }
    }
    tally.finish();
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn many_calls_share_few_streams_and_connections_that_end() {
    streams::every_case();
}
