//! Input that was not written to be read.

use proptest::prelude::*;

use std::time::Instant;

use super::{lint, markdown};

/// What Markdown, HTML and the lints know, to be put together at random.
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

/// What can be repeated until something gives way.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "<", ">", "[", "]", "(", ")", "[](", "![", "[x](<", "](<a", "`", "`` ` ", "*", "**a ", "*a_",
    "_", "~", "\\", "&", "&amp;", "&#xfdd0;", "|", "| a ", "|-\n", "\n", "\n\n", " ", "\t", "> ",
    ">\n", "- ", "- a\n", "1. ", "# ", "```\n", "```", "~~~\n", "<ul>", "<ul><li>", "<ul></ol>",
    "</ul>", "<li>", "<p>", "<p>a", "<b>", "<b><i>", "<b>a<i>b</b>", "<em>a</em>",
    "<strong>a</strong><em>b</em>", "<a href=\"/x\">", "<a href=\"", "<a href='/x'>y</a>",
    "<code>", "<code>a", "</code>", "<code><kbd>", "<pre>", "<pre>a</pre>", "<!--", "<!-->", "-->",
    "<!-- -->", "<x", "<x>", "<x></y>", "<x a=\"", "<x><", "<table>", "<table><tr><td>", "<td>",
    "<tr>a", "<blockquote>", "<blockquote>a</blockquote>", "<br>", "a<br>", "<hr>", "<h2>",
    "<h2>#", "http://", "https://a.b/(", "a:/", "a:", "::", "a_", "a()", "Aa", "[x]: ",
    "[x]: /y\n", "[x]:y\n[x]", "\0", "\u{202e}", "\u{fdd0}0\u{fdd1}", "a\u{300}", "\"'",
    "<https://a", "<a@", "a[", "a[b]", "a]", "\n    a", "  - a\n", "a\n", "a  \n", "a\\\n", "!",
    "<img alt=\"a\">",
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

#[test]
fn much_of_the_same_takes_no_time_to_speak_of() {
    // Enough to make the difference between seconds and hundredths of one.
    let length = if cfg!(debug_assertions) {
        1 << 17
    } else {
        1 << 20
    };
    for unit in UNITS {
        let description = unit.repeat(length / unit.len());
        let start = Instant::now();
        let converted = markdown(&description);
        let time = start.elapsed();
        assert!(time.as_secs() < 2, "{time:?} for {unit:?}");
        assert!(
            converted.len() < 16 * length,
            "{} bytes for {unit:?}",
            converted.len()
        );
    }
}

#[test]
fn depth_is_no_danger() {
    for (open, close) in [
        ("> ", ""),
        ("- ", ""),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", "</blockquote>"),
        ("<b>", "</b>"),
        ("<x>", "</x>"),
        ("*", "*"),
        ("[", "](/x)"),
        ("![", "](/x)"),
        ("(", ")"),
        ("<table><tr><td>", "</td></tr></table>"),
    ] {
        let description = [&open.repeat(10_000), "word", &close.repeat(10_000)].concat();
        let converted = lint(&description);
        assert!(converted.contains("word"), "{open:?}");
    }
}
