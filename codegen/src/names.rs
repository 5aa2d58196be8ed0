//! Rust names, which are made here from the names in the document and nowhere else.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// The name of a struct or an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeName(String);

/// The name of a variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct VariantName(String);

/// The name of a field, setter, argument, function or module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SnakeName(String);

/// The strict and reserved keywords of all editions up to 2024.
const KEYWORDS: [&str; 54] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Names of the prelude and the standard library that generated code uses without a path.
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

/// Methods that every request has. A parameter of the same name gets a trailing underscore.
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
    /// The type for a name such as `verification_session`, or for several from the outside in.
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

    /// A name from the selection.
    pub(crate) fn given(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The first words of this name: `payment_method` of `PaymentMethodCard`.
    pub(crate) fn beginning(&self, words: usize) -> Option<SnakeName> {
        let snake = self.0.to_snake_case();
        let words: Vec<&str> = snake.split('_').take(words).collect();
        SnakeName::new(&words.join("_"))
    }

    /// This name with a suffix.
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

    /// The variant for a value with its signs as words: `EtcSlashGmtMinus0` for `Etc/GMT-0`.
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
    /// The field for a name. A keyword gets a trailing underscore.
    pub(crate) fn new(wire: &str) -> Option<Self> {
        let name = starting_with_letter(&wire.replace('\'', "").to_snake_case(), "n")?;
        Some(Self(if KEYWORDS.contains(&name.as_str()) {
            format!("{name}_")
        } else {
            name
        }))
    }

    /// The setter for a parameter. The name of a method that every request has gets a trailing underscore, too.
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

/// Makes an identifier of a name, which may begin with a digit. `None` if the name is empty or not ASCII.
fn starting_with_letter(name: &str, prefix: &str) -> Option<String> {
    let ascii: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    // Without its other characters, a name could become that of something else.
    if ascii.chars().count() != name.chars().filter(|c| !c.is_whitespace()).count() {
        return None;
    }
    match ascii.chars().next()? {
        c if c.is_ascii_alphabetic() => Some(ascii),
        _ => Some(format!("{prefix}{ascii}")),
    }
}

/// Whether a name from the selection can be that of a type.
pub(crate) fn is_type_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !PRELUDE.contains(&name)
}

/// Whether a name from the selection can be that of a module.
pub(crate) fn is_module_name(name: &str) -> bool {
    let is_free = !["lib", "webhook"].contains(&name);
    is_free && SnakeName::new(name).is_some_and(|snake| snake.0 == name)
}

/// A name that a type can have, as close as can be to a text.
pub(crate) fn like_type_name(text: &str) -> String {
    TypeName::new(&[&ascii(text)]).map_or_else(|| "Unnamed".to_owned(), |name| name.0)
}

/// A name that a module can have, as close as can be to a text.
pub(crate) fn like_module_name(text: &str) -> String {
    let name = SnakeName::new(&ascii(text)).map_or_else(|| "unnamed".to_owned(), |name| name.0);
    if is_module_name(&name) {
        return name;
    }
    numbered(&name, |name| !is_module_name(name))
}

/// What of a text can stand in a name of Rust's.
fn ascii(text: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || "._-/ ".contains(*c);
    text.chars().filter(is_plain).collect()
}

/// A name that is free: `Card2` for `Card`.
pub(crate) fn numbered(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbers = (2..).map(|number: usize| format!("{name}{number}"));
    let mut free = numbers.filter(|name| !is_taken(name));
    free.next().unwrap_or_default()
}

/// The singular of a plural: `allowed_type` for `allowed_types`.
pub(crate) fn singular(plural: &str) -> String {
    // One thing: `/v1/tax/settings`.
    if plural.ends_with("settings") {
        return plural.to_owned();
    }
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

    /// Checks a table of names, each with what becomes of it.
    fn check<const N: usize>(
        cases: [(&str, Option<&str>); N],
        name: impl Fn(&str) -> Option<String>,
    ) {
        for (wire, expected) in cases {
            assert_eq!(name(wire).as_deref(), expected, "{wire:?}");
        }
    }

    #[test]
    fn types() {
        let cases = [
            ("verification_session", Some("VerificationSession")),
            (
                "session_options/allowed_type",
                Some("SessionOptionsAllowedType"),
            ),
            ("dotted.key", Some("DottedKey")),
            ("option", Some("OptionType")),
            ("Self", Some("SelfType")),
            ("3d_secure", Some("Type3dSecure")),
            ("é", None),
            ("", None),
        ];
        check(cases, |wire| {
            let parts: Vec<&str> = wire.split('/').collect();
            TypeName::new(&parts).map(|name| name.0)
        });
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
        check(cases, |wire| VariantName::new(wire).map(|name| name.0));
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
        check(cases, |wire| VariantName::spelled(wire).map(|name| name.0));
    }

    #[test]
    fn fields_and_setters() {
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
        check(cases, |wire| SnakeName::new(wire).map(|name| name.0));
        check(cases, |wire| SnakeName::setter(wire).map(|name| name.0));
        check([("send", Some("send_"))], |wire| {
            SnakeName::setter(wire).map(|name| name.0)
        });
    }

    #[test]
    fn singulars() {
        let cases = [
            ("allowed_types", Some("allowed_type")),
            ("countries", Some("country")),
            ("tax_settings", Some("tax_settings")),
            ("statuses", Some("statuse")),
            ("addresses", Some("address")),
            ("status", Some("status")),
            ("access", Some("access")),
            ("data", Some("data")),
        ];
        check(cases, |plural| Some(singular(plural)));
    }
}
