//! The report for a terminal.

use std::fmt::Write as _;

use super::group::Group;
use super::{Bump, IMPACTS, Impact, Report};

/// The most columns of a line.
const WIDTH: usize = 100;

impl Report {
    /// The report in one line.
    pub(super) fn headline(&self) -> String {
        let (old, new) = (&self.old_api_version, &self.new_api_version);
        let versions = if old == new {
            format!("API version {new} (unchanged)")
        } else {
            format!("API version {old} -> {new}")
        };
        format!("{} for {versions}: {}", self.package, self.verdict())
    }

    /// What the changes are as a whole, and the version that follows.
    pub(super) fn verdict(&self) -> String {
        let what = match self.bump() {
            Bump::None => return "no changes for users".to_owned(),
            Bump::Major => "breaking",
            Bump::Minor => "additive",
            Bump::Patch => "documentation only",
        };
        let current = self.crate_version.as_deref();
        match current.and_then(|current| Some((current, self.next_version(current)?))) {
            Some((current, next)) => format!("{what}, so {current} becomes {next}"),
            None => what.to_owned(),
        }
    }

    /// The report for a terminal.
    ///
    /// Similar changes share a line, a breaking change that stands alone has its place in the document, and changes of
    /// the documentation are counted. With `all`, each change has a line and its place.
    #[must_use]
    pub fn text(&self, all: bool) -> String {
        let mut text = self.headline();
        text.push('\n');
        for impact in IMPACTS {
            let count = self.count(impact);
            if count == 0 {
                continue;
            }
            let _ = writeln!(text, "\n{} ({count})", impact.as_str());
            if all {
                self.each(&mut text, impact);
            } else if impact == Impact::Documentation {
                self.counts(&mut text);
            } else {
                self.lines(&mut text, impact);
            }
        }
        if let Some(lines) = self.advice_on_names() {
            text.push_str(
                "\nschemas have other names. With this in the selection, their types keep theirs:\n",
            );
            for line in lines.lines() {
                let _ = writeln!(text, "  {line}");
            }
        }
        if !all && !self.is_empty() {
            text.push_str("\n`diff --all` shows each change with its place in the document.\n");
        }
        text
    }

    fn lines(&self, text: &mut String, impact: Impact) {
        let mut module = "";
        for group in self.groups(impact) {
            if group.module != module {
                module = group.module;
                let _ = writeln!(text, "  {module}");
            }
            let indent = if module.is_empty() { 2 } else { 4 };
            wrap(text, indent, &line(&group));
            if let ([change], Impact::Breaking) = (group.changes.as_slice(), impact) {
                let _ = writeln!(text, "{:1$}{2}", "", indent + 2, change.place());
            }
        }
    }

    fn each(&self, text: &mut String, impact: Impact) {
        for change in self
            .changes
            .iter()
            .filter(|change| change.impact() == impact)
        {
            let _ = writeln!(text, "  {}: {}", change.what(), change.sentence());
            let _ = writeln!(text, "      {}", change.place());
        }
    }

    /// How many items of each module have other documentation.
    fn counts(&self, text: &mut String) {
        for group in self.groups(Impact::Documentation) {
            let of = if group.module.is_empty() {
                &group.subject
            } else {
                group.module
            };
            let count = group.changes.len();
            let plural = if count == 1 { "" } else { "s" };
            let _ = writeln!(text, "  {of}: {count} item{plural}");
        }
    }
}

/// The most names in a line; others are counted.
const MOST_NAMES: usize = 12;

fn line(group: &Group<'_>) -> String {
    let text = match group.names.split_at_checked(MOST_NAMES) {
        Some((shown, more)) if more.len() > 1 => {
            let shown = shown.join(", ");
            format!("{} {shown} and {} more", group.sentence, more.len())
        }
        _ => group.text(),
    };
    if group.subject.is_empty() {
        text
    } else {
        format!("{}: {text}", group.subject)
    }
}

/// Wraps a line between words, and indents what follows.
fn wrap(text: &mut String, indent: usize, line: &str) {
    let mut column = indent;
    let _ = write!(text, "{:indent$}", "");
    for (index, word) in line.split(' ').enumerate() {
        let width = word.chars().count();
        if index == 0 {
            column += width;
        } else if column + 1 + width > WIDTH {
            let _ = write!(text, "\n{:1$}", "", indent + 4);
            column = indent + 4 + width;
        } else {
            text.push(' ');
            column += 1 + width;
        }
        text.push_str(word);
    }
    text.push('\n');
}
