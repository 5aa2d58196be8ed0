//! Which operations there are, and the schemas of what they take and answer: the pinned
//! document, and `openapi/beside.json` for what stands beside Identity.

use std::sync::LazyLock;

use http::Method;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

mod schema;

pub(crate) use schema::Schema;

static SPEC: LazyLock<Spec> = LazyLock::new(Spec::read);

/// The parts of the documents that the stand-in uses.
pub(crate) struct Spec {
    /// `components.schemas` of both documents.
    schemas: Value,
    operations: Vec<Operation>,
}

/// One operation.
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: Method,
    /// `/v1/identity/verification_sessions/{session}`
    pub(crate) template: String,
    /// An object schema of the query's or the body's parameters.
    parameters: Value,
    response: Value,
}

/// An operation, and the parameter in its path.
pub(crate) struct Route {
    pub(crate) operation: &'static Operation,
    /// The parameter's name and value.
    pub(crate) id: Option<(&'static str, String)>,
}

impl Spec {
    pub(crate) fn get() -> &'static Self {
        &SPEC
    }

    fn read() -> Self {
        let mut operations = Vec::new();
        let mut schemas = Map::new();
        for text in [
            include_str!("../openapi/identity.json"),
            include_str!("../openapi/beside.json"),
        ] {
            let document: Value = serde_json::from_str(text).expect("the documents are JSON");
            for (template, item) in object(&document["paths"]) {
                for (method, operation) in object(item) {
                    let Ok(method) = method.to_uppercase().parse::<Method>() else {
                        continue;
                    };
                    operations.push(Operation::read(template, method, operation));
                }
            }
            let components = object(&document["components"]["schemas"]);
            schemas.extend(components.map(|(name, schema)| (name.clone(), schema.clone())));
        }
        Self {
            schemas: schemas.into(),
            operations,
        }
    }

    pub(crate) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation that a request asks for.
    pub(crate) fn route(&'static self, method: &Method, path: &str) -> Option<Route> {
        self.operations
            .iter()
            .filter(|operation| operation.method == *method)
            .find_map(|operation| operation.matches(path))
    }

    /// A component's schema.
    pub(crate) fn component(&'static self, name: &str) -> Schema {
        Schema::new(&self.schemas[name]).named(name)
    }
}

impl Operation {
    pub(crate) fn read(template: &str, method: Method, operation: &Value) -> Self {
        let form = "application/x-www-form-urlencoded";
        let parameters = if method == Method::GET {
            query_schema(&operation["parameters"])
        } else {
            operation["requestBody"]["content"][form]["schema"].clone()
        };
        let response = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        Self {
            id: operation["operationId"].as_str().unwrap_or_default().into(),
            method,
            template: template.into(),
            parameters,
            response: response.clone(),
        }
    }

    pub(crate) fn parameters(&'static self) -> Schema {
        Schema::new(&self.parameters)
    }

    pub(crate) fn response(&'static self) -> Schema {
        Schema::new(&self.response)
    }

    fn matches(&'static self, path: &str) -> Option<Route> {
        let mut id = None;
        let mut given = path.split('/');
        for expected in self.template.split('/') {
            let segment = given.next()?;
            if let Some(name) = expected
                .strip_prefix('{')
                .and_then(|name| name.strip_suffix('}'))
            {
                if segment.is_empty() {
                    return None;
                }
                let segment = percent_decode_str(segment).decode_utf8().ok()?;
                id = Some((name, segment.into_owned()));
            } else if expected != segment {
                return None;
            }
        }
        given.next().is_none().then_some(Route {
            operation: self,
            id,
        })
    }
}

/// The query's parameters as one object, so that both kinds are checked alike.
fn query_schema(parameters: &Value) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for parameter in parameters.as_array().into_iter().flatten() {
        if parameter["in"] != "query" {
            continue;
        }
        let name = parameter["name"].as_str().unwrap_or_default();
        if parameter["required"] == true {
            required.push(name);
        }
        properties.insert(name.into(), parameter["schema"].clone());
    }
    json!({
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": false,
    })
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
