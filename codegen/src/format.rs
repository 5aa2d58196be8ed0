//! The sixth stage: tokens become the text of files.

use proc_macro2::TokenStream;

use crate::SourceTree;
use crate::parallel;
use crate::render::{Files, Texts};

/// How the first line of every generated file begins, which tells it from other files.
///
/// ```
/// let is_generated = |text: &str| text.starts_with(stripe_identity_codegen::GENERATED_MARK);
/// assert!(!is_generated("//! Written by hand.\n"));
/// ```
pub const GENERATED_MARK: &str = "// @generated";

/// What follows the mark.
const HEADER: &str = " from Stripe's OpenAPI document. Do not edit: change the document or the selection, and\n\
     // generate again.\n";

/// The fewest files that are worth a thread.
const FILES_PER_THREAD: usize = 8;

/// Renders and formats files, on several threads; the result does not depend on their number.
///
/// # Panics
///
/// Never: what the renderer makes is Rust, which the tests hold it to.
pub(crate) fn format(files: &Files<'_>) -> SourceTree {
    let formatted = parallel::make(files.number(), FILES_PER_THREAD, |at| {
        let file = files.render(at)?;
        Some((file.path, text(file.head, file.items, &file.texts)))
    });
    formatted.into_iter().flatten().collect()
}

fn text(head: TokenStream, items: Vec<TokenStream>, texts: &Texts) -> String {
    let mut text = [GENERATED_MARK, HEADER].concat();
    for tokens in std::iter::once(head).chain(items) {
        let block = block(tokens, texts);
        if !block.is_empty() {
            text.push('\n');
            text.push_str(&block);
        }
    }
    text
}

fn block(tokens: TokenStream, texts: &Texts) -> String {
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => spaced(&expecting_lines(prettyplease::unparse(&file)), texts),
        // The compiler then says what is wrong, and in which file.
        Err(error) => format!("{}\n", error.into_compile_error()),
    }
}

/// How many lines clippy lets a function have before `too_many_lines`.
const LINES: usize = 100;

/// Marks functions that are long because they have a line for each of many values; how many lines those are is
/// known only now.
fn expecting_lines(text: String) -> String {
    if text.lines().nth(LINES).is_none() {
        return text;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut marked = String::with_capacity(text.len() + 256);
    for (index, line) in lines.iter().enumerate() {
        if body(&lines[index..]).is_some_and(|body| body.len() > LINES) {
            let indent = &line[..line.len() - line.trim_start().len()];
            marked.push_str(indent);
            marked.push_str(
                "#[expect(clippy::too_many_lines, reason = \"it has a line for each value\")]\n",
            );
        }
        marked.push_str(line);
        marked.push('\n');
    }
    marked
}

/// The lines of the body of the function that begins in the first line, if one does.
fn body<'l, 't>(lines: &'l [&'t str]) -> Option<&'l [&'t str]> {
    let first = lines.first()?;
    let signature = first.trim_start();
    if !["fn ", "pub fn "]
        .iter()
        .any(|start| signature.starts_with(start))
    {
        return None;
    }
    let indent = &first[..first.len() - signature.len()];
    let start = lines.iter().position(|line| line.ends_with('{'))?;
    let is_end = |line: &&str| line.strip_prefix(indent) == Some("}");
    let end = lines.iter().position(is_end)?;
    lines.get(start + 1..end)
}

/// Puts blank lines where people put them, between methods and between the kinds of declarations, and texts where their
/// marks are.
fn spaced(text: &str, texts: &Texts) -> String {
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().peekable();
    let mut in_implementation = false;
    while let Some(line) = lines.next() {
        if line.starts_with("impl") {
            in_implementation = true;
        }
        texts.write(line, &mut spaced);
        let Some(next) = lines.peek() else { break };
        let between_members = in_implementation
            && ((line == "    }" && *next != "}") || (is_member(line) && is_function(next)));
        let between_declarations = match (declaration(line), declaration(next)) {
            (Some(line), Some(next)) => line != next,
            // An attribute belongs to the declaration behind it, or to the file.
            _ => line.starts_with("#![") || (line.ends_with(';') && next.starts_with("#[")),
        };
        if between_members || between_declarations {
            spaced.push('\n');
        }
    }
    spaced
}

/// The end of an associated type or constant.
fn is_member(line: &str) -> bool {
    line.starts_with("    type ") || line.starts_with("    const ")
}

fn is_function(line: &str) -> bool {
    line.starts_with("    fn ")
}

/// What a line of a file's head declares.
fn declaration(line: &str) -> Option<&'static str> {
    ["use ", "pub use ", "mod ", "pub mod "]
        .into_iter()
        .find(|start| line.starts_with(start))
}
