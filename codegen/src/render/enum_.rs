//! Open enums: the values that are known, and room for those that are not.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{alias, ident};
use crate::model::{Enum, UNKNOWN_VALUE};

pub(super) fn render(scope: &Scope<'_>, definition: &Enum) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let item_docs = scope.docs(&definition.docs);
    let variants = definition.variants.iter().map(|variant| {
        let docs = scope.docs(&[format!("`{}`", variant.wire.replace('`', "'"))]);
        let alias = alias(variant.name.as_str(), &variant.wire);
        let name = ident(variant.name.as_str());
        quote!(#docs #alias #name,)
    });
    let unknown = ident(UNKNOWN_VALUE);
    let unknown_value = scope.runtime("UnknownValue");
    let item = quote! {
        #item_docs
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that this version of the crate does not know.
            #unknown(#unknown_value),
        }
    };
    let values = definition.variants.iter();
    let values = values.map(|variant| format!("{}: {:?}", variant.name.as_str(), variant.wire));
    let table = scope
        .texts
        .table("impl_open_enum", definition.name.as_str(), values);
    vec![item, table]
}
