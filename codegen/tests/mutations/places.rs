//! Every hostile text at every place of a document where a text may stand: refused, or rendered harmless.
//!
//! The mutations choose places and texts by chance; here, none is left out.

use super::{Mutant, look_at};
use crate::words::{INJECTED, NAMES, PROSE};

/// A small document; what stands between `«` and `»` is replaced by a text, the rest of the marks taken away.
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

/// The names of the places.
fn places() -> Vec<&'static str> {
    let marks = DOCUMENT.split('«').skip(1);
    marks.filter_map(|rest| rest.split('»').next()).collect()
}

/// The document with a text at a place, in place of what stands there or before it.
fn document(place: &str, text: &str, before: bool) -> String {
    let text = serde_json::Value::from(text).to_string();
    let text = &text[1..text.len() - 1];
    let mut parts = DOCUMENT.split('«');
    let mut document = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('»').expect("a mark ends");
        if name == place {
            let end = if before {
                0
            } else {
                rest.find(['"', '/']).unwrap_or(0)
            };
            document.push_str(text);
            document.push_str(&rest[end..]);
        } else {
            document.push_str(rest);
        }
    }
    document
}

#[test]
fn the_document_is_a_good_one() {
    let places = places();
    assert!(places.len() > 20, "{places:?}");
    let good = document("", "", false);
    let outcome = crate::check::check(good.as_bytes(), b"all = true\n");
    assert_eq!(outcome, Ok(crate::check::Outcome::Accepted));
}

#[test]
fn every_text_at_every_place() {
    let mut rows = Vec::new();
    for place in places() {
        // What names something becomes the name of something.
        let is_prose = ["title", "description", "summary"]
            .iter()
            .any(|prose| place.contains(prose));
        for text in PROSE {
            let text = if is_prose {
                (*text).to_owned()
            } else {
                text.replace(INJECTED, "x")
            };
            rows.push((place, text.clone(), true));
            rows.push((place, text, false));
        }
        rows.extend(NAMES.iter().map(|name| (place, (*name).to_owned(), false)));
    }
    let count = u64::try_from(rows.len()).expect("a number of 64 bits");
    look_at("every-text-at-every-place", count, &|index| {
        let (place, text, before) = &rows[usize::try_from(index).expect("an index")];
        Mutant {
            document: document(place, text, *before).into_bytes(),
            selection: b"all = true\n".to_vec(),
            what: format!("{text:?} {} {place}", if *before { "before" } else { "as" }),
        }
    });
}
