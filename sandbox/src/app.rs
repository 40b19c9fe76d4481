//! The API's routes and what every request passes.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};

use crate::{
    api_error::{ApiError, Source},
    config::Config,
    database::Database,
    faults::{self, Faults},
    handlers,
    requests::{self, Requests},
};

/// What all requests share.
pub struct App {
    pub config: Config,
    pub database: Database,
    pub faults: Faults,
    pub requests: Requests,
    /// What absolute links begin with.
    pub origin: String,
    /// What an image's address begins with.
    pub image_base: String,
}

/// What a multipart body may have beside the image, in bytes.
const BODY_BESIDE_IMAGE: usize = 1024 * 1024;

impl App {
    pub fn new(config: Config, database: Database, origin: &str) -> Self {
        let image_base = config.image_base.clone().unwrap_or_else(|| format!("{origin}/images"));
        Self {
            config,
            database,
            faults: Faults::default(),
            requests: Requests::default(),
            origin: origin.into(),
            image_base,
        }
    }

    /// Runs `work` on a thread that may wait for the disk.
    pub async fn blocking<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let app = self.clone();
        tokio::task::spawn_blocking(move || work(&app)).await?
    }

    /// All routes.
    pub fn router(self: Arc<Self>) -> Router {
        let limit = self.config.max_image_bytes + BODY_BESIDE_IMAGE;
        let api = Router::new()
            .route("/connections", get(handlers::list::list).post(handlers::create::create))
            .route(
                "/connections/{id}",
                get(handlers::get::get).patch(handlers::update::update).put(handlers::update::update),
            )
            .layer(middleware::from_fn_with_state(self.clone(), authorize))
            .layer(middleware::from_fn(negotiate));
        Router::new()
            .nest("/v2", api)
            .route("/images/{file}", get(handlers::image::image))
            .fallback(|| async { ApiError::new(StatusCode::NOT_FOUND, "There is nothing here.") })
            .method_not_allowed_fallback(|| async {
                ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "This can't be done here.")
            })
            .layer(DefaultBodyLimit::max(limit))
            .layer(middleware::from_fn_with_state(self.clone(), faults::apply))
            .layer(middleware::from_fn_with_state(self.clone(), write_errors))
            .layer(middleware::from_fn_with_state(self.clone(), requests::record))
            .with_state(self)
    }
}

async fn authorize(State(app): State<Arc<App>>, headers: HeaderMap, request: Request, next: Next) -> Response {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    match given.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(key) if key == app.config.key => next.run(request).await,
        _ => ApiError::new(StatusCode::UNAUTHORIZED, "The key is missing or wrong.")
            .at(Source::Header("Authorization"))
            .into_response(),
    }
}

/// The media types that a client may accept to get an answer.
const ANSWERS: [&str; 4] = ["application/vnd.api+json", "application/json", "application/*", "*/*"];

async fn negotiate(headers: HeaderMap, request: Request, next: Next) -> Response {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).is_none_or(|accept| {
        accept.split(',').filter_map(|kind| kind.split(';').next()).any(|kind| ANSWERS.contains(&kind.trim()))
    });
    if accepted {
        next.run(request).await
    } else {
        ApiError::new(StatusCode::NOT_ACCEPTABLE, "Answers come as application/vnd.api+json.")
            .at(Source::Header("Accept"))
            .into_response()
    }
}

/// Writes errors in the dialect asked for, keeping headers such as `Allow`.
async fn write_errors(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<ApiError>() else {
        return response;
    };
    let mut written = error.render(app.config.errors);
    for (name, value) in response.headers() {
        if name != header::CONTENT_LENGTH && name != header::CONTENT_TYPE {
            written.headers_mut().insert(name, value.clone());
        }
    }
    written
}
