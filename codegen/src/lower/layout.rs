//! Which module each operation and each component schema goes to, and what it is called there.
//!
//! Each follows from itself: an operation goes to the module of its home, a resource to the module of its key, and
//! another component to `shared`, unless the selection says otherwise. `/v1/issuing/cards` and `issuing.card` have the
//! same module.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::Schema;

use super::home::{Homes, Verb, literals};
use super::naming::Naming;
use super::subject::{has_id, is_list, is_resource, method, subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::TypePath;
use crate::names::{SnakeName, TypeName};
use crate::select::{Selected, SelectedOperation};
use crate::selection::{Selection, Used};

/// Where everything goes.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) modules: BTreeMap<SnakeName, About>,
    /// The component schemas that become types, by key.
    pub(super) components: BTreeMap<String, Component>,
    /// In the order of the operations.
    pub(super) functions: Vec<Function>,
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
    /// What its request calls what stands at its home.
    pub(super) of_home: TypeName,
}

/// Decides where everything goes; the entries of the selection that matched something come with it.
pub(super) fn lay_out(
    document: &str,
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
    selection: &Selection<'_>,
) -> Result<(Layout, Used), Diagnostics> {
    let beside = selected.left_out.operations();
    let beside = beside.map(|(path, method, is_list)| (method, path, is_list));
    let homes = Homes::new(
        operations
            .iter()
            .map(|operation| {
                let is_list = is_list(operation, schemas);
                (operation.method.as_str(), operation.path.as_str(), is_list)
            })
            .chain(beside),
    );
    let subjects: Vec<Option<String>> = operations
        .iter()
        .map(|operation| subject(operation, schemas))
        .collect();
    let mut naming = Naming::new(document, selected, selection);
    let mut modules = Modules::new();
    let functions = functions(operations, &subjects, &homes, &mut naming, &mut modules)?;
    let components = components(selected, schemas, &mut naming, &mut modules)?;
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
    let layout = Layout {
        modules,
        ids,
        ids_by_path: ids_by_path.collect(),
        components,
        functions,
        homes,
    };
    Ok((layout, naming.used))
}

type Modules = BTreeMap<SnakeName, About>;

/// The functions, and the modules of their homes.
fn functions(
    operations: &[SelectedOperation],
    subjects: &[Option<String>],
    homes: &Homes,
    naming: &mut Naming<'_>,
    modules: &mut Modules,
) -> Result<Vec<Function>, Diagnostics> {
    let mut diagnostics = Vec::new();
    let mut functions = Vec::new();
    for (operation, subject) in operations.iter().zip(subjects) {
        // The walk has refused every other method.
        let Some(method) = method(operation) else {
            continue;
        };
        let home = homes.home(&operation.path);
        let mut verb = homes.verb(method, &operation.path);
        let module = naming.module_of_home(home, &operation.pointer);
        let of_home = naming.type_of_home(home, &operation.pointer);
        let names = (
            keep(module, &mut diagnostics),
            keep(of_home, &mut diagnostics),
        );
        let (Some(module), Some(of_home)) = names else {
            continue;
        };
        let about = modules.entry(module.clone()).or_default();
        if homes.names_module(home) {
            let other = about.home.get_or_insert_with(|| home.to_owned()).clone();
            if other != home && !naming.is_placed(home) && !naming.is_placed(&other) {
                let is_taken = |name: &str| modules.keys().any(|module| module.as_str() == name);
                let collision = naming.collision([home, &other], module.as_str(), is_taken);
                // Each operation of the home would say so.
                if !diagnostics.contains(&collision) {
                    diagnostics.push(collision);
                }
            }
        } else {
            // Another home is spelled alike: this path is named in the function.
            verb.object.extend(literals(home).last().map(str::to_owned));
        }
        functions.push(Function {
            module,
            resource: subject.clone(),
            verb,
            of_home,
        });
    }
    Diagnostics::check(diagnostics)?;
    Ok(functions)
}

/// The component schemas that successes lead to, and the modules of those that are resources.
fn components(
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    naming: &mut Naming<'_>,
    modules: &mut Modules,
) -> Result<BTreeMap<String, Component>, Diagnostics> {
    let mut diagnostics = Vec::new();
    let mut components = BTreeMap::new();
    for key in selected.received() {
        let Some(schema) = schemas.get(key) else {
            continue;
        };
        let is_resource = is_resource(key, schema);
        let names = (
            keep(naming.type_(key), &mut diagnostics),
            keep(naming.module(key, is_resource), &mut diagnostics),
        );
        let (Some(name), Some(module)) = names else {
            continue;
        };
        let about = modules.entry(module.clone()).or_default();
        if is_resource && !key.starts_with("deleted_") {
            about.resource.get_or_insert_with(|| key.clone());
        }
        let id = has_id(key, schema).then(|| TypePath {
            module: module.clone(),
            name: name.suffixed("Id"),
        });
        let path = TypePath { module, name };
        components.insert(key.clone(), Component { path, id });
    }
    Diagnostics::check(diagnostics)?;
    Ok(components)
}

fn keep<T>(result: Result<T, Diagnostic>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    result
        .map_err(|diagnostic| diagnostics.push(diagnostic))
        .ok()
}
