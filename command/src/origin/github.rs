//! The upstream document: a file on a branch of a repository on GitHub.

use std::env;
use std::str;

use crate::Failure;
use crate::fetch;
use crate::pin::{Commit, Pin};
use crate::progress::Progress;

/// The base URLs of GitHub.
#[derive(Clone, Debug)]
pub struct GitHub {
    /// The API, which tells the commit of a branch.
    pub api: String,
    /// Raw files.
    pub raw: String,
}

impl Default for GitHub {
    fn default() -> Self {
        Self {
            api: "https://api.github.com".to_owned(),
            raw: "https://raw.githubusercontent.com".to_owned(),
        }
    }
}

impl GitHub {
    /// The newest commit of the pinned branch.
    pub(super) fn newest_commit(&self, pin: &Pin, progress: Progress) -> Result<Commit, Failure> {
        let url = format!(
            "{}/repos/{}/commits/heads/{}",
            self.api, pin.repository, pin.branch
        );
        let authorization = env::var("GITHUB_TOKEN")
            .ok()
            .filter(|token| !token.is_empty())
            .map(|token| format!("Bearer {token}"));
        let mut headers = vec![("Accept", "application/vnd.github.sha")];
        if let Some(authorization) = &authorization {
            headers.push(("Authorization", authorization));
        }
        let answer = fetch::get(&url, &headers, progress).map_err(other_ways)?;
        str::from_utf8(&answer)
            .ok()
            .and_then(|text| text.trim().parse().ok())
            .ok_or_else(|| other_ways(Failure::new(format!("{url} did not answer with a commit"))))
    }

    /// The pinned file at a commit, with its URL.
    pub(super) fn document(
        &self,
        pin: &Pin,
        commit: &Commit,
        progress: Progress,
    ) -> Result<(String, Vec<u8>), Failure> {
        let url = format!("{}/{}/{commit}/{}", self.raw, pin.repository, pin.path);
        let bytes = fetch::get(&url, &[], progress).map_err(other_ways)?;
        Ok((url, bytes))
    }
}

fn other_ways(failure: Failure) -> Failure {
    failure.help(
        "check the network, and the repository, branch and path in spec/pin.toml; or download the \
         document yourself and pass the file: `update --from FILE --commit SHA`",
    )
}
