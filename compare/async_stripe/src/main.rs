//! Measures async-stripe.

use std::process::ExitCode;

fn main() -> ExitCode {
    compare_measure::main::<compare_async_stripe::AsyncStripe>()
}
