//! The pages: plain HTML without scripts. Nothing in them comes from a request, so that there is
//! nothing to escape.

use axum::response::Html;
use stripe_identity::verification_session::SessionLastErrorCode as Code;

use crate::visits::Status;

pub(crate) fn start() -> Html<String> {
    let text = "<p>Before you can rent a car we need to know that you are who you say.</p>
<ul>
<li>Have your passport, driving licence or identity card at hand.</li>
<li>Our partner Stripe checks it, which takes about two minutes.</li>
<li>We keep only whether you are verified, and no copy of your document.</li>
</ul>";
    page(
        "Verify your identity",
        "",
        text,
        &button("Verify my identity"),
    )
}

pub(crate) fn result(status: &Status) -> Html<String> {
    match status {
        Status::Verified => page(
            "You are verified",
            "good",
            "<p>Thank you. There is nothing more to do.</p>",
            HOME,
        ),
        Status::Failed(code) => page(
            "We could not verify you",
            "bad",
            &format!("<p>{}</p>", reason(code.as_ref())),
            &button("Try again"),
        ),
        Status::Checking => page(
            "Your document is being checked",
            "",
            "<p>That may take a few minutes. This page shows the result when it is there. You can also
close it and come back later.</p>",
            CHECK_AGAIN,
        ),
        Status::Open => page(
            "We have no result yet",
            "",
            "<p>If you have submitted your document, look again in a minute. If not, go on where you
were.</p>",
            &format!("{CHECK_AGAIN}{}", button("Go on")),
        ),
        Status::Canceled => page(
            "The verification was canceled",
            "",
            "<p>Nothing was checked. You can start again.</p>",
            &button("Start again"),
        ),
    }
}

/// What went wrong, and what the visitor can do about it.
fn reason(code: Option<&Code>) -> &'static str {
    match code {
        Some(Code::Abandoned) => "You left before the check was finished.",
        Some(Code::ConsentDeclined) => "You did not agree to the check, so nothing was checked.",
        Some(Code::CountryNotSupported) => {
            "Documents of this country cannot be checked. Please use one of another country, if you
have one."
        }
        Some(Code::DeviceNotSupported) => {
            "This device has no camera that can be used. Please use another one, such as your phone."
        }
        Some(Code::DocumentExpired) => "The document has expired. Please use one that is valid.",
        Some(Code::DocumentTypeNotSupported) => {
            "This kind of document is not accepted. Please use a passport, a driving licence or an
identity card."
        }
        Some(Code::DocumentUnverifiedOther) => {
            "The document could not be read or checked. Good light and a steady hand help."
        }
        Some(Code::EmailUnverifiedOther | Code::EmailVerificationDeclined) => {
            "Your email address could not be verified. Please check it, and enter the code that is
sent to it."
        }
        Some(Code::PhoneUnverifiedOther | Code::PhoneVerificationDeclined) => {
            "Your phone number could not be verified. Please check it, and enter the code that is
sent to it."
        }
        Some(Code::IdNumberInsufficientDocumentData) => {
            "The document does not show what the check of your ID number needs. Please use another
one."
        }
        Some(Code::IdNumberMismatch | Code::IdNumberUnverifiedOther) => {
            "Your ID number could not be matched with your name and date of birth. Please check all
three."
        }
        Some(Code::SelfieDocumentMissingPhoto) => {
            "The document shows no photo of you. Please use one that does."
        }
        Some(Code::SelfieFaceMismatch) => {
            "Your picture could not be matched with the one on the document. Please use a document of
your own, with a recent photo."
        }
        Some(Code::SelfieManipulated | Code::SelfieUnverifiedOther) => {
            "Your picture could not be used. Please take a new one with your camera, in good light."
        }
        Some(Code::UnderSupportedAge) => "You are too young for this service.",
        _ => "The check did not succeed. Please try again.",
    }
}

pub(crate) fn foreign_form() -> Html<String> {
    let text = "<p>The button was not pressed on this site. Nothing was done.</p>";
    page("That did not come from here", "bad", text, HOME)
}

pub(crate) fn failure() -> Html<String> {
    let text = "<p>The identity check cannot be reached. Please try again in a few minutes.</p>";
    page("That did not work", "bad", text, HOME)
}

pub(crate) fn not_found() -> Html<String> {
    page("There is no such page", "", "", HOME)
}

const HOME: &str = r#"<p><a href="/">Back to the start</a></p>"#;
const CHECK_AGAIN: &str = r#"<p><a href="/result">Look again</a></p>"#;

fn button(label: &str) -> String {
    format!(r#"<form method="post" action="/verify"><button>{label}</button></form>"#)
}

fn page(title: &str, class: &str, text: &str, action: &str) -> Html<String> {
    Html(format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Example Cars</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">Example Cars</a></header>
<main class="{class}">
<h1>{title}</h1>
{text}
{action}
</main>
</body>
</html>
"#
    ))
}
