//! The proxies of all cases, which terminate TLS.

use std::fmt::Write as _;
use std::sync::Arc;

use rustls::ClientConfig;
use rustls::RootCertStore;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use stripe_identity_conformance::Proxy;
use stripe_identity_conformance::calls::{Ask, Caller};
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::Origin;
use stripe_identity_conformance::trial::Trial;
use tempfile::TempDir;

use super::case::{By, Case, Shows};
use super::certificates::{Authorities, Identity};

pub(crate) struct Setup {
    authorities: Authorities,
    origin: Origin,
    nginx: Proxy,
    haproxy: Proxy,
    _certificates: TempDir,
}

impl Setup {
    pub(crate) fn start(cases: &[Case]) -> Self {
        let authorities = Authorities::new();
        let certificates = tempfile::tempdir().expect("a temporary directory");
        authorities.write(certificates.path());
        let origin = Origin::start();
        let fill_in = |text: String| {
            let text = text.replace("CERTS", &certificates.path().display().to_string());
            let fill = |text: String, (name, port)| text.replace(name, &u16::to_string(&port));
            origin.ports().into_iter().fold(text, fill)
        };
        // Ports for all, so that a case's number is that of its port.
        let nginx = Proxy::nginx(cases.len(), |ports| fill_in(nginx_settings(cases, ports)));
        let haproxy = Proxy::haproxy(cases.len(), |ports| fill_in(haproxy_settings(cases, ports)));
        Self {
            authorities,
            origin,
            nginx,
            haproxy,
            _certificates: certificates,
        }
    }

    /// Runs a case, and says what is wrong.
    pub(crate) fn run(&self, number: usize, case: &Case, kind: Kind) -> Vec<String> {
        let port = match case.by {
            By::Nginx(..) => self.nginx.port(number),
            By::Haproxy(..) => self.haproxy.port(number),
        };
        let prefix = format!("/case{number}/{kind}");
        self.origin.play(&prefix, &case.script);
        let mut settings = Settings::new(format!("{}:{port}{prefix}", case.origin), case.timeout);
        settings.trusted = Some(self.authorities.pem());
        settings.tls = match case.shows {
            Shows::Nothing => None,
            Shows::Known => Some(self.tls(true)),
            Shows::Unknown => Some(self.tls(false)),
        };
        let caller = Caller::new(kind, &settings);
        let trial = Trial::run(&self.origin, &prefix, caller, &settings, (Ask::Create, 1));
        let mut found = trial.check(&case.wanted);
        let connection = case.connection;
        let told = trial.calls[0].connection.as_deref().unwrap_or_default();
        if told != connection {
            found.push(format!("by {told:?}, not {connection:?}"));
        }
        found
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

fn certificates(pem: &str) -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(pem.as_bytes())
        .map(|certificate| certificate.expect("a certificate"))
        .collect()
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
