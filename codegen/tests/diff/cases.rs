//! One smallest edit of `base.yaml` for each kind of change, and what is told of it.

pub(super) mod table;

use serde_json::Value;
use stripe_identity_codegen::diff;
use stripe_identity_codegen::report::{Change, Difference, Impact, Report, Side};

use crate::inputs;

const BASE: &str = include_str!("base.yaml");
const SELECTION: &str = "all = true\n";

/// An edit, and what is told of it: `impact what: sentence`.
pub(super) struct Case {
    pub(super) name: &'static str,
    /// Members to set by JSON Pointer; `-` for what is taken away.
    edits: &'static [(&'static str, &'static str)],
    /// What the selection of the old document has beside `all`.
    before: &'static str,
    /// What the selection of the new document has beside `all`.
    selection: &'static str,
    expected: &'static [&'static str],
}

const NOTHING: Case = Case {
    name: "",
    edits: &[],
    before: "",
    selection: "",
    expected: &[],
};

impl Case {
    /// The old document and its selection.
    pub(super) fn before_it(&self) -> (String, String) {
        (BASE.to_owned(), format!("{SELECTION}{}", self.before))
    }

    /// The new document and its selection.
    pub(super) fn after_it(&self) -> (String, String) {
        (edited(self.edits), format!("{SELECTION}{}", self.selection))
    }
}

fn edited(edits: &[(&str, &str)]) -> String {
    let mut document: Value = serde_yaml::from_str(BASE).expect("YAML");
    for (pointer, value) in edits {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = document.pointer_mut(parent).expect(pointer);
        let key = key.replace("~1", "/");
        let value = (*value != "-").then(|| serde_json::from_str(value).expect(value));
        match (parent, value) {
            (Value::Object(members), Some(value)) => {
                members.insert(key, value);
            }
            (Value::Object(members), None) => {
                members.shift_remove(&key).expect(pointer);
            }
            (Value::Array(items), value) => {
                let index: usize = key.parse().expect(pointer);
                if index < items.len() {
                    items.remove(index);
                }
                if let Some(value) = value {
                    items.insert(index, value);
                }
            }
            (other, _) => panic!("{pointer}: {other}"),
        }
    }
    document.to_string()
}

pub(super) fn report(old: (&str, &str), new: (&str, &str)) -> Report {
    diff(
        inputs(old.0.as_bytes(), old.1.as_bytes()),
        inputs(new.0.as_bytes(), new.1.as_bytes()),
    )
    .unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

fn line(change: &Change) -> String {
    let impact = match change.impact() {
        Impact::Breaking => "breaking",
        Impact::Additive => "additive",
        Impact::Documentation => "documentation",
    };
    format!("{impact} {}: {}", change.what(), change.sentence())
}

#[test]
fn each_change_is_told() {
    let mut wrong = Vec::new();
    for case in table::CASES {
        let ((old, before), (new, selection)) = (case.before_it(), case.after_it());
        let forward = report((&old, &before), (&new, &selection));
        let lines: Vec<String> = forward.changes().iter().map(line).collect();
        if lines != case.expected {
            wrong.push(format!("{}\n{}", case.name, lines.join("\n")));
        }
        let backward = report((&new, &selection), (&old, &before));
        let (there, back) = (mirrored(&forward), plain(&backward));
        if there != back {
            wrong.push(format!("{}: {there:#?} and back {back:#?}", case.name));
        }
        for (report, old, new) in [(&forward, &old, &new), (&backward, &new, &old)] {
            places_exist(case.name, report, old, new);
        }
        let same = report((&new, &selection), (&new, &selection));
        assert!(same.is_empty(), "{}: {:?}", case.name, same.changes());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What a report says, without what depends on the direction: names of what has another one now.
fn plain(report: &Report) -> Vec<String> {
    lines(report, |change| {
        (change.difference.clone(), change.document)
    })
}

/// The same of a report that is read backward.
fn mirrored(report: &Report) -> Vec<String> {
    lines(report, |change| {
        let side = match (&change.difference, change.document) {
            (Difference::Added(_) | Difference::Removed(_), Side::New) => Side::Old,
            _ => Side::New,
        };
        (change.difference.reversed(), side)
    })
}

fn lines(report: &Report, of: impl Fn(&Change) -> (Difference, Side)) -> Vec<String> {
    let is_renamed = report
        .changes()
        .iter()
        .any(|change| matches!(change.difference, Difference::Renamed(_)));
    let lines = report.changes().iter().map(|change| {
        let (difference, side) = of(change);
        // What is of another kind now is another item as well.
        let item = match difference {
            Difference::Replaced(_) => String::new(),
            _ => format!("{:?}", change.item),
        };
        let mut line = format!("{item} {difference:?} {side:?}");
        if !is_renamed {
            line = format!("{line} {} {:?}", change.what(), change.argument);
        }
        line
    });
    let mut lines: Vec<String> = lines.collect();
    lines.sort();
    lines
}

/// Each pointer leads to something in its document.
fn places_exist(name: &str, report: &Report, old: &str, new: &str) {
    let read = |text: &str| -> Value { serde_yaml::from_str(text).expect("YAML") };
    let (old, new) = (read(old), read(new));
    for change in report.changes() {
        let document = match change.document {
            Side::Old => &old,
            Side::New => &new,
        };
        let pointer = change.pointer.strip_prefix('#').expect("a pointer");
        assert!(
            document.pointer(pointer).is_some(),
            "{name}: {} leads nowhere",
            change.pointer
        );
    }
}

#[test]
fn the_same_document_changes_nothing() {
    let same = report((BASE, SELECTION), (BASE, SELECTION)).of_version("0.1.0");
    assert!(same.is_empty());
    assert_eq!(same.next_version("0.1.0").as_deref(), Some("0.1.0"));
    assert_eq!(
        same.text(false),
        "stripe-client for API version 2025-01-01 (unchanged): no changes for users\n"
    );
    assert_eq!(same.text(false), same.text(true));
    assert_eq!(
        same.markdown(),
        "**stripe-client for API version 2025-01-01 (unchanged): no changes for users**\n"
    );
    assert!(same.changelog().is_empty());
    let json: Value = serde_json::from_str(&same.json()).expect("JSON");
    assert_eq!(json["bump"], "none");
    assert_eq!(json["next_version"], "0.1.0");
    assert_eq!(json["changes"], Value::Array(Vec::new()));
}

/// One change of each impact: of a field, of a value, and of an argument.
#[test]
fn json() {
    let body =
        "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema";
    let edits = [
        (&*format!("{body}/required"), "-"),
        (
            "/components/schemas/thing/properties/kind/enum/2",
            "\"huge\"",
        ),
        (
            "/components/schemas/part/properties/size/description",
            "\"How large.\"",
        ),
    ];
    let report = report((BASE, SELECTION), (&edited(&edits), SELECTION));
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("changes.json", report.of_version("0.1.0").json());
    });
}

#[test]
fn what_a_document_holds_cannot_break_a_line() {
    let edits = [(
        "/components/schemas/thing/properties/kind/enum",
        "[\"big\", \"small\", \"a`b|c<d>\"]",
    )];
    let new = edited(&edits);
    let report = report((BASE, SELECTION), (&new, SELECTION));
    let rows = report.markdown();
    let row = rows.lines().find(|line| line.starts_with("| additive"));
    assert_eq!(
        row,
        Some(
            "| additive | `thing::ThingKind::ABCD` | new value `a'b\\|c<d>` | new \
             `#/components/schemas/thing/properties/kind/enum/2` |"
        )
    );
}

#[test]
fn a_pull_request_takes_the_longest_report() {
    let properties: Vec<String> = (0..3_000)
        .map(|number| format!("\"property_{number}\": {{\"type\": \"string\"}}"))
        .collect();
    let properties = format!("{{{}}}", properties.join(","));
    let new = edited(&[("/components/schemas/part/properties", &properties)]);
    let report = report((BASE, SELECTION), (&new, SELECTION));
    let text = report.text(false);
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("` and 2988 more "), "{text}");
    let markdown = report.markdown();
    assert!(markdown.len() < 60_000, "{}", markdown.len());
    assert!(markdown.contains("more: `diff --all` shows them"));
    assert_eq!(
        markdown.matches("<details>").count(),
        markdown.matches("</details>").count()
    );
}
