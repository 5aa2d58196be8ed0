//! The selections that `examples/selections` shows, each with a program that makes one call.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::thread;

use super::WHOLE_NEWEST;
use crate::files::root;
use crate::generated;
use crate::package::Package;

/// What the program of a selection does: the request that it sends and its body, the answer, and
/// what it prints.
struct Call {
    selection: &'static str,
    line: &'static str,
    body: &'static str,
    answer: &'static str,
    prints: &'static str,
}

const CALLS: [Call; 7] = [
    Call {
        selection: "accounts",
        line: "POST /v2/core/accounts",
        body: r#"{"contact_email":"jenny@example.com","display_name":"Jenny Rosen","include":["identity"]}"#,
        answer: r#"{"object": "v2.core.account", "id": "acct_123", "livemode": false,
            "created": "2026-05-27T12:00:00.000Z", "applied_configurations": []}"#,
        prints: "acct_123",
    },
    Call {
        selection: "climate",
        line: "GET /v1/climate/suppliers/climsup_123",
        body: "",
        answer: r#"{"object": "climate.supplier", "id": "climsup_123", "livemode": false, "name": "Forest",
            "info_url": "https://example.com", "locations": [], "removal_pathway": "enhanced_weathering"}"#,
        prints: "Forest uses enhanced_weathering",
    },
    Call {
        selection: "event_destinations",
        line: "POST /v2/core/event_destinations",
        body: r#"{"description":"tells of usage without a meter","enabled_events":["v1.billing.meter.no_meter_found"],"event_payload":"thin","include":["webhook_endpoint.url"],"name":"Meters","type":"webhook_endpoint"}"#,
        answer: r#"{"object": "v2.core.event_destination", "id": "ed_123", "livemode": false, "name": "Meters",
            "description": "tells of usage without a meter", "enabled_events": [], "event_payload": "thin",
            "type": "webhook_endpoint", "status": "enabled", "created": "2026-05-27T12:00:00.000Z",
            "updated": "2026-05-27T12:00:00.000Z"}"#,
        prints: "ed_123 is enabled",
    },
    Call {
        selection: "files",
        line: "POST /v1/files",
        body: "name=\"file\"; filename=\"logo.png\"",
        answer: r#"{"object": "file", "id": "file_123", "created": 1, "purpose": "business_logo", "size": 4}"#,
        prints: "file_123",
    },
    Call {
        selection: "forwarding",
        line: "POST /v1/forwarding/requests",
        body: "metadata%5Border_id%5D=6735&payment_method=pm_123&replacements%5B0%5D=card_number&url=https%3A%2F%2Fexample.com%2Fcards",
        answer: r#"{"object": "forwarding.request", "id": "fwdreq_123", "livemode": false, "created": 1,
            "payment_method": "pm_123", "replacements": ["card_number"]}"#,
        prints: "fwdreq_123",
    },
    Call {
        selection: "issuing_cards",
        line: "GET /v1/issuing/cards?cardholder=ich_123&status=active",
        body: "",
        answer: r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/issuing/cards"}"#,
        prints: "0 cards",
    },
    Call {
        selection: "webhook_endpoints",
        line: "POST /v1/webhook_endpoints",
        body: "enabled_events%5B0%5D=identity.verification_session.verified&url=https%3A%2F%2Fexample.com%2Fwebhook",
        answer: r#"{"object": "webhook_endpoint", "id": "we_123", "livemode": false, "created": 1, "metadata": {},
            "status": "enabled", "enabled_events": [], "url": "https://example.com/webhook"}"#,
        prints: "we_123 is enabled",
    },
];

/// Calls the function `call` of a program.
const MAIN: &str = "\
//! Makes the call of a program over the server at a URL.

mod call;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base_url = std::env::args().nth(1).ok_or(\"the server's URL\")?;
    let client = stripe_runtime::BlockingClient::builder(\"sk_test_123\").base_url(base_url);
    let printed = call::call(&client.build_blocking()?)?;
    std::io::Write::write_all(&mut std::io::stdout(), printed.as_bytes())?;
    Ok(())
}
";

fn package(selection: &str) -> Option<Package> {
    let document = WHOLE_NEWEST.as_ref()?;
    let file = root().join(format!("examples/selections/{selection}.toml"));
    let selection = fs::read(&file).expect("a selection");
    let tree = generated(document, &selection);
    let name: toml::Table = String::from_utf8(selection)
        .expect("UTF-8")
        .parse()
        .expect("TOML");
    let name = name["crate"]["name"].as_str().expect("a name");
    Some(Package::new(name, &tree))
}

#[test]
fn each_example_is_explained_and_has_a_program() {
    let folder = root().join("examples/selections");
    let readme = fs::read_to_string(folder.join("README.md")).expect("README.md");
    let entries = fs::read_dir(&folder).expect("examples/selections");
    let files: BTreeSet<String> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let selections = files.iter().filter_map(|name| name.strip_suffix(".toml"));
    let selections: Vec<&str> = selections.collect();
    let called: Vec<&str> = CALLS.iter().map(|call| call.selection).collect();
    assert_eq!(selections, called);
    for name in selections {
        assert!(files.contains(&format!("{name}.rs")), "{name}.rs");
        let file = format!("({name}.toml)");
        assert!(readme.contains(&file), "README.md does not name {file}");
    }
}

#[test]
fn each_example_compiles() {
    for call in &CALLS {
        if let Some(package) = package(call.selection) {
            package.cargo("check", &[]);
        }
    }
}

#[test]
#[ignore = "builds the programs: cargo xtask ci clients"]
fn the_program_of_each_example_makes_its_call() {
    for call in &CALLS {
        let Some(package) = package(call.selection) else {
            return;
        };
        let server = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = server.local_addr().expect("an address");
        let answering = thread::spawn(move || answer(&server, call.answer));
        let program = root().join(format!("examples/selections/{}.rs", call.selection));
        let program = fs::read_to_string(program).expect("a program");
        let files = [("call.rs", program.as_str()), ("main.rs", MAIN)];
        let printed = package.run_program(&files, &format!("http://{address}"));
        let (line, body) = answering.join().expect("a request comes");
        assert_eq!(line, format!("{} HTTP/1.1", call.line));
        if call.selection == "files" {
            assert!(body.contains(call.body), "{body}");
        } else {
            assert_eq!(body, call.body, "{}", call.selection);
        }
        assert_eq!(printed.trim_end(), call.prints, "{}", call.selection);
    }
}

/// Answers one request; returns its first line and its body.
fn answer(server: &TcpListener, json: &str) -> (String, String) {
    let (stream, _) = server.accept().expect("a connection");
    let mut reader = BufReader::new(&stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        if line == "\r\n" {
            break;
        }
        lines.push(line.trim_end().to_owned());
    }
    let length = lines.iter().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.parse().expect("a length"))
    });
    let mut body = vec![0; length.unwrap_or_default()];
    reader.read_exact(&mut body).expect("a body");
    let length = json.len();
    write!(
        &stream,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{json}"
    )
    .expect("an answer");
    (lines.remove(0), String::from_utf8_lossy(&body).into_owned())
}
