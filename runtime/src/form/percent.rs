/// Whether a byte stands for itself: RFC 3986's unreserved characters.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, bytes are looked at side by side"
)]
const fn is_unreserved(byte: u8) -> bool {
    (byte | 0x20).is_ascii_lowercase()
        | byte.is_ascii_digit()
        | (byte == b'-')
        | (byte == b'.')
        | (byte == b'_')
        | (byte == b'~')
}

/// `%00`, `%01`, …, without a break.
const ESCAPED: [u8; 3 * 256] = {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escaped = [b'%'; 3 * 256];
    let mut byte = 0;
    while byte < 256 {
        escaped[3 * byte + 1] = HEX[byte >> 4];
        escaped[3 * byte + 2] = HEX[byte & 15];
        byte += 1;
    }
    escaped
};

/// How a byte is escaped, by byte: as text, so that it is appended at once.
const ESCAPES: [&str; 256] = {
    let mut table = [""; 256];
    let mut rest: &[u8] = &ESCAPED;
    let mut byte = 0;
    while byte < 256 {
        let (escape, after) = rest.split_at(3);
        table[byte] = match std::str::from_utf8(escape) {
            Ok(escape) => escape,
            Err(_) => panic!("an escape is ASCII"),
        };
        rest = after;
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

/// Whether every byte of a block stands for itself. Without a branch, so that
/// the bytes are looked at side by side.
fn is_plain<const N: usize>(block: &[u8; N]) -> bool {
    block
        .iter()
        .fold(true, |plain, &byte| plain & is_unreserved(byte))
}

/// Whether a text stands for itself, as names and most values do.
fn is_all_plain(bytes: &[u8]) -> bool {
    // The last block laps over the one before it.
    if let Some(last) = bytes.last_chunk::<16>() {
        bytes.as_chunks::<16>().0.iter().all(is_plain) && is_plain(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk()) {
        is_plain(first) & is_plain::<8>(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk()) {
        is_plain(first) & is_plain::<4>(last)
    } else {
        bytes.iter().all(|&byte| UNRESERVED[usize::from(byte)])
    }
}

/// Appends `text`, everything but the unreserved characters as `%XX`.
#[inline]
pub(crate) fn push_encoded(out: &mut String, text: &str) {
    if is_all_plain(text.as_bytes()) {
        out.push_str(text);
    } else {
        push_escaped(out, text);
    }
}

#[inline(never)]
fn push_escaped(out: &mut String, text: &str) {
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
        out.push_str(ESCAPES[usize::from(byte)]);
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
