//! What holds for every input: no panic, no end of time, and either Rust or a reason.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{TokenStream, TokenTree};
use stripe_identity_codegen::{Diagnostics, Input, SourceTree, generate, narrow};

use crate::words::INJECTED;

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Accepted,
    Refused,
}

/// Generates, and looks at all that comes out.
pub(crate) fn check(document: &[u8], selection: &[u8]) -> Result<Outcome, String> {
    let input = || {
        let document = Input {
            name: "document",
            bytes: document,
        };
        let selection = Input {
            name: "selection.toml",
            bytes: selection,
        };
        (document, selection)
    };
    let result = catch_unwind(AssertUnwindSafe(|| {
        let (document, selection) = input();
        generate(document, selection)
    }));
    match result.map_err(|panic| format!("a panic: {}", message(&*panic)))? {
        Err(diagnostics) => check_refusal(&diagnostics).map(|()| Outcome::Refused),
        Ok(tree) => {
            check_sources(&tree)?;
            let (document, selection) = input();
            let narrowed = catch_unwind(AssertUnwindSafe(|| narrow(document, selection)));
            let narrowed = narrowed.map_err(|panic| format!("a panic: {}", message(&*panic)))?;
            narrowed.map_err(|refused| {
                format!("it can be generated from, and not narrowed: {refused}")
            })?;
            Ok(Outcome::Accepted)
        }
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("of another kind")
}

/// Every refusal says where and what to do, and moves no cursor.
pub(crate) fn check_refusal(diagnostics: &Diagnostics) -> Result<(), String> {
    if diagnostics.iter().next().is_none() {
        return Err("a refusal that says nothing".to_owned());
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
        if diagnostic.help.is_empty() || diagnostic.message.is_empty() {
            return Err(format!("no help: {diagnostic}"));
        }
    }
    match unwanted(&diagnostics.to_string()) {
        Some(character) => Err(format!("{character:?} in {:?}", diagnostics.to_string())),
        None => Ok(()),
    }
}

/// Every file is Rust, holds no character that is not seen, and says nothing in code that a document said in prose.
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
            return Err(format!("{path} is no Rust: {error}"));
        }
        if text.contains(INJECTED) {
            let tokens = text.parse().map_err(|error| format!("{path}: {error}"))?;
            if names_injected(tokens) {
                return Err(format!("{path} has prose as code"));
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
