// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, RangeQuery, Redacted,
    RequestOptions,
};
use stripe_runtime::expand::{Expansion, Part, Three};
use super::{VerificationReport, VerificationReportExpansion, VerificationReportType};

/// List all verification reports.
///
/// `GET /v1/identity/verification_reports`
///
/// [Stripe's documentation](https://docs.stripe.com/api/identity/verification_reports/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_identity::Client) -> Result<(), stripe_identity::Error> {
/// use stripe_identity::verification_report::{self, VerificationReportType};
///
/// let page = verification_report::list()
///     .type_(VerificationReportType::Document)
///     .limit(10)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListVerificationReports {
    ListVerificationReports {
        client_reference_id: None,
        created: None,
        ending_before: None,
        expand_raw: Vec::new(),
        limit: None,
        starting_after: None,
        type_: None,
        verification_session: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListVerificationReports {
    client_reference_id: Option<String>,
    created: Option<RangeQuery>,
    ending_before: Option<String>,
    expand_raw: Vec<String>,
    limit: Option<i64>,
    starting_after: Option<String>,
    type_: Option<VerificationReportType>,
    verification_session: Option<String>,
    request_options: RequestOptions,
}

impl ListVerificationReports {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. The path begins at an item of the list. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(VerificationReportExpansion<Three, Part>) -> E,
    ) -> Self {
        self.expand_raw.push(stripe_runtime::expand::of_item(path));
        self
    }

    /// A string to reference this user. This can be a customer ID, a session ID, or similar, and can be used to reconcile this verification with your internal systems.
    ///
    /// At most 5,000 characters.
    pub fn client_reference_id(
        mut self,
        client_reference_id: impl Into<String>,
    ) -> Self {
        self.client_reference_id = Some(client_reference_id.into());
        self
    }

    /// Only return `VerificationReports` that were created during the given date interval.
    pub fn created(mut self, created: impl Into<RangeQuery>) -> Self {
        self.created = Some(created.into());
        self
    }

    /// A cursor for use in pagination. `ending_before` is an object ID that defines your place in the list. For instance, if you make a list request and receive 100 objects, starting with `obj_bar`, your subsequent call can include `ending_before=obj_bar` in order to fetch the previous page of the list.
    ///
    /// At most 5,000 characters.
    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    /// Specifies which fields in the response should be expanded.
    ///
    /// Adds paths as text, for what [`expand`](Self::expand) does not know. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }

    /// A limit on the number of objects to be returned. Limit can range between 1 and 100, and the default is 10.
    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// A cursor for use in pagination. `starting_after` is an object ID that defines your place in the list. For instance, if you make a list request and receive 100 objects, ending with `obj_foo`, your subsequent call can include `starting_after=obj_foo` in order to fetch the next page of the list.
    ///
    /// At most 5,000 characters.
    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }

    /// Only return `VerificationReports` of this type
    ///
    /// Accepts only `document` and `id_number`. Sent as `type`.
    pub fn type_(mut self, type_: impl Into<VerificationReportType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Only return `VerificationReports` created by this `VerificationSession` ID. It is allowed to provide a `VerificationIntent` ID.
    ///
    /// At most 5,000 characters.
    pub fn verification_session(
        mut self,
        verification_session: impl Into<String>,
    ) -> Self {
        self.verification_session = Some(verification_session.into());
        self
    }
}

stripe_runtime::impl_list_request!(ListVerificationReports, VerificationReport);

impl fmt::Debug for ListVerificationReports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListVerificationReports")
            .field("client_reference_id", &Redacted::if_some(&self.client_reference_id))
            .field("created", &self.created)
            .field("ending_before", &Redacted::if_some(&self.ending_before))
            .field("expand_raw", &Redacted)
            .field("limit", &Redacted::if_some(&self.limit))
            .field("starting_after", &Redacted::if_some(&self.starting_after))
            .field("type_", &self.type_)
            .field(
                "verification_session",
                &Redacted::if_some(&self.verification_session),
            )
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListVerificationReports {
    type Output = List<VerificationReport>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/identity/verification_reports";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("client_reference_id", &self.client_reference_id);
        form.parameter("created", &self.created);
        form.parameter("ending_before", &self.ending_before);
        form.parameter("expand", &self.expand_raw);
        form.parameter("limit", &self.limit);
        form.parameter("starting_after", &self.starting_after);
        form.parameter("type", &self.type_);
        form.parameter("verification_session", &self.verification_session);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
