//! `spec/pin.toml`: which of Stripe's documents `spec/openapi.json` is from.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::Failure;
use crate::workspace::{OPENAPI_JSON, PIN, Workspace};

/// The content of `spec/pin.toml`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The upstream repository on GitHub, `owner/name`.
    pub repository: String,
    /// The branch that updates follow.
    pub branch: String,
    /// The document's path in the repository.
    pub path: String,
    /// The commit that the document is from, if known.
    pub commit: Option<Commit>,
    /// The document's `info.version`.
    pub api_version: String,
    /// The SHA-256 of the document as downloaded, before it was cut down.
    pub document_sha256: String,
    /// The SHA-256 of `spec/openapi.json`.
    pub openapi_json_sha256: String,
}

impl Pin {
    /// What Stripe publishes, before any of it was read.
    pub(crate) fn unread() -> Self {
        Self {
            repository: "stripe/openapi".to_owned(),
            branch: "master".to_owned(),
            path: "latest/openapi.spec3.json".to_owned(),
            commit: None,
            api_version: String::new(),
            document_sha256: String::new(),
            openapi_json_sha256: String::new(),
        }
    }

    /// Reads the pin of a workspace.
    ///
    /// # Errors
    ///
    /// If it cannot be read or is not valid.
    pub fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let help = format!("restore it with `git checkout -- {PIN}`");
        let pin: Self = workspace
            .read_toml(PIN)
            .map_err(|failure| failure.help(&help))?;
        for (key, value) in [
            ("repository", &pin.repository),
            ("branch", &pin.branch),
            ("path", &pin.path),
        ] {
            if !is_plain_path(value) {
                let message = format!("`{key}` is `{value}`, which cannot be part of a GitHub URL");
                return Err(Failure::new(message).at(PIN).help(help));
            }
        }
        Ok(pin)
    }

    /// Checks `spec/openapi.json` against the pin.
    ///
    /// # Errors
    ///
    /// If it is not the pinned document.
    pub fn check(&self, workspace: &Workspace, openapi_json: &[u8]) -> Result<(), Failure> {
        let remedy = format!(
            "`{} update` writes both files; if {OPENAPI_JSON} was edited by hand, \
             undo that with `git checkout -- {OPENAPI_JSON}`",
            workspace.program()
        );
        let found = sha256(openapi_json);
        if found != self.openapi_json_sha256 {
            return Err(
                Failure::new(format!("{OPENAPI_JSON} is not the file that {PIN} pins"))
                    .at(OPENAPI_JSON)
                    .note(format!("its sha256 is     {found}"))
                    .note(format!("{PIN} says {}", self.openapi_json_sha256))
                    .help(remedy),
            );
        }
        let version = api_version(openapi_json);
        if version.as_ref() != Some(&self.api_version) {
            return Err(Failure::new(format!(
                "{PIN} says API version `{}`, {OPENAPI_JSON} says `{}`",
                self.api_version,
                version.as_deref().unwrap_or("(none)")
            ))
            .at(format!("{OPENAPI_JSON}#/info/version"))
            .help(remedy));
        }
        Ok(())
    }

    /// The file's text; it says which program writes it.
    #[must_use]
    pub fn text(&self, program: &str) -> String {
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut text = String::new();
        let _ = writeln!(
            text,
            "# Which document of Stripe's spec/openapi.json is from. `{program} update` writes this.

# Where updates come from: a file on a branch of a repository on GitHub.
repository = {}
branch = {}
path = {}

# What was read last.",
            quoted(&self.repository),
            quoted(&self.branch),
            quoted(&self.path),
        );
        if let Some(commit) = &self.commit {
            let _ = writeln!(text, "commit = {}", quoted(&commit.0));
        }
        let _ = writeln!(
            text,
            "api_version = {}
# Of the document as it was read, before anything was cut.
document_sha256 = {}
openapi_json_sha256 = {}",
            quoted(&self.api_version),
            quoted(&self.document_sha256),
            quoted(&self.openapi_json_sha256),
        );
        text
    }
}

/// A commit of the upstream repository: forty hexadecimal digits.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(try_from = "String")]
pub struct Commit(String);

impl FromStr for Commit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_hash = text.len() == 40
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash {
            Ok(Self(text.to_owned()))
        } else {
            Err("a commit is given in full: 40 digits of 0-9 and a-f".to_owned())
        }
    }
}

impl TryFrom<String> for Commit {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for Commit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The SHA-256 of some bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn api_version(openapi_json: &[u8]) -> Option<String> {
    let document: serde_json::Value = serde_json::from_slice(openapi_json).ok()?;
    Some(document["info"]["version"].as_str()?.to_owned())
}

fn is_plain_path(text: &str) -> bool {
    text.split('/').all(|part| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
    })
}
