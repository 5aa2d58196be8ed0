//! `verify_web` without a browser: what must hold whatever is sent to it. The area `pages` of
//! `tests/conformance` has a browser.

use std::time::Duration;

use serde_json::json;
use stripe_identity::Timestamp;
use stripe_identity::verification_session::{self, VerificationSessionId};
use stripe_identity::webhook::TestSignature;
use stripe_identity_fake::{FakeStripe, Fault, Outcome, Person};
use stripe_identity_tests::example::completed;
use ureq::Agent;
use ureq::http::Response;

use crate::program::{Program, Running};

/// A visitor's browser, as far as it is needed: it keeps one cookie and follows no redirects.
struct Visitor {
    agent: Agent,
    site: String,
    cookie: String,
}

impl Visitor {
    fn new(site: &str) -> Self {
        let config = Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Self {
            agent: Agent::new_with_config(config),
            site: site.to_owned(),
            cookie: String::new(),
        }
    }

    /// Presses the button, on a page of this origin.
    fn press(&mut self, origin: Option<&str>) -> anyhow::Result<Page> {
        let mut request = self.agent.post(format!("{}/verify", self.site));
        request = request.header("Cookie", &self.cookie);
        if let Some(origin) = origin {
            request = request.header("Origin", origin);
        }
        let page = Page::read(request.send_empty()?)?;
        if let Some((cookie, _)) = page.cookie.split_once(';') {
            cookie.clone_into(&mut self.cookie);
        }
        Ok(page)
    }

    fn see(&self, path: &str) -> anyhow::Result<Page> {
        let request = self.agent.get(format!("{}{path}", self.site));
        Page::read(request.header("Cookie", &self.cookie).call()?)
    }
}

#[derive(Debug)]
struct Page {
    status: u16,
    location: String,
    cookie: String,
    refresh: String,
    text: String,
}

impl Page {
    fn read(mut response: Response<ureq::Body>) -> anyhow::Result<Self> {
        let text = response.body_mut().read_to_string()?;
        let header = |name| -> anyhow::Result<String> {
            let value = response.headers().get(name);
            Ok(value.map_or(Ok(""), |value| value.to_str())?.to_owned())
        };
        Ok(Self {
            status: response.status().as_u16(),
            location: header("location")?,
            cookie: header("set-cookie")?,
            refresh: header("refresh")?,
            text,
        })
    }

    fn heading(&self) -> &str {
        let after = self.text.split("<h1>").nth(1).unwrap_or_default();
        after.split("</h1>").next().unwrap_or_default()
    }
}

/// A stand-in, and the site that uses it.
async fn start() -> anyhow::Result<(FakeStripe, Running, String)> {
    let fake = FakeStripe::start().await?;
    let secret = fake.handle().webhook_secret().to_owned();
    let mut running = Program::new("verify_web")
        .env(&[
            ("STRIPE_SECRET_KEY", fake.secret_key()),
            ("STRIPE_BASE_URL", fake.base_url()),
            ("STRIPE_WEBHOOK_SECRET", &secret),
        ])
        .start();
    let site = running.wait_for("open ");
    fake.handle().add_webhook(format!("{site}/stripe"))?;
    Ok((fake, running, site))
}

/// All sessions, newest first.
async fn sessions(fake: &FakeStripe) -> anyhow::Result<Vec<VerificationSessionId>> {
    let page = verification_session::list().send(&fake.client()).await?;
    Ok(page.into_iter().map(|session| session.id).collect())
}

#[tokio::test]
async fn only_its_own_button_starts_a_verification() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    let port = site.rsplit(':').next().unwrap_or_default();
    for origin in [
        None,
        Some("null"),
        Some("https://example.com"),
        Some("http://127.0.0.1"),
        Some(&format!("https://127.0.0.1:{port}")),
        Some(&format!("http://127.0.0.1:{port}.example.com")),
    ] {
        let page = visitor.press(origin)?;
        assert_eq!((page.status, page.cookie.as_str()), (403, ""), "{origin:?}");
        assert_eq!(page.heading(), "That did not come from here", "{origin:?}");
    }
    assert_eq!(sessions(&fake).await?.len(), 0);
    assert_eq!(visitor.press(Some(&site))?.status, 303);
    assert_eq!(sessions(&fake).await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn each_outcome_is_shown_to_whose_it_is() -> anyhow::Result<()> {
    let (fake, running, site) = start().await?;
    let cases = [
        (Outcome::verified(), "You are verified", ""),
        (
            Outcome::failed("document_expired"),
            "We could not verify you",
            "The document has expired.",
        ),
        (
            Outcome::failed("consent_declined"),
            "We could not verify you",
            "You did not agree",
        ),
        (
            Outcome::failed("document_unverified_other"),
            "We could not verify you",
            "Good light",
        ),
        (
            Outcome::failed("document_type_not_supported"),
            "We could not verify you",
            "This kind of document is not accepted.",
        ),
        (
            Outcome::failed("device_not_supported"),
            "We could not verify you",
            "such as your phone",
        ),
        (
            Outcome::failed("country_not_supported"),
            "We could not verify you",
            "another country",
        ),
        (
            Outcome::failed("under_supported_age"),
            "We could not verify you",
            "You are too young",
        ),
        (
            Outcome::failed("abandoned"),
            "We could not verify you",
            "You left before",
        ),
        (Outcome::Canceled, "The verification was canceled", ""),
    ];
    // Stripe's page is at the stand-in's own address.
    let mut secrets = vec![Person::default().last_name, fake.base_url().to_owned()];
    let mut visitors = Vec::new();
    for (outcome, heading, text) in cases {
        let mut visitor = Visitor::new(&site);
        let pressed = visitor.press(Some(&site))?;
        assert_eq!(pressed.status, 303, "{outcome:?}");
        let [session, ..] = &sessions(&fake).await?[..] else {
            anyhow::bail!("no session for {outcome:?}");
        };
        fake.handle().submit(session, outcome.clone()).await?;
        let page = visitor.see("/result")?;
        assert_eq!((page.status, page.heading()), (200, heading), "{outcome:?}");
        assert!(page.text.contains(text), "{outcome:?}: {}", page.text);

        let stranger = Visitor::new(&site);
        assert_eq!(stranger.see("/result")?.heading(), "Verify your identity");
        secrets.extend([pressed.location, visitor.cookie.replace("visit=", "")]);
        visitors.push((visitor, heading));
    }
    for (visitor, heading) in visitors {
        assert_eq!(visitor.see("/result")?.heading(), heading, "later, too");
    }
    let said = running.stop();
    for secret in secrets {
        assert!(
            !secret.is_empty() && !said.contains(&secret),
            "{secret}: {said}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_visitor_has_one_open_session() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    visitor.press(Some(&site))?;
    let first = sessions(&fake).await?;

    let again = [
        ("while it is open", None),
        ("after a failure", Some(Outcome::failed("document_expired"))),
        ("once it is verified", Some(Outcome::verified())),
    ];
    for (when, outcome) in again {
        if let Some(outcome) = &outcome {
            fake.handle().submit(&first[0], outcome.clone()).await?;
        }
        let pressed = visitor.press(Some(&site))?;
        assert_eq!(pressed.status, 303, "{when}");
        let verified = outcome == Some(Outcome::verified());
        assert_eq!(pressed.location == "/result", verified, "{when}");
        assert_eq!(sessions(&fake).await?, first, "{when}");
    }

    let mut other = Visitor::new(&site);
    other.press(Some(&site))?;
    let second = sessions(&fake).await?;
    fake.handle().submit(&second[0], Outcome::Canceled).await?;
    assert_eq!(
        other.see("/result")?.heading(),
        "The verification was canceled"
    );
    other.press(Some(&site))?;
    assert_eq!(sessions(&fake).await?.len(), 3, "after it was canceled");
    Ok(())
}

#[tokio::test]
async fn a_lost_webhook_strands_nobody() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let stripe = fake.handle();
    for path in ["/result", "/verify"] {
        let mut visitor = Visitor::new(&site);
        visitor.press(Some(&site))?;
        let session = sessions(&fake).await?.swap_remove(0);
        // `processing` and `verified`.
        stripe.lose_events(2);
        stripe.submit(&session, Outcome::verified()).await?;
        if path == "/verify" {
            let pressed = visitor.press(Some(&site))?;
            assert_eq!(pressed.location, "/result");
            // What was read is recorded: Stripe need not be asked again.
            stripe.fail_next(1, Fault::Status(403));
        }
        assert_eq!(
            visitor.see("/result")?.heading(),
            "You are verified",
            "{path}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_session_that_is_checked_is_looked_at_again() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    visitor.press(Some(&site))?;
    let session = sessions(&fake).await?.swap_remove(0);
    let mut refresh = Vec::new();
    for outcome in [None, Some(Outcome::Processing), Some(Outcome::verified())] {
        if let Some(outcome) = outcome {
            fake.handle().submit(&session, outcome).await?;
        }
        let page = visitor.see("/result")?;
        refresh.push((page.heading().to_owned(), page.refresh));
    }
    let expected = [
        ("We have no result yet", ""),
        ("Your document is being checked", "3"),
        ("You are verified", ""),
    ];
    assert_eq!(
        refresh,
        expected.map(|(title, refresh)| (title.to_owned(), refresh.to_owned()))
    );
    Ok(())
}

#[tokio::test]
async fn a_session_that_is_gone_is_replaced() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    visitor.press(Some(&site))?;
    fake.handle().reset();
    assert_eq!(visitor.see("/result")?.heading(), "We have no result yet");
    assert_eq!(visitor.press(Some(&site))?.status, 303);
    assert_eq!(sessions(&fake).await?.len(), 1);
    assert_eq!(visitor.see("/verify")?.location, "/");
    Ok(())
}

#[tokio::test]
async fn localhost_is_as_good_as_127_0_0_1() -> anyhow::Result<()> {
    let (fake, _running, site) = start().await?;
    let local = site.replace("127.0.0.1", "localhost");
    let mut visitor = Visitor::new(&site);
    let pressed = visitor.press(Some(&local))?;
    let page = visitor.agent.post(&pressed.location);
    let done = page.send_form([("outcome", "verified")])?;
    let back = done
        .headers()
        .get("location")
        .and_then(|value| value.to_str().ok());
    assert_eq!(
        back,
        Some(&*format!("{local}/result")),
        "where the cookie is known"
    );
    drop(fake);
    Ok(())
}

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_and_other_sites() -> anyhow::Result<()> {
    for (public, attributes) in [
        ("http://localhost:8000", "; HttpOnly; SameSite=Lax; Path=/"),
        (
            "https://example.com/",
            "; HttpOnly; SameSite=Lax; Secure; Path=/",
        ),
    ] {
        let fake = FakeStripe::start().await?;
        let mut running = Program::new("verify_web")
            .env(&[
                ("STRIPE_SECRET_KEY", fake.secret_key()),
                ("STRIPE_BASE_URL", fake.base_url()),
                ("STRIPE_WEBHOOK_SECRET", "whsec_1"),
                ("PUBLIC_URL", public),
            ])
            .start();
        let mut visitor = Visitor::new(&running.wait_for("listening at "));
        let pressed = visitor.press(Some(&public.trim_end_matches('/').to_lowercase()))?;
        let (value, attribute) = pressed.cookie.split_at(visitor.cookie.len());
        assert_eq!(attribute, attributes, "{public}");
        assert_eq!(value.len(), "visit=".len() + 32, "128 bits: {value}");
    }
    Ok(())
}

#[tokio::test]
async fn a_webhook_that_cannot_be_handled_comes_again() -> anyhow::Result<()> {
    let (fake, running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    visitor.press(Some(&site))?;
    let [session] = &sessions(&fake).await?[..] else {
        anyhow::bail!("not one session");
    };
    let stripe = fake.handle();
    // One for each event: `processing` and `verified`.
    stripe.fail_next(2, Fault::Status(403));
    stripe.submit(session, Outcome::verified()).await?;
    stripe.advance(Duration::from_secs(24 * 60 * 60));
    stripe.settled().await;
    assert_eq!(visitor.see("/result")?.heading(), "You are verified");
    let said = running.stop();
    assert_eq!(said.matches("status 403").count(), 2, "{said}");
    Ok(())
}

#[tokio::test]
async fn a_visitor_is_told_when_stripe_fails() -> anyhow::Result<()> {
    let (fake, running, site) = start().await?;
    fake.handle().fail_next(1, Fault::Status(403));
    let mut visitor = Visitor::new(&site);
    let page = visitor.press(Some(&site))?;
    assert_eq!((page.status, page.heading()), (502, "That did not work"));
    assert_eq!(visitor.press(Some(&site))?.status, 303, "later it works");
    let said = running.stop();
    assert!(said.contains("status 403"), "{said}");
    Ok(())
}

#[tokio::test]
async fn nobody_else_can_send_a_webhook() -> anyhow::Result<()> {
    let (fake, running, site) = start().await?;
    let mut visitor = Visitor::new(&site);
    visitor.press(Some(&site))?;
    let event = completed(json!({
        "object": "event", "id": "evt_1", "created": 1_790_000_000, "livemode": false,
        "type": "identity.verification_session.verified", "data": { "object": {
            "id": sessions(&fake).await?[0], "object": "identity.verification_session",
            "created": 1_790_000_000, "livemode": false, "metadata": {}, "status": "verified",
            "type": "document",
        } },
    }));
    let event = event.to_string();
    let asked = fake.handle().requests().len();
    let signed = |secret| TestSignature::new(secret, Timestamp::now()).sign(event.as_bytes());
    for signature in ["", "v1=1", &signed("whsec_of_another")] {
        let request = visitor.agent.post(format!("{site}/stripe"));
        let answer = request.header("Stripe-Signature", signature).send(&event)?;
        assert_eq!(answer.status(), 400, "{signature}");
    }
    assert_eq!(
        fake.handle().requests().len(),
        asked,
        "Stripe was asked nothing"
    );
    assert!(!running.stop().contains("Verified"));
    Ok(())
}
