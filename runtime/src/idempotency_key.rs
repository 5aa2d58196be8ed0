use std::io;

use crate::{Environment, InvalidArgument};

/// The longest [key](https://docs.stripe.com/api/idempotent_requests) that
/// Stripe takes.
const LONGEST: usize = 255;

/// A random UUID (version 4).
pub(crate) fn generate(environment: &dyn Environment) -> io::Result<String> {
    let mut bytes = [0; 16];
    environment.fill_random(&mut bytes)?;
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut key = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            key.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            key.push(char::from_digit(digit.into(), 16).unwrap_or_default());
        }
    }
    Ok(key)
}

/// Checks a caller's key.
pub(crate) fn check(key: &str) -> Result<(), InvalidArgument> {
    let reason = if key.trim().is_empty() {
        "a key must not be empty"
    } else if key.len() > LONGEST {
        "a key is at most 255 characters long"
    } else if !key
        .bytes()
        .all(|byte| byte.is_ascii_graphic() || byte == b' ')
    {
        "a key holds printable ASCII only"
    } else if key.starts_with(' ') || key.ends_with(' ') {
        "a key neither begins nor ends with a space"
    } else {
        return Ok(());
    };
    Err(InvalidArgument::new("idempotency_key", reason))
}
