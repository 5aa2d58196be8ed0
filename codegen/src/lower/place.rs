//! Where lowering is in a document.

use crate::model::TypePath;
use crate::names::{SnakeName, TypeName, singular};
use crate::pointer::Pointer;

/// Where lowering is in a document, and what a type defined there is called.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    pub(super) module: &'a SnakeName,
    /// The key of the resource that a request is about; its enums are shared.
    pub(super) resource: Option<&'a str>,
    /// What the request is called that this place is in.
    pub(super) request: Option<&'a TypeName>,
    /// Whether it is in a JSON body.
    pub(super) in_json: bool,
    /// The parts of the name that a type defined here gets, from the outside in.
    pub(super) name: Vec<String>,
    /// The names from the request to here, as on the wire.
    pub(super) path: Vec<String>,
    /// The place in words: `identity.verification_session.type`.
    pub(super) wire: String,
    pub(super) pointer: Pointer,
    /// How many schemas hold the one at this place, one in the other.
    pub(super) depth: usize,
    /// The components that this place is inside of because they were written out, from the outside in.
    written_out: Vec<String>,
}

impl<'a> Place<'a> {
    pub(super) fn new(
        module: &'a SnakeName,
        name: impl Into<String>,
        wire: impl Into<String>,
        pointer: Pointer,
    ) -> Self {
        Self {
            module,
            resource: None,
            request: None,
            in_json: false,
            name: vec![name.into()],
            path: Vec::new(),
            wire: wire.into(),
            pointer,
            depth: 0,
            written_out: Vec::new(),
        }
    }

    /// A property or a parameter of what stands here.
    pub(super) fn named(&self, name: &str, pointer: Pointer) -> Self {
        let mut place = self.inside(pointer);
        place.name.push(name.to_owned());
        place.path.push(name.to_owned());
        place.wire = format!("{}.{name}", place.wire);
        place
    }

    pub(super) fn property(&self, name: &str) -> Self {
        self.named(name, self.pointer.join("properties").join(name))
    }

    /// One of what this place holds.
    pub(super) fn item(&self, keywords: &[&str]) -> Self {
        let pointer = keywords
            .iter()
            .fold(self.pointer.clone(), |at, keyword| at.join(keyword));
        let mut place = self.inside(pointer);
        if let Some(last) = place.name.last_mut() {
            *last = singular(last);
        }
        place
    }

    pub(super) fn alternative(&self, keyword: &str, index: usize) -> Self {
        self.inside(self.pointer.join(keyword).index(index))
    }

    /// The component that this place refers to, written out; `None` inside of itself.
    pub(super) fn write_out(&self, key: &str) -> Option<Self> {
        let mut place = self.clone();
        if place.written_out.iter().any(|open| open == key) {
            return None;
        }
        place.written_out.push(key.to_owned());
        place.pointer = place.pointer.join("$ref");
        Some(place)
    }

    fn inside(&self, pointer: Pointer) -> Self {
        Self {
            pointer,
            depth: self.depth + 1,
            ..self.clone()
        }
    }

    /// What this place is called on the wire: the last part of its name.
    pub(super) fn last(&self) -> &str {
        self.name.last().map_or("", String::as_str)
    }

    /// The path of a type of this place's module.
    pub(super) fn type_path(&self, name: TypeName) -> TypePath {
        TypePath {
            module: self.module.clone(),
            name,
        }
    }
}
