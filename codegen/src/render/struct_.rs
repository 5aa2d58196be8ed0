//! Objects that Stripe sends.

use indexmap::IndexMap;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::scope::Scope;
use super::{alias, debug_of_fields, ident};
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
        debug(scope, definition),
        quote!(stripe_runtime::impl_object!(#name);),
        fields(scope, definition),
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

/// What reads and writes the fields; they are known by their index while they are read.
fn fields(scope: &Scope<'_>, definition: &Struct) -> TokenStream {
    let name = ident(definition.name.as_str());
    let text = definition.name.as_str();
    let (object_fields, read_fields, write_fields) = (
        scope.runtime("ObjectFields"),
        scope.runtime("ReadFields"),
        scope.runtime("WriteFields"),
    );
    let object = definition.object.as_ref().map(|_| Member {
        name: ident("object"),
        wire: "object",
        kind: if definition.object_is_required {
            Kind::Required
        } else {
            Kind::Default
        },
    });
    let members = definition.fields.iter().map(|field| Member {
        name: ident(field.name.as_str()),
        wire: &field.wire,
        kind: if field.optional {
            Kind::Optional
        } else {
            Kind::Required
        },
    });
    let mut members: Vec<Member<'_>> = object.into_iter().chain(members).collect();
    members.sort_by_key(|member| member.wire);
    let wires = members.iter().map(|member| member.wire);
    let variables = (0..members.len()).map(|index| ident(&format!("f{index}")));
    let variables: Vec<_> = variables.collect();
    let indices = (0..members.len()).map(Literal::usize_unsuffixed);
    let indices: Vec<_> = indices.collect();
    let values =
        members
            .iter()
            .zip(variables.iter().zip(&indices))
            .map(|(member, (variable, index))| {
                let name = &member.name;
                match member.kind {
                    Kind::Required => quote!(#name: reader.have(#index, #variable)?,),
                    Kind::Optional => quote!(#name: #variable.flatten(),),
                    Kind::Default => quote!(#name: #variable.unwrap_or_default(),),
                }
            });
    let written = members.iter().map(|member| {
        let (name, wire) = (&member.name, member.wire);
        let method = match member.kind {
            Kind::Required | Kind::Default => ident("required"),
            Kind::Optional => ident("optional"),
        };
        quote!(writer.#method(#wire, &self.#name);)
    });
    let reading = if members.is_empty() {
        quote! {
            while reader.next()?.is_some() {
                reader.skip()?;
            }
        }
    } else {
        quote! {
            #(let mut #variables = None;)*
            while let Some(field) = reader.next()? {
                match field {
                    #(#indices => reader.value(&mut #variables),)*
                    _ => reader.skip(),
                }?;
            }
        }
    };
    let writer = if members.is_empty() {
        ident("_writer")
    } else {
        ident("writer")
    };
    let expect = expect_deprecated(definition);
    quote! {
        #expect
        impl #object_fields for #name {
            const NAME: &'static str = #text;
            const FIELDS: &'static [&'static str] = &[#(#wires),*];

            fn read<'de, R: #read_fields<'de>>(reader: &mut R) -> Result<Self, R::Error> {
                #reading
                Ok(Self { #(#values)* })
            }

            fn write<W: #write_fields>(&self, #writer: &mut W) {
                #(#written)*
            }
        }
    }
}

/// A field as it is read and written.
struct Member<'a> {
    name: Ident,
    wire: &'a str,
    kind: Kind,
}

enum Kind {
    Required,
    Optional,
    /// May be missing, and says nothing.
    Default,
}

/// For an implementation that names all fields.
fn expect_deprecated(definition: &Struct) -> Option<TokenStream> {
    let mut fields = definition.fields.iter();
    let names_one = fields.any(|field| field.deprecated);
    names_one.then(super::expect_deprecated)
}

fn debug(scope: &Scope<'_>, definition: &Struct) -> TokenStream {
    let fields = definition.fields.iter().map(|field| {
        let (name, text) = (ident(field.name.as_str()), field.name.as_str());
        let value = match (field.debug, field.optional) {
            (DebugPolicy::Shown, _) => quote!(&self.#name),
            (DebugPolicy::Hidden, true) => {
                let redacted = scope.runtime("Redacted");
                quote!(&#redacted::if_some(&self.#name))
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
    let fields = object.into_iter().chain(fields);
    let debug = debug_of_fields(scope, definition.name.as_str(), fields);
    let expect = expect_deprecated(definition);
    quote!(#expect #debug)
}
