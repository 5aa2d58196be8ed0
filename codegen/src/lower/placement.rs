//! Which module each operation and each component schema goes to, and what it is called there.
//!
//! A resource has a module of its own. Another component goes to the module of the one
//! resource that uses it, or, where several do, to `shared`. The namespace that all
//! resources have in common (`identity.`) is left out of names.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use openapiv3::{ReferenceOr, Response, Schema, SchemaKind, StatusCode, Type};

use super::schema::{
    SchemaRef, alternatives, component_name, inline_property, list_items, object, object_constant,
};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::TypePath;
use crate::names::{SnakeName, TypeName};
use crate::pointer::Pointer;
use crate::select::{Selected, SelectedOperation};
use crate::selection::Selection;

/// The module of types that belong to no one resource.
const SHARED: &str = "shared";

/// Where everything goes.
#[derive(Debug)]
pub(super) struct Placement {
    modules: BTreeMap<SnakeName, ModulePlace>,
    components: BTreeMap<String, Component>,
    /// In the order of the operations.
    operations: Vec<OperationPlace>,
    /// The namespace that all resources share, with its dot.
    namespace: String,
    /// The resources by the path that retrieves one, its last parameter left out.
    collections: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct ModulePlace {
    /// The key of the component schema that the module is about.
    pub(super) resource: Option<String>,
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

    pub(super) fn component(&self, key: &str) -> Option<&Component> {
        self.components.get(key)
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = &OperationPlace> {
        self.operations.iter()
    }

    /// The id of the resource whose module has that name.
    pub(super) fn id_of_module(&self, module: &str) -> Option<&TypePath> {
        let (_, place) = self
            .modules
            .iter()
            .find(|(name, _)| name.as_str() == module)?;
        self.components.get(place.resource.as_ref()?)?.id.as_ref()
    }

    /// The path below which a resource is retrieved.
    pub(super) fn collection_of(&self, resource: &str) -> Option<&str> {
        self.collections
            .iter()
            .find(|(_, key)| *key == resource)
            .map(|(path, _)| path.as_str())
    }

    /// The id of the resource that is retrieved below a path: `/v1/identity/verification_sessions`.
    pub(super) fn id_of_collection(&self, path: &str) -> Option<&TypePath> {
        self.components
            .get(self.collections.get(path)?)?
            .id
            .as_ref()
    }
}

/// The schema of the body of an operation's success.
pub(super) fn success(operation: &SelectedOperation) -> Option<(&StatusCode, &Response)> {
    let responses = operation.operation.responses.responses.iter();
    let mut successes = responses.filter_map(|(status, response)| match (status, response) {
        (StatusCode::Code(200..=299) | StatusCode::Range(2), ReferenceOr::Item(response)) => {
            Some((status, response))
        }
        _ => None,
    });
    successes.next()
}

pub(super) fn place(
    document: &str,
    selected: &Selected,
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
    selection: &Selection<'_>,
) -> Result<Placement, Diagnostics> {
    let namer = Namer {
        document,
        selected,
        selection,
        namespace: common_namespace(schemas, operations),
    };
    let mut diagnostics = Vec::new();

    // What a response is, or is a list of.
    let subjects: Vec<Option<String>> = operations
        .iter()
        .map(|operation| subject(operation, schemas))
        .collect();
    let mut collections = BTreeMap::new();
    for (operation, subject) in operations.iter().zip(&subjects) {
        let is_retrieve = operation.method == "get" && operation.path.ends_with('}');
        if let (true, Some(resource), Some((parent, _))) =
            (is_retrieve, subject, operation.path.rsplit_once('/'))
        {
            collections.insert(parent.to_owned(), resource.clone());
        }
    }

    // Modules: one for each resource that is reached, and for what is about none.
    let reached = reached_by_responses(schemas, operations);
    let mut modules: BTreeMap<SnakeName, ModulePlace> = BTreeMap::new();
    let mut module_of: BTreeMap<String, SnakeName> = BTreeMap::new();
    for key in reached
        .iter()
        .filter(|key| schemas.get(*key).is_some_and(is_resource))
    {
        if let Some(name) = keep(namer.module(key), &mut diagnostics) {
            if let Some(ModulePlace {
                resource: Some(other),
            }) = modules.get(&name)
            {
                diagnostics.push(namer.collision(key, other, name.as_str()));
            }
            modules.insert(
                name.clone(),
                ModulePlace {
                    resource: Some(key.clone()),
                },
            );
            module_of.insert(key.clone(), name);
        }
    }
    let mut places = Vec::new();
    for (operation, subject) in operations.iter().zip(subjects) {
        let resource = subject
            .filter(|key| module_of.contains_key(key))
            .or_else(|| above(&operation.path, &collections));
        let module = match resource.as_ref().and_then(|key| module_of.get(key)) {
            Some(module) => Some(module.clone()),
            None => keep(
                namer.module_of_path(&operation.path, &operation.pointer),
                &mut diagnostics,
            ),
        };
        if let Some(module) = module {
            modules.entry(module.clone()).or_default();
            places.push(OperationPlace { module, resource });
        }
    }

    let namespace = namer.namespace.clone();
    let owners = owners(schemas, operations, &places, &module_of);
    let mut components = BTreeMap::new();
    for key in reached {
        let Some(schema) = schemas.get(&key) else {
            continue;
        };
        let module = match (module_of.get(&key), owners.get(&key)) {
            (Some(module), _) => Some(module.clone()),
            (None, Some(owners)) if owners.len() == 1 => owners.first().cloned(),
            _ => SnakeName::new(SHARED),
        };
        let Some((name, module)) = keep(namer.type_(&key), &mut diagnostics).zip(module) else {
            continue;
        };
        modules.entry(module.clone()).or_default();
        let has_id = is_resource(schema) && has_string_id(schema);
        let id = has_id.then(|| TypePath {
            module: module.clone(),
            name: name.suffixed("Id"),
        });
        components.insert(
            key,
            Component {
                path: TypePath { module, name },
                id,
            },
        );
    }
    Diagnostics::check(diagnostics)?;
    Ok(Placement {
        modules,
        components,
        operations: places,
        collections,
        namespace,
    })
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
}

impl Namer<'_> {
    fn local<'k>(&self, key: &'k str) -> &'k str {
        self.selection
            .strip(key.strip_prefix(&self.namespace).unwrap_or(key))
    }

    fn type_(&self, key: &str) -> Result<TypeName, Diagnostic> {
        if let Some(given) = self.selection.renamed(key) {
            return Ok(TypeName::given(given));
        }
        TypeName::new(&[self.local(key)]).ok_or_else(|| self.nameless(key))
    }

    fn module(&self, key: &str) -> Result<SnakeName, Diagnostic> {
        SnakeName::new(self.local(key)).ok_or_else(|| self.nameless(key))
    }

    fn module_of_path(&self, path: &str, pointer: &Pointer) -> Result<SnakeName, Diagnostic> {
        let mut literals = path
            .rsplit('/')
            .filter(|segment| !segment.is_empty() && !segment.starts_with('{'));
        let last = literals.next().unwrap_or("root");
        SnakeName::new(last).ok_or_else(|| {
            Diagnostic::new(
                format!("{}{pointer}", self.document),
                format!(
                    "no Rust name can be made of the path `{}`",
                    path.escape_debug()
                ),
            )
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

fn has_string_id(schema: &Schema) -> bool {
    let id = object(schema).and_then(|object| {
        let required = object.required.iter().any(|name| name == "id");
        inline_property(object, "id").filter(|_| required)
    });
    id.is_some_and(|id| {
        matches!(id.schema_kind, SchemaKind::Type(Type::String(_))) && !id.schema_data.nullable
    })
}

/// The namespace that the resources of all operations share, with its dot: `identity.`.
fn common_namespace(
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
    if subjects.all(|key| namespace(&key).as_ref() == Some(&first)) {
        format!("{first}.")
    } else {
        String::new()
    }
}

/// The key of the component that a success is, or is a list of.
fn subject(operation: &SelectedOperation, schemas: &IndexMap<String, Schema>) -> Option<String> {
    let body = success(operation)?
        .1
        .content
        .get("application/json")?
        .schema
        .as_ref()?;
    let key = match SchemaRef::from(body) {
        SchemaRef::Component(reference) => component_name(reference),
        SchemaRef::Inline(schema) => match list_items(schema)? {
            SchemaRef::Component(reference) => component_name(reference),
            SchemaRef::Inline(_) => return None,
        },
    };
    schemas.get(&key).is_some_and(is_resource).then_some(key)
}

/// The resource whose collection a path is below.
fn above(path: &str, collections: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path;
    while let Some((parent, _)) = path.rsplit_once('/') {
        if let Some(resource) = collections.get(parent) {
            return Some(resource.clone());
        }
        path = parent;
    }
    None
}

/// The keys that a schema refers to.
fn references(schema: SchemaRef<'_>, into: &mut Vec<String>) {
    let schema = match schema {
        SchemaRef::Component(reference) => return into.push(component_name(reference)),
        SchemaRef::Inline(schema) => schema,
    };
    if let Some((_, alternatives)) = alternatives(schema) {
        for alternative in alternatives {
            references(alternative.into(), into);
        }
    }
    match &schema.schema_kind {
        SchemaKind::Type(Type::Array(array)) => {
            if let Some(items) = &array.items {
                references(items.into(), into);
            }
        }
        SchemaKind::Type(Type::Object(object)) => {
            for property in object.properties.values() {
                references(property.into(), into);
            }
            if let Some(openapiv3::AdditionalProperties::Schema(values)) =
                &object.additional_properties
            {
                references(values.as_ref().into(), into);
            }
        }
        _ => {}
    }
}

/// What an operation's success, its parameters and its body refer to; errors are the runtime's.
fn references_of_operation(operation: &SelectedOperation) -> Vec<String> {
    let mut found = Vec::new();
    let success = success(operation)
        .into_iter()
        .flat_map(|(_, response)| response.content.values());
    let body = match &operation.operation.request_body {
        Some(ReferenceOr::Item(body)) => Some(body),
        _ => None,
    };
    let body = body.into_iter().flat_map(|body| body.content.values());
    for media_type in success.chain(body) {
        if let Some(schema) = &media_type.schema {
            references(schema.into(), &mut found);
        }
    }
    found
}

fn reached_by_responses(
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
) -> BTreeSet<String> {
    let mut queue: Vec<String> = operations
        .iter()
        .flat_map(references_of_operation)
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(key) = queue.pop() {
        let Some(schema) = schemas.get(&key) else {
            continue;
        };
        if reached.insert(key) {
            references(SchemaRef::Inline(schema), &mut queue);
        }
    }
    reached
}

/// For each component that is no resource, the modules that use it, not through another resource.
fn owners(
    schemas: &IndexMap<String, Schema>,
    operations: &[SelectedOperation],
    places: &[OperationPlace],
    module_of: &BTreeMap<String, SnakeName>,
) -> BTreeMap<String, BTreeSet<SnakeName>> {
    let mut owners: BTreeMap<String, BTreeSet<SnakeName>> = BTreeMap::new();
    let mut queue: Vec<(String, SnakeName)> = Vec::new();
    for (key, module) in module_of {
        let mut found = Vec::new();
        if let Some(schema) = schemas.get(key) {
            references(SchemaRef::Inline(schema), &mut found);
        }
        queue.extend(found.into_iter().map(|key| (key, module.clone())));
    }
    for (operation, place) in operations.iter().zip(places) {
        queue.extend(
            references_of_operation(operation)
                .into_iter()
                .map(|key| (key, place.module.clone())),
        );
    }
    while let Some((key, module)) = queue.pop() {
        if module_of.contains_key(&key)
            || !owners
                .entry(key.clone())
                .or_default()
                .insert(module.clone())
        {
            continue;
        }
        let mut found = Vec::new();
        if let Some(schema) = schemas.get(&key) {
            references(SchemaRef::Inline(schema), &mut found);
        }
        queue.extend(found.into_iter().map(|key| (key, module.clone())));
    }
    owners
}
