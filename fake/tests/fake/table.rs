//! Every request of the client's own table is accepted, except for those that are wrong on
//! purpose.

use std::fmt::Debug;

use stripe_identity::{Client, Operation};
use stripe_identity_fake::FakeStripe;
use stripe_identity_tests::requests::{Sender, rows_by};
use tokio::runtime::Runtime;

/// Sends to a stand-in, and keeps the code and the param of what it refuses.
struct Through {
    client: Client,
    runtime: Runtime,
}

impl Sender for Through {
    type Answer = Option<(String, String)>;

    fn send(&mut self, request: &(impl Operation + Debug)) -> Self::Answer {
        let answer = self.runtime.block_on(self.client.send(request));
        let error = answer.err()?;
        let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
        Some((text(error.code()), text(error.param())))
    }
}

/// What is wrong on purpose: a part of the request as the table has it, and what is
/// told of that.
#[rustfmt::skip]
const WRONG: [(&str, &str, &str); 9] = [
    ("create().type_(VerificationType::VerificationFlow)", "-", "type"),
    ("create().type_(\"selfie_only\")", "-", "type"),
    ("create().client_reference_id(\"\")", "parameter_invalid_empty", "client_reference_id"),
    ("create().expand_raw([\"first\"])", "-", "expand"),
    ("\"hologram\"", "-", "options[document][allowed_types][1]"),
    ("list().limit(i64::MAX)", "parameter_invalid_integer", "limit"),
    ("list().limit(i64::MIN)", "parameter_invalid_integer", "limit"),
    ("list().status(\"on_hold\")", "-", "status"),
    ("list().type_(VerificationReportType::VerificationFlow)", "-", "type"),
];

#[test]
fn everything_that_the_client_can_send_is_accepted() {
    let fake = FakeStripe::start_blocking().expect("there is a free port");
    let client = fake
        .client_builder(fake.restricted_key())
        .map(|builder| builder.max_retries(0));
    let client = client.expect("there is a transport").build();
    let mut through = Through {
        client: client.expect("the settings are possible"),
        runtime: Runtime::new().expect("there is a runtime"),
    };
    let mut unexpected = Vec::new();
    let mut met = [false; WRONG.len()];
    for row in rows_by(&mut through) {
        let place = WRONG
            .iter()
            .position(|(part, ..)| row.source.contains(part));
        let told = row
            .sent
            .as_ref()
            .map(|(code, param)| (code.as_str(), param.as_str()));
        match (place, told) {
            (Some(place), told) => {
                met[place] = true;
                let (_, code, param) = WRONG[place];
                if told != Some((code, param)) {
                    unexpected.push((row.source, row.sent));
                }
            }
            // What the table asks for is not there, which is looked at last.
            (None, None | Some(("resource_missing", _) | ("parameter_missing", "type"))) => {}
            (None, Some(_)) => unexpected.push((row.source, row.sent)),
        }
    }
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    assert_eq!(met, [true; WRONG.len()], "each of them is in the table");
}
