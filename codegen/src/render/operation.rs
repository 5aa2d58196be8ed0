//! Operations: a function that makes a request, and the request.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::example;
use super::scope::Scope;
use super::{debug_of_fields, expansion, ident, parameter};
use crate::model::{Body, ListKind, Operation, Parameter, PathParameter, Type};

pub(super) fn render(scope: &Scope<'_>, operation: &Operation) -> Vec<TokenStream> {
    let mut items = vec![function(scope, operation), request(scope, operation)];
    items.extend(setters(scope, operation));
    items.extend([
        common(scope, operation),
        debug(scope, operation),
        implementation(scope, operation),
    ]);
    items
}

fn function(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let (name, request) = (
        ident(operation.name.as_str()),
        ident(operation.request.as_str()),
    );
    let mut paragraphs = operation.docs.clone();
    paragraphs.extend(
        operation
            .path_parameters
            .iter()
            .flat_map(|parameter| parameter.docs.clone()),
    );
    paragraphs.push(format!("# Example\n\n{}", example(scope, operation)));
    let docs = scope.docs(&paragraphs);
    let deprecated = operation
        .deprecated
        .then(|| quote!(#[deprecated = "deprecated by Stripe"]));
    let ids = operation.path_parameters.iter().map(|parameter| {
        let (name, id) = (ident(parameter.name.as_str()), id(scope, parameter));
        let invalid = scope.runtime("InvalidArgument");
        quote!(#name: impl TryInto<#id, Error: Into<#invalid>>)
    });
    let (required, optional): (Vec<&Parameter>, Vec<&Parameter>) = operation
        .parameters
        .iter()
        .partition(|parameter| parameter.required);
    let required_arguments = required
        .iter()
        .map(|parameter| parameter::argument(scope, parameter));
    let checked = operation.path_parameters.iter().map(|parameter| {
        let (name, text) = (ident(parameter.name.as_str()), parameter.name.as_str());
        quote!(#name: stripe_runtime::path_parameter(#text, #name),)
    });
    let set = required
        .iter()
        .map(|parameter| parameter::from_argument(parameter));
    let unset = optional
        .iter()
        .map(|parameter| parameter::unset(scope, parameter));
    let options = scope.runtime("RequestOptions");
    let expect = super::expect(&operation.function_lints);
    quote! {
        #docs
        #deprecated
        #expect
        pub fn #name(#(#ids,)* #(#required_arguments),*) -> #request {
            #request { #(#checked)* #(#set)* #(#unset)* request_options: #options::new() }
        }
    }
}

fn id(scope: &Scope<'_>, parameter: &PathParameter) -> TokenStream {
    match &parameter.id {
        Some(path) => scope.named(path),
        None => scope.runtime("ObjectId"),
    }
}

fn request(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let request = ident(operation.request.as_str());
    let text = format!(
        "The request returned by [`{}`]({}()); see there for an example.",
        operation.name.as_str(),
        operation.name.as_str()
    );
    let docs = scope.docs(&[text]);
    let ids = operation.path_parameters.iter().map(|parameter| {
        let (name, id) = (ident(parameter.name.as_str()), id(scope, parameter));
        let invalid = scope.runtime("InvalidArgument");
        quote!(#name: Result<#id, #invalid>,)
    });
    let fields = operation
        .parameters
        .iter()
        .map(|parameter| parameter::field(scope, parameter));
    let options = scope.runtime("RequestOptions");
    let expect = super::expect(&operation.lints);
    quote! {
        #docs
        #expect
        #[derive(Clone)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct #request { #(#ids)* #(#fields)* request_options: #options }
    }
}

fn setters(scope: &Scope<'_>, operation: &Operation) -> Option<TokenStream> {
    let request = ident(operation.request.as_str());
    let optional = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.required);
    let expand = operation
        .expand
        .iter()
        .map(|expand| expansion::setter(scope, expand));
    let setters: Vec<_> = expand
        .chain(optional.map(|parameter| parameter::setter(scope, parameter)))
        .collect();
    (!setters.is_empty()).then(|| {
        quote! {
            impl #request {
                #(#setters)*
            }
        }
    })
}

/// What every request has, by a macro of the runtime.
fn common(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let request = ident(operation.request.as_str());
    if let (Some(item), Type::List(kind, _)) = (&operation.pages, &operation.response) {
        let item = scope.type_(item);
        let macro_ = ident(match kind {
            ListKind::Cursor => "impl_list_request",
            ListKind::Search => "impl_search_request",
            ListKind::Url => "impl_v2_list_request",
        });
        quote!(stripe_runtime::#macro_!(#request, #item);)
    } else {
        let output = scope.type_(&operation.response);
        let wait = operation.waits_for.as_ref().map(|text| {
            let text = format!(" {text}");
            quote!(stripe_runtime::impl_wait!(#request, #output, #text);)
        });
        quote! {
            stripe_runtime::impl_request!(#request, #output);
            #wait
        }
    }
}

fn debug(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let ids = operation.path_parameters.iter().map(|parameter| {
        let (name, text) = (ident(parameter.name.as_str()), parameter.name.as_str());
        quote!(.field(#text, &self.#name))
    });
    let parameters = operation.parameters.iter();
    let parameters = parameters.map(|parameter| parameter::debug(scope, parameter));
    let options = quote!(.field("request_options", &self.request_options));
    let fields = ids.chain(parameters).chain([options]);
    debug_of_fields(scope, operation.request.as_str(), fields)
}

fn implementation(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let request = ident(operation.request.as_str());
    let output = scope.type_(&operation.response);
    let (trait_, api, root) = (
        scope.runtime("Operation"),
        scope.runtime("Api"),
        scope.root(),
    );
    let (method_type, method) = (scope.runtime("Method"), ident(operation.method.as_str()));
    let (cow, invalid) = (scope.borrow("Cow"), scope.runtime("InvalidArgument"));
    let template = operation.path_template();
    let path = path(scope, operation);
    let (in_query, others): (Vec<&Parameter>, Vec<&Parameter>) = operation
        .parameters
        .iter()
        .partition(|parameter| parameter.in_query);
    let parameters = others.iter().map(|parameter| parameter::encode(parameter));
    let form = if others.is_empty() {
        ident("_form")
    } else {
        ident("form")
    };
    let (encoder, options) = (
        scope.runtime("FormEncoder"),
        scope.runtime("RequestOptions"),
    );
    let base_url = operation
        .base_url
        .as_ref()
        .map(|url| quote!(const BASE_URL: Option<&'static str> = Some(#url);));
    let body = (operation.body != Body::Form).then(|| {
        let (format, body) = (scope.runtime("BodyFormat"), ident(operation.body.as_str()));
        quote!(const BODY: #format = #format::#body;)
    });
    let accept = operation
        .accept
        .as_ref()
        .map(|accept| quote!(const ACCEPT: &'static str = #accept;));
    let query = (!in_query.is_empty()).then(|| {
        let parameters = in_query
            .iter()
            .map(|parameter| parameter::encode(parameter));
        quote! {
            fn query(&self, form: &mut #encoder) {
                #(#parameters)*
            }
        }
    });
    let read = operation.accept.as_ref().map(|_| {
        let download = scope.runtime("Download");
        quote! {
            fn read(
                body: stripe_runtime::bytes::Bytes,
            ) -> Result<Self::Output, stripe_runtime::bytes::Bytes> {
                Ok(#download::new(body))
            }
        }
    });
    quote! {
        impl #trait_ for #request {
            type Output = #output;

            const API: &'static #api = &#root::API;
            const METHOD: #method_type = #method_type::#method;
            const PATH: &'static str = #template;
            #base_url
            #body
            #accept

            fn path(&self) -> Result<#cow<'static, str>, #invalid> {
                #path
            }

            fn parameters(&self, #form: &mut #encoder) {
                #(#parameters)*
            }

            #query

            fn options(&self) -> &#options {
                &self.request_options
            }

            #read
        }
    }
}

/// What makes the path.
fn path(scope: &Scope<'_>, operation: &Operation) -> TokenStream {
    let cow = scope.borrow("Cow");
    if operation.path_parameters.is_empty() {
        quote!(Ok(#cow::Borrowed(Self::PATH)))
    } else {
        let names: Vec<_> = operation
            .path_parameters
            .iter()
            .map(|parameter| ident(parameter.name.as_str()))
            .collect();
        let format = operation.path_text(|wire| {
            let parameter = operation
                .path_parameters
                .iter()
                .find(|parameter| parameter.wire == wire);
            format!(
                "{{{}}}",
                parameter.map_or(wire, |parameter| parameter.name.as_str())
            )
        });
        quote! {
            #(let #names = stripe_runtime::path_segment(&self.#names)?;)*
            Ok(#cow::Owned(format!(#format)))
        }
    }
}
