//! Entries under "Unreleased" in a changelog.

use stripe_identity_codegen::Report;
use stripe_identity_codegen::report::Section;

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
#[must_use]
pub fn with(changelog: &str, report: &Report) -> String {
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
