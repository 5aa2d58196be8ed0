//! The parameter `expand`: which paths exist, and which keys may use them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::refusal::Refusal;
use crate::sensitive::{Access, access};
use crate::spec::Schema;

/// Stripe's limit: <https://docs.stripe.com/api/expanding_objects>.
const DEEPEST: usize = 4;

/// The properties to expand, as a tree.
#[derive(Debug, Default)]
pub(crate) struct Expansions(BTreeMap<String, Expansions>);

impl Expansions {
    /// Reads the parameter `expand` against what the operation answers with.
    pub(crate) fn read(
        parameter: Option<&Value>,
        response: Schema,
        restricted_key: bool,
    ) -> Result<Self, Refusal> {
        let mut root = Self::default();
        let paths = parameter.and_then(Value::as_array);
        for path in paths.into_iter().flatten().filter_map(Value::as_str) {
            check(path, response, restricted_key)?;
            let mut expansions = &mut root;
            for name in path.split('.') {
                expansions = expansions.0.entry(name.to_owned()).or_default();
            }
        }
        Ok(root)
    }

    pub(crate) fn of(&self, name: &str) -> Option<&Self> {
        self.0.get(name)
    }
}

fn check(path: &str, response: Schema, restricted_key: bool) -> Result<(), Refusal> {
    if path.split('.').count() > DEEPEST {
        let message =
            format!("You cannot expand more than {DEEPEST} levels of a property. Property: {path}");
        return Err(Refusal::invalid(message).param("expand"));
    }
    let mut schema = response;
    for name in path.split('.') {
        let access = access(schema, name);
        let Some(property) = schema
            .property(name)
            .filter(|_| access != Access::Always || schema.expandable().any(|known| known == name))
        else {
            return Err(cannot_expand(path, response));
        };
        if access.needs_restricted_key() && !restricted_key {
            return Err(Refusal::sensitive());
        }
        let property = property.expansion().unwrap_or(property);
        schema = property.items().unwrap_or(property).plain();
    }
    Ok(())
}

fn cannot_expand(path: &str, response: Schema) -> Refusal {
    let mut message = format!("This property cannot be expanded ({path}).");
    if response.property("data").is_some() && !path.starts_with("data.") {
        let _ = write!(
            message,
            " You may want to try expanding 'data.{path}' instead."
        );
    }
    Refusal::invalid(message).param("expand")
}
