//! Blocks of Markdown, written one after the other.

use super::html::Mark;
use super::inline::{Inlines, Place};

/// How deep lists and quotes may nest; what is deeper stands at this depth.
const DEPTH: usize = 12;

#[derive(Debug)]
enum Container {
    /// Around items only: it has no lines of its own.
    List {
        /// The number of the next item, in a list that has numbers.
        next: Option<u64>,
        /// Whether it has no item yet.
        is_new: bool,
        /// Whether something came between its items.
        is_interrupted: bool,
    },
    /// With the width of its marker, once that is written.
    Item { indent: Option<usize> },
    /// Whether it has lines yet.
    Quote { is_new: bool },
}

/// The list that ended last, if nothing came after it.
#[derive(Clone, Copy)]
struct Ended {
    depth: usize,
    next: Option<u64>,
}

#[derive(Default)]
struct Table {
    /// Tables within are taken apart into the cell that they stand in.
    nested: usize,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
}

/// A document in the making.
#[derive(Default)]
pub(super) struct Blocks {
    out: String,
    containers: Vec<Container>,
    /// How many containers are open that are too deep to be written.
    too_deep: usize,
    inlines: Inlines,
    heading: Option<u8>,
    table: Option<Table>,
    ended: Option<Ended>,
}

impl Blocks {
    pub(super) fn inline(&mut self, mark: Mark) {
        // One line break ends a line, two of them end a paragraph.
        if matches!(mark, Mark::Break) && self.inlines.is_after_break() {
            return self.end_leaf();
        }
        self.inlines.push(mark);
    }

    /// Ends the paragraph or heading, if there is one.
    pub(super) fn end_leaf(&mut self) {
        let heading = self.heading.take();
        let place = match heading {
            _ if self.table.is_some() => Place::Cell,
            Some(_) => Place::Heading,
            None => Place::Paragraph,
        };
        let text = self.inlines.finish(place);
        if text.is_empty() {
            return;
        }
        if let Some(table) = &mut self.table {
            if !table.cell.is_empty() {
                table.cell.push(' ');
            }
            table.cell.push_str(&text);
        } else if let Some(level) = heading {
            self.write(&format!("{} {text}", "#".repeat(level.into())));
        } else {
            self.write(&text);
        }
    }

    /// Begins a heading.
    pub(super) fn heading(&mut self, level: u8) {
        self.end_leaf();
        self.heading = Some(level);
    }

    pub(super) fn rule(&mut self) {
        self.end_leaf();
        if self.table.is_none() {
            self.write("***");
        }
    }

    /// Code that is shown as it is, and never compiled.
    pub(super) fn code_block(&mut self, code: &str) {
        self.end_leaf();
        if self.table.is_some() {
            self.inline(Mark::Code(code.to_owned()));
            return self.end_leaf();
        }
        let code: String = code
            .chars()
            .filter(|c| *c == '\n' || !super::is_unwanted(*c))
            .map(|c| {
                if c != '\n' && c.is_whitespace() {
                    ' '
                } else {
                    c
                }
            })
            .collect();
        let code = code.trim_end().trim_start_matches('\n');
        if code.is_empty() {
            return;
        }
        let mut longest = 2;
        let mut length = 0;
        for c in code.chars() {
            length = if c == '`' { length + 1 } else { 0 };
            longest = longest.max(length);
        }
        let fence = "`".repeat(longest + 1);
        self.write(&format!("{fence}text\n{code}\n{fence}"));
    }

    pub(super) fn open_list(&mut self, start: Option<u64>) {
        self.end_leaf();
        let depth = self.containers.len();
        // Markdown takes two lists in a row for one.
        let before = self
            .ended
            .filter(|ended| ended.depth == depth && ended.next.is_some() == start.is_some());
        self.push(Container::List {
            next: before.map_or(start, |ended| ended.next),
            is_new: before.is_none(),
            is_interrupted: false,
        });
    }

    pub(super) fn open_item(&mut self) {
        self.end_leaf();
        self.push(Container::Item { indent: None });
    }

    pub(super) fn open_quote(&mut self) {
        self.end_leaf();
        self.push(Container::Quote { is_new: true });
    }

    fn push(&mut self, container: Container) {
        if self.too_deep > 0 || self.containers.len() >= DEPTH {
            self.too_deep += 1;
        } else {
            self.containers.push(container);
        }
    }

    pub(super) fn close_container(&mut self) {
        self.end_leaf();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.containers.pop() {
            Some(Container::List {
                next,
                is_new: false,
                is_interrupted: false,
            }) => {
                let depth = self.containers.len();
                self.ended = Some(Ended { depth, next });
            }
            // One that was left empty was not there.
            Some(Container::List { is_new: true, .. }) => {}
            _ => {
                let depth = self.containers.len();
                self.ended = self.ended.filter(|ended| ended.depth <= depth);
            }
        }
    }

    pub(super) fn open_table(&mut self) {
        self.end_leaf();
        match &mut self.table {
            Some(table) => table.nested += 1,
            None => self.table = Some(Table::default()),
        }
    }

    /// Begins a cell, and ends the one before if nothing has.
    pub(super) fn start_cell(&mut self) {
        self.end_leaf();
        if self
            .table
            .as_ref()
            .is_some_and(|table| !table.cell.is_empty())
        {
            self.end_cell();
        }
    }

    pub(super) fn end_cell(&mut self) {
        self.end_leaf();
        if let Some(table) = self.table.as_mut().filter(|table| table.nested == 0) {
            table.row.push(std::mem::take(&mut table.cell));
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_leaf();
        if let Some(table) = self.table.as_mut().filter(|table| table.nested == 0) {
            if !table.cell.is_empty() {
                table.row.push(std::mem::take(&mut table.cell));
            }
            let mut row = std::mem::take(&mut table.row);
            while row.pop_if(|cell| cell.is_empty()).is_some() {}
            if !row.is_empty() {
                table.rows.push(row);
            }
        }
    }

    pub(super) fn close_table(&mut self) {
        self.end_row();
        let Some(table) = self.table.as_mut() else {
            return;
        };
        if table.nested > 0 {
            table.nested -= 1;
            return;
        }
        let rows = std::mem::take(&mut table.rows);
        self.table = None;
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut lines = String::new();
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                lines.push('\n');
            }
            lines.push('|');
            for cell in row {
                lines.extend([" ", cell, " |"]);
            }
            if index == 0 {
                lines.push_str(&"  |".repeat(width - row.len()));
                lines.push_str("\n|");
                lines.push_str(&" --- |".repeat(width));
            }
        }
        if !lines.is_empty() {
            self.write(&lines);
        }
    }

    pub(super) fn finish(mut self) -> String {
        while self.table.is_some() {
            self.close_table();
        }
        self.end_leaf();
        self.out
    }

    /// Writes the lines of one block, below and within what is open.
    fn write(&mut self, text: &str) {
        self.ended = None;
        if !self.out.is_empty() {
            self.separate();
        }
        let mut first = String::new();
        let mut other = String::new();
        let mut number = None;
        for container in &mut self.containers {
            match container {
                Container::List {
                    next,
                    is_new,
                    is_interrupted,
                } => number = Some((next, is_new, is_interrupted)),
                Container::Item {
                    indent: indent @ None,
                } => {
                    let mut marker = "- ".to_owned();
                    if let Some((next, is_new, is_interrupted)) = number.take() {
                        *is_new = false;
                        *is_interrupted = false;
                        if let Some(next) = next {
                            marker = format!("{next}. ");
                            // Nine digits is what Markdown reads.
                            *next = (*next + 1).min(999_999_999);
                        }
                    }
                    *indent = Some(marker.len());
                    other.push_str(&" ".repeat(marker.len()));
                    first.push_str(&marker);
                }
                Container::Item {
                    indent: Some(indent),
                } => {
                    number = None;
                    let indent = " ".repeat(*indent);
                    first.push_str(&indent);
                    other.push_str(&indent);
                }
                Container::Quote { is_new } => {
                    *is_new = false;
                    first.push_str("> ");
                    other.push_str("> ");
                }
            }
        }
        if let Some(Container::List { is_interrupted, .. }) = self.containers.last_mut() {
            *is_interrupted = true;
        }
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            let start = self.out.len();
            self.out.push_str(if index == 0 { &first } else { &other });
            self.out.push_str(line);
            self.out
                .truncate(self.out.trim_end_matches(' ').len().max(start));
        }
    }

    /// Ends the last line, with a blank one where that is what parts blocks.
    fn separate(&mut self) {
        let fresh = self
            .containers
            .iter()
            .position(|container| {
                matches!(
                    container,
                    Container::Item { indent: None } | Container::Quote { is_new: true }
                )
            })
            .unwrap_or(self.containers.len());
        let (old, new) = self.containers.split_at(fresh);
        let is_tight = match (old, new.first()) {
            (
                [
                    ..,
                    parent,
                    Container::List {
                        next, is_new: true, ..
                    },
                ],
                Some(Container::Item { .. }),
            ) => {
                // A paragraph can go over into a list only so.
                matches!(parent, Container::Item { .. }) && next.is_none_or(|next| next == 1)
            }
            (
                [
                    ..,
                    Container::List {
                        is_interrupted,
                        is_new,
                        ..
                    },
                ],
                Some(Container::Item { .. }),
            ) => !is_interrupted && !is_new,
            _ => false,
        };
        self.out.push('\n');
        if is_tight {
            return;
        }
        let start = self.out.len();
        for container in old {
            match container {
                Container::Item {
                    indent: Some(indent),
                } => self.out.push_str(&" ".repeat(*indent)),
                Container::Quote { .. } => self.out.push_str("> "),
                _ => {}
            }
        }
        self.out
            .truncate(self.out.trim_end_matches(' ').len().max(start));
        self.out.push('\n');
    }
}
