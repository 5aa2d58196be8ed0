// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! A typed client for Stripe Identity, generated from Stripe's OpenAPI document of API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_identity::{Client, verification_session::{self, VerificationType}};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let verification_session = verification_session::create()
//!     .type_(VerificationType::Document)
//!     .return_url("https://example.com/done")
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
//! | [`verification_report::retrieve`](verification_report::retrieve()) | `GET /v1/identity/verification_reports/{report}` | Retrieves an existing `VerificationReport` |
//! | [`verification_report::list`](verification_report::list()) | `GET /v1/identity/verification_reports` | List all verification reports. |
//! | [`verification_session::create`](verification_session::create()) | `POST /v1/identity/verification_sessions` | Creates a `VerificationSession` object. |
//! | [`verification_session::retrieve`](verification_session::retrieve()) | `GET /v1/identity/verification_sessions/{session}` | Retrieves the details of a `VerificationSession` that was previously created. |
//! | [`verification_session::update`](verification_session::update()) | `POST /v1/identity/verification_sessions/{session}` | Updates a `VerificationSession` object. |
//! | [`verification_session::list`](verification_session::list()) | `GET /v1/identity/verification_sessions` | Returns a list of `VerificationSessions` |
//! | [`verification_session::cancel`](verification_session::cancel()) | `POST /v1/identity/verification_sessions/{session}/cancel` | A `VerificationSession` object can be canceled when it is in `requires_input` [status](https://docs.stripe.com/identity/how-sessions-work). |
//! | [`verification_session::redact`](verification_session::redact()) | `POST /v1/identity/verification_sessions/{session}/redact` | Redact a `VerificationSession` to remove all collected information from Stripe. |

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod shared;
pub mod verification_report;
pub mod verification_session;

#[cfg(feature = "webhook")]
pub mod webhook;

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
pub const API: Api = Api::new(API_VERSION, "stripe-identity", env!("CARGO_PKG_VERSION"));
