//! Types that hold themselves get a box where the circle closes.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Module, Type, TypeDefinition, TypePath};

/// Boxes each field through which a struct holds itself.
pub(super) fn box_cycles<'m>(modules: impl Iterator<Item = &'m mut Module>) {
    let mut modules: Vec<&mut Module> = modules.collect();
    let mut holds: BTreeMap<TypePath, BTreeSet<TypePath>> = BTreeMap::new();
    for module in &modules {
        for definition in &module.types {
            let path = TypePath {
                module: module.name.clone(),
                name: definition.name().clone(),
            };
            if let TypeDefinition::Struct(definition) = definition {
                let held = definition
                    .fields
                    .iter()
                    .filter_map(|field| by_value(&field.type_).cloned());
                holds.insert(path, held.collect());
            }
        }
    }
    let reaches = |from: &TypePath, to: &TypePath| {
        let mut seen = BTreeSet::new();
        let mut queue = vec![from];
        while let Some(path) = queue.pop() {
            if path == to {
                return true;
            }
            if seen.insert(path) {
                queue.extend(holds.get(path).into_iter().flatten());
            }
        }
        false
    };
    for module in &mut modules {
        let name = module.name.clone();
        for definition in &mut module.types {
            let path = TypePath {
                module: name.clone(),
                name: definition.name().clone(),
            };
            let TypeDefinition::Struct(definition) = definition else {
                continue;
            };
            for field in &mut definition.fields {
                if by_value(&field.type_).is_some_and(|held| reaches(held, &path)) {
                    field.type_ = Type::Boxed(Box::new(field.type_.clone()));
                }
            }
        }
    }
}

/// The type that a field holds in place; lists, maps, unions and expandables have it elsewhere.
fn by_value(type_: &Type) -> Option<&TypePath> {
    match type_ {
        Type::Named(path) => Some(path),
        _ => None,
    }
}
