//! Files: sent as `multipart/form-data`, and received as they are.

use std::borrow::Cow;

use bytes::Bytes;
use stripe_runtime::{
    Api, BodyFormat, Clearable, Download, Error, FormEncoder, FormValue, InvalidArgument, List,
    ListItem, ListOperation, Metadata, Method, Operation, RequestOptions, Upload,
};

use crate::support::operations::API;
use crate::support::transport::Outcome;
use crate::support::vectors::wait;
use crate::support::{Bench, bench, bench_with};

/// An upload as it is generated, with values of every kind beside the file.
struct CreateFile {
    file: Upload,
    link: Clearable<Metadata>,
    expires_at: i64,
    options: RequestOptions,
}

impl Operation for CreateFile {
    type Output = serde_json::Value;
    const API: &'static Api = &API;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/v1/files";
    const BASE_URL: Option<&'static str> = Some("https://files.stripe.com");
    const BODY: BodyFormat = BodyFormat::Multipart;

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("expires_at", &self.expires_at);
        form.parameter("file", &self.file);
        form.parameter("file_link_data", &FileLink(&self.link));
    }

    fn options(&self) -> &RequestOptions {
        &self.options
    }
}

struct FileLink<'a>(&'a Clearable<Metadata>);

impl FormValue for FileLink<'_> {
    fn encode(&self, form: &mut FormEncoder) {
        form.parameter("create", &true);
        form.parameter("metadata", self.0);
    }
}

fn create(file: Upload) -> CreateFile {
    CreateFile {
        file,
        link: Metadata::new().set("a \"b\"", "c\r\nd").into(),
        expires_at: i64::MAX,
        options: RequestOptions::new(),
    }
}

/// Name, file name, content type, contents.
type Part = (String, Option<String>, Option<String>, Vec<u8>);

/// The parts that were sent, read by another library.
fn parts(bench: &Bench) -> Vec<Part> {
    let request = bench.script.request();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = multer::parse_boundary(content_type).unwrap();
    let body = request.into_body();
    let stream = OneChunk(Some(body));
    wait(async {
        let mut multipart = multer::Multipart::new(stream, boundary);
        let mut parts = Vec::new();
        while let Some(field) = multipart.next_field().await.unwrap() {
            let name = field.name().unwrap().to_owned();
            let file_name = field.file_name().map(str::to_owned);
            let content_type = field.content_type().map(ToString::to_string);
            parts.push((
                name,
                file_name,
                content_type,
                field.bytes().await.unwrap().to_vec(),
            ));
        }
        parts
    })
}

struct OneChunk(Option<Bytes>);

impl futures_core::Stream for OneChunk {
    type Item = Result<Bytes, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

#[test]
fn a_file_is_a_part_beside_the_other_parameters() {
    let bench = bench([Outcome::json(200, "{}")]);
    let contents = b"\x00\xff--\r\n\r\n--boundary";
    let file = Upload::new("pass\"port\r\n.png", &contents[..]).content_type("image/png");
    wait(bench.client.send(&create(file))).unwrap();
    let text = |name: &str, value: &str| (name.to_owned(), None, None, value.as_bytes().to_vec());
    let expected = [
        text("expires_at", "9223372036854775807"),
        (
            "file".to_owned(),
            Some("pass%22port%0D%0A.png".to_owned()),
            Some("image/png".to_owned()),
            contents.to_vec(),
        ),
        text("file_link_data[create]", "true"),
        text("file_link_data[metadata][a %22b%22]", "c\r\nd"),
    ];
    assert_eq!(parts(&bench), expected);
}

#[test]
fn clearing_sends_an_empty_part() {
    let bench = bench([Outcome::json(200, "{}")]);
    let mut request = create(Upload::new("a", &b"b"[..]));
    request.link = Clearable::Clear;
    wait(bench.client.send(&request)).unwrap();
    let last = parts(&bench).pop().unwrap();
    assert_eq!(
        last,
        (
            "file_link_data[metadata]".to_owned(),
            None,
            None,
            Vec::new()
        )
    );
}

#[test]
fn every_attempt_sends_the_same_body_and_key() {
    let bench = bench([Outcome::error(500), Outcome::json(200, "{}")]);
    wait(bench.client.send(&create(Upload::new("a", &b"b"[..])))).unwrap();
    let requests = bench.script.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body(), requests[1].body());
    for header in ["content-type", "content-length", "idempotency-key"] {
        assert_eq!(
            requests[0].headers()[header],
            requests[1].headers()[header],
            "{header}"
        );
    }
    let length = requests[0].body().len().to_string();
    assert_eq!(
        requests[0].headers()["content-length"].to_str().unwrap(),
        length
    );
}

#[test]
fn files_go_to_their_own_host_unless_the_client_has_another() {
    let cases: [(Option<&str>, &str); 3] = [
        (None, "https://files.stripe.com/v1/files"),
        (
            Some("https://proxy.example/stripe"),
            "https://proxy.example/stripe/v1/files",
        ),
        (Some("http://127.0.0.1:1"), "http://127.0.0.1:1/v1/files"),
    ];
    for (base_url, expected) in cases {
        let bench = bench_with([Outcome::json(200, "{}")], |builder| match base_url {
            Some(base_url) => builder.base_url(base_url),
            None => builder,
        });
        wait(bench.client.send(&create(Upload::new("a", &b"b"[..])))).unwrap();
        assert_eq!(bench.script.request().uri().to_string(), expected);
    }
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_sent() {
    for content_type in ["", "image/png\r\nX-Evil: 1"] {
        let bench = bench([]);
        let file = Upload::new("a", &b"b"[..]).content_type(content_type);
        let error = wait(bench.client.send(&create(file))).unwrap_err();
        assert_eq!(
            error.invalid_argument().unwrap().argument(),
            "file",
            "{content_type:?}"
        );
        assert!(bench.script.requests().is_empty());
    }
    // A file in a request that is not multipart.
    let mut form = FormEncoder::new();
    form.parameter("file", &Upload::new("a", &b"b"[..]));
    assert_eq!(form.finish().unwrap_err().argument(), "file");
}

#[test]
fn an_extra_parameter_replaces_no_part() {
    for (name, is_refused) in [
        ("file", true),
        ("file_link_data", true),
        ("file_link", false),
    ] {
        let bench = bench([Outcome::json(200, "{}")]);
        let mut request = create(Upload::new("a", &b"b"[..]));
        request.options = RequestOptions::new().extra(name, "x");
        let sent = wait(bench.client.send(&request));
        assert_eq!(sent.is_err(), is_refused, "{name}");
        assert_eq!(bench.script.requests().is_empty(), is_refused, "{name}");
    }
}

#[test]
fn debug_shows_no_name_and_no_contents() {
    let upload = Upload::new("CANARY.png", &b"CANARY"[..]).content_type("CANARY");
    let download = Download::new(Bytes::from_static(b"CANARY"));
    for shown in [format!("{upload:?}"), format!("{download:?}")] {
        assert!(!shown.contains("CANARY"), "{shown}");
    }
}

struct Pdf(RequestOptions);

impl Operation for Pdf {
    type Output = Download;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/quotes/{quote}/pdf";
    const ACCEPT: &'static str = "application/pdf";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed("/v1/quotes/qt_1/pdf"))
    }

    fn parameters(&self, _form: &mut FormEncoder) {}

    fn options(&self) -> &RequestOptions {
        &self.0
    }

    fn read(body: Bytes) -> Result<Download, Bytes> {
        Ok(Download::new(body))
    }
}

#[test]
fn what_is_no_json_is_given_as_it_is() {
    let bench = bench([Outcome::json(200, "%PDF-1.4 \u{0}")]);
    let download = wait(bench.client.send(&Pdf(RequestOptions::new()))).unwrap();
    assert_eq!(download.as_ref(), b"%PDF-1.4 \0");
    assert_eq!(
        bench.script.header("accept"),
        [Some("application/pdf".to_owned())]
    );
}

/// A list whose items have an id, or none.
#[derive(Debug, serde::Deserialize)]
struct Line {
    id: Option<String>,
}

impl ListItem for Line {
    fn cursor(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

#[derive(Default)]
struct ListLines {
    starting_after: Option<String>,
    options: RequestOptions,
}

impl Operation for ListLines {
    type Output = List<Line>;
    const API: &'static Api = &API;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v1/lines";

    fn path(&self) -> Result<Cow<'static, str>, InvalidArgument> {
        Ok(Cow::Borrowed(Self::PATH))
    }

    fn parameters(&self, form: &mut FormEncoder) {
        form.parameter("starting_after", &self.starting_after);
    }

    fn options(&self) -> &RequestOptions {
        &self.options
    }
}

impl ListOperation for ListLines {
    type Item = Line;

    fn cursor(&self) -> Option<&str> {
        self.starting_after.as_deref()
    }

    fn set_cursor(&mut self, cursor: String) {
        self.starting_after = Some(cursor);
    }
}

fn lines(pages: &[&str]) -> (Bench, Result<Vec<Line>, Error>) {
    let bench = bench(pages.iter().map(|page| Outcome::json(200, page)));
    let lines = wait(async {
        let mut pages = bench.client.paginate(ListLines::default());
        let mut lines = Vec::new();
        while let Some(line) = pages.next().await {
            lines.push(line?);
        }
        Ok(lines)
    });
    (bench, lines)
}

#[test]
fn a_list_goes_on_behind_an_item_that_has_an_id() {
    let (bench, read) = lines(&[
        r#"{"object": "list", "data": [{"id": null}, {"id": "il_1"}], "has_more": true}"#,
        r#"{"object": "list", "data": [{"id": null}], "has_more": false}"#,
    ]);
    assert_eq!(read.unwrap().len(), 3);
    assert_eq!(
        bench.script.requests()[1].uri().query(),
        Some("starting_after=il_1")
    );
}

#[test]
fn a_list_that_goes_on_behind_an_item_without_an_id_is_an_error_and_no_loop() {
    let (bench, read) = lines(&[r#"{"object": "list", "data": [{"id": null}], "has_more": true}"#]);
    assert!(read.unwrap_err().is_decode());
    assert_eq!(bench.script.requests().len(), 1);
}
