//! Which key sees which properties. No OpenAPI document says so; it is from
//! <https://docs.stripe.com/identity/access-verification-results>.

use crate::spec::Schema;

/// When a property is part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Always.
    Always,
    /// When it is expanded.
    Expanded,
    /// For a restricted key.
    Restricted,
    /// For a restricted key, when it is expanded by its own name.
    RestrictedExpanded,
}

/// The properties that are not always part of an answer, by schema.
pub(crate) const RULES: [(&str, &str, Access); 11] = [
    (
        "identity.verification_session",
        "verified_outputs",
        Access::Expanded,
    ),
    ("gelato_verified_outputs", "dob", Access::RestrictedExpanded),
    (
        "gelato_verified_outputs",
        "id_number",
        Access::RestrictedExpanded,
    ),
    ("gelato_document_report", "dob", Access::RestrictedExpanded),
    (
        "gelato_document_report",
        "expiration_date",
        Access::RestrictedExpanded,
    ),
    (
        "gelato_document_report",
        "number",
        Access::RestrictedExpanded,
    ),
    ("gelato_document_report", "files", Access::Restricted),
    ("gelato_id_number_report", "dob", Access::RestrictedExpanded),
    (
        "gelato_id_number_report",
        "id_number",
        Access::RestrictedExpanded,
    ),
    ("gelato_selfie_report", "document", Access::Restricted),
    ("gelato_selfie_report", "selfie", Access::Restricted),
];

impl Access {
    pub(crate) fn needs_restricted_key(self) -> bool {
        matches!(self, Self::Restricted | Self::RestrictedExpanded)
    }

    /// Whether the property is part of the answer.
    pub(crate) fn allows(self, expanded: bool, restricted_key: bool) -> bool {
        match self {
            Self::Always => true,
            Self::Expanded => expanded,
            Self::Restricted => restricted_key,
            Self::RestrictedExpanded => restricted_key && expanded,
        }
    }
}

/// When a property of the schema is part of an answer.
pub(crate) fn access(schema: Schema, property: &str) -> Access {
    RULES
        .iter()
        .find(|(component, name, _)| schema.name() == Some(component) && *name == property)
        .map_or(Access::Always, |(_, _, access)| *access)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Spec;

    #[test]
    fn the_document_has_each_property() {
        for (component, property, _) in RULES {
            let schema = Spec::get().component(component);
            assert!(
                schema.property(property).is_some(),
                "{component}.{property}"
            );
        }
    }
}
