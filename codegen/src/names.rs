//! Names: each Rust name is made here, once, from the name on the wire.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// The name of a struct or an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeName(String);

/// The name of a variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct VariantName(String);

/// The name of a field, a setter, an argument, a function or a module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SnakeName(String);

/// Strict and reserved keywords of every edition up to 2024.
const KEYWORDS: [&str; 54] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Types of the prelude and of the standard library that generated code names without a path.
const PRELUDE: [&str; 24] = [
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Cow",
    "Debug",
    "Default",
    "Err",
    "Error",
    "From",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "TryInto",
    "Vec",
];

/// Setters that every request has; a parameter of that name steps aside.
const REQUEST_METHODS: [&str; 7] = [
    "paginate",
    "paginate_blocking",
    "request_options",
    "send",
    "send_blocking",
    "send_with_meta",
    "with_options",
];

impl TypeName {
    /// The type for a wire name such as `verification_session` or several, from the outside in.
    pub(crate) fn new(parts: &[&str]) -> Option<Self> {
        let words: String = parts
            .iter()
            .map(|part| part.replace('\'', "").to_upper_camel_case())
            .collect();
        let name = starting_with_letter(&words, "Type")?;
        Some(Self(if PRELUDE.contains(&name.as_str()) {
            format!("{name}Type")
        } else {
            name
        }))
    }

    /// A name that the selection gives.
    pub(crate) fn given(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// This name with another behind it.
    pub(crate) fn suffixed(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl VariantName {
    /// The variant for a value such as `requires_input`, `[redacted]` or `3d_secure`.
    pub(crate) fn new(value: &str) -> Option<Self> {
        Self::of(&value.replace('\'', ""))
    }

    /// The variant for a value with its signs spelled out: `Etc/GMT-0` is `EtcSlashGmtMinus0`.
    pub(crate) fn spelled(value: &str) -> Option<Self> {
        let words = value.chars().map(|character| match character {
            '*' => " asterisk ".to_owned(),
            '+' => " plus ".to_owned(),
            '-' => " minus ".to_owned(),
            '_' => " underscore ".to_owned(),
            '/' => " slash ".to_owned(),
            '.' => " dot ".to_owned(),
            ' ' => " space ".to_owned(),
            other => other.to_string(),
        });
        Self::of(&words.collect::<String>())
    }

    fn of(words: &str) -> Option<Self> {
        let name = starting_with_letter(&words.to_upper_camel_case(), "V")?;
        Some(Self(if name == "Self" {
            "SelfValue".to_owned()
        } else {
            name
        }))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl SnakeName {
    /// The field for a wire name; a keyword gets a trailing underscore.
    pub(crate) fn new(wire: &str) -> Option<Self> {
        let name = starting_with_letter(&wire.replace('\'', "").to_snake_case(), "n")?;
        Some(Self(if KEYWORDS.contains(&name.as_str()) {
            format!("{name}_")
        } else {
            name
        }))
    }

    /// The setter for a parameter; what every request has already gets a trailing underscore, too.
    pub(crate) fn setter(wire: &str) -> Option<Self> {
        let name = Self::new(wire)?;
        Some(if REQUEST_METHODS.contains(&name.0.as_str()) {
            Self(format!("{}_", name.0))
        } else {
            name
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Identifiers are ASCII letters, digits and underscores; `None` when nothing of them is there.
fn starting_with_letter(name: &str, prefix: &str) -> Option<String> {
    let ascii: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    // What is dropped must not be the whole of a difference: `é` alone is no name.
    if ascii.chars().count() != name.chars().filter(|c| !c.is_whitespace()).count() {
        return None;
    }
    match ascii.chars().next()? {
        c if c.is_ascii_alphabetic() => Some(ascii),
        _ => Some(format!("{prefix}{ascii}")),
    }
}

/// Whether a name that the selection gives may stand for a type.
pub(crate) fn is_type_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !PRELUDE.contains(&name)
}

/// One of what a plural names: `allowed_types` are each an `allowed_type`.
pub(crate) fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if plural.ends_with(ending) {
            return plural[..plural.len() - 2].to_owned();
        }
    }
    match plural.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => plural.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        let cases: [(&[&str], Option<&str>); 8] = [
            (&["verification_session"], Some("VerificationSession")),
            (
                &["session_document_options", "allowed_type"],
                Some("SessionDocumentOptionsAllowedType"),
            ),
            (&["dotted.key"], Some("DottedKey")),
            (&["option"], Some("OptionType")),
            (&["Self"], Some("SelfType")),
            (&["3d_secure"], Some("Type3dSecure")),
            (&["é"], None),
            (&[""], None),
        ];
        for (parts, expected) in cases {
            assert_eq!(
                TypeName::new(parts).as_ref().map(TypeName::as_str),
                expected,
                "{parts:?}"
            );
        }
    }

    #[test]
    fn variants() {
        let cases = [
            ("requires_input", Some("RequiresInput")),
            ("[redacted]", Some("Redacted")),
            ("self", Some("SelfValue")),
            ("3d_secure", Some("V3dSecure")),
            ("1", Some("V1")),
            ("*", None),
            ("", None),
        ];
        for (value, expected) in cases {
            assert_eq!(
                VariantName::new(value).as_ref().map(VariantName::as_str),
                expected,
                "{value:?}"
            );
        }
    }

    #[test]
    fn spelled_variants() {
        let cases = [
            ("+1", Some("Plus1")),
            ("-1", Some("Minus1")),
            ("Etc/GMT-0", Some("EtcSlashGmtMinus0")),
            ("a_b", Some("AUnderscoreB")),
            ("*", Some("Asterisk")),
            ("é", None),
        ];
        for (value, expected) in cases {
            assert_eq!(
                VariantName::spelled(value)
                    .as_ref()
                    .map(VariantName::as_str),
                expected,
                "{value:?}"
            );
        }
    }

    #[test]
    fn fields() {
        let cases = [
            ("type", Some("type_")),
            ("crate", Some("crate_")),
            ("self", Some("self_")),
            ("gen", Some("gen_")),
            ("requiresInput", Some("requires_input")),
            ("a.b", Some("a_b")),
            ("1st", Some("n1st")),
            ("日本", None),
        ];
        for (wire, expected) in cases {
            assert_eq!(
                SnakeName::new(wire).as_ref().map(SnakeName::as_str),
                expected,
                "{wire:?}"
            );
        }
        assert_eq!(
            SnakeName::setter("send").as_ref().map(SnakeName::as_str),
            Some("send_")
        );
    }

    #[test]
    fn singulars() {
        let cases = [
            ("allowed_types", "allowed_type"),
            ("countries", "country"),
            ("statuses", "statuse"),
            ("addresses", "address"),
            ("status", "status"),
            ("access", "access"),
            ("data", "data"),
        ];
        for (plural, expected) in cases {
            assert_eq!(singular(plural), expected);
        }
    }
}
