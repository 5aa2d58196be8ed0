//! Half of what is generated is text from the beginning, documentation and the tables of macros: it does not go through
//! the tokens, where marks stand for it.

use std::cell::RefCell;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The texts of a file.
#[derive(Debug, Default)]
pub(crate) struct Texts(RefCell<Vec<String>>);

/// How the marks are called, with the index of the text behind.
const MARK: &str = "text_";

impl Texts {
    /// Documentation of the item that follows, in Markdown.
    pub(super) fn outer(&self, paragraphs: &[String]) -> Option<TokenStream> {
        let mark = self.documentation(paragraphs)?;
        Some(quote!(#[#mark]))
    }

    /// Documentation of the file, in Markdown.
    pub(super) fn inner(&self, paragraphs: &[String]) -> Option<TokenStream> {
        let mark = self.documentation(paragraphs)?;
        Some(quote!(#![#mark]))
    }

    fn documentation(&self, paragraphs: &[String]) -> Option<Ident> {
        (!paragraphs.is_empty()).then(|| self.mark(paragraphs.join("\n\n")))
    }

    /// A call of one of the runtime's macros with a table.
    pub(super) fn table(
        &self,
        macro_name: &str,
        type_name: &str,
        lines: impl Iterator<Item = String>,
    ) -> TokenStream {
        let mut text = format!("stripe_runtime::{macro_name}! {{\n    {type_name} {{\n");
        for line in lines {
            text.extend(["        ", &line, ",\n"]);
        }
        text.push_str("    }\n}\n");
        let mark = self.mark(text);
        quote!(#mark!();)
    }

    fn mark(&self, text: String) -> Ident {
        let mut texts = self.0.borrow_mut();
        texts.push(text);
        format_ident!("{MARK}{}", texts.len() - 1)
    }

    /// Writes a line of the formatted file; if it is a mark, what it stands for.
    pub(crate) fn write(&self, line: &str, out: &mut String) {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let texts = self.0.borrow();
        let text = |start, end| {
            let index = code.strip_prefix(start)?.strip_prefix(MARK)?;
            texts.get(index.strip_suffix(end)?.parse::<usize>().ok()?)
        };
        if let Some(text) = text("#[", "]") {
            write_comment(indent, "///", text, out);
        } else if let Some(text) = text("#![", "]") {
            write_comment(indent, "//!", text, out);
        } else if let Some(text) = text("", "!();") {
            out.push_str(text);
        } else {
            out.extend([line, "\n"]);
        }
    }
}

fn write_comment(indent: &str, slashes: &str, text: &str, out: &mut String) {
    for line in text.lines() {
        let space = if line.is_empty() { "" } else { " " };
        out.extend([indent, slashes, space, line.trim_end(), "\n"]);
    }
}
