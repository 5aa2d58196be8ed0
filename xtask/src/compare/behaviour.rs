//! What the libraries do, where no clock is needed.

use serde_json::Value;

use super::Context;
use super::programs::{Programs, ask_redacted, truth};
use super::server::Request;
use super::subject::Subject;
use super::table::{Section, Table, yes_no};
use crate::Failure;

/// Ids as they may come from a browser.
const IDS: [&str; 6] = [
    "vs_1/redact#",
    "../../charges/ch_1/refund?x=",
    "vs_1?expand[]=verified_outputs&x=",
    "vs_1%2Fredact%23",
    "vs 1",
    "",
];

const BOTH: [Subject; 2] = [Subject::Ours, Subject::Theirs];

fn table(context: &Context<'_>) -> Table {
    Table::observed([&*context.versions.ours, &*context.versions.theirs])
}

/// What becomes of both, one after the other.
fn both<T>(mut of: impl FnMut(Subject) -> Result<T, Failure>) -> Result<[T; 2], Failure> {
    let [ours, theirs] = BOTH;
    Ok([of(ours)?, of(theirs)?])
}

pub(super) fn debug(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let [ours, theirs] = both(|subject| programs.ask(context, subject, &["debug"]))?;
    let redacted = ask_redacted(context, &["debug"])?;
    let name = format!("{}, `redact-generated-debug`", context.versions.theirs);
    let mut table = Table::observed([&*context.versions.ours, &*context.versions.theirs, &*name]);
    let all = [&ours, &theirs, &redacted];
    let ids = all.map(|value| truth(value, "id"));
    let [a, b, c] = ids;
    table.observe(
        "session: its id, which is not secret",
        [a?, b?, c?].map(yes_no),
    );
    for part in ["session", "request", "client"] {
        let known = ours[part].as_object();
        let known = known.ok_or_else(|| Failure::new(format!("nothing on `{part}`")))?;
        for name in known.keys() {
            let [a, b, c] = all.map(|value| truth(&value[part], name));
            table.observe(&format!("{part}: {name}"), [a?, b?, c?].map(yes_no));
        }
    }
    let text = "Each field of a session, of a request that creates one, and of the client holds \
        a text that occurs nowhere else. Does `{:?}` print it? async-stripe has a feature that \
        hides all fields of generated types; it is off by default.";
    Ok(Section::new(text, table, 0))
}

pub(super) fn ids(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let mut table = table(context);
    for id in IDS {
        let outcomes = both(|subject| {
            let server = programs.server(context, "session")?;
            let answer = programs.ask(context, subject, &["cancel", server.url(), id])?;
            Ok(outcome(&answer, &server.seen()?.requests))
        })?;
        let shown = if id.is_empty() {
            "an empty id".to_owned()
        } else {
            format!("`{id}`")
        };
        table.observe(&shown, outcomes.iter().map(String::as_str));
    }
    let text = "A session with such an id is cancelled. What does the server see? \
        (`/redact` deletes what was collected, for good.)";
    Ok(Section::new(text, table, 0))
}

fn outcome(answer: &Value, requests: &[Request]) -> String {
    let Some(request) = requests.first() else {
        return match answer["error"].as_str() {
            Some(_) => "an error, and nothing is sent".to_owned(),
            None => "success, though nothing is sent".to_owned(),
        };
    };
    format!("`{} {}`", request.method, request.path)
}

pub(super) fn values(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let found = both(|subject| programs.ask(context, subject, &["values"]))?;
    let mut table = table(context);
    let mut row = |what: &str, name: &str| {
        let [ours, theirs] = &found;
        let cells = [truth(ours, name)?, truth(theirs, name)?];
        table.observe(what, cells.map(yes_no));
        Ok::<_, Failure>(())
    };
    row("the session is decoded", "decoded")?;
    row("the program can read the unknown status", "status")?;
    row(
        "the program can read the unknown code of the last error",
        "code",
    )?;
    row("`Debug` prints the unknown status", "debug")?;
    let text = "A session with a status, an error code, a document type and a field that no \
        document has named yet.";
    Ok(Section::new(text, table, 0))
}

pub(super) fn errors(context: &Context<'_>, programs: &Programs) -> Result<Section, Failure> {
    let mut table = table(context);
    let answers = [
        (
            "error",
            "Stripe's JSON",
            ["request id", "status", "code", "parameter"].as_slice(),
        ),
        ("html", "HTML", ["request id", "status"].as_slice()),
    ];
    for (answer, what, names) in answers {
        let found = both(|subject| {
            let server = programs.server(context, answer)?;
            programs.ask(context, subject, &["error", server.url()])
        })?;
        for name in names {
            let [ours, theirs] = &found;
            let cells = [truth(&ours["shown"], name)?, truth(&theirs["shown"], name)?];
            table.observe(&format!("402 with {what}: {name}"), cells.map(yes_no));
        }
    }
    let seen = both(|subject| {
        let server = programs.server(context, "unavailable")?;
        programs.ask(context, subject, &["error", server.url()])?;
        server.seen()
    })?;
    let sent = seen.each_ref().map(|seen| seen.requests.len().to_string());
    table.observe(
        "503: requests that are sent for one create",
        sent.iter().map(String::as_str),
    );
    let keys = seen.map(|seen| yes_no(seen.requests.iter().all(|r| r.idempotency_key)));
    table.observe("503: each with an `Idempotency-Key`", keys);
    let text = "A session is created, and the server refuses, with a request id in the header \
        `Request-Id`. Does the error's `Display` or `Debug` tell what is named? (A \
        program can read code and parameter from both libraries' errors.) Both clients have \
        their default settings; async-stripe can be told to try again, and to send a key.";
    Ok(Section::new(text, table, 0))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Request, outcome};

    #[test]
    fn what_the_server_saw_comes_first() {
        let request = || Request {
            method: "POST".to_owned(),
            path: "/v1/x".to_owned(),
            idempotency_key: true,
        };
        let cases = [
            (json!({ "error": null }), vec![request()], "`POST /v1/x`"),
            (json!({ "error": "no" }), vec![request()], "`POST /v1/x`"),
            (
                json!({ "error": "no" }),
                vec![],
                "an error, and nothing is sent",
            ),
            (
                json!({ "error": null }),
                vec![],
                "success, though nothing is sent",
            ),
        ];
        for (answer, requests, expected) in cases {
            assert_eq!(outcome(&answer, &requests), expected, "{answer}");
        }
    }
}
