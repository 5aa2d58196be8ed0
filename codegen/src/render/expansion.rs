//! The paths of what a request can expand: a type for each object that they lead through.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use super::scope::Scope;
use crate::model::{Expand, Expansion, Step};

pub(super) fn render(scope: &Scope<'_>, expansion: &Expansion) -> Vec<TokenStream> {
    let (name, path) = (ident(expansion.name.as_str()), scope.expand("Path"));
    let (levels, docs) = (scope.expand("Levels"), scope.docs(&expansion.docs));
    let steps = expansion.steps.iter().map(|step| method(scope, step));
    vec![
        quote! {
            #docs
            #[must_use = "a path is expanded by the request that it is given to"]
            pub struct #name<L, E>(#path<L, E>);
        },
        quote!(stripe_runtime::impl_expansion!(#name);),
        quote! {
            impl<L: #levels, E> #name<L, E> {
                #(#steps)*
            }
        },
    ]
}

fn method(scope: &Scope<'_>, step: &Step) -> TokenStream {
    let (name, wire, docs) = (
        ident(step.name.as_str()),
        &step.wire,
        scope.docs(&step.docs),
    );
    let deeper = scope.expand("Deeper");
    let end = scope.expand(if step.is_end { "Whole" } else { "Part" });
    let (to, levels) = if step.is_list {
        (quote!(to_list), quote!(L::Items))
    } else {
        (quote!(to), quote!(L::Next))
    };
    let (type_, path) = match &step.to {
        Some(path) => {
            let type_ = scope.named(path);
            (type_.clone(), quote!(#type_::from(self.0.#to(#wire))))
        }
        None => (scope.expand("Path"), quote!(self.0.#to(#wire))),
    };
    quote! {
        #docs
        pub fn #name(&self) -> #type_<#levels, #end>
        where
            L: #deeper,
        {
            #path
        }
    }
}

/// The method `expand` of a request.
pub(super) fn setter(scope: &Scope<'_>, expand: &Expand) -> TokenStream {
    let (docs, type_) = (scope.docs(&expand.docs), scope.named(&expand.of));
    let (expansion, part) = (scope.expand("Expansion"), scope.expand("Part"));
    let (levels, text) = if expand.is_list {
        (scope.expand("Three"), quote!(of_item))
    } else {
        (scope.expand("Four"), quote!(of_response))
    };
    quote! {
        #docs
        pub fn expand<E: #expansion>(mut self, path: impl FnOnce(#type_<#levels, #part>) -> E) -> Self {
            self.expand_raw.push(stripe_runtime::expand::#text(path));
            self
        }
    }
}
