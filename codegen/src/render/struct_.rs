//! Objects that Stripe sends.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::scope::Scope;
use super::{docs, ident};
use crate::model::{DebugPolicy, Field, Outcome, Struct};

pub(super) fn render(scope: &Scope<'_>, definition: &Struct) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let item_docs = docs(&definition.docs);
    let (serialize, deserialize) = (scope.serde("Serialize"), scope.serde("Deserialize"));
    let tag = definition.object.as_ref().map(|_| {
        let tag = scope.runtime("ObjectTag");
        let default = (!definition.object_is_required).then(|| quote!(#[serde(default)]));
        quote!(#default object: #tag<Self>,)
    });
    let fields = definition
        .fields
        .iter()
        .map(|field| self::field(scope, field));
    let expect = super::expect(&definition.lints);
    let mut items = vec![
        quote! {
            #item_docs
            #expect
            #[derive(Clone, PartialEq, #serialize, #deserialize)]
            #[non_exhaustive]
            pub struct #name { #tag #(#fields)* }
        },
        debug(scope, definition),
    ];
    if let Some(object) = &definition.object {
        let tagged = scope.runtime("Tagged");
        items.push(quote! {
            impl #tagged for #name {
                const OBJECT: &'static str = #object;
            }
        });
    }
    if let Some(id) = &definition.id {
        let (object, id) = (scope.runtime("Object"), ident(id.as_str()));
        items.push(quote! {
            impl #object for #name {
                type Id = #id;

                fn id(&self) -> &#id {
                    &self.id
                }
            }
        });
    }
    items.extend(
        scope
            .outcome(&definition.name)
            .map(|outcome| self::outcome(scope, &name, outcome)),
    );
    if scope.is_list_item(&definition.name) {
        let list_item = scope.runtime("ListItem");
        let id = definition.fields.iter().find(|field| field.wire == "id");
        let cursor = match id {
            Some(field) if field.optional => quote!(self.id.as_deref()),
            _ => quote!(Some(&self.id)),
        };
        items.push(quote! {
            impl #list_item for #name {
                fn cursor(&self) -> Option<&str> {
                    #cursor
                }
            }
        });
    }
    items
}

fn outcome(scope: &Scope<'_>, name: &Ident, outcome: &Outcome) -> TokenStream {
    let (trait_, field) = (scope.runtime("Outcome"), ident(outcome.field.as_str()));
    let type_ = scope.named(&outcome.type_);
    let arms = outcome.statuses.iter().map(|status| {
        let variant = ident(status.variant.as_str());
        let is_final = match &status.condition {
            None => quote!(true),
            Some(condition) => {
                let condition = ident(condition.as_str());
                quote!(self.#condition.is_some())
            }
        };
        quote!(#type_::#variant => #is_final,)
    });
    quote! {
        impl #trait_ for #name {
            fn has_outcome(&self) -> bool {
                match self.#field {
                    #(#arms)*
                    _ => false,
                }
            }
        }
    }
}

fn field(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let name = ident(field.name.as_str());
    let docs = docs(&field.docs);
    let deprecated = field
        .deprecated
        .then(|| quote!(#[deprecated = "deprecated by Stripe"]));
    let wire = &field.wire;
    let rename = (field.name.as_str() != wire).then(|| quote!(rename = #wire));
    let optional = field
        .optional
        .then(|| quote!(default, skip_serializing_if = "Option::is_none"));
    let arguments: Vec<TokenStream> = rename.into_iter().chain(optional).collect();
    let serde = (!arguments.is_empty()).then(|| quote!(#[serde(#(#arguments),*)]));
    let type_ = scope.type_(&field.type_);
    let type_ = if field.optional {
        quote!(Option<#type_>)
    } else {
        type_
    };
    quote!(#docs #deprecated #serde pub #name: #type_,)
}

fn debug(scope: &Scope<'_>, definition: &Struct) -> TokenStream {
    let (name, fmt) = (ident(definition.name.as_str()), scope.fmt());
    let text = definition.name.as_str();
    let fields = definition.fields.iter().map(|field| {
        let (name, text) = (ident(field.name.as_str()), field.name.as_str());
        let value = match (field.debug, field.optional) {
            (DebugPolicy::Shown, _) => quote!(&self.#name),
            (DebugPolicy::Hidden, true) => {
                let redacted = scope.runtime("Redacted");
                quote!(&self.#name.as_ref().map(|_| #redacted))
            }
            (DebugPolicy::Hidden, false) => {
                let redacted = scope.runtime("Redacted");
                quote!(&#redacted)
            }
        };
        quote!(.field(#text, #value))
    });
    let object = definition.object.as_ref();
    let object = object.map(|_| quote!(.field("object", &self.object)));
    let uses_deprecated = definition
        .fields
        .iter()
        .any(|field| field.deprecated)
        .then(super::expect_deprecated);
    quote! {
        #uses_deprecated
        impl #fmt::Debug for #name {
            fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                f.debug_struct(#text)#object #(#fields)*.finish()
            }
        }
    }
}
