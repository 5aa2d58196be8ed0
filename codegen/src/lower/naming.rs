//! What modules and the types of component schemas are called.

use std::collections::BTreeSet;

use super::home::literals;
use crate::diagnostic::Diagnostic;
use crate::names::{SnakeName, TypeName, singular};
use crate::pointer::Pointer;
use crate::select::Selected;
use crate::selection::{Selection, Used};

/// Makes names of the keys of component schemas.
#[derive(Debug)]
pub(super) struct Naming<'a> {
    document: &'a str,
    selected: &'a Selected,
    selection: &'a Selection<'a>,
    /// The namespace that all resources share, with its dot; it is left out of names.
    pub(super) namespace: String,
    /// The entries of the selection that matched something.
    pub(super) used: Used,
}

impl<'a> Naming<'a> {
    /// The names of a selection whose operations have these subjects.
    pub(super) fn new<'s>(
        document: &'a str,
        selected: &'a Selected,
        selection: &'a Selection<'a>,
        subjects: impl Iterator<Item = &'s String>,
    ) -> Self {
        Self {
            document,
            selected,
            selection,
            namespace: common_namespace(selected, subjects),
            used: Used::default(),
        }
    }

    /// A key without the namespace, and without the prefixes that the selection strips.
    pub(super) fn local<'k>(&mut self, key: &'k str) -> &'k str {
        let key = key.strip_prefix(&self.namespace).unwrap_or(key);
        self.selection.strip(key, &mut self.used)
    }

    pub(super) fn type_(&mut self, key: &str) -> Result<TypeName, Diagnostic> {
        if let Some(given) = self.selection.renamed(key, &mut self.used) {
            return Ok(TypeName::given(given));
        }
        TypeName::new(&[self.local(key)]).ok_or_else(|| self.nameless(key))
    }

    pub(super) fn module(&mut self, key: &str) -> Result<SnakeName, Diagnostic> {
        SnakeName::new(self.local(key)).ok_or_else(|| self.nameless(key))
    }

    /// `/v1/linked_accounts` is `linked_account`.
    pub(super) fn module_of_home(
        &self,
        home: &str,
        pointer: &Pointer,
    ) -> Result<SnakeName, Diagnostic> {
        let name = singular(&literals(home).collect::<Vec<_>>().join("_"));
        SnakeName::new(&name).ok_or_else(|| {
            let message = format!(
                "no Rust name can be made of the path `{}`",
                home.escape_debug()
            );
            Diagnostic::new(format!("{}{pointer}", self.document), message)
                .help("leave it out of the selection")
        })
    }

    fn nameless(&self, key: &str) -> Diagnostic {
        Diagnostic::new(
            format!("{}{}", self.document, Pointer::schema(key)),
            format!("no Rust name can be made of `{}`", key.escape_debug()),
        )
        .note(self.selected.trail(key))
        .help("give it a name under `[names.rename]` in the selection")
    }

    /// The message for two resources whose modules have one name.
    pub(super) fn collision(&self, key: &str, other: &str, module: &str) -> Diagnostic {
        let at = |key: &str| format!("{}{}", self.document, Pointer::schema(key));
        Diagnostic::new(
            at(key),
            format!("two resources would have the module `{module}`"),
        )
        .note(format!("the other stands at {}", at(other)))
        .help("select one of them, or change `names.strip_prefixes` in the selection")
    }
}

/// The namespace that the resources of all operations share, with its dot: `identity.`; none where something else
/// is called like one of them without it.
fn common_namespace<'s>(
    selected: &Selected,
    mut subjects: impl Iterator<Item = &'s String>,
) -> String {
    let namespace = |key: &'s String| key.split_once('.').map(|(namespace, _)| namespace);
    let Some(Some(first)) = subjects.next().map(namespace) else {
        return String::new();
    };
    if !subjects.all(|key| namespace(key) == Some(first)) {
        return String::new();
    }
    let prefix = format!("{first}.");
    // `financial_connections.account` cannot do without it beside `account`.
    let (within, beyond): (Vec<&String>, Vec<&String>) = selected
        .received()
        .partition(|key| key.starts_with(&prefix));
    let beyond: BTreeSet<Option<TypeName>> =
        beyond.iter().map(|key| TypeName::new(&[key])).collect();
    let is_needed = within
        .iter()
        .any(|key| beyond.contains(&TypeName::new(&[&key[prefix.len()..]])));
    if is_needed { String::new() } else { prefix }
}
