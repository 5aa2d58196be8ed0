//! Paragraphs and lists, written one below the other.

use super::inline::Paragraph;

/// How deep lists are nested; what is deeper is written at this depth.
const MAX_DEPTH: usize = 8;

/// The largest number that Markdown reads in front of an item.
const MAX_NUMBER: u64 = 999_999_999;

/// Markdown that is being written.
#[derive(Default)]
pub(super) struct Blocks {
    /// The paragraph that has not ended yet.
    pub(super) paragraph: Paragraph,
    out: String,
    lists: Vec<List>,
    /// How many lists are open beyond the maximum depth.
    too_deep: usize,
}

struct List {
    /// The number of the next item, in a numbered list.
    number: Option<u64>,
    /// The width of the marker; 0 before the first item.
    indent: usize,
    /// Whether an item has begun whose marker is not written yet.
    is_item_new: bool,
}

impl Blocks {
    pub(super) fn line_break(&mut self) {
        // Two line breaks end a paragraph.
        if !self.paragraph.line_break() {
            self.end_paragraph();
        }
    }

    pub(super) fn open_list(&mut self, number: Option<u64>) {
        self.end_paragraph();
        if self.lists.len() == MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.lists.push(List {
            number,
            indent: 0,
            is_item_new: false,
        });
    }

    pub(super) fn close_list(&mut self) {
        self.end_paragraph();
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.lists.pop();
        }
    }

    pub(super) fn open_item(&mut self) {
        self.end_paragraph();
        if self.lists.is_empty() {
            self.open_list(None);
        }
        if let Some(list) = self.lists.last_mut().filter(|_| self.too_deep == 0) {
            list.is_item_new = true;
        }
    }

    /// Writes the paragraph, if there is something in it.
    pub(super) fn end_paragraph(&mut self) {
        let text = self.paragraph.finish();
        if !text.is_empty() {
            self.write(&text);
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_paragraph();
        self.write("***");
    }

    /// Writes a block below the last one, within the lists that are open.
    fn write(&mut self, text: &str) {
        if !self.out.is_empty() {
            let new_item = self.lists.iter().find(|list| list.is_item_new);
            let follows_item = new_item.is_some_and(|list| list.indent > 0);
            self.out.push_str(if follows_item { "\n" } else { "\n\n" });
        }
        let mut lines = text.split('\n');
        for list in &mut self.lists {
            if std::mem::take(&mut list.is_item_new) {
                let marker = list.marker();
                list.indent = marker.len();
                self.out.push_str(&marker);
            } else {
                self.out.push_str(&" ".repeat(list.indent));
            }
        }
        self.out.extend(lines.next());
        let indent: usize = self.lists.iter().map(|list| list.indent).sum();
        for line in lines {
            self.out.extend(["\n", &" ".repeat(indent), line]);
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.end_paragraph();
        self.out
    }
}

impl List {
    fn marker(&mut self) -> String {
        let Some(number) = &mut self.number else {
            return "- ".to_owned();
        };
        let marker = format!("{number}. ");
        *number = (*number + 1).min(MAX_NUMBER);
        marker
    }
}
