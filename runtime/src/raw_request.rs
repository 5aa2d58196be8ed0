use std::borrow::Cow;
use std::fmt;

use http::Method;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::{Ask, V2, sends_body};
use crate::{
    Api, BodyFormat, Client, Error, FormEncoder, InvalidArgument, Redacted, RequestOptions,
    Response,
};

/// A request to an endpoint that is not generated: any path of
/// [Stripe's API](https://docs.stripe.com/api), with parameters as JSON. The response is
/// JSON or a type of your own.
///
/// The body is a form under `/v1` and JSON under `/v2`.
///
/// Retries, idempotency keys, options and errors work as for generated requests.
///
/// ```no_run
/// use stripe_runtime::{Api, Client, Error, Json, RawRequest};
///
/// // A generated crate has this constant.
/// static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
///
/// # async fn example(client: Client) -> Result<(), Error> {
/// let customer: Json = RawRequest::post(&API, "/v1/customers")
///     .parameter("metadata", serde_json::json!({"order_id": "6735"}))
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RawRequest {
    api: &'static Api,
    method: Method,
    path: Result<Cow<'static, str>, InvalidArgument>,
    parameters: Vec<(String, Value)>,
    query: Vec<(String, Value)>,
    options: RequestOptions,
}

impl RawRequest {
    /// Creates a request with any method. `POST`, `PUT` and `PATCH` send their parameters
    /// in the body, every other method in the query. The path begins with `/` and is sent
    /// unchanged: never put unchecked text into it.
    pub fn new(api: &'static Api, method: Method, path: impl Into<Cow<'static, str>>) -> Self {
        Self {
            api,
            method,
            path: Ok(path.into()),
            parameters: Vec::new(),
            query: Vec::new(),
            options: RequestOptions::new(),
        }
    }

    /// Creates a `GET` request to a path that may have been rejected.
    #[cfg(feature = "webhook")]
    pub(crate) fn checked(
        api: &'static Api,
        path: Result<Cow<'static, str>, InvalidArgument>,
    ) -> Self {
        Self {
            path,
            ..Self::get(api, "")
        }
    }

    /// Creates a `GET` request.
    pub fn get(api: &'static Api, path: impl Into<Cow<'static, str>>) -> Self {
        Self::new(api, Method::GET, path)
    }

    /// Creates a `POST` request.
    pub fn post(api: &'static Api, path: impl Into<Cow<'static, str>>) -> Self {
        Self::new(api, Method::POST, path)
    }

    /// Creates a `PUT` request.
    pub fn put(api: &'static Api, path: impl Into<Cow<'static, str>>) -> Self {
        Self::new(api, Method::PUT, path)
    }

    /// Creates a `DELETE` request.
    pub fn delete(api: &'static Api, path: impl Into<Cow<'static, str>>) -> Self {
        Self::new(api, Method::DELETE, path)
    }

    /// Adds a parameter. Pass nested ones as JSON; `null` clears a value.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// Adds a parameter of the query, whatever the method.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sets options, such as the idempotency key, the connected account or the timeout.
    /// Options that were set before are kept unless they are set again.
    pub fn with_options(mut self, options: RequestOptions) -> Self {
        self.options = self.options.overridden_by(options);
        self
    }

    /// Sends the request.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    pub async fn send<T: DeserializeOwned>(self, client: &Client) -> Result<T, Error> {
        Ok(self.send_with_meta(client).await?.body)
    }

    /// Like [`send`](Self::send), and also returns the status, the request id, the
    /// headers, the number of attempts and the idempotency key.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    pub async fn send_with_meta<T: DeserializeOwned>(
        self,
        client: &Client,
    ) -> Result<Response<T>, Error> {
        client.engine.call(self.ask()).await?.decode()
    }

    /// Sends the request and blocks until the response arrives.
    ///
    /// # Errors
    ///
    /// Those of [`Client::send`].
    #[cfg(feature = "blocking")]
    pub fn send_blocking<T: DeserializeOwned>(
        self,
        client: &crate::BlockingClient,
    ) -> Result<T, Error> {
        Ok(client.call(self.ask())?.decode()?.body)
    }

    fn ask(&self) -> Ask<'_> {
        let is_json =
            sends_body(&self.method) && self.path.as_ref().is_ok_and(|path| path.starts_with(V2));
        let mut form = FormEncoder::of(if is_json {
            BodyFormat::Json
        } else {
            BodyFormat::Form
        });
        for (name, value) in &self.parameters {
            form.further(name, value);
        }
        let mut query = FormEncoder::new();
        for (name, value) in &self.query {
            query.further(name, value);
        }
        Ask {
            api: self.api,
            method: self.method.clone(),
            // The path may hold ids, and spans must not.
            template: "(raw)",
            path: self.path.clone(),
            form,
            query,
            options: &self.options,
            base_url: None,
            accept: "application/json",
            left: None,
        }
    }
}

impl fmt::Debug for RawRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawRequest")
            .field("method", &self.method)
            .field("path", &Redacted)
            .field("parameters", &self.parameters.len())
            .field("query", &self.query.len())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
