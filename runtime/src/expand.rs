//! Paths of properties that a request [expands](https://docs.stripe.com/api/expanding_objects).
//!
//! A request's `expand` takes a closure. Its argument has a method for each property that leads to
//! something that can be expanded, so a misspelled path, a path of another resource and a path
//! that is too deep do not compile:
//!
//! ```text
//! retrieve("vs_123").expand(|session| session.last_verification_report().document().number())
//! ```
//!
//! A generated crate has a type for each object that such a path leads through, for example
//! `VerificationSessionExpansion`. Its first parameter says how many [levels](Levels) the path can
//! still go down, the second whether it can [end](Expansion) here. You rarely have to name them.
//!
//! The items of a list are one level below it, and their `data.` is added for you: a request for a
//! list takes the path from an item.

use std::fmt;
use std::marker::PhantomData;

/// How many levels Stripe expands.
const DEEPEST: usize = 4;

/// The names from the response to a property.
///
/// `L` is the number of levels that may follow, `E` is [`Whole`] or [`Part`].
#[must_use = "a path is expanded by the request that it is given to"]
pub struct Path<L, E> {
    names: [&'static str; DEEPEST],
    length: usize,
    /// Whether the last name is that of a list, whose items are in its `data`.
    is_list: bool,
    marker: PhantomData<(L, E)>,
}

impl<L, E> Path<L, E> {
    fn new(is_list: bool) -> Self {
        Self {
            names: [""; DEEPEST],
            length: 0,
            is_list,
            marker: PhantomData,
        }
    }

    /// The path of a property of the object that this path leads to.
    #[doc(hidden)]
    pub fn to<M, F>(&self, name: &'static str) -> Path<M, F> {
        let path = self.cast(false);
        let path = if self.is_list {
            path.then("data")
        } else {
            path
        };
        path.then(name)
    }

    /// The path of a list of the object that this path leads to.
    #[doc(hidden)]
    pub fn to_list<M, F>(&self, name: &'static str) -> Path<M, F> {
        self.to::<M, F>(name).cast(true)
    }

    fn then(mut self, name: &'static str) -> Self {
        // There is always room: no method of a path leads deeper.
        if let Some(next) = self.names.get_mut(self.length) {
            *next = name;
            self.length += 1;
        }
        self
    }

    fn cast<M, F>(&self, is_list: bool) -> Path<M, F> {
        Path {
            names: self.names,
            length: self.length,
            is_list,
            marker: PhantomData,
        }
    }

    fn text(&self) -> String {
        self.names[..self.length].join(".")
    }
}

impl<L, E> fmt::Debug for Path<L, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Path").field(&self.text()).finish()
    }
}

/// The path of a property that Stripe can expand.
#[diagnostic::on_unimplemented(
    message = "Stripe does not expand this property by itself",
    label = "add one of its properties to the path",
    note = "`expand_raw` takes any path as text"
)]
pub trait Expansion {
    /// The path as it is sent: `last_verification_report.document.number`.
    fn into_text(self) -> String;
}

impl<L> Expansion for Path<L, Whole> {
    fn into_text(self) -> String {
        self.text()
    }
}

/// A number of levels that a path can still go down: [`Four`] to [`Zero`].
pub trait Levels {
    /// The levels that are left below a property.
    type Next: Levels;
    /// The levels that are left below the items of a list.
    type Items: Levels;
}

/// At least one level.
#[diagnostic::on_unimplemented(
    message = "Stripe expands at most four levels",
    label = "this is one level too deep",
    note = "the `data` of a list is a level"
)]
pub trait Deeper: Levels {}

macro_rules! levels {
    ($($(#[$docs:meta])* $level:ident: $next:ident, $items:ident;)*) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, Debug)]
        pub struct $level;

        impl Levels for $level {
            type Next = $next;
            type Items = $items;
        }
    )*};
}

levels! {
    /// Four levels are left: the path is that of the response itself.
    Four: Three, Two;
    /// Three levels are left.
    Three: Two, One;
    /// Two levels are left.
    Two: One, Zero;
    /// One level is left.
    One: Zero, Zero;
    /// No level is left.
    Zero: Zero, Zero;
}

impl Deeper for Four {}
impl Deeper for Three {}
impl Deeper for Two {}
impl Deeper for One {}

/// A path that can end here.
#[derive(Clone, Copy, Debug)]
pub struct Whole;

/// A path that has to go on: Stripe does not expand this property by itself.
#[derive(Clone, Copy, Debug)]
pub struct Part;

/// The text of a path from a response. For `expand` of generated requests.
#[doc(hidden)]
pub fn of_response<R, E>(path: impl FnOnce(R) -> E) -> String
where
    R: From<Path<Four, Part>>,
    E: Expansion,
{
    path(R::from(Path::new(false))).into_text()
}

/// The text of a path from an item of a response that is a list. For `expand` of generated requests.
#[doc(hidden)]
pub fn of_item<R, E>(path: impl FnOnce(R) -> E) -> String
where
    R: From<Path<Three, Part>>,
    E: Expansion,
{
    path(R::from(Path::new(true))).into_text()
}

/// Gives a generated tuple struct around a [`Path`](crate::expand::Path) what it needs to be the
/// path of an object.
///
/// ```
/// use stripe_runtime::expand::{self, Deeper, Levels, Part, Path, Whole};
///
/// #[must_use]
/// pub struct ChargeExpansion<L, E>(Path<L, E>);
///
/// stripe_runtime::impl_expansion!(ChargeExpansion);
///
/// impl<L: Levels, E> ChargeExpansion<L, E> {
///     pub fn customer(&self) -> Path<L::Next, Whole>
///     where
///         L: Deeper,
///     {
///         self.0.to("customer")
///     }
///
///     pub fn refunds(&self) -> ChargeExpansion<L::Items, Whole>
///     where
///         L: Deeper,
///     {
///         ChargeExpansion(self.0.to_list("refunds"))
///     }
/// }
///
/// let refunded = expand::of_response(|charge: ChargeExpansion<_, _>| charge.refunds().customer());
/// assert_eq!(refunded, "refunds.data.customer");
/// let listed = expand::of_item(|charge: ChargeExpansion<_, _>| charge.customer());
/// assert_eq!(listed, "data.customer");
/// ```
#[macro_export]
macro_rules! impl_expansion {
    ($name:ident) => {
        impl<L, E> ::core::convert::From<$crate::expand::Path<L, E>> for $name<L, E> {
            fn from(path: $crate::expand::Path<L, E>) -> Self {
                Self(path)
            }
        }

        impl<L> $crate::expand::Expansion for $name<L, $crate::expand::Whole> {
            fn into_text(self) -> ::std::string::String {
                $crate::expand::Expansion::into_text(self.0)
            }
        }

        impl<L, E> ::core::fmt::Debug for $name<L, E> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.0, f)
            }
        }
    };
}
