// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use std::collections::BTreeMap;
use stripe_runtime::{
    Api, FormEncoder, FormValue, InvalidArgument, Metadata, Method, Operation, Redacted,
    RequestOptions, Timestamp, UnknownValue,
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
/// use stripe_client::thing;
///
/// let thing = thing::create()
///     .labels([("order_id", "6735")])
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create() -> CreateThing {
    CreateThing {
        ends: None,
        labels: None,
        prices: BTreeMap::new(),
        since: None,
        tags: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create`](create()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    ends: Option<CreateEnds>,
    labels: Option<Metadata>,
    prices: BTreeMap<String, i64>,
    since: Option<Timestamp>,
    tags: Vec<String>,
    request_options: RequestOptions,
}

impl CreateThing {
    /// Sets `ends`, which Stripe does not describe.
    pub fn ends(mut self, ends: impl Into<CreateEnds>) -> Self {
        self.ends = Some(ends.into());
        self
    }

    /// Sets `labels`, which Stripe does not describe.
    pub fn labels(mut self, labels: impl Into<Metadata>) -> Self {
        self.labels = Some(labels.into());
        self
    }

    /// Sets `prices`, which Stripe does not describe.
    pub fn prices(
        mut self,
        prices: impl IntoIterator<Item = (impl Into<String>, i64)>,
    ) -> Self {
        self.prices = prices
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect();
        self
    }

    /// Sets `since`, which Stripe does not describe.
    pub fn since(mut self, since: impl Into<Timestamp>) -> Self {
        self.since = Some(since.into());
        self
    }

    /// Sets `tags`, which Stripe does not describe.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }
}

stripe_runtime::impl_request!(CreateThing, Thing);

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("ends", &self.ends)
            .field("labels", &self.labels.as_ref().map(|_| Redacted))
            .field("prices", &Redacted)
            .field("since", &self.since)
            .field("tags", &Redacted)
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

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("ends", &self.ends);
        form.parameter("labels", &self.labels);
        form.parameter("prices", &self.prices);
        form.parameter("since", &self.since);
        form.parameter("tags", &self.tags);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `ends`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateEndsValue {
    /// `never`
    Never,
    /// `now`
    Now,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl CreateEndsValue {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Never => "never",
            Self::Now => "now",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for CreateEndsValue {
    fn from(value: &str) -> Self {
        match value {
            "never" => Self::Never,
            "now" => Self::Now,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(CreateEndsValue);

/// Sent as `ends`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateEnds {
    /// A `Value`.
    Value(CreateEndsValue),
    /// A `Timestamp`.
    Timestamp(Timestamp),
}

impl fmt::Debug for CreateEnds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => f.debug_tuple("Value").field(value).finish(),
            Self::Timestamp(value) => f.debug_tuple("Timestamp").field(value).finish(),
        }
    }
}

impl FormValue for CreateEnds {
    fn encode(&self, form: &mut FormEncoder) {
        match self {
            Self::Value(value) => FormValue::encode(value, form),
            Self::Timestamp(value) => FormValue::encode(value, form),
        }
    }
}

impl From<CreateEndsValue> for CreateEnds {
    fn from(value: CreateEndsValue) -> Self {
        Self::Value(value)
    }
}

impl From<Timestamp> for CreateEnds {
    fn from(value: Timestamp) -> Self {
        Self::Timestamp(value)
    }
}
