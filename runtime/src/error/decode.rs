use std::fmt;
use std::str::Utf8Error;

use serde_json::error::Category;

/// What was wrong with a body, told without quoting it.
pub(crate) enum DecodeProblem {
    /// Not JSON, or not of the expected form.
    Json {
        category: Category,
        line: usize,
        column: usize,
        /// Comes from the type, not from the body.
        missing: Option<Box<str>>,
    },
    /// More than this many bytes.
    TooLarge(usize),
    /// A page that is empty and yet not the last.
    EmptyPage,
    /// A page that is not the last, and ends with what has no id.
    NoCursor,
    /// A page that is not the last, and does not say which is next.
    NoNextPage,
    /// A page that is not the last, and ends where an earlier one did.
    Circle,
    /// An event of another kind than asked for.
    #[cfg(feature = "webhook")]
    EventKind(&'static str),
    /// An event made from another API version.
    #[cfg(feature = "webhook")]
    EventVersion,
}

impl DecodeProblem {
    /// JSON is UTF-8.
    pub(crate) fn not_utf8(body: &[u8], error: Utf8Error) -> Self {
        let valid = body.get(..error.valid_up_to()).unwrap_or_default();
        let lines = valid.split(|byte| *byte == b'\n');
        let (line, last) = lines.enumerate().last().unwrap_or_default();
        Self::Json {
            category: Category::Syntax,
            line: line + 1,
            column: last.len() + 1,
            missing: None,
        }
    }
}

impl From<serde_json::Error> for DecodeProblem {
    fn from(error: serde_json::Error) -> Self {
        // serde_json quotes the offending value in its messages; only this one
        // names a field of the type and nothing of the body.
        let message = error.to_string();
        let missing = message
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split_once('`'))
            .map(|(field, _)| field.into());
        Self::Json {
            category: error.classify(),
            line: error.line(),
            column: error.column(),
            missing,
        }
    }
}

impl fmt::Display for DecodeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json {
                category,
                line,
                column,
                missing,
            } => {
                match (category, missing) {
                    (_, Some(field)) => write!(f, "field `{field}` is missing"),
                    (Category::Eof, None) => f.write_str("JSON ends early"),
                    (Category::Data, None) => f.write_str("JSON of another form"),
                    (Category::Syntax | Category::Io, None) => f.write_str("not JSON"),
                }?;
                write!(f, " at line {line} column {column}")
            }
            Self::TooLarge(limit) => write!(f, "body of more than {limit} bytes"),
            Self::EmptyPage => f.write_str("an empty page that says there are more"),
            Self::NoCursor => {
                f.write_str("a page that says there are more, and ends with an item without an id")
            }
            Self::NoNextPage => {
                f.write_str("a page that says there are more, and does not name the next one")
            }
            Self::Circle => f.write_str(
                "a page that says there are more, and leads to where an earlier one did",
            ),
            #[cfg(feature = "webhook")]
            Self::EventKind(expected) => write!(f, "not {expected}"),
            #[cfg(feature = "webhook")]
            Self::EventVersion => {
                f.write_str("an event of an API version that these types were not made from")
            }
        }
    }
}
