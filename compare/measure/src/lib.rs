//! What both measuring programs share: the data that they read and write, the work that is measured, and the
//! form in which they print what they find.

mod behaviour;
mod data;
mod row;
mod server;
mod speed;
mod subject;

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

use row::Row;

pub use data::{ID, parameter};
pub use subject::Subject;

/// Measures the part that the first argument names, and prints a row for each result.
#[must_use]
pub fn main<S: Subject>() -> ExitCode {
    match measure::<S>(&env::args().nth(1).unwrap_or_default()) {
        Ok(rows) => {
            for row in rows {
                let _ = writeln!(io::stdout(), "{row}");
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(io::stderr(), "error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn measure<S: Subject>(part: &str) -> Result<Vec<Row>, String> {
    match part {
        "decode" => speed::decode::<S>(),
        "repeat" => {
            let argument = |number| env::args().nth(number).unwrap_or_default();
            speed::repeat::<S>(&argument(2), &argument(3))
        }
        "encode" => speed::encode::<S>(),
        "calls" => speed::calls::<S>(),
        #[cfg(feature = "memory")]
        "memory" => speed::memory::<S>(),
        "debug" => behaviour::debug::<S>(),
        "ids" => Ok(behaviour::ids::<S>()),
        "values" => Ok(behaviour::values::<S>()),
        "errors" => behaviour::errors::<S>(),
        _ => Err(format!("there is no part `{part}`")),
    }
}
