//! The `Stripe-Signature` header: its form, and the check.

use subtle::ConstantTimeEq;

use super::hmac::{self, Key};
use crate::SignatureRefusal;

/// A header of the right form.
#[derive(Debug)]
pub(super) struct SignatureHeader<'a> {
    /// As it is written, since it is part of what is signed.
    timestamp: &'a str,
    pub(super) seconds: i64,
    signatures: Vec<&'a str>,
}

impl<'a> SignatureHeader<'a> {
    /// Reads `t=<unix>,v1=<hex>[,v1=<hex>…]`, other schemes between. Stricter
    /// than Stripe's own clients: one `t` of plain digits, no white space.
    pub(super) fn parse(header: &'a str) -> Result<Self, SignatureRefusal> {
        if header.trim().is_empty() {
            return Err(SignatureRefusal::MissingHeader);
        }
        if !header.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(SignatureRefusal::MalformedHeader);
        }
        let mut timestamp = None;
        let mut signatures = Vec::new();
        for item in header.split(',') {
            let (scheme, value) = item
                .split_once('=')
                .ok_or(SignatureRefusal::MalformedHeader)?;
            match scheme {
                "t" if timestamp.is_some() => return Err(SignatureRefusal::MalformedHeader),
                "t" => timestamp = Some(value),
                "v1" if value.contains('=') => return Err(SignatureRefusal::MalformedHeader),
                "v1" => signatures.push(value),
                _ => {}
            }
        }
        let timestamp = timestamp
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
            .ok_or(SignatureRefusal::MalformedHeader)?;
        let seconds = timestamp
            .parse()
            .map_err(|_| SignatureRefusal::MalformedHeader)?;
        if signatures.is_empty() {
            return Err(SignatureRefusal::NoSignature);
        }
        Ok(Self {
            timestamp,
            seconds,
            signatures,
        })
    }

    /// Whether one of the signatures is that of one of the secrets.
    pub(super) fn matches(&self, payload: &[u8], secrets: &[Key]) -> bool {
        // One HMAC a secret, however many signatures a header holds.
        secrets.iter().any(|secret| {
            let expected = secret.sign(self.timestamp, payload);
            self.signatures
                .iter()
                .filter_map(|hex| decode_hex(hex))
                .any(|given| bool::from(given.as_slice().ct_eq(&expected)))
        })
    }
}

/// Lower-case hex of the right length; anything else cannot match.
fn decode_hex(hex: &str) -> Option<[u8; hmac::LENGTH]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let hex = hex.as_bytes();
    if hex.len() != hmac::LENGTH * 2 {
        return None;
    }
    let mut bytes = [0; hmac::LENGTH];
    for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?;
    }
    Some(bytes)
}
