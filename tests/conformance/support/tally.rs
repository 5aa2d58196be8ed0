//! Cases, counted and printed as a table.

use std::fmt::{self, Display, Write as _};
use std::io::{self, Write as _};
use std::thread;

/// How many failures are printed.
const TOLD: usize = 20;

/// The cases of one test, in groups; [`finish`](Self::finish) prints how many ran and passed.
#[derive(Debug)]
#[must_use = "`finish` reports the cases that failed"]
pub struct Tally {
    title: String,
    groups: Vec<Group>,
    failures: Vec<String>,
    /// Whether the table was printed.
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
    /// No cases yet. The title names the area and what is compared.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            groups: Vec::new(),
            failures: Vec::new(),
            finished: false,
        }
    }

    /// Counts a case, with the reason if it failed.
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

    /// Counts a case; it failed if `found` says what is wrong.
    pub fn faults(&mut self, group: &str, case: impl Display, found: &[String]) {
        let result = if found.is_empty() {
            Ok(())
        } else {
            Err(found.join("; "))
        };
        self.case(group, case, result);
    }

    /// Counts a case that holds or not; `found` says what there is instead.
    pub fn holds(&mut self, group: &str, case: impl Display, holds: bool, found: impl Display) {
        self.case(group, case, holds.then_some(()).ok_or(found));
    }

    /// Puts something beside a group: a seed, a time, a peak of memory.
    pub fn note(&mut self, group: &str, note: impl Display) {
        let group = self.group(group);
        let separator = if group.note.is_empty() { "" } else { ", " };
        let _ = write!(group.note, "{separator}{note}");
    }

    /// Prints the table, past the harness's capture.
    ///
    /// # Panics
    ///
    /// When a case failed, or a group has none.
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
    /// A test that panics shows how far it got.
    fn drop(&mut self) {
        if !self.finished && !self.groups.is_empty() && thread::panicking() {
            self.print();
        }
    }
}
