//! What a request can expand of its response: the paths of properties that lead to something expandable.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::output::Output;
use crate::model::{
    Expand, Expansion, Field, Operation, Step, Struct, Type, TypeDefinition, TypePath,
};

type Types = BTreeMap<TypePath, TypeDefinition>;

/// The parameter by which a request asks for more of its response.
pub(super) const EXPAND: &str = "expand";
/// What its setter for text is called; `expand` takes a path.
pub(super) const EXPAND_RAW: &str = "expand_raw";
/// How many levels Stripe expands; the `data` of a list is one of them.
const DEEPEST: usize = 4;
const PAGE: &str = "[expanding responses](https://docs.stripe.com/api/expanding_objects)";

/// Gives requests that can expand something of their responses a typed `expand`, and adds the types of its paths.
pub(super) fn expansions<'o>(
    operations: impl Iterator<Item = &'o mut Operation>,
    out: &mut Output<'_>,
) {
    let types = std::mem::take(&mut out.types);
    let graph = Graph::of(&types);
    let mut roots = Vec::new();
    for operation in operations {
        let Some(raw) = operation
            .parameters
            .iter_mut()
            .find(|parameter| parameter.wire == EXPAND && parameter.name.as_str() == EXPAND_RAW)
        else {
            continue;
        };
        let held = Held::of(&operation.response);
        let target = held.and_then(|held| Some((graph.target(held.path)?, held.is_list)));
        raw.docs.push(raw_note(target.is_some()));
        if let Some((of, is_list)) = target {
            let scope = format!("the parameters of {}", operation.pointer);
            out.claim(&scope, EXPAND, &raw.pointer);
            let docs = expand_docs(is_list);
            roots.push((of.clone(), DEEPEST - usize::from(is_list)));
            let of = path_of(of);
            operation.expand = Some(Expand { docs, of, is_list });
        }
    }
    let expansions = graph.reached(roots);
    out.types = types;
    for (path, expansion) in expansions {
        out.claim_type(&path, &expansion.pointer, None);
        out.define(path, TypeDefinition::Expansion(expansion));
    }
}

/// The type of the paths that lead through a type of a response.
fn path_of(type_: &TypePath) -> TypePath {
    TypePath {
        module: type_.module.clone(),
        name: type_.name.suffixed("Expansion"),
    }
}

fn expand_docs(is_list: bool) -> Vec<String> {
    let from = if is_list {
        " The path begins at an item of the list."
    } else {
        ""
    };
    vec![
        "Expands a property of the response, which Stripe otherwise sends as an id, or not at all."
            .to_owned(),
        format!("Call it once for each property.{from} See {PAGE}."),
    ]
}

fn raw_note(is_typed: bool) -> String {
    let why = if is_typed {
        "Adds paths as text, for what [`expand`](Self::expand) does not know."
    } else {
        "Adds paths as text."
    };
    format!(
        "{why} Join the names of a path with dots. For lists, start the path with `data`. See {PAGE}."
    )
}

/// What a value holds, in place or behind an id.
struct Held<'t> {
    path: &'t TypePath,
    /// Whether it is a list of them, whose items are in its `data`.
    is_list: bool,
}

impl<'t> Held<'t> {
    fn of(type_: &'t Type) -> Option<Self> {
        match type_ {
            Type::Named(path) | Type::Expandable(path) => Some(Self {
                path,
                is_list: false,
            }),
            Type::Boxed(inner) | Type::Array(inner) => Self::of(inner),
            Type::List(_, item) => Self::of(item).map(|held| Self {
                is_list: true,
                ..held
            }),
            _ => None,
        }
    }
}

/// Which types lead to something that can be expanded.
struct Graph<'t> {
    types: &'t Types,
    leading: BTreeSet<&'t TypePath>,
}

impl<'t> Graph<'t> {
    fn of(types: &'t Types) -> Self {
        let mut holders: BTreeMap<&TypePath, Vec<&TypePath>> = BTreeMap::new();
        let mut queue = Vec::new();
        for (path, definition) in types {
            for held in held_by(definition) {
                holders.entry(held.path).or_default().push(path);
            }
            if let TypeDefinition::Struct(definition) = definition
                && definition.fields.iter().any(|field| field.expandable)
            {
                queue.push(path);
            }
        }
        let mut leading = BTreeSet::new();
        while let Some(path) = queue.pop() {
            if leading.insert(path) {
                queue.extend(holders.get(path).into_iter().flatten());
            }
        }
        Self { types, leading }
    }

    /// The type whose properties a path goes on to: the only alternative of a union that leads on, or the union.
    fn target(&self, path: &'t TypePath) -> Option<&'t TypePath> {
        let mut path = path;
        // Unions may hold each other.
        for _ in 0..MAX_UNIONS {
            if !self.leading.contains(path) {
                return None;
            }
            match self.alternatives(path).as_slice() {
                [only] => path = only,
                _ => return Some(path),
            }
        }
        None
    }

    /// The alternatives of a union that lead on; none of a struct.
    fn alternatives(&self, path: &TypePath) -> Vec<&'t TypePath> {
        match self.types.get(path) {
            Some(definition @ TypeDefinition::Union(_)) => held_by(definition)
                .map(|held| held.path)
                .filter(|path| self.leading.contains(path))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The types that paths lead through, from those of responses, with the levels that are left there.
    fn reached(&self, roots: Vec<(TypePath, usize)>) -> BTreeMap<TypePath, Expansion> {
        let mut queue: VecDeque<_> = roots.into();
        queue
            .make_contiguous()
            .sort_by_key(|(_, levels)| DEEPEST - levels);
        let mut left: BTreeMap<TypePath, usize> = BTreeMap::new();
        let mut found = BTreeMap::new();
        while let Some((path, levels)) = queue.pop_front() {
            if levels == 0 || left.get(&path).is_some_and(|other| *other >= levels) {
                continue;
            }
            left.insert(path.clone(), levels);
            let steps = self.steps(&path, 0);
            for step in &steps {
                if let Some(to) = &step.to {
                    let below = levels.saturating_sub(1 + usize::from(step.is_list));
                    queue.push_back((to.clone(), below));
                }
            }
            found.insert(path.clone(), steps);
        }
        let expansions = found.iter().filter_map(|(path, steps)| {
            // A type that no path has levels left for is not there.
            let steps = steps.iter().cloned().map(|step| Step {
                to: step
                    .to
                    .filter(|to| found.contains_key(to))
                    .map(|to| path_of(&to)),
                ..step
            });
            let pointer = match self.types.get(path)? {
                TypeDefinition::Union(union) => union.pointer.join("anyOf"),
                definition => definition.pointer().join("properties"),
            };
            let name = path_of(path);
            let expansion = Expansion {
                name: name.name.clone(),
                docs: vec![format!(
                    "The path to [`{}`] in a response. Its methods lead on to what can be expanded.",
                    path.name.as_str()
                )],
                steps: steps
                    .filter(|step| step.is_end || step.to.is_some())
                    .collect(),
                pointer,
            };
            Some((name, expansion))
        });
        expansions.collect()
    }

    /// The properties of a type that can be expanded, or lead on to one that can be, as the documentation of the
    /// module `from` names them.
    fn steps(&self, path: &TypePath, depth: usize) -> Vec<Step> {
        if let Some(TypeDefinition::Struct(definition)) = self.types.get(path) {
            let fields = definition.fields.iter();
            return fields
                .filter_map(|field| self.step(path, definition, field))
                .collect();
        }
        if depth > MAX_UNIONS {
            return Vec::new();
        }
        let mut merged: BTreeMap<String, Step> = BTreeMap::new();
        for alternative in self.alternatives(path) {
            for step in self.steps(alternative, depth + 1) {
                match merged.get_mut(&step.wire) {
                    None => {
                        merged.insert(step.wire.clone(), step);
                    }
                    Some(other) => {
                        other.is_end |= step.is_end;
                        // What differs between the alternatives is not gone into.
                        if (&other.to, other.is_list) != (&step.to, step.is_list) {
                            (other.to, other.is_list) = (None, false);
                        }
                    }
                }
            }
        }
        merged.into_values().collect()
    }

    fn step(&self, path: &TypePath, definition: &Struct, field: &'t Field) -> Option<Step> {
        let held = Held::of(&field.type_);
        let target = held
            .as_ref()
            .and_then(|held| Some((self.target(held.path)?, held.is_list)));
        if !field.expandable && target.is_none() {
            return None;
        }
        let (module, type_) = (path.module.as_str(), definition.name.as_str());
        let name = field.name.as_str();
        let link = format!("[`{type_}::{name}`](crate::{module}::{type_}::{name})");
        let mut docs = vec![if field.expandable {
            format!("Expands {link}.")
        } else {
            format!("Goes on to what {link} holds; it is not expanded by itself.")
        }];
        docs.extend(field.sent.clone());
        Some(Step {
            name: field.name.clone(),
            wire: field.wire.clone(),
            docs,
            to: target.map(|(to, _)| to.clone()),
            is_list: target.is_some_and(|(_, is_list)| is_list),
            is_end: field.expandable,
            pointer: field.pointer.clone(),
        })
    }
}

/// Far more than unions are nested.
const MAX_UNIONS: usize = 16;

/// What a struct or a union holds.
fn held_by(definition: &TypeDefinition) -> Box<dyn Iterator<Item = Held<'_>> + '_> {
    match definition {
        TypeDefinition::Struct(definition) => {
            let fields = definition.fields.iter();
            Box::new(fields.filter_map(|field| Held::of(&field.type_)))
        }
        TypeDefinition::Union(union) => {
            let variants = union.variants.iter();
            Box::new(variants.filter_map(|variant| Held::of(&variant.type_)))
        }
        _ => Box::new(std::iter::empty()),
    }
}
