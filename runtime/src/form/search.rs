use super::percent::{decoded, push_encoded};

/// Looks for the name of a parameter among those that an encoder passes.
#[derive(Debug)]
pub(super) struct Search {
    /// Encoded like the encoder's keys.
    name: String,
    /// How much of the name is that of a parameter, in bytes.
    found: usize,
}

impl Search {
    pub(super) fn new(name: &str) -> Self {
        let mut encoded = String::new();
        push_encoded(&mut encoded, name);
        Self {
            name: encoded,
            found: 0,
        }
    }

    /// Compares with the encoded name of a parameter.
    pub(super) fn compare(&mut self, key: &str) {
        let rest = self.name.strip_prefix(key);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("%5B")) {
            self.found = self.found.max(key.len());
        }
    }

    /// The name, as far as it is that of a parameter: `metadata[…]` for one of metadata's
    /// keys.
    pub(super) fn found(&self) -> Option<String> {
        let found = self
            .name
            .get(..self.found)
            .filter(|found| !found.is_empty())?;
        let mut shown = decoded(found);
        if found.len() < self.name.len() {
            shown.push_str("[…]");
        }
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::{FormEncoder, FormValue};

    #[derive(Default)]
    struct Price {
        amount: Option<i64>,
    }

    impl FormValue for Price {
        fn encode(&self, form: &mut FormEncoder) {
            form.parameter("amount", &self.amount);
        }
    }

    #[test]
    fn finds_names_and_no_keys() {
        let prices = BTreeMap::from([("jenny".to_owned(), Price::default())]);
        for (name, found) in [
            ("prices", Some("prices")),
            ("prices[jenny]", Some("prices[…]")),
            ("prices[jenny][amount]", Some("prices[…]")),
            ("list[0][amount]", Some("list[0][amount]")),
            ("list[1][amount]", Some("list[…]")),
            ("lis", None),
            ("list0", None),
        ] {
            let mut search = FormEncoder::search(name);
            search.parameter("prices", &prices);
            search.parameter("list", &[Price::default()]);
            assert_eq!(search.found().as_deref(), found, "{name}");
        }
    }
}
