//! What of a document becomes the client, and the little that the document cannot say.

mod check;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use crate::Input;
use crate::advice::{Advice, listed, named, quoted};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// A selection file.
#[derive(Clone, Debug)]
pub(crate) struct Selection<'a> {
    name: &'a str,
    lines: Lines,
    pub(crate) crate_: Crate,
    all: bool,
    /// The name of the enum of webhook events.
    pub(crate) events: Option<String>,
    entries: Vec<Entry>,
}

/// One entry of the file. It must match something in the document.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    table: Table,
    value: String,
    /// The new name, under `names.rename`; the module, under `names.modules`; the status, under `outcomes`; or the
    /// text, under `notes`.
    to: Option<String>,
    line: usize,
}

/// The table or array that an entry stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Table {
    Paths,
    Operations,
    Without,
    Cut,
    StripPrefixes,
    Modules,
    Rename,
    Public,
    Hidden,
    WhenExpanded,
    RestrictedKeys,
    EventTypes,
    Outcomes,
    Notes,
}

/// A status after which nothing more happens to a resource, unless somebody acts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FinalStatus<'a> {
    /// `identity.verification_session.status`.
    pub(crate) place: &'a str,
    pub(crate) status: &'a str,
    /// A property that has to be there as well.
    pub(crate) condition: Option<&'a str>,
    index: usize,
}

/// Which entries of a selection matched something, by their index.
#[derive(Clone, Debug, Default)]
pub(crate) struct Used(BTreeSet<usize>);

impl Used {
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
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
#[derive(Clone, Debug)]
struct Lines {
    all: usize,
    name: usize,
    title: usize,
    guide: usize,
    events: usize,
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
    without: Vec<Spanned<String>>,
    #[serde(default)]
    cut: Vec<Spanned<String>>,
    #[serde(default)]
    names: Names,
    #[serde(default)]
    debug: Debug,
    #[serde(default)]
    sent: Sent,
    events: Option<EventsTable>,
    #[serde(default)]
    outcomes: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    notes: BTreeMap<Spanned<String>, String>,
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
    modules: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    rename: BTreeMap<Spanned<String>, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Debug {
    #[serde(default)]
    public: Vec<Spanned<String>>,
    #[serde(default)]
    hidden: Vec<Spanned<String>>,
}

/// Properties of responses that Stripe does not always send.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    #[serde(default)]
    when_expanded: Vec<Spanned<String>>,
    #[serde(default)]
    to_restricted_keys: Vec<Spanned<String>>,
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
    pub(crate) fn parse(input: Input<'a>) -> Result<Self, Diagnostics> {
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
            let message = error.message().trim_end();
            let help = if message.starts_with("duplicate key") {
                "TOML has each array and each table once: put the entry into the one that is there"
            } else {
                "a selection is TOML with `all`, `paths`, `operations`, `without`, `cut`, `[crate]`, `[names]`, `[debug]`, `[sent]`, `[events]`, `[outcomes]` and `[notes]`"
            };
            Diagnostic::new(location, format!("broken selection: {message}")).help(help)
        })?;
        let mut entries = Vec::new();
        let mut add = |table, value: Spanned<String>, to| {
            entries.push(Entry {
                table,
                line: line(text, value.span().start),
                value: value.into_inner(),
                to,
            });
        };
        let (events, event_types) = match file.events {
            Some(events) => (Some(events.name), events.types),
            None => (None, Vec::new()),
        };
        for (table, values) in [
            (Table::Paths, file.paths),
            (Table::Operations, file.operations),
            (Table::Without, file.without),
            (Table::Cut, file.cut),
            (Table::StripPrefixes, file.names.strip_prefixes),
            (Table::Public, file.debug.public),
            (Table::Hidden, file.debug.hidden),
            (Table::WhenExpanded, file.sent.when_expanded),
            (Table::RestrictedKeys, file.sent.to_restricted_keys),
            (Table::EventTypes, event_types),
        ] {
            for value in values {
                add(table, value, None);
            }
        }
        for (table, names) in [
            (Table::Modules, file.names.modules),
            (Table::Rename, file.names.rename),
            (Table::Notes, file.notes),
        ] {
            for (place, name) in names {
                add(table, place, Some(name));
            }
        }
        for (place, statuses) in file.outcomes {
            for status in statuses {
                add(Table::Outcomes, place.clone(), Some(status));
            }
        }
        let at =
            |span: Option<std::ops::Range<usize>>| span.map_or(1, |span| line(text, span.start));
        let lines = Lines {
            all: at(file.all.as_ref().map(Spanned::span)),
            name: at(file.crate_.name.as_ref().map(Spanned::span)),
            title: at(file.crate_.title.as_ref().map(Spanned::span)),
            guide: at(file.crate_.guide.as_ref().map(Spanned::span)),
            events: at(events.as_ref().map(Spanned::span)),
        };
        let selection = Self {
            name,
            lines,
            crate_: file.crate_.into(),
            all: file.all.is_some_and(Spanned::into_inner),
            events: events.map(Spanned::into_inner),
            entries,
        };
        selection.check()?;
        Ok(selection)
    }

    fn of(&self, table: Table) -> impl Iterator<Item = &Entry> {
        self.entries
            .iter()
            .filter(move |entry| entry.table == table)
    }

    fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.name)
    }

    /// The entries of a table that match; all of them are used, not only the first.
    fn matching(
        &self,
        table: Table,
        matches: impl Fn(&str) -> bool,
        used: &mut Used,
    ) -> Vec<&Entry> {
        let entries = self.entries.iter().enumerate();
        let found = entries.filter(|(_, entry)| entry.table == table && matches(&entry.value));
        found
            .map(|(index, entry)| {
                used.0.insert(index);
                entry
            })
            .collect()
    }

    /// Whether everything is selected.
    pub(crate) fn selects_all(&self) -> bool {
        self.all
    }

    /// This selection with more schemas cut.
    pub(crate) fn cutting(&self, schemas: &[&str]) -> Self {
        let mut cutting = self.clone();
        cutting.entries.extend(schemas.iter().map(|schema| Entry {
            table: Table::Cut,
            value: (*schema).to_owned(),
            to: None,
            line: 1,
        }));
        cutting
    }

    /// The types of webhook events, each with its place in the selection.
    pub(crate) fn event_types(&self) -> impl Iterator<Item = (&str, String)> {
        self.of(Table::EventTypes)
            .map(|entry| (entry.value.as_str(), self.place(entry.line)))
    }

    /// Notes that a type of event is one of something that is selected.
    pub(crate) fn use_event_type(&self, wire: &str, used: &mut Used) {
        self.matching(Table::EventTypes, |entry| entry == wire, used);
    }

    /// Whether anything of a path may be selected, as far as the path alone tells.
    pub(crate) fn may_select(&self, path: &str) -> bool {
        self.all
            || self.of(Table::Operations).next().is_some()
            || self
                .of(Table::Paths)
                .any(|entry| is_below(path, &entry.value))
    }

    /// Whether an operation is selected.
    pub(crate) fn selects(
        &self,
        path: &str,
        method: &str,
        id: Option<&str>,
        used: &mut Used,
    ) -> bool {
        let by_path = self.matching(Table::Paths, |entry| is_below(path, entry), used);
        let is_it = |entry: &str| is_operation(entry, path, method, id);
        let by_id = self.matching(Table::Operations, is_it, used);
        let is_selected = self.all || !by_path.is_empty() || !by_id.is_empty();
        is_selected && !self.leaves_out(path, method, id, used)
    }

    /// Whether an operation is left out, be it selected or not.
    pub(crate) fn leaves_out(
        &self,
        path: &str,
        method: &str,
        id: Option<&str>,
        used: &mut Used,
    ) -> bool {
        let matches = |entry: &str| {
            let by_path = entry.starts_with('/') && is_below(path, entry);
            by_path || is_operation(entry, path, method, id)
        };
        !self.matching(Table::Without, matches, used).is_empty()
    }

    /// Whether references to a component schema are cut.
    pub(crate) fn cuts(&self, schema: &str, used: &mut Used) -> bool {
        self.lists(Table::Cut, schema, used)
    }

    /// A component's key without the prefixes that are no part of its name; the longest goes first.
    pub(crate) fn strip<'k>(&self, key: &'k str, used: &mut Used) -> &'k str {
        let is_prefix = |entry: &str| key.len() > entry.len() && key.starts_with(entry);
        let prefixes = self.matching(Table::StripPrefixes, is_prefix, used);
        let longest = prefixes.iter().map(|entry| entry.value.len()).max();
        &key[longest.unwrap_or(0)..]
    }

    /// The module that the selection gives to a component. Of several patterns that match, the longest counts.
    pub(crate) fn module(&self, key: &str, used: &mut Used) -> Option<&str> {
        let entries = self.matching(Table::Modules, |entry| is_like(key, entry), used);
        let entry = entries.iter().max_by_key(|entry| entry.value.len());
        entry?.to.as_deref()
    }

    /// The name that the selection gives to the type at a place such as `identity.verification_session.type`.
    pub(crate) fn renamed(&self, place: &str, used: &mut Used) -> Option<&str> {
        let entries = self.matching(Table::Rename, |entry| entry == place, used);
        entries.first()?.to.as_deref()
    }

    /// Whether a table lists a place.
    fn lists(&self, table: Table, place: &str, used: &mut Used) -> bool {
        let entries = self.matching(table, |entry| entry == place, used);
        !entries.is_empty()
    }

    /// Whether `Debug` shows the property at a place such as `address.country`.
    pub(crate) fn is_public(&self, place: &str, used: &mut Used) -> bool {
        self.lists(Table::Public, place, used)
    }

    /// Whether `Debug` hides the property at a place, whatever its type is.
    pub(crate) fn is_hidden(&self, place: &str, used: &mut Used) -> bool {
        self.lists(Table::Hidden, place, used)
    }

    /// Whether Stripe sends the property at a place only if the request expands it.
    pub(crate) fn is_sent_when_expanded(&self, place: &str, used: &mut Used) -> bool {
        self.lists(Table::WhenExpanded, place, used)
    }

    /// Whether Stripe sends the property at a place only to a restricted key.
    pub(crate) fn is_sent_to_restricted_keys(&self, place: &str, used: &mut Used) -> bool {
        self.lists(Table::RestrictedKeys, place, used)
    }

    /// What the documentation says of the property at a place beside Stripe's own words.
    pub(crate) fn note(&self, place: &str, used: &mut Used) -> Option<&str> {
        let entries = self.matching(Table::Notes, |entry| entry == place, used);
        entries.first()?.to.as_deref()
    }

    /// The statuses after which nothing more happens, by the place of the property that has them.
    pub(crate) fn outcomes(&self) -> Vec<FinalStatus<'_>> {
        let entries = self.entries.iter().enumerate();
        let outcomes = entries.filter(|(_, entry)| entry.table == Table::Outcomes);
        outcomes
            .map(|(index, entry)| {
                let text = entry.to.as_deref().unwrap_or_default();
                let (status, condition) = match text.split_once(" if ") {
                    Some((status, condition)) => (status, Some(condition)),
                    None => (text, None),
                };
                FinalStatus {
                    place: &entry.value,
                    status,
                    condition,
                    index,
                }
            })
            .collect()
    }

    /// Notes that a final status is one of something that is selected.
    pub(crate) fn use_outcome(outcome: &FinalStatus<'_>, used: &mut Used) {
        used.0.insert(outcome.index);
    }

    /// The entries that matched nothing, of those that `stage` looks at.
    pub(crate) fn unused<'s>(
        &'s self,
        stage: Stage,
        used: &'s Used,
    ) -> impl Iterator<Item = &'s Entry> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(move |(index, entry)| entry.table.stage() == stage && !used.0.contains(index))
            .map(|(_, entry)| entry)
    }

    /// Whether an entry of another selection stands here, too, and has matched something.
    pub(crate) fn uses(&self, other: &Entry, used: &Used) -> bool {
        used.0
            .iter()
            .filter_map(|index| self.entries.get(*index))
            .any(|entry| {
                entry.table == other.table
                    && entry.value == other.value
                    && (entry.table != Table::Outcomes || entry.to == other.to)
            })
    }

    /// The message for an entry that matched nothing in the document.
    pub(crate) fn mismatch(&self, entry: &Entry, document: &str) -> Diagnostic {
        let (value, place) = (&entry.value, self.place(entry.line));
        let remove = Advice::Remove(entry.toml());
        if entry.table == Table::EventTypes {
            return Diagnostic::new(
                place,
                format!("`{value}` is not an event of a selected resource"),
            )
            .help("its type is the key of a selected resource, a dot, and what happened")
            .advise(remove);
        }
        if entry.table == Table::Outcomes {
            let status = entry.to.as_deref().unwrap_or_default();
            return Diagnostic::new(
                place,
                format!("`{status}` of `{value}` in `outcomes` matches nothing in {document}"),
            )
            .help(
                "write a resource's key and its status, and values of that, as in \
                 `\"identity.verification_session.status\" = [\"verified\", \"requires_input if last_error\"]`; \
                 the status must be required, and a property behind `if` optional",
            )
            .advise(remove);
        }
        let (name, help) = entry.table.name_and_advice();
        Diagnostic::new(
            place,
            format!("`{value}` in `{name}` matches nothing in {document}"),
        )
        .help(help)
        .advise(remove)
    }
}

impl Entry {
    /// The entry by itself.
    fn toml(&self) -> String {
        let (name, _) = self.table.name_and_advice();
        match (&self.to, self.table) {
            (Some(status), Table::Outcomes) => {
                let place = quoted(&self.value);
                format!("[{name}]\n{place} = [{}]", quoted(status))
            }
            (Some(to), _) => named(name, &self.value, to),
            (None, _) => listed(name, &[&self.value]),
        }
    }
}

/// Which stage looks at an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Select,
    Lower,
}

impl Table {
    fn stage(self) -> Stage {
        match self {
            Self::Paths | Self::Operations | Self::Without | Self::Cut => Stage::Select,
            Self::StripPrefixes
            | Self::Modules
            | Self::Rename
            | Self::Public
            | Self::Hidden
            | Self::WhenExpanded
            | Self::RestrictedKeys
            | Self::EventTypes
            | Self::Outcomes
            | Self::Notes => Stage::Lower,
        }
    }

    /// What the file calls it, and what to do with an entry that matches nothing.
    fn name_and_advice(self) -> (&'static str, &'static str) {
        const PLACE: &str =
            "write a component's key and a property's name, as in `address.country`";
        match self {
            Self::Paths => (
                "paths",
                "write a prefix of a path of the document, whole segments, as in `/v1/identity/`",
            ),
            Self::Operations => ("operations", "write an `operationId` of the document"),
            Self::Without => (
                "without",
                "write the path or the `operationId` of an operation of the document",
            ),
            Self::Cut => (
                "cut",
                "write the key of a component schema that the selected operations reach",
            ),
            Self::StripPrefixes => (
                "names.strip_prefixes",
                "write a prefix of the key of a selected component schema",
            ),
            Self::Modules => (
                "names.modules",
                "write the key of a selected component schema, with `*` for any text, as in `gelato_*`",
            ),
            Self::Rename => ("names.rename", PLACE),
            Self::Public => ("debug.public", PLACE),
            Self::Hidden => ("debug.hidden", PLACE),
            Self::WhenExpanded => ("sent.when_expanded", PLACE),
            Self::RestrictedKeys => ("sent.to_restricted_keys", PLACE),
            Self::EventTypes => ("events.types", PLACE),
            Self::Outcomes => ("outcomes", PLACE),
            Self::Notes => ("notes", PLACE),
        }
    }
}

/// Whether a path is the prefix itself, or below it by whole segments.
fn is_below(path: &str, prefix: &str) -> bool {
    let prefix = prefix.trim_end_matches('/');
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a key is like a pattern, in which `*` stands for any text.
fn is_like(key: &str, pattern: &str) -> bool {
    let Some((beginning, rest)) = pattern.split_once('*') else {
        return key == pattern;
    };
    let Some(mut key) = key.strip_prefix(beginning) else {
        return false;
    };
    let (between, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in between.split('*') {
        let Some(at) = key.find(part) else {
            return false;
        };
        key = &key[at + part.len()..];
    }
    key.ends_with(end)
}

/// Whether an entry names an operation: by its id, or, since it may have none, as `get /v1/charges`.
fn is_operation(entry: &str, path: &str, method: &str, id: Option<&str>) -> bool {
    let by_place = || entry.split_once(' ') == Some((method, path));
    id == Some(entry) || by_place()
}

fn line(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}
