//! The stand-in as a program.

use std::io::{BufRead, BufReader, Lines};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::{Ask, ClosedPort, SESSIONS};

const PROGRAM: &str = env!("CARGO_BIN_EXE_stripe-identity-fake");

/// Runs until it is dropped.
struct Program {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    base_url: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(PROGRAM)
            .args(["--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program is built");
        let stdout = child.stdout.take().expect("it is piped");
        let mut program = Self {
            child,
            lines: BufReader::new(stdout).lines(),
            base_url: String::new(),
        };
        let first = program.until("listens at ");
        let (_, url) = first.split_once("listens at ").expect("it says so");
        url.clone_into(&mut program.base_url);
        program
    }

    /// The next line that has this.
    fn until(&mut self, part: &str) -> String {
        let mut lines = self.lines.by_ref().map_while(Result::ok);
        lines.find(|line| line.contains(part)).expect("it is said")
    }
}

impl Program {
    /// Sends it a signal, waits until it has ended, and returns its last line.
    #[cfg(unix)]
    fn end_by(mut self, signal: &str) -> String {
        let id = self.child.id().to_string();
        let kill = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(kill.expect("every Unix has `kill`").success());
        let last = self.lines.by_ref().map_while(Result::ok).last();
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "{status}");
        last.expect("it says what it did")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself, which the test has seen then.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Exit code and standard error of a start that fails.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(PROGRAM).args(arguments).output();
    let output = output.expect("the program is built");
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).expect("errors are text");
    (output.status.code(), error)
}

#[tokio::test]
async fn it_prints_what_to_set_and_each_request() {
    let mut program = Program::start(&["--secret-key", "sk_test_mine"]);
    program.until("secret key       sk_test_mine");
    program.until("restricted key   rk_test_");
    program.until("webhook secret   whsec_");
    program.until("export STRIPE_SECRET_KEY=sk_test_mine");
    program.until("export STRIPE_WEBHOOK_SECRET=whsec_");
    let set = program.until("export STRIPE_BASE_URL=");
    assert!(set.contains(&program.base_url));
    program.until("-u sk_test_mine: -d type=document");

    let base_url = program.base_url.clone();
    let form = "type=document&client_reference_id=personal";
    let ask = Ask::post(SESSIONS, form).key("sk_test_mine");
    let made = ask.send_anywhere(&base_url).await;
    assert_eq!(made.status, 200);
    let line = program.until("POST");
    let expected = format!("POST {SESSIONS} 200 {}", made.id());
    assert_eq!(line.trim(), expected);
    let path = format!("{SESSIONS}/{}?foo=personal", made.id());
    Ask::get(path)
        .key("sk_test_mine")
        .send_anywhere(&base_url)
        .await;
    let line = program.until("GET");
    let path = "/v1/identity/verification_sessions/{session}";
    let expected = format!("GET {path} 400 {} parameter_unknown foo", made.id());
    assert_eq!(line.trim(), expected);
}

#[cfg(unix)]
#[tokio::test]
async fn a_signal_ends_it_with_a_summary() {
    for signal in ["INT", "TERM", "HUP"] {
        let program = Program::start(&["--secret-key", "sk_test_mine"]);
        let ask = Ask::post(SESSIONS, "type=document").key("sk_test_mine");
        ask.send_anywhere(&program.base_url).await;
        Ask::get("/start/none")
            .send_anywhere(&program.base_url)
            .await;
        let expected = format!(
            "ended by SIG{signal}: 2 requests (1 failed), 1 session (0 verified), 1 event, \
             0 deliveries (0 failed)"
        );
        assert_eq!(program.end_by(signal), expected);
    }
}

#[tokio::test]
async fn its_health_can_be_checked() {
    let program = Program::start(&[]);
    let (_, port) = program.base_url.rsplit_once(':').expect("it has a port");
    let check = |port: &str| {
        let mut command = Command::new(PROGRAM);
        let output = command.args(["--check-health", "--port", port]).output();
        output.expect("the program is built").status.code()
    };
    assert_eq!(check(port), Some(0));
    let closed = ClosedPort::new();
    assert_eq!(check(&closed.number().to_string()), Some(1));
}

/// Its arguments, and what its introduction says.
#[test]
fn arguments_and_variables_do_the_same() {
    let bind = Program::start(&[
        "--bind",
        "0.0.0.0",
        "--control-token",
        "mine",
        "--public-url",
        "http://localhost:1/",
    ]);
    let mut program = bind;
    assert!(program.base_url.starts_with("http://127.0.0.1:"));
    program.until("control token    mine");
    program.until("http://localhost:1/");
    let help = Command::new(PROGRAM).arg("--help").output();
    let help = String::from_utf8(help.expect("the program is built").stdout);
    let help = help.expect("help is text");
    for variable in [
        "BIND",
        "PORT",
        "PUBLIC_URL",
        "CONTROL_TOKEN",
        "WEBHOOK",
        "SECRET_KEY",
    ] {
        assert!(
            help.contains(&format!("[env: STRIPE_FAKE_{variable}")),
            "{variable}"
        );
    }
}

#[tokio::test]
async fn an_unreachable_webhook_is_logged_and_stops_nothing() {
    let closed = ClosedPort::new();
    let port = closed.number();
    let url = format!("http://127.0.0.1:{port}/hook?token=hidden");
    let mut program = Program::start(&["--webhook", &url, "--secret-key", "sk_test_mine"]);
    let base_url = program.base_url.clone();
    for _ in 0..2 {
        let ask = Ask::post(SESSIONS, "type=document").key("sk_test_mine");
        assert_eq!(ask.send_anywhere(&base_url).await.status, 200);
        let line = program.until("  event ");
        assert!(
            line.contains("identity.verification_session.created"),
            "{line}"
        );
        assert!(
            line.contains("nothing listens there; will be sent again in 2 s"),
            "{line}"
        );
        assert!(
            line.contains(&format!(":{port}/hook")) && !line.contains("hidden"),
            "{line}"
        );
    }
}

#[test]
fn a_port_in_use_is_named_with_the_flag() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken
        .local_addr()
        .expect("it listens somewhere")
        .port()
        .to_string();
    let (code, error) = refused(&["--port", &port]);
    assert_eq!(code, Some(1));
    assert!(error.contains(&format!("port {port} is in use")), "{error}");
    assert!(error.contains("--port"), "{error}");
}

/// Arguments, the exit code, and what standard error has to name.
#[test]
fn wrong_arguments_are_named() {
    let rows: [(&[&str], i32, &[&str]); 11] = [
        (&["--prot", "1"], 2, &["--prot", "--port", "--help"]),
        (&["--port", "many"], 2, &["many", "--port"]),
        (&["--port", "65536"], 2, &["65536", "--port"]),
        (&["--port"], 2, &["--port"]),
        (&["extra"], 2, &["extra"]),
        (&["--redaction-takes", "-1"], 2, &["-1"]),
        (&["--bind", "localhost"], 2, &["localhost", "--bind"]),
        (
            &["--port", "0", "--public-url", "localhost"],
            1,
            &["http://localhost:4242", "--public-url"],
        ),
        (
            &["--port", "0", "--webhook", "localhost:3000"],
            1,
            &["webhook", "http://", "--webhook"],
        ),
        (
            &["--port", "0", "--secret-key", "sk_live_1"],
            1,
            &["sk_test_", "--secret-key"],
        ),
        (
            &["--port", "0", "--webhook-secret", "secret"],
            1,
            &["whsec_", "--webhook-secret"],
        ),
    ];
    for (arguments, expected, parts) in rows {
        let (code, error) = refused(arguments);
        assert_eq!(code, Some(expected), "{arguments:?}: {error}");
        for part in parts {
            assert!(error.contains(part), "{arguments:?}: {error}");
        }
    }
}
