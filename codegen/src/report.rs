//! What a new document changes for users of the client, in terms of Rust.
//!
//! The report compares two models and not two texts, so it cannot disagree with what is generated.

mod bump;
mod changelog;
pub(crate) mod compare;
mod group;
mod json;
mod markdown;
mod sentence;
mod text;

use serde::Serialize;

use crate::advice::quoted;
use group::Group;

pub use bump::Bump;
pub use changelog::{Entry, Section};

/// What a new document changes for users of the client: what [`diff`](crate::diff()) returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    package: String,
    old_api_version: String,
    new_api_version: String,
    crate_version: Option<String>,
    changes: Vec<Change>,
    kept_names: Vec<KeptName>,
}

/// An entry of `[names.rename]` with which a schema that has another name keeps its Rust name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptName {
    /// The key of the schema in the new document.
    pub schema: String,
    /// The Rust name of its type in the old client.
    pub name: String,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of thing changed.
    pub item: Item,
    /// How it changed.
    pub difference: Difference,
    /// The Rust path of the item from the crate's root: in the new client, or in the old one if the item was removed.
    pub path: Vec<String>,
    /// The argument of the function at `path` that the change is about.
    pub argument: Option<String>,
    /// The new field, or the fields of the new struct that Stripe sends. Each may say something of a person.
    pub new_fields: Vec<NewField>,
    /// The document that `pointer` refers to.
    pub document: Side,
    /// The place of the item in the document: a JSON Pointer that begins with `#`. A `$ref` in it means that the
    /// reference there is followed.
    pub pointer: String,
}

/// A new field, which may say something of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewField {
    /// The field's name.
    pub name: String,
    /// Whether `Debug` shows its value.
    pub shown: bool,
}

/// What a change means for users of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Impact {
    /// Code that uses the client may no longer compile, or do something else.
    Breaking,
    /// Something is new, or what is shown or sent differs. Code that uses the client still compiles.
    Additive,
    /// Only the documentation changed.
    Documentation,
}

/// One of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The document before the change.
    Old,
    /// The document after the change.
    New,
}

/// What kind of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// The crate itself.
    Crate,
    /// The constant `API_VERSION`.
    ApiVersion,
    /// A module.
    Module,
    /// A function that makes a request.
    Function,
    /// The type of a request.
    Request,
    /// An argument of a function that makes a request, or of the `new` of an object that is sent.
    Argument,
    /// What sending a request returns.
    Response,
    /// The method `paginate` of a request.
    Pages,
    /// A setter of a request, or of an object that is sent.
    Setter,
    /// An object that is sent inside a request.
    Parameters,
    /// An object that Stripe sends.
    Struct,
    /// The implementation of `Object` for an object that Stripe sends.
    Object,
    /// A field of an object that Stripe sends.
    Field,
    /// The type of an id.
    Id,
    /// An enum of strings, which may get more values.
    Enum,
    /// One string of an enum.
    Value,
    /// An enum of types.
    Union,
    /// One type of a union.
    Alternative,
    /// The paths of what requests can expand, through one object.
    Expansion,
    /// A property that such a path can go on to.
    Step,
    /// That such a path can end at a property: Stripe expands it by itself.
    End,
    /// The enum of webhook events.
    Events,
    /// One webhook event.
    Event,
}

/// How something changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It is new. Holds its type, its value or its HTTP request, if it has one.
    Added(Option<String>),
    /// It was removed. Holds its type, its value or its HTTP request, if it had one.
    Removed(Option<String>),
    /// It has another name.
    Renamed(Replacement),
    /// It is of another kind, such as a struct instead of an enum.
    Replaced(Replacement),
    /// It has another type.
    Retyped(Replacement),
    /// A field that was always present may now be absent.
    BecameOptional(Replacement),
    /// A field that could be absent is now always present.
    BecameRequired(Replacement),
    /// A setter became an argument: the parameter is now required.
    BecameArgument,
    /// An argument became a setter: the parameter is no longer required.
    BecameSetter,
    /// Its arguments are in another order.
    Reordered(Replacement),
    /// It has another value, or another name in requests and responses.
    Rewired(Replacement),
    /// It is now deprecated.
    Deprecated,
    /// It is no longer deprecated.
    Undeprecated,
    /// `Debug` now shows it.
    Shown,
    /// `Debug` no longer shows it.
    Hidden,
    /// Its documentation changed.
    Documented,
}

/// The old and the new.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replacement {
    /// Before the change.
    pub old: String,
    /// After the change.
    pub new: String,
}

impl Replacement {
    fn reversed(&self) -> Self {
        Self {
            old: self.new.clone(),
            new: self.old.clone(),
        }
    }
}

impl Difference {
    /// The difference in the other direction.
    #[must_use]
    pub fn reversed(&self) -> Self {
        match self {
            Self::Added(what) => Self::Removed(what.clone()),
            Self::Removed(what) => Self::Added(what.clone()),
            Self::Renamed(from) => Self::Renamed(from.reversed()),
            Self::Replaced(from) => Self::Replaced(from.reversed()),
            Self::Retyped(from) => Self::Retyped(from.reversed()),
            Self::BecameOptional(from) => Self::BecameRequired(from.reversed()),
            Self::BecameRequired(from) => Self::BecameOptional(from.reversed()),
            Self::BecameArgument => Self::BecameSetter,
            Self::BecameSetter => Self::BecameArgument,
            Self::Reordered(from) => Self::Reordered(from.reversed()),
            Self::Rewired(from) => Self::Rewired(from.reversed()),
            Self::Deprecated => Self::Undeprecated,
            Self::Undeprecated => Self::Deprecated,
            Self::Shown => Self::Hidden,
            Self::Hidden => Self::Shown,
            Self::Documented => Self::Documented,
        }
    }
}

impl Change {
    /// What the change means for those who use the client.
    #[must_use]
    pub fn impact(&self) -> Impact {
        match (&self.difference, self.item) {
            // Callers do not write the names of arguments.
            (Difference::Documented, _) | (Difference::Renamed(_), Item::Argument) => {
                Impact::Documentation
            }
            // A function that sends another request does something else.
            (Difference::Added(_), Item::Argument)
            | (Difference::Rewired(_), Item::Function)
            | (
                Difference::Removed(_)
                | Difference::Renamed(_)
                | Difference::Replaced(_)
                | Difference::Retyped(_)
                | Difference::BecameOptional(_)
                | Difference::BecameRequired(_)
                | Difference::BecameArgument
                | Difference::BecameSetter
                | Difference::Reordered(_),
                _,
            ) => Impact::Breaking,
            (
                Difference::Added(_)
                | Difference::Rewired(_)
                | Difference::Deprecated
                | Difference::Undeprecated
                | Difference::Shown
                | Difference::Hidden,
                _,
            ) => Impact::Additive,
        }
    }

    /// The Rust path from the crate's root: `verification_session::VerificationSession::type_`.
    #[must_use]
    pub fn what(&self) -> String {
        self.path.join("::")
    }

    /// Whether another change is the same, wherever the documents have it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let what = |of: &Self| (of.item, of.path.clone(), of.argument.clone());
        what(self) == what(other) && self.difference == other.difference
    }

    /// The document and the place in it.
    fn place(&self) -> String {
        format!("{} {}", self.document.as_str(), self.pointer)
    }

    /// The module that the item is in; empty for the crate.
    fn module(&self) -> &str {
        match self.item {
            Item::Crate | Item::ApiVersion => "",
            _ => self.path.first().map_or("", String::as_str),
        }
    }

    /// The last part of the path.
    fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Sorts functions before types, and changed types before new and removed ones.
    fn order(&self) -> impl Ord + '_ {
        let is_type = self
            .path
            .get(1)
            .is_some_and(|name| name.starts_with(|first: char| first.is_ascii_uppercase()));
        let comes_or_goes = self.path.len() == 2
            && matches!(
                self.difference,
                Difference::Added(_) | Difference::Removed(_)
            );
        (
            self.impact(),
            self.module(),
            is_type,
            comes_or_goes && is_type,
            self.path.get(1),
            self.path.len(),
            (self.item, &self.path, &self.argument),
            &self.difference,
            &self.pointer,
        )
    }
}

impl Side {
    fn as_str(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }
}

impl Report {
    /// Creates a report of the changes from one version of the API to another.
    #[doc(hidden)]
    #[must_use]
    pub fn new(
        package: impl Into<String>,
        old_api_version: impl Into<String>,
        new_api_version: impl Into<String>,
        mut changes: Vec<Change>,
    ) -> Self {
        changes.sort_by(|a, b| a.order().cmp(&b.order()));
        Self {
            package: package.into(),
            old_api_version: old_api_version.into(),
            new_api_version: new_api_version.into(),
            crate_version: None,
            changes,
            kept_names: Vec::new(),
        }
    }

    /// Adds the entries of `[names.rename]` with which schemas that have other names keep their Rust names.
    #[doc(hidden)]
    #[must_use]
    pub fn keeping(mut self, names: Vec<KeptName>) -> Self {
        self.kept_names = names;
        self
    }

    /// The entries of `[names.rename]` with which schemas that have other names keep their Rust names: with these, what
    /// is reported of the names is no change.
    #[doc(hidden)]
    #[must_use]
    pub fn kept_names(&self) -> &[KeptName] {
        &self.kept_names
    }

    /// The entries as lines of a selection, with what they are for; empty if there are none.
    fn advice_on_names(&self) -> Option<String> {
        let names = self.kept_names.iter();
        let lines = names
            .map(|KeptName { schema, name }| format!("{} = {}\n", quoted(schema), quoted(name)));
        let lines: String = lines.collect();
        (!lines.is_empty()).then(|| format!("[names.rename]\n{lines}"))
    }

    /// Sets the current version of the crate, so that the report can name the next one.
    #[must_use]
    pub fn of_version(mut self, version: impl Into<String>) -> Self {
        self.crate_version = Some(version.into());
        self
    }

    /// Removes the version of the crate.
    #[doc(hidden)]
    #[must_use]
    pub fn of_no_version(mut self) -> Self {
        self.crate_version = None;
        self
    }

    /// The name of the new package.
    #[must_use]
    pub fn package(&self) -> &str {
        &self.package
    }

    /// The changes: breaking ones first, then additive ones, then those of the documentation.
    #[doc(hidden)]
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether there are no changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn count(&self, impact: Impact) -> usize {
        let of_impact = self
            .changes
            .iter()
            .filter(|change| change.impact() == impact);
        of_impact.count()
    }

    /// The part of a version that the changes raise.
    #[doc(hidden)]
    #[must_use]
    pub fn bump(&self) -> Bump {
        let impact = self.changes.iter().map(Change::impact).min();
        impact.map_or(Bump::None, |impact| match impact {
            Impact::Breaking => Bump::Major,
            Impact::Additive => Bump::Minor,
            Impact::Documentation => Bump::Patch,
        })
    }

    /// The version that follows `current`. Before 1.0, breaking changes raise the second number and all others the
    /// third. `None` if `current` is not a version.
    #[must_use]
    pub fn next_version(&self, current: &str) -> Option<String> {
        self.bump().apply(current)
    }
}

const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Additive, Impact::Documentation];

impl Impact {
    fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Documentation => "documentation",
        }
    }
}
