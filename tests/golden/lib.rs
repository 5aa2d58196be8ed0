//! The golden cases of the generator, compiled: what it emits is Rust without a warning.

#[rustfmt::skip]
#[path = "../../codegen/tests/golden/clearable/expected/lib.rs"]
pub mod clearable;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/colliding_titles/expected/lib.rs"]
pub mod colliding_titles;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/cut_reference/expected/lib.rs"]
pub mod cut_reference;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/deprecated/expected/lib.rs"]
pub mod deprecated;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/dotted_key/expected/lib.rs"]
pub mod dotted_key;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/download/expected/lib.rs"]
pub mod download;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/empty_object/expected/lib.rs"]
pub mod empty_object;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/events/expected/lib.rs"]
pub mod events;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/expandable/expected/lib.rs"]
pub mod expandable;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/homes/expected/lib.rs"]
pub mod homes;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/inline_list/expected/lib.rs"]
pub mod inline_list;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/keyword_property/expected/lib.rs"]
pub mod keyword_property;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/lints/expected/lib.rs"]
pub mod lints;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/list_items/expected/lib.rs"]
pub mod list_items;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/map/expected/lib.rs"]
pub mod map;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/namespace/expected/lib.rs"]
pub mod namespace;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/nullable_enum/expected/lib.rs"]
pub mod nullable_enum;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/nullable_reference/expected/lib.rs"]
pub mod nullable_reference;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/polymorphic/expected/lib.rs"]
pub mod polymorphic;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/prose/expected/lib.rs"]
pub mod prose;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/public_debug/expected/lib.rs"]
pub mod public_debug;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/range_query/expected/lib.rs"]
pub mod range_query;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/recursion/expected/lib.rs"]
pub mod recursion;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/redacted_enum/expected/lib.rs"]
pub mod redacted_enum;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/renamed_type/expected/lib.rs"]
pub mod renamed_type;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/request_union/expected/lib.rs"]
pub mod request_union;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/required_parameters/expected/lib.rs"]
pub mod required_parameters;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/signs/expected/lib.rs"]
pub mod signs;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/string_enum/expected/lib.rs"]
pub mod string_enum;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/upload/expected/lib.rs"]
pub mod upload;
#[rustfmt::skip]
#[path = "../../codegen/tests/golden/verbs/expected/lib.rs"]
pub mod verbs;
