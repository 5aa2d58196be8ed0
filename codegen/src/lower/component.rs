//! Component schemas become types; resources become modules.

use openapiv3::{Schema, SchemaKind, Type as SchemaType};

use super::Lowering;
use super::docs::paragraphs;
use super::placement::{Component, ModulePlace};
use super::response::Place;
use super::schema::{alternatives, enum_values, list_items, object, object_constant};
use crate::model::{Id, Module, TypeDefinition};
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
        let uses = self.placement.components().filter_map(|(holder, place)| {
            let schema = self.schemas.get(holder).filter(|schema| is_type(schema))?;
            let properties = &object(schema)?.properties;
            let (property, _) = properties
                .iter()
                .find(|(_, schema)| super::response::names((*schema).into(), key))?;
            Some((place, property))
        });
        let mut uses: Vec<_> = uses.collect();
        uses.sort_by(|a, b| (&a.0.path, a.1).cmp(&(&b.0.path, b.1)));
        match uses.first() {
            Some((holder, property)) => {
                let field = SnakeName::new(property)
                    .map_or_else(|| (*property).clone(), |name| name.as_str().to_owned());
                let name = holder.path.name.as_str();
                if holder.path.module == component.path.module {
                    format!("What [`{name}::{field}`] holds.")
                } else {
                    let module = holder.path.module.as_str();
                    format!("What [`{name}::{field}`](super::{module}::{name}::{field}) holds.")
                }
            }
            None => format!("A `{}`.", key.replace('`', "'")),
        }
    }
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
