//! The published crates keep what their versions promise, by cargo-semver-checks.

use stripe_codegen::update::Released;

use super::Context;
use crate::Failure;
use crate::members::PUBLISHED;

pub(super) fn check(context: &Context<'_>) -> Result<Option<String>, Failure> {
    if context.cargo.said(&["semver-checks", "--version"])?.1 {
        let Some(released) = Released::find(context.workspace)? else {
            return Ok(Some("nothing was released".to_owned()));
        };
        let revision = format!("--baseline-rev=stripe-identity-v{}", released.version);
        for name in PUBLISHED {
            context
                .cargo
                .run(&["semver-checks", &revision, &format!("--package={name}")])?;
        }
        return Ok(None);
    }
    Ok(Some("cargo-semver-checks (not installed)".to_owned()))
}
