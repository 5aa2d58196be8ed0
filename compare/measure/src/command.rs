//! The command line of a measuring program.

use std::env;
use std::hint::black_box;
use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::time::nanoseconds;
use crate::{Subject, calls, data, facts};

const USAGE: &str = "decode | encode | debug | values \
    | calls URL IN_FLIGHT CALLS | connections URL CALLS | error URL | cancel URL ID";

/// What a piece of work allocates.
#[derive(Clone, Copy, Debug)]
pub struct Allocated {
    /// How often it asks for memory.
    pub times: u64,
    /// Bytes that it asks for, all in all.
    pub bytes: u64,
    /// Most bytes that it has at a time.
    pub peak: u64,
}

/// Does what the arguments say, and prints what it finds as JSON.
#[must_use]
pub fn main<S: Subject + 'static>() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    finish(run::<S>(&arguments))
}

/// Prints what it takes to decode a page; `measure` counts.
#[must_use]
pub fn memory<S: Subject>(measure: impl Fn(&mut dyn FnMut()) -> Allocated) -> ExitCode {
    let body = S::body(data::list());
    // Once before, for what is made on first use and kept.
    let _ = S::list(&body);
    let mut kept = None;
    let allocated = measure(&mut || kept = S::list(&body).ok());
    finish(match kept {
        None => Err("the list could not be read".to_owned()),
        Some(_) => Ok(json!({
            "times": allocated.times,
            "bytes": allocated.bytes,
            "peak": allocated.peak,
        })),
    })
}

fn run<S: Subject + 'static>(arguments: &[&str]) -> Result<Value, String> {
    match *arguments {
        ["decode"] => decode::<S>(),
        ["encode"] => encode::<S>(),
        ["debug"] => facts::debug::<S>(),
        ["values"] => Ok(facts::unknown_values::<S>()),
        ["calls", url, in_flight, calls] => {
            calls::calls::<S>(url, number(in_flight)?, number(calls)?, true)
        }
        ["connections", url, calls] => calls::calls::<S>(url, 1, number(calls)?, false),
        ["error", url] => Ok(facts::error::<S>(url)),
        ["cancel", url, id] => Ok(facts::cancel::<S>(url, id)),
        _ => Err(format!("usage: {USAGE}")),
    }
}

fn number(text: &str) -> Result<u32, String> {
    text.parse()
        .map_err(|error| format!("`{text}` is no number: {error}"))
}

fn decode<S: Subject>() -> Result<Value, String> {
    let (session, list) = (S::body(data::session()), S::body(data::list()));
    S::session(&session)?;
    S::list(&list)?;
    Ok(json!({
        "session_nanoseconds": nanoseconds(|| _ = black_box(S::session(black_box(&session)))),
        "session_bytes": data::session().len(),
        "list_nanoseconds": nanoseconds(|| _ = black_box(S::list(black_box(&list)))),
        "list_bytes": data::list().len(),
    }))
}

fn encode<S: Subject>() -> Result<Value, String> {
    let create = S::create();
    let form = S::form(&create);
    let mut pairs: Vec<_> = form_urlencoded::parse(form.as_bytes()).collect();
    pairs.sort();
    if !pairs
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .eq(data::CREATE)
    {
        return Err(format!("the form does not say what it should: {form}"));
    }
    Ok(json!({
        "nanoseconds": nanoseconds(|| _ = black_box(S::form(black_box(&create)))),
        "form": form,
    }))
}

fn finish(result: Result<Value, String>) -> ExitCode {
    match result {
        Ok(found) => {
            let _ = writeln!(io::stdout(), "{found}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(io::stderr(), "error: {message}");
            ExitCode::FAILURE
        }
    }
}
