//! Every description of the documents that Stripe publishes.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, TagEnd};
use serde_json::Value;

use super::files::shared;
use super::lint;

fn descriptions(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| descriptions(item, found)),
        Value::Object(members) => {
            members
                .values()
                .for_each(|value| descriptions(value, found));
            if let Some(Value::String(description)) = members.get("description") {
                found.insert(description.clone());
            }
        }
        _ => {}
    }
}

/// The letters and digits that a reader sees, without those of URLs.
fn letters(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
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

/// A description without the tags that Stripe's have; other angle brackets are text.
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
        match after.split_once('>') {
            Some((_, after)) if tags.contains(&name) => rest = after,
            _ => {
                text.push_str("\\<");
                rest = after;
            }
        }
    }
    text + rest
}

#[test]
fn every_word_is_kept() {
    for (name, least) in [
        ("full-2023-08-16.json", 3500),
        ("full-2026-05-27.dahlia.json", 5900),
        ("identity-2026-09-30.endive.json", 150),
    ] {
        let Some(text) = shared(name) else { continue };
        let mut found = BTreeSet::new();
        descriptions(&serde_json::from_slice(&text).unwrap(), &mut found);
        assert!(found.len() > least, "{name}: {}", found.len());
        for description in &found {
            let converted = lint(description);
            assert_eq!(
                letters(&converted),
                letters(&without_tags(description)),
                "in {converted:?} of {description:?}"
            );
        }
    }
}
