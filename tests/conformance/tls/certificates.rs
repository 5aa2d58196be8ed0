//! A private authority, and certificates that are right and wrong in every way.

use std::fs;
use std::path::Path;

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyPair, date_time_ymd,
};

/// What a server shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Right,
    Expired,
    NotYetValid,
    /// Of another host.
    WrongHost,
    /// Names the host as its subject only.
    NoNames,
    /// By an authority that nobody knows.
    UnknownAuthority,
    /// By nobody but itself.
    SelfSigned,
    /// Good for a client, not for a server.
    ForClients,
    /// By an intermediate authority, with its certificate.
    Chain,
    /// Without it.
    BrokenChain,
    /// By the holder of a certificate who is no authority.
    NoAuthority,
}

impl Shown {
    pub(crate) const ALL: [Self; 11] = [
        Self::Right,
        Self::Expired,
        Self::NotYetValid,
        Self::WrongHost,
        Self::NoNames,
        Self::UnknownAuthority,
        Self::SelfSigned,
        Self::ForClients,
        Self::Chain,
        Self::BrokenChain,
        Self::NoAuthority,
    ];
}

/// The authority that the client trusts, another one, and an intermediate one of the first.
pub(crate) struct Authorities {
    known: Authority,
    unknown: Authority,
    intermediate: Authority,
    /// Not one, though it signs.
    none: Authority,
}

type Authority = CertifiedIssuer<'static, KeyPair>;

/// A certificate and its key, both in PEM; the certificate with those above it.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    pub(crate) chain: String,
    pub(crate) key: String,
}

impl Authorities {
    pub(crate) fn new() -> Self {
        let known = self_signed("known");
        let intermediate = params("intermediate", true);
        let none = params("none", false);
        let signed = |params, by| CertifiedIssuer::signed_by(params, key(), by);
        Self {
            intermediate: signed(intermediate, &known).expect("a certificate"),
            none: signed(none, &known).expect("a certificate"),
            unknown: self_signed("unknown"),
            known,
        }
    }

    /// What the client is to trust.
    pub(crate) fn pem(&self) -> String {
        self.known.pem()
    }

    /// What a server shows, with its key.
    pub(crate) fn server(&self, shown: Shown) -> Identity {
        let here = || vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let mut params = CertificateParams::new(here()).expect("names");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        let mut by = Some(&self.known);
        match shown {
            Shown::Right => {}
            Shown::Expired => params.not_after = date_time_ymd(2020, 1, 1),
            Shown::NotYetValid => params.not_before = date_time_ymd(2999, 1, 1),
            Shown::WrongHost => {
                params = CertificateParams::new(vec!["other.test".to_owned()]).expect("a name");
            }
            Shown::NoNames => {
                params = CertificateParams::new(Vec::new()).expect("no names");
                params
                    .distinguished_name
                    .push(DnType::CommonName, "localhost");
            }
            Shown::UnknownAuthority => by = Some(&self.unknown),
            Shown::SelfSigned => by = None,
            Shown::ForClients => {
                params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
            }
            Shown::Chain | Shown::BrokenChain => by = Some(&self.intermediate),
            Shown::NoAuthority => by = Some(&self.none),
        }
        let above = match shown {
            Shown::Chain => self.intermediate.pem(),
            Shown::NoAuthority => self.none.pem(),
            _ => String::new(),
        };
        identity(&params, by, &above)
    }

    /// What a client shows, by the known authority or not.
    pub(crate) fn client(&self, known: bool) -> Identity {
        let mut params = CertificateParams::new(vec!["client.test".to_owned()]).expect("a name");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        let by = if known { &self.known } else { &self.unknown };
        identity(&params, Some(by), "")
    }

    /// Writes what servers show into files: `Right.pem` with the key, `Right.key` without; and
    /// `known.pem`.
    pub(crate) fn write(&self, directory: &Path) {
        let write = |name: String, text: &str| {
            fs::write(directory.join(name), text).expect("a file is written");
        };
        write("known.pem".to_owned(), &self.pem());
        for shown in Shown::ALL {
            let Identity { chain, key } = self.server(shown);
            write(format!("{shown:?}.key"), &key);
            write(format!("{shown:?}.pem"), &(chain + &key));
        }
    }
}

fn key() -> KeyPair {
    KeyPair::generate().expect("a key")
}

fn params(name: &str, authority: bool) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.distinguished_name.push(DnType::CommonName, name);
    if authority {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    }
    params
}

fn self_signed(name: &str) -> Authority {
    CertifiedIssuer::self_signed(params(name, true), key()).expect("a certificate")
}

fn identity(params: &CertificateParams, by: Option<&Authority>, above: &str) -> Identity {
    let key = key();
    let signed: Result<Certificate, _> = match by {
        Some(by) => params.signed_by(&key, by),
        None => params.self_signed(&key),
    };
    Identity {
        chain: signed.expect("a certificate").pem() + above,
        key: key.serialize_pem(),
    }
}
