//! Functions and their requests.

use super::parameter::Parameters;
use super::{Compare, Pair, Subject, pair};
use crate::model::{Api, ListKind, Module, Operation, Type};
use crate::report::{Difference, Item};

type Placed<'a> = (&'a Module, &'a Operation);

/// The operations of two clients, told by method and path and, where that changed, by the function's name.
pub(super) fn pairs<'a>(old: &'a Api, new: &'a Api) -> Vec<Pair<Placed<'a>>> {
    let operations = |api: &'a Api| {
        api.modules
            .iter()
            .flat_map(|module| module.operations.iter().map(move |one| (module, one)))
    };
    pair(
        operations(old),
        operations(new),
        |(_, operation)| endpoint(operation),
        |(module, operation)| (module.name.clone(), operation.name.clone()),
    )
}

/// `POST /v1/things/{}`: the names of path parameters do not matter.
fn endpoint(operation: &Operation) -> String {
    let path = operation.path_text(|_| "{}".to_owned());
    format!("{} {path}", operation.method.as_str())
}

fn request_line(operation: &Operation) -> String {
    let base_url = operation.base_url.as_deref().unwrap_or_default();
    let path = operation.path_template();
    format!("{} {base_url}{path}", operation.method.as_str())
}

impl Compare {
    pub(super) fn operation(&mut self, pair: &Pair<Placed<'_>>) {
        let (Pair::Both(_, (module, operation))
        | Pair::Old((module, operation))
        | Pair::New((module, operation))) = *pair;
        let (module_name, pointer) = (module.name.as_str(), &operation.pointer);
        let function = Subject::new(Item::Function, &[module_name, operation.name.as_str()]);
        let (old_module, old) = match pair {
            Pair::Both(old, _) => *old,
            Pair::New(_) => return self.added(&function, Some(request_line(operation)), pointer),
            Pair::Old(_) => return self.removed(&function, Some(request_line(operation)), pointer),
        };
        let new = operation;

        let old_module_name = old_module.name.as_str();
        self.renamed(
            &function,
            [old_module_name, old.name.as_str()],
            [module_name, new.name.as_str()],
            pointer,
        );
        if endpoint(old) != endpoint(new) || old.base_url != new.base_url {
            self.changed(
                &function,
                (&request_line(old), &request_line(new)),
                Difference::Rewired,
                pointer,
            );
        }
        self.deprecated(&function, old.deprecated, new.deprecated, pointer);
        // The arguments that are ids are documented with the function.
        let docs = |operation: &Operation| {
            let ids = operation
                .path_parameters
                .iter()
                .flat_map(|parameter| parameter.docs.clone());
            operation
                .docs
                .iter()
                .cloned()
                .chain(ids)
                .collect::<Vec<_>>()
        };
        self.documented(&function, &docs(old), &docs(new), pointer);

        let request_name = new.request.as_str();
        let request = Subject::new(Item::Request, &[module_name, request_name]);
        self.renamed(
            &request,
            [old_module_name, old.request.as_str()],
            [module_name, request_name],
            pointer,
        );
        self.retyped(
            &Subject::new(Item::Response, &[module_name, request_name, "send"]),
            module_name,
            (&old.response, &new.response),
            &pointer.join("responses"),
        );
        let expand = Subject::new(Item::Setter, &[module_name, request_name, "expand"]);
        let of = |operation: &Operation| {
            let expand = operation.expand.as_ref()?;
            let type_ = Type::Named(expand.of.clone());
            Some(if expand.is_list {
                Type::List(ListKind::Cursor, Box::new(type_))
            } else {
                type_
            })
        };
        match (of(old), of(new)) {
            (None, None) => {}
            (None, Some(_)) => self.added(&expand, None, pointer),
            (Some(_), None) => self.removed(&expand, None, pointer),
            (Some(old), Some(new)) => self.retyped(&expand, module_name, (&old, &new), pointer),
        }
        let pages = Subject::new(Item::Pages, &[module_name, request_name, "paginate"]);
        match (&old.pages, &new.pages) {
            (None, None) => {}
            (None, Some(_)) => self.added(&pages, None, pointer),
            (Some(_), None) => self.removed(&pages, None, pointer),
            (Some(old), Some(new)) => self.retyped(&pages, module_name, (old, new), pointer),
        }
        self.parameters(
            &Parameters {
                module: module_name,
                function: &function.path,
                setters: &request.path,
            },
            (&old.path_parameters, &new.path_parameters),
            (&old.parameters, &new.parameters),
            pointer,
        );
    }
}
