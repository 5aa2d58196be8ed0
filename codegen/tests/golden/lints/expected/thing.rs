// @generated from Stripe's OpenAPI document. Do not edit: change the document or the generator, and run
// `cargo xtask generate`.

//! Everything about a [`Thing`].
//!
//! [Stripe's documentation](https://docs.stripe.com/api/things/object)

use std::fmt;
use serde::{Deserialize, Serialize};
use stripe_runtime::{Object, ObjectId, UnknownValue};

mod retrieve;
mod update;
mod options;

pub use self::retrieve::{RetrieveThing, RetrieveShort, RetrieveLong, retrieve};
pub use self::update::{
    UpdateThing, UpdateCard, UpdateCodes, UpdateNamed, UpdateNames, UpdateShipping,
    UpdateSourceObject, UpdateSource, update,
};
pub use self::options::{OptionsThing, options};

/// A `thing`.
///
/// [Stripe's documentation](https://docs.stripe.com/api/things/object)
#[expect(clippy::struct_excessive_bools, reason = "Stripe's object has them")]
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "thing")]
#[non_exhaustive]
pub struct Thing {
    /// Stripe does not describe `four`.
    pub four: bool,
    /// See [`ThingId`].
    pub id: ThingId,
    /// See [`ThingKind`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ThingKind>,
    /// Stripe does not describe `one`.
    pub one: bool,
    /// Stripe does not describe `three`.
    pub three: bool,
    /// Stripe does not describe `two`.
    pub two: bool,
}

impl fmt::Debug for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thing")
            .field("four", &self.four)
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("one", &self.one)
            .field("three", &self.three)
            .field("two", &self.two)
            .finish()
    }
}

impl Object for Thing {
    type Id = ThingId;

    fn id(&self) -> &ThingId {
        &self.id
    }
}

/// The id of a [`Thing`].
///
/// It holds nothing but ASCII letters, digits, `_` and `-`, so that it cannot change the path of a URL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(ObjectId);

stripe_runtime::impl_id!(ThingId);

/// One of `kind`.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// `word_word_word_word_word_word_word_word_word_word_0`
    WordWordWordWordWordWordWordWordWordWord0,
    /// `word_word_word_word_word_word_word_word_word_word_1`
    WordWordWordWordWordWordWordWordWordWord1,
    /// `word_word_word_word_word_word_word_word_word_word_2`
    WordWordWordWordWordWordWordWordWordWord2,
    /// `word_word_word_word_word_word_word_word_word_word_3`
    WordWordWordWordWordWordWordWordWordWord3,
    /// `word_word_word_word_word_word_word_word_word_word_4`
    WordWordWordWordWordWordWordWordWordWord4,
    /// `word_word_word_word_word_word_word_word_word_word_5`
    WordWordWordWordWordWordWordWordWordWord5,
    /// `word_word_word_word_word_word_word_word_word_word_6`
    WordWordWordWordWordWordWordWordWordWord6,
    /// `word_word_word_word_word_word_word_word_word_word_7`
    WordWordWordWordWordWordWordWordWordWord7,
    /// `word_word_word_word_word_word_word_word_word_word_8`
    WordWordWordWordWordWordWordWordWordWord8,
    /// `word_word_word_word_word_word_word_word_word_word_9`
    WordWordWordWordWordWordWordWordWordWord9,
    /// `word_word_word_word_word_word_word_word_word_word_10`
    WordWordWordWordWordWordWordWordWordWord10,
    /// `word_word_word_word_word_word_word_word_word_word_11`
    WordWordWordWordWordWordWordWordWordWord11,
    /// `word_word_word_word_word_word_word_word_word_word_12`
    WordWordWordWordWordWordWordWordWordWord12,
    /// `word_word_word_word_word_word_word_word_word_word_13`
    WordWordWordWordWordWordWordWordWordWord13,
    /// `word_word_word_word_word_word_word_word_word_word_14`
    WordWordWordWordWordWordWordWordWordWord14,
    /// `word_word_word_word_word_word_word_word_word_word_15`
    WordWordWordWordWordWordWordWordWordWord15,
    /// `word_word_word_word_word_word_word_word_word_word_16`
    WordWordWordWordWordWordWordWordWordWord16,
    /// `word_word_word_word_word_word_word_word_word_word_17`
    WordWordWordWordWordWordWordWordWordWord17,
    /// `word_word_word_word_word_word_word_word_word_word_18`
    WordWordWordWordWordWordWordWordWordWord18,
    /// `word_word_word_word_word_word_word_word_word_word_19`
    WordWordWordWordWordWordWordWordWordWord19,
    /// `word_word_word_word_word_word_word_word_word_word_20`
    WordWordWordWordWordWordWordWordWordWord20,
    /// `word_word_word_word_word_word_word_word_word_word_21`
    WordWordWordWordWordWordWordWordWordWord21,
    /// `word_word_word_word_word_word_word_word_word_word_22`
    WordWordWordWordWordWordWordWordWordWord22,
    /// `word_word_word_word_word_word_word_word_word_word_23`
    WordWordWordWordWordWordWordWordWordWord23,
    /// `word_word_word_word_word_word_word_word_word_word_24`
    WordWordWordWordWordWordWordWordWordWord24,
    /// `word_word_word_word_word_word_word_word_word_word_25`
    WordWordWordWordWordWordWordWordWordWord25,
    /// `word_word_word_word_word_word_word_word_word_word_26`
    WordWordWordWordWordWordWordWordWordWord26,
    /// `word_word_word_word_word_word_word_word_word_word_27`
    WordWordWordWordWordWordWordWordWordWord27,
    /// `word_word_word_word_word_word_word_word_word_word_28`
    WordWordWordWordWordWordWordWordWordWord28,
    /// `word_word_word_word_word_word_word_word_word_word_29`
    WordWordWordWordWordWordWordWordWordWord29,
    /// `word_word_word_word_word_word_word_word_word_word_30`
    WordWordWordWordWordWordWordWordWordWord30,
    /// `word_word_word_word_word_word_word_word_word_word_31`
    WordWordWordWordWordWordWordWordWordWord31,
    /// `word_word_word_word_word_word_word_word_word_word_32`
    WordWordWordWordWordWordWordWordWordWord32,
    /// A value that this version of the crate does not name.
    UnknownValue(UnknownValue),
}

impl ThingKind {
    /// The value as Stripe writes it.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "it has a line for each value")]
    pub fn as_str(&self) -> &str {
        match self {
            Self::WordWordWordWordWordWordWordWordWordWord0 => {
                "word_word_word_word_word_word_word_word_word_word_0"
            }
            Self::WordWordWordWordWordWordWordWordWordWord1 => {
                "word_word_word_word_word_word_word_word_word_word_1"
            }
            Self::WordWordWordWordWordWordWordWordWordWord2 => {
                "word_word_word_word_word_word_word_word_word_word_2"
            }
            Self::WordWordWordWordWordWordWordWordWordWord3 => {
                "word_word_word_word_word_word_word_word_word_word_3"
            }
            Self::WordWordWordWordWordWordWordWordWordWord4 => {
                "word_word_word_word_word_word_word_word_word_word_4"
            }
            Self::WordWordWordWordWordWordWordWordWordWord5 => {
                "word_word_word_word_word_word_word_word_word_word_5"
            }
            Self::WordWordWordWordWordWordWordWordWordWord6 => {
                "word_word_word_word_word_word_word_word_word_word_6"
            }
            Self::WordWordWordWordWordWordWordWordWordWord7 => {
                "word_word_word_word_word_word_word_word_word_word_7"
            }
            Self::WordWordWordWordWordWordWordWordWordWord8 => {
                "word_word_word_word_word_word_word_word_word_word_8"
            }
            Self::WordWordWordWordWordWordWordWordWordWord9 => {
                "word_word_word_word_word_word_word_word_word_word_9"
            }
            Self::WordWordWordWordWordWordWordWordWordWord10 => {
                "word_word_word_word_word_word_word_word_word_word_10"
            }
            Self::WordWordWordWordWordWordWordWordWordWord11 => {
                "word_word_word_word_word_word_word_word_word_word_11"
            }
            Self::WordWordWordWordWordWordWordWordWordWord12 => {
                "word_word_word_word_word_word_word_word_word_word_12"
            }
            Self::WordWordWordWordWordWordWordWordWordWord13 => {
                "word_word_word_word_word_word_word_word_word_word_13"
            }
            Self::WordWordWordWordWordWordWordWordWordWord14 => {
                "word_word_word_word_word_word_word_word_word_word_14"
            }
            Self::WordWordWordWordWordWordWordWordWordWord15 => {
                "word_word_word_word_word_word_word_word_word_word_15"
            }
            Self::WordWordWordWordWordWordWordWordWordWord16 => {
                "word_word_word_word_word_word_word_word_word_word_16"
            }
            Self::WordWordWordWordWordWordWordWordWordWord17 => {
                "word_word_word_word_word_word_word_word_word_word_17"
            }
            Self::WordWordWordWordWordWordWordWordWordWord18 => {
                "word_word_word_word_word_word_word_word_word_word_18"
            }
            Self::WordWordWordWordWordWordWordWordWordWord19 => {
                "word_word_word_word_word_word_word_word_word_word_19"
            }
            Self::WordWordWordWordWordWordWordWordWordWord20 => {
                "word_word_word_word_word_word_word_word_word_word_20"
            }
            Self::WordWordWordWordWordWordWordWordWordWord21 => {
                "word_word_word_word_word_word_word_word_word_word_21"
            }
            Self::WordWordWordWordWordWordWordWordWordWord22 => {
                "word_word_word_word_word_word_word_word_word_word_22"
            }
            Self::WordWordWordWordWordWordWordWordWordWord23 => {
                "word_word_word_word_word_word_word_word_word_word_23"
            }
            Self::WordWordWordWordWordWordWordWordWordWord24 => {
                "word_word_word_word_word_word_word_word_word_word_24"
            }
            Self::WordWordWordWordWordWordWordWordWordWord25 => {
                "word_word_word_word_word_word_word_word_word_word_25"
            }
            Self::WordWordWordWordWordWordWordWordWordWord26 => {
                "word_word_word_word_word_word_word_word_word_word_26"
            }
            Self::WordWordWordWordWordWordWordWordWordWord27 => {
                "word_word_word_word_word_word_word_word_word_word_27"
            }
            Self::WordWordWordWordWordWordWordWordWordWord28 => {
                "word_word_word_word_word_word_word_word_word_word_28"
            }
            Self::WordWordWordWordWordWordWordWordWordWord29 => {
                "word_word_word_word_word_word_word_word_word_word_29"
            }
            Self::WordWordWordWordWordWordWordWordWordWord30 => {
                "word_word_word_word_word_word_word_word_word_word_30"
            }
            Self::WordWordWordWordWordWordWordWordWordWord31 => {
                "word_word_word_word_word_word_word_word_word_word_31"
            }
            Self::WordWordWordWordWordWordWordWordWordWord32 => {
                "word_word_word_word_word_word_word_word_word_word_32"
            }
            Self::UnknownValue(value) => value.as_str(),
        }
    }
}

impl From<&str> for ThingKind {
    #[expect(clippy::too_many_lines, reason = "it has a line for each value")]
    fn from(value: &str) -> Self {
        match value {
            "word_word_word_word_word_word_word_word_word_word_0" => {
                Self::WordWordWordWordWordWordWordWordWordWord0
            }
            "word_word_word_word_word_word_word_word_word_word_1" => {
                Self::WordWordWordWordWordWordWordWordWordWord1
            }
            "word_word_word_word_word_word_word_word_word_word_2" => {
                Self::WordWordWordWordWordWordWordWordWordWord2
            }
            "word_word_word_word_word_word_word_word_word_word_3" => {
                Self::WordWordWordWordWordWordWordWordWordWord3
            }
            "word_word_word_word_word_word_word_word_word_word_4" => {
                Self::WordWordWordWordWordWordWordWordWordWord4
            }
            "word_word_word_word_word_word_word_word_word_word_5" => {
                Self::WordWordWordWordWordWordWordWordWordWord5
            }
            "word_word_word_word_word_word_word_word_word_word_6" => {
                Self::WordWordWordWordWordWordWordWordWordWord6
            }
            "word_word_word_word_word_word_word_word_word_word_7" => {
                Self::WordWordWordWordWordWordWordWordWordWord7
            }
            "word_word_word_word_word_word_word_word_word_word_8" => {
                Self::WordWordWordWordWordWordWordWordWordWord8
            }
            "word_word_word_word_word_word_word_word_word_word_9" => {
                Self::WordWordWordWordWordWordWordWordWordWord9
            }
            "word_word_word_word_word_word_word_word_word_word_10" => {
                Self::WordWordWordWordWordWordWordWordWordWord10
            }
            "word_word_word_word_word_word_word_word_word_word_11" => {
                Self::WordWordWordWordWordWordWordWordWordWord11
            }
            "word_word_word_word_word_word_word_word_word_word_12" => {
                Self::WordWordWordWordWordWordWordWordWordWord12
            }
            "word_word_word_word_word_word_word_word_word_word_13" => {
                Self::WordWordWordWordWordWordWordWordWordWord13
            }
            "word_word_word_word_word_word_word_word_word_word_14" => {
                Self::WordWordWordWordWordWordWordWordWordWord14
            }
            "word_word_word_word_word_word_word_word_word_word_15" => {
                Self::WordWordWordWordWordWordWordWordWordWord15
            }
            "word_word_word_word_word_word_word_word_word_word_16" => {
                Self::WordWordWordWordWordWordWordWordWordWord16
            }
            "word_word_word_word_word_word_word_word_word_word_17" => {
                Self::WordWordWordWordWordWordWordWordWordWord17
            }
            "word_word_word_word_word_word_word_word_word_word_18" => {
                Self::WordWordWordWordWordWordWordWordWordWord18
            }
            "word_word_word_word_word_word_word_word_word_word_19" => {
                Self::WordWordWordWordWordWordWordWordWordWord19
            }
            "word_word_word_word_word_word_word_word_word_word_20" => {
                Self::WordWordWordWordWordWordWordWordWordWord20
            }
            "word_word_word_word_word_word_word_word_word_word_21" => {
                Self::WordWordWordWordWordWordWordWordWordWord21
            }
            "word_word_word_word_word_word_word_word_word_word_22" => {
                Self::WordWordWordWordWordWordWordWordWordWord22
            }
            "word_word_word_word_word_word_word_word_word_word_23" => {
                Self::WordWordWordWordWordWordWordWordWordWord23
            }
            "word_word_word_word_word_word_word_word_word_word_24" => {
                Self::WordWordWordWordWordWordWordWordWordWord24
            }
            "word_word_word_word_word_word_word_word_word_word_25" => {
                Self::WordWordWordWordWordWordWordWordWordWord25
            }
            "word_word_word_word_word_word_word_word_word_word_26" => {
                Self::WordWordWordWordWordWordWordWordWordWord26
            }
            "word_word_word_word_word_word_word_word_word_word_27" => {
                Self::WordWordWordWordWordWordWordWordWordWord27
            }
            "word_word_word_word_word_word_word_word_word_word_28" => {
                Self::WordWordWordWordWordWordWordWordWordWord28
            }
            "word_word_word_word_word_word_word_word_word_word_29" => {
                Self::WordWordWordWordWordWordWordWordWordWord29
            }
            "word_word_word_word_word_word_word_word_word_word_30" => {
                Self::WordWordWordWordWordWordWordWordWordWord30
            }
            "word_word_word_word_word_word_word_word_word_word_31" => {
                Self::WordWordWordWordWordWordWordWordWordWord31
            }
            "word_word_word_word_word_word_word_word_word_word_32" => {
                Self::WordWordWordWordWordWordWordWordWordWord32
            }
            _ => Self::UnknownValue(UnknownValue::new(value)),
        }
    }
}

stripe_runtime::impl_open_enum!(ThingKind);
