//! The inside of a paragraph: text, code, links, emphasis.

use super::html::Mark;
use super::word::{self, Piece};
use super::{is_unwanted, link};

/// What can be put around text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Strong,
    Emphasis,
    Link,
}

#[derive(Debug)]
enum Token {
    /// Prose, not yet escaped, with single spaces.
    Text(String),
    /// What stands between backticks.
    Code(String),
    /// A URL that is its own text.
    Url(String),
    /// A line ends here, whatever the width.
    Break,
    Open(Style),
    Close(Style, String),
}

/// A style that is open.
struct Frame {
    style: Style,
    /// Where a link leads.
    url: String,
    /// Whether there is something in it, and so a token for its beginning.
    started: bool,
    /// Whether there ever was.
    shown: bool,
    /// It leaves no trace: what is in it stands there without it.
    silent: bool,
}

/// Where a text will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// The inside of a paragraph in the making.
#[derive(Default)]
pub(super) struct Inlines {
    tokens: Vec<Token>,
    /// Text that is not yet taken apart into words.
    run: String,
    /// Whether there was white space since the last token.
    space: bool,
    frames: Vec<Frame>,
    /// How often each style is open, of which the outermost counts.
    depths: [usize; 3],
}

impl Inlines {
    pub(super) fn push(&mut self, mark: Mark) {
        match mark {
            Mark::Text(text) => self
                .run
                .extend(text.chars().filter(|c| c.is_whitespace() || !is_unwanted(*c))),
            Mark::Code(code) => {
                self.end_run();
                self.code(&code);
            }
            Mark::Break => {
                self.end_run();
                self.line_break();
            }
            Mark::Open(style) => self.open(style, None),
            Mark::OpenLink(destination) => self.open(Style::Link, link::absolute(&destination)),
            Mark::Close(style) => self.close(style),
            Mark::Nothing => {}
        }
    }

    /// Takes the text so far apart into words.
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let in_link = self.frames.iter().any(|frame| frame.style == Style::Link);
        word::pieces(&run, |piece| match piece {
            Piece::Space => self.space = true,
            Piece::Text(text) => self.text(text),
            // A link cannot hold another one.
            Piece::Url(url) if in_link => self.code(url),
            Piece::Url(url) => match link::absolute(url) {
                Some(url) => {
                    self.start();
                    self.tokens.push(Token::Url(url));
                }
                None => self.code(url),
            },
            Piece::Code(code) => self.code(code),
        });
    }

    /// Writes what was put off until something follows: a space, the
    /// beginnings of styles.
    fn start(&mut self) {
        let space = std::mem::take(&mut self.space)
            && !matches!(self.tokens.last(), None | Some(Token::Break));
        if space {
            self.push_text(" ");
        }
        for index in 0..self.frames.len() {
            let Frame {
                style,
                started,
                silent,
                ..
            } = self.frames[index];
            if started || silent {
                continue;
            }
            match self.tokens.last() {
                // `*a**b*` is not two emphases but none.
                Some(Token::Close(last, _)) if *last == style && style != Style::Link => {
                    self.tokens.pop();
                }
                Some(Token::Close(Style::Strong | Style::Emphasis, _)) if style != Style::Link => {
                    self.frames[index].silent = true;
                    continue;
                }
                Some(Token::Code(_) | Token::Close(Style::Link, _)) if style == Style::Link => {
                    self.push_text(" ");
                    self.tokens.push(Token::Open(style));
                }
                _ => self.tokens.push(Token::Open(style)),
            }
            self.frames[index].started = true;
            self.frames[index].shown = true;
        }
    }

    fn push_text(&mut self, text: &str) {
        if let Some(Token::Text(last)) = self.tokens.last_mut() {
            last.push_str(text);
        } else {
            self.tokens.push(Token::Text(text.to_owned()));
        }
    }

    fn text(&mut self, text: &str) {
        self.start();
        self.push_text(text);
    }

    fn code(&mut self, code: &str) {
        let mut content = String::with_capacity(code.len());
        let mut space = false;
        for c in code.chars() {
            if c.is_whitespace() {
                space = true;
            } else if !is_unwanted(c) {
                if space && !content.is_empty() {
                    content.push(' ');
                }
                space = false;
                content.push(c);
            }
        }
        if content.is_empty() {
            self.space |= space;
            return;
        }
        self.start();
        match self.tokens.last_mut() {
            Some(Token::Code(last)) => last.push_str(&content),
            Some(Token::Close(Style::Link, _)) => {
                self.push_text(" ");
                self.tokens.push(Token::Code(content));
            }
            _ => self.tokens.push(Token::Code(content)),
        }
    }

    fn line_break(&mut self) {
        self.space = false;
        // A line cannot begin with a break, nor two follow each other.
        if !matches!(self.tokens.last(), None | Some(Token::Break)) {
            let open: Vec<Style> = self.frames.iter().map(|frame| frame.style).collect();
            // A style ends with its line, and begins again on the next one.
            for style in open.into_iter().rev() {
                self.end_token(style);
            }
            self.tokens.push(Token::Break);
        }
    }

    fn open(&mut self, style: Style, url: Option<String>) {
        self.end_run();
        let depth = &mut self.depths[style as usize];
        *depth += 1;
        if *depth == 1 {
            self.frames.push(Frame {
                style,
                silent: style == Style::Link && url.is_none(),
                url: url.unwrap_or_default(),
                started: false,
                shown: false,
            });
        }
    }

    fn close(&mut self, style: Style) {
        self.end_run();
        let depth = &mut self.depths[style as usize];
        *depth = depth.saturating_sub(1);
        if *depth > 0 {
            return;
        }
        let Some(index) = self.frames.iter().position(|frame| frame.style == style) else {
            return;
        };
        // Those within begin again after it.
        let within: Vec<Style> = self.frames[index + 1..].iter().map(|f| f.style).collect();
        for inner in within.into_iter().rev() {
            self.end_token(inner);
        }
        self.end_token(style);
        let frame = self.frames.remove(index);
        // A link without a text shows where it leads.
        if style == Style::Link && !frame.shown && frame.url.starts_with("http") {
            self.start();
            self.tokens.push(Token::Url(frame.url));
        }
    }

    /// Writes the end of a style, if its beginning was written.
    fn end_token(&mut self, style: Style) {
        let Some(frame) = self.frames.iter_mut().find(|frame| frame.style == style) else {
            return;
        };
        if !std::mem::take(&mut frame.started) {
            return;
        }
        let url = frame.url.clone();
        if style == Style::Link {
            // What shows its own URL needs no other text.
            let own = match self.tokens.as_slice() {
                [.., Token::Open(Style::Link), Token::Code(code)] => {
                    link::absolute(code).as_deref() == Some(&url) && url.starts_with("http")
                }
                _ => false,
            };
            if own {
                self.tokens.truncate(self.tokens.len() - 2);
                self.tokens.push(Token::Url(url));
                return;
            }
        }
        self.tokens.push(Token::Close(style, url));
    }

    /// Whether the last there is is the end of a line.
    pub(super) fn is_after_break(&self) -> bool {
        self.run.trim().is_empty() && matches!(self.tokens.last(), Some(Token::Break))
    }

    /// Ends the paragraph and gives its Markdown, without what is around it.
    pub(super) fn finish(&mut self, place: Place) -> String {
        self.end_run();
        while let Some(frame) = self.frames.last() {
            let style = frame.style;
            self.depths[style as usize] = 1;
            self.close(style);
        }
        self.depths = [0; 3];
        self.space = false;
        while let Some(Token::Break) = self.tokens.last() {
            self.tokens.pop();
        }
        let tokens = with_effect(std::mem::take(&mut self.tokens));
        let mut out = String::new();
        let mut in_link = false;
        for (index, token) in tokens.iter().enumerate() {
            match token {
                Token::Text(text) if in_link => {
                    let text = curl(text, out.chars().next_back());
                    escape(&text, false, &mut out, place);
                }
                Token::Text(text) => {
                    let before_link = matches!(tokens.get(index + 1), Some(Token::Open(Style::Link)));
                    escape(text, before_link, &mut out, place);
                }
                Token::Code(code) => write_code(code, &mut out, place),
                Token::Url(url) => out.extend(["<", url, ">"]),
                Token::Break if place == Place::Paragraph => out.push_str("\\\n"),
                Token::Break => out.push(' '),
                Token::Open(Style::Link) => {
                    in_link = true;
                    out.push('[');
                }
                Token::Close(Style::Link, url) => {
                    in_link = false;
                    out.extend(["](", url, ")"]);
                }
                Token::Open(Style::Strong) | Token::Close(Style::Strong, _) => out.push_str("**"),
                Token::Open(Style::Emphasis) | Token::Close(Style::Emphasis, _) => out.push('*'),
            }
        }
        if place == Place::Heading && out.ends_with('#') {
            out.insert(out.len() - 1, '\\');
        }
        out
    }
}

/// Without the beginnings and ends of emphasis that Markdown would not take
/// for such, for what stands next to them.
fn with_effect(tokens: Vec<Token>) -> Vec<Token> {
    let mut dropped = vec![false; tokens.len()];
    let mut open = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(_) => open.push(index),
            Token::Close(style, _) => {
                let Some(start) = open.pop() else { continue };
                if *style == Style::Link {
                    continue;
                }
                let opens = {
                    let (before, after) = around(&tokens, start);
                    is_inner(after) && (is_plain(after) || is_outer(before))
                };
                let closes = {
                    let (before, after) = around(&tokens, index);
                    is_inner(before) && (is_plain(before) || is_outer(after))
                };
                if !(opens && closes) {
                    dropped[start] = true;
                    dropped[index] = true;
                }
            }
            _ => {}
        }
    }
    let mut left: Vec<Token> = Vec::with_capacity(tokens.len());
    for (token, dropped) in tokens.into_iter().zip(dropped) {
        match (left.last_mut(), token) {
            _ if dropped => {}
            (Some(Token::Text(last)), Token::Text(text)) => last.push_str(&text),
            (Some(Token::Code(last)), Token::Code(code)) => last.push_str(&code),
            (_, token) => left.push(token),
        }
    }
    left
}

fn is_inner(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_whitespace())
}

fn is_plain(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn is_outer(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
}

/// The characters before and after a run of beginnings or ends of emphasis.
fn around(tokens: &[Token], index: usize) -> (Option<char>, Option<char>) {
    let is_delimiter = |token: &&Token| {
        matches!(
            token,
            Token::Open(Style::Strong | Style::Emphasis)
                | Token::Close(Style::Strong | Style::Emphasis, _)
        )
    };
    let before = tokens[..index].iter().rev().find(|t| !is_delimiter(t));
    let after = tokens[index..].iter().find(|t| !is_delimiter(t));
    let last = before.and_then(|token| match token {
        Token::Text(text) => text.chars().next_back(),
        Token::Code(_) => Some('`'),
        Token::Url(_) => Some('>'),
        Token::Open(_) => Some('['),
        Token::Close(..) => Some(')'),
        Token::Break => None,
    });
    let first = after.and_then(|token| match token {
        Token::Text(text) => text.chars().next(),
        Token::Code(_) => Some('`'),
        Token::Url(_) => Some('<'),
        Token::Open(_) => Some('['),
        Token::Close(..) => Some(']'),
        Token::Break => None,
    });
    (last, first)
}

fn write_code(code: &str, out: &mut String, place: Place) {
    let mut longest = 0;
    let mut length = 0;
    for c in code.chars() {
        length = if c == '`' { length + 1 } else { 0 };
        longest = longest.max(length);
    }
    let pad = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    let fence = "`".repeat(longest + 1);
    out.extend([&fence, pad]);
    if place == Place::Cell {
        out.push_str(&code.replace('|', "\\|"));
    } else {
        out.push_str(code);
    }
    out.extend([pad, &fence]);
}

/// Straight quotation marks in the text of a link read as a mistaken link to
/// an item; rustdoc shows them curled anyway.
fn curl(text: &str, mut before: Option<char>) -> String {
    let mut chars = text.chars().peekable();
    let mut curled = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        let opens = before.is_none_or(|c| c.is_whitespace() || "([{-*".contains(c));
        let inside = before.is_some_and(char::is_alphanumeric)
            && chars.peek().is_some_and(|c| c.is_alphanumeric());
        curled.push(match c {
            '"' if opens => '“',
            '"' => '”',
            '\'' if inside => '\'',
            '\'' if opens => '‘',
            '\'' => '’',
            c => c,
        });
        before = Some(c);
    }
    curled
}

/// Writes prose so that Markdown takes it as it is.
fn escape(text: &str, before_link: bool, out: &mut String, place: Place) {
    let line_start = out.is_empty() || out.ends_with('\n');
    let block = if line_start { block_marker(text) } else { None };
    let mut in_angles = false;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let special = match c {
            '\\' | '`' | '_' | '[' | ']' | '~' => true,
            '*' => {
                let spaced = |c: Option<char>| c.is_some_and(char::is_whitespace);
                !(spaced(before) && spaced(after.chars().next()))
            }
            '<' => {
                let tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
                in_angles |= tag;
                tag || after.is_empty()
            }
            '>' => std::mem::take(&mut in_angles),
            '&' => is_reference(after) || after.is_empty(),
            '!' => before_link && after.is_empty(),
            '|' => place == Place::Cell,
            _ => false,
        };
        if special || block == Some(at) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// Whether what follows an `&` makes a character reference of it.
fn is_reference(text: &str) -> bool {
    let text = text.strip_prefix('#').unwrap_or(text);
    let end = text.bytes().take(40).position(|b| !b.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && text.as_bytes()[end] == b';')
}

/// Where a backslash goes so that a line does not begin a block.
pub(super) fn block_marker(line: &str) -> Option<usize> {
    let first = *line.as_bytes().first()?;
    let ends = |at: usize| line[at..].chars().next().is_none_or(char::is_whitespace);
    let is_block = match first {
        b'#' => {
            let hashes = line.bytes().take(7).take_while(|b| *b == b'#').count();
            hashes < 7 && ends(hashes)
        }
        b'*' | b'+' => ends(1),
        b'-' | b':' => {
            ends(1) || line.bytes().all(|b| matches!(b, b'-' | b':' | b'|' | b' '))
        }
        b'=' | b'>' | b'|' => true,
        b'[' => line.contains("]:"),
        b'0'..=b'9' => {
            let digits = line.bytes().take(10).take_while(u8::is_ascii_digit).count();
            let dot = matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
            return (digits < 10 && dot && ends(digits + 1)).then_some(digits);
        }
        _ => false,
    };
    is_block.then_some(0)
}
