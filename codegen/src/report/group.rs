//! Groups of changes that share one line.

use super::sentence::code;
use super::{Change, Difference, Impact, Item, Report};

/// One line of a report: a change, or several similar ones.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// Empty if the line is about the crate.
    pub(super) module: &'a str,
    /// The path of what the line is about, below the module; empty if it is the module.
    pub(super) subject: String,
    /// What changed, without names.
    pub(super) sentence: String,
    /// The names of the items if there are several, as code.
    pub(super) names: Vec<String>,
    pub(super) changes: Vec<&'a Change>,
}

impl Group<'_> {
    /// The line without its subject.
    pub(super) fn text(&self) -> String {
        if self.names.is_empty() {
            self.sentence.clone()
        } else {
            format!("{} {}", self.sentence, self.names.join(", "))
        }
    }
}

/// What the changes of a group have in common.
type Key<'a> = (Kind, &'a [String]);

/// The kinds of changes that are grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Added(&'static str),
    Removed(&'static str),
    Documented,
}

impl Report {
    /// The lines about changes with an impact, in order.
    pub(super) fn groups(&self, impact: Impact) -> Vec<Group<'_>> {
        let mut groups: Vec<(Option<Key<'_>>, Group<'_>)> = Vec::new();
        let changes = self.changes.iter();
        for change in changes.filter(|change| change.impact() == impact) {
            let key = kind(change).map(|kind| (kind, place(change, kind)));
            let same = groups
                .iter_mut()
                .find(|(other, _)| key.is_some() && *other == key);
            if let Some((_, group)) = same {
                group.changes.push(change);
                continue;
            }
            let group = Group {
                module: change.module(),
                subject: String::new(),
                sentence: String::new(),
                names: Vec::new(),
                changes: vec![change],
            };
            groups.push((key, group));
        }
        groups
            .into_iter()
            .map(|(key, group)| worded(key, group))
            .collect()
    }
}

fn worded<'a>(key: Option<Key<'a>>, mut group: Group<'a>) -> Group<'a> {
    match (key, group.changes.as_slice()) {
        (Some((kind, place)), [_, _, ..]) => {
            group.subject = below_module(group.module, place);
            group.sentence = match kind {
                Kind::Added(nouns) => format!("new {nouns}"),
                Kind::Removed(nouns) => format!("removed {nouns}"),
                Kind::Documented => "changed documentation of".to_owned(),
            };
            group.names = group
                .changes
                .iter()
                .map(|change| code(&name_in_group(change)))
                .collect();
        }
        (_, changes) => {
            if let [change] = changes {
                let (subject, sentence) =
                    (below_module(group.module, &change.path), change.sentence());
                group.subject = subject;
                group.sentence = sentence;
            }
        }
    }
    group
}

fn kind(change: &Change) -> Option<Kind> {
    let nouns = match change.item {
        Item::Setter => "setters",
        Item::Field => match change.new_fields.as_slice() {
            [field] if field.shown => "fields, shown by `Debug`:",
            [_] => "fields, hidden by `Debug`:",
            _ => "fields",
        },
        // What `Debug` shows of each is told.
        _ if !change.new_fields.is_empty() => "",
        Item::Value => "values",
        Item::Alternative => "alternatives",
        Item::Event => "events",
        Item::Function => "functions",
        Item::Step => "steps of a path",
        Item::Struct | Item::Parameters | Item::Enum | Item::Union | Item::Id | Item::Expansion => {
            "types"
        }
        _ => "",
    };
    match change.difference {
        Difference::Documented => Some(Kind::Documented),
        Difference::Added(_) if !nouns.is_empty() => Some(Kind::Added(nouns)),
        Difference::Removed(_) if !nouns.is_empty() => Some(Kind::Removed(nouns)),
        _ => None,
    }
}

/// The path that a change shares with others of its kind: the type that it is in, or the module.
fn place(change: &Change, kind: Kind) -> &[String] {
    let depth = match kind {
        Kind::Documented => 1,
        _ => change.path.len().saturating_sub(1),
    };
    change.path.get(..depth).unwrap_or_default()
}

fn name_in_group(change: &Change) -> String {
    match change.difference {
        Difference::Documented if change.path.len() > 1 => change.path[1..].join("::"),
        _ => change.name().to_owned(),
    }
}

fn below_module(module: &str, path: &[String]) -> String {
    match path.split_first() {
        Some((first, rest)) if first == module => rest.join("::"),
        _ => path.join("::"),
    }
}
