//! `stripe-identity-fake`: the stand-in as a program.

fn main() {}
