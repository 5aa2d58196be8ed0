//! `update`: takes a new document, up to the generated sources.

mod github;

use std::fmt;
use std::fs;
use std::path::PathBuf;

use stripe_identity_codegen::{Input, Narrowed, Report};

use crate::changelog;
use crate::generate::{self, Written};
use crate::manifest;
use crate::pin::{Commit, Pin, sha256};
use crate::progress::Progress;
use crate::source::Source;
use crate::sources::Sources;
use crate::workspace::{OPENAPI_JSON, PIN, SELECTION, Workspace};
use crate::{Failure, Generator};

pub use github::GitHub;

/// Which document to take.
#[derive(Debug)]
pub struct Request {
    /// The source of the document, if not the one that the pin names.
    pub from: Option<Source>,
    /// The upstream commit: the one to download or, with `from`, the one that the document is from.
    pub commit: Option<Commit>,
    /// The base URLs of GitHub.
    pub github: GitHub,
    /// The file for the report as Markdown.
    pub report: Option<PathBuf>,
}

/// A document as it was read.
#[derive(Debug)]
struct Document {
    name: String,
    bytes: Vec<u8>,
    commit: Option<Commit>,
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
    let document = read(request, &old, progress)?;
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

    let openapi_json = workspace.path(OPENAPI_JSON);
    let before = fs::read(&openapi_json).ok();
    let report = match &before {
        Some(before) => Reported::compare(workspace, before, &narrowed, selection, generator),
        None => Reported::First,
    };

    let sources = Sources::of(workspace);
    let drift = sources.drift(&tree)?;
    let mut change = sources.mend(&tree, &drift);
    let mut written = Vec::new();
    if before.as_deref() != Some(narrowed.openapi_json.as_bytes()) {
        change.write(openapi_json, narrowed.openapi_json);
        written.push(OPENAPI_JSON.to_owned());
    }
    if new != old {
        change.write(workspace.path(PIN), new.text(workspace.program()));
        written.push(PIN.to_owned());
    }
    let changelog = workspace.changelog();
    let path = workspace.path(&changelog);
    if let (Reported::Changes(report), Ok(text)) = (&report, fs::read_to_string(&path)) {
        let with_report = changelog::with(&text, report);
        if with_report != text {
            change.write(path, with_report);
            written.push(changelog);
        }
    }
    let nothing = change.is_empty();
    if let Some(path) = &request.report {
        change.write(path.clone(), report.markdown());
    }
    change.apply()?;
    sources.remove_empty_directories(&drift);
    Ok(Updated {
        sources: Written::new(workspace.show(sources.directory()), &tree, drift),
        nothing,
        old,
        new,
        written,
        report,
    })
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
    /// Compares the old document with the new one. The new one was accepted before: if one of them is refused, it is
    /// the old one, which the update replaces.
    fn compare(
        workspace: &Workspace,
        before: &[u8],
        narrowed: &Narrowed,
        selection: Input<'_>,
        generator: &dyn Generator,
    ) -> Self {
        let document = |name, bytes| Input { name, bytes };
        let compared = generator.diff(
            (document(OPENAPI_JSON, before), selection),
            (
                document("the new document", narrowed.openapi_json.as_bytes()),
                selection,
            ),
        );
        match (compared, manifest::version_in(workspace)) {
            (Ok(report), Some(version)) => Self::Changes(report.of_version(version.to_string())),
            (Ok(report), None) => Self::Changes(report),
            (Err(diagnostics), _) => Self::Refused(diagnostics.to_string()),
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

fn read(request: &Request, pin: &Pin, progress: Progress) -> Result<Document, Failure> {
    if let Some(source) = &request.from {
        return Ok(Document {
            name: source.to_string(),
            bytes: source.read(progress)?,
            commit: request.commit.clone(),
        });
    }
    let commit = match &request.commit {
        Some(commit) => commit.clone(),
        None => request.github.newest_commit(pin, progress)?,
    };
    let (name, bytes) = request.github.document(pin, &commit, progress)?;
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
        self.report.fmt(f)
    }
}
