//! A change in words.

use super::{Change, Difference, Item};

impl Change {
    /// What changed, as a sentence without its subject, which is [`what`](Self::what).
    #[must_use]
    pub fn sentence(&self) -> String {
        let argument = self.argument.as_deref().map(code).unwrap_or_default();
        let noun = self.item.noun();
        match (&self.difference, self.item) {
            (Difference::Added(detail), item) => match (item, detail) {
                (Item::Argument, Some(type_)) => format!(
                    "new argument {argument} of type {}: it is required",
                    code(type_)
                ),
                (Item::Argument, None) => format!("new argument {argument}: it is required"),
                (Item::Object, Some(id)) => {
                    format!("is an `Object` now, whose id is {}", code(id))
                }
                (Item::Pages, _) => "can be paged now: there is a method `paginate`".to_owned(),
                (Item::Function, Some(request)) => format!("new function for {}", code(request)),
                (Item::Value | Item::Event, Some(wire)) => format!("new {noun} {}", code(wire)),
                (_, Some(type_)) => format!("new {noun} of type {}", code(type_)),
                (_, None) => format!("new {noun}"),
            },
            (Difference::Removed(detail), item) => match (item, detail) {
                (Item::Argument, _) => format!("the argument {argument} is gone"),
                (Item::Object, _) => "is no longer an `Object` with an id".to_owned(),
                (Item::Pages, _) => {
                    "can no longer be paged: the method `paginate` is gone".to_owned()
                }
                (Item::Function, Some(request)) => {
                    format!("the function for {} is gone", code(request))
                }
                (Item::Value | Item::Event, Some(wire)) => {
                    format!("the {noun} {} is gone", code(wire))
                }
                (_, Some(type_)) => format!("the {noun} of type {} is gone", code(type_)),
                (_, None) => format!("the {noun} is gone"),
            },
            (Difference::Renamed(from), Item::Argument) => format!(
                "the argument {} is called {} now",
                code(&from.old),
                code(&from.new)
            ),
            (Difference::Renamed(from), _) => {
                format!("{} is called {} now", code(&from.old), code(&from.new))
            }
            (Difference::Replaced(from), _) => format!("is {} now, and was {}", from.new, from.old),
            (Difference::Retyped(from), item) => {
                let verb = match item {
                    Item::Argument => format!("the argument {argument} takes"),
                    Item::Setter => "takes".to_owned(),
                    Item::Response => "gives".to_owned(),
                    Item::Pages => "gives pages of".to_owned(),
                    Item::Object => "has the id".to_owned(),
                    Item::Alternative | Item::Event => "holds".to_owned(),
                    _ => "is".to_owned(),
                };
                format!("{verb} {} instead of {}", code(&from.new), code(&from.old))
            }
            (Difference::BecameOptional(from), _) => format!(
                "is optional now: {} instead of {}",
                code(&from.new),
                code(&from.old)
            ),
            (Difference::BecameRequired(from), _) => format!(
                "is no longer optional: {} instead of {}",
                code(&from.new),
                code(&from.old)
            ),
            (Difference::BecameArgument, _) => {
                format!("the setter {argument} became an argument: it is required now")
            }
            (Difference::BecameSetter, _) => {
                format!("the argument {argument} became a setter: it is no longer required")
            }
            (Difference::Reordered(from), _) => format!(
                "the arguments come in another order: {} instead of {}",
                code(&from.new),
                code(&from.old)
            ),
            (Difference::Rewired(from), item) => {
                let verb = match item {
                    Item::Function => "sends",
                    Item::ApiVersion => "is",
                    Item::Struct => "is written with `object`",
                    _ => "stands for",
                };
                format!("{verb} {} instead of {}", code(&from.new), code(&from.old))
            }
            (Difference::Deprecated, _) => "is deprecated now".to_owned(),
            (Difference::Undeprecated, _) => "is no longer deprecated".to_owned(),
            (Difference::Shown, Item::Argument) => {
                format!("`Debug` shows the argument {argument} now")
            }
            (Difference::Shown, _) => "`Debug` shows it now".to_owned(),
            (Difference::Hidden, Item::Argument) => {
                format!("`Debug` no longer shows the argument {argument}")
            }
            (Difference::Hidden, _) => "`Debug` no longer shows it".to_owned(),
            (Difference::Documented, _) => "other documentation".to_owned(),
        }
    }
}

impl Item {
    /// What people call one of it.
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
            Self::Id => "id",
            Self::Enum | Self::Union => "enum",
            Self::Value => "value",
            Self::Alternative => "alternative",
            Self::Events => "enum of events",
            Self::Event => "event",
        }
    }
}

/// A piece of code in a line of text: documents may hold anything, and the line stays one.
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
