//! The fourth stage: every decision is taken here, and stored in the model.

mod component;
mod docs;
mod event;
mod home;
mod lint;
mod list_item;
mod operation;
mod placement;
mod recursion;
mod request;
mod response;
mod schema;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use indexmap::IndexMap;
use openapiv3::Schema;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Enum, Module, Type, TypeDefinition, TypePath, Variant};
use crate::names::{SnakeName, TypeName, VariantName};
use crate::pointer::Pointer;
use crate::select::Selected;
use crate::selection::{Selection, Used};
use placement::Placement;

/// What lowering knows while it runs.
struct Lowering<'a> {
    document: &'a str,
    selection: &'a Selection<'a>,
    selected: &'a Selected,
    schemas: &'a IndexMap<String, Schema>,
    placement: &'a Placement,
    /// What holds each component.
    uses: BTreeMap<String, component::Use<'a>>,
    /// The enums of responses by place, so that requests can use them.
    enums: RefCell<BTreeMap<String, (TypePath, Vec<String>)>>,
    /// Every name that was given, and where, so that a collision names both places.
    claims: RefCell<BTreeMap<(String, String), Pointer>>,
    /// The components that are being written out where they stand, from the outside in, and how many were.
    writing_out: RefCell<Vec<String>>,
    written_out: Cell<usize>,
    /// How many schemas hold the one that is being lowered, one in the other.
    depth: Cell<usize>,
    used: RefCell<Used>,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

/// Lowers what is selected to the model of a client.
pub(crate) fn lower(
    document: &str,
    selected: &Selected,
    selection: &Selection<'_>,
) -> Result<(Api, Used), Diagnostics> {
    let schemas = selected.typed_schemas();
    let operations = selected.operations();
    let (placement, used) = placement::place(document, selected, &schemas, &operations, selection)?;
    let lowering = Lowering {
        document,
        selection,
        selected,
        schemas: &schemas,
        placement: &placement,
        uses: component::uses(&schemas, &placement),
        enums: RefCell::default(),
        claims: RefCell::default(),
        writing_out: RefCell::default(),
        written_out: Cell::default(),
        depth: Cell::default(),
        used: RefCell::new(used),
        diagnostics: RefCell::default(),
    };
    let mut modules: BTreeMap<SnakeName, Module> = BTreeMap::new();
    for (name, place) in placement.modules() {
        modules.insert(name.clone(), lowering.module(name, place));
    }
    for (key, component) in placement.components() {
        let definitions = lowering.component(key, component);
        if let Some(module) = modules.get_mut(&component.path.module) {
            module.types.extend(definitions);
        }
    }
    // Responses first: requests use their enums.
    for (operation, place) in operations.iter().zip(placement.operations()) {
        let Some(module) = modules.get_mut(&place.module) else {
            continue;
        };
        if let Some((operation, types)) = lowering.operation(operation, place) {
            module.operations.push(operation);
            module.types.extend(types);
        }
    }
    let events = lowering.events();
    recursion::box_cycles(modules.values_mut());
    list_item::mark(&mut modules);
    lint::mark(&mut modules);
    Diagnostics::check(lowering.diagnostics.into_inner())?;
    let api = Api {
        package: selection.crate_.name.clone(),
        title: selection.crate_.title.clone(),
        guide: selection.crate_.guide.clone(),
        version: selected.api_version.clone(),
        modules: modules
            .into_values()
            .filter(|module| !is_empty(module))
            .map(sorted)
            .collect(),
        events,
    };
    Ok((api, lowering.used.into_inner()))
}

fn is_empty(module: &Module) -> bool {
    module.operations.is_empty() && module.types.is_empty()
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

impl Lowering<'_> {
    fn report(&self, pointer: &Pointer, message: impl Into<String>, help: impl Into<String>) {
        self.push(self.diagnostic(pointer, message).help(help));
    }

    fn diagnostic(&self, pointer: &Pointer, message: impl Into<String>) -> Diagnostic {
        let diagnostic = Diagnostic::new(format!("{}{pointer}", self.document), message);
        match pointer.component_schema() {
            Some(schema) => diagnostic.note(self.selected.trail(&schema)),
            None => diagnostic,
        }
    }

    fn push(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Lowers what a schema holds, if it is not held by more than there is room for.
    fn deeper<T>(&self, pointer: &Pointer, lower: impl FnOnce() -> Option<T>) -> Option<T> {
        let depth = self.depth.get();
        if depth >= MAX_NESTED {
            self.report(
                pointer,
                format!("schemas are nested deeper than {MAX_NESTED} levels"),
                "leave what holds them out of the selection",
            );
            return None;
        }
        self.depth.set(depth + 1);
        let lowered = lower();
        self.depth.set(depth);
        lowered
    }

    /// A list or a map, if it is not nested deeper than anyone reads and the parser of Rust goes.
    fn of_some_depth(&self, type_: Type, pointer: &Pointer) -> Option<Type> {
        let mut depth = 0;
        let mut inner = &type_;
        while let Type::Array(item) | Type::Map(item) | Type::List(item) | Type::Clearable(item) =
            inner
        {
            depth += 1;
            inner = item;
        }
        if depth > MAX_DEPTH {
            self.report(
                pointer,
                format!("lists and maps are nested deeper than {MAX_DEPTH} levels"),
                "leave what holds them out of the selection",
            );
            return None;
        }
        Some(type_)
    }

    /// Takes a name in a scope, such as a struct's fields.
    fn claim(&self, scope: &str, name: &str, pointer: &Pointer) {
        self.claim_or(
            scope,
            name,
            pointer,
            "leave one of them out of the selection",
        );
    }

    /// Takes the name of a type.
    fn claim_type(&self, path: &TypePath, pointer: &Pointer) {
        let scope = format!("module `{}`", path.module.as_str());
        let help = "give one of them another name under `[names.rename]` in the selection, or leave one out";
        self.claim_or(&scope, path.name.as_str(), pointer, help);
    }

    fn claim_or(&self, scope: &str, name: &str, pointer: &Pointer, help: &str) {
        let mut claims = self.claims.borrow_mut();
        match claims.entry((scope.to_owned(), name.to_owned())) {
            Entry::Occupied(earlier) if earlier.get() != pointer => {
                let other = format!("the other stands at {}{}", self.document, earlier.get());
                let message = format!("two things would be called `{name}` in {scope}");
                self.push(self.diagnostic(pointer, message).note(other).help(help));
            }
            Entry::Occupied(_) => {}
            Entry::Vacant(free) => {
                free.insert(pointer.clone());
            }
        }
    }

    /// The path of a nested type, unless nothing of the wire name can stand in a name. What a component is
    /// called already is a `…Value` where it is nested.
    fn nested_type_path(
        &self,
        module: &SnakeName,
        place: &str,
        parts: &[&str],
        pointer: &Pointer,
    ) -> Option<TypePath> {
        let name = match self.selection.renamed(place, &mut self.used.borrow_mut()) {
            Some(given) => TypeName::given(given),
            None => TypeName::new(parts)
                .or_else(|| self.nameless(pointer, parts.last().unwrap_or(&"")))?,
        };
        let path = TypePath {
            module: module.clone(),
            name,
        };
        if self.placement.is_taken(&path) {
            return Some(TypePath {
                name: path.name.suffixed("Value"),
                ..path
            });
        }
        Some(path)
    }

    fn nameless<T>(&self, pointer: &Pointer, wire: &str) -> Option<T> {
        self.report(
            pointer,
            format!("no Rust name can be made of `{}`", wire.escape_debug()),
            "names need an ASCII letter or digit, and nothing beyond ASCII; leave it out of the selection",
        );
        None
    }

    fn field_name(&self, wire: &str, pointer: &Pointer) -> Option<SnakeName> {
        SnakeName::new(wire).or_else(|| self.nameless(pointer, wire))
    }

    fn setter_name(&self, wire: &str, pointer: &Pointer) -> Option<SnakeName> {
        SnakeName::setter(wire).or_else(|| self.nameless(pointer, wire))
    }

    fn enum_(
        &self,
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
}

/// How deep lists and maps may be nested; Stripe's are two levels deep.
const MAX_DEPTH: usize = 8;

/// How deep schemas may be nested, where one is written out in the other; Stripe's are some ten levels deep.
const MAX_NESTED: usize = 40;

/// The variant that keeps a value that has no variant of its own.
pub(crate) const UNKNOWN_VALUE: &str = "UnknownValue";
