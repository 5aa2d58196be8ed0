//! What Stripe sends: schemas of responses become fields and types.

use std::collections::BTreeSet;

use openapiv3::{
    AdditionalProperties, ObjectType, ReferenceOr, Schema, SchemaKind, Type as SchemaType,
};

use super::Lowering;
use super::component::is_type;
use super::docs::{paragraphs, wire_note};
use super::schema::{
    SchemaRef, alternatives, component_name, enum_values, is_unix_time, list_items, object,
    object_constant,
};
use crate::model::{
    DebugPolicy, Direction, Enum, Field, Struct, Type, TypeDefinition, TypePath, Union,
    UnionVariant,
};
use crate::names::{SnakeName, TypeName, VariantName, singular};
use crate::pointer::Pointer;

/// Where lowering stands, and what it has made there.
pub(super) struct Place<'p> {
    pub(super) module: SnakeName,
    /// The parts of the name of a type that would be made here.
    pub(super) name: Vec<String>,
    /// The place in words: `identity.verification_session.type`.
    pub(super) wire: String,
    pub(super) pointer: Pointer,
    pub(super) types: &'p mut Vec<TypeDefinition>,
}

impl Place<'_> {
    fn property(&mut self, name: &str) -> Place<'_> {
        let mut parts = self.name.clone();
        parts.push(name.to_owned());
        Place {
            module: self.module.clone(),
            name: parts,
            wire: format!("{}.{name}", self.wire),
            pointer: self.pointer.join("properties").join(name),
            types: self.types,
        }
    }

    /// One of what this place holds.
    fn item(&mut self, keywords: &[&str]) -> Place<'_> {
        let mut parts = self.name.clone();
        if let Some(last) = parts.last_mut() {
            *last = singular(last);
        }
        Place {
            module: self.module.clone(),
            name: parts,
            wire: self.wire.clone(),
            pointer: keywords
                .iter()
                .fold(self.pointer.clone(), |pointer, keyword| {
                    pointer.join(keyword)
                }),
            types: self.types,
        }
    }

    fn alternative(&mut self, keyword: &str, index: usize) -> Place<'_> {
        Place {
            module: self.module.clone(),
            name: self.name.clone(),
            wire: self.wire.clone(),
            pointer: self.pointer.join(keyword).index(index),
            types: self.types,
        }
    }

    /// What this place is called on the wire: the last part of its name.
    fn last(&self) -> &str {
        self.name.last().map_or("", String::as_str)
    }
}

/// A lowered schema.
pub(super) struct Lowered {
    pub(super) type_: Type,
    pub(super) nullable: bool,
    /// Stripe names it as something that it redacts.
    personal: bool,
}

impl Lowered {
    fn new(type_: Type) -> Self {
        Self {
            type_,
            nullable: false,
            personal: false,
        }
    }
}

/// The components that a schema refers to, by itself, as its alternatives or as its items.
pub(super) fn held(schema: SchemaRef<'_>, into: &mut Vec<String>) {
    match schema {
        SchemaRef::Component(reference) => into.push(component_name(reference)),
        SchemaRef::Inline(schema) => {
            for one in alternatives(schema).into_iter().flat_map(|(_, all)| all) {
                held(one.into(), into);
            }
            if let SchemaKind::Type(SchemaType::Array(array)) = &schema.schema_kind
                && let Some(items) = &array.items
            {
                held(items.into(), into);
            }
        }
    }
}

impl Lowering<'_> {
    pub(super) fn struct_(
        &self,
        name: TypeName,
        docs: Vec<String>,
        object: &ObjectType,
        constant: Option<String>,
        id: Option<TypeName>,
        place: &mut Place<'_>,
    ) -> Option<Struct> {
        let scope = format!("struct `{}` at {}", name.as_str(), place.pointer);
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
            match self.field(wire, schema.into(), required, own_id, &scope, place) {
                Some(field) => fields.push(field),
                None => complete = false,
            }
        }
        complete.then_some(Struct {
            name,
            docs,
            object: constant,
            id,
            is_list_item: false,
            fields,
            lints: Vec::new(),
            pointer: place.pointer.clone(),
        })
    }

    fn field(
        &self,
        wire: &str,
        schema: SchemaRef<'_>,
        required: bool,
        own_id: Option<&TypeName>,
        scope: &str,
        place: &mut Place<'_>,
    ) -> Option<Field> {
        let mut place = place.property(wire);
        let name = self.field_name(wire, &place.pointer)?;
        self.claim(scope, name.as_str(), &place.pointer);
        let lowered = match own_id {
            Some(id) => Lowered::new(Type::Named(TypePath {
                module: place.module.clone(),
                name: id.clone(),
            })),
            None => self.response(schema, &mut place)?,
        };
        let (description, deprecated) = match schema {
            SchemaRef::Inline(schema) => (
                schema.schema_data.description.as_deref(),
                schema.schema_data.deprecated,
            ),
            SchemaRef::Component(_) => (None, false),
        };
        let mut docs = paragraphs(description);
        if docs.is_empty() {
            docs.push(described_by_type(wire, &lowered.type_, &place.module));
        }
        if let Type::Expandable(_) = lowered.type_ {
            docs.push(format!(
                "An id, unless the request named `{wire}` in `expand`."
            ));
        }
        docs.extend(wire_note(name.as_str(), wire));
        let debug = if self
            .selection
            .is_public(&place.wire, &mut self.used.borrow_mut())
        {
            DebugPolicy::Shown
        } else if lowered.personal {
            DebugPolicy::Hidden
        } else {
            debug_policy(&lowered.type_)
        };
        let optional = lowered.nullable || !required;
        Some(Field {
            name,
            wire: wire.to_owned(),
            docs,
            type_: lowered.type_,
            optional,
            deprecated,
            debug,
            pointer: place.pointer,
        })
    }

    /// Lowers the schema of a value that Stripe sends.
    pub(super) fn response(&self, schema: SchemaRef<'_>, place: &mut Place<'_>) -> Option<Lowered> {
        let schema = match schema {
            SchemaRef::Component(reference) => {
                return self.response_component(&component_name(reference), place);
            }
            SchemaRef::Inline(schema) => schema,
        };
        let pointer = place.pointer.clone();
        let mut lowered = self.deeper(&pointer, || self.response_inline(schema, place))?;
        lowered.nullable |= schema.schema_data.nullable;
        Some(lowered)
    }

    fn response_component(&self, key: &str, place: &mut Place<'_>) -> Option<Lowered> {
        let schema = self.schemas.get(key)?;
        if is_type(schema) {
            let component = self.placement.component(key)?;
            let mut lowered = Lowered::new(Type::Named(component.path.clone()));
            lowered.nullable = schema.schema_data.nullable;
            return Some(lowered);
        }
        // A component that is no type of its own is what it holds; one that holds itself is nothing.
        if self.writing_out.borrow().iter().any(|open| open == key) {
            self.report(
                &Pointer::schema(key),
                "the schema refers to itself and nothing else",
                "correct the document",
            );
            return None;
        }
        self.writing_out.borrow_mut().push(key.to_owned());
        let mut inner = Place {
            module: place.module.clone(),
            name: place.name.clone(),
            wire: key.to_owned(),
            pointer: place.pointer.join("$ref"),
            types: place.types,
        };
        let lowered = self.response(SchemaRef::Inline(schema), &mut inner);
        self.writing_out.borrow_mut().pop();
        lowered
    }

    fn response_inline(&self, schema: &Schema, place: &mut Place<'_>) -> Option<Lowered> {
        if let Some((keyword, alternatives)) = alternatives(schema) {
            return self.response_alternatives(schema, keyword, alternatives, place);
        }
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(string)) => {
                let values = enum_values(string);
                if values.is_empty() {
                    // A property named as a resource is, holds that resource's id.
                    let id = self.placement.id_of_resource(place.last()).cloned();
                    return Some(Lowered::new(id.map_or(Type::String, Type::Named)));
                }
                let path = self.response_enum(schema, &values, place)?;
                let mut lowered = Lowered::new(Type::Named(path));
                // Stripe writes `[redacted]` over personal data only.
                lowered.personal = values.iter().any(|value| value == "[redacted]");
                Some(lowered)
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
                let item = self.response(items.into(), &mut place.item(&["items"]))?;
                let type_ = Type::Array(Box::new(item.type_));
                Some(Lowered {
                    type_: self.of_some_depth(type_, &place.pointer)?,
                    nullable: false,
                    personal: item.personal,
                })
            }
            SchemaKind::Type(SchemaType::Object(object)) => {
                self.response_object(schema, object, place)
            }
            _ => Some(Lowered::new(Type::Json)),
        }
    }

    fn response_enum(
        &self,
        schema: &Schema,
        values: &[String],
        place: &mut Place<'_>,
    ) -> Option<TypePath> {
        let parts: Vec<&str> = place.name.iter().map(String::as_str).collect();
        let path = self.nested_type_path(&place.module, &place.wire, &parts, &place.pointer)?;
        self.claim_type(&path, &place.pointer);
        let docs = docs_of_nested(schema, place);
        let definition: Enum = self.enum_(path.name.clone(), docs, values, &place.pointer)?;
        place.types.push(TypeDefinition::Enum(definition));
        self.enums
            .borrow_mut()
            .insert(place.wire.clone(), (path.clone(), values.to_vec()));
        Some(path)
    }

    fn response_object(
        &self,
        schema: &Schema,
        object: &ObjectType,
        place: &mut Place<'_>,
    ) -> Option<Lowered> {
        if let Some(items) = list_items(schema) {
            let item = self.response(items, &mut place.item(&["properties", "data", "items"]))?;
            let list = Type::List(Box::new(item.type_));
            return self.of_some_depth(list, &place.pointer).map(Lowered::new);
        }
        if object.properties.is_empty() {
            let values = match &object.additional_properties {
                Some(AdditionalProperties::Schema(values)) => {
                    self.response(
                        values.as_ref().into(),
                        &mut place.item(&["additionalProperties"]),
                    )?
                    .type_
                }
                _ => Type::Json,
            };
            let map = Type::Map(Box::new(values));
            return self.of_some_depth(map, &place.pointer).map(Lowered::new);
        }
        let parts: Vec<&str> = place.name.iter().map(String::as_str).collect();
        let path = self.nested_type_path(&place.module, &place.wire, &parts, &place.pointer)?;
        self.claim_type(&path, &place.pointer);
        let docs = docs_of_nested(schema, place);
        let constant = object_constant(schema).map(str::to_owned);
        let definition = self.struct_(path.name.clone(), docs, object, constant, None, place)?;
        place.types.push(TypeDefinition::Struct(definition));
        Some(Lowered::new(Type::Named(path)))
    }

    fn response_alternatives(
        &self,
        schema: &Schema,
        keyword: &str,
        alternatives: &[ReferenceOr<Schema>],
        place: &mut Place<'_>,
    ) -> Option<Lowered> {
        if let [only] = alternatives {
            return self.response(only.into(), &mut place.alternative(keyword, 0));
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
            let component = self.placement.component(&component_name(reference));
            if let Some(component) =
                component.filter(|component| component.id.is_some() && plain_string(id))
            {
                return Some(Lowered::new(Type::Expandable(component.path.clone())));
            }
        }
        let parts: Vec<&str> = place.name.iter().map(String::as_str).collect();
        let path = self.nested_type_path(&place.module, &place.wire, &parts, &place.pointer)?;
        let docs = docs_of_nested(schema, place);
        let union = self.response_union(path.name.clone(), docs, keyword, alternatives, place)?;
        // Alternatives that are the same type are no alternatives.
        if let [only] = union.variants.as_slice() {
            return Some(Lowered::new(only.type_.clone()));
        }
        self.claim_type(&path, &place.pointer);
        place.types.push(TypeDefinition::Union(union));
        Some(Lowered::new(Type::Named(path)))
    }

    pub(super) fn response_union(
        &self,
        name: TypeName,
        docs: Vec<String>,
        keyword: &str,
        alternatives: &[ReferenceOr<Schema>],
        place: &mut Place<'_>,
    ) -> Option<Union> {
        let scope = format!("enum `{}` at {}", name.as_str(), place.pointer);
        let mut variants: Vec<UnionVariant> = Vec::new();
        for (index, alternative) in alternatives.iter().enumerate() {
            let mut place = place.alternative(keyword, index);
            let pointer = place.pointer.clone();
            // What has alternatives of its own, and is called by no name, takes one from its place.
            place.name.push(format!("variant_{}", index + 1));
            let lowered = self.response(alternative.into(), &mut place)?;
            if variants
                .iter()
                .any(|variant| variant.type_ == lowered.type_)
            {
                continue;
            }
            let object = match alternative.into() {
                SchemaRef::Component(reference) => self
                    .schemas
                    .get(&component_name(reference))
                    .and_then(object_constant)
                    .map(str::to_owned),
                SchemaRef::Inline(schema) => object_constant(schema).map(str::to_owned),
            };
            let variant = self.union_variant_name(&name, &lowered.type_, &pointer)?;
            self.claim(&scope, variant.as_str(), &pointer);
            let debug = debug_policy(&lowered.type_);
            let docs = match alternative {
                ReferenceOr::Item(schema) => paragraphs(schema.schema_data.description.as_deref()),
                ReferenceOr::Reference { .. } => Vec::new(),
            };
            variants.push(UnionVariant {
                name: variant,
                docs,
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
            is_list_item: false,
            variants,
            pointer: place.pointer.clone(),
        })
    }

    /// A variant is called as its type is, without the name of the union.
    pub(super) fn union_variant_name(
        &self,
        union: &TypeName,
        type_: &Type,
        pointer: &Pointer,
    ) -> Option<VariantName> {
        let name = match type_ {
            Type::Boolean => "Boolean",
            Type::Integer => "Integer",
            Type::Number => "Number",
            Type::String => "String",
            Type::Timestamp => "Timestamp",
            Type::Json => "Json",
            Type::List(_) | Type::Array(_) => "List",
            Type::Map(_) | Type::Metadata => "Map",
            Type::RangeQuery => "Range",
            Type::Upload => "Upload",
            Type::Download => "Download",
            Type::Named(path) | Type::Expandable(path) => {
                let name = path.name.as_str();
                name.strip_prefix(union.as_str())
                    .filter(|rest| rest.starts_with(char::is_uppercase))
                    .unwrap_or(name)
            }
            Type::Boxed(inner) | Type::Clearable(inner) => {
                return self.union_variant_name(union, inner, pointer);
            }
        };
        VariantName::new(name).or_else(|| self.nameless(pointer, name))
    }
}

fn docs_of_nested(schema: &Schema, place: &Place<'_>) -> Vec<String> {
    let docs = paragraphs(schema.schema_data.description.as_deref());
    if docs.is_empty() {
        let property = place.wire.rsplit('.').next().unwrap_or_default();
        vec![format!("One of `{}`.", property.replace('`', "'"))]
    } else {
        docs
    }
}

/// Free text and plain numbers may say who someone is; ids, enums, booleans and times do not.
pub(super) fn debug_policy(type_: &Type) -> DebugPolicy {
    match type_ {
        // A map's keys are free text as well.
        Type::Integer
        | Type::Number
        | Type::String
        | Type::Json
        | Type::Metadata
        | Type::Map(_) => DebugPolicy::Hidden,
        Type::Boolean
        | Type::Timestamp
        | Type::Named(_)
        | Type::Expandable(_)
        | Type::List(_)
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
            format!("See [`{name}`](super::{module}::{name}).")
        }
        _ => format!("Stripe does not describe `{}`.", wire.replace('`', "'")),
    }
}

impl Lowering<'_> {
    /// The enum of the property of a resource at a path such as `options.document.allowed_types`, where its
    /// values hold all of `values`.
    pub(super) fn resource_enum(
        &self,
        resource: &str,
        path: &[String],
        values: &[String],
    ) -> Option<TypePath> {
        let (wire, _) = self.resource_property(resource, path)?;
        let enums = self.enums.borrow();
        let (found, known) = enums.get(&wire)?;
        values
            .iter()
            .all(|value| known.contains(value))
            .then(|| found.clone())
    }

    /// The property of a resource at a path, and its place in words.
    pub(super) fn resource_property(
        &self,
        resource: &str,
        path: &[String],
    ) -> Option<(String, SchemaRef<'_>)> {
        let mut wire = resource.to_owned();
        let mut schema = self.schemas.get(resource)?;
        let (last, above) = path.split_last()?;
        for name in above {
            let property = object(schema)?.properties.get(name)?;
            (wire, schema) = self.resolve(format!("{wire}.{name}"), property.into())?;
        }
        let property = object(schema)?.properties.get(last)?;
        Some((format!("{wire}.{last}"), property.into()))
    }

    /// The object that a property holds, through null, expansion and lists.
    fn resolve<'s>(&'s self, wire: String, schema: SchemaRef<'s>) -> Option<(String, &'s Schema)> {
        match schema {
            SchemaRef::Component(reference) => {
                let key = component_name(reference);
                let schema = self.schemas.get(&key)?;
                Some((key, schema))
            }
            SchemaRef::Inline(schema) => {
                if let Some((_, alternatives)) = alternatives(schema) {
                    let is_object = |one: &&ReferenceOr<Schema>| match one {
                        ReferenceOr::Reference { .. } => true,
                        ReferenceOr::Item(schema) => object(schema).is_some(),
                    };
                    return self.resolve(wire, alternatives.iter().find(is_object)?.into());
                }
                match &schema.schema_kind {
                    SchemaKind::Type(SchemaType::Array(array)) => {
                        self.resolve(wire, array.items.as_ref()?.into())
                    }
                    _ => Some((wire, schema)),
                }
            }
        }
    }
}
