//! Mutations of a text, whatever it says: what comes out may be no JSON, no YAML, no TOML, and no UTF-8.

use super::random::Random;
use super::words::{NAMES, NUMBERS, PROSE};

/// One mutation, and what it was.
pub(super) fn mutate(text: &mut Vec<u8>, random: &mut Random) -> String {
    let at = random.below(text.len());
    let near = |random: &mut Random| (at + random.below(40)).min(at.max(1));
    let what = match random.below(10) {
        0 => {
            text.truncate(at);
            "truncated"
        }
        1 => {
            let end = (at + random.below(200)).min(text.len());
            text.drain(at..end);
            "cut out"
        }
        2 => {
            let end = (at + random.below(200)).min(text.len());
            let again = text[at..end].to_vec();
            text.splice(at..at, again);
            "doubled"
        }
        3 => {
            if let Some(byte) = text.get_mut(at) {
                *byte = u8::try_from(random.below(256)).unwrap_or(0);
            }
            "a byte changed"
        }
        4 => {
            insert(text, at, random.pick(NAMES));
            "a name put in"
        }
        5 => {
            insert(text, at, random.pick(PROSE));
            "prose put in"
        }
        6 => {
            let mark = random.pick(&[
                "{", "}", "[", "]", ",", ":", "\"", "\\", "&a ", "*a", "!t ", "---\n", "- ",
                "\u{0}", "\n", "#", "'", "|", "<<: ",
            ]);
            insert(text, at, mark);
            "a mark put in"
        }
        7 => {
            let line = line(text, near(random));
            let again = text[line.clone()].to_vec();
            text.splice(line.end..line.end, again);
            "a line doubled"
        }
        8 => {
            let line = line(text, at);
            text.drain(line);
            "a line left out"
        }
        _ => {
            let start = text[at..].iter().position(u8::is_ascii_digit);
            if let Some(start) = start {
                let number = random.pick(NUMBERS).as_bytes().to_vec();
                text.splice(at + start..=at + start, number);
            }
            "another number"
        }
    };
    format!("{what} at byte {at}")
}

fn insert(text: &mut Vec<u8>, at: usize, what: &str) {
    text.splice(at..at, what.bytes());
}

/// The line around a byte, with its end.
fn line(text: &[u8], at: usize) -> std::ops::Range<usize> {
    let at = at.min(text.len());
    let start = text[..at]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |index| index + 1);
    let end = text[at..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(text.len(), |index| at + index + 1);
    start..end
}
