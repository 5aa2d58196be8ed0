//! `generate`: writes the sources, or checks that they are up to date.

mod guide;

use std::fmt;
use std::path::{Path, PathBuf};

use stripe_identity_codegen::{DrawnIn, Drift, DriftKind, Input, SourceTree};

use crate::pin::Pin;
use crate::sources::Sources;
use crate::terminal::count;
use crate::workspace::{OPENAPI_JSON, Workspace};
use crate::{Failure, Generator};

/// The most files that are listed.
const FILES: usize = 20;

/// What to generate from, and where to.
#[derive(Debug)]
pub struct Request {
    /// The document.
    pub document: Vec<u8>,
    /// The name of the document in messages.
    pub document_name: String,
    /// The file with the selection.
    pub selection: PathBuf,
    /// The directory of the sources.
    pub sources: Sources,
    /// Whether the document must be the one that `spec/pin.toml` pins.
    pub is_pinned: bool,
    /// The command that writes the sources.
    pub command: String,
}

impl Request {
    /// From the workspace's document and selection to its generated sources.
    ///
    /// # Errors
    ///
    /// If there is no document.
    pub fn of(workspace: &Workspace) -> Result<Self, Failure> {
        Ok(Self {
            document: workspace.read(&workspace.path(OPENAPI_JSON))?,
            document_name: OPENAPI_JSON.to_owned(),
            selection: workspace.selection(),
            sources: Sources::of(workspace),
            is_pinned: true,
            command: format!("{} generate", workspace.program()),
        })
    }

    fn document(&self) -> Input<'_> {
        Input {
            name: &self.document_name,
            bytes: &self.document,
        }
    }

    /// The selection: what messages call it, and its text.
    fn selection(&self, workspace: &Workspace) -> Result<(String, Vec<u8>), Failure> {
        let text = workspace.read(&self.selection)?;
        Ok((workspace.show(&self.selection), text))
    }

    fn generate(
        &self,
        workspace: &Workspace,
        selection: Input<'_>,
        generator: &dyn Generator,
    ) -> Result<SourceTree, Failure> {
        let document = self.document();
        sources(workspace, &self.selection, document, selection, generator)
    }
}

/// Generates, and writes the files that differ.
///
/// # Errors
///
/// If the document is not the one that is pinned, if the document or the selection is refused, or if a file cannot be
/// read or written. Then every file is as it was.
pub fn write(
    workspace: &Workspace,
    request: &Request,
    generator: &dyn Generator,
) -> Result<Written, Failure> {
    if request.is_pinned {
        Pin::read(workspace)?.check(workspace, &request.document)?;
    }
    let (name, bytes) = request.selection(workspace)?;
    let selection = Input {
        name: &name,
        bytes: &bytes,
    };
    let tree = request.generate(workspace, selection, generator)?;
    let drift = request.sources.drift(&tree)?;
    request.sources.mend(&tree, &drift).apply()?;
    request.sources.remove_empty_directories(&drift);
    let inputs = (request.document(), selection);
    let directory = workspace.show(request.sources.directory());
    Ok(Written::new(directory, &tree, drift, inputs, generator))
}

/// Generates, and compares with the files on disk; also compares the pinned document with its pin.
///
/// # Errors
///
/// If the document or the selection is refused, or a file cannot be read.
pub fn check(
    workspace: &Workspace,
    request: &Request,
    generator: &dyn Generator,
) -> Result<Checked, Failure> {
    let (name, bytes) = request.selection(workspace)?;
    let selection = Input {
        name: &name,
        bytes: &bytes,
    };
    let tree = request.generate(workspace, selection, generator)?;
    Ok(Checked {
        directory: workspace.show(request.sources.directory()),
        command: request.command.clone(),
        files: tree.files().count(),
        drift: request.sources.drift(&tree)?,
        pin: request
            .is_pinned
            .then(|| Pin::read(workspace)?.check(workspace, &request.document)),
    })
}

/// The generated sources, with the guide that the selection names. It is an error if there are none, because writing
/// them would delete every file.
pub(crate) fn sources(
    workspace: &Workspace,
    selected_by: &Path,
    document: Input<'_>,
    selection: Input<'_>,
    generator: &dyn Generator,
) -> Result<SourceTree, Failure> {
    let guide = guide::read(workspace, selected_by, selection, generator)?;
    let tree = generator.generate(document, selection, guide.as_deref())?;
    if tree.files().next().is_some() {
        return Ok(tree);
    }
    Err(
        Failure::new("nothing was generated, so nothing was written")
            .at(selection.name)
            .help("select at least one operation"),
    )
}

/// What was written.
#[derive(Debug)]
pub struct Written {
    directory: String,
    /// How many files were generated.
    files: usize,
    drift: Vec<Drift>,
    /// Is told with what was written. Otherwise it is not found out, because it generates several times.
    drawn_in: Option<DrawnIn>,
}

impl Written {
    pub(crate) fn new(
        directory: String,
        tree: &SourceTree,
        drift: Vec<Drift>,
        (document, selection): (Input<'_>, Input<'_>),
        generator: &dyn Generator,
    ) -> Self {
        let is_told = !drift.is_empty();
        let drawn_in = is_told.then(|| generator.drawn_in(document, selection, tree));
        Self {
            directory,
            files: tree.files().count(),
            drift,
            drawn_in: drawn_in.flatten(),
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            directory,
            files,
            drift,
            drawn_in,
        } = self;
        if drift.is_empty() {
            return write!(f, "{directory} is current ({})", count(*files, "file"));
        }
        for Drift { path, kind, .. } in drift.iter().take(FILES) {
            let verb = match kind {
                DriftKind::Missing | DriftKind::Changed => "written",
                DriftKind::Stale => "deleted",
            };
            writeln!(f, "{verb} {directory}/{path}")?;
        }
        if drift.len() > FILES {
            writeln!(f, "… and {}", count(drift.len() - FILES, "more file"))?;
        }
        let deleted = drift
            .iter()
            .filter(|drift| drift.kind == DriftKind::Stale)
            .count();
        let written = drift.len() - deleted;
        write!(
            f,
            "{directory}: {written} written, {deleted} deleted, {} unchanged",
            files - written
        )?;
        let mut told = drawn_in.iter();
        told.try_for_each(|told| write!(f, "\n\n{told}"))
    }
}

/// How the files on disk differ from the generated ones.
#[derive(Debug)]
pub struct Checked {
    directory: String,
    command: String,
    files: usize,
    drift: Vec<Drift>,
    /// Whether the document is the pinned one, if it has to be.
    pin: Option<Result<(), Failure>>,
}

impl Checked {
    /// Fails if there is a difference.
    ///
    /// # Errors
    ///
    /// If a file differs, or the document is not the pinned one.
    pub fn into_result(self) -> Result<(), Failure> {
        self.pin.transpose()?;
        if self.drift.is_empty() {
            return Ok(());
        }
        let kinds = [
            (DriftKind::Missing, "missing"),
            (DriftKind::Stale, "stale"),
            (DriftKind::Changed, "changed"),
        ];
        let counts: Vec<String> = kinds
            .iter()
            .filter_map(|(kind, name)| {
                let count = self.drift.iter().filter(|d| d.kind == *kind).count();
                (count > 0).then(|| format!("{count} {name}"))
            })
            .collect();
        Err(Failure::new(format!(
            "{} is not up to date: {}",
            self.directory,
            counts.join(", ")
        ))
        .help(format!("run `{}` and commit what it writes", self.command)))
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LINES_OF_A_FILE: usize = 30;
        const LINES_OF_ALL: usize = 120;

        let directory = &self.directory;
        if self.drift.is_empty() {
            return write!(f, "{directory} is current ({})", count(self.files, "file"));
        }
        let mut left = LINES_OF_ALL;
        for (index, Drift { path, kind, diff }) in self.drift.iter().take(FILES).enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            match kind {
                DriftKind::Missing => write!(f, "missing {directory}/{path}")?,
                DriftKind::Stale => write!(f, "stale   {directory}/{path}")?,
                DriftKind::Changed => {
                    write!(f, "changed {directory}/{path}")?;
                    let shown = LINES_OF_A_FILE.min(left);
                    for line in diff.lines().take(shown) {
                        write!(f, "\n    {line}")?;
                    }
                    let lines = diff.lines().count();
                    left -= shown.min(lines);
                    if lines > shown {
                        write!(f, "\n    … and {}", count(lines - shown, "more line"))?;
                    }
                }
            }
        }
        if self.drift.len() > FILES {
            write!(
                f,
                "\n… and {}",
                count(self.drift.len() - FILES, "more file")
            )?;
        }
        Ok(())
    }
}
