//! What the types do not allow: each case is a program that compiles, and the same with one part
//! changed, which does not.
//!
//! That the first compiles shows that it is the change that is refused. Doctests, since the words
//! of the compiler's messages are no matter of ours, and since they need nothing built anew; the
//! code of the error is checked by a nightly compiler alone.

macro_rules! refused {
    ($name:ident, $error:literal, $compiles:literal, $refused:literal, $program:literal $(, $rest:literal)?) => {
        #[doc = concat!("```no_run\n", $program, $compiles, $($rest,)? "\n```")]
        #[doc = concat!("```compile_fail,", $error, "\n", $program, $refused, $($rest,)? "\n```")]
        struct $name;
    };
}

refused!(
    RetrieveNeedsAnId,
    "E0061",
    r#"retrieve("vs_123");"#,
    r"retrieve();",
    "let request = stripe_identity::verification_session::"
);

refused!(
    RetrieveTakesNoIdOfAnotherResource,
    "E0277",
    r#"verification_session::VerificationSessionId::new("vs_123")?"#,
    r#"verification_report::VerificationReportId::new("vr_123")?"#,
    "use stripe_identity::{verification_report, verification_session};
let id = ",
    ";
let request = verification_session::retrieve(id);
# Ok::<(), stripe_identity::InvalidArgument>(())"
);

refused!(
    ExpandedPropertiesAreThere,
    "E0599",
    "verified_outputs().dob()",
    "verified_output().dob()",
    "use stripe_identity::verification_session;
let request = verification_session::retrieve(\"vs_123\").expand(|session| session.",
    ");"
);

refused!(
    ExpandedPropertiesCanBeExpanded,
    "E0277",
    "last_verification_report().document().number()",
    "last_verification_report().document()",
    "use stripe_identity::verification_session;
let request = verification_session::list().expand(|session| session.",
    ");"
);

refused!(
    EnumsAreOpen,
    "E0004",
    r"_ => 4,",
    r"Status::UnknownValue(_) => 4,",
    "use stripe_identity::verification_session::VerificationSessionStatus as Status;
let status = Status::from(\"verified\");
let number = match status {
    Status::Canceled => 0,
    Status::Processing => 1,
    Status::RequiresInput => 2,
    Status::Verified => 3,
    ",
    "
};"
);

refused!(
    ResourcesAreNotConstructed,
    "E0639",
    r"let Address { city, country, line1, line2, postal_code, state, .. } = address;",
    r"let address = Address { city, country, line1, line2, postal_code, state };",
    "# fn example(address: stripe_identity::shared::Address) {
use stripe_identity::shared::Address;
let Address { city, country, line1, line2, postal_code, state, .. } = address.clone();
",
    "
# }"
);

refused!(
    ResourcesAreNotTakenApartToTheLast,
    "E0638",
    r"..",
    r"",
    "# fn example(address: stripe_identity::shared::Address) {
use stripe_identity::shared::Address;
let Address { city, country, line1, line2, postal_code, state, ",
    " } = address;
# }"
);

refused!(
    SendingNeedsAClient,
    "E0061",
    r"send(client)",
    r"send()",
    "# async fn example(client: &stripe_identity::Client) {
let sending = stripe_identity::verification_session::create().",
    ".await;
# }"
);

refused!(
    ASentRequestIsGone,
    "E0382",
    r"request.clone().send(client)",
    r"request.send(client)",
    "# async fn example(client: &stripe_identity::Client) {
let request = stripe_identity::verification_session::create();
let first = ",
    ".await;
let second = request.send(client).await;
# }"
);

refused!(
    TypesAreNoNumbers,
    "E0277",
    r#"type_("document")"#,
    r"type_(5)",
    "let request = stripe_identity::verification_session::create().",
    ";"
);

refused!(
    LimitsAreNoTexts,
    "E0308",
    r"limit(5)",
    r#"limit("5")"#,
    "let request = stripe_identity::verification_session::list().",
    ";"
);

refused!(
    ARelatedPersonNeedsBothOfItsParts,
    "E0061",
    r#"new("acct_123", "person_456")"#,
    r#"new("acct_123")"#,
    "let person = stripe_identity::verification_session::CreateRelatedPerson::",
    ";"
);

refused!(
    ReportsAreNotChanged,
    "E0425",
    r"retrieve",
    r"redact",
    "let request = stripe_identity::verification_report::",
    "(\"vr_123\");"
);

refused!(
    IdsAreChecked,
    "E0423",
    r#"VerificationSessionId::new("../accounts")"#,
    r#"VerificationSessionId("../accounts".to_owned())"#,
    "use stripe_identity::verification_session::VerificationSessionId;
let id = ",
    ";"
);
