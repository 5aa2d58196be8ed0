//! Crates, builds and binary of a program.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context as _, Result};

use crate::cargo::{Cargo, Cost};
use crate::table::{Row, Unit};

/// How many times `main.rs` is touched and built; the median counts.
const INCREMENTAL: usize = 3;

pub(crate) fn smallest(cargo: &Cargo, package: &str) -> Result<Vec<Row>> {
    let target = cargo.target(package);
    let directory = format!("--target-dir={}", target.display());
    let build = |profile: &str| {
        let arguments = [
            "build",
            "--quiet",
            "--locked",
            "--offline",
            "--package",
            package,
        ];
        cargo.run(&[&arguments[..], &[&directory, "--profile", profile]].concat())
    };
    remove(&target)?;
    let debug = build("dev")?;
    let mut builds = Vec::new();
    for _ in 0..INCREMENTAL {
        touch(cargo, package)?;
        builds.push(build("dev")?);
    }
    builds.sort_by(|a: &Cost, b| a.cpu.total_cmp(&b.cpu));
    remove(&target)?;
    let release = build("release")?;
    let size = fs::metadata(target.join("release").join(package))?.len();
    remove(&target)?;

    let mut rows = vec![Row::new(
        "crates in the tree, without the program",
        Unit::Count,
        &crates(cargo, package)?,
    )];
    let builds = [
        ("clean debug build", debug),
        ("clean release build", release),
        ("incremental debug build", builds[INCREMENTAL / 2]),
    ];
    for (what, Cost { cpu, elapsed }) in builds {
        rows.push(Row::new(what, Unit::Seconds, &cpu));
        rows.push(Row::new(
            format!("{what}, elapsed"),
            Unit::Seconds,
            &elapsed,
        ));
    }
    rows.push(Row::new("release binary, stripped", Unit::Bytes, &size));
    Ok(rows)
}

/// The crates that are built for a program, without the program.
fn crates(cargo: &Cargo, package: &str) -> Result<usize> {
    let tree = cargo.output(&[
        "tree",
        "--package",
        package,
        "--edges=normal,build",
        "--prefix=none",
        "--format={p}",
        "--locked",
    ])?;
    let crates: BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty() && !line.starts_with(package))
        .collect();
    Ok(crates.len())
}

fn remove(directory: &Path) -> Result<()> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", directory.display()))
        }
        _ => Ok(()),
    }
}

fn touch(cargo: &Cargo, package: &str) -> Result<()> {
    let id = cargo.output(&["pkgid", "--package", package])?;
    let directory = id.trim().trim_start_matches("path+file://");
    let directory = directory
        .split_once('#')
        .map_or(directory, |(path, _)| path);
    let main = Path::new(directory).join("src/main.rs");
    File::options()
        .append(true)
        .open(&main)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .with_context(|| format!("cannot touch {}", main.display()))
}
