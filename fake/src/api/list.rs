use std::hash::Hash;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::refusal::Refusal;

/// The part of a list that a request asks for.
pub(super) struct Page {
    limit: usize,
    cursor: Cursor,
}

enum Cursor {
    Start,
    /// Objects older than this one.
    After(String),
    /// Objects newer than this one.
    Before(String),
}

impl Page {
    /// Removes the parameters of paging; the filters remain.
    pub(super) fn take(parameters: &mut Map<String, Value>) -> Result<Self, Refusal> {
        let limit = parameters.remove("limit");
        let limit = limit.as_ref().and_then(Value::as_i64).unwrap_or(10);
        let bound = match limit {
            ..1 => Some("greater than or equal to 1"),
            101.. => Some("less than or equal to 100"),
            _ => None,
        };
        if let Some(bound) = bound {
            return Err(Refusal::invalid(format!("This value must be {bound}."))
                .code("parameter_invalid_integer")
                .param("limit"));
        }
        let mut text = |name: &str| match parameters.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let cursor = match (text("starting_after"), text("ending_before")) {
            (None, None) => Cursor::Start,
            (Some(after), None) => Cursor::After(after),
            (None, Some(before)) => Cursor::Before(before),
            (Some(_), Some(_)) => {
                return Err(Refusal::invalid(
                    "You may only specify one of these parameters: ending_before, starting_after.",
                )
                .code("parameters_exclusive")
                .param("ending_before"));
            }
        };
        Ok(Self {
            limit: usize::try_from(limit).unwrap_or(10),
            cursor,
        })
    }

    /// The keys of the page, newest first, and whether there are more.
    pub(super) fn select<'a, K, T>(
        &self,
        items: &'a IndexMap<K, T>,
        what: &str,
        matches: impl Fn(&T) -> bool,
    ) -> Result<(Vec<&'a K>, bool), Refusal>
    where
        K: AsRef<str> + Hash + Eq,
    {
        let place = |id: &str, param| {
            let place = items.keys().position(|key| key.as_ref() == id);
            place.ok_or_else(|| Refusal::no_such(what, id, param).status(400))
        };
        let kept = |index: &usize| {
            items
                .get_index(*index)
                .is_some_and(|(_, item)| matches(item))
        };
        let mut found: Vec<usize> = match &self.cursor {
            Cursor::Start => (0..items.len())
                .rev()
                .filter(kept)
                .take(self.limit + 1)
                .collect(),
            Cursor::After(id) => {
                let older = (0..place(id, "starting_after")?).rev();
                older.filter(kept).take(self.limit + 1).collect()
            }
            Cursor::Before(id) => {
                let newer = place(id, "ending_before")? + 1..items.len();
                newer.filter(kept).take(self.limit + 1).collect()
            }
        };
        let has_more = found.len() > self.limit;
        found.truncate(self.limit);
        if matches!(self.cursor, Cursor::Before(_)) {
            found.reverse();
        }
        let keys = found.into_iter().filter_map(|index| items.get_index(index));
        Ok((keys.map(|(key, _)| key).collect(), has_more))
    }
}

/// Whether the object satisfies all filters, each of which is named like a property.
pub(super) fn matches(filters: &Map<String, Value>, object: impl Fn() -> Value) -> bool {
    if filters.is_empty() {
        return true;
    }
    let object = object();
    filters.iter().all(|(name, wanted)| match wanted {
        Value::Object(range) => object[name].as_i64().is_some_and(|value| {
            range
                .iter()
                .all(|(bound, limit)| within(value, bound, limit))
        }),
        wanted => object[name] == *wanted,
    })
}

fn within(value: i64, bound: &str, limit: &Value) -> bool {
    let Some(limit) = limit.as_i64() else {
        return false;
    };
    match bound {
        "gt" => value > limit,
        "gte" => value >= limit,
        "lt" => value < limit,
        "lte" => value <= limit,
        _ => false,
    }
}
