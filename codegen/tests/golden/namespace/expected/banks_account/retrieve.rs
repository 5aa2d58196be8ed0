// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

use std::fmt;
use std::borrow::Cow;
use stripe_runtime::{
    Api, FormEncoder, InvalidArgument, Method, Operation, RequestOptions,
};
use super::{BanksAccount, BanksAccountId};

/// What all keys begin with is left out of names, but not beside an `account`.
///
/// `GET /v1/banks/accounts/{account}`
///
/// [Stripe's documentation](https://docs.stripe.com/api/banks/accounts/retrieve)
///
/// `account`: a [`BanksAccountId`], or its text.
///
/// # Example
///
/// ```no_run
/// # async fn example(client: &stripe_client::Client) -> Result<(), stripe_client::Error> {
/// use stripe_client::banks_account;
///
/// let banks_account = banks_account::retrieve("ba_123")
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
pub fn retrieve(
    account: impl TryInto<BanksAccountId, Error: Into<InvalidArgument>>,
) -> RetrieveBanksAccount {
    RetrieveBanksAccount {
        account: stripe_runtime::path_parameter("account", account),
        request_options: RequestOptions::new(),
    }
}

/// A request made by [`retrieve`](retrieve()), where there is an example.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct RetrieveBanksAccount {
    account: Result<BanksAccountId, InvalidArgument>,
    request_options: RequestOptions,
}

stripe_runtime::impl_request!(RetrieveBanksAccount, BanksAccount);

impl fmt::Debug for RetrieveBanksAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetrieveBanksAccount")
            .field("account", &self.account)
            .field("request_options", &self.request_options)
            .finish()
    }
}

impl Operation for RetrieveBanksAccount {
    type Output = BanksAccount;
    const API: &'static Api = &super::super::API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/banks/accounts/{account}";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        let account = self.account.as_ref().map_err(InvalidArgument::clone)?;
        Ok(Cow::Owned(format!("/v1/banks/accounts/{account}")))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}
    fn options(&self) -> &RequestOptions {
        &self.request_options
    }
}
