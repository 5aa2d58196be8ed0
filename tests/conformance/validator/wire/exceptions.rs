//! What the validator cannot judge, and examples that are not what the document says.

use std::collections::BTreeSet;

/// The operation or the example, a part of what is told of it, and why it is right nevertheless.
type Exception = (&'static str, &'static str, &'static str);

const QUERY: &str = "Stripe's clients send the parameters of a DELETE in the query, the document has them in a body";
const GONE: &str = "the example has a property that the document no longer has";
const UNUSED: &str = "no operation returns such an object";
const NEW: &str =
    "the document requires a property that the example, which is older, does not have";

#[rustfmt::skip]
const EXCEPTIONS: [Exception; 20] = [
    ("DELETE /v1/customers/{customer}/bank_accounts/{id}", "/query/expand", QUERY),
    ("DELETE /v1/customers/{customer}/cards/{id}", "/query/expand", QUERY),
    ("DELETE /v1/customers/{customer}/sources/{id}", "/query/expand", QUERY),
    ("DELETE /v1/customers/{customer}/subscriptions/{subscription_exposed_id}", "/query/", QUERY),
    ("DELETE /v1/ephemeral_keys/{key}", "/query/expand", QUERY),
    ("DELETE /v1/subscription_items/{item}", "/query/clear_usage", QUERY),
    ("DELETE /v1/subscriptions/{subscription_exposed_id}", "/query/", QUERY),
    ("charge", "/source was", GONE),
    ("invoice", "missing field `amount_paid_off_stripe`", NEW),
    ("product", "/type was", GONE),
    ("subscription", "/items/data/0/plan was", GONE),
    ("subscription_item", "/plan was", GONE),
    ("subscription_schedule", "/phases/0/items/0/plan was", GONE),
    ("sigma.sigma_api_query", " was ", GONE),
    ("billing.alert_triggered", "no type of the client", UNUSED),
    ("entitlements.active_entitlement_summary", "no type of the client", UNUSED),
    ("reserve.hold", "no type of the client", UNUSED),
    ("reserve.plan", "no type of the client", UNUSED),
    ("reserve.release", "no type of the client", UNUSED),
    ("terminal.refund", "no type of the client", UNUSED),
];

/// The exceptions, and which of them were needed.
#[derive(Debug)]
pub(super) struct Exceptions {
    is_whole: bool,
    met: BTreeSet<&'static str>,
    needed: BTreeSet<&'static str>,
}

impl Exceptions {
    pub(super) fn new(is_whole: bool) -> Self {
        Self {
            is_whole,
            met: BTreeSet::new(),
            needed: BTreeSet::new(),
        }
    }

    pub(super) fn of_request(
        &mut self,
        operation: &str,
        result: Result<(), String>,
    ) -> Result<(), String> {
        self.judge(operation, result)
    }

    pub(super) fn of_example(
        &mut self,
        key: &str,
        result: Result<(), String>,
    ) -> Result<(), String> {
        self.judge(key, result)
    }

    fn judge(&mut self, what: &str, result: Result<(), String>) -> Result<(), String> {
        let Some((listed, told, _)) = EXCEPTIONS.iter().find(|(listed, ..)| *listed == what) else {
            return result;
        };
        self.met.insert(listed);
        match result {
            Err(wrong) if wrong.contains(told) => {
                self.needed.insert(listed);
                Ok(())
            }
            Err(wrong) => Err(format!("listed as an exception for `{told}`, but {wrong}")),
            // Told of when the exceptions are counted.
            Ok(()) => Ok(()),
        }
    }

    /// Each exception, and whether it is needed; in a part of the document, those that were met.
    pub(super) fn needed(&self) -> impl Iterator<Item = (String, bool)> {
        let expected = EXCEPTIONS
            .iter()
            .filter(|(listed, ..)| self.is_whole || self.met.contains(listed));
        expected.map(|(listed, _, why)| (format!("{listed}: {why}"), self.needed.contains(listed)))
    }
}
