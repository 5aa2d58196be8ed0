// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! A typed client for Stripe, generated from Stripe's OpenAPI document of API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, thing};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let thing = thing::retrieve("t_123")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! | Function | HTTP request | |
//! |---|---|---|
//! | [`thing::retrieve`](thing::retrieve()) | `GET /v1/things/{thing}` | Retrieves a thing. |

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod thing;

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use stripe_runtime::{BlockingClient, BlockingPages};

#[doc(inline)]
pub use stripe_runtime::{
    Api, Clearable, Client, ClientBuilder, Environment, Error, ErrorKind, Expandable,
    FormEncoder, FormValue, InvalidArgument, Json, List, ListItem, ListOperation,
    Metadata, Method, Object, ObjectId, Operation, Pages, RangeQuery, RawRequest,
    RequestOptions, Response, ResponseMeta, Timestamp, Transport, UnknownValue, transport,
};
pub use stripe_runtime::{bytes, http};

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-09-30.endive";

/// The API as this crate knows it: its version, and what the header `User-Agent` says of the crate.
///
/// A [`RawRequest`] takes it, for what this crate has no function for.
///
/// ```no_run
/// use stripe_client::{API, Client, Error, Json, RawRequest};
///
/// # async fn example(client: &Client) -> Result<(), Error> {
/// let events: Json = RawRequest::get(&API, "/v1/events")
///     .parameter("limit", 3)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub const API: Api = Api::new(API_VERSION, "stripe-client", env!("CARGO_PKG_VERSION"));
