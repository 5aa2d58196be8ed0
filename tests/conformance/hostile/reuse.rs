//! What a server says too much must never be the answer to the next request.

use std::sync::Arc;
use std::time::Duration;

use stripe_identity::verification_session;
use stripe_identity_conformance::calls::Caller;
use stripe_identity_conformance::clients::{Kind, Settings};

use super::bodies::session;
use super::origin::{Origin, Script};

const CALLS: usize = 50;

fn answer(id: &str) -> String {
    let body = session("").replace("vs_1", id);
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Answers each request with the id that it asks for, and says more than that.
///
/// Both at once: what arrives only when the next request is under way cannot be told from
/// its answer, in HTTP/1.1, by any client.
fn talkative(more: Vec<u8>) -> Script {
    Arc::new(move |peer| {
        loop {
            let target = peer.request()?;
            let mut reply = answer(target.rsplit('/').next().unwrap_or_default()).into_bytes();
            reply.extend_from_slice(&more);
            peer.send(&reply)?;
        }
    })
}

fn scripts() -> Vec<(&'static str, Vec<u8>)> {
    let smuggled = answer("vs_smuggled");
    vec![
        ("a whole response", smuggled.clone().into_bytes()),
        ("ten responses", smuggled.repeat(10).into_bytes()),
        ("half a response", smuggled[..smuggled.len() / 2].into()),
        ("a status line", b"HTTP/1.1 200 OK\r\n".to_vec()),
        (
            "an informational response",
            b"HTTP/1.1 103 Early Hints\r\n\r\n".to_vec(),
        ),
        ("an empty line", b"\r\n".to_vec()),
        ("a byte", b"x".to_vec()),
    ]
}

#[test]
fn replies_are_not_crossed() {
    for (name, more) in scripts() {
        let origin = Origin::start(None, talkative(more));
        let url = format!("http://{}", origin.address());
        let mut settings = Settings::new(url, Duration::from_secs(10));
        settings.more = |builder| builder.retry_budget(None);
        let ids: Vec<String> = (0..CALLS).map(|n| format!("vs_{n}")).collect();
        let (mut right, mut failed) = (0, 0);
        let mut count = |asked: &str, got: Result<String, stripe_identity::Error>| match got {
            Ok(got) => {
                assert_eq!(asked, got, "{name}");
                right += 1;
            }
            Err(error) => {
                assert!(error.is_connection(), "{name}: {error:?}");
                failed += 1;
            }
        };
        for kind in Kind::ALL {
            let client = Caller::new(kind, &settings);
            for id in &ids {
                let got = client.send(&verification_session::retrieve(id));
                count(id, got.map(|session| session.body.id.to_string()));
            }
        }
        // A connection that is given up costs a retry at most.
        assert_eq!((right, failed), (2 * CALLS, 0), "{name}");
    }
}
