//! The HTML in descriptions.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::block::Blocks;
use super::inline::Style;

/// Reads HTML: a block of it, or a single tag between words of Markdown.
///
/// `ended` are the elements that have an end tag somewhere in the description. `<name>` without one is no element:
/// it stands for a name, as in `Bearer <api_key>`.
pub(super) fn read(html: &str, ended: &BTreeSet<&str>, blocks: &mut Blocks) {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, after) = rest.split_at(start);
        blocks.paragraph.text(&decode(text));
        let end = tag_end(after);
        match end {
            Some(end) => tag(&after[..end], ended, blocks),
            None => blocks.paragraph.text("<"),
        }
        rest = &after[end.unwrap_or(1)..];
    }
    blocks.paragraph.text(&decode(rest));
}

/// The names of the elements that have an end tag.
pub(super) fn ended_elements(description: &str) -> BTreeSet<&str> {
    let ends = description.match_indices("</");
    ends.map(|(at, end)| split_name(&description[at + end.len()..]).0)
        .collect()
}

/// The length of the tag that a text begins with.
fn tag_end(text: &str) -> Option<usize> {
    let inner = &text[1..];
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
        return None;
    }
    let end = inner.find(['<', '>'])?;
    inner[end..].starts_with('>').then_some(end + 2)
}

fn split_name(text: &str) -> (&str, &str) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.split_at(text.find(|c| !is_name(c)).unwrap_or(text.len()))
}

fn tag(tag: &str, ended: &BTreeSet<&str>, blocks: &mut Blocks) {
    let inner = &tag[1..tag.len() - 1];
    let (is_start, inner) = match inner.strip_prefix('/') {
        Some(inner) => (false, inner),
        None => (true, inner),
    };
    let (name, attributes) = split_name(inner);
    let paragraph = &mut blocks.paragraph;
    match (name.to_ascii_lowercase().as_str(), is_start) {
        ("a", true) => paragraph.open_link(&href(attributes).unwrap_or_default()),
        ("a", false) => paragraph.close(Style::Link),
        ("strong" | "b", true) => paragraph.open(Style::Strong),
        ("strong" | "b", false) => paragraph.close(Style::Strong),
        ("em" | "i", true) => paragraph.open(Style::Emphasis),
        ("em" | "i", false) => paragraph.close(Style::Emphasis),
        ("code", true) => paragraph.open_code(),
        ("code", false) => paragraph.close_code(),
        ("hr", _) => blocks.rule(),
        ("br", _) => blocks.line_break(),
        ("ul", true) => blocks.open_list(None),
        ("ol", true) => blocks.open_list(Some(1)),
        ("ul" | "ol", false) => blocks.close_list(),
        ("li", true) => blocks.open_item(),
        // The other elements that people write whole words in are parted as paragraphs are.
        (
            "p" | "li" | "div" | "blockquote" | "pre" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            | "table" | "tr" | "th" | "td",
            _,
        ) => blocks.end_paragraph(),
        (name, true) if !name.is_empty() && !ended.contains(name) && !is_markup(attributes) => {
            paragraph.text(tag);
        }
        _ => {}
    }
}

/// Whether nothing but a tag has such attributes.
fn is_markup(attributes: &str) -> bool {
    attributes.contains('=') || attributes.ends_with('/')
}

fn href(attributes: &str) -> Option<String> {
    let (_, value) = attributes.split_once("href")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(decode(value).into_owned())
}

/// Resolves the character references that Stripe's documents use.
fn decode(text: &str) -> Cow<'_, str> {
    let references = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        references
            .iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to)),
    )
}
