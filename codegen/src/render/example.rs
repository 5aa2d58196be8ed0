//! Examples in the documentation, made from the types so that they compile.

use std::collections::BTreeSet;

use super::Index;
use super::scope::Scope;
use crate::model::{Api, Direction, Module, Operation, Parameter, Type, TypeDefinition, TypePath};

/// The example of an operation, as a Markdown code block.
pub(super) fn example(scope: &Scope<'_>, operation: &Operation) -> String {
    let (call, imports) = call(scope.index, scope.module, operation);
    let crate_name = crate_name(scope.index.api);
    let import = laid_out(&import(scope.index.api, scope.module, &imports));
    let binding = if operation.pages.is_some() {
        "page"
    } else {
        scope.module.name.as_str()
    };
    let read = read_upload(&call);
    let error = match read {
        Some(_) => "Box<dyn std::error::Error>".to_owned(),
        None => format!("{crate_name}::Error"),
    };
    let read = read.unwrap_or_default();
    let statement = laid_out(&format!(
        "let {binding} = {call}\n    .send(client)\n    .await?;"
    ));
    format!(
        "```no_run\n# async fn example(client: &{crate_name}::Client) -> Result<(), {error}> {{\n\
         {import}\n\n{read}{statement}\n# Ok(())\n# }}\n```"
    )
}

/// What a call sends of a file.
const UPLOADED: &str = "passport";

/// The line that reads the file that a call sends.
pub(super) fn read_upload(call: &str) -> Option<&'static str> {
    let sends_file = call.contains("::Upload::new(");
    sends_file.then_some("let passport = std::fs::read(\"passport.png\")?;\n")
}

/// As many columns as fit on a page of documentation.
const COLUMNS: usize = 90;

/// A statement on lines of its own, where one of its lines would be too long.
pub(super) fn laid_out(statement: &str) -> String {
    if statement
        .lines()
        .all(|line| line.chars().count() <= COLUMNS)
    {
        return statement.to_owned();
    }
    let function = format!("async fn example() {{ {statement} }}");
    let Ok(file) = syn::parse_file(&function) else {
        return statement.to_owned();
    };
    let text = prettyplease::unparse(&file);
    let lines: Vec<&str> = text.lines().collect();
    let inner = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    let inner = inner
        .iter()
        .map(|line| line.strip_prefix("    ").unwrap_or(line));
    inner.collect::<Vec<_>>().join("\n")
}

/// The import of a module, and of the types that a call names.
pub(super) fn import(api: &Api, module: &Module, types: &BTreeSet<String>) -> String {
    let path = format!("{}::{}", crate_name(api), module.name.as_str());
    if types.is_empty() {
        return format!("use {path};");
    }
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    format!("use {path}::{{self, {}}};", types.join(", "))
}

pub(super) fn crate_name(api: &Api) -> String {
    api.package.replace('-', "_")
}

/// `module::create(…)` with some setters, a line each, and the types that it names.
pub(super) fn call(
    index: &Index<'_>,
    module: &Module,
    operation: &Operation,
) -> (String, BTreeSet<String>) {
    let mut imports = BTreeSet::new();
    let mut arguments: Vec<String> = Vec::new();
    for parameter in &operation.path_parameters {
        arguments.push(match &parameter.id {
            Some(id) => format!("\"{}\"", sample_id(id.module.as_str())),
            None => "\"id_123\"".to_owned(),
        });
    }
    let required = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required);
    arguments
        .extend(required.map(|parameter| sample_required(index, module, parameter, &mut imports)));
    let mut call = format!(
        "{}::{}({})",
        module.name.as_str(),
        operation.name.as_str(),
        arguments.join(", ")
    );
    for name in &operation.shown {
        let mut parameters = operation.parameters.iter();
        let Some(parameter) = parameters.find(|parameter| parameter.name == *name) else {
            continue;
        };
        if let Some(value) = sample(
            index,
            module,
            &parameter.wire,
            &parameter.type_,
            0,
            &mut imports,
        ) {
            call = format!("{call}\n    .{}({value})", parameter.name.as_str());
        }
    }
    (call, imports)
}

/// Nesting deeper than this shows nothing more than what is required.
const DEPTH: usize = 3;
/// Nothing that is required is nested as deep.
const MAX_DEPTH: usize = 16;

fn sample(
    index: &Index<'_>,
    module: &Module,
    wire: &str,
    type_: &Type,
    depth: usize,
    imports: &mut BTreeSet<String>,
) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    match type_ {
        Type::Boolean | Type::Json => Some("true".to_owned()),
        Type::Integer | Type::Int64 => Some(integer(wire).to_owned()),
        Type::Decimal => Some("10".to_owned()),
        Type::DateTime => Some("std::time::SystemTime::now()".to_owned()),
        Type::Number => Some("1.5".to_owned()),
        Type::Timestamp | Type::RangeQuery => Some("1_700_000_000".to_owned()),
        Type::String => Some(format!("\"{}\"", text(index, wire))),
        Type::Metadata => Some("[(\"order_id\", \"6735\")]".to_owned()),
        Type::Boxed(inner) => sample(index, module, wire, inner, depth, imports),
        Type::Clearable(inner) if **inner == Type::String => {
            sample(index, module, wire, inner, depth, imports)
        }
        Type::Clearable(inner) => sample_exact(index, module, wire, inner, depth, imports),
        Type::Array(item) => {
            let item = sample(index, module, wire, item, depth + 1, imports)?;
            Some(format!("[{item}]"))
        }
        Type::Map(value) => {
            let value = sample(index, module, wire, value, depth + 1, imports)?;
            Some(format!("[(\"key\", {value})]"))
        }
        Type::Named(path) => sample_named(index, module, path, depth, imports),
        Type::Upload => Some(format!(
            "{}::Upload::new(\"passport.png\", {UPLOADED})",
            crate_name(index.api)
        )),
        Type::Expandable(_) | Type::List(..) | Type::Download => None,
    }
}

/// A number that a person would send as a parameter of the name.
fn integer(wire: &str) -> &'static str {
    match wire {
        "day" | "month" | "exp_month" => "12",
        "exp_year" => "2030",
        "year" => "1990",
        "quantity" => "2",
        _ if wire.contains("amount") => "2000",
        _ => "10",
    }
}

/// A text that a person would send as a parameter of the name. Nothing is known of most names.
fn text(index: &Index<'_>, wire: &str) -> String {
    let known = match wire {
        "account_holder_name" | "name" => "Jenny Rosen",
        "account_number" => "000123456789",
        "city" => "San Francisco",
        "country" => "US",
        "currency" | "destination_currency" => "usd",
        "first_name" => "Jenny",
        "last_name" => "Rosen",
        "line1" => "354 Oyster Point Blvd",
        "postal_code" => "94080",
        "routing_number" => "110000000",
        "state" => "CA",
        "description" => "Order 6735",
        _ if wire.ends_with("url") => "https://example.com/done",
        _ if wire.ends_with("email") => "jenny.rosen@example.com",
        _ if wire.ends_with("phone") || wire == "phone_number" => "+15555550123",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let is_resource = |module: &&Module| module.resource.is_some() && module.name.as_str() == wire;
    match index.api.modules.iter().find(is_resource) {
        Some(module) => sample_id(module.name.as_str()),
        None => "…".to_owned(),
    }
}

/// A value that has the type itself, where several turn into what is asked for.
fn sample_exact(
    index: &Index<'_>,
    module: &Module,
    wire: &str,
    type_: &Type,
    depth: usize,
    imports: &mut BTreeSet<String>,
) -> Option<String> {
    match type_ {
        Type::Integer => Some(format!("{}_i64", integer(wire))),
        Type::String => {
            let text = sample(index, module, wire, type_, depth, imports)?;
            Some(format!("{text}.to_owned()"))
        }
        Type::Timestamp => Some(format!(
            "{}::Timestamp::from_unix_seconds(1_700_000_000)",
            crate_name(index.api)
        )),
        Type::DateTime | Type::Int64 | Type::Decimal => {
            let value = sample(index, module, wire, type_, depth, imports)?;
            let name = match type_ {
                Type::DateTime => "DateTime",
                Type::Int64 => "Int64",
                _ => "Decimal",
            };
            Some(format!("{}::{name}::from({value})", crate_name(index.api)))
        }
        Type::Array(item) => {
            let item = sample_exact(index, module, wire, item, depth, imports)?;
            Some(format!("vec![{item}]"))
        }
        Type::Boolean | Type::Number => sample(index, module, wire, type_, depth, imports),
        Type::Named(path) => match index.type_(path)? {
            TypeDefinition::Union(_) => None,
            _ => sample_named(index, module, path, depth, imports),
        },
        _ => None,
    }
}

fn sample_named(
    index: &Index<'_>,
    module: &Module,
    path: &TypePath,
    depth: usize,
    imports: &mut BTreeSet<String>,
) -> Option<String> {
    let name = path.name.as_str();
    match index.type_(path)? {
        TypeDefinition::Enum(definition) => {
            let variant = definition.variants.first()?.name.as_str();
            if path.module == module.name {
                imports.insert(name.to_owned());
                return Some(format!("{name}::{variant}"));
            }
            // Rare enough for no import.
            let root = crate_name(index.api);
            let place = path.module.as_str();
            Some(format!("{root}::{place}::{name}::{variant}"))
        }
        TypeDefinition::Union(definition) if definition.direction == Direction::Request => {
            definition.variants.iter().find_map(|variant| {
                let mut inner = BTreeSet::new();
                let value = match &variant.type_ {
                    Type::String => sample(index, module, "", &Type::String, depth, &mut inner),
                    type_ => sample_exact(index, module, "", type_, depth + 1, &mut inner),
                }?;
                imports.extend(inner);
                Some(value)
            })
        }
        TypeDefinition::Parameters(definition) => {
            let mut inner = BTreeSet::from([name.to_owned()]);
            let required = definition
                .parameters
                .iter()
                .filter(|parameter| parameter.required);
            let mut arguments = Vec::new();
            for parameter in required {
                arguments.push(sample(
                    index,
                    module,
                    &parameter.wire,
                    &parameter.type_,
                    depth + 1,
                    &mut inner,
                )?);
            }
            let mut call = format!("{name}::new({})", arguments.join(", "));
            let mut optional = definition
                .parameters
                .iter()
                .filter(|parameter| !parameter.required && !parameter.deprecated && depth < DEPTH);
            if let Some(parameter) = optional.next()
                && let Some(value) = sample(
                    index,
                    module,
                    &parameter.wire,
                    &parameter.type_,
                    depth + 1,
                    &mut inner,
                )
            {
                call = format!("{call}.{}({value})", parameter.name.as_str());
            }
            imports.extend(inner);
            Some(call)
        }
        _ => None,
    }
}

/// A required parameter must be there, whatever it is.
fn sample_required(
    index: &Index<'_>,
    module: &Module,
    parameter: &Parameter,
    imports: &mut BTreeSet<String>,
) -> String {
    let sampled = sample(index, module, &parameter.wire, &parameter.type_, 0, imports);
    sampled.unwrap_or_else(|| "todo!()".to_owned())
}

/// `vs_123` for a verification session.
fn sample_id(module: &str) -> String {
    let initials: String = module
        .split('_')
        .filter_map(|word| word.chars().next())
        .collect();
    format!("{initials}_123")
}
