//! What a file sees, and what it therefore imports.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Index, ident};
use crate::model::{Module, Operation, Type, TypePath};
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
    imports: RefCell<BTreeSet<(&'static str, String)>>,
}

impl<'a> Scope<'a> {
    pub(super) fn module(index: &'a Index<'a>, module: &'a Module) -> Self {
        Self {
            index,
            module,
            own: None,
            taken: taken(module),
            imports: RefCell::default(),
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
        }
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
    fn import(&self, library: &'static str, name: &str) -> TokenStream {
        let name_ident = ident(name);
        if self.taken.contains(name) {
            let mut path = TokenStream::new();
            for (index, part) in library.split("::").enumerate() {
                let part = ident(part);
                path.extend(if index == 0 {
                    quote!(#part)
                } else {
                    quote!(::#part)
                });
            }
            return quote!(#path::#name_ident);
        }
        self.imports.borrow_mut().insert((library, name.to_owned()));
        quote!(#name_ident)
    }

    /// A name of the runtime.
    pub(super) fn runtime(&self, name: &str) -> TokenStream {
        self.import("stripe_runtime", name)
    }

    pub(super) fn serde(&self, name: &str) -> TokenStream {
        self.import("serde", name)
    }

    /// `std::fmt`.
    pub(super) fn fmt(&self) -> TokenStream {
        self.imports.borrow_mut().insert(("std", "fmt".to_owned()));
        quote!(fmt)
    }

    pub(super) fn borrow(&self, name: &str) -> TokenStream {
        self.import("std::borrow", name)
    }

    pub(super) fn collections(&self, name: &str) -> TokenStream {
        self.import("std::collections", name)
    }

    /// The `use` items for everything that was named so far.
    pub(super) fn imports(&self) -> TokenStream {
        let imports = self.imports.borrow();
        let libraries: BTreeSet<&str> = imports.iter().map(|(library, _)| *library).collect();
        // The standard library first, then others, then what is near.
        let rank = |library: &str| match library {
            library if library.starts_with("std") => 0,
            "super" => 2,
            _ => 1,
        };
        let mut libraries: Vec<&str> = libraries.into_iter().collect();
        libraries.sort_by_key(|library| (rank(library), *library));
        let uses = libraries.into_iter().map(|library| {
            let names: Vec<_> = imports
                .iter()
                .filter(|(from, _)| *from == library)
                .map(|(_, name)| ident(name))
                .collect();
            let mut path = TokenStream::new();
            for (index, part) in library.split("::").enumerate() {
                let part = ident(part);
                path.extend(if index == 0 {
                    quote!(#part)
                } else {
                    quote!(::#part)
                });
            }
            match names.as_slice() {
                [only] => quote!(use #path::#only;),
                names => quote!(use #path::{#(#names),*};),
            }
        });
        uses.collect()
    }

    /// A type of the client.
    pub(super) fn named(&self, path: &TypePath) -> TokenStream {
        let name = ident(path.name.as_str());
        if path.module != self.module.name {
            let (root, module) = (self.root(), ident(path.module.as_str()));
            return quote!(#root::#module::#name);
        }
        if let Some(own) = &self.own
            && !own.contains(path.name.as_str())
        {
            self.imports
                .borrow_mut()
                .insert(("super", path.name.as_str().to_owned()));
        }
        quote!(#name)
    }

    /// A type as it stands in a field.
    pub(super) fn type_(&self, type_: &Type) -> TokenStream {
        match type_ {
            Type::Boolean => quote!(bool),
            Type::Integer => quote!(i64),
            Type::Number => quote!(f64),
            Type::String => quote!(String),
            Type::Timestamp => self.runtime("Timestamp"),
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
            Type::List(item) => {
                let (list, item) = (self.runtime("List"), self.type_(item));
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
