//! The values that responses and requests are made of.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;
use stripe_runtime::{Expandable, Json, List, Metadata, Object, Redacted, Timestamp};

use crate::support::operations::{Session, SessionId, Status};

fn read<T: serde::de::DeserializeOwned>(json: &Json) -> Result<T, serde_json::Error> {
    serde_json::from_str(&json.to_string())
}

#[test]
fn ids_convert_and_compare() {
    let id = SessionId::new("vs_1").unwrap();
    assert_eq!(id, "vs_1");
    assert_eq!(id, *"vs_1");
    assert_eq!(SessionId::try_from("vs_1").unwrap(), id);
    assert_eq!(SessionId::try_from("vs_1".to_owned()).unwrap(), id);
    assert_eq!(SessionId::try_from(&"vs_1".to_owned()).unwrap(), id);
    assert_eq!(SessionId::from(&id), id);
    assert_eq!(String::from(&id), "vs_1");
    assert_eq!(id.as_ref(), "vs_1");
    assert_eq!(format!("{id} {id:?}"), "vs_1 \"vs_1\"");
    assert_eq!(String::from(id), "vs_1");
}

#[test]
fn responses_hold_any_id() {
    let long = "a".repeat(1000);
    for id in [
        "",
        "balance.summary.1",
        "25% off / €5",
        "..",
        "vs_1\r\nx",
        &long,
    ] {
        let read: SessionId = read(&json!(id)).unwrap();
        assert_eq!(read, id);
        assert_eq!(serde_json::to_value(&read).unwrap(), id);
    }
}

#[test]
fn debug_escapes_and_bounds_an_id() {
    let long = "é".repeat(300);
    let bounded = format!("{:?}", "é".repeat(255));
    for (id, shown) in [
        ("25% off", r#""25% off""#),
        ("a\r\nb", r#""a\r\nb""#),
        ("\u{1b}[31m", r#""\u{1b}[31m""#),
        ("\u{202e}a\u{2066}", r#""\u{202e}a\u{2066}""#),
        (&long, &*bounded),
    ] {
        let read: SessionId = read(&json!(id)).unwrap();
        assert_eq!(format!("{read:?}"), shown);
    }
}

#[test]
fn enums_are_ordered_by_their_values_so_that_a_new_one_moves_none() {
    let mut values = [Status::from("z"), Status::Verified, Status::from("a")];
    values.sort();
    assert_eq!(
        values.map(|value| value.to_string()),
        ["a", "verified", "z"]
    );
}

#[test]
fn enums_keep_what_they_do_not_know() {
    assert_eq!(
        read::<Status>(&json!("verified")).unwrap(),
        Status::Verified
    );
    let unknown: Status = read(&json!("brand_new")).unwrap();
    assert_eq!(unknown.as_str(), "brand_new");
    assert_eq!(serde_json::to_value(&unknown).unwrap(), json!("brand_new"));
    assert_eq!(
        format!("{:?} {unknown:?}", Status::Verified),
        "verified UnknownValue(<redacted>)"
    );
    read::<Status>(&json!(1)).unwrap_err();
}

const OBJECT: &str = "identity.verification_session";

#[test]
fn another_object_is_no_success() {
    let list = |object: &str| json!({"object": object, "data": [], "has_more": false});
    for (name, other) in [
        ("another", json!({"object": "customer", "id": "vs_1"})),
        ("none", json!({"id": "vs_1"})),
        ("null", json!({"object": null, "id": "vs_1"})),
        ("a number", json!({"object": 1, "id": "vs_1"})),
        (
            "expanded",
            json!({"object": OBJECT, "id": "vs_1", "parent": {"object": "customer", "id": "vs_0"}}),
        ),
    ] {
        assert!(read::<Session>(&other).is_err(), "{name}");
    }
    assert!(read::<List<Session>>(&list("list")).is_ok());
    assert!(read::<List<Session>>(&list("search_result")).is_err());
    assert!(read::<List<Session>>(&json!({"data": [], "has_more": false})).is_err());
    let customers = json!({"object": "list", "data": [{"object": "customer", "id": "vs_1"}], "has_more": false});
    assert!(read::<List<Session>>(&customers).is_err());
}

#[test]
fn expandables_are_an_id_or_the_object() {
    let plain: Session = read(&json!({"object": OBJECT, "id": "vs_1", "parent": "vs_0"})).unwrap();
    let expanded: Session =
        read(&json!({"object": OBJECT, "id": "vs_1", "parent": {"object": OBJECT, "id": "vs_0"}}))
            .unwrap();
    let (plain, expanded) = (plain.parent.unwrap(), expanded.parent.unwrap());
    assert_eq!(
        (plain.id(), expanded.id().as_str()),
        (expanded.id(), "vs_0")
    );
    assert!(plain.as_object().is_none());
    assert_eq!(expanded.as_object().unwrap().id, "vs_0");
    assert_ne!(plain, expanded);
    assert_eq!(serde_json::to_value(&plain).unwrap(), json!("vs_0"));
    assert_eq!(
        read::<Expandable<Session>>(&serde_json::to_value(&expanded).unwrap()).unwrap(),
        expanded
    );
    assert_eq!(expanded.into_object().unwrap().id(), "vs_0");
    read::<Expandable<Session>>(&json!(["vs_0"])).unwrap_err();
}

#[test]
fn lists_name_their_kind_and_hide_their_url() {
    let list: List<Session> = read(
        &json!({"object": "list", "data": [{"object": OBJECT, "id": "vs_1"}], "has_more": false, "url": "/v1/secret"}),
    )
    .unwrap();
    assert_eq!(serde_json::to_value(&list).unwrap()["object"], "list");
    assert!(!format!("{list:?}").contains("secret"));
    assert_eq!((&list).into_iter().count(), 1);
    assert_eq!(list.into_iter().next().unwrap().id, "vs_1");
}

#[test]
fn timestamps_floor() {
    let at = |seconds| Timestamp::from_unix_seconds(seconds);
    let millis = |millis| Duration::from_millis(millis);
    assert_eq!(Timestamp::from(UNIX_EPOCH + millis(1_999)), at(1));
    assert_eq!(Timestamp::from(UNIX_EPOCH - millis(1)), at(-1));
    assert_eq!(Timestamp::from(UNIX_EPOCH - millis(1_000)), at(-1));
    assert_eq!(Timestamp::from(UNIX_EPOCH - millis(1_001)), at(-2));
    assert_eq!(
        SystemTime::try_from(at(-1)).unwrap(),
        UNIX_EPOCH - millis(1_000)
    );
    assert_eq!(read::<Timestamp>(&json!(-5)).unwrap(), at(-5));
    assert_eq!(serde_json::to_value(at(-5)).unwrap(), json!(-5));
    assert_eq!(at(i64::MAX).saturating_add(millis(1_000)), at(i64::MAX));
    assert!(Timestamp::now() > at(1_700_000_000));
    for far in [i64::MIN, i64::MAX] {
        // Where the system's clock reaches so far, nothing is lost.
        assert!(SystemTime::try_from(at(far)).is_ok_and(|time| Timestamp::from(time) == at(far)));
    }
}

#[cfg(feature = "chrono")]
#[test]
fn timestamps_and_chrono() {
    type Time = chrono::DateTime<chrono::Utc>;
    for seconds in [0, -1, 1_700_000_000] {
        let time = Time::try_from(Timestamp::from_unix_seconds(seconds)).unwrap();
        assert_eq!(time.timestamp(), seconds);
        assert_eq!(Timestamp::from(time).as_unix_seconds(), seconds);
    }
    let before = Time::from_timestamp_millis(-1).unwrap();
    assert_eq!(Timestamp::from(before).as_unix_seconds(), -1);
    Time::try_from(Timestamp::from_unix_seconds(i64::MAX)).unwrap_err();
}

#[cfg(feature = "jiff")]
#[test]
fn timestamps_and_jiff() {
    for seconds in [0, -1, 1_700_000_000] {
        let time = jiff::Timestamp::try_from(Timestamp::from_unix_seconds(seconds)).unwrap();
        assert_eq!(time.as_second(), seconds);
        assert_eq!(Timestamp::from(time).as_unix_seconds(), seconds);
    }
    let before = jiff::Timestamp::from_millisecond(-1).unwrap();
    assert_eq!(Timestamp::from(before).as_unix_seconds(), -1);
    jiff::Timestamp::try_from(Timestamp::from_unix_seconds(i64::MAX)).unwrap_err();
}

#[cfg(feature = "time")]
#[test]
fn timestamps_and_time() {
    for seconds in [0, -1, 1_700_000_000] {
        let at = Timestamp::from_unix_seconds(seconds);
        let time = time::OffsetDateTime::try_from(at).unwrap();
        assert_eq!(time.unix_timestamp(), seconds);
        assert_eq!(Timestamp::from(time), at);
        assert_eq!(
            Timestamp::from(time::UtcDateTime::try_from(at).unwrap()),
            at
        );
    }
    let before = time::OffsetDateTime::UNIX_EPOCH - Duration::from_millis(1);
    assert_eq!(Timestamp::from(before).as_unix_seconds(), -1);
    time::OffsetDateTime::try_from(Timestamp::from_unix_seconds(i64::MAX)).unwrap_err();
}

#[test]
fn debug_hides() {
    assert_eq!(format!("{Redacted} {Redacted:?}"), "<redacted> <redacted>");
    assert_eq!(
        format!("{:?}", Metadata::from([("secret", "secret")])),
        "Metadata(1 keys)"
    );
}
