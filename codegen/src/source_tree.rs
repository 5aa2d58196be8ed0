//! What was generated, and how it differs from what is on disk.

use std::collections::BTreeMap;

use similar::TextDiff;

/// The file whose documentation is the crate's front page.
const ROOT: &str = "lib.rs";

/// The generated files: a path below `src`, with `/` between its parts, and its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceTree {
    files: BTreeMap<String, String>,
    guide: Option<String>,
}

/// One difference between what would be generated and what is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The file's path below `src`.
    pub path: String,
    /// How it differs.
    pub kind: DriftKind,
    /// A unified diff from the file on disk to the generated text; empty unless
    /// the file is [`DriftKind::Changed`].
    pub diff: String,
}

/// How a file on disk differs from what would be generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DriftKind {
    /// It would be generated, and is not there.
    Missing,
    /// It is there, and would not be generated.
    Stale,
    /// It is there with another text.
    Changed,
}

impl SourceTree {
    /// The files with their texts, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// The file that holds the guide of the front page, from the folder of the selection that names it.
    #[must_use]
    pub fn guide(&self) -> Option<&str> {
        self.guide.as_deref()
    }

    pub(crate) fn naming_guide(self, guide: Option<&str>) -> Self {
        Self {
            guide: guide.map(str::to_owned),
            ..self
        }
    }

    /// The same sources with a guide, which is Markdown, behind what the front page says already.
    ///
    /// It becomes a part of `lib.rs`, so that the sources need no other file.
    #[must_use]
    pub fn with_guide(mut self, guide: &str) -> Self {
        if let Some(root) = self.files.get_mut(ROOT) {
            let is_documentation = |line: &&str| line.starts_with("//!");
            let front_page: Vec<&str> = root.split_inclusive('\n').collect();
            let end = front_page.iter().rposition(is_documentation);
            let at = front_page[..end.map_or(0, |line| line + 1)]
                .iter()
                .map(|line| line.len())
                .sum();
            root.insert_str(at, &documentation(guide));
        }
        self
    }

    /// Every difference from `on_disk`, a map of path below `src` to text, sorted by path.
    #[must_use]
    pub fn diff(&self, on_disk: &BTreeMap<String, String>) -> Vec<Drift> {
        let generated = self
            .files
            .iter()
            .filter_map(|(path, text)| match on_disk.get(path) {
                None => Some(Drift {
                    path: path.clone(),
                    kind: DriftKind::Missing,
                    diff: String::new(),
                }),
                Some(old) if old != text => Some(Drift {
                    path: path.clone(),
                    kind: DriftKind::Changed,
                    diff: unified_diff(old, text),
                }),
                Some(_) => None,
            });
        let stale = on_disk
            .keys()
            .filter(|path| !self.files.contains_key(*path))
            .map(|path| Drift {
                path: path.clone(),
                kind: DriftKind::Stale,
                diff: String::new(),
            });
        let mut drift: Vec<Drift> = generated.chain(stale).collect();
        drift.sort_by(|a, b| a.path.cmp(&b.path));
        drift
    }
}

impl FromIterator<(String, String)> for SourceTree {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(files: I) -> Self {
        Self {
            files: files.into_iter().collect(),
            guide: None,
        }
    }
}

/// Markdown as documentation of the file that it stands in, a paragraph of its own.
fn documentation(markdown: &str) -> String {
    let mut documentation = "//!\n".to_owned();
    for line in markdown.trim().lines() {
        // A carriage return in a comment is none of Rust's.
        let line = line.replace('\r', "");
        let line = format!("//! {line}");
        documentation.push_str(line.trim_end());
        documentation.push('\n');
    }
    documentation
}

fn unified_diff(old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(2)
        .header("on disk", "generated")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::SourceTree;

    fn with_guide(root: &str, guide: &str) -> String {
        let tree: SourceTree = [("lib.rs".to_owned(), root.to_owned())]
            .into_iter()
            .collect();
        tree.with_guide(guide)
            .get("lib.rs")
            .unwrap_or_default()
            .to_owned()
    }

    #[test]
    fn a_guide_stands_behind_the_front_page() {
        let root = "// @generated\n\n//! A client.\n//!\n//! Of something.\n\npub mod a;\n";
        let cases = [
            ("# One\n\nText.\n", "//!\n//! # One\n//!\n//! Text.\n"),
            (
                "\n\n```\n  code  \n```",
                "//!\n//! ```\n//!   code\n//! ```\n",
            ),
            ("one\r\ntwo\rthree", "//!\n//! one\n//! twothree\n"),
        ];
        for (guide, expected) in cases {
            let expected = root.replace("something.\n", &format!("something.\n{expected}"));
            assert_eq!(with_guide(root, guide), expected, "{guide:?}");
        }
    }

    #[test]
    fn sources_without_a_root_stay_as_they_are() {
        let tree: SourceTree = [("a.rs".to_owned(), "pub fn a() {}\n".to_owned())]
            .into_iter()
            .collect();
        assert_eq!(tree.clone().with_guide("text"), tree);
    }
}
