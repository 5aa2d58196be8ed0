//! The report as entries of a changelog.

use super::markdown::item;
use super::{Change, Difference, Group, IMPACTS, Impact, Item, Report};

/// A section of a changelog, in the order of [Keep a Changelog](https://keepachangelog.com).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What is new.
    Added,
    /// What differs from before.
    Changed,
    /// What will be removed.
    Deprecated,
    /// What was removed.
    Removed,
}

impl Section {
    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Changed => "Changed",
            Self::Deprecated => "Deprecated",
            Self::Removed => "Removed",
        }
    }
}

/// An entry of a changelog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The section that it belongs in.
    pub section: Section,
    /// One line of Markdown, without a line break.
    pub text: String,
    /// What it tells.
    pub changes: Vec<Change>,
}

impl Report {
    /// The entries of a changelog. All changes of the documentation share one.
    #[doc(hidden)]
    #[must_use]
    pub fn changelog(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for impact in IMPACTS {
            if impact == Impact::Documentation {
                continue;
            }
            for group in self.groups(impact) {
                let section = section(&group);
                let text = item(&group);
                let text = if impact == Impact::Breaking && section != Section::Removed {
                    text.replacen("- ", "- **Breaking:** ", 1)
                } else {
                    text
                };
                entries.push(Entry {
                    section,
                    text: text.trim_end().to_owned(),
                    changes: group.changes.into_iter().cloned().collect(),
                });
            }
        }
        let documented = self.changes.iter();
        let documented = documented.filter(|change| change.impact() == Impact::Documentation);
        let documented: Vec<Change> = documented.cloned().collect();
        if !documented.is_empty() {
            let count = documented.len();
            let plural = if count == 1 { "" } else { "s" };
            let api = &self.new_api_version;
            entries.push(Entry {
                section: Section::Changed,
                text: format!("- Documentation of {count} item{plural}, from API version {api}."),
                changes: documented,
            });
        }
        entries
    }

    /// The report without the changes that the function is true for.
    #[doc(hidden)]
    #[must_use]
    pub fn without(&self, mut is_left_out: impl FnMut(&Change) -> bool) -> Self {
        let mut report = self.clone();
        report.changes.retain(|change| !is_left_out(change));
        report
    }
}

fn section(group: &Group<'_>) -> Section {
    let Some(change) = group.changes.first() else {
        return Section::Changed;
    };
    match change.difference {
        // The function that takes it stays.
        _ if change.item == Item::Argument => Section::Changed,
        Difference::Added(_) => Section::Added,
        Difference::Removed(_) => Section::Removed,
        Difference::Deprecated => Section::Deprecated,
        _ => Section::Changed,
    }
}
