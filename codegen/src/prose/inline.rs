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
    state: State,
    /// Whether there ever was something in it.
    is_shown: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing is in it yet, so there is no token for its beginning.
    Waiting,
    Started,
    /// It leaves no trace: what is in it stands there without it.
    Silent,
}

/// Where a text will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// The inside of a paragraph in the making.
/// The inside of a paragraph in the making.
#[derive(Default)]
pub(super) struct Inlines {
    tokens: Vec<Token>,
    /// Whether there was white space since the last token.
    space: bool,
    frames: Vec<Frame>,
    /// How often each style is open, of which the outermost counts.
    depths: [usize; 3],
}

impl Inlines {
    pub(super) fn push(&mut self, mark: Mark) {
        match mark {
            Mark::Text(text) => self.text(&text),
            Mark::Code(code) => self.code(&code),
            Mark::Break => self.line_break(),
            Mark::Open(style) => self.open(style, String::new()),
            Mark::OpenLink(destination) => match link::absolute(&destination) {
                Some(url) => self.open(Style::Link, url),
                // There is nothing to point to, which leaves the text.
                None => self.depths[Style::Link as usize] += 1,
            },
            Mark::Close(style) => self.close(style),
            Mark::Nothing => {}
        }
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
            let Frame { style, state, .. } = self.frames[index];
            if state != State::Waiting {
                continue;
            }
            match self.tokens.last() {
                // `*a**b*` is not two emphases but none.
                Some(Token::Close(last, _)) if *last == style && style != Style::Link => {
                    self.tokens.pop();
                }
                Some(Token::Close(Style::Strong | Style::Emphasis, _)) if style != Style::Link => {
                    self.frames[index].state = State::Silent;
                    continue;
                }
                _ => self.tokens.push(Token::Open(style)),
            }
            self.frames[index].state = State::Started;
            self.frames[index].is_shown = true;
        }
    }

    fn push_text(&mut self, text: &str) {
        let wanted = text.chars().filter(|c| !is_unwanted(*c));
        if let Some(Token::Text(last)) = self.tokens.last_mut() {
            last.extend(wanted);
        } else {
            self.tokens.push(Token::Text(wanted.collect()));
        }
    }

    fn text(&mut self, text: &str) {
        let mut words = text.split(char::is_whitespace);
        let mut word = words.next();
        while let Some(some) = word {
            if some.chars().any(|c| !is_unwanted(c)) {
                self.start();
                self.push_text(some);
            }
            word = words.next();
            self.space |= word.is_some();
        }
    }

    fn code(&mut self, code: &str) {
        let mut content = String::with_capacity(code.len());
        for word in code.split_whitespace() {
            let word = word.chars().filter(|c| !is_unwanted(*c));
            let end = content.len();
            content.extend(word);
            if end > 0 && content.len() > end {
                content.insert(end, ' ');
            }
        }
        if content.is_empty() {
            self.space |= !code.is_empty();
            return;
        }
        self.start();
        self.tokens.push(Token::Code(content));
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

    fn open(&mut self, style: Style, url: String) {
        let depth = &mut self.depths[style as usize];
        *depth += 1;
        if *depth == 1 {
            self.frames.push(Frame {
                style,
                url,
                state: State::Waiting,
                is_shown: false,
            });
        }
    }

    fn close(&mut self, style: Style) {
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
        if style == Style::Link && !frame.is_shown && frame.url.starts_with("http") {
            self.start();
            self.tokens.push(Token::Url(frame.url));
        }
    }

    /// Writes the end of a style, if its beginning was written.
    fn end_token(&mut self, style: Style) {
        let Some(frame) = self.frames.iter_mut().find(|frame| frame.style == style) else {
            return;
        };
        if frame.state != State::Started {
            return;
        }
        frame.state = State::Waiting;
        let url = frame.url.clone();
        if style == Style::Link {
            // What shows its own URL needs no other text.
            let own = match self.tokens.as_slice() {
                [
                    ..,
                    Token::Open(Style::Link),
                    Token::Code(text) | Token::Text(text),
                ] => link::absolute(text).as_deref() == Some(&url) && url.starts_with("http"),
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
        matches!(self.tokens.last(), Some(Token::Break))
    }

    /// Ends the paragraph and gives its Markdown, without what is around it.
    pub(super) fn finish(&mut self, place: Place) -> String {
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
        let tokens = settle(std::mem::take(&mut self.tokens));
        let mut out = String::new();
        let mut in_link = false;
        for (index, token) in tokens.iter().enumerate() {
            match token {
                Token::Text(text) if in_link => {
                    let text = curl(text, out.chars().next_back());
                    escape(&text, false, &mut out, place);
                }
                Token::Text(text) => {
                    let before_link =
                        matches!(tokens.get(index + 1), Some(Token::Open(Style::Link)));
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
        if place == Place::Heading && out.ends_with('#') && !out.ends_with("\\#") {
            out.insert(out.len() - 1, '\\');
        }
        out
    }
}

/// Takes texts apart into words, and leaves out the emphasis that Markdown
/// would not take for such.
fn settle(tokens: Vec<Token>) -> Vec<Token> {
    let mut tokens = with_words(tokens);
    // Without an emphasis two texts are one, in which other words may stand,
    // beside which other emphasis is none. That ends soon, or is ended.
    for round in 0.. {
        let dropped = if round < 3 {
            without_effect(&tokens)
        } else {
            tokens.iter().map(is_emphasis).collect()
        };
        if !dropped.contains(&true) {
            break;
        }
        let left = tokens.into_iter().zip(dropped);
        tokens = with_words(
            left.filter(|(_, dropped)| !dropped)
                .map(|(t, _)| t)
                .collect(),
        );
    }
    apart(tokens)
}

/// With each text taken apart into words, and like beside like put together.
fn with_words(tokens: Vec<Token>) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (merged.last_mut(), token) {
            (Some(Token::Text(last)), Token::Text(text)) => last.push_str(&text),
            (_, token) => merged.push(token),
        }
    }
    let mut words: Vec<Token> = Vec::with_capacity(merged.len());
    let mut in_link = false;
    let mut push = |token| match (words.last_mut(), token) {
        (Some(Token::Text(last)), Token::Text(text)) => last.push_str(&text),
        (Some(Token::Code(last)), Token::Code(code)) => last.push_str(&code),
        (_, token) => words.push(token),
    };
    for token in merged {
        match token {
            Token::Text(text) => word::pieces(&text, |piece| {
                push(match piece {
                    Piece::Space => Token::Text(" ".to_owned()),
                    Piece::Text(text) => Token::Text(text.to_owned()),
                    Piece::Code(code) => Token::Code(code.to_owned()),
                    // A link cannot hold another one.
                    Piece::Url(url) => match link::absolute(url).filter(|_| !in_link) {
                        Some(url) => Token::Url(url),
                        None => Token::Code(url.to_owned()),
                    },
                });
            }),
            token => {
                match token {
                    Token::Open(Style::Link) => in_link = true,
                    Token::Close(Style::Link, _) => in_link = false,
                    _ => {}
                }
                push(token);
            }
        }
    }
    words
}

/// With space between links and code that stand beside each other.
fn apart(tokens: Vec<Token>) -> Vec<Token> {
    let mut apart: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let is_beside = match (apart.last(), &token) {
            (Some(Token::Code(_)), Token::Open(Style::Link)) => true,
            (Some(Token::Close(Style::Link, _)), token) => {
                matches!(token, Token::Code(_) | Token::Open(Style::Link))
            }
            _ => false,
        };
        if is_beside {
            apart.push(Token::Text(" ".to_owned()));
        }
        apart.push(token);
    }
    apart
}

fn is_emphasis(token: &Token) -> bool {
    matches!(
        token,
        Token::Open(Style::Strong | Style::Emphasis)
            | Token::Close(Style::Strong | Style::Emphasis, _)
    )
}

/// Which beginnings and ends of emphasis Markdown would not take for such,
/// for what stands next to them.
fn without_effect(tokens: &[Token]) -> Vec<bool> {
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
                    let (before, after) = around(tokens, start);
                    is_inner(after) && (is_plain(after) || is_outer(before))
                };
                let closes = {
                    let (before, after) = around(tokens, index);
                    is_inner(before) && (is_plain(before) || is_outer(after))
                };
                dropped[start] = !(opens && closes);
                dropped[index] = dropped[start];
            }
            _ => {}
        }
    }
    dropped
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
    let before = tokens[..index].iter().rev().find(|t| !is_emphasis(t));
    let after = tokens[index..].iter().find(|t| !is_emphasis(t));
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
        // As above: neither a letter nor punctuation.
        Token::Url(_) => Some('\u{fffd}'),
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
    let is_line_start = place == Place::Paragraph && (out.is_empty() || out.ends_with('\n'));
    let block = is_line_start.then(|| block_marker(text)).flatten();
    let spaced = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let mut in_angles = false;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let special = match c {
            '\\' | '`' | '_' | '[' | ']' | '~' => true,
            '*' => !(spaced(before) && spaced(after.chars().next())),
            '<' => {
                let tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
                in_angles |= tag;
                // Beside emphasis, a bare one hides that it is punctuation.
                tag || !(spaced(before) && spaced(after.chars().next()))
            }
            '>' => std::mem::take(&mut in_angles),
            '&' => is_reference(after),
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
    let end = text
        .bytes()
        .take(40)
        .position(|b| !b.is_ascii_alphanumeric());
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
        b'-' | b':' => ends(1) || line.bytes().all(|b| matches!(b, b'-' | b':' | b'|' | b' ')),
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
