//! What a file sees, and what it therefore imports: each name that is asked for is one that is rendered.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Index, Texts, ident};
use crate::model::{Module, Operation, Outcome, Type, TypePath};
use crate::names::TypeName;

/// The names that a file sees.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub(super) index: &'a Index<'a>,
    pub(super) module: &'a Module,
    /// The types that the file defines itself; `None` for the file of the module, which defines the others.
    own: Option<BTreeSet<&'a str>>,
    /// Every type name of the module: none of them may be taken by an import.
    taken: BTreeSet<&'a str>,
    /// What the items that are rendered already import, by library.
    imports: RefCell<[BTreeSet<String>; Library::ALL.len()]>,
    pub(super) texts: Texts,
}

/// Where names are imported from, in the order of the imports.
#[derive(Clone, Copy)]
enum Library {
    Std,
    Borrow,
    Collections,
    Serde,
    Runtime,
    /// The runtime's paths of what is expanded.
    Expand,
    /// The module of an operation.
    Super,
}

impl Library {
    const ALL: [Self; 7] = [
        Self::Std,
        Self::Borrow,
        Self::Collections,
        Self::Serde,
        Self::Runtime,
        Self::Expand,
        Self::Super,
    ];

    fn path(self) -> TokenStream {
        match self {
            Self::Std => quote!(std),
            Self::Borrow => quote!(std::borrow),
            Self::Collections => quote!(std::collections),
            Self::Serde => quote!(serde),
            Self::Runtime => quote!(stripe_runtime),
            Self::Expand => quote!(stripe_runtime::expand),
            Self::Super => quote!(super),
        }
    }
}

impl<'a> Scope<'a> {
    pub(super) fn module(index: &'a Index<'a>, module: &'a Module) -> Self {
        Self {
            index,
            module,
            own: None,
            taken: taken(module),
            imports: RefCell::default(),
            texts: Texts::default(),
        }
    }

    /// A file of some of the types of a module.
    pub(super) fn types(
        index: &'a Index<'a>,
        module: &'a Module,
        types: &'a BTreeSet<TypeName>,
    ) -> Self {
        Self {
            index,
            module,
            own: Some(types.iter().map(TypeName::as_str).collect()),
            taken: taken(module),
            imports: RefCell::default(),
            texts: Texts::default(),
        }
    }

    pub(super) fn operation(
        index: &'a Index<'a>,
        module: &'a Module,
        operation: &'a Operation,
    ) -> Self {
        let types = operation
            .types
            .iter()
            .map(|definition| definition.name().as_str());
        let own = types.chain([operation.request.as_str()]).collect();
        Self {
            index,
            module,
            own: Some(own),
            taken: taken(module),
            imports: RefCell::default(),
            texts: Texts::default(),
        }
    }

    /// Documentation of the item that follows, in Markdown.
    pub(super) fn docs(&self, paragraphs: &[String]) -> Option<TokenStream> {
        self.texts.outer(paragraphs)
    }

    /// From this file to the crate's root.
    pub(super) fn root(&self) -> TokenStream {
        if self.own.is_some() {
            quote!(super::super)
        } else {
            quote!(super)
        }
    }

    /// A name of a library, imported where no type of the module has it.
    fn import(&self, library: Library, name: &str) -> TokenStream {
        if self.taken.contains(name) {
            let (path, name) = (library.path(), ident(name));
            return quote!(#path::#name);
        }
        self.imported(library, name)
    }

    fn imported(&self, library: Library, name: &str) -> TokenStream {
        self.imports.borrow_mut()[library as usize].insert(name.to_owned());
        let name = ident(name);
        quote!(#name)
    }

    /// The imports of the items that are rendered.
    pub(super) fn imports(&self) -> TokenStream {
        let imported = self.imports.borrow();
        let libraries = Library::ALL.into_iter().zip(&*imported);
        let imports = libraries.map(|(library, names)| {
            let path = library.path();
            let names: Vec<Ident> = names.iter().map(|name| ident(name)).collect();
            match names.as_slice() {
                [] => TokenStream::new(),
                [only] => quote!(use #path::#only;),
                names => quote!(use #path::{#(#names),*};),
            }
        });
        imports.collect()
    }

    /// A name of the runtime.
    pub(super) fn runtime(&self, name: &str) -> TokenStream {
        self.import(Library::Runtime, name)
    }

    /// A name of the runtime's paths.
    pub(super) fn expand(&self, name: &str) -> TokenStream {
        self.import(Library::Expand, name)
    }

    pub(super) fn serde(&self, name: &str) -> TokenStream {
        self.import(Library::Serde, name)
    }

    /// `std::fmt`.
    pub(super) fn fmt(&self) -> TokenStream {
        self.import(Library::Std, "fmt")
    }

    pub(super) fn borrow(&self, name: &str) -> TokenStream {
        self.import(Library::Borrow, name)
    }

    pub(super) fn collections(&self, name: &str) -> TokenStream {
        self.import(Library::Collections, name)
    }

    /// A type of the client.
    pub(super) fn named(&self, path: &TypePath) -> TokenStream {
        let name = ident(path.name.as_str());
        if path.module != self.module.name {
            let (root, module) = (self.root(), ident(path.module.as_str()));
            return quote!(#root::#module::#name);
        }
        match &self.own {
            Some(own) if !own.contains(path.name.as_str()) => {
                self.imported(Library::Super, path.name.as_str())
            }
            _ => quote!(#name),
        }
    }

    /// A type as it stands in a field.
    pub(super) fn type_(&self, type_: &Type) -> TokenStream {
        match type_ {
            Type::Boolean => quote!(bool),
            Type::Integer => quote!(i64),
            Type::Number => quote!(f64),
            Type::String => quote!(String),
            Type::Timestamp => self.runtime("Timestamp"),
            Type::DateTime => self.runtime("DateTime"),
            Type::Int64 => self.runtime("Int64"),
            Type::Decimal => self.runtime("Decimal"),
            Type::Json => self.runtime("Json"),
            Type::Metadata => self.runtime("Metadata"),
            Type::RangeQuery => self.runtime("RangeQuery"),
            Type::Upload => self.runtime("Upload"),
            Type::Download => self.runtime("Download"),
            Type::Named(path) => self.named(path),
            Type::Boxed(inner) => {
                let inner = self.type_(inner);
                quote!(Box<#inner>)
            }
            Type::Expandable(path) => {
                let (expandable, object) = (self.runtime("Expandable"), self.named(path));
                quote!(#expandable<#object>)
            }
            Type::List(kind, item) => {
                let (list, item) = (self.runtime(kind.type_name()), self.type_(item));
                quote!(#list<#item>)
            }
            Type::Array(item) => {
                let item = self.type_(item);
                quote!(Vec<#item>)
            }
            Type::Map(value) => {
                let (map, value) = (self.collections("BTreeMap"), self.type_(value));
                quote!(#map<String, #value>)
            }
            Type::Clearable(inner) => {
                let (clearable, inner) = (self.runtime("Clearable"), self.type_(inner));
                quote!(#clearable<#inner>)
            }
        }
    }

    /// When nothing more happens to a resource of this module.
    pub(super) fn outcome(&self, name: &TypeName) -> Option<&Outcome> {
        self.index.api.outcomes.get(&TypePath {
            module: self.module.name.clone(),
            name: name.clone(),
        })
    }

    /// Whether lists go on behind one of a type of this module.
    pub(super) fn is_list_item(&self, name: &TypeName) -> bool {
        self.index.api.list_items.contains(&TypePath {
            module: self.module.name.clone(),
            name: name.clone(),
        })
    }
}

fn taken(module: &Module) -> BTreeSet<&str> {
    let types = module
        .types
        .iter()
        .map(|definition| definition.name().as_str());
    let requests = module
        .operations
        .iter()
        .map(|operation| operation.request.as_str());
    let nested = module
        .operations
        .iter()
        .flat_map(|operation| &operation.types);
    types
        .chain(requests)
        .chain(nested.map(|definition| definition.name().as_str()))
        .collect()
}
