//! Webhook events: what happened, and to what.

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::model::{EventEnum, EventVariant};
use crate::names::{TypeName, VariantName};

impl Lowering<'_> {
    /// The enum of the events that the selection lists.
    pub(super) fn events(&self) -> Option<EventEnum> {
        let events = self.selection.events()?;
        let mut variants: Vec<EventVariant> = Vec::new();
        for (wire, line) in self.selection.event_types() {
            let resource = wire
                .rsplit_once('.')
                .and_then(|(key, _)| self.placement.component(key));
            let Some(resource) = resource else {
                self.push(
                    Diagnostic::new(
                        line,
                        format!("`{wire}` is an event of nothing that is selected"),
                    )
                    .help("its type is the key of a selected resource, a dot, and what happened"),
                );
                continue;
            };
            let Some(name) = VariantName::new(self.placement.local(wire)) else {
                self.push(
                    Diagnostic::new(line, format!("no Rust name can be made of `{wire}`"))
                        .help("remove it from `events.types`"),
                );
                continue;
            };
            if variants.iter().any(|variant| variant.name == name) {
                self.push(
                    Diagnostic::new(
                        line,
                        format!("two events would be called `{}`", name.as_str()),
                    )
                    .help("remove one of them from `events.types`"),
                );
                continue;
            }
            variants.push(EventVariant {
                name,
                wire: wire.to_owned(),
                resource: resource.path.clone(),
            });
        }
        Some(EventEnum {
            name: TypeName::given(&events.name),
            variants,
        })
    }
}
