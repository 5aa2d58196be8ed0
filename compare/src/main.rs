//! Measures stripe-identity and async-stripe side by side, and writes `RESULTS.md`:
//!
//! ```sh
//! cargo run --release -- --help
//! ```
#![expect(clippy::print_stdout, reason = "the results are its output")]

mod build;
mod cargo;
mod part;
mod results;
mod table;
mod whole;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Parser;

use cargo::Cargo;
use part::{PARTS, Part, Work};
use table::Table;

/// Measures stripe-identity and async-stripe side by side, and writes RESULTS.md.
///
/// Both are measured in turn, several times, so that other programs on the machine affect both. Each part has a
/// section in RESULTS.md, which is written when the part is done; the other sections stay. Downloads the crates
/// first.
#[derive(Debug, Parser)]
#[command(name = "cargo run --release --", bin_name = "cargo run --release --")]
struct Arguments {
    /// The parts to measure [default: all, `whole` only with --document]
    #[arg(value_name = "PART", value_parser = part::named)]
    parts: Vec<&'static Part>,

    /// List the parts and exit
    #[arg(long)]
    list: bool,

    /// How many times each of the two is measured [default: 1 for features, 3 for builds, 7 for the rest]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    pairs: Option<u16>,

    /// Stripe's whole OpenAPI document (JSON or YAML), from which `whole` generates a client
    #[arg(long, value_name = "FILE")]
    document: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if arguments.list {
        for part in &PARTS {
            println!("{:<10} {}", part.name, part.title);
        }
        return Ok(());
    }
    let cargo = Cargo::new();
    // Not `--locked`: the dependencies of this repository's crates may have changed since the last comparison.
    cargo.run(&["fetch", "--quiet"])?;
    let mut failed = Vec::new();
    for part in chosen(&arguments)? {
        println!("\n==> {}", part.title);
        let load = results::load_average();
        match measure(part, &cargo, &arguments) {
            Ok(table) => results::save(part, &table, load)?,
            Err(error) => {
                println!("error: {error:#}");
                failed.push(part.name);
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!("not measured: {}", failed.join(", "));
}

fn chosen(arguments: &Arguments) -> Result<Vec<&'static Part>> {
    let is_whole = |part: &&Part| matches!(part.work, Work::Whole);
    if arguments.parts.is_empty() {
        let usual = |part: &&Part| !is_whole(part) || arguments.document.is_some();
        return Ok(PARTS.iter().filter(usual).collect());
    }
    if arguments.document.is_none() && arguments.parts.iter().any(is_whole) {
        bail!(
            "`whole` has no document to generate a client from; give Stripe's whole OpenAPI document: \
             `--document FILE`"
        );
    }
    Ok(arguments.parts.clone())
}

/// Measures each subject of the part as many times as asked, in an order that changes from pair to pair.
fn measure(part: &Part, cargo: &Cargo, arguments: &Arguments) -> Result<Table> {
    let pairs = match (part.work, arguments.pairs) {
        // Features take ten clean builds.
        (Work::Program { repeat: false } | Work::Instructions | Work::Whole, _)
        | (Work::Features, None) => 1,
        (_, Some(pairs)) => pairs.into(),
        (Work::Build, None) => 3,
        (Work::Program { repeat: true }, None) => 7,
    };
    let heads = part
        .subjects
        .iter()
        .map(|subject| Ok(subject.head(&cargo.version(subject.library)?)));
    let mut table = Table::new(heads.collect::<Result<_>>()?);
    table.is_transposed = matches!(part.work, Work::Features);
    for pair in 0..pairs {
        let mut order: Vec<usize> = (0..part.subjects.len()).collect();
        if pair % 2 == 1 {
            order.reverse();
        }
        for column in order {
            let subject = &part.subjects[column];
            let rows = match part.work {
                Work::Build => build::smallest(cargo, subject)?,
                Work::Features => build::features(cargo, subject)?,
                Work::Program { .. } => cargo.program(subject, part.name)?,
                Work::Instructions => cargo.instructions(subject)?,
                Work::Whole => whole::check(cargo, subject.package, arguments.document.as_deref())?,
            };
            table.add(column, rows)?;
        }
    }
    Ok(table)
}
