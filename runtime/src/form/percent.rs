use percent_encoding::{percent_decode_str, percent_encode_byte};

/// Whether a byte stands for itself, by byte: RFC 3986's unreserved characters.
const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte += 1;
    }
    table
};

/// Appends `text`, with everything but the unreserved characters as `%XX`.
#[inline]
pub(crate) fn push_encoded(out: &mut String, text: &str) {
    let is_unreserved = |byte| UNRESERVED[usize::from(byte)];
    // As names and most values are. To look at every byte is faster than to stop early.
    let bytes = text.bytes();
    if bytes.fold(true, |all, byte| all & is_unreserved(byte)) {
        return out.push_str(text);
    }
    for byte in text.bytes() {
        if is_unreserved(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(percent_encode_byte(byte));
        }
    }
}

/// The text that [`push_encoded`] was given.
pub(super) fn decoded(encoded: &str) -> String {
    percent_decode_str(encoded).decode_utf8_lossy().into_owned()
}
