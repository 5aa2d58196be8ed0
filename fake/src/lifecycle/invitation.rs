use std::time::Duration;

use stripe_identity::verification_session::{
    VerificationSessionId, VerificationSessionStatus as Status,
};

use super::At;
use crate::ids;
use crate::store::{Invitation, Store, Visit};

/// How long a url is valid: <https://docs.stripe.com/api/identity/verification_sessions/object>.
const URL_HOLDS: Duration = Duration::from_secs(48 * 60 * 60);
/// How long a client secret is valid, by the same page.
const SECRET_HOLDS: Duration = Duration::from_secs(24 * 60 * 60);

/// Gives a session that waits for the person a valid url and a valid secret.
pub(crate) fn invite(store: &mut Store, account: &str, id: &VerificationSessionId) {
    let now = store.clock.elapsed();
    let base_url = store.public_url.clone();
    let Some(record) = store.session(account, id) else {
        return;
    };
    if record.session.status != Status::RequiresInput {
        return;
    }
    let mut old = None;
    let known = record.invitation.take();
    let mut invitation = known.unwrap_or_else(|| Invitation {
        token: String::new(),
        url_expires: Duration::ZERO,
        secret_expires: Duration::ZERO,
    });
    if invitation.secret_expires <= now {
        invitation.secret_expires = now.saturating_add(SECRET_HOLDS);
        let secret = ids::random(&format!("{id}_secret_"));
        record.session.client_secret = Some(secret);
    }
    if invitation.url_expires <= now {
        invitation.url_expires = now.saturating_add(URL_HOLDS);
        old = Some(std::mem::replace(&mut invitation.token, ids::random("")));
        record.session.url = Some(format!("{base_url}/start/{}", invitation.token));
    }
    let token = invitation.token.clone();
    record.invitation = Some(invitation);
    if let Some(old) = old {
        store.visits.remove(&old);
        let visit = Visit {
            account: account.to_owned(),
            session: id.clone(),
        };
        store.visits.insert(token, visit);
    }
}

/// Takes back url and secret: both can be used once.
pub(super) fn dismiss(store: &mut Store, at: At<'_>) {
    let Some(record) = store.session(at.account, at.id) else {
        return;
    };
    record.session.url = None;
    record.session.client_secret = None;
    record.on_visit = None;
    if let Some(invitation) = record.invitation.take() {
        store.visits.remove(&invitation.token);
    }
}
