//! Documentation, a third of what is generated, is text: it does not go through the tokens, where marks stand for it.

use std::cell::RefCell;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The documentation of a file's items.
#[derive(Debug, Default)]
pub(crate) struct Comments(RefCell<Vec<String>>);

/// How the attributes that stand for documentation are called, with its index behind.
const MARK: &str = "doc_";

impl Comments {
    /// Documentation of the item that follows, in Markdown.
    pub(super) fn outer(&self, paragraphs: &[String]) -> Option<TokenStream> {
        let mark = self.mark(paragraphs)?;
        Some(quote!(#[#mark]))
    }

    /// Documentation of the file, in Markdown.
    pub(super) fn inner(&self, paragraphs: &[String]) -> Option<TokenStream> {
        let mark = self.mark(paragraphs)?;
        Some(quote!(#![#mark]))
    }

    fn mark(&self, paragraphs: &[String]) -> Option<Ident> {
        (!paragraphs.is_empty()).then(|| {
            let mut texts = self.0.borrow_mut();
            texts.push(paragraphs.join("\n\n"));
            format_ident!("{MARK}{}", texts.len() - 1)
        })
    }

    /// Writes a line of the formatted file; if it is a mark, what it stands for.
    pub(crate) fn write(&self, line: &str, out: &mut String) {
        let attribute = line.trim_start();
        let texts = self.0.borrow();
        let text = |mark: &str| {
            let index = mark.strip_prefix(MARK)?.strip_suffix(']')?;
            texts.get(index.parse::<usize>().ok()?)
        };
        let outer = attribute.strip_prefix("#[").and_then(text);
        let inner = attribute.strip_prefix("#![").and_then(text);
        let Some(text) = outer.or(inner) else {
            out.extend([line, "\n"]);
            return;
        };
        let indent = &line[..line.len() - attribute.len()];
        let slashes = if outer.is_some() { "///" } else { "//!" };
        for line in text.lines() {
            let space = if line.is_empty() { "" } else { " " };
            let line = [indent, slashes, space, line.trim_end(), "\n"];
            out.extend(line);
        }
    }
}
