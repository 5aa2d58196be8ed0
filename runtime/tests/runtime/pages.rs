//! Auto-paging: both directions, filters kept, nothing fetched early.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use futures_core::Stream;
use serde_json::{Value, json};
use stripe_runtime::{Error, RangeQuery};

use crate::support::operations::{ListSessions, Session, Status};
use crate::support::transport::{Outcome, Script};
use crate::support::vectors::{each, wait};
use crate::support::{Bench, bench};

fn page(ids: &[&str], has_more: bool) -> Outcome {
    let data: Vec<Value> = ids
        .iter()
        .map(|id| json!({"object": "identity.verification_session", "id": id}))
        .collect();
    Outcome::json(
        200,
        &json!({"object": "list", "data": data, "has_more": has_more}).to_string(),
    )
}

fn queries(script: &Script) -> Vec<String> {
    let query = |request: &http::Request<bytes::Bytes>| {
        request
            .uri()
            .query()
            .unwrap_or_default()
            .replace("%5B", "[")
            .replace("%5D", "]")
    };
    script.requests().iter().map(query).collect()
}

fn ids(sessions: &[Session]) -> Vec<String> {
    sessions
        .iter()
        .map(|session| session.id.to_string())
        .collect()
}

/// Everything, or the first few.
fn collect(bench: &Bench, list: ListSessions, take: usize) -> Result<Vec<Session>, Error> {
    wait(async {
        let mut pages = list.paginate(&bench.client);
        let mut sessions = Vec::new();
        while sessions.len() < take {
            match pages.next().await {
                Some(session) => sessions.push(session?),
                None => break,
            }
        }
        Ok(sessions)
    })
}

#[test]
fn vectors() {
    each("pagination.json", |case| {
        let params = &case["params"];
        let list = ListSessions {
            limit: params["limit"].as_i64(),
            status: params["status"].as_str().map(Status::from),
            created: params["created"]["gte"]
                .as_i64()
                .map(|gte| RangeQuery::new().gte(gte)),
            expand: params["expand"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|path| path.as_str().unwrap().to_owned())
                .collect(),
            ..ListSessions::default()
        };
        let pages = case["pages"].as_array().unwrap();
        let bench = bench(
            pages
                .iter()
                .map(|page| Outcome::json(200, &page.to_string())),
        );
        let take = case["take"]
            .as_u64()
            .map_or(usize::MAX, |take| usize::try_from(take).unwrap());
        let sessions = collect(&bench, list, take).unwrap();
        let expected = |name: &str| -> Vec<String> {
            serde_json::from_value(case["expect"][name].clone()).unwrap()
        };
        assert_eq!(ids(&sessions), expected("item_ids"));
        assert_eq!(queries(&bench.script), expected("queries"));
    });
}

#[test]
fn backward_gives_the_nearest_first() {
    let bench = bench([
        page(&["vs_4", "vs_5"], true),
        page(&["vs_2", "vs_3"], true),
        page(&["vs_1"], false),
    ]);
    let list = ListSessions {
        limit: Some(2),
        ending_before: Some("vs_6".into()),
        ..ListSessions::default()
    };
    let sessions = collect(&bench, list, usize::MAX).unwrap();
    assert_eq!(ids(&sessions), ["vs_5", "vs_4", "vs_3", "vs_2", "vs_1"]);
    let expected = [
        "limit=2&ending_before=vs_6",
        "limit=2&ending_before=vs_4",
        "limit=2&ending_before=vs_2",
    ];
    assert_eq!(queries(&bench.script), expected);
}

#[test]
fn forward_goes_on_from_where_it_was_told() {
    let bench = bench([page(&["vs_2"], true), page(&["vs_1"], false)]);
    let list = ListSessions {
        starting_after: Some("vs_3".into()),
        ..ListSessions::default()
    };
    collect(&bench, list, usize::MAX).unwrap();
    assert_eq!(
        queries(&bench.script),
        ["starting_after=vs_3", "starting_after=vs_2"]
    );
}

#[test]
fn an_empty_page_with_more_is_an_error_and_no_loop() {
    let bench = bench([page(&[], true), page(&["vs_1"], false)]);
    let error = collect(&bench, ListSessions::default(), usize::MAX).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(bench.script.requests().len(), 1);
}

#[test]
fn an_empty_list_ends() {
    let bench = bench([page(&[], false)]);
    assert!(
        collect(&bench, ListSessions::default(), usize::MAX)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn after_an_error_it_ends() {
    let bench = bench([
        Outcome::json(404, r#"{"error":{}}"#),
        page(&["vs_1"], false),
    ]);
    wait(async {
        let mut pages = ListSessions::default().paginate(&bench.client);
        assert!(pages.next().await.unwrap().is_err());
        assert!(pages.next().await.is_none());
    });
}

/// Of pages that never end, gives how many were asked for until that was noticed.
fn noticed_after(list: ListSessions, ids: impl Fn(usize) -> String) -> usize {
    let bench = bench((0..64).map(|n| page(&[&ids(n)], true)));
    let error = collect(&bench, list, usize::MAX).unwrap_err();
    assert!(error.is_decode(), "{error:?}");
    bench.script.requests().len()
}

#[test]
fn pages_that_go_round_in_a_circle_are_an_error() {
    let after = |id: &str| ListSessions {
        starting_after: Some(id.to_owned()),
        ..ListSessions::default()
    };
    let before = |id: &str| ListSessions {
        ending_before: Some(id.to_owned()),
        ..ListSessions::default()
    };
    let of = |length: usize| move |n: usize| format!("vs_{}", n % length);
    assert_eq!(noticed_after(ListSessions::default(), of(1)), 2);
    assert_eq!(noticed_after(after("vs_0"), of(1)), 1);
    assert_eq!(noticed_after(before("vs_0"), of(1)), 1);
    assert_eq!(noticed_after(ListSessions::default(), of(2)), 3);
    assert_eq!(noticed_after(before("vs_9"), of(2)), 3);
    assert_eq!(noticed_after(ListSessions::default(), of(7)), 14);
    let later = |n: usize| format!("vs_{}", if n < 5 { n } else { 5 + n % 3 });
    assert_eq!(noticed_after(ListSessions::default(), later), 10);
}

#[test]
fn pages_that_go_on_are_no_circle() {
    let last = 1_000;
    let bench = bench((0..=last).map(|n| page(&[&format!("vs_{n}")], n < last)));
    let sessions = collect(&bench, ListSessions::default(), usize::MAX).unwrap();
    assert_eq!(sessions.len(), last + 1);
}

#[test]
fn nothing_is_fetched_before_it_is_asked_for() {
    let bench = bench([page(&["vs_1"], true)]);
    drop(ListSessions::default().paginate(&bench.client));
    assert!(bench.script.requests().is_empty());
}

#[test]
fn as_a_stream() {
    let bench = bench([page(&["vs_2"], true), page(&["vs_1"], false)]);
    let mut pages = ListSessions::default().paginate(&bench.client);
    let mut context = Context::from_waker(Waker::noop());
    let mut next = || match Pin::new(&mut pages).poll_next(&mut context) {
        Poll::Ready(session) => session.map(|session| session.unwrap().id.to_string()),
        Poll::Pending => panic!("the script answers at once"),
    };
    assert_eq!(next().as_deref(), Some("vs_2"));
    assert_eq!(next().as_deref(), Some("vs_1"));
    assert_eq!(next(), None);
    assert_eq!(next(), None);
}

#[tokio::test(start_paused = true)]
async fn dropping_next_loses_nothing() {
    use std::time::Duration;
    let script = Script::new([
        Outcome::error(503).header("Retry-After", "10"),
        page(&["vs_1"], false),
    ]);
    let client = stripe_runtime::Client::builder("sk_test")
        .transport(script.clone())
        .build()
        .unwrap();
    let mut pages = ListSessions::default().paginate(&client);
    tokio::time::timeout(Duration::from_secs(1), pages.next())
        .await
        .unwrap_err();
    assert_eq!(pages.next().await.unwrap().unwrap().id, "vs_1");
    assert_eq!(script.requests().len(), 2);
}
