//! Encryption to the API and to the browser.

use crate::{Outcome, on_both};
use deployment::{Api, Authority, Files, Headers, Kind, NameServer, Proxy, TlsFront, get_encrypted};

on_both!(
    the_api_is_asked_by_its_name_and_its_certificate_is_checked,
    a_certificate_for_another_host_is_not_taken,
    pages_are_encrypted_with_the_operators_certificate,
);

async fn the_api_is_asked_by_its_name_and_its_certificate_is_checked(kind: Kind) -> Outcome {
    let (api, authority, folder) = (Api::start().await, Authority::generate(), Files::create());
    let front = TlsFront::start(&authority, "localhost", api.address()).await;
    let upstream = format!("https://localhost:{}/v2", front.port);

    let trusted = authority.write(&folder.run());
    let proxy = Proxy::start_with(kind, &upstream, &[("SSL_CERT_FILE", trusted.to_str().unwrap())]).await;
    assert_eq!(proxy.get("/api/connections/17").send().await?.status(), 200);
    assert_eq!(front.names(), ["localhost"]);

    let other = Authority::generate().write(&folder.run());
    let proxy = Proxy::start_with(kind, &upstream, &[("SSL_CERT_FILE", other.to_str().unwrap())]).await;
    assert_eq!(proxy.get("/api/connections/17").send().await?.status(), 502);
    assert_eq!(api.count().await, 1);
    Ok(())
}

async fn a_certificate_for_another_host_is_not_taken(kind: Kind) -> Outcome {
    let (api, authority, folder) = (Api::start().await, Authority::generate(), Files::create());
    let front = TlsFront::start(&authority, "elsewhere.example", api.address()).await;
    let trusted = authority.write(&folder.run());
    let upstream = format!("https://localhost:{}/v2", front.port);
    let proxy = Proxy::start_with(kind, &upstream, &[("SSL_CERT_FILE", trusted.to_str().unwrap())]).await;
    assert_eq!(proxy.get("/api/connections/17").send().await?.status(), 502);
    assert_eq!(api.count().await, 0);
    Ok(())
}

async fn pages_are_encrypted_with_the_operators_certificate(kind: Kind) -> Outcome {
    let (api, authority, folder) = (Api::start().await, Authority::generate(), Files::create());
    let (certificate, key) = authority.issue_files("directory.example", &folder.run());
    let settings = [("TLS_CERTIFICATE", certificate.to_str().unwrap()), ("TLS_KEY", key.to_str().unwrap())];
    let proxy = Proxy::start_with(kind, api.url(), &settings).await;
    for path in ["/", "/agent-directory.js", "/api/connections/17"] {
        let answer = get_encrypted(proxy.address, "directory.example", &authority, path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("strict-transport-security").as_deref(), Some("max-age=31536000"), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn nginx_looks_the_api_up_while_it_runs() -> Outcome {
    let (api, authority, folder) = (Api::start().await, Authority::generate(), Files::create());
    let front = TlsFront::start(&authority, "api.directory.example", api.address()).await;
    let trusted = authority.write(&folder.run());
    let name_server = NameServer::start().await.address.to_string();
    let upstream = format!("https://api.directory.example:{}/v2", front.port);
    let settings = [("SSL_CERT_FILE", trusted.to_str().unwrap()), ("RESOLVER", &name_server)];
    let proxy = Proxy::start_with(Kind::Nginx, &upstream, &settings).await;
    assert_eq!(proxy.get("/api/connections/17").send().await?.status(), 200);
    assert_eq!(front.names(), ["api.directory.example"]);
    let host = format!("api.directory.example:{}", front.port);
    assert_eq!(api.only_request().await.header("host"), Some(&*host));
    Ok(())
}
