//! The page at `/` of the stand-in.

use std::net::{IpAddr, Ipv4Addr};

use stripe_identity::verification_session::VerificationSessionStatus as Status;
use stripe_identity_conformance::Browser;
use stripe_identity_fake::{FakeStripe, Outcome, Seed};

const TITLE: &str = "Stand-in for Stripe Identity";

fn start() -> FakeStripe {
    let fake = FakeStripe::builder().real_time().start_blocking();
    fake.expect("there is a free port")
}

/// The statuses of all sessions, oldest first.
fn statuses(fake: &FakeStripe) -> Vec<Status> {
    let sessions = fake.handle().sessions();
    sessions.into_iter().map(|session| session.status).collect()
}

/// With the keyboard alone, on small and large screens, light and dark.
#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn sessions_are_decided_with_the_keyboard() {
    for (width, scheme) in [
        (320, "light"),
        (320, "dark"),
        (1000, "light"),
        (1000, "dark"),
    ] {
        let fake = start();
        let mut browser = Browser::start(width);
        browser.prefer(scheme);
        browser.open(&format!("{}/", fake.base_url()));
        browser.expect(TITLE);
        browser.wait_for("There are none yet.");
        browser.choose("Create a session");
        browser.wait_for("requires_input");
        let id = fake.handle().sessions()[0].id.to_string();
        browser.choose(&format!("{id}: requires_input"));
        browser.wait_for("Not sent to anyone.");
        browser.expect(TITLE);
        browser.choose("Not verified");
        browser.wait_for("requires_input (");
        browser.expect(TITLE);
        browser.choose("Processing");
        browser.wait_for(": processing");
        browser.choose("Verified");
        browser.wait_for(": verified");
        browser.expect(TITLE);
        assert_eq!(statuses(&fake), [Status::Verified], "{width} {scheme}");

        fake.handle()
            .add_webhook("http://127.0.0.1:1/")
            .expect("it is a URL");
        browser.choose("Send created again");
        browser.wait_for("nothing listens there");
        let before = fake.handle().now();
        browser.choose("A day");
        browser.wait_for("again in 10 s");
        assert!(fake.handle().now() > before);
        browser.choose("Forget everything");
        browser.wait_for("There are none yet.");
        assert_eq!(statuses(&fake), []);
    }
}

/// What happens elsewhere is shown, and does not disturb who uses the page.
#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn the_page_is_live_and_keeps_what_is_open() {
    let fake = start();
    let handle = fake.handle();
    let document = || Seed::new(serde_json::json!({ "type": "document" }));
    let first = handle.seed([document()]).expect("the parameters are valid");
    let first = &first[0].id;
    let mut browser = Browser::start(1000);
    browser.open(&format!("{}/", fake.base_url()));
    browser.wait_for("requires_input");
    browser.choose(&format!("{first}: requires_input"));
    let hostile = serde_json::json!({
        "type": "document", "client_reference_id": "<img src=x onerror=\"document.title='owned'\">",
    });
    let second = handle.seed([Seed::new(hostile).outcome(Outcome::failed("abandoned"))]);
    let second = &second.expect("the parameters are valid")[0].id;
    browser.wait_for(&format!("{second}: requires_input (abandoned)"));
    assert_eq!(browser.focused(), format!("{first}: requires_input"));
    assert!(
        browser.text().contains("Not sent to anyone."),
        "it is open still"
    );
    browser.choose(&format!("{second}: requires_input (abandoned)"));
    browser.wait_for("<img src=x");
    browser.expect(TITLE);
}

#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn away_from_loopback_the_page_asks_for_the_token() {
    let fake = FakeStripe::builder()
        .bind(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
        .control_token("mine")
        .start_blocking();
    let fake = fake.expect("there is a free port");
    let mut browser = Browser::start(320);
    browser.open(&format!("{}/", fake.base_url()));
    browser.wait_for("Control token, which the stand-in printed");
    browser.expect(TITLE);
    browser.choose("");
    browser.write("mine");
    browser.choose("Use this token");
    browser.wait_for("0 requests");
    browser.choose("Create a session");
    browser.wait_for("requires_input");
}
