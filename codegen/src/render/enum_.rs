//! Open enums: the values that are known, and room for those that are not.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{alias, ident};
use crate::model::{Enum, UNKNOWN_VALUE};

pub(super) fn render(scope: &Scope<'_>, definition: &Enum) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let item_docs = scope.docs(&definition.docs);
    let names: Vec<_> = definition
        .variants
        .iter()
        .map(|variant| ident(variant.name.as_str()))
        .collect();
    let wires: Vec<&str> = definition
        .variants
        .iter()
        .map(|variant| variant.wire.as_str())
        .collect();
    let variant_docs = wires
        .iter()
        .map(|wire| scope.docs(&[format!("`{}`", wire.replace('`', "'"))]));
    let aliases = definition
        .variants
        .iter()
        .map(|variant| alias(variant.name.as_str(), &variant.wire));
    let first = wires.first().copied().unwrap_or_default();
    let unknown = ident(UNKNOWN_VALUE);
    let unknown_value = scope.runtime("UnknownValue");
    let item = quote! {
        #item_docs
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #aliases #names,)*
            /// A value that this version of the crate does not know.
            #unknown(#unknown_value),
        }
    };
    let as_str = quote! {
        impl #name {
            /// The value as Stripe writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#names => #wires,)*
                    Self::#unknown(value) => value.as_str(),
                }
            }
        }
    };
    let from = quote! {
        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#wires => Self::#names,)*
                    _ => Self::#unknown(#unknown_value::new(value)),
                }
            }
        }
    };
    vec![
        item,
        as_str,
        from,
        quote!(stripe_runtime::impl_open_enum!(#name, #first);),
    ]
}
