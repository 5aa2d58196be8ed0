/// The characters of ids: 64, so that a random byte selects one without bias.
const ALPHABET: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01";

/// The prefix and 24 random letters and digits, which cannot be guessed.
pub(crate) fn random(prefix: &str) -> String {
    let mut bytes = [0; 24];
    getrandom::getrandom(&mut bytes).expect("every supported system has a random source");
    let mut id = String::with_capacity(prefix.len() + bytes.len());
    id.push_str(prefix);
    for byte in bytes {
        id.push(char::from(ALPHABET[usize::from(byte & 63)]));
    }
    id
}
