//! The file of results: a text, and a section for each part.

use std::fmt;

/// What stands before the sections.
const PREAMBLE: &str = "\
# Comparison with async-stripe

Written by `cargo xtask compare`, which measures all of this again, or the parts that it is
given. What is built and run stands beside this file, and `Cargo.lock` says in which versions.

- **ratio** is async-stripe's number over stripe-identity's.
- Times of builds, decoding and encoding are seconds of processor time, user and system:
  other programs on the machine hardly change them. Only what says \"elapsed\" is time of the
  clock, and calls per second follow the clock as well.
- Both are measured in turn, and the order changes from pair to pair.
- async-stripe stands for its crates `async-stripe` (the client, here on rustls and ring with
  the system's certificates, as stripe-identity) and `async-stripe-misc` with the feature
  `identity_verification_session`, without `serialize` and `deserialize`: the smallest
  selection that can create and retrieve a session. stripe-identity has its default features.

What the numbers do not show: async-stripe covers all of Stripe's API, from crates that are
on crates.io, and runs on async-std as well as on tokio. stripe-identity covers Stripe Identity.
";

/// The text of the file, taken apart.
#[derive(Debug)]
pub(super) struct Results<'a> {
    /// Titles in their order, each with its text if there is one.
    sections: Vec<(&'a str, Option<String>)>,
}

impl<'a> Results<'a> {
    /// Of the text, the sections with these titles.
    pub(super) fn parse(text: &str, titles: &[&'a str]) -> Self {
        let found: Vec<(&str, &str)> = text
            .split("\n## ")
            .skip(1)
            .filter_map(|section| section.split_once('\n'))
            .collect();
        let section = |title: &&'a str| {
            let text = found.iter().find(|(known, _)| known == title);
            (*title, text.map(|(_, text)| text.trim().to_owned()))
        };
        Self {
            sections: titles.iter().map(section).collect(),
        }
    }

    /// Replaces a section, or adds it in its place.
    pub(super) fn put(&mut self, title: &str, text: &str) {
        for (known, section) in &mut self.sections {
            if *known == title {
                *section = Some(text.trim().to_owned());
            }
        }
    }
}

impl fmt::Display for Results<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREAMBLE)?;
        for (title, text) in &self.sections {
            if let Some(text) = text {
                write!(f, "\n## {title}\n\n{text}\n")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{PREAMBLE, Results};

    const TITLES: [&str; 3] = ["Build", "Decode", "Encode"];

    fn after_the_preamble(results: &Results<'_>) -> String {
        let text = results.to_string();
        let rest = text.strip_prefix(PREAMBLE);
        rest.expect("the preamble comes first").to_owned()
    }

    #[test]
    fn a_part_replaces_its_section_alone_and_stands_in_its_place() {
        let mut results = Results::parse("", &TITLES);
        assert_eq!(after_the_preamble(&results), "");

        results.put("Encode", "three\n");
        results.put("Build", "one");
        let text = results.to_string();
        assert_eq!(
            after_the_preamble(&results),
            "\n## Build\n\none\n\n## Encode\n\nthree\n"
        );

        let mut results = Results::parse(&text, &TITLES);
        assert_eq!(results.to_string(), text);
        results.put("Decode", "two");
        results.put("Build", "another");
        assert_eq!(
            after_the_preamble(&results),
            "\n## Build\n\nanother\n\n## Decode\n\ntwo\n\n## Encode\n\nthree\n"
        );
    }

    #[test]
    fn a_section_of_no_part_goes() {
        let results = Results::parse("# Old\n\n## Gone\n\nx\n\n## Build\n\none\n", &TITLES);
        assert_eq!(after_the_preamble(&results), "\n## Build\n\none\n");
    }
}
