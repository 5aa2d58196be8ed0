//! `RESULTS.md`: a text that is written by hand, and a section for each part.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::process::Command;
use std::thread;

use anyhow::{Context as _, Result};

use crate::part::{PARTS, Part};
use crate::table::Table;

/// Replaces the section of a part, or adds it in its place; the others stay.
pub(crate) fn save(part: &Part, table: &Table, load: Option<String>) -> Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md");
    let section = section(part, table, load)?;
    println!("{section}");
    let old = fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    // Written beside it and renamed, so that it is never half there.
    let beside = format!("{path}.new");
    fs::write(&beside, with_section(&old, part, &section))
        .and_then(|()| fs::rename(&beside, path))
        .with_context(|| format!("cannot write {path}"))
}

fn with_section(text: &str, part: &Part, section: &str) -> String {
    let mut parts = text.split("\n## ");
    let mut new = parts.next().unwrap_or_default().trim_end().to_owned();
    let old: Vec<&str> = parts.collect();
    for Part { title, .. } in &PARTS {
        let known = old
            .iter()
            .find_map(|old| old.strip_prefix(title)?.strip_prefix('\n'));
        let body = if *title == part.title {
            Some(section)
        } else {
            known
        };
        if let Some(body) = body {
            new.extend(["\n\n## ", title, "\n\n", body.trim()]);
        }
    }
    new + "\n"
}

fn section(part: &Part, table: &Table, load: Option<String>) -> Result<String> {
    let pairs = match table.pairs() {
        1 => String::new(),
        pairs => format!("; medians of {pairs} pairs"),
    };
    Ok(format!(
        "{}\n\n{}\n{}{pairs}.",
        part.text,
        table.markdown()?,
        machine(load)
    ))
}

/// Compiler, platform, cores, memory, and how busy the machine was before.
fn machine(load: Option<String>) -> String {
    let rust = Command::new("rustc").arg("--version").output().ok();
    let rust = rust.and_then(|output| String::from_utf8(output.stdout).ok());
    let rust = rust
        .as_deref()
        .and_then(|version| version.split_whitespace().nth(1));
    let memory = fs::read_to_string("/proc/meminfo").ok();
    let kibibytes = memory.as_deref().and_then(|memory| {
        let line = memory
            .lines()
            .find_map(|line| line.strip_prefix("MemTotal:"))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    });
    let parts = [
        rust.map(|rust| format!("Rust {rust}")),
        Some(format!("{ARCH} {OS}")),
        thread::available_parallelism()
            .ok()
            .map(|cores| format!("{cores} cores")),
        kibibytes.map(|size| format!("{} GiB of memory", (size + (1 << 19)) >> 20)),
        load.map(|load| format!("load average at the start {load}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How many programs wanted to run in the last minute, where the system tells.
pub(crate) fn load_average() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next().map(str::to_owned)
}
