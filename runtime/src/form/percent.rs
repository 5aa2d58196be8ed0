/// Whether a byte stands for itself: RFC 3986's unreserved characters.
const fn is_unreserved(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~')
}

/// Three bytes an entry: `%00`, `%01`, …
const ESCAPES: [[u8; 3]; 256] = {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut table = [[b'%', 0, 0]; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte][1] = HEX[byte >> 4];
        table[byte][2] = HEX[byte & 15];
        byte += 1;
    }
    table
};

/// Whether a byte stands for itself, by byte.
const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = is_unreserved(byte);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// Appends `text`, everything but the unreserved characters as `%XX`.
pub(super) fn push_encoded(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut start = 0;
    for (index, &byte) in bytes.iter().enumerate() {
        if UNRESERVED[usize::from(byte)] {
            continue;
        }
        // Cutting beside an escaped byte cannot split a character: runs hold
        // ASCII only, and every byte of a wider character is escaped.
        if let Some(run) = text.get(start..index) {
            out.push_str(run);
        }
        for &escaped in &ESCAPES[usize::from(byte)] {
            out.push(char::from(escaped));
        }
        start = index + 1;
    }
    if let Some(run) = text.get(start..) {
        out.push_str(run);
    }
}

/// The text that [`push_encoded`] was given.
pub(super) fn decoded(encoded: &str) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if let (b'%', [high, low, after @ ..]) = (first, after) {
            bytes.push(hex_digit(*high) << 4 | hex_digit(*low));
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

const fn hex_digit(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'F' => byte - b'A' + 10,
        _ => 0,
    }
}
