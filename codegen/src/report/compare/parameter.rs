//! What is sent: arguments and setters.

use std::collections::BTreeSet;

use super::type_text::type_text;
use super::{Compare, Pair, Subject, pair, replacement};
use crate::model::{Parameter, PathParameter, Type, TypePath};
use crate::pointer::Pointer;
use crate::report::{Difference, Item, Side};

/// Whose parameters they are.
pub(super) struct Parameters<'a> {
    pub(super) module: &'a str,
    /// The function that takes the required ones.
    pub(super) function: &'a [&'a str],
    /// The type that has setters for the others.
    pub(super) setters: &'a [&'a str],
}

impl<'a> Parameters<'a> {
    fn argument(&self, name: &'a str) -> Subject<'a> {
        Subject {
            argument: Some(name),
            ..Subject::new(Item::Argument, self.function)
        }
    }

    fn subject(&self, parameter: &'a Parameter) -> Subject<'a> {
        let name = parameter.name.as_str();
        if parameter.required {
            self.argument(name)
        } else {
            let path = [self.setters, &[name]].concat();
            Subject::new(Item::Setter, &path)
        }
    }
}

impl Compare {
    /// Compares the parameters of a path, and the others.
    pub(super) fn parameters<'a>(
        &mut self,
        of: &Parameters<'a>,
        ids: (&'a [PathParameter], &'a [PathParameter]),
        parameters: (&'a [Parameter], &'a [Parameter]),
        pointer: &Pointer,
    ) {
        self.ids(of, ids.0, ids.1);
        let pairs = pair(
            parameters.0,
            parameters.1,
            |parameter| parameter.wire.clone(),
            |parameter| parameter.name.clone(),
        );
        for pair in &pairs {
            match *pair {
                Pair::Both(old, new) => self.parameter(of, old, new),
                Pair::New(one) => self.added(
                    &of.subject(one),
                    Some(type_text(&one.type_, of.module)),
                    &one.pointer,
                ),
                Pair::Old(one) => self.removed(
                    &of.subject(one),
                    Some(type_text(&one.type_, of.module)),
                    &one.pointer,
                ),
            }
        }
        let names = |ids: &'a [PathParameter], parameters: &'a [Parameter]| {
            let required = parameters.iter().filter(|parameter| parameter.required);
            let required = required.map(|parameter| parameter.name.as_str());
            let ids = ids.iter().map(|id| id.name.as_str());
            ids.chain(required).collect::<Vec<&str>>()
        };
        let (old, new) = (names(ids.0, parameters.0), names(ids.1, parameters.1));
        let both: BTreeSet<&str> = old
            .iter()
            .filter(|name| new.contains(name))
            .copied()
            .collect();
        let common = |names: &[&str]| {
            let names = names.iter().filter(|name| both.contains(*name));
            names.copied().collect::<Vec<&str>>().join(", ")
        };
        self.changed(
            &Subject::new(Item::Argument, of.function),
            (&common(&old), &common(&new)),
            Difference::Reordered,
            pointer,
        );
    }

    /// The ids in a path: the same ones by name, or else by place.
    fn ids<'a>(&mut self, of: &Parameters<'a>, old: &'a [PathParameter], new: &'a [PathParameter]) {
        fn names(ids: &[PathParameter]) -> BTreeSet<&str> {
            ids.iter().map(|id| id.wire.as_str()).collect()
        }
        let by_name = names(old) == names(new);
        let key = |(place, id): &(usize, &PathParameter)| {
            if by_name {
                (0, id.wire.clone())
            } else {
                (*place, String::new())
            }
        };
        let pairs = pair(old.iter().enumerate(), new.iter().enumerate(), key, key);
        let text = |path: Option<&TypePath>| {
            path.map_or_else(
                || "ObjectId".to_owned(),
                |path| type_text(&Type::Named(path.clone()), of.module),
            )
        };
        for pair in pairs {
            match pair {
                Pair::New((_, id)) => self.added(
                    &of.argument(id.name.as_str()),
                    Some(text(id.id.as_ref())),
                    &id.pointer,
                ),
                Pair::Old((_, id)) => self.removed(
                    &of.argument(id.name.as_str()),
                    Some(text(id.id.as_ref())),
                    &id.pointer,
                ),
                Pair::Both((_, old), (_, new)) => {
                    let subject = of.argument(new.name.as_str());
                    self.changed(
                        &subject,
                        (old.name.as_str(), new.name.as_str()),
                        Difference::Renamed,
                        &new.pointer,
                    );
                    let before = old
                        .id
                        .as_ref()
                        .map(|id| self.new_names.get(id).unwrap_or(id));
                    if before != new.id.as_ref() {
                        let texts = replacement(text(old.id.as_ref()), text(new.id.as_ref()));
                        self.tell_new(&subject, Difference::Retyped(texts), &new.pointer);
                    }
                }
            }
        }
    }

    fn parameter(&mut self, of: &Parameters<'_>, old: &Parameter, new: &Parameter) {
        let (subject, pointer) = (of.subject(new), &new.pointer);
        let role = match (old.required, new.required) {
            (true, false) => Some(Difference::BecameSetter),
            (false, true) => Some(Difference::BecameArgument),
            _ => None,
        };
        self.changed(
            &subject,
            (old.name.as_str(), new.name.as_str()),
            Difference::Renamed,
            pointer,
        );
        self.changed(
            &subject,
            (&old.wire, &new.wire),
            Difference::Rewired,
            pointer,
        );
        self.retyped(&subject, of.module, (&old.type_, &new.type_), pointer);
        self.shown(&subject, old.debug, new.debug, pointer);
        match role {
            Some(role) => {
                self.tell(&of.argument(new.name.as_str()), role, Side::New, pointer);
            }
            // Of an argument nothing is documented or deprecated.
            None if new.required => {}
            None => {
                self.deprecated(&subject, old.deprecated, new.deprecated, pointer);
                self.documented(&subject, &old.docs, &new.docs, pointer);
            }
        }
    }
}
