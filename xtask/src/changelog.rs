//! Entries under "Unreleased" in a changelog.

use stripe_identity_codegen::Report;
use stripe_identity_codegen::report::Section;

/// The changelog of the generated crate, relative to the root.
pub(crate) const CHANGELOG: &str = "generated/CHANGELOG.md";

const UNRELEASED: &str = "## [Unreleased]";

/// The sections in the order of [Keep a Changelog](https://keepachangelog.com).
const SECTIONS: [&str; 6] = [
    "Added",
    "Changed",
    "Deprecated",
    "Removed",
    "Fixed",
    "Security",
];

/// The changelog with the entries of a report under "Unreleased". Entries that exist stay as they are, so adding
/// them twice changes nothing.
pub(crate) fn with(changelog: &str, report: &Report) -> String {
    let mut lines: Vec<&str> = changelog.lines().collect();
    let entries = report.changelog();
    if entries.is_empty() {
        return changelog.to_owned();
    }
    let unreleased = lines.iter().position(|line| line.trim() == UNRELEASED);
    let start = unreleased.unwrap_or_else(|| {
        // Before the newest release, or at the end.
        let release = lines.iter().position(|line| line.starts_with("## "));
        let mut place = release.unwrap_or(lines.len());
        if place > 0 && !lines[place - 1].is_empty() {
            lines.insert(place, "");
            place += 1;
        }
        lines.splice(place..place, [UNRELEASED, ""]);
        place
    });
    for (section, entry) in &entries {
        insert(&mut lines, start, *section, entry.trim_end());
    }
    let mut text = lines.join("\n").trim_end().to_owned();
    text.push('\n');
    text
}

/// Appends an entry to its section, which is created if necessary.
fn insert<'a>(lines: &mut Vec<&'a str>, start: usize, section: Section, entry: &'a str) {
    let end = |lines: &[&str], from: usize, heading: &str| {
        let below = lines[from..].iter();
        from + below
            .take_while(|line| !line.starts_with("## ") && !line.starts_with(heading))
            .count()
    };
    let release_end = end(lines, start + 1, "## ");
    if lines[start..release_end].contains(&entry) {
        return;
    }
    let heading = |line: &&str| line.strip_prefix("### ").map(str::trim) == Some(section.name());
    let found = lines[start..release_end].iter().position(heading);
    if let Some(found) = found {
        let mut place = end(lines, start + found + 1, "### ");
        while lines[place - 1].trim().is_empty() {
            place -= 1;
        }
        // An empty section has a line between its heading and what comes.
        if place == start + found + 1 {
            lines.splice(place..place, ["", entry]);
        } else {
            lines.insert(place, entry);
        }
        return;
    }
    // Before the first section that comes later, or at the end.
    let rank = |name: &str| SECTIONS.iter().position(|section| *section == name);
    let later = lines[start..release_end].iter().position(|line| {
        line.strip_prefix("### ")
            .is_some_and(|name| rank(name.trim()) > rank(section.name()))
    });
    let mut place = later.map_or(release_end, |later| start + later);
    while lines[place - 1].trim().is_empty() {
        place -= 1;
    }
    let heading = match section {
        Section::Added => "### Added",
        Section::Changed => "### Changed",
        Section::Deprecated => "### Deprecated",
        Section::Removed => "### Removed",
    };
    lines.splice(place..place, ["", heading, "", entry]);
}

#[cfg(test)]
mod tests {
    use stripe_identity_codegen::report::{Change, Difference, Item, Side};

    use super::*;

    fn report(changes: &[(&str, Item, Difference)]) -> Report {
        let changes = changes.iter().map(|(path, item, difference)| Change {
            item: *item,
            difference: difference.clone(),
            path: path.split("::").map(str::to_owned).collect(),
            argument: None,
            document: Side::New,
            pointer: "#/info".to_owned(),
        });
        Report::new("things", "1", "2", changes.collect())
    }

    fn added_and_removed() -> Report {
        report(&[
            ("thing::Thing::size", Item::Field, Difference::Added(None)),
            ("thing::Thing::note", Item::Field, Difference::Removed(None)),
            ("thing::make", Item::Function, Difference::Deprecated),
            ("thing::take", Item::Function, Difference::Documented),
        ])
    }

    const ENTRIES: &str = "\
### Added

- `thing::Thing::size`: new field

### Changed

- The documentation of 1 item is that of API version 2.

### Deprecated

- `thing::make`: is deprecated now

### Removed

- `thing::Thing::note`: the field is gone
";

    #[test]
    fn sections_come_in_order_and_once() {
        let released = "\n## [0.1.0] - 2026-01-01\n\n### Added\n\n- All.\n";
        let heads = [
            ("# Changelog\n\n## [Unreleased]\n", ""),
            ("# Changelog\n\n## [Unreleased]\n", released),
            ("# Changelog\n", ""),
            ("# Changelog\n", released),
        ];
        for (head, tail) in heads {
            let before = format!("{head}{tail}");
            let after = with(&before, &added_and_removed());
            let expected = format!("# Changelog\n\n## [Unreleased]\n\n{ENTRIES}{tail}");
            assert_eq!(after, expected, "{before}");
            assert_eq!(with(&after, &added_and_removed()), after);
        }
    }

    #[test]
    fn entries_come_behind_those_that_people_wrote() {
        let before = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\n\
                      ### Removed\n\n### Fixed\n\n- A bug.\n\n## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n";
        let after = with(before, &added_and_removed());
        assert_eq!(
            after,
            "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\
             - `thing::Thing::size`: new field\n\n### Changed\n\n\
             - The documentation of 1 item is that of API version 2.\n\n### Deprecated\n\n\
             - `thing::make`: is deprecated now\n\n### Removed\n\n\
             - `thing::Thing::note`: the field is gone\n\n### Fixed\n\n- A bug.\n\n\
             ## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n"
        );
        assert_eq!(with(&after, &added_and_removed()), after);
    }

    #[test]
    fn nothing_is_added_for_nothing() {
        let before = "# Changelog";
        assert_eq!(with(before, &report(&[])), before);
    }
}
