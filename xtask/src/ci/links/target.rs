//! Targets of links, and the documentation in Rust sources.

use http::Uri;

/// Whether a link to another site is a well-formed `https` URL.
pub(super) fn check_url(link: &str, scheme: &str) -> Result<(), &'static str> {
    if scheme != "https" {
        return Err("is not an `https` URL");
    }
    let (address, fragment) = link.split_once('#').unwrap_or((link, ""));
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
    let uri: Option<Uri> = address.parse().ok();
    let authority = uri.as_ref().and_then(Uri::authority);
    let is_public = authority.is_some_and(|authority| {
        let host = authority.host();
        let labels_are_there = host.split('.').all(|label| !label.is_empty());
        authority.as_str() == host && host.contains('.') && labels_are_there
    });
    if is_public && is_plain(address) && is_plain(fragment) && !fragment.contains('#') {
        Ok(())
    } else {
        Err("is not a well-formed URL")
    }
}

/// Whether a link is the path of an item, as rustdoc reads it: `Client::builder`, `create()`, `mod@webhook`.
pub(super) fn is_item(path: &str) -> bool {
    let path = path.split_once('@').map_or(path, |(_, path)| path);
    let path = path.strip_suffix("()").unwrap_or(path);
    let path = path.strip_suffix('!').unwrap_or(path);
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    path.split("::").all(is_name)
}

/// The documentation comments of a Rust file, each with its first line, counted from 1.
pub(super) fn doc_comments(source: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in source.lines().enumerate() {
        let line = line.trim_start();
        let is_comment = |start| line.strip_prefix(start);
        let Some(text) = is_comment("//!").or_else(|| is_comment("///")) else {
            open = false;
            continue;
        };
        if !open {
            blocks.push((index + 1, String::new()));
            open = true;
        }
        if let Some((_, block)) = blocks.last_mut() {
            block.push_str(text.strip_prefix(' ').unwrap_or(text));
            block.push('\n');
        }
    }
    blocks
}
