//! A server for each case, and what running a case finds.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustls::ClientConfig;
use rustls::RootCertStore;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use stripe_identity_conformance::Proxy;
use stripe_identity_conformance::calls::{Ask, Caller, Ended};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::ledger::Session;
use stripe_identity_conformance::origin::Origin;
use stripe_identity_tests::server::{Request, Server};
use tempfile::TempDir;

use super::case::{By, Case, Shows};
use super::certificates::{Authorities, Identity};

/// Far more than any case takes: what is not over by then hangs.
const HANGS: Duration = Duration::from_secs(60);

pub(crate) struct Setup {
    authorities: Authorities,
    origin: Origin,
    /// Where redirects lead.
    elsewhere: Server,
    nginx: Proxy,
    haproxy: Proxy,
    _certificates: TempDir,
}

/// What a case came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) call: Ended,
    /// What came to the origin.
    pub(crate) seen: Vec<Request>,
    sessions: Vec<Session>,
    elsewhere: usize,
}

impl Setup {
    pub(crate) fn start(cases: &[Case]) -> Self {
        let authorities = Authorities::new();
        let certificates = tempfile::tempdir().expect("a temporary directory");
        authorities.write(certificates.path());
        let origin = Origin::start();
        let elsewhere = Server::start([]).expect("a port");
        let fill_in = |text: String| {
            text.replace("CERTS", &path(certificates.path()))
                .replace("ORIGIN", &origin.port().to_string())
                .replace("ELSEWHERE", &elsewhere.address().port().to_string())
        };
        // Ports for all, so that a case's number is that of its port.
        let nginx = Proxy::nginx(cases.len(), |ports| fill_in(nginx_settings(cases, ports)));
        let haproxy = Proxy::haproxy(cases.len(), |ports| fill_in(haproxy_settings(cases, ports)));
        Self {
            authorities,
            origin,
            elsewhere,
            nginx,
            haproxy,
            _certificates: certificates,
        }
    }

    /// Runs a case by a thread of its own, which is given up if it hangs.
    pub(crate) fn run(&self, number: usize, case: &Case, kind: Kind) -> Run {
        let port = match case.by {
            By::Nginx(..) => self.nginx.port(number),
            By::Haproxy(..) => self.haproxy.port(number),
        };
        let prefix = format!("/case{number}/{kind}");
        self.origin.play(&prefix, &case.script);
        let elsewhere = self.elsewhere.requests().len();
        let mut settings = Settings::new(format!("{}:{port}{prefix}", case.origin), case.timeout);
        settings.trusted = Some(self.authorities.pem());
        settings.tls = match case.shows {
            Shows::Nothing => None,
            Shows::Known => Some(self.tls(true)),
            Shows::Unknown => Some(self.tls(false)),
        };
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let caller = Caller::new(kind, &settings);
            // Nobody listens once the case was given up.
            let _ = sender.send(caller.call(Ask::Create, "call"));
        });
        let ended = receiver.recv_timeout(HANGS);
        Run {
            call: ended.unwrap_or_else(|_| panic!("{}: hangs or panics", case.name)),
            seen: self.origin.requests(&prefix),
            sessions: self.origin.sessions(&prefix),
            elsewhere: self.elsewhere.requests().len() - elsewhere,
        }
    }

    /// TLS with a certificate of the client's own.
    fn tls(&self, known: bool) -> ClientConfig {
        let Identity { chain, key } = self.authorities.client(known);
        let mut roots = RootCertStore::empty();
        for certificate in certificates(&self.authorities.pem()) {
            roots.add(certificate).expect("a certificate");
        }
        let key = PrivateKeyDer::from_pem_slice(key.as_bytes()).expect("a key");
        ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(roots)
            .with_client_auth_cert(certificates(&chain), key)
            .expect("a configuration")
    }
}

impl Run {
    /// Says what is not as the case says, or as it always has to be.
    pub(crate) fn check(&self, case: &Case, kind: Kind) -> Result<(), String> {
        let call = &self.call;
        let got = (call.told.as_str(), call.attempts, self.seen.len());
        let wanted = (case.result, case.attempts, case.seen);
        if got != wanted {
            return Err(format!("{got:?} is not {wanted:?}: {}", call.shown));
        }
        // ureq speaks HTTP/1.1 only.
        let connection = match kind {
            Kind::Async => case.connection.to_owned(),
            Kind::Blocking => case.connection.replace("HTTP/2.0", "HTTP/1.1"),
        };
        let told = call.connection.as_deref().unwrap_or_default();
        if told != connection {
            return Err(format!("{told:?} is not {connection:?}"));
        }
        let right = match &self.sessions[..] {
            [] => call.id.is_none(),
            [session] => call.id.as_ref().is_none_or(|id| *id == session.id),
            _ => false,
        };
        if !right {
            return Err(format!("{:?}, but {call:?}", self.sessions));
        }
        let key = call.key.as_deref();
        if self
            .seen
            .iter()
            .any(|request| request.header("idempotency-key") != key)
        {
            return Err("a request with another key".to_owned());
        }
        if self.elsewhere > 0 {
            return Err("the other host was asked".to_owned());
        }
        Ok(())
    }
}

fn certificates(pem: &str) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem.as_bytes())
        .map(|certificate| certificate.expect("a certificate"))
        .collect()
}

fn path(path: &Path) -> String {
    path.display().to_string()
}

fn nginx_settings(cases: &[Case], ports: &[u16]) -> String {
    let mut servers = String::new();
    for (case, port) in cases.iter().zip(ports) {
        // A port that is another's listens as well, so that nginx is known to have started.
        let (listen, server, location) = match case.by {
            By::Nginx(listen, server, location) => (listen, server, location),
            By::Haproxy(..) => ("", "", "return 418;"),
        };
        let shown = case.shown;
        let _ = writeln!(
            servers,
            "server {{
               listen 127.0.0.1:{port} {listen} reuseport;
               ssl_certificate CERTS/{shown:?}.pem;
               ssl_certificate_key CERTS/{shown:?}.key;
               add_header X-Connection \"$ssl_protocol $server_protocol $ssl_server_name\";
               location @drop {{ return 444; }}
               {server}
               location / {{ {location} }}
             }}"
        );
    }
    format!(
        "upstream origin {{ server 127.0.0.1:ORIGIN; keepalive 8; }}
         ssl_protocols TLSv1.2 TLSv1.3;
         proxy_http_version 1.1;
         proxy_set_header Connection \"\";
         {servers}"
    )
}

fn haproxy_settings(cases: &[Case], ports: &[u16]) -> String {
    let mut listeners = String::new();
    for (number, (case, port)) in cases.iter().zip(ports).enumerate() {
        let (bind, lines) = match case.by {
            By::Haproxy(bind, lines) => (bind, lines),
            By::Nginx(..) => ("", ""),
        };
        let bind = match bind.strip_prefix("ssl") {
            Some(more) => format!("ssl crt CERTS/{:?}.pem{more}", case.shown),
            None => bind.to_owned(),
        };
        let _ = writeln!(
            listeners,
            "listen case{number}
  bind 127.0.0.1:{port} {bind}
  http-request set-var(txn.version) req.ver
  http-response set-header X-Connection \"%[ssl_fc_protocol] HTTP/%[var(txn.version)] %[ssl_fc_sni]\"
  {lines}
  server origin 127.0.0.1:ORIGIN"
        );
    }
    listeners
}
