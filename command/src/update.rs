//! `update`: takes a new document, up to the generated sources.

mod released;

use std::fmt;
use std::fs;
use std::path::PathBuf;

use stripe_identity_codegen::{Input, Report};

use crate::diff::Side;
use crate::generate::Written;
use crate::origin::{Origin, Taken};
use crate::pin::Pin;
use crate::progress::Progress;
use crate::sources::Sources;
use crate::workspace::{OPENAPI_JSON, PIN, SELECTION, Workspace};
use crate::{Failure, Generator};

pub use released::Released;

/// Which document to take.
#[derive(Debug, Default)]
pub struct Request {
    /// Where the document comes from.
    pub origin: Origin,
    /// Whether the document may be older than the pinned one.
    pub older: bool,
    /// The file for the report as Markdown.
    pub report: Option<PathBuf>,
    /// What else a repository makes of the narrowed document.
    pub follow: Option<Follow>,
}

/// Tells what else follows from a narrowed document.
pub type Follow = fn(&Workspace, &str) -> Result<Followed, Failure>;

/// What else follows from a document.
#[derive(Debug, Default)]
pub struct Followed {
    /// Files to write, relative to the root.
    pub files: Vec<(String, Vec<u8>)>,
    /// What to tell.
    pub notes: Vec<String>,
}

/// Takes a new document: narrows it, generates from it, and then writes all files or none.
///
/// # Errors
///
/// If the document cannot be read or is refused, or a file cannot be read or written.
/// Then every file is as it was.
pub fn update(
    workspace: &Workspace,
    request: &Request,
    generator: &dyn Generator,
    progress: Progress,
) -> Result<Updated, Failure> {
    let old = Pin::read(workspace)?;
    let selection = workspace.read(&workspace.selection())?;
    let selection = Input {
        name: SELECTION,
        bytes: &selection,
    };
    let Taken {
        openapi_json,
        pin: new,
        sources: tree,
    } = request
        .origin
        .take(workspace, selection, &old, generator, progress)?;
    check_direction(&old, &new, request)?;
    let sides = Sides::of(workspace, selection, &openapi_json);
    let report = sides.report(generator);
    let followed = match request.follow {
        Some(follow) => follow(workspace, &openapi_json)?,
        None => Followed::default(),
    };

    let sources = Sources::of(workspace);
    let drift = sources.drift(&tree)?;
    let mut change = sources.mend(&tree, &drift);
    let mut files = vec![(OPENAPI_JSON.to_owned(), openapi_json.into_bytes())];
    // What a person wrote beside the values stays, if they do.
    if new != old {
        files.push((PIN.to_owned(), new.text(workspace.program()).into_bytes()));
    }
    files.extend(followed.files);
    let mut written = Vec::new();
    for (path, bytes) in files {
        if change.replace(workspace.path(&path), bytes) {
            written.push(path);
        }
    }
    let raised = released::raise(
        workspace,
        (sides.told(), &sides.new),
        generator,
        &mut change,
    )?;
    written.extend(raised.written);
    let notes = [raised.lines, followed.notes].concat();
    let nothing = change.is_empty();
    if let Some(path) = &request.report {
        change.write(path.clone(), markdown(&report, &notes));
    }
    change.apply()?;
    sources.remove_empty_directories(&drift);
    let directory = workspace.show(sources.directory());
    Ok(Updated {
        sources: Written::new(directory, &tree, drift, sides.new.inputs(), generator),
        nothing,
        old,
        new,
        written,
        notes,
        report,
    })
}

/// The clients that an update compares.
struct Sides {
    new: Side,
    /// That of the last commit. It has the selection that belongs to its document.
    committed: Option<Side>,
    /// That on disk, with the new selection.
    working: Option<Side>,
}

impl Sides {
    fn of(workspace: &Workspace, selection: Input<'_>, openapi_json: &str) -> Self {
        let side = |name, bytes| Side::of_texts(Input { name, bytes }, selection);
        let working = fs::read(workspace.path(OPENAPI_JSON)).ok();
        Self {
            new: side("the new document", openapi_json.as_bytes()),
            committed: Side::of_commit(workspace, "HEAD", "HEAD").ok().flatten(),
            working: working.as_deref().map(|bytes| side(OPENAPI_JSON, bytes)),
        }
    }

    fn report(&self, generator: &dyn Generator) -> Reported {
        match self.committed.as_ref().or(self.working.as_ref()) {
            Some(before) => Reported::compare(before, &self.new, generator),
            None => Reported::First,
        }
    }

    /// What the changelog tells of: the committed client, or that of an update since.
    fn told(&self) -> Option<&Side> {
        match (&self.committed, &self.working) {
            (Some(committed), Some(working)) if committed.has_document_of(working) => {
                Some(committed)
            }
            (committed, working) => working.as_ref().or(committed.as_ref()),
        }
    }
}

/// Stops at a document that is older than the pinned one, unless that is asked for.
fn check_direction(old: &Pin, new: &Pin, request: &Request) -> Result<(), Failure> {
    // `2026-09-30.endive`: the date comes first.
    let date = |pin: &Pin| pin.api_version.get(..10).map(str::to_owned);
    let is_date = |date: &String| date.starts_with(|first: char| first.is_ascii_digit());
    match (date(old).filter(is_date), date(new).filter(is_date)) {
        (Some(before), Some(after)) if after < before && !request.older => {
            Err(Failure::usage(format!(
                "API version {} is older than {}, which is pinned",
                new.api_version, old.api_version
            ))
            .help("to go back to it, add `--older`"))
        }
        _ => Ok(()),
    }
}

/// The report for a pull request.
fn markdown(report: &Reported, notes: &[String]) -> String {
    let mut text = report.markdown();
    if !notes.is_empty() {
        text.push('\n');
    }
    for note in notes {
        text.push_str("- ");
        text.push_str(note);
        text.push('\n');
    }
    text
}

/// What an update changes for users, if it can be determined.
#[derive(Debug)]
enum Reported {
    Changes(Report),
    /// There is no old document.
    First,
    /// The generator refuses the old document.
    Refused(String),
}

impl Reported {
    /// Compares the old client with the new one. The new one was accepted before: if one of them is refused, it is
    /// the old one, which the update replaces.
    fn compare(before: &Side, after: &Side, generator: &dyn Generator) -> Self {
        let mut before = before.clone();
        before.version = None;
        match before.compare(after, generator) {
            Ok(report) => Self::Changes(report),
            Err(refused) => Self::Refused(refused.to_string()),
        }
    }

    fn markdown(&self) -> String {
        match self {
            Self::Changes(report) => report.markdown(),
            Self::First => "There is no old document to compare this one with.\n".to_owned(),
            Self::Refused(_) => {
                "The old document cannot be compared with this one: the generator refuses it.\n"
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for Reported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changes(report) => write!(f, "\n\n{}", report.text(false).trim_end()),
            Self::First => Ok(()),
            Self::Refused(why) => write!(
                f,
                "\n\nwhat changes for users is unknown, because the old document is refused\n{why}"
            ),
        }
    }
}

/// What an update did.
#[derive(Debug)]
pub struct Updated {
    old: Pin,
    new: Pin,
    written: Vec<String>,
    sources: Written,
    nothing: bool,
    notes: Vec<String>,
    report: Reported,
}

impl fmt::Display for Updated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old, new, .. } = self;
        if self.nothing {
            return write!(
                f,
                "nothing to do: spec/ and generated/src are from this document already (API version {})",
                new.api_version
            );
        }
        if old.api_version == new.api_version {
            writeln!(f, "API version {} (unchanged)", new.api_version)?;
        } else {
            writeln!(f, "API version {} -> {}", old.api_version, new.api_version)?;
        }
        match (&old.commit, &new.commit) {
            (old, Some(new)) if old.as_ref() == Some(new) => {}
            (Some(old), Some(new)) => writeln!(f, "commit {old} -> {new}")?,
            (None, Some(new)) => writeln!(f, "commit {new}")?,
            (Some(old), None) => writeln!(
                f,
                "commit {old} removed from {PIN}, as it is that of another document; \
                 say which commit this one is from: `--commit SHA`"
            )?,
            (None, None) => {}
        }
        for path in &self.written {
            writeln!(f, "written {path}")?;
        }
        self.sources.fmt(f)?;
        for note in &self.notes {
            write!(f, "\n{note}")?;
        }
        self.report.fmt(f)
    }
}
