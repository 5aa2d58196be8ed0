//! A full create form: the request of the client, and a writer that knows its
//! names already encoded and does nothing but append.

use stripe_identity::verification_session::{
    CreateOptions, CreateOptionsDocument, CreateProvidedDetails, CreateRelatedPerson,
    CreateVerificationSession, DocumentType, VerificationType, create,
};
use stripe_runtime::{FormEncoder, Operation};

const EXPAND: [&str; 2] = ["last_verification_report", "verified_outputs"];
const METADATA: [(&str, &str); 3] = [
    ("order_id", "6735"),
    ("cart", "a-b-c"),
    ("campaign", "autumn, first half"),
];
const RETURN_URL: &str = "https://example.com/done?session={ID}&from=checkout";

/// Every parameter set.
pub(crate) fn request() -> CreateVerificationSession {
    let document = CreateOptionsDocument::new()
        .allowed_types([DocumentType::DrivingLicense, DocumentType::Passport])
        .require_id_number(true)
        .require_live_capture(true)
        .require_matching_selfie(false);
    let details = CreateProvidedDetails::new()
        .email("jenny.rosen@example.com")
        .phone("+14155550123");
    create()
        .client_reference_id("user-4711")
        .expand_raw(EXPAND)
        .metadata(METADATA)
        .options(CreateOptions::new().document(document))
        .provided_details(details)
        .related_customer("cus_NffrFeUfNV2Hib")
        .related_customer_account("acct_1NoKvbLkdIwHu7ix")
        .related_person(CreateRelatedPerson::new(
            "acct_1NoKvbLkdIwHu7ix",
            "person_1Nv0FGQ9RKHgCVdK",
        ))
        .return_url(RETURN_URL)
        .type_(VerificationType::Document)
        .verification_flow("vf_1NoKvbLkdIwHu7ix")
}

/// What the client writes.
pub(crate) fn encode(request: &CreateVerificationSession) -> String {
    let mut form = FormEncoder::new();
    request.parameters(&mut form);
    form.finish().expect("nothing is refused")
}

/// The same parameters as plain fields.
pub(crate) struct Create {
    client_reference_id: Option<String>,
    expand: Vec<String>,
    metadata: Vec<(String, String)>,
    allowed_types: Vec<&'static str>,
    require_id_number: Option<bool>,
    require_live_capture: Option<bool>,
    require_matching_selfie: Option<bool>,
    email: Option<String>,
    phone: Option<String>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<(String, String)>,
    return_url: Option<String>,
    type_: Option<&'static str>,
    verification_flow: Option<String>,
}

/// The fields of [`request`].
pub(crate) fn fields() -> Create {
    let text = |text: &str| Some(text.to_owned());
    Create {
        client_reference_id: text("user-4711"),
        expand: EXPAND.map(str::to_owned).into(),
        metadata: METADATA
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        allowed_types: vec!["driving_license", "passport"],
        require_id_number: Some(true),
        require_live_capture: Some(true),
        require_matching_selfie: Some(false),
        email: text("jenny.rosen@example.com"),
        phone: text("+14155550123"),
        related_customer: text("cus_NffrFeUfNV2Hib"),
        related_customer_account: text("acct_1NoKvbLkdIwHu7ix"),
        related_person: Some((
            "acct_1NoKvbLkdIwHu7ix".to_owned(),
            "person_1Nv0FGQ9RKHgCVdK".to_owned(),
        )),
        return_url: text(RETURN_URL),
        type_: Some("document"),
        verification_flow: text("vf_1NoKvbLkdIwHu7ix"),
    }
}

/// The reference: a direct writer, as one would write it for this form alone.
pub(crate) fn write(create: &Create) -> String {
    let mut out = String::with_capacity(512);
    optional(
        &mut out,
        "client_reference_id=",
        create.client_reference_id.as_deref(),
    );
    for (index, value) in create.expand.iter().enumerate() {
        indexed(&mut out, "expand%5B", index, value);
    }
    for (name, value) in &create.metadata {
        separate(&mut out);
        out.push_str("metadata%5B");
        percent_encode(&mut out, name);
        out.push_str("%5D=");
        percent_encode(&mut out, value);
    }
    for (index, value) in create.allowed_types.iter().enumerate() {
        indexed(
            &mut out,
            "options%5Bdocument%5D%5Ballowed_types%5D%5B",
            index,
            value,
        );
    }
    for (name, value) in [
        (
            "options%5Bdocument%5D%5Brequire_id_number%5D=",
            create.require_id_number,
        ),
        (
            "options%5Bdocument%5D%5Brequire_live_capture%5D=",
            create.require_live_capture,
        ),
        (
            "options%5Bdocument%5D%5Brequire_matching_selfie%5D=",
            create.require_matching_selfie,
        ),
    ] {
        optional(
            &mut out,
            name,
            value.map(|value| if value { "true" } else { "false" }),
        );
    }
    optional(
        &mut out,
        "provided_details%5Bemail%5D=",
        create.email.as_deref(),
    );
    optional(
        &mut out,
        "provided_details%5Bphone%5D=",
        create.phone.as_deref(),
    );
    optional(
        &mut out,
        "related_customer=",
        create.related_customer.as_deref(),
    );
    optional(
        &mut out,
        "related_customer_account=",
        create.related_customer_account.as_deref(),
    );
    if let Some((account, person)) = &create.related_person {
        pair(&mut out, "related_person%5Baccount%5D=", account);
        pair(&mut out, "related_person%5Bperson%5D=", person);
    }
    optional(&mut out, "return_url=", create.return_url.as_deref());
    optional(&mut out, "type=", create.type_);
    optional(
        &mut out,
        "verification_flow=",
        create.verification_flow.as_deref(),
    );
    out
}

fn optional(out: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        pair(out, name, value);
    }
}

fn pair(out: &mut String, name: &str, value: &str) {
    separate(out);
    out.push_str(name);
    percent_encode(out, value);
}

fn indexed(out: &mut String, name: &str, index: usize, value: &str) {
    separate(out);
    out.push_str(name);
    out.push_str(&index.to_string());
    out.push_str("%5D=");
    percent_encode(out, value);
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push('&');
    }
}

/// RFC 3986, by the usual crate.
fn percent_encode(out: &mut String, text: &str) {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');
    out.extend(utf8_percent_encode(text, RESERVED));
}
