//! What lists hold: whether a list can be read on over its pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Module, Type, TypeDefinition, TypePath};
use crate::names::SnakeName;

/// Marks what is listed and has an id that may be missing; takes paging from lists of what has none.
pub(super) fn mark(modules: &mut BTreeMap<SnakeName, Module>) {
    let listed = |module: &Module| -> Vec<TypePath> {
        let items = module
            .operations
            .iter()
            .filter_map(|operation| named(operation.pages.as_ref()?));
        items.cloned().collect()
    };
    let mut queue: Vec<TypePath> = modules.values().flat_map(listed).collect();
    let mut reached = BTreeSet::new();
    // What a union holds has to have a cursor for the union to have one.
    while let Some(path) = queue.pop() {
        if let Some(TypeDefinition::Union(union)) = definition(modules, &path) {
            queue.extend(
                union
                    .variants
                    .iter()
                    .filter_map(|variant| named(&variant.type_))
                    .cloned(),
            );
        }
        reached.insert(path);
    }
    let (good, bad): (BTreeSet<TypePath>, BTreeSet<TypePath>) = reached
        .into_iter()
        .partition(|path| has_cursor(modules, path, 0));
    for module in modules.values_mut() {
        for operation in &mut module.operations {
            operation.pages = operation
                .pages
                .take()
                .filter(|item| !named(item).is_some_and(|path| bad.contains(path)));
        }
        let name = module.name.clone();
        for definition in &mut module.types {
            let is_good = good.contains(&TypePath {
                module: name.clone(),
                name: definition.name().clone(),
            });
            match definition {
                TypeDefinition::Struct(definition) => {
                    definition.is_list_item = is_good && definition.id.is_none();
                }
                TypeDefinition::Union(definition) => definition.is_list_item = is_good,
                TypeDefinition::Enum(_) | TypeDefinition::Id(_) => {}
            }
        }
    }
}

fn named(type_: &Type) -> Option<&TypePath> {
    match type_ {
        Type::Named(path) => Some(path),
        _ => None,
    }
}

fn definition<'m>(
    modules: &'m BTreeMap<SnakeName, Module>,
    path: &TypePath,
) -> Option<&'m TypeDefinition> {
    modules
        .get(&path.module)?
        .types
        .iter()
        .find(|definition| *definition.name() == path.name)
}

/// Far more than unions are nested.
const MAX_DEPTH: usize = 16;

fn has_cursor(modules: &BTreeMap<SnakeName, Module>, path: &TypePath, depth: usize) -> bool {
    match definition(modules, path) {
        _ if depth > MAX_DEPTH => false,
        Some(TypeDefinition::Struct(definition)) => {
            definition.id.is_some()
                || definition
                    .fields
                    .iter()
                    .any(|field| field.wire == "id" && field.type_ == Type::String)
        }
        Some(TypeDefinition::Union(union)) => {
            union.variants.iter().all(|variant| match &variant.type_ {
                Type::Named(path) => has_cursor(modules, path, depth + 1),
                Type::String => true,
                _ => false,
            })
        }
        _ => false,
    }
}
