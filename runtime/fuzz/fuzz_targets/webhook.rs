//! No header and no body makes verifying or parsing panic; none that was not
//! signed passes, and neither does a signed one with a byte changed.
#![no_main]

use std::time::{Duration, UNIX_EPOCH};

use libfuzzer_sys::fuzz_target;
use stripe_runtime::webhook::{Event, EventObject, TestSignature, ThinEvent, WebhookVerifier};

const SECRET: &str = "whsec_fuzz";
const NOW: u32 = 1_700_000_000;

/// A header, a payload, and which byte of what was signed to change in what way.
type Input<'a> = (&'a str, &'a [u8], usize, u8);

fuzz_target!(|input: Input<'_>| {
    let (header, payload, index, change) = input;
    let verifier = WebhookVerifier::new(SECRET)
        .expect("not blank")
        .clock(|| UNIX_EPOCH + Duration::from_secs(NOW.into()));
    assert!(verifier.verify(payload, header).is_err(), "nobody can sign without the secret");
    let _ = Event::<EventObject>::parse(payload);
    let _ = ThinEvent::parse(payload);

    let signed = TestSignature::new(SECRET, i64::from(NOW).into()).sign(payload);
    assert!(verifier.verify(payload, &signed).is_ok());
    if change == 0 {
        return;
    }
    let (mut header, mut payload) = (signed.clone().into_bytes(), payload.to_vec());
    let index = index % (header.len() + payload.len());
    if let Some(byte) = payload.get_mut(index) {
        *byte ^= change;
        assert!(verifier.verify(&payload, &signed).is_err(), "another payload");
    } else {
        header[index - payload.len()] ^= change;
        // What is not text cannot come as a header.
        if let Ok(header) = String::from_utf8(header) {
            assert!(verifier.verify(&payload, &header).is_err(), "another header: {header}");
        }
    }
});
