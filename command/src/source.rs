//! The source of a document: a file or a URL.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::str::FromStr;

use crate::Failure;
use crate::fetch;
use crate::progress::{Progress, size};

/// Reading and parsing more bytes than this takes noticeable time.
const WORTH_TELLING: usize = 1_000_000;

/// Where a document is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file, relative to the working directory.
    File(PathBuf),
    /// An `https://` URL, or an `http://` one on this machine.
    Url(String),
}

impl Source {
    /// Reads the document.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or the URL does not return a document.
    pub fn read(&self, progress: Progress) -> Result<Vec<u8>, Failure> {
        let bytes = match self {
            Self::Url(url) => {
                return fetch::get(url, &[], progress).map_err(|failure| {
                    failure.help(
                        "check the URL and the network, or download the document \
                         yourself and pass the file: `--from FILE`",
                    )
                });
            }
            Self::File(path) => fs::read(path).map_err(|error| {
                Failure::io("read", path, &error)
                    .help("give the path of an OpenAPI document: `--from FILE`")
            })?,
        };
        if bytes.len() > WORTH_TELLING {
            progress.tell(format_args!("reading {self} ({})", size(bytes.len())));
        }
        Ok(bytes)
    }
}

impl FromStr for Source {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Err("an empty name is neither a file nor a URL".to_owned());
        }
        match text.split_once("://") {
            None => Ok(Self::File(PathBuf::from(text))),
            Some(("https", _)) => Ok(Self::Url(text.to_owned())),
            Some(("http", rest)) if on_this_machine(rest) => Ok(Self::Url(text.to_owned())),
            Some(("http", _)) => Err(
                "http:// would let anyone in the network decide what is generated; use https://"
                    .to_owned(),
            ),
            Some((scheme, _)) => Err(format!(
                "{scheme}:// is not supported; give a file or an https:// URL"
            )),
        }
    }
}

fn on_this_machine(without_scheme: &str) -> bool {
    let authority = without_scheme.split(['/', '?', '#']).next().unwrap_or("");
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => authority.split(':').next().unwrap_or(""),
    };
    matches!(host, "localhost" | "127.0.0.1" | "::1")
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Url(url) => f.write_str(url),
        }
    }
}
