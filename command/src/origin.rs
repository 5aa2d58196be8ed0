//! A new document: where it comes from, and what follows from it alone.

mod github;

use clap::Args;
use stripe_identity_codegen::{Input, SourceTree};

use crate::generate;
use crate::pin::{Commit, Pin, sha256};
use crate::progress::Progress;
use crate::source::Source;
use crate::workspace::{OPENAPI_JSON, Workspace};
use crate::{Failure, Generator};

pub use github::GitHub;

#[derive(Debug, Default, Args)]
#[expect(missing_docs, reason = "clap would show the comment")]
pub struct Origin {
    /// Read this document (JSON or YAML, a file or an https:// URL) instead of
    /// downloading Stripe's newest one
    #[arg(long, value_name = "FILE|URL")]
    pub from: Option<Source>,

    /// The commit of Stripe's repository: the one to download or, with --from, the
    /// one that the document is from
    #[arg(long, value_name = "SHA")]
    pub commit: Option<Commit>,

    /// The base URLs of GitHub.
    #[arg(skip)]
    pub github: GitHub,
}

/// A document that was read, and what is written because of it.
pub(crate) struct Taken {
    /// The selected part of the document.
    pub(crate) openapi_json: String,
    pub(crate) pin: Pin,
    pub(crate) sources: SourceTree,
}

/// A document as it was read.
struct Document {
    name: String,
    bytes: Vec<u8>,
    commit: Option<Commit>,
}

impl Origin {
    /// Reads the document, narrows it, and generates from what is left.
    pub(crate) fn take(
        &self,
        workspace: &Workspace,
        selection: Input<'_>,
        old: &Pin,
        generator: &dyn Generator,
        progress: Progress,
    ) -> Result<Taken, Failure> {
        let document = self.read(old, progress)?;
        let narrowed = generator.narrow(
            Input {
                name: &document.name,
                bytes: &document.bytes,
            },
            selection,
        )?;
        let selected = Input {
            name: &format!("{OPENAPI_JSON} (the selected part of {})", document.name),
            bytes: narrowed.openapi_json.as_bytes(),
        };
        let selected_by = workspace.selection();
        let sources = generate::sources(workspace, &selected_by, selected, selection, generator)?;
        let document_sha256 = sha256(&document.bytes);
        let commit = match (&self.commit, &old.commit) {
            // A newer commit with the same document is not worth a change.
            (None, Some(commit)) if document_sha256 == old.document_sha256 => Some(commit.clone()),
            _ => document.commit,
        };
        let pin = Pin {
            commit,
            api_version: narrowed.api_version,
            document_sha256,
            openapi_json_sha256: sha256(narrowed.openapi_json.as_bytes()),
            ..old.clone()
        };
        Ok(Taken {
            openapi_json: narrowed.openapi_json,
            pin,
            sources,
        })
    }

    /// Reads the document from its source, or from the pinned place on GitHub.
    fn read(&self, pin: &Pin, progress: Progress) -> Result<Document, Failure> {
        if let Some(source) = &self.from {
            return Ok(Document {
                name: source.to_string(),
                bytes: source.read(progress)?,
                commit: self.commit.clone(),
            });
        }
        let commit = match &self.commit {
            Some(commit) => commit.clone(),
            None => self.github.newest_commit(pin, progress)?,
        };
        let (name, bytes) = self.github.document(pin, &commit, progress)?;
        Ok(Document {
            name,
            bytes,
            commit: Some(commit),
        })
    }
}
