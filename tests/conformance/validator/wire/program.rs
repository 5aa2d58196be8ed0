//! A program that makes one request of every operation, with every parameter set, and reads and
//! writes example objects.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quote::ToTokens;
use serde_json::Value;
use syn::{GenericArgument, PathArguments, Type, TypeParamBound};

use super::client::{Argument, Client, Definition, Function, Path, Scope};
use super::schema;

/// The functions that make values; and the types of which one is being made.
struct Values<'a> {
    client: &'a Client,
    /// The type and the value of each function, and its number.
    made: BTreeMap<(String, String), usize>,
    under_way: BTreeSet<Path>,
}

/// The program: its lines say what is sent, and what comes of the examples.
pub(super) fn of(
    client: &Client,
    package: &str,
    document: &Value,
    examples: &BTreeMap<String, String>,
) -> String {
    let mut values = Values {
        client,
        made: BTreeMap::new(),
        under_way: BTreeSet::new(),
    };
    let mut program = String::from(include_str!("main.rs.txt"));
    let mut calls = String::new();
    for (index, function) in client.functions.iter().enumerate() {
        let line = client.types[&function.request].line.as_deref();
        let line = line.unwrap_or_else(|| panic!("{:?} sends nothing", function.path));
        let text = values.request(function, &schema::of_request(document, line));
        let _ = writeln!(
            program,
            "fn operation_{index}(wire: &Wire) {{\n    wire.send({line:?}, &{text});\n}}"
        );
        let _ = writeln!(calls, "    operation_{index}(&wire);");
    }
    for (index, key) in examples.keys().enumerate() {
        let tag = &examples[key];
        // A deleted object has the same name in `object`, and is another type.
        let type_ = client.types.iter().find(|(path, definition)| {
            let name = path.last().expect("a name");
            definition.tag.as_ref() == Some(tag)
                && name.contains("Deleted") == key.starts_with("deleted_")
        });
        let Some((path, _)) = type_ else {
            let _ = writeln!(
                calls,
                "    println!(\"{{}}\", serde_json::json!({{\"example\": {key:?}, \"type\": null}}));"
            );
            continue;
        };
        let _ = writeln!(
            program,
            "fn example_{index}(examples: &Examples) {{\n    examples.read::<whole::{}>({key:?});\n}}",
            path.join("::")
        );
        let _ = writeln!(calls, "    example_{index}(&examples);");
    }
    for ((type_, value), number) in &values.made {
        let _ = writeln!(
            program,
            "fn value_{number}() -> {type_} {{\n    {value}\n}}"
        );
    }
    let _ = writeln!(
        program,
        "use {package} as whole;\nfn main() {{\n    let wire = Wire::default();\n    let examples = Examples::default();\n{calls}}}"
    );
    program
}

impl Values<'_> {
    fn request(&mut self, function: &Function, schema: &Value) -> String {
        let arguments = self.arguments(&function.arguments, schema, &function.scope);
        let arguments = arguments.expect("what is required is no circle");
        let made = format!("whole::{}({arguments})", function.path.join("::"));
        made + &self.setters(&self.client.types[&function.request], schema)
    }

    fn arguments(
        &mut self,
        arguments: &[Argument],
        schema: &Value,
        scope: &Scope,
    ) -> Option<String> {
        let values = arguments.iter().map(|(name, type_)| {
            let schema = schema::property(schema, name);
            self.argument(type_, schema, scope)
        });
        let values: Option<Vec<String>> = values.collect();
        Some(values?.join(", "))
    }

    fn setters(&mut self, definition: &Definition, schema: &Value) -> String {
        let mut text = String::new();
        for (name, type_) in &definition.setters {
            let schema = schema::property(schema, name);
            if let Some(value) = self.argument(type_, schema, &definition.scope) {
                let _ = write!(text, ".{name}({value})");
            }
        }
        text
    }

    /// A value for an argument, which may be anything that converts.
    fn argument(&mut self, type_: &Type, schema: &Value, scope: &Scope) -> Option<String> {
        let Type::ImplTrait(bounds) = type_ else {
            return self.value(type_, schema, scope);
        };
        let Some(TypeParamBound::Trait(bound)) = bounds.bounds.first() else {
            panic!("{}", type_.to_token_stream());
        };
        let segment = bound.path.segments.last().expect("a name");
        let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
            panic!("{}", type_.to_token_stream());
        };
        let given = arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(type_) => Some(type_),
            GenericArgument::AssocType(item) if item.ident == "Item" => Some(&item.ty),
            _ => None,
        });
        let given = given.expect("a type");
        match segment.ident.to_string().as_str() {
            "Into" => self.value(given, schema, scope),
            "TryInto" => Some("\"id_1\"".to_owned()),
            "IntoIterator" => match given {
                Type::Tuple(entry) => {
                    let schema = &schema::of_type(schema, "object")["additionalProperties"];
                    let value = self.argument(&entry.elems[1], schema, scope)?;
                    Some(format!("[(\"key\".to_owned(), {value})]"))
                }
                item => {
                    let schema = &schema::of_type(schema, "array")["items"];
                    Some(format!("[{}]", self.argument(item, schema, scope)?))
                }
            },
            other => panic!("an argument that is `impl {other}`"),
        }
    }

    /// A value of a type, unless it would hold itself.
    fn value(&mut self, type_: &Type, schema: &Value, scope: &Scope) -> Option<String> {
        let Type::Path(named) = type_ else {
            panic!("{}", type_.to_token_stream());
        };
        let held = match &named.path.segments.last().expect("a name").arguments {
            PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().rev().find_map(|one| match one {
                    GenericArgument::Type(type_) => Some(type_.clone()),
                    _ => None,
                })
            }
            _ => None,
        };
        let path = scope.path_of(type_);
        let name = path.last().expect("a name").as_str();
        if self.client.types.contains_key(&path) {
            return self.own(&path, schema);
        }
        let schema = match name {
            "Vec" => &schema::of_type(schema, "array")["items"],
            "BTreeMap" => &schema::of_type(schema, "object")["additionalProperties"],
            _ => schema,
        };
        let of = |values: &mut Self| values.value(&held.clone().expect("a type"), schema, scope);
        Some(match name {
            "String" => format!("{:?}.to_owned()", schema::some_text(schema)),
            "ObjectId" => "ObjectId::new(\"id_1\").unwrap()".to_owned(),
            "bool" => "true".to_owned(),
            "i64" => "7".to_owned(),
            "f64" => "1.5".to_owned(),
            "Timestamp" => "Timestamp::from_unix_seconds(1_700_000_000)".to_owned(),
            "DateTime" => "DateTime::from_unix(1_700_000_000, 0)".to_owned(),
            "Decimal" => "Decimal::from(12)".to_owned(),
            "Int64" => "Int64::from(7)".to_owned(),
            "Metadata" => "Metadata::new().set(\"order_id\", \"6735\")".to_owned(),
            "RangeQuery" => "RangeQuery::new().gt(1).gte(1).lt(9).lte(9)".to_owned(),
            "Upload" => "Upload::new(\"a.png\", &b\"x\"[..])".to_owned(),
            "Json" => "serde_json::json!({\"any\": \"thing\"})".to_owned(),
            "Vec" => format!("vec![{}]", of(self)?),
            "Option" => format!("Some({})", of(self)?),
            "Box" => format!("Box::new({})", of(self)?),
            "Clearable" => format!("Clearable::Set({})", of(self)?),
            "BTreeMap" => format!("BTreeMap::from([(\"key\".to_owned(), {})])", of(self)?),
            other => panic!("a value of `{other}`, {path:?}"),
        })
    }

    /// A value of a type of the client, by a function of its own.
    fn own(&mut self, path: &Path, schema: &Value) -> Option<String> {
        if !self.under_way.insert(path.clone()) {
            return None;
        }
        let type_ = format!("whole::{}", path.join("::"));
        let value = self.made_of(&self.client.types[path], &type_, schema);
        self.under_way.remove(path);
        let next = self.made.len();
        let number = self.made.entry((type_, value?)).or_insert(next);
        Some(format!("value_{number}()"))
    }

    fn made_of(&mut self, definition: &Definition, type_: &str, schema: &Value) -> Option<String> {
        if let Some(first) = &definition.first {
            let first = schema::first(schema).unwrap_or(first);
            return Some(format!("{type_}::from({first:?})"));
        }
        if definition.is_id {
            return Some(format!("{type_}::new(\"id_1\").unwrap()"));
        }
        if let Some(arguments) = &definition.new {
            let arguments = self.arguments(arguments, schema, &definition.scope)?;
            let made = format!("{type_}::new({arguments})");
            return Some(made + &self.setters(definition, schema));
        }
        // The alternative that holds an object, or the last one.
        let holds_object = |(_, held): &&(String, Type)| {
            let path = definition.scope.path_of(held);
            let held = self.client.types.get(&path);
            held.is_some_and(|held| held.new.is_some())
        };
        let variants = &definition.variants;
        let (variant, held) = variants.iter().find(holds_object).or(variants.last())?;
        let value = self.value(held, schema, &definition.scope)?;
        Some(format!("{type_}::{variant}({value})"))
    }
}
