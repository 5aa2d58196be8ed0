//! What a selection draws in beside what it names, and how to have less of it.

use std::collections::BTreeMap;
use std::fmt;

use crate::advice::listed;
use crate::document::Document;
use crate::lower::lower;
use crate::prose::grouped;
use crate::select::select;
use crate::selection::Selection;
use crate::{Input, SourceTree, generated};

/// The fewest lines that are worth telling: checking as many takes the compiler a second.
const LEAST: usize = 10_000;

/// The fewest lines for which a schema is worth cutting.
const LEAST_OF_CUT: usize = 1_000;

/// How many schemas are cut at most, and how many are tried for each.
const CUTS: usize = 3;
const TRIED: usize = 5;

/// The modules that are named.
const MODULES: usize = 5;

/// What a selection draws in beside what it names: the types of modules of which no operation is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnIn {
    /// The modules, each with its lines; the longest first.
    modules: Vec<(usize, String)>,
    types: usize,
    /// The lines of the whole client.
    of: usize,
    /// Schemas that can be cut, each together with those before it, and how many lines fewer that are.
    cuts: Vec<(String, usize)>,
}

/// What a selection draws in, if that is much: from 10,000 lines on. A selection of everything draws in nothing.
///
/// `client` is what was generated. Each cut that is told has been tried.
#[must_use]
pub fn drawn_in(document: Input<'_>, selection: Input<'_>, client: &SourceTree) -> Option<DrawnIn> {
    let of = lines(client);
    let selection = Selection::parse(selection).ok()?;
    if of < LEAST || selection.selects_all() {
        return None;
    }
    let document = Document::parse(document).ok()?;
    let selected = select(&document, &selection).ok()?;
    let (api, _) = lower(document.name, &selected, &selection).ok()?;
    let lines_of = lines_by_module(client);
    let drawn_in = api.modules.iter();
    let drawn_in = drawn_in.filter(|module| module.operations.is_empty());
    let types = drawn_in.clone().map(|module| module.types.len()).sum();
    let modules = drawn_in.map(|module| {
        let name = module.name.as_str();
        (lines_of.get(name).copied().unwrap_or(0), name.to_owned())
    });
    let mut modules: Vec<_> = modules.collect();
    modules.sort_unstable_by(|one, other| other.cmp(one));
    if modules.iter().map(|(lines, _)| lines).sum::<usize>() < LEAST {
        return None;
    }
    let mut cuts = Vec::new();
    let mut keys = Vec::new();
    let mut left = of;
    while cuts.len() < CUTS {
        let tried = selected.drawn_in(&keys).into_iter().take(TRIED);
        let mut clients = tried.filter_map(|key| {
            let cut = selection.cutting(&[&keys[..], &[key]].concat());
            let client = generated(&document, &cut, None).ok()?;
            Some((key, lines(&client)))
        });
        let Some((key, lines)) = clients
            .next()
            .filter(|(_, lines)| lines + LEAST_OF_CUT <= left)
        else {
            break;
        };
        keys.push(key);
        cuts.push((listed("cut", &keys), of - lines));
        left = lines;
    }
    Some(DrawnIn {
        modules,
        types,
        of,
        cuts,
    })
}

/// The lines of a client, without the front page: a guide may end that.
fn lines(client: &SourceTree) -> usize {
    lines_by_module(client).values().sum()
}

fn lines_by_module(client: &SourceTree) -> BTreeMap<&str, usize> {
    let mut lines = BTreeMap::new();
    for (path, text) in client.files().filter(|(path, _)| *path != "lib.rs") {
        let module = path.trim_end_matches(".rs").split('/').next();
        *lines.entry(module.unwrap_or(path)).or_default() += text.lines().count();
    }
    lines
}

impl fmt::Display for DrawnIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drawn_in: usize = self.modules.iter().map(|(lines, _)| lines).sum();
        write!(
            f,
            "references draw in {} of {} lines, {} types of modules without a selected operation:",
            grouped(drawn_in),
            grouped(self.of),
            grouped(self.types)
        )?;
        let (named, rest) = self.modules.split_at(MODULES.min(self.modules.len()));
        for (index, (lines, module)) in named.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma} `{module}` ({})", grouped(*lines))?;
        }
        if !rest.is_empty() {
            write!(f, " and {} more", rest.len())?;
        }
        if !self.cuts.is_empty() {
            f.write_str("\nto take a schema as untyped JSON, add to the selection, before its tables, one of:")?;
        }
        for (entry, lines) in &self.cuts {
            write!(f, "\n  {entry}  # {} lines fewer", grouped(*lines))?;
        }
        Ok(())
    }
}
