//! Operations become functions that make requests.

use openapiv3::{
    Parameter as OpenApiParameter, ParameterSchemaOrContent, QueryStyle, ReferenceOr, Schema,
    SchemaKind, Type as SchemaType,
};

use super::Lowering;
use super::docs::{operation_page, paragraphs};
use super::home::literals;
use super::placement::{OperationPlace, method};
use super::request::{Described, RequestPlace};
use super::response::Place;
use super::schema::{SchemaRef, is_binary, object};
use crate::model::{
    Operation, Parameter, ParameterType, PathParameter, PathSegment, Type, TypeDefinition, TypePath,
};
use crate::names::{SnakeName, TypeName};
use crate::pointer::Pointer;
use crate::select::SelectedOperation;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";
const JSON: &str = "application/json";

impl Lowering<'_> {
    /// An operation, and the types that only its response needs.
    pub(super) fn operation(
        &self,
        selected: &SelectedOperation,
        place: &OperationPlace,
    ) -> Option<(Operation, Vec<TypeDefinition>)> {
        let pointer = &selected.pointer;
        let method = method(selected)?;
        let segments = self.path_segments(&selected.path, pointer)?;
        let function = place.verb.function();
        let name = self.setter_name(&function, pointer)?;
        let request = self.request_name(selected, place, pointer)?;
        let module = &place.module;
        self.claim(
            &format!("functions of module `{}`", module.as_str()),
            name.as_str(),
            pointer,
        );
        self.claim_type(
            &TypePath {
                module: module.clone(),
                name: request.clone(),
            },
            pointer,
        );

        let mut response_types = Vec::new();
        let response = self.response_of(selected, place, &function, &mut response_types);
        let path_parameters = self.path_parameters(selected, &segments, module);
        let mut types = Vec::new();
        let mut parameters = self.parameters_of(selected, place, &request, &mut types);
        parameters.sort_by(|a, b| a.wire.cmp(&b.wire));
        let is_multipart = selected.operation.body.contains_key(MULTIPART);
        if !is_multipart && holds_upload(&parameters, &types) {
            self.report(
                pointer,
                format!("a file in a request that is not sent as `{MULTIPART}`"),
                "leave the operation out of the selection",
            );
        }
        let base_url = self.base_url(selected)?;
        let (response, accept) = response?;
        let pages = page_item(&response, &parameters);
        let mut docs = paragraphs(selected.operation.description.as_deref());
        if docs.is_empty() {
            docs = paragraphs(selected.operation.summary.as_deref());
        }
        docs.push(format!("`{} {}`", method.as_str(), selected.path));
        docs.push(format!(
            "[Stripe's documentation]({})",
            operation_page(&selected.path, &place.verb.verb)
        ));
        let operation = Operation {
            name,
            request,
            docs,
            deprecated: selected.operation.deprecated,
            method,
            path: segments,
            base_url,
            is_multipart,
            response,
            accept,
            path_parameters: path_parameters?,
            parameters,
            types,
            pages,
            lints: Vec::new(),
            function_lints: Vec::new(),
            pointer: pointer.clone(),
        };
        Some((operation, response_types))
    }

    /// The segments of a path; what a path may hold is what a URL's path may hold unencoded.
    fn path_segments(&self, path: &str, pointer: &Pointer) -> Option<Vec<PathSegment>> {
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
            self.report(
                pointer,
                format!("unsupported path `{}`", path.escape_debug()),
                "a path is `/` and segments of letters, digits, `_`, `-` and `.`, or one whole `{parameter}`",
            );
        }
        segments
    }

    /// `CreateVerificationSession`; a list is of several: `ListVerificationSessions`.
    fn request_name(
        &self,
        selected: &SelectedOperation,
        place: &OperationPlace,
        pointer: &Pointer,
    ) -> Option<TypeName> {
        let home = self.placement.homes.home(&selected.path);
        let resource = self
            .placement
            .module(&place.module)
            .and_then(|module| self.placement.component(module.resource.as_ref()?));
        let of_home = match resource {
            // What is listed is written as the path writes it.
            Some(_) if place.verb.verb == "list" && place.verb.object.is_empty() => {
                literals(home).last().unwrap_or("")
            }
            Some(component) => component.path.name.as_str(),
            None => place.module.as_str(),
        };
        let object = place.verb.object.iter().map(String::as_str);
        let parts: Vec<&str> = [place.verb.verb.as_str(), of_home]
            .into_iter()
            .chain(object)
            .collect();
        TypeName::new(&parts).or_else(|| self.nameless(pointer, of_home))
    }

    /// Where the operation's own `servers` say that it is sent.
    #[expect(
        clippy::option_option,
        reason = "none where it is refused, and none where there is none"
    )]
    fn base_url(&self, selected: &SelectedOperation) -> Option<Option<String>> {
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
            self.report(
                &selected.pointer.join("servers").index(0).join("url"),
                format!("unsupported server `{}`", server.escape_debug()),
                "the secret key is sent there: it must be `https://` and a host of stripe.com's",
            );
            return None;
        }
        Some(Some(url.to_owned()).filter(|url| url != "https://api.stripe.com"))
    }

    /// The type of a success, and its media type if that is not JSON.
    fn response_of(
        &self,
        selected: &SelectedOperation,
        place: &OperationPlace,
        verb: &str,
        types: &mut Vec<TypeDefinition>,
    ) -> Option<(Type, Option<String>)> {
        let at = selected.pointer.join("responses");
        let Some(success) = &selected.operation.success else {
            self.report(
                &at,
                "the operation has no response for success (2xx)",
                "leave it out of the selection",
            );
            return None;
        };
        let at = at.join(&success.status).join("content");
        if let Some(schema) = success
            .content
            .get(JSON)
            .and_then(|media_type| media_type.schema.as_ref())
        {
            let mut place = Place {
                module: place.module.clone(),
                name: vec![verb.to_owned(), "response".to_owned()],
                wire: format!("{}.response", operation_id(selected)),
                pointer: at.join(JSON).join("schema"),
                types,
            };
            return self
                .response(schema.into(), &mut place)
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
        self.report(
            &at,
            format!("a success that is neither `{JSON}` nor binary"),
            "leave the operation out of the selection",
        );
        None
    }

    fn path_parameters(
        &self,
        selected: &SelectedOperation,
        segments: &[PathSegment],
        module: &SnakeName,
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
                self.report(
                    &selected.pointer,
                    format!("the path has `{{{wire}}}`, and no parameter of that name"),
                    "add it to `parameters` with `in: path`",
                );
                return None;
            };
            let id = self.placement.id_of_collection(&collection).cloned();
            let mut docs = paragraphs(parameter.parameter_data_ref().description.as_deref());
            if docs.is_empty() {
                docs.push(match &id {
                    Some(id) if id.module == *module => {
                        format!("`{wire}`: a [`{}`], or its text.", id.name.as_str())
                    }
                    Some(id) => {
                        let (module, name) = (id.module.as_str(), id.name.as_str());
                        format!(
                            "`{wire}`: a [`{name}`](super::super::{module}::{name}), or its text."
                        )
                    }
                    None => format!("`{wire}`: an id."),
                });
            }
            let name = self.field_name(wire, pointer)?;
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
        place: &OperationPlace,
        request: &TypeName,
        types: &mut Vec<ParameterType>,
    ) -> Vec<Parameter> {
        // `CreateOptions` is short and alone; what is nested in `CancelVerificationSession` begins with that.
        let verb = place.verb.function();
        let is_common = ["create", "delete", "list", "retrieve", "update"].contains(&verb.as_str());
        let prefix = if is_common { &verb } else { request.as_str() };
        let scope = format!("the parameters of {}", selected.pointer);
        let mut root = RequestPlace {
            module: place.module.clone(),
            resource: place.resource.as_deref(),
            name: vec![prefix.to_owned()],
            path: Vec::new(),
            wire: operation_id(selected),
            pointer: selected.pointer.clone(),
            types,
        };
        for segment in selected
            .path
            .split('/')
            .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        {
            // An argument and a setter of one name would be told apart by nobody.
            if let Some(name) = SnakeName::new(segment) {
                self.claim(&scope, name.as_str(), &selected.pointer);
            }
        }
        let mut parameters = Vec::new();
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
                self.report(
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
                deprecated: parameter_data.deprecated.unwrap_or(false),
            };
            let mut place = root.parameter(&parameter_data.name, pointer.join("schema"));
            parameters.extend(self.parameter(&described, schema.into(), &scope, &mut place));
        }
        parameters.extend(self.body_parameters(selected, &scope, &mut root));
        parameters
    }

    fn body_parameters(
        &self,
        selected: &SelectedOperation,
        scope: &str,
        root: &mut RequestPlace<'_>,
    ) -> Vec<Parameter> {
        let at = selected.pointer.join("requestBody").join("content");
        let content = &selected.operation.body;
        let found = [MULTIPART, FORM]
            .into_iter()
            .find_map(|name| Some((name, content.get(name)?)));
        let Some((name, media_type)) = found else {
            if !content.is_empty() {
                let found: Vec<&str> = content.keys().map(String::as_str).collect();
                self.report(
                    &at,
                    format!(
                        "a request body as {}, and not as `{FORM}` or `{MULTIPART}`",
                        found.join(", ")
                    ),
                    "leave the operation out of the selection",
                );
            }
            return Vec::new();
        };
        let at = at.join(name).join("schema");
        let schema = match media_type.schema.as_ref().map(SchemaRef::from) {
            None => return Vec::new(),
            Some(SchemaRef::Inline(schema)) => object(schema),
            Some(SchemaRef::Component(_)) => None,
        };
        let Some(object) = schema else {
            self.report(
                &at,
                "the request body is no object with properties",
                "write the object in place",
            );
            return Vec::new();
        };
        if selected.method == "get" && !object.properties.is_empty() {
            self.report(
                &at,
                "a GET with a body",
                "move its properties to query parameters",
            );
            return Vec::new();
        }
        root.pointer = at;
        self.parameters(object, scope, root)
    }
}

/// Whether a file is sent, at the top or nested.
fn holds_upload(parameters: &[Parameter], types: &[ParameterType]) -> bool {
    let nested = types.iter().flat_map(|definition| match definition {
        ParameterType::Object(object) => object
            .parameters
            .iter()
            .map(|parameter| &parameter.type_)
            .collect(),
        ParameterType::Union(union) => union
            .variants
            .iter()
            .map(|variant| &variant.type_)
            .collect(),
        ParameterType::Enum(_) => Vec::new(),
    });
    parameters
        .iter()
        .map(|parameter| &parameter.type_)
        .chain(nested)
        .any(is_upload)
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

/// The items of pages, where the response is a list and the request has both cursors.
fn page_item(response: &Type, parameters: &[Parameter]) -> Option<Type> {
    let Type::List(item) = response else {
        return None;
    };
    let is_cursor = |name: &str| {
        parameters.iter().any(|parameter| {
            parameter.wire == name && parameter.type_ == Type::String && !parameter.required
        })
    };
    let both = is_cursor("starting_after") && is_cursor("ending_before");
    (both && matches!(**item, Type::Named(_))).then(|| (**item).clone())
}
