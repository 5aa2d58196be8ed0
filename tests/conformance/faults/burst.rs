//! More calls at once than a proxy lets through.

use std::time::Duration;

use stripe_identity_conformance::calls::create_all;
use stripe_identity_conformance::clients::{Kind, Settings};
use stripe_identity_conformance::origin::{Act, Origin};
use stripe_identity_conformance::{Proxy, Tally};

const CALLS: usize = 20;
const LET_THROUGH: usize = 5;

/// Five of twenty pass; the others get 429, and are not retried.
pub(crate) fn every_case() {
    let origin = Origin::start();
    let port = origin.port();
    let nginx = Proxy::nginx(1, |ports| nginx_settings(ports[0], port));
    let haproxy = Proxy::haproxy(1, |ports| haproxy_settings(ports[0], port));
    let mut tally = Tally::new("faults: a burst of calls, by who limits it");
    for (name, proxy) in [("nginx", &nginx), ("haproxy", &haproxy)] {
        for kind in Kind::ALL {
            let prefix = format!("/{name}/{kind}");
            origin.play(&prefix, &[Act::Answer]);
            let url = format!("http://127.0.0.1:{}{prefix}", proxy.port(0));
            let settings = Settings::new(url, Duration::from_secs(20));
            let ended = create_all(kind, &settings, CALLS, CALLS);
            let count = |told: &str| {
                let calls = ended.iter();
                calls
                    .filter(|(_, ended)| (ended.told == told) && ended.attempts == 1)
                    .count()
            };
            let found = (count("session"), count("RateLimit 429"));
            let (seen, created) = (
                origin.requests(&prefix).len(),
                origin.sessions(&prefix).len(),
            );
            let as_wished = found == (LET_THROUGH, CALLS - LET_THROUGH)
                && (seen, created) == (LET_THROUGH, LET_THROUGH);
            let told = format!("{found:?}, seen {seen}, created {created}: {ended:?}");
            tally.holds(name, kind, as_wished, told);
        }
    }
    tally.finish();
}

/// The next one would pass after a minute.
fn nginx_settings(port: u16, origin: u16) -> String {
    let more = LET_THROUGH - 1;
    format!(
        "map $uri $burst {{ ~^(?<found>/[^/]+/[^/]+)/ $found; }}
         limit_req_zone $burst zone=few:1m rate=1r/m;
         limit_req_status 429;
         server {{
           listen 127.0.0.1:{port} reuseport;
           location / {{ limit_req zone=few burst={more} nodelay; proxy_pass http://127.0.0.1:{origin}; }}
         }}
         "
    )
}

fn haproxy_settings(port: u16, origin: u16) -> String {
    format!(
        "listen front
  bind 127.0.0.1:{port}
  stick-table type string len 64 size 100 expire 1h store http_req_cnt
  http-request track-sc0 path,field(3,/)
  http-request deny deny_status 429 if {{ sc_http_req_cnt(0) gt {LET_THROUGH} }}
  server origin 127.0.0.1:{origin}
"
    )
}
