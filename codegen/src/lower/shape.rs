//! Types of one shape in one module become one type.
//!
//! Each keeps its name: the first is the type, and the others are aliases of it. If one of them becomes different, its
//! name stands for another type, and nobody has to change the name that they use.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Direction, Parameter, Type, TypeDefinition, TypePath};
use crate::names::SnakeName;

/// The types that are the same as another, which comes first in its module. `named` are the components: they have
/// names of Stripe's, and stay what they are.
pub(super) fn aliases(api: &Api, named: &BTreeSet<&TypePath>) -> BTreeMap<TypePath, TypePath> {
    let definitions: BTreeMap<TypePath, &TypeDefinition> = api
        .types()
        .map(|(path, definition, _)| (path, definition))
        .collect();
    let apart = apart(&definitions);
    let mergeable = definitions.iter().filter(|(path, _)| {
        !named.contains(path) && !api.list_items.contains(path) && !apart.contains(path)
    });
    let mut shapes = Shapes {
        mergeable: mergeable.map(|(path, of)| (path.clone(), *of)).collect(),
        first: BTreeMap::new(),
        found: BTreeMap::new(),
    };
    // In the order in which they stand in their modules.
    for (path, ..) in api.types() {
        shapes.first_of(&path);
    }
    let found = shapes.found.into_iter();
    found.filter(|(path, first)| path != first).collect()
}

/// The alternatives of what is sent: each can be converted into it, which two of one type could not.
fn apart(definitions: &BTreeMap<TypePath, &TypeDefinition>) -> BTreeSet<TypePath> {
    let unions = definitions
        .values()
        .filter_map(|definition| match definition {
            TypeDefinition::Union(union) if union.direction == Direction::Request => Some(union),
            _ => None,
        });
    let types = unions.flat_map(|union| union.variants.iter().map(|variant| &variant.type_));
    let mut apart = BTreeSet::new();
    for type_ in types {
        with_types(type_, &mut |path| {
            apart.insert(path.clone());
            path.clone()
        });
    }
    apart
}

struct Shapes<'a> {
    mergeable: BTreeMap<TypePath, &'a TypeDefinition>,
    /// The first type of each shape, by module.
    first: BTreeMap<(SnakeName, String), TypePath>,
    found: BTreeMap<TypePath, TypePath>,
}

impl Shapes<'_> {
    /// The first type that is the same as this one: itself, if no other is.
    fn first_of(&mut self, path: &TypePath) -> TypePath {
        if let Some(first) = self.found.get(path) {
            return first.clone();
        }
        let Some(definition) = self.mergeable.get(path).copied() else {
            return path.clone();
        };
        // No inline type holds itself; this only makes sure that this ends.
        self.found.insert(path.clone(), path.clone());
        let first = match self.shape(definition) {
            Some(shape) => {
                let first = self.first.entry((path.module.clone(), shape));
                first.or_insert_with(|| path.clone()).clone()
            }
            None => path.clone(),
        };
        self.found.insert(path.clone(), first.clone());
        first
    }

    /// Everything about a type but its name, its description and its place. Descriptions of fields count: one that is
    /// wrong for its place would be worse than another type.
    fn shape(&mut self, definition: &TypeDefinition) -> Option<String> {
        let parts: Vec<String> = match definition {
            TypeDefinition::Struct(object) => {
                let fields = object.fields.iter().map(|field| {
                    let type_ = self.type_(&field.type_);
                    let (name, wire, docs) = (&field.name, &field.wire, &field.docs);
                    let (optional, deprecated, debug) =
                        (field.optional, field.deprecated, field.debug);
                    let (expandable, sent) = (field.expandable, &field.sent);
                    format!(
                        "{name:?} {wire:?} {docs:?} {type_:?} {optional} {deprecated} {debug:?} {expandable} {sent:?}"
                    )
                });
                let head = (&object.object, object.object_is_required, &object.id);
                let head = format!("struct {head:?} {:?}", object.lints);
                std::iter::once(head).chain(fields).collect()
            }
            TypeDefinition::Parameters(object) => {
                let head = format!("object {:?} {:?}", object.lints, object.function_lints);
                let parameters = object.parameters.iter();
                let parameters = parameters.map(|parameter| self.parameter(parameter));
                std::iter::once(head).chain(parameters).collect()
            }
            TypeDefinition::Enum(enum_) => {
                let values = enum_.variants.iter();
                let values = values.map(|value| format!("{:?} {:?}", value.name, value.wire));
                std::iter::once("enum".to_owned()).chain(values).collect()
            }
            TypeDefinition::Union(union) => {
                let variants = union.variants.iter().map(|variant| {
                    let type_ = self.type_(&variant.type_);
                    let (name, docs, boxed) = (&variant.name, &variant.docs, variant.boxed);
                    let (debug, object) = (variant.debug, &variant.object);
                    format!("{name:?} {docs:?} {type_:?} {boxed} {debug:?} {object:?}")
                });
                let head = format!("union {:?}", union.direction);
                std::iter::once(head).chain(variants).collect()
            }
            TypeDefinition::Id(_) | TypeDefinition::Expansion(_) => return None,
        };
        Some(parts.join("\n"))
    }

    fn parameter(&mut self, parameter: &Parameter) -> String {
        let type_ = self.type_(&parameter.type_);
        let (name, wire, docs) = (&parameter.name, &parameter.wire, &parameter.docs);
        let (holding, argument) = (parameter.holding, &parameter.argument);
        let flags = (parameter.required, parameter.in_query, parameter.deprecated);
        let debug = parameter.debug;
        format!("{name:?} {wire:?} {docs:?} {type_:?} {holding:?} {argument:?} {flags:?} {debug:?}")
    }

    fn type_(&mut self, type_: &Type) -> Type {
        with_types(type_, &mut |path| self.first_of(path))
    }
}

/// A type with other paths for those of the types that it names.
fn with_types(type_: &Type, path: &mut impl FnMut(&TypePath) -> TypePath) -> Type {
    let mut inner = |type_: &Type| Box::new(with_types(type_, path));
    match type_ {
        Type::Named(named) => Type::Named(path(named)),
        Type::Boxed(type_) => Type::Boxed(inner(type_)),
        Type::List(kind, type_) => Type::List(*kind, inner(type_)),
        Type::Array(type_) => Type::Array(inner(type_)),
        Type::Map(type_) => Type::Map(inner(type_)),
        Type::Clearable(type_) => Type::Clearable(inner(type_)),
        other => other.clone(),
    }
}
