//! The default transport on networks and runtimes that misbehave: both clients, both protocols.

use std::future::Future;
use std::net::{IpAddr, Ipv4Addr};
use std::pin::pin;
use std::task::{Context, Waker};
use std::thread;
use std::time::Duration;

use stripe_runtime::transport::{HyperTransport, HyperTransportBuilder};
use stripe_runtime::{
    BlockingClient, Client, ClientBuilder, Error, RequestOptions, Response,
    TransportErrorKind as Kind,
};
use tokio::runtime::{Builder, Runtime};

use crate::server::{Reply, Server};
use crate::silence::{Relay, SilentAddress};
use crate::support::environment::NoDelay;
use crate::support::operations::{Session, Update, retrieve, update};
use crate::tls;

const SESSION: &str = r#"{"id":"vs_1","object":"identity.verification_session"}"#;

fn runtime() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_all().build().expect("a runtime")
}

/// A server that answers every request, on a thread of its own.
pub(crate) struct Origin {
    url: &'static str,
    pub(crate) pem: Option<String>,
    pub(crate) port: u16,
    _server: Option<Server>,
}

impl Origin {
    pub(crate) fn plain() -> Self {
        let server = Server::answering(|_| Reply::json(200, SESSION)).expect("a port");
        Self {
            url: "http://localhost",
            pem: None,
            port: server.address().port(),
            _server: Some(server),
        }
    }

    /// Speaks HTTP/2 if the client can.
    pub(crate) fn tls() -> Self {
        let authority = tls::authority(tls::PREFERRED);
        let (sender, port) = std::sync::mpsc::channel();
        thread::spawn(move || {
            runtime().block_on(async {
                let port = tls::serve(authority.server).await;
                sender.send(port).expect("somebody waits");
                std::future::pending::<()>().await;
            });
        });
        Self {
            url: "https://localhost",
            pem: Some(authority.pem),
            port: port.recv().expect("a port"),
            _server: None,
        }
    }

    pub(crate) fn builder(
        &self,
        port: u16,
        transport: impl FnOnce(HyperTransportBuilder) -> HyperTransportBuilder,
    ) -> ClientBuilder {
        let mut builder = HyperTransport::builder().no_proxy();
        if let Some(pem) = &self.pem {
            builder = builder.root_certificates_pem(pem);
        }
        Client::builder("sk_test")
            .base_url(format!("{}:{port}", self.url))
            .environment(NoDelay::default())
            .transport(transport(builder).build().expect("a transport"))
    }
}

/// Either client.
enum Caller {
    Async(Client, Runtime),
    Blocking(BlockingClient),
}

impl Caller {
    fn call(&self, request: &Update) -> Result<Response<Session>, Error> {
        match self {
            Self::Async(client, runtime) => runtime.block_on(client.send_with_meta(request)),
            Self::Blocking(client) => client.send_with_meta(request),
        }
    }

    /// So many calls at the same time, so that each has a connection under HTTP/1.1.
    fn call_at_once(&self, calls: usize) {
        match self {
            Self::Async(client, runtime) => runtime.block_on(async {
                let mut set = tokio::task::JoinSet::new();
                for _ in 0..calls {
                    let client = client.clone();
                    set.spawn(async move { update("vs_1").send(&client).await });
                }
                while let Some(called) = set.join_next().await {
                    called.expect("no panic").expect("an answer");
                }
            }),
            Self::Blocking(client) => thread::scope(|scope| {
                for _ in 0..calls {
                    scope.spawn(|| client.send(&update("vs_1")).expect("an answer"));
                }
            }),
        }
    }
}

/// Runs a check with both clients and both protocols.
fn each(
    transport: impl Fn(HyperTransportBuilder) -> HyperTransportBuilder,
    check: impl Fn(&Caller, &Relay),
) {
    for origin in [Origin::plain(), Origin::tls()] {
        let relay = Relay::to(origin.port, 1);
        let builder = || origin.builder(relay.port(), &transport);
        check(
            &Caller::Async(builder().build().unwrap(), runtime()),
            &relay,
        );
        let relay = Relay::to(origin.port, 1);
        let builder = || origin.builder(relay.port(), &transport);
        check(
            &Caller::Blocking(builder().build_blocking().unwrap()),
            &relay,
        );
    }
}

fn brief(milliseconds: u64) -> RequestOptions {
    RequestOptions::new().timeout(Duration::from_millis(milliseconds))
}

#[test]
fn a_silent_connection_is_not_used_again() {
    each(
        |builder| builder,
        |caller, relay| {
            caller.call_at_once(3);
            let before = relay.connections();
            relay.mute();
            let called = caller
                .call(&update("vs_1").with_options(brief(1_500)))
                .unwrap();
            assert_eq!(called.meta.attempts(), 2);
            assert_eq!(relay.connections(), before + 1);
            // The new one is kept.
            caller.call(&update("vs_1")).unwrap();
            assert_eq!(relay.connections(), before + 1);
        },
    );
}

#[cfg(feature = "http2")]
#[test]
fn a_call_that_is_dropped_leaves_the_others_their_connection() {
    let origin = Origin::tls();
    let relay = Relay::to(origin.port, 1);
    let client = origin.builder(relay.port(), |b| b).build().unwrap();
    runtime().block_on(async {
        update("vs_1").send(&client).await.unwrap();
        for _ in 0..10 {
            let mut dropped = Box::pin(update("vs_1").send(&client));
            tokio::select! {
                biased;
                _ = &mut dropped => {}
                () = tokio::task::yield_now() => {}
            }
            drop(dropped);
            update("vs_1").send(&client).await.unwrap();
        }
    });
    assert_eq!(relay.connections(), 1);
}

#[test]
fn the_next_address_is_tried_in_time() {
    let addresses = [SilentAddress::IP, Ipv4Addr::LOCALHOST].map(IpAddr::from);
    each(
        |builder| builder.resolve("localhost", addresses),
        |caller, relay| {
            let _silent = SilentAddress::at(relay.port());
            let options = brief(5_000).max_retries(0);
            caller.call(&update("vs_1").with_options(options)).unwrap();
        },
    );
}

#[test]
fn the_next_address_is_tried_at_once_after_a_refusal() {
    // Nobody listens at the first.
    let addresses = [SilentAddress::IP, Ipv4Addr::LOCALHOST].map(IpAddr::from);
    each(
        |builder| builder.resolve("localhost", addresses),
        |caller, _| drop(caller.call(&update("vs_1")).unwrap()),
    );
}

#[test]
fn a_host_without_an_address_is_a_connection_error_and_is_retried() {
    let environment = NoDelay::default();
    let builder = || {
        Client::builder("sk_test")
            .base_url("https://no-such-host.invalid")
            .environment(environment.clone())
    };
    let callers = [
        Caller::Async(builder().build().unwrap(), runtime()),
        Caller::Blocking(builder().build_blocking().unwrap()),
    ];
    for (number, caller) in (1..).zip(callers) {
        let error = caller.call(&update("vs_1")).unwrap_err();
        assert_eq!(error.transport_error().unwrap().kind(), Kind::Connect);
        assert_eq!((error.attempts(), error.was_sent()), (0, false));
        assert_eq!(environment.retries(), 2 * number);
    }
}

#[test]
fn the_longest_durations_are_no_limit() {
    each(
        |builder| builder.connect_timeout(Duration::MAX),
        |caller, _| {
            let options = RequestOptions::new()
                .timeout(Duration::MAX)
                .deadline(Duration::MAX);
            caller.call(&update("vs_1").with_options(options)).unwrap();
        },
    );
}

/// Polls once.
fn poll<F: Future>(future: std::pin::Pin<&mut F>) -> bool {
    future
        .poll(&mut Context::from_waker(Waker::noop()))
        .is_ready()
}

#[test]
fn a_future_that_nobody_polls_keeps_nobody_waiting() {
    for origin in [Origin::plain(), Origin::tls()] {
        let builder = origin.builder(origin.port, |b| b.max_concurrent_requests(1));
        let client = builder.build().unwrap();
        runtime().block_on(async {
            // One has its turn and one waits for it. Nobody polls them again.
            let mut first = pin!(update("vs_1").send(&client));
            let mut second = pin!(update("vs_1").send(&client));
            assert!(!poll(first.as_mut()) && !poll(second.as_mut()));
            for _ in 0..3 {
                update("vs_1").send(&client).await.unwrap();
            }
            assert!(first.await.is_ok() && second.await.is_ok());
        });
    }
}

#[test]
fn waiting_for_a_turn_is_no_attempt() {
    let server = Server::start([Reply::stall(), Reply::json(200, SESSION)]).unwrap();
    let transport = HyperTransport::builder().max_concurrent_requests(1);
    let client = Client::builder("sk_test")
        .base_url(server.url())
        .transport(transport.build().unwrap())
        .retry_budget(5)
        .environment(NoDelay::default())
        .build()
        .unwrap();
    runtime().block_on(async {
        let mut stalled = Box::pin(update("vs_1").send(&client));
        while server.requests().is_empty() {
            assert!(!poll(stalled.as_mut()));
            tokio::task::yield_now().await;
        }
        let deadline = RequestOptions::new().deadline(Duration::from_millis(150));
        let error = update("vs_1")
            .with_options(deadline)
            .send(&client)
            .await
            .unwrap_err();
        assert!(error.is_timeout());
        assert_eq!((error.attempts(), error.was_sent()), (0, false));
        assert_eq!((server.requests().len(), server.connections()), (1, 1));

        // The timeout is that of an attempt: it does not run while a request waits.
        let options = brief(150).max_retries(0);
        let mut waiting = pin!(update("vs_1").with_options(options).send(&client));
        tokio::select! {
            _ = &mut waiting => panic!("it waits"),
            () = tokio::time::sleep(Duration::from_millis(300)) => {}
        }
        drop(stalled);
        waiting.await.unwrap();
    });
}

#[test]
fn calls_at_once_are_counted_as_they_arrive() {
    const ANSWERED: usize = 100;
    const IN_FLIGHT: usize = 10;
    let answers = std::iter::repeat_n(Reply::json(200, SESSION), ANSWERED);
    let silence = std::iter::repeat_n(Reply::stall(), IN_FLIGHT);
    let server = Server::start(answers.chain(silence)).unwrap();
    let transport = HyperTransport::builder().max_concurrent_requests(IN_FLIGHT);
    let client = Client::builder("sk_test")
        .base_url(server.url())
        .transport(transport.build().unwrap())
        .deadline(Duration::from_millis(200))
        .environment(NoDelay::default())
        .build()
        .unwrap();
    // Time passes only while every task waits.
    let mut runtime = Builder::new_current_thread();
    let runtime = runtime.enable_all().start_paused(true).build().unwrap();
    let attempts = runtime.block_on(async {
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..2_500 {
            let client = client.clone();
            calls.spawn(async move {
                let called = client.send_with_meta(&update("vs_1")).await;
                called.map_or_else(|error| error.attempts(), |called| called.meta.attempts())
            });
        }
        while server.requests().len() < ANSWERED + IN_FLIGHT {
            tokio::task::yield_now().await;
        }
        assert_eq!(server.connections(), IN_FLIGHT);
        // The deadline comes for those in flight and those that wait.
        let attempts = calls.join_all().await;
        attempts.into_iter().sum::<u32>() as usize
    });
    assert_eq!(attempts, ANSWERED + IN_FLIGHT);
    assert_eq!(server.requests().len(), attempts);
}

#[test]
fn runtimes_come_and_go() {
    for origin in [Origin::plain(), Origin::tls()] {
        let client = origin.builder(origin.port, |b| b).build().unwrap();
        thread::scope(|scope| {
            for number in 0..20 {
                let client = client.clone();
                scope.spawn(move || {
                    let runtime = runtime();
                    runtime.block_on(async {
                        for _ in 0..=number {
                            retrieve("vs_1").send(&client).await.unwrap();
                        }
                        // Under way when the runtime ends.
                        let mut doomed = pin!(retrieve("vs_1").send(&client));
                        assert!(!poll(doomed.as_mut()));
                    });
                });
            }
        });
    }
}

#[test]
fn a_runtime_that_is_not_driven_keeps_its_connections_to_itself() {
    for origin in [Origin::plain(), Origin::tls()] {
        let relay = Relay::to(origin.port, 1);
        let client = origin.builder(relay.port(), |b| b).build().unwrap();
        let (asleep, awake) = (runtime(), runtime());
        for (runtime, connections) in [(&asleep, 1), (&awake, 2), (&asleep, 2)] {
            let called = runtime
                .block_on(client.send_with_meta(&retrieve("vs_1")))
                .unwrap();
            assert_eq!(
                (called.meta.attempts(), relay.connections()),
                (1, connections)
            );
        }
    }
}

#[test]
fn a_call_that_outlives_its_runtime_is_a_closed_connection() {
    let server = Server::start([Reply::stall()]).unwrap();
    let client = Client::builder("sk_test")
        .base_url(server.url())
        .max_retries(0)
        .build()
        .unwrap();
    let runtime = runtime();
    let mut call = Box::pin(update("vs_1").send(&client));
    runtime.block_on(async {
        while server.requests().is_empty() {
            assert!(!poll(call.as_mut()));
            tokio::task::yield_now().await;
        }
    });
    drop(runtime);
    let error = self::runtime().block_on(call).unwrap_err();
    assert_eq!(error.transport_error().unwrap().kind(), Kind::Closed);
    assert!(error.was_sent());
}

#[test]
fn the_blocking_client_works_inside_async_code() {
    let origin = Origin::plain();
    let client = origin.builder(origin.port, |b| b).build_blocking().unwrap();
    runtime().block_on(async move {
        client.send(&update("vs_1")).unwrap();
        // And is dropped there.
    });
}

#[test]
fn outside_of_a_runtime_the_transport_says_what_it_needs() {
    let client = Client::new("sk_test").unwrap();
    let call = pin!(update("vs_1").send(&client));
    let std::task::Poll::Ready(Err(error)) = call.poll(&mut Context::from_waker(Waker::noop()))
    else {
        panic!("an error")
    };
    assert_eq!(
        error.transport_error().unwrap().kind(),
        Kind::InvalidRequest
    );
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "the default transport needs a tokio runtime");
}
