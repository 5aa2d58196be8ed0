//! Lints of clippy's that say something of Stripe's API, and not of how it is written down: each is expected where
//! it is found, and nowhere else.

use heck::ToSnakeCase;

use crate::model::{Field, Lint, Parameter, PathParameter, Type};

/// As many as clippy lets a struct, or the arguments of a function, have.
const BOOLS: usize = 3;
const ARGUMENTS: usize = 7;
/// From as many fields on, clippy compares their names.
const COMPARED: usize = 3;

/// Those of an object that Stripe sends.
pub(super) fn of_fields(fields: &[Field]) -> Vec<Lint> {
    let is_bool = |field: &&Field| field.type_ == Type::Boolean && !field.optional;
    let bools = fields.iter().filter(is_bool).count();
    (bools > BOOLS).then_some(Lint::Bools).into_iter().collect()
}

/// Those of a request.
pub(super) fn of_request(name: &str, ids: &[PathParameter], parameters: &[Parameter]) -> Vec<Lint> {
    let ids = ids.iter().map(|parameter| parameter.name.as_str());
    let fields = ids.chain(names_of(parameters)).chain(["request_options"]);
    of_struct(name, &fields.collect::<Vec<_>>(), parameters)
}

/// Those of an object inside a request.
pub(super) fn of_object(name: &str, parameters: &[Parameter]) -> Vec<Lint> {
    of_struct(name, &names_of(parameters).collect::<Vec<_>>(), parameters)
}

/// Those of a function that takes ids and required parameters.
pub(super) fn of_function(ids: usize, parameters: &[Parameter]) -> Vec<Lint> {
    let required = parameters.iter().filter(|parameter| parameter.required);
    let mut lints = Vec::new();
    lints.extend((ids + required.count() > ARGUMENTS).then_some(Lint::Arguments));
    lints.extend((bools(parameters) > BOOLS).then_some(Lint::BoolArguments));
    lints
}

fn of_struct(name: &str, fields: &[&str], parameters: &[Parameter]) -> Vec<Lint> {
    let mut lints = Vec::new();
    lints.extend((bools(parameters) > BOOLS).then_some(Lint::Bools));
    let all_bools = bools(parameters) == fields.len();
    let is_alike = is_alike(fields) && !all_bools;
    let compared = fields.len() >= COMPARED && (is_alike || is_named_after(fields, name));
    lints.extend(compared.then_some(Lint::FieldNames));
    lints
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

/// Whether one of the names begins or ends with all the words of a type's.
fn is_named_after(fields: &[&str], type_: &str) -> bool {
    let type_ = type_.to_snake_case();
    let type_: Vec<&str> = type_.split('_').collect();
    fields.iter().any(|field| {
        let field: Vec<&str> = field.split('_').collect();
        field.starts_with(&type_) || (field.len() > type_.len() && field.ends_with(&type_))
    })
}
