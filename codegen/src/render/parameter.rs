//! How a parameter is held, set, shown and sent; requests and nested objects share it.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{docs, ident};
use crate::model::{DebugPolicy, Parameter, Type};

/// How a parameter that need not be set is held.
enum Holding {
    /// `Option<T>`.
    Option,
    /// By itself: empty or unset, it sends nothing.
    Itself,
}

fn holding(parameter: &Parameter) -> Holding {
    match parameter.type_ {
        _ if parameter.required => Holding::Itself,
        Type::Array(_) | Type::Map(_) | Type::Clearable(_) => Holding::Itself,
        _ => Holding::Option,
    }
}

/// `name: Type,` in the struct.
pub(super) fn field(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, type_) = (
        ident(parameter.name.as_str()),
        scope.type_(&parameter.type_),
    );
    match holding(parameter) {
        Holding::Option => quote!(#name: Option<#type_>,),
        Holding::Itself => quote!(#name: #type_,),
    }
}

/// `name: impl Into<Type>` in a signature.
pub(super) fn argument(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    let type_ = argument_type(scope, &parameter.type_);
    quote!(#name: #type_)
}

fn argument_type(scope: &Scope<'_>, type_: &Type) -> TokenStream {
    let tokens = scope.type_(type_);
    match type_ {
        type_ if scope.converts(type_) => quote!(impl Into<#tokens>),
        Type::Array(item) => {
            let item = argument_type(scope, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        Type::Map(value) => {
            let value = argument_type(scope, value);
            quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)
        }
        _ => tokens,
    }
}

/// From the argument to what is held.
fn conversion(scope: &Scope<'_>, type_: &Type, value: &TokenStream) -> TokenStream {
    match type_ {
        type_ if scope.converts(type_) => quote!(#value.into()),
        Type::Array(item) => {
            let converted = conversion(scope, item, &quote!(item));
            match &**item {
                item if scope.converts(item) => {
                    quote!(#value.into_iter().map(Into::into).collect())
                }
                Type::Array(_) | Type::Map(_) => {
                    quote!(#value.into_iter().map(|item| #converted).collect())
                }
                _ => quote!(#value.into_iter().collect()),
            }
        }
        Type::Map(inner) => {
            let converted = conversion(scope, inner, &quote!(value));
            quote!(#value.into_iter().map(|(key, value)| (key.into(), #converted)).collect())
        }
        _ => value.clone(),
    }
}

/// The value of the field where an argument sets it.
pub(super) fn from_argument(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    let value = conversion(scope, &parameter.type_, &quote!(#name));
    // `name: name` is written `name`.
    if name == value.to_string() {
        quote!(#name,)
    } else {
        quote!(#name: #value,)
    }
}

/// The value of the field before a setter sets it.
pub(super) fn unset(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    match (holding(parameter), &parameter.type_) {
        (Holding::Option, _) => quote!(#name: None,),
        (Holding::Itself, Type::Array(_)) => quote!(#name: Vec::new(),),
        (Holding::Itself, Type::Clearable(_)) => {
            let clearable = scope.runtime("Clearable");
            quote!(#name: #clearable::Unset,)
        }
        (Holding::Itself, _) => {
            let map = scope.collections("BTreeMap");
            quote!(#name: #map::new(),)
        }
    }
}

/// The method that sets a parameter.
pub(super) fn setter(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    let docs = docs(&parameter.docs);
    let deprecated = parameter
        .deprecated
        .then(|| quote!(#[deprecated = "Stripe will remove it."]));
    let argument = argument(scope, parameter);
    let value = conversion(scope, &parameter.type_, &quote!(#name));
    let value = match holding(parameter) {
        Holding::Option => quote!(Some(#value)),
        Holding::Itself => value,
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #argument) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// `.field("name", …)` in `Debug`.
pub(super) fn debug(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, text) = (ident(parameter.name.as_str()), parameter.name.as_str());
    let value = match (parameter.debug, holding(parameter)) {
        (DebugPolicy::Shown, _) => quote!(&self.#name),
        (DebugPolicy::Hidden, Holding::Option) => {
            let redacted = scope.runtime("Redacted");
            quote!(&self.#name.as_ref().map(|_| #redacted))
        }
        (DebugPolicy::Hidden, Holding::Itself) => {
            let redacted = scope.runtime("Redacted");
            quote!(&#redacted)
        }
    };
    quote!(.field(#text, #value))
}

/// `form.parameter("name", …);` where the request is encoded.
pub(super) fn encode(parameter: &Parameter) -> TokenStream {
    let (name, wire) = (ident(parameter.name.as_str()), &parameter.wire);
    quote!(form.parameter(#wire, &self.#name);)
}
