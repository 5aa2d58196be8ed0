//! Numbers, as they stand in a table.

use crate::progress;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Bytes,
    /// Calls, crates, connections.
    Count,
}

impl Unit {
    pub(super) fn show(self, value: f64) -> String {
        match self {
            Self::Count => thousands(value.round()),
            Self::Bytes => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "bytes that were counted"
                )]
                let bytes = value.round() as usize;
                progress::size(bytes)
            }
            Self::Seconds => seconds(value),
        }
    }
}

fn seconds(value: f64) -> String {
    let (value, unit) = match value {
        _ if value >= 1.0 => (value, "s"),
        _ if value >= 1e-3 => (value * 1e3, "ms"),
        _ if value >= 1e-6 => (value * 1e6, "\u{b5}s"),
        _ => (value * 1e9, "ns"),
    };
    format!("{} {unit}", three_digits(value))
}

/// As a ratio: how many times the first is the second.
pub(super) fn ratio(value: f64) -> String {
    three_digits(value)
}

fn three_digits(value: f64) -> String {
    let decimals = match value {
        _ if value >= 99.95 => 0,
        _ if value >= 9.995 => 1,
        _ => 2,
    };
    format!("{value:.decimals$}")
}

fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The middle one, or of an even number the mean of the two in the middle.
pub(super) fn median(values: &[f64]) -> f64 {
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
    use super::{Unit, median, ratio};

    #[test]
    fn numbers_have_three_digits_and_a_unit() {
        let cases = [
            (Unit::Seconds, 123.4, "123 s"),
            (Unit::Seconds, 1.0, "1.00 s"),
            (Unit::Seconds, 0.012_34, "12.3 ms"),
            (Unit::Seconds, 3.138e-6, "3.14 \u{b5}s"),
            (Unit::Seconds, 4.19e-7, "419 ns"),
            (Unit::Bytes, 354_327.0, "354.4 kB"),
            (Unit::Count, 0.0, "0"),
            (Unit::Count, 100.4, "100"),
            (Unit::Count, 12_345.0, "12,345"),
            (Unit::Count, 1_234_567.0, "1,234,567"),
        ];
        for (unit, value, shown) in cases {
            assert_eq!(unit.show(value), shown, "{value} {unit:?}");
        }
        let ratios = [
            (0.814, "0.81"),
            (2.5, "2.50"),
            (12.34, "12.3"),
            (100.0, "100"),
        ];
        for (value, shown) in ratios {
            assert_eq!(ratio(value), shown);
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        let cases: [(&[f64], f64); 4] = [
            (&[7.0], 7.0),
            (&[9.0, 1.0, 2.0], 2.0),
            (&[4.0, 1.0], 2.5),
            (&[100.0, 1.0, 2.0, 3.0], 2.5),
        ];
        for (values, middle) in cases {
            assert!((median(values) - middle).abs() < 1e-9, "{values:?}");
        }
        assert!(median(&[]).is_nan());
    }
}
