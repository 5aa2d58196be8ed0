//! A stand-in for Stripe Identity, for tests and first steps.
