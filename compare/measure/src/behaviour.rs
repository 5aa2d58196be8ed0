//! What the libraries do, where no clock is needed.

use crate::data::{self, API_KEY, ERROR, ID, REQUEST_ID, SECRET, UNKNOWN, parameter};
use crate::row::Row;
use crate::server::{Server, runtime};
use crate::subject::Subject;

const JSON: &str = "application/json";

/// Which texts `Debug` of a session, of a request and of the client prints.
pub(crate) fn debug<S: Subject>() -> Result<Vec<Row>, String> {
    let json = data::session_with_report();
    if let Some((name, _)) = SECRET.iter().find(|(_, text)| !json.contains(text)) {
        return Err(format!("the session lacks the text of `{name}`"));
    }
    let session = format!("{:?}", S::session(&S::body(json))?);
    let request = format!("{:?}", S::create());
    let client =
        runtime().block_on(async { format!("{:?}", S::client(API_KEY, "http://127.0.0.1:1")) });

    let of_session = SECRET
        .map(|(name, text)| Row::yes_or_no(format!("session: {name}"), session.contains(text)));
    let of_request = [
        "client_reference_id",
        "metadata[order_id]",
        "provided_details[email]",
    ]
    .map(|name| {
        Row::yes_or_no(
            format!("request: {name}"),
            request.contains(parameter(name)),
        )
    });
    let mut rows = vec![Row::yes_or_no(
        "session: its id, which is not secret",
        session.contains(ID),
    )];
    rows.extend(of_session);
    rows.extend(of_request);
    rows.push(Row::yes_or_no("client: API key", client.contains(API_KEY)));
    Ok(rows)
}

/// Ids as they may come from a browser.
const IDS: [&str; 6] = [
    "vs_1/redact#",
    "../../charges/ch_1/refund?x=",
    "vs_1?expand[]=verified_outputs&x=",
    "vs_1%2Fredact%23",
    "vs 1",
    "",
];

/// What a server sees when the session with a hostile id is canceled.
pub(crate) fn ids<S: Subject>() -> Vec<Row> {
    let rows = IDS.map(|id| {
        let server = Server::start(200, JSON, data::session());
        let result = runtime().block_on(async {
            let client = S::client(API_KEY, &server.url);
            S::cancel(&client, id).await
        });
        let outcome = match (server.seen().requests.first(), result) {
            (Some((line, _)), _) => format!("`{line}`"),
            (None, Err(_)) => "an error, and nothing is sent".to_owned(),
            (None, Ok(())) => "success, though nothing is sent".to_owned(),
        };
        let shown = if id.is_empty() {
            "an empty id".to_owned()
        } else {
            format!("`{id}`")
        };
        Row::text(shown, outcome)
    });
    rows.into()
}

/// What becomes of values that no document names yet.
pub(crate) fn values<S: Subject>() -> Vec<Row> {
    let session = S::session(&S::body(data::from_the_future())).ok();
    let values = session.as_ref().map(S::open_values);
    let is = |index: usize| {
        values
            .as_ref()
            .is_some_and(|values| values[index] == UNKNOWN[index])
    };
    let debug = session.as_ref().map(|session| format!("{session:?}"));
    vec![
        Row::yes_or_no("the session is decoded", session.is_some()),
        Row::yes_or_no("the program can read the unknown status", is(0)),
        Row::yes_or_no(
            "the program can read the unknown code of the last error",
            is(1),
        ),
        Row::yes_or_no(
            "`Debug` prints the unknown status",
            debug.is_some_and(|debug| debug.contains(UNKNOWN[0])),
        ),
    ]
}

/// What errors tell, and what is retried.
pub(crate) fn errors<S: Subject>() -> Result<Vec<Row>, String> {
    let create = |server: &Server| {
        runtime().block_on(async { S::send_create(&S::client(API_KEY, &server.url)).await })
    };
    let told = [("request id", REQUEST_ID), ("status", "402")];
    let told_by_json = [told[0], told[1], ERROR[0], ERROR[1]];
    let answers = [
        ("Stripe's JSON", JSON, data::error(), &told_by_json[..]),
        (
            "HTML",
            "text/html",
            "<html>No.</html>".to_owned(),
            &told[..],
        ),
    ];
    let mut rows = Vec::new();
    for (name, content_type, body, told) in answers {
        let error = create(&Server::start(402, content_type, body)).err();
        let error = error.ok_or("a create that is refused succeeds")?;
        rows.extend(told.iter().map(|(what, text)| {
            Row::yes_or_no(format!("402 with {name}: {what}"), error.contains(text))
        }));
    }
    let server = Server::start(503, JSON, data::error());
    let _ = create(&server);
    let requests = &server.seen().requests;
    let have_keys = requests.iter().all(|(_, has_key)| *has_key);
    rows.push(Row::text(
        "503: requests sent for one create",
        requests.len().to_string(),
    ));
    rows.push(Row::yes_or_no(
        "503: each with an `Idempotency-Key`",
        have_keys,
    ));
    Ok(rows)
}
