//! The fourth stage: every decision is taken here, and stored in the model.

mod component;
mod counterpart;
mod docs;
mod event;
mod expansion;
mod file;
mod home;
mod layout;
mod lint;
mod list_item;
mod naming;
mod operation;
mod outcome;
mod output;
mod place;
mod recursion;
mod request;
mod response;
mod shape;
mod subject;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::Schema;

use crate::diagnostic::Diagnostics;
use crate::model::{Api, ListKind, Module, Operation, Type, TypeDefinition, TypePath};
use crate::names::{SnakeName, TypeName};
use crate::prose::Descriptions;
use crate::select::Selected;
use crate::selection::{Selection, Used};
use layout::Layout;
use output::Output;
use place::Place;

/// What lowering reads.
#[derive(Debug)]
struct Context<'a> {
    selection: &'a Selection<'a>,
    selected: &'a Selected,
    schemas: &'a IndexMap<String, Schema>,
    layout: &'a Layout,
    descriptions: &'a Descriptions<'a>,
    /// What holds each component.
    uses: BTreeMap<String, component::Use<'a>>,
}

/// Lowers what is selected to the model of a client; the entries of the selection that matched something come with it.
pub(crate) fn lower(
    document: &str,
    selected: &Selected,
    selection: &Selection<'_>,
) -> Result<(Api, Used), Diagnostics> {
    let described = selected.paths.values().chain(selected.schemas.values());
    let descriptions = Descriptions::of(described);
    descriptions.converted_beside(|| lower_with(&descriptions, document, selected, selection))
}

fn lower_with(
    descriptions: &Descriptions<'_>,
    document: &str,
    selected: &Selected,
    selection: &Selection<'_>,
) -> Result<(Api, Used), Diagnostics> {
    let schemas = selected.typed_schemas();
    let operations = selected.operations();
    let (layout, used) = layout::lay_out(document, selected, &schemas, &operations, selection)?;
    let context = Context {
        selection,
        selected,
        schemas: &schemas,
        layout: &layout,
        descriptions,
        uses: component::uses(&schemas, &layout),
    };
    let mut out = Output::new(document, selected, used);
    for (key, component) in &layout.components {
        context.component(key, component, &mut out);
    }
    // The parameters of operations have the enums of components.
    let mut functions: BTreeMap<&SnakeName, Vec<Operation>> = BTreeMap::new();
    for (operation, function) in operations.iter().zip(&layout.functions) {
        let operation = context.operation(operation, function, &mut out);
        functions
            .entry(&function.module)
            .or_default()
            .extend(operation);
    }
    let events = context.events(&mut out);
    let outcomes = context.outcomes(&mut out);
    outcome::wait(functions.values_mut().flatten(), &outcomes);
    let requests = functions.values_mut().flatten();
    expansion::expansions(requests, &mut out);
    let (mut types, used) = out.finish()?;
    recursion::box_cycles(&mut types);
    let pages = functions
        .values()
        .flatten()
        .filter(|operation| matches!(operation.response, Type::List(ListKind::Cursor, _)))
        .filter_map(|operation| operation.pages.as_ref());
    let list_items = list_item::list_items(&types, pages);
    let mut by_module: BTreeMap<SnakeName, Vec<TypeDefinition>> = BTreeMap::new();
    for (TypePath { module, .. }, definition) in types {
        by_module.entry(module).or_default().push(definition);
    }
    let modules = layout.modules.iter().map(|(name, about)| {
        let operations = functions.remove(name).unwrap_or_default();
        let types = by_module.remove(name).unwrap_or_default();
        sorted(context.module(name, about, operations, types))
    });
    let is_empty = |module: &Module| module.operations.is_empty() && module.types.is_empty();
    let mut api = Api {
        package: selection.crate_.name.clone(),
        title: selection.crate_.title.clone(),
        version: selected.api_version.clone(),
        modules: modules.filter(|module| !is_empty(module)).collect(),
        events,
        list_items,
        outcomes,
        aliases: BTreeMap::new(),
    };
    let named = layout.components.values().map(|component| &component.path);
    api.aliases = shape::aliases(&api, &named.collect());
    Ok((api, used))
}

/// Puts a module into the order in which people look for things.
fn sorted(mut module: Module) -> Module {
    let rank = |name: &str| match name {
        "create" => 0,
        "retrieve" => 1,
        "update" => 2,
        "list" => 3,
        "delete" => 4,
        _ => 5,
    };
    module
        .operations
        .sort_by(|a, b| (rank(a.name.as_str()), &a.name).cmp(&(rank(b.name.as_str()), &b.name)));
    let resource = module.resource.clone();
    let is_resource = |definition: &TypeDefinition| resource.as_ref() == Some(definition.name());
    let is_id = |definition: &TypeDefinition| matches!(definition, TypeDefinition::Id(_));
    module.types.sort_by(|a, b| {
        let key = |definition| {
            (
                !is_resource(definition),
                !is_id(definition),
                definition.name().clone(),
            )
        };
        key(a).cmp(&key(b))
    });
    module
}

impl Context<'_> {
    /// The path of a type that is made at a place, unless nothing of the wire name can stand in a name. What is called
    /// as a component that it refers to, or as the request that it is in, is a `…Value`.
    fn nested_type_path(&self, place: &Place<'_>, out: &mut Output<'_>) -> Option<TypePath> {
        let parts: Vec<&str> = place.name.iter().map(String::as_str).collect();
        let name = match self.selection.renamed(&place.wire, &mut out.used) {
            Some(given) => TypeName::given(given),
            None => TypeName::new(&parts)
                .or_else(|| out.nameless(&place.pointer, parts.last().unwrap_or(&"")))?,
        };
        let path = place.type_path(name);
        let owner = place.pointer.component_schema();
        let references = owner.iter().flat_map(|key| self.selected.references(key));
        let mut components = references.filter_map(|key| self.layout.components.get(key));
        if place.request == Some(&path.name)
            || components
                .any(|component| component.path == path || component.id.as_ref() == Some(&path))
        {
            return Some(place.type_path(path.name.suffixed("Value")));
        }
        Some(path)
    }
}
