//! The walk over what is selected: it collects references, cuts those that the selection
//! cuts, and looks at every keyword once. A keyword is used, or ignored by name with a
//! reason, or refused.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{CUT, cut_mark};
use crate::advice::Advice;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::pointer::{Pointer, schema_name};
use crate::prose::is_unwanted;
use crate::selection::{Selection, Used};

/// The walk, and what it has found.
pub(super) struct Walk<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) selection: &'a Selection<'a>,
    /// How the place where the walk began was reached.
    pub(super) trail: String,
    /// What the current place is read for.
    pub(super) reach: Reach,
    /// The component schemas that are reached. Set once they are known; from then on the walk visits kept schemas only.
    pub(super) reached: Option<BTreeSet<String>>,
    /// The component schemas that were referred to, from where, and what for.
    pub(super) references: Vec<(String, Pointer, Reach)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) used: Used,
}

/// What a part of a document is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The types of what Stripe sends.
    Response,
    /// The parameters of a request.
    Request,
    /// Nothing: it stays for the narrowed document alone.
    Kept,
}

/// The shapes that keywords have.
#[derive(Clone, Copy)]
enum Shape {
    Boolean,
    Count,
    Number,
    String,
    StringArray,
    Array,
    Object,
}

/// `Debug` of what is sent is one chain of calls, a call for each property, and what parses Rust goes down a chain step
/// by step: some ten thousand steps are more than a stack holds. Stripe has at most 81.
const MAX_PROPERTIES: usize = 5000;

/// What becomes of a keyword of a schema.
enum Keyword {
    /// It is used, and has this shape.
    Used(Shape),
    /// It is ignored, and has this shape where `openapiv3` or a reader may trip over another.
    Ignored(Option<Shape>),
    /// Its value holds schemas.
    Schema,
    Schemas,
    Properties,
    AdditionalProperties,
    Refused,
}

fn keyword(name: &str) -> Keyword {
    match name {
        "type" | "format" | "description" => Keyword::Used(Shape::String),
        "nullable" | "deprecated" => Keyword::Used(Shape::Boolean),
        "required" => Keyword::Used(Shape::StringArray),
        "enum" => Keyword::Used(Shape::Array),
        "discriminator" => Keyword::Used(Shape::Object),
        "maxLength" => Keyword::Used(Shape::Count),
        "items" => Keyword::Schema,
        "anyOf" | "oneOf" => Keyword::Schemas,
        "properties" => Keyword::Properties,
        "additionalProperties" => Keyword::AdditionalProperties,
        // Ignored. Names come from keys (five schemas are titled “Date”); bounds and patterns are
        // checked by Stripe, who says so better than a copy of the rule could; requests and responses
        // have types of their own; a default is Stripe's when nothing is sent; examples are made from
        // the types, so that they compile; each item links to Stripe's page by rule; Stripe speaks
        // JSON; and OpenAPI lets a reader ignore extensions that it does not know.
        "title" | "pattern" => Keyword::Ignored(Some(Shape::String)),
        "minLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
            Keyword::Ignored(Some(Shape::Count))
        }
        "minimum" | "maximum" | "multipleOf" => Keyword::Ignored(Some(Shape::Number)),
        "exclusiveMinimum" | "exclusiveMaximum" | "uniqueItems" | "readOnly" | "writeOnly" => {
            Keyword::Ignored(Some(Shape::Boolean))
        }
        "externalDocs" | "xml" => Keyword::Ignored(Some(Shape::Object)),
        "default" | "example" => Keyword::Ignored(None),
        extension if extension.starts_with("x-") => Keyword::Ignored(None),
        _ => Keyword::Refused,
    }
}

impl<'a> Walk<'a> {
    pub(super) fn new(document: &'a Document<'a>, selection: &'a Selection<'a>) -> Self {
        Self {
            document,
            selection,
            trail: String::new(),
            reach: Reach::Request,
            reached: None,
            references: Vec::new(),
            diagnostics: Vec::new(),
            used: Used::default(),
        }
    }

    /// Walks a part that is read for another purpose than the schema or operation around it.
    fn reading(&mut self, reach: Reach, walk: impl FnOnce(&mut Self)) {
        let outer = self.reach;
        // What is in something that is only kept is only kept.
        if outer != Reach::Kept {
            self.reach = reach;
        }
        walk(self);
        self.reach = outer;
    }

    pub(super) fn unsupported(&mut self, keyword: &str, pointer: &Pointer) {
        let help = match keyword {
            "not" | "allOf" => "teach the generator what it should become in Rust",
            "$ref" => "only schemas may be referred to: write the value in place",
            _ => {
                "the keyword is not one of OpenAPI 3.0's: correct it, or teach the generator to use or ignore it"
            }
        };
        self.report(pointer, format!("unsupported keyword `{keyword}`"), help);
    }

    pub(super) fn unsupported_method(&mut self, method: &str, pointer: &Pointer) {
        let help = "Stripe's API has GET, POST, PUT and DELETE";
        self.report(pointer, format!("unsupported method `{method}`"), help);
    }

    /// Reports a mistake, unless nothing is generated from the current place.
    fn report(&mut self, pointer: &Pointer, message: impl Into<String>, help: impl Into<String>) {
        if self.reach != Reach::Kept {
            self.diagnostics.push(
                Diagnostic::at(self.document.name, pointer, message)
                    .note(self.trail.clone())
                    .help(help),
            );
        }
    }

    pub(super) fn dangling(&mut self, name: &str, pointer: &Pointer) {
        let message = format!("the reference leads nowhere: there is no component schema `{name}`");
        let diagnostic = Diagnostic::at(self.document.name, pointer, message)
            .note(self.trail.clone())
            .help("take a document that holds it")
            .advise(Advice::Cut(name.to_owned()));
        self.diagnostics.push(diagnostic);
    }

    fn wrong_type(&mut self, pointer: &Pointer, expected: &str, found: &Value) {
        let found = crate::document::kind(found);
        self.report(
            pointer,
            format!("wrong type: expected {expected}, found {found}"),
            "correct the document, or download Stripe's again and do not edit it",
        );
    }

    fn shape(&mut self, value: &Value, shape: Shape, pointer: &Pointer) -> bool {
        let (fits, expected) = match shape {
            Shape::Boolean => (value.is_boolean(), "a boolean"),
            Shape::Count => (
                value
                    .as_u64()
                    .is_some_and(|count| usize::try_from(count).is_ok()),
                "a count",
            ),
            Shape::Number => (value.is_number(), "a number"),
            Shape::String => (value.is_string(), "a string"),
            Shape::StringArray => (
                value
                    .as_array()
                    .is_some_and(|items| items.iter().all(Value::is_string)),
                "an array of strings",
            ),
            Shape::Array => (value.is_array(), "an array"),
            Shape::Object => (value.is_object(), "an object"),
        };
        if !fits {
            self.wrong_type(pointer, expected, value);
        }
        fits
    }

    pub(super) fn schema(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(members) = value.as_object() else {
            return self.wrong_type(pointer, "a schema, which is an object", value);
        };
        if let Some(reference) = members.get("$ref") {
            // OpenAPI 3.0 gives what stands beside a `$ref` no meaning.
            let Some(reference) = reference.as_str().map(str::to_owned) else {
                let found = reference.clone();
                return self.wrong_type(&pointer.join("$ref"), "a string", &found);
            };
            return self.reference(value, &reference, pointer);
        }
        if let Some(cut) = members
            .get(CUT)
            .and_then(Value::as_str)
            .and_then(schema_name)
        {
            // The mark of an earlier cut: the entry that made it is still of use.
            self.selection.cuts(&cut, &mut self.used);
        }
        if members.contains_key("type") {
            for other in ["anyOf", "oneOf"] {
                if members.contains_key(other) {
                    let help = "put the type into each of the alternatives";
                    self.report(pointer, format!("`type` stands beside `{other}`"), help);
                }
            }
        }
        let read = read_keywords(members);
        let Some(members) = value.as_object_mut() else {
            return;
        };
        for (name, value) in members {
            let at = pointer.join(name);
            let reach = if read.contains(&name.as_str()) {
                self.reach
            } else {
                Reach::Kept
            };
            match keyword(name) {
                Keyword::Used(shape) => {
                    let fits = self.shape(value, shape, &at);
                    match name.as_str() {
                        "type" if fits => self.type_name(value, &at),
                        "discriminator" if fits => self.discriminator(value, &at),
                        "enum" if fits => {
                            for (index, value) in value.as_array().into_iter().flatten().enumerate()
                            {
                                self.name(value.as_str().unwrap_or_default(), &at.index(index));
                            }
                        }
                        _ => {}
                    }
                }
                Keyword::Ignored(Some(shape)) => {
                    self.shape(value, shape, &at);
                }
                Keyword::Ignored(None) if name == "x-expansionResources" => {
                    self.reading(Reach::Kept, |walk| walk.expansion(value, &at));
                }
                Keyword::Ignored(None) => {}
                Keyword::Schemas => self.reading(reach, |walk| walk.schemas(value, &at)),
                Keyword::Properties => self.reading(reach, |walk| walk.properties(value, &at)),
                Keyword::AdditionalProperties if value.is_boolean() => {}
                Keyword::Schema | Keyword::AdditionalProperties => {
                    self.reading(reach, |walk| walk.schema(value, &at));
                }
                Keyword::Refused => self.unsupported(name, &at),
            }
        }
    }

    /// Reports a wire name with an invisible character: documentation shows wire names verbatim.
    pub(super) fn name(&mut self, name: &str, pointer: &Pointer) {
        if let Some(unseen) = name.chars().find(|c| is_unwanted(*c)) {
            let message = format!(
                "`{}` holds U+{:04X}, which is not seen",
                name.escape_debug(),
                u32::from(unseen)
            );
            self.report(pointer, message, "correct the document");
        }
    }

    /// Reports more properties or parameters than a type can have fields.
    fn check_number(&mut self, found: usize, what: &str, pointer: &Pointer) {
        if found > MAX_PROPERTIES {
            let message = format!("{found} {what}, where at most {MAX_PROPERTIES} can be");
            self.report(pointer, message, "correct the document");
        }
    }

    fn type_name(&mut self, value: &Value, pointer: &Pointer) {
        const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];
        if !value.as_str().is_some_and(|name| TYPES.contains(&name)) {
            let help = "OpenAPI 3.0 has array, boolean, integer, number, object and string; null is `nullable: true`";
            self.report(pointer, format!("unknown type {value}"), help);
        }
    }

    fn discriminator(&mut self, value: &Value, pointer: &Pointer) {
        if !value.get("propertyName").is_some_and(Value::is_string) {
            self.report(
                pointer,
                "the discriminator has no `propertyName`",
                "OpenAPI 3.0 requires it",
            );
        }
    }

    fn reference(&mut self, value: &mut Value, reference: &str, pointer: &Pointer) {
        let name = schema_name(reference);
        if name.is_none() {
            let help = "references must begin with `#/components/schemas/`";
            self.report(
                &pointer.join("$ref"),
                format!("unsupported reference `{}`", reference.escape_debug()),
                help,
            );
        }
        let followed = name.filter(|name| {
            !self.selection.cuts(name, &mut self.used)
                && (self.reach != Reach::Kept || self.is_kept(name))
        });
        match followed {
            Some(name) => self
                .references
                .push((name, pointer.join("$ref"), self.reach)),
            None => *value = cut_mark(reference),
        }
    }

    /// Whether a reference from what is only kept stays.
    fn is_kept(&self, name: &str) -> bool {
        let Some(reached) = &self.reached else {
            return self.document.has_component("schemas", name);
        };
        let is_resource = |schema: &Value| schema.get("x-resourceId").is_some();
        reached.contains(name)
            || match self.document.component("schemas", name) {
                Ok(schema) => schema.is_some_and(|schema| !is_resource(&schema)),
                Err(_) => true,
            }
    }

    /// `x-expansionResources`: `{ oneOf: [{ $ref }, …] }`.
    fn expansion(&mut self, value: &mut Value, pointer: &Pointer) {
        if let Some(resources) = value.get_mut("oneOf") {
            self.schemas(resources, &pointer.join("oneOf"));
        }
    }

    fn schemas(&mut self, value: &mut Value, pointer: &Pointer) {
        match value.as_array_mut() {
            Some(schemas) if !schemas.is_empty() => {
                for (index, schema) in schemas.iter_mut().enumerate() {
                    self.schema(schema, &pointer.index(index));
                }
            }
            Some(_) => self.report(
                pointer,
                "an empty list of schemas",
                "name one or more, or remove the keyword",
            ),
            None => self.wrong_type(pointer, "an array of schemas", value),
        }
    }

    fn properties(&mut self, value: &mut Value, pointer: &Pointer) {
        match value.as_object_mut() {
            Some(properties) => {
                self.check_number(properties.len(), "properties", pointer);
                for (name, schema) in properties {
                    let pointer = pointer.join(name);
                    self.name(name, &pointer);
                    self.schema(schema, &pointer);
                }
            }
            None => self.wrong_type(pointer, "an object of schemas", value),
        }
    }

    pub(super) fn operation(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(members) = value.as_object_mut() else {
            return self.wrong_type(pointer, "an operation, which is an object", value);
        };
        if !members.contains_key("responses") {
            self.report(
                pointer,
                "the operation has no `responses`",
                "check that the file is complete",
            );
        }
        for (name, value) in members {
            let at = pointer.join(name);
            match name.as_str() {
                "parameters" => self.parameters(value, &at),
                "requestBody" => self.reading(Reach::Request, |walk| walk.body(value, &at)),
                "responses" => self.responses(value, &at),
                "operationId" | "summary" | "description" => {
                    self.shape(value, Shape::String, &at);
                }
                "deprecated" => {
                    self.shape(value, Shape::Boolean, &at);
                }
                "servers" => {
                    self.shape(value, Shape::Array, &at);
                }
                // Paths say it better; every operation takes the same key; each links to Stripe's page by rule.
                "tags" | "security" | "externalDocs" => {}
                extension if extension.starts_with("x-") => {}
                _ => self.unsupported(name, &at),
            }
        }
    }

    pub(super) fn parameters(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(parameters) = value.as_array_mut() else {
            return self.wrong_type(pointer, "an array of parameters", value);
        };
        self.check_number(parameters.len(), "parameters", pointer);
        for (index, parameter) in parameters.iter_mut().enumerate() {
            let pointer = pointer.index(index);
            let Some(members) = parameter.as_object_mut() else {
                self.wrong_type(&pointer, "a parameter, which is an object", parameter);
                continue;
            };
            for needed in ["name", "in"] {
                if !members.contains_key(needed) && !members.contains_key("$ref") {
                    let message = format!("the parameter has no `{needed}`");
                    self.report(&pointer, message, "OpenAPI 3.0 requires it");
                }
            }
            for (name, value) in members {
                let at = pointer.join(name);
                match name.as_str() {
                    "schema" => self.schema(value, &at),
                    "in" => {
                        if !["query", "path"].iter().any(|place| value == place) {
                            let help = "only query and path parameters are sent; headers are the runtime's";
                            self.report(&at, format!("unsupported parameter in {value}"), help);
                        }
                    }
                    "name" => {
                        if self.shape(value, Shape::String, &at) {
                            self.name(value.as_str().unwrap_or_default(), &at);
                        }
                    }
                    "description" | "style" => {
                        self.shape(value, Shape::String, &at);
                    }
                    "required" | "explode" | "deprecated" => {
                        self.shape(value, Shape::Boolean, &at);
                    }
                    // Values are always percent-encoded; empty ones are sent where they clear something.
                    "allowReserved" | "allowEmptyValue" | "example" | "examples" => {}
                    extension if extension.starts_with("x-") => {}
                    _ => self.unsupported(name, &at),
                }
            }
        }
    }

    fn body(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(members) = value.as_object_mut() else {
            return self.wrong_type(pointer, "a request body, which is an object", value);
        };
        for (name, value) in members {
            let at = pointer.join(name);
            match name.as_str() {
                "content" => self.content(value, &at),
                "required" => {
                    self.shape(value, Shape::Boolean, &at);
                }
                "description" => {
                    self.shape(value, Shape::String, &at);
                }
                extension if extension.starts_with("x-") => {}
                _ => self.unsupported(name, &at),
            }
        }
    }

    fn responses(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(responses) = value.as_object_mut() else {
            return self.wrong_type(pointer, "an object of responses", value);
        };
        let success = success(responses).map(str::to_owned);
        for (status, response) in responses {
            let pointer = pointer.join(status);
            let reach = if success.as_ref() == Some(status) {
                Reach::Response
            } else {
                // Errors are read by the runtime.
                Reach::Kept
            };
            self.reading(reach, |walk| walk.response(response, &pointer));
        }
    }

    fn response(&mut self, response: &mut Value, pointer: &Pointer) {
        let Some(members) = response.as_object_mut() else {
            return self.wrong_type(pointer, "a response, which is an object", response);
        };
        for (name, value) in members {
            let at = pointer.join(name);
            match name.as_str() {
                "content" => self.content(value, &at),
                "description" => {
                    self.shape(value, Shape::String, &at);
                }
                // The runtime reads the headers that every response has.
                "headers" | "links" => {}
                extension if extension.starts_with("x-") => {}
                _ => self.unsupported(name, &at),
            }
        }
    }

    fn content(&mut self, value: &mut Value, pointer: &Pointer) {
        let Some(content) = value.as_object_mut() else {
            return self.wrong_type(pointer, "an object of media types", value);
        };
        for (media_type, value) in content {
            let pointer = pointer.join(media_type);
            let Some(members) = value.as_object_mut() else {
                self.wrong_type(&pointer, "a media type, which is an object", value);
                continue;
            };
            for (name, value) in members {
                let at = pointer.join(name);
                match name.as_str() {
                    "schema" => self.schema(value, &at),
                    "encoding" => self.encoding(value, &at),
                    "example" | "examples" => {}
                    extension if extension.starts_with("x-") => {}
                    _ => self.unsupported(name, &at),
                }
            }
        }
    }

    /// Bodies are sent as Stripe's deep objects, whatever the type: `a[b][0]=c`.
    fn encoding(&mut self, value: &Value, pointer: &Pointer) {
        let Some(encodings) = value.as_object() else {
            return self.wrong_type(pointer, "an object of encodings", value);
        };
        for (property, encoding) in encodings {
            let style = encoding.get("style").and_then(Value::as_str);
            let explode = encoding.get("explode").and_then(Value::as_bool);
            if (style, explode) != (Some("deepObject"), Some(true)) {
                self.report(
                    &pointer.join(property),
                    "unsupported encoding",
                    "Stripe's form bodies are `style: deepObject` with `explode: true`",
                );
            }
        }
    }
}

/// The keywords that hold the schemas that a schema is read as, as [`typed::schema`](super::typed::schema) reads it.
fn read_keywords(schema: &Map<String, Value>) -> &'static [&'static str] {
    match schema.get("type").and_then(Value::as_str) {
        Some("array") => &["items"],
        Some("object") => &["properties", "additionalProperties"],
        Some("string" | "integer" | "number" | "boolean") => &[],
        _ if schema.contains_key("anyOf") => &["anyOf"],
        _ if schema.contains_key("oneOf") => &["oneOf"],
        _ => &["properties", "additionalProperties"],
    }
}

/// The status of the response that types are made of: the first of 2xx.
pub(super) fn success(responses: &Map<String, Value>) -> Option<&str> {
    let is_success = |status: &&String| {
        let is_digit = |c: char| c.is_ascii_digit();
        status
            .strip_prefix('2')
            .is_some_and(|rest| rest == "XX" || (rest.len() == 2 && rest.chars().all(is_digit)))
    };
    responses.keys().find(is_success).map(String::as_str)
}
