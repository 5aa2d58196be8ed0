//! `multipart/form-data`: for requests that hold a file.

use super::percent::decoded;

/// Parts, written as they come; the boundary between them is chosen once all are there.
#[derive(Debug, Default)]
pub(super) struct Multipart {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    headers: String,
    contents: Vec<u8>,
}

impl Multipart {
    /// A value under an encoded name.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        let name = quoted(&decoded(key));
        self.parts.push(Part {
            headers: format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n"),
            contents: value.as_bytes().to_vec(),
        });
    }

    /// A file under an encoded name.
    pub(super) fn file(&mut self, key: &str, file_name: &str, content_type: &str, contents: &[u8]) {
        let (name, file_name) = (quoted(&decoded(key)), quoted(file_name));
        self.parts.push(Part {
            headers: format!(
                "Content-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: {content_type}\r\n\r\n"
            ),
            contents: contents.to_vec(),
        });
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
