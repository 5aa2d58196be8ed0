use std::fmt;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use stripe_identity::Timestamp;
use stripe_identity::verification_session::{VerificationSession, VerificationSessionId};
use stripe_identity::webhook::Event;
use tokio::runtime;

use crate::Error;
use crate::fault::Fault;
use crate::lifecycle::{self, At};
use crate::outcome::Outcome;
use crate::record::RequestRecord;
use crate::shared::Shared;
use crate::webhook::{Delivery, Sender, Webhook};

/// Acts on a stand-in as what is not the client: the person who is verified, the
/// network, time. Clones act on the same one.
#[derive(Clone)]
pub struct Handle {
    shared: Arc<Shared>,
    runtime: runtime::Handle,
}

impl Handle {
    pub(crate) fn new(shared: Arc<Shared>, runtime: runtime::Handle) -> Self {
        Self { shared, runtime }
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Does what the person does on the hosted page, and what the checks do then.
    ///
    /// Comes back with the session as it is now, verified outputs and all, when
    /// its events have been sent once to every webhook (see
    /// [`settled`](Self::settled)).
    ///
    /// # Errors
    ///
    /// There is no such session, it is past such a submission, or it asks for
    /// something that the person does not have. Nothing has changed then.
    pub async fn submit(
        &self,
        session: impl AsRef<str>,
        outcome: Outcome,
    ) -> Result<VerificationSession, Error> {
        let session = self.submit_now(session.as_ref(), outcome)?;
        self.settled().await;
        Ok(session)
    }

    /// [`submit`](Self::submit) for programs that do not use an asynchronous
    /// runtime.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn submit_blocking(
        &self,
        session: impl AsRef<str>,
        outcome: Outcome,
    ) -> Result<VerificationSession, Error> {
        let session = self.submit_now(session.as_ref(), outcome)?;
        self.settled_blocking();
        Ok(session)
    }

    fn submit_now(&self, session: &str, outcome: Outcome) -> Result<VerificationSession, Error> {
        let id = VerificationSessionId::new(session).map_err(|_| Error::UnknownSession)?;
        let session = {
            let mut store = self.shared.store();
            let account = store.account_of(&id).ok_or(Error::UnknownSession)?;
            let at = At {
                account: &account,
                id: &id,
                cause: None,
            };
            lifecycle::submit(&mut store, at, outcome)?;
            let record = store.session(&account, &id);
            record.ok_or(Error::UnknownSession)?.session.clone()
        };
        self.shared.changed.notify_waiters();
        Ok(session)
    }

    /// A session as the stand-in has it: nothing is hidden or expanded.
    #[must_use]
    pub fn session(&self, session: impl AsRef<str>) -> Option<VerificationSession> {
        let id = VerificationSessionId::new(session.as_ref()).ok()?;
        let mut store = self.shared.store();
        let account = store.account_of(&id)?;
        Some(store.session(&account, &id)?.session.clone())
    }

    /// What time it is for the stand-in.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.shared.store().clock.now()
    }

    /// Moves the stand-in's time. What has become due by then happens: redactions
    /// end, webhooks that failed are tried again, urls expire.
    pub fn advance(&self, duration: Duration) {
        {
            let mut store = self.shared.store();
            store.clock.advance(duration);
            lifecycle::settle(&mut store);
        }
        self.shared.changed.notify_waiters();
    }

    /// Lets the next `count` requests to the API go wrong. Of several calls, the
    /// first one's come first. The hosted page never fails.
    pub fn fail_next(&self, count: usize, fault: Fault) {
        let mut store = self.shared.store();
        store.faults.extend(std::iter::repeat_n(fault, count));
    }

    /// Waits until this many requests are held; see [`Fault::Hold`].
    pub async fn held(&self, count: usize) {
        self.shared.until(|store| store.holds.held >= count).await;
    }

    /// Lets the requests that are held go on.
    pub fn release(&self) {
        {
            let holds = &mut self.shared.store().holds;
            holds.held = 0;
            holds.round += 1;
        }
        self.shared.changed.notify_waiters();
    }

    /// Sends events to this URL, too, from now on.
    ///
    /// # Errors
    ///
    /// It is no URL of `http` or `https`.
    pub fn add_webhook(&self, url: impl AsRef<str>) -> Result<(), Error> {
        self.listen(Webhook::new(url.as_ref())?);
        Ok(())
    }

    pub(crate) fn listen(&self, webhook: Webhook) {
        let endpoint = {
            let outbox = &mut self.shared.store().outbox;
            outbox.listen(webhook.url);
            outbox.endpoints.len() - 1
        };
        let sender = Sender {
            shared: Arc::clone(&self.shared),
            endpoint,
            transport: webhook.transport,
        };
        self.runtime.spawn(sender.run());
    }

    /// What events are signed with: `whsec_…`, for a
    /// [`WebhookVerifier`](stripe_identity::webhook::WebhookVerifier).
    #[must_use]
    pub fn webhook_secret(&self) -> &str {
        &self.shared.keys.webhook_secret
    }

    /// All events so far, oldest first, whether anyone listened or not.
    ///
    /// # Panics
    ///
    /// Never: events of the stand-in's own are events.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        let events = self.shared.store().outbox.events.clone();
        events
            .iter()
            .map(|event| {
                Event::parse(event.to_string().as_bytes())
                    .expect("the stand-in writes events as Stripe does")
            })
            .collect()
    }

    /// The attempts to send events so far, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.store().outbox.deliveries.clone()
    }

    /// The requests to the API so far, oldest first: where to, and how they were
    /// answered.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.shared.store().requests.iter().cloned().collect()
    }

    /// Waits until every event that is due has been sent, or has failed. What is
    /// to be tried again later waits for [`advance`](Self::advance).
    ///
    /// Do not wait for it in a webhook's handler: its event is under way until the
    /// handler has answered.
    pub async fn settled(&self) {
        self.shared.quiet().await;
    }

    /// [`settled`](Self::settled) for programs that do not use an asynchronous
    /// runtime.
    pub fn settled_blocking(&self) {
        let (quiet, wait) = mpsc::channel();
        let shared = Arc::clone(&self.shared);
        self.runtime.spawn(async move {
            shared.quiet().await;
            // Who waits is there until this arrives.
            let _ = quiet.send(());
        });
        // An error says that the stand-in has stopped, and sends nothing any more.
        let _ = wait.recv();
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("base_url", &self.shared.base_url)
            .finish_non_exhaustive()
    }
}
