//! Which headers pass, in each direction. Whatever is not listed stays behind: cookies, the page's own `Authorization`,
//! and anything about the connection.

use axum::http::{HeaderMap, HeaderName, header};

const REQUEST: [HeaderName; 10] = [
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::IF_MATCH,
    header::IF_MODIFIED_SINCE,
    header::IF_NONE_MATCH,
    header::IF_UNMODIFIED_SINCE,
    HeaderName::from_static("x-request-id"),
];

const RESPONSE: [HeaderName; 15] = [
    header::ALLOW,
    header::CACHE_CONTROL,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::DATE,
    header::ETAG,
    header::LAST_MODIFIED,
    header::LINK,
    header::LOCATION,
    header::RETRY_AFTER,
    header::VARY,
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("x-runtime"),
];

/// The headers of a browser's request that the API needs.
pub fn of_request(headers: &HeaderMap) -> HeaderMap {
    only(headers, &REQUEST)
}

/// The headers of the API's response that the page needs.
pub fn of_response(headers: &HeaderMap) -> HeaderMap {
    only(headers, &RESPONSE)
}

/// The headers that a page of another origin may read.
pub fn exposed() -> Vec<HeaderName> {
    RESPONSE.to_vec()
}

fn only(headers: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let listed = names.iter().flat_map(|name| headers.get_all(name).iter().map(|value| (name.clone(), value.clone())));
    listed.collect()
}
