//! The stand-in's thread: connections, and what happens by the clock.

use std::convert::Infallible;
use std::net::TcpListener as StdListener;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tower_service::Service;

use crate::reset::Reset;
use crate::shared::Shared;
use crate::{Error, lifecycle, webhook};

mod connection;

use connection::Connection;

/// What the stand-in's thread runs.
pub(crate) struct Server {
    pub(crate) listener: StdListener,
    pub(crate) shared: Arc<Shared>,
    pub(crate) router: Box<dyn FnOnce(runtime::Handle) -> Router + Send>,
    pub(crate) real_time: bool,
}

impl Server {
    /// Runs on a thread of its own until `stopped`. Returns the thread and its runtime.
    pub(crate) fn spawn(
        self,
        stopped: oneshot::Receiver<()>,
    ) -> Result<(JoinHandle<()>, runtime::Handle), Error> {
        let (ready, wait) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("stripe-identity-fake".to_owned())
            .spawn(move || {
                let runtime = runtime::Builder::new_current_thread().enable_all().build();
                match runtime {
                    Err(error) => drop(ready.send(Err(error))),
                    Ok(runtime) => {
                        let shared = Arc::clone(&self.shared);
                        drop(ready.send(Ok(runtime.handle().clone())));
                        runtime.block_on(async {
                            tokio::select! {
                                () = self.run() => {}
                                _ = stopped => {}
                            }
                        });
                        // Senders and connections end with the runtime.
                        drop(runtime);
                        shared.stop();
                    }
                }
            })
            .map_err(Error::Start)?;
        match wait.recv() {
            Ok(Ok(runtime)) => Ok((thread, runtime)),
            Ok(Err(error)) => Err(Error::Start(error)),
            Err(_) => Err(Error::Start(std::io::ErrorKind::BrokenPipe.into())),
        }
    }

    async fn run(self) {
        let Ok(listener) = TcpListener::from_std(self.listener) else {
            return;
        };
        let router = (self.router)(runtime::Handle::current());
        tokio::spawn(webhook::run(Arc::clone(&self.shared)));
        let mut connections = JoinSet::new();
        let mut tick = tokio::time::interval(Duration::from_secs(1));
        loop {
            tokio::select! {
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(serve(stream, router.clone()));
                    }
                    // Most likely there are no file descriptors left: other connections end.
                    Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
                },
                Some(_) = connections.join_next() => {}
                _ = tick.tick(), if self.real_time => {
                    lifecycle::settle(&mut self.shared.store());
                    self.shared.changed.notify_waiters();
                }
            }
        }
    }
}

/// Answers the requests of one connection.
async fn serve(stream: TcpStream, router: Router) {
    let connection = Connection::new(stream);
    let reset = connection.reset();
    let service = service_fn(|request: hyper::Request<hyper::body::Incoming>| {
        let mut router = router.clone();
        let reset = reset.clone();
        async move {
            let answered: Result<Response, Infallible> = router.call(request.map(Body::new)).await;
            let Ok(response) = answered;
            if response.extensions().get::<Reset>().is_some() {
                reset.request();
                return Err(Reset);
            }
            Ok(response)
        }
    });
    // A client may leave, and a test may reset: neither is an error of the stand-in.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(connection), service)
        .await;
}
