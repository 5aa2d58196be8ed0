use std::borrow::Cow;

use http::Method;
use serde::de::DeserializeOwned;

use crate::{Api, FormEncoder, InvalidArgument, List, RequestOptions};

/// One of Stripe's objects: what has an id.
pub trait Object {
    /// The type of its id.
    type Id: AsRef<str>;

    /// Its id.
    fn id(&self) -> &Self::Id;
}

/// A request of a generated crate: plain data until it is sent with
/// [`Client::send`](crate::Client::send).
///
/// It can be implemented by hand; for one call,
/// [`RawRequest`](crate::RawRequest) is less work.
pub trait Operation {
    /// What a successful response holds.
    type Output: DeserializeOwned;
    /// The generated crate, for `Stripe-Version` and `User-Agent`.
    const API: &'static Api;
    /// The HTTP method. `POST` sends its parameters as the body, every other
    /// method as the query.
    const METHOD: Method;
    /// The path's template, for spans: `/v1/identity/verification_sessions/{session}`.
    const PATH: &'static str;

    /// The path, put after the base URL as it is.
    ///
    /// # Errors
    ///
    /// An id was refused.
    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument>;

    /// Writes the parameters.
    fn parameters(&self, form: &mut FormEncoder);

    /// Idempotency key, account, timeout and the like.
    fn options(&self) -> &RequestOptions;
}

/// A request that gives a page of a list, and can be asked for the next.
pub trait ListOperation: Operation<Output = List<Self::Item>> {
    /// What the list holds.
    type Item: Object + DeserializeOwned;

    /// The id that the page begins after.
    fn starting_after(&self) -> Option<&str>;

    /// Sets the id that the page begins after.
    fn set_starting_after(&mut self, id: Option<String>);

    /// The id that the page ends before.
    fn ending_before(&self) -> Option<&str>;

    /// Sets the id that the page ends before.
    fn set_ending_before(&mut self, id: Option<String>);
}
