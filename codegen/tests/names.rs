//! Names stay: what an operation or a type is called, and where it stands, never follows from what else is selected.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use stripe_identity_codegen::{SourceTree, narrow};

use crate::{generated, inputs};

/// The public names of a client: the module, and the function or type in it.
pub(crate) fn names(tree: &SourceTree) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (path, text) in tree.files() {
        let module = path.trim_end_matches(".rs").split('/').next();
        let module = module.filter(|module| !["lib", "webhook"].contains(module));
        for line in text.lines().filter(|_| module.is_some()) {
            let item = ["pub fn ", "pub struct ", "pub enum ", "pub type "]
                .iter()
                .find_map(|keyword| line.strip_prefix(keyword));
            if let Some(item) = item {
                let end = item.find(|c: char| !c.is_alphanumeric() && c != '_');
                let name = &item[..end.unwrap_or(item.len())];
                names.insert(format!("{}::{name}", module.unwrap_or_default()));
            }
        }
    }
    names
}

/// What a document has to select: each path, each pair of paths, and each operation alone.
fn selections(document: &Value) -> Vec<String> {
    let paths = document["paths"].as_object().expect("paths");
    let mut selections = Vec::new();
    for (index, (path, item)) in paths.iter().enumerate() {
        selections.push(format!("paths = [{path:?}]\n"));
        let others = paths.keys().skip(index + 1);
        selections.extend(others.map(|other| format!("paths = [{path:?}, {other:?}]\n")));
        for method in ["get", "post", "put", "delete"] {
            if item.get(method).is_some() {
                let id = format!("{method} {path}");
                selections.push(format!("operations = [{id:?}]\n"));
                selections.push(format!("all = true\nwithout = [{id:?}]\n"));
            }
        }
    }
    selections
}

#[test]
fn each_part_of_a_document_has_the_names_of_the_whole() {
    insta::glob!("golden/*.yaml", |path| {
        // A selection of its own has entries that match nothing in a part.
        if path.with_extension("toml").exists() {
            return;
        }
        let text = fs::read(path).expect("a document");
        let document: Value = serde_yaml::from_slice(&text).expect("YAML");
        let whole = names(&generated(&text, b"all = true"));
        for selection in selections(&document) {
            let tree = generated(&text, selection.as_bytes());
            let own = names(&tree);
            let new: Vec<&String> = own.difference(&whole).collect();
            assert!(new.is_empty(), "{}\n{selection}{new:?}", path.display());
            // What is left of the document says what names follow from.
            let (document, input) = inputs(&text, selection.as_bytes());
            let narrowed = narrow(document, input).expect("a document").openapi_json;
            let again = generated(narrowed.as_bytes(), selection.as_bytes());
            assert!(again == tree, "{}\n{selection}", path.display());
            let (document, input) = inputs(narrowed.as_bytes(), selection.as_bytes());
            let twice = narrow(document, input).expect("a document").openapi_json;
            assert_eq!(twice, narrowed, "{}\n{selection}", path.display());
        }
    });
}

/// A document with `POST /v1/things` and `POST /v1/things/{thing}`, which send options.
fn things(create: &str, update: &str, schemas: &str) -> String {
    let operation = |options: &str| {
        format!(
            r##"{{"requestBody": {{"content": {{"application/x-www-form-urlencoded": {{"schema": {{"type": "object",
            "properties": {{"options": {{"type": "object", "properties": {{{options}}}}}}}}}}}}}}},
            "responses": {{"200": {{"description": "", "content": {{"application/json": {{"schema":
            {{"$ref": "#/components/schemas/thing"}}}}}}}}}}}}"##
        )
    };
    format!(
        r#"{{"openapi": "3.0.0", "info": {{"title": "Things", "version": "2026-09-30.endive"}}, "paths": {{
        "/v1/things": {{"post": {}}}, "/v1/things/{{thing}}": {{"parameters": [{{"in": "path", "name": "thing",
        "required": true, "schema": {{"type": "string"}}}}], "post": {}}}}},
        "components": {{"schemas": {{"thing": {{"type": "object", "properties": {{{schemas}}}}}}}}}}}"#,
        operation(create),
        operation(update),
    )
}

#[test]
fn types_of_one_shape_are_one_type_and_keep_their_names() {
    let depth =
        r#""depth": {"type": "integer"}, "unit": {"type": "string", "enum": ["inch", "mile"]}"#;
    let text = |document: &str| -> String {
        let tree = generated(document.as_bytes(), b"all = true");
        tree.files().map(|(_, text)| text).collect()
    };
    let alike = things(depth, depth, "");
    let apart = things(depth, &depth.replace("mile", "yard"), "");
    let same = "pub type UpdateOptions = CreateOptions;";
    assert!(text(&alike).contains(same) || text(&alike).contains("pub type CreateOptions = "));
    assert!(!text(&apart).contains("pub type "));
    let all = |document: &str| names(&generated(document.as_bytes(), b"all = true"));
    assert_eq!(all(&alike), all(&apart));
}

#[test]
fn a_large_module_is_spread_over_files() {
    let property = |index: usize| {
        let word = ["red", "green"][index % 2];
        let values = format!("[\"a\", \"b{index}\"]");
        format!(r#""{word}_x{index}": {{"type": "string", "enum": {values}}}"#)
    };
    for (types, files) in [(140, 1), (160, 4)] {
        let properties: Vec<String> = (0..types).map(property).collect();
        let document = things("", "", &properties.join(","));
        let tree = generated(document.as_bytes(), b"all = true");
        let paths = tree.files().map(|(path, _)| path);
        let found = paths.filter(|path| path.starts_with("shared")).count();
        assert_eq!(found, files, "{types} types");
        assert!(names(&tree).contains("shared::ThingRedX0"));
    }
}
