//! Every description of documents as Stripe publishes them.

use std::time::Instant;

use pulldown_cmark::{Event, Options, Parser, TagEnd};
use serde_json::Value;

use super::files::shared;
use super::{convert, markdown};

/// The descriptions of a document, if it is there. In CI it has to be.
fn descriptions(name: &str) -> Option<Vec<String>> {
    let text = shared(name)?;
    let document: Value = serde_json::from_slice(&text).unwrap();
    let mut found = Vec::new();
    let mut values = vec![&document];
    while let Some(value) = values.pop() {
        match value {
            Value::Array(items) => values.extend(items),
            Value::Object(members) => {
                values.extend(members.values());
                if let Some(Value::String(description)) = members.get("description") {
                    found.push(description.clone());
                }
            }
            _ => {}
        }
    }
    Some(found)
}

/// The letters and digits of what a reader sees, but for URLs.
fn letters(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => text.push(' '),
            _ => {}
        }
    }
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    words
        .flat_map(str::chars)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// A description without the tags that Stripe's have.
fn without_tags(description: &str) -> String {
    let tags = [
        "p", "code", "a", "strong", "em", "br", "ul", "li", "currency", "amount",
    ];
    let mut text = String::new();
    let mut rest = description;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let name = after.trim_start_matches('/');
        let name = &name[..name.find([' ', '>']).unwrap_or(name.len())];
        rest = match after.split_once('>') {
            Some((_, after)) if tags.contains(&name) => after,
            _ => {
                text.push_str("\\<");
                after
            }
        };
    }
    text + rest
}

fn check(name: &str) {
    let Some(descriptions) = descriptions(name) else {
        return;
    };
    assert!(descriptions.len() > 100, "{name}");
    for description in &descriptions {
        let converted = convert(description);
        assert_eq!(
            letters(&converted),
            letters(&without_tags(description)),
            "in {converted:?} of {description:?}"
        );
    }
    let start = Instant::now();
    for description in &descriptions {
        markdown(description);
    }
    let time = start.elapsed();
    let each = time / u32::try_from(descriptions.len()).unwrap();
    assert!(each.as_millis() < 1, "{time:?} for {}", descriptions.len());
}

#[test]
fn a_whole_document_is_kept_but_for_its_markup() {
    check("full-2023-08-16.json");
}

#[test]
fn the_newest_document_is_kept_but_for_its_markup() {
    check("identity-2026-09-30.endive.json");
}
