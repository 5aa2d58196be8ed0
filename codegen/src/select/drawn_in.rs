//! What is reached because something refers to it, and not because an operation names it.

use super::{Selected, Via};

impl Selected {
    /// The schemas that are drawn in; first those without which most would not be reached, beside what is not anyway
    /// without those that are cut.
    pub(crate) fn drawn_in(&self, cut: &[&str]) -> Vec<&str> {
        let graph = Graph::of(self);
        let mut cut: Vec<bool> = self
            .reached
            .keys()
            .map(|key| cut.contains(&key.as_str()))
            .collect();
        let mut left = Vec::new();
        for (index, (key, reached)) in self.reached.iter().enumerate() {
            if matches!(reached.via, Via::Schema(_)) && !cut[index] {
                cut[index] = true;
                left.push((graph.size_without(&cut), key.as_str()));
                cut[index] = false;
            }
        }
        left.sort_unstable();
        left.into_iter().map(|(_, key)| key).collect()
    }
}

/// The reached schemas by their index.
struct Graph {
    /// Those that operations refer to by themselves.
    named: Vec<usize>,
    references: Vec<Vec<usize>>,
    /// How long each of them is in the document.
    sizes: Vec<usize>,
}

impl Graph {
    fn of(selected: &Selected) -> Self {
        let reached = &selected.reached;
        let is_named = |index: &usize| matches!(reached[*index].via, Via::Operation(_));
        let indices = |schema: &super::Reached| {
            let references = schema.references.iter();
            references
                .filter_map(|key| reached.get_index_of(key))
                .collect()
        };
        let size = |key: &String| {
            selected
                .schemas
                .get(key)
                .map_or(0, |schema| schema.to_string().len())
        };
        Self {
            named: (0..reached.len()).filter(is_named).collect(),
            references: reached.values().map(indices).collect(),
            sizes: reached.keys().map(size).collect(),
        }
    }

    /// How long what is reached is when references to some schemas are cut.
    fn size_without(&self, cut: &[bool]) -> usize {
        let mut is_closed = cut.to_vec();
        let mut queue = self.named.clone();
        let mut size = 0;
        while let Some(index) = queue.pop() {
            if !std::mem::replace(&mut is_closed[index], true) {
                size += self.sizes[index];
                queue.extend(&self.references[index]);
            }
        }
        size
    }
}
