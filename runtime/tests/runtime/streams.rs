//! HTTP/2 whose server does not begin with a request, and says so.

use std::sync::Arc;

use stripe_runtime::{Error, RequestOptions, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::support::operations::{Session, update};
use crate::tls::{Authority, answer, authority, client};

/// Length, type, flags and stream, then what the frame holds.
const SETTINGS: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];
/// The connection ends; the last stream that was begun with is 0, which is none.
const GO_AWAY: &[u8] = &[0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// So it does after a failure.
const GO_AWAY_FAILED: &[u8] = &[0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];
/// `REFUSED_STREAM`, then the end of the connection, for the next one is to be another.
const REFUSED: &[u8] = &[
    0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 7, //
    0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0,
];
/// `INTERNAL_ERROR`, likewise.
const FAILED: &[u8] = &[
    0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 2, //
    0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0,
];
const HEADERS: u8 = 1;
const PREFACE: usize = 24;

/// Posts to a server that says `frames` to the first request of each of so many connections, and
/// answers on the next one. Gives what came of it without retries.
async fn post(frames: &'static [u8], connections: usize) -> Result<Response<Session>, Error> {
    let Authority { pem, server } = authority(&[b"h2"]);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let acceptor = TlsAcceptor::from(Arc::new(server));
    tokio::spawn(async move {
        for connection in 0.. {
            let (tcp, _) = listener.accept().await.expect("a connection");
            let mut tls = acceptor.accept(tcp).await.expect("TLS");
            if connection >= connections {
                tokio::spawn(answer(tls));
                continue;
            }
            tls.read_exact(&mut [0; PREFACE]).await.expect("HTTP/2");
            tls.write_all(SETTINGS).await.expect("a client");
            while next_frame(&mut tls).await != HEADERS {}
            tls.write_all(frames).await.expect("a client");
            // Until the client goes away, so that nothing but the frames ends the connection.
            tokio::spawn(async move { while tls.read_u8().await.is_ok() {} });
        }
    });
    let client = client(port, Some(&pem), "sk_test");
    let options = RequestOptions::new().max_retries(0);
    let update = update("vs_1").with_options(options);
    client.send_with_meta(&update).await
}

/// Reads a frame, and gives its type.
async fn next_frame(stream: &mut (impl AsyncReadExt + Unpin)) -> u8 {
    let mut head = [0; 9];
    stream.read_exact(&mut head).await.expect("a frame");
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize;
    let mut rest = vec![0; length];
    stream.read_exact(&mut rest).await.expect("a frame");
    head[3]
}

/// So often at most.
const RESENDS: [(&[u8], usize); 2] = [(GO_AWAY, 16), (REFUSED, 2)];

#[tokio::test]
async fn a_request_that_was_not_begun_with_is_sent_again_at_once() {
    for (frames, most) in RESENDS {
        for connections in [1, most] {
            let response = post(frames, connections).await.unwrap();
            assert_eq!(response.body.id, "vs_1");
            assert_eq!(response.meta.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn it_is_not_sent_again_for_ever() {
    for (frames, most) in RESENDS {
        let error = post(frames, most + 1).await.unwrap_err();
        assert!(error.is_connection(), "{error:?}");
    }
}

#[tokio::test]
async fn a_request_that_may_have_been_begun_with_is_for_retries() {
    for frames in [GO_AWAY_FAILED, FAILED] {
        let error = post(frames, 1).await.unwrap_err();
        assert!(error.is_connection(), "{error:?}");
    }
}
