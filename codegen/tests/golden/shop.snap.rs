// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{
//!     Client, product::{self, CreateLink, CreateProductValue, CreatePurpose},
//! };
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let passport = std::fs::read("passport.png")?;
//! let product = product::create(
//!         stripe_client::Upload::new("passport.png", passport),
//!         CreatePurpose::Proof,
//!     )
//!     .link(CreateLink::new(true).expires_at(1_700_000_000))
//!     .product(CreateProductValue::new().size(10))
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`old_product::retrieve`](old_product::retrieve()): `GET /v1/old_products/{product}`
//! - [`product::create`](product::create()): Creates a `product`.\
//!   `POST /v1/products`
//! - [`product::retrieve`](product::retrieve()): `GET /v1/products/{product}`
//! - [`product::update`](product::update()): `POST /v1/products/{product}`
//! - [`product::delete`](product::delete()): `DELETE /v1/products/{product}`
//! - [`product::create_part`](product::create_part()): `POST /v1/products/{product}/parts`
//! - [`product::list_parts`](product::list_parts()): `GET /v1/products/{product}/parts`
//! - [`product::logout`](product::logout()): `PUT /v1/products/{product}/logout`
//! - [`product::mark_used`](product::mark_used()): Marks it.\
//!   `POST /v1/products/{product}/mark_used`
//! - [`product::replace`](product::replace()): `PUT /v1/products/{product}`
//! - [`product::retrieve_part`](product::retrieve_part()): `GET /v1/products/{product}/parts/{part}`
//! - [`product::retrieve_pdf`](product::retrieve_pdf()): The product as a PDF.\
//!   `GET /v1/products/{product}/pdf`
//! - [`product::retrieve_product`](product::retrieve_product()): `GET /v1/product`
//! - [`product::search`](product::search()): `GET /v1/products/search`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod old_product {
//! Operations and types of `old_product`.

mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};

/// `GET /v1/old_products/{product}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/old_products/retrieve)
///
/// `product`: a [`ProductId`](super::super::product::ProductId), or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::old_product;
///
/// let old_product = old_product::retrieve("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    product: impl TryInto<super::super::product::ProductId, Error: Into<InvalidArgument>>,
) -> RetrieveOldProduct {
    RetrieveOldProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveOldProduct {
    product: Result<super::super::product::ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveOldProduct, super::super::product::Product);

impl fmt::Debug for RetrieveOldProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveOldProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveOldProduct {
    type Output = super::super::product::Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/old_products/{product}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/old_products/{product}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/old_products/:id", alias = "/v1/old_products/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveOldProduct;
}
pub mod part {
//! Everything about a [`Part`].

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// A `part`.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Part {
    object: ObjectTag<Self>,
    /// See [`PartId`].
    pub id: PartId,
}

stripe_runtime::impl_object! {
    Part {
        required 0 "id": id shown,
        required 1 "object": object shown,
    }
}

impl Tagged for Part {
    const OBJECT: &'static str = "part";
}

impl Object for Part {
    type Id = PartId;

    fn id(&self) -> &PartId {
        &self.id
    }
}

/// The id of a [`Part`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(ObjectId);

stripe_runtime::impl_id!(PartId);
}
pub mod product {
//! Everything about a [`Product`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/products/object)

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

mod create {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, BodyFormat, FormEncoder, FormValue, InvalidArgument, Method, Operation,
    Redacted, RequestOptions, Timestamp, UnknownValue, Upload,
};
use super::Product;

/// Creates a `product`.
///
/// `POST /v1/products`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/create)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use stripe_client::product::{self, CreateLink, CreateProductValue, CreatePurpose};
///
/// let passport = std::fs::read("passport.png")?;
/// let product = product::create(
///         stripe_client::Upload::new("passport.png", passport),
///         CreatePurpose::Proof,
///     )
///     .link(CreateLink::new(true).expires_at(1_700_000_000))
///     .product(CreateProductValue::new().size(10))
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create(file: Upload, purpose: impl Into<CreatePurpose>) -> CreateProduct {
    CreateProduct {
        file,
        purpose: purpose.into(),
        link: None,
        product: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create`](create()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateProduct {
    file: Upload,
    link: Option<CreateLink>,
    product: Option<CreateProductValue>,
    purpose: CreatePurpose,
    request_options: RequestOptions,
}

impl CreateProduct {
    /// Sets `link`, which Stripe does not describe.
    pub fn link(mut self, link: CreateLink) -> Self {
        self.link = Some(link);
        self
    }

    /// Sets `product`, which Stripe does not describe.
    pub fn product(mut self, product: CreateProductValue) -> Self {
        self.product = Some(product);
        self
    }
}

stripe_runtime::impl_request!(CreateProduct, Product);

impl fmt::Debug for CreateProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateProduct")
            .field("file", &self.file)
            .field("link", &self.link)
            .field("product", &self.product)
            .field("purpose", &self.purpose)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/products";
    const BASE_URL: Option<&'static str> = Some("https://files.stripe.com");
    const BODY: BodyFormat = BodyFormat::Multipart;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("file", &self.file);
        form.parameter("link", &self.link);
        form.parameter("product", &self.product);
        form.parameter("purpose", &self.purpose);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `link`.
#[derive(Clone, PartialEq)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateLink {
    create: bool,
    expires_at: Option<Timestamp>,
}

impl CreateLink {
    /// With `create` set, which Stripe requires.
    pub fn new(create: bool) -> Self {
        Self { create, expires_at: None }
    }

    /// Sets `expires_at`, which Stripe does not describe.
    pub fn expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }
}

impl fmt::Debug for CreateLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateLink")
            .field("create", &self.create)
            .field("expires_at", &self.expires_at)
            .finish()
    }
}

impl FormValue for CreateLink {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("create", &self.create);
        form.parameter("expires_at", &self.expires_at);
    }
}

/// Sent as `product`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateProductValue {
    size: Option<i64>,
}

impl CreateProductValue {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `size`, which Stripe does not describe.
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

impl fmt::Debug for CreateProductValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateProductValue")
            .field("size", &Redacted::if_some(&self.size))
            .finish()
    }
}

impl FormValue for CreateProductValue {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("size", &self.size);
    }
}

/// Sent as `purpose`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CreatePurpose {
    /// `proof`
    Proof,
    /// `other`
    Other,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    CreatePurpose {
        Proof: "proof",
        Other: "other",
    }
}
}
mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Product, ProductId};

/// `GET /v1/products/{product}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/retrieve)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::retrieve("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> RetrieveProduct {
    RetrieveProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveProduct {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveProduct, Product);

impl fmt::Debug for RetrieveProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/products/{product}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod update {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Product, ProductId};

/// `POST /v1/products/{product}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/update)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::update("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn update(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> UpdateProduct {
    UpdateProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`update`](update()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateProduct {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(UpdateProduct, Product);

impl fmt::Debug for UpdateProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for UpdateProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/products/{product}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod delete {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{DeletedProduct, ProductId};

/// `DELETE /v1/products/{product}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/delete)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::delete("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn delete(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> DeleteProduct {
    DeleteProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`delete`](delete()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteProduct {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(DeleteProduct, DeletedProduct);

impl fmt::Debug for DeleteProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeleteProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for DeleteProduct {
    type Output = DeletedProduct;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v1/products/{product}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod create_part {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, FormValue, InvalidArgument, Json, Method, Operation, Redacted,
    RequestOptions,
};
use super::{Product, ProductId};

/// `POST /v1/products/{product}/parts`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/parts/create)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product::{self, CreateProductPartWrapping};
///
/// let product = product::create_part("p_123")
///     .wrapping(CreateProductPartWrapping::new())
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn create_part(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> CreateProductPart {
    CreateProductPart {
        product: stripe_runtime::path_parameter("product", product),
        draft: None,
        extra: None,
        size: None,
        wrapping: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`create_part`](create_part()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateProductPart {
    product: Result<ProductId, InvalidArgument>,
    draft: Option<bool>,
    extra: Option<Json>,
    size: Option<i64>,
    wrapping: Option<CreateProductPartWrapping>,
    request_options: RequestOptions,
}

impl CreateProductPart {
    /// Sets `draft`, which Stripe does not describe.
    pub fn draft(mut self, draft: bool) -> Self {
        self.draft = Some(draft);
        self
    }

    /// Sets `extra`, which Stripe does not describe.
    pub fn extra(mut self, extra: impl Into<Json>) -> Self {
        self.extra = Some(extra.into());
        self
    }

    /// Sets `size`, which Stripe does not describe.
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `wrapping`, which Stripe does not describe.
    pub fn wrapping(mut self, wrapping: CreateProductPartWrapping) -> Self {
        self.wrapping = Some(wrapping);
        self
    }
}

stripe_runtime::impl_request!(CreateProductPart, Product);

impl fmt::Debug for CreateProductPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateProductPart")
            .field("product", &self.product)
            .field("draft", &self.draft)
            .field("extra", &Redacted::if_some(&self.extra))
            .field("size", &Redacted::if_some(&self.size))
            .field("wrapping", &self.wrapping)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for CreateProductPart {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/products/{product}/parts";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/parts")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("extra", &self.extra);
        form.parameter("size", &self.size);
        form.parameter("wrapping", &self.wrapping);
    }

    fn query(&self, form: &mut FormEncoder) {
        form.parameter("draft", &self.draft);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}

/// Sent as `wrapping`.
#[derive(Clone, PartialEq, Default)]
#[must_use = "it is sent with the request that it is given to"]
pub struct CreateProductPartWrapping {}

impl CreateProductPartWrapping {
    /// Creates the object with no property set.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for CreateProductPartWrapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateProductPartWrapping").finish()
    }
}

impl FormValue for CreateProductPartWrapping {
    fn encode(&self, _form: &mut FormEncoder) {}
}
}
mod list_parts {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, List, Method, Operation, RequestOptions,
};
use super::ProductId;

/// `GET /v1/products/{product}/parts`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/parts/list)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::list_parts("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn list_parts(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> ListProductParts {
    ListProductParts {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`list_parts`](list_parts()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListProductParts {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(ListProductParts, List < super::super::part::Part >);

impl fmt::Debug for ListProductParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListProductParts")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ListProductParts {
    type Output = List<super::super::part::Part>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/products/{product}/parts";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/parts")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod logout {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Product, ProductId};

/// `PUT /v1/products/{product}/logout`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/logout)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::logout("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn logout(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> LogoutProduct {
    LogoutProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`logout`](logout()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct LogoutProduct {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(LogoutProduct, Product);

impl fmt::Debug for LogoutProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogoutProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for LogoutProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/v1/products/{product}/logout";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/logout")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod mark_used {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{Product, ProductId};

/// Marks it.
///
/// `POST /v1/products/{product}/mark_used`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/mark_used)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::mark_used("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[deprecated = "deprecated by Stripe"]
pub fn mark_used(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> MarkUsedProduct {
    MarkUsedProduct {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`mark_used`](mark_used()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct MarkUsedProduct {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(MarkUsedProduct, Product);

impl fmt::Debug for MarkUsedProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MarkUsedProduct")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for MarkUsedProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/products/{product}/mark_used";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/mark_used")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod replace {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
};
use super::{Product, ProductId};

/// `PUT /v1/products/{product}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/replace)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::replace("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn replace(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> ReplaceProduct {
    ReplaceProduct {
        product: stripe_runtime::path_parameter("product", product),
        size: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`replace`](replace()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ReplaceProduct {
    product: Result<ProductId, InvalidArgument>,
    size: Option<i64>,
    request_options: RequestOptions,
}

impl ReplaceProduct {
    /// Sets `size`, which Stripe does not describe.
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

stripe_runtime::impl_request!(ReplaceProduct, Product);

impl fmt::Debug for ReplaceProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplaceProduct")
            .field("product", &self.product)
            .field("size", &Redacted::if_some(&self.size))
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for ReplaceProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::PUT;
    const PATH: &'static str = "/v1/products/{product}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}")))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("size", &self.size);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod retrieve_part {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::ProductId;

/// `GET /v1/products/{product}/parts/{part}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/parts/retrieve)
///
/// `product`: a [`ProductId`], or a string.
///
/// `part`: a [`PartId`](super::super::part::PartId), or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::retrieve_part("p_123", "p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve_part(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
    part: impl TryInto<super::super::part::PartId, Error: Into<InvalidArgument>>,
) -> RetrieveProductPart {
    RetrieveProductPart {
        product: stripe_runtime::path_parameter("product", product),
        part: stripe_runtime::path_parameter("part", part),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve_part`](retrieve_part()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveProductPart {
    product: Result<ProductId, InvalidArgument>,
    part: Result<super::super::part::PartId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveProductPart, super::super::part::Part);

impl fmt::Debug for RetrieveProductPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveProductPart")
            .field("product", &self.product)
            .field("part", &self.part)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveProductPart {
    type Output = super::super::part::Part;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/products/{product}/parts/{part}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        let part = stripe_runtime::path_segment(&self.part)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/parts/{part}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod retrieve_pdf {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, Download, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::ProductId;

/// The product as a PDF.
///
/// `GET /v1/products/{product}/pdf`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/pdf/retrieve)
///
/// `product`: a [`ProductId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::retrieve_pdf("p_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve_pdf(
    product: impl TryInto<ProductId, Error: Into<InvalidArgument>>,
) -> RetrieveProductPdf {
    RetrieveProductPdf {
        product: stripe_runtime::path_parameter("product", product),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve_pdf`](retrieve_pdf()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveProductPdf {
    product: Result<ProductId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveProductPdf, Download);

impl fmt::Debug for RetrieveProductPdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveProductPdf")
            .field("product", &self.product)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveProductPdf {
    type Output = Download;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/products/{product}/pdf";
    const ACCEPT: &'static str = "application/pdf";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let product = stripe_runtime::path_segment(&self.product)?;
        Ok(Cow::Owned(format!("/v1/products/{product}/pdf")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }

    fn read(
        body: stripe_runtime::bytes::Bytes,
    ) -> Result<Self::Output, stripe_runtime::bytes::Bytes> {
        Ok(Download::new(body))
    }
}
}
mod retrieve_product {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::Product;

/// `GET /v1/product`
///
/// [Stripe's documentation](https://docs.stripe.com/api/product/retrieve)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let product = product::retrieve_product()
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve_product() -> RetrieveProductProduct {
    RetrieveProductProduct {
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve_product`](retrieve_product()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveProductProduct {
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveProductProduct, Product);

impl fmt::Debug for RetrieveProductProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveProductProduct")
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveProductProduct {
    type Output = Product;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/product";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}
mod search {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, Redacted, RequestOptions,
    SearchResult,
};
use super::Product;

/// `GET /v1/products/search`
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/search)
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::product;
///
/// let page = product::search("…")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn search(query: impl Into<String>) -> SearchProduct {
    SearchProduct {
        query: query.into(),
        page: None,
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`search`](search()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct SearchProduct {
    page: Option<String>,
    query: String,
    request_options: RequestOptions,
}

impl SearchProduct {
    /// Sets `page`, which Stripe does not describe.
    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }
}

stripe_runtime::impl_search_request!(SearchProduct, Product);

impl fmt::Debug for SearchProduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchProduct")
            .field("page", &Redacted::if_some(&self.page))
            .field("query", &Redacted)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for SearchProduct {
    type Output = SearchResult<Product>;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/products/search";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("page", &self.page);
        form.parameter("query", &self.query);
    }

    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "POST /v1/products", alias = "/v1/products")]
pub use self::create::create;
pub use self::create::{CreateProduct, CreateLink, CreateProductValue, CreatePurpose};

#[doc(alias = "GET /v1/products/:id", alias = "/v1/products/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveProduct;

#[doc(alias = "POST /v1/products/:id", alias = "/v1/products/:id")]
pub use self::update::update;
pub use self::update::UpdateProduct;

#[doc(alias = "DELETE /v1/products/:id", alias = "/v1/products/:id")]
pub use self::delete::delete;
pub use self::delete::DeleteProduct;

#[doc(alias = "POST /v1/products/:id/parts", alias = "/v1/products/:id/parts")]
pub use self::create_part::create_part;
pub use self::create_part::{CreateProductPart, CreateProductPartWrapping};

#[doc(alias = "GET /v1/products/:id/parts", alias = "/v1/products/:id/parts")]
pub use self::list_parts::list_parts;
pub use self::list_parts::ListProductParts;

#[doc(alias = "PUT /v1/products/:id/logout", alias = "/v1/products/:id/logout")]
pub use self::logout::logout;
pub use self::logout::LogoutProduct;

#[doc(alias = "POST /v1/products/:id/mark_used", alias = "/v1/products/:id/mark_used")]
#[expect(deprecated, reason = "it is offered for as long as Stripe offers it")]
pub use self::mark_used::mark_used;
pub use self::mark_used::MarkUsedProduct;

#[doc(alias = "PUT /v1/products/:id", alias = "/v1/products/:id")]
pub use self::replace::replace;
pub use self::replace::ReplaceProduct;

#[doc(alias = "GET /v1/products/:id/parts/:id", alias = "/v1/products/:id/parts/:id")]
pub use self::retrieve_part::retrieve_part;
pub use self::retrieve_part::RetrieveProductPart;

#[doc(alias = "GET /v1/products/:id/pdf", alias = "/v1/products/:id/pdf")]
pub use self::retrieve_pdf::retrieve_pdf;
pub use self::retrieve_pdf::RetrieveProductPdf;

#[doc(alias = "GET /v1/product", alias = "/v1/product")]
pub use self::retrieve_product::retrieve_product;
pub use self::retrieve_product::RetrieveProductProduct;

#[doc(alias = "GET /v1/products/search", alias = "/v1/products/search")]
pub use self::search::search;
pub use self::search::SearchProduct;

/// A `product`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/object)
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Product {
    object: ObjectTag<Self>,
    /// See [`ProductId`].
    pub id: ProductId,
    /// Stripe does not describe `size`.
    pub size: Option<i64>,
}

stripe_runtime::impl_object! {
    Product {
        required 0 "id": id shown,
        required 1 "object": object shown,
        optional 2 "size": size hidden,
    }
}

impl Tagged for Product {
    const OBJECT: &'static str = "product";
}

impl Object for Product {
    type Id = ProductId;

    fn id(&self) -> &ProductId {
        &self.id
    }
}

/// The id of a [`Product`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductId(ObjectId);

stripe_runtime::impl_id!(ProductId);

/// A `deleted_product`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/products/object)
#[doc(alias = "product")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletedProduct {
    object: ObjectTag<Self>,
    /// Stripe does not describe `deleted`.
    pub deleted: bool,
    /// Stripe does not describe `id`.
    pub id: String,
}

stripe_runtime::impl_object! {
    DeletedProduct {
        required 0 "deleted": deleted shown,
        required 1 "id": id hidden,
        required 2 "object": object shown,
    }
}

impl Tagged for DeletedProduct {
    const OBJECT: &'static str = "product";
}
}

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use stripe_runtime::{BlockingClient, BlockingPages};

#[doc(inline)]
pub use stripe_runtime::{
    Api, BodyFormat, Clearable, Client, ClientBuilder, Download, Environment, Error,
    ErrorBuilder, ErrorKind, Expandable, FormEncoder, FormValue, InvalidArgument, Json,
    List, ListItem, ListOperation, Metadata, Method, Object, ObjectId, Operation,
    Outcome, Page, Pages, RangeQuery, RawRequest, RequestOptions, Response, ResponseMeta,
    SearchResult, Sleep, Timestamp, Transport, UnknownValue, Upload, expand, testing,
    transport,
};
pub use stripe_runtime::{bytes, http};

stripe_runtime::generated_for!("0.1");

/// The version of Stripe's API that this crate was generated for, sent as `Stripe-Version` unless the
/// client or the request sets another.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/versioning).
pub const API_VERSION: &str = "2026-09-30.endive";

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
