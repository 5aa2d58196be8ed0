//! A generator whose documents say what comes out.
//!
//! A document is JSON such as `{"info": {"version": "1"}, "files": {"lib.rs": "text"}}`;
//! `"cut"` is what narrowing leaves out. The selection is not read. A file that comes or goes is a function that does.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use stripe_codegen::Generator;
use stripe_identity_codegen::report::{Change, Difference, Item, Side};
use stripe_identity_codegen::{
    Diagnostic, Diagnostics, DrawnIn, Input, Narrowed, Report, SourceTree,
};

#[derive(Debug)]
pub(crate) struct Fake;

impl Generator for Fake {
    fn generate(
        &self,
        document: Input<'_>,
        _selection: Input<'_>,
        _guide: Option<&str>,
    ) -> Result<SourceTree, Diagnostics> {
        let fields = read(document)?;
        let files = fields.get("files").and_then(Value::as_object);
        let files = files.ok_or_else(|| refuse(document, "no `files`"))?;
        Ok(files
            .iter()
            .map(|(path, text)| {
                let text = text.as_str().unwrap_or_default();
                (path.clone(), format!("// @generated\n{text}\n"))
            })
            .collect())
    }

    fn drawn_in(&self, _: Input<'_>, _: Input<'_>, _: &SourceTree) -> Option<DrawnIn> {
        None
    }

    fn guide(&self, _selection: Input<'_>) -> Result<Option<String>, Diagnostics> {
        Ok(None)
    }

    fn narrow(&self, document: Input<'_>, _selection: Input<'_>) -> Result<Narrowed, Diagnostics> {
        let mut fields = read(document)?;
        fields.remove("cut");
        let version = fields.get("info").and_then(|info| info["version"].as_str());
        let api_version = version
            .ok_or_else(|| refuse(document, "no `info.version`"))?
            .to_owned();
        Ok(Narrowed {
            openapi_json: format!("{:#}\n", Value::Object(fields)),
            api_version,
        })
    }

    fn diff(
        &self,
        old: (Input<'_>, Input<'_>),
        new: (Input<'_>, Input<'_>),
    ) -> Result<Report, Diagnostics> {
        let (old, new) = (read(old.0)?, read(new.0)?);
        let version = |document: &Map<String, Value>| {
            let version = document
                .get("info")
                .and_then(|info| info["version"].as_str());
            version.unwrap_or_default().to_owned()
        };
        let files = |document: &Map<String, Value>| {
            let files = document.get("files").and_then(Value::as_object);
            let names = files.into_iter().flatten().map(|(name, _)| name.clone());
            names.collect::<BTreeSet<String>>()
        };
        let change = |name: &String, difference, document| Change {
            item: Item::Function,
            difference,
            path: vec!["files".to_owned(), name.clone()],
            argument: None,
            new_fields: Vec::new(),
            document,
            pointer: format!("#/files/{}", name.replace('/', "~1")),
        };
        let (before, after) = (files(&old), files(&new));
        let added = after
            .difference(&before)
            .map(|name| change(name, Difference::Added(None), Side::New));
        let removed = before
            .difference(&after)
            .map(|name| change(name, Difference::Removed(None), Side::Old));
        Ok(Report::new(
            "fake",
            version(&old),
            version(&new),
            added.chain(removed).collect(),
        ))
    }
}

fn read(document: Input<'_>) -> Result<Map<String, Value>, Diagnostics> {
    match serde_json::from_slice(document.bytes) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(refuse(document, "not an object")),
        Err(error) => Err(refuse(document, &error.to_string())),
    }
}

fn refuse(document: Input<'_>, message: &str) -> Diagnostics {
    Diagnostic::new(document.name, message)
        .help("give another document")
        .into()
}
