//! Measures stripe-identity.

use std::process::ExitCode;

fn main() -> ExitCode {
    compare_measure::main::<compare_ours::StripeIdentity>()
}
