//! Types that hold themselves get a box where the circle closes.

use std::collections::BTreeMap;

use crate::model::{Type, TypeDefinition, TypePath};

/// Boxes each field through which a struct holds itself.
pub(super) fn box_cycles(types: &mut BTreeMap<TypePath, TypeDefinition>) {
    let holdings = holdings(types);
    let circles = Circles::of(&holdings);
    for (path, definition) in types {
        let TypeDefinition::Struct(definition) = definition else {
            continue;
        };
        for field in &mut definition.fields {
            // What a struct holds, and what holds the struct, is in one circle with it.
            if by_value(&field.type_).is_some_and(|held| circles.share(held, path)) {
                field.type_ = Type::Boxed(Box::new(field.type_.clone()));
            }
        }
    }
}

/// What each struct holds in place.
fn holdings(types: &BTreeMap<TypePath, TypeDefinition>) -> BTreeMap<TypePath, Vec<TypePath>> {
    let holdings = types.iter().filter_map(|(path, definition)| {
        let TypeDefinition::Struct(definition) = definition else {
            return None;
        };
        let fields = definition.fields.iter();
        let held = fields.filter_map(|field| by_value(&field.type_).cloned());
        Some((path.clone(), held.collect()))
    });
    holdings.collect()
}

/// The type that a field holds in place; lists, maps, unions and expandables have it elsewhere.
fn by_value(type_: &Type) -> Option<&TypePath> {
    match type_ {
        Type::Named(path) => Some(path),
        _ => None,
    }
}

/// The strongly connected components of what holds what, by Tarjan's algorithm: each type is looked at once.
#[derive(Default)]
struct Circles<'h> {
    /// The number of the circle of each struct, once that is known.
    circle: BTreeMap<&'h TypePath, usize>,
    /// When each was met, and the earliest that is reached from it.
    met: BTreeMap<&'h TypePath, (usize, usize)>,
    /// Those whose circle is not known yet, in the order in which they were met.
    open: Vec<&'h TypePath>,
}

impl<'h> Circles<'h> {
    fn of(holdings: &'h BTreeMap<TypePath, Vec<TypePath>>) -> Self {
        let mut circles = Self::default();
        for path in holdings.keys() {
            if !circles.met.contains_key(path) {
                circles.visit(path, holdings);
            }
        }
        circles
    }

    /// Whether two types hold each other.
    fn share(&self, a: &TypePath, b: &TypePath) -> bool {
        let circle = self.circle.get(a);
        circle.is_some() && circle == self.circle.get(b)
    }

    /// Goes through all that a type holds; with a stack of its own, as there may be much.
    fn visit(&mut self, root: &'h TypePath, holdings: &'h BTreeMap<TypePath, Vec<TypePath>>) {
        let mut stack = vec![self.enter(root, holdings)];
        while let Some((path, held)) = stack.last_mut() {
            let path = *path;
            if let Some(next) = held.next() {
                if !self.met.contains_key(next) {
                    let entered = self.enter(next, holdings);
                    stack.push(entered);
                } else if !self.circle.contains_key(next) {
                    self.reach(path, self.met[next].0);
                }
                continue;
            }
            stack.pop();
            let (met, earliest) = self.met[path];
            if let Some((above, _)) = stack.last() {
                self.reach(above, earliest);
            }
            if met == earliest {
                self.close(path);
            }
        }
    }

    fn enter(
        &mut self,
        path: &'h TypePath,
        holdings: &'h BTreeMap<TypePath, Vec<TypePath>>,
    ) -> (&'h TypePath, std::slice::Iter<'h, TypePath>) {
        let number = self.met.len();
        self.met.insert(path, (number, number));
        self.open.push(path);
        let held = holdings.get(path).map_or(&[][..], Vec::as_slice);
        (path, held.iter())
    }

    fn reach(&mut self, from: &'h TypePath, number: usize) {
        if let Some((_, earliest)) = self.met.get_mut(from) {
            *earliest = number.min(*earliest);
        }
    }

    /// All that were met since are in one circle with the type.
    fn close(&mut self, path: &'h TypePath) {
        let number = self.met[path].0;
        while let Some(last) = self.open.pop() {
            self.circle.insert(last, number);
            if last == path {
                break;
            }
        }
    }
}
