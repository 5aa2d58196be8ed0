use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::builder::Observer;
use crate::keys::Keys;
use crate::record::RequestRecord;
use crate::store::Store;
use crate::webhook::Delivery;

/// What the server, the senders and the handles of one stand-in share.
pub(crate) struct Shared {
    store: Mutex<Store>,
    /// When something may have become due, or was done.
    pub(crate) changed: Notify,
    stopped: AtomicBool,
    pub(crate) base_url: String,
    pub(crate) keys: Keys,
    pub(crate) on_request: Option<Observer<RequestRecord>>,
    pub(crate) on_delivery: Option<Observer<Delivery>>,
}

impl Shared {
    pub(crate) fn new(
        store: Store,
        base_url: String,
        keys: Keys,
        on_request: Option<Observer<RequestRecord>>,
        on_delivery: Option<Observer<Delivery>>,
    ) -> Self {
        Self {
            store: Mutex::new(store),
            changed: Notify::new(),
            stopped: AtomicBool::new(false),
            base_url,
            keys,
            on_request,
            on_delivery,
        }
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        // No step leaves the store half changed in a way that a later one minds.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps and tells that a request was answered.
    pub(crate) fn log(&self, record: RequestRecord) {
        if let Some(observer) = &self.on_request {
            observer(&record);
        }
        self.store().log(record);
    }

    /// Waits until no event is under way or due.
    pub(crate) async fn quiet(&self) {
        self.until(|store| store.outbox.is_quiet(store.clock.elapsed()))
            .await;
    }

    /// Waits until something holds, or nothing changes any more.
    pub(crate) async fn until(&self, holds: impl Fn(&Store) -> bool) {
        loop {
            let changed = self.changed.notified();
            let mut changed = std::pin::pin!(changed);
            changed.as_mut().enable();
            if self.stopped.load(Ordering::SeqCst) || holds(&self.store()) {
                return;
            }
            changed.await;
        }
    }

    /// Nothing is sent any more.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.changed.notify_waiters();
    }
}
