//! Where links lead.

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
    let address = strip_scheme(destination, "mailto:")?;
    // Without a dot, rustdoc would take it for the path of an item.
    let (name, host) = address.split_once('@')?;
    (!name.is_empty() && host.contains('.')).then(|| format!("mailto:{}", encode(address)))
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

/// With everything percent-encoded that means something to Markdown.
fn encode(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    let mut entity = false;
    for c in url.chars() {
        let code = match c {
            ' ' => Some("%20"),
            '"' => Some("%22"),
            '(' => Some("%28"),
            ')' => Some("%29"),
            '*' => Some("%2A"),
            // A character reference is one only with its semicolon.
            ';' if entity => Some("%3B"),
            '<' => Some("%3C"),
            '>' => Some("%3E"),
            '[' => Some("%5B"),
            '\\' => Some("%5C"),
            ']' => Some("%5D"),
            '`' => Some("%60"),
            '{' => Some("%7B"),
            '|' => Some("%7C"),
            '}' => Some("%7D"),
            _ => None,
        };
        entity = c == '&' || (entity && (c.is_ascii_alphanumeric() || c == '#'));
        match code {
            Some(code) => encoded.push_str(code),
            None if c.is_whitespace() || super::is_unwanted(c) => {}
            None => encoded.push(c),
        }
    }
    encoded
}
