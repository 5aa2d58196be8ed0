//! What the compiler says of a path that Stripe does not expand: that it does not compile, where it points, and in
//! which words.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::files::root;
use crate::generated;
use crate::package::write;

/// A call, of which the compiler points at the part between `»` and `«`, and what it says.
const REFUSED: [(&str, &str); 11] = [
    (
        "book::retrieve(\"b_1\").expand(|book| book.»borower«())",
        "no method named `borower` found; there is a method `borrower` with a similar name",
    ),
    (
        "book::retrieve(\"b_1\").expand(|book| book.maker().latest().»mood«())",
        "no method named `mood` found",
    ),
    // A map leads nowhere.
    (
        "book::retrieve(\"b_1\").expand(|book| book.»notes«())",
        "no method named `notes` found",
    ),
    // What differs between alternatives can be expanded, and not gone into.
    (
        "book::retrieve(\"b_1\").expand(|book| book.maker().contact().»loans«())",
        "no method named `loans` found",
    ),
    // `data` is added.
    (
        "reader::list().expand(|reader| reader.»data«().loans())",
        "no method named `data` found",
    ),
    (
        "reader::list().»expand«(|reader| reader.details())",
        "Stripe does not expand this property by itself: add one of its properties to the path",
    ),
    (
        "book::retrieve(\"b_1\").»expand«(|book| book)",
        "Stripe does not expand this property by itself: add one of its properties to the path",
    ),
    (
        "book::retrieve(\"b_1\").expand(|book| book.contributors().latest().maker().latest().»borrower«())",
        "Stripe expands at most four levels: this is one level too deep",
    ),
    // The items of both lists are levels.
    (
        "reader::list().expand(|reader| reader.loans().»borrower«())",
        "",
    ),
    (
        "reader::list().expand(|reader| reader.loans().borrower().»loans«())",
        "Stripe expands at most four levels: this is one level too deep",
    ),
    (
        "book::retrieve(\"b_1\").»expand«(|reader: reader::ReaderExpansion<_, _>| reader.loans())",
        "type mismatch in closure arguments",
    ),
];

#[test]
fn the_compiler_points_at_what_is_not_expanded() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiled-expansions");
    let client = generated(
        include_bytes!("golden/library.yaml"),
        include_bytes!("golden/library.toml"),
    );
    for (path, text) in client.files() {
        write(&directory.join("src/client").join(path), text);
    }
    let mut program =
        "#![allow(warnings)]\n#[path = \"client/lib.rs\"] pub mod client;\nuse client::*;\n"
            .to_owned();
    let first = program.lines().count() + 1;
    for (number, (call, _)) in REFUSED.iter().enumerate() {
        let call = call.replace(['»', '«'], "");
        let _ = writeln!(program, "fn call_{number}() {{ {call}; }}");
    }
    let runtime = root().join("runtime").canonicalize().expect("the runtime");
    write(&directory.join("src/lib.rs"), &program);
    write(&directory.join("Cargo.toml"), &manifest(&runtime));
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("a lock file");
    write(&directory.join("Cargo.lock"), &lock);
    let errors = errors(&directory);
    for (number, (call, expected)) in REFUSED.iter().enumerate() {
        let line = format!("fn call_{number}() {{ {call}; }}");
        let start = line.chars().position(|c| c == '»').expect("a start") + 1;
        let end = line.chars().position(|c| c == '«').expect("an end");
        let found = errors
            .iter()
            .find(|error| error.line == first + number && (error.start, error.end) == (start, end));
        let text = found.map_or("", |error| &error.text);
        let is_said = match expected.split_once("; ") {
            Some((message, help)) => text.contains(message) && text.contains(help),
            None if expected.is_empty() => found.is_none(),
            None => text.contains(expected),
        };
        assert!(
            is_said,
            "{call}\nexpected: {expected}\nfound: {text}\n{errors:#?}"
        );
    }
}

fn manifest(runtime: &Path) -> String {
    let runtime = toml::Value::from(runtime.to_string_lossy().as_ref());
    format!(
        "[package]\nname = \"expansions\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         stripe-runtime = {{ path = {runtime}, default-features = false, features = [\"webhook\"] }}\n\n\
         [features]\nblocking = []\n\n[profile.dev]\nincremental = false\n\n[workspace]\n"
    )
}

/// An error of the compiler: where it points, and its message, label and help.
#[derive(Debug)]
struct Pointed {
    line: usize,
    start: usize,
    end: usize,
    text: String,
}

fn errors(directory: &Path) -> Vec<Pointed> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let output = cargo
        .args(["check", "--quiet", "--message-format=json"])
        .current_dir(directory)
        // What both need of the runtime is built once.
        .env(
            "CARGO_TARGET_DIR",
            directory.with_file_name("compiled-uses").join("target"),
        )
        .output()
        .expect("cargo");
    let number = |value: &Value| {
        let number = value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok());
        number.unwrap_or_default()
    };
    let mut errors = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).unwrap_or_default();
        let message = &message["message"];
        let spans = message["spans"].as_array().into_iter().flatten();
        for span in spans.filter(|span| span["is_primary"] == true) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let helps = message["children"].as_array().into_iter().flatten();
            let helps: Vec<String> = helps.map(|help| text(&help["message"])).collect();
            errors.push(Pointed {
                line: number(&span["line_start"]),
                start: number(&span["column_start"]),
                end: number(&span["column_end"]),
                text: format!(
                    "{}: {}; {}",
                    text(&message["message"]),
                    text(&span["label"]),
                    helps.join("; ")
                ),
            });
        }
    }
    assert!(
        !errors.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    errors
}
