//! No header and no body makes verifying or parsing panic, and none that was
//! not signed passes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_runtime::webhook::{Event, EventObject, ThinEvent, WebhookVerifier};

fuzz_target!(|input: (&str, &[u8])| {
    let (header, payload) = input;
    let verifier = WebhookVerifier::new("whsec_fuzz").expect("not blank");
    assert!(verifier.verify(payload, header).is_err(), "nobody can sign without the secret");
    let _ = Event::<EventObject>::parse(payload);
    let _ = ThinEvent::parse(payload);
});
