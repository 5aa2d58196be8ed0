//! Work that is shared among threads.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The stack of the main thread of a program: parsers recurse into what is nested.
const STACK: usize = 8 << 20;

/// Makes `count` things, each from its index, on as many threads as there are cores and work for: each has at least
/// `least` things to make. The things come in order.
pub(crate) fn make<T: Send>(count: usize, least: usize, one: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let share = || {
        let indices = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let indices = indices.take_while(|index| *index < count);
        indices.map(|index| (index, one(index))).collect::<Vec<_>>()
    };
    let mut made = thread::scope(|scope| {
        // If a thread cannot be started, the others do its share.
        let others: Vec<_> = (1..threads.min(count / least))
            .map_while(|_| {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, share)
                    .ok()
            })
            .collect();
        let mut made = share();
        for other in others {
            match other.join() {
                Ok(share) => made.extend(share),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    });
    made.sort_unstable_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, thing)| thing).collect()
}

/// Does some work while another thread does what helps with it. If none can be started, there is no help.
pub(crate) fn beside<T>(work: impl FnOnce() -> T, help: impl FnOnce() + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let _ = thread.spawn_scoped(scope, help);
        work()
    })
}
