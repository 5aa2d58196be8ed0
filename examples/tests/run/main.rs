//! Runs each example as a program, against a stand-in for Stripe, and reads its output.

use std::net::TcpListener;

use stripe_identity::verification_session;
use stripe_identity_fake::{FakeStripe, Outcome};

use self::program::{Program, masked};

mod program;
mod site;
mod webhook;

type Variables<'a> = &'a [(&'a str, &'a str)];

/// Without any settings: its output, and that it succeeds.
#[test]
fn each_runs_by_itself() {
    let cases = [
        ("quickstart", include_str!("said/quickstart.txt")),
        ("list_all", include_str!("said/list_all.txt")),
        ("webhook_axum", include_str!("said/webhook_axum.txt")),
        ("blocking", include_str!("said/blocking.txt")),
        (
            "custom_transport",
            include_str!("said/custom_transport.txt"),
        ),
        ("opentelemetry", include_str!("said/opentelemetry.txt")),
    ];
    for (example, said) in cases {
        let ended = Program::new(example).run();
        assert_eq!(masked(&ended.stdout), said, "{example}: {}", ended.stderr);
        assert!(
            ended.success && ended.stderr.is_empty(),
            "{example}: {}",
            ended.stderr
        );
    }
}

/// Each mistake in its environment ends an example with a message.
#[test]
fn each_says_what_is_wrong() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let taken = taken.local_addr().expect("it listens").port().to_string();
    let taken_says = format!("port {taken} cannot be listened on; set PORT to another");
    let key = ("STRIPE_SECRET_KEY", "sk_test_1");
    let secret = ("STRIPE_WEBHOOK_SECRET", "whsec_1");
    let cases: &[(&str, Variables<'_>, &str)] = &[
        (
            "quickstart",
            &[("STRIPE_SECRET_KEY", " ")],
            "STRIPE_SECRET_KEY is blank",
        ),
        (
            "blocking",
            &[("STRIPE_SECRET_KEY", "sk test")],
            "a key holds no white space",
        ),
        (
            "list_all",
            &[key, ("STRIPE_BASE_URL", "nowhere")],
            "invalid `base_url`",
        ),
        (
            "list_all",
            &[key, ("STRIPE_BASE_URL", "http://127.0.0.1:1")],
            "connection refused",
        ),
        (
            "webhook_axum",
            &[("PORT", "http")],
            "PORT is a number up to 65535",
        ),
        ("webhook_axum", &[("PORT", &taken)], &taken_says),
        (
            "webhook_axum",
            &[("STRIPE_WEBHOOK_SECRET", "")],
            "STRIPE_WEBHOOK_SECRET is blank",
        ),
        (
            "verify_web",
            &[("PORT", "70000")],
            "PORT is a number up to 65535",
        ),
        ("verify_web", &[("PORT", &taken)], &taken_says),
        (
            "verify_web",
            &[key],
            "set STRIPE_WEBHOOK_SECRET: `stripe listen --forward-to 127.0.0.1:",
        ),
        (
            "verify_web",
            &[key, secret, ("PUBLIC_URL", "example.com")],
            "PUBLIC_URL is scheme and host",
        ),
        (
            "verify_web",
            &[key, secret, ("PUBLIC_URL", "https://a.com/b")],
            "PUBLIC_URL is scheme and host",
        ),
    ];
    for (example, variables, says) in cases {
        let ended = Program::new(example).env(*variables).run();
        assert!(!ended.success, "{example} {variables:?}: {}", ended.stdout);
        assert!(
            ended.stderr.contains(says),
            "{example} {variables:?}: {}",
            ended.stderr
        );
        assert!(
            !ended.stderr.contains("panicked"),
            "{example}: {}",
            ended.stderr
        );
    }
}

/// With a key, as with Stripe itself: the person decides how it ends.
#[tokio::test]
async fn quickstart_tells_the_outcome() -> anyhow::Result<()> {
    let cases: &[(Outcome, &str)] = &[
        (Outcome::verified(), "\noutcome     verified\n"),
        (
            Outcome::failed("document_expired"),
            "\noutcome     requires_input\nbecause of  document_expired\n",
        ),
        (Outcome::Canceled, "\noutcome     canceled\n"),
    ];
    let fake = FakeStripe::start().await?;
    for (outcome, says) in cases {
        let stripe = [
            ("STRIPE_SECRET_KEY", fake.secret_key()),
            ("STRIPE_BASE_URL", fake.base_url()),
        ];
        let mut quickstart = Program::new("quickstart").env(&stripe).start();
        let session = quickstart.wait_for("created ");
        quickstart.wait_for("Open the page and choose an outcome.");
        fake.handle().submit(&session, outcome.clone()).await?;
        let ended = tokio::task::spawn_blocking(move || quickstart.end()).await?;
        assert!(ended.stdout.contains(says), "{outcome:?}: {}", ended.stdout);
        assert!(ended.success, "{outcome:?}: {}", ended.stderr);
    }
    Ok(())
}

/// Three pages of at most ten, each requested once.
#[tokio::test]
async fn list_all_reads_page_by_page() -> anyhow::Result<()> {
    let fake = FakeStripe::start().await?;
    for _ in 0..25 {
        let session = verification_session::create().type_("document");
        session.send(&fake.client()).await?;
    }
    let made = fake.handle().requests().len();
    let stripe = [
        ("STRIPE_SECRET_KEY", fake.secret_key()),
        ("STRIPE_BASE_URL", fake.base_url()),
    ];
    let ended = Program::new("list_all").env(&stripe).run();
    assert_eq!(ended.stdout.matches("vs_").count(), 25, "{}", ended.stdout);
    let asked = fake.handle().requests().split_off(made);
    let asked: Vec<String> = asked.iter().map(ToString::to_string).collect();
    assert_eq!(asked, ["GET /v1/identity/verification_sessions 200"; 3]);
    Ok(())
}
