//! The methods that every generated request has, written once.

/// Gives a request the methods `with_options`, `send`, `send_with_meta` and, with the feature
/// `blocking`, `send_blocking`.
///
/// Takes the request and its output. The request implements [`Operation`](crate::Operation), and
/// has a field `request_options: RequestOptions`.
///
/// ```
/// use std::borrow::Cow;
/// use stripe_runtime::{
///     Api, Client, FormEncoder, InvalidArgument, Json, Method, Operation, RequestOptions,
/// };
///
/// static API: Api = Api::new("2026-09-30.endive", "my-crate", "0.1.0");
///
/// struct RetrieveBalance {
///     request_options: RequestOptions,
/// }
///
/// stripe_runtime::impl_request!(RetrieveBalance, Json);
///
/// impl Operation for RetrieveBalance {
///     type Output = Json;
///     const API: &'static Api = &API;
///     const METHOD: Method = Method::GET;
///     const PATH: &'static str = "/v1/balance";
///
///     fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
///         Ok(Self::PATH.into())
///     }
///
///     fn parameters(&self, _form: &mut FormEncoder) {}
///
///     fn options(&self) -> &RequestOptions {
///         &self.request_options
///     }
/// }
///
/// # async fn example(client: Client) -> Result<(), stripe_runtime::Error> {
/// let request = RetrieveBalance { request_options: RequestOptions::new() };
/// let balance = request
///     .with_options(RequestOptions::new().account("acct_123"))
///     .send(&client)
///     .await?;
/// # let _ = balance;
/// # Ok(())
/// # }
/// ```
#[macro_export]
macro_rules! impl_request {
    ($request:ident, $output:ty) => {
        impl $request {
            /// Sets options for this call only, such as the idempotency key, the connected account
            /// or the timeout. Options that were set before are kept unless they are set again.
            pub fn with_options(mut self, options: $crate::RequestOptions) -> Self {
                self.request_options = self.request_options.overridden_by(options);
                self
            }

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// An argument was refused before anything was sent, the connection failed, or Stripe
            /// returned an error.
            pub async fn send(
                self,
                client: &$crate::Client,
            ) -> ::core::result::Result<$output, $crate::Error> {
                client.send(&self).await
            }

            /// Sends the request, and also returns the response's status, headers and request id.
            ///
            /// # Errors
            ///
            /// The same as [`send`](Self::send).
            pub async fn send_with_meta(
                self,
                client: &$crate::Client,
            ) -> ::core::result::Result<$crate::Response<$output>, $crate::Error> {
                client.send_with_meta(&self).await
            }
        }

        $crate::__impl_blocking_request!($request, $output);
    };
}

/// Gives a request for a list what [`impl_request!`](crate::impl_request) gives, and also
/// [`ListOperation`](crate::ListOperation), `paginate` and, with the feature `blocking`,
/// `paginate_blocking`.
///
/// Takes the request and the items of its list. The request also has the fields `starting_after`
/// and `ending_before`, each an `Option<String>`.
#[macro_export]
macro_rules! impl_list_request {
    ($request:ident, $item:ty) => {
        $crate::impl_request!($request, $crate::List<$item>);

        impl $request {
            /// Returns every item of this page and of the pages after it, one by one. A page is
            /// fetched when its first item is needed.
            ///
            /// Goes backward if `ending_before` is set, and forward otherwise. All filters and
            /// `expand` apply to every page.
            #[must_use = "nothing is fetched until an item is requested"]
            pub fn paginate(self, client: &$crate::Client) -> $crate::Pages<Self> {
                client.paginate(self)
            }
        }

        $crate::__impl_blocking_list_request!($request);

        impl $crate::ListOperation for $request {
            type Item = $item;

            fn cursor(&self) -> ::core::option::Option<&str> {
                self.ending_before
                    .as_deref()
                    .or(self.starting_after.as_deref())
            }

            fn set_cursor(&mut self, cursor: ::std::string::String) {
                if self.ending_before.is_some() {
                    self.ending_before = ::core::option::Option::Some(cursor);
                } else {
                    self.starting_after = ::core::option::Option::Some(cursor);
                }
            }

            fn is_backward(&self) -> bool {
                self.ending_before.is_some()
            }
        }
    };
}

/// Gives a request for a search what [`impl_request!`](crate::impl_request) gives, and also
/// [`ListOperation`](crate::ListOperation), `paginate` and, with the feature `blocking`,
/// `paginate_blocking`.
///
/// Takes the request and the items of its [`SearchResult`](crate::SearchResult). The request
/// also has a field `page`, an `Option<String>`.
#[macro_export]
macro_rules! impl_search_request {
    ($request:ident, $item:ty) => {
        $crate::impl_request!($request, $crate::SearchResult<$item>);
        $crate::__impl_forward_request!($request);

        impl $crate::ListOperation for $request {
            type Item = $item;

            fn cursor(&self) -> ::core::option::Option<&str> {
                self.page.as_deref()
            }

            fn set_cursor(&mut self, cursor: ::std::string::String) {
                self.page = ::core::option::Option::Some(cursor);
            }
        }
    };
}

/// Gives a request for a list under `/v2` what [`impl_request!`](crate::impl_request) gives,
/// and also [`ListOperation`](crate::ListOperation), `paginate`, `page_url` and, with the
/// feature `blocking`, `paginate_blocking`.
///
/// Takes the request and the items of its [`V2List`](crate::V2List).
#[macro_export]
macro_rules! impl_v2_list_request {
    ($request:ident, $item:ty) => {
        $crate::impl_request!($request, $crate::V2List<$item>);
        $crate::__impl_forward_request!($request);

        impl $request {
            /// Goes to the page with this URL: the `next_page_url` or `previous_page_url` of
            /// another page. It is fetched as it is, with its own filters; those of this
            /// request are not sent. The URL has to be one of the client's host.
            pub fn page_url(
                mut self,
                url: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                $crate::ListOperation::set_cursor(&mut self, url.into());
                self
            }
        }

        impl $crate::ListOperation for $request {
            type Item = $item;

            fn cursor(&self) -> ::core::option::Option<&str> {
                self.request_options.url()
            }

            fn set_cursor(&mut self, cursor: ::std::string::String) {
                self.request_options.set_url(cursor);
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __impl_forward_request {
    ($request:ident) => {
        impl $request {
            /// Returns every item of this page and of the pages after it, one by one. A page is
            /// fetched when its first item is needed.
            #[must_use = "nothing is fetched until an item is requested"]
            pub fn paginate(self, client: &$crate::Client) -> $crate::Pages<Self> {
                client.paginate(self)
            }
        }

        $crate::__impl_blocking_list_request!($request);
    };
}

/// Gives a request that retrieves an [`Outcome`](crate::Outcome) the method `wait_for_outcome`
/// and, with the feature `blocking`, `wait_for_outcome_blocking`.
///
/// Takes the request, its output, and what is waited for, in words.
#[macro_export]
macro_rules! impl_wait {
    ($request:ident, $output:ty, $text:literal) => {
        impl $request {
            #[doc = $text]
            ///
            /// Retrieves it at once, and then again after one second, two, four, eight, and every
            /// ten seconds, on the clock of the client's
            /// [`Environment`](stripe_runtime::Environment). Goes on after failures that
            /// [may be temporary](stripe_runtime::Error::is_retryable). Dropping the future ends the wait.
            ///
            /// A webhook tells the same without requests; this is for programs that have none.
            ///
            /// # Errors
            ///
            /// The same as [`send`](Self::send). If there is no outcome within `limit`: the last
            /// failure, or an error for which [`is_timeout`](stripe_runtime::Error::is_timeout) is true.
            pub async fn wait_for_outcome(
                self,
                client: &$crate::Client,
                limit: ::core::time::Duration,
            ) -> ::core::result::Result<$output, $crate::Error> {
                client.wait_for_outcome(&self, limit).await
            }
        }

        $crate::__impl_blocking_wait!($request, $output);
    };
}

// A `cfg` inside a macro is that of the crate that calls it, which need not have the feature.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_request {
    ($request:ident, $output:ty) => {
        impl $request {
            /// Sends the request and blocks until the response has arrived. Needs the feature
            /// `blocking`.
            ///
            /// # Errors
            ///
            /// The same as [`send`](Self::send).
            pub fn send_blocking(
                self,
                client: &$crate::BlockingClient,
            ) -> ::core::result::Result<$output, $crate::Error> {
                client.send(&self)
            }
        }
    };
}

#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_list_request {
    ($request:ident) => {
        impl $request {
            /// Like [`paginate`](Self::paginate), but blocks while a page is fetched. Needs the
            /// feature `blocking`.
            #[must_use = "nothing is fetched until an item is requested"]
            pub fn paginate_blocking(
                self,
                client: &$crate::BlockingClient,
            ) -> $crate::BlockingPages<Self> {
                client.paginate(self)
            }
        }
    };
}

#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_wait {
    ($request:ident, $output:ty) => {
        impl $request {
            /// Like [`wait_for_outcome`](Self::wait_for_outcome), but blocks. Needs the feature
            /// `blocking`.
            ///
            /// # Errors
            ///
            /// The same as [`wait_for_outcome`](Self::wait_for_outcome).
            pub fn wait_for_outcome_blocking(
                self,
                client: &$crate::BlockingClient,
                limit: ::core::time::Duration,
            ) -> ::core::result::Result<$output, $crate::Error> {
                client.wait_for_outcome(&self, limit)
            }
        }
    };
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_wait {
    ($request:ident, $output:ty) => {};
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_request {
    ($request:ident, $output:ty) => {};
}

#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_blocking_list_request {
    ($request:ident) => {};
}
