// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, Client, Error, FormEncoder, InvalidArgument, List, ListOperation, Method,
    Operation, Pages, Redacted, RequestOptions, Response,
};
use super::Line;

/// `GET /v1/lines`
///
/// [Stripe's documentation](https://docs.stripe.com/api/lines/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::line;
///
/// let page = line::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListLines {
    ListLines {
        ending_before: None,
        starting_after: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`list`](list()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListLines {
    ending_before: Option<String>,
    starting_after: Option<String>,
    request_options: RequestOptions,
}

impl ListLines {
    /// Sets `ending_before`, which Stripe does not describe.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Sets `starting_after`, which Stripe does not describe.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }

    /// Sets what concerns this call alone: idempotency key, account, timeout and the like.
    pub fn with_options(mut self, options: RequestOptions) -> Self {
        self.request_options = options;
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// An argument that was refused before anything was sent, a failure on the way, or what Stripe refused.
    pub async fn send(self, client: &Client) -> Result<List<Line>, Error> {
        client.send(&self).await
    }

    /// Sends the request, and gives the response's status, headers and request id as well.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_with_meta(
        self,
        client: &Client,
    ) -> Result<Response<List<Line>>, Error> {
        client.send_with_meta(&self).await
    }

    /// Every item of this page and of those behind it, one by one; a page is fetched when it is needed.
    ///
    /// With `ending_before` set it goes backward, otherwise forward; filters and `expand` are carried over.
    #[must_use = "nothing is fetched until an item is asked for"]
    pub fn paginate(self, client: &Client) -> Pages<Self> {
        client.paginate(self)
    }

    /// Sends the request, and waits for the response without an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(
        self,
        client: &stripe_runtime::BlockingClient,
    ) -> Result<List<Line>, Error> {
        client.send(&self)
    }

    /// As [`paginate`](Self::paginate), without an asynchronous runtime.
    #[cfg(feature = "blocking")]
    #[must_use = "nothing is fetched until an item is asked for"]
    pub fn paginate_blocking(
        self,
        client: &stripe_runtime::BlockingClient,
    ) -> stripe_runtime::BlockingPages<Self> {
        client.paginate(self)
    }
}

impl fmt::Debug for ListLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListLines")
            .field("ending_before", &self.ending_before.as_ref().map(|_| Redacted))
            .field("starting_after", &self.starting_after.as_ref().map(|_| Redacted))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListLines {
    type Output = List<Line>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/lines";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ending_before", &self.ending_before);
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

impl ListOperation for ListLines {
    type Item = Line;

    fn starting_after(&self) -> Option<&str> {
        self.starting_after.as_deref()
    }

    fn set_starting_after(&mut self, id: Option<String>) {
        self.starting_after = id;
    }

    fn ending_before(&self) -> Option<&str> {
        self.ending_before.as_deref()
    }

    fn set_ending_before(&mut self, id: Option<String>) {
        self.ending_before = id;
    }
}
