//! Origin and proxies for all cases, and what running a case finds.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use socket2::{Domain, Socket, Type};
use stripe_identity_conformance::{Proxy, port_of};
use stripe_identity_tests::server::{Request, Server};

use super::case::{Case, Through};
use stripe_identity_conformance::calls::{Caller, Ended};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::ledger::Session;
use stripe_identity_conformance::origin::Origin;

/// Far more than any case takes: what is not over by then hangs.
const HANGS: Duration = Duration::from_secs(60);

pub(crate) struct Setup {
    origin: Origin,
    /// Where redirects lead.
    elsewhere: Server,
    nobody: Socket,
    nginx: Proxy,
    haproxy: Proxy,
}

/// What a case came to.
#[derive(Debug)]
pub(crate) struct Run {
    calls: Vec<Ended>,
    /// What came to the origin.
    pub(crate) seen: Vec<Request>,
    sessions: Vec<Session>,
    delays: Vec<Duration>,
    /// What came to the other host.
    elsewhere: usize,
    pub(crate) read: usize,
    pub(crate) peak: usize,
}

impl Setup {
    pub(crate) fn start(cases: &[Case]) -> Self {
        let origin = Origin::start();
        let elsewhere = Server::start([]).expect("a port");
        let nobody = nobody();
        let ports = [
            ("ORIGIN", origin.port()),
            ("ELSEWHERE", elsewhere.address().port()),
            ("NOBODY", port_of(&nobody)),
        ];
        let nginx = Proxy::nginx(2, |own| nginx_settings(cases, own, &ports));
        let haproxy = Proxy::haproxy(1, |own| haproxy_settings(cases, own, &ports));
        Self {
            origin,
            elsewhere,
            nobody,
            nginx,
            haproxy,
        }
    }

    /// Runs a case by a thread of its own, which is given up if it hangs.
    pub(crate) fn run(&self, number: usize, case: &Case, kind: Kind) -> Run {
        let port = match case.through {
            Through::Nothing => self.origin.port(),
            Through::Nginx(_) => self.nginx.port(0),
            Through::Haproxy(_) => self.haproxy.port(0),
            Through::Nobody => port_of(&self.nobody),
        };
        let prefix = format!("/case{number}/{kind}");
        self.origin.play(&prefix, &case.script);
        let elsewhere = self.elsewhere.requests().len();
        let (sender, receiver) = mpsc::channel();
        let url = format!("http://127.0.0.1:{port}{prefix}");
        let mut settings = Settings::new(url, case.timeout);
        settings.more = case.settings;
        let (case, made) = (case.clone(), settings.clone());
        let name = case.name;
        thread::spawn(move || {
            let caller = Caller::new(kind, &made);
            let mut calls = Vec::new();
            let memory = allocation_counter::measure(|| {
                for call in 0..case.calls {
                    calls.push(caller.call(case.ask, &format!("call {call}")));
                }
            });
            // Nobody listens once the case was given up.
            let _ = sender.send((calls, memory.bytes_max));
        });
        let ended = receiver.recv_timeout(HANGS);
        let (calls, peak) = ended.unwrap_or_else(|_| panic!("{name}: hangs or panics"));
        Run {
            calls,
            seen: self.origin.requests(&prefix),
            sessions: self.origin.sessions(&prefix),
            delays: settings.environment.delays(),
            elsewhere: self.elsewhere.requests().len() - elsewhere,
            read: settings.read.load(Ordering::Relaxed),
            peak: usize::try_from(peak).unwrap_or(usize::MAX),
        }
    }
}

impl Run {
    /// What each call came to, the same told once.
    pub(crate) fn result(&self) -> String {
        let told: BTreeSet<&str> = self.calls.iter().map(|call| call.told.as_str()).collect();
        told.into_iter().collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn attempts(&self) -> String {
        let attempts: BTreeSet<u32> = self.calls.iter().map(|call| call.attempts).collect();
        let attempts: Vec<_> = attempts.iter().map(u32::to_string).collect();
        attempts.join(", ")
    }

    /// What is not as the case says, or as it always has to be.
    pub(crate) fn check(&self, case: &Case) -> Result<(), String> {
        let mut found = Vec::new();
        let mut hold = |holds: bool, what: String| {
            if !holds {
                found.push(what);
            }
        };
        for call in &self.calls {
            let wanted = (case.result, case.attempts);
            let got = (call.told.as_str(), call.attempts);
            let or = case.or.map(|result| (result, case.attempts));
            hold(
                got == wanted || Some(got) == or,
                format!("{got:?} is not {wanted:?}: {}", call.shown),
            );
            let mine: Vec<_> = self
                .sessions
                .iter()
                .filter(|session| Some(&session.key) == call.key.as_ref())
                .collect();
            hold(mine.len() <= 1, format!("{mine:?} of one call"));
            let id = mine.first().map(|session| &session.id);
            hold(
                call.id.is_none() || call.id.as_ref() == id,
                format!("got {:?}, the ledger has {id:?}", call.id),
            );
        }
        let keys: BTreeSet<_> = self.calls.iter().map(|call| call.key.as_deref()).collect();
        for request in &self.seen {
            let key = request.header("idempotency-key");
            hold(
                keys.contains(&key),
                format!("{key:?} is the key of no call"),
            );
            let encoding = request.header("accept-encoding");
            hold(encoding.is_none(), format!("asked for {encoding:?}"));
        }
        let seen = self.seen.len();
        hold(
            seen == case.seen,
            format!("{seen} requests seen, not {}", case.seen),
        );
        let retries: u32 = self.calls.iter().map(|call| call.attempts - 1).sum();
        let delays = &self.delays;
        hold(
            delays.len() == retries as usize && delays.iter().all(|delay| *delay >= case.waits),
            format!("waited {delays:?} for {retries} retries"),
        );
        let elsewhere = self.elsewhere;
        hold(
            elsewhere == 0,
            format!("{elsewhere} requests to the other host"),
        );
        hold(self.read <= case.read, format!("read {} bytes", self.read));
        hold(self.peak <= case.peak, format!("held {} bytes", self.peak));
        if found.is_empty() {
            return Ok(());
        }
        Err(found.join("; "))
    }
}

/// Holds a port without listening at it.
fn nobody() -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    socket.bind(&any.into()).expect("a port");
    socket
}

fn fill_in(text: &str, ports: &[(&str, u16)]) -> String {
    ports.iter().fold(text.to_owned(), |text, (name, port)| {
        text.replace(name, &port.to_string())
    })
}

fn nginx_settings(cases: &[Case], own: &[u16], ports: &[(&str, u16)]) -> String {
    let mut locations = String::new();
    for (number, case) in cases.iter().enumerate() {
        if let Through::Nginx(settings) = case.through {
            let _ = writeln!(locations, "location /case{number}/ {{ {settings} }}");
        }
    }
    let (port, inner) = (own[0], own[1]);
    let text = format!(
        "upstream origin {{ server 127.0.0.1:ORIGIN; keepalive 8; }}
         upstream nobody {{ server 127.0.0.1:NOBODY; }}
         upstream twice {{ server 127.0.0.1:ORIGIN max_fails=0; server 127.0.0.1:ORIGIN max_fails=0; }}
         upstream inner {{ server 127.0.0.1:{inner}; }}
         map $uri $case {{ ~^(?<found>/[^/]+/[^/]+)/ $found; }}
         limit_req_zone $case zone=slow:1m rate=20r/s;
         proxy_http_version 1.1;
         proxy_set_header Connection \"\";
         proxy_read_timeout 60s;
         server {{
           listen 127.0.0.1:{port} reuseport;
           location @drop {{ return 444; }}
           location @reset {{ reset_timedout_connection on; return 444; }}
           {locations}
         }}
         # Compresses whatever the client takes.
         server {{
           listen 127.0.0.1:{inner} reuseport;
           gzip on; gzip_proxied any; gzip_types *; gzip_min_length 0; gzip_http_version 1.0;
           location / {{ proxy_pass http://origin; proxy_set_header Accept-Encoding \"\"; }}
         }}
         "
    );
    fill_in(&text, ports)
}

fn haproxy_settings(cases: &[Case], own: &[u16], ports: &[(&str, u16)]) -> String {
    let mut backends = String::new();
    for (number, case) in cases.iter().enumerate() {
        if let Through::Haproxy(settings) = case.through {
            let _ = writeln!(backends, "backend case{number}");
            for line in settings.lines() {
                let _ = writeln!(backends, "  {}", line.trim());
            }
            let _ = writeln!(backends, "  server origin 127.0.0.1:ORIGIN");
        }
    }
    let port = own[0];
    let text = format!(
        "frontend front
  bind 127.0.0.1:{port}
  use_backend %[path,field(2,/)]
# Counts the requests of each idempotency key.
backend keys
  stick-table type string len 64 size 10k expire 1h store http_req_cnt
{backends}"
    );
    fill_in(&text, ports)
}
