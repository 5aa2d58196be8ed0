//! The sentences about changes.

use super::{Change, Difference, Item, Replacement};

impl Change {
    /// What changed, as a sentence without its subject, which is [`what`](Self::what).
    #[must_use]
    pub fn sentence(&self) -> String {
        let argument = self.argument.as_deref().map(code).unwrap_or_default();
        let noun = self.item.noun();
        match (&self.difference, self.item) {
            (Difference::Added(detail), Item::Argument) => {
                format!(
                    "new required argument {argument}{}",
                    of_type(detail.as_deref())
                )
            }
            (Difference::Removed(_), Item::Argument) => format!("removed argument {argument}"),
            (Difference::Added(id), Item::Object) => {
                let id = id.as_deref().map(code).unwrap_or_default();
                format!("now implements `Object`, with the id {id}")
            }
            (Difference::Removed(_), Item::Object) => "no longer implements `Object`".to_owned(),
            (Difference::Added(_), Item::Pages) => {
                "can now be paginated: new method `paginate`".to_owned()
            }
            (Difference::Removed(_), Item::Pages) => {
                "can no longer be paginated: removed method `paginate`".to_owned()
            }
            (Difference::Added(_), Item::End) => "can now be expanded by itself".to_owned(),
            (Difference::Removed(_), Item::End) => "can no longer be expanded by itself".to_owned(),
            (Difference::Added(detail), item) => {
                let debug = self.debug_of_new();
                format!("new {noun}{}{debug}", item.detail(detail.as_deref()))
            }
            (Difference::Removed(detail), item) => {
                format!("removed {noun}{}", item.detail(detail.as_deref()))
            }
            (Difference::Renamed(names), item) => {
                let subject = if item == Item::Argument {
                    "argument "
                } else {
                    ""
                };
                format!(
                    "{subject}renamed from {} to {}",
                    code(&names.old),
                    code(&names.new)
                )
            }
            (Difference::Replaced(kinds), _) => format!("now {}, was {}", kinds.new, kinds.old),
            (Difference::Retyped(types), item) => {
                let verb = match item {
                    Item::Argument => format!("argument {argument} takes"),
                    Item::Setter => "takes".to_owned(),
                    Item::Response => "returns".to_owned(),
                    Item::Pages => "paginates over".to_owned(),
                    Item::Object => "has the id".to_owned(),
                    Item::Alternative | Item::Event => "holds".to_owned(),
                    _ => "is".to_owned(),
                };
                format!("{verb} {}", types.instead())
            }
            (Difference::BecameOptional(types), _) => format!("now optional: {}", types.instead()),
            (Difference::BecameRequired(types), _) => {
                format!("no longer optional: {}", types.instead())
            }
            (Difference::BecameArgument, _) => {
                format!("setter {argument} is now a required argument")
            }
            (Difference::BecameSetter, _) => {
                format!("argument {argument} is now optional, with a setter")
            }
            (Difference::Reordered(names), _) => {
                format!("arguments reordered: {}", names.instead())
            }
            (Difference::Rewired(values), item) => {
                let verb = match item {
                    Item::Function => "sends",
                    Item::ApiVersion => "is",
                    Item::Struct => "is serialized with `object`",
                    _ => "stands for",
                };
                format!("{verb} {}", values.instead())
            }
            (Difference::Deprecated, _) => "now deprecated".to_owned(),
            (Difference::Undeprecated, _) => "no longer deprecated".to_owned(),
            (Difference::Shown, Item::Argument) => format!("`Debug` now shows argument {argument}"),
            (Difference::Shown, _) => "`Debug` now shows it".to_owned(),
            (Difference::Hidden, Item::Argument) => {
                format!("`Debug` no longer shows argument {argument}")
            }
            (Difference::Hidden, _) => "`Debug` no longer shows it".to_owned(),
            (Difference::Documented, _) => "documentation changed".to_owned(),
        }
    }
}

impl Change {
    /// What `Debug` shows of what is new.
    fn debug_of_new(&self) -> String {
        let of = |shown: bool| {
            let fields = self.new_fields.iter();
            let of = fields.filter(|field| field.shown == shown);
            of.map(|field| code(&field.name)).collect::<Vec<_>>()
        };
        match (self.item, of(true), of(false)) {
            (Item::Field, shown, hidden) => match (shown.is_empty(), hidden.is_empty()) {
                (false, _) => ", shown by `Debug`".to_owned(),
                (_, false) => ", hidden by `Debug`".to_owned(),
                _ => String::new(),
            },
            (_, shown, hidden) if shown.is_empty() && hidden.is_empty() => String::new(),
            (_, shown, hidden) if hidden.is_empty() => {
                format!("; `Debug` shows {}", shown.join(", "))
            }
            (_, shown, hidden) if shown.is_empty() => {
                format!("; `Debug` hides {}", hidden.join(", "))
            }
            (_, shown, hidden) => format!(
                "; `Debug` shows {} and hides {}",
                shown.join(", "),
                hidden.join(", ")
            ),
        }
    }
}

impl Replacement {
    fn instead(&self) -> String {
        format!("{} instead of {}", code(&self.new), code(&self.old))
    }
}

fn of_type(type_: Option<&str>) -> String {
    type_
        .map(|type_| format!(" of type {}", code(type_)))
        .unwrap_or_default()
}

impl Item {
    /// What is known of a new or removed item, after its noun.
    fn detail(self, detail: Option<&str>) -> String {
        match (self, detail) {
            (Self::Function, Some(request)) => format!(" for {}", code(request)),
            (Self::Value | Self::Event, Some(wire)) => format!(" {}", code(wire)),
            _ => of_type(detail),
        }
    }

    /// What one such item is called.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Crate => "crate",
            Self::ApiVersion => "constant",
            Self::Module => "module",
            Self::Function => "function",
            Self::Request => "request",
            Self::Argument => "argument",
            Self::Response => "response",
            Self::Pages => "method",
            Self::Setter => "setter",
            Self::Parameters | Self::Struct => "struct",
            Self::Object => "implementation of `Object`",
            Self::Field => "field",
            Self::Id => "id type",
            Self::Enum | Self::Union => "enum",
            Self::Value => "value",
            Self::Alternative => "alternative",
            Self::Expansion => "path",
            Self::Step => "step of a path",
            Self::End => "end of a path",
            Self::Events => "enum of events",
            Self::Event => "event",
        }
    }
}

/// Code in a line of text. What a document puts in it cannot break the line.
pub(super) fn code(text: &str) -> String {
    let mut shown = String::from("`");
    for character in text.chars() {
        match character {
            '`' => shown.push('\''),
            character if character.is_ascii_graphic() || character == ' ' => shown.push(character),
            character if character.is_alphanumeric() => shown.push(character),
            character => shown.extend(character.escape_unicode()),
        }
    }
    shown.push('`');
    shown
}
