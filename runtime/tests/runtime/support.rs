//! What the tests are written in: operations as a generated crate has them, a
//! transport that follows a script, and a clock that never waits.

pub(crate) mod environment;
pub(crate) mod operations;
pub(crate) mod transport;
pub(crate) mod vectors;

use stripe_runtime::{Client, ClientBuilder};

use environment::TestEnvironment;
use transport::{Outcome, Script};

/// A client over a script, on a clock of its own.
pub(crate) struct Bench {
    pub(crate) client: Client,
    pub(crate) script: Script,
    pub(crate) environment: TestEnvironment,
}

pub(crate) fn bench(outcomes: impl IntoIterator<Item = Outcome>) -> Bench {
    bench_with(outcomes, |builder| builder)
}

pub(crate) fn bench_with(
    outcomes: impl IntoIterator<Item = Outcome>,
    settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Bench {
    bench_with_key("sk_test_bench", outcomes, settings)
}

pub(crate) fn bench_with_key(
    key: &str,
    outcomes: impl IntoIterator<Item = Outcome>,
    settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> Bench {
    let script = Script::new(outcomes);
    let environment = TestEnvironment::default();
    let builder = Client::builder(key)
        .transport(script.clone())
        .environment(environment.clone());
    let client = settings(builder).build().expect("the settings are fine");
    Bench {
        client,
        script,
        environment,
    }
}
