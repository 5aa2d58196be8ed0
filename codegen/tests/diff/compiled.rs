//! The compiler's word on reports: what is told to break is what no longer compiles, and nothing else is.
//!
//! For each case both clients are generated, and from the sources of the old one a smallest use of each item that
//! is public: each field read, each function and setter called with what its signature allows, each variant made, each
//! implementation asked for. All of them compile with the old client. Those that do not with the new one must be what
//! the report tells as breaking, and all that it tells so must be among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use stripe_identity_codegen::SourceTree;
use stripe_identity_codegen::report::{Change, Difference, Impact, Item, Report};

use super::cases::{self, table::CASES};
use super::documents::REPORTS;
use super::uses::{Use, uses};
use crate::documents::{IDENTITY, NEWEST, WHOLE_NARROWED};
use crate::files::root;
use crate::generated;
use crate::package::write;

/// Two clients, and the report from one to the other.
struct Pair {
    name: String,
    old: SourceTree,
    new: SourceTree,
    report: Report,
}

/// The same pair in both directions.
fn both_ways(name: &str, [old, new]: [SourceTree; 2], [there, back]: [Report; 2]) -> [Pair; 2] {
    let backward = Pair {
        name: format!("{name}, backward"),
        old: new.clone(),
        new: old.clone(),
        report: back,
    };
    let name = name.to_owned();
    let forward = Pair {
        name,
        old,
        new,
        report: there,
    };
    [forward, backward]
}

fn pairs_of_cases() -> impl Iterator<Item = Pair> {
    CASES.iter().flat_map(|case| {
        let (old, new) = (case.before_it(), case.after_it());
        let client = |(document, selection): &(String, String)| {
            generated(document.as_bytes(), selection.as_bytes())
        };
        let report = |old: &(String, String), new: &(String, String)| {
            cases::report((&old.0, &old.1), (&new.0, &new.1))
        };
        let clients = [client(&old), client(&new)];
        both_ways(case.name, clients, [report(&old, &new), report(&new, &old)])
    })
}

fn pairs_of_documents() -> Vec<Pair> {
    let (Some(old), Some(new), Some(reports)) = (&*WHOLE_NARROWED, &*NEWEST, &*REPORTS) else {
        return Vec::new();
    };
    let clients = [old.as_bytes(), new].map(|document| generated(document, IDENTITY));
    both_ways("from 2023 to 2026", clients, reports.clone()).into()
}

#[test]
fn what_is_told_to_break_is_what_no_longer_compiles() {
    let mut pairs = pairs_of_documents();
    pairs.extend(pairs_of_cases());
    let mut package = Package::new();
    let mut all = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let of_old = uses(&pair.old, &pair.new);
        package.client(&pair.old);
        package.client(&pair.new);
        let (old, new) = (package.name(&pair.old), package.name(&pair.new));
        package.uses(&old, of_old.iter().map(|one| (one, None)));
        let first = all.len();
        let numbered = of_old.iter().enumerate();
        package.uses(
            &new,
            numbered.map(|(place, one)| (one, Some(first + place))),
        );
        all.extend(of_old.into_iter().map(|one| (index, one)));
    }
    let failing = package.failing();
    let mut wrong = String::new();
    for (index, pair) in pairs.iter().enumerate() {
        let breaking: Vec<&Change> = pair
            .report
            .changes()
            .iter()
            .filter(|change| change.impact() == Impact::Breaking)
            .collect();
        let mut unexplained: Vec<&Use> = Vec::new();
        let mut explaining = BTreeSet::new();
        let fails = |number: &usize| all[*number].0 == index;
        for one in failing.iter().filter(|number| fails(number)) {
            let one = &all[*one].1;
            let why = breaking
                .iter()
                .enumerate()
                .filter(|(_, change)| explains(change, one));
            let why: Vec<usize> = why.map(|(index, _)| index).collect();
            if why.is_empty() {
                unexplained.push(one);
            }
            explaining.extend(why);
        }
        for one in unexplained {
            let _ = writeln!(wrong, "{}: not told: {} {}", pair.name, one.path, one.text);
        }
        for (index, change) in breaking.iter().enumerate() {
            if !explaining.contains(&index) && is_seen_by_a_compiler(change) {
                let _ = writeln!(
                    wrong,
                    "{}: told, though all compiles: {} {}",
                    pair.name,
                    change.what(),
                    change.sentence()
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whether a use cannot be compiled because of a change.
fn explains(change: &Change, one: &Use) -> bool {
    let what = change.what();
    // What has another name is told by it, and used by the one that it had.
    let what = match &change.difference {
        Difference::Renamed(from) if from.old.contains("::") => from.old.clone(),
        Difference::Renamed(from) => match what.rsplit_once("::") {
            Some((parent, _)) => format!("{parent}::{}", from.old),
            None => what,
        },
        _ => what,
    };
    let is_named = match (&change.difference, what.rsplit_once("::")) {
        (Difference::Renamed(_), Some((_, name))) => {
            let mut words = one.text.split(|c: char| !c.is_ascii_alphanumeric());
            words.any(|word| word == name)
        }
        _ => false,
    };
    let is_below = one.path == what || one.path.starts_with(&format!("{what}::"));
    // A setter of what became an argument is no more.
    let is_setter = change.difference == Difference::BecameArgument
        && change.argument.as_ref().is_some_and(|argument| {
            let of_object = what.strip_suffix("::new").unwrap_or(&what);
            one.path == format!("{of_object}::{argument}")
                || (one.function.as_ref() == Some(&what)
                    && one.path.ends_with(&format!("::{argument}")))
        });
    // With a function goes what only it needs.
    let is_of_function =
        matches!(change.difference, Difference::Removed(_)) && one.function.as_ref() == Some(&what);
    is_below || is_named || is_setter || is_of_function
}

/// Whether a compiler would see a change: not what a function sends, what is at stake where arguments of one type
/// change places, and not what `Cargo.toml` says.
fn is_seen_by_a_compiler(change: &Change) -> bool {
    !matches!(
        change.difference,
        Difference::Reordered(_) | Difference::Rewired(_)
    ) && change.item != Item::Crate
}

/// A crate of many clients, each a module, and a crate of uses, each a line.
///
/// The clients are a crate of their own, so that they are compiled once, and not again with each round of uses.
struct Package {
    directory: PathBuf,
    clients: Vec<SourceTree>,
    /// Each with the number of its use; lines that hold the others together have none, and must compile.
    lines: Vec<(String, Option<usize>)>,
}

impl Package {
    fn new() -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiled-uses");
        let runtime = root().join("runtime").canonicalize();
        let runtime = runtime.expect("the runtime").display().to_string();
        let workspace = "[workspace]\nmembers = [\"clients\", \"uses\"]\nresolver = \"3\"\n\n\
             [profile.dev]\nincremental = false\n";
        let serde = "serde = { version = \"1\", features = [\"derive\"] }";
        let runtime =
            format!("stripe-runtime = {{ path = {runtime:?}, default-features = false }}");
        let package = |name: &str, dependencies: &str| {
            format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\n{serde}\n{runtime}\n{dependencies}\n"
            )
        };
        let features = "\n[features]\ndefault = [\"webhook\"]\nblocking = [\"stripe-runtime/blocking\"]\n\
             webhook = [\"stripe-runtime/webhook\"]";
        let lock = fs::read_to_string(root().join("Cargo.lock")).expect("a lock file");
        for (path, text) in [
            ("Cargo.toml", workspace),
            ("Cargo.lock", &lock),
            ("clients/Cargo.toml", &package("clients", features)),
            (
                "uses/Cargo.toml",
                &package("uses", "clients = { path = \"../clients\" }"),
            ),
        ] {
            write(&directory.join(path), text);
        }
        Self {
            directory,
            clients: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn name(&self, tree: &SourceTree) -> String {
        let place = self.clients.iter().position(|other| other == tree);
        format!("client_{}", place.expect("a client"))
    }

    /// Adds a client, if it is not there already.
    fn client(&mut self, tree: &SourceTree) {
        if self.clients.contains(tree) {
            return;
        }
        self.clients.push(tree.clone());
        let module = self.name(tree);
        let folder = self.directory.join("clients/src").join(&module);
        for (path, text) in tree.files() {
            write(&folder.join(path), text);
        }
    }

    /// Uses of a client; those that have a number may fail.
    fn uses<'a>(&mut self, client: &str, uses: impl Iterator<Item = (&'a Use, Option<usize>)>) {
        let mut imports = None;
        for (one, number) in uses {
            let resolved = |text: &str| text.replace("CLIENT", &format!("clients::{client}"));
            if imports != Some(&one.imports) {
                let end = if imports.is_some() { "}" } else { "" };
                let module = format!("{end} mod uses_{} {{", self.lines.len());
                self.lines.push((module, None));
                self.lines.push((resolved(&one.imports), None));
                imports = Some(&one.imports);
            }
            let name = format!("use_{}", self.lines.len());
            self.lines
                .push((resolved(&one.text).replace("NAME", &name), number));
        }
        self.lines.push(("}".to_owned(), None));
    }

    /// The numbers of those that fail. Where one names what is not there, the compiler looks no further; so those are
    /// taken away, and it looks again.
    fn failing(&self) -> BTreeSet<usize> {
        let mut clients = "#![allow(warnings)]\n".to_owned();
        for (number, _) in self.clients.iter().enumerate() {
            let _ = writeln!(
                clients,
                "#[path = \"client_{number}/lib.rs\"] pub mod client_{number};"
            );
        }
        write(&self.directory.join("clients/src/lib.rs"), &clients);
        let mut removed: BTreeSet<usize> = BTreeSet::new();
        loop {
            let mut text = "#![allow(warnings)]\n".to_owned();
            for (index, (line, _)) in self.lines.iter().enumerate() {
                text.push_str(if removed.contains(&index) { "" } else { line });
                text.push('\n');
            }
            write(&self.directory.join("uses/src/lib.rs"), &text);
            let errors = self.errors();
            if errors.is_empty() {
                let failing = removed.iter().filter_map(|index| self.lines[*index].1);
                return failing.collect();
            }
            for (line, message) in errors {
                let index = line.checked_sub(2).unwrap_or_else(|| panic!("{message}"));
                removed.insert(index);
                let (line, number) = &self.lines[index];
                // A module that is not there takes all with it that is used of it.
                let below = self.lines[index + 1..].iter();
                let of_module = below.take_while(|_| line.starts_with("use ") && number.is_none());
                let of_module = of_module.take_while(|(line, _)| !line.starts_with('}'));
                let gone: Vec<Option<usize>> = of_module.map(|(_, number)| *number).collect();
                removed.extend((index + 1..).take(gone.len()));
                let may_fail =
                    number.is_some() || (!gone.is_empty() && gone.iter().all(Option::is_some));
                assert!(
                    may_fail,
                    "does not compile with its own client: {line}\n{message}"
                );
            }
        }
    }

    /// The errors of the compiler by line.
    fn errors(&self) -> BTreeMap<usize, String> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        let output = cargo
            .args(["check", "--quiet", "--message-format=json"])
            .current_dir(&self.directory)
            .env("CARGO_TARGET_DIR", self.directory.join("target"))
            .output()
            .expect("cargo");
        let mut errors = BTreeMap::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message: Value = serde_json::from_str(line).unwrap_or_default();
            let message = &message["message"];
            if message["level"] != "error" {
                continue;
            }
            let rendered = message["rendered"].as_str().unwrap_or_default();
            let spans = message["spans"].as_array().into_iter().flatten();
            for span in spans.filter(|span| span["is_primary"] == true) {
                let line = match span["file_name"].as_str() {
                    Some("uses/src/lib.rs") => span["line_start"].as_u64(),
                    _ => None,
                };
                let line = line
                    .and_then(|line| usize::try_from(line).ok())
                    .unwrap_or(0);
                errors.insert(line, rendered.to_owned());
            }
        }
        assert!(
            output.status.success() || !errors.is_empty(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        errors
    }
}
