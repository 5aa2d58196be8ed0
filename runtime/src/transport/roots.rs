use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::InvalidArgument;

/// Certificates to trust in addition to the platform's.
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
            self.refuse("contains no certificate");
        }
    }

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
}
