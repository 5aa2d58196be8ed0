//! What a generated client offers, read from its sources alone.

use std::collections::BTreeMap;

use quote::ToTokens;
use stripe_identity_codegen::SourceTree;
use syn::{Fields, FnArg, ImplItem, Item, Pat, ReturnType, Signature, Type, UseTree};

/// A path from the root of the client, such as `customer::CreateCustomer`, or of another crate.
pub(super) type Path = Vec<String>;

/// The name and the type of an argument.
pub(super) type Argument = (String, Type);

/// A function that makes a request.
pub(super) struct Function {
    pub(super) path: Path,
    pub(super) arguments: Vec<Argument>,
    pub(super) scope: Scope,
    pub(super) request: Path,
}

/// What values of a type are made with.
#[derive(Clone, Default)]
pub(super) struct Definition {
    pub(super) scope: Scope,
    /// The arguments of `new`, if there is such a function.
    pub(super) new: Option<Vec<Argument>>,
    /// Methods that take and return the value: their names, and the types of their one argument.
    pub(super) setters: Vec<Argument>,
    /// Whether it is an id, which is checked when it is made.
    pub(super) is_id: bool,
    /// The first value of an enum.
    pub(super) first: Option<String>,
    /// The variants that hold a value.
    pub(super) variants: Vec<(String, Type)>,
    /// The constant `object`.
    pub(super) tag: Option<String>,
    /// The method and the path of a request.
    pub(super) line: Option<String>,
}

/// How the names of a file are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    module: Path,
    imports: BTreeMap<String, Path>,
}

/// The functions and types of a client.
#[derive(Default)]
pub(super) struct Client {
    pub(super) functions: Vec<Function>,
    pub(super) types: BTreeMap<Path, Definition>,
}

impl Client {
    pub(super) fn read(tree: &SourceTree) -> Self {
        let mut client = Self::default();
        // Other names of types.
        let mut aliases = Vec::new();
        for (path, text) in tree.files() {
            let module: Path = path
                .trim_end_matches(".rs")
                .split('/')
                .map(str::to_owned)
                .collect();
            if module == ["lib"] || module == ["webhook"] {
                continue;
            }
            let file = syn::parse_file(text).expect("Rust");
            let mut scope = Scope {
                module,
                imports: BTreeMap::new(),
            };
            for item in &file.items {
                if let Item::Use(item) = item {
                    scope.import(&item.tree, &mut Vec::new());
                }
            }
            for item in &file.items {
                match item {
                    Item::Type(alias) => {
                        let name = scope.public(vec![alias.ident.to_string()]);
                        aliases.push((name, scope.path_of(&alias.ty)));
                    }
                    item => client.item(item, &scope),
                }
            }
        }
        for (alias, type_) in aliases {
            let definition = client.types.get(&type_).expect("a type of the client");
            let definition = definition.clone();
            client.types.insert(alias, definition);
        }
        client
    }

    fn item(&mut self, item: &Item, scope: &Scope) {
        match item {
            Item::Fn(function) => {
                let ReturnType::Type(_, output) = &function.sig.output else {
                    return;
                };
                let name = function.sig.ident.to_string();
                self.functions.push(Function {
                    path: scope.public(vec![name]),
                    arguments: arguments(&function.sig),
                    scope: scope.clone(),
                    request: scope.path_of(output),
                });
            }
            Item::Enum(item) => {
                let definition = self.definition(scope, item.ident.to_string());
                for variant in &item.variants {
                    if let Some(field) = variant.fields.iter().next() {
                        let held = (variant.ident.to_string(), field.ty.clone());
                        definition.variants.push(held);
                    }
                }
            }
            Item::Struct(item) => {
                let definition = self.definition(scope, item.ident.to_string());
                definition.is_id = matches!(item.fields, Fields::Unnamed(_));
            }
            Item::Macro(item) => self.open_enum(&item.mac, scope),
            Item::Impl(item) if item.generics.params.is_empty() => {
                let Type::Path(name) = &*item.self_ty else {
                    return;
                };
                let Some(name) = name.path.get_ident() else {
                    return;
                };
                let trait_ = item
                    .trait_
                    .as_ref()
                    .map(|(path, ..)| path.to_token_stream());
                let trait_ = trait_.map(|path| path.to_string());
                let definition = self.definition(scope, name.to_string());
                match trait_.as_deref() {
                    None => definition.inherent(item),
                    Some("Tagged") => definition.tag = constant(item, "OBJECT"),
                    Some("Operation") => {
                        let method = constant(item, "METHOD").unwrap_or_default();
                        let method = method.rsplit(' ').next().unwrap_or_default().to_owned();
                        let path = constant(item, "PATH").unwrap_or_default();
                        definition.line = Some(format!("{method} {path}"));
                    }
                    Some(_) => {}
                }
            }
            _ => {}
        }
    }

    /// The first value of an open enum: `impl_open_enum! { Name { First: "first", … } }`.
    fn open_enum(&mut self, call: &syn::Macro, scope: &Scope) {
        let mut names = call.path.segments.iter();
        if names.any(|name| name.ident == "impl_open_enum") {
            let table = call.tokens.to_string();
            let name = table.split_whitespace().next().unwrap_or_default();
            let definition = self.definition(scope, name.to_owned());
            definition.first = table.split('"').nth(1).map(str::to_owned);
        }
    }

    fn definition(&mut self, scope: &Scope, name: String) -> &mut Definition {
        let definition = self.types.entry(scope.public(vec![name])).or_default();
        definition.scope = scope.clone();
        definition
    }
}

impl Definition {
    fn inherent(&mut self, item: &syn::ItemImpl) {
        for method in &item.items {
            let ImplItem::Fn(method) = method else {
                continue;
            };
            let name = method.sig.ident.to_string();
            let takes_self = matches!(method.sig.inputs.first(), Some(FnArg::Receiver(_)));
            let mut arguments = arguments(&method.sig);
            match (&*name, takes_self) {
                ("new", false) => self.new = Some(arguments),
                // `expand` takes a path of the response, `expand_raw` any text.
                (_, true) if arguments.len() == 1 && name != "expand" => {
                    self.setters.push((name, arguments.remove(0).1));
                }
                _ => {}
            }
        }
    }
}

/// The arguments, but for `self`.
fn arguments(signature: &Signature) -> Vec<Argument> {
    let typed = signature.inputs.iter().filter_map(|argument| {
        let FnArg::Typed(typed) = argument else {
            return None;
        };
        let Pat::Ident(name) = &*typed.pat else {
            return None;
        };
        Some((name.ident.to_string(), (*typed.ty).clone()))
    });
    typed.collect()
}

/// A constant of an implementation, without quotes.
fn constant(item: &syn::ItemImpl, name: &str) -> Option<String> {
    item.items.iter().find_map(|item| match item {
        ImplItem::Const(constant) if constant.ident == name => {
            let text = constant.expr.to_token_stream().to_string();
            Some(text.trim_matches('"').to_owned())
        }
        _ => None,
    })
}

impl Scope {
    fn import(&mut self, tree: &UseTree, prefix: &mut Path) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.import(&path.tree, prefix);
                prefix.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, prefix);
                }
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                let mut path = prefix.clone();
                path.push(name.clone());
                let path = self.written_here(path);
                self.imports.insert(name, path);
            }
            UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
    }

    /// The public path of what a type names.
    pub(super) fn path_of(&self, type_: &Type) -> Path {
        let Type::Path(path) = type_ else {
            panic!("{} has no path", type_.to_token_stream());
        };
        let segments = path.path.segments.iter();
        let path: Path = segments.map(|segment| segment.ident.to_string()).collect();
        if let [name] = path.as_slice() {
            return self.imports.get(name).cloned().unwrap_or_else(|| {
                let is_known = ["String", "Vec", "Option", "Box", "bool", "i64", "f64"];
                if is_known.contains(&name.as_str()) {
                    path.clone()
                } else {
                    self.public(path.clone())
                }
            });
        }
        self.written_here(path)
    }

    /// A path as it is written in this file.
    fn written_here(&self, path: Path) -> Path {
        let supers = path.iter().take_while(|name| *name == "super").count();
        let own = path.first().is_some_and(|name| name == "self");
        if supers == 0 && !own {
            return path;
        }
        let (mut module, rest) = (self.module.clone(), path.into_iter().skip(supers.max(1)));
        module.truncate(module.len() - supers);
        module.extend(rest);
        published(module)
    }

    /// The public path of an item of this file.
    fn public(&self, item: Path) -> Path {
        published(self.module.iter().cloned().chain(item).collect())
    }
}

/// The files below a module are private: what is in them is the module's.
fn published(mut path: Path) -> Path {
    if path.len() > 2 {
        path.drain(1..path.len() - 1);
    }
    path
}
