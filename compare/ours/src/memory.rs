//! Measures what stripe-identity allocates.

use std::process::ExitCode;

use compare_measure::Allocated;

fn main() -> ExitCode {
    compare_measure::memory::<compare_ours::StripeIdentity>(|work| {
        let counted = allocation_counter::measure(work);
        Allocated {
            times: counted.count_total,
            bytes: counted.bytes_total,
            peak: counted.bytes_max,
        }
    })
}
