//! `diff`: what a document changes for users of the client.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use semver::Version;
use stripe_identity_codegen::{Input, Report};

use crate::git::Git;
use crate::manifest;
use crate::progress::Progress;
use crate::source::Source;
use crate::workspace::{OPENAPI_JSON, SELECTION, Workspace};
use crate::{Failure, Generator};

/// What to compare.
#[derive(Clone, Debug)]
pub struct Request {
    /// The old document: a file, a URL, or a revision of the workspace.
    pub old: String,
    /// The new one; the current one if absent.
    pub new: Option<String>,
    /// The selection for both, instead of their own.
    pub selection: Option<PathBuf>,
}

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people at a terminal
    Text,
    /// For a pull request
    Markdown,
    /// For scripts; the format is stable
    Json,
}

impl Format {
    /// Formats a report; `all` applies to text only.
    #[must_use]
    pub fn write(self, report: &Report, all: bool) -> String {
        match self {
            Self::Text => report.text(all),
            Self::Markdown => report.markdown(),
            Self::Json => report.json(),
        }
    }
}

/// Compares two clients.
///
/// # Errors
///
/// If a document or a selection cannot be read or is refused.
pub fn diff(
    workspace: &Workspace,
    request: &Request,
    generator: &dyn Generator,
    progress: Progress,
) -> Result<Report, Failure> {
    let selection = match &request.selection {
        Some(path) => Some(Text {
            name: workspace.show(path),
            bytes: workspace.read(path)?,
        }),
        None => None,
    };
    let read = |side: Result<Side, Failure>| {
        side.map(|side| Side {
            selection: selection.clone().unwrap_or(side.selection),
            ..side
        })
    };
    let has_selection = selection.is_some();
    let old = read(Side::named(
        workspace,
        &request.old,
        has_selection,
        progress,
    ))?;
    let new = read(match &request.new {
        Some(new) => Side::named(workspace, new, has_selection, progress),
        None => Side::of_workspace(workspace),
    })?;
    let report = old.compare(&new, generator)?;
    // The workspace has no version of another package.
    let is_own = manifest::name_in(workspace).is_some_and(|name| name == report.package());
    Ok(if has_selection && !is_own {
        report.of_no_version()
    } else {
        report
    })
}

/// A text, with its name in messages.
#[derive(Clone, Debug)]
struct Text {
    name: String,
    bytes: Vec<u8>,
}

impl Text {
    fn of_workspace(workspace: &Workspace, path: &str) -> Result<Self, Failure> {
        Ok(Self {
            name: path.to_owned(),
            bytes: workspace.read(&workspace.path(path))?,
        })
    }

    fn input(&self) -> Input<'_> {
        Input {
            name: &self.name,
            bytes: &self.bytes,
        }
    }
}

/// What a client is generated from, and its version.
#[derive(Clone, Debug)]
pub struct Side {
    document: Text,
    selection: Text,
    /// The version of the client.
    pub version: Option<Version>,
}

impl Side {
    /// What a client is generated from, given as texts.
    #[must_use]
    pub fn of_texts(document: Input<'_>, selection: Input<'_>) -> Self {
        let text = |input: Input<'_>| Text {
            name: input.name.to_owned(),
            bytes: input.bytes.to_vec(),
        };
        Self {
            document: text(document),
            selection: text(selection),
            version: None,
        }
    }

    /// The document and the selection.
    pub(crate) fn inputs(&self) -> (Input<'_>, Input<'_>) {
        (self.document.input(), self.selection.input())
    }

    /// Whether both are generated from the same document.
    #[must_use]
    pub fn has_document_of(&self, other: &Self) -> bool {
        self.document.bytes == other.document.bytes
    }

    /// The current state of the workspace.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn of_workspace(workspace: &Workspace) -> Result<Self, Failure> {
        Ok(Self {
            document: Text::of_workspace(workspace, OPENAPI_JSON)?,
            selection: Text::of_workspace(workspace, SELECTION)?,
            version: manifest::version_in(workspace),
        })
    }

    /// The workspace at a commit, if it had a document.
    ///
    /// # Errors
    ///
    /// If git cannot be run.
    pub fn of_commit(
        workspace: &Workspace,
        commit: &str,
        name: &str,
    ) -> Result<Option<Self>, Failure> {
        let git = Git::of(workspace);
        let text = |path: &str| {
            let bytes = git.file(commit, path)?;
            Ok::<_, Failure>(bytes.map(|bytes| Text {
                name: format!("{name}:{path}"),
                bytes,
            }))
        };
        let (Some(document), Some(selection)) = (text(OPENAPI_JSON)?, text(SELECTION)?) else {
            return Ok(None);
        };
        let manifest = git.file(commit, &workspace.manifest())?;
        Ok(Some(Self {
            document,
            selection,
            version: manifest.and_then(|manifest| manifest::version(&manifest)),
        }))
    }

    /// The document that an argument names: a URL, a file, or a revision.
    fn named(
        workspace: &Workspace,
        name: &str,
        has_selection: bool,
        progress: Progress,
    ) -> Result<Self, Failure> {
        if name.contains("://") || Path::new(name).is_file() {
            let source: Source = name.parse().map_err(|error: String| {
                Failure::new(error).help("download the document yourself, and pass the file")
            })?;
            let document = Text {
                name: name.to_owned(),
                bytes: source.read(progress)?,
            };
            let selection = if has_selection {
                // It is replaced.
                Text {
                    name: SELECTION.to_owned(),
                    bytes: Vec::new(),
                }
            } else {
                Text::of_workspace(workspace, SELECTION)?
            };
            return Ok(Self {
                document,
                selection,
                version: manifest::version_in(workspace),
            });
        }
        let git = Git::of(workspace);
        let Some(commit) = git.commit(name)? else {
            return Err(Failure::usage(format!(
                "`{name}` is not a file, a URL or a revision of this repository"
            ))
            .help(
                "give an OpenAPI document (a file or an https:// URL), or a revision, such as \
                 `HEAD~1`",
            ));
        };
        Self::of_commit(workspace, &commit, name)?.ok_or_else(|| {
            Failure::new(format!("there is no client in the revision `{name}`"))
                .note(format!(
                    "{OPENAPI_JSON} or {SELECTION} did not exist at {commit}"
                ))
                .help("give a later revision")
        })
    }

    /// What the other one changes for users of this one.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the inputs.
    pub fn compare(&self, new: &Self, generator: &dyn Generator) -> Result<Report, Failure> {
        let report = generator.diff(self.inputs(), new.inputs())?;
        Ok(match &self.version {
            Some(version) => report.of_version(version.to_string()),
            None => report,
        })
    }
}
