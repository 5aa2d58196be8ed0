//! What lists hold: whether a list can be read on over its pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Type, TypeDefinition, TypePath};

type Types = BTreeMap<TypePath, TypeDefinition>;

/// Of what is listed, the types that need an implementation of their own to tell the cursor: those whose id may be
/// missing, and unions.
pub(super) fn list_items<'p>(
    types: &Types,
    pages: impl Iterator<Item = &'p Type>,
) -> BTreeSet<TypePath> {
    let mut found = BTreeSet::new();
    let mut queue: Vec<&TypePath> = pages.filter_map(named).collect();
    while let Some(path) = queue.pop() {
        match types.get(path) {
            Some(TypeDefinition::Struct(definition)) if definition.id.is_some() => {}
            Some(TypeDefinition::Union(union)) if found.insert(path.clone()) => {
                queue.extend(
                    union
                        .variants
                        .iter()
                        .filter_map(|variant| named(&variant.type_)),
                );
            }
            _ => {
                found.insert(path.clone());
            }
        }
    }
    found
}

/// Whether lists of a type go on behind one of them.
pub(super) fn has_cursor(types: &Types, item: &Type) -> bool {
    named(item).is_some_and(|path| path_has_cursor(types, path, 0))
}

/// Far more than unions are nested.
const MAX_DEPTH: usize = 16;

fn path_has_cursor(types: &Types, path: &TypePath, depth: usize) -> bool {
    match types.get(path) {
        _ if depth > MAX_DEPTH => false,
        Some(TypeDefinition::Struct(definition)) => {
            definition.id.is_some()
                || definition
                    .fields
                    .iter()
                    .any(|field| field.wire == "id" && field.type_ == Type::String)
        }
        // What a union holds has to have a cursor for the union to have one.
        Some(TypeDefinition::Union(union)) => {
            union.variants.iter().all(|variant| match &variant.type_ {
                Type::Named(path) => path_has_cursor(types, path, depth + 1),
                Type::String => true,
                _ => false,
            })
        }
        _ => false,
    }
}

fn named(type_: &Type) -> Option<&TypePath> {
    match type_ {
        Type::Named(path) => Some(path),
        _ => None,
    }
}
