//! Downloads a document over HTTP.

use std::time::{Duration, Instant};

use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};

use crate::Failure;
use crate::progress::{Progress, size};

/// Stripe's whole document has some 8 MB.
const MAX_BYTES: u64 = 64 * 1024 * 1024;
const CONNECT: Duration = Duration::from_secs(10);
const SILENCE: Duration = Duration::from_secs(30);
const ALL: Duration = Duration::from_secs(5 * 60);

/// Downloads what is at a URL.
///
/// Follows redirects, but never from `https` to `http`. Uses the proxy that the environment
/// names, except for this machine, and the platform's certificates.
///
/// # Errors
///
/// If there is no response, its status is not 200, or its body is incomplete or too large.
pub fn get(url: &str, headers: &[(&str, &str)], progress: Progress) -> Result<Vec<u8>, Failure> {
    let started = Instant::now();
    progress.tell(format_args!("fetching {url}"));
    let mut request = agent(url.starts_with("http://")).get(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = request.call().map_err(|error| unreachable(url, &error))?;
    let status = response.status();
    if status.as_u16() != 200 {
        return Err(Failure::new(format!("{url} answered {status}")));
    }
    let body = response
        .body_mut()
        .with_config()
        .limit(MAX_BYTES)
        .read_to_vec()
        .map_err(|error| match error {
            Error::BodyExceedsLimit(_) => Failure::new(format!(
                "{url} is larger than {}, which no document of Stripe's is",
                size(usize::try_from(MAX_BYTES).unwrap_or(usize::MAX))
            )),
            error => Failure::new(format!("{url} broke off: {error}")),
        })?;
    progress.tell(format_args!(
        "fetched {} in {:.1} s",
        size(body.len()),
        started.elapsed().as_secs_f64()
    ));
    Ok(body)
}

fn agent(on_this_machine: bool) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .https_only(!on_this_machine)
        .max_redirects(5)
        .timeout_connect(Some(CONNECT))
        .timeout_per_read(Some(SILENCE))
        .timeout_global(Some(ALL))
        .user_agent(concat!("stripe-codegen/", env!("CARGO_PKG_VERSION")))
        .tls_config(
            TlsConfig::builder()
                .root_certs(RootCerts::PlatformVerifier)
                .build(),
        );
    let config = if on_this_machine {
        config.proxy(None)
    } else {
        config
    };
    config.build().new_agent()
}

fn unreachable(url: &str, error: &Error) -> Failure {
    let failure = Failure::new(format!("cannot fetch {url}: {error}"));
    let proxy = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
        .into_iter()
        .find(|name| std::env::var_os(name).is_some());
    match proxy {
        Some(name) if url.starts_with("https") => {
            failure.note(format!("through the proxy that {name} names"))
        }
        _ => failure,
    }
}
