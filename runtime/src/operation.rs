use std::borrow::Cow;

use bytes::Bytes;
use http::Method;
use serde::de::DeserializeOwned;

use crate::{Api, BodyFormat, Error, FormEncoder, InvalidArgument, RequestOptions};

/// A Stripe object with an id.
pub trait Object {
    /// The type of its id.
    type Id: AsRef<str>;

    /// Its id.
    fn id(&self) -> &Self::Id;
}

/// A request of a generated crate: plain data until it is sent with
/// [`Client::send`](crate::Client::send).
///
/// You can implement it yourself; for a single call,
/// [`RawRequest`](crate::RawRequest) is less work.
///
/// ```
/// use std::borrow::Cow;
/// use serde::Deserialize;
/// use stripe_runtime::{
///     Api, Client, FormEncoder, InvalidArgument, Method, ObjectId, Operation, RequestOptions,
///     path_parameter, path_segment, transport,
/// };
///
/// static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
///
/// #[derive(Deserialize)]
/// struct Customer {
///     email: Option<String>,
/// }
///
/// struct RetrieveCustomer {
///     customer: Result<ObjectId, InvalidArgument>,
///     options: RequestOptions,
/// }
///
/// impl Operation for RetrieveCustomer {
///     type Output = Customer;
///     const API: &'static Api = &API;
///     const METHOD: Method = Method::GET;
///     const PATH: &'static str = "/v1/customers/{customer}";
///
///     fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
///         Ok(format!("/v1/customers/{}", path_segment(&self.customer)?).into())
///     }
///
///     fn parameters(&self, form: &mut FormEncoder) {
///         form.parameter("expand", &["tax_ids"]);
///     }
///
///     fn options(&self) -> &RequestOptions {
///         &self.options
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), stripe_runtime::Error> {
/// # let client = Client::builder("sk_test_123")
/// #     .transport(transport::from_fn(|request| async move {
/// #         assert_eq!(request.uri().path(), "/v1/customers/cus_123");
/// #         assert_eq!(request.uri().query(), Some("expand%5B0%5D=tax_ids"));
/// #         Ok(http::Response::new(r#"{"id": "cus_123", "email": "jenny@example.com"}"#.into()))
/// #     }))
/// #     .build()?;
/// let request = RetrieveCustomer {
///     customer: path_parameter("customer", "cus_123"), // a refusal is returned by `send`
///     options: RequestOptions::new(),
/// };
/// let customer = client.send(&request).await?;
/// assert!(customer.email.is_some());
/// # Ok(())
/// # }
/// ```
pub trait Operation {
    /// The type of a successful response.
    type Output: DeserializeOwned;
    /// The generated crate, for `Stripe-Version` and `User-Agent`.
    const API: &'static Api;
    /// The HTTP method. `POST` and `PUT` send their parameters in the body, every other
    /// method in the query.
    const METHOD: Method;
    /// The path's template, for spans: `/v1/identity/verification_sessions/{session}`.
    const PATH: &'static str;
    /// The base URL, if it is not the API's usual one. A base URL that was set on the
    /// client takes precedence.
    const BASE_URL: Option<&'static str> = None;
    /// How the parameters are written into the body, if the method sends one.
    const BODY: BodyFormat = BodyFormat::Form;
    /// The media type of a successful response.
    const ACCEPT: &'static str = "application/json";

    /// The path, which is appended to the base URL unchanged.
    ///
    /// # Errors
    ///
    /// An id was rejected.
    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument>;

    /// Writes the parameters.
    fn parameters(&self, form: &mut FormEncoder);

    /// Writes the parameters that are sent in the query, beside those in the body.
    fn query(&self, _query: &mut FormEncoder) {}

    /// The idempotency key, the account, timeouts and other options.
    fn options(&self) -> &RequestOptions;

    /// Reads a response that is not JSON, such as a [`Download`](crate::Download).
    ///
    /// # Errors
    ///
    /// Returns the body if it has to be read as JSON, which is the default.
    fn read(body: Bytes) -> Result<Self::Output, Bytes> {
        Err(body)
    }
}

/// An item of a list that can be paginated.
///
/// Every [`Object`] is one.
pub trait ListItem {
    /// The cursor of the page after this item: its id, if it has one.
    fn cursor(&self) -> Option<&str>;
}

impl<T: Object> ListItem for T {
    fn cursor(&self) -> Option<&str> {
        Some(self.id().as_ref())
    }
}

/// One page of a list: [`List`](crate::List), [`SearchResult`](crate::SearchResult) or
/// [`V2List`](crate::V2List).
pub trait Page {
    /// The type of the items.
    type Item;

    /// Returns the items in the order in which they are read, and where the next page
    /// begins, if there is one.
    ///
    /// # Errors
    ///
    /// The page says that there are more items, but not where.
    fn into_parts(self, backward: bool) -> Result<(Vec<Self::Item>, Option<String>), Error>;
}

/// A request for one page of a list, which can be changed to request the next one.
pub trait ListOperation: Operation<Output: Page<Item = Self::Item>> {
    /// The type of the items.
    type Item;

    /// Where the page begins, if the request says so: the id of an item, the token of a
    /// page or its URL.
    fn cursor(&self) -> Option<&str>;

    /// Sets where the page begins.
    fn set_cursor(&mut self, cursor: String);

    /// Whether the list is read backward, from `ending_before`.
    fn is_backward(&self) -> bool {
        false
    }
}
