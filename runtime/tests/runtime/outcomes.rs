//! Waiting for an outcome: when it asks again, when it ends, and on whose clock.

use std::future::Future;
use std::sync::Arc;
use std::task::{Context, Waker};
use std::time::Duration;

use stripe_runtime::{Client, ClientBuilder, Environment, ErrorKind, Sleep, TransportErrorKind};

use crate::support::environment::TestEnvironment;
use crate::support::operations::{Status, retrieve, update};
use crate::support::transport::{Outcome, Script};
use crate::support::vectors::wait;
use crate::support::{Bench, bench_with};

const MINUTE: Duration = Duration::from_secs(60);

fn session(status: &str) -> Outcome {
    Outcome::json(
        200,
        &format!(r#"{{"id":"vs_1","object":"identity.verification_session","status":"{status}"}}"#),
    )
}

fn pending(times: usize) -> Vec<Outcome> {
    (0..times).map(|_| session("processing")).collect()
}

fn bench(outcomes: impl IntoIterator<Item = Outcome>) -> Bench {
    bench_with(outcomes, |builder: ClientBuilder| builder.max_retries(0))
}

fn seconds(sleeps: &[Duration]) -> Vec<u64> {
    sleeps.iter().map(Duration::as_secs).collect()
}

#[test]
fn an_outcome_is_returned_after_pauses_that_grow() {
    for (polls, pauses) in [
        (0, &[][..]),
        (1, &[1]),
        (3, &[1, 2, 4]),
        (7, &[1, 2, 4, 8, 10, 10, 10]),
    ] {
        let outcomes = pending(polls).into_iter().chain([session("verified")]);
        let Bench {
            client,
            script,
            environment,
        } = bench(outcomes);
        let session = wait(retrieve("vs_1").wait_for_outcome(&client, MINUTE)).unwrap();
        assert_eq!(session.status, Some(Status::Verified));
        assert_eq!(script.requests().len(), polls + 1);
        assert_eq!(seconds(&environment.sleeps()), pauses);
    }
}

#[test]
fn a_wait_ends_in_time_and_the_last_request_has_a_second() {
    let Bench {
        client,
        script,
        environment,
    } = bench(pending(100));
    let error = wait(retrieve("vs_1").wait_for_outcome(&client, MINUTE)).unwrap_err();
    assert_eq!(
        seconds(&environment.sleeps()),
        [1, 2, 4, 8, 10, 10, 10, 10, 4]
    );
    assert!(error.is_timeout() && error.is_retryable() && error.was_sent());
    assert_eq!(error.attempts(), 10);
    assert_eq!(script.requests().len(), 10);
    assert_eq!(
        error.to_string(),
        "timed out: no outcome within 60s (attempts 10)"
    );
    assert!(
        format!("{error:?}").contains("no_outcome_within: 60s"),
        "{error:?}"
    );
}

#[test]
fn failures_that_may_be_temporary_do_not_end_a_wait() {
    let Bench { client, script, .. } = bench([
        Outcome::error(503),
        Outcome::Fail(TransportErrorKind::Reset),
        session("processing"),
        session("verified"),
    ]);
    wait(retrieve("vs_1").wait_for_outcome(&client, MINUTE)).unwrap();
    assert_eq!(script.requests().len(), 4);
    // The last one says why there is no outcome.
    let Bench { client, .. } = bench((0..100).map(|_| Outcome::error(503)));
    let error = wait(retrieve("vs_1").wait_for_outcome(&client, MINUTE)).unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
}

#[test]
fn any_other_failure_ends_it() {
    let not_found = r#"{"error":{"code":"resource_missing","param":"metadata[Jenny]"}}"#;
    let Bench { client, script, .. } =
        bench([session("processing"), Outcome::json(404, not_found)]);
    let request = update("vs_1").metadata([("Jenny", "1")]);
    let error = wait(client.wait_for_outcome(&request, MINUTE)).unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert!(error.to_string().contains("param metadata[…]"), "{error}");
    assert_eq!(script.requests().len(), 2);
}

#[test]
fn a_request_of_a_wait_has_no_more_time_than_is_left() {
    let Bench {
        client,
        environment,
        ..
    } = bench([session("processing"), Outcome::Silence]);
    let limit = Duration::from_secs(5);
    let error = wait(retrieve("vs_1").wait_for_outcome(&client, limit)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    // A pause, and the timer of a request that nobody answers.
    assert_eq!(seconds(&environment.sleeps()), [1, 4]);
}

#[test]
fn no_time_at_all_is_refused() {
    let Bench { client, script, .. } = bench([]);
    let waiting = retrieve("vs_1").wait_for_outcome(&client, Duration::ZERO);
    let error = wait(waiting).unwrap_err();
    assert_eq!(error.invalid_argument().unwrap().argument(), "limit");
    assert!(script.requests().is_empty());
}

/// A clock that stands still: nobody wakes who sleeps.
struct Still(Arc<()>);

impl Environment for Still {
    fn monotonic(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _duration: Duration) -> Sleep {
        let sleeper = Arc::clone(&self.0);
        Box::pin(async move {
            std::future::pending::<()>().await;
            drop(sleeper);
        })
    }
}

#[test]
fn dropping_the_future_ends_the_wait() {
    let script = Script::new(pending(2));
    let sleepers = Arc::new(());
    let client = Client::builder("sk_test_1")
        .transport(script.clone())
        .environment(Still(Arc::clone(&sleepers)))
        .build()
        .unwrap();
    let mut waiting = Box::pin(retrieve("vs_1").wait_for_outcome(&client, MINUTE));
    let mut context = Context::from_waker(Waker::noop());
    assert!(waiting.as_mut().poll(&mut context).is_pending());
    // The test, the clock, and the wait's pause.
    assert_eq!(
        (script.requests().len(), Arc::strong_count(&sleepers)),
        (1, 3)
    );
    drop(waiting);
    assert_eq!(
        (script.requests().len(), Arc::strong_count(&sleepers)),
        (1, 2)
    );
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_waits_as_well() {
    let script = Script::new([
        session("processing"),
        Outcome::error(503),
        session("verified"),
    ]);
    let environment = TestEnvironment::default();
    let client = Client::builder("sk_test_1")
        .max_retries(0)
        .transport(script.clone())
        .environment(environment.clone())
        .build_blocking()
        .unwrap();
    let session = retrieve("vs_1")
        .wait_for_outcome_blocking(&client, MINUTE)
        .unwrap();
    assert_eq!(session.status, Some(Status::Verified));
    assert_eq!(seconds(&environment.sleeps()), [1, 2]);
}
