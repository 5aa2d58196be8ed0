use std::future::Future;
use std::io;
use std::thread;

use tokio::runtime::{Builder, Handle, Runtime};

/// A tokio runtime without a thread of its own: each thread that waits for a call drives
/// it, one at a time.
#[derive(Debug)]
pub(super) struct PrivateRuntime(Option<Runtime>);

impl PrivateRuntime {
    pub(super) fn new() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Self(Some(runtime)))
    }

    /// Blocks the thread until the future is ready.
    pub(super) fn block_on<F>(&self, future: F) -> F::Output
    where
        F: Future<Output: Send> + Send,
    {
        let Some(runtime) = &self.0 else {
            unreachable!("the runtime is taken when this is dropped");
        };
        if Handle::try_current().is_err() {
            return runtime.block_on(future);
        }
        // tokio panics where one runtime blocks a thread of another.
        let done = thread::scope(|scope| scope.spawn(|| runtime.block_on(future)).join());
        done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

impl Drop for PrivateRuntime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            // Waits for nothing, and so may be dropped inside async code.
            runtime.shutdown_background();
        }
    }
}
