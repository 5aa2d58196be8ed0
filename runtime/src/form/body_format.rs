/// How the parameters of a request are written into its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyFormat {
    /// `application/x-www-form-urlencoded`, as under `/v1`.
    Form,
    /// `multipart/form-data`, which can contain [files](crate::Upload).
    Multipart,
    /// `application/json`, as under `/v2`. An object is sent even if no parameter is.
    Json,
}
