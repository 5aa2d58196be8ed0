//! Webhook endpoints: <https://docs.stripe.com/api/webhook_endpoints>.

use serde_json::{Map, Value, json};

use crate::refusal::Refusal;
use crate::store::Store;
use crate::webhook::Endpoint;

/// Registers an endpoint. Only this answer has its secret.
pub(super) fn create(
    store: &mut Store,
    account: &str,
    parameters: Map<String, Value>,
) -> Result<Value, Refusal> {
    let now = store.clock.now();
    let endpoint = Endpoint::registered(account, parameters, now).map_err(invalid_url)?;
    let mut object = endpoint.object.clone();
    object["secret"] = endpoint.secret.as_str().into();
    store.outbox.listen(endpoint);
    Ok(object)
}

pub(super) fn retrieve(store: &mut Store, account: &str, id: &str) -> Result<Value, Refusal> {
    Ok(find(store, account, id)?.object.clone())
}

pub(super) fn update(
    store: &mut Store,
    account: &str,
    id: &str,
    parameters: Map<String, Value>,
) -> Result<Value, Refusal> {
    let endpoint = find(store, account, id)?;
    endpoint.update(parameters).map_err(invalid_url)?;
    Ok(endpoint.object.clone())
}

/// Removes an endpoint, with what is not sent to it yet.
pub(super) fn delete(store: &mut Store, account: &str, id: &str) -> Result<Value, Refusal> {
    find(store, account, id)?;
    store.outbox.endpoints.shift_remove(id);
    Ok(json!({ "id": id, "object": "webhook_endpoint", "deleted": true }))
}

fn find<'a>(store: &'a mut Store, account: &str, id: &str) -> Result<&'a mut Endpoint, Refusal> {
    let endpoint = store.outbox.endpoints.get_mut(id);
    endpoint
        .filter(|endpoint| endpoint.account() == account)
        .ok_or_else(|| Refusal::no_such("webhook endpoint", id, "webhook_endpoint"))
}

fn invalid_url(error: impl std::fmt::Display) -> Refusal {
    Refusal::invalid(error.to_string())
        .code("url_invalid")
        .param("url")
}
