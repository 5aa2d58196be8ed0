use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::builder::Observer;
use crate::keys::Keys;
use crate::record::RequestRecord;
use crate::store::Store;
use crate::webhook::Delivery;

/// State shared by the server, the senders and the handles of one stand-in.
pub(crate) struct Shared {
    store: Mutex<Store>,
    /// Notified when something happened or may have become due.
    pub(crate) changed: Notify,
    stopped: AtomicBool,
    pub(crate) base_url: String,
    /// What the control interface asks for; `None` on a loopback address.
    pub(crate) control_token: Option<String>,
    pub(crate) keys: Keys,
    pub(crate) on_request: Option<Observer<RequestRecord>>,
    pub(crate) on_delivery: Option<Observer<Delivery>>,
}

impl Shared {
    pub(crate) fn new(
        store: Store,
        base_url: String,
        control_token: Option<String>,
        keys: Keys,
        on_request: Option<Observer<RequestRecord>>,
        on_delivery: Option<Observer<Delivery>>,
    ) -> Self {
        Self {
            store: Mutex::new(store),
            changed: Notify::new(),
            stopped: AtomicBool::new(false),
            base_url,
            control_token,
            keys,
            on_request,
            on_delivery,
        }
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        // After a panic the store is as the last complete statement left it, which later
        // requests can use.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a request, and tells the observer.
    pub(crate) fn log(&self, record: RequestRecord) {
        self.announce(&record);
        self.store().log(record);
    }

    /// Tells the observer of a request.
    pub(crate) fn announce(&self, record: &RequestRecord) {
        if let Some(observer) = &self.on_request {
            observer(record);
        }
    }

    /// Waits until no event is in flight or due.
    pub(crate) async fn quiet(&self) {
        self.until(|store| store.outbox.is_quiet(store.clock.elapsed()))
            .await;
    }

    /// Waits until the condition holds, or the stand-in has stopped.
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

    /// Ends all waiting.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.changed.notify_waiters();
    }
}
