use std::sync::{Arc, OnceLock};

use rustls::ClientConfig;
use rustls::crypto::CryptoProvider;
use rustls_platform_verifier::Verifier;
use tokio_rustls::TlsConnector;

use super::http2;
#[cfg(target_os = "android")]
use crate::InvalidArgument;
use crate::transport::roots::Roots;
use crate::{Error, TransportError, TransportErrorKind};

/// Opens connections with this configuration, and offers the protocols that can be spoken.
pub(super) fn connector(mut config: ClientConfig) -> TlsConnector {
    config.alpn_protocols = http2::PROTOCOLS.iter().map(|name| name.to_vec()).collect();
    TlsConnector::from(Arc::new(config))
}

/// TLS 1.2 and 1.3 by ring, certificates verified as the platform does.
pub(super) fn client_config(roots: &Roots) -> Result<ClientConfig, Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = verifier(roots, &provider)?;
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth())
}

/// Loading the platform's certificates takes milliseconds: it is done once a process.
fn verifier(roots: &Roots, provider: &Arc<CryptoProvider>) -> Result<Arc<Verifier>, Error> {
    static PLATFORM: OnceLock<Arc<Verifier>> = OnceLock::new();

    let certificates = roots.certificates()?;
    if !certificates.is_empty() {
        #[cfg(not(target_os = "android"))]
        return Verifier::new_with_extra_roots(certificates.iter().cloned(), Arc::clone(provider))
            .map(Arc::new)
            .map_err(failed);
        #[cfg(target_os = "android")]
        return Err(InvalidArgument::new(
            "root_certificates",
            "Android's verifier takes no further certificates",
        )
        .into());
    }
    if let Some(verifier) = PLATFORM.get() {
        return Ok(Arc::clone(verifier));
    }
    let loaded = Verifier::new(Arc::clone(provider)).map_err(failed)?;
    Ok(Arc::clone(PLATFORM.get_or_init(|| Arc::new(loaded))))
}

fn failed(error: rustls::Error) -> Error {
    Error::from_transport(
        TransportError::with_source(TransportErrorKind::Tls, error),
        None,
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Roots, verifier};

    #[test]
    fn the_platforms_certificates_are_loaded_once() {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let load = || verifier(&Roots::default(), &provider).expect("the platform has some");
        assert!(Arc::ptr_eq(&load(), &load()));
    }
}
