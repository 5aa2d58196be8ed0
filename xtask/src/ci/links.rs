//! Links of the documentation lead somewhere: those of the Markdown files to files and headings that are there,
//! and all others to well-formed `https` URLs. Nothing is fetched.

mod page;
mod target;

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

use crate::generate::count;
use crate::workspace::SELECTION;
use crate::{Failure, Workspace};
use page::Page;
use target::Target;

/// The sources whose documentation is published.
const SOURCES: [&str; 2] = ["generated/src", "runtime/src"];

pub(super) fn check(workspace: &Workspace) -> Result<(), Failure> {
    let mut checking = Checking {
        workspace,
        links: 0,
        wrong: Vec::new(),
    };
    let guide = guide(workspace);
    let pages = files(workspace.root(), "md")?;
    for path in pages.iter().filter(|path| Some(*path) != guide.as_ref()) {
        checking.markdown(path)?;
    }
    for directory in SOURCES {
        for path in files(&workspace.path(directory), "rs")? {
            checking.rust(&path)?;
        }
    }
    checking.into_result(pages.len())
}

/// The guide of the front page. It is read as the documentation that it becomes a part of, where a link may be
/// the path of an item.
fn guide(workspace: &Workspace) -> Option<PathBuf> {
    let selection = fs::read_to_string(workspace.path(SELECTION)).ok()?;
    let selection: Table = selection.parse().ok()?;
    let guide = selection.get("crate")?.get("guide")?.as_str()?;
    Some(workspace.selection().with_file_name(guide))
}

struct Checking<'a> {
    workspace: &'a Workspace,
    links: usize,
    wrong: Vec<String>,
}

impl Checking<'_> {
    fn markdown(&mut self, path: &Path) -> Result<(), Failure> {
        let text = self.read(path)?;
        let page = Page::read(&text);
        let root = self.workspace.root();
        self.report(path, 1, &page, |target| match target {
            Target::Url => Ok(()),
            Target::Path { path: "", anchor } => has_anchor(&page, anchor),
            Target::Path { path: to, anchor } => leads(root, path, to, anchor),
        });
        Ok(())
    }

    fn rust(&mut self, path: &Path) -> Result<(), Failure> {
        let text = self.read(path)?;
        for (line, comment) in target::doc_comments(&text) {
            let page = Page::read(&comment);
            self.report(path, line, &page, |target| match target {
                Target::Url => Ok(()),
                Target::Path { path: "", anchor } => has_anchor(&page, anchor),
                // Whether there is such an item, rustdoc says.
                Target::Path { path, .. } if target::is_item(path) => Ok(()),
                Target::Path { .. } => Err("is neither an item nor a URL".to_owned()),
            });
        }
        Ok(())
    }

    fn read(&self, path: &Path) -> Result<String, Failure> {
        let bytes = self.workspace.read(path)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Notes what is wrong with a page that begins on a line of a file.
    fn report(
        &mut self,
        path: &Path,
        first_line: usize,
        page: &Page,
        leads: impl Fn(Target<'_>) -> Result<(), String>,
    ) {
        let found = page.links.iter().map(|link| {
            let target = Target::of(&link.target);
            (link.line, &link.target, target.and_then(&leads))
        });
        let wrong: Vec<_> = found
            .filter_map(|(line, target, result)| {
                Some((line, format!("`{target}` {}", result.err()?)))
            })
            .chain(page.problems.iter().cloned())
            .collect();
        self.links += page.links.len();
        let shown = self.workspace.show(path);
        let wrong = wrong
            .into_iter()
            .map(|(line, what)| format!("{shown}:{}: {what}", first_line + line));
        self.wrong.extend(wrong);
    }

    fn into_result(self, pages: usize) -> Result<(), Failure> {
        if self.wrong.is_empty() {
            super::say(format_args!(
                "{} lead somewhere, in {} and the documentation of the published crates",
                count(self.links, "link"),
                count(pages, "Markdown file")
            ));
            return Ok(());
        }
        let failure = Failure::new(format!("{} amiss", count(self.wrong.len(), "link")));
        Err(self
            .wrong
            .into_iter()
            .fold(failure, Failure::note)
            .help("mend them; in generated/src, mend what they are generated from"))
    }
}

/// Whether there is a file below the root, and in it the heading, if one is meant.
fn leads(root: &Path, from: &Path, to: &str, anchor: Option<&str>) -> Result<(), String> {
    let not_there = || Err("is not there".to_owned());
    let Ok(file) = from.with_file_name(to).canonicalize() else {
        return not_there();
    };
    let root = root.canonicalize();
    if to.starts_with('/') || !root.is_ok_and(|root| file.starts_with(root)) {
        return Err("leads out of the repository".to_owned());
    }
    match (anchor, fs::read_to_string(&file)) {
        (None, _) => Ok(()),
        (anchor, Ok(text)) if file.extension().is_some_and(|one| one == "md") => {
            has_anchor(&Page::read(&text), anchor)
        }
        _ => Err("names a heading of what has none".to_owned()),
    }
}

fn has_anchor(page: &Page, anchor: Option<&str>) -> Result<(), String> {
    match anchor {
        Some(anchor) if page.anchors.iter().any(|one| one == anchor) => Ok(()),
        Some(_) => Err("is no heading there".to_owned()),
        None => Err("leads nowhere".to_owned()),
    }
}

/// The files with an extension below a directory, sorted; none of what is hidden, built, or of others.
fn files(directory: &Path, extension: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut pending = vec![directory.to_path_buf()];
    while let Some(directory) = pending.pop() {
        // Cargo marks what it builds into.
        if directory.join("CACHEDIR.TAG").exists() || !directory.is_dir() {
            continue;
        }
        let failed = |error| Failure::io("read", &directory, &error);
        for entry in fs::read_dir(&directory).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') || name == "node_modules" {
                continue;
            }
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|one| one == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests;
