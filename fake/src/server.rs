//! The thread that answers: connections, and what moves by itself.

use std::convert::Infallible;
use std::net::TcpListener as StdListener;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tower_service::Service;

use crate::shared::Shared;
use crate::{Error, api, lifecycle, page};

mod connection;

use connection::Connection;
pub(crate) use connection::Reset;

/// What the stand-in's thread runs.
pub(crate) struct Server {
    pub(crate) listener: StdListener,
    pub(crate) shared: Arc<Shared>,
    pub(crate) real_time: bool,
}

impl Server {
    /// Runs until `stopped`, on a thread of its own. Gives the thread, and where
    /// else to run what belongs to it.
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
        let router = router(&self.shared);
        let mut connections = JoinSet::new();
        let mut tick = tokio::time::interval(Duration::from_secs(1));
        loop {
            tokio::select! {
                accepted = listener.accept() => {
                    if let Ok((stream, _)) = accepted {
                        connections.spawn(serve(stream, router.clone()));
                    }
                }
                Some(_) = connections.join_next() => {}
                _ = tick.tick(), if self.real_time => {
                    lifecycle::settle(&mut self.shared.store());
                    self.shared.changed.notify_waiters();
                }
            }
        }
    }
}

fn router(shared: &Arc<Shared>) -> Router {
    Router::new()
        .route("/start/{token}", get(page::show).post(page::submit))
        .fallback(|State(shared), request| api::answer(shared, request))
        .with_state(Arc::clone(shared))
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
    // How it ended is between the two sides: a client may leave, a test may reset.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(connection), service)
        .await;
}
