//! What Stripe refuses, one row for each rule.

use http::Method;

use crate::support::{Answer, Ask, REPORTS, SESSIONS, created, start};

/// Sends the forms of a table to one path. A row is a form, then the status, the code and the
/// param of its refusal; `-` stands for none, and `LONG(n)` for n characters.
async fn refused(path: &str, table: &str) {
    let fake = start().await;
    let path = path.replace("{session}", &created(&fake).await);
    for row in rows(table) {
        let [form, status, code, param] = &row[..] else {
            panic!("a row has four columns: {row:?}");
        };
        let answer = Ask::post(&path, form.trim_matches('-')).send(&fake).await;
        let status = status.parse().expect("a status is a number");
        let expected = (status, code.trim_matches('-'), param.trim_matches('-'));
        assert_eq!(answer.error(), expected, "{form}\n{}", answer.text);
        assert_shape(&answer);
    }
    let sessions = Ask::get(SESSIONS).send(&fake).await;
    assert_eq!(sessions.ids().len(), 1, "nothing was created");
}

/// The columns of a table's rows.
fn rows(table: &str) -> Vec<Vec<String>> {
    let lines = table.lines().filter(|line| !line.is_empty());
    let row = |line: &str| line.split_whitespace().map(long).collect();
    lines.map(row).collect()
}

/// `x=LONG(3)` gives `x=xxx`.
fn long(text: &str) -> String {
    let Some((before, rest)) = text.split_once("LONG(") else {
        return text.to_owned();
    };
    let (length, after) = rest.split_once(')').expect("LONG has a length");
    let length = length.parse().expect("a length is a number");
    format!("{before}{}{after}", "x".repeat(length))
}

/// Every error has a type, a message, a link exactly if it has a code, and headers.
fn assert_shape(answer: &Answer) {
    let error = &answer.json["error"];
    assert!(error["type"].is_string() && error["message"].is_string());
    let link = error["code"].as_str().map(|code| {
        format!(
            "https://stripe.com/docs/error-codes/{}",
            code.replace('_', "-")
        )
    });
    assert_eq!(error["doc_url"].as_str(), link.as_deref());
    assert!(
        answer
            .header("request-id")
            .is_some_and(|id| id.starts_with("req_"))
    );
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

const SCHEMA: &str = "
type=document&foo=1                                           400 parameter_unknown       foo
type=document&foo[bar]=1                                      400 parameter_unknown       foo
type=document&options[foo]=1                                  400 parameter_unknown       options[foo]
type=document&options[document][foo]=1                        400 parameter_unknown       options[document][foo]
type=document&provided_details[name]=x                        400 parameter_unknown       provided_details[name]
type=passport                                                 400 -                       type
type=verification_flow                                        400 -                       type
type=                                                         400 parameter_invalid_empty type
type[]=document                                               400 -                       type
type=document&options=1                                       400 -                       options
type=document&options[document]=1                             400 -                       options[document]
type=document&metadata=1                                      400 -                       metadata
type=document&metadata[a][b]=1                                400 -                       metadata[a]
type=document&options[document][require_live_capture]=maybe   400 -                       options[document][require_live_capture]
type=document&options[document][allowed_types]=passport       400 -                       options[document][allowed_types]
type=document&options[document][allowed_types][0]=library     400 -                       options[document][allowed_types][0]
type=document&options[document][allowed_types][1]=passport    400 -                       options[document][allowed_types]
type=document&options[document][allowed_types][x]=passport    400 -                       options[document][allowed_types]
type=document&client_reference_id=                            400 parameter_invalid_empty client_reference_id
type=document&client_reference_id=LONG(5001)                  400 -                       client_reference_id
type=document&related_person[account]=acct_1                  400 parameter_missing       related_person[person]
type=document&expand=verified_outputs                         400 -                       expand
type=document&type[a]=1                                       400 -                       type
type=document&type=document                                   400 -                       type
type=document&options[document=1                              400 -                       options[document
";

#[tokio::test]
async fn create_refuses_what_the_schema_does_not_allow() {
    refused(SESSIONS, SCHEMA).await;
}

const VALUES: &str = "
-                                                             400 parameter_missing       type
metadata[a]=b                                                 400 parameter_missing       type
type=document&verification_flow=vf_1                          400 parameters_exclusive    type
type=document&return_url=nowhere                              400 url_invalid             return_url
type=document&return_url=javascript:alert(1)                  400 url_invalid             return_url
type=document&return_url=javascript://a/%250Aalert(1)         400 url_invalid             return_url
type=document&return_url=https:///nowhere                     400 url_invalid             return_url
type=document&return_url=https://a/%0D%0AX:%20y               400 url_invalid             return_url
type=document&provided_details[email]=nobody                  400 email_invalid           provided_details[email]
type=document&metadata[LONG(41)]=x                            400 -                       metadata
type=document&metadata[k]=LONG(501)                           400 -                       metadata
type=document&expand[]=metadata                               400 -                       expand
type=document&expand[]=data.verified_outputs                  400 -                       expand
";

#[tokio::test]
async fn create_refuses_what_only_stripe_knows() {
    refused(SESSIONS, VALUES).await;
    let many: Vec<String> = (0..51).map(|n| format!("metadata[k{n}]=x")).collect();
    let many = format!("type=document&{} 400 - metadata", many.join("&"));
    refused(SESSIONS, &many).await;
}

#[tokio::test]
async fn an_update_keeps_to_the_limit_of_metadata() {
    let fake = start().await;
    let most: Vec<String> = (0..50).map(|n| format!("metadata[k{n}]=x")).collect();
    let create = Ask::post(SESSIONS, &format!("type=document&{}", most.join("&")));
    let path = format!("{SESSIONS}/{}", create.send(&fake).await.id());
    let rows = [
        ("metadata[k0]=y", 200),
        ("metadata[more]=x", 400),
        ("metadata[k0]=&metadata[more]=x", 200),
    ];
    for (form, status) in rows {
        let answer = Ask::post(&path, form).send(&fake).await;
        assert_eq!(answer.status, status, "{form}");
    }
}

const UPDATE: &str = "
type=document&foo=1               400 parameter_unknown foo
return_url=https://example.com    400 parameter_unknown return_url
type=id                           400 -                 type
";

#[tokio::test]
async fn other_operations_refuse_what_they_do_not_take() {
    refused(&format!("{SESSIONS}/{{session}}"), UPDATE).await;
    for operation in ["cancel", "redact"] {
        let path = format!("{SESSIONS}/{{session}}/{operation}");
        refused(&path, "type=document 400 parameter_unknown type").await;
    }
}

/// Path and query, the status, the code and the param.
const QUERIES: &str = "
SESSIONS?foo=1                                     400 parameter_unknown         foo
SESSIONS?limit=ten                                 400 parameter_invalid_integer limit
SESSIONS?limit=0                                   400 parameter_invalid_integer limit
SESSIONS?limit=-1                                  400 parameter_invalid_integer limit
SESSIONS?limit=101                                 400 parameter_invalid_integer limit
SESSIONS?limit=9223372036854775808                 400 parameter_invalid_integer limit
SESSIONS?limit=                                    400 parameter_invalid_empty   limit
SESSIONS?status=done                               400 -                         status
SESSIONS?created=now                               400 parameter_invalid_integer created
SESSIONS?created[gte]=now                          400 parameter_invalid_integer created[gte]
SESSIONS?created[from]=1                           400 parameter_unknown         created[from]
SESSIONS?starting_after=vs_none                    400 resource_missing          starting_after
SESSIONS?ending_before=vs_none                     400 resource_missing          ending_before
SESSIONS?starting_after=SESSION&ending_before=x    400 parameters_exclusive      ending_before
SESSIONS/SESSION?limit=1                           400 parameter_unknown         limit
SESSIONS/vs_none                                   404 resource_missing          session
SESSIONS/not%20an%20id                             404 resource_missing          session
SESSIONS/                                          404 -                         -
SESSIONS/SESSION/cancel                            404 -                         -
REPORTS?starting_after=SESSION                     400 resource_missing          starting_after
REPORTS?type=selfie                                400 -                         type
REPORTS?status=verified                            400 parameter_unknown         status
REPORTS/vr_none                                    404 resource_missing          report
REPORTS/SESSION                                    404 resource_missing          report
/v1/identity                                       404 -                         -
/v1/charges                                        404 -                         -
";

#[tokio::test]
async fn queries_are_checked_like_bodies() {
    let fake = start().await;
    let session = created(&fake).await;
    let table = QUERIES
        .replace("SESSIONS", SESSIONS)
        .replace("REPORTS", REPORTS)
        .replace("SESSION", &session);
    for row in rows(&table) {
        let [path, status, code, param] = &row[..] else {
            panic!("a row has four columns: {row:?}");
        };
        let answer = Ask::get(path).send(&fake).await;
        let found = answer.error();
        let expected = (
            status.parse().expect("a status is a number"),
            code.trim_matches('-'),
            param.trim_matches('-'),
        );
        assert_eq!(found, expected, "{path}\n{}", answer.text);
        assert_shape(&answer);
    }
}

#[tokio::test]
async fn unknown_ids_and_urls_are_not_found_by_post_either() {
    let fake = start().await;
    for path in ["/vs_none", "/vs_none/cancel", "/vs_none/redact"] {
        let answer = Ask::post(format!("{SESSIONS}{path}"), "").send(&fake).await;
        assert_eq!(
            answer.error(),
            (404, "resource_missing", "session"),
            "{path}"
        );
    }
    let verify = Ask::post(format!("{SESSIONS}/vs_none/verify"), "");
    assert_eq!(verify.send(&fake).await.error(), (404, "", ""));
    let head = Ask::new(Method::HEAD, SESSIONS.to_owned(), "").key(fake.secret_key());
    let head = head.send_anywhere(fake.base_url()).await;
    assert_eq!((head.status, &*head.text), (200, ""));
    let delete = Ask::new(Method::DELETE, format!("{SESSIONS}/vs_none"), "");
    assert_eq!(delete.send(&fake).await.error(), (404, "", ""));
}

#[tokio::test]
async fn a_missing_or_wrong_key_is_refused_with_a_challenge() {
    let (fake, other) = (start().await, start().await);
    let basic = |text: &str| {
        use base64::Engine as _;
        let encoded = base64::engine::general_purpose::STANDARD.encode(text);
        format!("Basic {encoded}")
    };
    let (secret, restricted) = (fake.secret_key(), fake.restricted_key());
    let rows = [
        (format!("Bearer {secret}"), 200),
        (format!("bearer {restricted}"), 200),
        (basic(&format!("{secret}:")), 200),
        (basic("sk_test_wrong:"), 401),
        ("Basic !".to_owned(), 401),
        (format!("Bearer {}", other.secret_key()), 401),
        ("Bearer".to_owned(), 401),
        (secret.to_owned(), 401),
        (format!("Token {secret}"), 401),
    ];
    for (authorization, status) in rows {
        let ask = Ask::get(SESSIONS).header("authorization", &authorization);
        let answer = ask.send(&fake).await;
        assert_eq!(answer.status, status, "{authorization}");
        let challenge = (status == 401).then_some("Bearer realm=\"Stripe\"");
        assert_eq!(answer.header("www-authenticate"), challenge);
        assert!(!answer.text.contains(other.secret_key()), "keys are masked");
    }
    let none = Ask::get(SESSIONS).send_anywhere(fake.base_url()).await;
    assert_eq!(none.error(), (401, "", ""));
}

#[tokio::test]
async fn invalid_headers_and_bodies_are_refused() {
    let fake = start().await;
    let post = || Ask::post(SESSIONS, "type=document");
    let json = Ask::new(Method::POST, SESSIONS.to_owned(), "{\"type\":\"document\"}");
    let get = Ask::new(Method::GET, SESSIONS.to_owned(), "limit=1");
    let large = format!("type=document&client_reference_id={}", "x".repeat(2 << 20));
    let rows = [
        (post().header("stripe-version", "newest"), 400),
        (post().header("stripe-version", "2026-09-30."), 400),
        (post().header("stripe-account", "someone"), 403),
        (post().header("content-type", "application/json"), 400),
        (json.header("content-type", "application/json"), 400),
        (Ask::post(SESSIONS, &large), 413),
        (
            get.header("content-type", "application/x-www-form-urlencoded"),
            400,
        ),
    ];
    for (ask, status) in rows {
        let answer = ask.send(&fake).await;
        assert_eq!(
            answer.error(),
            (status, answer.error().1, ""),
            "{}",
            answer.text
        );
    }
    let older = post()
        .header("stripe-version", "2024-06-20")
        .send(&fake)
        .await;
    assert_eq!(
        (older.status, older.header("stripe-version")),
        (200, Some("2024-06-20"))
    );
}

#[tokio::test]
async fn connected_accounts_are_separate() {
    let fake = start().await;
    let in_account = |ask: Ask, account: &str| ask.header("stripe-account", account);
    let ask = in_account(Ask::post(SESSIONS, "type=document"), "acct_1");
    let session = ask.send(&fake).await.id().to_owned();
    let path = format!("{SESSIONS}/{session}");
    let rows = [(Some("acct_1"), 200), (Some("acct_2"), 404), (None, 404)];
    for (account, status) in rows {
        let mut ask = Ask::get(&path);
        if let Some(account) = account {
            ask = in_account(ask, account);
        }
        assert_eq!(ask.send(&fake).await.status, status, "{account:?}");
    }
    let event = &fake.handle().events()[0];
    assert_eq!(event.account.as_deref(), Some("acct_1"));
}
