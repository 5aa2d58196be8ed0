//! Ten thousand calls at once on one client: no reply lost or crossed, bounded memory, few
//! connections, and an origin that dies in the middle.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use allocation_counter::measure;
use stripe_identity::{Client, RequestOptions, verification_session};
use stripe_identity_conformance::Tally;
use tokio::runtime::Runtime;

use calls::{Calls, Ended, call, client};
use origin::{Origin, Protocol};

#[path = "load/calls.rs"]
mod calls;
#[path = "load/origin.rs"]
mod origin;

const CALLS: usize = 10_000;
/// The client's own bound of requests at once.
const AT_ONCE: usize = 100;

/// What a call takes that waits for its turn: its future, its request, its task and what
/// the test keeps of it; 4.4 to 4.9 kB were measured.
const BYTES_PER_CALL: u64 = 5 * 1024;
/// What a connection takes: buffers, windows and TLS; 57 kB were measured.
const BYTES_PER_CONNECTION: u64 = 80 * 1024;

/// Longer than any call may take, and so the proof that none hangs.
const PATIENCE: Duration = Duration::from_secs(300);

/// The protocols, and how many connections may be opened: one for each request that may be
/// under way, and as many that were on their way when another became free.
fn protocols() -> [(&'static str, Protocol); 2] {
    let http2 = Protocol::Http2 { streams: 200 };
    [("HTTP/1.1", Protocol::Http1), ("HTTP/2 over TLS", http2)]
}

/// Works on this thread alone, where memory is counted; the servers have their own.
fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().expect("a runtime")
}

/// How many files and sockets this process may have; the server's are among them.
fn descriptors() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().nth(3)?.parse().ok());
    // What is usual; and no more than there are ports for.
    soft.unwrap_or(1024).min(10_000)
}

fn all_right(ended: &Ended, calls: usize) -> Result<(), String> {
    let right = ended.right == calls && ended.all() == calls;
    right.then_some(()).ok_or_else(|| format!("{ended:?}"))
}

/// Runs on two threads, so that calls are really at the same time.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn no_reply_is_lost_or_crossed() {
    let mut tally = Tally::new("load: 10,000 calls at once, replies");
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        for round in ["cold", "warm"] {
            let ended = runtime.block_on(async {
                tokio::time::timeout(PATIENCE, Calls::start(&client, CALLS).end()).await
            });
            let ended = ended.map_err(|_| "some hang".to_owned());
            tally.case(
                name,
                round,
                ended.and_then(|ended| all_right(&ended, CALLS)),
            );
        }
        let (requests, connections) = (origin.requests(), origin.connections());
        tally.holds(
            name,
            "each call is one request",
            requests == 2 * CALLS,
            format!("{requests}"),
        );
        let reused = connections <= 2 * AT_ONCE;
        tally.holds(
            name,
            "the pool is reused",
            reused,
            format!("{connections} connections"),
        );
        tally.note(
            name,
            format!("{requests} requests, {connections} connections"),
        );
    }
    tally.finish();
}

/// The server takes all that it is sent and answers nothing until it has what may be sent.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn as_many_are_sent_at_once_as_are_allowed() {
    let mut tally = Tally::new("load: requests at once");
    let http2 = |streams| Protocol::Http2 { streams };
    for (name, protocol, at_once) in [
        ("HTTP/1.1, 100", Protocol::Http1, 100),
        ("HTTP/1.1, many", Protocol::Http1, descriptors() / 4),
        ("HTTP/2, 100", http2(20_000), 100),
        ("HTTP/2, 10,000 on a connection", http2(20_000), CALLS),
        ("HTTP/2, 200 streams", http2(200), 1_000),
    ] {
        let origin = Origin::start(protocol);
        let client = client(&origin, at_once);
        let ended = runtime().block_on(async {
            // One call, so that there is a connection that others may share.
            Calls::start(&client, 1).end().await;
            origin.answer(false);
            let calls = Calls::start(&client, CALLS);
            let streams = match protocol {
                Protocol::Http1 => at_once,
                Protocol::Http2 { streams } => at_once.min(streams as usize),
            };
            let full = tokio::time::timeout(PATIENCE, origin.hold(streams)).await;
            origin.answer(true);
            full.map_err(|_| "fewer are sent".to_owned())?;
            let ended = tokio::time::timeout(PATIENCE, calls.end()).await;
            all_right(&ended.map_err(|_| "some hang".to_owned())?, CALLS)
        });
        tally.case(name, "replies", ended);
        let most = origin.most_open();
        tally.holds(
            name,
            "no more than allowed",
            most <= at_once,
            format!("{most} open"),
        );
        let connections = origin.connections();
        let allowed = match protocol {
            Protocol::Http1 => 2 * at_once,
            Protocol::Http2 { .. } => 1,
        };
        let few = connections <= allowed;
        tally.holds(
            name,
            "connections",
            few,
            format!("{connections}, not {allowed}"),
        );
        tally.note(name, format!("{most} at once on {connections} connections"));
    }
    tally.finish();
}

#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn memory_is_bounded() {
    let mut tally = Tally::new("load: 10,000 calls at once, memory of the client's thread");
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let runtime = runtime();
        let client = client(&origin, AT_ONCE);
        for round in ["cold", "warm"] {
            let mut ended = Ended::default();
            let heap = measure(|| {
                ended = runtime.block_on(call(&client, CALLS));
            });
            tally.case(name, format!("{round}, replies"), all_right(&ended, CALLS));
            let allowed = CALLS as u64 * BYTES_PER_CALL + AT_ONCE as u64 * BYTES_PER_CONNECTION;
            let within = heap.bytes_max <= allowed;
            tally.holds(name, format!("{round}, most"), within, format!("{heap:?}"));
            // The connections stay.
            let kept = i64::try_from(AT_ONCE as u64 * BYTES_PER_CONNECTION).expect("small");
            let given_back = heap.bytes_current <= kept;
            tally.holds(
                name,
                format!("{round}, left"),
                given_back,
                format!("{heap:?}"),
            );
            tally.note(
                name,
                format!(
                    "{round}: {} kB, {} kB left",
                    heap.bytes_max / 1000,
                    heap.bytes_current / 1000
                ),
            );
        }
    }
    tally.finish();
}

/// Begins all calls; when a quarter has ended, the origin holds on to what it is asked.
async fn a_quarter(client: &Client, origin: &Origin) -> (Calls, Ended) {
    let mut ended = Ended::default();
    let mut calls = Calls::start(client, CALLS);
    calls.end_some(&mut ended, CALLS / 4).await;
    origin.hold(AT_ONCE).await;
    (calls, ended)
}

/// The origin dies while it holds requests, stays away for a while, and comes back.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn an_origin_that_dies_and_comes_back() {
    let mut tally = Tally::new("load: the origin dies in the middle of 10,000 calls");
    for (name, protocol) in protocols() {
        let mut origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let runtime = runtime();
        let (mut calls, ended) = runtime.block_on(a_quarter(&client, &origin));
        tally.case(name, "a quarter before", all_right(&ended, CALLS / 4));
        origin.die();
        // While it is away, calls fail, each with its attempts; none succeeds.
        let mut away = Ended::default();
        runtime.block_on(calls.end_some(&mut away, CALLS / 4));
        // Answers that had come before it died are not lost.
        let none_wrong = away.crossed == 0 && away.right <= 2 * AT_ONCE && away.all() == CALLS / 4;
        tally.holds(
            name,
            "a quarter while it is away",
            none_wrong,
            format!("{away:?}"),
        );
        let honest = away.failed.keys().all(|how| {
            let (class, attempts) = how.split_once(" after ").unwrap_or_default();
            matches!(class, "Refused" | "Reset" | "Closed" | "Connect")
                && matches!(attempts, "0" | "1" | "2" | "3")
        });
        tally.holds(
            name,
            "errors of the connection",
            honest,
            format!("{away:?}"),
        );
        tally.note(name, format!("{:?}", away.failed));
        origin.revive();
        origin.answer(true);
        let rest = runtime.block_on(async { tokio::time::timeout(PATIENCE, calls.end()).await });
        let rest = rest.map_err(|_| "some hang".to_owned()).and_then(|rest| {
            let whole = rest.crossed == 0 && rest.all() == CALLS - 2 * (CALLS / 4);
            // Those that had just failed for the last time when it came back.
            let nearly_all = rest.failed.values().sum::<usize>() <= 4 * AT_ONCE;
            (whole && nearly_all)
                .then_some(())
                .ok_or_else(|| format!("{rest:?}"))
        });
        tally.case(name, "the half after it", rest);
        let later = runtime.block_on(call(&client, CALLS));
        tally.case(name, "10,000 later calls", all_right(&later, CALLS));
    }
    tally.finish();
}

/// The origin dies while it holds requests, and is back before anybody has noticed: whoever
/// had no answer tries again, and gets one.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn an_origin_that_is_back_at_once() {
    let mut tally = Tally::new("load: the origin is another one in the middle of 10,000 calls");
    for (name, protocol) in protocols() {
        let mut origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let runtime = runtime();
        let (mut calls, mut ended) = runtime.block_on(a_quarter(&client, &origin));
        origin.die();
        origin.revive();
        origin.answer(true);
        let left = CALLS - CALLS / 4;
        runtime.block_on(calls.end_some(&mut ended, left));
        tally.case(name, "replies", all_right(&ended, CALLS));
        let requests = origin.requests();
        let repeated = (CALLS + AT_ONCE..=CALLS + 2 * AT_ONCE).contains(&requests);
        tally.holds(name, "requests", repeated, format!("{requests}"));
        tally.note(name, format!("{requests} requests for {CALLS} calls"));
    }
    tally.finish();
}

/// A thousand of two thousand calls are dropped while the origin holds their requests.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn calls_that_are_dropped() {
    let mut tally = Tally::new("load: calls that are dropped in the middle");
    let dropped = 1_000;
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let runtime = runtime();
        // Once before, for what is made on first use and kept.
        runtime.block_on(call(&client, dropped));
        let mut ended = Ended::default();
        let heap = measure(|| {
            runtime.block_on(async {
                origin.answer(false);
                let doomed = Calls::start(&client, dropped);
                let spared = Calls::start(&client, dropped);
                origin.hold(AT_ONCE).await;
                doomed.drop_all().await;
                origin.answer(true);
                ended = spared.end().await;
            });
        });
        tally.case(name, "the others", all_right(&ended, dropped));
        // New connections in place of those whose answers nobody waited for.
        let kept = i64::try_from(AT_ONCE as u64 * BYTES_PER_CONNECTION).expect("small");
        let given_back = heap.bytes_current <= kept;
        tally.holds(
            name,
            "memory is given back",
            given_back,
            format!("{heap:?}"),
        );
        tally.note(name, format!("{} kB left", heap.bytes_current / 1000));
        let later = runtime.block_on(call(&client, dropped));
        tally.case(name, "later calls", all_right(&later, dropped));
    }
    tally.finish();
}

fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// More calls than may be in flight are begun and never polled again until others are done.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn calls_that_nobody_polls() {
    let mut tally = Tally::new("load: calls that nobody polls");
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let (others, begun) = runtime().block_on(async {
            let retrieve = || verification_session::retrieve("vs_0").send(&client);
            let mut begun: Vec<_> = (0..4 * AT_ONCE).map(|_| Box::pin(retrieve())).collect();
            let all_begun = begun
                .iter_mut()
                .all(|call| poll(call.as_mut()).is_pending());
            let mut others = 0;
            for _ in 0..AT_ONCE {
                let other = tokio::time::timeout(PATIENCE, retrieve()).await;
                others += usize::from(matches!(other, Ok(Ok(_))));
            }
            let mut right = 0;
            for call in begun {
                right += usize::from(all_begun && call.await.is_ok());
            }
            (others, right)
        });
        tally.holds(name, "others", others == AT_ONCE, format!("{others} ended"));
        tally.holds(
            name,
            "they themselves",
            begun == 4 * AT_ONCE,
            format!("{begun} ended"),
        );
        let connections = origin.connections();
        tally.holds(
            name,
            "connections",
            connections <= AT_ONCE,
            format!("{connections}"),
        );
    }
    tally.finish();
}

/// One client on twenty runtimes at once, each of which ends in the middle of a call.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn runtimes_that_overlap() {
    let mut tally = Tally::new("load: runtimes that overlap");
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let client = client(&origin, AT_ONCE);
        let threads: Vec<_> = (1..=20)
            .map(|number| {
                let client = client.clone();
                std::thread::spawn(move || {
                    runtime().block_on(async {
                        let ended = call(&client, 10 * number).await;
                        drop(Calls::start(&client, 10));
                        tokio::task::yield_now().await;
                        ended
                    })
                })
            })
            .collect();
        for (number, thread) in (1..=20).zip(threads) {
            let ended = thread.join().map_err(|_| "a panic".to_owned());
            let result = ended.and_then(|ended| all_right(&ended, 10 * number));
            tally.case(name, format!("runtime {number}"), result);
        }
    }
    tally.finish();
}

/// Calls whose turn does not come before their deadline send nothing, and say so.
#[test]
#[ignore = "takes seconds; cargo xtask conformance runs it"]
fn calls_that_wait_for_their_turn() {
    let mut tally = Tally::new("load: 2,500 calls at once, most of which only wait");
    for (name, protocol) in protocols() {
        let origin = Origin::start(protocol);
        let client = client(&origin, 10);
        origin.answer(false);
        let (attempts, sent) = runtime().block_on(async {
            let mut calls = tokio::task::JoinSet::new();
            for _ in 0..2_500 {
                let client = client.clone();
                calls.spawn(async move {
                    let options = RequestOptions::new().deadline(Duration::from_secs(2));
                    let retrieve = verification_session::retrieve("vs_0").with_options(options);
                    let error = retrieve.send(&client).await.expect_err("no answer");
                    (error.attempts() as usize, usize::from(error.was_sent()))
                });
            }
            let told = calls.join_all().await;
            told.into_iter()
                .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
        });
        let requests = origin.requests();
        let right = attempts == requests && sent == requests && requests == 10;
        let found = format!("{attempts} attempts of {sent} calls, {requests} requests");
        tally.holds(name, "attempts", right, found);
    }
    tally.finish();
}
