//! What may pass.

use axum::http::Method;

/// Why a request is not forwarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such resource: 404.
    Unknown,
    /// The resource does not take this method: 405, with the methods that it takes.
    Method(&'static str),
}

/// Whether `method` on `path` (what follows `/api/`) is one of the widget's four operations.
pub fn check(method: &Method, path: &str) -> Result<(), Refused> {
    let allowed: (&[Method], &'static str) = match path.split_once('/') {
        None if path == "connections" => (&[Method::GET, Method::POST], "GET, POST"),
        Some(("connections", id)) if is_id(id) => (&[Method::GET, Method::PATCH], "GET, PATCH"),
        _ => return Err(Refused::Unknown),
    };
    if allowed.0.contains(method) { Ok(()) } else { Err(Refused::Method(allowed.1)) }
}

/// Ids are opaque, but none needs an escape; so an id such as `%2e%2e` cannot lead anywhere else.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_operations_pass() {
        for (method, path) in [
            (Method::GET, "connections"),
            (Method::POST, "connections"),
            (Method::GET, "connections/17"),
            (Method::PATCH, "connections/7d9f-1_a"),
        ] {
            assert_eq!(check(&method, path), Ok(()));
        }
    }

    #[test]
    fn other_methods_are_refused() {
        for method in [Method::PUT, Method::DELETE, Method::HEAD, Method::OPTIONS, Method::TRACE] {
            assert_eq!(check(&method, "connections"), Err(Refused::Method("GET, POST")));
            assert_eq!(check(&method, "connections/17"), Err(Refused::Method("GET, PATCH")));
        }
        assert_eq!(check(&Method::PATCH, "connections"), Err(Refused::Method("GET, POST")));
        assert_eq!(check(&Method::POST, "connections/17"), Err(Refused::Method("GET, PATCH")));
    }

    #[test]
    fn other_paths_are_unknown() {
        for path in [
            "",
            "inspections",
            "connections/",
            "connections/17/notes",
            "connections/..",
            "connections/%2e%2e",
            "connections/%2E%2E%2Fadmin",
            "connections/a b",
            "Connections",
            "/connections",
        ] {
            assert_eq!(check(&Method::GET, path), Err(Refused::Unknown), "{path}");
        }
    }
}
