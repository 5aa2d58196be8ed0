use std::fmt;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use serde_json::Value;
use stripe_identity::Timestamp;
use stripe_identity::verification_report::VerificationReport;
use stripe_identity::verification_session::{
    VerificationSession, VerificationSessionId, VerificationSessionStatus,
};
use stripe_identity::webhook::Event;
use tokio::runtime;

use crate::fault::Fault;
use crate::lifecycle::{self, At};
use crate::outcome::{Outcome, When};
use crate::person::Person;
use crate::record::RequestRecord;
use crate::seed::Seed;
use crate::shared::Shared;
use crate::store::Store;
use crate::summary::Summary;
use crate::webhook::{Cause, Delivery, Endpoint, Payload};
use crate::{Error, api};

/// Controls a stand-in: the person who is verified, the network, time. Clones control the
/// same one.
///
/// The control interface over HTTP ([`/_fake/openapi.json`][document]) and the page at `/`
/// call these methods, too.
///
/// [document]: crate#over-http
#[derive(Clone)]
pub struct Handle {
    shared: Arc<Shared>,
    runtime: runtime::Handle,
}

impl Handle {
    pub(crate) fn new(shared: Arc<Shared>, runtime: runtime::Handle) -> Self {
        Self { shared, runtime }
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Acts on the store, and wakes whoever waits for a change.
    fn act<T>(&self, action: impl FnOnce(&mut Store) -> T) -> T {
        let done = action(&mut self.shared.store());
        self.shared.changed.notify_waiters();
        done
    }

    /// Forgets sessions, reports, events, deliveries, requests, faults, plans, idempotency
    /// keys, and webhook endpoints that were added since the start, and sets the clock back.
    /// Keys, webhooks of the settings and the sample person stay.
    pub fn reset(&self) {
        self.act(Store::reset);
    }

    /// Creates sessions, in order, and returns them. Their events are sent like any others.
    ///
    /// # Errors
    ///
    /// The parameters are refused, or an outcome does not suit its session. The sessions
    /// before that one are there.
    pub fn seed(
        &self,
        seeds: impl IntoIterator<Item = Seed>,
    ) -> Result<Vec<VerificationSession>, Error> {
        self.act(|store| {
            let made = seeds.into_iter().map(|seed| plant(store, seed));
            made.collect()
        })
    }

    /// Does what the person does on the hosted page, and what the checks do then.
    ///
    /// Returns the session, complete with its verified outputs, after its events have been
    /// sent once to every endpoint (see [`settled`](Self::settled)).
    ///
    /// # Errors
    ///
    /// There is no such session, its status does not allow a submission, or the outcome
    /// does not suit the checks that it asks for. Nothing has changed then.
    pub async fn submit(
        &self,
        session: impl AsRef<str>,
        outcome: Outcome,
    ) -> Result<VerificationSession, Error> {
        let session = self.submit_now(session.as_ref(), outcome, None)?;
        self.settled().await;
        Ok(session)
    }

    /// [`submit`](Self::submit) for programs without an asynchronous runtime.
    ///
    /// # Errors
    ///
    /// As for [`submit`](Self::submit).
    pub fn submit_blocking(
        &self,
        session: impl AsRef<str>,
        outcome: Outcome,
    ) -> Result<VerificationSession, Error> {
        let session = self.submit_now(session.as_ref(), outcome, None)?;
        self.settled_blocking();
        Ok(session)
    }

    /// Submits, and has the checks take this long by the stand-in's clock: the session is
    /// `processing` meanwhile. Does not wait for its events.
    ///
    /// # Errors
    ///
    /// As for [`submit`](Self::submit); and the outcome is not a result of the checks.
    pub fn submit_later(
        &self,
        session: impl AsRef<str>,
        outcome: Outcome,
        checks_take: Duration,
    ) -> Result<VerificationSession, Error> {
        self.submit_now(session.as_ref(), outcome, Some(checks_take))
    }

    pub(crate) fn submit_now(
        &self,
        session: &str,
        outcome: Outcome,
        checks_take: Option<Duration>,
    ) -> Result<VerificationSession, Error> {
        let id = VerificationSessionId::new(session).map_err(|_| Error::UnknownSession)?;
        self.act(|store| {
            let account = store.account_of(&id).ok_or(Error::UnknownSession)?;
            let at = At {
                account: &account,
                id: &id,
                cause: None,
            };
            match checks_take {
                None => lifecycle::submit(store, at, outcome)?,
                Some(wait) => lifecycle::submit_later(store, at, outcome, wait)?,
            }
            lifecycle::settle(store);
            let record = store.session(&account, &id);
            Ok(record.ok_or(Error::UnknownSession)?.session.clone())
        })
    }

    /// Decides ahead what the people of the next `count` sessions do. Of several calls, the
    /// first one's come first.
    ///
    /// If an outcome does not suit the session that it meets, it is dropped: the log says
    /// `planned_outcome_refused`, or the hosted page says why.
    ///
    /// ```
    /// use stripe_identity::verification_session::{self, VerificationType};
    /// use stripe_identity_fake::{FakeStripe, Outcome, When};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeStripe::start().await?;
    /// fake.handle().submit_next(3, Outcome::failed("document_expired"), When::Created);
    ///
    /// let create = verification_session::create().type_(VerificationType::Document);
    /// let session = create.send(&fake.client()).await?;
    /// let session = verification_session::retrieve(&session.id).send(&fake.client()).await?;
    /// assert!(session.last_error.is_some());
    /// # Ok(())
    /// # }
    /// ```
    pub fn submit_next(&self, count: usize, outcome: Outcome, when: When) {
        let plan = (outcome, when);
        self.act(|store| store.plans.extend(std::iter::repeat_n(plan, count)));
    }

    /// How many outcomes are planned ahead and not used yet.
    #[must_use]
    pub fn planned(&self) -> usize {
        self.shared.store().plans.len()
    }

    /// Forgets the outcomes that are planned ahead.
    pub fn clear_planned(&self) {
        self.act(|store| store.plans.clear());
    }

    /// The sample person: who is verified on the hosted page, and with
    /// [`Outcome::VerifiedSample`].
    #[must_use]
    pub fn person(&self) -> Person {
        self.shared.store().person.clone()
    }

    /// Changes the sample person.
    pub fn set_person(&self, person: Person) {
        self.act(|store| store.person = person);
    }

    /// A session as the stand-in has it: nothing is hidden or expanded.
    #[must_use]
    pub fn session(&self, session: impl AsRef<str>) -> Option<VerificationSession> {
        let id = VerificationSessionId::new(session.as_ref()).ok()?;
        let mut store = self.shared.store();
        let account = store.account_of(&id)?;
        Some(store.session(&account, &id)?.session.clone())
    }

    /// All sessions as the stand-in has them, oldest first within an account.
    #[must_use]
    pub fn sessions(&self) -> Vec<VerificationSession> {
        let store = self.shared.store();
        let accounts = store.accounts.values();
        let records = accounts.flat_map(|account| account.sessions.values());
        records.map(|record| record.session.clone()).collect()
    }

    /// All reports as the stand-in has them, oldest first within an account.
    #[must_use]
    pub fn reports(&self) -> Vec<VerificationReport> {
        let store = self.shared.store();
        let accounts = store.accounts.values();
        let reports = accounts.flat_map(|account| account.reports.values());
        reports.cloned().collect()
    }

    /// The codes with which a submission for this session can fail.
    #[must_use]
    pub fn possible_codes(&self, session: impl AsRef<str>) -> Vec<&'static str> {
        let Ok(id) = VerificationSessionId::new(session.as_ref()) else {
            return Vec::new();
        };
        let mut store = self.shared.store();
        let account = store.account_of(&id).unwrap_or_default();
        let at = At {
            account: &account,
            id: &id,
            cause: None,
        };
        lifecycle::possible_codes(&mut store, at)
    }

    /// The stand-in's time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.shared.store().clock.now()
    }

    /// Moves the stand-in's time. What has become due happens: redactions and checks end,
    /// failed deliveries are retried, urls expire.
    pub fn advance(&self, duration: Duration) {
        self.act(|store| {
            store.clock.advance(duration);
            lifecycle::settle(store);
        });
    }

    /// Lets the next `count` requests to the API go wrong. Of several calls, the first one's
    /// faults come first. The hosted page never fails.
    pub fn fail_next(&self, count: usize, fault: Fault) {
        self.act(|store| store.faults.extend(std::iter::repeat_n(fault, count)));
    }

    /// The faults of the next requests.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.store().faults.iter().cloned().collect()
    }

    /// Forgets the faults of the next requests, and of the next events.
    pub fn clear_faults(&self) {
        self.act(|store| {
            store.faults.clear();
            store.outbox.to_lose = 0;
        });
    }

    /// Does not send the next `count` events. They are listed like any others, and
    /// [`resend`](Self::resend) sends them.
    pub fn lose_events(&self, count: usize) {
        self.act(|store| store.outbox.to_lose += count);
    }

    /// How many of the next events are not sent.
    #[must_use]
    pub fn events_to_lose(&self) -> usize {
        self.shared.store().outbox.to_lose
    }

    /// Waits until this many requests are held; see [`Fault::Hold`].
    pub async fn held(&self, count: usize) {
        self.shared.until(|store| store.holds.held >= count).await;
    }

    /// How many requests are held.
    #[must_use]
    pub fn held_now(&self) -> usize {
        self.shared.store().holds.held
    }

    /// Carries out the requests that are held.
    pub fn release(&self) {
        self.act(|store| {
            store.holds.held = 0;
            store.holds.round += 1;
        });
    }

    /// Sends events to this URL, too, from now on.
    ///
    /// # Errors
    ///
    /// It is not an `http` or `https` URL.
    pub fn add_webhook(&self, url: impl AsRef<str>) -> Result<(), Error> {
        self.listen(url.as_ref(), Payload::Snapshot, false)
            .map(drop)
    }

    /// Sends thin events to this URL, too, from now on:
    /// <https://docs.stripe.com/event-destinations#thin-events>.
    ///
    /// # Errors
    ///
    /// It is not an `http` or `https` URL.
    pub fn add_thin_webhook(&self, url: impl AsRef<str>) -> Result<(), Error> {
        self.listen(url.as_ref(), Payload::Thin, false).map(drop)
    }

    /// Returns the endpoint's id.
    pub(crate) fn listen(
        &self,
        url: &str,
        payload: Payload,
        is_lasting: bool,
    ) -> Result<String, Error> {
        let secret = self.shared.keys.webhook_secret.clone();
        let mut endpoint = Endpoint::new(url, secret, payload, self.now())?;
        endpoint.is_lasting = is_lasting;
        let id = endpoint.id().to_owned();
        self.act(|store| store.outbox.listen(endpoint));
        Ok(id)
    }

    /// The URLs of all webhook endpoints, oldest first.
    #[must_use]
    pub fn webhooks(&self) -> Vec<String> {
        let store = self.shared.store();
        let endpoints = store.outbox.endpoints.values();
        endpoints.map(|endpoint| endpoint.url.to_string()).collect()
    }

    /// The secret that events are signed with: `whsec_…`, for a
    /// [`WebhookVerifier`](stripe_identity::webhook::WebhookVerifier). Endpoints that were
    /// registered over the API have secrets of their own.
    #[must_use]
    pub fn webhook_secret(&self) -> &str {
        &self.shared.keys.webhook_secret
    }

    /// All events so far, oldest first, whether anyone listened or not.
    ///
    /// # Panics
    ///
    /// Never: the stand-in reads what it wrote.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        self.raw_events()
            .iter()
            .map(|event| {
                Event::parse(event.to_string().as_bytes())
                    .expect("the stand-in writes events as Stripe does")
            })
            .collect()
    }

    pub(crate) fn raw_events(&self) -> Vec<Value> {
        let store = self.shared.store();
        let events = store.outbox.events.values();
        events.map(|posted| posted.event.clone()).collect()
    }

    /// Sends an event again, now, to every endpoint that it is for. Returns how many those
    /// are; [`settled`](Self::settled) waits for them.
    ///
    /// # Errors
    ///
    /// There is no event with this id.
    pub fn resend(&self, event: impl AsRef<str>) -> Result<usize, Error> {
        self.act(|store| {
            let now = store.clock.elapsed();
            let sent = store.outbox.resend(event.as_ref(), now);
            sent.ok_or(Error::UnknownEvent)
        })
    }

    /// The attempts to send events so far, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.store().outbox.deliveries.clone()
    }

    /// The requests to the API and to hosted pages so far, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.shared.store().requests.iter().cloned().collect()
    }

    /// What happened so far, in numbers.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let store = self.shared.store();
        let accounts = store.accounts.values();
        let sessions = accounts.flat_map(|account| account.sessions.values());
        let (all, verified) = sessions.fold((0, 0), |(all, verified), record| {
            let is = record.session.status == VerificationSessionStatus::Verified;
            (all + 1, verified + usize::from(is))
        });
        let deliveries = &store.outbox.deliveries;
        let failed = deliveries.iter().filter(|one| !one.outcome.is_delivered());
        Summary {
            requests: store.counts.requests,
            failed_requests: store.counts.failed,
            sessions: all,
            verified,
            events: store.outbox.events.len(),
            deliveries: deliveries.len(),
            failed_deliveries: failed.count(),
        }
    }

    /// Waits until every event that is due was delivered or failed. Retries that are due
    /// later are not waited for; see [`advance`](Self::advance).
    ///
    /// Do not wait in a webhook's handler: its event is in flight until the handler has
    /// answered.
    pub async fn settled(&self) {
        self.shared.quiet().await;
    }

    /// [`settled`](Self::settled) for programs without an asynchronous runtime.
    pub fn settled_blocking(&self) {
        let (quiet, wait) = mpsc::channel();
        let shared = Arc::clone(&self.shared);
        self.runtime.spawn(async move {
            shared.quiet().await;
            // The receiver waits until this arrives.
            let _ = quiet.send(());
        });
        // An error means that the stand-in has stopped, and sends nothing any more.
        let _ = wait.recv();
    }
}

/// Creates the session of a seed.
fn plant(store: &mut Store, seed: Seed) -> Result<VerificationSession, Error> {
    let Seed {
        parameters,
        outcome,
        account,
    } = seed;
    let refused = |refusal: crate::refusal::Refusal| Error::Parameters {
        message: refusal.message,
        param: refusal.param,
    };
    let parameters = api::parameters_from_json(&parameters).map_err(refused)?;
    let cause = Cause {
        request_id: crate::ids::random("req_"),
        idempotency_key: None,
    };
    let id = lifecycle::create(store, &account, parameters, &cause).map_err(refused)?;
    if let Some(outcome) = outcome {
        let at = At {
            account: &account,
            id: &id,
            cause: None,
        };
        lifecycle::submit(store, at, outcome)?;
    }
    let record = store.session(&account, &id);
    Ok(record.ok_or(Error::UnknownSession)?.session.clone())
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("base_url", &self.shared.base_url)
            .finish_non_exhaustive()
    }
}
