use std::sync::Arc;

use rustls::ClientConfig;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls_platform_verifier::Verifier;

use crate::{Error, InvalidArgument, TransportError, TransportErrorKind};

/// Certificates to trust beside the platform's.
#[derive(Default)]
pub(super) struct Roots {
    certificates: Vec<CertificateDer<'static>>,
    refused: Option<InvalidArgument>,
}

impl Roots {
    pub(super) fn add_pem(&mut self, pem: &[u8]) {
        let before = self.certificates.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            match certificate {
                Ok(certificate) => self.certificates.push(certificate),
                Err(_) => self.refuse("not PEM"),
            }
        }
        if self.certificates.len() == before {
            self.refuse("no certificate in it");
        }
    }

    #[cfg(feature = "default-transport")]
    pub(super) fn add_der(&mut self, der: Vec<u8>) {
        self.certificates.push(der.into());
    }

    fn refuse(&mut self, reason: &'static str) {
        self.refused
            .get_or_insert(InvalidArgument::new("root_certificates", reason));
    }

    pub(super) fn certificates(&self) -> Result<&[CertificateDer<'static>], InvalidArgument> {
        match &self.refused {
            None => Ok(&self.certificates),
            Some(refused) => Err(refused.clone()),
        }
    }

    /// TLS 1.2 and 1.3 by ring, certificates checked the platform's way.
    #[cfg(feature = "default-transport")]
    pub(super) fn client_config(&self) -> Result<ClientConfig, Error> {
        let certificates = self.certificates()?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let failed = |error| {
            Error::from_transport(
                TransportError::with_source(TransportErrorKind::Tls, error),
                None,
            )
        };
        #[cfg(not(target_os = "android"))]
        let verifier =
            Verifier::new_with_extra_roots(certificates.iter().cloned(), Arc::clone(&provider));
        #[cfg(target_os = "android")]
        let verifier = if certificates.is_empty() {
            Verifier::new(Arc::clone(&provider))
        } else {
            let reason = "Android's verifier takes no further certificates";
            return Err(InvalidArgument::new("root_certificates", reason).into());
        };
        let verifier = verifier.map_err(failed)?;
        Ok(ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(failed)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth())
    }
}
