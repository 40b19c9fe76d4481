//! The widget's files on another origin than the page, and below a path there.

use axum::Router;
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::{cors::CorsLayer, services::ServeDir};

use super::set_up;

/// A server of files that any page may load.
pub struct Elsewhere {
    /// The address of the folder, with the slash at its end.
    pub folder: String,
    task: JoinHandle<()>,
}

impl Elsewhere {
    pub async fn start() -> Self {
        let files = ServeDir::new(set_up("AGENT_DIRECTORY_DIST"));
        let router = Router::new().nest_service("/widgets/directory", files).layer(CorsLayer::permissive());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let folder = format!("http://{}/widgets/directory/", listener.local_addr().unwrap());
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { folder, task }
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.task.abort();
    }
}
