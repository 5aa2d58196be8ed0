//! Responses and requests with a value for everything that the document names.

use serde_json::{Map, Value};

use crate::document::{Document, Kind, choices, elements, members, text};

/// A property of an example.
#[derive(Clone, Debug)]
pub struct Property {
    /// Where it is: `/options/document`.
    pub pointer: String,
    /// What it is in the document: `identity.verification_session.options`; an
    /// element of a list goes by the list's name.
    pub place: String,
    /// What it is to what holds it.
    pub part: Part,
    /// Whether it is always there.
    pub required: bool,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// What it is, if it holds no further ones.
    pub kind: Option<Kind>,
}

/// What a property is to what holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// One of an object's own.
    Member,
    /// One of a list's.
    Element,
    /// One of a map's.
    Entry,
}

impl Property {
    /// The name itself.
    #[must_use]
    pub fn name(&self) -> &str {
        self.pointer.rsplit('/').next().unwrap_or_default()
    }

    /// Whether a response without it, or with `null` instead, is still one.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.nullable || !self.required
    }
}

/// JSON with every property of its schema set, and what these are.
#[derive(Clone, Debug)]
pub struct Example {
    /// The JSON.
    pub json: Value,
    /// Its properties, nested ones too; elements and keys of lists and maps as well.
    pub properties: Vec<Property>,
}

impl Example {
    /// Fills a schema; `fill` gives the scalars.
    pub fn of(
        document: &Document,
        schema: &Value,
        fill: impl FnMut(&Property, &Kind) -> Value,
    ) -> Self {
        let mut filling = Filling {
            document,
            fill,
            properties: Vec::new(),
            in_range: false,
        };
        let root = Property {
            pointer: String::new(),
            place: String::new(),
            part: Part::Member,
            required: true,
            nullable: false,
            kind: None,
        };
        let json = filling.fill(schema, root);
        Self {
            json,
            properties: filling.properties,
        }
    }

    /// The JSON with one property changed.
    #[must_use]
    pub fn with(&self, pointer: &str, value: Value) -> Value {
        let mut json = self.json.clone();
        *json
            .pointer_mut(pointer)
            .expect("the example holds the property") = value;
        json
    }

    /// The JSON with one property taken away.
    #[must_use]
    pub fn without(&self, pointer: &str) -> Value {
        let mut json = self.json.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = json.pointer_mut(parent).and_then(Value::as_object_mut);
        parent
            .and_then(|parent| parent.shift_remove(name))
            .expect("the example holds the property");
        json
    }
}

/// An object of Stripe's with all that the document requires of it: what is given, and for the rest plain values.
/// `object` says what it is. Objects in it are completed, too.
#[must_use]
pub fn completed(mut given: Value) -> Value {
    let document = Document::read();
    complete(&document, None, &mut given);
    given
}

fn complete(document: &Document, schema: Option<&Value>, value: &mut Value) {
    let named = text(&value["object"]);
    let is_named = document.resources().any(|resource| resource == named);
    let component = is_named.then(|| document.component(named));
    let Some(schema) = component.as_ref().or(schema) else {
        for (_, inner) in value.as_object_mut().into_iter().flatten() {
            if inner.is_object() {
                complete(document, None, inner);
            }
        }
        return;
    };
    let schema = document.resolve(schema).clone();
    let alternatives = elements(&schema["anyOf"]);
    let only_object = alternatives.filter(|one| document.resolve(one)["type"] == "object");
    if let Some(schema) = only_object.last() {
        return complete(document, Some(schema), value);
    }
    let Some(object) = value.as_object_mut() else {
        return;
    };
    let plain_one = Example::of(document, &schema, plain).json;
    for name in elements(&schema["required"]).map(text) {
        if !object.contains_key(name) {
            object.insert(name.to_owned(), plain_one[name].clone());
        }
    }
    for (name, inner) in object.iter_mut().filter(|(_, inner)| inner.is_object()) {
        complete(document, schema["properties"].get(name), inner);
    }
}

struct Filling<'a, F> {
    document: &'a Document,
    fill: F,
    properties: Vec<Property>,
    /// Whether the integers are the bounds of a range of times.
    in_range: bool,
}

impl<F: FnMut(&Property, &Kind) -> Value> Filling<'_, F> {
    fn fill(&mut self, schema: &Value, mut at: Property) -> Value {
        if let Some(key) = schema["$ref"]
            .as_str()
            .and_then(|reference| reference.rsplit('/').next())
        {
            key.clone_into(&mut at.place);
        }
        let schema = self.document.resolve(schema).clone();
        at.nullable |= schema["nullable"] == true;
        // The object where an id, a bare number or the empty string would do.
        let is_object = |schema: &&Value| self.document.resolve(schema)["type"] == "object";
        let alternatives = || elements(&schema["anyOf"]);
        if let Some(chosen) = alternatives()
            .filter(is_object)
            .last()
            .or(alternatives().last())
        {
            return self.fill(chosen, at);
        }
        let value = match text(&schema["type"]) {
            "object" => return self.object(&schema, at),
            "array" => {
                let element = Property {
                    pointer: format!("{}/0", at.pointer),
                    part: Part::Element,
                    required: true,
                    nullable: false,
                    ..at.clone()
                };
                self.properties.push(at);
                return Value::Array(vec![self.fill(&schema["items"], element)]);
            }
            "string" => match choices(&schema) {
                Some(tag) if at.name() == "object" => Kind::Tag(tag.concat()),
                Some(choices) => Kind::Choice(choices),
                None if self.is_id(&at) => Kind::Id,
                None => Kind::Text,
            },
            "integer" if self.in_range || schema["format"] == "unix-time" => Kind::Time,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            _ => Kind::Any,
        };
        self.scalar(value, at)
    }

    fn object(&mut self, schema: &Value, at: Property) -> Value {
        let mut object = Map::new();
        self.in_range = schema["title"] == "range_query_specs";
        for (name, property) in members(&schema["properties"]) {
            let required = elements(&schema["required"]).any(|required| required == name);
            let property_at = Property {
                pointer: format!("{}/{name}", at.pointer),
                place: format!("{}.{name}", at.place),
                part: Part::Member,
                required,
                nullable: false,
                kind: None,
            };
            object.insert(name.to_owned(), self.fill(property, property_at));
        }
        self.in_range = false;
        if schema["additionalProperties"].is_object() {
            let key = (self.fill)(&at, &Kind::Key);
            let entry = Property {
                pointer: format!("{}/{}", at.pointer, text(&key)),
                part: Part::Entry,
                required: true,
                nullable: false,
                ..at.clone()
            };
            let value = self.fill(&schema["additionalProperties"], entry);
            object.insert(text(&key).to_owned(), value);
        }
        if !at.pointer.is_empty() {
            self.properties.push(at);
        }
        Value::Object(object)
    }

    fn scalar(&mut self, kind: Kind, at: Property) -> Value {
        let value = (self.fill)(&at, &kind);
        self.properties.push(Property {
            kind: Some(kind),
            ..at
        });
        value
    }

    /// A resource's own id, or a property that is named as a resource is.
    fn is_id(&self, at: &Property) -> bool {
        self.document.resources().any(|resource| {
            at.place == format!("{resource}.id") || resource.rsplit('.').next() == Some(at.name())
        })
    }
}

/// A value of a kind, plain and valid.
#[must_use]
pub fn plain(_: &Property, kind: &Kind) -> Value {
    match kind {
        Kind::Text => "some text".into(),
        Kind::Id => "vs_123".into(),
        Kind::Key => "order_id".into(),
        Kind::Integer => 7.into(),
        Kind::Number => 1.5.into(),
        Kind::Time => 1_234_567_890.into(),
        Kind::Boolean => true.into(),
        Kind::Choice(choices) => choices.first().map(String::as_str).into(),
        Kind::Tag(tag) => tag.as_str().into(),
        Kind::Any => serde_json::json!({ "any": ["thing"] }),
    }
}
