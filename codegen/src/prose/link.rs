//! Where links lead.

use std::fmt::Write as _;

/// The pages that relative links of Stripe's are relative to.
const DOCS: &str = "https://docs.stripe.com";

/// A destination as an absolute URL that can stand in Markdown as it is, or
/// nothing where there is nothing to point to.
pub(super) fn absolute(destination: &str) -> Option<String> {
    let destination = destination.trim();
    if let Some(rest) = destination.strip_prefix("//") {
        return web("https://", rest);
    }
    if destination.starts_with('/') {
        return Some(docs(destination));
    }
    if let Some(rest) = strip_scheme(destination, "https://") {
        return web("https://", rest);
    }
    if let Some(rest) = strip_scheme(destination, "http://") {
        return web("http://", rest);
    }
    // `docs/api/events` is meant as `/docs/api/events`.
    let is_path = destination.starts_with(|c: char| c.is_ascii_alphanumeric())
        && destination.contains('/')
        && !destination.contains(':');
    is_path.then(|| docs(&format!("/{destination}")))
}

/// The rest of a text after a prefix, whatever the case of its letters.
pub(super) fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let head = text.get(..scheme.len())?;
    head.eq_ignore_ascii_case(scheme)
        .then(|| &text[scheme.len()..])
}

fn web(scheme: &str, rest: &str) -> Option<String> {
    if !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    if matches!(host, "stripe.com" | "www.stripe.com") && strip_docs(path).is_some() {
        return Some(docs(path));
    }
    Some(format!("{scheme}{}{}", encode(host), encode(path)))
}

fn docs(path: &str) -> String {
    let path = encode(strip_docs(path).unwrap_or(path));
    let slash = if path.is_empty() || path.starts_with('/') {
        ""
    } else {
        "/"
    };
    format!("{DOCS}{slash}{path}")
}

/// What follows `/docs` in a path, if that is its first segment.
fn strip_docs(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/docs")?;
    (rest.is_empty() || rest.starts_with(['/', '?', '#'])).then_some(rest)
}

/// Percent-encodes what means something to Markdown; a character reference needs its semicolon.
fn encode(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for c in url.chars() {
        if " \"()*;<>[\\]`{|}".contains(c) {
            let _ = write!(encoded, "%{:02X}", u32::from(c));
        } else if !c.is_whitespace() && !super::is_unwanted(c) {
            encoded.push(c);
        }
    }
    encoded
}
