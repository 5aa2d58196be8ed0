//! What is printed: in colour on a terminal, and only there.

use std::fmt::Display;
use std::io::Write as _;

/// The text with colours for errors and for the lines of a diff; they are removed again unless they go to a terminal.
#[must_use]
pub fn styled(text: &str) -> String {
    const STYLES: [(&str, &str); 6] = [
        ("error:", "1;31"),
        ("  -->", "1;34"),
        ("  = note:", "1;34"),
        ("  = help:", "1;32"),
        ("    +", "32"),
        ("    -", "31"),
    ];
    let lines = text.split_inclusive('\n').map(|line| {
        let style = STYLES.iter().find(|(start, _)| line.starts_with(start));
        style.map_or_else(
            || line.to_owned(),
            |(start, style)| {
                // Of a line of a diff all of it, of others the label.
                let whole = start.starts_with("    ");
                let styled = if whole {
                    line.trim_end_matches('\n').len()
                } else {
                    start.len()
                };
                let (styled, rest) = line.split_at(styled);
                format!("\u{1b}[{style}m{styled}\u{1b}[0m{rest}")
            },
        )
    });
    lines.collect()
}

/// Prints to standard output and flushes, so that the output of child processes comes
/// after it. A closed pipe is not an error.
pub fn say(text: impl Display) {
    let mut out = anstream::stdout();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// Prints why a command stopped to standard error.
pub fn complain(failure: &crate::Failure) {
    let _ = writeln!(anstream::stderr(), "{}", styled(&failure.to_string()));
}

/// A number of things.
#[must_use]
pub fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
