//! Two models, compared item by item.

mod operation;
mod parameter;
mod type_text;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Difference, Item, Replacement, Report, Side};
use crate::model::{Api, DebugPolicy, EventEnum, Operation, Type, TypePath};
use crate::pointer::Pointer;
use type_text::type_text;

/// Compares two clients.
pub(crate) fn compare(old: &Api, new: &Api) -> Report {
    let mut compare = Compare {
        new_names: BTreeMap::new(),
        changes: Vec::new(),
    };
    compare.crates(old, new);
    let operations = operation::pairs(old, new);
    // What comes and goes with a function is not told by itself.
    let implied = |operation: &&Operation| operation.pointer.clone();
    let added: BTreeSet<Pointer> = operations
        .iter()
        .filter_map(|pair| match pair {
            Pair::New((_, operation)) => Some(implied(operation)),
            _ => None,
        })
        .collect();
    let removed: BTreeSet<Pointer> = operations
        .iter()
        .filter_map(|pair| match pair {
            Pair::Old((_, operation)) => Some(implied(operation)),
            _ => None,
        })
        .collect();
    let types = types::pairs(old, new);
    for pair in &types {
        if let Pair::Both(old, new) = pair
            && old.path != new.path
        {
            compare.new_names.insert(old.path.clone(), new.path.clone());
        }
    }
    for pair in &operations {
        compare.operation(pair);
    }
    for pair in &types {
        let is_implied = match pair {
            Pair::Both(..) => false,
            Pair::Old(definition) => definition.is_of(&removed),
            Pair::New(definition) => definition.is_of(&added),
        };
        if !is_implied {
            compare.definition(pair);
        }
    }
    compare.modules(old, new);
    compare.events(old.events.as_ref(), new.events.as_ref());
    Report::new(&new.package, &old.version, &new.version, compare.changes)
        .keeping(types::kept_names(&types))
}

/// The same thing in both clients, or a thing of one of them.
#[derive(Clone, Copy, Debug)]
enum Pair<T> {
    Both(T, T),
    Old(T),
    New(T),
}

/// Finds what is the same: by the first key and, of what is left, by the second.
fn pair<T, A: Ord, B: Ord>(
    old: impl IntoIterator<Item = T>,
    new: impl IntoIterator<Item = T>,
    first: impl Fn(&T) -> A,
    second: impl Fn(&T) -> B,
) -> Vec<Pair<T>> {
    fn join<T, K: Ord>(
        old: impl IntoIterator<Item = T>,
        new: impl IntoIterator<Item = T>,
        key: impl Fn(&T) -> K,
        found: &mut Vec<Pair<T>>,
    ) -> (Vec<T>, Vec<T>) {
        let mut old_by_key: BTreeMap<K, Vec<T>> = BTreeMap::new();
        for one in old {
            old_by_key.entry(key(&one)).or_default().push(one);
        }
        let mut new_alone = Vec::new();
        for one in new {
            match old_by_key.get_mut(&key(&one)).and_then(Vec::pop) {
                Some(other) => found.push(Pair::Both(other, one)),
                None => new_alone.push(one),
            }
        }
        (old_by_key.into_values().flatten().collect(), new_alone)
    }
    let mut found = Vec::new();
    let (old, new) = join(old, new, first, &mut found);
    let (old, new) = join(old, new, second, &mut found);
    found.extend(old.into_iter().map(Pair::Old));
    found.extend(new.into_iter().map(Pair::New));
    found
}

/// The comparison, and what it has found.
#[derive(Debug)]
struct Compare {
    /// The types that have another name, or stand in another module: that is told once, not wherever they are used.
    new_names: BTreeMap<TypePath, TypePath>,
    changes: Vec<Change>,
}

/// What of the crate a change is about.
#[derive(Clone, Debug)]
struct Subject<'a> {
    item: Item,
    path: Vec<&'a str>,
    argument: Option<&'a str>,
}

impl<'a> Subject<'a> {
    fn new(item: Item, path: &[&'a str]) -> Self {
        Self {
            item,
            path: path.to_vec(),
            argument: None,
        }
    }
}

impl Compare {
    fn tell(
        &mut self,
        subject: &Subject<'_>,
        difference: Difference,
        side: Side,
        pointer: &Pointer,
    ) {
        self.changes.push(Change {
            item: subject.item,
            difference,
            path: subject.path.iter().map(|&part| part.to_owned()).collect(),
            argument: subject.argument.map(str::to_owned),
            new_fields: Vec::new(),
            document: side,
            pointer: pointer.to_string(),
        });
    }

    fn tell_new(&mut self, subject: &Subject<'_>, difference: Difference, pointer: &Pointer) {
        self.tell(subject, difference, Side::New, pointer);
    }

    fn added(&mut self, subject: &Subject<'_>, detail: Option<String>, pointer: &Pointer) {
        self.tell(subject, Difference::Added(detail), Side::New, pointer);
    }

    fn removed(&mut self, subject: &Subject<'_>, detail: Option<String>, pointer: &Pointer) {
        self.tell(subject, Difference::Removed(detail), Side::Old, pointer);
    }

    /// Tells that a text changed, if it did.
    fn changed(
        &mut self,
        subject: &Subject<'_>,
        (old, new): (&str, &str),
        difference: impl FnOnce(Replacement) -> Difference,
        pointer: &Pointer,
    ) {
        if old != new {
            self.tell_new(subject, difference(replacement(old, new)), pointer);
        }
    }

    /// Tells that something in a module has another name, if it has: with the module, where that is another.
    fn renamed(
        &mut self,
        subject: &Subject<'_>,
        old: [&str; 2],
        new: [&str; 2],
        pointer: &Pointer,
    ) {
        let names = if old[0] == new[0] {
            (old[1].to_owned(), new[1].to_owned())
        } else {
            (old.join("::"), new.join("::"))
        };
        self.changed(subject, (&names.0, &names.1), Difference::Renamed, pointer);
    }

    fn documented(
        &mut self,
        subject: &Subject<'_>,
        old: &[String],
        new: &[String],
        pointer: &Pointer,
    ) {
        if old != new {
            self.tell_new(subject, Difference::Documented, pointer);
        }
    }

    fn deprecated(&mut self, subject: &Subject<'_>, old: bool, new: bool, pointer: &Pointer) {
        if old != new {
            let difference = if new {
                Difference::Deprecated
            } else {
                Difference::Undeprecated
            };
            self.tell_new(subject, difference, pointer);
        }
    }

    fn shown(
        &mut self,
        subject: &Subject<'_>,
        old: DebugPolicy,
        new: DebugPolicy,
        pointer: &Pointer,
    ) {
        if old != new {
            let difference = match new {
                DebugPolicy::Shown => Difference::Shown,
                DebugPolicy::Hidden => Difference::Hidden,
            };
            self.tell_new(subject, difference, pointer);
        }
    }

    /// Whether a type is the same, but for what has another name.
    fn is_same_type(&self, old: &Type, new: &Type) -> bool {
        self.in_new_names(old) == *new
    }

    fn in_new_names(&self, type_: &Type) -> Type {
        let path = |path: &TypePath| self.new_names.get(path).unwrap_or(path).clone();
        let inner = |inner: &Type| Box::new(self.in_new_names(inner));
        match type_ {
            Type::Named(named) => Type::Named(path(named)),
            Type::Expandable(named) => Type::Expandable(path(named)),
            Type::Boxed(one) => Type::Boxed(inner(one)),
            Type::List(kind, one) => Type::List(*kind, inner(one)),
            Type::Array(one) => Type::Array(inner(one)),
            Type::Map(one) => Type::Map(inner(one)),
            Type::Clearable(one) => Type::Clearable(inner(one)),
            other => other.clone(),
        }
    }

    fn crates(&mut self, old: &Api, new: &Api) {
        let info = Pointer::root().join("info");
        let name = new.package.replace('-', "_");
        let crate_ = Subject::new(Item::Crate, &[&name]);
        self.changed(
            &crate_,
            (&old.package, &new.package),
            Difference::Renamed,
            &info,
        );
        if old.title != new.title {
            self.tell_new(&crate_, Difference::Documented, &info);
        }
        self.changed(
            &Subject::new(Item::ApiVersion, &["API_VERSION"]),
            (&old.version, &new.version),
            Difference::Rewired,
            &info.join("version"),
        );
    }

    fn modules(&mut self, old: &Api, new: &Api) {
        for module in &new.modules {
            let before = old.modules.iter().find(|other| other.name == module.name);
            let resource = |of: &crate::model::Module| {
                of.types
                    .iter()
                    .find(|definition| Some(definition.name()) == of.resource.as_ref())
                    .map(|definition| definition.pointer().clone())
            };
            if let Some(before) = before {
                let subject = Subject::new(Item::Module, &[module.name.as_str()]);
                let pointer = resource(module).unwrap_or_default();
                self.documented(&subject, &before.docs, &module.docs, &pointer);
            }
        }
    }

    fn events(&mut self, old: Option<&EventEnum>, new: Option<&EventEnum>) {
        const MODULE: &str = "webhook";
        let root = Pointer::root();
        let (old, new) = match (old, new) {
            (None, None) => return,
            (Some(old), Some(new)) => (old, new),
            (None, Some(new)) => {
                let subject = Subject::new(Item::Events, &[MODULE, new.name.as_str()]);
                return self.added(&subject, None, &root);
            }
            (Some(old), None) => {
                let subject = Subject::new(Item::Events, &[MODULE, old.name.as_str()]);
                return self.removed(&subject, None, &root);
            }
        };
        let enum_ = new.name.as_str();
        let subject = Subject::new(Item::Events, &[MODULE, enum_]);
        self.changed(
            &subject,
            (old.name.as_str(), enum_),
            Difference::Renamed,
            &root,
        );
        let pairs = pair(
            &old.variants,
            &new.variants,
            |event| event.wire.clone(),
            |event| event.name.clone(),
        );
        for pair in pairs {
            let (Pair::Both(_, event) | Pair::Old(event) | Pair::New(event)) = pair;
            let subject = Subject::new(Item::Event, &[MODULE, enum_, event.name.as_str()]);
            match pair {
                Pair::New(event) => self.added(&subject, Some(event.wire.clone()), &event.pointer),
                Pair::Old(event) => {
                    self.removed(&subject, Some(event.wire.clone()), &event.pointer);
                }
                Pair::Both(old, new) => {
                    self.changed(
                        &subject,
                        (old.name.as_str(), new.name.as_str()),
                        Difference::Renamed,
                        &new.pointer,
                    );
                    self.changed(
                        &subject,
                        (&old.wire, &new.wire),
                        Difference::Rewired,
                        &new.pointer,
                    );
                    let resource = |of: &TypePath| Type::Named(of.clone());
                    self.retyped(
                        &subject,
                        MODULE,
                        (&resource(&old.resource), &resource(&new.resource)),
                        &new.pointer,
                    );
                }
            }
        }
    }

    /// Tells that a type changed, if it did.
    fn retyped(
        &mut self,
        subject: &Subject<'_>,
        module: &str,
        (old, new): (&Type, &Type),
        pointer: &Pointer,
    ) {
        if !self.is_same_type(old, new) {
            let texts = type_texts(old, new, module, |text| text);
            self.tell_new(subject, Difference::Retyped(texts), pointer);
        }
    }
}

fn replacement(old: impl Into<String>, new: impl Into<String>) -> Replacement {
    Replacement {
        old: old.into(),
        new: new.into(),
    }
}

/// Two types as they are written in a module; with their modules where they would look the same.
fn type_texts(
    old: &Type,
    new: &Type,
    module: &str,
    written: impl Fn(String) -> String,
) -> Replacement {
    let texts = |module| {
        replacement(
            written(type_text(old, module)),
            written(type_text(new, module)),
        )
    };
    let short = texts(module);
    if short.old == short.new {
        texts("")
    } else {
        short
    }
}
