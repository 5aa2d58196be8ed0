//! Component schemas become types; resources become modules.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Schema, SchemaKind, Type as SchemaType};

use super::Lowering;
use super::docs::paragraphs;
use super::placement::{Component, ModulePlace, Placement};
use super::response::Place;
use super::schema::{alternatives, enum_values, list_items, object, object_constant};
use crate::model::{Id, Module, TypeDefinition, TypePath};
use crate::names::SnakeName;
use crate::pointer::Pointer;

impl Lowering<'_> {
    /// A module without its contents.
    pub(super) fn module(&self, name: &SnakeName, place: &ModulePlace) -> Module {
        let resource = place
            .resource
            .as_deref()
            .and_then(|key| self.placement.component(key));
        let page = self.page_of_module(name);
        let docs = match resource {
            Some(component) => {
                let mut docs = vec![format!(
                    "Everything about a [`{}`].",
                    component.path.name.as_str()
                )];
                docs.extend(page.map(|page| format!("[Stripe's documentation]({page})")));
                docs
            }
            None if name.as_str() == "shared" => {
                vec!["Types that more than one resource uses.".to_owned()]
            }
            None => vec![format!("Operations and types of `{}`.", name.as_str())],
        };
        Module {
            name: name.clone(),
            resource: resource.map(|component| component.path.name.clone()),
            docs,
            operations: Vec::new(),
            types: Vec::new(),
        }
    }

    /// The types that a component schema becomes: its own, and those of what it nests.
    pub(super) fn component(&self, key: &str, component: &Component) -> Vec<TypeDefinition> {
        let Some(schema) = self.schemas.get(key) else {
            return Vec::new();
        };
        let pointer = Pointer::schema(key);
        let mut types = Vec::new();
        if !is_type(schema) {
            return types;
        }
        self.claim_type(&component.path, &pointer);
        if let Some(id) = &component.id {
            let pointer = pointer.join("properties").join("id");
            self.claim_type(id, &pointer);
            let docs = vec![
                format!("The id of a [`{}`].", component.path.name.as_str()),
                "It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL."
                    .to_owned(),
            ];
            types.push(TypeDefinition::Id(Id {
                name: id.name.clone(),
                docs,
                pointer,
            }));
        }
        let mut place = Place {
            module: component.path.module.clone(),
            name: vec![component.path.name.as_str().to_owned()],
            wire: key.to_owned(),
            pointer: pointer.clone(),
            types: &mut types,
        };
        let docs = self.component_docs(key, component, schema);
        let name = component.path.name.clone();
        let definition = match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(string)) => self
                .enum_(name, docs, &enum_values(string), &pointer)
                .map(TypeDefinition::Enum),
            _ => match alternatives(schema) {
                Some((keyword, alternatives)) => self
                    .response_union(name, docs, keyword, alternatives, &mut place)
                    .map(TypeDefinition::Union),
                None => object(schema).and_then(|object| {
                    let id = component.id.as_ref().map(|id| id.name.clone());
                    let constant = object_constant(schema).map(str::to_owned);
                    self.struct_(name, docs, object, constant, id, &mut place)
                        .map(TypeDefinition::Struct)
                }),
            },
        };
        types.extend(definition);
        types
    }

    fn component_docs(&self, key: &str, component: &Component, schema: &Schema) -> Vec<String> {
        let mut docs = paragraphs(schema.schema_data.description.as_deref());
        if docs.is_empty() {
            docs.push(self.docs_by_use(key, component));
        }
        if let Some(page) = self.page_of_module(&component.path.module) {
            docs.push(format!("[Stripe's documentation]({page})"));
        }
        docs
    }

    /// Where a component has no description of its own, what uses it says what it is.
    fn docs_by_use(&self, key: &str, component: &Component) -> String {
        match self.uses.get(key) {
            Some((holder, property)) => {
                let field = SnakeName::new(property)
                    .map_or_else(|| (*property).to_owned(), |name| name.as_str().to_owned());
                let name = holder.name.as_str();
                if holder.module == component.path.module {
                    format!("What [`{name}::{field}`] holds.")
                } else {
                    let module = holder.module.as_str();
                    format!("What [`{name}::{field}`](super::{module}::{name}::{field}) holds.")
                }
            }
            None => format!("A `{}`.", key.replace('`', "'")),
        }
    }
}

/// A type and one of its properties, which holds a component.
pub(super) type Use<'a> = (&'a TypePath, &'a str);

/// For each component that a property holds, the first that does, by name.
pub(super) fn uses<'a>(
    schemas: &'a IndexMap<String, Schema>,
    placement: &'a Placement,
) -> BTreeMap<String, Use<'a>> {
    let mut uses: BTreeMap<String, Use<'a>> = BTreeMap::new();
    for (holder, place) in placement.components() {
        let schema = schemas.get(holder).filter(|schema| is_type(schema));
        let properties = schema.and_then(object).map(|object| &object.properties);
        for (property, schema) in properties.into_iter().flatten() {
            let mut held = Vec::new();
            super::response::held(schema.into(), &mut held);
            for key in held {
                let found = (&place.path, property.as_str());
                let first = uses.entry(key).or_insert(found);
                *first = (*first).min(found);
            }
        }
    }
    uses
}

/// Whether a component schema becomes a type of its own; others are what they hold.
pub(super) fn is_type(schema: &Schema) -> bool {
    match &schema.schema_kind {
        SchemaKind::Type(SchemaType::String(string)) => !string.enumeration.is_empty(),
        SchemaKind::Type(SchemaType::Object(object)) => {
            let has_members =
                !object.properties.is_empty() || object.additional_properties.is_none();
            has_members && list_items(schema).is_none()
        }
        SchemaKind::AnyOf { any_of } => any_of.len() > 1,
        SchemaKind::OneOf { one_of } => one_of.len() > 1,
        _ => false,
    }
}
