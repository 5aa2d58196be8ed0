//! The origin and the proxies of all cases.

use std::fmt::Write as _;
use std::net::SocketAddr;

use socket2::{Domain, Socket, Type};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::Origin;
use stripe_identity_conformance::trial::Trial;
use stripe_identity_conformance::{Proxy, port_of};

use super::case::{Case, Through};

pub(crate) struct Setup {
    origin: Origin,
    nobody: Socket,
    nginx: Proxy,
    haproxy: Proxy,
}

impl Setup {
    pub(crate) fn start(cases: &[Case]) -> Self {
        let origin = Origin::start();
        let nobody = nobody();
        let [behind, elsewhere] = origin.ports();
        let ports = [behind, elsewhere, ("NOBODY", port_of(&nobody))];
        let fill_in = |text: String| {
            let fill = |text: String, (name, port)| text.replace(name, &u16::to_string(&port));
            ports.into_iter().fold(text, fill)
        };
        let nginx = Proxy::nginx(2, |own| fill_in(nginx_settings(cases, own)));
        let haproxy = Proxy::haproxy(1, |own| fill_in(haproxy_settings(cases, own)));
        Self {
            origin,
            nobody,
            nginx,
            haproxy,
        }
    }

    /// Runs a case, and says what is wrong.
    pub(crate) fn run(&self, number: usize, case: &Case, kind: Kind) -> Vec<String> {
        let port = match case.through {
            Through::Nothing => self.origin.port(),
            Through::Nginx(_) => self.nginx.port(0),
            Through::Haproxy(_) => self.haproxy.port(0),
            Through::Nobody => port_of(&self.nobody),
        };
        let prefix = format!("/case{number}/{kind}");
        self.origin.play(&prefix, &case.script);
        let url = format!("http://127.0.0.1:{port}{prefix}");
        let mut settings = Settings::new(url, case.timeout);
        settings.more = case.settings;
        let calls = (case.ask, case.calls);
        let trial = Trial::run(&self.origin, &prefix, kind, &settings, calls);
        let mut found = trial.check(&case.wanted);
        if trial.read > case.read || trial.peak > case.peak {
            let Trial { read, peak, .. } = trial;
            found.push(format!("read {read} bytes, held {peak}"));
        }
        found
    }
}

/// Holds a port without listening at it.
fn nobody() -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    socket.bind(&any.into()).expect("a port");
    socket
}

fn nginx_settings(cases: &[Case], own: &[u16]) -> String {
    let mut locations = String::new();
    for (number, case) in cases.iter().enumerate() {
        if let Through::Nginx(settings) = case.through {
            let _ = writeln!(locations, "location /case{number}/ {{ {settings} }}");
        }
    }
    let (port, inner) = (own[0], own[1]);
    format!(
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
    )
}

fn haproxy_settings(cases: &[Case], own: &[u16]) -> String {
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
    format!(
        "frontend front
  bind 127.0.0.1:{port}
  use_backend %[path,field(2,/)]
# Counts the requests of each idempotency key.
backend keys
  stick-table type string len 64 size 10k expire 1h store http_req_cnt
{backends}"
    )
}
