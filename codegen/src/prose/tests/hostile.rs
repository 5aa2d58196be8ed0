//! Text that nobody wrote to be read.

use proptest::prelude::*;

use super::lint;

/// What means something to Markdown, HTML or the lints, to be put together at random.
#[rustfmt::skip]
const FRAGMENTS: &[&str] = &[
    " ", " ", " ", "\n", "\n\n", "    ", "\t", "\r\n", "a", "b", "1", "word", "Word",
    "PaymentIntent", "PaymentIntents", "GitHub", "file_upload", "_", "__", "*", "**", "***", "`",
    "``", "```", "~", "~~~", "<", ">", "> ", "- ", "* ", "+ ", "1. ", "2) ", "# ", "## ", "#",
    "---", "===", "|", "| a | b |\n| - | - |\n| c | d |\n", "[", "]", "(", ")", "[x]", "[ ] ",
    "[^1]", "[x]: /y", "](", "](/docs/x)", "](https://x.y)", "](<a b>)", "![", "!", "\\", "\"",
    "'", "’", "&", "&amp;", "&lt;", "&#10;", "&#x202e;", "&nbsp;", ";", ":", "::", "::x", "()",
    ".", ",", "/", "-", "=", "https://stripe.com/docs/api", "http://", "ftp://x", "file:x",
    "a@b.c", "mailto:a@b", "<https://x.y/z>", "<a@b.c>", "<p>", "</p>", "<br>", "<br/>", "<ul>",
    "</ul>", "<ol>", "<li>", "</li>", "<code>", "</code>", "<pre>", "</pre>", "<b>", "</b>",
    "<em>", "</em>", "<strong>", "</strong>", "<a href=\"/docs/x\">", "<a href='#y'>", "<a>",
    "</a>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<table>", "<tr>", "<td>", "</td>",
    "</table>", "<hr>", "<!--", "-->", "<api_key>", "<x>", "</x>", "<y z>", "<img alt=\"i\">",
    "</", "*/", "/*", "\"]", "#![x]", "{", "}", "$", "^", "\u{202e}", "\u{fdd0}0\u{fdd1}", "\0",
    "é", "支", "€", "🦀",
];

fn fragments() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(FRAGMENTS), 0..24).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn fragments_trip_no_lint(description in fragments()) {
        lint(&description);
    }

    #[test]
    fn characters_trip_no_lint(description in "[ -~\n]{0,60}") {
        lint(&description);
    }

    #[test]
    fn anything_trips_no_lint(description in any::<String>()) {
        lint(&description);
    }
}

/// Colons, quotes and brackets that clippy reads in its own way.
#[test]
fn punctuation_trips_no_lint() {
    for description in [
        ":()PaymentIntent",
        ":()file_upload",
        "](/docs/x)():PaymentIntent",
        "5_::%B",
        "_0$::;x",
        "<a href=\"/docs/x\">`\"",
    ] {
        lint(description);
    }
}

#[test]
fn repetition_trips_no_lint_and_stays_in_proportion() {
    const LENGTH: usize = 1 << 14;
    for unit in FRAGMENTS {
        let converted = lint(&unit.repeat(LENGTH / unit.len()));
        assert!(
            converted.len() < 16 * LENGTH,
            "{} bytes for {unit:?}",
            converted.len()
        );
    }
}

#[test]
fn depth_loses_no_word() {
    for (open, close) in [
        ("> ", ""),
        ("- ", ""),
        ("<ul><li>", "</li></ul>"),
        ("<b>", "</b>"),
        ("<x>", "</x>"),
        ("*", "*"),
        ("[", "](/x)"),
        ("(", ")"),
    ] {
        let description = [&open.repeat(10_000), "word", &close.repeat(10_000)].concat();
        assert!(lint(&description).contains("word"), "{open:?}");
    }
}
