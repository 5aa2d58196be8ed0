//! Entries in the changelog of the client.

use stripe_codegen::changelog::{newest_release, with};
use stripe_identity_codegen::Report;
use stripe_identity_codegen::report::{Change, Difference, Item, Side};

fn report(changes: &[(&str, Item, Difference)]) -> Report {
    let changes = changes.iter().map(|(path, item, difference)| Change {
        item: *item,
        difference: difference.clone(),
        path: path.split("::").map(str::to_owned).collect(),
        argument: None,
        new_fields: Vec::new(),
        document: Side::New,
        pointer: "#/info".to_owned(),
    });
    Report::new("things", "1", "2", changes.collect())
}

fn added_and_removed() -> Report {
    report(&[
        ("thing::Thing::size", Item::Field, Difference::Added(None)),
        ("thing::Thing::note", Item::Field, Difference::Removed(None)),
        ("thing::make", Item::Function, Difference::Deprecated),
        ("thing::take", Item::Function, Difference::Documented),
    ])
}

const ENTRIES: &str = "\
### Added

- `thing::Thing::size`: new field

### Changed

- Documentation of 1 item, from API version 2.

### Deprecated

- `thing::make`: now deprecated

### Removed

- `thing::Thing::note`: removed field
";

/// The changelog after a first update since the release.
fn first(before: &str) -> String {
    with(before, &report(&[]), &added_and_removed()).text
}

#[test]
fn sections_come_in_order_and_once() {
    let released = "\n## [0.1.0] - 2026-01-01\n\n### Added\n\n- All.\n";
    let heads = [
        ("# Changelog\n\n## [Unreleased]\n", ""),
        ("# Changelog\n\n## [Unreleased]\n", released),
        ("# Changelog\n", ""),
        ("# Changelog\n", released),
    ];
    for (head, tail) in heads {
        let before = format!("{head}{tail}");
        let after = first(&before);
        let expected = format!("# Changelog\n\n## [Unreleased]\n\n{ENTRIES}{tail}");
        assert_eq!(after, expected, "{before}");
        assert_eq!(first(&after), after);
        let report = added_and_removed();
        assert_eq!(with(&after, &report, &report).text, after);
    }
}

#[test]
fn entries_come_behind_those_that_people_wrote() {
    let before = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\n\
                  ### Removed\n\n### Fixed\n\n- A bug.\n\n## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n";
    let after = first(before);
    assert_eq!(
        after,
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\
         - `thing::Thing::size`: new field\n\n### Changed\n\n\
         - Documentation of 1 item, from API version 2.\n\n### Deprecated\n\n\
         - `thing::make`: now deprecated\n\n### Removed\n\n\
         - `thing::Thing::note`: removed field\n\n### Fixed\n\n- A bug.\n\n\
         ## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n"
    );
    assert_eq!(first(&after), after);
}

#[test]
fn nothing_is_added_for_nothing() {
    let before = "# Changelog";
    assert_eq!(with(before, &report(&[]), &report(&[])).text, before);
}

const SIZE: &str = "thing::Thing::size";

/// What a document added, and a later one took back.
#[test]
fn entries_go_that_no_longer_hold_and_sections_with_them() {
    let empty = "# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\n### Added\n\n- All.\n";
    let earlier = added_and_removed();
    let later = report(&[("thing::Thing::note", Item::Field, Difference::Removed(None))]);
    let after = with(&first(empty), &earlier, &later);
    let expected = "# Changelog\n\n## [Unreleased]\n\n### Removed\n\n- `thing::Thing::note`: removed field\n\n\
                    ## [0.1.0]\n\n### Added\n\n- All.\n";
    assert_eq!(after.text, expected);
    assert_eq!(after.outdated, [""; 0]);
    let nothing = with(&after.text, &later, &report(&[]));
    assert_eq!(nothing.text, empty);
}

#[test]
fn an_item_stands_in_one_section_alone() {
    let empty = "# Changelog\n\n## [Unreleased]\n";
    let added = report(&[(SIZE, Item::Field, Difference::Added(None))]);
    let removed = report(&[(SIZE, Item::Field, Difference::Removed(None))]);
    let first = with(empty, &report(&[]), &added).text;
    let second = with(&first, &added, &removed).text;
    assert!(
        second.contains("### Removed") && !second.contains("### Added"),
        "{second}"
    );
}

#[test]
fn words_that_people_improved_stay() {
    let added = report(&[(SIZE, Item::Field, Difference::Added(None))]);
    let mut reworded = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Things know their `thing::Thing::size`.\n".to_owned();
    let more = report(&[
        (SIZE, Item::Field, Difference::Added(None)),
        ("thing::Thing::note", Item::Field, Difference::Added(None)),
    ]);
    reworded = with(&reworded, &added, &added).text;
    assert!(!reworded.contains("new field"), "{reworded}");
    let after = with(&reworded, &added, &more).text;
    assert!(
        after.contains(
            "- Things know their `thing::Thing::size`.\n- `thing::Thing::note`: new field\n"
        ),
        "{after}"
    );
    // If that no longer holds, it is told.
    let outdated = with(&after, &more, &report(&[])).outdated;
    assert_eq!(outdated, ["- Things know their `thing::Thing::size`."]);
}

#[test]
fn the_newest_release_is_the_first_version_among_the_headings() {
    let cases = [
        ("# Changelog\n\n## [Unreleased]\n", None),
        (
            "## [Unreleased]\n\n## [0.2.0] - 2026-01-01\n\n## [0.1.0]\n",
            Some("0.2.0"),
        ),
        ("## v1.0.0-rc.1 (today)\n", Some("1.0.0-rc.1")),
        ("## 0.1.0\n", Some("0.1.0")),
        ("### [0.1.0]\n## Notes\n", None),
    ];
    for (text, expected) in cases {
        let found = newest_release(text).map(|version| version.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }
}
