//! nginx and haproxy, each a child process with a configuration of its own.

use std::fs;
use std::io;
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use socket2::{Domain, Socket, Type};
use tempfile::TempDir;

use crate::Process;

/// No program takes that long to start.
const START: Duration = Duration::from_secs(30);

/// A program under way; killed when dropped.
#[derive(Debug)]
pub struct Proxy {
    process: Process,
    ports: Vec<u16>,
    _held: Vec<Socket>,
    _directory: TempDir,
}

impl Proxy {
    /// Starts nginx. `http` gives the inside of the `http` block for the ports to listen
    /// at, each with `reuseport`.
    pub fn nginx(ports: usize, http: impl Fn(&[u16]) -> String) -> Self {
        Self::start(ports, |ports, directory| {
            let settings = directory.join("nginx.conf");
            fs::write(&settings, nginx_settings(directory, &http(ports)))?;
            let mut command = Command::new("nginx");
            command.arg("-e").arg(directory.join("error.log"));
            command.arg("-p").arg(directory).arg("-c").arg(settings);
            Ok(command)
        })
    }

    /// Starts haproxy. `sections` gives its frontends and backends for the ports to listen at.
    pub fn haproxy(ports: usize, sections: impl Fn(&[u16]) -> String) -> Self {
        Self::start(ports, |ports, directory| {
            let settings = directory.join("haproxy.cfg");
            fs::write(&settings, format!("{HAPROXY}{}", sections(ports)))?;
            let mut command = Command::new("haproxy");
            command.arg("-db").arg("-f").arg(settings);
            Ok(command)
        })
    }

    /// The port that it listens at, counted as asked for.
    #[must_use]
    pub fn port(&self, index: usize) -> u16 {
        self.ports[index]
    }

    fn start(ports: usize, command: impl Fn(&[u16], &Path) -> io::Result<Command>) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let held: Vec<Socket> = (0..ports).map(|_| hold_a_port()).collect();
        let ports: Vec<u16> = held.iter().map(port_of).collect();
        let log = directory.path().join("output.log");
        let output = fs::File::create(&log).expect("a file");
        let mut command = command(&ports, directory.path()).expect("a configuration");
        let mut proxy = Self {
            process: Process::start(command.stderr(output)),
            ports,
            _held: held,
            _directory: directory,
        };
        if !proxy.listens() {
            let said = fs::read_to_string(log).unwrap_or_default();
            panic!("{} ended: {said}", command.get_program().display());
        }
        proxy
    }

    /// Waits until every port is listened at; false if the program ends instead.
    fn listens(&mut self) -> bool {
        let started = Instant::now();
        while started.elapsed() < START {
            if self.process.has_ended() {
                return false;
            }
            let up = |port: &u16| TcpStream::connect(("127.0.0.1", *port)).is_ok();
            if self.ports.iter().all(up) {
                return true;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the program does not listen after {START:?}");
    }
}

/// Takes a port of loopback, and holds it without listening: nobody else gets it, but the program
/// may, for it says `SO_REUSEPORT` as well.
fn hold_a_port() -> Socket {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    #[cfg(unix)]
    socket.set_reuse_port(true).expect("a port that is shared");
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    socket.bind(&any.into()).expect("a port");
    socket
}

/// The port that a socket holds.
#[must_use]
pub fn port_of(socket: &Socket) -> u16 {
    let address = socket.local_addr().expect("an address");
    address.as_socket().expect("an address").port()
}

/// One process, so that it can be stopped; all that it writes is in one directory.
fn nginx_settings(directory: &Path, http: &str) -> String {
    let directory = directory.display();
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let kept = kept.map(|what| format!("{what}_temp_path {directory}/{what};\n"));
    let kept = kept.concat();
    format!(
        "daemon off; master_process off; worker_processes 1; pid {directory}/nginx.pid;\n\
         error_log {directory}/error.log;\n\
         events {{ worker_connections 4096; }}\n\
         http {{\naccess_log off;\n{kept}{http}}}\n"
    )
}

/// It decides about requests that came whole, as nginx does: else it would depend on how a client
/// cuts them whether what is closed is closed or reset.
const HAPROXY: &str = "\
global
  maxconn 4096
  nbthread 1
defaults
  mode http
  retries 0
  option http-buffer-request
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  timeout tarpit 60s
";
