//! The runtime of the crates that are generated from Stripe's OpenAPI
//! document: what sends their requests and reads the answers. It knows no type
//! of Stripe's own.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod api;
mod api_key;
mod app_info;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod clearable;
mod client;
mod engine;
mod environment;
mod error;
mod expandable;
mod form;
mod id;
mod idempotency_key;
mod list;
mod meta;
mod metadata;
mod open_enum;
mod operation;
mod pages;
mod range_query;
mod raw_request;
mod redacted;
mod request_options;
mod retry;
mod timestamp;
mod trace;
pub mod transport;
#[cfg(feature = "webhook")]
pub mod webhook;

pub use api::Api;
#[cfg(feature = "blocking")]
pub use blocking::{BlockingClient, BlockingEnvironment, BlockingPages};
pub use clearable::Clearable;
pub use client::{Client, ClientBuilder};
#[cfg(feature = "tokio")]
pub use environment::TokioEnvironment;
pub use environment::{Environment, Sleep};
#[cfg(feature = "webhook")]
pub use error::SignatureRefusal;
pub use error::{Error, ErrorKind, InvalidArgument};
pub use expandable::Expandable;
pub use form::{FormEncoder, FormValue};
pub use id::{ObjectId, path_parameter};
pub use list::List;
pub use meta::{Response, ResponseMeta};
pub use metadata::Metadata;
pub use open_enum::UnknownValue;
pub use operation::{ListOperation, Object, Operation};
pub use pages::Pages;
pub use range_query::RangeQuery;
pub use raw_request::RawRequest;
pub use redacted::Redacted;
pub use request_options::RequestOptions;
pub use timestamp::Timestamp;
pub use transport::{Transport, TransportError, TransportErrorKind};

pub use bytes;
pub use http::{self, Method};
pub use serde_json::Value as Json;

/// For this crate's macros only.
#[doc(hidden)]
pub mod __private {
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub use crate::open_enum::deserialize_open_enum;
}
