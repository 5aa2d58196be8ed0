//! What was measured, as a table in Markdown.

use anyhow::{Context as _, Result, bail, ensure};

/// A result of one subject.
pub(crate) struct Row {
    what: String,
    unit: Unit,
    value: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Seconds,
    Bytes,
    Count,
    Text,
}

impl Row {
    pub(crate) fn new(what: impl Into<String>, unit: Unit, value: &impl ToString) -> Self {
        Self {
            what: what.into(),
            unit,
            value: value.to_string(),
        }
    }

    /// Reads what a measuring program printed.
    pub(crate) fn parse(line: &str) -> Result<Self> {
        let [what, unit, value] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("a program printed `{line}`, which is no row");
        };
        let unit = match unit {
            "seconds" => Unit::Seconds,
            "bytes" => Unit::Bytes,
            "count" => Unit::Count,
            "text" => Unit::Text,
            _ => bail!("`{unit}` is no unit"),
        };
        Ok(Self::new(what, unit, &value))
    }
}

/// The results of a part.
pub(crate) struct Table {
    columns: Vec<String>,
    /// Whether each subject is shown as a row.
    pub(crate) is_transposed: bool,
    /// What each row is, its unit, and for each column the values in the order in which they were measured.
    rows: Vec<(String, Unit, Vec<Vec<String>>)>,
}

impl Table {
    pub(crate) fn new(columns: Vec<String>) -> Self {
        Self {
            columns,
            is_transposed: false,
            rows: Vec::new(),
        }
    }

    /// Adds the results of the subject of a column.
    pub(crate) fn add(&mut self, column: usize, rows: Vec<Row>) -> Result<()> {
        if self.rows.is_empty() {
            let empty = vec![Vec::new(); self.columns.len()];
            let rows = rows.iter();
            self.rows = rows
                .map(|row| (row.what.clone(), row.unit, empty.clone()))
                .collect();
        }
        ensure!(
            rows.len() == self.rows.len(),
            "the subjects have different numbers of rows"
        );
        for (row, (what, _, columns)) in rows.into_iter().zip(&mut self.rows) {
            ensure!(row.what == *what, "`{}` is not `{what}`", row.what);
            columns[column].push(row.value);
        }
        Ok(())
    }

    /// How many times each subject was measured.
    pub(crate) fn pairs(&self) -> usize {
        self.rows
            .first()
            .map_or(0, |(_, _, columns)| columns[0].len())
    }

    fn has_numbers(&self) -> bool {
        self.rows.iter().any(|(_, unit, _)| *unit != Unit::Text)
    }

    fn has_ratios(&self) -> bool {
        self.has_numbers() && self.columns.len() == 2
    }

    /// The table's cells: the median of each column and, of two columns of numbers, the median of the ratios.
    fn cells(&self) -> Result<Vec<Vec<String>>> {
        let mut head = vec![String::new()];
        head.extend(self.columns.clone());
        if self.has_ratios() {
            head.push("ratio".to_owned());
        }
        let mut cells = vec![head];
        for (what, unit, columns) in &self.rows {
            let mut row = vec![what.clone()];
            if *unit == Unit::Text {
                row.extend(columns.iter().map(|values| values.concat()));
            } else {
                let numbers = columns
                    .iter()
                    .map(|values| values.iter().map(|value| value.parse()).collect());
                let numbers: Vec<Vec<f64>> =
                    numbers.collect::<Result<_, _>>().context(what.clone())?;
                row.extend(numbers.iter().map(|values| unit.show(median(values))));
                if let [ours, theirs] = &numbers[..] {
                    let ratios: Vec<f64> = ours.iter().zip(theirs).map(|(a, b)| b / a).collect();
                    row.push(three_digits(median(&ratios)));
                }
            }
            cells.push(row);
        }
        if self.is_transposed {
            let column = |number: usize| -> Vec<String> {
                cells.iter().map(|row| row[number].clone()).collect()
            };
            cells = (0..cells[0].len()).map(column).collect();
        }
        Ok(cells)
    }

    /// The table in Markdown; numbers are aligned to the right.
    pub(crate) fn markdown(&self) -> Result<String> {
        let mut cells = self.cells()?;
        let columns = cells[0].len();
        let width = |column: usize| {
            let lengths = cells
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count());
            lengths.max().unwrap_or(0).max(3)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let is_number = |column: usize| self.has_numbers() && column > 0;
        let pad = |column: usize, cell: &str| {
            let width = widths[column];
            if is_number(column) {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        };
        let rule = (0..columns).map(|column| {
            let end = if is_number(column) { ":" } else { "-" };
            "-".repeat(widths[column] - 1) + end
        });
        cells.insert(1, rule.collect());
        let lines = cells.iter().map(|row| {
            let cell = |column: usize| row.get(column).map_or("", String::as_str);
            let cells: Vec<String> = (0..columns)
                .map(|column| pad(column, cell(column)))
                .collect();
            format!("| {} |\n", cells.join(" | "))
        });
        let text = lines.collect();
        Ok(text)
    }
}

impl Unit {
    fn show(self, value: f64) -> String {
        let scaled = |units: &[(f64, &str)]| {
            let fits = units.iter().find(|(size, _)| value >= *size);
            let (size, unit) = fits.or(units.last()).copied().unwrap_or((1.0, ""));
            format!("{} {unit}", three_digits(value / size))
        };
        match self {
            Self::Seconds => scaled(&[(1.0, "s"), (1e-3, "ms"), (1e-6, "\u{b5}s"), (1e-9, "ns")]),
            Self::Bytes => scaled(&[(1e6, "MB"), (1e3, "kB"), (1.0, "B")]),
            Self::Count | Self::Text => thousands(&format!("{value:.0}")),
        }
    }
}

fn three_digits(value: f64) -> String {
    let decimals = match value {
        _ if value >= 99.95 => 0,
        _ if value >= 9.995 => 1,
        _ => 2,
    };
    format!("{value:.decimals$}")
}

fn thousands(digits: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}

/// The middle one, or the mean of the two in the middle.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        length if length.is_multiple_of(2) => f64::midpoint(sorted[middle - 1], sorted[middle]),
        _ => sorted[middle],
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, Table};

    fn table(columns: &[&str], results: &[(usize, &[&str])]) -> String {
        let mut table = Table::new(columns.iter().map(|&column| column.to_owned()).collect());
        for (column, lines) in results {
            let rows = lines.iter().map(|line| Row::parse(line).unwrap());
            table.add(*column, rows.collect()).unwrap();
        }
        table.markdown().unwrap()
    }

    #[test]
    fn numbers_are_medians_with_the_median_of_their_ratios() {
        let results: [(usize, &[&str]); 6] = [
            (
                0,
                &[
                    "build\tseconds\t1",
                    "crates\tcount\t1234",
                    "size\tbytes\t354327",
                ],
            ),
            (
                1,
                &["build\tseconds\t4", "crates\tcount\t12", "size\tbytes\t0"],
            ),
            (
                1,
                &[
                    "build\tseconds\t0.004",
                    "crates\tcount\t12",
                    "size\tbytes\t0",
                ],
            ),
            (
                0,
                &[
                    "build\tseconds\t2",
                    "crates\tcount\t1234",
                    "size\tbytes\t354327",
                ],
            ),
            (
                0,
                &[
                    "build\tseconds\t4",
                    "crates\tcount\t1234",
                    "size\tbytes\t354327",
                ],
            ),
            (
                1,
                &[
                    "build\tseconds\t0.04",
                    "crates\tcount\t12",
                    "size\tbytes\t0",
                ],
            ),
        ];
        assert_eq!(
            table(&["ours", "theirs"], &results),
            "\
|        |   ours |  theirs | ratio |
| ------ | -----: | ------: | ----: |
| build  | 2.00 s | 40.0 ms |  0.01 |
| crates |  1,234 |      12 |  0.01 |
| size   | 354 kB |  0.00 B |  0.00 |
"
        );
    }

    #[test]
    fn a_transposed_table_has_a_row_for_each_subject() {
        let mut table = Table::new(["all", "few", "none"].map(str::to_owned).to_vec());
        table.is_transposed = true;
        for column in 0..3 {
            let lines = [format!("crates\tcount\t{}", 3 - column)];
            let rows = lines.iter().map(|line| Row::parse(line).unwrap());
            table.add(column, rows.collect()).unwrap();
        }
        assert_eq!(
            table.markdown().unwrap(),
            "\
|      | crates |
| ---- | -----: |
| all  |      3 |
| few  |      2 |
| none |      1 |
"
        );
    }

    #[test]
    fn texts_have_no_ratio() {
        let results: [(usize, &[&str]); 2] = [(0, &["id\ttext\tyes"]), (1, &["id\ttext\tno"])];
        assert_eq!(
            table(&["ours", "theirs"], &results),
            "\
|     | ours | theirs |
| --- | ---- | ------ |
| id  | yes  | no     |
"
        );
    }
}
