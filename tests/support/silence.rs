//! Networks that go silent: an address that never answers, and connections that stop to.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use socket2::{Domain, Socket, Type};

/// An address that neither accepts connections nor refuses them, while this lives.
#[derive(Debug)]
pub struct SilentAddress {
    _listener: Socket,
    _queue: Vec<Socket>,
}

impl SilentAddress {
    /// Another address of this machine than `127.0.0.1`, so that a server may listen there at
    /// the same port.
    pub const IP: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

    /// Silences a port of [`IP`](Self::IP).
    #[must_use]
    pub fn at(port: u16) -> Self {
        let address = SocketAddr::from((Self::IP, port)).into();
        let socket = || Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        let listener = socket();
        listener.bind(&address).expect("a port");
        listener.listen(0).expect("a listener");
        // Nobody accepts them: once the queue is full, the system drops what comes.
        let queue = (0..8).map(|_| {
            let waiting = socket();
            waiting.set_nonblocking(true).expect("a socket");
            let _ = waiting.connect(&address);
            waiting
        });
        Self {
            _queue: queue.collect(),
            _listener: listener,
        }
    }
}

/// Forwards connections to a server until it is told to keep silent.
#[derive(Debug)]
pub struct Relay {
    port: u16,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    connections: AtomicUsize,
    /// How many connections, the first ones, swallow what they are sent.
    mute: AtomicUsize,
}

impl Relay {
    /// Forwards to a port of `127.0.0.1`. The first `together` connections are forwarded once
    /// all of them are open, so that as many calls use one each.
    #[must_use]
    pub fn to(server: u16, together: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            let mut waiting = Vec::new();
            for client in listener.incoming().map_while(Result::ok) {
                let number = shared.connections.fetch_add(1, Ordering::SeqCst);
                waiting.push((number, client));
                if number + 1 >= together {
                    for (number, client) in waiting.drain(..) {
                        forward(number, client, server, &shared);
                    }
                }
            }
        });
        Self { port, state }
    }

    /// The port of `127.0.0.1` that it listens at.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How many connections there were so far.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.state.connections.load(Ordering::SeqCst)
    }

    /// Silences the connections that are open; later ones work.
    pub fn mute(&self) {
        self.state.mute.store(self.connections(), Ordering::SeqCst);
    }
}

/// Forwards one connection in both directions.
fn forward(number: usize, client: TcpStream, server: u16, state: &Arc<State>) {
    let server = TcpStream::connect(("127.0.0.1", server)).expect("the server");
    let reader = client.try_clone().expect("a descriptor");
    let writer = server.try_clone().expect("a descriptor");
    for (from, to) in [(reader, writer), (server, client)] {
        let state = Arc::clone(state);
        thread::spawn(move || copy(from, to, number, &state));
    }
}

fn copy(mut from: TcpStream, mut to: TcpStream, number: usize, state: &State) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let mute = number < state.mute.load(Ordering::SeqCst);
        if !mute && to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
