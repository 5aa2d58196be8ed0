//! An HTTP/1.1 server on a real socket that does as it is told: answers by a
//! script, slowly, partly, or not at all; and remembers what it was asked.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// What the server does for one request, step by step.
#[derive(Clone, Debug)]
pub struct Reply {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Send(Vec<u8>),
    /// Sends zeros, as many as the client will take.
    Zeros(u64),
    Pause(Duration),
    /// Says nothing more until the client goes away.
    Stall,
    /// Closes with a reset.
    Reset,
    Close,
}

impl Reply {
    /// A whole answer.
    #[must_use]
    pub fn new(status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        let mut head = head(status, headers);
        let _ = write!(head, "Content-Length: {}\r\n\r\n", body.len());
        Self {
            steps: vec![Step::Send(head.into_bytes()), Step::Send(body.into())],
        }
    }

    /// A whole answer of JSON.
    #[must_use]
    pub fn json(status: u16, body: &str) -> Self {
        let headers = [
            ("Content-Type", "application/json"),
            ("Request-Id", "req_server"),
        ];
        Self::new(status, &headers, body)
    }

    /// An error page of some proxy.
    #[must_use]
    pub fn html(status: u16) -> Self {
        Self::new(
            status,
            &[("Content-Type", "text/html")],
            "<html><body>no</body></html>",
        )
    }

    /// A redirect.
    #[must_use]
    pub fn redirect(location: &str) -> Self {
        Self::new(302, &[("Location", location)], "")
    }

    /// The answer, but only after a while.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.steps.insert(0, Step::Pause(delay));
        self
    }

    /// Closes with a reset instead of an answer.
    #[must_use]
    pub fn reset() -> Self {
        Self {
            steps: vec![Step::Reset],
        }
    }

    /// Closes instead of an answer.
    #[must_use]
    pub fn close() -> Self {
        Self {
            steps: vec![Step::Close],
        }
    }

    /// Neither answers nor closes.
    #[must_use]
    pub fn stall() -> Self {
        Self {
            steps: vec![Step::Stall],
        }
    }

    /// A body that breaks off: half of it, then closed.
    #[must_use]
    pub fn truncated(status: u16, body: &str) -> Self {
        let mut reply = Self::half(status, body);
        reply.steps.push(Step::Close);
        reply
    }

    /// Half a body, then nothing more.
    #[must_use]
    pub fn stalled_body(status: u16, body: &str) -> Self {
        let mut reply = Self::half(status, body);
        reply.steps.push(Step::Stall);
        reply
    }

    /// A body that comes byte by byte.
    #[must_use]
    pub fn drip(status: u16, body: &str, pause: Duration) -> Self {
        let mut head = head(status, &[("Request-Id", "req_server")]);
        let _ = write!(head, "Content-Length: {}\r\n\r\n", body.len());
        let mut steps = vec![Step::Send(head.into_bytes())];
        for byte in body.bytes() {
            steps.push(Step::Pause(pause));
            steps.push(Step::Send(vec![byte]));
        }
        Self { steps }
    }

    /// A body of so many bytes, its length told or, if chunked, not told.
    #[must_use]
    pub fn huge(bytes: u64, told: bool) -> Self {
        let mut head = head(200, &[("Request-Id", "req_server")]);
        if told {
            let _ = write!(head, "Content-Length: {bytes}\r\n\r\n");
        } else {
            let _ = write!(head, "Transfer-Encoding: chunked\r\n\r\n{bytes:x}\r\n");
        }
        Self {
            steps: vec![
                Step::Send(head.into_bytes()),
                Step::Zeros(bytes),
                Step::Close,
            ],
        }
    }

    /// Bytes that are not HTTP.
    #[must_use]
    pub fn garbage() -> Self {
        Self::raw("SSH-2.0-OpenSSH_9.9\r\n\r\n").then_close()
    }

    /// A body that says to come in chunks, and does not.
    #[must_use]
    pub fn no_chunks() -> Self {
        Self::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{}").then_close()
    }

    /// These bytes, whatever they are.
    #[must_use]
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            steps: vec![Step::Send(bytes.into())],
        }
    }

    /// Closes after that, without having said so.
    #[must_use]
    pub fn then_close(mut self) -> Self {
        self.steps.push(Step::Close);
        self
    }

    fn half(status: u16, body: &str) -> Self {
        let mut head = head(status, &[("Request-Id", "req_server")]);
        let _ = write!(head, "Content-Length: {}\r\n\r\n", body.len());
        let half = body.as_bytes().get(..body.len() / 2).unwrap_or_default();
        Self {
            steps: vec![Step::Send(head.into_bytes()), Step::Send(half.to_vec())],
        }
    }
}

fn head(status: u16, headers: &[(&str, &str)]) -> String {
    let mut head = format!("HTTP/1.1 {status} Scripted\r\n");
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    head
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET` and so on.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// In the order sent, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Request {
    /// A header by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A server under way, on a port of its own. Stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    requests: Mutex<Vec<Request>>,
    connections: AtomicUsize,
    stopped: AtomicBool,
}

impl Server {
    /// Starts a server that gives these replies, one a request; after the last
    /// one it answers 418, which no client repeats.
    ///
    /// # Errors
    ///
    /// No port could be had.
    pub fn start(script: impl IntoIterator<Item = Reply>) -> io::Result<Self> {
        let script: VecDeque<Reply> = script.into_iter().collect();
        let script = Mutex::new(script);
        Self::answering(move |_| {
            let next = lock(&script).pop_front();
            next.unwrap_or_else(|| Reply::json(418, "{}"))
        })
    }

    /// Starts a server that answers each request as it is told to.
    ///
    /// # Errors
    ///
    /// No port could be had.
    pub fn answering(
        answer: impl Fn(&Request) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                shared.connections.fetch_add(1, Ordering::SeqCst);
                let (shared, answer) = (Arc::clone(&shared), Arc::clone(&answer));
                // A client that goes away is no failure of the server's.
                thread::spawn(move || drop(shared.serve(&stream, &*answer)));
            }
        });
        Ok(Self { address, state })
    }

    /// Where the server is: `http://127.0.0.1:…`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where the server is.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it was asked so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state.requests).clone()
    }

    /// How many connections it accepted so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, so that it sees that it is to stop.
        drop(TcpStream::connect(self.address));
    }
}

impl State {
    fn serve(&self, stream: &TcpStream, answer: &dyn Fn(&Request) -> Reply) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some(request) = read_request(&mut reader)? {
            lock(&self.requests).push(request.clone());
            let reply = answer(&request);
            for step in reply.steps {
                if !perform(step, stream)? {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// Whether the connection goes on.
fn perform(step: Step, mut stream: &TcpStream) -> io::Result<bool> {
    match step {
        Step::Send(bytes) => stream.write_all(&bytes)?,
        Step::Zeros(mut left) => {
            let zeros = vec![b'0'; 64 * 1024];
            while left > 0 {
                let piece = usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len());
                stream.write_all(zeros.get(..piece).unwrap_or_default())?;
                left -= piece as u64;
            }
        }
        Step::Pause(duration) => thread::sleep(duration),
        Step::Stall => {
            io::copy(&mut stream, &mut io::sink())?;
            return Ok(false);
        }
        Step::Reset => {
            socket2::SockRef::from(stream).set_linger(Some(Duration::ZERO))?;
            return Ok(false);
        }
        Step::Close => {
            stream.shutdown(Shutdown::Both)?;
            return Ok(false);
        }
    }
    Ok(true)
}

fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let method = words.next().unwrap_or_default();
    let target = words.next().unwrap_or_default();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or_default();
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let body = String::from_utf8_lossy(&body).into_owned();
    Ok(Some(Request {
        method,
        target,
        headers,
        body,
    }))
}

/// A panicking test must not hide what others would tell.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
