//! The golden clients of the generator, compiled: what it emits is Rust without a warning.
#![allow(
    rustdoc::broken_intra_doc_links,
    reason = "a client is the root of a crate, where its links begin, and here it is a module"
)]

#[rustfmt::skip]
#[path = "../../codegen/tests/golden/bank.snap.rs"]
pub mod bank;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/ledger.snap.rs"]
pub mod ledger;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/library.snap.rs"]
pub mod library;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/lints.snap.rs"]
pub mod lints;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/meters.snap.rs"]
pub mod meters;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/museum.snap.rs"]
pub mod museum;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/orders.snap.rs"]
pub mod orders;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/shop.snap.rs"]
pub mod shop;
