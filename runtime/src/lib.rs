//! What sends the requests of a crate that is generated from Stripe's OpenAPI
//! document, such as [`stripe-identity`](https://docs.rs/stripe-identity). It
//! knows HTTP, [Stripe's conventions](https://docs.stripe.com/api), and none of
//! Stripe's own types.
//!
//! Users of a generated crate meet this crate as [`Client`], [`RequestOptions`]
//! and [`Error`], which the generated crate gives out again.
//!
//! # What a call does
//!
//! ```
//! use stripe_runtime::{Api, Client, Json, RawRequest, transport};
//!
//! static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
//!
//! # async fn example() -> Result<(), stripe_runtime::Error> {
//! // A transport that answers by itself; `Client::new` takes a real one.
//! let client = Client::builder("sk_test_123")
//!     .transport(transport::from_fn(|_| async {
//!         Ok(http::Response::new(r#"{"id": "vs_1"}"#.into()))
//!     }))
//!     .build()?;
//!
//! let session: Json = RawRequest::post(&API, "/v1/identity/verification_sessions")
//!     .parameter("type", "document")
//!     .send(&client)
//!     .await?;
//! assert_eq!(session["id"], "vs_1");
//! # Ok(())
//! # }
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
//! # runtime.block_on(example()).unwrap();
//! ```
//!
//! - **Idempotency**: every `POST` carries a random
//!   [key](https://docs.stripe.com/api/idempotent_requests), the same on every
//!   attempt, so that trying again cannot do a thing twice.
//! - **Retries**: twice by default, after connection failures, timeouts, 409,
//!   5xx, and whenever Stripe says so (`Stripe-Should-Retry`); with growing,
//!   jittered delays, heeding `Retry-After` up to a minute; within a budget
//!   that all calls of a client share.
//! - **Time**: 10 seconds to connect, 80 for an attempt, headers and body; and
//!   a [deadline](ClientBuilder::deadline) over all attempts if one is set.
//!   Dropping a future gives the call up.
//! - **Answers**: the status alone decides; redirects are not followed; a body
//!   of more than 8 MiB is refused while it is read.
//! - **Errors**: one [`Error`] with a [kind](ErrorKind), Stripe's own fields, the
//!   request id, the attempts and the key. Neither it nor anything else shows
//!   secrets or personal data in `Display` or `Debug`. Stripe's message is shown for
//!   calls with a test key only.
//! - **Bad input** is refused before anything is sent, by an error that
//!   [names the argument](InvalidArgument).
//! - **Lists** are read a page at a time, or on over all [`Pages`].
//! - **Webhooks** are verified and read by the module [`webhook`].
//! - **Tests** of programs make responses, errors and events with the module [`testing`].
//! - **Spans** of [`tracing`](https://docs.rs/tracing) (target `stripe`) follow
//!   OpenTelemetry's [conventions][otel]; never paths, queries, bodies or keys. See
//!   [below](#spans-and-events).
//!
//! # Spans and events
//!
//! A call is a span, `stripe_call`, and each request that it sends is a span within it,
//! `stripe_request`. A retry is an event at the level `info`, a call that fails an event at `warn`.
//! The names follow OpenTelemetry's [conventions for HTTP clients][otel]. `url.full` is left out,
//! because URLs contain ids and parameters.
//!
//! | field | where | is |
//! |---|---|---|
//! | `http.request.method`, `url.template`, `server.address`, `server.port` | both spans | what is called |
//! | `http.response.status_code` | everywhere | the status, if a response arrived |
//! | `error.type` | everywhere | the status that tells the error, or else `connect`, `refused`, `reset`, `closed`, `timeout`, `tls`, `invalid_request`, `protocol`, `decode` or `_OTHER` |
//! | `http.request.resend_count` | request, retry | number of the retry, from 1 |
//! | `stripe.request_id` | everywhere | the [request id](https://docs.stripe.com/api/request_ids) |
//! | `stripe.account` | call | the connected account |
//! | `stripe.idempotent_replayed` | call | whether Stripe replayed an earlier response to the same key |
//! | `stripe.attempts` | call, failure | how many requests were sent |
//! | `stripe.elapsed_ms`, `stripe.delay_ms` | call; retry | how long the call took, how long the retry waits |
//! | `otel.name`, `otel.kind`, `otel.status_code` | both spans | for `tracing-opentelemetry` |
//!
//! [otel]: https://opentelemetry.io/docs/specs/semconv/http/http-spans/
//!
//! # Features
//!
//! | feature | default | gives |
//! |---|---|---|
//! | `default-transport` | yes | [`Client::new`]: hyper, rustls, the platform's certificates |
//! | `http2` | yes | HTTP/2 in the default transport, where the server offers it |
//! | `proxy` | yes | proxies from the environment in the default transport |
//! | `tracing` | yes | [spans and events](#spans-and-events) |
//! | `webhook` | yes | [`webhook`] |
//! | `tokio` | with `default-transport` | `TokioEnvironment`: tokio's clock and timer |
//! | `blocking` | no | `BlockingClient`: calls that block, on the default transport |
//! | `chrono`, `jiff`, `time` | no | conversions of [`Timestamp`] |
//!
//! HTTP/2 costs most: 8 crates, and with them 0.78 MB of the 4.12 MB of the smallest program and 17 s of
//! the 93 s of processor time that its release build takes. Proxies cost 3 crates, 0.08 MB and 4 s.
//!
//! Without `default-transport`, pass a transport of your own to
//! [`ClientBuilder::transport`], and without `tokio` an environment to
//! [`ClientBuilder::environment`]. Both need their futures to be `Send`.
//!
//! On `wasm32-unknown-unknown`, which has no clock and no random source, the
//! [`Environment`] brings these as well, and a `WebhookVerifier` takes the time from
//! `WebhookVerifier::environment`.
//!
//! # Types of other crates
//!
//! The public interface contains types of these crates. A new major version of one of
//! them (for `0.x` crates, a new minor version) is used only in a release of this crate
//! that is marked as breaking.
//!
//! | crate | version | where | exported as |
//! |---|---|---|---|
//! | `http` | 1 | [`Transport`], [`Method`], headers and statuses | [`http`] |
//! | `http-body` | 1 | [`transport::ResponseBody`] | [`transport::http_body`] |
//! | `bytes` | 1 | [`Transport`], [`Download`], [`Upload`] | [`bytes`] |
//! | `serde_json` | 1 | [`Json`], [`Error::raw`] | [`Json`] |
//! | `serde` | 1 | [`Operation::Output`] and other bounds | |
//! | `futures-core` | 0.3 | `Stream` for [`Pages`] | |
//! | `rustls` | 0.23 | `HyperTransportBuilder::tls_config` | `transport::rustls` |
//! | `chrono`, `jiff`, `time` | 0.4, 0.2, 0.3 | conversions of [`Timestamp`] | |
#![cfg_attr(docsrs, feature(doc_cfg))]

mod api;
mod api_key;
mod app_info;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod clearable;
mod client;
mod date_time;
mod decimal;
mod download;
mod engine;
mod environment;
mod error;
pub mod expand;
mod expandable;
mod form;
mod generated_for;
mod id;
mod idempotency_key;
mod int64;
mod list;
mod meta;
mod metadata;
mod object_fields;
mod object_tag;
mod open_enum;
mod operation;
mod outcome;
mod pages;
mod range_query;
mod raw_request;
mod redacted;
mod request;
mod request_options;
mod retry;
mod search_result;
mod strict;
pub mod testing;
mod timestamp;
mod trace;
pub mod transport;
mod upload;
mod v2_list;
#[cfg(feature = "webhook")]
pub mod webhook;

pub use api::Api;
#[cfg(feature = "blocking")]
pub use blocking::{BlockingClient, BlockingPages};
pub use clearable::Clearable;
pub use client::{Client, ClientBuilder};
pub use date_time::DateTime;
pub use decimal::Decimal;
pub use download::Download;
#[cfg(feature = "tokio")]
pub use environment::TokioEnvironment;
pub use environment::{Environment, Sleep};
#[cfg(feature = "webhook")]
pub use error::SignatureRefusal;
pub use error::{Error, ErrorBuilder, ErrorKind, InvalidArgument};
pub use expandable::Expandable;
pub use form::{BodyFormat, FormEncoder, FormValue};
pub use id::{ObjectId, path_parameter, path_segment};
pub use int64::Int64;
pub use list::List;
pub use meta::{Response, ResponseMeta};
pub use metadata::Metadata;
pub use object_tag::{ObjectTag, Tagged};
pub use open_enum::UnknownValue;
pub use operation::{ListItem, ListOperation, Object, Operation, Page};
pub use outcome::Outcome;
pub use pages::Pages;
pub use range_query::RangeQuery;
pub use raw_request::RawRequest;
pub use redacted::Redacted;
pub use request_options::RequestOptions;
pub use search_result::SearchResult;
pub use timestamp::Timestamp;
pub use transport::{Transport, TransportError, TransportErrorKind};
pub use upload::Upload;
pub use v2_list::V2List;

pub use bytes;
pub use http::{self, Method};
pub use serde_json::Value as Json;

/// For this crate's macros only.
#[doc(hidden)]
pub mod __private {
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub use crate::object_fields::{
        ObjectFields, ReadFields, WriteFields, debug_object, deserialize_object, hidden,
        serialize_object, shown,
    };
    pub use crate::open_enum::deserialize_open_enum;
}

/// The README's examples compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
