//! The module of webhook events.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::crate_name;
use super::{File, Texts, ident};
use crate::model::{Api, EventEnum};
use crate::prose::article;

/// The module's name, which is also that of the feature that it needs.
pub(super) const MODULE: &str = "webhook";

/// The variant that keeps an event that has no variant of its own.
const UNKNOWN: &str = "Unknown";

pub(super) fn render(api: &Api, events: &EventEnum) -> File {
    let texts = Texts::default();
    let inner = texts.inner(&module_docs(api, events));
    let head = quote! {
        #inner
        pub use stripe_runtime::webhook::{
            EventData, EventId, EventObject, EventReason, EventRequest, RelatedObject, TestSignature, ThinEvent, WebhookVerifier,
        };
        pub use stripe_runtime::SignatureRefusal;
    };
    File {
        path: format!("{MODULE}.rs"),
        head,
        items: vec![
            alias(events, &texts),
            enum_(events, &texts),
            event_data(events),
        ],
        texts,
    }
}

fn module_docs(api: &Api, events: &EventEnum) -> Vec<String> {
    let (crate_, name) = (crate_name(api), events.name.as_str());
    let arms: Vec<String> = events
        .variants
        .iter()
        .take(2)
        .map(|variant| {
            format!(
                "    {name}::{}(object) => println!(\"{{}}\", object.id),",
                variant.name.as_str()
            )
        })
        .collect();
    let example = format!(
        "```no_run\nuse {crate_}::webhook::{{Event, {name}, WebhookVerifier}};\n\n\
         # fn example(body: &[u8], signature: &str) -> Result<(), {crate_}::Error> {{\n\
         let verifier = WebhookVerifier::new(\"whsec_…\")?;\n\
         // The raw body, and the value of the `Stripe-Signature` header.\n\
         let event: Event = verifier.event(body, signature)?;\n\
         match event.data {{\n{}\n    _ => {{}}\n}}\n# Ok(())\n# }}\n```",
        arms.join("\n")
    );
    vec![
        "Verifies webhook signatures and decodes events into types.".to_owned(),
        "Respond with a 2xx status as soon as the event is stored. Otherwise Stripe sends it again; it may deliver \
         an event twice in any case. See [Stripe's documentation](https://docs.stripe.com/webhooks)."
            .to_owned(),
        example,
    ]
}

fn alias(events: &EventEnum, texts: &Texts) -> TokenStream {
    let name = ident(events.name.as_str());
    let type_ = events.name.as_str();
    let text = format!("An event whose data is {} [`{type_}`].", article(type_));
    let docs = texts.outer(&[text]);
    quote! {
        #docs
        pub type Event = stripe_runtime::webhook::Event<#name>;
    }
}

fn enum_(events: &EventEnum, texts: &Texts) -> TokenStream {
    let (name, unknown) = (ident(events.name.as_str()), ident(UNKNOWN));
    let variants = events.variants.iter().map(|variant| {
        let docs = texts.outer(&[format!("`{}`", variant.wire)]);
        let name = ident(variant.name.as_str());
        let (module, resource) = (
            ident(variant.resource.module.as_str()),
            ident(variant.resource.name.as_str()),
        );
        let alias = super::alias(variant.name.as_str(), &variant.wire);
        quote!(#docs #alias #name(Box<super::#module::#resource>),)
    });
    quote! {
        /// What happened, with the object as it was at that time.
        ///
        /// See [Stripe's documentation](https://docs.stripe.com/api/events/types).
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// An event of any other type.
            #unknown(EventObject),
        }
    }
}

fn event_data(events: &EventEnum) -> TokenStream {
    let (name, unknown) = (ident(events.name.as_str()), ident(UNKNOWN));
    let arms = events.variants.iter().map(|variant| {
        let (wire, variant) = (&variant.wire, ident(variant.name.as_str()));
        quote!(#wire => object.read().map(Self::#variant),)
    });
    // `#[inline]`: what reads the objects is compiled in programs that receive events, and not here.
    quote! {
        impl EventData for #name {
            #[inline]
            fn from_parts(type_: &str, object: EventObject) -> Result<Self, stripe_runtime::Error> {
                match type_ {
                    #(#arms)*
                    _ => Ok(Self::#unknown(object)),
                }
            }
        }
    }
}
