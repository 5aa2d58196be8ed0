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
        expected: &[
            "additive thing::Thing::size: new field of type `Option<i64>`, hidden by `Debug`",
        ],
        ..NOTHING
    },
    Case {
        name: "enums come, one of which the selection hides",
        edits: &[
            (
                "/components/schemas/thing/properties/eye_color",
                r#"{"type": "string", "enum": ["blue"]}"#,
            ),
            (
                "/components/schemas/thing/properties/tint",
                r#"{"type": "string", "enum": ["blue"]}"#,
            ),
        ],
        selection: "[debug]\nhidden = [\"thing.eye_color\"]\n",
        expected: &[
            "additive thing::Thing::eye_color: new field of type `Option<ThingEyeColor>`, hidden by `Debug`",
            "additive thing::Thing::tint: new field of type `Option<ThingTint>`, shown by `Debug`",
            "additive thing::ThingEyeColor: new enum",
            "additive thing::ThingTint: new enum",
        ],
        ..NOTHING
    },
    Case {
        name: "an object comes that holds personal data",
        edits: &[(
            "/components/schemas/thing/properties/owner",
            r#"{"type": "object", "properties": {"sex": {"type": "string", "enum": ["[redacted]", "x"]}, "mood": {"type": "string", "enum": ["calm"]}, "adult": {"type": "boolean"}}}"#,
        )],
        expected: &[
            "additive thing::Thing::owner: new field of type `Option<ThingOwner>`, shown by `Debug`",
            "additive thing::ThingOwner: new struct; `Debug` shows `adult` and hides `mood`, `sex`",
            "additive thing::ThingOwnerMood: new enum",
            "additive thing::ThingOwnerSex: new enum",
        ],
        ..NOTHING
    },
    Case {
        name: "something can be expanded",
        selection: "[sent]\nwhen_expanded = [\"part.size\"]\n",
        expected: &[
            "additive shared::PartExpansion: new path",
            "additive thing::RetrieveThing::expand: new setter",
            "additive thing::ThingExpansion: new path",
            "documentation shared::Part::size: documentation changed",
            "documentation thing::RetrieveThing::expand_raw: documentation changed",
        ],
        ..NOTHING
    },
    Case {
        name: "an object that leads on can be expanded by itself",
        before: "[sent]\nwhen_expanded = [\"part.size\"]\n",
        selection: "[sent]\nwhen_expanded = [\"part.size\", \"thing.part\"]\n",
        expected: &[
            "additive thing::ThingExpansion::part: can now be expanded by itself",
            "documentation thing::Thing::part: documentation changed",
        ],
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
            "breaking thing::Thing::kind: now optional: `Option<ThingKind>` instead of `ThingKind`",
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
            "breaking thing::create: argument `kind` takes `CreateKind` instead of `ThingKind`",
            "breaking thing::Thing::kind: is `Option<bool>` instead of `ThingKind`",
            "breaking thing::ThingKind: removed enum",
            "additive thing::CreateKind: new enum",
            "documentation thing::Thing::kind: documentation changed",
        ],
        ..NOTHING
    },
    Case {
        name: "a field is deprecated",
        edits: &[(
            "/components/schemas/thing/properties/note/deprecated",
            "true",
        )],
        expected: &["additive thing::Thing::note: now deprecated"],
        ..NOTHING
    },
    Case {
        name: "a field is documented in other words",
        edits: &[(
            "/components/schemas/thing/properties/note/description",
            r#""Another note.""#,
        )],
        expected: &["documentation thing::Thing::note: documentation changed"],
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
            "documentation shared::Part::size: documentation changed",
            "documentation thing::create: documentation changed",
            "documentation thing::ListThings::limit: documentation changed",
            "documentation thing::Thing: documentation changed",
        ],
        ..NOTHING
    },
    Case {
        name: "`Debug` shows a field",
        selection: "[debug]\npublic = [\"thing.note\"]\n",
        expected: &["additive thing::Thing::note: `Debug` now shows it"],
        ..NOTHING
    },
    Case {
        name: "a field has another kind of type, which `Debug` hides",
        edits: &[(
            "/components/schemas/thing/properties/kind",
            r#"{"type": "string", "description": "Its kind."}"#,
        )],
        expected: &[
            "breaking thing::create: argument `kind` takes `CreateKind` instead of `ThingKind`",
            "breaking thing::Thing::kind: is `String` instead of `ThingKind`",
            "breaking thing::ThingKind: removed enum",
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
            "breaking thing::CreateOptionsUnit::HalfMinusInch: renamed from `HalfInch` to `HalfMinusInch`",
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
            "additive thing::Thing::box_: new field of type `Option<ThingBox>`, shown by `Debug`",
            "additive thing::ThingBox: new struct; `Debug` hides `a`",
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
            "breaking shared::Part: now an enum of strings, was a struct that Stripe sends",
        ],
        ..NOTHING
    },
    Case {
        name: "a type has another name",
        selection: "[names.rename]\npart = \"Piece\"\n",
        expected: &[
            "breaking shared::Piece: renamed from `Part` to `Piece`",
            "documentation thing::Thing::part: documentation changed",
        ],
        ..NOTHING
    },
    // No type moves, whatever refers to it.
    Case {
        name: "a type of one resource is used by an operation of another",
        edits: &[(
            "/paths/~1v1~1links~1{left}~1{right}/post/responses/200/content/application~1json/schema",
            r##"{"$ref": "#/components/schemas/cat"}"##,
        )],
        expected: &[
            "breaking link::UpdateLink::send: returns `cat::Cat` instead of `shared::Part`",
        ],
        ..NOTHING
    },
    Case {
        name: "a type of several resources is used by one",
        edits: &[("/components/schemas/thing/properties/part", "-")],
        expected: &["breaking thing::Thing::part: removed field of type `Option<shared::Part>`"],
        ..NOTHING
    },
    Case {
        name: "a type refers to a resource",
        edits: &[(
            "/components/schemas/part/properties/owner",
            r##"{"$ref": "#/components/schemas/dog"}"##,
        )],
        expected: &[
            "additive shared::Part::owner: new field of type `Option<dog::Dog>`, shown by `Debug`",
        ],
        ..NOTHING
    },
    Case {
        name: "an object is called in another way",
        edits: &[(
            "/components/schemas/cat/properties/object/enum",
            r#"["kitten"]"#,
        )],
        expected: &[
            "breaking shared::Cat: renamed from `cat::Cat` to `shared::Cat`",
            "additive shared::Cat: is serialized with `object` `kitten` instead of `cat`",
        ],
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
            "breaking thing::parts: argument `thing` takes `ObjectId` instead of `ThingId`",
            "breaking thing::retrieve: argument `thing` takes `ObjectId` instead of `ThingId`",
            "breaking thing::ListThings::paginate: can no longer be paginated: removed method `paginate`",
            "breaking thing::Thing::id: removed field of type `ThingId`",
            "breaking thing::Thing: no longer implements `Object`",
            "breaking thing::ThingId: removed id type",
            "documentation thing::parts: documentation changed",
            "documentation thing::retrieve: documentation changed",
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
            "breaking thing::CreateTarget::Integer: removed alternative of type `i64`",
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
            "documentation thing::CreateThing::note: documentation changed",
        ],
        ..NOTHING
    },
    Case {
        name: "a setter is deprecated",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/note/deprecated",
            "true",
        )],
        expected: &["additive thing::CreateThing::note: now deprecated"],
        ..NOTHING
    },
    Case {
        name: "a parameter is no longer required",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/required",
            "-",
        )],
        expected: &["breaking thing::create: argument `kind` is now optional, with a setter"],
        ..NOTHING
    },
    Case {
        name: "a parameter of an object is no longer required",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/options/required",
            "-",
        )],
        expected: &[
            "breaking thing::CreateOptions::new: argument `depth` is now optional, with a setter",
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
        expected: &["breaking thing::create: new required argument `colour` of type `String`"],
        ..NOTHING
    },
    Case {
        name: "an argument has another type",
        edits: &[(
            "/paths/~1v1~1things/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/kind",
            r#"{"type": "string"}"#,
        )],
        expected: &[
            "breaking thing::create: argument `kind` takes `String` instead of `ThingKind`",
            "additive thing::create: `Debug` no longer shows argument `kind`",
        ],
        ..NOTHING
    },
    Case {
        name: "a path calls its parameter otherwise",
        edits: &[
            ("/paths/~1v1~1things~1{thing}", "-"),
            (
                "/paths/~1v1~1things~1{id}",
                r##"{"get": {"operationId": "GetThing", "description": "Retrieves a thing.", "parameters": [{"in": "path", "name": "id", "required": true, "schema": {"type": "string"}}, {"in": "query", "name": "expand", "description": "What is expanded.", "schema": {"type": "array", "items": {"type": "string"}}}], "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/thing"}}}}}}}"##,
            ),
        ],
        expected: &[
            "documentation thing::retrieve: documentation changed",
            "documentation thing::retrieve: argument renamed from `thing` to `id`",
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
            "breaking thing::create_part: renamed from `parts` to `create_part`",
            "breaking thing::CreateThingPart: renamed from `PartsThing` to `CreateThingPart`",
            "additive thing::list_parts: new function for `GET /v1/things/{thing}/parts`",
            "documentation thing::create_part: documentation changed",
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
            "breaking thing::parts: removed function for `POST /v1/things/{thing}/parts`",
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
            "breaking link::update: arguments reordered: `right, left` instead of `left, right`",
            "documentation link::update: documentation changed",
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
        expected: &["additive thing::create: now deprecated"],
        ..NOTHING
    },
    Case {
        name: "a response has another type",
        edits: &[(
            "/paths/~1v1~1things~1{thing}~1parts/post/responses/200/content/application~1json/schema/$ref",
            r##""#/components/schemas/part""##,
        )],
        expected: &["breaking thing::PartsThing::send: returns `shared::Part` instead of `Thing`"],
        ..NOTHING
    },
    Case {
        name: "a list cannot be paged",
        edits: &[("/paths/~1v1~1things/get/parameters/0", "-")],
        expected: &[
            "breaking thing::ListThings::paginate: can no longer be paginated: removed method `paginate`",
            "breaking thing::ListThings::ending_before: removed setter of type `String`",
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
            "breaking webhook::ThingEvent::ThingLost: removed event `thing.lost`",
            "additive webhook::ThingEvent::ThingFound: new event `thing.found`",
        ],
        ..NOTHING
    },
    Case {
        name: "the enum of events has another name",
        before: "[events]\nname = \"ThingEvent\"\ntypes = [\"thing.made\"]\n",
        selection: "[events]\nname = \"EventOfThing\"\ntypes = [\"thing.made\"]\n",
        expected: &["breaking webhook::EventOfThing: renamed from `ThingEvent` to `EventOfThing`"],
        ..NOTHING
    },
    Case {
        name: "the crate has another name",
        selection: "[crate]\nname = \"things\"\ntitle = \"Things\"\n",
        expected: &[
            "breaking things: renamed from `stripe-client` to `things`",
            "documentation things: documentation changed",
        ],
        ..NOTHING
    },
];
