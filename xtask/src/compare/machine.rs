//! The machine's shape: what numbers depend on, and nothing that names it.

use std::fs;
use std::thread;

use crate::Failure;
use crate::cargo::Cargo;

/// Compiler, platform, cores, memory, and how busy the machine was before.
pub(super) fn shape(cargo: &Cargo, load: Option<String>) -> Result<String, Failure> {
    let version = cargo.output(&["version", "--verbose"])?;
    let cores = thread::available_parallelism().map_or(0, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").ok();
    let parts = [
        release(&version).map(|release| format!("Rust {release}")),
        Some(format!(
            "{} {}",
            std::env::consts::ARCH,
            std::env::consts::OS
        )),
        (cores > 0).then(|| format!("{cores} cores")),
        memory.as_deref().and_then(gibibytes),
        load.map(|load| format!("load average at the start {load}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    Ok(parts.join(", "))
}

/// How many programs wanted to run in the last minute, where the system tells.
pub(super) fn load() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next().map(str::to_owned)
}

fn release(version: &str) -> Option<&str> {
    version
        .lines()
        .find_map(|line| line.strip_prefix("release: "))
}

fn gibibytes(memory: &str) -> Option<String> {
    let line = memory.lines().find_map(|l| l.strip_prefix("MemTotal:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(format!("{} GiB of memory", (kibibytes + (1 << 19)) >> 20))
}

#[cfg(test)]
mod tests {
    use super::{gibibytes, release};

    #[test]
    fn the_shape_is_read_from_what_the_system_says() {
        let version = "cargo 1.95.0 (f2d3ce0bd 2026-03-21)\nrelease: 1.95.0\nhost: x\n";
        assert_eq!(release(version), Some("1.95.0"));
        let memory = "MemTotal:       24569504 kB\nMemFree: 1 kB\n";
        assert_eq!(gibibytes(memory).as_deref(), Some("23 GiB of memory"));
        assert_eq!(gibibytes("nothing"), None);
    }
}
