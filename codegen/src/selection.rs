//! What of a document becomes the client, and the little that the document cannot say.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::Input;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A selection file, read and with a count of which entries matched.
#[derive(Debug)]
pub struct Selection<'a> {
    name: &'a str,
    text: &'a str,
    lines: Lines,
    pub(crate) crate_: Crate,
    all: bool,
    paths: Vec<Entry>,
    operations: Vec<Entry>,
    cut: Vec<Entry>,
    strip_prefixes: Vec<Entry>,
    rename: BTreeMap<String, (Entry, String)>,
    public: Vec<Entry>,
    events: Option<Events>,
}

/// The webhook events that get types.
#[derive(Debug)]
pub(crate) struct Events {
    /// The name of their enum.
    pub(crate) name: String,
    types: Vec<Entry>,
}

/// How the generated crate is called.
#[derive(Clone, Debug)]
pub(crate) struct Crate {
    /// The package's name, which the examples in the documentation import.
    pub(crate) name: String,
    /// What the product is called in prose.
    pub(crate) title: String,
    /// The file with the guide of the front page, from the folder of the selection.
    pub(crate) guide: Option<String>,
}

/// On which lines single values stand; the first, where the file does not have them.
#[derive(Debug)]
struct Lines {
    all: usize,
    name: usize,
    title: usize,
    guide: usize,
    events: usize,
}

/// One entry of the file: it must match something.
#[derive(Debug)]
pub(crate) struct Entry {
    value: String,
    line: usize,
    what: &'static str,
    matched: Cell<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "crate")]
    crate_: CrateTable,
    all: Option<Spanned<bool>>,
    #[serde(default)]
    paths: Vec<Spanned<String>>,
    #[serde(default)]
    operations: Vec<Spanned<String>>,
    #[serde(default)]
    cut: Vec<Spanned<String>>,
    #[serde(default)]
    names: Names,
    #[serde(default)]
    debug: Debug,
    events: Option<EventsTable>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CrateTable {
    name: Option<Spanned<String>>,
    title: Option<Spanned<String>>,
    guide: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventsTable {
    name: Spanned<String>,
    types: Vec<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    #[serde(default)]
    strip_prefixes: Vec<Spanned<String>>,
    #[serde(default)]
    rename: BTreeMap<Spanned<String>, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Debug {
    #[serde(default)]
    public: Vec<Spanned<String>>,
}

impl From<CrateTable> for Crate {
    fn from(table: CrateTable) -> Self {
        let or = |given: Option<Spanned<String>>, default: &str| {
            given.map_or_else(|| default.to_owned(), Spanned::into_inner)
        };
        Self {
            name: or(table.name, "stripe-client"),
            title: or(table.title, "Stripe"),
            guide: table.guide.map(Spanned::into_inner),
        }
    }
}

impl<'a> Selection<'a> {
    /// Reads a selection file.
    ///
    /// # Errors
    ///
    /// When the text is no TOML, or not of a selection's form.
    pub fn parse(input: Input<'a>) -> Result<Self, Diagnostics> {
        let name = input.name;
        let text = std::str::from_utf8(input.bytes).map_err(|error| {
            Diagnostic::new(
                format!("{name}, byte {}", error.valid_up_to()),
                "the selection is not UTF-8",
            )
            .help("save it as UTF-8")
        })?;
        let file: File = toml::from_str(text).map_err(|error| {
            let location = format!("{name}:{}", error.span().map_or(1, |span| line(text, span.start)));
            Diagnostic::new(location, format!("broken selection: {}", error.message().trim_end()))
                .help("a selection is TOML with `all`, `paths`, `operations`, `cut`, `[crate]`, `[names]`, `[debug]` and `[events]`")
        })?;
        let entry = |what: &'static str| {
            move |value: Spanned<String>| Entry {
                line: line(text, value.span().start),
                value: value.into_inner(),
                what,
                matched: Cell::new(false),
            }
        };
        let entries = |what, values: Vec<Spanned<String>>| {
            values.into_iter().map(entry(what)).collect::<Vec<_>>()
        };
        let rename = file.names.rename.into_iter().map(|(from, to)| {
            let from = entry("names.rename")(from);
            (from.value.clone(), (from, to))
        });
        let at =
            |span: Option<std::ops::Range<usize>>| span.map_or(1, |span| line(text, span.start));
        let lines = Lines {
            all: at(file.all.as_ref().map(Spanned::span)),
            name: at(file.crate_.name.as_ref().map(Spanned::span)),
            title: at(file.crate_.title.as_ref().map(Spanned::span)),
            guide: at(file.crate_.guide.as_ref().map(Spanned::span)),
            events: at(file.events.as_ref().map(|events| events.name.span())),
        };
        let selection = Self {
            name,
            text,
            lines,
            crate_: file.crate_.into(),
            all: file.all.is_some_and(Spanned::into_inner),
            paths: entries("paths", file.paths),
            operations: entries("operations", file.operations),
            cut: entries("cut", file.cut),
            strip_prefixes: entries("names.strip_prefixes", file.names.strip_prefixes),
            rename: rename.collect(),
            public: entries("debug.public", file.debug.public),
            events: file.events.map(|events| Events {
                name: events.name.into_inner(),
                types: entries(EVENT_TYPES, events.types),
            }),
        };
        selection.check()?;
        Ok(selection)
    }

    fn check(&self) -> Result<(), Diagnostics> {
        let mut diagnostics = Vec::new();
        let at = |line: usize| format!("{}:{line}", self.name);
        if !self.all && self.paths.is_empty() && self.operations.is_empty() {
            diagnostics.push(
                Diagnostic::new(at(1), "the selection selects nothing")
                    .help("add `paths = [\"/v1/…\"]`, `operations = [\"…\"]` or `all = true`"),
            );
        }
        if self.all && !(self.paths.is_empty() && self.operations.is_empty()) {
            diagnostics.push(
                Diagnostic::new(
                    at(self.lines.all),
                    "`all = true` stands beside `paths` or `operations`",
                )
                .help("keep one of them: `all` selects every operation already"),
            );
        }
        let package = &self.crate_.name;
        let is_package_name = package.starts_with(|c: char| c.is_ascii_lowercase())
            && package
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
        if !is_package_name {
            diagnostics.push(
                Diagnostic::new(
                    at(self.lines.name),
                    format!("`crate.name` is {package:?}, which is no package name"),
                )
                .help("use lower-case letters, digits and hyphens, as in `stripe-identity`"),
            );
        }
        let title = &self.crate_.title;
        let is_title = title.starts_with(char::is_alphanumeric)
            && title
                .chars()
                .all(|c| c.is_alphanumeric() || " '&+,-./:".contains(c));
        if !is_title {
            diagnostics.push(
                Diagnostic::new(
                    at(self.lines.title),
                    format!("`crate.title` is {title:?}, which cannot stand in prose"),
                )
                .help("use letters, digits and spaces, as in `Stripe Identity`"),
            );
        }
        if let Some(guide) = &self.crate_.guide
            && !is_markdown_path(guide)
        {
            diagnostics.push(
                Diagnostic::new(
                    at(self.lines.guide),
                    format!("`crate.guide` is {guide:?}, which is no path of a Markdown file"),
                )
                .help("write a path from the folder of the selection, as in `guide.md`"),
            );
        }
        for (from, to) in self.rename.values() {
            if !crate::names::is_type_name(to) {
                diagnostics.push(
                    Diagnostic::new(at(from.line), format!("{to:?} is no name for a type"))
                        .help("use UpperCamelCase letters and digits that are no Rust keyword"),
                );
            }
        }
        if let Some(events) = &self.events
            && !crate::names::is_type_name(&events.name)
        {
            diagnostics.push(
                Diagnostic::new(
                    at(self.lines.events),
                    format!("{:?} is no name for a type", events.name),
                )
                .help(
                    "give `events.name` UpperCamelCase letters and digits, as in `IdentityEvent`",
                ),
            );
        }
        for entry in self.events.iter().flat_map(|events| &events.types) {
            // It is shown in documentation.
            if !entry.value.chars().all(|c| c.is_ascii_graphic()) {
                diagnostics.push(
                    Diagnostic::new(
                        at(entry.line),
                        format!("{:?} is no type of an event", entry.value),
                    )
                    .help("write visible ASCII characters, as in `charge.succeeded`"),
                );
            }
        }
        Diagnostics::check(diagnostics)
    }

    /// The name of the enum of events.
    pub(crate) fn events(&self) -> Option<&Events> {
        self.events.as_ref()
    }

    /// The types of events, each with its place in the selection.
    pub(crate) fn event_types(&self) -> impl Iterator<Item = (&str, String)> {
        let entries = self.events.iter().flat_map(|events| &events.types);
        entries.map(|entry| {
            (
                entry.value.as_str(),
                format!("{}:{}", self.name, entry.line),
            )
        })
    }

    /// Marks a type of event as one that there is.
    pub(crate) fn match_event(&self, wire: &str) {
        if let Some(events) = &self.events {
            mark(&events.types, |entry| entry == wire);
        }
    }

    /// Whether anything of a path may be selected, as far as the path alone tells.
    pub(crate) fn may_select(&self, path: &str) -> bool {
        self.all
            || !self.operations.is_empty()
            || self.paths.iter().any(|entry| is_below(path, &entry.value))
    }

    /// Whether an operation is selected.
    pub(crate) fn selects(&self, path: &str, operation_id: Option<&str>) -> bool {
        // Every entry that matches is marked, not only the first.
        let by_path = mark(&self.paths, |entry| is_below(path, entry));
        let by_id = mark(&self.operations, |entry| operation_id == Some(entry));
        self.all || by_path || by_id
    }

    /// Whether references to a component schema are cut.
    pub(crate) fn cuts(&self, schema: &str) -> bool {
        mark(&self.cut, |entry| entry == schema)
    }

    /// A component's key without the prefixes that are no part of its name; the longest goes first.
    pub(crate) fn strip<'k>(&self, key: &'k str) -> &'k str {
        let stripped = self.strip_prefixes.iter().filter(|entry| {
            let matches = key.len() > entry.value.len() && key.starts_with(&entry.value);
            entry.matched.set(entry.matched.get() || matches);
            matches
        });
        let longest = stripped.map(|entry| entry.value.len()).max().unwrap_or(0);
        &key[longest..]
    }

    /// The name that the selection gives to the type at a place such as
    /// `identity.verification_session.type`.
    pub(crate) fn renamed(&self, place: &str) -> Option<&str> {
        self.rename.get(place).map(|(entry, to)| {
            entry.matched.set(true);
            to.as_str()
        })
    }

    /// Whether `Debug` shows the property at a place such as `address.country`.
    pub(crate) fn is_public(&self, place: &str) -> bool {
        mark(&self.public, |entry| entry == place)
    }

    /// The entries that matched nothing, of those that `stage` looks at.
    pub(crate) fn unmatched(&self, stage: Stage) -> impl Iterator<Item = &Entry> {
        self.entries()
            .filter(move |(of, entry)| *of == stage && !entry.matched.get())
            .map(|(_, entry)| entry)
    }

    /// Whether an entry of another selection stands here, too, and has matched.
    pub(crate) fn matches(&self, other: &Entry) -> bool {
        self.entries().any(|(_, entry)| {
            entry.matched.get() && entry.what == other.what && entry.value == other.value
        })
    }

    fn entries(&self) -> impl Iterator<Item = (Stage, &Entry)> {
        let selecting = self.paths.iter().chain(&self.operations).chain(&self.cut);
        let lowering = self
            .strip_prefixes
            .iter()
            .chain(self.rename.values().map(|(entry, _)| entry))
            .chain(&self.public)
            .chain(self.events.iter().flat_map(|events| &events.types));
        selecting
            .map(|entry| (Stage::Select, entry))
            .chain(lowering.map(|entry| (Stage::Lower, entry)))
    }

    /// The message for an entry that matched nothing in the document.
    pub(crate) fn mismatch(&self, entry: &Entry, document: &str) -> Diagnostic {
        let place = format!("{}:{}", self.name, entry.line);
        if entry.what == EVENT_TYPES {
            return Diagnostic::new(
                place,
                format!("`{}` is an event of nothing that is selected", entry.value),
            )
            .help("its type is the key of a selected resource, a dot, and what happened");
        }
        let line = self.text.lines().nth(entry.line - 1).unwrap_or_default();
        Diagnostic::new(
            place,
            format!(
                "`{}` in `{}` matches nothing in {document}",
                entry.value, entry.what
            ),
        )
        .note(format!("the line: {}", line.trim()))
        .help(entry.advice())
    }
}

/// What messages call the types of events.
const EVENT_TYPES: &str = "events.types";

/// Which stage looks at an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Select,
    Lower,
}

impl Entry {
    fn advice(&self) -> &'static str {
        match self.what {
            "paths" => {
                "remove it, or write a prefix of a path of the document, whole segments, as in `/v1/identity/`"
            }
            "operations" => "remove it, or write an `operationId` of the document",
            "cut" => {
                "remove it, or write the key of a component schema that the selected operations reach"
            }
            "names.strip_prefixes" => {
                "remove it, or write a prefix of the key of a selected component schema"
            }
            _ => {
                "remove it, or write a component's key and a property's name, as in `address.country`"
            }
        }
    }
}

/// Whether a path is one of a Markdown file, in the folder that it is from or below it.
fn is_markdown_path(path: &str) -> bool {
    let is_plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    path.strip_suffix(".md")
        .is_some_and(|stem| stem.split('/').all(is_plain))
}

/// Whether a path is the prefix itself, or below it by whole segments.
fn is_below(path: &str, prefix: &str) -> bool {
    let prefix = prefix.trim_end_matches('/');
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn mark(entries: &[Entry], matches: impl Fn(&str) -> bool) -> bool {
    let mut any = false;
    for entry in entries {
        if matches(&entry.value) {
            entry.matched.set(true);
            any = true;
        }
    }
    any
}

fn line(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}
