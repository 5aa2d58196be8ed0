//! Where the validator is not what Stripe is, or cannot know what Stripe takes.

use std::collections::BTreeSet;

/// A parameter that does not come through as it was set, and is right nevertheless.
#[derive(Debug)]
struct Exception {
    operation: &'static str,
    name: &'static str,
    value: &'static str,
    /// What is told of it.
    told: &'static str,
    why: &'static str,
}

const CREATE: &str = "POST /v1/identity/verification_sessions";
const UPDATE: &str = "POST /v1/identity/verification_sessions/{session}";
const LIST: &str = "GET /v1/identity/verification_sessions";
const LIST_REPORTS: &str = "GET /v1/identity/verification_reports";

const CLEARS: &str = "Stripe's words say that empty metadata clears, the schema does not";
const DOUBLE: &str = "JavaScript reads integers as doubles";
const EMPTY: &str = "the validator takes an empty value in a query for none";
const LATER: &str = "enums are open for what a later document names";
const PROTO: &str = "qs leaves out keys that JavaScript gives a meaning";

#[rustfmt::skip]
const EXCEPTIONS: [Exception; 13] = [
    Exception { operation: CREATE, name: "metadata", value: "", told: "/body/metadata: must be object", why: CLEARS },
    Exception { operation: UPDATE, name: "metadata", value: "", told: "/body/metadata: must be object", why: CLEARS },
    Exception { operation: LIST, name: "limit", value: "9223372036854775807", told: "understood as {\"limit\":9223372036854776000}", why: DOUBLE },
    Exception { operation: LIST, name: "limit", value: "-9223372036854775808", told: "understood as {\"limit\":-9.223372036854776e+18}", why: DOUBLE },
    Exception { operation: LIST, name: "created", value: "9223372036854775807", told: "understood as {\"created\":9223372036854776000}", why: DOUBLE },
    Exception { operation: LIST, name: "created", value: "-9223372036854775808", told: "understood as {\"created\":-9.223372036854776e+18}", why: DOUBLE },
    Exception { operation: LIST, name: "client_reference_id", value: "", told: "Empty value found for query parameter 'client_reference_id'", why: EMPTY },
    Exception { operation: CREATE, name: "type", value: "verification_flow", told: "/body/type: must be equal to one of the allowed values", why: LATER },
    Exception { operation: CREATE, name: "type", value: "selfie_only", told: "/body/type: must be equal to one of the allowed values", why: LATER },
    Exception { operation: CREATE, name: "options[document][allowed_types][1]", value: "hologram", told: "/allowed_types/1: must be equal to one of the allowed values", why: LATER },
    Exception { operation: LIST, name: "status", value: "on_hold", told: "/query/status: must be equal to one of the allowed values", why: LATER },
    Exception { operation: LIST_REPORTS, name: "type", value: "verification_flow", told: "/query/type: must be equal to one of the allowed values", why: LATER },
    Exception { operation: CREATE, name: "metadata[__proto__]", value: "kept", told: "understood as {\"metadata\":{}}", why: PROTO },
];

/// The exceptions, and which of them were needed.
#[derive(Debug, Default)]
pub(crate) struct Exceptions {
    needed: BTreeSet<usize>,
}

impl Exceptions {
    /// Turns what was told of a request round, if it sets what is listed.
    pub(crate) fn judge(
        &mut self,
        operation: &str,
        pairs: &[(&str, &str)],
        result: Result<(), String>,
    ) -> Result<(), String> {
        let is_met = |listed: &Exception| {
            listed.operation == operation && pairs.contains(&(listed.name, listed.value))
        };
        let Some(index) = EXCEPTIONS.iter().position(is_met) else {
            return result;
        };
        self.needed.insert(index);
        let told = EXCEPTIONS[index].told;
        match result {
            Err(wrong) if wrong.contains(told) => Ok(()),
            Err(wrong) => Err(format!("listed as an exception for `{told}`, but {wrong}")),
            Ok(()) => Err("listed as an exception, but it is understood".to_owned()),
        }
    }

    /// Each reason and parameter, and whether it is needed.
    pub(crate) fn needed(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        EXCEPTIONS.iter().enumerate().map(|(index, listed)| {
            let Exception {
                operation,
                name,
                value,
                why,
                ..
            } = listed;
            let parameter = format!("{name}={value} of {operation}");
            (*why, parameter, self.needed.contains(&index))
        })
    }
}
