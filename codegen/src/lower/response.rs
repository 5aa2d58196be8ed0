//! What Stripe sends: schemas of responses become fields and types.

use std::collections::BTreeSet;

use openapiv3::{
    AdditionalProperties, ObjectType, ReferenceOr, Schema, SchemaKind, StringType,
    Type as SchemaType,
};

use super::Context;
use super::docs::wire_note;
use super::lint;
use super::output::Output;
use super::place::Place;
use crate::model::{
    DebugPolicy, Direction, Enum, Field, Struct, Type, TypeDefinition, TypePath, Union,
    UnionVariant,
};
use crate::names::{SnakeName, TypeName};
use crate::pointer::Pointer;
use crate::schema::{
    SchemaRef, alternatives, component_name, enum_values, is_type, is_unix_time, list, object,
    object_constant, text_type,
};

/// A lowered schema.
pub(super) struct Lowered {
    pub(super) type_: Type,
    pub(super) nullable: bool,
}

impl Lowered {
    fn new(type_: Type) -> Self {
        Self {
            type_,
            nullable: false,
        }
    }
}

impl Context<'_> {
    pub(super) fn struct_(
        &self,
        name: TypeName,
        docs: Vec<String>,
        schema: &Schema,
        id: Option<TypeName>,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Struct> {
        let object = object(schema)?;
        let constant = object_constant(schema).map(str::to_owned);
        let scope = format!("struct `{}` at {}", name.as_str(), place.pointer);
        let holds_personal = self.holds_personal(object, place, out);
        let mut fields = Vec::new();
        let mut complete = true;
        let required: BTreeSet<&String> = object.required.iter().collect();
        let mut properties: Vec<_> = object.properties.iter().collect();
        properties.sort_by_key(|(wire, _)| *wire);
        for (wire, schema) in properties {
            if wire == "object" && constant.is_some() {
                continue;
            }
            let required = required.contains(wire);
            let own_id = if wire == "id" { id.as_ref() } else { None };
            let place = place.property(wire);
            let Some(mut field) = self.field(wire, schema.into(), required, own_id, &place, out)
            else {
                complete = false;
                continue;
            };
            field.debug = self.field_debug(&field, schema.into(), holds_personal, &place, out);
            out.claim(&scope, field.name.as_str(), &place.pointer);
            fields.push(field);
        }
        complete.then_some(Struct {
            name,
            docs,
            object_is_required: object.required.iter().any(|wire| wire == "object"),
            object: constant,
            id,
            lints: lint::of_fields(&fields),
            fields,
            pointer: place.pointer.clone(),
        })
    }

    fn field(
        &self,
        wire: &str,
        schema: SchemaRef<'_>,
        required: bool,
        own_id: Option<&TypeName>,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Field> {
        let name = out.field_name(wire, &place.pointer)?;
        let lowered = match own_id {
            Some(id) => Lowered::new(Type::Named(place.type_path(id.clone()))),
            None => self.response(schema, place, out)?,
        };
        let (description, deprecated) = match schema {
            SchemaRef::Inline(schema) => (
                schema.schema_data.description.as_deref(),
                schema.schema_data.deprecated,
            ),
            SchemaRef::Component(_) => (None, false),
        };
        let mut docs = self.paragraphs(description);
        if docs.is_empty() {
            docs.push(described_by_type(wire, &lowered.type_, place.module));
        }
        if let Type::Expandable(_) = lowered.type_ {
            docs.push(format!("An id, unless the request expands `{wire}`."));
        }
        let when_expanded = self
            .selection
            .is_sent_when_expanded(&place.wire, &mut out.used);
        let restricted = self
            .selection
            .is_sent_to_restricted_keys(&place.wire, &mut out.used);
        let sent = sent_note(when_expanded, restricted);
        docs.extend(sent.clone());
        docs.extend(wire_note(name.as_str(), wire));
        let note = self.selection.note(&place.wire, &mut out.used);
        docs.extend(note.map(str::to_owned));
        let optional = lowered.nullable || !required;
        Some(Field {
            name,
            wire: wire.to_owned(),
            docs,
            type_: lowered.type_,
            optional,
            deprecated,
            debug: DebugPolicy::Hidden,
            expandable: when_expanded || is_expandable(schema),
            sent,
            pointer: place.pointer.clone(),
        })
    }

    /// Whether an object says who someone is: Stripe redacts one of its enums, or sends one of its properties only to
    /// restricted keys.
    fn holds_personal(&self, object: &ObjectType, place: &Place<'_>, out: &mut Output<'_>) -> bool {
        let is_personal = |(wire, schema): (&String, &ReferenceOr<Box<Schema>>)| {
            let wire = place.property(wire).wire;
            self.values(schema.into()).is_some_and(is_redacted)
                || self
                    .selection
                    .is_sent_to_restricted_keys(&wire, &mut out.used)
        };
        object.properties.iter().any(is_personal)
    }

    /// What `Debug` shows of a field of an object, which may hold personal data.
    fn field_debug(
        &self,
        field: &Field,
        schema: SchemaRef<'_>,
        holds_personal: bool,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> DebugPolicy {
        if self.selection.is_hidden(&place.wire, &mut out.used) {
            return DebugPolicy::Hidden;
        }
        if self.selection.is_public(&place.wire, &mut out.used) {
            return DebugPolicy::Shown;
        }
        match self.values(schema) {
            Some(values) if holds_personal || is_redacted(values) => DebugPolicy::Hidden,
            _ => debug_policy(&field.type_),
        }
    }

    /// The values of a string enum, by itself, as an item or behind a reference.
    fn values<'s>(&'s self, schema: SchemaRef<'s>) -> Option<&'s StringType> {
        // References that lead to each other are refused elsewhere.
        let mut schema = schema;
        for _ in 0..MAX_REFERENCES {
            let inline = match schema {
                SchemaRef::Component(reference) => self.schemas.get(&component_name(reference))?,
                SchemaRef::Inline(schema) => schema,
            };
            schema = match (&inline.schema_kind, alternatives(inline)) {
                (_, Some((_, [only]))) => only.into(),
                (SchemaKind::Type(SchemaType::Array(array)), _) => array.items.as_ref()?.into(),
                (SchemaKind::Type(SchemaType::String(string)), _) => {
                    return (!string.enumeration.is_empty()).then_some(string);
                }
                _ => return None,
            };
        }
        None
    }

    /// Lowers the schema of a value that Stripe sends.
    pub(super) fn response(
        &self,
        schema: SchemaRef<'_>,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Lowered> {
        let schema = match schema {
            SchemaRef::Component(reference) => {
                return self.response_component(&component_name(reference), place, out);
            }
            SchemaRef::Inline(schema) => schema,
        };
        if !out.is_within_depth(place) {
            return None;
        }
        let mut lowered = self.response_inline(schema, place, out)?;
        lowered.nullable |= schema.schema_data.nullable;
        Some(lowered)
    }

    fn response_component(
        &self,
        key: &str,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Lowered> {
        let schema = self.schemas.get(key)?;
        if is_type(schema) {
            let component = self.layout.components.get(key)?;
            let mut lowered = Lowered::new(Type::Named(component.path.clone()));
            lowered.nullable = schema.schema_data.nullable;
            return Some(lowered);
        }
        // A component that is no type of its own is what it holds; one that holds itself is nothing.
        let Some(mut inner) = place.write_out(key) else {
            out.report(
                &Pointer::schema(key),
                "the schema refers to itself and nothing else",
                "correct the document",
            );
            return None;
        };
        key.clone_into(&mut inner.wire);
        self.response(SchemaRef::Inline(schema), &inner, out)
    }

    fn response_inline(
        &self,
        schema: &Schema,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Lowered> {
        if let Some((keyword, alternatives)) = alternatives(schema) {
            return self.response_alternatives(schema, keyword, alternatives, place, out);
        }
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(string)) => {
                let values = enum_values(string);
                if values.is_empty() {
                    let type_ = text_type(string);
                    // A property named as a resource is, holds that resource's id.
                    let ids = self.layout.ids.get(place.last());
                    let id = ids.filter(|_| type_ == Type::String).cloned();
                    return Some(Lowered::new(id.map_or(type_, Type::Named)));
                }
                let path = self.response_enum(schema, &values, place, out)?;
                Some(Lowered::new(Type::Named(path)))
            }
            SchemaKind::Type(SchemaType::Integer(integer)) => {
                Some(Lowered::new(if is_unix_time(integer) {
                    Type::Timestamp
                } else {
                    Type::Integer
                }))
            }
            SchemaKind::Type(SchemaType::Number(_)) => Some(Lowered::new(Type::Number)),
            SchemaKind::Type(SchemaType::Boolean(_)) => Some(Lowered::new(Type::Boolean)),
            SchemaKind::Type(SchemaType::Array(array)) => {
                let Some(items) = &array.items else {
                    return Some(Lowered::new(Type::Array(Box::new(Type::Json))));
                };
                let item = self.response(items.into(), &place.item(&["items"]), out)?;
                let type_ = Type::Array(Box::new(item.type_));
                Some(Lowered {
                    type_: out.of_some_depth(type_, &place.pointer)?,
                    nullable: false,
                })
            }
            SchemaKind::Type(SchemaType::Object(object)) => {
                self.response_object(schema, object, place, out)
            }
            _ => Some(Lowered::new(Type::Json)),
        }
    }

    fn response_enum(
        &self,
        schema: &Schema,
        values: &[String],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<TypePath> {
        let path = self.nested_type_path(place, out)?;
        out.claim_type(&path, &place.pointer, Some((&place.wire, &path.name)));
        let docs = self.docs_of_nested(schema, place);
        let definition: Enum = out.enum_(path.name.clone(), docs, values, &place.pointer)?;
        out.define(path.clone(), TypeDefinition::Enum(definition));
        out.enums
            .insert(place.wire.clone(), (path.clone(), values.to_vec()));
        Some(path)
    }

    fn response_object(
        &self,
        schema: &Schema,
        object: &ObjectType,
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Lowered> {
        if let Some((kind, items)) = list(schema) {
            let item = self.response(items, &place.item(&["properties", "data", "items"]), out)?;
            let list = Type::List(kind, Box::new(item.type_));
            return out.of_some_depth(list, &place.pointer).map(Lowered::new);
        }
        let values = match &object.additional_properties {
            _ if !object.properties.is_empty() => None,
            Some(AdditionalProperties::Schema(values)) => {
                let place = place.item(&["additionalProperties"]);
                Some(self.response(values.as_ref().into(), &place, out)?)
            }
            Some(AdditionalProperties::Any(true)) => Some(Lowered::new(Type::Json)),
            // The properties that it may get later have a type to stand in.
            Some(AdditionalProperties::Any(false)) | None => None,
        };
        if let Some(values) = values {
            let map = Type::Map(Box::new(values.type_));
            return out.of_some_depth(map, &place.pointer).map(Lowered::new);
        }
        let path = self.nested_type_path(place, out)?;
        out.claim_type(&path, &place.pointer, Some((&place.wire, &path.name)));
        let docs = self.docs_of_nested(schema, place);
        let definition = self.struct_(path.name.clone(), docs, schema, None, place, out)?;
        out.define(path.clone(), TypeDefinition::Struct(definition));
        Some(Lowered::new(Type::Named(path)))
    }

    fn response_alternatives(
        &self,
        schema: &Schema,
        keyword: &str,
        alternatives: &[ReferenceOr<Schema>],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Lowered> {
        if let [only] = alternatives {
            return self.response(only.into(), &place.alternative(keyword, 0), out);
        }
        let expandable = schema
            .schema_data
            .extensions
            .contains_key("x-expansionResources");
        let plain_string = |schema: &ReferenceOr<Schema>| {
            matches!(schema, ReferenceOr::Item(Schema { schema_kind: SchemaKind::Type(SchemaType::String(string)), .. })
                if string.enumeration.is_empty())
        };
        if let (
            [ReferenceOr::Reference { reference }, id] | [id, ReferenceOr::Reference { reference }],
            true,
        ) = (alternatives, expandable)
        {
            let component = self.layout.components.get(&component_name(reference));
            if let Some(component) =
                component.filter(|component| component.id.is_some() && plain_string(id))
            {
                return Some(Lowered::new(Type::Expandable(component.path.clone())));
            }
        }
        let path = self.nested_type_path(place, out)?;
        let docs = self.docs_of_nested(schema, place);
        let union =
            self.response_union(path.name.clone(), docs, keyword, alternatives, place, out)?;
        // Alternatives that are the same type are no alternatives.
        if let [only] = union.variants.as_slice() {
            return Some(Lowered::new(only.type_.clone()));
        }
        out.claim_type(&path, &place.pointer, Some((&place.wire, &path.name)));
        out.define(path.clone(), TypeDefinition::Union(union));
        Some(Lowered::new(Type::Named(path)))
    }

    pub(super) fn response_union(
        &self,
        name: TypeName,
        docs: Vec<String>,
        keyword: &str,
        alternatives: &[ReferenceOr<Schema>],
        place: &Place<'_>,
        out: &mut Output<'_>,
    ) -> Option<Union> {
        let scope = format!("enum `{}` at {}", name.as_str(), place.pointer);
        let mut variants: Vec<UnionVariant> = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let mut place = place.alternative(keyword, index);
            let pointer = place.pointer.clone();
            // What has alternatives of its own, and is called by no name, takes one from its place.
            place.name.push(format!("variant_{}", index + 1));
            let lowered = self.response(alternative.into(), &place, out)?;
            if variants
                .iter()
                .any(|variant| variant.type_ == lowered.type_)
            {
                continue;
            }
            let (schema, component) = match alternative {
                ReferenceOr::Item(schema) => (Some(schema), None),
                ReferenceOr::Reference { reference } => {
                    let key = component_name(reference);
                    let component = self.layout.components.get_key_value(&key);
                    (self.schemas.get(&key), component)
                }
            };
            let object = schema.and_then(object_constant).map(str::to_owned);
            let variant = out.union_variant_name(&name, &lowered.type_, &pointer)?;
            let renamed = component.map(|(key, component)| (key.as_str(), &component.path.name));
            out.claim_or_rename(&scope, variant.as_str(), &pointer, renamed);
            let debug = debug_policy(&lowered.type_);
            let docs = match alternative {
                ReferenceOr::Item(schema) => {
                    self.paragraphs(schema.schema_data.description.as_deref())
                }
                ReferenceOr::Reference { .. } => Vec::new(),
            };
            variants.push(UnionVariant {
                name: variant,
                docs,
                // Objects of Stripe's are large, and differ in size.
                boxed: matches!(lowered.type_, Type::Named(_)),
                type_: lowered.type_,
                debug,
                object,
                pointer,
            });
        }
        Some(Union {
            name,
            docs,
            direction: Direction::Response,
            variants,
            pointer: place.pointer.clone(),
        })
    }
}

impl Context<'_> {
    fn docs_of_nested(&self, schema: &Schema, place: &Place<'_>) -> Vec<String> {
        let docs = self.paragraphs(schema.schema_data.description.as_deref());
        if docs.is_empty() {
            let property = place.wire.rsplit('.').next().unwrap_or_default();
            vec![format!("One of `{}`.", property.replace('`', "'"))]
        } else {
            docs
        }
    }
}

/// Far more than lead to an enum.
const MAX_REFERENCES: usize = 16;

/// Whether Stripe writes `[redacted]` over a value, which it does with personal data only.
fn is_redacted(values: &StringType) -> bool {
    values
        .enumeration
        .iter()
        .flatten()
        .any(|value| value == "[redacted]")
}

/// Whether the document says that a value can be expanded.
fn is_expandable(schema: SchemaRef<'_>) -> bool {
    let SchemaRef::Inline(schema) = schema else {
        return false;
    };
    let data = &schema.schema_data;
    data.extensions.contains_key("x-expansionResources")
        || matches!(&schema.schema_kind, SchemaKind::Type(SchemaType::Array(array))
            if array.items.as_ref().is_some_and(|items| is_expandable(items.into())))
}

/// When Stripe sends what it does not always send.
fn sent_note(when_expanded: bool, restricted: bool) -> Option<String> {
    const KEY: &str = "a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it";
    match (when_expanded, restricted) {
        (true, true) => Some(format!(
            "Sent only if the request expands it, and only to {KEY}."
        )),
        (true, false) => Some("Sent only if the request expands it.".to_owned()),
        (false, true) => Some(format!("Sent only to {KEY}.")),
        (false, false) => None,
    }
}

/// Free text and plain numbers may say who someone is; ids, enums, booleans and times do not.
pub(super) fn debug_policy(type_: &Type) -> DebugPolicy {
    match type_ {
        // A map's keys are free text as well.
        Type::Integer
        | Type::Int64
        | Type::Number
        | Type::Decimal
        | Type::String
        | Type::Json
        | Type::Metadata
        | Type::Map(_) => DebugPolicy::Hidden,
        Type::Boolean
        | Type::Timestamp
        | Type::DateTime
        | Type::Named(_)
        | Type::Expandable(_)
        | Type::List(..)
        | Type::RangeQuery
        | Type::Upload
        | Type::Download => DebugPolicy::Shown,
        Type::Boxed(inner) | Type::Array(inner) | Type::Clearable(inner) => debug_policy(inner),
    }
}

/// What a field without a description is.
fn described_by_type(wire: &str, type_: &Type, module: &SnakeName) -> String {
    match type_ {
        Type::Named(path) if path.module == *module => format!("See [`{}`].", path.name.as_str()),
        Type::Named(path) => {
            let (module, name) = (path.module.as_str(), path.name.as_str());
            format!("See [`{name}`](crate::{module}::{name}).")
        }
        _ => format!("Stripe does not describe `{}`.", wire.replace('`', "'")),
    }
}
