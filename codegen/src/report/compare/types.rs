//! Types: structs, enums, ids, unions and the objects that are sent.

use std::collections::BTreeSet;

use super::parameter::Parameters;
use super::type_text::type_text;
use super::{Compare, Pair, Subject, pair, replacement, type_texts};
use crate::model::{
    Api, DebugPolicy, Direction, Enum, Expansion, Field, ListKind, ParameterObject, Step, Struct,
    Type, TypeDefinition, TypePath, Union,
};
use crate::pointer::Pointer;
use crate::report::{Difference, Item, KeptName, NewField};

/// A type, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Definition<'a> {
    pub(super) path: TypePath,
    kind: &'a TypeDefinition,
    /// The operation whose request it is a part of.
    operation: Option<&'a Pointer>,
}

/// The types of two clients, told by their names and, of those that have another, by their places in the document.
pub(super) fn pairs<'a>(old: &'a Api, new: &'a Api) -> Vec<Pair<Definition<'a>>> {
    pair(
        definitions(old),
        definitions(new),
        |definition| definition.path.clone(),
        |definition| definition.pointer().clone(),
    )
}

fn definitions(api: &Api) -> impl Iterator<Item = Definition<'_>> {
    let definitions = api.types();
    definitions.map(|(path, definition, operation)| Definition {
        path,
        kind: definition,
        operation: operation.map(|operation| &operation.pointer),
    })
}

/// The names that schemas would keep which seem to have other names: those that are gone, and those that are new and
/// have the same members.
pub(super) fn kept_names(pairs: &[Pair<Definition<'_>>]) -> Vec<KeptName> {
    let mut gone: Vec<&Definition<'_>> = Vec::new();
    let mut new: Vec<(String, &Definition<'_>)> = Vec::new();
    for pair in pairs {
        match pair {
            Pair::Old(one) if one.component().is_some() => gone.push(one),
            Pair::New(one) => new.extend(one.component().map(|key| (key, one))),
            _ => {}
        }
    }
    let names = new.into_iter().filter_map(|(schema, new)| {
        let place = gone.iter().position(|old| old.is_like(new))?;
        let name = gone.remove(place).path.name.as_str().to_owned();
        Some(KeptName { schema, name })
    });
    names.collect()
}

impl<'a> Definition<'a> {
    /// The key of the component schema that it is.
    fn component(&self) -> Option<String> {
        let key = self.pointer().component_schema()?;
        (*self.pointer() == Pointer::schema(&key)).then_some(key)
    }

    /// Whether it has the members of another, which stands in the same module.
    fn is_like(&self, other: &Self) -> bool {
        let is_same = match (self.kind, other.kind) {
            (TypeDefinition::Struct(one), TypeDefinition::Struct(other)) => {
                let wires = |of: &'a Struct| of.fields.iter().map(|field| &field.wire);
                !one.fields.is_empty() && wires(one).eq(wires(other))
            }
            (TypeDefinition::Enum(one), TypeDefinition::Enum(other)) => {
                let wires = |of: &'a Enum| of.variants.iter().map(|variant| &variant.wire);
                wires(one).eq(wires(other))
            }
            _ => false,
        };
        is_same && self.path.module == other.path.module
    }

    fn pointer(&self) -> &'a Pointer {
        self.kind.pointer()
    }

    /// Whether it is a part of the request of one of these operations.
    pub(super) fn is_of(&self, operations: &BTreeSet<Pointer>) -> bool {
        self.operation
            .is_some_and(|operation| operations.contains(operation))
    }

    fn names(&self) -> [&str; 2] {
        [self.path.module.as_str(), self.path.name.as_str()]
    }

    fn subject(&self) -> Subject<'_> {
        let item = match self.kind {
            TypeDefinition::Struct(_) => Item::Struct,
            TypeDefinition::Enum(_) => Item::Enum,
            TypeDefinition::Id(_) => Item::Id,
            TypeDefinition::Union(_) => Item::Union,
            TypeDefinition::Parameters(_) => Item::Parameters,
            TypeDefinition::Expansion(_) => Item::Expansion,
        };
        Subject::new(item, &self.names())
    }

    /// What the type is to those who use it.
    fn kind_text(&self) -> &'static str {
        match self.kind {
            TypeDefinition::Struct(_) => "a struct that Stripe sends",
            TypeDefinition::Enum(_) => "an enum of strings",
            TypeDefinition::Id(_) => "an id",
            TypeDefinition::Union(union) => match union.direction {
                Direction::Request => "an enum of types that are sent",
                Direction::Response => "an enum of types that Stripe sends",
            },
            TypeDefinition::Parameters(_) => "a struct that is sent",
            TypeDefinition::Expansion(_) => "a path of what is expanded",
        }
    }
}

impl Compare {
    pub(super) fn definition(&mut self, pair: &Pair<Definition<'_>>) {
        let (old, new) = match pair {
            Pair::Both(old, new) => (old, new),
            Pair::New(one) => {
                self.added(&one.subject(), None, one.pointer());
                if let TypeDefinition::Struct(definition) = one.kind {
                    self.new_fields(&definition.fields);
                }
                return;
            }
            Pair::Old(one) => return self.removed(&one.subject(), None, one.pointer()),
        };
        let (subject, pointer) = (new.subject(), new.pointer());
        self.renamed(&subject, old.names(), new.names(), pointer);
        match (old.kind, new.kind) {
            (TypeDefinition::Struct(old), TypeDefinition::Struct(new)) => {
                self.struct_(&subject, old, new);
            }
            (TypeDefinition::Enum(old), TypeDefinition::Enum(new)) => {
                self.enum_(&subject, old, new);
            }
            (TypeDefinition::Id(old), TypeDefinition::Id(new)) => {
                self.documented(&subject, &old.docs, &new.docs, pointer);
            }
            (TypeDefinition::Union(old), TypeDefinition::Union(new))
                if old.direction == new.direction =>
            {
                self.union(&subject, old, new);
            }
            (TypeDefinition::Parameters(old), TypeDefinition::Parameters(new)) => {
                self.object(&subject, old, new);
            }
            (TypeDefinition::Expansion(old), TypeDefinition::Expansion(new)) => {
                self.expansion(&subject, old, new);
            }
            _ => {
                let kinds = replacement(old.kind_text(), new.kind_text());
                self.tell_new(&subject, Difference::Replaced(kinds), pointer);
            }
        }
    }

    fn struct_(&mut self, subject: &Subject<'_>, old: &Struct, new: &Struct) {
        self.documented(subject, &old.docs, &new.docs, &new.pointer);
        let constant = |of: &Struct| of.object.clone().unwrap_or_else(|| "none".to_owned());
        self.changed(
            subject,
            (&constant(old), &constant(new)),
            Difference::Rewired,
            &new.pointer,
        );
        let object = Subject {
            item: Item::Object,
            ..subject.clone()
        };
        let module = subject.path.first().copied().unwrap_or_default();
        let id = |of: &Struct| of.id.as_ref().map(|id| id.as_str().to_owned());
        match (id(old), id(new)) {
            (None, Some(id)) => self.added(&object, Some(id), &new.pointer),
            (Some(id), None) => self.removed(&object, Some(id), &old.pointer),
            // The field `id` tells of a type that changed.
            _ => {}
        }
        let pairs = pair(
            &old.fields,
            &new.fields,
            |field| field.wire.clone(),
            |field| field.name.clone(),
        );
        for pair in pairs {
            let (Pair::Both(_, field) | Pair::Old(field) | Pair::New(field)) = pair;
            let path = [subject.path.as_slice(), &[field.name.as_str()]].concat();
            let subject = Subject::new(Item::Field, &path);
            let text = || Some(field_text(field)(type_text(&field.type_, module)));
            match pair {
                Pair::Both(old, new) => self.field(&subject, module, old, new),
                Pair::New(_) => {
                    self.added(&subject, text(), &field.pointer);
                    self.new_fields(std::slice::from_ref(field));
                }
                Pair::Old(_) => self.removed(&subject, text(), &field.pointer),
            }
        }
    }

    /// Tells what `Debug` shows of what was told last.
    fn new_fields(&mut self, fields: &[Field]) {
        let Some(change) = self.changes.last_mut() else {
            return;
        };
        let new = fields.iter().map(|field| NewField {
            name: field.name.as_str().to_owned(),
            shown: field.debug == DebugPolicy::Shown,
        });
        change.new_fields = new.collect();
    }

    fn field(&mut self, subject: &Subject<'_>, module: &str, old: &Field, new: &Field) {
        let pointer = &new.pointer;
        self.changed(
            subject,
            (old.name.as_str(), new.name.as_str()),
            Difference::Renamed,
            pointer,
        );
        self.changed(
            subject,
            (&old.wire, &new.wire),
            Difference::Rewired,
            pointer,
        );
        if self.is_same_type(&old.type_, &new.type_) {
            let text = type_text(&new.type_, module);
            let option = format!("Option<{text}>");
            match (old.optional, new.optional) {
                (false, true) => {
                    let texts = replacement(text, option);
                    self.tell_new(subject, Difference::BecameOptional(texts), pointer);
                }
                (true, false) => {
                    let texts = replacement(option, text);
                    self.tell_new(subject, Difference::BecameRequired(texts), pointer);
                }
                _ => {}
            }
        } else {
            let mut texts = type_texts(&old.type_, &new.type_, module, |text| text);
            texts.old = field_text(old)(texts.old);
            texts.new = field_text(new)(texts.new);
            self.tell_new(subject, Difference::Retyped(texts), pointer);
        }
        self.shown(subject, old.debug, new.debug, pointer);
        self.deprecated(subject, old.deprecated, new.deprecated, pointer);
        self.documented(subject, &old.docs, &new.docs, pointer);
    }

    fn enum_(&mut self, subject: &Subject<'_>, old: &Enum, new: &Enum) {
        self.documented(subject, &old.docs, &new.docs, &new.pointer);
        let pairs = pair(
            &old.variants,
            &new.variants,
            |variant| variant.wire.clone(),
            |variant| variant.name.clone(),
        );
        for pair in pairs {
            let (Pair::Both(_, one) | Pair::Old(one) | Pair::New(one)) = pair;
            let path = [subject.path.as_slice(), &[one.name.as_str()]].concat();
            let subject = Subject::new(Item::Value, &path);
            match pair {
                Pair::New(_) => self.added(&subject, Some(one.wire.clone()), &one.pointer),
                Pair::Old(_) => self.removed(&subject, Some(one.wire.clone()), &one.pointer),
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
                }
            }
        }
    }

    fn union(&mut self, subject: &Subject<'_>, old: &Union, new: &Union) {
        self.documented(subject, &old.docs, &new.docs, &new.pointer);
        let module = subject.path.first().copied().unwrap_or_default();
        let name = |variant: &&crate::model::UnionVariant| variant.name.clone();
        for pair in pair(&old.variants, &new.variants, name, name) {
            let (Pair::Both(_, one) | Pair::Old(one) | Pair::New(one)) = pair;
            let path = [subject.path.as_slice(), &[one.name.as_str()]].concat();
            let subject = Subject::new(Item::Alternative, &path);
            let text = || Some(type_text(&one.type_, module));
            match pair {
                Pair::New(_) => self.added(&subject, text(), &one.pointer),
                Pair::Old(_) => self.removed(&subject, text(), &one.pointer),
                Pair::Both(old, new) => {
                    self.retyped(&subject, module, (&old.type_, &new.type_), &new.pointer);
                    self.shown(&subject, old.debug, new.debug, &new.pointer);
                    self.documented(&subject, &old.docs, &new.docs, &new.pointer);
                }
            }
        }
    }

    fn object(&mut self, subject: &Subject<'_>, old: &ParameterObject, new: &ParameterObject) {
        self.documented(subject, &old.docs, &new.docs, &new.pointer);
        let constructor = [subject.path.as_slice(), &["new"]].concat();
        self.parameters(
            &Parameters {
                module: subject.path.first().copied().unwrap_or_default(),
                function: &constructor,
                setters: &subject.path,
            },
            (&[], &[]),
            (&old.parameters, &new.parameters),
            &new.pointer,
        );
    }
}

impl Compare {
    fn expansion(&mut self, subject: &Subject<'_>, old: &Expansion, new: &Expansion) {
        let module = subject.path.first().copied().unwrap_or_default();
        let wire = |step: &&Step| step.wire.clone();
        let name = |step: &&Step| step.name.clone();
        for pair in pair(&old.steps, &new.steps, wire, name) {
            let (Pair::Both(_, one) | Pair::Old(one) | Pair::New(one)) = pair;
            let path = [subject.path.as_slice(), &[one.name.as_str()]].concat();
            let subject = Subject::new(Item::Step, &path);
            match pair {
                Pair::New(_) => self.added(&subject, None, &one.pointer),
                Pair::Old(_) => self.removed(&subject, None, &one.pointer),
                Pair::Both(old, new) => {
                    let names = (old.name.as_str(), new.name.as_str());
                    self.changed(&subject, names, Difference::Renamed, &new.pointer);
                    let wires = (old.wire.as_str(), new.wire.as_str());
                    self.changed(&subject, wires, Difference::Rewired, &new.pointer);
                    self.retyped(&subject, module, (&next(old), &next(new)), &new.pointer);
                    let end = Subject {
                        item: Item::End,
                        ..subject
                    };
                    match (old.is_end, new.is_end) {
                        (false, true) => self.added(&end, None, &new.pointer),
                        (true, false) => self.removed(&end, None, &old.pointer),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// What a path goes on from.
fn next(step: &Step) -> Type {
    let path = step.to.clone().map_or(Type::Json, Type::Named);
    if step.is_list {
        Type::List(ListKind::Cursor, Box::new(path))
    } else {
        path
    }
}

/// How the type of a field is written around that of its value.
fn field_text(field: &Field) -> impl Fn(String) -> String + use<> {
    let optional = field.optional;
    move |text| {
        if optional {
            format!("Option<{text}>")
        } else {
            text
        }
    }
}
