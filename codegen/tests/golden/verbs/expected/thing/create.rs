// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, Client, Error, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
    Response,
};
use super::Thing;

/// `POST /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing;
///
/// let thing = thing::create()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create() -> CreateThing {
    CreateThing {
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create`](create()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    request_options: RequestOptions,
}

impl CreateThing {
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
    pub async fn send(self, client: &Client) -> Result<Thing, Error> {
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
    ) -> Result<Response<Thing>, Error> {
        client.send_with_meta(&self).await
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
    ) -> Result<Thing, Error> {
        client.send(&self)
    }
}

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
