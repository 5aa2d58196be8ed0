//! Component schemas become types; resources become modules.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Schema, SchemaKind, Type as SchemaType};

use super::Context;
use super::file;
use super::layout::{About, Component, Layout};
use super::naming::SHARED;
use super::output::Output;
use super::place::Place;
use crate::model::{Id, Module, Operation, TypeDefinition, TypePath};
use crate::names::SnakeName;
use crate::pointer::Pointer;
use crate::prose::{article, first_article};
use crate::schema::{alternatives, enum_values, held, is_type, object};

impl Context<'_> {
    /// A module of operations and types.
    pub(super) fn module(
        &self,
        name: &SnakeName,
        about: &About,
        operations: Vec<Operation>,
        types: Vec<TypeDefinition>,
    ) -> Module {
        let resource = about
            .resource
            .as_ref()
            .and_then(|key| self.layout.components.get(key));
        let page = self.page_of_module(name);
        let docs = match resource {
            Some(component) => {
                let name = component.path.name.as_str();
                let mut docs = vec![format!("Everything about {} [`{name}`].", article(name))];
                docs.extend(page.map(|page| format!("[Stripe's documentation]({page})")));
                docs
            }
            None if name.as_str() == SHARED => {
                vec!["Types that several resources share.".to_owned()]
            }
            None => vec![format!("Operations and types of `{}`.", name.as_str())],
        };
        Module {
            name: name.clone(),
            resource: resource.map(|component| component.path.name.clone()),
            docs,
            operations,
            files: file::files(&types),
            types,
        }
    }

    /// The types that a component schema becomes: its own, and those of what it nests.
    pub(super) fn component(&self, key: &str, component: &Component, out: &mut Output<'_>) {
        let Some(schema) = self.schemas.get(key).filter(|schema| is_type(schema)) else {
            return;
        };
        let (path, pointer) = (&component.path, Pointer::schema(key));
        let renamed = Some((key, &path.name));
        out.claim_type(path, &pointer, renamed);
        if let Some(id) = &component.id {
            let pointer = pointer.join("properties").join("id");
            let name = path.name.as_str();
            out.claim_type(id, &pointer, renamed);
            let docs = vec![
                format!("The id of {} [`{name}`].", article(name)),
                "A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent."
                    .to_owned(),
            ];
            let definition = Id {
                name: id.name.clone(),
                docs,
                pointer,
            };
            out.define(id.clone(), TypeDefinition::Id(definition));
        }
        let place = Place::new(&path.module, path.name.as_str(), key, pointer.clone());
        let docs = self.component_docs(key, component, schema);
        let name = path.name.clone();
        let definition = if let SchemaKind::Type(SchemaType::String(string)) = &schema.schema_kind {
            out.enum_(name, docs, &enum_values(string), &pointer)
                .map(TypeDefinition::Enum)
        } else if let Some((keyword, alternatives)) = alternatives(schema) {
            self.response_union(name, docs, keyword, alternatives, &place, out)
                .map(TypeDefinition::Union)
        } else {
            let id = component.id.as_ref().map(|id| id.name.clone());
            self.struct_(name, docs, schema, id, &place, out)
                .map(TypeDefinition::Struct)
        };
        if let Some(definition) = definition {
            out.define(path.clone(), definition);
        }
    }

    fn component_docs(&self, key: &str, component: &Component, schema: &Schema) -> Vec<String> {
        let mut docs = self.paragraphs(schema.schema_data.description.as_deref());
        if docs.is_empty() {
            docs.push(self.docs_by_use(key));
        }
        if let Some(page) = self.page_of_module(&component.path.module) {
            docs.push(format!("[Stripe's documentation]({page})"));
        }
        docs
    }

    /// Where a component has no description of its own, what uses it says what it is.
    fn docs_by_use(&self, key: &str) -> String {
        match self.uses.get(key) {
            Some((holder, property)) => {
                let field = SnakeName::new(property)
                    .map_or_else(|| (*property).to_owned(), |name| name.as_str().to_owned());
                let name = holder.name.as_str();
                let module = holder.module.as_str();
                format!("The value of [`{name}::{field}`](crate::{module}::{name}::{field}).")
            }
            None => format!("{} `{}`.", first_article(key), key.replace('`', "'")),
        }
    }
}

/// A type and one of its properties, which holds a component.
pub(super) type Use<'a> = (&'a TypePath, &'a str);

/// For each component that a property holds, the first that does, by name.
pub(super) fn uses<'a>(
    schemas: &'a IndexMap<String, Schema>,
    layout: &'a Layout,
) -> BTreeMap<String, Use<'a>> {
    let mut uses: BTreeMap<String, Use<'a>> = BTreeMap::new();
    for (holder, component) in &layout.components {
        let schema = schemas.get(holder).filter(|schema| is_type(schema));
        let properties = schema.and_then(object).map(|object| &object.properties);
        for (property, schema) in properties.into_iter().flatten() {
            let mut keys = Vec::new();
            held(schema.into(), &mut keys);
            for key in keys {
                let found = (&component.path, property.as_str());
                let first = uses.entry(key).or_insert(found);
                *first = (*first).min(found);
            }
        }
    }
    uses
}
