//! The edits of `base.yaml`, and what is told of each.

use super::{Case, NOTHING};

pub(in super::super) const CASES: &[Case] = &[
    Case {
        name: "another version of the API",
        edits: &[("/info/version", r#""2026-01-01""#)],
        expected: &["additive API_VERSION: is `2026-01-01` instead of `2025-01-01`"],
        ..NOTHING
    },
    Case {
        name: "a field comes",
        edits: &[(
            "/components/schemas/thing/properties/size",
            r#"{"type": "integer"}"#,
        )],
        expected: &["additive thing::Thing::size: new field of type `Option<i64>`"],
        ..NOTHING
    },
    Case {
        name: "a field has another type",
        edits: &[(
            "/components/schemas/thing/properties/note/type",
            r#""integer""#,
        )],
        expected: &["breaking thing::Thing::note: is `Option<i64>` instead of `Option<String>`"],
        ..NOTHING
    },
    Case {
        name: "a field may be absent",
        edits: &[("/components/schemas/thing/required/2", "-")],
        expected: &[
            "breaking thing::Thing::kind: is optional now: `Option<ThingKind>` instead of `ThingKind`",
        ],
        ..NOTHING
    },
    Case {
        name: "a field may be null and has another type",
        edits: &[(
            "/components/schemas/thing/properties/kind",
            r#"{"type": "boolean", "nullable": true}"#,
        )],
        expected: &[
            "breaking thing::create: the argument `kind` takes `CreateKind` instead of `ThingKind`",
            "breaking thing::Thing::kind: is `Option<bool>` instead of `ThingKind`",
            "breaking thing::ThingKind: the enum is gone",
            "additive thing::CreateKind: new enum",
            "documentation thing::Thing::kind: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "a field is deprecated",
        edits: &[(
            "/components/schemas/thing/properties/note/deprecated",
            "true",
        )],
        expected: &["additive thing::Thing::note: is deprecated now"],
        ..NOTHING
    },
    Case {
        name: "a field is documented in other words",
        edits: &[(
            "/components/schemas/thing/properties/note/description",
            r#""Another note.""#,
        )],
        expected: &["documentation thing::Thing::note: other documentation"],
        ..NOTHING
    },
    Case {
        name: "several are documented in other words",
        edits: &[
            ("/components/schemas/thing/description", r#""That thing.""#),
            (
                "/components/schemas/part/properties/size/description",
                r#""How large.""#,
            ),
            (
                "/paths/~1v1~1things/post/description",
                r#""Makes that thing.""#,
            ),
            (
                "/paths/~1v1~1things/get/parameters/1/description",
                r#""At most.""#,
            ),
        ],
        expected: &[
            "documentation shared::Part::size: other documentation",
            "documentation thing::create: other documentation",
            "documentation thing::ListThings::limit: other documentation",
            "documentation thing::Thing: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "`Debug` shows a field",
        selection: "[debug]\npublic = [\"thing.note\"]\n",
        expected: &["additive thing::Thing::note: `Debug` shows it now"],
        ..NOTHING
    },
    Case {
        name: "a field has another kind of type, which `Debug` hides",
        edits: &[(
            "/components/schemas/thing/properties/kind",
            r#"{"type": "string", "description": "Its kind."}"#,
        )],
        expected: &[
            "breaking thing::create: the argument `kind` takes `CreateKind` instead of `ThingKind`",
            "breaking thing::Thing::kind: is `String` instead of `ThingKind`",
            "breaking thing::ThingKind: the enum is gone",
            "additive thing::Thing::kind: `Debug` no longer shows it",
            "additive thing::CreateKind: new enum",
        ],
        ..NOTHING
    },
    Case {
        name: "an enum has another value",
        edits: &[(
            "/components/schemas/thing/properties/kind/enum/2",
            r#""huge""#,
        )],
        expected: &["additive thing::ThingKind::Huge: new value `huge`"],
        ..NOTHING
    },
    Case {
        name: "a value needs another name",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/options/properties/unit/enum/2",
            r#""half_inch""#,
        )],
        expected: &[
            "breaking thing::CreateOptionsUnit::HalfMinusInch: `HalfInch` is called `HalfMinusInch` now",
            "additive thing::CreateOptionsUnit::HalfUnderscoreInch: new value `half_inch`",
        ],
        ..NOTHING
    },
    Case {
        name: "a value is written in another way",
        edits: &[
            (
                "/components/schemas/thing/properties/kind/enum",
                r#"["Big", "small"]"#,
            ),
            (
                "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/kind/enum",
                r#"["Big", "small"]"#,
            ),
        ],
        expected: &["additive thing::ThingKind::Big: stands for `Big` instead of `big`"],
        ..NOTHING
    },
    Case {
        name: "a struct comes with a field",
        edits: &[(
            "/components/schemas/thing/properties/box",
            r#"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
        )],
        expected: &[
            "additive thing::Thing::box_: new field of type `Option<ThingBox>`",
            "additive thing::ThingBox: new struct",
        ],
        ..NOTHING
    },
    Case {
        name: "a struct becomes an enum",
        edits: &[(
            "/components/schemas/part",
            r#"{"type": "string", "description": "A part.", "enum": ["one"]}"#,
        )],
        expected: &[
            "breaking shared::Part: is an enum of strings now, and was a struct that Stripe sends",
        ],
        ..NOTHING
    },
    Case {
        name: "a type has another name",
        selection: "[names.rename]\npart = \"Piece\"\n",
        expected: &[
            "breaking shared::Piece: `Part` is called `Piece` now",
            "documentation thing::Thing::part: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "an object is called in another way",
        edits: &[(
            "/components/schemas/cat/properties/object/enum",
            r#"["kitten"]"#,
        )],
        expected: &["additive thing::Cat: is written with `object` `kitten` instead of `cat`"],
        ..NOTHING
    },
    Case {
        name: "a resource has no id",
        edits: &[
            ("/components/schemas/thing/properties/id", "-"),
            (
                "/components/schemas/thing/required",
                r#"["object", "kind"]"#,
            ),
        ],
        expected: &[
            "breaking thing::parts: the argument `thing` takes `ObjectId` instead of `ThingId`",
            "breaking thing::retrieve: the argument `thing` takes `ObjectId` instead of `ThingId`",
            "breaking thing::ListThings::paginate: can no longer be paged: the method `paginate` is gone",
            "breaking thing::Thing::id: the field of type `ThingId` is gone",
            "breaking thing::Thing: is no longer an `Object` with an id",
            "breaking thing::ThingId: the id is gone",
            "documentation thing::parts: other documentation",
            "documentation thing::retrieve: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "a union has another alternative",
        edits: &[(
            "/components/schemas/thing/properties/subject/anyOf/2",
            r##"{"$ref": "#/components/schemas/part"}"##,
        )],
        expected: &["additive thing::ThingSubject::Part: new alternative of type `shared::Part`"],
        ..NOTHING
    },
    Case {
        name: "a union that is sent has another alternative",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/target/anyOf/2",
            r#"{"type": "boolean"}"#,
        )],
        expected: &["additive thing::CreateTarget::Boolean: new alternative of type `bool`"],
        ..NOTHING
    },
    Case {
        name: "an alternative has another type",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/target/anyOf",
            r#"[{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]"#,
        )],
        expected: &[
            "breaking thing::CreateTarget::Integer: the alternative of type `i64` is gone",
            "additive thing::CreateTarget::List: new alternative of type `Vec<i64>`",
        ],
        ..NOTHING
    },
    Case {
        name: "a setter comes",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/weight",
            r#"{"type": "number"}"#,
        )],
        expected: &["additive thing::CreateThing::weight: new setter of type `f64`"],
        ..NOTHING
    },
    Case {
        name: "a setter takes another type",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/note",
            r#"{"description": "A note.", "anyOf": [{"type": "string"}, {"type": "string", "enum": [""]}]}"#,
        )],
        expected: &[
            "breaking thing::CreateThing::note: takes `Clearable<String>` instead of `String`",
            "documentation thing::CreateThing::note: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "a setter is deprecated",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/note/deprecated",
            "true",
        )],
        expected: &["additive thing::CreateThing::note: is deprecated now"],
        ..NOTHING
    },
    Case {
        name: "a parameter is no longer required",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/required",
            "-",
        )],
        expected: &[
            "breaking thing::create: the argument `kind` became a setter: it is no longer required",
        ],
        ..NOTHING
    },
    Case {
        name: "a parameter of an object is no longer required",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/options/required",
            "-",
        )],
        expected: &[
            "breaking thing::CreateOptions::new: the argument `depth` became a setter: it is no longer required",
        ],
        ..NOTHING
    },
    Case {
        name: "an argument comes",
        edits: &[
            (
                "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/colour",
                r#"{"type": "string"}"#,
            ),
            (
                "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/required",
                r#"["colour", "kind"]"#,
            ),
        ],
        expected: &[
            "breaking thing::create: new argument `colour` of type `String`: it is required",
        ],
        ..NOTHING
    },
    Case {
        name: "an argument has another type",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/kind",
            r#"{"type": "string"}"#,
        )],
        expected: &[
            "breaking thing::create: the argument `kind` takes `String` instead of `ThingKind`",
            "additive thing::create: `Debug` no longer shows the argument `kind`",
        ],
        ..NOTHING
    },
    Case {
        name: "a path calls its parameter otherwise",
        edits: &[
            ("/paths/~1v1~1things~1{thing}", "-"),
            (
                "/paths/~1v1~1things~1{id}",
                r##"{"get": {"operationId": "GetThing", "description": "Retrieves a thing.", "parameters": [{"in": "path", "name": "id", "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}}}"##,
            ),
        ],
        expected: &[
            "documentation thing::retrieve: other documentation",
            "documentation thing::retrieve: the argument `thing` is called `id` now",
        ],
        ..NOTHING
    },
    Case {
        name: "a function comes with its types",
        edits: &[(
            "/paths/~1v1~1things~1{thing}~1paint",
            r##"{"post": {"operationId": "PostThingPaint", "parameters": [{"in": "path", "name": "thing", "required": true, "schema": {"type": "string"}}], "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"colour": {"type": "string", "enum": ["red"]}}}}}}, "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}}}"##,
        )],
        expected: &["additive thing::paint: new function for `POST /v1/things/{thing}/paint`"],
        ..NOTHING
    },
    Case {
        name: "a function has another name",
        edits: &[(
            "/paths/~1v1~1things~1{thing}~1parts/get",
            r##"{"operationId": "GetThingParts", "description": "Lists parts.", "parameters": [{"in": "path", "name": "thing", "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "object", "properties": {"object": {"type": "string", "enum": ["list"]}, "data": {"type": "array", "items": {"$ref": "#/components/schemas/part"}}, "has_more": {"type": "boolean"}}}}}}}}"##,
        )],
        expected: &[
            "breaking thing::create_part: `parts` is called `create_part` now",
            "breaking thing::CreateThingPart: `PartsThing` is called `CreateThingPart` now",
            "additive thing::list_parts: new function for `GET /v1/things/{thing}/parts`",
            "documentation thing::create_part: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "a function is sent to another path",
        edits: &[
            ("/paths/~1v1~1things~1{thing}~1parts", "-"),
            (
                "/paths/~1v2~1things~1{thing}~1parts",
                r##"{"post": {"operationId": "PostThingParts", "description": "Takes a thing apart.", "parameters": [{"in": "path", "name": "thing", "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}}}"##,
            ),
        ],
        expected: &[
            "breaking thing::parts: the function for `POST /v1/things/{thing}/parts` is gone",
            "additive v2_thing::parts: new function for `POST /v2/things/{thing}/parts`",
        ],
        ..NOTHING
    },
    Case {
        name: "a path has its parameters in another order",
        edits: &[
            ("/paths/~1v1~1links~1{left}~1{right}", "-"),
            (
                "/paths/~1v1~1links~1{right}~1{left}",
                r##"{"post": {"operationId": "PostLink", "description": "Links things.", "parameters": [{"in": "path", "name": "left", "required": true, "schema": {"type": "string"}}, {"in": "path", "name": "right", "required": true, "schema": {"type": "string"}}], "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/part"}}}}}}}"##,
            ),
        ],
        expected: &[
            "breaking link::update: the arguments come in another order: `right, left` instead of `left, right`",
            "documentation link::update: other documentation",
        ],
        ..NOTHING
    },
    Case {
        name: "a function is sent to another host",
        edits: &[(
            "/paths/~1v1~1things/post/servers",
            r#"[{"url": "https://files.stripe.com/"}]"#,
        )],
        expected: &[
            "breaking thing::create: sends `POST https://files.stripe.com/v1/things` instead of `POST /v1/things`",
        ],
        ..NOTHING
    },
    Case {
        name: "a function is deprecated",
        edits: &[("/paths/~1v1~1things/post/deprecated", "true")],
        expected: &["additive thing::create: is deprecated now"],
        ..NOTHING
    },
    Case {
        name: "a response has another type",
        edits: &[(
            "/paths/~1v1~1things~1{thing}~1parts/post/responses/200/content/application~1json/schema/$ref",
            r##""#/components/schemas/part""##,
        )],
        expected: &["breaking thing::PartsThing::send: gives `shared::Part` instead of `Thing`"],
        ..NOTHING
    },
    Case {
        name: "a list cannot be paged",
        edits: &[("/paths/~1v1~1things/get/parameters/0", "-")],
        expected: &[
            "breaking thing::ListThings::paginate: can no longer be paged: the method `paginate` is gone",
            "breaking thing::ListThings::ending_before: the setter of type `String` is gone",
        ],
        ..NOTHING
    },
    Case {
        name: "events come",
        selection: "[events]\nname = \"ThingEvent\"\ntypes = [\"thing.made\"]\n",
        expected: &["additive webhook::ThingEvent: new enum of events"],
        ..NOTHING
    },
    Case {
        name: "there is another event, and one less",
        before: "[events]\nname = \"ThingEvent\"\ntypes = [\"thing.made\", \"thing.lost\"]\n",
        selection: "[events]\nname = \"ThingEvent\"\ntypes = [\"thing.made\", \"thing.found\"]\n",
        expected: &[
            "breaking webhook::ThingEvent::ThingLost: the event `thing.lost` is gone",
            "additive webhook::ThingEvent::ThingFound: new event `thing.found`",
        ],
        ..NOTHING
    },
    Case {
        name: "the enum of events has another name",
        before: "[events]\nname = \"ThingEvent\"\ntypes = [\"thing.made\"]\n",
        selection: "[events]\nname = \"EventOfThing\"\ntypes = [\"thing.made\"]\n",
        expected: &["breaking webhook::EventOfThing: `ThingEvent` is called `EventOfThing` now"],
        ..NOTHING
    },
    Case {
        name: "the crate has another name",
        selection: "[crate]\nname = \"things\"\ntitle = \"Things\"\n",
        expected: &[
            "breaking things: `stripe-client` is called `things` now",
            "documentation things: other documentation",
        ],
        ..NOTHING
    },
];
