//! How the types of a large module are spread over files.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::TypeDefinition;
use crate::names::{SnakeName, TypeName};

/// The most types that stand in one file, if their names allow it.
const MOST: usize = 150;

/// The files, each with its types: those whose names begin with the same word, or, where these are many, with the same
/// two words. None if the module is small. Files are private, so that nobody depends on them.
pub(super) fn files(types: &[TypeDefinition]) -> BTreeMap<SnakeName, BTreeSet<TypeName>> {
    let mut files = BTreeMap::new();
    if types.len() <= MOST {
        return files;
    }
    for (word, names) in by_words(types.iter().map(TypeDefinition::name), 1) {
        if names.len() > MOST {
            files.extend(by_words(names.iter(), 2));
        } else {
            files.insert(word, names);
        }
    }
    files
}

fn by_words<'a>(
    names: impl Iterator<Item = &'a TypeName>,
    words: usize,
) -> BTreeMap<SnakeName, BTreeSet<TypeName>> {
    let mut files: BTreeMap<SnakeName, BTreeSet<TypeName>> = BTreeMap::new();
    for name in names {
        // Every type name has a word, of which a name can be made.
        if let Some(file) = name.beginning(words) {
            files.entry(file).or_default().insert(name.clone());
        }
    }
    files
}
