//! The parts of the comparison; each can be measured alone.

#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    /// The heading of its section.
    pub(crate) title: &'static str,
    /// What is measured, in Markdown.
    pub(crate) text: &'static str,
    /// One for each column.
    pub(crate) subjects: &'static [Subject],
    pub(crate) work: Work,
}

/// How a subject is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Work {
    /// The subject is a program: it is built.
    Build,
    /// The subject is a program with some features: its release is built.
    Features,
    /// The subject is a program: it measures the part and prints rows. What does not depend on time is not repeated.
    Program { repeat: bool },
    /// The subject is a program: valgrind counts the instructions of what it repeats.
    Instructions,
    /// The subject is a client of all of Stripe's API: it is checked.
    Whole,
}

/// A package of this workspace, and the feature with which it is built.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) package: &'static str,
    pub(crate) feature: &'static str,
    /// The library that it stands for, and what distinguishes it.
    pub(crate) library: &'static str,
    suffix: &'static str,
}

const OURS: &str = "stripe-identity";
const THEIRS: &str = "async-stripe";

const fn subject(package: &'static str, library: &'static str) -> Subject {
    Subject {
        package,
        feature: "",
        library,
        suffix: "",
    }
}

/// The smallest program with these features of stripe-identity's.
const fn with(feature: &'static str, suffix: &'static str) -> Subject {
    Subject {
        feature,
        suffix,
        ..subject("smallest-ours", OURS)
    }
}

const MEASURED: &[Subject] = &[
    subject("compare-ours", OURS),
    subject("compare-async-stripe", THEIRS),
];

pub(crate) const PARTS: [Part; 14] = [
    Part {
        name: "build",
        title: "Build",
        text: "The smallest program that creates a session and prints its URL, each build in a target directory of \
            its own that was empty before, with cargo's profiles; the release profile strips. The crates are \
            downloaded before. The incremental build is a debug build after `main.rs` was touched.",
        subjects: &[
            subject("smallest-ours", OURS),
            subject("smallest-async-stripe", THEIRS),
        ],
        work: Work::Build,
    },
    Part {
        name: "native-tls",
        title: "Build, async-stripe with its default features",
        text: "As above; async-stripe with its default features, for which the system must have OpenSSL and its \
            headers. The binary needs OpenSSL's libraries where it runs; its size does not include them.",
        subjects: &[
            subject("smallest-ours", OURS),
            Subject {
                suffix: ", native TLS",
                ..subject("smallest-async-stripe-native-tls", THEIRS)
            },
        ],
        work: Work::Build,
    },
    Part {
        name: "floor",
        title: "Build, against the same call by hand",
        text: "The reference sends the same request with hyper-util's client, on rustls and ring with HTTP/2 and the \
            system's certificates, and reads the URL with serde_json. It has no retries, no types and no pool of its \
            own.",
        subjects: &[
            subject("smallest-ours", OURS),
            subject("smallest-by-hand", "hyper-util"),
        ],
        work: Work::Build,
    },
    Part {
        name: "features",
        title: "Features of stripe-identity",
        text: "The smallest program with the default features, without each of them, and with each of the others. \
            It needs `default-transport`.",
        subjects: &[
            with("default", ", default features"),
            with(
                "stripe-identity/proxy,stripe-identity/tracing,stripe-identity/webhook",
                ", without `http2`",
            ),
            with(
                "stripe-identity/http2,stripe-identity/tracing,stripe-identity/webhook",
                ", without `proxy`",
            ),
            with(
                "stripe-identity/http2,stripe-identity/proxy,stripe-identity/webhook",
                ", without `tracing`",
            ),
            with(
                "stripe-identity/http2,stripe-identity/proxy,stripe-identity/tracing",
                ", without `webhook`",
            ),
            with(
                "stripe-identity/default-transport",
                ", `default-transport` alone",
            ),
            with("default,stripe-identity/blocking", ", with `blocking`"),
            with("default,stripe-identity/chrono", ", with `chrono`"),
            with("default,stripe-identity/jiff", ", with `jiff`"),
            with("default,stripe-identity/time", ", with `time`"),
        ],
        work: Work::Features,
    },
    Part {
        name: "decode",
        title: "Decode",
        text: "The body of a response with every field set, decoded by the function that the library uses for \
            responses. Both read the same JSON.",
        subjects: MEASURED,
        work: Work::Program { repeat: true },
    },
    Part {
        name: "instructions",
        title: "Decode, instructions",
        text: "The same, counted in machine instructions by valgrind's callgrind, as the difference of two runs. \
            Unlike times, the counts repeat within 0.1 %.",
        subjects: MEASURED,
        work: Work::Instructions,
    },
    Part {
        name: "encode",
        title: "Encode",
        text: "The form of a request that creates a session, with 15 parameters. The program checks that both \
            forms, decoded, hold these parameters; stripe-identity escapes brackets as well.",
        subjects: MEASURED,
        work: Work::Program { repeat: true },
    },
    Part {
        name: "calls",
        title: "Calls",
        text: "The session above is retrieved over HTTP/1.1 without TLS from a server on the loopback interface. \
            Client and server have a thread each, and the client has its default settings. Processor time is that \
            of the client's thread, including the system's share. With TLS, each connection costs a handshake \
            more; that is not measured here.",
        subjects: MEASURED,
        work: Work::Program { repeat: true },
    },
    Part {
        name: "memory",
        title: "Memory",
        text: "What is allocated while the list of 100 sessions is decoded, without the body.",
        subjects: &[
            Subject {
                feature: "memory",
                ..subject("compare-ours", OURS)
            },
            Subject {
                feature: "memory",
                ..subject("compare-async-stripe", THEIRS)
            },
        ],
        work: Work::Program { repeat: false },
    },
    Part {
        name: "debug",
        title: "What `Debug` shows",
        text: "Each field of a session, of a request that creates one, and of the client holds a text that occurs \
            nowhere else. Does `{:?}` print it? async-stripe has a feature that hides all fields of generated \
            types; it is off by default.",
        subjects: &[
            subject("compare-ours", OURS),
            subject("compare-async-stripe", THEIRS),
            Subject {
                feature: "redact-generated-debug",
                suffix: ", `redact-generated-debug`",
                ..subject("compare-async-stripe", THEIRS)
            },
        ],
        work: Work::Program { repeat: false },
    },
    Part {
        name: "ids",
        title: "Hostile ids",
        text: "A session with such an id is canceled. What does the server see? (`/redact` deletes what was \
            collected, for good.)",
        subjects: MEASURED,
        work: Work::Program { repeat: false },
    },
    Part {
        name: "values",
        title: "Unknown enum values",
        text: "A session with a status, an error code, a document type and a field that no document names yet.",
        subjects: MEASURED,
        work: Work::Program { repeat: false },
    },
    Part {
        name: "errors",
        title: "Errors and retries",
        text: "A session is created, and the server refuses, with a request id in the header `Request-Id`. Does \
            the error's `Display` or `Debug` tell what is named? (A program can read code and parameter from both \
            libraries' errors.) Both clients have their default settings; async-stripe can be told to retry, and \
            to send a key.",
        subjects: MEASURED,
        work: Work::Program { repeat: false },
    },
    Part {
        name: "whole",
        title: "All of Stripe's API",
        text: "The generated crates alone; their dependencies are built before. On one side a client generated \
            from a document of Stripe's with `all = true`, as one crate; on the other the crates that async-stripe \
            is generated into, with all their resources and without `serialize` and `deserialize`. The two may be \
            of different versions of the API, so that the numbers of operations differ.",
        subjects: &[
            subject("whole-ours", OURS),
            subject("whole-async-stripe", THEIRS),
        ],
        work: Work::Whole,
    },
];

impl Subject {
    /// The head of its column.
    pub(crate) fn head(&self, version: &str) -> String {
        let Self {
            library, suffix, ..
        } = self;
        format!("{library} {version}{suffix}")
    }
}

/// The part with this name.
pub(crate) fn named(name: &str) -> Result<&'static Part, String> {
    let found = PARTS.iter().find(|part| part.name == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        format!("the parts are {}", names.join(", "))
    })
}
