//! Which module each operation and each component schema goes to, and what it is called there.
//!
//! Operations go to the module of their home, and the home's resource with them. Another component goes to the one
//! module that uses it, or, where several do, to `shared`.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use openapiv3::Schema;

use super::home::{Homes, Verb, literals};
use super::naming::Naming;
use super::resource::Resources;
use super::subject::{has_id, is_list, is_resource, method, subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::TypePath;
use crate::names::SnakeName;
use crate::select::{Selected, SelectedOperation};
use crate::selection::{Selection, Used};

/// The module of types that belong to no one resource.
pub(super) const SHARED: &str = "shared";

/// Where everything goes.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) modules: BTreeMap<SnakeName, About>,
    /// The component schemas that become types, by key.
    pub(super) components: BTreeMap<String, Component>,
    /// In the order of the operations.
    pub(super) functions: Vec<Function>,
    /// What components and their ids are called.
    pub(super) taken: BTreeSet<TypePath>,
    /// The namespace that all resources share, with its dot.
    pub(super) namespace: String,
    /// The ids of resources by what the resources are called where they stand in a property: `verification_session`.
    pub(super) ids: BTreeMap<String, TypePath>,
    /// The ids of resources by the path that they are retrieved below: `/v1/identity/verification_sessions`.
    pub(super) ids_by_path: BTreeMap<String, TypePath>,
    pub(super) homes: Homes,
}

/// What a module is about.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// The key of a component schema.
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

/// The function that an operation becomes.
#[derive(Clone, Debug)]
pub(super) struct Function {
    pub(super) module: SnakeName,
    /// The key of the resource that it is about.
    pub(super) resource: Option<String>,
    pub(super) verb: Verb,
}

/// Decides where everything goes; the entries of the selection that matched something come with it.
pub(super) fn lay_out(
    document: &str,
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
    selection: &Selection<'_>,
) -> Result<(Layout, Used), Diagnostics> {
    let homes = Homes::new(operations.iter().map(|operation| {
        let is_list = is_list(operation, schemas);
        (operation.method.as_str(), operation.path.as_str(), is_list)
    }));
    let subjects = operations
        .iter()
        .map(|operation| subject(operation, schemas));
    let subjects: Vec<Option<String>> = subjects.collect();
    let mut naming = Naming::new(document, selected, selection, subjects.iter().flatten());
    let resources = Resources::new(&homes, operations, &subjects);
    let mut modules = modules(&resources, &mut naming)?;
    let module_of: BTreeMap<String, SnakeName> = modules
        .iter()
        .filter_map(|(name, about)| Some((about.resource.clone()?, name.clone())))
        .collect();
    let functions = functions(
        operations,
        &subjects,
        &homes,
        &resources,
        &naming,
        &mut modules,
    )?;
    let owners = owners(selected, operations, &functions, &module_of);
    let components = components(selected, schemas, &module_of, &owners, &mut naming)?;
    for component in components.values() {
        modules.entry(component.path.module.clone()).or_default();
    }
    let with_ids = components
        .iter()
        .filter_map(|(key, component)| Some((key, component.id.clone()?)));
    let ids = with_ids.map(|(key, id)| (naming.local(key).to_owned(), id));
    let ids = ids.collect();
    let ids_by_path = operations
        .iter()
        .zip(&subjects)
        .filter_map(|(operation, subject)| {
            let is_retrieve = operation.method == "get" && operation.path.ends_with('}');
            let (parent, _) = operation.path.rsplit_once('/').filter(|_| is_retrieve)?;
            let id = components.get(subject.as_ref()?)?.id.clone()?;
            Some((parent.to_owned(), id))
        });
    let taken = components
        .values()
        .flat_map(|component| std::iter::once(&component.path).chain(&component.id));
    let layout = Layout {
        modules,
        ids,
        ids_by_path: ids_by_path.collect(),
        taken: taken.cloned().collect(),
        components,
        functions,
        namespace: naming.namespace,
        homes,
    };
    Ok((layout, naming.used))
}

type Modules = BTreeMap<SnakeName, About>;

/// A module for each resource that has a home.
fn modules(resources: &Resources, naming: &mut Naming<'_>) -> Result<Modules, Diagnostics> {
    let mut diagnostics = Vec::new();
    let mut modules = Modules::new();
    for (resource, home) in &resources.homes {
        let Some(name) = keep(naming.module(resource), &mut diagnostics) else {
            continue;
        };
        let about = About {
            resource: Some(resource.clone()),
            home: Some(home.clone()),
        };
        let other = modules.insert(name.clone(), about);
        if let Some(other) = other.and_then(|other| other.resource) {
            diagnostics.push(naming.collision(resource, &other, name.as_str()));
        }
    }
    Diagnostics::check(diagnostics)?;
    Ok(modules)
}

/// The functions; homes that are about no resource get modules of their own.
fn functions(
    operations: &[SelectedOperation],
    subjects: &[Option<String>],
    homes: &Homes,
    resources: &Resources,
    naming: &Naming<'_>,
    modules: &mut Modules,
) -> Result<Vec<Function>, Diagnostics> {
    let of_resource: BTreeMap<String, SnakeName> = modules
        .iter()
        .filter_map(|(name, about)| Some((about.home.clone()?, name.clone())))
        .collect();
    let mut diagnostics = Vec::new();
    let mut functions = Vec::new();
    for (operation, subject) in operations.iter().zip(subjects) {
        // The walk has refused every other method.
        let Some(method) = method(operation) else {
            continue;
        };
        let home = homes.home(&operation.path);
        let mut verb = homes.verb(method, &operation.path);
        let module = if let Some(module) = of_resource.get(home) {
            module.clone()
        } else {
            let module = naming.module_of_home(home, &operation.pointer);
            let Some(module) = keep(module, &mut diagnostics) else {
                continue;
            };
            let about = modules.entry(module.clone()).or_insert_with(|| About {
                resource: None,
                home: Some(home.to_owned()),
            });
            if about.home.as_deref() != Some(home) {
                // The resource of that name is at home elsewhere: this path is named in the function.
                verb.object.extend(literals(home).last().map(str::to_owned));
            }
            module
        };
        let of_home = resources.of(home).filter(|_| verb.object.is_empty());
        functions.push(Function {
            module,
            resource: subject.as_ref().or(of_home).cloned(),
            verb,
        });
    }
    Diagnostics::check(diagnostics)?;
    Ok(functions)
}

/// The component schemas that successes lead to.
fn components(
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    module_of: &BTreeMap<String, SnakeName>,
    owners: &BTreeMap<String, BTreeSet<SnakeName>>,
    naming: &mut Naming<'_>,
) -> Result<BTreeMap<String, Component>, Diagnostics> {
    let mut diagnostics = Vec::new();
    let mut components = BTreeMap::new();
    for key in selected.received() {
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
        let name = keep(naming.type_(key), &mut diagnostics);
        let Some((name, module)) = name.zip(module) else {
            continue;
        };
        let id = has_id(schema).then(|| TypePath {
            module: module.clone(),
            name: name.suffixed("Id"),
        });
        let path = TypePath { module, name };
        components.insert(key.clone(), Component { path, id });
    }
    Diagnostics::check(diagnostics)?;
    Ok(components)
}

/// For each component that is no resource, the modules that use it, not through another resource.
fn owners(
    selected: &Selected,
    operations: &[SelectedOperation],
    functions: &[Function],
    module_of: &BTreeMap<String, SnakeName>,
) -> BTreeMap<String, BTreeSet<SnakeName>> {
    let mut owners: BTreeMap<String, BTreeSet<SnakeName>> = BTreeMap::new();
    let mut queue: Vec<(&String, &SnakeName)> = Vec::new();
    for (key, module) in module_of {
        queue.extend(selected.references(key).map(|key| (key, module)));
    }
    for (operation, function) in operations.iter().zip(functions) {
        let references = operation.references.iter();
        queue.extend(references.map(|key| (key, &function.module)));
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

fn keep<T>(result: Result<T, Diagnostic>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    result
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()
}
