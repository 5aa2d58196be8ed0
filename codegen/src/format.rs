//! The sixth stage: tokens become the text of files.

use proc_macro2::TokenStream;

use crate::SourceTree;
use crate::render::File;

/// The first line of each file; by it a generated file is told from one that is not.
const HEADER: &str = "// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run\n\
     // `cargo xtask generate`.\n";

/// Formats files.
///
/// # Panics
///
/// Never: what the renderer makes is Rust, which the tests hold it to.
pub(crate) fn format(files: Vec<File>) -> SourceTree {
    files
        .into_iter()
        .map(|file| (file.path.clone(), text(file)))
        .collect()
}

fn text(file: File) -> String {
    let mut text = HEADER.to_owned();
    for tokens in std::iter::once(file.head).chain(file.items) {
        let block = block(tokens);
        if !block.is_empty() {
            text.push('\n');
            text.push_str(&block);
        }
    }
    text
}

fn block(tokens: TokenStream) -> String {
    let unformatted = tokens.to_string();
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => spaced(&prettyplease::unparse(&file)),
        // Unformatted is better than lost; the compiler says what is wrong with it.
        Err(_) => unformatted + "\n",
    }
}

/// Puts blank lines where people put them: between methods, and between the kinds of declarations.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut lines = text.lines().peekable();
    let mut in_implementation = false;
    while let Some(line) = lines.next() {
        if line.starts_with("impl") {
            in_implementation = true;
        }
        spaced.push_str(line);
        spaced.push('\n');
        let Some(next) = lines.peek() else { break };
        let between_members = in_implementation
            && ((line == "    }" && *next != "}") || (is_member(line) && is_function(next)));
        let between_declarations = declaration(line)
            .zip(declaration(next))
            .is_some_and(|(line, next)| line != next);
        let after_documentation = line.starts_with("//!") && !next.starts_with("//!");
        if between_members || between_declarations || after_documentation {
            spaced.push('\n');
        }
    }
    spaced
}

/// An associated type or constant, on one line.
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
