//! The inside of a paragraph: text, code, links, emphasis and line breaks.

use super::word::{self, Piece};
use super::{is_unwanted, link};

/// What can stand around text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Strong,
    Emphasis,
    Link,
}

#[derive(Debug)]
enum Token {
    /// Text, not yet escaped, with single spaces.
    Text(String),
    /// What stands between backticks.
    Code(String),
    /// A URL that is its own text.
    Url(String),
    Break,
    Open(Style),
    /// With the destination of a link.
    Close(Style, String),
}

/// A style that has begun.
struct Opened {
    style: Style,
    url: String,
    /// Whether there is something in it.
    is_written: bool,
}

/// What was between the last word and the next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Space,
    Break,
}

/// A paragraph that has not ended yet.
#[derive(Default)]
pub(super) struct Paragraph {
    tokens: Vec<Token>,
    open: Vec<Opened>,
    gap: Gap,
    /// The content of the `<code>` that is open.
    code: Option<String>,
}

impl Paragraph {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return code.push_str(text);
        }
        for (index, word) in text.split(char::is_whitespace).enumerate() {
            if index > 0 && self.gap == Gap::None {
                self.gap = Gap::Space;
            }
            if word.chars().any(|c| !is_unwanted(c)) {
                self.begin();
                self.push_text(word);
            }
        }
    }

    pub(super) fn code(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return code.push_str(text);
        }
        let wanted: String = text
            .chars()
            .filter(|c| c.is_whitespace() || !is_unwanted(*c))
            .collect();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        if !words.is_empty() {
            self.begin();
            self.tokens.push(Token::Code(words.join(" ")));
        }
    }

    pub(super) fn open_code(&mut self) {
        self.code.get_or_insert_default();
    }

    pub(super) fn close_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.code(&code);
        }
    }

    pub(super) fn is_in_code(&self) -> bool {
        self.code.is_some()
    }

    /// Breaks the line; says no where there is a break already.
    pub(super) fn line_break(&mut self) -> bool {
        std::mem::replace(&mut self.gap, Gap::Break) != Gap::Break
    }

    /// Begins a style. Emphasis within emphasis and links within links are ignored.
    pub(super) fn open(&mut self, style: Style) {
        self.open_to(style, String::new());
    }

    /// Begins a link, if there is something that it can lead to.
    pub(super) fn open_link(&mut self, destination: &str) {
        if let Some(url) = link::absolute(destination) {
            self.open_to(Style::Link, url);
        }
    }

    fn open_to(&mut self, style: Style, url: String) {
        let is_link = style == Style::Link;
        if self
            .open
            .iter()
            .all(|other| (other.style == Style::Link) != is_link)
        {
            self.open.push(Opened {
                style,
                url,
                is_written: false,
            });
        }
    }

    /// Ends a style, and those that began in it.
    pub(super) fn close(&mut self, style: Style) {
        let Some(start) = self.open.iter().position(|opened| opened.style == style) else {
            return;
        };
        for opened in self
            .open
            .drain(start..)
            .rev()
            .filter(|opened| opened.is_written)
        {
            // A link that shows its own URL.
            if let [.., Token::Open(Style::Link), Token::Text(text)] = self.tokens.as_slice()
                && text.starts_with("http")
                && link::absolute(text).as_ref() == Some(&opened.url)
            {
                self.tokens.truncate(self.tokens.len() - 2);
                self.tokens.push(Token::Url(opened.url));
            } else {
                self.tokens.push(Token::Close(opened.style, opened.url));
            }
        }
    }

    /// Writes what waited for a word to follow: the gap, and the beginnings of styles.
    fn begin(&mut self) {
        match std::mem::take(&mut self.gap) {
            _ if self.tokens.is_empty() => {}
            Gap::None => {}
            Gap::Space => self.push_text(" "),
            Gap::Break => self.tokens.push(Token::Break),
        }
        for opened in self.open.iter_mut().filter(|opened| !opened.is_written) {
            opened.is_written = true;
            self.tokens.push(Token::Open(opened.style));
        }
    }

    fn push_text(&mut self, text: &str) {
        let wanted = text.chars().filter(|c| !is_unwanted(*c));
        match self.tokens.last_mut() {
            Some(Token::Text(last)) => last.extend(wanted),
            _ => self.tokens.push(Token::Text(wanted.collect())),
        }
    }

    /// Ends the paragraph and returns its Markdown.
    pub(super) fn finish(&mut self) -> String {
        self.close_code();
        self.close(Style::Link);
        self.close(Style::Strong);
        self.close(Style::Emphasis);
        self.gap = Gap::None;
        let tokens = std::mem::take(&mut self.tokens);
        write(&with_words(without_lost_emphasis(tokens)))
    }
}

/// Leaves out the emphasis that Markdown would not take for such, because of what stands around it.
fn without_lost_emphasis(tokens: Vec<Token>) -> Vec<Token> {
    let mut is_lost = vec![false; tokens.len()];
    let mut start = None;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Open(Style::Strong | Style::Emphasis) => start = Some(index),
            Token::Close(Style::Strong | Style::Emphasis, _) => {
                if let Some(start) = start.take() {
                    let before = edge(tokens[..start].last(), |text| text.chars().next_back(), '(');
                    let after = edge(tokens.get(index + 1), |text| text.chars().next(), ')');
                    is_lost[start] = !is_outside(before) || !is_outside(after);
                    is_lost[index] = is_lost[start];
                }
            }
            _ => {}
        }
    }
    let mut is_lost = is_lost.into_iter();
    tokens
        .into_iter()
        .filter(|_| is_lost.next() == Some(false))
        .collect()
}

/// The character that stands beside emphasis where this token does: its last one before, its first one after.
fn edge(token: Option<&Token>, of_text: impl Fn(&str) -> Option<char>, of_link: char) -> char {
    match token {
        None | Some(Token::Break) => ' ',
        Some(Token::Text(text)) => of_text(text).unwrap_or(' '),
        Some(Token::Open(Style::Link) | Token::Close(Style::Link, _)) => of_link,
        Some(_) => '`',
    }
}

fn is_outside(c: char) -> bool {
    c.is_whitespace() || ".,:;!?'\"()[]/-".contains(c)
}

/// Takes texts apart into prose, code and URLs.
fn with_words(tokens: Vec<Token>) -> Vec<Token> {
    let mut merged: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        push(&mut merged, token);
    }
    let mut words = Vec::with_capacity(merged.len());
    let mut is_in_link = false;
    for token in merged {
        match token {
            Token::Text(text) => word::pieces(&text, |piece| {
                let token = match piece {
                    Piece::Text(text) => Token::Text(text.to_owned()),
                    Piece::Code(code) => Token::Code(code.to_owned()),
                    // A link cannot hold another one.
                    Piece::Url(url) => match link::absolute(url).filter(|_| !is_in_link) {
                        Some(url) => Token::Url(url),
                        None => Token::Code(url.to_owned()),
                    },
                };
                push(&mut words, token);
            }),
            token => {
                match token {
                    Token::Open(Style::Link) => is_in_link = true,
                    Token::Close(Style::Link, _) => is_in_link = false,
                    _ => {}
                }
                push(&mut words, token);
            }
        }
    }
    words
}

/// Appends a token; text beside text is one text.
fn push(tokens: &mut Vec<Token>, token: Token) {
    match (tokens.last_mut(), token) {
        (_, Token::Text(text)) if text.is_empty() => {}
        (Some(Token::Text(last)), Token::Text(text)) => last.push_str(&text),
        (_, token) => tokens.push(token),
    }
}

fn write(tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut is_in_link = false;
    let mut before: Option<&Token> = None;
    for (index, token) in tokens.iter().enumerate() {
        // Code beside code reads as one, and code beside a link is something that clippy warns about.
        if matches!(token, Token::Code(_) | Token::Open(Style::Link))
            && matches!(before, Some(Token::Code(_) | Token::Close(Style::Link, _)))
        {
            out.push(' ');
        }
        match token {
            Token::Text(text) if is_in_link => {
                let text = curled(text, out.chars().next_back().unwrap_or(' '));
                escape(&text, false, &mut out);
            }
            Token::Text(text) => {
                let is_before_link =
                    matches!(tokens.get(index + 1), Some(Token::Open(Style::Link)));
                escape(text, is_before_link, &mut out);
            }
            Token::Code(code) => write_code(code, &mut out),
            Token::Url(url) => out.extend(["<", url, ">"]),
            Token::Break => out.push_str("\\\n"),
            Token::Open(Style::Link) => {
                is_in_link = true;
                out.push('[');
            }
            Token::Close(Style::Link, url) => {
                is_in_link = false;
                out.extend(["](", url, ")"]);
            }
            Token::Open(Style::Strong) | Token::Close(Style::Strong, _) => out.push_str("**"),
            Token::Open(Style::Emphasis) | Token::Close(Style::Emphasis, _) => out.push('*'),
        }
        before = Some(token);
    }
    out
}

fn write_code(code: &str, out: &mut String) {
    let runs = code.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default() + 1);
    let is_padded = code.starts_with('`') || code.ends_with('`');
    let pad = if is_padded { " " } else { "" };
    out.extend([&fence, pad, code, pad, &fence]);
}

/// Curls the quotation marks of a quoted link text, as rustdoc does when it shows them: clippy takes straight ones
/// for a mistaken link to an item.
fn curled(text: &str, mut before: char) -> String {
    // Clippy reads the text in parts, from one backslash to the next.
    let mut parts = text.split(|c| "\\`_[]~*<>&!".contains(c));
    if !parts.any(|part| part.trim().starts_with(['"', '\''])) {
        return text.to_owned();
    }
    let curl = |c| {
        let is_opening = before.is_whitespace() || "([-".contains(before);
        before = c;
        match c {
            '"' if is_opening => '“',
            '"' => '”',
            '\'' if is_opening => '‘',
            '\'' => '’',
            c => c,
        }
    };
    text.chars().map(curl).collect()
}

/// Writes prose so that Markdown takes it as it is.
fn escape(text: &str, is_before_link: bool, out: &mut String) {
    let is_line_start = out.is_empty() || out.ends_with('\n');
    let marker = block_marker(text).filter(|_| is_line_start);
    let mut before = 'x';
    let mut is_in_angles = false;
    for (at, c) in text.char_indices() {
        let after = &text[at + c.len_utf8()..];
        let is_spaced = before.is_whitespace() && after.starts_with(char::is_whitespace);
        let is_special = match c {
            '\\' | '`' | '_' | '[' | ']' | '~' => true,
            '*' => !is_spaced,
            '<' => {
                is_in_angles |= !is_spaced;
                !is_spaced
            }
            '>' => std::mem::take(&mut is_in_angles),
            // It may begin a character reference.
            '&' => after
                .chars()
                .take(40)
                .take_while(|c| !c.is_whitespace())
                .any(|c| c == ';'),
            '!' => is_before_link && after.is_empty(),
            _ => false,
        };
        if is_special || marker == Some(at) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

/// Where a line needs a backslash so that it does not begin a list, a heading or another block.
fn block_marker(line: &str) -> Option<usize> {
    let digits = line.bytes().take(10).take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let rest = line[digits..].strip_prefix(['.', ')'])?;
        return (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(digits);
    }
    line.starts_with(['#', '+', '-', '=', '>', ':', '|'])
        .then_some(0)
}
