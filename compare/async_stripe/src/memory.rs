//! Measures what async-stripe allocates.

use std::process::ExitCode;

use compare_measure::Allocated;

fn main() -> ExitCode {
    compare_measure::memory::<compare_async_stripe::AsyncStripe>(|work| {
        let counted = allocation_counter::measure(work);
        Allocated {
            times: counted.count_total,
            bytes: counted.bytes_total,
            peak: counted.bytes_max,
        }
    })
}
