//! What a library has to be asked for to be measured.

use std::fmt::Debug;

/// A client of Stripe's, as its users have it, with its default settings.
pub trait Subject: 'static {
    /// A client that sends requests.
    type Client: Clone + Debug + Send + 'static;
    /// The body of a response, in the form in which the client has it before it decodes.
    type Body;
    /// A verification session.
    type Session: Debug;
    /// A page of sessions.
    type List: Debug;
    /// A request that creates a session.
    type Create: Debug;

    /// A client for the server at `url`, which has no slash at its end.
    fn client(key: &str, url: &str) -> Self::Client;

    /// A body of a response.
    fn body(json: String) -> Self::Body;

    /// Decodes a session as the client does.
    ///
    /// # Errors
    ///
    /// When the client could not have read it.
    fn session(body: &Self::Body) -> Result<Self::Session, String>;

    /// Decodes a page as the client does.
    ///
    /// # Errors
    ///
    /// When the client could not have read it.
    fn list(body: &Self::Body) -> Result<Self::List, String>;

    /// The session's status and the code of its last error, as the program can read them.
    fn open_values(session: &Self::Session) -> [String; 2];

    /// A request that creates a session, with the parameters of [`parameter`](crate::parameter).
    fn create() -> Self::Create;

    /// The body of that request.
    fn form(create: &Self::Create) -> String;

    /// Sends that request. An error is given in full: `Display`, then `Debug`.
    fn send_create(client: &Self::Client) -> impl Future<Output = Result<(), String>> + Send;

    /// Retrieves a session.
    fn retrieve(client: &Self::Client) -> impl Future<Output = Result<(), String>> + Send;

    /// Cancels the session of this id.
    fn cancel(client: &Self::Client, id: &str) -> impl Future<Output = Result<(), String>> + Send;
}
