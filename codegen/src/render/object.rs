//! Objects inside requests.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{debug_of_fields, ident, parameter};
use crate::model::{Parameter, ParameterObject};

pub(super) fn render(scope: &Scope<'_>, definition: &ParameterObject) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let item_docs = scope.docs(&definition.docs);
    let fields = definition
        .parameters
        .iter()
        .map(|parameter| parameter::field(scope, parameter));
    let (required, optional): (Vec<&Parameter>, Vec<&Parameter>) = definition
        .parameters
        .iter()
        .partition(|parameter| parameter.required);
    let default = required.is_empty().then(|| quote!(, Default));
    let expect = super::expect(&definition.lints);
    let item = quote! {
        #item_docs
        #expect
        #[derive(Clone, PartialEq #default)]
        #[must_use = "it is sent with the request that it is given to"]
        pub struct #name { #(#fields)* }
    };
    let constructor = constructor(scope, definition, &required, &optional);
    let setters = optional
        .iter()
        .map(|parameter| parameter::setter(scope, parameter));
    let implementation = quote!(impl #name { #constructor #(#setters)* });
    let shown = definition.parameters.iter();
    let shown = shown.map(|parameter| parameter::debug(scope, parameter));
    vec![
        item,
        implementation,
        debug_of_fields(scope, definition.name.as_str(), shown),
        form_value(scope, definition),
    ]
}

fn constructor(
    scope: &Scope<'_>,
    definition: &ParameterObject,
    required: &[&Parameter],
    optional: &[&Parameter],
) -> TokenStream {
    if required.is_empty() {
        return quote! {
            /// Creates the object with no property set.
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let names: Vec<String> = required
        .iter()
        .map(|parameter| format!("`{}`", parameter.wire))
        .collect();
    let text = format!("With {} set, which Stripe requires.", names.join(" and "));
    let docs = scope.docs(&[text]);
    let arguments = required
        .iter()
        .map(|parameter| parameter::argument(scope, parameter));
    let set = required
        .iter()
        .map(|parameter| parameter::from_argument(parameter));
    let unset = optional
        .iter()
        .map(|parameter| parameter::unset(scope, parameter));
    let expect = super::expect(&definition.function_lints);
    quote! {
        #docs
        #expect
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#set)* #(#unset)* }
        }
    }
}

fn form_value(scope: &Scope<'_>, definition: &ParameterObject) -> TokenStream {
    let name = ident(definition.name.as_str());
    let (form_value, encoder) = (scope.runtime("FormValue"), scope.runtime("FormEncoder"));
    let parameters = definition.parameters.iter().map(parameter::encode);
    let form = if definition.parameters.is_empty() {
        ident("_form")
    } else {
        ident("form")
    };
    quote! {
        impl #form_value for #name {
            fn encode(&self, #form: &mut #encoder) {
                #(#parameters)*
            }
        }
    }
}
