//! Connections that the other side closes while they wait in the client's pool.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use stripe_identity_conformance::calls::{Ask, Caller, Ended};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::{Act, Origin};
use stripe_identity_conformance::{Proxy, Tally};

const CALLS: usize = 100;

struct Case {
    name: &'static str,
    through: &'static str,
    port: u16,
    act: Act,
    /// Whether an asynchronous runtime goes on meanwhile, and so may see connections close.
    awake: bool,
    /// The least number of connections that the calls take, so that it is known that some closed.
    connections: usize,
}

/// Calls one after the other, with pauses about as long as connections are kept: some find
/// theirs open, some closed, some closing. No call fails, and none creates twice.
pub(crate) fn every_case() {
    let origin = Origin::start();
    let nginx = Proxy::nginx(3, |ports| nginx_settings(ports, origin.port()));
    let haproxy = Proxy::haproxy(2, |ports| haproxy_settings(ports, origin.port()));
    let (n, h) = (
        |at| ("nginx", nginx.port(at)),
        |at| ("haproxy", haproxy.port(at)),
    );
    let direct = ("nothing", origin.port());
    let case = |name, (through, port), at_once, awake, connections| Case {
        name,
        through,
        port,
        // The origin's own doing.
        act: if at_once {
            Act::AnswerAndClose
        } else {
            Act::Answer
        },
        awake,
        connections,
    };
    let few = 2;
    let cases = [
        case("after a millisecond", n(0), false, true, few),
        case("after a millisecond", h(0), false, true, few),
        case("meanwhile, runtime asleep", n(0), false, false, few),
        case("meanwhile, runtime asleep", h(0), false, false, few),
        case("as each reply says", n(1), false, true, CALLS),
        case("as each reply says", h(1), false, true, CALLS),
        case("after each reply, unsaid", direct, true, true, 0),
        case("behind the proxy, unsaid", n(2), true, true, 1),
    ];
    let mut tally = Tally::new("faults: connections closed while idle, by who is called");
    for (number, case) in cases.iter().enumerate() {
        for kind in Kind::ALL {
            let prefix = format!("/case{number}/{kind}");
            origin.play(&prefix, std::slice::from_ref(&case.act));
            let url = format!("http://127.0.0.1:{}{prefix}", case.port);
            let calls = call(kind, url, case.awake);
            let attempts: u32 = calls.iter().map(|call| call.attempts).sum();
            let connections: BTreeSet<_> = calls
                .iter()
                .filter_map(|call| call.connection.as_deref())
                .collect();
            let connections = connections.len();
            let told = format!("{kind}: {attempts} attempts, {connections} connections");
            tally.note(case.through, told);
            let result = check(&calls, &origin, &prefix, connections >= case.connections);
            tally.case(case.through, format!("{}, {kind}", case.name), result);
        }
    }
    tally.finish();
}

fn call(kind: Kind, url: String, awake: bool) -> Vec<Ended> {
    let mut settings = Settings::new(url, Duration::from_secs(20));
    settings.more = |builder| builder.retry_budget(None);
    let caller = Caller::new(kind, &settings);
    let call = |number: usize| {
        // From none to more than what the proxies wait. Nothing depends on how long it takes.
        let pause = Duration::from_micros(number as u64 % 20 * 100);
        if awake {
            caller.pause(pause);
        } else {
            thread::sleep(pause);
        }
        caller.call(Ask::Create, &number.to_string())
    };
    (0..CALLS).map(call).collect()
}

fn check(calls: &[Ended], origin: &Origin, prefix: &str, closed: bool) -> Result<(), String> {
    let sessions = origin.sessions(prefix);
    let given: BTreeSet<_> = calls
        .iter()
        .map(|call| (call.id.clone(), call.key.clone()))
        .collect();
    let created = sessions
        .iter()
        .map(|session| (Some(session.id.clone()), Some(session.key.clone())));
    let failed = calls.iter().find(|call| call.told != "session");
    if let Some(failed) = failed {
        return Err(format!("{failed:?}"));
    }
    if given != created.collect() || sessions.len() != CALLS {
        return Err(format!("{} sessions for {CALLS} calls", sessions.len()));
    }
    closed
        .then_some(())
        .ok_or_else(|| "too few connections were closed".to_owned())
}

fn nginx_settings(ports: &[u16], origin: u16) -> String {
    let server = |port: u16, settings: &str| {
        format!(
            "server {{
               listen 127.0.0.1:{port} reuseport;
               add_header X-Connection $remote_port;
               {settings}
               location / {{ proxy_pass http://origin; }}
             }}
             "
        )
    };
    format!(
        "upstream origin {{ server 127.0.0.1:{origin}; keepalive 8; }}
         proxy_http_version 1.1;
         proxy_set_header Connection \"\";
         {}{}{}",
        server(ports[0], "keepalive_timeout 1ms;"),
        server(ports[1], "keepalive_requests 1;"),
        server(ports[2], ""),
    )
}

fn haproxy_settings(ports: &[u16], origin: u16) -> String {
    let listen = |port: u16, settings: &str| {
        format!(
            "listen front{port}
  bind 127.0.0.1:{port}
  {settings}
  http-response set-header X-Connection %[src_port]
  server origin 127.0.0.1:{origin}
"
        )
    };
    listen(ports[0], "timeout http-keep-alive 1ms") + &listen(ports[1], "option httpclose")
}
