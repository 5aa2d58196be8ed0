use serde_json::{Map, Value, json};
use stripe_identity::verification_report::VerificationReportId;
use stripe_identity::verification_session::VerificationSessionId;

use super::call::Caller;
use super::key::KeyKind;
use super::list::{self, Page};
use crate::check;
use crate::expansion::Expansions;
use crate::lifecycle::{self, At};
use crate::refusal::Refusal;
use crate::render::View;
use crate::spec::{Operation, Route};
use crate::store::{Account, Store};
use crate::webhook::Cause;

/// An operation whose parameters are all well, as far as can be told without
/// looking at any object.
pub(super) struct Checked<'a> {
    caller: &'a Caller,
    route: &'a Route,
    kind: Kind,
    parameters: Map<String, Value>,
    expansions: Expansions,
    page: Option<Page>,
}

/// What the stand-in does for an operation of the document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Create,
    RetrieveSession,
    Update,
    ListSessions,
    Cancel,
    Redact,
    RetrieveReport,
    ListReports,
}

impl Kind {
    fn of(operation: &Operation) -> Option<Self> {
        Some(match operation.id.as_str() {
            "PostIdentityVerificationSessions" => Self::Create,
            "GetIdentityVerificationSessionsSession" => Self::RetrieveSession,
            "PostIdentityVerificationSessionsSession" => Self::Update,
            "GetIdentityVerificationSessions" => Self::ListSessions,
            "PostIdentityVerificationSessionsSessionCancel" => Self::Cancel,
            "PostIdentityVerificationSessionsSessionRedact" => Self::Redact,
            "GetIdentityVerificationReportsReport" => Self::RetrieveReport,
            "GetIdentityVerificationReports" => Self::ListReports,
            _ => return None,
        })
    }
}

impl<'a> Checked<'a> {
    pub(super) fn new(
        caller: &'a Caller,
        route: &'a Route,
        mut parameters: Map<String, Value>,
    ) -> Result<Self, Refusal> {
        let kind = Kind::of(route.operation)
            .ok_or_else(|| Refusal::new(501, "The stand-in does not know this operation yet."))?;
        let restricted = caller.key == KeyKind::Restricted;
        let expand = parameters.remove("expand");
        let response = route.operation.response();
        let expansions = Expansions::read(expand.as_ref(), response, restricted)?;
        let mut page = None;
        match kind {
            Kind::Create => check_create(&parameters)?,
            Kind::ListSessions | Kind::ListReports => page = Some(Page::take(&mut parameters)?),
            _ => {}
        }
        check_values(&parameters)?;
        Ok(Self {
            caller,
            route,
            kind,
            parameters,
            expansions,
            page,
        })
    }

    pub(super) fn carry_out(mut self, store: &mut Store, cause: &Cause) -> Result<Value, Refusal> {
        let account = self.caller.account.as_str();
        let parameters = std::mem::take(&mut self.parameters);
        let session = match self.kind {
            Kind::ListSessions | Kind::ListReports => return self.list(store, &parameters),
            Kind::RetrieveReport => return self.report(store),
            Kind::Create => lifecycle::create(store, account, parameters, cause)?,
            kind => {
                let id = self.session_id()?;
                let at = At {
                    account,
                    id: &id,
                    cause: Some(cause),
                };
                match kind {
                    Kind::Update => lifecycle::update(store, at, parameters)?,
                    Kind::Cancel => lifecycle::cancel(store, at)?,
                    Kind::Redact => lifecycle::redact(store, at)?,
                    _ => drop(lifecycle::find(store, at)?),
                }
                id
            }
        };
        lifecycle::invite(store, account, &session);
        let known = store.accounts.get(account);
        let record = known.and_then(|known| known.sessions.get(&session));
        let session = record.map(|record| json!(record.session));
        Ok(self.render(known, session.unwrap_or_default()))
    }

    fn report(&self, store: &Store) -> Result<Value, Refusal> {
        let (name, id) = self.path_parameter();
        let account = store.accounts.get(&self.caller.account);
        let report = VerificationReportId::new(id)
            .ok()
            .and_then(|id| account?.reports.get(&id))
            .ok_or_else(|| Refusal::no_such("verification_report", id, name))?;
        Ok(self.render(account, json!(report)))
    }

    fn list(&self, store: &mut Store, filters: &Map<String, Value>) -> Result<Value, Refusal> {
        let Some(page) = &self.page else {
            return Err(Refusal::new(500, "A list has a page."));
        };
        let account = self.caller.account.as_str();
        let (data, has_more) = if self.kind == Kind::ListSessions {
            let known = store.accounts.entry(account.to_owned()).or_default();
            let sessions = &known.sessions;
            let (ids, has_more) = page.select(sessions, "verification_session", |record| {
                list::matches(filters, || json!(record.session))
            })?;
            let ids: Vec<VerificationSessionId> = ids.into_iter().cloned().collect();
            let mut data = Vec::with_capacity(ids.len());
            for id in ids {
                lifecycle::invite(store, account, &id);
                data.extend(
                    store
                        .session(account, &id)
                        .map(|record| json!(record.session)),
                );
            }
            (data, has_more)
        } else {
            let known = store.accounts.entry(account.to_owned()).or_default();
            let reports = &known.reports;
            let (ids, has_more) = page.select(reports, "verification_report", |report| {
                list::matches(filters, || json!(report))
            })?;
            let found = ids.into_iter().filter_map(|id| reports.get(id));
            (found.map(|report| json!(report)).collect(), has_more)
        };
        let url = &self.route.operation.template;
        let list = json!({ "object": "list", "url": url, "has_more": has_more, "data": data });
        Ok(self.render(store.accounts.get(account), list))
    }

    fn render(&self, account: Option<&Account>, value: Value) -> Value {
        let find = |id: &str| {
            let id = VerificationReportId::new(id).ok()?;
            Some(json!(account?.reports.get(&id)?))
        };
        let view = View {
            restricted_key: self.caller.key == KeyKind::Restricted,
            expansions: Some(&self.expansions),
            find: &find,
        };
        view.render(self.route.operation.response(), value)
    }

    fn session_id(&self) -> Result<VerificationSessionId, Refusal> {
        let (name, id) = self.path_parameter();
        VerificationSessionId::new(id)
            .map_err(|_| Refusal::no_such("verification_session", id, name))
    }

    fn path_parameter(&self) -> (&'static str, &str) {
        let id = self.route.id.as_ref();
        id.map_or(("id", ""), |(name, id)| (*name, id.as_str()))
    }
}

/// A type or a flow, and not both.
fn check_create(parameters: &Map<String, Value>) -> Result<(), Refusal> {
    match (
        parameters.contains_key("type"),
        parameters.contains_key("verification_flow"),
    ) {
        (false, false) => Err(check::missing("type")),
        (true, true) => Err(Refusal::invalid(
            "You may only specify one of these parameters: type, verification_flow.",
        )
        .code("parameters_exclusive")
        .param("type")),
        _ => Ok(()),
    }
}

/// What texts have to look like, where the document says only that they are texts.
fn check_values(parameters: &Map<String, Value>) -> Result<(), Refusal> {
    if let Some(url) = parameters.get("return_url").and_then(Value::as_str) {
        let parsed = url.parse::<http::Uri>().ok();
        let scheme = parsed.as_ref().and_then(http::Uri::scheme_str);
        if !matches!(scheme, Some("http" | "https")) {
            return Err(Refusal::invalid("Not a valid URL")
                .code("url_invalid")
                .param("return_url"));
        }
    }
    let email = parameters
        .get("provided_details")
        .and_then(|details| details["email"].as_str());
    if email.is_some_and(|email| !is_email(email)) {
        return Err(Refusal::invalid("Invalid email address")
            .code("email_invalid")
            .param("provided_details[email]"));
    }
    check_metadata(parameters.get("metadata"))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// The bounds of <https://docs.stripe.com/api/metadata>.
fn check_metadata(metadata: Option<&Value>) -> Result<(), Refusal> {
    let Some(metadata) = metadata.and_then(Value::as_object) else {
        return Ok(());
    };
    let refused = |message: &str| Err(Refusal::invalid(message).param("metadata"));
    if metadata.len() > 50 {
        return refused("Metadata can have up to 50 keys.");
    }
    for (key, value) in metadata {
        if key.chars().count() > 40 {
            return refused("Metadata keys can have up to 40 characters.");
        }
        if value
            .as_str()
            .is_some_and(|value| value.chars().count() > 500)
        {
            return refused("Metadata values can have up to 500 characters.");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Spec;

    #[test]
    fn every_operation_of_the_document_is_carried_out() {
        for operation in Spec::get().operations() {
            assert!(Kind::of(operation).is_some(), "{}", operation.id);
        }
    }
}
