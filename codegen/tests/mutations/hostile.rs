//! Every hostile text at every place of a document that holds text: refused, or rendered harmless.

use super::words::{NAMES, PROSE};
use super::{ALL, Mutant, check_all};

/// A small document. `«…»` names the text that follows it, which is replaced or gets a text before it.
const DOCUMENT: &str = r##"{
  "openapi": "3.0.0",
  "info": {"title": "«the title»T", "version": "2026-09-30.endive"},
  "paths": {
    "/v1/things/{thing}": {
      "get": {
        "operationId": "«an operation's id»GetThing",
        "summary": "«a summary»Retrieve a thing",
        "description": "«the description of an operation»Retrieves a thing.",
        "parameters": [
          {"name": "thing", "in": "path", "required": true, "description": "«the description of a path parameter»x",
           "schema": {"type": "string"}},
          {"name": "«a query parameter»mood", "in": "query", "description": "«the description of a query parameter»x",
           "schema": {"type": "string", "enum": ["«a value that is sent»good", "bad"]}}
        ],
        "responses": {"200": {"description": "«the description of a response»OK",
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}
      }
    },
    "/v1/things/«a segment of a path»all": {
      "post": {
        "operationId": "PostThings",
        "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {
          "«a parameter of a form»part": {"type": "object", "title": "«the title of a parameter»part",
            "description": "«the description of a parameter»x",
            "properties": {"«a nested parameter»inner": {"type": "string"}}}}}}}},
        "responses": {"200": {"description": "OK",
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}
      }
    }
  },
  "components": {"schemas": {
    "thing": {
      "type": "object", "title": "«the title of a schema»Thing", "description": "«the description of a schema»A thing.",
      "x-resourceId": "«the id of a resource»thing",
      "required": ["id"],
      "properties": {
        "id": {"type": "string", "maxLength": 5000, "description": "«the description of an id»x"},
        "object": {"type": "string", "enum": ["«the kind of an object»thing"]},
        "«a property»text": {"type": "string", "description": "«the description of a property»x"},
        "state": {"type": "string", "description": "x", "enum": ["«a value that is got»new", "old"]},
        "other": {"anyOf": [{"type": "string", "maxLength": 5000}, {"$ref": "#/components/schemas/other"}],
          "x-expansionResources": {"oneOf": [{"$ref": "#/components/schemas/other"}]}}
      }
    },
    "other": {"type": "object", "title": "«another title»Other", "properties": {"id": {"type": "string"}}}
  }}
}"##;

/// The names of the places: those of prose, and those of names and values.
fn places() -> (Vec<&'static str>, Vec<&'static str>) {
    let marks = DOCUMENT.split('«').skip(1);
    let places = marks.filter_map(|rest| rest.split('»').next());
    places.partition(|place| {
        let kinds = ["title", "description", "summary"];
        kinds.iter().any(|kind| place.contains(kind))
    })
}

/// The document with texts at some places, in place of what is there or before it.
fn document<'t>(before: bool, text: impl Fn(&str) -> Option<&'t str>) -> String {
    let mut parts = DOCUMENT.split('«');
    let mut document = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('»').expect("a mark ends");
        let mut rest = rest;
        if let Some(text) = text(place) {
            let text = serde_json::Value::from(text).to_string();
            document.push_str(&text[1..text.len() - 1]);
            if !before {
                rest = &rest[rest.find(['"', '/']).unwrap_or(0)..];
            }
        }
        document.push_str(rest);
    }
    document
}

fn mutant(document: String, what: String) -> Mutant {
    Mutant {
        document: document.into_bytes(),
        selection: ALL.into(),
        what,
    }
}

/// All places of prose at once, each with another text: prose is never refused, so that no text hides another.
#[test]
fn prose_in_prose() {
    let (places, _) = places();
    check_all("prose-in-prose", 2 * PROSE.len(), &|index| {
        let (before, first) = (index % 2 == 0, index / 2);
        let text = |place: &str| {
            let index = places.iter().position(|other| *other == place)?;
            Some(PROSE[(first + index) % PROSE.len()])
        };
        mutant(
            document(before, text),
            format!("before: {before}, from {:?}", PROSE[first]),
        )
    });
}

/// One place at a time: a name that is refused would hide another. Parameters, properties and values are places of two
/// kinds, each of which occurs at an even and at an odd index: half of the names at each still tries all at each kind.
#[test]
fn names_in_names() {
    let (_, places) = places();
    let pairs = places.iter().enumerate().flat_map(|(at, place)| {
        let is_one_of_several =
            place.contains("parameter") || place.contains("property") || place.contains("value");
        let names = NAMES.iter().enumerate();
        let names = names.filter(move |(index, _)| !is_one_of_several || index % 2 == at % 2);
        names.map(move |(_, name)| (*place, *name))
    });
    let pairs: Vec<(&str, &str)> = pairs.collect();
    check_all("names-in-names", pairs.len(), &|index| {
        let (place, name) = pairs[index];
        let document = document(false, |other| (other == place).then_some(name));
        mutant(document, format!("{name:?} as {place}"))
    });
}
