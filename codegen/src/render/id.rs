//! The newtype of a resource's id.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use super::scope::Scope;
use crate::model::Id;

pub(super) fn render(scope: &Scope<'_>, definition: &Id) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let docs = scope.docs(&definition.docs);
    let object_id = scope.runtime("ObjectId");
    let item = quote! {
        #docs
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(#object_id);
    };
    vec![item, quote!(stripe_runtime::impl_id!(#name);)]
}
