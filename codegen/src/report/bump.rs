//! The version that follows.

use semver::Version;
use serde::Serialize;

/// The part of a version that a release raises, by [Semantic Versioning](https://semver.org).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// No part: there is nothing to release.
    None,
    /// The third number: only the documentation changed.
    Patch,
    /// The second number, or before 1.0 the third: there are additions.
    Minor,
    /// The first number, or before 1.0 the second: code that uses the crate may no longer compile.
    Major,
}

impl Bump {
    /// The version that follows.
    pub(super) fn apply(self, current: &str) -> Option<String> {
        let version = Version::parse(current).ok()?;
        let (major, minor, patch) = (version.major, version.minor, version.patch);
        // Breaking changes raise the first number that is not zero.
        let bump = match (self, major, minor) {
            (Self::None, _, _) => return Some(current.to_owned()),
            (_, 0, 0) | (Self::Minor | Self::Patch, 0, _) => Self::Patch,
            (Self::Major, 0, _) => Self::Minor,
            (bump, _, _) => bump,
        };
        // After a preview comes the version that it previews, if that differs enough.
        let is_preview = !version.pre.is_empty();
        let (major, minor, patch) = match bump {
            Self::Major if is_preview && minor == 0 && patch == 0 => (major, minor, patch),
            Self::Major => (major.checked_add(1)?, 0, 0),
            Self::Minor if is_preview && patch == 0 => (major, minor, patch),
            Self::Minor => (major, minor.checked_add(1)?, 0),
            _ if is_preview => (major, minor, patch),
            _ => (major, minor, patch.checked_add(1)?),
        };
        Some(Version::new(major, minor, patch).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Bump;

    #[test]
    fn versions_that_follow() {
        let cases = [
            ("0.1.0", Bump::Major, Some("0.2.0")),
            ("0.1.0", Bump::Minor, Some("0.1.1")),
            ("0.1.0", Bump::Patch, Some("0.1.1")),
            ("0.1.0", Bump::None, Some("0.1.0")),
            ("0.1.7", Bump::Major, Some("0.2.0")),
            ("0.0.3", Bump::Major, Some("0.0.4")),
            ("0.0.3", Bump::Patch, Some("0.0.4")),
            ("1.2.3", Bump::Major, Some("2.0.0")),
            ("1.2.3", Bump::Minor, Some("1.3.0")),
            ("1.2.3", Bump::Patch, Some("1.2.4")),
            ("1.2.3+build", Bump::Patch, Some("1.2.4")),
            ("0.2.0-alpha.1", Bump::Major, Some("0.2.0")),
            ("0.2.1-alpha.1", Bump::Major, Some("0.3.0")),
            ("0.2.1-alpha.1", Bump::Minor, Some("0.2.1")),
            ("1.0.0-rc.1", Bump::Major, Some("1.0.0")),
            ("1.1.0-rc.1", Bump::Major, Some("2.0.0")),
            ("1.1.0-rc.1", Bump::Minor, Some("1.1.0")),
            ("1.2", Bump::Minor, None),
            ("one", Bump::Minor, None),
            ("18446744073709551615.0.0", Bump::Major, None),
        ];
        for (current, bump, next) in cases {
            assert_eq!(bump.apply(current).as_deref(), next, "{current} {bump:?}");
        }
    }
}
