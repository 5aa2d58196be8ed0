//! The fifth stage: the model becomes tokens. Nothing is decided here.

mod crate_root;
mod enum_;
mod example;
mod expansion;
mod id;
mod object;
mod operation;
mod parameter;
mod scope;
mod struct_;
mod texts;
mod union;
mod webhook;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Api, EventEnum, Lint, Module, Operation, TypeDefinition, TypePath};
use crate::names::{SnakeName, TypeName};
use scope::Scope;
pub(crate) use texts::Texts;

/// One file.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path below `src`.
    pub(crate) path: String,
    /// What stands before all items: inner documentation and imports.
    pub(crate) head: TokenStream,
    /// Its items, in order.
    pub(crate) items: Vec<TokenStream>,
    /// What the marks in its head and items stand for.
    pub(crate) texts: Texts,
}

/// A client, and every type of it by its place.
#[derive(Debug)]
struct Index<'a> {
    api: &'a Api,
    types: BTreeMap<TypePath, &'a TypeDefinition>,
}

impl<'a> Index<'a> {
    fn new(api: &'a Api) -> Self {
        let types = api.types().map(|(path, definition, _)| (path, definition));
        Self {
            api,
            types: types.collect(),
        }
    }

    fn type_(&self, path: &TypePath) -> Option<&'a TypeDefinition> {
        self.types.get(path).copied()
    }
}

/// The files of a client, each of which is rendered by itself, in any order and on any thread.
#[derive(Debug)]
pub(crate) struct Files<'a> {
    index: Index<'a>,
    /// Markdown for the front page, behind what it says by itself.
    guide: Option<&'a str>,
    sources: Vec<Source<'a>>,
}

/// What a file is made of.
#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Root,
    Webhook(&'a EventEnum),
    Module(&'a Module),
    /// A file of types of a module.
    Types(&'a Module, &'a SnakeName, &'a BTreeSet<TypeName>),
    Operation(&'a Module, &'a Operation),
}

impl<'a> Files<'a> {
    /// The files of a client whose front page ends with a guide.
    pub(crate) fn of(api: &'a Api, guide: Option<&'a str>) -> Self {
        let modules = api.modules.iter().flat_map(|module| {
            let operations = module.operations.iter();
            let files = module.files.iter();
            std::iter::once(Source::Module(module))
                .chain(files.map(move |(name, types)| Source::Types(module, name, types)))
                .chain(operations.map(move |operation| Source::Operation(module, operation)))
        });
        let sources = std::iter::once(Source::Root)
            .chain(api.events.as_ref().map(Source::Webhook))
            .chain(modules);
        Self {
            index: Index::new(api),
            guide,
            sources: sources.collect(),
        }
    }

    /// How many there are.
    pub(crate) fn number(&self) -> usize {
        self.sources.len()
    }

    /// Renders one of them: some thousands of tokens, which nobody needs twice.
    pub(crate) fn render(&self, at: usize) -> Option<File> {
        let index = &self.index;
        Some(match *self.sources.get(at)? {
            Source::Root => crate_root::render(index, self.guide),
            Source::Webhook(events) => webhook::render(index.api, events),
            Source::Module(module) => module_file(index, module),
            Source::Types(module, name, types) => types_file(index, module, name, types),
            Source::Operation(module, operation) => operation_file(index, module, operation),
        })
    }
}

fn module_file(index: &Index<'_>, module: &Module) -> File {
    let scope = Scope::module(index, module);
    let submodules = module.operations.iter().map(|operation| {
        let name = ident(operation.name.as_str());
        quote!(mod #name;)
    });
    let exports = module.operations.iter().map(|operation| {
        let name = ident(operation.name.as_str());
        let request = ident(operation.request.as_str());
        let types = operation
            .types
            .iter()
            .map(|definition| ident(definition.name().as_str()));
        let expect = operation.deprecated.then(expect_deprecated);
        // A search finds aliases at the function's public name only.
        let aliases = operation.aliases();
        quote! {
            #[doc(#(alias = #aliases),*)]
            #expect
            pub use self::#name::#name;
            pub use self::#name::{#request, #(#types),*};
        }
    });
    let files = module.files.keys().map(|name| ident(name.as_str()));
    let files: Vec<Ident> = files.collect();
    let types = quote!(#(mod #files;)* #(pub use self::#files::*;)*);
    let declarations: TokenStream = std::iter::once(types)
        .chain(submodules)
        .chain(exports)
        .collect();
    let here = module.types.iter().filter(|_| module.files.is_empty());
    let items = here.flat_map(|definition| type_(&scope, definition));
    let items = items.collect();
    let (docs, imports) = (scope.texts.inner(&module.docs), scope.imports());
    File {
        path: format!("{}.rs", module.name.as_str()),
        head: quote! { #docs #imports #declarations },
        items,
        texts: scope.texts,
    }
}

fn types_file(
    index: &Index<'_>,
    module: &Module,
    name: &SnakeName,
    types: &BTreeSet<TypeName>,
) -> File {
    let scope = Scope::types(index, module, types);
    let here = module.types.iter();
    let here = here.filter(|definition| types.contains(definition.name()));
    let items = here.flat_map(|definition| type_(&scope, definition));
    let items = items.collect();
    File {
        path: format!("{}/{}.rs", module.name.as_str(), name.as_str()),
        head: scope.imports(),
        items,
        texts: scope.texts,
    }
}

fn operation_file(index: &Index<'_>, module: &Module, operation: &Operation) -> File {
    let scope = Scope::operation(index, module, operation);
    let mut items = operation::render(&scope, operation);
    items.extend(
        operation
            .types
            .iter()
            .flat_map(|definition| type_(&scope, definition)),
    );
    File {
        path: format!("{}/{}.rs", module.name.as_str(), operation.name.as_str()),
        head: scope.imports(),
        items,
        texts: scope.texts,
    }
}

fn type_(scope: &Scope<'_>, definition: &TypeDefinition) -> Vec<TokenStream> {
    if let Some(other_name) = other_name(scope, definition) {
        return vec![other_name];
    }
    match definition {
        TypeDefinition::Struct(definition) => struct_::render(scope, definition),
        TypeDefinition::Parameters(definition) => object::render(scope, definition),
        TypeDefinition::Union(definition) => union::render(scope, definition),
        TypeDefinition::Enum(definition) => enum_::render(scope, definition),
        TypeDefinition::Id(definition) => id::render(scope, definition),
        TypeDefinition::Expansion(definition) => expansion::render(scope, definition),
    }
}

/// Another name for a type that is the same.
fn other_name(scope: &Scope<'_>, definition: &TypeDefinition) -> Option<TokenStream> {
    let path = TypePath {
        module: scope.module.name.clone(),
        name: definition.name().clone(),
    };
    let same = scope.named(scope.index.api.aliases.get(&path)?);
    let (name, docs) = (ident(path.name.as_str()), scope.docs(definition.docs()));
    Some(quote!(#docs pub type #name = #same;))
}

/// For the places where the crate itself names what it marks as deprecated.
fn expect_deprecated() -> TokenStream {
    quote!(#[expect(deprecated, reason = "it is offered for as long as Stripe offers it")])
}

/// For what clippy would have otherwise, and Stripe has not.
fn expect(lints: &[Lint]) -> TokenStream {
    let attributes = lints.iter().map(|lint| {
        let (name, reason) = match lint {
            Lint::Bools => ("struct_excessive_bools", "Stripe's object has them"),
            Lint::FieldNames => ("struct_field_names", "they are called as Stripe calls them"),
            Lint::Arguments => ("too_many_arguments", "Stripe requires them"),
            Lint::BoolArguments => ("fn_params_excessive_bools", "Stripe requires them"),
        };
        let name = ident(name);
        quote!(#[expect(clippy::#name, reason = #reason)])
    });
    attributes.collect()
}

/// The implementation of `Debug` for a type, with the body of `fmt`.
fn debug(scope: &Scope<'_>, name: &str, body: &TokenStream) -> TokenStream {
    let (name, fmt) = (ident(name), scope.fmt());
    quote! {
        impl #fmt::Debug for #name {
            fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                #body
            }
        }
    }
}

/// The implementation of `Debug` for a struct, with a call for each field.
fn debug_of_fields(
    scope: &Scope<'_>,
    name: &str,
    fields: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    debug(
        scope,
        name,
        &quote!(f.debug_struct(#name)#(#fields)*.finish()),
    )
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// What Stripe calls the item that follows, for a search.
fn alias(rust: &str, wire: &str) -> Option<TokenStream> {
    crate::model::alias(rust, wire).map(|wire| quote!(#[doc(alias = #wire)]))
}
