//! The attempt's timeout and the call's deadline, on tokio's paused clock.

use std::time::Duration;

use stripe_runtime::{Client, RequestOptions};
use tokio::time::Instant;

use crate::support::operations::{retrieve, update};
use crate::support::transport::{Outcome, Script};

fn client(script: &Script) -> Client {
    Client::builder("sk_test")
        .transport(script.clone())
        .max_retries(2)
        .build()
        .expect("fine")
}

fn silence(count: usize) -> Script {
    Script::new((0..count).map(|_| Outcome::Silence))
}

#[tokio::test(start_paused = true)]
async fn an_attempt_times_out_after_eighty_seconds() {
    let script = silence(3);
    let start = Instant::now();
    let options = RequestOptions::new().max_retries(0);
    let error = retrieve("vs_1")
        .with_options(options)
        .send(&client(&script))
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(start.elapsed(), Duration::from_secs(80));
}

#[tokio::test(start_paused = true)]
async fn a_timeout_is_tried_again() {
    let script = silence(3);
    let options = RequestOptions::new().timeout(Duration::from_secs(1));
    let error = update("vs_1")
        .with_options(options)
        .send(&client(&script))
        .await
        .unwrap_err();
    assert_eq!((error.attempts(), script.requests().len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn the_deadline_bounds_attempts() {
    let script = silence(3);
    let start = Instant::now();
    let options = RequestOptions::new().deadline(Duration::from_secs(100));
    let error = retrieve("vs_1")
        .with_options(options)
        .send(&client(&script))
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(start.elapsed(), Duration::from_secs(100));
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_bounds_sleeping() {
    let script = Script::new([
        Outcome::error(503).header("Retry-After", "30"),
        Outcome::session(),
    ]);
    let start = Instant::now();
    let options = RequestOptions::new().deadline(Duration::from_secs(20));
    let error = retrieve("vs_1")
        .with_options(options)
        .send(&client(&script))
        .await
        .unwrap_err();
    // There is no point in waiting for what is too late.
    assert!(error.is_api());
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_future_stops_everything() {
    let script = Script::new([
        Outcome::error(503).header("Retry-After", "30"),
        Outcome::session(),
    ]);
    let client = client(&script);
    let sending = retrieve("vs_1").send(&client);
    tokio::time::timeout(Duration::from_secs(1), sending)
        .await
        .unwrap_err();
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_before_the_future_is_polled() {
    let script = Script::new([Outcome::session()]);
    let client = client(&script);
    drop(retrieve("vs_1").send(&client));
    assert!(script.requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn connecting_may_take_ten_seconds() {
    // Takes the connection, and never answers TLS's first word.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let client = Client::builder("sk_test")
        .base_url(format!("https://{}", listener.local_addr().unwrap()))
        .max_retries(0)
        .build()
        .unwrap();
    let start = Instant::now();
    let error = retrieve("vs_1").send(&client).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(start.elapsed().as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn a_deadline_of_the_client_holds_for_every_request() {
    let script = silence(3);
    let client = Client::builder("sk_test")
        .transport(script.clone())
        .deadline(Duration::from_secs(90))
        .build()
        .unwrap();
    let start = Instant::now();
    let error = retrieve("vs_1").send(&client).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(start.elapsed(), Duration::from_secs(90));
}
