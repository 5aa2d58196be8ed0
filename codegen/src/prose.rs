//! Descriptions become doc comments: HTML and Markdown in, Markdown out.
//!
//! ```text
//! description -> parts -> events -> tokens -> Markdown
//!           html     pulldown-cmark  inline   block
//! ```
//!
//! What comes out is Markdown that rustdoc and clippy have nothing to say
//! about: no HTML, no link that leads nowhere, no code that would be compiled,
//! names in backticks.

mod block;
mod html;
mod inline;
mod link;
mod word;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use block::Blocks;
use html::{Container, Mark, Marks, Part};
use inline::Style;

/// How long a placeholder in a link destination can be: `/v1/files/<id>`.
const PLACEHOLDER: usize = 64;

/// One description, made fit for a doc comment.
///
/// Blocks are separated by blank lines, each paragraph is one line, and there
/// is no white space at the end of a line or of the whole. An empty
/// description stays empty.
pub(crate) fn markdown(description: &str) -> String {
    let description = clean(description);
    let (parts, mut marks) = html::split(&description);
    let mut document = Document::default();
    for part in parts {
        match part {
            Part::Markdown(text) => document.markdown(&text, &mut marks),
            Part::Paragraph => document.blocks.end_leaf(),
            Part::Heading(level) => document.blocks.heading(level),
            Part::Rule => document.blocks.rule(),
            Part::Code(code) => document.blocks.code_block(&code),
            Part::Open(container) => document.open(container),
            Part::Close(container) => document.close(container),
        }
    }
    document.blocks.finish()
}

/// Without what does not belong in a source file: line ends other than `\n`,
/// tabs, control characters.
fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c == '\t' || (c != '\n' && is_unwanted(c))) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push_str("    "),
            c if is_unwanted(c) => {}
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Whether a character has no place in prose: control characters, those that
/// steer the direction of text, invisible ones, and noncharacters, of which
/// two mark the places of HTML.
pub(crate) fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// A document in the making: what is open in HTML, and the blocks so far.
#[derive(Default)]
struct Document {
    blocks: Blocks,
    open: Vec<Container>,
    lists: usize,
    items: usize,
    quotes: usize,
    tables: usize,
}

impl Document {
    fn count(&mut self, container: Container) -> Option<&mut usize> {
        match container {
            Container::Bullets | Container::Numbers => Some(&mut self.lists),
            Container::Item => Some(&mut self.items),
            Container::Quote => Some(&mut self.quotes),
            Container::Table => Some(&mut self.tables),
            Container::Row | Container::Cell => None,
        }
    }

    fn open(&mut self, container: Container) {
        if container == Container::Item {
            match self.open.last() {
                Some(Container::Item) => self.pop(),
                Some(Container::Bullets | Container::Numbers) => {}
                _ => self.open(Container::Bullets),
            }
        }
        match container {
            Container::Bullets => self.blocks.open_list(None),
            Container::Numbers => self.blocks.open_list(Some(1)),
            Container::Item => self.blocks.open_item(),
            Container::Quote => self.blocks.open_quote(),
            Container::Table => self.blocks.open_table(),
            Container::Row => return self.blocks.end_row(),
            Container::Cell => return self.blocks.start_cell(),
        }
        self.open.push(container);
        if let Some(count) = self.count(container) {
            *count += 1;
        }
    }

    /// Closes the innermost of a kind, and all that is open in it.
    fn close(&mut self, container: Container) {
        match self.count(container) {
            Some(0) => self.blocks.end_leaf(),
            Some(count) => {
                let left = *count - 1;
                while self.count(container).is_some_and(|count| *count > left) {
                    self.pop();
                }
            }
            None if container == Container::Row => self.blocks.end_row(),
            None => self.blocks.end_cell(),
        }
    }

    fn pop(&mut self) {
        let Some(container) = self.open.pop() else {
            return;
        };
        if let Some(count) = self.count(container) {
            *count -= 1;
        }
        match container {
            Container::Table => self.blocks.close_table(),
            _ => self.blocks.close_container(),
        }
    }

    fn markdown(&mut self, text: &str, marks: &mut Marks) {
        let mut code: Option<String> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            let blocks = &mut self.blocks;
            match event {
                Event::Text(text) if code.is_some() => {
                    if let Some(code) = &mut code {
                        code.push_str(&marks.source(&text, usize::MAX));
                    }
                }
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    marks.each(&text, |piece| blocks.inline(piece));
                }
                Event::Code(code) => {
                    blocks.inline(Mark::Code(marks.source(&code, usize::MAX).into_owned()));
                }
                Event::SoftBreak => blocks.inline(Mark::Text(" ".to_owned())),
                Event::HardBreak => blocks.inline(Mark::Break),
                Event::Rule => blocks.rule(),
                Event::Start(Tag::CodeBlock(_)) => {
                    blocks.end_leaf();
                    code = Some(String::new());
                }
                Event::End(TagEnd::CodeBlock) => {
                    blocks.code_block(&code.take().unwrap_or_default());
                }
                Event::Start(tag) => Self::start(blocks, tag, marks),
                Event::End(tag) => Self::end(blocks, tag),
                // These belong to extensions that are not enabled.
                Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::FootnoteReference(_)
                | Event::TaskListMarker(_) => {}
            }
        }
        self.blocks.end_leaf();
    }

    fn start(blocks: &mut Blocks, tag: Tag<'_>, marks: &Marks) {
        match tag {
            Tag::Heading { level, .. } => blocks.heading(level as u8),
            Tag::BlockQuote(_) => blocks.open_quote(),
            Tag::List(start) => blocks.open_list(start),
            Tag::Item => blocks.open_item(),
            Tag::Table(_) => blocks.open_table(),
            Tag::Emphasis => blocks.inline(Mark::Open(Style::Emphasis)),
            Tag::Strong => blocks.inline(Mark::Open(Style::Strong)),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => blocks.inline(Mark::OpenLink(format!("mailto:{dest_url}"))),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                blocks.inline(Mark::OpenLink(
                    marks.source(&dest_url, PLACEHOLDER).into_owned(),
                ));
            }
            _ => {}
        }
    }

    fn end(blocks: &mut Blocks, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => blocks.end_leaf(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => blocks.close_container(),
            TagEnd::Table => blocks.close_table(),
            TagEnd::TableHead | TagEnd::TableRow => blocks.end_row(),
            TagEnd::TableCell => blocks.end_cell(),
            TagEnd::Emphasis => blocks.inline(Mark::Close(Style::Emphasis)),
            TagEnd::Strong => blocks.inline(Mark::Close(Style::Strong)),
            TagEnd::Link | TagEnd::Image => blocks.inline(Mark::Close(Style::Link)),
            _ => {}
        }
    }
}
