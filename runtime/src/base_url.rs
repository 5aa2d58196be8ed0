use std::net::{Ipv4Addr, Ipv6Addr};

use bytes::Bytes;
use http::Uri;

use crate::InvalidArgument;
use crate::api_key::ApiKey;

const STRIPE: &str = "https://api.stripe.com";

/// Where requests go: scheme, authority and perhaps a path before each path.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    /// Without a slash at the end.
    text: String,
    /// Whether others on the network can read what is sent.
    is_exposed: bool,
}

impl BaseUrl {
    pub(crate) fn stripe() -> Self {
        Self {
            text: STRIPE.to_owned(),
            is_exposed: false,
        }
    }

    /// Whether it is Stripe's own, so that a part of the API that is elsewhere
    /// is looked for there, and not at a test's or a proxy's.
    pub(crate) fn is_stripe(&self) -> bool {
        self.text == STRIPE
    }

    pub(crate) fn new(text: &str, allow_http: bool) -> Result<Self, InvalidArgument> {
        let refuse = |reason: &'static str| InvalidArgument::new("base_url", reason);
        if text.contains(['?', '#', '@']) {
            return Err(refuse("must not contain a query, a fragment or a user"));
        }
        let uri: Uri = text.parse().map_err(|_| refuse("not a URL"))?;
        let host = uri
            .host()
            .filter(|host| !host.is_empty())
            .ok_or_else(|| refuse("no host"))?;
        let port = uri
            .authority()
            .and_then(|authority| authority.as_str().strip_prefix(host));
        if port.is_some_and(|port| !port.is_empty()) && uri.port_u16().is_none() {
            return Err(refuse("the port is not a number up to 65535"));
        }
        let is_exposed = match uri.scheme_str() {
            Some("https") => false,
            Some("http") if is_loopback(host) => false,
            Some("http") if allow_http => true,
            Some("http") => {
                return Err(refuse(
                    "must be https unless the host is loopback, or `allow_http` is set",
                ));
            }
            _ => return Err(refuse("must begin with https://")),
        };
        Ok(Self {
            text: text.trim_end_matches('/').to_owned(),
            is_exposed,
        })
    }

    /// Refuses to send a live key where others can read it.
    pub(crate) fn check_key(&self, key: &ApiKey) -> Result<(), InvalidArgument> {
        if self.is_exposed && !key.is_test() {
            let reason = "must be a test key (`sk_test_…`, `rk_test_…`), since `allow_http` \
                lets others on the network read it";
            return Err(InvalidArgument::new("api_key", reason));
        }
        Ok(())
    }

    /// The URL of a request.
    pub(crate) fn join(&self, path: &str, query: &str) -> Result<Uri, InvalidArgument> {
        check_path(path)?;
        let mut url = String::with_capacity(self.text.len() + path.len() + query.len() + 1);
        url.push_str(&self.text);
        url.push_str(path);
        if !query.is_empty() {
            url.push('?');
            url.push_str(query);
        }
        Uri::from_maybe_shared(Bytes::from(url)).map_err(|_| {
            let argument = if query.is_empty() {
                "path"
            } else {
                "parameters"
            };
            InvalidArgument::new(argument, "too long, or not fit for a URL")
        })
    }
}

impl BaseUrl {
    /// The URL of a page or an object that Stripe has named, relative or absolute, as it is. It
    /// must not lead to another scheme or host, since the key would be sent there.
    pub(crate) fn resolve(&self, url: &str) -> Result<Uri, InvalidArgument> {
        let refuse = |reason: &'static str| InvalidArgument::new("url", reason);
        let is_relative = url.starts_with('/') && !url.starts_with("//");
        let text = if is_relative {
            format!("{}{url}", self.text)
        } else {
            url.to_owned()
        };
        let uri = Uri::try_from(text).map_err(|_| refuse("not a URL"))?;
        let own = Uri::try_from(&self.text).map_err(|_| refuse("not a URL"))?;
        if uri.scheme() != own.scheme() || address(&uri) != address(&own) {
            return Err(refuse(
                "leads to another scheme, host or port than the client's base URL; nothing was sent",
            ));
        }
        Ok(uri)
    }
}

/// User, host and port, with the scheme's own port if none is given.
fn address(uri: &Uri) -> Option<(Option<String>, String, u16)> {
    let authority = uri.authority()?;
    let user = authority.as_str().rsplit_once('@');
    let port = match uri.scheme_str() {
        Some("http") => 80,
        _ => 443,
    };
    Some((
        user.map(|(user, _)| user.to_owned()),
        authority.host().to_ascii_lowercase(),
        authority.port_u16().unwrap_or(port),
    ))
}

/// A path must not be able to change the host, or to leave itself.
fn check_path(path: &str) -> Result<(), InvalidArgument> {
    let reason = if !path.starts_with('/') {
        "must begin with `/`"
    } else if path.contains(['?', '#', '\\']) {
        "must not contain a query, a fragment or a backslash"
    } else if path.contains("//") {
        "must not contain `//`"
    } else if path.split('/').any(is_dot_segment) {
        "must not contain the segments `.` or `..`"
    } else {
        return Ok(());
    };
    Err(InvalidArgument::new("path", reason))
}

/// `.` and `..`, which URL parsers fold; percent-encoded too.
fn is_dot_segment(segment: &str) -> bool {
    // Nearly every segment is told by its first byte.
    segment.starts_with(['.', '%'])
        && matches!(
            segment.replace("%2e", ".").replace("%2E", ".").as_str(),
            "." | ".."
        )
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback())
        || host
            .strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
            .and_then(|host| host.parse::<Ipv6Addr>().ok())
            .is_some_and(|ip| ip.is_loopback())
}
