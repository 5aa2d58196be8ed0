//! The origin and the proxies of all cases.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;

use socket2::{Domain, Socket, Type};
use stripe_identity_conformance::calls::Caller;
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::Origin;
use stripe_identity_conformance::trial::Trial;
use stripe_identity_conformance::{Proxy, port_of};
use stripe_identity_tests::silence::{Relay, SilentAddress};

use super::case::{Case, Network, Through};

pub(crate) struct Setup {
    origin: Origin,
    nobody: Socket,
    nginx: Proxy,
    haproxy: Proxy,
    /// Of nginx, by nobody but itself.
    certificate: String,
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
        let identity = rcgen::generate_simple_self_signed(HOSTS.map(str::to_owned));
        let identity = identity.expect("a certificate");
        let certificate = identity.cert.pem();
        let file = tempfile::NamedTempFile::new().expect("a file");
        let both = certificate.clone() + &identity.signing_key.serialize_pem();
        std::fs::write(file.path(), both).expect("a file is written");
        let nginx = Proxy::nginx(3, |own| fill_in(nginx_settings(cases, own, file.path())));
        let haproxy = Proxy::haproxy(1, |own| fill_in(haproxy_settings(cases, own)));
        Self {
            origin,
            nobody,
            nginx,
            haproxy,
            certificate,
        }
    }

    /// Runs a case, and says what is wrong.
    pub(crate) fn run(&self, number: usize, case: &Case, kind: Kind) -> Vec<String> {
        let (scheme, port) = match case.through {
            Through::Nothing => ("http", self.origin.port()),
            Through::Nginx(_) => ("http", self.nginx.port(0)),
            Through::Http2(_) => ("https", self.nginx.port(1)),
            Through::Haproxy(_) => ("http", self.haproxy.port(0)),
            Through::Nobody => ("http", port_of(&self.nobody)),
        };
        let [by_name, by_address] = HOSTS;
        let (host, _silent, relay) = match case.network {
            Network::Sound => (by_address, None, None),
            Network::SilentAddress => (by_name, Some(SilentAddress::at(port)), None),
            Network::SilentConnections(idle) => {
                (by_address, None, Some((Relay::to(port, idle), idle)))
            }
        };
        let port = relay.as_ref().map_or(port, |(relay, _)| relay.port());
        let prefix = format!("/case{number}/{kind}");
        self.origin.play(&prefix, &case.script);
        let url = format!("{scheme}://{host}:{port}{prefix}");
        let mut settings = Settings::new(url, case.timeout);
        settings.more = case.settings;
        settings.trusted = Some(self.certificate.clone());
        settings.transport = |transport| {
            let addresses = [SilentAddress::IP, Ipv4Addr::LOCALHOST].map(IpAddr::from);
            transport.resolve(HOSTS[0], addresses)
        };
        let caller = Caller::new(kind, &settings);
        let mut found = Vec::new();
        if let Some((relay, idle)) = relay {
            let before = caller.create_all(idle, idle);
            if before.iter().any(|(_, ended)| ended.told != "session") {
                found.push(format!("before the silence: {before:?}"));
            }
            relay.mute();
        }
        let calls = (case.ask, case.calls);
        let trial = Trial::run(&self.origin, &prefix, caller, &settings, calls);
        found.extend(trial.check(&case.wanted));
        let mut calls = trial.calls.iter();
        let http2 = calls.all(|call| call.connection.as_deref() == Some("HTTP/2.0"));
        if http2 != matches!(case.through, Through::Http2(_)) {
            found.push(format!("over HTTP/2: {http2}"));
        }
        if trial.read > case.read || trial.peak > case.peak {
            let Trial { read, peak, .. } = trial;
            found.push(format!("read {read} bytes, held {peak}"));
        }
        found
    }
}

/// This machine, by name and by address.
const HOSTS: [&str; 2] = ["localhost", "127.0.0.1"];

/// Holds a port without listening at it.
fn nobody() -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    socket.bind(&any.into()).expect("a port");
    socket
}

fn nginx_settings(cases: &[Case], own: &[u16], certificate: &Path) -> String {
    let mut locations = String::new();
    for (number, case) in cases.iter().enumerate() {
        if let Through::Nginx(settings) | Through::Http2(settings) = case.through {
            let _ = writeln!(locations, "location /case{number}/ {{ {settings} }}");
        }
    }
    let (port, http2, inner) = (own[0], own[1], own[2]);
    let certificate = certificate.display();
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
           listen 127.0.0.1:{http2} ssl http2 reuseport;
           ssl_certificate {certificate}; ssl_certificate_key {certificate};
           add_header X-Connection $server_protocol;
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
