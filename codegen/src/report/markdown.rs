//! The report for a pull request.

use std::fmt::Write as _;

use super::group::Group;
use super::sentence::code;
use super::{Change, IMPACTS, Impact, Report};

/// GitHub accepts 65,536 characters, of which the text around the report needs some.
const LONGEST: usize = 50_000;

impl Report {
    /// The report for a pull request, in Markdown. It is never longer than what GitHub accepts; if something is left
    /// out, the report says so.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(text, "**{}**", self.headline());
        for impact in IMPACTS {
            let count = self.count(impact);
            if count == 0 {
                continue;
            }
            let _ = writeln!(text, "\n### {} ({count})\n", heading(impact));
            if impact == Impact::Documentation {
                details(&mut text, "Items", |text| {
                    self.lines_of(text, impact);
                });
            } else {
                self.lines_of(&mut text, impact);
            }
        }
        if let Some(lines) = self.advice_on_names() {
            let _ = writeln!(
                text,
                "\nSchemas have other names. With this in the selection, their types keep theirs:\n\n\
                 ```toml\n{lines}```"
            );
        }
        if !self.is_empty() {
            text.push('\n');
            details(
                &mut text,
                "Each change with its place in the document",
                |text| {
                    text.push_str("| | what | change | place |\n|---|---|---|---|\n");
                    let rows = self.changes.iter().map(row).collect();
                    some(text, rows);
                },
            );
        }
        text
    }

    fn lines_of(&self, text: &mut String, impact: Impact) {
        let lines = self.groups(impact).iter().map(item).collect();
        some(text, lines);
    }
}

fn heading(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "Breaking",
        Impact::Additive => "Additive",
        Impact::Documentation => "Documentation",
    }
}

/// An item of a list.
pub(super) fn item(group: &Group<'_>) -> String {
    let path: Vec<&str> = [group.module, &group.subject]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    format!("- {}: {}\n", code(&path.join("::")), group.text())
}

fn row(change: &Change) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    format!(
        "| {} | {} | {} | {} {} |\n",
        change.impact().as_str(),
        cell(&code(&change.what())),
        cell(&change.sentence()),
        change.document.as_str(),
        cell(&code(&change.pointer)),
    )
}

/// Writes as many lines as there is room for.
fn some(text: &mut String, lines: Vec<String>) {
    let count = lines.len();
    for (index, line) in lines.into_iter().enumerate() {
        if text.len() + line.len() > LONGEST {
            let _ = writeln!(
                text,
                "\n… and {} more: `diff --all` shows them.",
                count - index
            );
            return;
        }
        text.push_str(&line);
    }
}

fn details(text: &mut String, summary: &str, body: impl FnOnce(&mut String)) {
    let _ = writeln!(text, "<details><summary>{summary}</summary>\n");
    body(text);
    text.push_str("\n</details>\n");
}
