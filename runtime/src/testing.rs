//! Values for tests of programs that use a generated crate.
//!
//! Responses are `#[non_exhaustive]`, so that Stripe can add properties to them. [`value`]
//! makes one nevertheless, without a page of JSON:
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use stripe_runtime::{ObjectId, Timestamp, testing};
//!
//! // A generated crate has types like this one.
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! #[non_exhaustive]
//! pub struct VerificationSession {
//!     pub id: ObjectId,
//!     pub created: Timestamp,
//!     pub client_reference_id: Option<String>,
//! }
//!
//! let session: VerificationSession = testing::value(|session: &mut VerificationSession| {
//!     session.client_reference_id = Some("user-1".to_owned());
//! });
//! assert_eq!(session.id, "test_id");
//! ```
//!
//! The other things that a program meets in a response can be made as well:
//!
//! | what | how |
//! |---|---|
//! | an [`Error`](crate::Error) | [`Error::builder`](crate::Error::builder), or `From` a [`TransportError`](crate::TransportError) |
//! | an [`Expandable`](crate::Expandable) | its variants, or `From` the object |
//! | a [`List`](crate::List), [`SearchResult`](crate::SearchResult) or [`V2List`](crate::V2List) | its `new` |
//! | a [`Response`](crate::Response) | [`Response::new`](crate::Response::new) with [`ResponseMeta::new`](crate::ResponseMeta::new) |
//! | a webhook event | `testing::event`, or `testing::event_json` with `webhook::TestSignature` |
//!
//! [`reveal`] shows in a failed assertion what `Debug` hides.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

mod blank;

use blank::Blank;

/// Makes a value of a type that a generated crate decodes, such as a resource, and lets `change`
/// set its fields.
///
/// Optional fields are `None`, lists and maps are empty, booleans are `false`, and numbers and
/// times are zero. An id or other text is `test_` and the name of its field. An enum has the
/// first value of Stripe's list. A field that Stripe adds later changes nothing in a test.
///
/// See the [module](self) for an example.
///
/// # Panics
///
/// `T` accepts none of these values. No type of a generated crate does that.
#[track_caller]
#[expect(
    clippy::panic,
    reason = "how a test is told that it asks for what cannot be"
)]
pub fn value<T: DeserializeOwned>(change: impl FnOnce(&mut T)) -> T {
    match T::deserialize(Blank::new("value")) {
        Ok(mut value) => {
            change(&mut value);
            value
        }
        Err(error) => panic!("no value of this type can be made: {error}"),
    }
}

/// Shows a value whole, as JSON, where `Debug` of the value hides personal data.
///
/// Two responses that differ in a hidden field print alike when an assertion fails. Compare what
/// this function returns instead:
///
/// ```should_panic
/// # use serde::{Deserialize, Serialize};
/// # #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// # struct Address { city: String }
/// use stripe_runtime::testing::{self, reveal};
///
/// let one: Address = testing::value(|address: &mut Address| address.city = "Oslo".to_owned());
/// let two: Address = testing::value(|address: &mut Address| address.city = "Rome".to_owned());
/// assert_eq!(reveal(&one), reveal(&two)); // prints both cities
/// ```
///
/// It shows the one value that it is called with: no feature and no setting makes any other
/// `Debug` output show more. Use it in tests only.
pub fn reveal<T: Serialize + PartialEq + ?Sized>(value: &T) -> Revealed<'_, T> {
    Revealed(value)
}

/// A value whose `Debug` hides nothing; see [`reveal`].
#[derive(Clone, Copy)]
pub struct Revealed<'a, T: ?Sized>(&'a T);

impl<T: PartialEq + ?Sized> PartialEq for Revealed<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Serialize + ?Sized> fmt::Debug for Revealed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match serde_json::to_string_pretty(self.0) {
            Ok(json) => f.write_str(&json),
            Err(error) => write!(f, "<not JSON: {error}>"),
        }
    }
}

/// The JSON of a webhook event of this type and version, about this object.
///
/// Sign it with [`TestSignature`](crate::webhook::TestSignature) to test the whole handler of a
/// webhook.
///
/// ```
/// use stripe_runtime::webhook::{Event, EventObject, TestSignature, WebhookVerifier};
/// use stripe_runtime::{Api, Timestamp, testing};
///
/// // A generated crate has this constant.
/// static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
///
/// let object = serde_json::json!({ "id": "vs_123" });
/// let body = testing::event_json(&API, "identity.verification_session.verified", &object);
/// let signature = TestSignature::new("whsec_test", Timestamp::now()).sign(body.as_bytes());
///
/// let verifier = WebhookVerifier::new("whsec_test")?;
/// let event: Event<EventObject> = verifier.event(body.as_bytes(), &signature)?;
/// assert_eq!(event.type_, "identity.verification_session.verified");
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
#[cfg(feature = "webhook")]
#[must_use]
pub fn event_json(api: &crate::Api, type_: &str, object: &(impl Serialize + ?Sized)) -> String {
    // What a generated crate decodes is JSON; anything else becomes `null`.
    let object = serde_json::to_value(object).unwrap_or_default();
    serde_json::json!({
        "id": "evt_test",
        "object": "event",
        "api_version": api.version,
        "created": 0,
        "data": { "object": object },
        "livemode": false,
        "type": type_,
    })
    .to_string()
}

/// A webhook event of this type and version, about this object.
///
/// ```
/// use stripe_runtime::webhook::{Event, EventObject};
/// use stripe_runtime::{Api, testing};
///
/// // A generated crate has this constant.
/// static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
///
/// let object = serde_json::json!({ "id": "vs_123" });
/// let event: Event<EventObject> =
///     testing::event(&API, "identity.verification_session.verified", &object)?;
/// assert_eq!(event.id, "evt_test");
/// # Ok::<(), stripe_runtime::Error>(())
/// ```
///
/// # Errors
///
/// An event of this type is not about such an object.
#[cfg(feature = "webhook")]
pub fn event<D: crate::webhook::EventData>(
    api: &crate::Api,
    type_: &str,
    object: &(impl Serialize + ?Sized),
) -> Result<crate::webhook::Event<D>, crate::Error> {
    crate::webhook::Event::parse(event_json(api, type_, object).as_bytes())
}
