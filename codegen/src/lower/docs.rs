//! What the documentation of each item says.

use super::Context;
use super::home::literals;
use crate::names::SnakeName;

/// Where Stripe documents its API.
const API_REFERENCE: &str = "https://docs.stripe.com/api";

/// A link to Stripe's page on an operation: the literals of its path, and the verb.
pub(super) fn operation_page(path: &str, verb: &str) -> String {
    let mut literals: Vec<&str> = literals(path).collect();
    if literals.last() != Some(&verb) {
        literals.push(verb);
    }
    format!("{API_REFERENCE}/{}", literals.join("/"))
}

/// A link to Stripe's page on a resource.
pub(super) fn resource_page(collection: &str) -> String {
    let literals: Vec<&str> = literals(collection).collect();
    format!("{API_REFERENCE}/{}/object", literals.join("/"))
}

/// Says how a name is written on the wire where that differs.
pub(super) fn wire_note(rust: &str, wire: &str) -> Option<String> {
    (rust != wire).then(|| format!("Sent as `{}`.", wire.replace('`', "'")))
}

impl Context<'_> {
    /// The paragraphs of a description.
    pub(super) fn paragraphs(&self, description: Option<&str>) -> Vec<String> {
        let markdown = description.map(|description| self.descriptions.markdown(description));
        markdown
            .into_iter()
            .filter(|markdown| !markdown.is_empty())
            .collect()
    }

    /// The page that documents the resource of a module.
    pub(super) fn page_of_module(&self, module: &SnakeName) -> Option<String> {
        let about = self.layout.modules.get(module)?;
        about.resource.as_ref()?;
        Some(resource_page(about.home.as_deref()?))
    }
}
