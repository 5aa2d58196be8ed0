//! The words of a text: names of code, URLs and prose.
//!
//! Clippy's `doc_markdown` wants names in backticks, so a name here is what clippy takes for one, and a bit more: an
//! expression such as `automatic_tax[enabled]=true` is code as a whole.

use std::ops::Range;

use super::link;

/// A piece of a text without markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Prose, with the space between its words.
    Text(&'a str),
    /// What belongs in backticks.
    Code(&'a str),
    /// A URL that stands by itself.
    Url(&'a str),
}

/// Names in CamelCase that clippy takes for prose, of those that Stripe may use.
pub(super) const PROSE: [&str; 5] = ["GitHub", "IPv4", "IPv6", "JavaScript", "OAuth"];

/// Takes a text apart, from its beginning to its end.
pub(super) fn pieces<'a>(text: &'a str, mut each: impl FnMut(Piece<'a>)) {
    for chunk in text.split_inclusive(char::is_whitespace) {
        let mut rest = chunk;
        while let Some(start) = url_start(rest) {
            words(&rest[..start], &mut each);
            let url = &rest[start..];
            let end = url.find(|c: char| c.is_whitespace() || "<>\"`“”".contains(c));
            let url = trim_url(&url[..end.unwrap_or(url.len())]);
            let is_link = link::absolute(url).is_some_and(|url| url.starts_with("http"));
            each(if is_link {
                Piece::Url(url)
            } else {
                Piece::Code(url)
            });
            rest = &rest[start + url.len()..];
        }
        words(rest, &mut each);
    }
}

/// Where a URL begins: `scheme:/…`, or one of the schemes that clippy takes for a URL without a slash.
fn url_start(chunk: &str) -> Option<usize> {
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let special = ["http", "https", "ftp", "file", "ws", "wss"];
    chunk.match_indices(':').find_map(|(colon, _)| {
        let before = &chunk[..colon];
        let scheme = &before[before.trim_end_matches(is_scheme).len()..];
        let scheme = scheme.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let after = &chunk[colon + 1..];
        let is_special = special.iter().any(|name| scheme.eq_ignore_ascii_case(name))
            && after.starts_with(|c: char| c != ':' && !c.is_whitespace());
        let is_url = !scheme.is_empty() && (is_special || after.starts_with(['/', '\\']));
        is_url.then_some(colon - scheme.len())
    })
}

/// Leaves out the punctuation at the end that belongs to the sentence.
fn trim_url(url: &str) -> &str {
    let opened = url.matches('(').count();
    let mut closed = url.matches(')').count();
    let scheme = url.find(':').map_or(0, |colon| colon + 1);
    let mut end = url.len();
    while let Some(last) = url[scheme..end].chars().next_back() {
        match last {
            ')' if closed > opened => closed -= 1,
            last if ".,;:!?'*_~]}’‘".contains(last) => {}
            _ => break,
        }
        end -= last.len_utf8();
    }
    &url[..end]
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Takes a text without URLs apart.
fn words<'a>(text: &'a str, each: &mut impl FnMut(Piece<'a>)) {
    let is_part = |c: char| {
        is_word(c) || matches!(c, '.' | ':' | '@' | '-' | '[' | ']' | '=' | '(' | ')' | '$')
    };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_beside_word = text[..text.len() - rest.len()].ends_with(is_word);
        let name = placeholder(rest).filter(|_| !is_beside_word);
        let run = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let end = name.unwrap_or(run.max(first.len_utf8()));
        let (run, after) = rest.split_at(end);
        match expression(run) {
            _ if name.is_some() => each(Piece::Code(run)),
            Some(code) => {
                each(Piece::Text(&run[..code.start]));
                each(Piece::Code(&run[code.clone()]));
                each(Piece::Text(&run[code.end..]));
            }
            None => names(run, each),
        }
        rest = after;
    }
}

/// The length of the `<name>` that a text begins with.
fn placeholder(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let length = inner.find(|c| !is_word(c) && c != '-' && c != '.')?;
    (length > 0 && inner[length..].starts_with('>')).then_some(length + 2)
}

/// What of a run reads as code as a whole, without the punctuation around it: `automatic_tax[enabled]=true`.
fn expression(run: &str) -> Option<Range<usize>> {
    let last_word = run.rfind(is_word)?;
    let starts = [run.find(is_word), run.find("::"), run.find(":()")];
    let start = starts.into_iter().flatten().min()?;
    let (mut round, mut square) = (0_i32, 0_i32);
    let mut end = start;
    for (at, c) in run.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            '(' => round += 1,
            ')' => round -= 1,
            '[' => square += 1,
            ']' => square -= 1,
            _ => {}
        }
        if round < 0 || square < 0 {
            break;
        }
        if round == 0 && square == 0 && (is_word(c) || c == ')' || c == ']') {
            end = at + c.len_utf8();
        }
    }
    end = end.max(run.rfind("::").map_or(0, |colons| colons + 2));
    let code = &run[start..end];
    let is_indexed = || {
        code.match_indices('[').any(|(at, _)| {
            code[..at].ends_with(is_word)
                && code[at + 1..].starts_with(|c: char| c == ']' || c.is_alphabetic())
        })
    };
    (end > last_word && (has_underscore(code) || code.contains("::") || is_indexed()))
        .then_some(start..end)
}

/// The names of a run, one by one.
fn names<'a>(run: &'a str, each: &mut impl FnMut(Piece<'a>)) {
    let mut prose = 0;
    let mut at = 0;
    while at < run.len() {
        let rest = &run[at..];
        // Clippy takes `()` beside a colon for a call.
        let path = path_length(rest).max(usize::from(rest.starts_with(":()")));
        let is_call = path > 0 && rest[path..].starts_with("()") || rest.starts_with("():");
        let length = if is_call { path + 2 } else { path };
        if is_call || is_name(&rest[..path]) {
            each(Piece::Text(&run[prose..at]));
            each(Piece::Code(&rest[..length]));
            prose = at + length;
        }
        at += length.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    each(Piece::Text(&run[prose..]));
}

/// How much of a text, from its beginning, is words with `::` between them.
fn path_length(text: &str) -> usize {
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
    name.contains("::") || has_underscore(name) || is_camel_case(name)
}

fn has_underscore(name: &str) -> bool {
    name.contains('_') && name.contains(char::is_alphanumeric)
}

/// As clippy has it: an upper-case letter first, another one and a lower-case one, not counting an `s` at the end.
fn is_camel_case(name: &str) -> bool {
    let singular = name.strip_suffix('s').unwrap_or(name);
    !name.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
        && !PROSE.contains(&name)
        && singular.chars().all(char::is_alphanumeric)
        && singular
            .chars()
            .filter(|c| c.is_uppercase())
            .nth(1)
            .is_some()
        && singular.chars().any(char::is_lowercase)
}
