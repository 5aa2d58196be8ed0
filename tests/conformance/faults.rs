//! The client behind nginx and haproxy that are set to fail in every way they can, and on
//! networks that go silent.

mod faults {
    pub(crate) mod burst;
    pub(crate) mod case;
    // A case a line.
    #[rustfmt::skip]
    pub(crate) mod cases;
    pub(crate) mod idle;
    pub(crate) mod plan;
    pub(crate) mod setup;
    pub(crate) mod storm;
}

use faults::cases::cases;
use faults::setup::Setup;
use faults::storm::storm;
use faults::{burst, idle};
use stripe_identity_conformance::Tally;
use stripe_identity_conformance::clients::Kind;

fn every_case(kind: Kind) {
    let cases = cases();
    let setup = Setup::start(&cases);
    let mut tally = Tally::new(format!("faults: the {kind} client, by what makes them"));
    for (number, case) in cases.iter().enumerate() {
        let found = setup.run(number, case, kind);
        tally.faults(case.through.name(), case.name, &found);
    }
    tally.finish();
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn the_client_meets_every_fault() {
    every_case(Kind::Async);
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn the_blocking_client_meets_every_fault() {
    every_case(Kind::Blocking);
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn connections_that_close_while_idle_cost_no_call() {
    idle::every_case();
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn a_burst_is_refused_as_far_as_it_is_too_much() {
    burst::every_case();
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn ten_thousand_creates_lose_none_and_make_none_twice() {
    storm(Kind::Async, 5_000, 64);
}

#[test]
#[ignore = "needs nginx and haproxy; cargo xtask conformance runs it"]
fn so_do_those_of_the_blocking_client() {
    storm(Kind::Blocking, 1_000, 16);
}
