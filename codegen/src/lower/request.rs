//! What is sent to Stripe: schemas of parameters become setters, arguments and nested types.

use std::collections::BTreeSet;

use openapiv3::{
    AdditionalProperties, ObjectType, ReferenceOr, Schema, SchemaKind, Type as SchemaType,
};

use super::Context;
use super::docs::wire_note;
use super::expansion::{EXPAND, EXPAND_RAW};
use super::lint;
use super::output::Output;
use super::place::Place;
use super::response::debug_policy;
use crate::model::{
    Argument, Direction, Holding, Parameter, ParameterObject, Type, TypeDefinition, TypePath,
    Union, UnionVariant,
};
use crate::prose::grouped;
use crate::schema::{
    SchemaRef, alternatives, component_name, enum_values, inline_property, is_binary,
    is_empty_string, is_unix_time, object, text_type,
};

/// What a parameter says of itself, beside its schema.
pub(super) struct Described<'a> {
    pub(super) wire: &'a str,
    pub(super) description: Option<&'a str>,
    pub(super) required: bool,
    pub(super) in_query: bool,
    pub(super) deprecated: bool,
}

fn is_list_of_texts(type_: &Type) -> bool {
    matches!(type_, Type::Array(item) if **item == Type::String)
}

impl Context<'_> {
    pub(super) fn parameter(
        &self,
        described: &Described<'_>,
        schema: SchemaRef<'_>,
        scope: &str,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Parameter> {
        let wire = described.wire;
        let type_ = self.request(schema, place, out)?;
        let is_expand = wire == EXPAND && place.path.len() == 1 && is_list_of_texts(&type_);
        let name = if is_expand { EXPAND_RAW } else { wire };
        let name = out.setter_name(name, &place.pointer)?;
        out.claim(scope, name.as_str(), &place.pointer);
        let (own, deprecated, max_length) = match schema {
            SchemaRef::Inline(schema) => {
                let data = &schema.schema_data;
                (
                    data.description.as_deref(),
                    data.deprecated,
                    max_length(schema),
                )
            }
            SchemaRef::Component(_) => (None, false, None),
        };
        let mut docs = self.paragraphs(described.description.or(own));
        if docs.is_empty() {
            // What is sent is described where it is read.
            let property = place
                .resource
                .and_then(|resource| self.resource_property(resource, &place.path));
            if let Some((_, SchemaRef::Inline(schema))) = property {
                docs = self.paragraphs(schema.schema_data.description.as_deref());
            }
        }
        if docs.is_empty() {
            docs.push(format!(
                "Sets `{}`, which Stripe does not describe.",
                wire.replace('`', "'")
            ));
        }
        let note = self.selection.note(&place.wire, &mut out.used);
        docs.extend(note.map(str::to_owned));
        let mut notes = Vec::new();
        notes.extend(max_length.map(|length| format!("At most {} characters.", grouped(length))));
        notes.extend(accepted(schema, &type_, out));
        if matches!(type_, Type::Clearable(_)) {
            notes.push("`Clearable::Clear` clears the stored value.".to_owned());
        }
        if !is_expand {
            notes.extend(wire_note(name.as_str(), wire));
        }
        if !notes.is_empty() {
            docs.push(notes.join(" "));
        }
        let debug = debug_policy(&type_);
        let argument = match argument(&type_, place, out) {
            Argument::Items(item) if is_expand => Argument::MoreItems(item),
            argument => argument,
        };
        Some(Parameter {
            name,
            wire: wire.to_owned(),
            docs,
            holding: holding(&type_, described.required, place.in_json),
            argument,
            type_,
            required: described.required,
            in_query: described.in_query,
            deprecated: described.deprecated || deprecated,
            debug,
            pointer: place.pointer.clone(),
        })
    }

    /// Lowers the properties of an object to parameters, sorted by name.
    pub(super) fn parameters(
        &self,
        object: &ObjectType,
        scope: &str,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Vec<Parameter> {
        let required: BTreeSet<&String> = object.required.iter().collect();
        let mut properties: Vec<_> = object.properties.iter().collect();
        properties.sort_by_key(|(wire, _)| *wire);
        let lowered = properties.into_iter().filter_map(|(wire, schema)| {
            let required = required.contains(wire);
            let described = Described {
                wire,
                description: None,
                required,
                in_query: false,
                deprecated: false,
            };
            self.parameter(&described, schema.into(), scope, &place.property(wire), out)
        });
        lowered.collect()
    }

    /// Lowers the schema of a value that is sent.
    fn request(
        &self,
        schema: SchemaRef<'_>,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        let schema = match schema {
            SchemaRef::Inline(schema) => schema,
            SchemaRef::Component(reference) => {
                let key = component_name(reference);
                let schema = self.schemas.get(&key)?;
                return self.written_out(&key, schema, place, out);
            }
        };
        if !out.is_within_depth(place) {
            return None;
        }
        let type_ = self.request_inline(schema, place, out)?;
        // A form has no null.
        if !place.in_json || !schema.schema_data.nullable {
            return Some(type_);
        }
        Some(match type_ {
            Type::Clearable(_) | Type::Metadata | Type::Json => type_,
            type_ => Type::Clearable(Box::new(type_)),
        })
    }

    fn request_inline(
        &self,
        schema: &Schema,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        if let Some((keyword, alternatives)) = alternatives(schema) {
            return self.request_alternatives(schema, keyword, alternatives, place, out);
        }
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(string)) => {
                let mut values = enum_values(string);
                if values.is_empty() {
                    return Some(if is_binary(string) {
                        Type::Upload
                    } else {
                        text_type(string)
                    });
                }
                let clears = values.iter().any(String::is_empty);
                values.retain(|value| !value.is_empty());
                let type_ = if values.is_empty() {
                    Type::String
                } else {
                    self.request_enum(schema, &values, place, out)?
                };
                Some(if clears {
                    Type::Clearable(Box::new(type_))
                } else {
                    type_
                })
            }
            SchemaKind::Type(SchemaType::Integer(integer)) => Some(if is_unix_time(integer) {
                Type::Timestamp
            } else {
                Type::Integer
            }),
            SchemaKind::Type(SchemaType::Number(_)) => Some(Type::Number),
            SchemaKind::Type(SchemaType::Boolean(_)) => Some(Type::Boolean),
            SchemaKind::Type(SchemaType::Array(array)) => {
                let item = match &array.items {
                    Some(items) => self.request(items.into(), &place.item(&["items"]), out)?,
                    None => Type::Json,
                };
                out.of_some_depth(Type::Array(Box::new(item)), &place.pointer)
            }
            SchemaKind::Type(SchemaType::Object(object)) => {
                self.request_object(schema, object, place, out)
            }
            _ => Some(Type::Json),
        }
    }

    /// A component that a request refers to; it is written out where it stands.
    fn written_out(
        &self,
        key: &str,
        schema: &Schema,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        let help = "requests are written out where they stand";
        let Some(inner) = place.write_out(key) else {
            let message = format!("the parameter's schema `{key}` holds itself");
            out.report(&place.pointer, message, help);
            return None;
        };
        out.written_out += 1;
        if out.written_out > MAX_WRITTEN_OUT {
            if out.written_out == MAX_WRITTEN_OUT + 1 {
                let message =
                    format!("requests refer to schemas more than {MAX_WRITTEN_OUT} times");
                out.report(&place.pointer, message, help);
            }
            return None;
        }
        self.request(SchemaRef::Inline(schema), &inner, out)
    }

    fn request_enum(
        &self,
        schema: &Schema,
        values: &[String],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        if let Some(shared) = place
            .resource
            .and_then(|resource| self.resource_enum(resource, &place.path, values, out))
        {
            return Some(Type::Named(shared));
        }
        let path = self.nested_type(place, out)?;
        let docs = self.nested_docs(schema, place);
        let definition = out.enum_(path.name.clone(), docs, values, &place.pointer)?;
        out.parameter_types.push(TypeDefinition::Enum(definition));
        Some(Type::Named(path))
    }

    fn nested_type(&self, place: &Place<'_>, out: &mut Output<'_>) -> Option<TypePath> {
        let path = self.nested_type_path(place, out)?;
        out.claim_type(&path, &place.pointer, Some((&place.wire, &path.name)));
        Some(path)
    }

    fn request_object(
        &self,
        schema: &Schema,
        object: &ObjectType,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        if object.properties.is_empty() {
            return match &object.additional_properties {
                Some(AdditionalProperties::Schema(values)) => {
                    let values = self.request(
                        values.as_ref().into(),
                        &place.item(&["additionalProperties"]),
                        out,
                    )?;
                    // Each of its keys can be unset.
                    let is_text = |type_: &Type| *type_ == Type::String;
                    if is_text(&values)
                        || matches!(&values, Type::Clearable(inner) if is_text(inner))
                    {
                        return Some(Type::Metadata);
                    }
                    out.of_some_depth(Type::Map(Box::new(values)), &place.pointer)
                }
                Some(AdditionalProperties::Any(true)) => Some(Type::Json),
                // The properties that it may get later have a type to stand in.
                Some(AdditionalProperties::Any(false)) | None => {
                    self.parameter_object(schema, object, place, out)
                }
            };
        }
        self.parameter_object(schema, object, place, out)
    }

    fn parameter_object(
        &self,
        schema: &Schema,
        object: &ObjectType,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        let path = self.nested_type(place, out)?;
        let scope = format!("struct `{}` at {}", path.name.as_str(), place.pointer);
        let docs = self.nested_docs(schema, place);
        // Its place among the types is before what it nests.
        let index = out.parameter_types.len();
        let parameters = self.parameters(object, &scope, place, out);
        let definition = ParameterObject {
            name: path.name.clone(),
            docs,
            lints: lint::of_object(path.name.as_str(), &parameters),
            function_lints: lint::of_function(0, &parameters),
            parameters,
            pointer: place.pointer.clone(),
        };
        out.parameter_types
            .insert(index, TypeDefinition::Parameters(definition));
        Some(Type::Named(path))
    }

    fn request_alternatives(
        &self,
        schema: &Schema,
        keyword: &str,
        alternatives: &[ReferenceOr<Schema>],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        let clears = alternatives.iter().any(is_empty_string);
        let others = alternatives
            .iter()
            .enumerate()
            .filter(|(_, schema)| !is_empty_string(schema));
        let others: Vec<(usize, &ReferenceOr<Schema>)> = others.collect();
        let type_ = match others.as_slice() {
            [] => Type::String,
            [(index, only)] => {
                self.request((*only).into(), &place.alternative(keyword, *index), out)?
            }
            several if is_range_query(several) => Type::RangeQuery,
            several => self.request_union(schema, keyword, several, place, out)?,
        };
        Some(if clears {
            Type::Clearable(Box::new(type_))
        } else {
            type_
        })
    }

    fn request_union(
        &self,
        schema: &Schema,
        keyword: &str,
        alternatives: &[(usize, &ReferenceOr<Schema>)],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Type> {
        let path = self.nested_type(place, out)?;
        let scope = format!("enum `{}` at {}", path.name.as_str(), place.pointer);
        let docs = self.nested_docs(schema, place);
        let mut variants: Vec<UnionVariant> = Vec::new();
        for (index, alternative) in alternatives {
            let mut place = place.alternative(keyword, *index);
            place.name.push(alternative_name(alternative, alternatives));
            let type_ = self.request((*alternative).into(), &place, out)?;
            if variants.iter().any(|variant| variant.type_ == type_) {
                continue;
            }
            let variant = out.union_variant_name(&path.name, &type_, &place.pointer)?;
            out.claim(&scope, variant.as_str(), &place.pointer);
            let docs = match alternative {
                ReferenceOr::Item(schema) => {
                    self.paragraphs(schema.schema_data.description.as_deref())
                }
                ReferenceOr::Reference { .. } => Vec::new(),
            };
            let debug = debug_policy(&type_);
            variants.push(UnionVariant {
                name: variant,
                docs,
                boxed: is_object(&type_, &place, out),
                type_,
                debug,
                object: None,
                pointer: place.pointer,
            });
        }
        if let [only] = variants.as_slice() {
            return Some(only.type_.clone());
        }
        let definition = Union {
            name: path.name.clone(),
            docs,
            direction: Direction::Request,
            variants,
            pointer: place.pointer.clone(),
        };
        out.parameter_types.push(TypeDefinition::Union(definition));
        Some(Type::Named(path))
    }
}

/// Which values are taken, where the type is a resource's and knows more.
fn accepted(schema: SchemaRef<'_>, type_: &Type, out: &Output<'_>) -> Option<String> {
    let taken = string_values(schema)?;
    let path = named(type_)?;
    let (_, known) = out.enums.values().find(|(shared, _)| shared == path)?;
    let taken: Vec<String> = taken
        .iter()
        .map(|value| format!("`{}`", value.replace('`', "'")))
        .collect();
    let (last, others) = taken.split_last().filter(|_| taken.len() < known.len())?;
    Some(match others {
        [] => format!("Accepts only {last}."),
        others => format!("Accepts only {} and {last}.", others.join(", ")),
    })
}

/// How a value of a type is held before it is sent.
fn holding(type_: &Type, required: bool, in_json: bool) -> Holding {
    match type_ {
        Type::Clearable(_) => Holding::Itself,
        // Empty or unset, they send nothing; in JSON, an empty one is sent.
        Type::Array(_) | Type::Map(_) if !in_json => Holding::Itself,
        _ if required => Holding::Itself,
        _ => Holding::Option,
    }
}

/// How a value of a type is taken as an argument.
fn argument(type_: &Type, place: &Place<'_>, out: &Output<'_>) -> Argument {
    match type_ {
        Type::String
        | Type::Timestamp
        | Type::DateTime
        | Type::Int64
        | Type::Decimal
        | Type::Json
        | Type::Metadata
        | Type::RangeQuery
        | Type::Clearable(_) => Argument::Into,
        Type::Named(_) if !is_object(type_, place, out) => Argument::Into,
        Type::Array(item) => Argument::Items(Box::new(argument(item, place, out))),
        Type::Map(value) => Argument::Entries(Box::new(argument(value, place, out))),
        _ => Argument::Exact,
    }
}

/// Whether a type is an object that is sent.
fn is_object(type_: &Type, place: &Place<'_>, out: &Output<'_>) -> bool {
    let Type::Named(path) = type_ else {
        return false;
    };
    let definition = out.parameter_type(path, place.module);
    matches!(definition, Some(TypeDefinition::Parameters(_)))
}

/// Far more than requests refer to; schemas that refer to the next one twice each are soon more than there is room for.
const MAX_WRITTEN_OUT: usize = 10_000;

impl Context<'_> {
    fn nested_docs(&self, schema: &Schema, place: &Place<'_>) -> Vec<String> {
        let docs = self.paragraphs(schema.schema_data.description.as_deref());
        if docs.is_empty() {
            vec![format!(
                "Sent as `{}`.",
                place.path.join(".").replace('`', "'")
            )]
        } else {
            docs
        }
    }
}

fn max_length(schema: &Schema) -> Option<usize> {
    match &schema.schema_kind {
        SchemaKind::Type(SchemaType::String(string)) if string.enumeration.is_empty() => {
            string.max_length
        }
        _ => None,
    }
}

/// The values of a string enum, of what an array holds, or of what may be cleared.
fn string_values(schema: SchemaRef<'_>) -> Option<Vec<String>> {
    let SchemaRef::Inline(schema) = schema else {
        return None;
    };
    if let Some((_, alternatives)) = alternatives(schema) {
        return alternatives
            .iter()
            .find_map(|alternative| string_values(alternative.into()));
    }
    match &schema.schema_kind {
        SchemaKind::Type(SchemaType::String(string)) => {
            let mut values = enum_values(string);
            values.retain(|value| !value.is_empty());
            Some(values).filter(|values| !values.is_empty())
        }
        SchemaKind::Type(SchemaType::Array(array)) => string_values(array.items.as_ref()?.into()),
        _ => None,
    }
}

/// The type of the client that a value, its items or what is cleared is.
fn named(type_: &Type) -> Option<&TypePath> {
    match type_ {
        Type::Named(path) => Some(path),
        Type::Array(inner) | Type::Clearable(inner) | Type::Boxed(inner) => named(inner),
        _ => None,
    }
}

/// What the type of an alternative that needs one is called, behind the name of its union. Of several objects each
/// is called by its title: an alternative has no key.
fn alternative_name(
    schema: &ReferenceOr<Schema>,
    alternatives: &[(usize, &ReferenceOr<Schema>)],
) -> String {
    let kind = |schema: &ReferenceOr<Schema>| match schema {
        ReferenceOr::Item(Schema {
            schema_kind: SchemaKind::Type(type_),
            ..
        }) => match type_ {
            SchemaType::Object(_) => "object",
            SchemaType::Array(_) => "item",
            _ => "value",
        },
        _ => "value",
    };
    let own = kind(schema);
    let is_alone = alternatives
        .iter()
        .filter(|(_, other)| kind(other) == own)
        .count()
        == 1;
    let title = match schema {
        ReferenceOr::Item(schema) => schema.schema_data.title.as_ref(),
        ReferenceOr::Reference { .. } => None,
    };
    title
        .filter(|_| !is_alone)
        .map_or_else(|| own.to_owned(), Clone::clone)
}

/// Whether the alternatives are a number and an object of bounds.
fn is_range_query(alternatives: &[(usize, &ReferenceOr<Schema>)]) -> bool {
    let is_integer =
        |schema: &Schema| matches!(schema.schema_kind, SchemaKind::Type(SchemaType::Integer(_)));
    let is_bounds = |schema: &Schema| {
        object(schema).is_some_and(|object| {
            let bound = |name: &String| {
                ["gt", "gte", "lt", "lte"].contains(&name.as_str())
                    && inline_property(object, name).is_some_and(is_integer)
            };
            !object.properties.is_empty() && object.properties.keys().all(bound)
        })
    };
    match alternatives {
        [(_, ReferenceOr::Item(a)), (_, ReferenceOr::Item(b))] => {
            (is_bounds(a) && is_integer(b)) || (is_integer(a) && is_bounds(b))
        }
        _ => false,
    }
}
