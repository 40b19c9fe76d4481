//! The list request that the loader started while the WebAssembly was still on its way.

use js_sys::{ArrayBuffer, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AbortSignal, Response};

#[wasm_bindgen]
extern "C" {
    /// An object `{ url, controller, answer }` that the loader hands over.
    #[wasm_bindgen(
        typescript_type = "{ url: string, controller: AbortController, answer: Promise<{ response: Response, body: ArrayBuffer }> }"
    )]
    #[derive(Clone, Debug)]
    pub type FirstRequest;

    /// The address that was asked.
    #[wasm_bindgen(method, getter)]
    pub fn url(this: &FirstRequest) -> String;

    /// What ends it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &FirstRequest) -> AbortController;

    /// The answer to come, a [`FirstAnswer`].
    #[wasm_bindgen(method, getter)]
    pub fn answer(this: &FirstRequest) -> Promise;

    /// An object `{ response, body }`: an answer that has been read to its end.
    #[derive(Clone, Debug)]
    pub type FirstAnswer;

    /// Status and headers.
    #[wasm_bindgen(method, getter)]
    pub fn response(this: &FirstAnswer) -> Response;

    /// What has been read.
    #[wasm_bindgen(method, getter)]
    pub fn body(this: &FirstAnswer) -> ArrayBuffer;
}

impl FirstRequest {
    /// Whether this asks the same thing: the same address, and the same query in any order. What the loader has aborted,
    /// since an attribute changed meanwhile, asks nothing.
    pub fn asks(&self, url: &str) -> bool {
        same_request(&self.url(), url) && !self.controller().signal().aborted()
    }

    /// Ends this request when `signal` says so.
    pub fn abort_with(&self, signal: &AbortSignal) {
        let controller = self.controller();
        // A signal tells only those who listen before.
        if signal.aborted() {
            return controller.abort();
        }
        let on_abort = Closure::once_into_js(move || controller.abort());
        signal.set_onabort(on_abort.dyn_ref());
    }
}

fn same_request(one: &str, other: &str) -> bool {
    let parts = |url: &str| {
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        pairs.sort();
        (address.to_owned(), pairs)
    };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use super::same_request;

    #[test]
    fn the_order_and_the_encoding_of_the_query_make_no_difference() {
        assert!(same_request("/api/connections?a=1&page[size]=50", "/api/connections?page%5Bsize%5D=50&a=1"));
    }

    #[test]
    fn another_address_value_or_count_of_a_parameter_is_another_request() {
        assert!(!same_request("/api/connections?a=1", "/other/connections?a=1"));
        assert!(!same_request("/api/connections?a=1", "/api/connections?a=2"));
        assert!(!same_request("/api/connections?tag=A&tag=B", "/api/connections?tag=A"));
    }
}
