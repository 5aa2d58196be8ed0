//! Calls one after the other, or many at once.

/// Makes `calls` calls, `at_once` of them at any time.
pub(crate) async fn many<F>(calls: u64, at_once: u64, call: impl Fn() -> F + Clone + 'static)
where
    F: Future<Output = usize> + 'static,
{
    if at_once == 1 {
        for _ in 0..calls {
            std::hint::black_box(call().await);
        }
        return;
    }
    let local = tokio::task::LocalSet::new();
    for task in 0..at_once {
        let call = call.clone();
        let share = calls / at_once + u64::from(task < calls % at_once);
        local.spawn_local(async move {
            for _ in 0..share {
                std::hint::black_box(call().await);
            }
        });
    }
    local.await;
}
