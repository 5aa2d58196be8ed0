use std::time::{Duration, SystemTime};
use stripe_identity::verification_session::{self, VerificationSessionStatus};
use stripe_identity::{Client, Error, Timestamp};

async fn verified_this_week(client: &Client) -> Result<Vec<String>, Error> {
    let week_ago = SystemTime::now() - Duration::from_secs(7 * 24 * 60 * 60);
    let mut sessions = verification_session::list()
        .status(VerificationSessionStatus::Verified)
        .created(Timestamp::from(week_ago)..)
        .limit(100)
        .paginate(client);
    let mut references = Vec::new();
    while let Some(session) = sessions.next().await {
        references.extend(session?.client_reference_id);
    }
    Ok(references)
}
