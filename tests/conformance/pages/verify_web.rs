//! The example `verify_web`, used with the keyboard, on a small screen and in the dark.

use std::process::Command;

use stripe_identity_conformance::{Browser, Process, built};

/// The site with a stand-in for Stripe, and its address.
fn site() -> (Process, String) {
    let mut command = Command::new(built("--example", "verify_web"));
    for variable in ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "PUBLIC_URL"] {
        command.env_remove(variable);
    }
    let mut site = Process::start(command.env("PORT", "0"));
    let url = loop {
        if let Some(url) = site.line().strip_prefix("open ") {
            break url.to_owned();
        }
    };
    (site, url)
}

const START: &str = "Verify your identity – Example Cars";
const STRIPES_PAGE: &str = "Verify your identity";
const CHECKING: &str = "Your document is being checked – Example Cars";
const VERIFIED: &str = "You are verified – Example Cars";
const FAILED: &str = "We could not verify you – Example Cars";

/// From the button over Stripe's page to the result, which the webhook brought.
#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn each_outcome_is_shown() {
    let cases: [(&[&str], &str, &str); 4] = [
        (&["Verified"], VERIFIED, "There is nothing more to do."),
        (
            &["document expired", "Not verified"],
            FAILED,
            "The document has expired.",
        ),
        (
            &["Canceled"],
            "The verification was canceled – Example Cars",
            "You can start again.",
        ),
        (
            &["Verified, after ten seconds of processing"],
            CHECKING,
            "This page shows the result when it is there.",
        ),
    ];
    let (_site, url) = site();
    let mut browser = Browser::start(1000);
    browser.prefer("dark");
    for (choices, title, text) in cases {
        browser.open(&url);
        browser.expect(START);
        browser.choose("Verify my identity");
        browser.expect(STRIPES_PAGE);
        for choice in choices {
            if *choice == "document expired" {
                browser.press(choice);
            } else {
                browser.choose(choice);
            }
        }
        browser.expect(title);
        assert!(
            browser.text().contains(text),
            "{choices:?}: {}",
            browser.text()
        );
        if title == CHECKING {
            // The page refreshes by itself.
            browser.expect(VERIFIED);
        }
        browser.forget();
    }
}

#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn a_visitor_fails_leaves_and_is_verified_in_the_end() {
    let (_site, url) = site();
    let mut browser = Browser::start(320);
    browser.open(&url);
    browser.choose("Verify my identity");
    browser.expect(STRIPES_PAGE);

    // Choosing a reason alone submits nothing.
    browser.press("document expired");
    browser.choose("Not verified");
    browser.expect(FAILED);

    // Leaves in the middle of another try, and comes back.
    browser.choose("Try again");
    browser.expect(STRIPES_PAGE);
    browser.open(&format!("{url}/result"));
    browser.expect(FAILED);
    browser.choose("Try again");
    browser.expect(STRIPES_PAGE);
    browser.choose("Verified");
    browser.expect(VERIFIED);

    // Another person at the same computer.
    browser.forget();
    browser.open(&format!("{url}/result"));
    browser.expect(START);
}

#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn a_button_on_another_site_does_nothing() {
    let (_site, url) = site();
    let mut browser = Browser::start(320);
    browser.open(&format!(
        "data:text/html,<form method=post action={url}/verify><button>Win a car</button></form>"
    ));
    browser.press("Win a car");
    browser.expect("That did not come from here – Example Cars");
}
