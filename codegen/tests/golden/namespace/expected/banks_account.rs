// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`BanksAccount`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/banks/accounts/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId};

mod retrieve;

pub use self::retrieve::{RetrieveBanksAccount, retrieve};

/// A `banks.account`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/banks/accounts/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "banks.account")]
#[non_exhaustive]
pub struct BanksAccount {
    /// See [`Account`].
    pub holder: Account,
    /// See [`BanksAccountId`].
    pub id: BanksAccountId,
}

impl fmt::Debug for BanksAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BanksAccount")
            .field("holder", &self.holder)
            .field("id", &self.id)
            .finish()
    }
}

impl Object for BanksAccount {
    type Id = BanksAccountId;

    fn id(&self) -> &BanksAccountId {
        &self.id
    }
}

/// The id of a [`Account`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(ObjectId);

stripe_runtime::impl_id!(AccountId);

/// The id of a [`BanksAccount`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BanksAccountId(ObjectId);

stripe_runtime::impl_id!(BanksAccountId);

/// What [`BanksAccount::holder`] holds.
///
/// [Stripe's documentation](https://docs.stripe.com/api/banks/accounts/object)
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "account")]
#[non_exhaustive]
pub struct Account {
    /// See [`AccountId`].
    pub id: AccountId,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("id", &self.id).finish()
    }
}

impl Object for Account {
    type Id = AccountId;

    fn id(&self) -> &AccountId {
        &self.id
    }
}
