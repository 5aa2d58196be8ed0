//! `stripe-identity-fake` beside the validator: what one refuses, so does the other.

use std::net::SocketAddr;

use serde_json::Value;
use stripe_identity_conformance::Tally;
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::raw;
use crate::refused::ROWS;
use crate::server::Validator;

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// What Stripe asks for beyond its document, written into both sides' requests.
const BEYOND: [(&str, &str); 5] = [
    ("[email]=a", "[email]=a@example.com"),
    ("return_url=x", "return_url=https%3A%2F%2Fexample.com"),
    (
        "verification_reports/vr_1?expand[0]=x",
        "verification_reports/vr_1?expand[0]=document",
    ),
    ("expand[0]=x", "expand[0]=last_error"),
    ("expand[1]=y", "expand[1]=options"),
];

/// What the stand-in accepts and the validator does not, and why.
const DIFFERENCES: [(&str, &str); 2] = [
    (
        "GET sessions?client_reference_id=a:b",
        "a colon means nothing in a query, and Stripe reads it as it stands",
    ),
    (
        "POST sessions?type=document",
        "Stripe reads the query of a POST request, too",
    ),
];

pub(crate) fn check(validator: &Validator, tally: &mut Tally) {
    let fake = StandIn::start();
    for (group, right, wrong, _) in ROWS {
        for (request, accepted) in [(right, true), (wrong, false)] {
            let (line, body) = fake.fill(request);
            let theirs = is_accepted(validator.address, &line, &[FORM], &body);
            let key = format!("Bearer {}", fake.fake.secret_key());
            let headers = [FORM, ("Authorization", key.as_str())];
            let ours = is_accepted(fake.address, &line, &headers, &body);
            let differs = DIFFERENCES.iter().any(|(listed, _)| *listed == request);
            let result = match (theirs, ours) {
                (Ok(theirs), Ok(ours)) if theirs != accepted => Err(format!(
                    "the validator accepts: {theirs}, and the stand-in: {ours}"
                )),
                (Ok(theirs), Ok(ours)) if (theirs == ours) == differs => Err(format!(
                    "accepted by the validator: {theirs}, by the stand-in: {ours}, listed as a \
                     difference: {differs}"
                )),
                (Ok(_), Ok(_)) => Ok(()),
                (Err(error), _) | (_, Err(error)) => Err(error),
            };
            tally.case(group, request, result);
        }
    }
    for (request, why) in DIFFERENCES {
        let known = ROWS.iter().any(|(_, _, wrong, _)| *wrong == request);
        let result = known.then_some(()).ok_or("listed, but no row asks it");
        tally.case(&format!("listed: {why}"), request, result);
    }
}

/// A stand-in, and what is asked of it.
struct StandIn {
    fake: FakeStripe,
    address: SocketAddr,
}

impl StandIn {
    fn start() -> Self {
        let fake = FakeStripe::start_blocking().expect("there is a free port");
        let address = fake.base_url().trim_start_matches("http://");
        Self {
            address: address.parse().expect("it listens on an address"),
            fake,
        }
    }

    /// The line and the body of a row: with ids that there are, each for one request
    /// alone, and with what Stripe asks for.
    fn fill(&self, request: &str) -> (String, String) {
        let mut words = request.splitn(3, ' ');
        let [method, path, body] = [(); 3].map(|()| words.next().unwrap_or_default());
        let mut line = format!("{method} /v1/identity/verification_{path}");
        let mut body = body.to_owned();
        for (from, to) in BEYOND {
            line = line.replace(from, to);
            body = body.replace(from, to);
        }
        let is_create = method == "POST" && path == "sessions";
        if is_create && !body.split('&').any(|pair| pair.starts_with("type")) {
            let separator = if body.is_empty() { "" } else { "&" };
            body = format!("{body}{separator}type=document");
        }
        let session = self.create();
        if line.contains("vr_1") {
            let done = self
                .fake
                .handle()
                .submit_blocking(&session, Outcome::verified());
            let report = done.expect("it waits").last_verification_report;
            let report = report.expect("a verified session has one");
            line = line.replace("vr_1", report.id().as_str());
        }
        (line.replace("vs_1", &session), body)
    }

    fn create(&self) -> String {
        let key = format!("Bearer {}", self.fake.secret_key());
        let headers = [FORM, ("Authorization", key.as_str())];
        let line = "POST /v1/identity/verification_sessions";
        let reply = raw::send(self.address, line, &headers, "type=document");
        let reply = reply.expect("the stand-in answers");
        let session: Value = serde_json::from_str(&reply.body).expect("it answers JSON");
        session["id"]
            .as_str()
            .expect("a session has an id")
            .to_owned()
    }
}

/// Whether the answer is 200; neither side may fail in another way than by refusing.
fn is_accepted(
    address: SocketAddr,
    line: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<bool, String> {
    let reply = raw::send(address, line, headers, body).map_err(|error| error.to_string())?;
    match reply.status {
        200 => Ok(true),
        400..500 => Ok(false),
        status => Err(format!("{status} {}", reply.body)),
    }
}
