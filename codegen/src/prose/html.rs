//! HTML is taken out before Markdown is read.
//!
//! What makes blocks parts the text into pieces; what stands within a line
//! leaves a mark in it, which Markdown takes for a letter. So neither can
//! mistake the other, and all the rest is read as Markdown.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::inline::{self, Style};

/// Noncharacters, which no text has, around the number of a mark.
const MARK: char = '\u{fdd0}';
const MARK_END: char = '\u{fdd1}';

/// What HTML or Markdown says within a paragraph.
#[derive(Debug)]
pub(super) enum Mark {
    Text(String),
    Code(String),
    Break,
    Open(Style),
    OpenLink(String),
    Close(Style),
    Nothing,
}

/// What can hold blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Bullets,
    Numbers,
    Item,
    Quote,
    Table,
    Row,
    Cell,
}

/// A piece of a description.
#[derive(Debug)]
pub(super) enum Part {
    /// Markdown, with marks in it.
    Markdown(String),
    /// A paragraph ends or begins here.
    Paragraph,
    Heading(u8),
    Rule,
    Code(String),
    Open(Container),
    Close(Container),
}

/// The marks that were left in the text, and what they were made of.
pub(super) struct Marks<'a> {
    source: &'a str,
    marks: Vec<(Mark, Range<usize>)>,
}

impl Marks<'_> {
    /// Gives the pieces of a text in their order, each mark only once.
    pub(super) fn each(&mut self, text: &str, mut each: impl FnMut(Mark)) {
        let mut rest = text;
        while let Some((before, number, after)) = next_mark(rest) {
            each(Mark::Text(before.to_owned()));
            if let Some((mark, _)) = self.marks.get_mut(number) {
                each(std::mem::replace(mark, Mark::Nothing));
            }
            rest = after;
        }
        each(Mark::Text(rest.to_owned()));
    }

    /// A text with its marks as they were in the source, but for those that
    /// are longer than a limit.
    pub(super) fn source<'t>(&self, text: &'t str, limit: usize) -> Cow<'t, str> {
        if !text.contains(MARK) {
            return Cow::Borrowed(text);
        }
        let mut plain = String::new();
        let mut rest = text;
        let mut last = None;
        while let Some((before, number, after)) = next_mark(rest) {
            plain.push_str(before);
            // In the order of the source, so that none can be there twice.
            if let Some((_, range)) = self.marks.get(number)
                && last.is_none_or(|last| last < number)
                && range.len() <= limit
            {
                plain.push_str(&self.source[range.clone()]);
                last = Some(number);
            }
            rest = after;
        }
        plain.push_str(rest);
        Cow::Owned(plain)
    }
}

/// The first mark of a text, with what is before and after it.
fn next_mark(text: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = text.split_once(MARK)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().unwrap_or(usize::MAX);
    let rest = &rest[digits..];
    Some((before, number, rest.strip_prefix(MARK_END).unwrap_or(rest)))
}

/// Takes a description apart.
pub(super) fn split(source: &str) -> (Vec<Part>, Marks<'_>) {
    let mut scanner = Scanner::new(source);
    if source.contains('<') {
        scanner.scan();
    } else {
        scanner.text.push_str(source);
    }
    scanner.end_text();
    let marks = Marks {
        source,
        marks: scanner.marks,
    };
    (scanner.parts, marks)
}

/// A tag, as it is in the source.
struct Tag<'a> {
    name: String,
    is_end: bool,
    attributes: &'a str,
    end: usize,
}

/// A tag at a place where there is a `<`, if there is one.
fn tag(source: &str, start: usize) -> Option<Tag<'_>> {
    let rest = &source[start + 1..];
    let (is_end, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(name);
    if !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>')) {
        return None;
    }
    // Up to the next `<`, and no further, so that this ends.
    let limit = rest.find('<').unwrap_or(rest.len());
    let mut quote = None;
    let mut last = ' ';
    let mut close = None;
    for (at, c) in rest[..limit].char_indices() {
        match c {
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() && last == '=' => quote = Some(c),
            '>' if quote.is_none() => {
                close = Some(at);
                break;
            }
            _ => {}
        }
        if !c.is_whitespace() {
            last = c;
        }
    }
    let close = close.or_else(|| rest[..limit].find('>'))?;
    let end = source.len() - rest.len() + close + 1;
    Some(Tag {
        name: name.to_lowercase(),
        is_end,
        attributes: &rest[..close],
        end,
    })
}

/// The value of an attribute, with its character references resolved.
fn attribute(mut rest: &str, wanted: &str) -> Option<String> {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let name = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(name);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            if name.is_empty() {
                return None;
            }
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(decode(value));
        }
        rest = after;
    }
}

/// A text with its character references resolved.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = rest
            .bytes()
            .skip(1)
            .take(40)
            .position(|b| !(b.is_ascii_alphanumeric() || b == b'#'));
        let reference = length
            .filter(|length| rest.as_bytes()[length + 1] == b';')
            .map_or("&", |length| &rest[..length + 2]);
        match reference {
            "&" | "&amp;" => decoded.push('&'),
            "&lt;" => decoded.push('<'),
            "&gt;" => decoded.push('>'),
            "&quot;" => decoded.push('"'),
            // Markdown has the same ones, and knows them all.
            _ => {
                for event in Parser::new(reference) {
                    if let Event::Text(text) = event {
                        decoded.push_str(&text);
                    }
                }
            }
        }
        rest = &rest[reference.len()..];
    }
    decoded.push_str(rest);
    decoded
}

/// What is known of an element.
#[derive(Clone, Copy)]
enum Element {
    Paragraph,
    Heading(u8),
    Container(Container),
    Rule,
    Break,
    Image,
    Pre,
    Code,
    Style(Style),
    /// There is nothing to say in Markdown of what it means.
    Plain,
}

fn element(name: &str) -> Option<Element> {
    Some(match name {
        "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "center" | "dl"
        | "dt" | "dd" | "figure" | "figcaption" | "details" | "summary" => Element::Paragraph,
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "ul" => Element::Container(Container::Bullets),
        "ol" => Element::Container(Container::Numbers),
        "li" => Element::Container(Container::Item),
        "blockquote" => Element::Container(Container::Quote),
        "table" => Element::Container(Container::Table),
        "tr" => Element::Container(Container::Row),
        "td" | "th" => Element::Container(Container::Cell),
        "hr" => Element::Rule,
        "br" => Element::Break,
        "img" => Element::Image,
        "pre" => Element::Pre,
        "code" | "tt" | "kbd" | "samp" => Element::Code,
        "strong" | "b" => Element::Style(Style::Strong),
        "em" | "i" => Element::Style(Style::Emphasis),
        "a" => Element::Style(Style::Link),
        "span" | "small" | "big" | "sub" | "sup" | "u" | "abbr" | "cite" | "font" | "mark"
        | "wbr" | "thead" | "tbody" | "tfoot" => Element::Plain,
        _ => return None,
    })
}

struct Scanner<'a> {
    source: &'a str,
    at: usize,
    parts: Vec<Part>,
    marks: Vec<(Mark, Range<usize>)>,
    text: String,
    /// How many containers are open.
    depth: usize,
    /// Whether a paragraph is.
    in_paragraph: bool,
    /// The names in start tags and in end tags.
    names: [BTreeSet<String>; 2],
    /// For each run of backticks that begins a code span, where the one is
    /// that ends it.
    backticks: BTreeMap<usize, usize>,
    last_comment_end: Option<usize>,
}

impl<'a> Scanner<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            parts: Vec::new(),
            marks: Vec::new(),
            text: String::new(),
            depth: 0,
            in_paragraph: false,
            names: [BTreeSet::new(), BTreeSet::new()],
            backticks: BTreeMap::new(),
            last_comment_end: source.rfind("-->"),
        }
    }

    fn scan(&mut self) {
        for (at, _) in self.source.match_indices('<') {
            if let Some(tag) = tag(self.source, at)
                && element(&tag.name).is_none()
            {
                self.names[usize::from(tag.is_end)].insert(tag.name);
            }
        }
        self.backticks = backticks(self.source);
        let mut line_start = true;
        while self.at < self.source.len() {
            if std::mem::take(&mut line_start) {
                self.line_start();
                if self.at == self.source.len() {
                    break;
                }
            }
            let rest = &self.source[self.at..];
            let next = rest.find(['\n', '\\', '`', '<']).unwrap_or(rest.len());
            self.text.push_str(&rest[..next]);
            self.at += next;
            let rest = &rest[next..];
            match rest.as_bytes().first() {
                Some(b'\n') => {
                    self.copy(1);
                    line_start = true;
                }
                Some(b'\\') => {
                    let escaped = rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
                    self.copy(if escaped { 2 } else { 1 });
                }
                Some(b'`') => self.code_span(),
                Some(b'<') => line_start = self.angle(),
                _ => {}
            }
        }
    }

    fn copy(&mut self, length: usize) {
        let end = self.at + length;
        self.text.push_str(&self.source[self.at..end]);
        self.at = end;
    }

    fn mark(&mut self, mark: Mark, length: usize) {
        let range = self.at..self.at + length;
        self.text.push(MARK);
        self.text.push_str(&self.marks.len().to_string());
        self.text.push(MARK_END);
        self.at = range.end;
        self.marks.push((mark, range));
    }

    fn end_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.contains(|c: char| !c.is_whitespace()) {
            self.parts.push(Part::Markdown(text));
        }
    }

    fn part(&mut self, part: Part) {
        self.end_text();
        self.parts.push(part);
    }

    /// At the beginning of a line, copies what must not be read as HTML. What
    /// stands in an HTML element keeps no indentation, and begins no block of
    /// Markdown.
    fn line_start(&mut self) {
        let rest = &self.source[self.at..];
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        let line = &rest[indent..];
        if self.source[..self.at].ends_with('\n') && line.starts_with('\n') {
            self.in_paragraph = false;
        }
        // Up to the next tag is enough, and no more than is read next.
        let line = &line[..line.find(['\n', '<']).unwrap_or(line.len())];
        if let Some(length) = fence(&rest[indent..]) {
            return self.copy(indent + length);
        }
        if self.depth > 0 || self.in_paragraph {
            self.at += indent;
            if let Some(marker) = inline::block_marker(line) {
                self.copy(marker);
                self.text.push('\\');
            }
        }
    }

    /// Copies a code span as it is, or backticks that begin none.
    fn code_span(&mut self) {
        let rest = &self.source[self.at..];
        let length = rest.len() - rest.trim_start_matches('`').len();
        match self.backticks.get(&self.at) {
            Some(end) => self.copy(end + length - self.at),
            None => self.copy(length),
        }
    }

    /// Something that may be a tag. Gives whether a line begins after it.
    fn angle(&mut self) -> bool {
        let rest = &self.source[self.at..];
        if rest.starts_with("<!--")
            && self.last_comment_end.is_some_and(|end| self.at + 4 <= end)
            && let Some(end) = rest[4..].find("-->")
        {
            self.mark(Mark::Nothing, 4 + end + 3);
            return false;
        }
        if let Some(length) = autolink(rest).or_else(|| self.destination(rest)) {
            self.copy(length);
            return false;
        }
        let Some(tag) = tag(self.source, self.at) else {
            self.mark(Mark::Text("<".to_owned()), 1);
            return false;
        };
        let length = tag.end - self.at;
        let attributes = tag.attributes.trim();
        let is_markup = attributes.is_empty() || attributes == "/" || attributes.contains('=');
        if let Some(element) = element(&tag.name).filter(|_| is_markup) {
            return self.element(element, &tag, length);
        }
        let is_pair = self.names[usize::from(!tag.is_end)].contains(&tag.name);
        let is_name = !rest[..length].contains(|c: char| c.is_whitespace() || c == '`')
            && !self.source[..self.at].ends_with(char::is_alphanumeric);
        if is_pair && is_markup {
            self.mark(Mark::Nothing, length);
        } else if is_name {
            self.mark(Mark::Code(rest[..length].to_owned()), length);
        } else {
            self.mark(Mark::Text("<".to_owned()), 1);
        }
        false
    }

    /// A link destination in angle brackets: `[text](<destination>)`.
    fn destination(&self, rest: &str) -> Option<usize> {
        if !self.text.ends_with("](") {
            return None;
        }
        let end = 1 + rest[1..].find(['\n', '<', '>'])?;
        rest[end..].starts_with('>').then_some(end + 1)
    }

    fn element(&mut self, element: Element, tag: &Tag<'_>, length: usize) -> bool {
        match element {
            Element::Style(style) => {
                let mark = match style {
                    style if tag.is_end => Mark::Close(style),
                    Style::Link => {
                        Mark::OpenLink(attribute(tag.attributes, "href").unwrap_or_default())
                    }
                    style => Mark::Open(style),
                };
                self.mark(mark, length);
            }
            Element::Code => self.code(tag, length),
            Element::Break => self.mark(Mark::Break, length),
            Element::Image => {
                let alt = attribute(tag.attributes, "alt").unwrap_or_default();
                self.mark(Mark::Text(alt), length);
            }
            Element::Plain => self.mark(Mark::Nothing, length),
            Element::Pre => {
                let end = if tag.is_end {
                    None
                } else {
                    element_end(&self.source[tag.end..], "pre")
                };
                if let Some((content, after)) = end {
                    let code = text_of(&self.source[tag.end..tag.end + content]);
                    self.at = tag.end + after;
                    self.part(Part::Code(code));
                } else {
                    self.at = tag.end;
                    self.part(Part::Paragraph);
                }
                return true;
            }
            Element::Rule => {
                self.at = tag.end;
                self.part(Part::Rule);
                return true;
            }
            Element::Paragraph => {
                self.at = tag.end;
                self.in_paragraph = !tag.is_end;
                self.part(Part::Paragraph);
                return true;
            }
            Element::Heading(level) => {
                self.at = tag.end;
                self.in_paragraph = !tag.is_end;
                self.part(if tag.is_end {
                    Part::Paragraph
                } else {
                    Part::Heading(level)
                });
                return true;
            }
            Element::Container(container) => {
                self.at = tag.end;
                self.in_paragraph = false;
                let is_row = matches!(container, Container::Row | Container::Cell);
                if tag.is_end {
                    self.depth = self.depth.saturating_sub(usize::from(!is_row));
                    self.part(Part::Close(container));
                } else {
                    self.depth += usize::from(!is_row);
                    self.part(Part::Open(container));
                }
                return true;
            }
        }
        false
    }

    /// `<code>…</code>` within a line: all of it is one mark.
    fn code(&mut self, tag: &Tag<'_>, length: usize) {
        let rest = &self.source[tag.end..];
        match element_end(rest, &tag.name).filter(|_| !tag.is_end) {
            Some((content, after)) if !rest[..content].contains("\n\n") => {
                self.mark(Mark::Code(text_of(&rest[..content])), length + after);
            }
            _ => self.mark(Mark::Nothing, length),
        }
    }
}

/// The code spans of Markdown: where each begins, and where its end begins.
fn backticks(source: &str) -> BTreeMap<usize, usize> {
    let mut spans = BTreeMap::new();
    // The last run of each length in this paragraph, from its end backwards.
    let mut next = BTreeMap::new();
    let bytes = source.as_bytes();
    let mut blank = false;
    let mut at = bytes.len();
    while at > 0 {
        at -= 1;
        match bytes[at] {
            b'`' => {
                let end = at + 1;
                while at > 0 && bytes[at - 1] == b'`' {
                    at -= 1;
                }
                if let Some(close) = next.insert(end - at, at) {
                    spans.insert(at, close);
                }
                blank = false;
            }
            b'\n' if std::mem::replace(&mut blank, true) => next.clear(),
            b'\n' | b' ' => {}
            _ => blank = false,
        }
    }
    spans
}

/// The length of a fenced code block, if a text begins with one.
fn fence(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(first).len();
    if length < 3 {
        return None;
    }
    // A language is short, and a look at it must be.
    let info = &text.as_bytes()[length..text.len().min(length + 100)];
    let line = info
        .iter()
        .position(|b| *b == b'\n' || *b == b'`' && first == '`');
    if line.map_or(info.len() == 100, |end| info[end] == b'`') {
        return None;
    }
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next()?;
    let mut end = opening.len();
    for line in lines {
        end += line.len();
        let fence = line.trim();
        if fence.len() >= length && fence.chars().all(|c| c == first) {
            break;
        }
    }
    Some(text[..end].trim_end_matches('\n').len())
}

/// The length of `<https://…>` or `<name@host>`, if a text begins with one.
fn autolink(text: &str) -> Option<usize> {
    let rest = &text[1..];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))?;
    let inner = &rest.as_bytes()[..end];
    if !rest[end..].starts_with('>') || !inner.first()?.is_ascii_alphabetic() {
        return None;
    }
    let is_scheme = |b: &u8| b.is_ascii_alphanumeric() || b"+.-".contains(b);
    let scheme = inner.iter().take_while(|b| is_scheme(b)).count();
    let is_url = scheme > 1 && inner.get(scheme) == Some(&b':');
    (is_url || inner.contains(&b'@')).then_some(end + 2)
}

/// How long the content of an element is, and where its end tag ends.
fn element_end(rest: &str, name: &str) -> Option<(usize, usize)> {
    rest.match_indices('<')
        .filter_map(|(at, _)| tag(rest, at).map(|tag| (at, tag)))
        .find(|(_, tag)| tag.name == name)
        .filter(|(_, tag)| tag.is_end)
        .map(|(at, tag)| (at, tag.end))
}

/// What HTML shows as text.
fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = tag(rest, at).filter(|tag| element(&tag.name).is_some());
        let (before, after) = match &end {
            Some(tag) => (at, tag.end),
            None => (at + 1, at + 1),
        };
        text.push_str(&rest[..before]);
        rest = &rest[after..];
    }
    text.push_str(rest);
    decode(&text)
}
