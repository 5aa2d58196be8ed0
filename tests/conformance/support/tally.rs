//! Cases that are counted, and told as a table.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write as _};
use std::thread;

/// How many failures are told in full.
const TOLD: usize = 20;

/// The cases of one test, in groups; [`finish`](Self::finish) prints how many ran and passed.
#[derive(Debug)]
#[must_use = "cases that failed are told by `finish`"]
pub struct Tally {
    title: String,
    groups: Vec<Group>,
    failures: Vec<String>,
    /// Printed, so that nothing is left to tell.
    finished: bool,
}

#[derive(Debug)]
struct Group {
    name: String,
    run: usize,
    passed: usize,
    note: String,
}

impl Tally {
    /// No cases yet. The title names the area and what is held against what.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            groups: Vec::new(),
            failures: Vec::new(),
            finished: false,
        }
    }

    /// Counts a case; if it failed, with why.
    pub fn case(&mut self, group: &str, case: impl Display, result: Result<(), impl Display>) {
        let group = self.group(group);
        group.run += 1;
        match result {
            Ok(()) => group.passed += 1,
            Err(why) => {
                let failure = format!("{}: {case}: {why}", group.name);
                self.failures.push(failure);
            }
        }
    }

    /// Puts something beside a group: a seed, a time, a peak of memory.
    pub fn note(&mut self, group: &str, note: impl Display) {
        let group = self.group(group);
        let separator = if group.note.is_empty() { "" } else { ", " };
        let _ = write!(group.note, "{separator}{note}");
    }

    /// Prints the table, past what the test harness keeps to itself.
    ///
    /// # Panics
    ///
    /// When a case failed, or a group has none: then nothing was looked at.
    pub fn finish(mut self) {
        self.finished = true;
        self.print();
        if let Err(why) = self.verdict() {
            panic!("{}: {why}", self.title);
        }
    }

    /// Why the test fails, if it does.
    fn verdict(&self) -> Result<(), String> {
        if self.groups.is_empty() {
            return Err("no case ran".to_owned());
        }
        if let Some(empty) = self.groups.iter().find(|group| group.run == 0) {
            return Err(format!("no case of `{}` ran", empty.name));
        }
        if self.failures.is_empty() {
            return Ok(());
        }
        let mut told = format!("{} cases failed", self.failures.len());
        for failure in self.failures.iter().take(TOLD) {
            let _ = write!(told, "\n  {failure}");
        }
        if self.failures.len() > TOLD {
            told.push_str("\n  …");
        }
        Err(told)
    }

    fn group(&mut self, name: &str) -> &mut Group {
        let known = self.groups.iter().position(|group| group.name == name);
        let index = known.unwrap_or_else(|| {
            self.groups.push(Group {
                name: name.to_owned(),
                run: 0,
                passed: 0,
                note: String::new(),
            });
            self.groups.len() - 1
        });
        &mut self.groups[index]
    }

    fn print(&self) {
        // Not `eprint!`: the harness keeps what that prints. One write, so that tables of tests
        // that run at once do not mix.
        let _ = io::stderr()
            .lock()
            .write_all(format!("\n{self}\n").as_bytes());
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let longest = self.groups.iter().map(|group| group.name.chars().count());
        let width = longest.chain(["all".len()]).max().unwrap_or_default();
        writeln!(f, "{}", self.title)?;
        writeln!(f, "  {:width$} {:>8} {:>8}", "", "run", "passed")?;
        for group in &self.groups {
            let Group {
                name,
                run,
                passed,
                note,
            } = group;
            let line = format!("  {name:width$} {run:>8} {passed:>8}  {note}");
            writeln!(f, "{}", line.trim_end())?;
        }
        let run: usize = self.groups.iter().map(|group| group.run).sum();
        let passed: usize = self.groups.iter().map(|group| group.passed).sum();
        write!(f, "  {:width$} {run:>8} {passed:>8}", "all")
    }
}

impl Drop for Tally {
    /// A test that panics tells how far it came.
    fn drop(&mut self) {
        if !self.finished && !self.groups.is_empty() && thread::panicking() {
            self.print();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    const PASSED: Result<(), &str> = Ok(());

    #[test]
    fn cases_are_counted_by_group() {
        let mut tally = Tally::new("area: this against that");
        tally.case("requests", "a", PASSED);
        tally.case("requests", "b", Err("no"));
        tally.case("replies", "c", PASSED);
        tally.note("replies", "seed 5");
        tally.note("replies", "2.0 s");
        let expected = "\
area: this against that
                run   passed
  requests        2        1
  replies         1        1  seed 5, 2.0 s
  all             3        2";
        assert_eq!(tally.to_string(), expected);
    }

    #[test]
    fn a_case_that_failed_is_told() {
        let mut tally = Tally::new("area");
        tally.case("requests", "a", PASSED);
        assert_eq!(tally.verdict(), Ok(()));
        tally.case("requests", "b", Err("no"));
        let told = "1 cases failed\n  requests: b: no";
        assert_eq!(tally.verdict(), Err(told.to_owned()));
    }

    #[test]
    fn a_test_without_cases_fails() {
        let mut tally = Tally::new("area");
        assert_eq!(tally.verdict(), Err("no case ran".to_owned()));
        tally.note("requests", "seed 5");
        assert_eq!(tally.verdict(), Err("no case of `requests` ran".to_owned()));
    }
}
