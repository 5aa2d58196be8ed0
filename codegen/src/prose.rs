//! Turns Stripe's descriptions, which hold Markdown and HTML, into doc comments.
//!
//! ```text
//! description -> Markdown's events -> paragraphs and lists -> Markdown
//!           pulldown-cmark     html, inline, block      word, link
//! ```
//!
//! Neither rustdoc nor clippy warns about the output, whatever the input: it has no HTML, no relative link and no code
//! that rustdoc would compile, and names are in backticks. What Stripe uses is kept: paragraphs, lists, links,
//! emphasis, code, line breaks and rules. All other markup is dropped, and its text stays.

mod article;
mod block;
mod html;
mod inline;
mod link;
mod number;
mod word;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use indexmap::IndexMap;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde_json::Value;

pub(crate) use article::{article, first_article};
pub(crate) use number::grouped;

use crate::parallel;
use block::Blocks;
use inline::Style;

/// The descriptions in a document, each with the Markdown of its doc comment once it is converted.
///
/// Stripe's document repeats most of its descriptions, and each is converted once.
#[derive(Debug)]
pub(crate) struct Descriptions<'a>(IndexMap<&'a str, OnceLock<String>>);

impl<'a> Descriptions<'a> {
    /// The descriptions anywhere in some values.
    pub(crate) fn of(values: impl Iterator<Item = &'a Value>) -> Self {
        let mut values: Vec<&Value> = values.collect();
        let mut descriptions = IndexMap::new();
        while let Some(value) = values.pop() {
            match value {
                Value::Array(items) => values.extend(items),
                Value::Object(members) => {
                    values.extend(members.values());
                    if let Some(Value::String(description)) = members.get("description") {
                        descriptions.insert(description.as_str(), OnceLock::new());
                    }
                }
                _ => {}
            }
        }
        Self(descriptions)
    }

    /// Converts all of them on another thread, while this one does some work that asks for them.
    pub(crate) fn converted_beside<T>(&self, work: impl FnOnce() -> T) -> T {
        parallel::beside(work, || {
            for (text, converted) in &self.0 {
                converted.get_or_init(|| markdown(text));
            }
        })
    }

    /// The Markdown of a description.
    pub(crate) fn markdown(&self, description: &str) -> String {
        match self.0.get(description) {
            Some(converted) => converted.get_or_init(|| markdown(description)).clone(),
            None => markdown(description),
        }
    }
}

/// Converts a description to the Markdown of a doc comment.
///
/// Blank lines separate paragraphs, and each paragraph is one line. No line ends with white space. An empty
/// description stays empty.
fn markdown(description: &str) -> String {
    let ended = html::ended_elements(description);
    let mut blocks = Blocks::default();
    let mut html = String::new();
    for (event, range) in Parser::new(description).into_offset_iter() {
        let paragraph = &mut blocks.paragraph;
        match event {
            Event::Text(text) => paragraph.text(&text),
            Event::Code(code) => paragraph.code(&code),
            Event::SoftBreak => paragraph.text(" "),
            Event::HardBreak => blocks.line_break(),
            Event::InlineHtml(tag) => html::read(&tag, &ended, &mut blocks),
            // An HTML block comes in lines, over which a tag may be spread.
            Event::Html(line) => html.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => {
                html::read(&std::mem::take(&mut html), &ended, &mut blocks);
                blocks.end_paragraph();
            }
            // Within `<code>`, asterisks and underscores are text.
            Event::Start(Tag::Strong | Tag::Emphasis)
            | Event::End(TagEnd::Strong | TagEnd::Emphasis)
                if paragraph.is_in_code() =>
            {
                paragraph.text(delimiter(&description[range]));
            }
            Event::Start(Tag::Strong) => paragraph.open(Style::Strong),
            Event::Start(Tag::Emphasis) => paragraph.open(Style::Emphasis),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                paragraph.open_link(&dest_url);
            }
            Event::End(TagEnd::Strong) => paragraph.close(Style::Strong),
            Event::End(TagEnd::Emphasis) => paragraph.close(Style::Emphasis),
            Event::End(TagEnd::Link | TagEnd::Image) => paragraph.close(Style::Link),
            Event::Rule => blocks.rule(),
            Event::Start(Tag::List(start)) => blocks.open_list(start),
            Event::Start(Tag::Item) => blocks.open_item(),
            Event::Start(Tag::CodeBlock(_)) => paragraph.open_code(),
            Event::End(TagEnd::List(_)) => blocks.close_list(),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock,
            ) => blocks.end_paragraph(),
            _ => {}
        }
    }
    blocks.finish()
}

/// The asterisks or underscores that a text begins with, and ends with.
fn delimiter(emphasis: &str) -> &str {
    let length = if emphasis.starts_with("**") || emphasis.starts_with("__") {
        2
    } else {
        1
    };
    &emphasis[..length]
}

/// Whether a character has no place in prose: control characters, those that change the direction of text, other
/// invisible ones, and noncharacters.
pub(crate) fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}
