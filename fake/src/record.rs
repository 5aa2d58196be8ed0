use std::fmt;

/// A request that the stand-in answered. It tells the session and what was refused, and
/// nothing else that came with the request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RequestRecord {
    /// The HTTP method; `OTHER` for methods that no operation has.
    pub method: &'static str,
    /// The template of the path, such as `/v1/identity/verification_sessions/{session}`;
    /// `(unknown)` for a path that the stand-in does not serve.
    pub path: &'static str,
    /// The status of the answer; `None` if there was none.
    pub status: Option<u16>,
    /// The id of the session that the request was about.
    pub session: Option<String>,
    /// The code of the error, or the `last_error.code` that was submitted.
    pub code: Option<String>,
    /// The parameter that was refused.
    pub param: Option<String>,
}

impl RequestRecord {
    pub(crate) fn new(method: &http::Method, path: &'static str) -> Self {
        Self {
            method: match method.as_str() {
                "GET" => "GET",
                "HEAD" => "HEAD",
                "OPTIONS" => "OPTIONS",
                "POST" => "POST",
                "DELETE" => "DELETE",
                _ => "OTHER",
            },
            path,
            status: None,
            session: None,
            code: None,
            param: None,
        }
    }

    /// Notes a parameter that was refused. Its name is from the client: one that is not
    /// written in the letters of Stripe's names is not repeated.
    pub(crate) fn refused(&mut self, code: Option<&str>, param: Option<&str>) {
        let is_name = |name: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_[]".contains(&byte);
            name.len() <= 80 && name.bytes().all(plain)
        };
        self.code = code.map(str::to_owned);
        self.param = param.map(|name| if is_name(name) { name } else { "(name)" }.to_owned());
    }
}

impl fmt::Display for RequestRecord {
    /// `POST /v1/identity/verification_sessions/{session} 400 vs_1… parameter_unknown foo`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.method, self.path)?;
        match self.status {
            Some(status) => status.fmt(f)?,
            None => f.write_str("(no answer)")?,
        }
        let about = [&self.session, &self.code, &self.param];
        for part in about.into_iter().flatten() {
            write!(f, " {part}")?;
        }
        Ok(())
    }
}
