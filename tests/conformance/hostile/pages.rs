//! Lists whose pages never end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use stripe_identity::{BlockingClient, Client, Error, verification_session};
use stripe_identity_conformance::calls::class;

use super::bodies::session;
use super::caller::{runtime, shown};
use super::origin::{Origin, Script};
use super::row::{CANARY, shows_too_much};

/// Pages of one session each, with the ids that are given.
fn pages(id: impl Fn(usize) -> String + Send + Sync + 'static) -> Script {
    let count = AtomicUsize::new(0);
    Arc::new(move |peer| {
        loop {
            peer.request()?;
            let id = id(count.fetch_add(1, Ordering::SeqCst));
            let session = session("").replace("vs_1", &id);
            let page = format!(
                r#"{{"object":"list","url":"{CANARY}","has_more":true,"data":[{session}]}}"#
            );
            let length = page.len();
            peer.send(format!(
                "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{page}"
            ))?;
        }
    })
}

/// Reads the first sessions, or all.
type Read = fn(&Origin, usize) -> (usize, Option<Error>);

fn asynchronous(origin: &Origin, most: usize) -> (usize, Option<Error>) {
    let client = Client::builder("sk_test_hostile")
        .base_url(format!("http://{}", origin.address()))
        .build()
        .expect("a client");
    runtime().block_on(async {
        let mut pages = verification_session::list().paginate(&client);
        for read in 0..most {
            match pages.next().await {
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    assert!(pages.next().await.is_none(), "it goes on");
                    return (read, Some(error));
                }
                None => return (read, None),
            }
        }
        (most, None)
    })
}

fn blocking(origin: &Origin, most: usize) -> (usize, Option<Error>) {
    let client = BlockingClient::builder("sk_test_hostile")
        .base_url(format!("http://{}", origin.address()))
        .build()
        .expect("a client");
    let mut pages = client.paginate(verification_session::list());
    for read in 0..most {
        match pages.next() {
            Some(Ok(_)) => {}
            Some(Err(error)) => {
                assert!(pages.next().is_none(), "it goes on");
                return (read, Some(error));
            }
            None => return (read, None),
        }
    }
    (most, None)
}

#[test]
fn circles_are_an_error() {
    for read in [asynchronous as Read, blocking] {
        // The length of the circle, and the sessions that are read until it is noticed.
        for (length, sessions) in [(1, 1), (2, 2), (3, 5), (10, 24), (100, 226)] {
            let origin = Origin::start(None, pages(move |n| format!("vs_{}", n % length)));
            let (count, error) = read(&origin, 1_000);
            let error = error.expect("it is noticed");
            assert_eq!((count, class(&error).as_str()), (sessions, "Decode"));
            assert_eq!(shows_too_much(&shown(&error)), None);
            assert_eq!((origin.requests(), origin.connections()), (count + 1, 1));
        }
    }
}

/// Pages of ever new objects cannot be told from a long list; whoever reads them stops.
#[test]
fn pages_are_fetched_only_as_they_are_read() {
    for read in [asynchronous as Read, blocking] {
        let origin = Origin::start(None, pages(|n| format!("vs_{n}")));
        let (count, error) = read(&origin, 300);
        assert!((count, error.is_none()) == (300, true));
        assert_eq!((origin.requests(), origin.connections()), (300, 1));
    }
}
