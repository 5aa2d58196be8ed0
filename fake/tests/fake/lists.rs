//! Pages and filters.

use std::time::Duration;

use stripe_identity::verification_session::{self as session, VerificationSessionStatus};
use stripe_identity::{Error, Timestamp};
use stripe_identity_fake::{FakeStripe, Outcome};

use crate::support::{Ask, REPORTS, SESSIONS, created, start};

/// A stand-in with this many sessions, and their ids, newest first.
async fn with_sessions(count: usize) -> (FakeStripe, Vec<String>) {
    let fake = start().await;
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.insert(0, created(&fake).await);
    }
    (fake, ids)
}

#[tokio::test]
async fn pages_go_both_ways() {
    let (fake, ids) = with_sessions(5).await;
    let [newest, second, third, fourth, oldest] = [0, 1, 2, 3, 4].map(|at| ids[at].as_str());
    let rows: [(String, &[&str], bool); 11] = [
        (
            String::new(),
            &[newest, second, third, fourth, oldest],
            false,
        ),
        ("limit=2".into(), &[newest, second], true),
        (
            "limit=5".into(),
            &[newest, second, third, fourth, oldest],
            false,
        ),
        (
            format!("limit=2&starting_after={second}"),
            &[third, fourth],
            true,
        ),
        (
            format!("limit=2&starting_after={third}"),
            &[fourth, oldest],
            false,
        ),
        (format!("starting_after={fourth}"), &[oldest], false),
        (format!("starting_after={oldest}"), &[], false),
        (
            format!("limit=2&ending_before={fourth}"),
            &[second, third],
            true,
        ),
        (
            format!("limit=2&ending_before={third}"),
            &[newest, second],
            false,
        ),
        (format!("ending_before={second}"), &[newest], false),
        (format!("ending_before={newest}"), &[], false),
    ];
    for (query, expected, has_more) in rows {
        let answer = Ask::get(format!("{SESSIONS}?{query}")).send(&fake).await;
        assert_eq!(answer.ids(), expected, "{query}");
        assert_eq!(answer.json["has_more"], has_more, "{query}");
        assert_eq!(answer.json["url"], SESSIONS);
    }
}

#[tokio::test]
async fn ten_are_on_a_page_unless_asked_for_more() {
    let (fake, ids) = with_sessions(11).await;
    let page = Ask::get(SESSIONS).send(&fake).await;
    assert_eq!(
        (page.ids().len(), &page.json["has_more"]),
        (10, &true.into())
    );
    let page = Ask::get(format!("{SESSIONS}?limit=100")).send(&fake).await;
    assert_eq!(page.ids(), ids);
}

#[tokio::test]
async fn the_client_reads_all_pages_both_ways() -> Result<(), Error> {
    let (fake, ids) = with_sessions(7).await;
    let client = fake.client();
    let mut pages = session::list().limit(3).paginate(&client);
    let mut found = Vec::new();
    while let Some(session) = pages.next().await {
        found.push(session?.id.to_string());
    }
    assert_eq!(found, ids);

    let last = ids.last().expect("there are some").as_str();
    let mut pages = session::list()
        .limit(3)
        .ending_before(last)
        .paginate(&client);
    let mut found = Vec::new();
    while let Some(session) = pages.next().await {
        found.insert(0, session?.id.to_string());
    }
    assert_eq!(found, ids[..6]);
    Ok(())
}

#[tokio::test]
async fn filters_keep_what_fits() {
    let fake = FakeStripe::builder()
        .time(Timestamp::from_unix_seconds(1_000))
        .start()
        .await
        .expect("there is a free port");
    let mut ids = Vec::new();
    for form in [
        "type=document&client_reference_id=a&related_customer=cus_1",
        "type=document&client_reference_id=b&related_customer=cus_1",
        "type=id_number&client_reference_id=a&related_customer_account=acct_1",
    ] {
        ids.push(Ask::post(SESSIONS, form).send(&fake).await.id().to_owned());
        fake.handle().advance(Duration::from_secs(100));
    }
    let [first, second, third] = [0, 1, 2].map(|at| ids[at].as_str());
    fake.handle()
        .submit(second, Outcome::verified())
        .await
        .expect("it waits");
    fake.handle()
        .submit(third, Outcome::verified())
        .await
        .expect("it waits");

    let rows: [(&str, &[&str]); 14] = [
        ("client_reference_id=a", &[third, first]),
        ("client_reference_id=c", &[]),
        ("related_customer=cus_1", &[second, first]),
        ("related_customer_account=acct_1", &[third]),
        ("status=verified", &[third, second]),
        ("status=requires_input", &[first]),
        ("status=verified&client_reference_id=b", &[second]),
        ("created=1100", &[second]),
        ("created=1101", &[]),
        ("created[gt]=1100", &[third]),
        ("created[gte]=1100", &[third, second]),
        ("created[lt]=1100", &[first]),
        ("created[lte]=1100", &[second, first]),
        ("created[gt]=1000&created[lt]=1200", &[second]),
    ];
    for (query, expected) in rows {
        let answer = Ask::get(format!("{SESSIONS}?{query}")).send(&fake).await;
        assert_eq!(answer.ids(), expected, "{query}");
    }

    let rows = [
        ("type=document".to_owned(), second),
        ("type=id_number".to_owned(), third),
        (format!("verification_session={third}"), third),
        ("client_reference_id=b".to_owned(), second),
        ("limit=1".to_owned(), third),
    ];
    for (query, session) in rows {
        let answer = Ask::get(format!("{REPORTS}?{query}")).send(&fake).await;
        let sessions: Vec<_> = answer.json["data"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|report| report["verification_session"].as_str())
            .collect();
        assert_eq!(sessions, [Some(session)], "{query}");
    }
}

#[tokio::test]
async fn has_more_knows_of_filters() -> Result<(), Error> {
    let (fake, ids) = with_sessions(3).await;
    let client = fake.client();
    session::cancel(ids[0].as_str()).send(&client).await?;
    session::cancel(ids[2].as_str()).send(&client).await?;
    let canceled = || {
        session::list()
            .status(VerificationSessionStatus::Canceled)
            .limit(1)
    };
    let page = canceled().send(&client).await?;
    assert_eq!(
        (page.data[0].id.as_str(), page.has_more),
        (ids[0].as_str(), true)
    );
    let page = canceled()
        .starting_after(ids[0].as_str())
        .send(&client)
        .await?;
    assert_eq!(
        (page.data[0].id.as_str(), page.has_more),
        (ids[2].as_str(), false)
    );
    Ok(())
}
