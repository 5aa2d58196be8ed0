//! The property of a resource that a parameter of the same name sets: they share documentation and enums.

use openapiv3::{ReferenceOr, Schema, SchemaKind, Type as SchemaType};

use super::Context;
use super::output::Output;
use crate::model::TypePath;
use crate::schema::{SchemaRef, alternatives, component_name, object};

impl Context<'_> {
    /// The enum of the property of a resource at a path such as `options.document.allowed_types`, where its
    /// values hold all of `values`.
    pub(super) fn resource_enum(
        &self,
        resource: &str,
        path: &[String],
        values: &[String],
        out: &Output<'_>,
    ) -> Option<TypePath> {
        let (wire, _) = self.resource_property(resource, path)?;
        let (found, known) = out.enums.get(&wire)?;
        values
            .iter()
            .all(|value| known.contains(value))
            .then(|| found.clone())
    }

    /// The property of a resource at a path, and its place in words.
    pub(super) fn resource_property(
        &self,
        resource: &str,
        path: &[String],
    ) -> Option<(String, SchemaRef<'_>)> {
        let mut wire = resource.to_owned();
        let mut schema = self.schemas.get(resource)?;
        let (last, above) = path.split_last()?;
        for name in above {
            let property = object(schema)?.properties.get(name)?;
            (wire, schema) = self.resolve(format!("{wire}.{name}"), property.into())?;
        }
        let property = object(schema)?.properties.get(last)?;
        Some((format!("{wire}.{last}"), property.into()))
    }

    /// The object that a property holds, through null, expansion and lists.
    fn resolve<'s>(&'s self, wire: String, schema: SchemaRef<'s>) -> Option<(String, &'s Schema)> {
        match schema {
            SchemaRef::Component(reference) => {
                let key = component_name(reference);
                let schema = self.schemas.get(&key)?;
                Some((key, schema))
            }
            SchemaRef::Inline(schema) => {
                if let Some((_, alternatives)) = alternatives(schema) {
                    let is_object = |one: &&ReferenceOr<Schema>| match one {
                        ReferenceOr::Reference { .. } => true,
                        ReferenceOr::Item(schema) => object(schema).is_some(),
                    };
                    return self.resolve(wire, alternatives.iter().find(is_object)?.into());
                }
                match &schema.schema_kind {
                    SchemaKind::Type(SchemaType::Array(array)) => {
                        self.resolve(wire, array.items.as_ref()?.into())
                    }
                    _ => Some((wire, schema)),
                }
            }
        }
    }
}
