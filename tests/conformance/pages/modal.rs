//! The drop-in for Stripe.js, on a page of another site.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use stripe_identity::verification_session::VerificationSessionStatus as Status;
use stripe_identity_conformance::Browser;
use stripe_identity_fake::{FakeStripe, Seed};

/// Serves one page to everybody, and returns its address. Ends with the process.
fn site(page: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it listens");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            // The request does not matter.
            drop(stream.read(&mut [0; 4096]));
            let length = page.len();
            let answer = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\
                 Content-Length: {length}\r\nConnection: close\r\n\r\n{page}"
            );
            drop(stream.write_all(answer.as_bytes()));
        }
    });
    format!("http://localhost:{}/", address.port())
}

/// What the person does in the modal, what the site is told, and the session's status.
#[test]
#[ignore = "needs chromedriver and chromium; `cargo xtask conformance pages` runs it"]
fn a_site_verifies_with_the_modal() {
    let rows: [(&[&str], &str, Status); 4] = [
        (&["Verified"], "submitted", Status::Verified),
        (
            &["document expired", "Not verified"],
            "submitted",
            Status::RequiresInput,
        ),
        (
            &["consent declined", "Not verified"],
            "consent_declined",
            Status::RequiresInput,
        ),
        (&[], "session_cancelled", Status::RequiresInput),
    ];
    let fake = FakeStripe::start_blocking().expect("there is a free port");
    let browser = Browser::start(320);
    for (choices, told, status) in rows {
        let seed = Seed::new(serde_json::json!({ "type": "document" }));
        let session = fake
            .handle()
            .seed([seed])
            .expect("the parameters are valid")
            .remove(0);
        let secret = session.client_secret.expect("it waits for the person");
        let page = format!(
            "<!DOCTYPE html><html lang=en><meta name=viewport content=width=device-width>\
             <title>Site</title><main><h1>Site</h1><button id=start>Verify me</button>\
             <p id=told></p></main><script src={}/stripe.js></script><script>\
             document.querySelector('#start').onclick = async () => {{\
             const {{ error }} = await Stripe('pk_test_1').verifyIdentity('{secret}');\
             document.querySelector('#told').textContent = error?.code ?? 'submitted'; }};\
             </script></html>",
            fake.base_url()
        );
        browser.open(&site(page));
        browser.press("Verify me");
        if choices.is_empty() {
            browser.press("Close");
        } else {
            browser.enter_frame();
            for choice in choices {
                browser.press(choice);
            }
            browser.leave_frame();
        }
        browser.wait_for(told);
        let session = fake.handle().session(&session.id).expect("it is there");
        assert_eq!(session.status, status, "{choices:?}");
        if !choices.is_empty() {
            // The secret was used, and is good for nothing.
            browser.press("Verify me");
            browser.wait_for("resource_missing");
        }
    }
}
