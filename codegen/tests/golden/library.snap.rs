// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-01-01`.
//!
//! ```no_run
//! use stripe_client::{Client, shelve};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let shelve = shelve::create()
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`book::retrieve`](book::retrieve()): Retrieves a book.\
//!   `GET /v1/books/{book}`
//! - [`reader::list`](reader::list()): Lists readers.\
//!   `GET /v1/readers`
//! - [`shelve::create`](shelve::create()): Creates a shelf, of which nothing can be expanded.\
//!   `POST /v1/shelves`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod author {
//! Everything about an [`Author`].

use stripe_runtime::{Expandable, Object, ObjectId, ObjectTag, Tagged, UnknownValue};
use stripe_runtime::expand::{Deeper, Levels, Path, Whole};

/// An author, whose birthplace only a restricted key gets.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Author {
    object: ObjectTag<Self>,
    /// Stripe does not describe `birthplace`.
    ///
    /// Sent only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub birthplace: Option<String>,
    /// Stripe does not describe `contact`.
    ///
    /// An id, unless the request expands `contact`.
    pub contact: Option<Expandable<super::reader::Reader>>,
    /// See [`AuthorId`].
    pub id: AuthorId,
    /// Stripe does not describe `latest`.
    ///
    /// An id, unless the request expands `latest`.
    pub latest: Option<Expandable<super::book::Book>>,
    /// See [`AuthorRank`].
    pub rank: Option<AuthorRank>,
}

stripe_runtime::impl_object! {
    Author {
        optional 0 "birthplace": birthplace hidden,
        optional 1 "contact": contact shown,
        required 2 "id": id shown,
        optional 3 "latest": latest shown,
        required 4 "object": object shown,
        optional 5 "rank": rank hidden,
    }
}

impl Tagged for Author {
    const OBJECT: &'static str = "author";
}

impl Object for Author {
    type Id = AuthorId;

    fn id(&self) -> &AuthorId {
        &self.id
    }
}

/// The id of an [`Author`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorId(ObjectId);

stripe_runtime::impl_id!(AuthorId);

/// The path to [`Author`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct AuthorExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(AuthorExpansion);

impl<L: Levels, E> AuthorExpansion<L, E> {
    /// Expands [`Author::contact`](crate::author::Author::contact).
    pub fn contact(&self) -> super::reader::ReaderExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::reader::ReaderExpansion::from(self.0.to("contact"))
    }

    /// Expands [`Author::latest`](crate::author::Author::latest).
    pub fn latest(&self) -> super::book::BookExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::book::BookExpansion::from(self.0.to("latest"))
    }
}

/// One of `rank`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorRank {
    /// `first`
    First,
    /// `second`
    Second,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    AuthorRank {
        First: "first",
        Second: "second",
    }
}
}
pub mod book {
//! Everything about a [`Book`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/books/object)

use std::fmt;
use std::collections::BTreeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use stripe_runtime::{
    Expandable, Json, Object, ObjectId, ObjectTag, Redacted, Tagged, UnknownValue,
};
use stripe_runtime::expand::{Deeper, Levels, Path, Whole};

mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Four, Part};
use super::{Book, BookExpansion, BookId};

/// Retrieves a book.
///
/// `GET /v1/books/{book}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/books/retrieve)
///
/// `book`: a [`BookId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::book;
///
/// let book = book::retrieve("b_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    book: impl TryInto<BookId, Error: Into<InvalidArgument>>,
) -> RetrieveBook {
    RetrieveBook {
        book: stripe_runtime::path_parameter("book", book),
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveBook {
    book: Result<BookId, InvalidArgument>,
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl RetrieveBook {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(BookExpansion<Four, Part>) -> E,
    ) -> Self {
        self.expand_raw.push(stripe_runtime::expand::of_response(path));
        self
    }

    /// Specifies which fields in the response should be expanded.
    ///
    /// Adds paths as text, for what [`expand`](Self::expand) does not know. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }
}

stripe_runtime::impl_request!(RetrieveBook, Book);

impl fmt::Debug for RetrieveBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveBook")
            .field("book", &self.book)
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveBook {
    type Output = Book;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/books/{book}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let book = stripe_runtime::path_segment(&self.book)?;
        Ok(Cow::Owned(format!("/v1/books/{book}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/books/:id", alias = "/v1/books/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveBook;

/// A book.
///
/// [Stripe's documentation](https://docs.stripe.com/api/books/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Book {
    object: ObjectTag<Self>,
    /// Of two alternatives, one leads on.
    pub borrower: Option<BookBorrower>,
    /// Stripe does not describe `contributors`.
    pub contributors: Vec<Expandable<super::author::Author>>,
    /// See [`BookId`].
    pub id: BookId,
    /// See [`Index`](crate::shared::Index).
    ///
    /// Sent only if the request expands it.
    pub index: Option<super::shared::Index>,
    /// Both alternatives lead on.
    pub maker: Option<BookMaker>,
    /// Hidden by the selection.
    pub mood: Option<BookMood>,
    /// Stripe does not describe `notes`.
    pub notes: Option<BTreeMap<String, super::author::Author>>,
    /// It leads nowhere.
    ///
    /// An id, unless the request expands `shelf`.
    pub shelf: Option<Expandable<super::shelf::Shelf>>,
}

stripe_runtime::impl_object! {
    Book {
        optional 0 "borrower": borrower shown,
        required 1 "contributors": contributors shown,
        required 2 "id": id shown,
        optional 3 "index": index shown,
        optional 4 "maker": maker shown,
        optional 5 "mood": mood hidden,
        optional 6 "notes": notes hidden,
        required 7 "object": object shown,
        optional 8 "shelf": shelf shown,
    }
}

impl Tagged for Book {
    const OBJECT: &'static str = "book";
}

impl Object for Book {
    type Id = BookId;

    fn id(&self) -> &BookId {
        &self.id
    }
}

/// The id of a [`Book`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BookId(ObjectId);

stripe_runtime::impl_id!(BookId);

/// Of two alternatives, one leads on.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum BookBorrower {
    /// A `String`.
    String(String),
    /// A `Reader`.
    Reader(Box<super::reader::Reader>),
    /// A `DeletedReader`.
    DeletedReader(Box<super::reader::DeletedReader>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for BookBorrower {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::Reader(value) => f.debug_tuple("Reader").field(value).finish(),
            Self::DeletedReader(value) => {
                f.debug_tuple("DeletedReader").field(value).finish()
            }
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for BookBorrower {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::Reader(value) => Serialize::serialize(value, serializer),
            Self::DeletedReader(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for BookBorrower {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        let object = value.get("object").and_then(Json::as_str);
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::String(value));
        }
        if object == Some("reader") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Reader(value));
        }
        if object == Some("reader") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::DeletedReader(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

/// The path to [`Book`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct BookExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(BookExpansion);

impl<L: Levels, E> BookExpansion<L, E> {
    /// Expands [`Book::borrower`](crate::book::Book::borrower).
    pub fn borrower(&self) -> super::reader::ReaderExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::reader::ReaderExpansion::from(self.0.to("borrower"))
    }

    /// Expands [`Book::contributors`](crate::book::Book::contributors).
    pub fn contributors(&self) -> super::author::AuthorExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::author::AuthorExpansion::from(self.0.to("contributors"))
    }

    /// Expands [`Book::index`](crate::book::Book::index).
    ///
    /// Sent only if the request expands it.
    pub fn index(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("index")
    }

    /// Expands [`Book::maker`](crate::book::Book::maker).
    pub fn maker(&self) -> BookMakerExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        BookMakerExpansion::from(self.0.to("maker"))
    }

    /// Expands [`Book::shelf`](crate::book::Book::shelf).
    pub fn shelf(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("shelf")
    }
}

/// Both alternatives lead on.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum BookMaker {
    /// A `String`.
    String(String),
    /// An `Author`.
    Author(Box<super::author::Author>),
    /// A `Press`.
    Press(Box<super::press::Press>),
    /// A value that is none of the others.
    UnknownValue(Json),
}

impl fmt::Debug for BookMaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(_) => f.debug_tuple("String").field(&Redacted).finish(),
            Self::Author(value) => f.debug_tuple("Author").field(value).finish(),
            Self::Press(value) => f.debug_tuple("Press").field(value).finish(),
            Self::UnknownValue(_) => {
                f.debug_tuple("UnknownValue").field(&Redacted).finish()
            }
        }
    }
}

impl Serialize for BookMaker {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(value) => Serialize::serialize(value, serializer),
            Self::Author(value) => Serialize::serialize(value, serializer),
            Self::Press(value) => Serialize::serialize(value, serializer),
            Self::UnknownValue(value) => Serialize::serialize(value, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for BookMaker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = <Json as Deserialize>::deserialize(deserializer)?;
        let object = value.get("object").and_then(Json::as_str);
        if let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::String(value));
        }
        if object == Some("author") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Author(value));
        }
        if object == Some("press") && let Ok(value) = Deserialize::deserialize(&value) {
            return Ok(Self::Press(value));
        }
        Ok(Self::UnknownValue(value))
    }
}

/// The path to [`BookMaker`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct BookMakerExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(BookMakerExpansion);

impl<L: Levels, E> BookMakerExpansion<L, E> {
    /// Expands [`Author::contact`](crate::author::Author::contact).
    pub fn contact(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("contact")
    }

    /// Expands [`Author::latest`](crate::author::Author::latest).
    pub fn latest(&self) -> BookExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        BookExpansion::from(self.0.to("latest"))
    }
}

/// Hidden by the selection.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookMood {
    /// `calm`
    Calm,
    /// `grim`
    Grim,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    BookMood {
        Calm: "calm",
        Grim: "grim",
    }
}
}
pub mod press {
//! Everything about a [`Press`].

use stripe_runtime::{Expandable, Object, ObjectId, ObjectTag, Tagged};

/// A press.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Press {
    object: ObjectTag<Self>,
    /// Stripe does not describe `contact`.
    ///
    /// An id, unless the request expands `contact`.
    pub contact: Option<Expandable<super::author::Author>>,
    /// See [`PressId`].
    pub id: PressId,
    /// Stripe does not describe `latest`.
    ///
    /// An id, unless the request expands `latest`.
    pub latest: Option<Expandable<super::book::Book>>,
}

stripe_runtime::impl_object! {
    Press {
        optional 0 "contact": contact shown,
        required 1 "id": id shown,
        optional 2 "latest": latest shown,
        required 3 "object": object shown,
    }
}

impl Tagged for Press {
    const OBJECT: &'static str = "press";
}

impl Object for Press {
    type Id = PressId;

    fn id(&self) -> &PressId {
        &self.id
    }
}

/// The id of a [`Press`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PressId(ObjectId);

stripe_runtime::impl_id!(PressId);
}
pub mod reader {
//! Everything about a [`Reader`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/readers/object)

use stripe_runtime::{
    Expandable, List, Object, ObjectId, ObjectTag, Tagged, UnknownValue,
};
use stripe_runtime::expand::{Deeper, Levels, Part, Path, Whole};

mod list {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, Redacted, RequestOptions,
};
use stripe_runtime::expand::{Expansion, Part, Three};
use super::{Reader, ReaderExpansion};

/// Lists readers.
///
/// `GET /v1/readers`
///
/// [Stripe's documentation](https://docs.stripe.com/api/readers/list)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::reader;
///
/// let reader = reader::list()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list() -> ListReaders {
    ListReaders {
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list`](list()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListReaders {
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl ListReaders {
    /// Expands a property of the response, which Stripe otherwise sends as an id, or not at all.
    ///
    /// Call it once for each property. The path begins at an item of the list. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand<E: Expansion>(
        mut self,
        path: impl FnOnce(ReaderExpansion<Three, Part>) -> E,
    ) -> Self {
        self.expand_raw.push(stripe_runtime::expand::of_item(path));
        self
    }

    /// Sets `expand`, which Stripe does not describe.
    ///
    /// Adds paths as text, for what [`expand`](Self::expand) does not know. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }
}

stripe_runtime::impl_request!(ListReaders, List < Reader >);

impl fmt::Debug for ListReaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListReaders")
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListReaders {
    type Output = List<Reader>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/readers";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/readers", alias = "/v1/readers")]
pub use self::list::list;
pub use self::list::ListReaders;

/// A reader, of whom Stripe redacts the eye colour.
///
/// [Stripe's documentation](https://docs.stripe.com/api/readers/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Reader {
    object: ObjectTag<Self>,
    /// Stripe does not describe `card_number`.
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub card_number: Option<String>,
    /// Leads to what can be expanded, and cannot be expanded itself.
    pub details: Option<ReaderDetails>,
    /// See [`ReaderEyeColor`].
    pub eye_color: Option<ReaderEyeColor>,
    /// See [`ReaderId`].
    pub id: ReaderId,
    /// A list that is sent only when it is expanded.
    ///
    /// Sent only if the request expands it.
    pub loans: Option<List<super::book::Book>>,
    /// Shown by the selection.
    pub shelf: Option<ReaderShelf>,
    /// Hidden, since it is directly under what holds personal data.
    pub status: ReaderStatus,
}

stripe_runtime::impl_object! {
    Reader {
        optional 0 "card_number": card_number hidden,
        optional 1 "details": details shown,
        optional 2 "eye_color": eye_color hidden,
        required 3 "id": id shown,
        optional 4 "loans": loans shown,
        required 5 "object": object shown,
        optional 6 "shelf": shelf shown,
        required 7 "status": status hidden,
    }
}

impl Tagged for Reader {
    const OBJECT: &'static str = "reader";
}

impl Object for Reader {
    type Id = ReaderId;

    fn id(&self) -> &ReaderId {
        &self.id
    }
}

/// The id of a [`Reader`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderId(ObjectId);

stripe_runtime::impl_id!(ReaderId);

/// A reader who is gone.
///
/// [Stripe's documentation](https://docs.stripe.com/api/readers/object)
#[doc(alias = "reader")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletedReader {
    object: ObjectTag<Self>,
    /// Stripe does not describe `deleted`.
    pub deleted: bool,
    /// Stripe does not describe `id`.
    pub id: String,
}

stripe_runtime::impl_object! {
    DeletedReader {
        required 0 "deleted": deleted shown,
        required 1 "id": id hidden,
        required 2 "object": object shown,
    }
}

impl Tagged for DeletedReader {
    const OBJECT: &'static str = "reader";
}

/// Leads to what can be expanded, and cannot be expanded itself.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReaderDetails {
    /// Stripe does not describe `favourite`.
    ///
    /// An id, unless the request expands `favourite`.
    pub favourite: Option<Expandable<super::book::Book>>,
    /// See [`ReaderDetailsLevel`].
    pub level: Option<ReaderDetailsLevel>,
}

stripe_runtime::impl_object! {
    ReaderDetails {
        optional 0 "favourite": favourite shown,
        optional 1 "level": level shown,
    }
}

/// The path to [`ReaderDetails`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct ReaderDetailsExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(ReaderDetailsExpansion);

impl<L: Levels, E> ReaderDetailsExpansion<L, E> {
    /// Expands [`ReaderDetails::favourite`](crate::reader::ReaderDetails::favourite).
    pub fn favourite(&self) -> super::book::BookExpansion<L::Next, Whole>
    where
        L: Deeper,
    {
        super::book::BookExpansion::from(self.0.to("favourite"))
    }
}

/// One of `level`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReaderDetailsLevel {
    /// `low`
    Low,
    /// `high`
    High,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    ReaderDetailsLevel {
        Low: "low",
        High: "high",
    }
}

/// The path to [`Reader`] in a response. Its methods lead on to what can be expanded.
#[must_use = "a path is expanded by the request that it is given to"]
pub struct ReaderExpansion<L, E>(Path<L, E>);

stripe_runtime::impl_expansion!(ReaderExpansion);

impl<L: Levels, E> ReaderExpansion<L, E> {
    /// Expands [`Reader::card_number`](crate::reader::Reader::card_number).
    ///
    /// Sent only if the request expands it, and only to a [restricted key](https://docs.stripe.com/keys#limit-access) that has the permission for it.
    pub fn card_number(&self) -> Path<L::Next, Whole>
    where
        L: Deeper,
    {
        self.0.to("card_number")
    }

    /// Goes on to what [`Reader::details`](crate::reader::Reader::details) holds; it is not expanded by itself.
    pub fn details(&self) -> ReaderDetailsExpansion<L::Next, Part>
    where
        L: Deeper,
    {
        ReaderDetailsExpansion::from(self.0.to("details"))
    }

    /// Expands [`Reader::loans`](crate::reader::Reader::loans).
    ///
    /// Sent only if the request expands it.
    pub fn loans(&self) -> super::book::BookExpansion<L::Items, Whole>
    where
        L: Deeper,
    {
        super::book::BookExpansion::from(self.0.to_list("loans"))
    }
}

/// One of `eye_color`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReaderEyeColor {
    /// `[redacted]`
    #[doc(alias = "[redacted]")]
    Redacted,
    /// `blue`
    Blue,
    /// `brown`
    Brown,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    ReaderEyeColor {
        Redacted: "[redacted]",
        Blue: "blue",
        Brown: "brown",
    }
}

/// Shown by the selection.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReaderShelf {
    /// `front`
    Front,
    /// `back`
    Back,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    ReaderShelf {
        Front: "front",
        Back: "back",
    }
}

/// Hidden, since it is directly under what holds personal data.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReaderStatus {
    /// `active`
    Active,
    /// `away`
    Away,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    ReaderStatus {
        Active: "active",
        Away: "away",
    }
}
}
pub mod shared {
//! Types that several resources share.

/// An index, which is sent only when it is expanded.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Index {
    /// Stripe does not describe `pages`.
    pub pages: Option<i64>,
}

stripe_runtime::impl_object! {
    Index {
        optional 0 "pages": pages hidden,
    }
}
}
pub mod shelf {
//! Everything about a [`Shelf`].

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// A shelf.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Shelf {
    object: ObjectTag<Self>,
    /// See [`ShelfId`].
    pub id: ShelfId,
}

stripe_runtime::impl_object! {
    Shelf {
        required 0 "id": id shown,
        required 1 "object": object shown,
    }
}

impl Tagged for Shelf {
    const OBJECT: &'static str = "shelf";
}

impl Object for Shelf {
    type Id = ShelfId;

    fn id(&self) -> &ShelfId {
        &self.id
    }
}

/// The id of a [`Shelf`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShelfId(ObjectId);

stripe_runtime::impl_id!(ShelfId);
}
pub mod shelve {
//! Operations and types of `shelve`.

mod create {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};

/// Creates a shelf, of which nothing can be expanded.
///
/// `POST /v1/shelves`
///
/// [Stripe's documentation](https://docs.stripe.com/api/shelves/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::shelve;
///
/// let shelve = shelve::create()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create() -> CreateShelve {
    CreateShelve {
        expand_raw: Vec::new(),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateShelve {
    expand_raw: Vec<String>,
    request_options: RequestOptions,
}

impl CreateShelve {
    /// Sets `expand`, which Stripe does not describe.
    ///
    /// Adds paths as text. Join the names of a path with dots. For lists, start the path with `data`. See [expanding responses](https://docs.stripe.com/api/expanding_objects).
    pub fn expand_raw(
        mut self,
        expand_raw: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand_raw.extend(expand_raw.into_iter().map(Into::into));
        self
    }
}

stripe_runtime::impl_request!(CreateShelve, super::super::shelf::Shelf);

impl fmt::Debug for CreateShelve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateShelve")
            .field("expand_raw", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateShelve {
    type Output = super::super::shelf::Shelf;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/shelves";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expand", &self.expand_raw);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "POST /v1/shelves", alias = "/v1/shelves")]
pub use self::create::create;
pub use self::create::CreateShelve;
}

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use stripe_runtime::{BlockingClient, BlockingPages};

#[doc(inline)]
pub use stripe_runtime::{
    Api, BodyFormat, Clearable, Client, ClientBuilder, Environment, Error, ErrorBuilder,
    ErrorKind, Expandable, FormEncoder, FormValue, InvalidArgument, Json, List, ListItem,
    ListOperation, Metadata, Method, Object, ObjectId, Operation, Outcome, Page, Pages,
    RangeQuery, RawRequest, RequestOptions, Response, ResponseMeta, Sleep, Timestamp,
    Transport, UnknownValue, expand, testing, transport,
};
pub use stripe_runtime::{bytes, http};

stripe_runtime::generated_for!("0.1");

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-01-01";

/// The API version, and the name and version of this crate for the `User-Agent` header.
///
/// Pass it to a [`RawRequest`] to call an endpoint that this crate does not cover.
///
/// ```no_run
/// use stripe_client::{API, Client, Error, Json, RawRequest};
///
/// # async fn example(client: &Client) -> Result<(), Error> {
/// let events: Json = RawRequest::get(&API, "/v1/events")
///     .parameter("limit", 3)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub const API: Api = Api::new(API_VERSION, "stripe-client", env!("CARGO_PKG_VERSION"));
