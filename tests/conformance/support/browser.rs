//! Chromium without a window, driven through [WebDriver](https://www.w3.org/TR/webdriver2/).

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;
use ureq::http::Request;

use crate::Process;

/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the protocol calls an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with a profile of its own; ends when dropped.
#[derive(Debug)]
pub struct Browser {
    agent: Agent,
    session: String,
    screenshots: Option<PathBuf>,
    taken: usize,
    // Dropped in this order, after the session has been closed.
    _driver: Process,
    _profile: TempDir,
}

impl Browser {
    /// Starts one, with a screen of this width. Where the environment names a directory in
    /// `SCREENSHOTS`, pictures of the pages go there.
    ///
    /// # Panics
    ///
    /// When it does not start.
    #[must_use]
    pub fn start(width: u32) -> Self {
        let profile = tempfile::tempdir().expect("a place for the profile");
        // It takes one port at two addresses, and ends if another program has it at one of them.
        let (driver, port) = (0..10)
            .find_map(|_| Self::driver())
            .expect("chromedriver finds a port");
        let agent = Agent::new_with_config(
            Agent::config_builder()
                .proxy(None)
                .http_status_as_error(false)
                .timeout_global(Some(2 * PATIENCE))
                .build(),
        );
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-proxy-server",
            &format!("--user-data-dir={}", profile.path().display()),
        ];
        let patience = u64::try_from(PATIENCE.as_millis()).ok();
        let options = json!({
            "browserName": "chrome",
            // `implicit`: what a script adds to a page is waited for.
            "timeouts": { "pageLoad": patience, "implicit": patience },
            "goog:chromeOptions": {
                "args": arguments,
                "mobileEmulation": {
                    "deviceMetrics": { "width": width, "height": 800, "pixelRatio": 1 },
                },
            },
        });
        let mut browser = Self {
            agent,
            session: format!("http://127.0.0.1:{port}/session"),
            screenshots: std::env::var_os("SCREENSHOTS").map(PathBuf::from),
            taken: 0,
            _driver: driver,
            _profile: profile,
        };
        let session = browser.post("", &json!({ "capabilities": { "alwaysMatch": options } }));
        let id = session["sessionId"].as_str().expect("a session has an id");
        browser.session = format!("{}/{id}", browser.session);
        browser
    }

    /// A driver and its port, unless it ended at once.
    fn driver() -> Option<(Process, String)> {
        let mut driver = Process::start(Command::new("chromedriver").arg("--port=0"));
        loop {
            let line = driver.next_line()?;
            if let Some((_, port)) = line.rsplit_once("started successfully on port ") {
                let port = port.trim_end_matches('.').to_owned();
                return Some((driver, port));
            }
        }
    }

    /// Goes to a URL, and waits until the page is there.
    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Waits for the one button or link that reads so and presses it, or chooses the one option,
    /// and waits until the page that it leads to is there.
    ///
    /// # Panics
    ///
    /// When there is none, or more than one.
    pub fn press(&self, label: &str) {
        let is_it = format!("normalize-space()='{label}'");
        let path = format!("//*[self::a or self::button or self::label or self::option][{is_it}]");
        let using = json!({ "using": "xpath", "value": path });
        let found = self.post("/elements", &using);
        let [element] = found.as_array().map_or(&[][..], Vec::as_slice) else {
            panic!("not one `{label}` on this page:\n{}", self.text());
        };
        let id = element[ELEMENT].as_str().expect("an element has an id");
        self.post(&format!("/element/{id}/click"), &json!({}));
    }

    /// Has pages shown in this scheme of colours, `light` or `dark`.
    pub fn prefer(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let parameters = json!({ "features": features });
        let command = json!({ "cmd": "Emulation.setEmulatedMedia", "params": parameters });
        self.post("/goog/cdp/execute", &command);
    }

    /// Goes with the tabulator to what reads so, and presses Enter.
    ///
    /// # Panics
    ///
    /// When the tabulator does not lead there.
    pub fn choose(&self, label: &str) {
        for _ in 0..100 {
            self.key("\u{E004}");
            if self.focused() == label {
                // An empty label is that of a field, which Enter would submit.
                if !label.is_empty() {
                    self.key("\u{E007}");
                }
                return;
            }
        }
        panic!("the tabulator does not lead to `{label}`:\n{}", self.text());
    }

    /// Types into what has the focus.
    pub fn write(&self, text: &str) {
        for character in text.chars() {
            self.key(&character.to_string());
        }
    }

    fn key(&self, key: &str) {
        let actions = ["keyDown", "keyUp"].map(|type_| json!({ "type": type_, "value": key }));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("/actions", &json!({ "actions": [keyboard] }));
    }

    /// What has the focus, as it reads.
    #[must_use]
    pub fn focused(&self) -> String {
        let text = self.run("return document.activeElement.innerText.trim()");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this can be read on the page.
    ///
    /// # Panics
    ///
    /// When it does not come.
    pub fn wait_for(&self, text: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.text().contains(text) {
            let late = Instant::now() > until;
            assert!(!late, "`{text}` does not come:\n{}", self.text());
        }
    }

    /// Goes into the page's frame, and waits until it is there.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn enter_frame(&self) {
        let using = json!({ "using": "css selector", "value": "iframe" });
        let frame = self.post("/element", &using);
        self.post("/frame", &json!({ "id": frame }));
        let until = Instant::now() + PATIENCE;
        while self.run("return document.querySelector('button') !== null") != true {
            assert!(Instant::now() < until, "the frame is empty");
        }
    }

    /// Goes back to the page around all frames.
    pub fn leave_frame(&self) {
        self.post("/frame", &json!({ "id": null }));
    }

    /// What axe-core finds on the page.
    fn audit(&self) -> Value {
        const AXE: &str = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/pages/node_modules/axe-core/axe.min.js"
        );
        let axe = fs::read_to_string(AXE).expect("`.ci/programs` installs axe-core");
        self.run(&format!("{axe}; window.axe = axe ?? module.exports;"));
        let script = "const done = arguments[arguments.length - 1];
            axe.run().then(({ violations }) => done(violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`)),
                (error) => done([`${error}`]));";
        self.post("/execute/async", &json!({ "script": script, "args": [] }))
    }

    /// Waits until the page has this title, and looks at the page: takes its picture, and checks
    /// what helps people who cannot see it or have a small screen.
    ///
    /// # Panics
    ///
    /// When it does not come, or the page is hard to use.
    pub fn expect(&mut self, title: &str) {
        let until = Instant::now() + PATIENCE;
        while self.title() != title {
            let late = Instant::now() > until;
            assert!(
                !late,
                "`{}` instead of `{title}`:\n{}",
                self.title(),
                self.text()
            );
        }
        self.take_picture(title);
        let faults = self.run(include_str!("browser/faults.js"));
        assert_eq!(faults, json!([]), "the page `{title}` is hard to use");
        assert_eq!(self.audit(), json!([]), "the page `{title}`, by axe-core");
    }

    /// The page's title.
    #[must_use]
    pub fn title(&self) -> String {
        let title = self.get("/title");
        title.as_str().unwrap_or_default().to_owned()
    }

    /// All that can be read on the page.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.run("return document.body.innerText");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Forgets all cookies of the page's site.
    pub fn forget(&self) {
        self.send(Request::delete(format!("{}/cookie", self.session)).body(String::new()));
    }

    fn take_picture(&mut self, name: &str) {
        let Some(directory) = &self.screenshots else {
            return;
        };
        self.taken += 1;
        let name = name.replace(|character: char| !character.is_alphanumeric(), "-");
        let file = directory.join(format!("{}-{name}.png", self.taken));
        let picture = self.get("/screenshot");
        let picture = BASE64_STANDARD.decode(picture.as_str().unwrap_or_default());
        let picture = picture.expect("a picture is base64");
        fs::create_dir_all(directory).expect("a place for pictures");
        fs::write(file, picture).expect("a picture can be written");
    }

    fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    fn get(&self, path: &str) -> Value {
        self.send(Request::get(format!("{}{path}", self.session)).body(String::new()))
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.send(Request::post(format!("{}{path}", self.session)).body(body.to_string()))
    }

    fn send(&self, request: ureq::http::Result<Request<String>>) -> Value {
        let request = request.expect("a URL of digits and letters");
        let what = request.uri().path().to_owned();
        let mut response = self.agent.run(request).expect("the driver answers");
        let text = response.body_mut().read_to_string();
        let answer: Value = text
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .expect("the driver speaks JSON");
        let value = &answer["value"];
        assert!(
            response.status().is_success(),
            "{what}: {}",
            value["message"]
        );
        value.clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ends Chromium, which killing the driver does not.
        let _ = self.agent.delete(&self.session).call();
    }
}
