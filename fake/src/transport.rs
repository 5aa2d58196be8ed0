use std::sync::Arc;

use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use stripe_identity::transport::HyperTransport;

use crate::Error;

/// A transport for `http` URLs. It reads no certificates, which would take most of the time
/// of a start, and uses no proxy.
pub(crate) fn plain() -> Result<HyperTransport, Error> {
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Transport(Box::new(error)))?
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth();
    HyperTransport::builder()
        .no_proxy()
        .tls_config(tls)
        .build()
        .map_err(|error| Error::Transport(Box::new(error)))
}

/// A transport for `https` URLs.
pub(crate) fn secure() -> Result<HyperTransport, Error> {
    HyperTransport::builder()
        .build()
        .map_err(|error| Error::Transport(Box::new(error)))
}
