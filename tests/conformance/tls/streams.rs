//! Many calls at once by one client, on connections that take few streams or end soon.

use std::time::Duration;

use stripe_identity_conformance::calls::create_all;
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::{Act, Origin};
use stripe_identity_conformance::{Proxy, Tally};

use super::certificates::{Authorities, Shown};

const CALLS: usize = 300;
const AT_ONCE: usize = 32;

/// Name, and settings of nginx's `server`.
const CASES: [(&str, &str); 4] = [
    ("as many streams as usual", ""),
    ("one stream at a time", "http2_max_concurrent_streams 1;"),
    ("fifty requests, then it ends", "keepalive_requests 50;"),
    ("it ends when idle", "keepalive_timeout 20ms;"),
];

/// Every call gets its session at the first attempt, and none is created twice.
pub(crate) fn every_case() {
    let authorities = Authorities::new();
    let directory = tempfile::tempdir().expect("a temporary directory");
    authorities.write(directory.path());
    let origin = Origin::start();
    let certificate = directory.path().join(format!("{:?}.pem", Shown::Right));
    let certificate = certificate.display();
    let nginx = Proxy::nginx(CASES.len(), |ports| {
        let servers = CASES.iter().zip(ports).map(|((_, settings), port)| {
            format!(
                "server {{
                   listen 127.0.0.1:{port} ssl http2 reuseport;
                   ssl_certificate {certificate}; ssl_certificate_key {certificate};
                   {settings}
                   location / {{ proxy_pass http://127.0.0.1:{}; }}
                 }}
                 ",
                origin.port()
            )
        });
        servers.collect::<Vec<_>>().concat()
    });
    let mut tally = Tally::new(format!("tls: {AT_ONCE} calls at once"));
    for (number, (name, _)) in CASES.iter().enumerate() {
        for kind in Kind::ALL {
            let prefix = format!("/case{number}/{kind}");
            origin.play(&prefix, &[Act::Answer]);
            let url = format!("https://localhost:{}{prefix}", nginx.port(number));
            let mut settings = Settings::new(url, Duration::from_secs(20));
            settings.trusted = Some(authorities.pem());
            settings.more = |builder| builder.retry_budget(None).max_retries(5);
            let ended = create_all(kind, &settings, CALLS, AT_ONCE);
            let sessions = origin.sessions(&prefix);
            let attempts: u32 = ended.iter().map(|(_, ended)| ended.attempts).sum();
            tally.note(name, format!("{kind}: {attempts} attempts"));
            for (call, ended) in &ended {
                let mine = sessions
                    .iter()
                    .filter(|session| session.reference == call.to_string());
                let mine: Vec<_> = mine.map(|session| Some(session.id.clone())).collect();
                let right =
                    ended.told == "session" && mine == [ended.id.clone()] && ended.attempts == 1;
                let found = format!("{mine:?}, but {ended:?}");
                tally.holds(name, format!("{kind} {call}"), right, found);
            }
        }
    }
    tally.finish();
}
