//! Uploads a file.

use stripe_files::file::{self, FilePurpose};
use stripe_files::{BlockingClient, Error, Upload};

pub(crate) fn call(client: &BlockingClient) -> Result<String, Error> {
    let upload = Upload::new("logo.png", &b"\x89PNG"[..]).content_type("image/png");
    let file = file::create(upload, FilePurpose::BusinessLogo).send_blocking(client)?;
    Ok(file.id.to_string())
}
