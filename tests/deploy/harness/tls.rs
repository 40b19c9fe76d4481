//! Encryption with certificates made for the test.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use tokio::{
    io::{AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use tokio_rustls::{
    TlsAcceptor, TlsConnector,
    rustls::{
        ClientConfig, RootCertStore, ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, ServerName},
    },
};

use super::{Answer, PATIENCE, read_answer};

/// An authority that makes certificates.
pub struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    pub fn generate() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "The test's authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self { issuer: CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap() }
    }

    /// Its own certificate, as a file for those who are to trust it.
    pub fn write(&self, folder: &Path) -> PathBuf {
        let path = folder.join("authority.pem");
        fs::write(&path, self.issuer.pem()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        path
    }

    /// A certificate for a host, and its key.
    fn issue(&self, host: &str) -> (rcgen::Certificate, KeyPair) {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new([host.to_owned()]).unwrap().signed_by(&key, &self.issuer).unwrap();
        (certificate, key)
    }

    /// The same as two files.
    pub fn issue_files(&self, host: &str, folder: &Path) -> (PathBuf, PathBuf) {
        let (certificate, key) = self.issue(host);
        let paths = (folder.join("certificate.pem"), folder.join("key.pem"));
        fs::write(&paths.0, certificate.pem()).unwrap();
        fs::write(&paths.1, key.serialize_pem()).unwrap();
        paths
    }
}

/// Decrypts for a server behind it, and notes which names were asked for (SNI).
pub struct TlsFront {
    pub port: u16,
    names: Arc<Mutex<Vec<String>>>,
}

impl TlsFront {
    pub async fn start(authority: &Authority, host: &str, behind: &str) -> Self {
        let (certificate, key) = authority.issue(host);
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        let config = config.with_single_cert(vec![certificate.der().clone()], key).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let front = Self { port: listener.local_addr().unwrap().port(), names: Arc::default() };
        let (names, behind) = (front.names.clone(), behind.to_owned());
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let (acceptor, names, behind) = (acceptor.clone(), names.clone(), behind.clone());
                tokio::spawn(async move {
                    // A client that does not trust the certificate goes away.
                    let Ok(mut decrypted) = acceptor.accept(connection).await else { return };
                    let name = decrypted.get_ref().1.server_name().unwrap_or_default().to_owned();
                    names.lock().unwrap().push(name);
                    let mut server = TcpStream::connect(behind).await.unwrap();
                    let _ = copy_bidirectional(&mut decrypted, &mut server).await;
                });
            }
        });
        front
    }

    /// The names that were asked for by clients that trust the certificate.
    pub fn names(&self) -> Vec<String> {
        self.names.lock().unwrap().clone()
    }
}

/// Asks for a path over an encrypted connection to `host`, which trusts the authority alone.
pub async fn get_encrypted(address: SocketAddr, host: &str, authority: &Authority, path: &str) -> Answer {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(authority.issuer.der().to_vec())).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let connection = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let mut connection = TlsConnector::from(Arc::new(config)).connect(name, connection).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).await.unwrap();
    timeout(PATIENCE, read_answer(&mut connection)).await.unwrap()
}
