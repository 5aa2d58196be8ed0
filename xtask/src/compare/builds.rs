//! Crates, builds and binaries of the smallest program: it creates a session and prints
//! its URL.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::Context;
use super::figure::Unit;
use super::subject::{Subject, pairs};
use super::table::{Section, Table};
use super::timed::{self, Cost};
use crate::Failure;

/// A program, and where it stands in `compare/`.
#[derive(Clone, Copy, Debug)]
struct Smallest {
    package: &'static str,
    directory: &'static str,
}

const OURS: Smallest = Smallest {
    package: "smallest-ours",
    directory: "smallest/ours",
};
const THEIRS: Smallest = Smallest {
    package: "smallest-async-stripe",
    directory: "smallest/async_stripe",
};
const THEIRS_NATIVE_TLS: Smallest = Smallest {
    package: "smallest-async-stripe-native-tls",
    directory: "smallest/async_stripe_native_tls",
};

/// Touches of `main.rs` and builds after them, of which the median counts.
const INCREMENTAL: usize = 3;

/// Variables that would change what a build does.
const DISTURBING: [&str; 8] = [
    "CARGO_BUILD_RUSTC_WRAPPER",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_TARGET_DIR",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
];

pub(super) fn build(context: &Context<'_>) -> Result<Section, Failure> {
    let text = "The smallest program that creates a session and prints its URL, each build in a \
        target directory of its own that was empty before, with cargo's profiles; the release \
        profile strips. The crates are downloaded before. The incremental build is a debug \
        build after `main.rs` was touched.";
    compare(context, text, THEIRS, &context.versions.theirs)
}

pub(super) fn native_tls(context: &Context<'_>) -> Result<Section, Failure> {
    let text = "As above; async-stripe with its default features, for which the system has to \
        have OpenSSL and its headers. The binary needs OpenSSL's libraries where it runs, and \
        does not count them.";
    let name = format!("{}, native TLS", context.versions.theirs);
    compare(context, text, THEIRS_NATIVE_TLS, &name)
}

fn compare(
    context: &Context<'_>,
    text: &str,
    theirs: Smallest,
    name: &str,
) -> Result<Section, Failure> {
    let of = |subject| {
        if subject == Subject::Ours {
            OURS
        } else {
            theirs
        }
    };
    let trees = pairs(1, |subject| tree(context, of(subject)))?;
    let found = pairs(context.builds(), |subject| Found::of(context, of(subject)))?;

    let mut table = Table::measured(&context.versions.ours, name);
    table.measure(
        "crates in the tree, without the program",
        Unit::Count,
        &trees,
    );
    let mut row = |what: &str, unit, figure: fn(&Found) -> f64| {
        let figures: Vec<_> = found.iter().map(|(o, t)| (figure(o), figure(t))).collect();
        table.measure(what, unit, &figures);
    };
    row("clean debug build", Unit::Seconds, |f| f.debug.cpu);
    row("clean debug build, elapsed", Unit::Seconds, |f| {
        f.debug.elapsed
    });
    row("clean release build", Unit::Seconds, |f| f.release.cpu);
    row("clean release build, elapsed", Unit::Seconds, |f| {
        f.release.elapsed
    });
    row("incremental debug build", Unit::Seconds, |f| {
        f.incremental.cpu
    });
    row("incremental debug build, elapsed", Unit::Seconds, |f| {
        f.incremental.elapsed
    });
    row("release binary, stripped", Unit::Bytes, |f| f.bytes);
    Ok(Section::new(text, table, context.builds()))
}

/// What was measured of one program.
struct Found {
    debug: Cost,
    release: Cost,
    incremental: Cost,
    bytes: f64,
}

impl Found {
    fn of(context: &Context<'_>, program: Smallest) -> Result<Self, Failure> {
        let target = context.target.join(program.package);
        remove(&target)?;
        let debug = cargo(context, program, &target, &[])?;
        let main = context
            .directory()
            .join(program.directory)
            .join("src/main.rs");
        let mut builds = Vec::new();
        for _ in 0..INCREMENTAL {
            touch(&main)?;
            builds.push(cargo(context, program, &target, &[])?);
        }
        builds.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));

        remove(&target)?;
        let release = cargo(context, program, &target, &["--release"])?;
        let binary = target.join("release").join(program.package);
        let size = fs::metadata(&binary).map_err(|error| Failure::io("read", &binary, &error))?;
        remove(&target)?;
        #[expect(clippy::cast_precision_loss, reason = "no binary is that large")]
        let bytes = size.len() as f64;
        Ok(Self {
            debug,
            release,
            incremental: builds[INCREMENTAL / 2],
            bytes,
        })
    }
}

fn cargo(
    context: &Context<'_>,
    program: Smallest,
    target: &Path,
    more: &[&str],
) -> Result<Cost, Failure> {
    let package = format!("--package={}", program.package);
    let directory = format!("--target-dir={}", target.display());
    let mut arguments = vec![
        "build",
        "--quiet",
        "--locked",
        "--offline",
        &package,
        &directory,
    ];
    arguments.extend(more);
    let cost = timed::run(undisturbed(&mut context.cargo.command(&arguments)))?;
    context.progress.tell(format_args!(
        "{} {}: {:.1} s of processor time, {:.1} s elapsed",
        program.package,
        more.join(" "),
        cost.cpu,
        cost.elapsed
    ));
    Ok(cost)
}

/// The command without what the environment says about builds.
pub(super) fn undisturbed(command: &mut Command) -> &mut Command {
    for variable in DISTURBING {
        command.env_remove(variable);
    }
    command
}

/// Crates that are built for the program, apart from itself.
fn tree(context: &Context<'_>, program: Smallest) -> Result<f64, Failure> {
    let package = format!("--package={}", program.package);
    let arguments = [
        "tree",
        &package,
        "--edges=normal,build",
        "--prefix=none",
        "--locked",
    ];
    let tree = context.cargo.output(&arguments)?;
    // A crate stands in the tree as often as it is depended on: name, version, remarks.
    let crates: BTreeSet<String> = tree
        .lines()
        .map(|line| {
            line.split_whitespace()
                .take(2)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|name| !name.is_empty())
        .collect();
    let others = crates
        .iter()
        .filter(|name| !name.starts_with(program.package));
    Ok(u32::try_from(others.count()).map_or(f64::NAN, f64::from))
}

pub(super) fn remove(directory: &PathBuf) -> Result<(), Failure> {
    match fs::remove_dir_all(directory) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::io("remove", directory, &error))
        }
        _ => Ok(()),
    }
}

fn touch(path: &Path) -> Result<(), Failure> {
    File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .map_err(|error| Failure::io("touch", path, &error))
}
