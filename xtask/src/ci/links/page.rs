//! A Markdown text: its links and headings.

use std::collections::BTreeMap;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// The links of a page, and their possible targets in it.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The links and images, in order.
    pub(super) links: Vec<Link>,
    /// The anchors of its headings, without `#`.
    pub(super) anchors: Vec<String>,
    /// What cannot be read as a link, with its line, counted from 0.
    pub(super) problems: Vec<(usize, String)>,
}

/// A link or an image.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) target: String,
    /// Counted from 0.
    pub(super) line: usize,
}

impl Page {
    pub(super) fn read(markdown: &str) -> Self {
        let line = |offset: usize| markdown[..offset].matches('\n').count();
        let mut page = Self::default();
        let mut undefined = Vec::new();
        let mut undefined_reference = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            // `[text]` alone is text, or a link of rustdoc's.
            if !matches!(link.link_type, LinkType::Shortcut) {
                undefined.push((
                    line(link.span.start),
                    format!("`[{}]` is not defined", link.reference),
                ));
            }
            None
        };
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let mut heading: Option<String> = None;
        let parser = Parser::new_with_broken_link_callback(
            markdown,
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES,
            Some(&mut undefined_reference),
        );
        for (event, span) in parser.into_offset_iter() {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(Link {
                        target: dest_url.into_string(),
                        line: line(span.start),
                    });
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor(&heading.take().unwrap_or_default());
                    let time = times.entry(anchor.clone()).or_default();
                    page.anchors.push(match *time {
                        0 => anchor,
                        time => format!("{anchor}-{time}"),
                    });
                    *time += 1;
                }
                Event::Html(html) | Event::InlineHtml(html)
                    if html.contains("href=") || html.contains("src=") =>
                {
                    let problem = "a link in HTML is not checked: write it as Markdown";
                    page.problems.push((line(span.start), problem.to_owned()));
                }
                _ => {}
            }
        }
        page.problems.append(&mut undefined);
        page
    }
}

/// The anchor of a heading, as on GitHub and in rustdoc.
fn anchor(heading: &str) -> String {
    heading
        .trim()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .flat_map(char::to_lowercase)
        .collect()
}
