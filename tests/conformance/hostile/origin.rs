//! A server that says whatever bytes it is told to, at whatever time.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// No wait of the server is longer, so that no thread outlives its test for long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the server does with one connection.
pub(crate) type Script = Arc<dyn Fn(&mut Peer) -> io::Result<()> + Send + Sync>;

/// A connection, and what is counted on it.
pub(crate) struct Peer {
    stream: Box<dyn Stream>,
    counts: Arc<Counts>,
}

/// What a connection needs to be, plain or TLS.
pub(crate) trait Stream: Read + Write + Send {
    /// Says that nothing more comes, and waits for the other side to close.
    fn finish(&mut self) -> io::Result<()>;
}

impl Stream for rustls::StreamOwned<rustls::ServerConnection, TcpStream> {
    fn finish(&mut self) -> io::Result<()> {
        self.conn.send_close_notify();
        self.flush()?;
        self.sock.finish()
    }
}

impl Stream for TcpStream {
    fn finish(&mut self) -> io::Result<()> {
        self.shutdown(Shutdown::Write)?;
        io::copy(self, &mut io::sink()).map(drop)
    }
}

#[derive(Default)]
pub(crate) struct Counts {
    connections: AtomicUsize,
    sent: AtomicUsize,
    requests: AtomicUsize,
    stopped: AtomicBool,
}

impl Peer {
    /// Reads one HTTP/1.1 request and gives its target; an error when the client is gone.
    pub(crate) fn request(&mut self) -> io::Result<String> {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            self.stream.read_exact(&mut byte)?;
            head.push(byte[0]);
        }
        let head = String::from_utf8_lossy(&head).into_owned();
        let length = head
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, value)| value.trim().parse().ok())
            .unwrap_or_default();
        self.stream.read_exact(&mut vec![0; length])?;
        self.count_request();
        Ok(head.split(' ').nth(1).unwrap_or_default().to_owned())
    }

    /// Counts a request that was read otherwise.
    pub(crate) fn count_request(&self) {
        self.counts.requests.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        for piece in bytes.as_ref().chunks(64 * 1024) {
            self.stream.write_all(piece)?;
            self.counts.sent.fetch_add(piece.len(), Ordering::SeqCst);
        }
        self.stream.flush()
    }

    /// Sends the same bytes until the client has enough.
    pub(crate) fn send_forever(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        // In large pieces, or the client would wait for the server.
        let bytes = bytes.as_ref();
        let many = bytes.repeat((64 * 1024 / bytes.len()).max(1));
        loop {
            self.send(&many)?;
        }
    }

    pub(crate) fn read_exact(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.stream.read_exact(bytes)
    }

    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.stream.finish()
    }
}

/// The server, on a port of its own. Stops when dropped.
pub(crate) struct Origin {
    address: SocketAddr,
    counts: Arc<Counts>,
}

impl Origin {
    /// Speaks plainly, or TLS where there are settings for it.
    pub(crate) fn start(tls: Option<Arc<rustls::ServerConfig>>, script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let counts = Arc::new(Counts::default());
        let shared = Arc::clone(&counts);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.stopped.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                shared.connections.fetch_add(1, Ordering::SeqCst);
                let (shared, script, tls) = (Arc::clone(&shared), Arc::clone(&script), tls.clone());
                // A client that goes away is no failure of the server's.
                thread::spawn(move || drop(serve(stream, tls, shared, &script)));
            }
        });
        Self { address, counts }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn connections(&self) -> usize {
        self.counts.connections.load(Ordering::SeqCst)
    }

    /// The bytes that went out, and waited at most in the sockets' buffers.
    pub(crate) fn sent(&self) -> usize {
        self.counts.sent.load(Ordering::SeqCst)
    }

    /// The requests that were read.
    pub(crate) fn requests(&self) -> usize {
        self.counts.requests.load(Ordering::SeqCst)
    }
}

fn serve(
    stream: TcpStream,
    tls: Option<Arc<rustls::ServerConfig>>,
    counts: Arc<Counts>,
    script: &Script,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let stream: Box<dyn Stream> = match tls {
        None => Box::new(stream),
        Some(settings) => {
            let session = rustls::ServerConnection::new(settings).map_err(io::Error::other)?;
            Box::new(rustls::StreamOwned::new(session, stream))
        }
    };
    let mut peer = Peer { stream, counts };
    script(&mut peer)?;
    peer.finish()
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.counts.stopped.store(true, Ordering::SeqCst);
        // Wakes the listener, so that it sees that it is to stop.
        drop(TcpStream::connect(self.address));
    }
}
