//! What a library does, told by what it prints and gives back.

use serde_json::{Map, Value, json};

use crate::calls::runtime;
use crate::canary::{self, Canary};
use crate::{Subject, data};

/// Which canaries are in the text.
fn found(canaries: &[Canary], text: &str) -> Value {
    let found = canaries
        .iter()
        .map(|(name, canary)| ((*name).to_owned(), Value::from(text.contains(canary))));
    Value::Object(found.collect::<Map<_, _>>())
}

/// What `Debug` of a session, a request and a client shows.
pub(crate) fn debug<S: Subject>() -> Result<Value, String> {
    let session = S::session(&S::body(data::expanded()))?;
    let client = runtime().block_on(async { S::client(canary::API_KEY.1, "http://127.0.0.1:1") });
    let session = format!("{session:?}");
    Ok(json!({
        "session": found(&canary::SESSION, &session),
        "id": session.contains(data::ID),
        "request": found(&canary::CREATE, &format!("{:?}", S::create())),
        "client": found(&[canary::API_KEY], &format!("{client:?}")),
    }))
}

/// What becomes of a session with values that no document has named yet.
pub(crate) fn unknown_values<S: Subject>() -> Value {
    match S::session(&S::body(data::from_the_future())) {
        Err(_) => json!({ "decoded": false }),
        Ok(session) => {
            let values = S::open_values(&session);
            let debug = format!("{session:?}");
            json!({
                "decoded": true,
                "status": values[0] == data::UNKNOWN[0],
                "code": values[1] == data::UNKNOWN[1],
                "debug": debug.contains(data::UNKNOWN[0]),
            })
        }
    }
}

/// What a call says of an answer that is no success; the server decides which.
pub(crate) fn error<S: Subject>(url: &str) -> Value {
    let shown = runtime().block_on(async {
        let client = S::client(canary::API_KEY.1, url);
        S::send_create(&client).await.err()
    });
    json!({ "shown": found(&canary::ERROR, &shown.unwrap_or_default()) })
}

/// What becomes of a call with a hostile id.
pub(crate) fn cancel<S: Subject>(url: &str, id: &str) -> Value {
    let result = runtime().block_on(async {
        let client = S::client(canary::API_KEY.1, url);
        S::cancel(&client, id).await
    });
    json!({ "succeeded": result.is_ok(), "error": result.err() })
}
