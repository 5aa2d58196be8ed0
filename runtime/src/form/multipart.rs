//! `multipart/form-data`, for requests with a file.

use super::percent::decoded;

/// Parts, written as they come; the boundary between them is chosen once all are there.
#[derive(Debug, Default)]
pub(super) struct Multipart {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    name: String,
    headers: String,
    contents: Vec<u8>,
}

impl Multipart {
    /// A value under an encoded name.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        let name = decoded(key);
        let quoted = quoted(&name);
        self.parts.push(Part {
            name,
            headers: format!("Content-Disposition: form-data; name=\"{quoted}\"\r\n\r\n"),
            contents: value.as_bytes().to_vec(),
        });
    }

    /// A file under an encoded name.
    pub(super) fn file(&mut self, key: &str, file_name: &str, content_type: &str, contents: &[u8]) {
        let name = decoded(key);
        let (quoted_name, file_name) = (quoted(&name), quoted(file_name));
        self.parts.push(Part {
            name,
            headers: format!(
                "Content-Disposition: form-data; name=\"{quoted_name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: {content_type}\r\n\r\n"
            ),
            contents: contents.to_vec(),
        });
    }

    /// How many parts there are.
    pub(super) fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Whether a part has this name, or one nested in it.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.iter().any(|part| {
            let rest = part.name.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        })
    }

    pub(super) fn bytes(&self) -> usize {
        self.parts.iter().map(|part| part.contents.len()).sum()
    }

    /// The body, with this text between its parts.
    pub(super) fn body(&self, boundary: &str) -> Vec<u8> {
        let mut body = Vec::with_capacity(self.bytes() + self.parts.len() * 160 + 64);
        for part in &self.parts {
            body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
            body.extend_from_slice(part.headers.as_bytes());
            body.extend_from_slice(&part.contents);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        body
    }
}

/// A name inside quotes, as browsers write it: what would end the quotes or the line is percent-encoded.
fn quoted(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '"' => quoted.push_str("%22"),
            '\r' => quoted.push_str("%0D"),
            '\n' => quoted.push_str("%0A"),
            other => quoted.push(other),
        }
    }
    quoted
}
