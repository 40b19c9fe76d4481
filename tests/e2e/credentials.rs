//! Whether cookies go with the requests, as `credentials` says.

use std::sync::{Arc, Mutex};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, header},
    response::Html,
    routing::get,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower_http::{cors::CorsLayer, services::ServeDir};

use crate::harness::{in_browser, set_up};

/// The cookies of each request for the list.
type Cookies = Arc<Mutex<Vec<Option<String>>>>;

/// A page with an element of these attributes, and an API without agents that takes note of cookies.
async fn start(attributes: String) -> (String, Cookies) {
    let cookies = Cookies::default();
    let page = format!(
        "<!doctype html><script type=\"module\" src=\"agent-directory.js\"></script>\
            <agent-directory {attributes}></agent-directory>"
    );
    let router = Router::new()
        .route("/page", get(async move || Html(page)))
        .route("/api/connections", get(list))
        .with_state(Arc::clone(&cookies))
        .fallback_service(ServeDir::new(set_up("AGENT_DIRECTORY_DIST")))
        .layer(CorsLayer::very_permissive());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    (origin, cookies)
}

async fn list(State(cookies): State<Cookies>, headers: HeaderMap) -> Json<Value> {
    let cookie = headers.get(header::COOKIE).map(|cookie| cookie.to_str().unwrap().to_owned());
    cookies.lock().unwrap().push(cookie);
    Json(json!({"data": [], "meta": {"total": 0}}))
}

/// What of a cookie of the page's reaches the API: at the page's own origin, and at another.
async fn see_cookies(credentials: &str, own: Option<&str>, other: Option<&str>) {
    let elsewhere = start(String::new()).await;
    for (api, expected) in [("/api".to_owned(), own), (format!("{}/api", elsewhere.0), other)] {
        let (origin, cookies) = start(format!("api=\"{api}\" {credentials}")).await;
        let cookies = if api == "/api" { cookies } else { Arc::clone(&elsewhere.1) };
        in_browser(async |page| {
            // Cookies are those of a host, whatever its port is.
            page.open(&format!("{origin}/agent-directory.js")).await;
            page.script("document.cookie = 'session=1'", vec![]).await;
            page.open(&format!("{origin}/page")).await;
            page.see_status("No agents").await;
            let cookies = cookies.lock().unwrap();
            assert!(!cookies.is_empty());
            assert!(cookies.iter().all(|cookie| cookie.as_deref() == expected), "{credentials} at {api}: {cookies:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn cookies_stay_with_the_page_s_own_origin_unless_they_are_included() {
    see_cookies("", Some("session=1"), None).await;
    see_cookies("credentials=\"include\"", Some("session=1"), Some("session=1")).await;
}

#[tokio::test]
async fn cookies_are_sent_to_nobody_where_they_are_omitted() {
    see_cookies("credentials=\"omit\"", None, None).await;
}
