//! `init`: a new repository with a client for a part of Stripe's API.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use stripe_identity_codegen::{DrawnIn, Input, RUNTIME};

use crate::origin::{Origin, Taken};
use crate::pin::Pin;
use crate::progress::Progress;
use crate::sources::Sources;
use crate::terminal::count;
use crate::workspace::{OPENAPI_JSON, PIN, SELECTION, Workspace};
use crate::{Failure, Generator};

/// What to begin with.
#[derive(Debug)]
pub struct Request {
    /// The directory.
    pub root: PathBuf,
    /// The paths that are selected.
    pub paths: Vec<String>,
    /// The name of the crate, if not the directory's.
    pub name: Option<String>,
    /// The directory of `stripe-runtime`, if not the registry's.
    pub runtime: Option<PathBuf>,
    /// Where the document comes from.
    pub origin: Origin,
}

/// Writes the files of a new repository, all or none.
///
/// # Errors
///
/// If there is a client or another package already, a name cannot be used, the document cannot be read or is refused,
/// or a file cannot be written. Then every file is as it was.
pub fn init(
    request: &Request,
    program: &'static str,
    generator: &dyn Generator,
    progress: Progress,
) -> Result<Begun, Failure> {
    for taken in ["Cargo.toml", "spec", "src"] {
        if request.root.join(taken).exists() {
            return Err(Failure::new(format!(
                "{} has `{taken}` already",
                request.root.display()
            ))
            .help(format!(
                "begin in an empty directory; to change what is generated, edit {SELECTION} and \
                 run `{program} update`"
            )));
        }
    }
    let name = name(request)?;
    let workspace = Workspace::new(request.root.clone(), program);
    let selection = selection(&name, &request.paths);
    let selected_by = Input {
        name: SELECTION,
        bytes: selection.as_bytes(),
    };
    let Taken {
        openapi_json,
        pin,
        sources: tree,
    } = request
        .origin
        .take(&workspace, selected_by, &Pin::unread(), generator, progress)?;
    let document = Input {
        name: OPENAPI_JSON,
        bytes: openapi_json.as_bytes(),
    };
    let drawn_in = generator.drawn_in(document, selected_by, &tree);
    let sources = Sources::of(&workspace);
    let mut change = sources.mend(&tree, &sources.drift(&tree)?);
    let written = written(request, &name, &pin.api_version)?;
    let mut files = Vec::new();
    for (path, text) in [
        (SELECTION, selection),
        (OPENAPI_JSON, openapi_json),
        (PIN, pin.text(program)),
    ]
    .into_iter()
    .chain(written)
    {
        let full = workspace.path(path);
        // A README or an ignore list may be there already.
        if !full.exists() {
            change.write(full, text);
            files.push(path);
        }
    }
    change.apply()?;
    Ok(Begun {
        api_version: pin.api_version,
        files,
        sources: tree.files().count(),
        name,
        drawn_in,
    })
}

/// The files that people go on with.
fn written(
    request: &Request,
    name: &str,
    api_version: &str,
) -> Result<[(&'static str, String); 6], Failure> {
    let runtime = match &request.runtime {
        None => format!("version = \"{RUNTIME}\""),
        Some(path) => {
            let path = path.canonicalize().map_err(|error| {
                Failure::io("read", path, &error)
                    .help("give the directory of stripe-runtime: `--runtime DIR`")
            })?;
            let path = toml::Value::from(path.display().to_string());
            format!("version = \"{RUNTIME}\", path = {path}")
        }
    };
    // A package in the directory of another workspace would be taken for a member of that.
    let is_alone = !above(&request.root).any(|directory| directory.join("Cargo.toml").exists());
    let workspace = if is_alone { "" } else { "\n[workspace]\n" };
    let crate_name = name.replace('-', "_");
    let fill = |template: &str| {
        [
            ("{name}", name),
            ("{crate_name}", &crate_name),
            ("{api_version}", api_version),
            ("{runtime}", &runtime),
            ("{workspace}", workspace),
            ("{paths}", &request.paths.join(", ")),
            ("{tool_version}", env!("CARGO_PKG_VERSION")),
        ]
        .iter()
        .fold(template.to_owned(), |text, (place, value)| {
            text.replace(place, value)
        })
    };
    Ok([
        ("Cargo.toml", fill(include_str!("init/Cargo.toml.txt"))),
        ("README.md", fill(include_str!("init/README.md.txt"))),
        ("CHANGELOG.md", fill(include_str!("init/CHANGELOG.md.txt"))),
        (
            ".github/workflows/stripe.yml",
            fill(include_str!("init/stripe.yml.txt")),
        ),
        (".gitignore", "/target\n".to_owned()),
        (
            ".gitattributes",
            include_str!("init/gitattributes.txt").to_owned(),
        ),
    ])
}

fn selection(name: &str, paths: &[String]) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
    format!(
        "# What of Stripe's document becomes the crate. Every entry must match something, or it is an error.\n\n\
         # Every operation at these paths and below them.\n\
         paths = [{}]\n\n\
         [crate]\n\
         name = {}\n",
        paths.join(", "),
        quoted(name),
    )
}

/// The name of the crate: the one that is given, or the directory's.
fn name(request: &Request) -> Result<String, Failure> {
    let directory = fs::canonicalize(&request.root).unwrap_or_else(|_| request.root.clone());
    let of_directory = directory.file_name().map(|name| name.to_string_lossy());
    let name = match (&request.name, of_directory) {
        (Some(name), _) => name.clone(),
        (None, Some(name)) => name.to_lowercase().replace(['_', ' ', '.'], "-"),
        (None, None) => String::new(),
    };
    let is_plain = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if is_plain {
        return Ok(name);
    }
    Err(
        Failure::usage(format!("`{name}` cannot be the name of a crate"))
            .note("a name has lowercase letters, digits and hyphens, and begins with a letter")
            .help("give one: `--name my-stripe`"),
    )
}

fn above(root: &Path) -> impl Iterator<Item = PathBuf> {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
    let above: Vec<PathBuf> = root.ancestors().skip(1).map(Path::to_path_buf).collect();
    above.into_iter()
}

/// What was begun.
#[derive(Debug)]
pub struct Begun {
    name: String,
    api_version: String,
    files: Vec<&'static str>,
    sources: usize,
    drawn_in: Option<DrawnIn>,
}

impl fmt::Display for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for path in &self.files {
            writeln!(f, "written {path}")?;
        }
        writeln!(f, "written {} below src", count(self.sources, "file"))?;
        write!(
            f,
            "\n{} is a client for API version {}. What it has: `cargo doc --no-deps --open`",
            self.name, self.api_version
        )?;
        let mut told = self.drawn_in.iter();
        told.try_for_each(|told| write!(f, "\n\n{told}"))
    }
}
