use http::HeaderValue;

use crate::{Api, InvalidArgument};

/// The application's part of `User-Agent`: `name[/version][ (url)]`.
#[derive(Clone, Debug)]
pub(crate) struct AppInfo {
    text: String,
}

impl AppInfo {
    pub(crate) fn new(
        name: &str,
        version: Option<&str>,
        url: Option<&str>,
    ) -> Result<Self, InvalidArgument> {
        let mut text = String::new();
        if name.is_empty() {
            return Err(InvalidArgument::new(
                "app_info",
                "the name must not be empty",
            ));
        }
        text.push_str(name);
        if let Some(version) = version {
            text.push('/');
            text.push_str(version);
        }
        if let Some(url) = url {
            text.push_str(" (");
            text.push_str(url);
            text.push(')');
        }
        if text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ')
        {
            Ok(Self { text })
        } else {
            Err(InvalidArgument::new(
                "app_info",
                "holds printable ASCII only",
            ))
        }
    }
}

/// `Stripe/v1 <binding>/<version>[ app[/version][ (url)]]`, with `v2` for paths under `/v2`, and
/// nothing about the machine.
pub(crate) fn user_agent(api: &Api, app: Option<&AppInfo>, is_v2: bool) -> HeaderValue {
    let part = if is_v2 { "v2" } else { "v1" };
    let mut text = format!("Stripe/{part} {}/{}", api.binding, api.binding_version);
    if let Some(app) = app {
        text.push(' ');
        text.push_str(&app.text);
    }
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("Stripe/v1"))
}
