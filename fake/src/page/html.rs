//! Text, and nothing from outside: no script, no image, no font.

use std::fmt::Write as _;

use crate::spec::{Schema, Spec};

const STYLE: &str = "\
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;\
--quiet:light-dark(#c8c8d4,#4a4a5e);--accent:light-dark(#4338ca,#a5b4fc)}\
body{max-width:34rem;margin:0 auto;padding:1.5rem}\
main{border-top:.375rem dashed #f59e0b}\
h1{font-size:1.75rem;line-height:1.25}\
fieldset{min-width:0;border:1px solid var(--quiet);border-radius:.5rem;margin:0 0 1rem;\
padding:.5rem 1rem}\
label{display:flex;gap:.5rem;align-items:baseline;padding:.5rem 0}\
input{accent-color:var(--accent)}\
select,button{font:inherit;min-height:2.75rem;padding:.5rem .75rem}\
select{width:calc(100% - 1.5rem);margin:0 0 .5rem 1.5rem}\
button{border:0;border-radius:.5rem;padding-inline:1.5rem;font-weight:600;cursor:pointer;\
background:var(--accent);color:light-dark(#fff,#14141f)}\
:focus-visible{outline:3px solid #f59e0b;outline-offset:2px}\
[role=alert]{border-left:4px solid #b91c1c;padding-left:.75rem}";

/// The form with the outcomes; with why the last choice was refused.
pub(super) fn picker(refused: Option<&str>) -> String {
    let mut main = String::from(
        "<h1>Verify your identity</h1>\
         <p>This is a stand-in for Stripe's page. Nobody is asked for a document here: \
         choose what is to come of it.</p>",
    );
    if let Some(reason) = refused {
        let _ = write!(main, "<p role=\"alert\">{}</p>", escape(reason));
    }
    main.push_str("<form method=\"post\"><fieldset><legend>Outcome</legend>");
    let outcomes = [
        ("verified", "Verified"),
        (
            "verified_later",
            "Verified, after some seconds of processing",
        ),
        ("failed", "Not verified, because of:"),
        ("canceled", "Canceled"),
    ];
    for (index, (value, label)) in outcomes.into_iter().enumerate() {
        let checked = if index == 0 { " checked" } else { "" };
        let _ = write!(
            main,
            "<label><input type=\"radio\" name=\"outcome\" value=\"{value}\" required{checked}> \
             {label}</label>"
        );
        if value == "failed" {
            main.push_str("<select name=\"code\" aria-label=\"Reason for the failure\">");
            for code in codes() {
                let label = code.replace('_', " ");
                let _ = write!(main, "<option value=\"{code}\">{label}</option>");
            }
            main.push_str("</select>");
        }
    }
    main.push_str("</fieldset><button type=\"submit\">Submit</button></form>");
    page("Verify your identity", &main)
}

/// For a session without a `return_url`.
pub(super) fn thanks() -> String {
    let main = "<h1>Thank you</h1><p>That is all. You can close this page.</p>";
    page("Thank you", main)
}

/// For an address that is wrong, was used, or is too old.
pub(super) fn gone() -> String {
    let main = "<h1>This link does not work any more</h1>\
                <p>It was used before, or is too old. Go back to where you got it from, and ask \
                for another: <code>url</code> of the session, retrieved again.</p>";
    page("This link does not work any more", main)
}

/// Every code that the document knows.
fn codes() -> Vec<&'static str> {
    let session = Spec::get().component("identity.verification_session");
    let error = session.property("last_error").map(Schema::plain);
    let code = error.and_then(|error| error.property("code"));
    code.and_then(Schema::values).unwrap_or_default()
}

fn page(title: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main>{main}</main></body></html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
