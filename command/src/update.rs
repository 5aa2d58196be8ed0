//! `update`: takes a new document, up to the generated sources.

mod github;
mod released;

use std::fmt;
use std::fs;
use std::path::PathBuf;

use stripe_identity_codegen::{Input, Narrowed, Report};

use crate::diff::Side;
use crate::generate::{self, Written};
use crate::pin::{Commit, Pin, sha256};
use crate::progress::Progress;
use crate::source::Source;
use crate::sources::Sources;
use crate::workspace::{OPENAPI_JSON, PIN, SELECTION, Workspace};
use crate::{Failure, Generator};

pub use github::GitHub;
pub use released::Released;

/// Which document to take.
#[derive(Debug)]
pub struct Request {
    /// The source of the document, if not the one that the pin names.
    pub from: Option<Source>,
    /// The upstream commit: the one to download or, with `from`, the one that the document is from.
    pub commit: Option<Commit>,
    /// The base URLs of GitHub.
    pub github: GitHub,
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

/// A document as it was read.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) commit: Option<Commit>,
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
    let from = (request.from.as_ref(), request.commit.as_ref());
    let document = read_document(from, &request.github, &old, progress)?;
    let narrowed = generator.narrow(
        Input {
            name: &document.name,
            bytes: &document.bytes,
        },
        selection,
    )?;
    let tree = generate::sources(
        workspace,
        &workspace.selection(),
        Input {
            name: &format!("{OPENAPI_JSON} (the selected part of {})", document.name),
            bytes: narrowed.openapi_json.as_bytes(),
        },
        selection,
        generator,
    )?;
    let new = repin(&old, request, &document, &narrowed);

    check_direction(&old, &new, request)?;

    let openapi_json = workspace.path(OPENAPI_JSON);
    let before = fs::read(&openapi_json).ok();
    let after = Side::of_texts(
        Input {
            name: "the new document",
            bytes: narrowed.openapi_json.as_bytes(),
        },
        selection,
    );
    let working = before.as_deref().map(|bytes| {
        let name = OPENAPI_JSON;
        Side::of_texts(Input { name, bytes }, selection)
    });
    // The commit has the selection that belongs to its document; here that may have changed for the new one.
    let committed = Side::of_commit(workspace, "HEAD", "HEAD").ok().flatten();
    let report = match committed.as_ref().or(working.as_ref()) {
        Some(before) => Reported::compare(before, &after, generator),
        None => Reported::First,
    };

    let sources = Sources::of(workspace);
    let drift = sources.drift(&tree)?;
    let mut change = sources.mend(&tree, &drift);
    let mut written = Vec::new();
    let followed = match request.follow {
        Some(follow) => follow(workspace, &narrowed.openapi_json)?,
        None => Followed::default(),
    };
    if before.as_deref() != Some(narrowed.openapi_json.as_bytes()) {
        change.write(openapi_json, narrowed.openapi_json);
        written.push(OPENAPI_JSON.to_owned());
    }
    if new != old {
        change.write(workspace.path(PIN), new.text(workspace.program()));
        written.push(PIN.to_owned());
    }
    for (path, bytes) in followed.files {
        if fs::read(workspace.path(&path)).ok().as_deref() != Some(&bytes) {
            change.write(workspace.path(&path), bytes);
            written.push(path);
        }
    }
    // The changelog tells of the committed client, or of that of an update since.
    let earlier = match (&committed, &working) {
        (Some(committed), Some(working)) if committed.has_document_of(working) => Some(committed),
        (committed, working) => working.as_ref().or(committed.as_ref()),
    };
    let raised = released::raise(workspace, (earlier, &after), generator, &mut change)?;
    written.extend(raised.written);
    let notes = [raised.lines, followed.notes].concat();
    let nothing = change.is_empty();
    if let Some(path) = &request.report {
        change.write(path.clone(), markdown(&report, &notes));
    }
    change.apply()?;
    sources.remove_empty_directories(&drift);
    Ok(Updated {
        sources: Written::new(workspace.show(sources.directory()), &tree, drift),
        nothing,
        old,
        new,
        written,
        notes,
        report,
    })
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

/// Reads a document: from a source, or from the pinned place on GitHub.
pub(crate) fn read_document(
    (from, commit): (Option<&Source>, Option<&Commit>),
    github: &GitHub,
    pin: &Pin,
    progress: Progress,
) -> Result<Document, Failure> {
    if let Some(source) = from {
        return Ok(Document {
            name: source.to_string(),
            bytes: source.read(progress)?,
            commit: commit.cloned(),
        });
    }
    let commit = match commit {
        Some(commit) => commit.clone(),
        None => github.newest_commit(pin, progress)?,
    };
    let (name, bytes) = github.document(pin, &commit, progress)?;
    Ok(Document {
        name,
        bytes,
        commit: Some(commit),
    })
}

/// The pin of a document that was read.
fn repin(old: &Pin, request: &Request, document: &Document, narrowed: &Narrowed) -> Pin {
    let document_sha256 = sha256(&document.bytes);
    let same_document = document_sha256 == old.document_sha256;
    let commit = match &request.commit {
        Some(commit) => Some(commit.clone()),
        // A newer commit with the same document is not worth a change.
        None if same_document && old.commit.is_some() => old.commit.clone(),
        None => document.commit.clone(),
    };
    Pin {
        commit,
        api_version: narrowed.api_version.clone(),
        document_sha256,
        openapi_json_sha256: sha256(narrowed.openapi_json.as_bytes()),
        ..old.clone()
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
