//! What rustdoc and clippy would say about a doc comment.

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag, TagEnd};

/// What a lint would complain about, and what no output may have.
pub(super) fn complaints(markdown: &str) -> Vec<String> {
    let mut all = Vec::new();
    lines(markdown, &mut all);
    rustdoc(markdown, &mut all);
    clippy(markdown, &mut all);
    all
}

fn lines(markdown: &str, all: &mut Vec<String>) {
    if markdown != markdown.trim_end() {
        all.push("white space at the end".to_owned());
    }
    for line in markdown.split('\n') {
        if line != line.trim_end() {
            all.push(format!("white space at the end of {line:?}"));
        }
        if line.contains(|c: char| c.is_control() || super::super::is_unwanted(c)) {
            all.push(format!("control character in {line:?}"));
        }
    }
}

/// What rustdoc reads a doc comment with.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

fn rustdoc(markdown: &str, all: &mut Vec<String>) {
    let mut broken = Vec::new();
    let mut callback = |link: BrokenLink<'_>| {
        broken.push(format!("broken_intra_doc_links: {}", link.reference));
        None
    };
    let parser = Parser::new_with_broken_link_callback(markdown, options(), Some(&mut callback));
    let mut in_link = false;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                in_link = true;
                if !dest_url.starts_with("https://") && !dest_url.starts_with("http://") {
                    all.push(format!("broken_intra_doc_links: {dest_url}"));
                }
            }
            Event::End(TagEnd::Link) => in_link = false,
            Event::Text(text) => {
                if !in_link && (text.contains("http://") || text.contains("https://")) {
                    all.push(format!("bare_urls: {text}"));
                }
                let is_lost = text.contains('*') && !text.contains(" * ");
                if is_lost && !markdown[..range.start].ends_with('\\') {
                    all.push(format!("emphasis that is none: {text}"));
                }
                if text.contains('`') && !markdown[..range.start].ends_with('\\') {
                    all.push(format!("unescaped_backticks: {text}"));
                }
            }
            Event::Start(
                Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Strong | Tag::Emphasis,
            )
            | Event::End(_)
            | Event::Code(_)
            | Event::HardBreak
            | Event::Rule => {}
            // HTML, code that rustdoc would compile, and what no description is meant to become.
            event => all.push(format!("not meant: {event:?}")),
        }
    }
    all.append(&mut broken);
}

fn clippy(markdown: &str, all: &mut Vec<String>) {
    let events: Vec<Event<'_>> =
        Parser::new_ext(markdown, options() - Options::ENABLE_SMART_PUNCTUATION).collect();
    let mut link = None;
    for event in &events {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url),
            Event::End(TagEnd::Link) => link = None,
            Event::Text(text) if link != Some(text) => {
                let quoted = |c: char| text.trim().starts_with(c) && text.trim().ends_with(c);
                if link.is_some() && (quoted('"') || quoted('\'')) {
                    all.push(format!("doc_link_with_quotes: {text}"));
                }
                doc_markdown(text, all);
            }
            _ => {}
        }
    }
    // Code beside code, where one of them is in a link.
    let mut codes = 0;
    let mut links = 0;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Link { .. }) if matches!(events[index + 1], Event::Code(_)) => {
                links += 1;
            }
            Event::Code(_) => codes += 1,
            Event::End(TagEnd::Link) => {}
            _ => {
                if codes > 1 && links > 0 {
                    all.push("doc_link_code".to_owned());
                }
                (codes, links) = (0, 0);
            }
        }
    }
}

/// Clippy's `doc_markdown`: it splits a text into words as clippy does.
fn doc_markdown(text: &str, all: &mut Vec<String>) {
    for original in text.split(|c: char| c.is_whitespace() || c == '\'') {
        let trim = |c: char| !c.is_alphanumeric() && c != ':';
        let mut word = original.trim_end_matches(trim);
        if let Some(call) = original.get(..word.len() + 2)
            && call.ends_with("()")
        {
            word = call;
        }
        word = word.trim_start_matches(trim);
        if word.starts_with(':') && !word.starts_with("::") {
            word = word.trim_start_matches(':');
        }
        if word.ends_with(':') && !word.ends_with("::") {
            word = word.trim_end_matches(':');
        }
        if super::super::word::PROSE.contains(&word) || word.chars().all(|c| c == ':') {
            continue;
        }
        let singular = word.strip_suffix('s').unwrap_or(word);
        let camel = !word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
            && singular.chars().all(char::is_alphanumeric)
            && singular.chars().filter(|c| c.is_uppercase()).count() > 1
            && singular.chars().any(char::is_lowercase);
        let underscore = word != "_" && word.contains('_') && !word.contains('-');
        let url = word.split_once(":/").is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        });
        if camel || underscore || url || word.contains("::") || word.ends_with("()") {
            all.push(format!("doc_markdown: {word}"));
        }
    }
}
