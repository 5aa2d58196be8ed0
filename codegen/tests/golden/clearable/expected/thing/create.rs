// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, Clearable, FormEncoder, FormValue, InvalidArgument, Method, Operation, Redacted,
    RequestOptions, UnknownValue,
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
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create() -> CreateThing {
    CreateThing {
        mood: Clearable::Unset,
        note: Clearable::Unset,
        size: Clearable::Unset,
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`create`](create()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateThing {
    mood: Clearable<CreateMood>,
    note: Clearable<String>,
    size: Clearable<CreateSize>,
    request_options: RequestOptions,
}

impl CreateThing {
    /// Sets `mood`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` removes the value that is stored.
    pub fn mood(mut self, mood: impl Into<Clearable<CreateMood>>) -> Self {
        self.mood = mood.into();
        self
    }

    /// A note.
    ///
    /// `Clearable::Clear` removes the value that is stored.
    pub fn note(mut self, note: impl Into<Clearable<String>>) -> Self {
        self.note = note.into();
        self
    }

    /// Sets `size`, which Stripe does not describe.
    ///
    /// `Clearable::Clear` removes the value that is stored.
    pub fn size(mut self, size: impl Into<Clearable<CreateSize>>) -> Self {
        self.size = size.into();
        self
    }
}

stripe_runtime::impl_request!(CreateThing, Thing);

impl fmt::Debug for CreateThing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateThing")
            .field("mood", &self.mood)
            .field("note", &Redacted)
            .field("size", &self.size)
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
        form.parameter("mood", &self.mood);
        form.parameter("note", &self.note);
        form.parameter("size", &self.size);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `mood`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreateMood {
    /// `calm`
    Calm,
    /// `wild`
    Wild,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl CreateMood {
    /// The value as Stripe writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Calm => "calm",
            Self::Wild => "wild",
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for CreateMood {
    fn from(value: &str) -> Self {
        match value {
            "calm" => Self::Calm,
            "wild" => Self::Wild,
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(CreateMood);

/// Sent as `size`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateSize {
    width: Option<i64>,
}

impl CreateSize {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `width`, which Stripe does not describe.
    pub fn width(mut self, width: i64) -> Self {
        self.width = Some(width);
        self
    }
}

impl fmt::Debug for CreateSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateSize")
            .field("width", &self.width.as_ref().map(|_| Redacted))
            .finish()
    }
}

impl FormValue for CreateSize {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("width", &self.width);
    }
}
