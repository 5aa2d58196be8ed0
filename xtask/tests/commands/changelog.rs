//! Entries in the changelog of the client.

use stripe_codegen::changelog::with;
use stripe_identity_codegen::Report;
use stripe_identity_codegen::report::{Change, Difference, Item, Side};

fn report(changes: &[(&str, Item, Difference)]) -> Report {
    let changes = changes.iter().map(|(path, item, difference)| Change {
        item: *item,
        difference: difference.clone(),
        path: path.split("::").map(str::to_owned).collect(),
        argument: None,
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
        let after = with(&before, &added_and_removed());
        let expected = format!("# Changelog\n\n## [Unreleased]\n\n{ENTRIES}{tail}");
        assert_eq!(after, expected, "{before}");
        assert_eq!(with(&after, &added_and_removed()), after);
    }
}

#[test]
fn entries_come_behind_those_that_people_wrote() {
    let before = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\n\
                  ### Removed\n\n### Fixed\n\n- A bug.\n\n## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n";
    let after = with(before, &added_and_removed());
    assert_eq!(
        after,
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand, over\n  two lines.\n\
         - `thing::Thing::size`: new field\n\n### Changed\n\n\
         - Documentation of 1 item, from API version 2.\n\n### Deprecated\n\n\
         - `thing::make`: now deprecated\n\n### Removed\n\n\
         - `thing::Thing::note`: removed field\n\n### Fixed\n\n- A bug.\n\n\
         ## [0.1.0]\n\n### Added\n\n- `thing::Thing::size`: new field\n"
    );
    assert_eq!(with(&after, &added_and_removed()), after);
}

#[test]
fn nothing_is_added_for_nothing() {
    let before = "# Changelog";
    assert_eq!(with(before, &report(&[])), before);
}
