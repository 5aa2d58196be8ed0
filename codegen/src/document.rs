//! The first stage: reads the outline of a document, and its parts when they are asked for.
//!
//! Stripe's document has about 5 MB, and a selection needs a few percent of it. The text is scanned once; only the
//! paths and components that are selected become values.

mod json;
mod unreadable;
mod yaml;

pub(crate) use json::kind;

use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::Input;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pointer::Pointer;

/// An OpenAPI 3.0 document, whose parts are read lazily.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// The name that messages give it.
    pub(crate) name: &'a str,
    /// The members of the root except `paths` and `components`, in order.
    root: IndexMap<String, Part<'a>>,
    paths: IndexMap<String, Part<'a>>,
    /// By section (`schemas`, `securitySchemes` …).
    components: IndexMap<String, IndexMap<String, Part<'a>>>,
    /// The names of all members of the root, in order.
    order: Vec<String>,
}

/// A part of the document that is not read yet.
#[derive(Debug)]
enum Part<'a> {
    Json(&'a RawValue),
    Yaml(serde_yaml::Value),
}

/// The members of an object, unread.
type Parts<'a> = IndexMap<String, Part<'a>>;

/// The parts of a document, before anything is known about their meaning.
#[derive(Debug, Default)]
struct Outline<'a> {
    root: Parts<'a>,
    paths: Option<Parts<'a>>,
    components: Option<IndexMap<String, Parts<'a>>>,
    order: Vec<String>,
}

impl<'a> Document<'a> {
    /// Reads the outline of a JSON or YAML document.
    ///
    /// # Errors
    ///
    /// If the text is not UTF-8, is neither JSON nor YAML, or is not an OpenAPI 3.0 document.
    pub(crate) fn parse(input: Input<'a>) -> Result<Self, Diagnostics> {
        let text = unreadable::text(input)?;
        let outline = if text.trim_start().starts_with('{') {
            json::outline(input.name, text)?
        } else {
            yaml::outline(input.name, text)?
        };
        Self::from_outline(input.name, outline)
    }

    fn from_outline(name: &'a str, outline: Outline<'a>) -> Result<Self, Diagnostics> {
        let at = |pointer: &Pointer| format!("{name}{pointer}");
        let root = Pointer::root();
        let Some(version) = outline.root.get("openapi") else {
            let found = match outline.root.get("swagger") {
                Some(_) => "the root has a member `swagger`, which means OpenAPI 2",
                None => "the root has no member `openapi`",
            };
            return Err(
                Diagnostic::new(at(&root), "this is not an OpenAPI 3.0 document")
                    .note(found)
                    .help("pass Stripe's `openapi.spec3.json` or `spec3.yaml`")
                    .into(),
            );
        };
        let version = version.value(name, &root.join("openapi"))?;
        if !version
            .as_str()
            .is_some_and(|version| version == "3.0" || version.starts_with("3.0."))
        {
            return Err(Diagnostic::new(
                at(&root.join("openapi")),
                "this is not an OpenAPI 3.0 document",
            )
            .note(format!("`openapi` is {version}"))
            .help(
                "only OpenAPI 3.0 is supported: `nullable`, `type` and `$ref` mean something else in 3.1",
            )
            .into());
        }
        let Some(paths) = outline.paths else {
            return Err(Diagnostic::new(at(&root), "the document has no `paths`")
                .help("check that the file is complete")
                .into());
        };
        Ok(Self {
            name,
            root: outline.root,
            paths,
            components: outline.components.unwrap_or_default(),
            order: outline.order,
        })
    }

    /// The names of the members of the root, in order.
    pub(crate) fn order(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    /// A member of the root other than `paths` and `components`.
    pub(crate) fn root(&self, key: &str) -> Result<Option<Value>, Diagnostic> {
        let pointer = Pointer::root().join(key);
        self.root
            .get(key)
            .map(|part| part.value(self.name, &pointer))
            .transpose()
    }

    /// The paths, in order.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.keys().map(String::as_str)
    }

    /// The path item of one path.
    pub(crate) fn path(&self, path: &str) -> Result<Option<Value>, Diagnostic> {
        let pointer = Pointer::root().join("paths").join(path);
        self.paths
            .get(path)
            .map(|part| part.value(self.name, &pointer))
            .transpose()
    }

    /// The sections of `components`, in order.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &str> {
        self.components.keys().map(String::as_str)
    }

    /// The names of the components of a section, in order.
    pub(crate) fn components(&self, section: &str) -> impl Iterator<Item = &str> {
        self.components
            .get(section)
            .into_iter()
            .flat_map(|parts| parts.keys().map(String::as_str))
    }

    /// Whether there is a component of that name, without reading it.
    pub(crate) fn has_component(&self, section: &str, name: &str) -> bool {
        let parts = self.components.get(section);
        parts.is_some_and(|parts| parts.contains_key(name))
    }

    /// One component.
    pub(crate) fn component(&self, section: &str, name: &str) -> Result<Option<Value>, Diagnostic> {
        let pointer = Pointer::root().join("components").join(section).join(name);
        let part = self
            .components
            .get(section)
            .and_then(|parts| parts.get(name));
        part.map(|part| part.value(self.name, &pointer)).transpose()
    }
}

impl Part<'_> {
    fn value(&self, document: &str, pointer: &Pointer) -> Result<Value, Diagnostic> {
        match self {
            Self::Json(raw) => serde_json::from_str(raw.get()).map_err(|error| {
                Diagnostic::at(
                    document,
                    pointer,
                    "this part of the document could not be read",
                )
                .note(error.to_string())
                .help("check that it is nested at most 128 levels deep, and that its numbers are in range")
            }),
            Self::Yaml(value) => yaml::to_json(document, value, pointer),
        }
    }
}

/// The message about a value that should be an object.
fn not_an_object(document: &str, pointer: &Pointer, found: &str) -> Diagnostic {
    Diagnostic::at(
        document,
        pointer,
        format!("expected an object, found {found}"),
    )
    .help("correct the document: OpenAPI 3.0 has an object here")
}
