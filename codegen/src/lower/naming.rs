//! What modules and the types of component schemas are called.

use super::home;
use crate::advice::Advice;
use crate::diagnostic::Diagnostic;
use crate::names::{SnakeName, TypeName, like_module_name, like_type_name, numbered};
use crate::pointer::Pointer;
use crate::select::Selected;
use crate::selection::{Selection, Used};

/// The module of types that belong to no one resource.
pub(super) const SHARED: &str = "shared";

/// Makes names of the keys of component schemas, and of paths. What is stripped from them is said in the selection.
#[derive(Debug)]
pub(super) struct Naming<'a> {
    document: &'a str,
    selected: &'a Selected,
    selection: &'a Selection<'a>,
    /// The entries of the selection that matched something.
    pub(super) used: Used,
}

impl<'a> Naming<'a> {
    pub(super) fn new(
        document: &'a str,
        selected: &'a Selected,
        selection: &'a Selection<'a>,
    ) -> Self {
        Self {
            document,
            selected,
            selection,
            used: Used::default(),
        }
    }

    /// A key without the prefixes that the selection strips.
    pub(super) fn local<'k>(&mut self, key: &'k str) -> &'k str {
        self.selection.strip(key, &mut self.used)
    }

    pub(super) fn type_(&mut self, key: &str) -> Result<TypeName, Diagnostic> {
        if let Some(given) = self.selection.renamed(key, &mut self.used) {
            return Ok(TypeName::given(given));
        }
        TypeName::new(&[self.local(key)]).ok_or_else(|| self.nameless(key))
    }

    /// The module of a component: the one that the selection says, its own if it is a resource, or else `shared`.
    pub(super) fn module(&mut self, key: &str, is_resource: bool) -> Result<SnakeName, Diagnostic> {
        if let Some(given) = self.selection.module(key, &mut self.used) {
            return SnakeName::new(given).ok_or_else(|| self.homeless(key));
        }
        if !is_resource {
            return SnakeName::new(SHARED).ok_or_else(|| self.homeless(key));
        }
        // `deleted_customer` is what is left of a `customer`.
        let key = key.strip_prefix("deleted_").unwrap_or(key);
        SnakeName::new(self.local(key)).ok_or_else(|| self.homeless(key))
    }

    /// The module of the operations below a path: `/v1/issuing/cards` is `issuing_card`, as the component
    /// `issuing.card` is.
    pub(super) fn module_of_home(
        &mut self,
        home: &str,
        pointer: &Pointer,
    ) -> Result<SnakeName, Diagnostic> {
        let key = home::key(home);
        let given = spellings(&key)
            .iter()
            .find_map(|key| self.selection.module(key, &mut self.used));
        let name = given.map_or_else(|| self.local(&key).to_owned(), str::to_owned);
        SnakeName::new(&name).ok_or_else(|| self.nameless_home(home, pointer))
    }

    /// Whether the selection says to which module the operations below a path go.
    pub(super) fn is_placed(&mut self, home: &str) -> bool {
        let keys = spellings(&home::key(home));
        keys.iter()
            .any(|key| self.selection.module(key, &mut self.used).is_some())
    }

    /// What a request below a path calls what stands there: `IssuingCard`.
    pub(super) fn type_of_home(
        &mut self,
        home: &str,
        pointer: &Pointer,
    ) -> Result<TypeName, Diagnostic> {
        let key = home::key(home);
        let given = spellings(&key)
            .iter()
            .find_map(|key| self.selection.renamed(key, &mut self.used));
        if let Some(given) = given {
            return Ok(TypeName::given(given));
        }
        TypeName::new(&[self.local(&key)]).ok_or_else(|| self.nameless_home(home, pointer))
    }

    fn nameless_home(&self, home: &str, pointer: &Pointer) -> Diagnostic {
        let message = format!(
            "no Rust name can be made of the path `{}`",
            home.escape_debug()
        );
        Diagnostic::at(self.document, pointer, message)
    }

    fn nameless(&self, key: &str) -> Diagnostic {
        self.unusable("type", key).advise(Advice::Rename {
            place: key.to_owned(),
            name: like_type_name(key),
        })
    }

    fn homeless(&self, key: &str) -> Diagnostic {
        self.unusable("module", key).advise(Advice::Move {
            key: key.to_owned(),
            module: like_module_name(key),
        })
    }

    fn unusable(&self, what: &str, key: &str) -> Diagnostic {
        let message = format!(
            "no name of a {what} can be made of `{}`",
            key.escape_debug()
        );
        Diagnostic::at(self.document, &Pointer::schema(key), message).note(self.selected.trail(key))
    }

    /// The message for two paths whose modules have one name. One of them can have its whole name, without what was
    /// stripped, unless that is taken.
    pub(super) fn collision(
        &self,
        homes: [&str; 2],
        module: &str,
        is_taken: impl Fn(&str) -> bool,
    ) -> Diagnostic {
        let at = |home: &str| Pointer::root().join("paths").join(home);
        let [home, other] = homes;
        let whole = homes.iter().find_map(|home| {
            let key = home::key(home);
            let module = SnakeName::new(&key)?.as_str().to_owned();
            (!is_taken(&module)).then_some(Advice::Move { key, module })
        });
        let advice = whole.unwrap_or_else(|| Advice::Move {
            key: home::key(home),
            module: numbered(module, &is_taken),
        });
        let message = format!("two paths would have the module `{module}`");
        Diagnostic::at(self.document, &at(home), message)
            .note(format!(
                "the other stands at {}{}",
                self.document,
                at(other)
            ))
            .advise(advice)
    }
}

/// The key of a home, as a namespace is set apart by a dot or is not: `apple_pay.domain`, `apple_pay_domain`.
fn spellings(key: &str) -> [String; 2] {
    [key.to_owned(), key.replace('.', "_")]
}
