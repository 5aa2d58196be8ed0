// @generated from Stripe's OpenAPI document. Do not edit: change the document or the selection, and
// generate again.

//! A typed client for Stripe, generated from Stripe's OpenAPI document for API version `2026-09-30.endive`.
//!
//! ```no_run
//! use stripe_client::{Client, bank_account};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(std::env::var("STRIPE_SECRET_KEY")?)?;
//! let bank_account = bank_account::retrieve("ba_123")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! - [`bank_account::retrieve`](bank_account::retrieve()): Retrieves an account.\
//!   `GET /v1/bank/accounts/{account}`

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod account {
//! Everything about a [`Holder`].

use stripe_runtime::{Object, ObjectId, ObjectTag, Tagged};

/// The value of [`BankAccount::holder`](crate::bank_account::BankAccount::holder).
#[doc(alias = "account")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    object: ObjectTag<Self>,
    /// See [`HolderId`].
    pub id: HolderId,
}

stripe_runtime::impl_object! {
    Holder {
        required 0 "id": id shown,
        required 1 "object": object shown,
    }
}

impl Tagged for Holder {
    const OBJECT: &'static str = "account";
}

impl Object for Holder {
    type Id = HolderId;

    fn id(&self) -> &HolderId {
        &self.id
    }
}

/// The id of a [`Holder`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HolderId(ObjectId);

stripe_runtime::impl_id!(HolderId);
}
pub mod bank_account {
//! Everything about a [`BankAccount`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/bank/accounts/object)

use stripe_runtime::{Json, Object, ObjectId, ObjectTag, Outcome, Tagged, UnknownValue};

mod retrieve {
use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{BankAccount, BankAccountId};

/// Retrieves an account.
///
/// `GET /v1/bank/accounts/{account}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/bank/accounts/retrieve)
///
/// `account`: a [`BankAccountId`], or a string.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::bank_account;
///
/// let bank_account = bank_account::retrieve("ba_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    account: impl TryInto<BankAccountId, Error: Into<InvalidArgument>>,
) -> RetrieveBankAccount {
    RetrieveBankAccount {
        account: stripe_runtime::path_parameter("account", account),
        request_options: RequestOptions::new(),
    }
}

/// The request returned by [`retrieve`](retrieve()); see there for an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveBankAccount {
    account: Result<BankAccountId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveBankAccount, BankAccount);
stripe_runtime::impl_wait!(
    RetrieveBankAccount, BankAccount,
    " Waits until the `state` is `closed` or `frozen` with a `closed`, and returns the object."
);

impl fmt::Debug for RetrieveBankAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveBankAccount")
            .field("account", &self.account)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveBankAccount {
    type Output = BankAccount;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/bank/accounts/{account}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let account = stripe_runtime::path_segment(&self.account)?;
        Ok(Cow::Owned(format!("/v1/bank/accounts/{account}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
}

#[doc(alias = "GET /v1/bank/accounts/:id", alias = "/v1/bank/accounts/:id")]
pub use self::retrieve::retrieve;
pub use self::retrieve::RetrieveBankAccount;

/// An account.
///
/// [Stripe's documentation](https://docs.stripe.com/api/bank/accounts/object)
#[doc(alias = "bank.account")]
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BankAccount {
    object: ObjectTag<Self>,
    /// Stripe does not describe `charge`.
    pub charge: Option<Json>,
    /// See [`AccountClosedDate`](crate::shared::AccountClosedDate).
    pub closed: Option<super::shared::AccountClosedDate>,
    /// Stripe does not describe `colour`.
    ///
    /// Of the door.
    pub colour: Option<String>,
    /// Stripe does not describe `count`.
    pub count: Option<i64>,
    /// See [`Holder`](crate::account::Holder).
    pub holder: super::account::Holder,
    /// Its id.
    pub id: BankAccountId,
    /// See [`AccountOpenedDate`](crate::shared::AccountOpenedDate).
    pub opened: Option<super::shared::AccountOpenedDate>,
    /// Stripe does not describe `secret`.
    pub secret: Option<String>,
    /// See [`BankAccountState`].
    pub state: BankAccountState,
    /// See [`Sort`].
    ///
    /// Sent as `type`.
    pub type_: Option<Sort>,
}

stripe_runtime::impl_object! {
    BankAccount {
        optional 0 "charge": charge hidden,
        optional 1 "closed": closed shown,
        optional 2 "colour": colour shown,
        optional 3 "count": count shown,
        required 4 "holder": holder shown,
        required 5 "id": id shown,
        required 6 "object": object shown,
        optional 7 "opened": opened shown,
        optional 8 "secret": secret hidden,
        required 9 "state": state shown,
        optional 10 "type": type_ shown,
    }
}

impl Tagged for BankAccount {
    const OBJECT: &'static str = "bank.account";
}

impl Object for BankAccount {
    type Id = BankAccountId;

    fn id(&self) -> &BankAccountId {
        &self.id
    }
}

impl Outcome for BankAccount {
    fn has_outcome(&self) -> bool {
        match self.state {
            BankAccountState::Closed => true,
            BankAccountState::Frozen => self.closed.is_some(),
            _ => false,
        }
    }
}

/// The id of a [`BankAccount`].
///
/// A response may hold any text as an id. An id that could change the path of a request is rejected before anything is sent.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BankAccountId(ObjectId);

stripe_runtime::impl_id!(BankAccountId);

/// One of `state`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BankAccountState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `frozen`
    Frozen,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    BankAccountState {
        Open: "open",
        Closed: "closed",
        Frozen: "frozen",
    }
}

/// One of `type`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sort {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that this version of the crate does not know.
    UnknownValue(UnknownValue),
}

stripe_runtime::impl_open_enum! {
    Sort {
        A: "a",
        B: "b",
    }
}
}
pub mod shared {
//! Types that several resources share.

/// Point in Time
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AccountClosedDate {
    /// Stripe does not describe `year`.
    pub year: Option<i64>,
}

stripe_runtime::impl_object! {
    AccountClosedDate {
        optional 0 "year": year hidden,
    }
}

/// Point in Time
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AccountOpenedDate {
    /// Stripe does not describe `year`.
    pub year: Option<i64>,
}

stripe_runtime::impl_object! {
    AccountOpenedDate {
        optional 0 "year": year hidden,
    }
}
}

#[cfg(feature = "webhook")]
pub mod webhook {
//! Verifies webhook signatures and decodes events into types.
//!
//! Respond with a 2xx status as soon as the event is stored. Otherwise Stripe sends it again; it may deliver an event twice in any case. See [Stripe's documentation](https://docs.stripe.com/webhooks).
//!
//! ```no_run
//! use stripe_client::webhook::{Event, BankEvent, WebhookVerifier};
//!
//! # fn example(body: &[u8], signature: &str) -> Result<(), stripe_client::Error> {
//! let verifier = WebhookVerifier::new("whsec_…")?;
//! // The raw body, and the value of the `Stripe-Signature` header.
//! let event: Event = verifier.event(body, signature)?;
//! match event.data {
//!     BankEvent::BankAccountOpened(object) => println!("{}", object.id),
//!     BankEvent::BankAccountClosed(object) => println!("{}", object.id),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```

pub use stripe_runtime::webhook::{
    EventData, EventId, EventObject, EventReason, EventRequest, RelatedObject,
    TestSignature, ThinEvent, WebhookVerifier,
};
pub use stripe_runtime::SignatureRefusal;

/// An event whose data is a [`BankEvent`].
pub type Event = stripe_runtime::webhook::Event<BankEvent>;

/// What happened, with the object as it was at that time.
///
/// See [Stripe's documentation](https://docs.stripe.com/api/events/types).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BankEvent {
    /// `bank.account.opened`
    #[doc(alias = "bank.account.opened")]
    BankAccountOpened(Box<super::bank_account::BankAccount>),
    /// `bank.account.closed`
    #[doc(alias = "bank.account.closed")]
    BankAccountClosed(Box<super::bank_account::BankAccount>),
    /// `bank.account[holder.name].updated`
    #[doc(alias = "bank.account[holder.name].updated")]
    BankAccountHolderNameUpdated(Box<super::bank_account::BankAccount>),
    /// An event of any other type.
    Unknown(EventObject),
}

impl EventData for BankEvent {
    #[inline]
    fn from_parts(
        type_: &str,
        object: EventObject,
    ) -> Result<Self, stripe_runtime::Error> {
        match type_ {
            "bank.account.opened" => object.read().map(Self::BankAccountOpened),
            "bank.account.closed" => object.read().map(Self::BankAccountClosed),
            "bank.account[holder.name].updated" => {
                object.read().map(Self::BankAccountHolderNameUpdated)
            }
            _ => Ok(Self::Unknown(object)),
        }
    }
}
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
