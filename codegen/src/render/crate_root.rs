//! The crate's root: the front page, the modules, what is re-exported.

use proc_macro2::TokenStream;
use quote::quote;

use super::example::{call, crate_name, import, laid_out, read_upload};
use super::{File, Index, Texts, ident, webhook};
use crate::model::{Api, Body, ListKind, Module, Operation, Type};

/// What of the runtime a user of the client needs.
const RUNTIME: &[&str] = &[
    "Api",
    "BodyFormat",
    "Clearable",
    "Client",
    "ClientBuilder",
    "Environment",
    "Error",
    "ErrorBuilder",
    "ErrorKind",
    "Expandable",
    "FormEncoder",
    "FormValue",
    "InvalidArgument",
    "Json",
    "List",
    "ListItem",
    "ListOperation",
    "Metadata",
    "Method",
    "Object",
    "ObjectId",
    "Operation",
    "Outcome",
    "Page",
    "Pages",
    "RangeQuery",
    "RawRequest",
    "RequestOptions",
    "Response",
    "ResponseMeta",
    "Sleep",
    "Timestamp",
    "Transport",
    "UnknownValue",
    "testing",
    "expand",
    "transport",
];

pub(super) fn render(index: &Index<'_>, guide: Option<&str>) -> File {
    let api = index.api;
    let mut page = front_page(index);
    page.extend(guide.map(plain_lines));
    let texts = Texts::default();
    let docs = texts.inner(&page);
    let modules = api.modules.iter().map(|module| {
        let name = ident(module.name.as_str());
        quote!(pub mod #name;)
    });
    let webhook = api.events.as_ref().map(|_| {
        let name = ident(webhook::MODULE);
        quote!(#[cfg(feature = "webhook")] pub mod #name;)
    });
    let operations = || api.modules.iter().flat_map(|module| &module.operations);
    let upload = operations()
        .any(|operation| operation.body == Body::Multipart)
        .then_some("Upload");
    let download = operations()
        .any(|operation| operation.accept.is_some())
        .then_some("Download");
    // What few clients need.
    let scalars = [
        (Type::DateTime, "DateTime"),
        (Type::Decimal, "Decimal"),
        (Type::Int64, "Int64"),
    ];
    let scalars = scalars
        .into_iter()
        .filter(|(type_, _)| api.mentions(type_))
        .map(|(_, name)| name);
    let lists = [ListKind::Search, ListKind::Url]
        .into_iter()
        .filter(|kind| {
            operations().any(
                |operation| matches!(operation.response, Type::List(other, _) if other == *kind),
            )
        });
    let mut exports: Vec<&str> = RUNTIME
        .iter()
        .copied()
        .chain(upload)
        .chain(download)
        .collect();
    exports.extend(scalars.chain(lists.map(ListKind::type_name)));
    exports.sort_unstable();
    let exports = exports.into_iter().map(ident);
    let head = quote! {
        #docs
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #(#modules)*
        #webhook
        #[cfg(feature = "blocking")]
        #[doc(inline)]
        pub use stripe_runtime::{BlockingClient, BlockingPages};
        #[doc(inline)]
        pub use stripe_runtime::{#(#exports),*};
        pub use stripe_runtime::{bytes, http};
    };
    File {
        path: "lib.rs".to_owned(),
        head,
        items: constants(api, &texts),
        texts,
    }
}

fn constants(api: &Api, texts: &Texts) -> Vec<TokenStream> {
    let (version, package) = (&api.version, &api.package);
    let docs = texts.outer(&[raw_example(api)]);
    let runtime = crate::RUNTIME;
    vec![
        quote!(stripe_runtime::generated_for!(#runtime);),
        quote! {
            /// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
            /// client or the request sets another.
            ///
            /// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
            pub const API_VERSION: &str = #version;
        },
        quote! {
            /// The API version, and the name and version of this crate for the `User-Agent` header.
            ///
            /// Pass it to a [`RawRequest`] to call an endpoint that this crate does not cover.
            ///
            #docs
            pub const API: Api = Api::new(API_VERSION, #package, env!("CARGO_PKG_VERSION"));
        },
    ]
}

/// For something that every account has, and that no product is about.
fn raw_example(api: &Api) -> String {
    let name = crate_name(api);
    format!(
        "```no_run\nuse {name}::{{API, Client, Error, Json, RawRequest}};\n\n\
         # async fn example(client: &Client) -> Result<(), Error> {{\n\
         let events: Json = RawRequest::get(&API, \"/v1/events\")\n    \
         .parameter(\"limit\", 3)\n    \
         .send(client)\n    \
         .await?;\n\
         # Ok(())\n# }}\n```"
    )
}

fn front_page(index: &Index<'_>) -> Vec<String> {
    let api = index.api;
    let mut page = vec![format!(
        "A typed client for {}, generated from Stripe's OpenAPI document for API version `{}`.",
        api.title, api.version
    )];
    page.extend(first_example(index));
    page.push("# Operations".to_owned());
    let rows = api.modules.iter().flat_map(|module| {
        module.operations.iter().map(move |operation| {
            let (module, name) = (module.name.as_str(), operation.name.as_str());
            let request = format!(
                "`{} {}`",
                operation.method.as_str(),
                operation.path_template()
            );
            // A list and no table: paths do not break, and would push the text out of sight.
            let function = format!("- [`{module}::{name}`]({module}::{name}()): ");
            match first_sentence(operation) {
                sentence if sentence == request => format!("{function}{request}"),
                sentence => format!("{function}{sentence}\\\n  {request}"),
            }
        })
    });
    let rows: Vec<String> = rows.collect();
    page.push(rows.join("\n"));
    page
}

/// Markdown whose lines can stand in comments.
fn plain_lines(markdown: &str) -> String {
    // A carriage return in a comment is none of Rust's.
    let lines = markdown.trim().lines().map(|line| line.replace('\r', ""));
    let lines: Vec<String> = lines.map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

fn first_sentence(operation: &Operation) -> String {
    let text = operation.docs.first().map_or("", String::as_str);
    let line = text.lines().next().unwrap_or_default();
    let sentence = line.split_inclusive(". ").next().unwrap_or(line);
    sentence.trim_end().to_owned()
}

/// The first thing that people do: create something, or read something.
fn first_example(index: &Index<'_>) -> Option<String> {
    let api = index.api;
    let operations = || {
        api.modules
            .iter()
            .flat_map(|module| module.operations.iter().map(move |one| (module, one)))
    };
    let is_create = |(_, operation): &(&Module, &Operation)| operation.name.as_str() == "create";
    let (module, operation) = operations()
        .find(is_create)
        .or_else(|| operations().next())?;
    let (call, imports) = call(index, module, operation);
    let name = crate_name(api);
    let import = import(api, module, &imports).replace("use ", "");
    let import = import
        .trim_start_matches(&format!("{name}::"))
        .trim_end_matches(';')
        .to_owned();
    let import = laid_out(&format!("use {name}::{{Client, {import}}};"));
    let read = read_upload(&call).unwrap_or_default();
    let statement = laid_out(&format!(
        "let {} = {call}\n    .send(&client)\n    .await?;",
        module.name.as_str()
    ));
    Some(format!(
        "```no_run\n{import}\n\n\
         # async fn example() -> Result<(), Box<dyn std::error::Error>> {{\n\
         let client = Client::new(std::env::var(\"STRIPE_SECRET_KEY\")?)?;\n\
         {read}{statement}\n# Ok(())\n# }}\n```"
    ))
}

#[cfg(test)]
mod tests {
    use super::plain_lines;

    #[test]
    fn the_lines_of_a_guide_can_stand_in_comments() {
        let cases = [
            ("# One\n\nText.\n", "# One\n\nText."),
            ("\n\n```\n  code  \n```", "```\n  code\n```"),
            ("one\r\ntwo\rthree", "one\ntwothree"),
        ];
        for (guide, expected) in cases {
            assert_eq!(plain_lines(guide), expected, "{guide:?}");
        }
    }
}
