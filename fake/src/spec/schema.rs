use serde_json::Value;

use super::Spec;

/// A schema of the documents, with its `$ref` followed.
#[derive(Clone, Copy)]
pub(crate) struct Schema {
    value: &'static Value,
    name: Option<&'static str>,
}

impl Schema {
    /// Follows `$ref`s to the schema itself.
    pub(crate) fn new(value: &'static Value) -> Self {
        let mut schema = Self { value, name: None };
        while let Some(reference) = schema.value["$ref"].as_str() {
            let name = reference
                .strip_prefix("#/components/schemas/")
                .unwrap_or(reference);
            schema = Self {
                value: &Spec::get().schemas[name],
                name: Some(name),
            };
        }
        schema
    }

    pub(super) fn named(self, name: &str) -> Self {
        let components = Spec::get().schemas.as_object();
        let name = components
            .and_then(|components| components.keys().find(|known| *known == name))
            .map(String::as_str);
        Self { name, ..self }
    }

    /// The component's name, if the schema is a component.
    pub(crate) fn name(self) -> Option<&'static str> {
        self.name
    }

    /// The one schema of an `anyOf` with a single choice. Stripe writes those because
    /// `nullable` cannot stand beside `$ref`.
    pub(crate) fn plain(self) -> Self {
        match self.choices().next() {
            Some(only) if self.choices().count() == 1 => only,
            _ => self,
        }
    }

    pub(crate) fn choices(self) -> impl Iterator<Item = Self> {
        let choices = self.value["anyOf"].as_array().into_iter().flatten();
        choices.map(Self::new)
    }

    pub(crate) fn kind(self) -> Option<&'static str> {
        self.value["type"].as_str()
    }

    pub(crate) fn is_nullable(self) -> bool {
        self.value["nullable"] == true
    }

    pub(crate) fn properties(self) -> impl Iterator<Item = (&'static str, Self)> {
        let properties = self.value["properties"].as_object().into_iter().flatten();
        properties.map(|(name, schema)| (name.as_str(), Self::new(schema)))
    }

    pub(crate) fn property(self, name: &str) -> Option<Self> {
        self.value["properties"].get(name).map(Self::new)
    }

    /// The schema of additional properties, if they are allowed.
    pub(crate) fn other_properties(self) -> Option<Self> {
        let other = &self.value["additionalProperties"];
        other.is_object().then(|| Self::new(other))
    }

    pub(crate) fn required(self) -> impl Iterator<Item = &'static str> {
        strings(&self.value["required"])
    }

    pub(crate) fn items(self) -> Option<Self> {
        self.value.get("items").map(Self::new)
    }

    pub(crate) fn values(self) -> Option<Vec<&'static str>> {
        let values = &self.value["enum"];
        values.is_array().then(|| strings(values).collect())
    }

    pub(crate) fn max_length(self) -> Option<u64> {
        self.value["maxLength"].as_u64()
    }

    /// The properties that `expand` may pass through.
    pub(crate) fn expandable(self) -> impl Iterator<Item = &'static str> {
        strings(&self.value["x-expandableFields"])
    }

    /// The resource that an id is replaced with when it is expanded.
    pub(crate) fn expansion(self) -> Option<Self> {
        let resources = &self.value["x-expansionResources"]["oneOf"];
        resources.get(0).map(Self::new)
    }
}

fn strings(values: &'static Value) -> impl Iterator<Item = &'static str> {
    let values = values.as_array().into_iter().flatten();
    values.filter_map(Value::as_str)
}
