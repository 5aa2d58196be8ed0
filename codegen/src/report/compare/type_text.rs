//! Types as they are written in Rust.

use crate::model::{Type, TypePath};

/// A type as it is written in a module: types of others stand with theirs.
pub(super) fn type_text(type_: &Type, module: &str) -> String {
    let named = |path: &TypePath| {
        let name = path.name.as_str();
        if path.module.as_str() == module {
            name.to_owned()
        } else {
            format!("{}::{name}", path.module.as_str())
        }
    };
    let inner = |type_: &Type| type_text(type_, module);
    match type_ {
        Type::Boolean => "bool".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::String => "String".to_owned(),
        Type::Timestamp => "Timestamp".to_owned(),
        Type::DateTime => "DateTime".to_owned(),
        Type::Int64 => "Int64".to_owned(),
        Type::Decimal => "Decimal".to_owned(),
        Type::Json => "Json".to_owned(),
        Type::Metadata => "Metadata".to_owned(),
        Type::Upload => "Upload".to_owned(),
        Type::Download => "Download".to_owned(),
        Type::RangeQuery => "RangeQuery".to_owned(),
        Type::Named(path) => named(path),
        Type::Boxed(one) => format!("Box<{}>", inner(one)),
        Type::Expandable(path) => format!("Expandable<{}>", named(path)),
        Type::List(kind, one) => format!("{}<{}>", kind.type_name(), inner(one)),
        Type::Array(one) => format!("Vec<{}>", inner(one)),
        Type::Map(one) => format!("BTreeMap<String, {}>", inner(one)),
        Type::Clearable(one) => format!("Clearable<{}>", inner(one)),
    }
}
