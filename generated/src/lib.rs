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
//!
//! # Client
//!
//! A [`Client`] is made once, with a [secret or restricted key](https://docs.stripe.com/keys),
//! and kept: its clones share one connection pool, and are cheap. [`ClientBuilder`] has the
//! settings that hold for every call, [`RequestOptions`] those of one call.
//!
//! ```no_run
//! use std::time::Duration;
//! use stripe_identity::{Client, RequestOptions, verification_session};
//!
//! # async fn example(key: String) -> Result<(), stripe_identity::Error> {
//! let client = Client::builder(key)
//!     .app_info("my-shop", Some("1.0.0"), None)
//!     .deadline(Duration::from_secs(30))
//!     .build()?;
//!
//! let session = verification_session::retrieve("vs_123")
//!     .with_options(RequestOptions::new().account("acct_123"))
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Requests
//!
//! Each operation is a function. What Stripe requires is an argument of it, all else a setter
//! of the request that it gives; a request is plain data, can be cloned, and does nothing until
//! it is sent. Nested parameters are made with `new` and setters of their own:
//!
//! ```no_run
//! use stripe_identity::verification_session::{
//!     self, CreateOptions, CreateOptionsDocument, DocumentType, VerificationType,
//! };
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let document = CreateOptionsDocument::new()
//!     .allowed_types([DocumentType::Passport, DocumentType::IdCard])
//!     .require_matching_selfie(true);
//! let session = verification_session::create()
//!     .type_(VerificationType::Document)
//!     .client_reference_id("user-1")
//!     .metadata([("order_id", "6735")])
//!     .options(CreateOptions::new().document(document))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! **Clearing.** A setter that is not called leaves alone what Stripe holds. Where a value can
//! be cleared, the setter takes a [`Clearable`]; [`Metadata`] unsets single keys, or all.
//!
//! ```no_run
//! use stripe_identity::verification_session::{self, UpdateOptions};
//! use stripe_identity::{Clearable, Metadata};
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let session = verification_session::update("vs_123")
//!     .options(UpdateOptions::new().document(Clearable::Clear))
//!     .metadata(Metadata::new().set("order_id", "6736").unset("cart"))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! **Ids** have a type for each resource. Functions take an id, or its text; text that is no id
//! is refused before anything is sent, so that it cannot lead to another path.
//!
//! ```
//! use stripe_identity::verification_session::VerificationSessionId;
//!
//! let id: VerificationSessionId = "vs_123".parse()?;
//! assert_eq!(id, "vs_123");
//! assert!(VerificationSessionId::new("vs_123/cancel").is_err());
//! # Ok::<(), stripe_identity::InvalidArgument>(())
//! ```
//!
//! **Expanding.** Stripe sends some objects as ids, and some properties not at all, until
//! `expand` [asks for them](https://docs.stripe.com/api/expanding_objects). What may be
//! either is an [`Expandable`]. In a list, names begin with `data.`.
//!
//! ```no_run
//! use stripe_identity::verification_session;
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let session = verification_session::retrieve("vs_123")
//!     .expand(["last_verification_report"])
//!     .send(client)
//!     .await?;
//! if let Some(report) = &session.last_verification_report {
//!     println!("{}", report.id()); // expanded or not
//!     let document = report.as_object().and_then(|report| report.document.as_ref());
//!     println!("{:?}", document.map(|document| &document.status));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What this crate has no function for, a [`RawRequest`] asks for, and
//! [`RequestOptions::extra`] adds a parameter that a request does not have.
//!
//! # Errors
//!
//! One type, [`Error`], for every call. Its [`kind`](Error::kind) and the `is_…` predicates say
//! what happened, the accessors what Stripe said.
//!
//! ```no_run
//! use stripe_identity::verification_session;
//!
//! # async fn example(client: &stripe_identity::Client) {
//! match verification_session::cancel("vs_123").send(client).await {
//!     Ok(session) => println!("{}", session.status),
//!     Err(error) if error.is_not_found() => println!("there is no such session"),
//!     Err(error) if error.is_invalid_request() => {
//!         println!("Stripe refuses {:?}: {:?}", error.param(), error.code());
//!     }
//!     Err(error) if error.is_rate_limit() || error.is_connection() || error.is_timeout() => {
//!         println!("later: {error}");
//!     }
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```
//!
//! | predicate | when |
//! |---|---|
//! | [`is_invalid_argument`](Error::is_invalid_argument) | an argument was refused here; nothing was sent |
//! | [`is_invalid_request`](Error::is_invalid_request) | Stripe refuses the parameters, or the session is not in a state for this |
//! | [`is_not_found`](Error::is_not_found) | there is no such object |
//! | [`is_authentication`](Error::is_authentication), [`is_permission`](Error::is_permission) | the key is wrong, or may not do this |
//! | [`is_idempotency`](Error::is_idempotency) | an idempotency key was used for something else |
//! | [`is_rate_limit`](Error::is_rate_limit) | too many requests |
//! | [`is_api`](Error::is_api) | something is wrong at Stripe |
//! | [`is_connection`](Error::is_connection), [`is_timeout`](Error::is_timeout) | no whole answer came; Stripe may have done it |
//! | [`is_decode`](Error::is_decode) | an answer could not be read, though Stripe did what was asked; or a webhook's event could not |
//! | [`is_webhook_signature`](Error::is_webhook_signature) | a webhook's signature was refused |
//!
//! [`request_id`](Error::request_id) is what Stripe's support asks for; after a success,
//! `send_with_meta` gives it with the object, as [`ResponseMeta`]. `Display` and `Debug` of an
//! error hold no secrets and nothing personal, and so not Stripe's own
//! [`message`](Error::message), which may name anything.
//!
//! # Retries, idempotency and timeouts
//!
//! A call that fails on the way, or with a status that says to come back, is tried again: twice
//! by default, after growing delays, and no sooner than Stripe asks for (up to a minute). Every `POST` carries
//! an [idempotency key](https://docs.stripe.com/api/idempotent_requests), the same on each
//! attempt, so that nothing is done twice. Give one of your own if *your program* may repeat
//! the call, after a crash for instance:
//!
//! ```no_run
//! use std::time::Duration;
//! use stripe_identity::verification_session::{self, VerificationType};
//! use stripe_identity::RequestOptions;
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let options = RequestOptions::new()
//!     .idempotency_key("verify-user-1-first-try")
//!     .max_retries(5)
//!     .timeout(Duration::from_secs(10)) // of each attempt
//!     .deadline(Duration::from_secs(60)); // of all of them
//! let session = verification_session::create()
//!     .type_(VerificationType::Document)
//!     .with_options(options)
//!     .send_with_meta(client)
//!     .await?;
//! println!("{} attempts", session.meta.attempts());
//! # Ok(())
//! # }
//! ```
//!
//! | | default | |
//! |---|---|---|
//! | connecting | 10 seconds | [`ClientBuilder::connect_timeout`] |
//! | one attempt, headers and body | 80 seconds | [`ClientBuilder::timeout`] |
//! | all attempts of a call | no bound | [`ClientBuilder::deadline`] |
//! | further attempts | 2 | [`ClientBuilder::max_retries`] |
//! | further attempts of all calls together | a budget | [`ClientBuilder::retry_budget`] |
//! | when rate limited (429) | not tried again | [`ClientBuilder::retry_rate_limited`] |
//!
//! Dropping a future gives its call up.
//!
//! # Lists
//!
//! `send` gives one page, a [`List`]; `paginate` every item, fetching
//! [pages](https://docs.stripe.com/api/pagination) as they are needed. [`Pages`] is a `Stream`,
//! too. Filters of time take a [`Timestamp`], a `SystemTime`, or a range.
//!
//! ```no_run
//! use stripe_identity::verification_session::{self, VerificationSessionStatus};
//! use stripe_identity::Timestamp;
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let since = Timestamp::from_unix_seconds(1_790_000_000);
//! let mut sessions = verification_session::list()
//!     .status(VerificationSessionStatus::Verified)
//!     .created(since..)
//!     .limit(100) // for each page
//!     .paginate(client);
//! while let Some(session) = sessions.next().await {
//!     println!("{}", session?.id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Webhooks
//!
//! The module `webhook` (feature `webhook`, on by default) verifies that an event is Stripe's
//! and gives it with its type. It needs the body's bytes as they arrived: JSON that was read and
//! written again is not what Stripe signed. Stripe sends an event again until it is answered
//! with a 2xx status, and may send it twice or out of order in any case: keep the ids of
//! those that are done.
//!
//! ```
//! # #[cfg(feature = "webhook")]
//! # fn main() -> Result<(), stripe_identity::Error> {
//! use stripe_identity::webhook::{Event, IdentityEvent, TestSignature, WebhookVerifier};
//!
//! fn handle(verifier: &WebhookVerifier, body: &[u8], signature: &str) -> u16 {
//!     let event: Event = match verifier.event(body, signature) {
//!         Ok(event) => event,
//!         Err(_) => return 400, // not Stripe's, or no event
//!     };
//!     match event.data {
//!         IdentityEvent::VerificationSessionVerified(session) => println!("{}", session.id),
//!         IdentityEvent::VerificationSessionRequiresInput(session) => {
//!             println!("{}: {:?}", session.id, session.last_error);
//!         }
//!         _ => {} // others, and those that Stripe adds later
//!     }
//!     200
//! }
//!
//! // In a test, sign what Stripe would send.
//! let verifier = WebhookVerifier::new("whsec_test")?;
//! let body = br#"{"id": "evt_1", "object": "event", "created": 1790000000,
//!     "type": "identity.verification_session.verified",
//!     "data": {"object": {"id": "vs_123", "object": "identity.verification_session",
//!         "created": 1790000000, "livemode": false, "metadata": {}, "status": "verified",
//!         "type": "document"}}}"#;
//! let now = stripe_identity::Timestamp::now();
//! let signature = TestSignature::new("whsec_test", now).sign(body);
//! assert_eq!(handle(&verifier, body, &signature), 200);
//! assert_eq!(handle(&verifier, b"{}", &signature), 400);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "webhook"))]
//! # fn main() {}
//! ```
//!
//! # Without an asynchronous runtime
//!
//! With the feature `blocking` there is a `BlockingClient`, and each request can be sent with
//! `send_blocking`, each list read with `paginate_blocking`. It needs no runtime. Settings,
//! errors and retries are the same.
//!
//! ```no_run
//! # #[cfg(feature = "blocking")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stripe_identity::{BlockingClient, verification_session};
//!
//! let client = BlockingClient::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! for session in verification_session::list().limit(100).paginate_blocking(&client) {
//!     println!("{}", session?.id);
//! }
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "blocking"))]
//! # fn main() {}
//! ```
//!
//! # A transport of your own
//!
//! The default transport is hyper with rustls: pooled connections, HTTP/2, the certificates of
//! the platform, and proxies from the environment. `transport::HyperTransport` has its settings,
//! such as further certificates. Anything else that sends HTTP can take its place as a
//! [`Transport`]; what the client does (headers, retries, timeouts, the limit on bodies) it
//! does over every transport. Without tokio, an [`Environment`] gives the time and the waiting;
//! then the feature `default-transport` can be turned off.
//!
//! # Testing
//!
//! A transport can answer by itself. No network is touched, and everything above it runs as it
//! does otherwise:
//!
//! ```
//! use stripe_identity::http::{Request, Response};
//! use stripe_identity::{Client, bytes::Bytes, transport, verification_session};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), stripe_identity::Error> {
//! let stripe = transport::from_fn(|request: Request<Bytes>| async move {
//!     assert_eq!(request.uri().path(), "/v1/identity/verification_sessions/vs_123");
//!     Ok(Response::new(
//!         r#"{"id": "vs_123", "object": "identity.verification_session",
//!             "created": 1790000000, "livemode": false, "metadata": {},
//!             "status": "verified", "type": "document"}"#
//!             .into(),
//!     ))
//! });
//! let client = Client::builder("sk_test_123").transport(stripe).build()?;
//! let session = verification_session::retrieve("vs_123").send(&client).await?;
//! assert_eq!(session.status.as_str(), "verified");
//! # Ok(())
//! # }
//! ```
//!
//! Such a test knows what Stripe answers only as far as you do. The project's repository holds
//! `stripe-identity-fake`, a stand-in that keeps sessions and reports, refuses what Stripe
//! refuses, and sends signed webhooks; [`ClientBuilder::base_url`] points a client at it.
//!
//! # Personal data
//!
//! A verification holds documents, faces and addresses. `Debug` of what Stripe sends, and of
//! requests, shows ids, times, booleans and enums; every free text and number is `<redacted>`,
//! those included that a newer version of Stripe's API adds. So are keys, secrets, and values of enums that
//! this version does not name. Spans of `tracing` hold the method, the path without its ids, the
//! status, the request id and the number of attempts.
//!
//! ```
//! # use stripe_identity::verification_session::CreateProvidedDetails;
//! let details = CreateProvidedDetails::new().email("jenny.rosen@example.com");
//! assert_eq!(
//!     format!("{details:?}"),
//!     "CreateProvidedDetails { email: Some(<redacted>), phone: None }"
//! );
//! ```
//!
//! The fields themselves, and what `serde` writes, are whole: what you print of them is yours to
//! decide. A session's `url` and `client_secret` open it, and are for its user alone.
//!
//! The most sensitive results, such as a date of birth or the number of a document, Stripe sends
//! only to a [restricted key](https://docs.stripe.com/identity/access-verification-results) that
//! may read them, and only where each is expanded:
//!
//! ```no_run
//! use stripe_identity::{RequestOptions, verification_session};
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let session = verification_session::retrieve("vs_123")
//!     .expand([
//!         "verified_outputs",
//!         "verified_outputs.dob",
//!         "last_verification_report.document.number",
//!     ])
//!     .with_options(RequestOptions::new().api_key(std::env::var("STRIPE_RESTRICTED_KEY")?))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`verification_session::redact()`] has Stripe remove what it holds of a person.
//!
//! # New values and new versions
//!
//! Requests ask for the version of Stripe's API that this crate was made from, [`API_VERSION`].
//! Stripe adds to a version without notice, and nothing fails because of it: unknown properties
//! are passed over, unknown events are kept as they came, and an enum keeps a value that it
//! does not name.
//!
//! ```
//! use stripe_identity::verification_session::VerificationSessionStatus;
//!
//! let status = VerificationSessionStatus::from("waiting_for_a_person");
//! assert_eq!(status.as_str(), "waiting_for_a_person");
//! assert!(matches!(status, VerificationSessionStatus::UnknownValue(_)));
//! ```
//!
//! Webhooks arrive in the version of the endpoint, or of the account, not in that of this
//! crate. `Event::is_compatible_with` tells whether they are of one release; make the endpoint
//! with [`API_VERSION`] to have them so.
//!
//! # Upgrading
//!
//! Enums and what Stripe sends are `#[non_exhaustive]`: match with `_`, and read fields rather
//! than taking structs apart. Then a new field, parameter, value or operation breaks nothing.
//! What Stripe removes or changes breaks your build instead of your program; the changelog lists
//! each such change. Before 1.0 these raise the second number of the version.

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
///
/// ```no_run
/// use stripe_identity::{API, Client, Error, Json, RawRequest};
///
/// # async fn example(client: &Client) -> Result<(), Error> {
/// let events: Json = RawRequest::get(&API, "/v1/events")
///     .parameter("limit", 3)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub const API: Api = Api::new(API_VERSION, "stripe-identity", env!("CARGO_PKG_VERSION"));
