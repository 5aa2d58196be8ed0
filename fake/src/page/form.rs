//! The pages themselves: plain HTML, with nothing from other hosts.

use std::fmt::Write as _;

const STYLE: &str = "\
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;\
--quiet:light-dark(#6b6b80,#a0a0b4);--accent:light-dark(#4338ca,#a5b4fc)}\
body{max-width:34rem;margin:0 auto;padding:1.5rem}\
main{border-top:.375rem dashed #f59e0b}\
h1{font-size:1.75rem;line-height:1.25}\
h2{font-size:1.125rem;margin:0}\
form{display:grid;gap:.75rem;border:1px solid var(--quiet);border-radius:.5rem;\
margin:0 0 1rem;padding:1rem}\
select,button{font:inherit;min-height:2.75rem;padding:.5rem .75rem;min-width:0}\
button{border:0;border-radius:.5rem;font-weight:600;cursor:pointer;\
background:var(--accent);color:light-dark(#fff,#14141f)}\
:focus-visible{outline:3px solid light-dark(#b45309,#f59e0b);outline-offset:2px}\
[role=alert]{border-left:4px solid #b91c1c;padding-left:.75rem}";

/// The form with the outcomes, and why the last choice was refused.
pub(super) fn form(codes: &[&str], refused: Option<&str>) -> String {
    let mut main = String::from(
        "<h1>Verify your identity</h1>\
         <p>This page takes the place of Stripe's. It asks for no document: choose the \
         outcome.</p>",
    );
    // Writing into a `String` cannot fail.
    if let Some(reason) = refused {
        let _ = write!(main, "<p role=\"alert\">{}</p>", escape(reason));
    }
    main.push_str("<form method=\"post\"><h2>The verification succeeds</h2>");
    main.push_str(&button("verified", "Verified"));
    main.push_str(&button(
        "verified_later",
        "Verified, after ten seconds of processing",
    ));
    main.push_str(
        "</form><form method=\"post\"><h2>The verification fails</h2><label for=\"code\">Reason</label>\
         <select name=\"code\" id=\"code\"><option value=\"\">Choose a reason</option>",
    );
    for code in codes {
        let label = code.replace('_', " ");
        let _ = write!(main, "<option value=\"{code}\">{label}</option>");
    }
    main.push_str("</select>");
    main.push_str(&button("failed", "Not verified"));
    main.push_str(&button("canceled", "Canceled"));
    main.push_str("</form>");
    page("Verify your identity", &main, "")
}

fn button(outcome: &str, label: &str) -> String {
    format!("<button name=\"outcome\" value=\"{outcome}\">{label}</button>")
}

/// For a session without a `return_url`.
pub(super) fn thanks() -> String {
    let main = "<h1>Thank you</h1><p>You can close this page.</p>";
    page("Thank you", main, "")
}

/// For an address that is wrong, used or expired.
pub(super) fn gone() -> String {
    let main = "<h1>This link does not work any more</h1>\
                <p>It was used, or has expired. Go back to the site that sent you here and start \
                again: it retrieves the session, and sends you to its new <code>url</code>.</p>";
    page("This link does not work any more", main, "")
}

/// Tells the page around the modal how it ended.
pub(super) fn end_of_modal(error: Option<&str>) -> String {
    let main = "<h1>Thank you</h1><p>You can close this window.</p>";
    let error = error.unwrap_or_default();
    let script = format!("<script src=\"/modal.js\" data-error=\"{error}\"></script>");
    page("Thank you", main, &script)
}

fn page(title: &str, main: &str, script: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main>{main}</main>{script}</body></html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
