//! A smallest use of each public item of a client, made from its sources alone: neither the document nor the model of
//! the client is known here.

use std::fmt::Write as _;

use quote::ToTokens;
use stripe_identity_codegen::SourceTree;
use syn::{
    Attribute, Fields, FnArg, ImplItem, Item, Pat, ReceiverKind, ReturnType, Signature, UseTree,
    Visibility,
};

/// One use.
pub(super) struct Use {
    /// The Rust path of what is used, from the crate's root.
    pub(super) path: String,
    /// The function whose file defines it.
    pub(super) function: Option<String>,
    /// What the module needs that the use stands in; `CLIENT` stands for the path of the client.
    pub(super) imports: String,
    /// An item called `NAME`.
    pub(super) text: String,
}

/// A use of each public item, but for those in files that another client has word for word.
pub(super) fn uses(tree: &SourceTree, other: &SourceTree) -> Vec<Use> {
    let mut uses = Vec::new();
    let files = tree.files();
    for (path, text) in files.filter(|(path, text)| other.get(path) != Some(text)) {
        let file = syn::parse_file(text).expect("Rust");
        let path = path.trim_end_matches(".rs");
        let (module, function) = match path.split_once('/') {
            Some((module, function)) => (module, Some(format!("{module}::{function}"))),
            None if path == "lib" => ("", None),
            None => (path, None),
        };
        let mut found = File {
            module,
            function,
            imports: String::new(),
            uses: &mut uses,
        };
        found.items(&file.items);
    }
    uses
}

struct File<'a> {
    module: &'a str,
    function: Option<String>,
    imports: String,
    uses: &'a mut Vec<Use>,
}

impl File<'_> {
    fn items(&mut self, items: &[Item]) {
        self.imports = if self.module.is_empty() {
            "use CLIENT::*;".to_owned()
        } else {
            format!("use CLIENT::{}::*;", self.module)
        };
        for item in items {
            if let Item::Use(item) = item
                && is_of_library(&item.tree)
                && !is_conditional(&item.attrs)
            {
                let _ = write!(self.imports, " use {};", item.tree.to_token_stream());
            }
        }
        for item in items {
            self.item(item);
        }
    }

    fn push(&mut self, below: &str, text: &str) {
        let path = if self.module.is_empty() {
            below.to_owned()
        } else {
            format!("{}::{below}", self.module)
        };
        // The file stands in a module of the client, and so do the names that it has from there.
        let text = text
            .replace("super :: super ::", "CLIENT ::")
            .replace("super ::", "CLIENT ::")
            .replace('\n', " ");
        self.uses.push(Use {
            path,
            function: self.function.clone(),
            imports: self.imports.clone(),
            text,
        });
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Const(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                let type_ = item
                    .ty
                    .to_token_stream()
                    .to_string()
                    .replace('&', "&'static ");
                self.push(&name, &format!("pub fn NAME() -> {type_} {{ {name} }}"));
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                let is_path = !item.generics.params.is_empty();
                let arguments = if is_path { "<(), ()>" } else { "" };
                self.type_(&name, arguments, &item.attrs);
                for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                    let field_name = field.ident.as_ref().expect("a name").to_string();
                    let type_ = field.ty.to_token_stream();
                    let text =
                        format!("pub fn NAME(one: &{name}) -> &{type_} {{ &one.{field_name} }}");
                    self.push(&format!("{name}::{field_name}"), &text);
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let name = item.ident.to_string();
                self.type_(&name, "", &item.attrs);
                for variant in &item.variants {
                    let variant_name = variant.ident.to_string();
                    let text = match &variant.fields {
                        Fields::Unit => {
                            format!("pub fn NAME() -> {name} {{ {name}::{variant_name} }}")
                        }
                        fields => {
                            let type_ = fields.iter().next().expect("a field").ty.to_token_stream();
                            format!(
                                "pub fn NAME(value: {type_}) -> {name} {{ {name}::{variant_name}(value) }}"
                            )
                        }
                    };
                    self.push(&format!("{name}::{variant_name}"), &text);
                }
            }
            // Another name of an inline type of the same shape.
            Item::Type(item) if matches!(&*item.ty, syn::Type::Path(of) if of.path.get_ident().is_some()) =>
            {
                self.type_(&item.ident.to_string(), "", &item.attrs);
            }
            Item::Fn(item) if is_public(&item.vis) => {
                let name = item.sig.ident.to_string();
                let called = format!("CLIENT::{}::{name}", self.module);
                let text = call(&item.sig, "", &called);
                self.push(&name, &text);
            }
            Item::Impl(item) if !is_conditional(&item.attrs) => self.implementation(item),
            Item::Macro(item) => self.request(&item.mac),
            _ => {}
        }
    }

    /// The methods that a macro of the runtime gives to a request.
    fn request(&mut self, call: &syn::Macro) {
        let is_list = call
            .path
            .segments
            .iter()
            .any(|one| one.ident == "impl_list_request");
        let tokens = call.tokens.to_string();
        if let Some((name, item)) = tokens.split_once(" , ").filter(|_| is_list) {
            let text = format!(
                "pub fn NAME(one: {name}, client: &stripe_runtime::Client) -> impl Future<Output = Option<Result<{item}, \
                 stripe_runtime::Error>>> {{ let mut pages = one.paginate(client); async move {{ pages.next().await }} }}"
            );
            self.push(&format!("{name}::paginate"), &text);
        }
    }

    /// The steps of a path of what is expanded: that it goes on to the same, and can end there if it could.
    fn expansion(&mut self, item: &syn::ItemImpl, name: &str) {
        const EXPAND: &str = "stripe_runtime::expand";
        let own = format!("{name}<{EXPAND}::Four, {EXPAND}::Part>");
        for method in &item.items {
            let ImplItem::Fn(method) = method else {
                continue;
            };
            let step = method.sig.ident.to_string();
            let output = match &method.sig.output {
                ReturnType::Type(_, type_) => type_.to_token_stream().to_string(),
                ReturnType::Default => String::new(),
            };
            let (type_, end) = output.rsplit_once(',').expect("levels, and an end");
            let levels = [("L :: Next", "Three"), ("L :: Items", "Two")];
            let type_ = levels.iter().fold(type_.to_owned(), |type_, (of, number)| {
                type_.replace(of, &format!("{EXPAND}::{number}"))
            });
            let path = format!("{name}::{step}");
            self.push(
                &path,
                &format!("pub fn NAME(one: {own}) -> {type_}, impl Sized> {{ one.{step}() }}"),
            );
            if end.contains("Whole") {
                self.push(
                    &path,
                    &format!(
                        "pub fn NAME(one: {own}) -> impl {EXPAND}::Expansion {{ one.{step}() }}"
                    ),
                );
            }
        }
    }

    fn type_(&mut self, name: &str, arguments: &str, attributes: &[Attribute]) {
        self.push(name, &format!("pub type NAME = {name}{arguments};"));
        let derives = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("derive"));
        for derive in derives {
            let traits = derive
                .meta
                .require_list()
                .expect("a list")
                .tokens
                .to_string();
            // The others are those of every type of the kind. A value without arguments is made by `new`, too.
            if traits.split(',').any(|derived| derived.trim() == "Default") {
                let text = format!("pub fn NAME() where {name}: Default {{}}");
                self.push(&format!("{name}::new"), &text);
            }
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let name = item.self_ty.to_token_stream().to_string();
        if let Some(name) = name.strip_suffix(" < L , E >") {
            return self.expansion(item, name);
        }
        let Some((trait_, _)) = &item.trait_ else {
            for method in &item.items {
                if let ImplItem::Fn(method) = method
                    && is_public(&method.vis)
                    && !is_conditional(&method.attrs)
                {
                    let method_name = method.sig.ident.to_string();
                    let text = call(&method.sig, &name, &format!("{name}::{method_name}"));
                    // Both send, and give the same.
                    let below = method_name.trim_end_matches("_with_meta");
                    self.push(&format!("{name}::{below}"), &text);
                }
            }
            return;
        };
        let is_plain = item.generics.params.is_empty();
        let bound = trait_.to_token_stream().to_string();
        if !is_plain || bound.contains("Debug") {
            return;
        }
        let types = item.items.iter().filter_map(|item| match item {
            ImplItem::Type(type_) => {
                Some(format!("{} = {}", type_.ident, type_.ty.to_token_stream()))
            }
            _ => None,
        });
        let types: Vec<String> = types.collect();
        let (path, bound) = match types.as_slice() {
            [] => (name.clone(), bound),
            types => (name.clone(), format!("{bound}<{}>", types.join(", "))),
        };
        let path = match bound.split(' ').next().unwrap_or_default() {
            bound if bound.starts_with("Operation") => format!("{path}::send"),
            // One alternative of a union.
            "From" => self.alternative(&name, &bound).unwrap_or(path),
            _ => path,
        };
        let bound = bound.replace('&', "&'static ");
        self.push(&path, &format!("pub fn NAME() where {name}: {bound} {{}}"));
    }

    /// The variant of a union that a conversion makes: the last use of one that holds the same.
    fn alternative(&self, union: &str, bound: &str) -> Option<String> {
        let held = bound.strip_prefix("From < ")?.strip_suffix(" >")?;
        let held = held.replace("& str", "String");
        let made = self.uses.iter().rev().find(|one| {
            one.text
                .contains(&format!("NAME(value: {held}) -> {union} "))
        });
        made.and_then(|one| one.path.strip_prefix(&format!("{}::", self.module)))
            .map(str::to_owned)
    }
}

fn is_of_library(tree: &UseTree) -> bool {
    match tree {
        UseTree::Path(path) => {
            ["std", "serde", "stripe_runtime"].contains(&path.ident.to_string().as_str())
        }
        _ => false,
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_conditional(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg"))
}

/// A function with the same signature, whose body calls it.
fn call(signature: &Signature, own: &str, called: &str) -> String {
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    for (index, argument) in signature.inputs.iter().enumerate() {
        let name = format!("argument_{index}");
        let type_ = match argument {
            FnArg::Receiver(receiver) if matches!(receiver.kind, ReceiverKind::Reference(..)) => {
                format!("&{own}")
            }
            FnArg::Receiver(_) => own.to_owned(),
            FnArg::Typed(typed) => {
                assert!(matches!(*typed.pat, Pat::Ident(_)));
                typed.ty.to_token_stream().to_string()
            }
        };
        parameters.push(format!("{name}: {type_}"));
        arguments.push(name);
    }
    let output = match &signature.output {
        ReturnType::Default => "()".to_owned(),
        ReturnType::Type(_, type_) => type_.to_token_stream().to_string(),
    };
    let replaced = |text: &str| -> String {
        text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .map(|word| match word.strip_prefix("Self") {
                Some(rest) if rest.len() <= 1 => format!("{own}{rest}"),
                _ => word.to_owned(),
            })
            .collect()
    };
    let (parameters, output) = (replaced(&parameters.join(", ")), replaced(&output));
    let arguments = arguments.join(", ");
    let generics = signature.generics.to_token_stream();
    if signature.asyncness.is_some() {
        format!("pub async fn NAME({parameters}) -> {output} {{ {called}({arguments}).await }}")
    } else {
        format!("pub fn NAME{generics}({parameters}) -> {output} {{ {called}({arguments}) }}")
    }
}
