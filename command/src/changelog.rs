//! The entries under "Unreleased" in a changelog.

use semver::Version;
use stripe_identity_codegen::Report;
use stripe_identity_codegen::report::{Change, Entry, Section};

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

/// A changelog with new entries.
#[derive(Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The changelog.
    pub text: String,
    /// Lines that people wrote about what is no longer so.
    pub outdated: Vec<String>,
}

/// The version of the newest release in a changelog.
#[must_use]
pub fn newest_release(changelog: &str) -> Option<Version> {
    changelog.lines().find_map(|line| {
        let name = line.strip_prefix("## ")?.trim_start_matches('[');
        let end = name.find([']', ' ']).unwrap_or(name.len());
        name[..end].trim_start_matches('v').parse().ok()
    })
}

/// The changelog with the entries of `now` under "Unreleased", in place of those of an earlier report about the same
/// release.
///
/// What the earlier report tells, but no entry there, has been put into other words, which stay.
#[must_use]
pub fn with(changelog: &str, earlier: &Report, now: &Report) -> Rewritten {
    let mut lines: Vec<String> = changelog.lines().map(str::to_owned).collect();
    let reworded = reworded(&lines, earlier);
    let is_reworded = |change: &Change| reworded.iter().any(|other| other.is_same(change));
    let entries = now.without(is_reworded).changelog();
    for entry in earlier.without(is_reworded).changelog() {
        if !entries.iter().any(|new| new.text == entry.text) {
            remove(&mut lines, &entry.text);
        }
    }
    for entry in &entries {
        insert(&mut lines, entry.section, &entry.text);
    }
    let mut outdated = Vec::new();
    for change in &reworded {
        if !now.changes().iter().any(|other| other.is_same(change)) {
            outdated.extend(lines_about(&lines, change));
        }
    }
    outdated.sort();
    outdated.dedup();
    let mut text = lines.join("\n").trim_end().to_owned();
    if changelog.ends_with('\n') || text != changelog {
        text.push('\n');
    }
    Rewritten { text, outdated }
}

/// The changes that people have put into other words: those without an entry.
fn reworded(lines: &[String], report: &Report) -> Vec<Change> {
    let there = unreleased(lines).map_or(&[][..], |(start, end)| &lines[start..end]);
    // What is told in a line that is not the entry of this change alone.
    let is_told = |change: &Change| {
        let alone = report.without(|other| !other.is_same(change)).changelog();
        let is_entry = |line: &String| alone.iter().any(|entry| entry.text == *line.as_str());
        let about = lines_about(lines, change);
        about.iter().any(|line| !is_entry(line))
    };
    let mut reworded: Vec<Change> = Vec::new();
    loop {
        let is_left_out = |change: &Change| reworded.iter().any(|other| other.is_same(change));
        let entries = report.without(is_left_out).changelog();
        let missing = entries.iter().find(|entry| !there.contains(&entry.text));
        let Some(Entry { changes, .. }) = missing else {
            return reworded;
        };
        // Of several in one entry, perhaps not all.
        let told: Vec<Change> = changes.iter().filter(|one| is_told(one)).cloned().collect();
        reworded.extend(if told.is_empty() {
            changes.clone()
        } else {
            told
        });
    }
}

/// The lines of the newest, unreleased version: from its heading on.
fn unreleased(lines: &[String]) -> Option<(usize, usize)> {
    let start = lines.iter().position(|line| line.trim() == UNRELEASED)?;
    let below = lines[start + 1..].iter();
    let count = below.take_while(|line| !line.starts_with("## ")).count();
    Some((start, start + 1 + count))
}

/// Removes an entry, and the heading of its section if that is empty then.
fn remove(lines: &mut Vec<String>, entry: &str) {
    let Some((start, end)) = unreleased(lines) else {
        return;
    };
    let Some(at) = lines[start..end].iter().position(|line| line == entry) else {
        return;
    };
    lines.remove(start + at);
    let (above, below) = lines.split_at(start + at);
    let before = above.iter().rposition(|line| !line.trim().is_empty());
    let after = below.iter().find(|line| !line.trim().is_empty());
    let ends = after.is_none_or(|line| line.starts_with('#'));
    if let Some(before) = before.filter(|before| lines[*before].starts_with("### ") && ends) {
        lines.drain(before..start + at);
        // One line between what is left.
        while lines.get(before).is_some_and(|line| line.trim().is_empty()) {
            lines.remove(before);
        }
        if before < lines.len() && !lines[before - 1].trim().is_empty() {
            lines.insert(before, String::new());
        }
    }
}

/// The lines that name what a change is about.
fn lines_about(lines: &[String], change: &Change) -> Vec<String> {
    let name = format!("`{}`", change.what());
    let (start, end) = unreleased(lines).unwrap_or_default();
    let about = lines[start..end].iter().filter(|line| line.contains(&name));
    about.map(|line| line.trim().to_owned()).collect()
}

/// Appends an entry to its section, which is created if necessary.
fn insert(lines: &mut Vec<String>, section: Section, entry: &str) {
    let (start, end) = unreleased(lines).unwrap_or_else(|| {
        // Before the newest release, or at the end.
        let release = lines.iter().position(|line| line.starts_with("## "));
        let mut place = release.unwrap_or(lines.len());
        if place > 0 && !lines[place - 1].is_empty() {
            lines.insert(place, String::new());
            place += 1;
        }
        lines.splice(place..place, [UNRELEASED.to_owned(), String::new()]);
        (place, place + 2)
    });
    if lines[start..end].iter().any(|line| line == entry) {
        return;
    }
    let heading = format!("### {}", section.name());
    let found = lines[start..end]
        .iter()
        .position(|line| line.trim() == heading);
    if let Some(found) = found {
        let heading = start + found;
        let below = lines[heading + 1..end].iter();
        let mut place = heading + 1 + below.take_while(|line| !line.starts_with("### ")).count();
        while lines[place - 1].trim().is_empty() {
            place -= 1;
        }
        // An empty section has a line between its heading and what comes.
        if place == heading + 1 {
            lines.splice(place..place, [String::new(), entry.to_owned()]);
        } else {
            lines.insert(place, entry.to_owned());
        }
        return;
    }
    // Before the first section that comes later, or at the end.
    let rank = |name: &str| SECTIONS.iter().position(|section| *section == name);
    let later = lines[start..end].iter().position(|line| {
        line.strip_prefix("### ")
            .is_some_and(|name| rank(name.trim()) > rank(section.name()))
    });
    let mut place = later.map_or(end, |later| start + later);
    while lines[place - 1].trim().is_empty() {
        place -= 1;
    }
    lines.splice(
        place..place,
        [String::new(), heading, String::new(), entry.to_owned()],
    );
}
