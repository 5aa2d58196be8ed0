//! Lints of clippy's that say something of Stripe's API, and not of how it is written down: each is expected where
//! it is found, and nowhere else.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::model::{Lint, Module, Parameter, ParameterType, Type, TypeDefinition};
use crate::names::SnakeName;

/// As many as clippy lets a struct, or the arguments of a function, have.
const BOOLS: usize = 3;
const ARGUMENTS: usize = 7;
/// From as many fields on, clippy compares their names.
const COMPARED: usize = 3;

/// Marks the items that have one.
pub(super) fn mark(modules: &mut BTreeMap<SnakeName, Module>) {
    for module in modules.values_mut() {
        for definition in &mut module.types {
            if let TypeDefinition::Struct(definition) = definition {
                let bools = definition
                    .fields
                    .iter()
                    .filter(|field| field.type_ == Type::Boolean && !field.optional);
                definition
                    .lints
                    .extend((bools.count() > BOOLS).then_some(Lint::Bools));
            }
        }
        for operation in &mut module.operations {
            let ids: Vec<&str> = operation
                .path_parameters
                .iter()
                .map(|parameter| parameter.name.as_str())
                .collect();
            let mut names = ids.clone();
            names.extend(names_of(&operation.parameters));
            names.push("request_options");
            let request = operation.request.as_str();
            operation.lints = of_struct(request, &names, &operation.parameters);
            operation.function_lints = of_function(ids.len(), &operation.parameters);
            for definition in &mut operation.types {
                if let ParameterType::Object(object) = definition {
                    let names: Vec<&str> = names_of(&object.parameters).collect();
                    object.lints = of_struct(object.name.as_str(), &names, &object.parameters);
                    object.function_lints = of_function(0, &object.parameters);
                }
            }
        }
    }
}

fn names_of(parameters: &[Parameter]) -> impl Iterator<Item = &str> {
    parameters.iter().map(|parameter| parameter.name.as_str())
}

/// How many are held as a plain `bool`, and are an argument.
fn bools(parameters: &[Parameter]) -> usize {
    parameters
        .iter()
        .filter(|parameter| parameter.required && parameter.type_ == Type::Boolean)
        .count()
}

fn of_struct(name: &str, fields: &[&str], parameters: &[Parameter]) -> Vec<Lint> {
    let mut lints = Vec::new();
    lints.extend((bools(parameters) > BOOLS).then_some(Lint::Bools));
    let all_bools = bools(parameters) == fields.len();
    let is_alike = is_alike(fields) && !all_bools;
    let is_named_after = fields.iter().any(|field| is_named_after(field, name));
    let compared = fields.len() >= COMPARED && (is_alike || is_named_after);
    lints.extend(compared.then_some(Lint::FieldNames));
    lints
}

fn of_function(ids: usize, parameters: &[Parameter]) -> Vec<Lint> {
    let required = parameters.iter().filter(|parameter| parameter.required);
    let mut lints = Vec::new();
    lints.extend((ids + required.count() > ARGUMENTS).then_some(Lint::Arguments));
    lints.extend((bools(parameters) > BOOLS).then_some(Lint::BoolArguments));
    lints
}

/// Whether all names begin or end with the same word, and none is that word alone.
fn is_alike(names: &[&str]) -> bool {
    let words: Vec<Vec<&str>> = names.iter().map(|name| name.split('_').collect()).collect();
    let Some(first) = words.first() else {
        return false;
    };
    words.iter().all(|words| words.len() > 1)
        && (words.iter().all(|words| words.first() == first.first())
            || words.iter().all(|words| words.last() == first.last()))
}

/// Whether a name begins or ends with all the words of a type's.
fn is_named_after(field: &str, type_: &str) -> bool {
    let type_ = type_.to_snake_case();
    let field: Vec<&str> = field.split('_').collect();
    let type_: Vec<&str> = type_.split('_').collect();
    field.starts_with(&type_) || (field.len() > type_.len() && field.ends_with(&type_))
}
