//! Resources that can be waited for: the selection says which of their statuses are final.

use std::collections::BTreeMap;

use super::Context;
use super::output::Output;
use crate::model::{Method, Operation, Outcome, OutcomeStatus, Type, TypeDefinition, TypePath};
use crate::prose::article;
use crate::selection::{FinalStatus, Selection};

impl Context<'_> {
    /// When nothing more happens to a resource, by its type.
    pub(super) fn outcomes(&self, out: &mut Output<'_>) -> BTreeMap<TypePath, Outcome> {
        let mut outcomes: BTreeMap<TypePath, Outcome> = BTreeMap::new();
        for final_status in self.selection.outcomes() {
            let Some((resource, found)) = self.outcome(&final_status, out) else {
                continue;
            };
            Selection::use_outcome(&final_status, &mut out.used);
            match outcomes.get_mut(&resource) {
                Some(outcome) if outcome.field == found.field => {
                    outcome.statuses.extend(found.statuses);
                }
                _ => {
                    outcomes.insert(resource, found);
                }
            }
        }
        outcomes
    }

    /// The resource of a final status, and its outcome as far as this status tells.
    fn outcome(
        &self,
        final_status: &FinalStatus<'_>,
        out: &Output<'_>,
    ) -> Option<(TypePath, Outcome)> {
        let (key, wire) = final_status.place.rsplit_once('.')?;
        let resource = &self.layout.components.get(key)?.path;
        let TypeDefinition::Struct(definition) = out.types.get(resource)? else {
            return None;
        };
        let field = |wire: &str, optional: bool| {
            let mut fields = definition.fields.iter();
            fields.find(|field| field.wire == wire && field.optional == optional)
        };
        let status = field(wire, false)?;
        let Type::Named(type_) = &status.type_ else {
            return None;
        };
        let TypeDefinition::Enum(statuses) = out.types.get(type_)? else {
            return None;
        };
        let mut variants = statuses.variants.iter();
        let variant = variants.find(|variant| variant.wire == final_status.status)?;
        let (condition, text) = match final_status.condition {
            None => (None, format!("`{}`", variant.wire)),
            Some(wire) => (
                Some(field(wire, true)?.name.clone()),
                format!("`{}` with {} `{wire}`", variant.wire, article(wire)),
            ),
        };
        let found = OutcomeStatus {
            variant: variant.name.clone(),
            condition,
            text,
        };
        let outcome = Outcome {
            field: status.name.clone(),
            type_: type_.clone(),
            statuses: vec![found],
        };
        Some((resource.clone(), outcome))
    }
}

/// Every operation that retrieves such a resource can wait for it.
pub(super) fn wait<'o>(
    operations: impl Iterator<Item = &'o mut Operation>,
    outcomes: &BTreeMap<TypePath, Outcome>,
) {
    for operation in operations {
        if operation.method == Method::Get
            && let Type::Named(resource) = &operation.response
            && let Some(outcome) = outcomes.get(resource)
        {
            let texts: Vec<&str> = outcome
                .statuses
                .iter()
                .map(|status| status.text.as_str())
                .collect();
            let statuses = match texts.split_last() {
                Some((last, others)) if !others.is_empty() => {
                    format!("{} or {last}", others.join(", "))
                }
                _ => texts.concat(),
            };
            operation.waits_for = Some(format!(
                "Waits until the `{}` is {statuses}, and returns the object.",
                outcome.field.as_str()
            ));
        }
    }
}
