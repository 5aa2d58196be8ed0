//! HMAC-SHA256 over `<timestamp>.<payload>`, keyed with the whole secret.

/// The bytes of a signature.
pub(super) const LENGTH: usize = 32;

/// A secret.
#[derive(Clone)]
pub(super) struct Key(imp::Key);

impl Key {
    pub(super) fn new(secret: &str) -> Self {
        Self(imp::key(secret.as_bytes()))
    }

    pub(super) fn sign(&self, timestamp: &str, payload: &[u8]) -> [u8; LENGTH] {
        imp::sign(&self.0, [timestamp.as_bytes(), b".", payload])
    }
}

#[cfg(not(target_family = "wasm"))]
mod imp {
    use ring::hmac;
    pub(super) use ring::hmac::Key;

    pub(super) fn key(secret: &[u8]) -> Key {
        Key::new(hmac::HMAC_SHA256, secret)
    }

    pub(super) fn sign(key: &Key, parts: [&[u8]; 3]) -> [u8; super::LENGTH] {
        let mut context = hmac::Context::with_key(key);
        for part in parts {
            context.update(part);
        }
        let mut signature = [0; super::LENGTH];
        signature.copy_from_slice(context.sign().as_ref());
        signature
    }
}

#[cfg(target_family = "wasm")]
mod imp {
    pub(super) use hmac_sha256::HMAC as Key;

    pub(super) fn key(secret: &[u8]) -> Key {
        Key::new(secret)
    }

    pub(super) fn sign(key: &Key, parts: [&[u8]; 3]) -> [u8; super::LENGTH] {
        let mut context = key.clone();
        for part in parts {
            context.update(part);
        }
        context.finalize()
    }
}
