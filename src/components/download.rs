//! Files that the page itself makes.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to begin reading the file.
const KEPT: Duration = Duration::from_secs(60);

/// Hands the reader a text as a file. Fails only where the browser has no memory for it.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers read the file only after the click. Nobody waits for this, not even the widget.
    Timeout::new(KEPT.as_millis() as u32, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
