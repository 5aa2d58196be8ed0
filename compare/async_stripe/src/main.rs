//! Measures async-stripe.

use std::process::ExitCode;

use compare_measure::{ID, Subject, parameter};
use stripe::{Client, ClientBuilder, StripeError, StripeRequest as _};
use stripe_misc::IdentityVerificationSession;
use stripe_misc::identity_verification_session::{
    CancelIdentityVerificationSession, CreateIdentityVerificationSession,
    CreateIdentityVerificationSessionOptions, CreateIdentityVerificationSessionOptionsDocument,
    CreateIdentityVerificationSessionOptionsDocumentAllowedTypes,
    CreateIdentityVerificationSessionRelatedPerson, CreateIdentityVerificationSessionType,
    ProvidedDetailsParam, RetrieveIdentityVerificationSession,
};
use stripe_types::List;

struct AsyncStripe;

fn main() -> ExitCode {
    compare_measure::main::<AsyncStripe>()
}

impl Subject for AsyncStripe {
    type Client = Client;
    type Body = Vec<u8>;
    type Session = IdentityVerificationSession;
    type List = List<IdentityVerificationSession>;
    type Create = CreateIdentityVerificationSession;

    fn client(key: &str, url: &str) -> Client {
        ClientBuilder::new(key)
            .url(format!("{url}/"))
            .build()
            .expect("settings that are possible")
    }

    fn body(json: String) -> Vec<u8> {
        json.into_bytes()
    }

    fn session(body: &Vec<u8>) -> Result<IdentityVerificationSession, String> {
        decode(body)
    }

    fn list(body: &Vec<u8>) -> Result<List<IdentityVerificationSession>, String> {
        decode(body)
    }

    fn open_values(session: &IdentityVerificationSession) -> [String; 2] {
        let code = session.last_error.as_ref().and_then(|e| e.code.as_ref());
        [
            session.status.as_str().to_owned(),
            code.map_or_else(String::new, |code| code.as_str().to_owned()),
        ]
    }

    fn create() -> CreateIdentityVerificationSession {
        use CreateIdentityVerificationSessionOptionsDocumentAllowedTypes as DocumentType;
        let document = CreateIdentityVerificationSessionOptionsDocument {
            allowed_types: Some(vec![DocumentType::DrivingLicense, DocumentType::Passport]),
            require_id_number: Some(true),
            require_live_capture: Some(true),
            require_matching_selfie: Some(true),
        };
        CreateIdentityVerificationSession::new()
            .client_reference_id(parameter("client_reference_id"))
            .expand([parameter("expand[0]").to_owned()])
            .metadata([(
                "order_id".to_owned(),
                parameter("metadata[order_id]").to_owned(),
            )])
            .options(CreateIdentityVerificationSessionOptions {
                document: Some(document),
            })
            .provided_details(ProvidedDetailsParam {
                email: Some(parameter("provided_details[email]").to_owned()),
                phone: Some(parameter("provided_details[phone]").to_owned()),
            })
            .related_customer(parameter("related_customer"))
            .related_person(CreateIdentityVerificationSessionRelatedPerson::new(
                parameter("related_person[account]"),
                parameter("related_person[person]"),
            ))
            .return_url(parameter("return_url"))
            .type_(CreateIdentityVerificationSessionType::Document)
    }

    fn form(create: &CreateIdentityVerificationSession) -> String {
        create.build().body.expect("a form")
    }

    async fn send_create(client: &Client) -> Result<(), String> {
        let sent = Self::create().send(client).await;
        sent.map(drop).map_err(shown)
    }

    async fn retrieve(client: &Client) -> Result<(), String> {
        let sent = RetrieveIdentityVerificationSession::new(ID)
            .send(client)
            .await;
        sent.map(drop).map_err(shown)
    }

    async fn cancel(client: &Client, id: &str) -> Result<(), String> {
        let sent = CancelIdentityVerificationSession::new(id)
            .send(client)
            .await;
        sent.map(drop).map_err(shown)
    }
}

/// What the library does with the body of a success, in `stripe_client_core`.
fn decode<T: miniserde::Deserialize>(body: &[u8]) -> Result<T, String> {
    let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
    miniserde::json::from_str(text).map_err(|error| error.to_string())
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn shown(error: StripeError) -> String {
    format!("{error}\n{error:?}")
}
