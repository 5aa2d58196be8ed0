//! A resource and its operations, as they are generated.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use stripe_runtime::{
    Api, Clearable, Expandable, FormEncoder, FormValue, InvalidArgument, List, Metadata, Method,
    Object, ObjectId, ObjectTag, Operation, Outcome, RangeQuery, RequestOptions, Tagged, Timestamp,
    UnknownValue, path_parameter, path_segment,
};

pub(crate) static API: Api = Api::new("2026-09-30.endive", "stripe-identity", "0.1.0");

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SessionId(ObjectId);
stripe_runtime::impl_id!(SessionId);

#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Status {
    Verified,
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    Status {
        Verified: "verified",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub(crate) struct Session {
    object: ObjectTag<Self>,
    pub id: SessionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created: Option<Timestamp>,
    #[serde(default)]
    pub metadata: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Expandable<Session>>,
}

impl Tagged for Session {
    const OBJECT: &'static str = "identity.verification_session";
}

impl Object for Session {
    type Id = SessionId;

    fn id(&self) -> &SessionId {
        &self.id
    }
}

impl Outcome for Session {
    fn has_outcome(&self) -> bool {
        self.status == Some(Status::Verified)
    }
}

#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(crate) document: Clearable<Document>,
}

#[derive(Clone, Default)]
pub(crate) struct Document {
    pub(crate) require_live_capture: Option<bool>,
}

impl FormValue for Options {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("document", &self.document);
    }
}

impl FormValue for Document {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("require_live_capture", &self.require_live_capture);
    }
}

#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub(crate) struct Update {
    session: Result<SessionId, InvalidArgument>,
    metadata: Option<Metadata>,
    options: Option<Options>,
    request_options: RequestOptions,
}

pub(crate) fn update(session: impl TryInto<SessionId, Error: Into<InvalidArgument>>) -> Update {
    Update {
        session: path_parameter("session", session),
        metadata: None,
        options: None,
        request_options: RequestOptions::new(),
    }
}

impl Update {
    pub(crate) fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    pub(crate) fn options(mut self, options: impl Into<Options>) -> Self {
        self.options = Some(options.into());
        self
    }
}

stripe_runtime::impl_request!(Update, Session);

impl Operation for Update {
    type Output = Session;
    const API: &'static Api = &API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/identity/verification_sessions/{session}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let session = path_segment(&self.session)?;
        Ok(Cow::Owned(format!(
            "/v1/identity/verification_sessions/{session}"
        )))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("metadata", &self.metadata);
        form.parameter("options", &self.options);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub(crate) struct Retrieve {
    session: Result<SessionId, InvalidArgument>,
    request_options: RequestOptions,
}

pub(crate) fn retrieve(session: impl TryInto<SessionId, Error: Into<InvalidArgument>>) -> Retrieve {
    Retrieve {
        session: path_parameter("session", session),
        request_options: RequestOptions::new(),
    }
}

stripe_runtime::impl_request!(Retrieve, Session);
stripe_runtime::impl_wait!(Retrieve, Session, " Waits until it is verified.");

impl Operation for Retrieve {
    type Output = Session;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/identity/verification_sessions/{session}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let session = path_segment(&self.session)?;
        Ok(Cow::Owned(format!(
            "/v1/identity/verification_sessions/{session}"
        )))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
pub(crate) struct ListSessions {
    pub(crate) limit: Option<i64>,
    pub(crate) status: Option<Status>,
    pub(crate) created: Option<RangeQuery>,
    pub(crate) expand: Vec<String>,
    pub(crate) starting_after: Option<String>,
    pub(crate) ending_before: Option<String>,
    pub(crate) request_options: RequestOptions,
}

stripe_runtime::impl_list_request!(ListSessions, Session);

impl Operation for ListSessions {
    type Output = List<Session>;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/identity/verification_sessions";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("limit", &self.limit);
        form.parameter("status", &self.status);
        form.parameter("created", &self.created);
        form.parameter("expand", &self.expand);
        form.parameter("starting_after", &self.starting_after);
        form.parameter("ending_before", &self.ending_before);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
