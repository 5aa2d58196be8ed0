//! The selected part of a document, written back as a document.

use serde_json::{Map, Value};

use crate::Narrowed;
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::select::{LEFT_OUT, Selected};

/// Writes what is selected as two-space JSON, in the order of the original.
///
/// Of the root everything stays but what only concerns what was left out (`tags`).
/// Of the components the reached schemas stay, and the security schemes. What names follow from beside the selected
/// paths is added (`x-left-out`).
pub(crate) fn narrow(
    document: &Document<'_>,
    selected: &Selected,
) -> Result<Narrowed, Diagnostics> {
    let mut root = Map::new();
    for key in document.order() {
        let value = match key {
            "paths" => Some(Value::Object(selected.paths.clone().into_iter().collect())),
            "components" => Some(components(document, selected)?),
            // It comes last.
            "tags" | LEFT_OUT => None,
            _ => document.root(key)?,
        };
        root.extend(value.map(|value| (key.to_owned(), value)));
    }
    let left_out = selected.left_out.to_json();
    root.extend(left_out.map(|left_out| (LEFT_OUT.to_owned(), left_out)));
    let mut openapi_json = format!("{:#}", Value::Object(root));
    openapi_json.push('\n');
    Ok(Narrowed {
        openapi_json,
        api_version: selected.api_version.clone(),
    })
}

fn components(document: &Document<'_>, selected: &Selected) -> Result<Value, Diagnostics> {
    let mut components = Map::new();
    for section in document.sections() {
        let value = match section {
            "schemas" => Value::Object(selected.schemas.clone().into_iter().collect()),
            "securitySchemes" => {
                let mut schemes = Map::new();
                for name in document.components(section) {
                    let scheme = document.component(section, name)?;
                    schemes.extend(scheme.map(|scheme| (name.to_owned(), scheme)));
                }
                Value::Object(schemes)
            }
            _ => continue,
        };
        components.insert(section.to_owned(), value);
    }
    Ok(Value::Object(components))
}
