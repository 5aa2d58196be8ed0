//! Links in the documentation lead to files, headings and items that exist, or to well-formed `https` URLs. Nothing
//! is fetched.

mod page;
mod target;

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

use crate::{Failure, Workspace};
use page::{Link, Page};
use stripe_codegen::terminal::count;
use stripe_codegen::workspace::SELECTION;

/// The sources whose documentation is published.
const SOURCES: [&str; 2] = ["generated/src", "runtime/src"];

/// Checks every link, and returns how many there are.
///
/// # Errors
///
/// If one leads nowhere, or a file cannot be read.
pub fn check(workspace: &Workspace) -> Result<String, Failure> {
    let mut checking = Checking {
        workspace,
        links: 0,
        wrong: Vec::new(),
    };
    let guide = guide(workspace);
    let pages = files(workspace.root(), "md")?;
    for path in pages.iter().filter(|path| Some(*path) != guide.as_ref()) {
        let text = checking.read(path)?;
        checking.check(path, 1, &text, false);
    }
    for directory in SOURCES {
        for path in files(&workspace.path(directory), "rs")? {
            for (line, comment) in target::doc_comments(&checking.read(&path)?) {
                checking.check(&path, line, &comment, true);
            }
        }
    }
    let Checking { links, wrong, .. } = checking;
    if wrong.is_empty() {
        return Ok(format!(
            "{} lead somewhere, in {} and the documentation of the published crates",
            count(links, "link"),
            count(pages.len(), "Markdown file")
        ));
    }
    let failure = Failure::new(format!("{} amiss", count(wrong.len(), "link")));
    let failure = wrong.into_iter().fold(failure, Failure::note);
    Err(failure.help("correct them; in generated/src, correct what they are generated from"))
}

/// The guide on the front page. It is checked as a part of the documentation, where a link can be the path of an
/// item.
fn guide(workspace: &Workspace) -> Option<PathBuf> {
    let selection = fs::read_to_string(workspace.path(SELECTION)).ok()?;
    let selection: Table = selection.parse().ok()?;
    let guide = selection.get("crate")?.get("guide")?.as_str()?;
    Some(workspace.selection().with_file_name(guide))
}

/// The links that were checked, and what is wrong.
struct Checking<'a> {
    workspace: &'a Workspace,
    links: usize,
    wrong: Vec<String>,
}

impl Checking<'_> {
    /// Checks the Markdown that begins on a line of a file. In documentation, a path is that of an item; whether the
    /// item exists, rustdoc says.
    fn check(&mut self, path: &Path, first_line: usize, markdown: &str, is_documentation: bool) {
        let page = Page::read(markdown);
        let mut problems = Vec::new();
        for Link { target, line } in &page.links {
            let (to, anchor) = match target.split_once('#') {
                Some((to, anchor)) => (to, Some(anchor)),
                None => (target.as_str(), None),
            };
            let result = if let Some((scheme, _)) = target.split_once("://") {
                target::check_url(target, scheme)
            } else if to.is_empty() {
                check_anchor(&page, anchor)
            } else if !is_documentation {
                check_file(self.workspace.root(), path, to, anchor)
            } else if target::is_item(to) {
                Ok(())
            } else {
                Err("is neither an item nor a URL")
            };
            if let Err(problem) = result {
                problems.push((*line, format!("`{target}` {problem}")));
            }
        }
        problems.extend(page.problems);
        self.links += page.links.len();
        let shown = self.workspace.show(path);
        let problems = problems.into_iter();
        let problems =
            problems.map(|(line, what)| format!("{shown}:{}: {what}", first_line + line));
        self.wrong.extend(problems);
    }

    fn read(&self, path: &Path) -> Result<String, Failure> {
        let bytes = self.workspace.read(path)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Whether a file below the root exists and, if the link names one, has the heading.
fn check_file(
    root: &Path,
    from: &Path,
    to: &str,
    anchor: Option<&str>,
) -> Result<(), &'static str> {
    let file = from.with_file_name(to).canonicalize();
    let file = file.map_err(|_| "is not there")?;
    let is_inside = root.canonicalize().is_ok_and(|root| file.starts_with(root));
    if to.starts_with('/') || !is_inside {
        return Err("leads out of the repository");
    }
    match (anchor, fs::read_to_string(&file)) {
        (None, _) => Ok(()),
        (anchor, Ok(text)) if file.extension().is_some_and(|one| one == "md") => {
            check_anchor(&Page::read(&text), anchor)
        }
        _ => Err("names a heading in a file that has none"),
    }
}

fn check_anchor(page: &Page, anchor: Option<&str>) -> Result<(), &'static str> {
    match anchor {
        Some(anchor) if page.anchors.iter().any(|one| one == anchor) => Ok(()),
        Some(_) => Err("is not a heading there"),
        None => Err("leads nowhere"),
    }
}

/// The files with an extension below a directory, sorted, except hidden files, build output and `node_modules`.
fn files(directory: &Path, extension: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut pending = vec![directory.to_path_buf()];
    while let Some(directory) = pending.pop() {
        // Cargo marks its target directories with this file.
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
