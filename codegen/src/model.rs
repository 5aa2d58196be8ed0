//! The client, decided: names, types, nullability, openness, boxing, documentation.
//!
//! Lowering makes it, rendering writes it down; neither OpenAPI nor tokens are known here. What can change from one
//! document to the next keeps its place in the document, for the report of what changed; rendering ignores it.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::{SnakeName, TypeName, VariantName};
use crate::pointer::Pointer;

/// A whole client.
#[derive(Clone, Debug)]
pub(crate) struct Api {
    /// The package's name, as examples import it.
    pub(crate) package: String,
    /// What the product is called in prose.
    pub(crate) title: String,
    /// The version of Stripe's API.
    pub(crate) version: String,
    /// Sorted by name.
    pub(crate) modules: Vec<Module>,
    /// The webhook events that have types.
    pub(crate) events: Option<EventEnum>,
    /// The types without an id of their own, or with one that may be missing, of which lists go on behind one of them.
    pub(crate) list_items: BTreeSet<TypePath>,
    /// When nothing more happens to a resource, by its type.
    pub(crate) outcomes: BTreeMap<TypePath, Outcome>,
    /// The types that are the same as another of their module, by which they are written down.
    pub(crate) aliases: BTreeMap<TypePath, TypePath>,
}

/// The statuses of a resource after which nothing more happens, unless somebody acts.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// The field of the status, and the enum that it has.
    pub(crate) field: SnakeName,
    pub(crate) type_: TypePath,
    pub(crate) statuses: Vec<OutcomeStatus>,
}

#[derive(Clone, Debug)]
pub(crate) struct OutcomeStatus {
    pub(crate) variant: VariantName,
    /// An optional field that has to be there as well.
    pub(crate) condition: Option<SnakeName>,
    /// In words: `requires_input` with a `last_error`.
    pub(crate) text: String,
}

impl Api {
    /// Every type with its path, and the operation whose parameters need it.
    pub(crate) fn types(
        &self,
    ) -> impl Iterator<Item = (TypePath, &TypeDefinition, Option<&Operation>)> {
        self.modules.iter().flat_map(|module| {
            let nested = module.operations.iter().flat_map(|operation| {
                let types = operation.types.iter();
                types.map(move |definition| (definition, Some(operation)))
            });
            let types = module.types.iter().map(|definition| (definition, None));
            types.chain(nested).map(|(definition, operation)| {
                let path = TypePath {
                    module: module.name.clone(),
                    name: definition.name().clone(),
                };
                (path, definition, operation)
            })
        })
    }

    /// Whether a field, a parameter or a response has a type, or holds it.
    pub(crate) fn mentions(&self, wanted: &Type) -> bool {
        let operations = || self.modules.iter().flat_map(|module| &module.operations);
        let of_requests = operations().flat_map(|operation| {
            let parameters = operation.parameters.iter();
            std::iter::once(&operation.response).chain(parameters.map(|one| &one.type_))
        });
        let of_types = self
            .types()
            .flat_map(|(_, definition, _)| definition.types());
        of_requests.chain(of_types).any(|type_| type_.holds(wanted))
    }
}

/// The webhook events of the selected resources.
#[derive(Clone, Debug)]
pub(crate) struct EventEnum {
    pub(crate) name: TypeName,
    /// In the selection's order.
    pub(crate) variants: Vec<EventVariant>,
}

#[derive(Clone, Debug)]
pub(crate) struct EventVariant {
    pub(crate) name: VariantName,
    /// The event's type: `identity.verification_session.verified`.
    pub(crate) wire: String,
    /// What it happened to.
    pub(crate) resource: TypePath,
    pub(crate) pointer: Pointer,
}

/// A module: a resource with its operations and types, or the types that several resources share.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    pub(crate) name: SnakeName,
    /// The resource that the module is about.
    pub(crate) resource: Option<TypeName>,
    /// Paragraphs of Markdown.
    pub(crate) docs: Vec<String>,
    /// Sorted as people look for them: create, retrieve, update, list, then the others by name.
    pub(crate) operations: Vec<Operation>,
    /// The resource first, then the others by name.
    pub(crate) types: Vec<TypeDefinition>,
    /// The files that hold its types, if one file would be too long.
    pub(crate) files: BTreeMap<SnakeName, BTreeSet<TypeName>>,
}

/// A type that stands in a module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TypePath {
    pub(crate) module: SnakeName,
    pub(crate) name: TypeName,
}

/// A type.
#[derive(Clone, Debug)]
pub(crate) enum TypeDefinition {
    Struct(Struct),
    Parameters(ParameterObject),
    Union(Union),
    Enum(Enum),
    Id(Id),
    Expansion(Expansion),
}

impl TypeDefinition {
    /// The types of its fields, parameters or variants.
    fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(definition) => definition.fields.iter().map(|one| &one.type_).collect(),
            Self::Parameters(definition) => {
                definition.parameters.iter().map(|one| &one.type_).collect()
            }
            Self::Union(definition) => definition.variants.iter().map(|one| &one.type_).collect(),
            Self::Enum(_) | Self::Id(_) | Self::Expansion(_) => Vec::new(),
        }
    }

    pub(crate) fn name(&self) -> &TypeName {
        match self {
            Self::Struct(definition) => &definition.name,
            Self::Parameters(definition) => &definition.name,
            Self::Union(definition) => &definition.name,
            Self::Enum(definition) => &definition.name,
            Self::Id(definition) => &definition.name,
            Self::Expansion(definition) => &definition.name,
        }
    }

    pub(crate) fn docs(&self) -> &[String] {
        match self {
            Self::Struct(definition) => &definition.docs,
            Self::Parameters(definition) => &definition.docs,
            Self::Union(definition) => &definition.docs,
            Self::Enum(definition) => &definition.docs,
            Self::Id(definition) => &definition.docs,
            Self::Expansion(definition) => &definition.docs,
        }
    }

    pub(crate) fn pointer(&self) -> &Pointer {
        match self {
            Self::Struct(definition) => &definition.pointer,
            Self::Parameters(definition) => &definition.pointer,
            Self::Union(definition) => &definition.pointer,
            Self::Enum(definition) => &definition.pointer,
            Self::Id(definition) => &definition.pointer,
            Self::Expansion(definition) => &definition.pointer,
        }
    }
}

/// An object that Stripe sends.
#[derive(Clone, Debug)]
pub(crate) struct Struct {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    /// The constant `object` that tells what the object is; kept when it is serialised.
    pub(crate) object: Option<String>,
    /// Whether every response has it.
    pub(crate) object_is_required: bool,
    /// The type of its `id`, where other objects may hold that instead of the object.
    pub(crate) id: Option<TypeName>,
    /// Sorted by wire name.
    pub(crate) fields: Vec<Field>,
    pub(crate) lints: Vec<Lint>,
    pub(crate) pointer: Pointer,
}

/// A lint that the generated crate expects, since what it is about is Stripe's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lint {
    /// A struct of many booleans.
    Bools,
    /// Fields that begin or end alike.
    FieldNames,
    /// A function of many arguments.
    Arguments,
    /// A function of many boolean arguments.
    BoolArguments,
}

/// A field of an object that Stripe sends.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: SnakeName,
    pub(crate) wire: String,
    pub(crate) docs: Vec<String>,
    pub(crate) type_: Type,
    /// It may be null or missing.
    pub(crate) optional: bool,
    pub(crate) deprecated: bool,
    pub(crate) debug: DebugPolicy,
    /// Whether a request can expand it.
    pub(crate) expandable: bool,
    /// When Stripe sends it, if not always.
    pub(crate) sent: Option<String>,
    pub(crate) pointer: Pointer,
}

/// What `Debug` shows of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DebugPolicy {
    /// The value.
    Shown,
    /// That there is one.
    Hidden,
}

/// A set of strings that is known in part.
#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    /// In the document's order.
    pub(crate) variants: Vec<Variant>,
    pub(crate) pointer: Pointer,
}

#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub(crate) name: VariantName,
    pub(crate) wire: String,
    pub(crate) pointer: Pointer,
}

/// What Stripe calls something, if a search for that would not find its Rust name: searches ignore case and
/// underscores.
pub(crate) fn alias<'w>(rust: &str, wire: &'w str) -> Option<&'w str> {
    let plain = |text: &str| text.replace('_', "").to_lowercase();
    // What rustdoc refuses in an alias.
    let is_alias = !wire.is_empty()
        && wire.trim() == wire
        && !wire.contains(|c: char| c == '"' || c == '\'' || (c.is_whitespace() && c != ' '))
        && !wire.contains(char::is_control);
    (is_alias && plain(rust) != plain(wire)).then_some(wire)
}

/// The id of a resource.
#[derive(Clone, Debug)]
pub(crate) struct Id {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    pub(crate) pointer: Pointer,
}

/// The paths in a response that lead through an object, for what a request expands.
#[derive(Clone, Debug)]
pub(crate) struct Expansion {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    /// Sorted by wire name.
    pub(crate) steps: Vec<Step>,
    pub(crate) pointer: Pointer,
}

/// A property that a path can go on to.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) name: SnakeName,
    pub(crate) wire: String,
    pub(crate) docs: Vec<String>,
    /// The paths that go on from there.
    pub(crate) to: Option<TypePath>,
    /// Whether they go on from the items of a list.
    pub(crate) is_list: bool,
    /// Whether the path can end here.
    pub(crate) is_end: bool,
    pub(crate) pointer: Pointer,
}

/// One of several types.
#[derive(Clone, Debug)]
pub(crate) struct Union {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    pub(crate) direction: Direction,
    pub(crate) variants: Vec<UnionVariant>,
    pub(crate) pointer: Pointer,
}

#[derive(Clone, Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: VariantName,
    pub(crate) docs: Vec<String>,
    pub(crate) type_: Type,
    /// Whether the variant holds a box.
    pub(crate) boxed: bool,
    pub(crate) debug: DebugPolicy,
    /// The constant `object` by which it is told.
    pub(crate) object: Option<String>,
    pub(crate) pointer: Pointer,
}

/// Who sends a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Request,
    Response,
}

/// A type as it is written in a field or an argument.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Boolean,
    Integer,
    Number,
    String,
    Timestamp,
    /// A time as RFC 3339 text.
    DateTime,
    /// An integer that is sent as a string.
    Int64,
    /// A decimal number, as text.
    Decimal,
    /// Any JSON value.
    Json,
    Named(TypePath),
    Boxed(Box<Type>),
    /// An id, or the object that it names.
    Expandable(TypePath),
    /// One page of a list.
    List(ListKind, Box<Type>),
    Array(Box<Type>),
    /// Keys to values.
    Map(Box<Type>),
    /// Request only: may be cleared, by an empty string or by JSON's null.
    Clearable(Box<Type>),
    /// Request only: strings by key, each of which can be unset.
    Metadata,
    /// Request only: a number, or bounds.
    RangeQuery,
    /// Request only: a file, in a request that is sent as `multipart/form-data`.
    Upload,
    /// Response only: a body that is no JSON.
    Download,
}

impl Type {
    /// Whether it is a type, or has it inside of a list, a map or the like.
    fn holds(&self, wanted: &Self) -> bool {
        self == wanted
            || match self {
                Self::Boxed(inner)
                | Self::List(_, inner)
                | Self::Array(inner)
                | Self::Map(inner)
                | Self::Clearable(inner) => inner.holds(wanted),
                _ => false,
            }
    }
}

/// How a list tells where its next page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// By the id of the last object.
    Cursor,
    /// By a token: the result of a search.
    Search,
    /// By a URL.
    Url,
}

impl ListKind {
    /// The runtime's type of one page.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Cursor => "List",
            Self::Search => "SearchResult",
            Self::Url => "V2List",
        }
    }
}

/// How the parameters of a request with a body are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    Form,
    Multipart,
    Json,
}

impl Body {
    /// The runtime's name for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Form => "Form",
            Self::Multipart => "Multipart",
            Self::Json => "Json",
        }
    }
}

/// A function that makes a request.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The function's name: `create`.
    pub(crate) name: SnakeName,
    /// The request's type: `CreateVerificationSession`.
    pub(crate) request: TypeName,
    pub(crate) docs: Vec<String>,
    pub(crate) deprecated: bool,
    pub(crate) method: Method,
    pub(crate) path: Vec<PathSegment>,
    /// Where it is sent, if not where all of the API is.
    pub(crate) base_url: Option<String>,
    pub(crate) body: Body,
    pub(crate) response: Type,
    /// The media type of the response, if it is no JSON.
    pub(crate) accept: Option<String>,
    /// In the order of the path.
    pub(crate) path_parameters: Vec<PathParameter>,
    /// Sorted by wire name.
    pub(crate) parameters: Vec<Parameter>,
    /// The setters that the example shows.
    pub(crate) shown: Vec<SnakeName>,
    /// Types of nested parameters, in the order in which they are met.
    pub(crate) types: Vec<TypeDefinition>,
    /// What of the response the request can expand.
    pub(crate) expand: Option<Expand>,
    /// The cursors, where the response is a list that can be paged.
    pub(crate) pages: Option<Type>,
    /// What is waited for, in words, where the resource can be waited for.
    pub(crate) waits_for: Option<String>,
    /// Of the request, and of the function that makes it.
    pub(crate) lints: Vec<Lint>,
    pub(crate) function_lints: Vec<Lint>,
    pub(crate) pointer: Pointer,
}

impl Operation {
    /// The path, with each parameter written as `parameter` says: `/v1/files/{file}`.
    pub(crate) fn path_text(&self, parameter: impl Fn(&str) -> String) -> String {
        let segments = self.path.iter().map(|segment| match segment {
            PathSegment::Literal(literal) => format!("/{literal}"),
            PathSegment::Parameter(wire) => format!("/{}", parameter(wire)),
        });
        segments.collect()
    }

    /// What Stripe's reference says of the request, for a search: the path, alone and behind the method.
    pub(crate) fn aliases(&self) -> [String; 2] {
        let path = self.path_text(|_| ":id".to_owned());
        [format!("{} {path}", self.method.as_str()), path]
    }

    /// The path as it stands in the document: `/v1/files/{file}`.
    pub(crate) fn path_template(&self) -> String {
        self.path_text(|wire| format!("{{{wire}}}"))
    }
}

/// How a request takes paths of its response.
#[derive(Clone, Debug)]
pub(crate) struct Expand {
    pub(crate) docs: Vec<String>,
    /// Where paths begin.
    pub(crate) of: TypePath,
    /// Whether that is an item of a list.
    pub(crate) is_list: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    Delete,
    Get,
    Post,
    Put,
}

impl Method {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }

    /// Whether the parameters are sent in the body.
    pub(crate) fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathSegment {
    Literal(String),
    Parameter(String),
}

#[derive(Clone, Debug)]
pub(crate) struct PathParameter {
    pub(crate) name: SnakeName,
    pub(crate) wire: String,
    pub(crate) docs: Vec<String>,
    /// The id's type; any id where it belongs to no selected resource.
    pub(crate) id: Option<TypePath>,
    pub(crate) pointer: Pointer,
}

/// A parameter of a request, of the query or of the body.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: SnakeName,
    pub(crate) wire: String,
    pub(crate) docs: Vec<String>,
    pub(crate) type_: Type,
    pub(crate) holding: Holding,
    pub(crate) argument: Argument,
    /// Required ones are arguments, the others setters.
    pub(crate) required: bool,
    /// It is sent in the query of a request that has a body.
    pub(crate) in_query: bool,
    pub(crate) deprecated: bool,
    pub(crate) debug: DebugPolicy,
    pub(crate) pointer: Pointer,
}

/// How a request holds the value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holding {
    /// `Option<T>`.
    Option,
    /// By itself: it must be set, or sends nothing while it is empty or unset.
    Itself,
}

/// How a function takes the value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    /// The type itself.
    Exact,
    /// `impl Into<T>`.
    Into,
    /// `impl IntoIterator` of items, each of which is taken so.
    Items(Box<Argument>),
    /// `impl IntoIterator` of items, which are added to those that there are.
    MoreItems(Box<Argument>),
    /// `impl IntoIterator` of keys and values, each of which is taken so.
    Entries(Box<Argument>),
}

/// An object inside a request.
#[derive(Clone, Debug)]
pub(crate) struct ParameterObject {
    pub(crate) name: TypeName,
    pub(crate) docs: Vec<String>,
    /// Sorted by wire name.
    pub(crate) parameters: Vec<Parameter>,
    /// Of the object, and of its constructor.
    pub(crate) lints: Vec<Lint>,
    pub(crate) function_lints: Vec<Lint>,
    pub(crate) pointer: Pointer,
}

/// The variant that keeps a value that has no variant of its own.
pub(crate) const UNKNOWN_VALUE: &str = "UnknownValue";
