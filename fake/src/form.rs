use indexmap::IndexMap;

use crate::refusal::Refusal;

/// Far deeper than any parameter of Stripe's is nested.
const DEEPEST: usize = 16;

/// The parameters of a form, nested as their brackets say.
#[derive(Debug, PartialEq)]
pub(crate) enum Node {
    Leaf(String),
    Branch(IndexMap<String, Node>),
}

impl Node {
    /// Reads `a=1&b[c]=2&d[0]=3&d[]=4`.
    ///
    /// # Errors
    ///
    /// The brackets of a name do not match, or a name is used twice, or both for a value and
    /// for an object.
    pub(crate) fn parse(form: &[u8]) -> Result<IndexMap<String, Self>, Refusal> {
        let mut root = IndexMap::new();
        for (name, value) in form_urlencoded::parse(form) {
            let keys = keys(&name).ok_or_else(|| {
                Refusal::invalid(format!("Invalid parameter name: {name}")).param(&*name)
            })?;
            insert(&mut root, &keys, value.into_owned()).ok_or_else(|| {
                Refusal::invalid(
                    "This parameter is given twice, in ways that contradict each other.",
                )
                .param(keys[0])
            })?;
        }
        Ok(root)
    }

    /// Writes the nodes as pairs, in order.
    pub(crate) fn write(nodes: &IndexMap<String, Self>, prefix: &str, out: &mut Vec<String>) {
        for (key, node) in nodes {
            let name = join(prefix, key);
            match node {
                Self::Leaf(value) => out.push(format!("{name}={value}")),
                Self::Branch(nodes) => Self::write(nodes, &name, out),
            }
        }
    }
}

/// `options` and `document` give `options[document]`.
pub(crate) fn join(prefix: &str, key: &str) -> String {
    if prefix.is_empty() {
        key.to_owned()
    } else {
        format!("{prefix}[{key}]")
    }
}

/// `a[b][]` gives `a`, `b` and an empty key.
fn keys(name: &str) -> Option<Vec<&str>> {
    let Some(start) = name.find('[').filter(|start| *start > 0) else {
        return (!name.is_empty()).then(|| vec![name]);
    };
    let (first, rest) = name.split_at(start);
    let inner = rest.strip_prefix('[')?.strip_suffix(']')?;
    let mut keys = vec![first];
    keys.extend(inner.split("]["));
    (keys.len() <= DEEPEST && !keys.iter().skip(1).any(|key| key.contains(['[', ']'])))
        .then_some(keys)
}

/// Returns `None` if the name is in use.
fn insert(nodes: &mut IndexMap<String, Node>, keys: &[&str], value: String) -> Option<()> {
    let (first, rest) = keys.split_first()?;
    let key = if first.is_empty() {
        nodes.len().to_string()
    } else {
        (*first).to_owned()
    };
    if rest.is_empty() {
        let before = nodes.insert(key, Node::Leaf(value));
        before.is_none().then_some(())
    } else {
        match nodes
            .entry(key)
            .or_insert_with(|| Node::Branch(IndexMap::new()))
        {
            Node::Branch(nodes) => insert(nodes, rest, value),
            Node::Leaf(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(form: &str) -> Result<Vec<String>, String> {
        let nodes = Node::parse(form.as_bytes()).map_err(|refusal| refusal.body())?;
        let mut pairs = Vec::new();
        Node::write(&nodes, "", &mut pairs);
        Ok(pairs)
    }

    #[test]
    fn brackets_nest() {
        let rows: &[(&str, &[&str])] = &[
            ("", &[]),
            ("a=b%20c+d&e", &["a=b c d", "e="]),
            ("a%5Bb%5D=1&a[c][d]=2", &["a[b]=1", "a[c][d]=2"]),
            ("a[]=1&a[]=2", &["a[0]=1", "a[1]=2"]),
            ("[a]=1", &["[a]=1"]),
        ];
        for (form, expected) in rows {
            let expected = expected.iter().map(|pair| (*pair).to_owned()).collect();
            assert_eq!(pairs(form), Ok(expected), "{form}");
        }
    }

    #[test]
    fn brackets_that_do_not_match_are_refused() {
        let deep = format!("a{}=1", "[b]".repeat(DEEPEST));
        for form in [
            "a=1&a=2",
            "a[0]=1&a[0]=2",
            "a=1&a[b]=2",
            "a[b]=1&a=2",
            "a[b=1",
            "a[b]c=1",
            "a[b[c]]=1",
            "=1",
            &deep,
        ] {
            assert!(pairs(form).is_err(), "{form}");
        }
    }
}
