//! The article before a name.

/// `a` or `an`, as the sound of a name's first syllable asks for.
pub(crate) fn article(name: &str) -> &'static str {
    /// Vowels that sound like the beginning of “you” or “one”.
    const CONSONANTS: [&str; 6] = ["eu", "one", "uni", "upi", "url", "us"];
    let name = name.to_lowercase();
    let is_vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']);
    if is_vowel && !CONSONANTS.iter().any(|start| name.starts_with(start)) {
        "an"
    } else {
        "a"
    }
}

/// The article with a capital letter, as a sentence begins.
pub(crate) fn first_article(name: &str) -> &'static str {
    if article(name) == "an" { "An" } else { "A" }
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn vowels_have_another_article() {
        let cases = [
            ("Order", "an"),
            ("account", "an"),
            ("Upload", "an"),
            ("IdentityEvent", "an"),
            ("Customer", "a"),
            ("UsBankAccount", "a"),
            ("one_time", "a"),
            ("EuBankTransfer", "a"),
            ("Unit", "a"),
            ("", "a"),
        ];
        for (name, expected) in cases {
            assert_eq!(article(name), expected, "{name}");
        }
    }
}
