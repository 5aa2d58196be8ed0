//! What others can rely on: the documented items at the root of the crate.

use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, ExprLit, Item, Lit, Meta, UseTree, Visibility};

/// The functions, each with an example, and what they take and return.
const FUNCTIONS: [&str; 4] = ["diff", "generate", "guide", "narrow"];
const OTHERS: [&str; 10] = [
    "Diagnostic",
    "Diagnostics",
    "Drift",
    "DriftKind",
    "GENERATED_MARK",
    "Input",
    "Narrowed",
    "RUNTIME",
    "Report",
    "SourceTree",
];

/// The names that an item at the root makes public, and its attributes.
fn public(item: &Item) -> (Vec<String>, &[Attribute]) {
    let (visibility, names, attributes) = match item {
        Item::Const(item) => (&item.vis, vec![item.ident.to_string()], &item.attrs),
        Item::Fn(item) => (&item.vis, vec![item.sig.ident.to_string()], &item.attrs),
        Item::Struct(item) => (&item.vis, vec![item.ident.to_string()], &item.attrs),
        Item::Mod(item) => (&item.vis, vec![item.ident.to_string()], &item.attrs),
        Item::Use(item) => (&item.vis, used(&item.tree), &item.attrs),
        _ => panic!("what does this make public?"),
    };
    let is_public = matches!(visibility, Visibility::Public(_));
    (if is_public { names } else { Vec::new() }, attributes)
}

fn used(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(path) => used(&path.tree),
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Group(group) => group.items.iter().flat_map(used).collect(),
        _ => panic!("what does this make public?"),
    }
}

/// The documentation, and whether there is none because the item is hidden.
fn documentation(attributes: &[Attribute]) -> (String, bool) {
    let mut text = String::new();
    let mut is_hidden = false;
    for attribute in attributes.iter().filter(|it| it.path().is_ident("doc")) {
        match &attribute.meta {
            Meta::NameValue(line) => {
                if let Expr::Lit(ExprLit {
                    lit: Lit::Str(line),
                    ..
                }) = &line.value
                {
                    text.push_str(&line.value());
                }
            }
            _ => is_hidden = true,
        }
    }
    (text, is_hidden)
}

#[test]
fn the_surface_is_small_and_its_functions_have_examples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let root = syn::parse_file(&fs::read_to_string(root).expect("a file")).expect("Rust");
    let mut surface = Vec::new();
    for item in &root.items {
        let (names, attributes) = public(item);
        let (text, is_hidden) = documentation(attributes);
        if is_hidden {
            continue;
        }
        for name in &names {
            let has_example = text.contains("```");
            assert!(has_example || !FUNCTIONS.contains(&name.as_str()), "{name}");
        }
        surface.extend(names);
    }
    surface.sort_by_key(|name| name.to_lowercase());
    let mut expected = [&FUNCTIONS[..], &OTHERS].concat();
    expected.sort_by_key(|name| name.to_lowercase());
    assert_eq!(surface, expected);
}
