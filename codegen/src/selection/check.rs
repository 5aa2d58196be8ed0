//! What can be wrong with a selection by itself.

use super::{Selection, Table};
use crate::advice::Advice;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::names::{is_module_name, is_type_name, like_module_name, like_type_name};

impl Selection<'_> {
    pub(super) fn check(&self) -> Result<(), Diagnostics> {
        let mut diagnostics: Vec<Diagnostic> = self.crate_table().collect();
        diagnostics.extend(self.what_is_selected());
        diagnostics.extend(self.names());
        diagnostics.extend(self.event_types_that_are_none());
        diagnostics.extend(self.both_public_and_hidden());
        Diagnostics::check(diagnostics)
    }

    fn wrong(&self, line: usize, message: impl Into<String>, advice: Advice) -> Diagnostic {
        Diagnostic::new(self.place(line), message).advise(advice)
    }

    fn what_is_selected(&self) -> Option<Diagnostic> {
        let selects = |table| self.of(table).next().is_some();
        let selects_some = selects(Table::Paths) || selects(Table::Operations);
        if !self.all && !selects_some {
            let advice = Advice::Set {
                key: "all",
                value: "true".to_owned(),
            };
            let diagnostic = self.wrong(1, "the selection selects nothing", advice);
            return Some(diagnostic.help("name `paths` or `operations`, or select everything"));
        }
        let message = "`all = true` stands beside `paths` or `operations`";
        let advice = Advice::Remove("all = true".to_owned());
        let diagnostic = self.wrong(self.lines.all, message, advice);
        (self.all && selects_some)
            .then(|| diagnostic.help("keep one of them: `all` selects every operation already"))
    }

    fn crate_table(&self) -> impl Iterator<Item = Diagnostic> {
        let lines = &self.lines;
        let (name, title) = (&self.crate_.name, &self.crate_.title);
        let guide = self.crate_.guide.as_ref();
        let name = (!is_package_name(name)).then(|| {
            let message = format!("`crate.name` is {name:?}, which is not a package name");
            self.wrong(
                lines.name,
                message,
                Advice::set("crate.name", "stripe-client"),
            )
            .help("use lower-case letters, digits and hyphens")
        });
        let title = (!is_title(title)).then(|| {
            let message = format!("`crate.title` is {title:?}, which cannot be used in text");
            self.wrong(lines.title, message, Advice::set("crate.title", "Stripe"))
                .help("use letters, digits and spaces")
        });
        let guide = guide.filter(|path| !is_markdown_path(path)).map(|guide| {
            let message =
                format!("`crate.guide` is {guide:?}, which is not the path of a Markdown file");
            self.wrong(lines.guide, message, Advice::set("crate.guide", "guide.md"))
                .help("write a path from the folder of the selection")
        });
        name.into_iter().chain(title).chain(guide)
    }

    fn names(&self) -> Vec<Diagnostic> {
        const TYPE: &str = "use UpperCamelCase letters and digits that are no Rust keyword";
        let mut diagnostics = Vec::new();
        for entry in self.of(Table::Rename) {
            if let Some(name) = entry.to.as_ref().filter(|name| !is_type_name(name)) {
                let advice = Advice::Rename {
                    place: entry.value.clone(),
                    name: like_type_name(name),
                };
                let message = format!("{name:?} is not a type name");
                diagnostics.push(self.wrong(entry.line, message, advice).help(TYPE));
            }
        }
        for entry in self.of(Table::Modules) {
            if let Some(name) = entry.to.as_ref().filter(|name| !is_module_name(name)) {
                let advice = Advice::Move {
                    key: entry.value.clone(),
                    module: like_module_name(name),
                };
                let message = format!("{name:?} is not the name of a module");
                let help = "use lower-case letters, digits and underscores; `webhook` is taken";
                diagnostics.push(self.wrong(entry.line, message, advice).help(help));
            }
        }
        if let Some(name) = self.events.as_ref().filter(|name| !is_type_name(name)) {
            let advice = Advice::set("events.name", &like_type_name(name));
            let message = format!("{name:?} is not a type name");
            diagnostics.push(self.wrong(self.lines.events, message, advice).help(TYPE));
        }
        diagnostics
    }

    fn event_types_that_are_none(&self) -> impl Iterator<Item = Diagnostic> {
        // They are shown in documentation.
        let is_none = |wire: &str| !wire.chars().all(|c| c.is_ascii_graphic());
        let types = self.of(Table::EventTypes);
        let wrong = types.filter(move |entry| is_none(&entry.value));
        wrong.map(|entry| {
            let message = format!("{:?} is not an event type", entry.value);
            self.wrong(entry.line, message, Advice::Remove(entry.toml()))
                .help("write visible ASCII characters, as in `charge.succeeded`")
        })
    }

    fn both_public_and_hidden(&self) -> impl Iterator<Item = Diagnostic> {
        let hidden = self.of(Table::Hidden).filter(|entry| {
            self.of(Table::Public)
                .any(|public| public.value == entry.value)
        });
        hidden.map(|entry| {
            let message = format!(
                "`{}` is both in `debug.hidden` and in `debug.public`",
                entry.value
            );
            let advice = Advice::remove("debug.public", &entry.value);
            self.wrong(entry.line, message, advice)
        })
    }
}

fn is_package_name(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_plain)
}

fn is_title(title: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || " '&+,-./:".contains(c);
    title.starts_with(char::is_alphanumeric) && title.chars().all(is_plain)
}

/// Whether a path is one of a Markdown file, in the folder that it is from or below it.
fn is_markdown_path(path: &str) -> bool {
    let is_plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    path.strip_suffix(".md")
        .is_some_and(|stem| stem.split('/').all(is_plain))
}
