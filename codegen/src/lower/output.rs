//! What lowering makes: types, the names that they have, and what is wrong with the document.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::place::Place;
use crate::advice::Advice;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Enum, Type, TypeDefinition, TypePath, UNKNOWN_VALUE, Variant};
use crate::names::{SnakeName, TypeName, VariantName, numbered};
use crate::pointer::Pointer;
use crate::select::Selected;
use crate::selection::Used;

/// What lowering makes.
#[derive(Debug)]
pub(super) struct Output<'a> {
    document: &'a str,
    selected: &'a Selected,
    /// The types of what Stripe sends.
    pub(super) types: BTreeMap<TypePath, TypeDefinition>,
    /// The types of the parameters of the request that is being lowered, in the order in which they are met.
    pub(super) parameter_types: Vec<TypeDefinition>,
    /// The enums of responses with their values, by place, so that requests can use them.
    pub(super) enums: BTreeMap<String, (TypePath, Vec<String>)>,
    /// How many components requests have written out.
    pub(super) written_out: usize,
    /// Every name by scope, with its place in the document: a collision names both places.
    claims: BTreeMap<(String, String), Claim>,
    /// The entries of the selection that matched something.
    pub(super) used: Used,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a name was given to.
#[derive(Clone, Debug)]
struct Claim {
    pointer: Pointer,
    /// Where the selection may rename it.
    place: Option<String>,
}

impl<'a> Output<'a> {
    pub(super) fn new(document: &'a str, selected: &'a Selected, used: Used) -> Self {
        Self {
            document,
            selected,
            types: BTreeMap::new(),
            parameter_types: Vec::new(),
            enums: BTreeMap::new(),
            written_out: 0,
            claims: BTreeMap::new(),
            used,
            diagnostics: Vec::new(),
        }
    }

    /// The types by module, and the entries of the selection that were used, unless something is wrong.
    pub(super) fn finish(self) -> Result<(BTreeMap<TypePath, TypeDefinition>, Used), Diagnostics> {
        Diagnostics::check(self.diagnostics)?;
        Ok((self.types, self.used))
    }

    /// Reports what can be corrected.
    pub(super) fn report(
        &mut self,
        pointer: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = self.diagnostic(pointer, message).help(help);
        self.diagnostics.push(diagnostic);
    }

    /// Reports what can only be left out.
    pub(super) fn refuse(&mut self, pointer: &Pointer, message: impl Into<String>) {
        self.report(pointer, message, "");
    }

    fn diagnostic(&self, pointer: &Pointer, message: impl Into<String>) -> Diagnostic {
        let diagnostic = Diagnostic::at(self.document, pointer, message);
        match pointer.component_schema() {
            Some(schema) => diagnostic.note(self.selected.trail(&schema)),
            None => diagnostic,
        }
    }

    /// Whether the schema at a place is not nested too deep.
    pub(super) fn is_within_depth(&mut self, place: &Place<'_>) -> bool {
        let is_within = place.depth < MAX_NESTED;
        if !is_within {
            self.refuse(
                &place.pointer,
                format!("schemas are nested deeper than {MAX_NESTED} levels"),
            );
        }
        is_within
    }

    /// Returns a list or a map unless it is nested deeper than the parser of Rust can follow.
    pub(super) fn of_some_depth(&mut self, type_: Type, pointer: &Pointer) -> Option<Type> {
        let mut depth = 0;
        let mut inner = &type_;
        while let Type::Array(item)
        | Type::Map(item)
        | Type::List(_, item)
        | Type::Clearable(item) = inner
        {
            depth += 1;
            inner = item;
        }
        if depth > MAX_DEPTH {
            self.refuse(
                pointer,
                format!("lists and maps are nested deeper than {MAX_DEPTH} levels"),
            );
            return None;
        }
        Some(type_)
    }

    /// Claims a name in a scope, such as the fields of a struct.
    pub(super) fn claim(&mut self, scope: &str, name: &str, pointer: &Pointer) {
        self.claim_or_rename(scope, name, pointer, None);
    }

    /// Claims the name of a type, with what the selection may rename.
    pub(super) fn claim_type(
        &mut self,
        path: &TypePath,
        pointer: &Pointer,
        renamed: Option<(&str, &TypeName)>,
    ) {
        let scope = format!("module `{}`", path.module.as_str());
        self.claim_or_rename(&scope, path.name.as_str(), pointer, renamed);
    }

    /// Claims a name that follows from that of a type. The selection may rename what stands at a place, which is called
    /// something now.
    pub(super) fn claim_or_rename(
        &mut self,
        scope: &str,
        name: &str,
        pointer: &Pointer,
        renamed: Option<(&str, &TypeName)>,
    ) {
        let key = (scope.to_owned(), name.to_owned());
        let earlier = match self.claims.entry(key) {
            Entry::Vacant(free) => {
                free.insert(Claim {
                    pointer: pointer.clone(),
                    place: renamed.map(|(place, _)| place.to_owned()),
                });
                return;
            }
            Entry::Occupied(earlier) => earlier.get().clone(),
        };
        if earlier.pointer == *pointer {
            return;
        }
        let message = format!("two things would be called `{name}` in {scope}");
        let other = format!("the other stands at {}{}", self.document, earlier.pointer);
        let mut diagnostic = self.diagnostic(pointer, message).note(other);
        // Another name for both would be no other name.
        let renamed = renamed.filter(|(place, _)| earlier.place.as_deref() != Some(place));
        if let Some((place, called)) = renamed {
            diagnostic = diagnostic.advise(Advice::Rename {
                place: place.to_owned(),
                name: self.other_name(scope, place, called),
            });
        }
        self.diagnostics.push(diagnostic);
    }

    /// A free name for what stands at a place: the whole of its key, where something was stripped, or a number more.
    fn other_name(&self, scope: &str, place: &str, called: &TypeName) -> String {
        let is_claimed = |name: &str| {
            let key = (scope.to_owned(), name.to_owned());
            self.claims.contains_key(&key)
        };
        TypeName::new(&[place])
            .filter(|whole| whole != called && !is_claimed(whole.as_str()))
            .map_or_else(
                || numbered(called.as_str(), is_claimed),
                |whole| whole.as_str().to_owned(),
            )
    }

    /// Adds a type of what Stripe sends.
    pub(super) fn define(&mut self, path: TypePath, definition: TypeDefinition) {
        self.types.insert(path, definition);
    }

    /// The definition of a type that a parameter of the request that is being lowered has.
    pub(super) fn parameter_type(
        &self,
        path: &TypePath,
        module: &SnakeName,
    ) -> Option<&TypeDefinition> {
        let mut own = self.parameter_types.iter();
        own.find(|definition| path.module == *module && *definition.name() == path.name)
            .or_else(|| self.types.get(path))
    }

    pub(super) fn nameless<T>(&mut self, pointer: &Pointer, wire: &str) -> Option<T> {
        self.report(
            pointer,
            format!("no Rust name can be made of `{}`", wire.escape_debug()),
            "names need an ASCII letter or digit, and nothing beyond ASCII",
        );
        None
    }

    pub(super) fn field_name(&mut self, wire: &str, pointer: &Pointer) -> Option<SnakeName> {
        SnakeName::new(wire).or_else(|| self.nameless(pointer, wire))
    }

    pub(super) fn setter_name(&mut self, wire: &str, pointer: &Pointer) -> Option<SnakeName> {
        SnakeName::setter(wire).or_else(|| self.nameless(pointer, wire))
    }

    pub(super) fn enum_(
        &mut self,
        name: TypeName,
        docs: Vec<String>,
        values: &[String],
        pointer: &Pointer,
    ) -> Option<Enum> {
        let scope = format!("enum `{}` at {pointer}", name.as_str());
        self.claim(&scope, UNKNOWN_VALUE, pointer);
        let plain: Vec<Option<VariantName>> =
            values.iter().map(|value| VariantName::new(value)).collect();
        let mut counts: BTreeMap<&VariantName, usize> = BTreeMap::new();
        for variant in plain.iter().flatten() {
            *counts.entry(variant).or_default() += 1;
        }
        let mut variants = Vec::new();
        for (index, (value, plain)) in values.iter().zip(&plain).enumerate() {
            let pointer = pointer.join("enum").index(index);
            // Values that differ in signs alone are spelled out, each of them.
            let variant = plain
                .clone()
                .filter(|variant| counts[variant] == 1)
                .or_else(|| VariantName::spelled(value));
            let variant = variant.or_else(|| self.nameless(&pointer, value))?;
            self.claim(&scope, variant.as_str(), &pointer);
            variants.push(Variant {
                name: variant,
                wire: value.clone(),
                pointer,
            });
        }
        Some(Enum {
            name,
            docs,
            variants,
            pointer: pointer.clone(),
        })
    }

    /// A variant of a union is called as its type is, without the name of the union.
    pub(super) fn union_variant_name(
        &mut self,
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
            Type::DateTime => "DateTime",
            Type::Int64 => "Int64",
            Type::Decimal => "Decimal",
            Type::Json => "Json",
            Type::List(..) | Type::Array(_) => "List",
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

/// How deep lists and maps may be nested; Stripe's are two levels deep.
const MAX_DEPTH: usize = 8;

/// How deep schemas may be nested, where one is written out in the other; Stripe's are some ten levels deep.
const MAX_NESTED: usize = 40;
