// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, FormValue, InvalidArgument, Method, Operation, RequestOptions,
    Timestamp, UnknownValue, Upload,
};
use super::Thing;

/// Creates a `thing`.
///
/// `POST /v1/things`
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::thing::{self, CreateLink, CreatePurpose};
///
/// let thing = thing::create(stripe_client::Upload::new("passport.png", std::fs::read("passport.png").unwrap_or_default()), CreatePurpose::Proof)
///     .link(CreateLink::new(true).expires_at(1_700_000_000))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(file: Upload, purpose: impl Into<CreatePurpose>) -> CreateThing {
    CreateThing {
        file,
        purpose: purpose.into(),
        link: None,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create`](create()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    file: Upload,
    link: Option<CreateLink>,
    purpose: CreatePurpose,
    request_options: RequestOptions,
}

impl CreateThing {
    /// Sets `link`, which Stripe does not describe.
    pub fn link(mut self, link: CreateLink) -> Self {
        self.link = Some(link);
        self
    }
}

stripe_runtime::impl_request!(CreateThing, Thing);

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("file", &self.file)
            .field("link", &self.link)
            .field("purpose", &self.purpose)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateThing {
    type Output = Thing;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/things";
    const BASE_URL: Option<&'static str> = Some("https://files.stripe.com");
    const MULTIPART: bool = true;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("file", &self.file);
        form.parameter("link", &self.link);
        form.parameter("purpose", &self.purpose);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `link`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateLink {
    create: bool,
    expires_at: Option<Timestamp>,
}

impl CreateLink {
    /// With `create` set, which Stripe requires.
    pub fn new(create: bool) -> Self {
        Self { create, expires_at: None }
    }

    /// Sets `expires_at`, which Stripe does not describe.
    pub fn expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }
}

impl fmt::Debug for CreateLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateLink")
            .field("create", &self.create)
            .field("expires_at", &self.expires_at)
            .finish()
    }
}

impl FormValue for CreateLink {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("create", &self.create);
        form.parameter("expires_at", &self.expires_at);
    }
}

/// Sent as `purpose`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreatePurpose {
    /// `proof`
    Proof,
    /// `other`
    Other,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl CreatePurpose {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Proof => "proof",
            Self::Other => "other",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for CreatePurpose {
    fn from(value: &str) -> Self {
        match value {
            "proof" => Self::Proof,
            "other" => Self::Other,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(CreatePurpose);
