//! Webhook events: what happened, and to what.

use super::Context;
use super::output::Output;
use crate::advice::Advice;
use crate::diagnostic::Diagnostic;
use crate::model::{EventEnum, EventVariant};
use crate::names::{TypeName, VariantName};
use crate::pointer::Pointer;
use crate::select::resource;

impl Context<'_> {
    /// The enum of the events that the selection lists and there are.
    pub(super) fn events(&self, out: &mut Output<'_>) -> Option<EventEnum> {
        let events = self.selection.events.as_ref()?;
        let mut variants: Vec<EventVariant> = Vec::new();
        for (wire, line) in self.selection.event_types() {
            let is_known = self
                .selected
                .known_events
                .as_ref()
                .is_none_or(|known| known.contains(wire));
            let key = resource(wire);
            let component = self
                .layout
                .components
                .get(key)
                .filter(|_| is_known && key != wire);
            let Some(component) = component else {
                continue;
            };
            self.selection.use_event_type(wire, &mut out.used);
            let local = self.selection.strip(wire, &mut out.used);
            let Some(name) = VariantName::new(local) else {
                out.diagnostics.push(
                    Diagnostic::new(line, format!("no Rust name can be made of `{wire}`"))
                        .advise(Advice::remove("events.types", wire)),
                );
                continue;
            };
            if variants.iter().any(|variant| variant.name == name) {
                out.diagnostics.push(
                    Diagnostic::new(
                        line,
                        format!("two events would be called `{}`", name.as_str()),
                    )
                    .advise(Advice::remove("events.types", wire)),
                );
                continue;
            }
            variants.push(EventVariant {
                name,
                wire: wire.to_owned(),
                resource: component.path.clone(),
                pointer: Pointer::schema(key),
            });
        }
        Some(EventEnum {
            name: TypeName::given(events),
            variants,
        })
    }
}
