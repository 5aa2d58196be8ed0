use std::borrow::Cow;

use bytes::Bytes;
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
    /// Where the request goes unless the client was given a base URL; none
    /// where all of the API is.
    const BASE_URL: Option<&'static str> = None;
    /// Whether the parameters are sent as `multipart/form-data`, which can hold
    /// [files](crate::Upload).
    const MULTIPART: bool = false;
    /// The media type of a successful response.
    const ACCEPT: &'static str = "application/json";

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

    /// Reads a response that is no JSON, such as a [`Download`](crate::Download).
    ///
    /// # Errors
    ///
    /// Gives the body back where it is to be read as JSON: by default, always.
    fn read(body: Bytes) -> Result<Self::Output, Bytes> {
        Err(body)
    }
}

/// What a list that can be read on over its pages holds.
///
/// Every [`Object`] is one.
pub trait ListItem {
    /// What the page behind this item begins after: its id, if it has one.
    fn cursor(&self) -> Option<&str>;
}

impl<T: Object> ListItem for T {
    fn cursor(&self) -> Option<&str> {
        Some(self.id().as_ref())
    }
}

/// A request that gives a page of a list, and can be asked for the next.
pub trait ListOperation: Operation<Output = List<Self::Item>> {
    /// What the list holds.
    type Item: ListItem + DeserializeOwned;

    /// The id that the page begins after.
    fn starting_after(&self) -> Option<&str>;

    /// Sets the id that the page begins after.
    fn set_starting_after(&mut self, id: Option<String>);

    /// The id that the page ends before.
    fn ending_before(&self) -> Option<&str>;

    /// Sets the id that the page ends before.
    fn set_ending_before(&mut self, id: Option<String>);
}
