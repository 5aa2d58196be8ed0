//! What decoding, encoding and calls cost.

use std::hint::black_box;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

use crate::data::{self, API_KEY};
use crate::row::Row;
use crate::server::{Server, runtime};
use crate::subject::Subject;

const BATCH: Duration = Duration::from_millis(20);
const BATCHES: usize = 15;

/// Seconds of this thread's processor time that the work takes: the median of batches, each long enough for the
/// clock.
fn seconds(mut work: impl FnMut()) -> f64 {
    let mut batch = |times: u32| {
        let started = ThreadTime::now();
        for _ in 0..times {
            work();
        }
        started.elapsed()
    };
    let mut times = 1;
    while batch(times) < BATCH {
        times *= 2;
    }
    let mut batches: Vec<Duration> = (0..BATCHES).map(|_| batch(times)).collect();
    batches.sort();
    batches[BATCHES / 2].as_secs_f64() / f64::from(times)
}

/// What is decoded: its name on the command line and in the results, its JSON, and whether it is a list.
fn bodies() -> [(&'static str, &'static str, String, bool); 3] {
    [
        ("session", "a session", data::session(), false),
        (
            "report",
            "a session with its report",
            data::session_with_report(),
            false,
        ),
        ("list", "a list of 100 sessions", data::list(), true),
    ]
}

/// Decodes a body as the client does, and drops what it gives.
fn decode_once<S: Subject>(body: &S::Body, is_list: bool) -> Result<(), String> {
    if is_list {
        black_box(S::list(black_box(body))?);
    } else {
        black_box(S::session(black_box(body))?);
    }
    Ok(())
}

pub(crate) fn decode<S: Subject>() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (_, what, json, is_list) in bodies() {
        let what = format!("decode {what}, {} kB", json.len().div_ceil(1000));
        let body = S::body(json);
        decode_once::<S>(&body, is_list)?;
        let time = seconds(|| _ = decode_once::<S>(&body, is_list));
        rows.push(Row::seconds(what, time));
    }
    Ok(rows)
}

/// Decodes one of the bodies so many times, for who counts the instructions.
pub(crate) fn repeat<S: Subject>(name: &str, times: &str) -> Result<Vec<Row>, String> {
    let bodies = bodies();
    let found = bodies.into_iter().find(|(known, ..)| *known == name);
    let (_, _, json, is_list) = found.ok_or_else(|| format!("there is no body `{name}`"))?;
    let times: u32 = times
        .parse()
        .map_err(|_| format!("`{times}` is no number"))?;
    let body = S::body(json);
    for _ in 0..times {
        decode_once::<S>(&body, is_list)?;
    }
    Ok(Vec::new())
}

pub(crate) fn encode<S: Subject>() -> Result<Vec<Row>, String> {
    let create = S::create();
    let form = S::form(&create);
    let mut pairs: Vec<_> = form_urlencoded::parse(form.as_bytes()).collect();
    pairs.sort();
    if !pairs
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .eq(data::CREATE)
    {
        return Err(format!("the form does not hold the parameters: {form}"));
    }
    let time = seconds(|| _ = black_box(S::form(black_box(&create))));
    Ok(vec![
        Row::seconds("encode the form of a full create", time),
        Row::bytes("its length", form.len() as u64),
    ])
}

pub(crate) fn calls<S: Subject>() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (in_flight, calls_each) in [(1, 2_000), (64, 100)] {
        let server = Server::start(200, "application/json", data::session());
        let (elapsed, cpu) = runtime().block_on(async {
            let client = S::client(API_KEY, &server.url);
            // Opens the connections.
            retrieve::<S>(&client, in_flight, 1).await?;
            let (started, cpu) = (Instant::now(), ThreadTime::now());
            retrieve::<S>(&client, in_flight, calls_each).await?;
            Ok::<_, String>((started.elapsed(), cpu.elapsed()))
        })?;
        let calls = f64::from(in_flight * calls_each);
        rows.push(Row::count(
            format!("calls per second, {in_flight} in flight (more is better)"),
            calls / elapsed.as_secs_f64(),
        ));
        rows.push(Row::seconds(
            format!("processor time for a call, {in_flight} in flight"),
            cpu.as_secs_f64() / calls,
        ));
    }
    let server = Server::start(200, "application/json", data::session());
    runtime().block_on(async { retrieve::<S>(&S::client(API_KEY, &server.url), 1, 100).await })?;
    rows.push(Row::count(
        "connections opened for 100 calls, one after the other",
        f64::from(server.seen().connections),
    ));
    Ok(rows)
}

/// Retrieves the session in each of `tasks` tasks, `calls_each` times one after the other.
async fn retrieve<S: Subject>(
    client: &S::Client,
    tasks: u32,
    calls_each: u32,
) -> Result<(), String> {
    let tasks: Vec<_> = (0..tasks)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                for _ in 0..calls_each {
                    S::retrieve(&client).await?;
                }
                Ok::<_, String>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}

/// A feature of the crate, because counting allocations takes time in every other part.
#[cfg(feature = "memory")]
pub(crate) fn memory<S: Subject>() -> Result<Vec<Row>, String> {
    let body = S::body(data::list());
    // What the first decoding allocates and keeps is not counted.
    S::list(&body)?;
    let mut list = None;
    let allocated = allocation_counter::measure(|| list = S::list(&body).ok());
    list.ok_or("the list cannot be read")?;
    Ok(vec![
        Row::whole("allocations", allocated.count_total),
        Row::bytes("bytes allocated in all", allocated.bytes_total),
        Row::bytes("bytes held at the peak", allocated.bytes_max),
    ])
}
