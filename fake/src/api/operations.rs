use std::collections::BTreeMap;
use std::sync::LazyLock;

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use stripe_identity::verification_report::VerificationReportId;
use stripe_identity::verification_session::VerificationSessionId;

use super::caller::{Caller, KeyKind};
use super::list::{self, Page};
use super::{endpoints, sessions};
use crate::expansion::Expansions;
use crate::form::Node;
use crate::lifecycle::{self, At};
use crate::refusal::Refusal;
use crate::render::View;
use crate::spec::{Operation, Route, Spec};
use crate::store::{Account, Store};
use crate::webhook::{Cause, Posted, notification};
use crate::{check, metadata};

/// An operation with parameters that are valid, as far as can be told without looking at
/// any object.
pub(super) struct Checked<'a> {
    caller: &'a Caller,
    route: &'a Route,
    kind: Kind,
    parameters: Map<String, Value>,
    expansions: Expansions,
    page: Option<Page>,
}

/// An operation that was carried out.
pub(super) struct Done {
    pub(super) body: Value,
    /// The session that it was about.
    pub(super) session: Option<String>,
    /// Whether an outcome was planned that does not suit the session.
    pub(super) plan_refused: bool,
}

/// What the stand-in does for an operation of the documents.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Kind {
    CreateSession,
    RetrieveSession,
    UpdateSession,
    ListSessions,
    CancelSession,
    RedactSession,
    RetrieveReport,
    ListReports,
    RetrieveEvent,
    ListEvents,
    RetrieveThinEvent,
    RetrieveFile,
    CreateEndpoint,
    RetrieveEndpoint,
    UpdateEndpoint,
    DeleteEndpoint,
    ListEndpoints,
}

/// The operations that are carried out, by `operationId`. `cargo xtask update` reads it, to tell which ones of a new
/// document are refused.
const KNOWN: &str = include_str!("../../openapi/known.json");

static KINDS: LazyLock<BTreeMap<String, Kind>> =
    LazyLock::new(|| serde_json::from_str(KNOWN).expect("the list names kinds"));

/// The answer to an operation of the document that is not carried out.
fn unknown(operation: &Operation) -> Refusal {
    let Operation {
        method, template, ..
    } = operation;
    Refusal::new(
        501,
        format!("The stand-in does not know the operation `{method} {template}` yet."),
    )
}

impl Kind {
    fn of(operation: &Operation) -> Option<Self> {
        KINDS.get(&operation.id).copied()
    }

    fn is_list(self) -> bool {
        matches!(
            self,
            Self::ListSessions | Self::ListReports | Self::ListEvents | Self::ListEndpoints
        )
    }
}

impl<'a> Checked<'a> {
    pub(super) fn new(
        caller: &'a Caller,
        route: &'a Route,
        mut parameters: Map<String, Value>,
    ) -> Result<Self, Refusal> {
        let kind = Kind::of(route.operation).ok_or_else(|| unknown(route.operation))?;
        let restricted = caller.key == KeyKind::Restricted;
        let expand = parameters.remove("expand");
        let response = route.operation.response();
        let expansions = Expansions::read(expand.as_ref(), response, restricted)?;
        let mut page = None;
        match kind {
            Kind::CreateSession => sessions::check_create(&parameters)?,
            Kind::RetrieveFile => caller.must_be_restricted()?,
            kind if kind.is_list() => page = Some(Page::take(&mut parameters)?),
            _ => {}
        }
        match kind {
            Kind::CreateEndpoint | Kind::UpdateEndpoint => {
                metadata::check(parameters.get("metadata"))?;
            }
            _ => sessions::check_values(&parameters)?,
        }
        Ok(Self {
            caller,
            route,
            kind,
            parameters,
            expansions,
            page,
        })
    }

    pub(super) fn carry_out(
        mut self,
        store: &mut Store,
        base_url: &str,
        cause: &Cause,
    ) -> Result<Done, Refusal> {
        let account = self.caller.account.as_str();
        let parameters = std::mem::take(&mut self.parameters);
        let (_, id) = self.path_parameter();
        let value = match self.kind {
            Kind::ListSessions | Kind::ListReports | Kind::ListEvents | Kind::ListEndpoints => {
                self.list(store, &parameters)?
            }
            Kind::RetrieveReport => self.report(store)?,
            Kind::RetrieveEvent => self.event(store)?.event.clone(),
            Kind::RetrieveThinEvent => notification(&self.event(store)?.event),
            Kind::RetrieveFile => {
                let known = store.accounts.get(account);
                let file = known.and_then(|known| known.files.get(id));
                let missing = || Refusal::no_such("file upload", id, "file");
                file.ok_or_else(missing)?.object(id, base_url)
            }
            Kind::CreateEndpoint => endpoints::create(store, account, parameters)?,
            Kind::RetrieveEndpoint => endpoints::retrieve(store, account, id)?,
            Kind::UpdateEndpoint => endpoints::update(store, account, id, parameters)?,
            Kind::DeleteEndpoint => endpoints::delete(store, account, id)?,
            Kind::CreateSession
            | Kind::RetrieveSession
            | Kind::UpdateSession
            | Kind::CancelSession
            | Kind::RedactSession => return self.act(store, parameters, cause),
        };
        Ok(Done {
            body: self.render(store.accounts.get(account), value),
            session: None,
            plan_refused: false,
        })
    }

    /// Acts on one session, and answers with it.
    fn act(
        &self,
        store: &mut Store,
        parameters: Map<String, Value>,
        cause: &Cause,
    ) -> Result<Done, Refusal> {
        let account = self.caller.account.as_str();
        if self.kind == Kind::CreateSession {
            let id = lifecycle::create(store, account, parameters, cause)?;
            let body = self.session_as_seen(store, &id);
            // The answer shows the session as it was before the person did anything.
            let at = At {
                account,
                id: &id,
                cause: None,
            };
            return Ok(Done {
                body,
                session: Some(id.to_string()),
                plan_refused: lifecycle::follow_plan(store, at).is_err(),
            });
        }
        let id = self.session_id()?;
        let at = At {
            account,
            id: &id,
            cause: Some(cause),
        };
        match self.kind {
            Kind::UpdateSession => lifecycle::update(store, at, parameters)?,
            Kind::CancelSession => lifecycle::cancel(store, at)?,
            Kind::RedactSession => lifecycle::redact(store, at)?,
            _ => drop(lifecycle::find(store, at)?),
        }
        Ok(Done {
            body: self.session_as_seen(store, &id),
            session: Some(id.to_string()),
            plan_refused: false,
        })
    }

    /// A session, with a valid url and secret if it waits for the person.
    fn session_as_seen(&self, store: &mut Store, id: &VerificationSessionId) -> Value {
        let account = self.caller.account.as_str();
        lifecycle::invite(store, account, id);
        let known = store.accounts.get(account);
        let record = known.and_then(|known| known.sessions.get(id));
        let session = record.map(|record| json!(record.session));
        self.render(known, session.unwrap_or_default())
    }

    fn report(&self, store: &Store) -> Result<Value, Refusal> {
        let (name, id) = self.path_parameter();
        let account = store.accounts.get(&self.caller.account);
        let report = VerificationReportId::new(id)
            .ok()
            .and_then(|id| account?.reports.get(&id))
            .ok_or_else(|| Refusal::no_such("verification_report", id, name))?;
        Ok(json!(report))
    }

    fn event<'s>(&self, store: &'s Store) -> Result<&'s Posted, Refusal> {
        let (name, id) = self.path_parameter();
        let posted = store.outbox.events.get(id);
        posted
            .filter(|posted| posted.account == self.caller.account)
            .ok_or_else(|| Refusal::no_such("event", id, name))
    }

    fn list(&self, store: &mut Store, filters: &Map<String, Value>) -> Result<Value, Refusal> {
        let Some(page) = &self.page else {
            return Err(Refusal::new(500, "A list has a page."));
        };
        let account = self.caller.account.as_str();
        let known = store.accounts.entry(account.to_owned()).or_default();
        let (data, has_more): (Vec<Value>, bool) = match self.kind {
            Kind::ListSessions => {
                let sessions = &known.sessions;
                let (ids, has_more) = page.select(sessions, "verification_session", |record| {
                    list::matches(filters, || json!(record.session))
                })?;
                let ids: Vec<VerificationSessionId> = ids.into_iter().cloned().collect();
                let mut data = Vec::with_capacity(ids.len());
                for id in ids {
                    lifecycle::invite(store, account, &id);
                    let record = store.session(account, &id);
                    data.extend(record.map(|record| json!(record.session)));
                }
                (data, has_more)
            }
            Kind::ListReports => {
                let reports = &known.reports;
                let (ids, has_more) = page.select(reports, "verification_report", |report| {
                    list::matches(filters, || json!(report))
                })?;
                let found = ids.into_iter().filter_map(|id| reports.get(id));
                (found.map(|report| json!(report)).collect(), has_more)
            }
            Kind::ListEvents => {
                let events = &store.outbox.events;
                let (ids, has_more) = page.select(events, "event", |posted| {
                    posted.account == account && is_asked_for(posted, filters)
                })?;
                let found = ids.into_iter().filter_map(|id| events.get(id));
                (found.map(|posted| posted.event.clone()).collect(), has_more)
            }
            _ => {
                let all = &store.outbox.endpoints;
                let (ids, has_more) = page.select(all, "webhook endpoint", |endpoint| {
                    endpoint.account() == account
                })?;
                let found = ids.into_iter().filter_map(|id| all.get(id));
                let found = found.map(|endpoint| endpoint.object.clone());
                (found.collect(), has_more)
            }
        };
        let url = &self.route.operation.template;
        Ok(json!({ "object": "list", "url": url, "has_more": has_more, "data": data }))
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

/// Whether an event passes the filters of <https://docs.stripe.com/api/events/list>.
fn is_asked_for(posted: &Posted, filters: &Map<String, Value>) -> bool {
    let type_ = posted.event["type"].as_str().unwrap_or_default();
    let is = |wanted: &Value| match wanted.as_str().unwrap_or_default().strip_suffix('*') {
        Some(group) => type_.starts_with(group),
        None => wanted == type_,
    };
    let mut others = filters.clone();
    let one = others.remove("type");
    let several = others.remove("types");
    let delivered = others.remove("delivery_success");
    one.is_none_or(|wanted| is(&wanted))
        && several.is_none_or(|wanted| wanted.as_array().is_some_and(|all| all.iter().any(is)))
        && delivered.is_none_or(|wanted| wanted == posted.pending.is_empty())
        && list::matches(&others, || posted.event.clone())
}

/// The parameters of a create, from JSON.
///
/// # Errors
///
/// What the API would refuse.
pub(crate) fn parameters_from_json(parameters: &Value) -> Result<Map<String, Value>, Refusal> {
    let operations = Spec::get().operations().iter();
    let create = operations
        .filter(|operation| Kind::of(operation) == Some(Kind::CreateSession))
        .map(Operation::parameters)
        .next()
        .ok_or_else(|| {
            Refusal::new(
                501,
                "The stand-in's document has no operation that creates a session.",
            )
        })?;
    let nodes = Some(parameters).filter(|value| value.is_object());
    let Some(Node::Branch(nodes)) = nodes.and_then(node) else {
        return Err(Refusal::invalid("The parameters are not a JSON object."));
    };
    let parameters = check::parameters(create, &nodes)?;
    sessions::check_create(&parameters)?;
    sessions::check_values(&parameters)?;
    Ok(parameters)
}

/// JSON as a form would send it; null is left out.
fn node(value: &Value) -> Option<Node> {
    let branch = |entries: &mut dyn Iterator<Item = (String, &Value)>| {
        let nodes = entries.filter_map(|(key, value)| Some((key, node(value)?)));
        Some(Node::Branch(nodes.collect::<IndexMap<_, _>>()))
    };
    match value {
        Value::Null => None,
        Value::Object(object) => {
            branch(&mut object.iter().map(|(key, value)| (key.clone(), value)))
        }
        Value::Array(values) => {
            let entries = values.iter().enumerate();
            branch(&mut entries.map(|(index, value)| (index.to_string(), value)))
        }
        Value::String(text) => Some(Node::Leaf(text.clone())),
        plain => Some(Node::Leaf(plain.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_that_is_not_known_is_refused_by_its_name() {
        let operation = json!({ "operationId": "PostIdentityVerificationSessionsSessionReopen" });
        let template = "/v1/identity/verification_sessions/{session}/reopen";
        let operation = Operation::read(template, http::Method::POST, &operation);
        assert_eq!(Kind::of(&operation), None);
        let refusal = unknown(&operation);
        assert_eq!(refusal.status, 501);
        assert_eq!(
            refusal.message,
            format!("The stand-in does not know the operation `POST {template}` yet.")
        );
    }

    #[test]
    fn every_known_operation_is_one_of_the_documents() {
        let operations = Spec::get().operations();
        for id in KINDS.keys() {
            assert!(operations.iter().any(|one| one.id == *id), "{id}");
        }
    }
}
