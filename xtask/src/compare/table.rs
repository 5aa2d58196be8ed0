//! A section of the results, and the table in it, as Markdown.

use std::fmt;

use super::figure::{Unit, median, ratio};

/// A table of what was found for each of some subjects.
#[derive(Clone, Debug)]
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Whether the last column holds ratios.
    ratios: bool,
}

impl Table {
    /// A table with measured numbers of two subjects, and their ratio.
    pub(super) fn measured(ours: &str, theirs: &str) -> Self {
        let head = ["", ours, theirs, "ratio"].map(str::to_owned);
        Self {
            head: head.to_vec(),
            rows: Vec::new(),
            ratios: true,
        }
    }

    /// A table with what was observed of each subject.
    pub(super) fn observed<'a>(subjects: impl IntoIterator<Item = &'a str>) -> Self {
        let head = [""].into_iter().chain(subjects).map(str::to_owned);
        Self {
            head: head.collect(),
            rows: Vec::new(),
            ratios: false,
        }
    }

    /// Adds medians, and the median of the ratios of the pairs: theirs over ours.
    pub(super) fn measure(&mut self, what: &str, unit: Unit, pairs: &[(f64, f64)]) {
        let (ours, theirs): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let ratios: Vec<f64> = pairs.iter().map(|(ours, theirs)| theirs / ours).collect();
        self.rows.push(vec![
            what.to_owned(),
            unit.show(median(&ours)),
            unit.show(median(&theirs)),
            ratio(median(&ratios)),
        ]);
    }

    /// Adds what was observed.
    pub(super) fn observe<'a>(&mut self, what: &str, cells: impl IntoIterator<Item = &'a str>) {
        let row = [cell(what)].into_iter();
        let row = row.chain(cells.into_iter().map(cell)).collect();
        self.rows.push(row);
    }
}

/// A text that stays in its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

/// "yes" or "no".
pub(super) fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: usize| {
            let cells = [&self.head].into_iter().chain(&self.rows);
            let widths = cells
                .filter_map(|row| row.get(column))
                .map(|c| c.chars().count());
            widths.max().unwrap_or(0).max(3)
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let mut line = |row: &[String]| {
            for (column, width) in widths.iter().enumerate() {
                let text = row.get(column).map_or("", String::as_str);
                if self.ratios && column > 0 {
                    write!(f, "| {text:>width$} ")?;
                } else {
                    write!(f, "| {text:<width$} ")?;
                }
            }
            writeln!(f, "|")
        };
        line(&self.head)?;
        let rule = widths.iter().enumerate().map(|(column, width)| {
            if self.ratios && column > 0 {
                format!("{}:", "-".repeat(width - 1))
            } else {
                "-".repeat(*width)
            }
        });
        line(&rule.collect::<Vec<_>>())?;
        self.rows.iter().try_for_each(|row| line(row))
    }
}

/// What a part has found.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// What was done, in Markdown.
    pub(super) text: String,
    pub(super) table: Table,
    /// How often, if more than once.
    pub(super) pairs: usize,
    machine: String,
}

impl Section {
    pub(super) fn new(text: &str, table: Table, pairs: usize) -> Self {
        Self {
            text: text.to_owned(),
            table,
            pairs,
            machine: String::new(),
        }
    }

    /// Says on what it was measured.
    pub(super) fn measured_on(&mut self, machine: String) {
        self.machine = machine;
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\n\n{}\n{}",
            self.text.trim(),
            self.table,
            self.machine
        )?;
        match self.pairs {
            0 => writeln!(f, "."),
            1 => writeln!(f, "; 1 pair."),
            pairs => writeln!(f, "; medians of {pairs} pairs."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Section, Table, Unit, yes_no};

    #[test]
    fn a_measured_table_has_medians_and_the_median_of_the_ratios() {
        let mut table = Table::measured("ours 1", "theirs 2");
        let pairs = [(1.0, 4.0), (2.0, 4.0), (4.0, 40.0)];
        table.measure("a build", Unit::Seconds, &pairs);
        table.measure("crates", Unit::Count, &[(60.0, 45.0)]);
        let mut section = Section::new("What was done.\n", table, 3);
        section.measured_on("2 cores".to_owned());
        insta::assert_snapshot!(section, @r"
        What was done.

        |         | ours 1 | theirs 2 | ratio |
        | ------- | -----: | -------: | ----: |
        | a build | 2.00 s |   4.00 s |  4.00 |
        | crates  |     60 |       45 |  0.75 |

        2 cores; medians of 3 pairs.
        ");
    }

    #[test]
    fn what_is_observed_stays_in_its_cell() {
        let mut table = Table::observed(["ours", "theirs", "a third"]);
        table.observe("`a|b`", [yes_no(true), yes_no(false), "two\nlines"]);
        table.observe("short", ["x"]);
        let mut section = Section::new("Text.", table, 0);
        section.measured_on("2 cores".to_owned());
        insta::assert_snapshot!(section, @r"
        Text.

        |        | ours | theirs | a third   |
        | ------ | ---- | ------ | --------- |
        | `a\|b` | yes  | no     | two lines |
        | short  | x    |        |           |

        2 cores.
        ");
    }
}
