//! The report as entries of a changelog.

use super::markdown::item;
use super::{Difference, Group, IMPACTS, Impact, Item, Report};

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

impl Report {
    /// The entries of a changelog, each with its section. An entry ends with a line break, and all changes of the
    /// documentation share one.
    #[must_use]
    pub fn changelog(&self) -> Vec<(Section, String)> {
        let mut entries = Vec::new();
        for impact in IMPACTS {
            if impact == Impact::Documentation {
                continue;
            }
            for group in self.groups(impact) {
                let section = section(&group);
                let entry = item(&group);
                entries.push((
                    section,
                    if impact == Impact::Breaking && section != Section::Removed {
                        entry.replacen("- ", "- **Breaking:** ", 1)
                    } else {
                        entry
                    },
                ));
            }
        }
        let count = self.count(Impact::Documentation);
        if count > 0 {
            let plural = if count == 1 { "" } else { "s" };
            let api = &self.new_api_version;
            entries.push((
                Section::Changed,
                format!("- Documentation of {count} item{plural}, from API version {api}.\n"),
            ));
        }
        entries
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
