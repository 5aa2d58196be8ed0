//! Files that hold no document: what is there instead.

use crate::Input;
use crate::diagnostic::Diagnostic;

/// The text of a document.
///
/// # Errors
///
/// If the bytes are not UTF-8, or are recognised as something else than JSON or YAML.
pub(super) fn text(input: Input<'_>) -> Result<&str, Diagnostic> {
    let Input { name, bytes } = input;
    let at_start = |message| Diagnostic::new(format!("{name}:1"), message);
    match bytes {
        [0x1f, 0x8b, ..] => {
            return Err(at_start("the document is compressed with gzip")
                .help("decompress it first, for example with `gunzip`"));
        }
        [b'P', b'K', 3, 4, ..] => {
            return Err(at_start("the document is a ZIP archive").help("extract it first"));
        }
        // A byte order mark, or ASCII in two bytes.
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => {
            return Err(at_start("the document is UTF-16, not UTF-8").help("save it as UTF-8"));
        }
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Diagnostic::new(
            format!("{name}, byte {}", error.valid_up_to()),
            "the document is not UTF-8",
        )
        .help("save it as UTF-8, the encoding that Stripe publishes it in")
    })?;
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return Err(at_start("the document is empty")
            .help("fetch it again; Stripe's `openapi.spec3.json` has about 5 MB"));
    }
    let is_tag = |c: char| c.is_ascii_alphabetic() || c == '!' || c == '?';
    if trimmed
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(is_tag))
    {
        return Err(no_document(name, text, "an HTML or XML page"));
    }
    Ok(text)
}

/// How many characters of a file are shown.
const SHOWN: usize = 60;

/// The message about a text that is something else than an OpenAPI document, with the beginning of the text.
pub(super) fn no_document(name: &str, text: &str, found: &str) -> Diagnostic {
    let text = text.trim();
    let end = text.char_indices().nth(SHOWN).map(|(end, _)| end);
    let (shown, more) = match end {
        Some(end) => (&text[..end], " …"),
        None => (text, ""),
    };
    Diagnostic::new(
        format!("{name}:1"),
        format!("this is neither JSON nor YAML that holds an OpenAPI document, but {found}"),
    )
    .note(format!("the file begins with: {shown}{more}"))
    .help("pass Stripe's `openapi.spec3.json` or `spec3.yaml`: the file itself, not the web page that shows it")
}
