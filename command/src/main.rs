//! `stripe-codegen`: generates typed Rust clients for parts of Stripe's API.

use std::process::ExitCode;

/// A quarter of the time that the generator takes is spent on allocations.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    stripe_codegen::run(std::env::args_os())
}
