//! Words of prose: which of them are names of code, and which are URLs.
//!
//! Clippy's `doc_markdown` asks for backticks around names. What it calls a
//! name is what is called one here; where its versions differ, the one that
//! asks for more is followed.

use super::link;

/// A piece of a text without markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// White space, as much of it as there is.
    Space,
    /// Prose.
    Text(&'a str),
    /// What belongs in backticks.
    Code(&'a str),
    /// A URL that stands by itself.
    Url(&'a str),
}

/// Names in CamelCase that clippy takes for prose.
pub(super) const PROSE: &[&str] = &[
    "AccessKit",
    "BibLaTeX",
    "BibTeX",
    "CamelCase",
    "ClojureScript",
    "CoAP",
    "CoffeeScript",
    "CoreFoundation",
    "CoreGraphics",
    "CoreText",
    "DevOps",
    "Direct2D",
    "Direct3D",
    "DirectWrite",
    "DirectX",
    "ECMAScript",
    "EiB",
    "FreeBSD",
    "GHz",
    "GPLv2",
    "GPLv3",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "InfiniBand",
    "JavaScript",
    "KiB",
    "LaTeX",
    "MHz",
    "MiB",
    "MinGW",
    "NaN",
    "NaNs",
    "NetBSD",
    "NixOS",
    "OAuth",
    "OCaml",
    "OpenAL",
    "OpenBSD",
    "OpenDNS",
    "OpenExr",
    "OpenGL",
    "OpenMP",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "OpenType",
    "PiB",
    "PostScript",
    "PowerPC",
    "PureScript",
    "RoCE",
    "THz",
    "TeX",
    "TensorFlow",
    "TiB",
    "TrueType",
    "TypeScript",
    "WebAssembly",
    "WebGL",
    "WebGL2",
    "WebGPU",
    "WebP",
    "WebRTC",
    "WebSocket",
    "WebTransport",
    "YCbCr",
];

/// Takes a text apart, from its beginning to its end.
pub(super) fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (chunk, after) = rest.split_at(end);
        self::chunk(chunk, &mut each);
        rest = after.trim_start();
        if rest.len() < after.len() {
            each(Piece::Space);
        }
    }
}

/// A run of characters without white space: URLs, and what is around them.
fn chunk<'a>(mut chunk: &'a str, each: &mut impl FnMut(Piece<'a>)) {
    while let Some(start) = url_start(chunk) {
        let (before, url) = chunk.split_at(start);
        words(before, each);
        let end = url
            .find(['<', '>', '"', '`', '“', '”'])
            .unwrap_or(url.len());
        let url_text = trim_url(&url[..end]);
        if link::absolute(url_text).is_some_and(|url| url.starts_with("http")) {
            each(Piece::Url(url_text));
        } else {
            each(Piece::Code(url_text));
        }
        chunk = &url[url_text.len()..];
    }
    words(chunk, each);
}

/// Where a URL begins: `scheme:/…`, or one of the schemes that need no slash.
fn url_start(chunk: &str) -> Option<usize> {
    let mut from = 0;
    for (colon, _) in chunk.match_indices(':') {
        let scheme_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
        let before = &chunk[from..colon];
        let scheme = &before[before.trim_end_matches(scheme_char).len()..];
        let scheme = scheme.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let start = colon - scheme.len();
        let after = &chunk[colon + 1..];
        from = colon + 1;
        if scheme.is_empty() || after.is_empty() || after.starts_with(':') {
            continue;
        }
        for web in ["https", "http"] {
            let at = scheme.len().saturating_sub(web.len());
            let suffix = scheme.get(at..).unwrap_or_default();
            if after.starts_with("//") && suffix.eq_ignore_ascii_case(web) {
                return Some(start + at);
            }
        }
        let special = ["http", "https", "ftp", "file", "ws", "wss"];
        if after.starts_with(['/', '\\'])
            || special.iter().any(|name| scheme.eq_ignore_ascii_case(name))
        {
            return Some(start);
        }
    }
    None
}

/// Without the punctuation at the end that belongs to the sentence.
fn trim_url(url: &str) -> &str {
    let mut opened = url.matches('(').count();
    let mut closed = url.matches(')').count();
    let least = url.find(':').map_or(0, |colon| colon + 1);
    let mut end = url.len();
    while let Some(last) = url[least..end].chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | ']' | '}' | '’' | '‘' =>
                {}
            ')' if closed > opened => closed -= 1,
            '(' => opened -= 1,
            _ => break,
        }
        end -= last.len_utf8();
    }
    &url[..end]
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A run of characters that holds no URL: names, and what is around them.
fn words<'a>(mut text: &'a str, each: &mut impl FnMut(Piece<'a>)) {
    let is_part = |c: char| is_word(c) || ".:@-[]=()$".contains(c);
    while !text.is_empty() {
        let start = text.find(is_part).unwrap_or(text.len());
        let (before, rest) = text.split_at(start);
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if !before.is_empty() {
            each(Piece::Text(before));
        }
        let (open, expression, close) = expression(run);
        if is_expression(expression) {
            names(open, each);
            each(Piece::Code(expression));
            names(close, each);
        } else {
            names(run, each);
        }
        text = after;
    }
}

/// A run, parted into punctuation, an expression and punctuation.
fn expression(run: &str) -> (&str, &str, &str) {
    let word = run.find(is_word).unwrap_or(run.len());
    let start = run.find("::").map_or(word, |path| path.min(word));
    let (open, mut rest) = run.split_at(start);
    // One pass from the back, counting brackets as they are taken away.
    let count = |c: char| rest.matches(c).count();
    let (mut round, mut square) = (count(')'), count(']'));
    let (round_open, square_open) = (count('('), count('['));
    let whole = rest;
    while let Some(last) = rest.chars().next_back() {
        match last {
            ')' if round > round_open => round -= 1,
            ']' if square > square_open => square -= 1,
            ')' | ']' => break,
            ':' if rest.ends_with("::") => break,
            last if is_word(last) => break,
            _ => {}
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
    (open, rest, &whole[rest.len()..])
}

/// Whether a run reads as code as a whole: `automatic_tax[enabled]=true`.
fn is_expression(run: &str) -> bool {
    let balanced = |open: char, close: char| {
        let mut depth = 0_usize;
        run.chars().all(|c| {
            if c == open {
                depth += 1;
            } else if c == close {
                let Some(less) = depth.checked_sub(1) else {
                    return false;
                };
                depth = less;
            }
            true
        }) && depth == 0
    };
    let indexed = || {
        run.match_indices('[').any(|(at, _)| {
            run[..at].ends_with(is_word)
                && run[at + 1..].starts_with(|c: char| c == ']' || c.is_alphabetic())
        })
    };
    let named = run.contains('_') && run.contains(char::is_alphanumeric);
    (named || run.contains("::") || indexed()) && balanced('(', ')') && balanced('[', ']')
}

/// The names of a run, one by one.
fn names<'a>(run: &'a str, each: &mut impl FnMut(Piece<'a>)) {
    let mut text = 0;
    let mut at = 0;
    while at < run.len() {
        let rest = &run[at..];
        let end = name_end(rest);
        let call = rest[end..].starts_with("()");
        if end == 0 && !call {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let name = &rest[..end];
        if call || is_name(name) {
            let end = at + end + if call { 2 } else { 0 };
            if text < at {
                each(Piece::Text(&run[text..at]));
            }
            each(Piece::Code(&run[at..end]));
            text = end;
            at = end;
        } else {
            at += end;
        }
    }
    if text < run.len() {
        each(Piece::Text(&run[text..]));
    }
}

/// How much of a text, from its beginning, is a name or a path of names.
fn name_end(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = &text[end..];
        let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let colons = if rest[word..].starts_with("::") { 2 } else { 0 };
        if word + colons == 0 {
            return end;
        }
        end += word + colons;
    }
}

fn is_name(name: &str) -> bool {
    name.contains("::")
        || (name.contains('_') && name.contains(char::is_alphanumeric))
        || is_camel_case(name)
}

/// As clippy has it: an upper-case letter to begin with, another one and a
/// lower-case one, not counting an `s` at the end.
fn is_camel_case(name: &str) -> bool {
    if name.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
        || PROSE.binary_search(&name).is_ok()
    {
        return false;
    }
    let name = name.strip_suffix('s').unwrap_or(name);
    name.chars().all(char::is_alphanumeric)
        && name.chars().filter(|c| c.is_uppercase()).take(2).count() > 1
        && name.chars().any(char::is_lowercase)
}
