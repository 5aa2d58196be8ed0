//! What decoding, encoding and calling cost.

use serde_json::Value;

use super::Context;
use super::figure::Unit;
use super::programs::{Programs, number};
use super::subject::pairs;
use super::table::{Section, Table};
use crate::Failure;

/// Calls for one measurement, and how many of them wait at a time.
const CALLS: [(&str, &str); 2] = [("1", "2000"), ("64", "6400")];
/// Calls of which the connections are counted.
const COUNTED: &str = "100";

fn table(context: &Context<'_>) -> Table {
    Table::measured(&context.versions.ours, &context.versions.theirs)
}

/// The number of that name in what both printed, in another unit.
fn figures(found: &[(Value, Value)], name: &str, unit: f64) -> Result<Vec<(f64, f64)>, Failure> {
    let figure = |value: &Value| Ok::<_, Failure>(number(value, name)? * unit);
    let pair = |(ours, theirs): &(Value, Value)| Ok((figure(ours)?, figure(theirs)?));
    found.iter().map(pair).collect()
}

pub(super) fn decode(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let found = pairs(context.runs(), |s| programs.ask(context, s, &["decode"]))?;
    let mut table = table(context);
    let mut row = |what: &str, name: &str| {
        table.measure(what, Unit::Seconds, &figures(&found, name, 1e-9)?);
        Ok::<_, Failure>(())
    };
    row("decode a session", "session_nanoseconds")?;
    row("decode a list of 100 sessions", "list_nanoseconds")?;
    let text = "The body of a response with every field set, decoded by the function that the \
        library uses for responses. The same JSON for both: ";
    let size = |name| {
        let bytes = found.first().map(|(ours, _)| number(ours, name));
        Ok::<_, Failure>(Unit::Bytes.show(bytes.transpose()?.unwrap_or_default()))
    };
    let (session, list) = (size("session_bytes")?, size("list_bytes")?);
    let text = format!("{text}{session} and {list}.");
    Ok(Section::new(&text, table, context.runs()))
}

pub(super) fn encode(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let found = pairs(context.runs(), |s| programs.ask(context, s, &["encode"]))?;
    let mut table = table(context);
    let times = figures(&found, "nanoseconds", 1e-9)?;
    table.measure("encode the form of a full create", Unit::Seconds, &times);
    let length = |value: &Value| {
        let length = value["form"].as_str().map_or(0, str::len);
        u32::try_from(length).map_or(f64::NAN, f64::from)
    };
    let lengths: Vec<_> = found.iter().map(|(o, t)| (length(o), length(t))).collect();
    table.measure("its length", Unit::Bytes, &lengths);
    let text = "A request that creates a session, with all parameters that go together, 15 \
        pairs of a form, from a request that stands ready. The program checks that both forms, decoded, are \
        these pairs; stripe-identity escapes brackets as well.";
    Ok(Section::new(text, table, context.runs()))
}

pub(super) fn calls(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let mut table = table(context);
    for (in_flight, calls) in CALLS {
        let found = pairs(context.runs(), |subject| {
            let server = programs.server(context, "session")?;
            let arguments = ["calls", server.url(), in_flight, calls];
            programs.ask(context, subject, &arguments)
        })?;
        let speed = figures(&found, "per_second", 1.0)?;
        let what = format!("calls per second, {in_flight} in flight (more is better)");
        table.measure(&what, Unit::Count, &speed);
        let cpu = figures(&found, "cpu_microseconds", 1e-6)?;
        let what = format!("processor time for a call, {in_flight} in flight");
        table.measure(&what, Unit::Seconds, &cpu);
    }
    let connections = pairs(context.runs(), |subject| {
        let server = programs.server(context, "session")?;
        let arguments = ["connections", server.url(), COUNTED];
        programs.ask(context, subject, &arguments)?;
        Ok(f64::from(server.seen()?.connections))
    })?;
    let what = format!("connections opened for {COUNTED} calls, one after the other");
    table.measure(&what, Unit::Count, &connections);
    let text = "The session above is retrieved over HTTP/1.1 without TLS from a server on the \
        loopback interface, which is a program of its own; the client has one thread and its \
        default settings. Processor time is that of the client, the system's share with it. \
        With TLS, each connection costs a handshake more; that is not measured here.";
    Ok(Section::new(text, table, context.runs()))
}

pub(super) fn memory(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    // Nothing in it depends on time.
    let found = pairs(1, |subject| programs.memory(context, subject))?;
    let mut table = table(context);
    let mut row = |what: &str, unit, name: &str| {
        table.measure(what, unit, &figures(&found, name, 1.0)?);
        Ok::<_, Failure>(())
    };
    row("allocations", Unit::Count, "times")?;
    row("bytes asked for, all in all", Unit::Bytes, "bytes")?;
    row("bytes held at the peak", Unit::Bytes, "peak")?;
    let text = "What is allocated while the list of 100 sessions is decoded, beside the body.";
    Ok(Section::new(text, table, 0))
}
