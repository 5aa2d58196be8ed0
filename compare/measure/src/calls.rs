//! Calls over loopback.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::{Subject, canary};

/// A runtime of one thread, so that program and server have a core each.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

/// Makes `calls` calls, of which `in_flight` wait at a time. Before them, if `warm`, come
/// `in_flight` more that are not counted.
pub(crate) fn calls<S: Subject + 'static>(
    url: &str,
    in_flight: u32,
    calls: u32,
    warm: bool,
) -> Result<Value, String> {
    runtime().block_on(async {
        let client = S::client(canary::API_KEY.1, url);
        if warm {
            wave::<S>(&client, in_flight, 1).await?;
        }
        let (started, cpu) = (Instant::now(), ProcessTime::now());
        wave::<S>(&client, in_flight, calls / in_flight).await?;
        let (wall, cpu) = (started.elapsed(), cpu.elapsed());
        let made = f64::from(in_flight * (calls / in_flight));
        let per_call = |time: Duration| time.as_secs_f64() / made;
        Ok(json!({
            "calls": made,
            "per_second": 1.0 / per_call(wall),
            "cpu_microseconds": per_call(cpu) * 1e6,
        }))
    })
}

async fn wave<S: Subject + 'static>(
    client: &S::Client,
    tasks: u32,
    calls_each: u32,
) -> Result<(), String> {
    let tasks: Vec<_> = (0..tasks)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                for _ in 0..calls_each {
                    S::retrieve(&client).await?;
                }
                Ok::<_, String>(())
            })
        })
        .collect();
    for task in tasks {
        task.await.map_err(|error| error.to_string())??;
    }
    Ok(())
}
