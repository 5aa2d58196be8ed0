//! The workspace builds with the minimum version of Rust.

use std::process::{Command, Stdio};

use crate::Failure;
use crate::cargo::Cargo;

pub(super) fn check(cargo: &Cargo) -> Result<(), Failure> {
    let package = cargo.package("stripe-identity")?;
    let Some(version) = package["rust_version"].as_str() else {
        return Err(Failure::new("stripe-identity has no rust-version").at("generated/Cargo.toml"));
    };
    let installed = Command::new("rustup")
        .args(["run", version, "rustc", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !installed {
        return Err(
            Failure::new(format!("Rust {version} is not installed")).help(format!(
                "install it: `rustup toolchain install {version} --profile minimal`"
            )),
        );
    }
    cargo
        .of_toolchain(version)
        .run(&["check", "--workspace", "--all-features", "--locked"])
}
