//! Proxies of the environment: one rule for both clients.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use stripe_runtime::transport::HyperTransport;
use stripe_runtime::{Client, ClientBuilder, Error, TransportError};

use crate::networks::Origin;
use crate::support::operations::{Session, retrieve};
use crate::support::vectors::wait;

/// A proxy that tunnels, and how often it did.
fn proxy() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let tunnels = Arc::new(AtomicUsize::default());
    let count = Arc::clone(&tunnels);
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::SeqCst);
            thread::spawn(move || tunnel(client));
        }
    });
    (port, tunnels)
}

fn tunnel(mut client: TcpStream) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        client.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let port = head
        .split([':', ' '])
        .nth(2)
        .and_then(|port| port.parse().ok());
    let server = TcpStream::connect(("127.0.0.1", port.unwrap_or(0)))?;
    client.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
    let (from_client, to_server) = (client.try_clone()?, server.try_clone()?);
    thread::spawn(move || copy(from_client, to_server));
    copy(server, client)
}

fn copy(mut from: TcpStream, mut to: TcpStream) -> io::Result<()> {
    io::copy(&mut from, &mut to)?;
    to.shutdown(Shutdown::Write)
}

/// Run by the test below in a process of its own, whose environment names proxies. Prints what
/// came of a call of each client.
#[test]
fn child_calls() {
    let (Ok(port), Ok(pem)) = (std::env::var("CHILD_PORT"), std::env::var("CHILD_PEM")) else {
        return;
    };
    let builder = || -> ClientBuilder {
        let transport = HyperTransport::builder().root_certificates_pem(&pem);
        Client::builder("sk_test")
            .base_url(format!("https://localhost:{port}"))
            .transport(transport.build().expect("a transport"))
            .max_retries(0)
    };
    let told = |called: Result<Session, Error>| match called {
        Ok(_) => "answer".to_owned(),
        Err(error) => format!("{:?}", error.transport_error().map(TransportError::kind)),
    };
    let client = builder().build().expect("a client");
    let called = told(wait(client.send(&retrieve("vs_1"))));
    let client = builder().build_blocking().expect("a client");
    let called_too = told(client.send(&retrieve("vs_1")));
    eprintln!("came of it: {called} {called_too}");
}

#[test]
fn of_the_environment() {
    let origin = Origin::tls();
    let (port, tunnels) = proxy();
    let names = [
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "NO_PROXY",
        "REQUEST_METHOD",
    ];
    let (direct, tunnelled) = (("answer", 0), ("answer", 1));
    let refused = ("Some(InvalidRequest)", 0);
    let cases: &[(&[(&str, &str)], _)] = &[
        (&[], direct),
        (&[("HTTPS_PROXY", "http://PROXY")], tunnelled),
        (&[("https_proxy", "http://PROXY")], tunnelled),
        (&[("HTTPS_PROXY", "PROXY")], tunnelled),
        (&[("HTTPS_PROXY", " http://PROXY ")], tunnelled),
        (&[("HTTPS_PROXY", "http://user:password@PROXY")], tunnelled),
        (&[("HTTPS_PROXY", "")], direct),
        (&[("HTTP_PROXY", "http://PROXY")], direct),
        (
            &[("HTTP_PROXY", "http://PROXY"), ("REQUEST_METHOD", "GET")],
            direct,
        ),
        (&[("ALL_PROXY", "http://PROXY")], tunnelled),
        (
            &[("ALL_PROXY", "http://PROXY"), ("HTTPS_PROXY", "")],
            tunnelled,
        ),
        (
            &[
                ("ALL_PROXY", "http://127.0.0.1:1"),
                ("HTTPS_PROXY", "http://PROXY"),
            ],
            tunnelled,
        ),
        (&[("HTTPS_PROXY", "socks5://PROXY")], refused),
        (&[("ALL_PROXY", "socks5://PROXY")], refused),
        (&[("HTTPS_PROXY", "https://PROXY")], refused),
        (&[("HTTPS_PROXY", "not a proxy")], refused),
        (
            &[
                ("HTTPS_PROXY", "http://PROXY"),
                ("NO_PROXY", "example.com, localhost"),
            ],
            direct,
        ),
        (
            &[
                ("HTTPS_PROXY", "http://PROXY"),
                ("no_proxy", " .localhost "),
            ],
            direct,
        ),
        (
            &[("HTTPS_PROXY", "http://PROXY"), ("NO_PROXY", "*")],
            direct,
        ),
        (
            &[("HTTPS_PROXY", "http://PROXY"), ("NO_PROXY", "ocalhost")],
            tunnelled,
        ),
        (
            &[("HTTPS_PROXY", "socks5://PROXY"), ("NO_PROXY", "localhost")],
            direct,
        ),
    ];
    for &(variables, expected) in cases {
        // Without the feature, the environment is ignored.
        let (told, tunnels_each) = if cfg!(feature = "proxy") {
            expected
        } else {
            direct
        };
        let before = tunnels.load(Ordering::SeqCst);
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "proxies::child_calls", "--nocapture"]);
        for name in names {
            child.env_remove(name).env_remove(name.to_ascii_lowercase());
        }
        for (name, value) in variables {
            child.env(name, value.replace("PROXY", &format!("127.0.0.1:{port}")));
        }
        child.env("CHILD_PORT", origin.port.to_string());
        child.env("CHILD_PEM", origin.pem.as_deref().unwrap());
        let output = child.output().unwrap();
        let shown = String::from_utf8_lossy(&output.stderr);
        let expected = format!("came of it: {told} {told}\n");
        assert!(shown.contains(&expected), "{variables:?}: {shown}");
        let tunnels = tunnels.load(Ordering::SeqCst) - before;
        assert_eq!(tunnels, 2 * tunnels_each, "{variables:?}");
    }
}
