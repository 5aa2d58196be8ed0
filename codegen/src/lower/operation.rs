//! Operations become functions that make requests.

use std::collections::BTreeMap;

use openapiv3::{
    Parameter as OpenApiParameter, ParameterSchemaOrContent, QueryStyle, ReferenceOr, Schema,
    SchemaKind, Type as SchemaType,
};

use super::Context;
use super::docs::operation_page;
use super::home::literals;
use super::layout::Function;
use super::lint;
use super::list_item::has_cursor;
use super::output::Output;
use super::place::Place;
use super::request::Described;
use super::subject::method;
use crate::model::{
    Body, ListKind, Method, Operation, Parameter, PathParameter, PathSegment, Type, TypeDefinition,
    TypePath,
};
use crate::names::{SnakeName, TypeName};
use crate::pointer::Pointer;
use crate::prose::article;
use crate::schema::{SchemaRef, component_name, is_binary, object};
use crate::select::SelectedOperation;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";
const JSON: &str = "application/json";

impl Context<'_> {
    /// An operation, with the types of its parameters; those of its response go to the others.
    pub(super) fn operation(
        &self,
        selected: &SelectedOperation,
        function: &Function,
        out: &mut Output<'_>,
    ) -> Option<Operation> {
        let pointer = &selected.pointer;
        let method = method(selected)?;
        let path = path_segments(&selected.path, pointer, out)?;
        let verb = function.verb.function();
        let name = out.setter_name(&verb, pointer)?;
        let request = self.request_name(selected, function, out)?;
        let module = &function.module;
        let functions = format!("functions of module `{}`", module.as_str());
        out.claim(&functions, name.as_str(), pointer);
        let request_path = TypePath {
            module: module.clone(),
            name: request.clone(),
        };
        out.claim_type(&request_path, pointer, None);

        let response = self.response_of(selected, function, &verb, out);
        let path_parameters = self.path_parameters(selected, &path, module, out);
        let mut parameters = self.parameters_of(selected, function, &request, out);
        parameters.sort_by(|a, b| a.wire.cmp(&b.wire));
        let body = body_of(selected);
        if body != Body::Multipart && holds_upload(&parameters, &out.parameter_types) {
            out.refuse(
                pointer,
                format!("a file in a request that is not sent as `{MULTIPART}`"),
            );
        }
        let shown = shown(&parameters, module, out);
        let types = std::mem::take(&mut out.parameter_types);
        let base_url = base_url(selected, out)?;
        let (response, accept) = response?;
        let path_parameters = path_parameters?;
        Some(Operation {
            lints: lint::of_request(request.as_str(), &path_parameters, &parameters),
            function_lints: lint::of_function(path_parameters.len(), &parameters),
            name,
            request,
            docs: self.docs(selected, method, &function.verb.verb),
            deprecated: selected.operation.deprecated,
            method,
            path,
            base_url,
            body,
            expand: None,
            pages: page_item(&response, &parameters, &out.types),
            waits_for: None,
            response,
            accept,
            path_parameters,
            parameters,
            shown,
            types,
            pointer: pointer.clone(),
        })
    }

    /// `CreateVerificationSession`; a list is of several: `ListVerificationSessions`.
    fn request_name(
        &self,
        selected: &SelectedOperation,
        function: &Function,
        out: &mut Output<'_>,
    ) -> Option<TypeName> {
        let home = self.layout.homes.home(&selected.path);
        let of_home = if function.verb.verb == "list" && function.verb.object.is_empty() {
            // What is listed is written as the path writes it.
            literals(home).last().unwrap_or("")
        } else {
            function.of_home.as_str()
        };
        let object = function.verb.object.iter().map(String::as_str);
        let parts: Vec<&str> = [function.verb.verb.as_str(), of_home]
            .into_iter()
            .chain(object)
            .collect();
        TypeName::new(&parts).or_else(|| out.nameless(&selected.pointer, of_home))
    }

    /// The type of a success, and its media type if that is not JSON.
    fn response_of(
        &self,
        selected: &SelectedOperation,
        function: &Function,
        verb: &str,
        out: &mut Output<'_>,
    ) -> Option<(Type, Option<String>)> {
        let at = selected.pointer.join("responses");
        let Some(success) = &selected.operation.success else {
            out.refuse(&at, "the operation has no response for success (2xx)");
            return None;
        };
        let at = at.join(&success.status).join("content");
        if let Some(schema) = success
            .content
            .get(JSON)
            .and_then(|media_type| media_type.schema.as_ref())
        {
            let pointer = at.join(JSON).join("schema");
            let root = Place::new(
                &function.module,
                verb,
                operation_id(selected),
                Pointer::root(),
            );
            let place = root.named("response", pointer);
            return self
                .response(schema.into(), &place, out)
                .map(|lowered| (lowered.type_, None));
        }
        let binary = success.content.iter().find(|(media_type, content)| {
            is_media_type(media_type)
                && matches!(&content.schema, Some(ReferenceOr::Item(Schema {
                    schema_kind: SchemaKind::Type(SchemaType::String(string)), ..
                })) if is_binary(string))
        });
        if let Some((media_type, _)) = binary {
            return Some((Type::Download, Some(media_type.clone())));
        }
        out.refuse(
            &at,
            format!("a success that is neither `{JSON}` nor binary"),
        );
        None
    }

    fn path_parameters(
        &self,
        selected: &SelectedOperation,
        segments: &[PathSegment],
        module: &SnakeName,
        out: &mut Output<'_>,
    ) -> Option<Vec<PathParameter>> {
        let mut found = Vec::new();
        let mut collection = String::new();
        for segment in segments {
            let wire = match segment {
                PathSegment::Literal(literal) => {
                    collection = format!("{collection}/{literal}");
                    continue;
                }
                PathSegment::Parameter(wire) => wire,
            };
            let declared = selected.parameters.iter().find(|(_, parameter)| {
                matches!(parameter, OpenApiParameter::Path { parameter_data, .. } if parameter_data.name == *wire)
            });
            let Some((pointer, parameter)) = declared else {
                out.report(
                    &selected.pointer,
                    format!("the path has `{{{wire}}}`, and no parameter of that name"),
                    "add it to `parameters` with `in: path`",
                );
                return None;
            };
            let id = self.layout.ids_by_path.get(&collection).cloned();
            let mut docs = self.paragraphs(parameter.parameter_data_ref().description.as_deref());
            if docs.is_empty() {
                docs.push(match &id {
                    Some(id) => {
                        let (home, name) = (id.module.as_str(), id.name.as_str());
                        let link = if id.module == *module {
                            String::new()
                        } else {
                            format!("(super::super::{home}::{name})")
                        };
                        let a = article(name);
                        format!("`{wire}`: {a} [`{name}`]{link}, or a string.")
                    }
                    None => format!("`{wire}`: an id."),
                });
            }
            let name = out.field_name(wire, pointer)?;
            found.push(PathParameter {
                name,
                wire: wire.clone(),
                docs,
                id,
                pointer: pointer.clone(),
            });
            collection = format!("{collection}/{{{wire}}}");
        }
        Some(found)
    }

    fn parameters_of(
        &self,
        selected: &SelectedOperation,
        function: &Function,
        request: &TypeName,
        out: &mut Output<'_>,
    ) -> Vec<Parameter> {
        // `CreateOptions` is short and alone; what is nested in `CancelVerificationSession` begins with that.
        let verb = function.verb.function();
        let is_common = ["create", "delete", "list", "retrieve", "update"].contains(&verb.as_str());
        let prefix = if is_common { &verb } else { request.as_str() };
        let scope = format!("the parameters of {}", selected.pointer);
        let mut root = Place::new(
            &function.module,
            prefix,
            operation_id(selected),
            selected.pointer.clone(),
        );
        root.resource = function.resource.as_deref();
        root.request = Some(request);
        for segment in selected
            .path
            .split('/')
            .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        {
            // An argument and a setter of one name would be told apart by nobody.
            if let Some(name) = SnakeName::new(segment) {
                out.claim(&scope, name.as_str(), &selected.pointer);
            }
        }
        let mut parameters = Vec::new();
        let has_body = super::subject::method(selected).is_some_and(Method::has_body);
        for (pointer, parameter) in &selected.parameters {
            let OpenApiParameter::Query {
                parameter_data,
                style,
                ..
            } = parameter
            else {
                continue;
            };
            if !matches!(style, QueryStyle::Form | QueryStyle::DeepObject) {
                out.report(
                    &pointer.join("style"),
                    "unsupported style",
                    "`form` and `deepObject` are sent",
                );
                continue;
            }
            let ParameterSchemaOrContent::Schema(schema) = &parameter_data.format else {
                continue;
            };
            let described = Described {
                wire: &parameter_data.name,
                description: parameter_data.description.as_deref(),
                required: parameter_data.required,
                in_query: has_body,
                deprecated: parameter_data.deprecated.unwrap_or(false),
            };
            let place = root.named(&parameter_data.name, pointer.join("schema"));
            parameters.extend(self.parameter(&described, schema.into(), &scope, &place, out));
        }
        parameters.extend(self.body_parameters(selected, &scope, root, out));
        parameters
    }

    fn body_parameters(
        &self,
        selected: &SelectedOperation,
        scope: &str,
        mut root: Place<'_>,
        out: &mut Output<'_>,
    ) -> Vec<Parameter> {
        let at = selected.pointer.join("requestBody").join("content");
        let content = &selected.operation.body;
        let found = [MULTIPART, FORM, JSON]
            .into_iter()
            .find_map(|name| Some((name, content.get(name)?)));
        let Some((name, media_type)) = found else {
            if !content.is_empty() {
                let found: Vec<&str> = content.keys().map(String::as_str).collect();
                out.refuse(
                    &at,
                    format!(
                        "a request body as {}, and not as `{FORM}`, `{MULTIPART}` or `{JSON}`",
                        found.join(", ")
                    ),
                );
            }
            return Vec::new();
        };
        let at = at.join(name).join("schema");
        root.pointer = at.clone();
        let schema = match media_type.schema.as_ref().map(SchemaRef::from) {
            None => return Vec::new(),
            Some(SchemaRef::Inline(schema)) => Some(schema),
            Some(SchemaRef::Component(reference)) => {
                let key = component_name(reference);
                root = root.write_out(&key).unwrap_or(root);
                self.schemas.get(&key)
            }
        };
        let Some(object) = schema.and_then(object) else {
            out.refuse(&at, "the request body is no object with properties");
            return Vec::new();
        };
        let is_in_query = selected.method == "get" || (selected.method == "delete" && name == JSON);
        if is_in_query && !object.properties.is_empty() {
            out.report(
                &at,
                format!("a {} with a body", selected.method.to_uppercase()),
                "move its properties to query parameters",
            );
            return Vec::new();
        }
        root.in_json = name == JSON;
        self.parameters(object, scope, &root, out)
    }
}

/// The segments of a path; what a path may hold is what a URL's path may hold unencoded.
fn path_segments(path: &str, pointer: &Pointer, out: &mut Output<'_>) -> Option<Vec<PathSegment>> {
    let plain = |text: &str| {
        !text.is_empty()
            && text != "."
            && text != ".."
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    let segment = |segment: &str| match segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        Some(name) if plain(name) => Some(PathSegment::Parameter(name.to_owned())),
        None if plain(segment) => Some(PathSegment::Literal(segment.to_owned())),
        _ => None,
    };
    let segments = path
        .strip_prefix('/')
        .and_then(|rest| rest.split('/').map(segment).collect());
    if segments.is_none() {
        out.report(
            pointer,
            format!("unsupported path `{}`", path.escape_debug()),
            "a path is `/` and segments of letters, digits, `_`, `-` and `.`, or one whole `{parameter}`",
        );
    }
    segments
}

/// Where the operation's own `servers` say that it is sent.
#[expect(
    clippy::option_option,
    reason = "none where it is refused, and none where there is none"
)]
fn base_url(selected: &SelectedOperation, out: &mut Output<'_>) -> Option<Option<String>> {
    let Some(server) = &selected.operation.server else {
        return Some(None);
    };
    let url = server.trim_end_matches('/');
    let host = url.strip_prefix("https://").filter(|host| {
        let is_stripe = *host == "stripe.com" || host.ends_with(".stripe.com");
        is_stripe
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    });
    if host.is_none() {
        out.report(
            &selected.pointer.join("servers").index(0).join("url"),
            format!("unsupported server `{}`", server.escape_debug()),
            "the secret key is sent there: it must be `https://` and a host of stripe.com's",
        );
        return None;
    }
    Some(Some(url.to_owned()).filter(|url| url != "https://api.stripe.com"))
}

impl Context<'_> {
    /// What the operation does, the request that it makes, and where Stripe documents it.
    fn docs(&self, selected: &SelectedOperation, method: Method, verb: &str) -> Vec<String> {
        let mut docs = self.paragraphs(selected.operation.description.as_deref());
        if docs.is_empty() {
            docs = self.paragraphs(selected.operation.summary.as_deref());
        }
        docs.push(format!("`{} {}`", method.as_str(), selected.path));
        docs.push(format!(
            "[Stripe's documentation]({})",
            operation_page(&selected.path, verb)
        ));
        docs
    }
}

/// How many setters an example shows.
const SHOWN: usize = 2;

/// The setters that an example shows: what says most about a request comes first.
fn shown(parameters: &[Parameter], module: &SnakeName, out: &Output<'_>) -> Vec<SnakeName> {
    let rank = |parameter: &Parameter| match &parameter.type_ {
        Type::Named(path) => match out.parameter_type(path, module)? {
            TypeDefinition::Enum(_) => Some(0),
            TypeDefinition::Parameters(_) => Some(3),
            _ => None,
        },
        Type::String if parameter.wire.ends_with("url") => Some(1),
        Type::Metadata => Some(2),
        Type::Integer if parameter.wire == "limit" => Some(2),
        _ => None,
    };
    let optional = parameters
        .iter()
        .filter(|parameter| !parameter.required && !parameter.deprecated);
    let mut ranked: Vec<(u8, &SnakeName)> = optional
        .filter_map(|parameter| Some((rank(parameter)?, &parameter.name)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let names = ranked.into_iter().take(SHOWN);
    names.map(|(_, name)| name.clone()).collect()
}

/// Whether a file is sent, at the top or nested.
fn holds_upload(parameters: &[Parameter], types: &[TypeDefinition]) -> bool {
    let hold = |parameters: &[Parameter]| parameters.iter().any(|one| is_upload(&one.type_));
    hold(parameters)
        || types.iter().any(|definition| match definition {
            TypeDefinition::Parameters(object) => hold(&object.parameters),
            TypeDefinition::Union(union) => union
                .variants
                .iter()
                .any(|variant| is_upload(&variant.type_)),
            TypeDefinition::Struct(_)
            | TypeDefinition::Enum(_)
            | TypeDefinition::Id(_)
            | TypeDefinition::Expansion(_) => false,
        })
}

fn is_upload(type_: &Type) -> bool {
    match type_ {
        Type::Upload => true,
        Type::Boxed(inner) | Type::Array(inner) | Type::Map(inner) | Type::Clearable(inner) => {
            is_upload(inner)
        }
        _ => false,
    }
}

/// Whether a media type may stand in a header: `application/pdf`.
fn is_media_type(text: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-'))
    };
    text.split_once('/')
        .is_some_and(|(type_, subtype)| is_name(type_) && is_name(subtype))
}

fn operation_id(selected: &SelectedOperation) -> String {
    let id = selected.operation.id.clone();
    id.unwrap_or_else(|| format!("{} {}", selected.method, selected.path))
}

/// The items of pages, where the response is a list and the request can ask for its next page.
fn page_item(
    response: &Type,
    parameters: &[Parameter],
    types: &BTreeMap<TypePath, TypeDefinition>,
) -> Option<Type> {
    let Type::List(kind, item) = response else {
        return None;
    };
    let takes = |name: &str| {
        parameters.iter().any(|parameter| {
            parameter.wire == name && parameter.type_ == Type::String && !parameter.required
        })
    };
    let has_pages = match kind {
        ListKind::Cursor => {
            takes("starting_after") && takes("ending_before") && has_cursor(types, item)
        }
        ListKind::Search => takes("page"),
        ListKind::Url => true,
    };
    has_pages.then(|| (**item).clone())
}

/// How a body is sent.
fn body_of(selected: &SelectedOperation) -> Body {
    let formats = [
        (MULTIPART, Body::Multipart),
        (FORM, Body::Form),
        (JSON, Body::Json),
    ];
    let content = &selected.operation.body;
    let found = formats.iter().find(|(name, _)| content.contains_key(*name));
    match found {
        Some((_, body)) => *body,
        // What has no body in the document gets an empty one, which is JSON where all bodies are.
        None if is_v2(selected) => Body::Json,
        None => Body::Form,
    }
}

/// Whether an operation is of the second version of Stripe's API.
fn is_v2(selected: &SelectedOperation) -> bool {
    selected.path.starts_with("/v2/") && matches!(selected.method.as_str(), "post" | "put")
}
