//! One of several types.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use super::scope::Scope;
use crate::model::{DebugPolicy, Direction, Type, UNKNOWN_VALUE, Union, UnionVariant};
use crate::prose::first_article;

pub(super) fn render(scope: &Scope<'_>, definition: &Union) -> Vec<TokenStream> {
    let mut items = vec![enum_(scope, definition), debug(scope, definition)];
    match definition.direction {
        Direction::Request => {
            items.push(form_value(scope, definition));
            items.extend(
                definition
                    .variants
                    .iter()
                    .flat_map(|variant| from(scope, definition, variant)),
            );
        }
        Direction::Response => {
            items.extend([serialize(scope, definition), deserialize(scope, definition)]);
            items.extend(
                scope
                    .is_list_item(&definition.name)
                    .then(|| list_item(scope, definition)),
            );
        }
    }
    items
}

fn enum_(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let name = ident(definition.name.as_str());
    let item_docs = scope.docs(&definition.docs);
    let variants = definition.variants.iter().map(|variant| {
        let name = ident(variant.name.as_str());
        let type_ = scope.type_(&variant.type_);
        let type_ = if variant.boxed {
            quote!(Box<#type_>)
        } else {
            type_
        };
        let docs = if variant.docs.is_empty() {
            let name = variant.name.as_str();
            scope.docs(&[format!("{} `{name}`.", first_article(name))])
        } else {
            scope.docs(&variant.docs)
        };
        quote!(#docs #name(#type_),)
    });
    let unknown = (definition.direction == Direction::Response).then(|| {
        let (name, json) = (ident(UNKNOWN_VALUE), scope.runtime("Json"));
        quote! {
            /// A value that is none of the others.
            #name(#json),
        }
    });
    quote! {
        #item_docs
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* #unknown }
    }
}

fn debug(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let hidden = |text: &str| {
        let redacted = scope.runtime("Redacted");
        quote!(f.debug_tuple(#text).field(&#redacted).finish())
    };
    let arms = definition.variants.iter().map(|variant| {
        let (name, text) = (ident(variant.name.as_str()), variant.name.as_str());
        match variant.debug {
            DebugPolicy::Shown => {
                quote!(Self::#name(value) => f.debug_tuple(#text).field(value).finish(),)
            }
            DebugPolicy::Hidden => {
                let hidden = hidden(text);
                quote!(Self::#name(_) => #hidden,)
            }
        }
    });
    let unknown = (definition.direction == Direction::Response).then(|| {
        let (name, hidden) = (ident(UNKNOWN_VALUE), hidden(UNKNOWN_VALUE));
        quote!(Self::#name(_) => #hidden,)
    });
    let body = quote!(match self { #(#arms)* #unknown });
    super::debug(scope, definition.name.as_str(), &body)
}

fn form_value(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let name = ident(definition.name.as_str());
    let (form_value, encoder) = (scope.runtime("FormValue"), scope.runtime("FormEncoder"));
    let arms = definition.variants.iter().map(|variant| {
        let name = ident(variant.name.as_str());
        quote!(Self::#name(value) => #form_value::encode(value, form),)
    });
    quote! {
        impl #form_value for #name {
            fn encode(&self, form: &mut #encoder) {
                match self { #(#arms)* }
            }
        }
    }
}

fn from(scope: &Scope<'_>, definition: &Union, variant: &UnionVariant) -> Vec<TokenStream> {
    let (name, variant_name) = (
        ident(definition.name.as_str()),
        ident(variant.name.as_str()),
    );
    let type_ = scope.type_(&variant.type_);
    let value = if variant.boxed {
        quote!(Box::new(value))
    } else {
        quote!(value)
    };
    let mut items = vec![quote! {
        impl From<#type_> for #name {
            fn from(value: #type_) -> Self {
                Self::#variant_name(#value)
            }
        }
    }];
    if variant.type_ == Type::String {
        items.push(quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    Self::#variant_name(value.to_owned())
                }
            }
        });
    }
    items
}

fn list_item(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let (name, list_item, json) = (
        ident(definition.name.as_str()),
        scope.runtime("ListItem"),
        scope.runtime("Json"),
    );
    let arms = definition.variants.iter().map(|variant| {
        let name = ident(variant.name.as_str());
        if variant.type_ == Type::String {
            quote!(Self::#name(id) => Some(id),)
        } else {
            quote!(Self::#name(item) => #list_item::cursor(&**item),)
        }
    });
    let unknown = ident(UNKNOWN_VALUE);
    quote! {
        impl #list_item for #name {
            fn cursor(&self) -> Option<&str> {
                match self {
                    #(#arms)*
                    Self::#unknown(item) => item.get("id").and_then(#json::as_str),
                }
            }
        }
    }
}

fn serialize(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let (name, serialize) = (ident(definition.name.as_str()), scope.serde("Serialize"));
    let serializer = scope.serde("Serializer");
    let variants = definition
        .variants
        .iter()
        .map(|variant| ident(variant.name.as_str()));
    let variants = variants.chain([ident(UNKNOWN_VALUE)]);
    quote! {
        impl #serialize for #name {
            fn serialize<S: #serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { #(Self::#variants(value) => #serialize::serialize(value, serializer),)* }
            }
        }
    }
}

/// An object is told by its `object`; what has none is tried in turn.
fn deserialize(scope: &Scope<'_>, definition: &Union) -> TokenStream {
    let (name, deserialize) = (ident(definition.name.as_str()), scope.serde("Deserialize"));
    let (deserializer, json) = (scope.serde("Deserializer"), scope.runtime("Json"));
    let unknown = ident(UNKNOWN_VALUE);
    let attempts = definition.variants.iter().map(|variant| {
        let name = ident(variant.name.as_str());
        let object = variant
            .object
            .as_ref()
            .map(|object| quote!(object == Some(#object) &&));
        quote! {
            if #object let Ok(value) = #deserialize::deserialize(&value) {
                return Ok(Self::#name(value));
            }
        }
    });
    let object = definition
        .variants
        .iter()
        .any(|variant| variant.object.is_some())
        .then(|| quote!(let object = value.get("object").and_then(#json::as_str);));
    quote! {
        impl<'de> #deserialize<'de> for #name {
            fn deserialize<D: #deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <#json as #deserialize>::deserialize(deserializer)?;
                #object
                #(#attempts)*
                Ok(Self::#unknown(value))
            }
        }
    }
}
