//! The first stage: a text becomes a document whose parts are read when they are asked for.
//!
//! Stripe's document has some 5 MB, of which a selection needs a few percent. The
//! text is scanned once; only paths and components that are selected become values.

mod json;
mod yaml;

pub(crate) use json::kind;

use indexmap::IndexMap;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::Input;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pointer::Pointer;

/// An OpenAPI 3.0 document, read lazily.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// What messages call it.
    pub(crate) name: &'a str,
    /// The members of the root but `paths` and `components`, in order.
    root: IndexMap<String, Part<'a>>,
    paths: IndexMap<String, Part<'a>>,
    /// By section (`schemas`, `securitySchemes` …).
    components: IndexMap<String, IndexMap<String, Part<'a>>>,
    /// The order of the members of the root.
    order: Vec<String>,
}

/// A part of the document that has been passed over, not read.
#[derive(Debug)]
enum Part<'a> {
    Json(&'a RawValue),
    Yaml(serde_yaml::Value),
}

/// The members of an object, unread.
type Parts<'a> = IndexMap<String, Part<'a>>;

/// A document's text taken apart, before anything is known of its meaning.
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
    /// When the text is no UTF-8, is broken, or is no OpenAPI 3.0 document.
    pub(crate) fn parse(input: Input<'a>) -> Result<Self, Diagnostics> {
        let bytes = input
            .bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(input.bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Diagnostic::new(
                format!("{}, byte {}", input.name, error.valid_up_to()),
                "the document is not UTF-8",
            )
            .help("save it as UTF-8; Stripe publishes it so")
        })?;
        if text.trim().is_empty() {
            return Err(
                Diagnostic::new(format!("{}:1", input.name), "the document is empty")
                    .help("fetch it again; Stripe's `openapi.spec3.json` has some 5 MB")
                    .into(),
            );
        }
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
                Some(_) => "it says `swagger`, which is OpenAPI 2",
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
                "only OpenAPI 3.0 is read: 3.1 gives `nullable`, `type` and `$ref` other meanings",
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

    /// The members of the root, in order: their names.
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
                Diagnostic::new(
                    format!("{document}{pointer}"),
                    "this part of the document could not be read",
                )
                .note(error.to_string())
                .help("nesting deeper than 128 levels and numbers out of range are refused")
            }),
            Self::Yaml(value) => yaml::to_json(document, value, pointer),
        }
    }
}

/// The message for a member that should be an object and is something else.
fn not_an_object(document: &str, pointer: &Pointer, found: &str) -> Diagnostic {
    Diagnostic::new(
        format!("{document}{pointer}"),
        format!("expected an object, found {found}"),
    )
    .help("check the document against OpenAPI 3.0; Stripe's own passes here")
}
