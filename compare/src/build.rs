//! Crates, builds and binary of a program.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context as _, Result};

use crate::cargo::{Cargo, Cost};
use crate::part::Subject;
use crate::table::{Row, Unit};

/// How many times `main.rs` is touched and built; the median counts.
const INCREMENTAL: usize = 3;

pub(crate) fn smallest(cargo: &Cargo, subject: &Subject) -> Result<Vec<Row>> {
    let target = cargo.target(subject.package);
    remove(&target)?;
    let debug = build(cargo, subject, &target, "dev")?;
    let mut builds = Vec::new();
    for _ in 0..INCREMENTAL {
        touch(cargo, subject.package)?;
        builds.push(build(cargo, subject, &target, "dev")?);
    }
    builds.sort_by(|a: &Cost, b| a.cpu.total_cmp(&b.cpu));
    let (release, size) = release(cargo, subject)?;

    let mut rows = vec![crates(cargo, subject)?];
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
    rows.push(size);
    Ok(rows)
}

/// What a program with some features costs.
pub(crate) fn features(cargo: &Cargo, subject: &Subject) -> Result<Vec<Row>> {
    let (build, size) = release(cargo, subject)?;
    let build = Row::new("clean release build", Unit::Seconds, &build.cpu);
    Ok(vec![crates(cargo, subject)?, build, size])
}

/// Builds a program anew; gives what that costs, and the size of the binary.
fn release(cargo: &Cargo, subject: &Subject) -> Result<(Cost, Row)> {
    let target = cargo.target(subject.package);
    remove(&target)?;
    let cost = build(cargo, subject, &target, "release")?;
    let size = fs::metadata(target.join("release").join(subject.package))?.len();
    remove(&target)?;
    let size = Row::new("release binary, stripped", Unit::Bytes, &size);
    Ok((cost, size))
}

fn build(cargo: &Cargo, subject: &Subject, target: &Path, profile: &str) -> Result<Cost> {
    let mut arguments = vec!["build", "--quiet", "--locked", "--offline"];
    let target = format!("--target-dir={}", target.display());
    arguments.extend([&target, "--profile", profile]);
    arguments.extend(chosen(subject));
    cargo.run(&arguments)
}

/// Names a program and its features, if those are not its default ones.
fn chosen(subject: &Subject) -> Vec<&'static str> {
    let mut arguments = vec!["--package", subject.package];
    if !subject.feature.is_empty() {
        arguments.extend(["--no-default-features", "--features", subject.feature]);
    }
    arguments
}

/// The crates that are built for a program, without the program.
fn crates(cargo: &Cargo, subject: &Subject) -> Result<Row> {
    let mut arguments = vec![
        "tree",
        "--edges=normal,build",
        "--prefix=none",
        "--format={p}",
        "--locked",
    ];
    arguments.extend(chosen(subject));
    let tree = cargo.output(&arguments)?;
    let crates: BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty() && !line.starts_with(subject.package))
        .collect();
    Ok(Row::new(
        "crates in the tree, without the program",
        Unit::Count,
        &crates.len(),
    ))
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
