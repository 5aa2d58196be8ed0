//! What was generated, and how it differs from what is on disk.

use std::collections::BTreeMap;

use similar::TextDiff;

/// The generated files: a path below `src`, with `/` between its parts, and its text.
///
/// ```
/// use std::collections::BTreeMap;
/// use stripe_identity_codegen::{DriftKind, SourceTree};
///
/// let file = |text: &str| ("lib.rs".to_owned(), text.to_owned());
/// let client = SourceTree::from_iter([file("// generated\n")]);
/// let on_disk = BTreeMap::from([file("// generated, and edited\n")]);
/// for drift in client.diff(&on_disk) {
///     assert_eq!(drift.kind, DriftKind::Changed);
///     println!("{} differs:\n{}", drift.path, drift.diff);
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceTree {
    files: BTreeMap<String, String>,
}

/// One difference between what would be generated and what is on disk: [`SourceTree::diff`].
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
        }
    }
}

fn unified_diff(old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(2)
        .header("on disk", "generated")
        .to_string()
}
