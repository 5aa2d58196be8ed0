//! How a parameter is held, set, shown and sent; requests and nested objects share it.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use super::scope::Scope;
use crate::model::{Argument, DebugPolicy, Holding, Parameter, Type};

/// `name: Type,` in the struct.
pub(super) fn field(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, type_) = (
        ident(parameter.name.as_str()),
        scope.type_(&parameter.type_),
    );
    match parameter.holding {
        Holding::Option => quote!(#name: Option<#type_>,),
        Holding::Itself => quote!(#name: #type_,),
    }
}

/// `name: impl Into<Type>` in a signature.
pub(super) fn argument(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    let type_ = argument_type(scope, &parameter.type_, &parameter.argument);
    quote!(#name: #type_)
}

fn argument_type(scope: &Scope<'_>, type_: &Type, argument: &Argument) -> TokenStream {
    match (type_, argument) {
        (Type::Array(item), Argument::Items(argument) | Argument::MoreItems(argument)) => {
            let item = argument_type(scope, item, argument);
            quote!(impl IntoIterator<Item = #item>)
        }
        (Type::Map(value), Argument::Entries(argument)) => {
            let value = argument_type(scope, value, argument);
            quote!(impl IntoIterator<Item = (impl Into<String>, #value)>)
        }
        (type_, Argument::Into) => {
            let type_ = scope.type_(type_);
            quote!(impl Into<#type_>)
        }
        (type_, _) => scope.type_(type_),
    }
}

/// From the argument to what is held.
fn conversion(argument: &Argument, value: &TokenStream) -> TokenStream {
    match argument {
        Argument::Exact => value.clone(),
        Argument::Into => quote!(#value.into()),
        Argument::Items(item) | Argument::MoreItems(item) => match &**item {
            Argument::Exact => quote!(#value.into_iter().collect()),
            Argument::Into => quote!(#value.into_iter().map(Into::into).collect()),
            item => {
                let converted = conversion(item, &quote!(item));
                quote!(#value.into_iter().map(|item| #converted).collect())
            }
        },
        Argument::Entries(entry) => {
            let converted = conversion(entry, &quote!(value));
            quote!(#value.into_iter().map(|(key, value)| (key.into(), #converted)).collect())
        }
    }
}

/// The value of the field where an argument sets it.
pub(super) fn from_argument(parameter: &Parameter) -> TokenStream {
    let name = ident(parameter.name.as_str());
    let value = conversion(&parameter.argument, &quote!(#name));
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
    match (parameter.holding, &parameter.type_) {
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
    let docs = scope.docs(&parameter.docs);
    let deprecated = parameter
        .deprecated
        .then(|| quote!(#[deprecated = "deprecated by Stripe"]));
    let argument = argument(scope, parameter);
    let value = conversion(&parameter.argument, &quote!(#name));
    let set = match (parameter.holding, &parameter.argument) {
        (Holding::Option, _) => quote!(self.#name = Some(#value)),
        (Holding::Itself, Argument::MoreItems(_)) => {
            quote!(self.#name.extend(#name.into_iter().map(Into::into)))
        }
        (Holding::Itself, _) => quote!(self.#name = #value),
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #argument) -> Self {
            #set;
            self
        }
    }
}

/// `.field("name", …)` in `Debug`.
pub(super) fn debug(scope: &Scope<'_>, parameter: &Parameter) -> TokenStream {
    let (name, text) = (ident(parameter.name.as_str()), parameter.name.as_str());
    let value = match (parameter.debug, parameter.holding) {
        (DebugPolicy::Shown, _) => quote!(&self.#name),
        (DebugPolicy::Hidden, Holding::Option) => {
            let redacted = scope.runtime("Redacted");
            quote!(&#redacted::if_some(&self.#name))
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
