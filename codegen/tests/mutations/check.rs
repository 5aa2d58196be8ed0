//! What is asked of each outcome.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{TokenStream, TokenTree};
use stripe_identity_codegen::{Diagnostics, SourceTree, narrow};

use super::words::INJECTED;
use crate::{advice, inputs, try_generate};

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Accepted,
    Refused,
}

/// Generates, and checks the sources or the diagnostics.
pub(super) fn check(document: &[u8], selection: &[u8]) -> Result<Outcome, String> {
    match caught(|| try_generate(document, selection))? {
        Err(diagnostics) => {
            check_refusal(&diagnostics)?;
            check_advice(document, selection, &diagnostics)?;
            Ok(Outcome::Refused)
        }
        Ok(tree) => {
            check_sources(&tree)?;
            let (document, selection) = inputs(document, selection);
            caught(|| narrow(document, selection))?
                .map(|_| Outcome::Accepted)
                .map_err(|refused| format!("generated from, but not narrowed: {refused}"))
        }
    }
}

fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| format!("a panic: {}", message(&*panic)))
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("of another kind")
}

/// Every diagnostic has a place, a message and help, and no control characters.
fn check_refusal(diagnostics: &Diagnostics) -> Result<(), String> {
    if diagnostics.iter().next().is_none() {
        return Err("refused without a diagnostic".to_owned());
    }
    for diagnostic in diagnostics.iter() {
        let location = &diagnostic.location;
        let place = ["document", "selection.toml"]
            .iter()
            .find_map(|name| location.strip_prefix(name));
        let is_place = place.is_some_and(|place| {
            let is_line = place
                .strip_prefix(':')
                .is_some_and(|line| line.starts_with(|c: char| c.is_ascii_digit()));
            place.starts_with('#') || is_line || place.starts_with(", byte ")
        });
        if !is_place {
            return Err(format!("no place: {diagnostic}"));
        }
        let has_help = !diagnostic.help.is_empty() || diagnostic.advice.is_some();
        if !has_help || diagnostic.message.is_empty() {
            return Err(format!("no help: {diagnostic}"));
        }
    }
    match unwanted(&diagnostics.to_string()) {
        Some(character) => Err(format!("{character:?} in {:?}", diagnostics.to_string())),
        None => Ok(()),
    }
}

/// What the first message with advice says does away with it.
fn check_advice(
    document: &[u8],
    selection: &[u8],
    diagnostics: &Diagnostics,
) -> Result<(), String> {
    let selection = std::str::from_utf8(selection).ok();
    let selection = selection.and_then(|selection| selection.parse().ok());
    let mut advised = diagnostics.iter();
    let advised = advised.find(|diagnostic| diagnostic.advice.is_some());
    match (selection, advised) {
        (Some(selection), Some(advised)) => advice::try_one(document, &selection, advised),
        // What is no TOML has no entries.
        _ => Ok(()),
    }
}

/// Every file is Rust without invisible characters, in which no prose of the document has become code.
fn check_sources(tree: &SourceTree) -> Result<(), String> {
    for (path, text) in tree.files() {
        let is_plain = |part: &str| {
            let name = part.strip_suffix(".rs").unwrap_or(part);
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        };
        if !path.split('/').all(is_plain) {
            return Err(format!("a file called {path:?}"));
        }
        if let Some(character) = unwanted(text) {
            let line = text.lines().find(|line| line.contains(character));
            return Err(format!("{character:?} in {path}: {line:?}"));
        }
        if let Err(error) = syn::parse_file(text) {
            return Err(format!("{path} is not Rust: {error}"));
        }
        // What the formatter writes for tokens that are not Rust.
        if text.contains("compile_error!") {
            return Err(format!("{path} is not Rust: {text}"));
        }
        if text.contains(INJECTED) {
            let tokens = text.parse().map_err(|error| format!("{path}: {error}"))?;
            if names_injected(tokens) {
                return Err(format!("{path} has prose that became code"));
            }
        }
    }
    Ok(())
}

/// A character that has no place in a source file or on a terminal.
fn unwanted(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

fn names_injected(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == INJECTED,
        TokenTree::Group(group) => names_injected(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
