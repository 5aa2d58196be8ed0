//! Cases as data, then properties of any text, then Stripe's documents.

#[path = "../../../tests/support/files.rs"]
mod files;
mod hostile;
mod lints;
mod real;

use super::markdown;
use lints::complaints;

/// Converts, and checks the result as rustdoc and clippy would.
fn lint(description: &str) -> String {
    let converted = markdown(description);
    assert_eq!(
        complaints(&converted),
        [""; 0],
        "in {converted:?} of {description:?}"
    );
    converted
}

#[rustfmt::skip]
const CASES: &[(&str, &str)] = &[
    // paragraphs, line breaks and rules
    ("", ""),
    (" \n \n\t", ""),
    ("<p> </p><ul><li></li></ul><strong></strong><a href='/x'></a>", ""),
    ("  one\nline\r\n\r\nand another  ", "one line\n\nand another"),
    ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.<p>Two\nlines.", "One.\n\nTwo lines."),
    ("One.<br>Two.<br/>Three.  \nFour.\\\nFive.", "One.\\\nTwo.\\\nThree.\\\nFour.\\\nFive."),
    ("One. <br><br>Two.<br>", "One.\n\nTwo."),
    ("a\n\n---\n\nb<hr>c", "a\n\n***\n\nb\n\n***\n\nc"),
    // lists
    ("<p>Any of:</p>\n<ul>\n<li>One</li>\n<li>Two <code>x</code></li></ul>\n<p>After.</p>", "Any of:\n\n- One\n- Two `x`\n\nAfter."),
    ("<ul><li>One<li>Two<ul><li>Inner<br>line</ul>", "- One\n- Two\n\n  - Inner\\\n    line"),
    ("<ol><li>One<p>More</p></li><li>Two</li></ol>", "1. One\n\n   More\n2. Two"),
    ("If one of:\n\n * `a`\n * `b`\n\nElse.", "If one of:\n\n- `a`\n- `b`\n\nElse."),
    ("- one\n\n  two\n\n- three\n  - nested\n    text", "- one\n\n  two\n- three\n\n  - nested text"),
    ("3. three\n4. four", "3. three\n4. four"),
    ("<li>alone</li>", "- alone"),
    ("<p>1. is no list, nor is\n- this, nor\n# this.</p>", "1\\. is no list, nor is - this, nor # this."),
    ("\\- no list\n\n1\\. no list\n\n1986. A year\n\n\\> no quote\n\n\\# no heading", "\\- no list\n\n1\\. no list\n\n1986. A year\n\n\\> no quote\n\n\\# no heading"),
    // code
    ("<p>Cancels a <code>PaymentIntent</code>.</p>", "Cancels a `PaymentIntent`."),
    ("<code>a &lt; b &amp;&amp; c</code>, <code>*.a</code> and <code>*.b</code>, <CODE>__x__</CODE>", "`a < b && c`, `*.a` and `*.b`, `__x__`"),
    ("``a ` b`` and `` ` `` and a lone `", "``a ` b`` and `` ` `` and a lone \\`"),
    ("<code>a</code><code>b</code>c_d", "`a` `b` `c_d`"),
    ("```\nfn main() {}\n```\n\n    let x = 1;", "`fn main() {}`\n\n`let x = 1;`"),
    ("<p>Unclosed <code>code</p>", "Unclosed `code`"),
    // emphasis
    ("<strong>a</strong> <b>b</b> <em>c</em> <i>d</i> **e** __f__ *g* _h_", "**a** **b** *c* *d* **e** **f** *g* *h*"),
    ("<p>a<em> spaced </em>b, <strong>Note:</strong> *x*.</p>", "a *spaced* b, **Note:** \\*x\\*."),
    ("***both***, <b>nested <i>badly</b> here</i> and **[a *link*](/x)**", "*both*, **nested badly** here and **[a link](https://docs.stripe.com/x)**"),
    ("in**side**words and <b>Note:</b>text", "insidewords and Note:text"),
    ("2 * 3 * 4, a*b, ** and ~tilde~", "2 * 3 * 4, a\\*b, \\*\\* and \\~tilde\\~"),
    ("**payment_method** and *PaymentIntent*", "**`payment_method`** and *`PaymentIntent`*"),
    ("<p>Unclosed <strong>bold</p>", "Unclosed **bold**"),
    // other HTML
    ("<h4>A heading</h4><div>Text</div><table><tr><td>1</td><td>2</td></tr></table>", "A heading\n\nText\n\n1\n\n2"),
    ("Some <span class=\"x\">plain</span> text<!-- not this --> here<img src='/x'>.", "Some plain text here."),
    ("<currency>100</currency> and stray</em> ends</x>", "100 and stray ends"),
    ("Basic <api_key>, /v1/files/<id>/contents, <b>Bearer</b> <token>", "Basic `<api_key>`, /v1/files/`<id>`/contents, **Bearer** `<token>`"),
    ("Basic <base64 hash of `api_key:`> and <hash of key>", "Basic \\<base64 hash of `api_key:`> and \\<hash of key\\>"),
    ("a < b and Array<String>, <3, `<p>`", "a < b and Array\\<String\\>, \\<3, `<p>`"),
    ("a &lt; b&nbsp;&amp; &#169; &copy;, \\&copy;, AT&T", "a < b & © ©, \\&copy;, AT&T"),
    ("<p>a &lt;b&gt; &quot;c&quot;&nbsp;&#39;d&#39; &amp;lt;</p>", "a `<b>` \"c\" 'd' \\&lt;"),
    // links
    ("<a href=\"/docs/x\">a</a>, <a href='https://stripe.com/docs/x?a=1&amp;b=2'>b</a>, <a class=x href=/y>c</a>", "[a](https://docs.stripe.com/x), [b](https://docs.stripe.com/x?a=1&b=2), [c](https://docs.stripe.com/y)"),
    ("[a](/docs/x), [b](https://stripe.com/docs), [c](https://stripe.com/docs#z), [d](docs/api/x)", "[a](https://docs.stripe.com/x), [b](https://docs.stripe.com), [c](https://docs.stripe.com/#z), [d](https://docs.stripe.com/api/x)"),
    ("[a](https://stripe.com/pricing), [b](//example.com/b), [c](HTTP://www.stripe.com/docs)", "[a](https://stripe.com/pricing), [b](https://example.com/b), [c](https://docs.stripe.com)"),
    ("<a href=\"#anchor\">that</a>, [this](#this), <a>other</a>, [none](), [x](x) and [mail](mailto:a@b.c)", "that, this, other, none, x and mail"),
    ("[x](javascript:alert(1)), <a href=\"vbscript:z\">z</a> or [w](ftp://w/x)", "x, z or w"),
    ("[PaymentIntent](/a), ![image](/b), [a\nline](/c \"title\"), [x](/a_(b))", "[`PaymentIntent`](https://docs.stripe.com/a), [image](https://docs.stripe.com/b), [a line](https://docs.stripe.com/c), [x](https://docs.stripe.com/a_%28b%29)"),
    ("[https://example.com/x](https://example.com/x) and [see https://example.com](/x)", "<https://example.com/x> and [see `https://example.com`](https://docs.stripe.com/x)"),
    ("!<a href=\"/x\">no image</a>", "\\![no image](https://docs.stripe.com/x)"),
    ("[`a`](/a)`b`[`c`](/c)", "[`a`](https://docs.stripe.com/a) `b` [`c`](https://docs.stripe.com/c)"),
    ("[\"quoted\"](/a), ['quoted'](/b), [Stripe's](/c)", "[“quoted”](https://docs.stripe.com/a), [‘quoted’](https://docs.stripe.com/b), [Stripe's](https://docs.stripe.com/c)"),
    // URLs
    ("See https://stripe.com/docs/api. (HTTPS://EXAMPLE.COM/a_(b)), \"http://localhost:3000\"!", "See <https://docs.stripe.com/api>. (<https://EXAMPLE.COM/a_%28b%29>), \"<http://localhost:3000>\"!"),
    ("http:// and ftp://example.com/x, myapp://to?x=y and file:x", "`http://` and `ftp://example.com/x`, `myapp://to?x=y` and `file:x`"),
    ("<https://example.com/?a=b&copy;=c> and <a@example.com>", "<https://example.com/?a=b&copy%3B=c> and a@example.com"),
    // what rustdoc would take for a link to an item
    ("[redacted], <code>[redacted]</code>, [foo][bar], [x]: y, [ ] and [^1]", "\\[redacted\\], `[redacted]`, \\[foo\\]\\[bar\\], \\[x\\]: y, \\[ \\] and \\[^1\\]"),
    ("expand[]=discounts, settings[reconciliation_mode], created[gt], ([\"card\"])", "`expand[]=discounts`, `settings[reconciliation_mode]`, `created[gt]`, (\\[\"card\"\\])"),
    // names, in what clippy wants in backticks
    ("A PaymentIntent, the PaymentIntent's, PaymentIntents; SetupIntent-based.", "A `PaymentIntent`, the `PaymentIntent`'s, `PaymentIntents`; `SetupIntent`-based."),
    ("default_source; (line_items), \"cash_balance\", foo_bar) baz_", "`default_source`; (`line_items`), \"`cash_balance`\", `foo_bar`) `baz_`"),
    ("JavaScript, Stripe.js, IDs, URLs, PINs, iOS, OAuth, eBay, 3DSecure, IPv4, PayPal", "JavaScript, Stripe.js, IDs, URLs, PINs, iOS, OAuth, eBay, 3DSecure, IPv4, `PayPal`"),
    ("std::fmt::Debug, a::b(), call() and a (b)", "`std::fmt::Debug`, `a::b()`, `call()` and a (b)"),
    ("invoice_settings.default=x, foo_bar@example.com, a-b_1", "`invoice_settings.default=x`, `foo_bar@example.com`, `a-b_1`"),
    // what has no place in a source file
    ("\u{202a}a\u{2066}b\u{feff}c\u{7}d\u{fdd0}e\u{85}f", "abcde f"),
    ("a&#x202e;b&#13;c */ #![deny(x)]", "ab c \\*/ #!\\[deny(x)\\]"),
];

#[test]
fn each_becomes_what_stands_beside_it() {
    for (description, expected) in CASES {
        let converted = lint(description);
        assert_eq!(converted, *expected, "of {description:?}");
        // It means in Markdown what it was made to mean.
        assert_eq!(markdown(&converted), converted, "again, of {description:?}");
    }
}
