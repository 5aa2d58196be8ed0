//! Objects that Stripe sends.

use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::scope::Scope;
use super::{alias, ident};
use crate::model::{DebugPolicy, Field, Outcome, Struct};
use crate::names::SnakeName;

pub(super) fn render(scope: &Scope<'_>, definition: &Struct) -> Vec<TokenStream> {
    let name = ident(definition.name.as_str());
    let item_docs = scope.docs(&definition.docs);
    let tag = definition.object.as_ref().map(|_| {
        let tag = scope.runtime("ObjectTag");
        quote!(object: #tag<Self>,)
    });
    let members = definition
        .fields
        .iter()
        .map(|field| self::field(scope, field));
    let expect = super::expect(&definition.lints);
    let object = definition.object.as_deref().unwrap_or_default();
    let alias = alias(definition.name.as_str(), object);
    let mut items = vec![
        quote! {
            #item_docs
            #alias
            #expect
            #[derive(Clone, PartialEq)]
            #[non_exhaustive]
            pub struct #name { #tag #(#members)* }
        },
        table(scope, definition),
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
    // Statuses under the same condition share an arm.
    let mut arms: IndexMap<Option<&SnakeName>, Vec<Ident>> = IndexMap::new();
    for status in &outcome.statuses {
        let variants = arms.entry(status.condition.as_ref()).or_default();
        variants.push(ident(status.variant.as_str()));
    }
    let arms = arms.into_iter().map(|(condition, variants)| {
        let is_final = match condition {
            None => quote!(true),
            Some(condition) => {
                let condition = ident(condition.as_str());
                quote!(self.#condition.is_some())
            }
        };
        quote!(#(#type_::#variants)|* => #is_final,)
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
    let docs = scope.docs(&field.docs);
    let deprecated = field
        .deprecated
        .then(|| quote!(#[deprecated = "deprecated by Stripe"]));
    let type_ = scope.type_(&field.type_);
    let type_ = if field.optional {
        quote!(Option<#type_>)
    } else {
        type_
    };
    quote!(#docs #deprecated pub #name: #type_,)
}

/// How the fields are read, written and shown.
fn table(scope: &Scope<'_>, definition: &Struct) -> TokenStream {
    let object = definition.object.as_ref().map(|_| {
        let presence = if definition.object_is_required {
            "required"
        } else {
            "default"
        };
        ("object", "object", presence, DebugPolicy::Shown)
    });
    let fields = definition.fields.iter().map(|field| {
        let presence = if field.optional {
            "optional"
        } else {
            "required"
        };
        (
            field.wire.as_str(),
            field.name.as_str(),
            presence,
            field.debug,
        )
    });
    let mut fields: Vec<_> = object.into_iter().chain(fields).collect();
    fields.sort_by_key(|(wire, ..)| *wire);
    let lines = fields.into_iter().enumerate();
    let lines = lines.map(|(index, (wire, name, presence, debug))| {
        let debug = match debug {
            DebugPolicy::Shown => "shown",
            DebugPolicy::Hidden => "hidden",
        };
        format!("{presence} {index} {wire:?}: {name} {debug}")
    });
    scope
        .texts
        .table("impl_object", definition.name.as_str(), lines)
}
