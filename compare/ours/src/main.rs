//! Measures stripe-identity.

use std::hint::black_box;
use std::process::ExitCode;

use compare_measure::{ID, Subject, parameter};
use stripe_identity::verification_session::{
    self, CreateOptions, CreateOptionsDocument, CreateProvidedDetails, CreateRelatedPerson,
    CreateVerificationSession, DocumentType, VerificationSession, VerificationType,
};
use stripe_identity::webhook::{Event, EventObject, IdentityEvent};
use stripe_identity::{Client, Error, FormEncoder, List, Operation};

struct StripeIdentity;

/// A response's body, and the same JSON as the object of an event, whose UTF-8 is known.
struct Body {
    bytes: Vec<u8>,
    object: EventObject,
}

impl Body {
    /// The first thing that the client does with a response: it checks that it is UTF-8.
    fn checked(&self) -> Result<&EventObject, String> {
        let text = std::str::from_utf8(&self.bytes);
        black_box(text).map_err(|error| error.to_string())?;
        Ok(&self.object)
    }
}

fn main() -> ExitCode {
    compare_measure::main::<StripeIdentity>()
}

impl Subject for StripeIdentity {
    type Client = Client;
    type Body = Body;
    type Session = VerificationSession;
    type List = List<VerificationSession>;
    type Create = CreateVerificationSession;

    fn client(key: &str, url: &str) -> Client {
        Client::builder(key)
            .base_url(url)
            .build()
            .expect("settings that are possible")
    }

    /// The object of an event, which is read by the same function as a response.
    fn body(json: String) -> Body {
        let event = format!(
            r#"{{"object":"event","id":"evt_1","type":"x","created":1,"data":{{"object":{json}}}}}"#
        );
        let event = Event::parse(event.as_bytes()).expect("an event");
        let IdentityEvent::Unknown(object) = event.data else {
            panic!("the type `x` is known as {:?}", event.data)
        };
        Body {
            bytes: json.into_bytes(),
            object,
        }
    }

    fn session(body: &Body) -> Result<VerificationSession, String> {
        body.checked()?.read().map_err(shown)
    }

    fn list(body: &Body) -> Result<List<VerificationSession>, String> {
        body.checked()?.read().map_err(shown)
    }

    fn open_values(session: &VerificationSession) -> [String; 2] {
        let code = session.last_error.as_ref().and_then(|e| e.code.as_ref());
        [
            session.status.as_str().to_owned(),
            code.map_or_else(String::new, |code| code.as_str().to_owned()),
        ]
    }

    fn create() -> CreateVerificationSession {
        verification_session::create()
            .client_reference_id(parameter("client_reference_id"))
            .expand_raw([parameter("expand[0]")])
            .metadata([("order_id", parameter("metadata[order_id]"))])
            .options(
                CreateOptions::new().document(
                    CreateOptionsDocument::new()
                        .allowed_types([DocumentType::DrivingLicense, DocumentType::Passport])
                        .require_id_number(true)
                        .require_live_capture(true)
                        .require_matching_selfie(true),
                ),
            )
            .provided_details(
                CreateProvidedDetails::new()
                    .email(parameter("provided_details[email]"))
                    .phone(parameter("provided_details[phone]")),
            )
            .related_customer(parameter("related_customer"))
            .related_person(CreateRelatedPerson::new(
                parameter("related_person[account]"),
                parameter("related_person[person]"),
            ))
            .return_url(parameter("return_url"))
            .type_(VerificationType::Document)
    }

    fn form(create: &CreateVerificationSession) -> String {
        let mut form = FormEncoder::new();
        create.parameters(&mut form);
        form.finish().expect("a form")
    }

    async fn send_create(client: &Client) -> Result<(), String> {
        let sent = Self::create().send(client).await;
        sent.map(drop).map_err(shown)
    }

    async fn retrieve(client: &Client) -> Result<(), String> {
        let sent = verification_session::retrieve(ID).send(client).await;
        sent.map(drop).map_err(shown)
    }

    async fn cancel(client: &Client, id: &str) -> Result<(), String> {
        let sent = verification_session::cancel(id).send(client).await;
        sent.map(drop).map_err(shown)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn shown(error: Error) -> String {
    format!("{error}\n{error:?}")
}
