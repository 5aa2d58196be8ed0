//! Which module each operation and each component schema goes to, and what it is called there.
//!
//! Operations go to the module of their home, and the home's resource with them. Another
//! component goes to the one module that uses it, or, where several do, to `shared`. The namespace that all
//! resources have in common (`identity.`) is left out of names.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use openapiv3::{Schema, SchemaKind, Type};

use super::home::{Homes, Verb, literals};
use super::schema::{
    SchemaRef, component_name, inline_property, list_items, object, object_constant,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Method, TypePath};
use crate::names::{SnakeName, TypeName, singular};
use crate::pointer::Pointer;
use crate::select::{Selected, SelectedOperation};
use crate::selection::{Selection, Used};

/// The module of types that belong to no one resource.
const SHARED: &str = "shared";

/// Where everything goes.
#[derive(Debug)]
pub(super) struct Placement {
    modules: BTreeMap<SnakeName, ModulePlace>,
    components: BTreeMap<String, Component>,
    /// What components and their ids are called.
    taken: BTreeSet<TypePath>,
    /// In the order of the operations.
    operations: Vec<OperationPlace>,
    /// The namespace that all resources share, with its dot.
    namespace: String,
    /// The resources by the path that retrieves one, its last parameter left out.
    collections: BTreeMap<String, String>,
    /// The resources by their local names, with their ids.
    ids: BTreeMap<String, TypePath>,
    pub(super) homes: Homes,
}

#[derive(Clone, Debug, Default)]
pub(super) struct ModulePlace {
    /// The key of the component schema that the module is about.
    pub(super) resource: Option<String>,
    /// The path that its operations begin with.
    pub(super) home: Option<String>,
}

/// A component schema that becomes a type.
#[derive(Clone, Debug)]
pub(super) struct Component {
    pub(super) path: TypePath,
    /// The newtype of its `id`, where it is a resource that has one.
    pub(super) id: Option<TypePath>,
}

#[derive(Clone, Debug)]
pub(super) struct OperationPlace {
    pub(super) module: SnakeName,
    /// The key of the resource that the operation is about.
    pub(super) resource: Option<String>,
    pub(super) verb: Verb,
}

impl Placement {
    /// A key without the namespace that all share.
    pub(super) fn local<'k>(&self, key: &'k str) -> &'k str {
        key.strip_prefix(&self.namespace).unwrap_or(key)
    }

    pub(super) fn modules(&self) -> impl Iterator<Item = (&SnakeName, &ModulePlace)> {
        self.modules.iter()
    }

    pub(super) fn components(&self) -> impl Iterator<Item = (&String, &Component)> {
        self.components.iter()
    }

    pub(super) fn module(&self, name: &SnakeName) -> Option<&ModulePlace> {
        self.modules.get(name)
    }

    pub(super) fn component(&self, key: &str) -> Option<&Component> {
        self.components.get(key)
    }

    /// Whether a component, or its id, is called so.
    pub(super) fn is_taken(&self, path: &TypePath) -> bool {
        self.taken.contains(path)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = &OperationPlace> {
        self.operations.iter()
    }

    /// The id of the resource that is called so where it stands in a property: `verification_session`.
    pub(super) fn id_of_resource(&self, name: &str) -> Option<&TypePath> {
        self.ids.get(name)
    }

    /// The id of the resource that is retrieved below a path: `/v1/identity/verification_sessions`.
    pub(super) fn id_of_collection(&self, path: &str) -> Option<&TypePath> {
        self.components
            .get(self.collections.get(path)?)?
            .id
            .as_ref()
    }
}

pub(super) fn place(
    document: &str,
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
    selection: &Selection<'_>,
) -> Result<(Placement, Used), Diagnostics> {
    let namer = Namer {
        document,
        selected,
        selection,
        namespace: common_namespace(selected, schemas, operations),
        used: RefCell::default(),
    };
    let lists = operations.iter().map(|operation| {
        let is_list = is_list(operation, schemas);
        (operation.method.as_str(), operation.path.as_str(), is_list)
    });
    let homes = Homes::new(lists);
    // What a response is, or is a list of.
    let subjects: Vec<Option<String>> = operations
        .iter()
        .map(|operation| subject(operation, schemas))
        .collect();
    let collections = collections(operations, &subjects);
    let residents = residents(&homes, operations, &subjects);
    let canonical = canonical_homes(&homes, &residents);
    let (mut modules, module_of) = modules_of(&canonical, &namer)?;
    let placing = Placing {
        namer: &namer,
        homes: &homes,
        residents: &residents,
        canonical: &canonical,
    };
    let places = placing.operations(operations, subjects, &module_of, &mut modules)?;
    let owners = owners(selected, operations, &places, &module_of);
    let components = placing.components(schemas, &module_of, &owners, &mut modules)?;
    let ids = components
        .iter()
        .filter_map(|(key, component)| Some((namer.local(key).to_owned(), component.id.clone()?)));
    let ids = ids.collect();
    let taken = components
        .values()
        .flat_map(|component: &Component| std::iter::once(&component.path).chain(&component.id));
    let taken = taken.cloned().collect();
    let placement = Placement {
        modules,
        components,
        taken,
        operations: places,
        namespace: namer.namespace.clone(),
        collections,
        ids,
        homes,
    };
    Ok((placement, namer.used.into_inner()))
}

/// The method, where it is one that Stripe's API has.
pub(super) fn method(operation: &SelectedOperation) -> Option<Method> {
    match operation.method.as_str() {
        "get" => Some(Method::Get),
        "post" => Some(Method::Post),
        "delete" => Some(Method::Delete),
        _ => None,
    }
}

/// Whether an operation gives a list.
fn is_list(operation: &SelectedOperation, schemas: &IndexMap<String, Schema>) -> bool {
    body(operation).is_some_and(|body| items_of(body, schemas).is_some())
}

/// The schema of a success.
fn body(operation: &SelectedOperation) -> Option<SchemaRef<'_>> {
    let success = operation.operation.success.as_ref()?;
    let media_type = success.content.get("application/json")?;
    media_type.schema.as_ref().map(SchemaRef::from)
}

/// The items of a list, in place or by reference.
fn items_of<'s>(
    schema: SchemaRef<'s>,
    schemas: &'s IndexMap<String, Schema>,
) -> Option<SchemaRef<'s>> {
    match schema {
        SchemaRef::Inline(schema) => list_items(schema),
        SchemaRef::Component(reference) => {
            schemas.get(&component_name(reference)).and_then(list_items)
        }
    }
}

/// The resources by the path that retrieves one, its last parameter left out.
fn collections(
    operations: &[SelectedOperation],
    subjects: &[Option<String>],
) -> BTreeMap<String, String> {
    let retrievals = operations
        .iter()
        .zip(subjects)
        .filter_map(|(operation, subject)| {
            let is_retrieve = operation.method == "get" && operation.path.ends_with('}');
            let (parent, _) = operation.path.rsplit_once('/').filter(|_| is_retrieve)?;
            Some((parent.to_owned(), subject.clone()?))
        });
    retrievals.collect()
}

/// The resource of each home: what is retrieved there, or else listed, created, or read.
fn residents(
    homes: &Homes,
    operations: &[SelectedOperation],
    subjects: &[Option<String>],
) -> BTreeMap<String, String> {
    let mut found: BTreeMap<&str, (u8, &String)> = BTreeMap::new();
    for (operation, subject) in operations.iter().zip(subjects) {
        let Some(subject) = subject else { continue };
        let home = homes.home(&operation.path);
        let rest = &operation.path[home.len()..];
        let is_one = rest.starts_with("/{") && rest.matches('/').count() == 1;
        let rank = match (operation.method.as_str(), rest) {
            ("get", _) if is_one => 0,
            ("get", "") => 1,
            ("post", "") => 2,
            ("post", _) if is_one => 3,
            // The operations on one of a collection give that one.
            _ => 4,
        };
        let better = found.get(home).is_none_or(|(other, _)| rank < *other);
        if better {
            found.insert(home, (rank, subject));
        }
    }
    found
        .into_iter()
        .map(|(home, (_, resource))| (home.to_owned(), resource.clone()))
        .collect()
}

/// The home that each resource is named at; others of its homes are named by their paths.
fn canonical_homes(
    homes: &Homes,
    residents: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let mut canonical: BTreeMap<String, String> = BTreeMap::new();
    for (home, resource) in residents {
        let rank = |home: &String| {
            let spelled: Vec<&str> = literals(home).collect();
            let is_spelled_so = singular(&spelled.join(".")) == *resource
                || singular(&spelled.join("_")) == *resource;
            (
                !homes.is_collection(home),
                !is_spelled_so,
                home.len(),
                home.clone(),
            )
        };
        let better = canonical
            .get(resource)
            .is_none_or(|other| rank(home) < rank(other));
        if better {
            canonical.insert(resource.clone(), home.clone());
        }
    }
    canonical
}

type Modules = BTreeMap<SnakeName, ModulePlace>;

/// A module for each resource that has a home.
fn modules_of(
    canonical: &BTreeMap<String, String>,
    namer: &Namer<'_>,
) -> Result<(Modules, BTreeMap<String, SnakeName>), Diagnostics> {
    let mut diagnostics = Vec::new();
    let mut modules = Modules::new();
    let mut module_of = BTreeMap::new();
    for (resource, home) in canonical {
        let Some(name) = keep(namer.module(resource), &mut diagnostics) else {
            continue;
        };
        let place = ModulePlace {
            resource: Some(resource.clone()),
            home: Some(home.clone()),
        };
        if let Some(ModulePlace {
            resource: Some(other),
            ..
        }) = modules.insert(name.clone(), place)
        {
            diagnostics.push(namer.collision(resource, &other, name.as_str()));
        }
        module_of.insert(resource.clone(), name);
    }
    Diagnostics::check(diagnostics)?;
    Ok((modules, module_of))
}

/// What placing needs to know.
struct Placing<'a> {
    namer: &'a Namer<'a>,
    homes: &'a Homes,
    residents: &'a BTreeMap<String, String>,
    canonical: &'a BTreeMap<String, String>,
}

impl Placing<'_> {
    fn operations(
        &self,
        operations: &[SelectedOperation],
        subjects: Vec<Option<String>>,
        module_of: &BTreeMap<String, SnakeName>,
        modules: &mut Modules,
    ) -> Result<Vec<OperationPlace>, Diagnostics> {
        let mut diagnostics = Vec::new();
        let mut places = Vec::new();
        for (operation, subject) in operations.iter().zip(subjects) {
            // The walk has refused every other method.
            let Some(method) = method(operation) else {
                continue;
            };
            let home = self.homes.home(&operation.path);
            let mut verb = self.homes.verb(method, &operation.path);
            let resident = self.residents.get(home);
            let at_home = resident
                .filter(|resource| self.canonical.get(*resource).is_some_and(|one| one == home));
            let module = if let Some(module) = at_home.and_then(|resource| module_of.get(resource))
            {
                module.clone()
            } else {
                let module = self.namer.module_of_home(home, &operation.pointer);
                let Some(module) = keep(module, &mut diagnostics) else {
                    continue;
                };
                let taken = modules
                    .get(&module)
                    .is_some_and(|place| place.home.as_deref() != Some(home));
                if taken {
                    // The resource of that name is at home elsewhere: this place is named in the function.
                    verb.object.extend(literals(home).last().map(str::to_owned));
                } else {
                    let place = ModulePlace {
                        resource: None,
                        home: Some(home.to_owned()),
                    };
                    modules.insert(module.clone(), place);
                }
                module
            };
            let resource = subject.or_else(|| resident.filter(|_| verb.object.is_empty()).cloned());
            places.push(OperationPlace {
                module,
                resource,
                verb,
            });
        }
        Diagnostics::check(diagnostics)?;
        Ok(places)
    }

    fn components(
        &self,
        schemas: &IndexMap<String, Schema>,
        module_of: &BTreeMap<String, SnakeName>,
        owners: &BTreeMap<String, BTreeSet<SnakeName>>,
        modules: &mut Modules,
    ) -> Result<BTreeMap<String, Component>, Diagnostics> {
        let mut diagnostics = Vec::new();
        let mut components = BTreeMap::new();
        for (key, _) in self.namer.selected.received() {
            let Some(schema) = schemas.get(key) else {
                continue;
            };
            // `deleted_customer` is what is left of a `customer`.
            let left_of = key.strip_prefix("deleted_").filter(|_| is_resource(schema));
            let own = module_of.get(key).or_else(|| module_of.get(left_of?));
            let module = match (own, owners.get(key)) {
                (Some(module), _) => Some(module.clone()),
                (None, Some(owners)) if owners.len() == 1 => owners.first().cloned(),
                _ => SnakeName::new(SHARED),
            };
            let name = keep(self.namer.type_(key), &mut diagnostics);
            let Some((name, module)) = name.zip(module) else {
                continue;
            };
            modules.entry(module.clone()).or_default();
            let has_id = is_resource(schema) && !is_deleted(schema) && has_string_id(schema);
            let id = has_id.then(|| TypePath {
                module: module.clone(),
                name: name.suffixed("Id"),
            });
            components.insert(
                key.clone(),
                Component {
                    path: TypePath { module, name },
                    id,
                },
            );
        }
        Diagnostics::check(diagnostics)?;
        Ok(components)
    }
}

fn keep<T>(result: Result<T, Diagnostic>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    result
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()
}

/// Makes the names of modules and of component types.
struct Namer<'a> {
    document: &'a str,
    selected: &'a Selected,
    selection: &'a Selection<'a>,
    namespace: String,
    used: RefCell<Used>,
}

impl Namer<'_> {
    fn local<'k>(&self, key: &'k str) -> &'k str {
        let key = key.strip_prefix(&self.namespace).unwrap_or(key);
        self.selection.strip(key, &mut self.used.borrow_mut())
    }

    fn type_(&self, key: &str) -> Result<TypeName, Diagnostic> {
        if let Some(given) = self.selection.renamed(key, &mut self.used.borrow_mut()) {
            return Ok(TypeName::given(given));
        }
        TypeName::new(&[self.local(key)]).ok_or_else(|| self.nameless(key))
    }

    fn module(&self, key: &str) -> Result<SnakeName, Diagnostic> {
        SnakeName::new(self.local(key)).ok_or_else(|| self.nameless(key))
    }

    /// `/v1/linked_accounts` is `linked_account`.
    fn module_of_home(&self, home: &str, pointer: &Pointer) -> Result<SnakeName, Diagnostic> {
        let name = singular(&literals(home).collect::<Vec<_>>().join("_"));
        SnakeName::new(&name).ok_or_else(|| {
            let message = format!(
                "no Rust name can be made of the path `{}`",
                home.escape_debug()
            );
            Diagnostic::new(format!("{}{pointer}", self.document), message)
                .help("leave it out of the selection")
        })
    }

    fn nameless(&self, key: &str) -> Diagnostic {
        let at = format!("{}{}", self.document, Pointer::schema(key));
        Diagnostic::new(
            at,
            format!("no Rust name can be made of `{}`", key.escape_debug()),
        )
        .note(self.selected.trail(key))
        .help("give it a name under `[names.rename]` in the selection")
    }

    fn collision(&self, key: &str, other: &str, module: &str) -> Diagnostic {
        let at = format!("{}{}", self.document, Pointer::schema(key));
        Diagnostic::new(
            at,
            format!("two resources would have the module `{module}`"),
        )
        .note(format!(
            "the other stands at {}{}",
            self.document,
            Pointer::schema(other)
        ))
        .help("select one of them, or change `names.strip_prefixes` in the selection")
    }
}

fn is_resource(schema: &Schema) -> bool {
    schema.schema_data.extensions.contains_key("x-resourceId") && object_constant(schema).is_some()
}

/// Whether a schema is what is left of something that was deleted.
fn is_deleted(schema: &Schema) -> bool {
    object(schema).is_some_and(|object| {
        let deleted = inline_property(object, "deleted");
        deleted.is_some_and(|deleted| {
            matches!(deleted.schema_kind, SchemaKind::Type(Type::Boolean(_)))
        }) && object.required.iter().any(|name| name == "deleted")
    })
}

fn has_string_id(schema: &Schema) -> bool {
    let id = object(schema).and_then(|object| {
        let required = object.required.iter().any(|name| name == "id");
        inline_property(object, "id").filter(|_| required)
    });
    id.is_some_and(|id| {
        matches!(id.schema_kind, SchemaKind::Type(Type::String(_))) && !id.schema_data.nullable
    })
}

/// The namespace that the resources of all operations share, with its dot: `identity.`; none where something else
/// is called like one of them without it.
fn common_namespace(
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
) -> String {
    let mut subjects = operations
        .iter()
        .filter_map(|operation| subject(operation, schemas));
    let namespace = |key: &str| {
        key.split_once('.')
            .map(|(namespace, _)| namespace.to_owned())
    };
    let Some(Some(first)) = subjects.next().map(|key| namespace(&key)) else {
        return String::new();
    };
    if !subjects.all(|key| namespace(&key).as_ref() == Some(&first)) {
        return String::new();
    }
    let prefix = format!("{first}.");
    // `financial_connections.account` cannot do without it beside `account`.
    let received = selected.received().map(|(key, _)| key);
    let (within, beyond): (Vec<&String>, Vec<&String>) =
        received.partition(|key| key.starts_with(&prefix));
    let beyond: BTreeSet<Option<TypeName>> =
        beyond.iter().map(|key| TypeName::new(&[key])).collect();
    let is_needed = within
        .iter()
        .any(|key| beyond.contains(&TypeName::new(&[&key[prefix.len()..]])));
    if is_needed { String::new() } else { prefix }
}

/// The key of the component that a success is, or is a list of.
fn subject(operation: &SelectedOperation, schemas: &IndexMap<String, Schema>) -> Option<String> {
    let body = body(operation)?;
    let SchemaRef::Component(reference) = items_of(body, schemas).unwrap_or(body) else {
        return None;
    };
    let key = component_name(reference);
    let schema = schemas.get(&key)?;
    (is_resource(schema) && !is_deleted(schema)).then_some(key)
}

/// For each component that is no resource, the modules that use it, not through another resource.
fn owners(
    selected: &Selected,
    operations: &[SelectedOperation],
    places: &[OperationPlace],
    module_of: &BTreeMap<String, SnakeName>,
) -> BTreeMap<String, BTreeSet<SnakeName>> {
    let mut owners: BTreeMap<String, BTreeSet<SnakeName>> = BTreeMap::new();
    let mut queue: Vec<(&String, &SnakeName)> = Vec::new();
    for (key, module) in module_of {
        queue.extend(selected.references(key).map(|key| (key, module)));
    }
    for (operation, place) in operations.iter().zip(places) {
        queue.extend(operation.references.iter().map(|key| (key, &place.module)));
    }
    while let Some((key, module)) = queue.pop() {
        let is_new = !module_of.contains_key(key)
            && owners
                .entry(key.clone())
                .or_default()
                .insert(module.clone());
        if is_new {
            queue.extend(selected.references(key).map(|key| (key, module)));
        }
    }
    owners
}
