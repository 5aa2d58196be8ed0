// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe Identity, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
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
//! - [`verification_report::retrieve`](verification_report::retrieve()): Retrieves an existing `VerificationReport`\
//!   `GET /v1/identity/verification_reports/{report}`
//! - [`verification_report::list`](verification_report::list()): List all verification reports.\
//!   `GET /v1/identity/verification_reports`
//! - [`verification_session::create`](verification_session::create()): Creates a `VerificationSession` object.\
//!   `POST /v1/identity/verification_sessions`
//! - [`verification_session::retrieve`](verification_session::retrieve()): Retrieves the details of a `VerificationSession` that was previously created.\
//!   `GET /v1/identity/verification_sessions/{session}`
//! - [`verification_session::update`](verification_session::update()): Updates a `VerificationSession` object.\
//!   `POST /v1/identity/verification_sessions/{session}`
//! - [`verification_session::list`](verification_session::list()): Returns a list of `VerificationSessions`\
//!   `GET /v1/identity/verification_sessions`
//! - [`verification_session::cancel`](verification_session::cancel()): A `VerificationSession` object can be canceled when it is in `requires_input` [status](https://docs.stripe.com/identity/how-sessions-work).\
//!   `POST /v1/identity/verification_sessions/{session}/cancel`
//! - [`verification_session::redact`](verification_session::redact()): Redact a `VerificationSession` to remove all collected information from Stripe.\
//!   `POST /v1/identity/verification_sessions/{session}/redact`
//!
//! # Client
//!
//! Create one [`Client`] with a [secret or restricted key](https://docs.stripe.com/keys) and
//! keep it. Clones are cheap and share one connection pool. [`ClientBuilder`] holds the settings
//! for every call, [`RequestOptions`] the settings for a single call.
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
//! Each operation is a function that returns a request. Required parameters are arguments of
//! the function, optional ones are setters on the request. A request is plain data: it can be
//! cloned, and it does nothing until it is sent. Nested parameters have a `new` function and
//! setters of their own:
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
//! **Clearing values.** A parameter that you do not set keeps its value at Stripe. Where Stripe
//! allows a value to be cleared, the setter takes a [`Clearable`]. [`Metadata`] can unset single
//! keys or clear them all; to set keys, pass an array, a `Vec`, a `BTreeMap` or a `HashMap`.
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
//! **Ids.** Each resource has an id type. Functions accept an id or a string. Ids are
//! percent-encoded in the request's path. One that could still change the path, for example
//! because it contains a `/`, is rejected before anything is sent.
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
//! **Expanding.** By default, Stripe sends some objects as ids and leaves some properties out.
//! Use `expand` to [request them](https://docs.stripe.com/api/expanding_objects), once for each
//! property. A property that does not exist, or that Stripe does not expand, does not compile. A
//! field that holds either an id or an object is an [`Expandable`].
//!
//! ```no_run
//! use stripe_identity::verification_session;
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let session = verification_session::retrieve("vs_123")
//!     .expand(|session| session.last_verification_report())
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
//! For a list, the path begins at an item. The documentation of a field says whether Stripe sends
//! it only if it is expanded, and which key it needs. `expand_raw` takes paths as text.
//!
//! ```no_run
//! use stripe_identity::verification_session;
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let page = verification_session::list()
//!     .expand(|session| session.verified_outputs()) // sends `data.verified_outputs`
//!     .expand_raw(["data.last_verification_report"])
//!     .send(client)
//!     .await?;
//! # let _ = page;
//! # Ok(())
//! # }
//! ```
//!
//! To call an endpoint that this crate does not cover, use a [`RawRequest`]. To send a parameter
//! that a request has no setter for, use [`RequestOptions::extra`].
//!
//! # Errors
//!
//! Every call returns the same type, [`Error`]. Its [`kind`](Error::kind) and the `is_…`
//! predicates tell what happened; its accessors return what Stripe sent.
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
//!     Err(error) if error.is_retryable() => println!("later: {error}"),
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```
//!
//! | predicate | when |
//! |---|---|
//! | [`is_invalid_argument`](Error::is_invalid_argument) | the client rejected an argument; nothing was sent |
//! | [`is_invalid_request`](Error::is_invalid_request) | Stripe rejected the parameters, or the session's status does not allow the call |
//! | [`is_not_found`](Error::is_not_found) | the object does not exist |
//! | [`is_authentication`](Error::is_authentication), [`is_permission`](Error::is_permission) | the key is invalid, or lacks the permission |
//! | [`is_idempotency`](Error::is_idempotency) | the idempotency key was already used with other parameters |
//! | [`is_rate_limit`](Error::is_rate_limit) | too many requests |
//! | [`is_api`](Error::is_api) | a failure on Stripe's side |
//! | [`is_connection`](Error::is_connection), [`is_timeout`](Error::is_timeout) | no complete response arrived; [`was_sent`](Error::was_sent) says whether Stripe may have processed the request |
//! | [`is_decode`](Error::is_decode) | the call succeeded but its response could not be decoded; or a webhook event could not |
//! | [`is_webhook_signature`](Error::is_webhook_signature) | a webhook signature was rejected |
//!
//! Stripe's support asks for the [`request_id`](Error::request_id). For successful calls,
//! `send_with_meta` returns it in a [`ResponseMeta`] next to the object.
//! [`is_retryable`](Error::is_retryable) tells whether the same call may succeed later. It is the
//! rule by which the client retries; an error that it returns has used up the client's retries.
//!
//! `Display` and `Debug` of an error tell the status, the code, the parameter, the request id and
//! the page that documents the code. They contain no secrets and no personal data. Stripe's own
//! [`message`](Error::message) can quote anything that was sent, so it is shown only for calls with
//! a test key (`sk_test_…`, `rk_test_…`), where there is no data of real people. Set
//! [`ClientBuilder::error_messages`] to decide otherwise: `false` if you test with real data, `true`
//! if your logs may contain what was sent. With a test key, a typo in `expand` prints:
//!
//! ```text
//! request refused by Stripe: This property cannot be expanded (verified_output). (status 400, type
//! invalid_request_error, param expand[0], request req_123)
//! ```
//!
//! # Retries, idempotency and timeouts
//!
//! The client retries a call when the connection fails or the response's status allows it: twice
//! by default, with exponential backoff, and never before the time in `Retry-After` (up to a
//! minute). Every `POST` has an
//! [idempotency key](https://docs.stripe.com/api/idempotent_requests), the same for all attempts
//! of a call, so a retry never creates a second object. Set your own key if *your program* may
//! repeat the call, for example after a crash:
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
//!     .timeout(Duration::from_secs(10)) // for each attempt
//!     .deadline(Duration::from_secs(60)); // for all attempts together
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
//! | limit | default | setting |
//! |---|---|---|
//! | time to connect | 10 seconds | [`ClientBuilder::connect_timeout`] |
//! | time for one attempt, headers and body | 80 seconds | [`ClientBuilder::timeout`] |
//! | time for all attempts of a call, including waiting for a free connection | none | [`ClientBuilder::deadline`] |
//! | retries of a call | 2 | [`ClientBuilder::max_retries`] |
//! | retries of all calls together | a budget | [`ClientBuilder::retry_budget`] |
//! | retries after a rate limit (429) | none | [`ClientBuilder::retry_rate_limited`] |
//!
//! Dropping the future of a call cancels it.
//!
//! # Waiting for an outcome
//!
//! Most programs learn from a [webhook](#webhooks) that a session has an outcome. A program that has
//! none, such as a script or a test, can wait for it: the session is retrieved with growing pauses
//! until it is verified or canceled, or requires input because of an error.
//!
//! ```no_run
//! use std::time::Duration;
//! use stripe_identity::verification_session::{self, VerificationSessionStatus};
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let session = verification_session::retrieve("vs_123")
//!     .wait_for_outcome(client, Duration::from_secs(600))
//!     .await?;
//! match session.status {
//!     VerificationSessionStatus::Verified => println!("verified"),
//!     _ => println!("{}: {:?}", session.status, session.last_error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! If there is no outcome in time, that is an error for which [`is_timeout`](Error::is_timeout) is
//! true. [`Outcome::has_outcome`] tells the same of a session that you have, for example in a
//! webhook.
//!
//! # Lists
//!
//! `send` returns one page as a [`List`]. `paginate` returns all items and fetches
//! [pages](https://docs.stripe.com/api/pagination) as needed; [`Pages`] is also a `Stream`. Time
//! filters accept a time or a range of times: [`Timestamp`], `SystemTime` and, with the features
//! `chrono`, `jiff` and `time`, the types of those crates.
//!
//! ```no_run
//! use std::time::{Duration, SystemTime};
//! use stripe_identity::verification_session::{self, VerificationSessionStatus};
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
//! let since = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
//! let mut sessions = verification_session::list()
//!     .status(VerificationSessionStatus::Verified)
//!     .created(since..)
//!     .limit(100) // per page
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
//! The module `webhook` (feature `webhook`, on by default) verifies that an event comes from
//! Stripe and decodes it into its type. Pass the raw bytes of the body: JSON that has been parsed
//! and serialized again no longer matches the signature. Stripe resends an event until it
//! receives a 2xx status, and may deliver events twice or out of order. Store the ids of
//! processed events to skip duplicates. An event of a known type whose object cannot be decoded
//! is an error, so that your handler does not confirm it; an event of any other type is kept as
//! `Unknown`.
//!
//! ```
//! # #[cfg(feature = "webhook")]
//! # fn main() -> Result<(), stripe_identity::Error> {
//! use stripe_identity::verification_session::VerificationSession;
//! use stripe_identity::webhook::{Event, IdentityEvent, TestSignature, WebhookVerifier};
//! use stripe_identity::{API, Timestamp, testing};
//!
//! fn handle(verifier: &WebhookVerifier, body: &[u8], signature: &str) -> u16 {
//!     let event: Event = match verifier.event(body, signature) {
//!         Ok(event) => event,
//!         Err(_) => return 400, // not from Stripe, or not readable: Stripe sends it again
//!     };
//!     match event.data {
//!         IdentityEvent::VerificationSessionVerified(session) => println!("{}", session.id),
//!         IdentityEvent::VerificationSessionRequiresInput(session) => {
//!             println!("{}: {:?}", session.id, session.last_error);
//!         }
//!         _ => {} // other events, including ones that Stripe adds later
//!     }
//!     200
//! }
//!
//! // In a test, sign the payload as Stripe would.
//! let verifier = WebhookVerifier::new("whsec_test")?;
//! let session: VerificationSession = testing::value(|_| {});
//! let body = testing::event_json(&API, "identity.verification_session.verified", &session);
//! let body = body.as_bytes();
//! let signature = TestSignature::new("whsec_test", Timestamp::now()).sign(body);
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
//! The feature `blocking` adds a `BlockingClient`. Send requests with `send_blocking` and read
//! lists with `paginate_blocking`. It is the same client, with the same settings, errors and
//! retries, on a tokio runtime of its own. That runtime has no thread; the threads that wait for
//! calls drive it.
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
//! The default transport is hyper with rustls. It pools connections, supports HTTP/2 (feature
//! `http2`), trusts the platform's certificates and reads proxies from the environment (feature
//! `proxy`). Each tokio runtime has connections of its own, so a client in a `static` can be used
//! from any number of them. Its settings, such as additional certificates, are on
//! `transport::HyperTransport`. You can replace it with any type that implements [`Transport`].
//! Headers, retries, timeouts and the body limit work the same over every transport.
//!
//! **Without tokio, and in WebAssembly.** Turn the default features off; `webhook` and `tracing`
//! need no runtime. Two things are then yours to bring, and [`ClientBuilder::build`] names what is
//! missing:
//!
//! - a [`Transport`], which sends a request over HTTP and TLS;
//! - an [`Environment`]: a monotonic clock and a timer. On `wasm32-unknown-unknown`, which has no
//!   system, also the current time and randomness. A webhook verifier takes the time from
//!   `WebhookVerifier::environment` there.
//!
//! Their futures must be `Send`; `send_wrapper` makes those of JavaScript so. The project's example
//! `webassembly` has both on JavaScript's `fetch`.
//!
//! # Testing
//!
//! The module [`testing`] makes values of response types. Optional fields are `None`, and required
//! ones have the plainest value; set what the test is about:
//!
//! ```
//! use stripe_identity::testing;
//! use stripe_identity::verification_session::{VerificationSession, VerificationSessionStatus};
//!
//! /// The program's own code.
//! fn may_rent(session: &VerificationSession) -> bool {
//!     session.status == VerificationSessionStatus::Verified
//! }
//!
//! let session = testing::value(|session: &mut VerificationSession| {
//!     session.status = VerificationSessionStatus::Verified;
//! });
//! assert!(may_rent(&session));
//! ```
//!
//! Errors, pages, expanded objects, metadata of responses and webhook events can be made as well:
//!
//! ```
//! use stripe_identity::http::StatusCode;
//! use stripe_identity::verification_report::VerificationReport;
//! use stripe_identity::verification_session::VerificationSession;
//! use stripe_identity::{API, Error, List, Response, ResponseMeta, testing};
//!
//! # fn main() -> Result<(), Error> {
//! let error = Error::builder(StatusCode::NOT_FOUND).code("resource_missing").build();
//! assert!(error.is_not_found());
//!
//! let session = testing::value(|session: &mut VerificationSession| {
//!     let report: VerificationReport = testing::value(|_| {});
//!     session.last_verification_report = Some(report.into()); // expanded
//! });
//! let page = List::new(vec![session.clone()], false);
//! let meta = ResponseMeta::new(StatusCode::OK).with_header("Request-Id", "req_123");
//! let response = Response::new(page, meta);
//!
//! # #[cfg(feature = "webhook")] {
//! use stripe_identity::webhook::Event;
//!
//! let type_ = "identity.verification_session.verified";
//! let event: Event = testing::event(&API, type_, &session)?;
//! // To test a whole handler, sign this with a `TestSignature`.
//! let body: String = testing::event_json(&API, type_, &session);
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! `Debug` hides personal data, so an assertion on two objects that differ in it prints them alike.
//! [`testing::reveal`] shows one value whole. It changes nothing else: no feature and no setting
//! makes the `Debug` output of a program show more.
//!
//! ```should_panic
//! use stripe_identity::testing::{self, reveal};
//! use stripe_identity::verification_session::VerificationSession;
//!
//! let for_user = |user: &str| {
//!     testing::value(|session: &mut VerificationSession| {
//!         session.client_reference_id = Some(user.to_owned());
//!     })
//! };
//! assert_eq!(reveal(&for_user("user-1")), reveal(&for_user("user-2"))); // prints both users
//! ```
//!
//! A transport can answer requests itself. The test needs no network, and everything above the
//! transport runs as in production:
//!
//! ```
//! use stripe_identity::http::{Request, Response};
//! use stripe_identity::verification_session::{self, VerificationSession};
//! use stripe_identity::{Client, bytes::Bytes, testing, transport};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), stripe_identity::Error> {
//! let stripe = transport::from_fn(|request: Request<Bytes>| async move {
//!     assert_eq!(request.uri().path(), "/v1/identity/verification_sessions/vs_123");
//!     let session: VerificationSession = testing::value(|_| {});
//!     Ok(Response::new(serde_json::to_vec(&session).expect("JSON").into()))
//! });
//! let client = Client::builder("sk_test_123").transport(stripe).build()?;
//! let session = verification_session::retrieve("vs_123").send(&client).await?;
//! assert_eq!(session.id, "test_id");
//! # Ok(())
//! # }
//! ```
//!
//! Such a test is only as accurate as the responses you write for it. The project's repository
//! also has `stripe-identity-fake`, a stand-in for Stripe that keeps sessions and reports,
//! rejects what Stripe rejects and sends signed webhooks. Point a client at it with
//! [`ClientBuilder::base_url`]. Plain `http` works for the loopback interface; for another host,
//! such as `http://stripe:12111` in a compose file, also call [`ClientBuilder::allow_http`], which
//! works with test keys only.
//!
//! # Personal data
//!
//! Verifications contain documents, faces and addresses. The `Debug` output of requests and
//! responses shows ids, timestamps, booleans and enums. All other strings and numbers print as
//! `<redacted>`, including fields that later versions of Stripe's API add. Keys, secrets and enum
//! values that this version does not know are redacted as well. `tracing` spans and events contain
//! the method, the path template without ids, the status, the request id, the connected account and
//! the number of attempts. Their names follow OpenTelemetry's conventions for HTTP clients: the
//! example `opentelemetry` exports them.
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
//! The fields themselves, and what `serde` serializes, are complete; what you print of them is up
//! to you. A session's `url` and `client_secret` give access to it: send them to its user only.
//!
//! Stripe sends the most sensitive results, such as a date of birth or a document number, only to
//! a [restricted key](https://docs.stripe.com/identity/access-verification-results) with the
//! permission to read them, and only if each is expanded:
//!
//! ```no_run
//! use stripe_identity::{RequestOptions, verification_session};
//!
//! # async fn example(client: &stripe_identity::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let session = verification_session::retrieve("vs_123")
//!     .expand(|session| session.verified_outputs())
//!     .expand(|session| session.verified_outputs().dob())
//!     .expand(|session| session.last_verification_report().document().number())
//!     .with_options(RequestOptions::new().api_key(std::env::var("STRIPE_RESTRICTED_KEY")?))
//!     .send(client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`verification_session::redact()`] asks Stripe to delete the personal data of a session.
//!
//! # New values and new versions
//!
//! Requests use the version of Stripe's API that this crate was generated from, [`API_VERSION`].
//! Stripe makes additions to a version without notice, and none of them cause an error: unknown
//! properties are ignored, unknown events are kept as JSON, and enums keep unknown values.
//!
//! ```
//! use stripe_identity::verification_session::VerificationSessionStatus;
//!
//! let status = VerificationSessionStatus::from("waiting_for_a_person");
//! assert_eq!(status.as_str(), "waiting_for_a_person");
//! assert!(matches!(status, VerificationSessionStatus::UnknownValue(_)));
//! ```
//!
//! Webhook events have the API version of the endpoint or of the account, not of this crate.
//! `Event::is_compatible_with` tells whether the two belong to the same release. Create the
//! endpoint with [`API_VERSION`] to make sure that they do.
//!
//! # Features
//!
//! | feature | default | what it adds | crates | build | size |
//! |---|---|---|---|---|---|
//! | `default-transport` | yes | the transport that `Client::new` uses, on hyper and rustls | 27 | | |
//! | `http2` | yes | HTTP/2 in this transport, where the server offers it; without it, HTTP/1.1 | 8 | 17 s | 0.78 MB |
//! | `proxy` | yes | proxies from the environment in this transport; without it, they are ignored | 3 | 4 s | 0.08 MB |
//! | `tracing` | yes | spans and events, with nothing personal | 0 | - | < 0.01 MB |
//! | `webhook` | yes | webhook signatures and typed events | 0 | - | 0.01 MB |
//! | `blocking` | no | `BlockingClient` | 0 | - | 0.01 MB |
//! | `chrono`, `jiff`, `time` | no | conversions of [`Timestamp`] | 3, 2, 5 | -, 11 s, 10 s | < 0.01 MB |
//!
//! The last columns say what a program on Linux pays for it: the crates that are built, beside the
//! other default features and the 21 crates without any; the processor time of its release build, and
//! the size of its binary. The smallest program takes 93 s and has 4.12 MB with the default features,
//! stripped. A dash is too little to tell: builds differ by some seconds from one to the next.
//!
//! # Upgrading
//!
//! Enums and responses are `#[non_exhaustive]`: match with a `_` arm, and read fields instead of
//! destructuring structs. New fields, parameters, values and operations are then compatible. What
//! Stripe removes or changes breaks your build instead of your running program, and the changelog
//! lists each such change. Before 1.0, breaking changes increase the minor version.

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
    Api, BodyFormat, Clearable, Client, ClientBuilder, Environment, Error, ErrorBuilder,
    ErrorKind, Expandable, FormEncoder, FormValue, InvalidArgument, Json, List, ListItem,
    ListOperation, Metadata, Method, Object, ObjectId, Operation, Outcome, Page, Pages,
    RangeQuery, RawRequest, RequestOptions, Response, ResponseMeta, Sleep, Timestamp,
    Transport, UnknownValue, expand, testing, transport,
};
pub use stripe_runtime::{bytes, http};

stripe_runtime::generated_for!("0.1");

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-09-30.endive";

/// The API version, and the name and version of this crate for the `User-Agent` header.
///
/// Pass it to a [`RawRequest`] to call an endpoint that this crate does not cover.
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
