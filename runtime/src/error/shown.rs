//! What `Display` and `Debug` may show of Stripe's texts.

/// The most characters of a message that are shown.
const LONGEST: usize = 500;

/// A message as one line.
pub(super) fn line(message: &str) -> String {
    let mut characters = message.chars();
    let line = characters.by_ref().take(LONGEST);
    let mut line: String = line
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    if characters.next().is_some() {
        line.push('…');
    }
    line
}

/// A page of Stripe's documentation. Any other URL could contain anything.
pub(super) fn doc_url(url: Option<&str>) -> Option<&str> {
    let url = url?;
    let path = url
        .strip_prefix("https://docs.stripe.com/")
        .or_else(|| url.strip_prefix("https://stripe.com/docs/"))?;
    let is_path = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/#".contains(&byte);
    (path.len() <= 128 && path.bytes().all(is_path)).then_some(url)
}
