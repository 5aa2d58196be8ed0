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

pub mod thing;

use stripe_runtime::Api;

pub use stripe_runtime::{
    Clearable, Client, ClientBuilder, Error, Expandable, InvalidArgument, Json, List,
    ListOperation, Metadata, Object, ObjectId, Operation, Pages, RangeQuery,
    RequestOptions, Response, Timestamp, Transport, UnknownValue,
};

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-09-30.endive";

/// What the requests of this crate tell the runtime of it.
pub(crate) const API: Api = Api::new(
    API_VERSION,
    "stripe-client",
    env!("CARGO_PKG_VERSION"),
);
