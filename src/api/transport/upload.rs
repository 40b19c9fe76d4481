//! Sending a form with a file by XMLHttpRequest, since fetch doesn't tell how far an upload has come.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_timers::callback::Timeout;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, FormData, ProgressEvent, XmlHttpRequest, XmlHttpRequestResponseType};

use super::{ACCEPT, Answer, Form, network};
use crate::{
    api::error::Error,
    settings::{Credentials, FetchSettings},
};

/// Hears how much of the body has been sent, from 0 to 1.
pub type OnSent = Rc<dyn Fn(f64)>;

/// Sends a form. The time allowed begins anew with each piece that is sent: a large photo on a slow line is no fault.
pub(super) async fn upload(
    method: &str,
    url: &str,
    form: &Form,
    controller: &AbortController,
    settings: &FetchSettings,
) -> Result<Answer, Error> {
    let request = XmlHttpRequest::new().map_err(|error| network(&error))?;
    open(&request, method, url, settings).map_err(|error| network(&error))?;
    let body = form_data(form).map_err(|error| network(&error))?;
    let timed_out = Rc::new(Cell::new(false));
    let timeout = Rc::new(RefCell::new(None::<Timeout>));
    let restart_timeout = {
        let (request, timed_out, timeout) = (request.clone(), timed_out.clone(), timeout.clone());
        let milliseconds = settings.timeout_seconds * 1000;
        move || {
            let (request, timed_out) = (request.clone(), timed_out.clone());
            timeout.replace(Some(Timeout::new(milliseconds, move || {
                timed_out.set(true);
                let _ = request.abort();
            })));
        }
    };
    restart_timeout();
    let on_progress = Closure::<dyn Fn(ProgressEvent)>::new({
        let on_sent = form.on_sent.clone();
        move |event: ProgressEvent| {
            restart_timeout();
            if event.length_computable() && event.total() > 0.0 {
                on_sent(event.loaded() / event.total());
            }
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    }
    let on_abort = Closure::<dyn Fn()>::new({
        let request = request.clone();
        move || {
            let _ = request.abort();
        }
    });
    controller.signal().set_onabort(Some(on_abort.as_ref().unchecked_ref()));
    let ended = JsFuture::from(end_of(&request, &body)).await;
    timeout.replace(None);
    controller.signal().set_onabort(None);
    match ended {
        Ok(_) => Ok(answer(&request)),
        Err(_) if timed_out.get() => Err(Error::TimedOut { seconds: settings.timeout_seconds }),
        Err(_) if controller.signal().aborted() => Err(Error::Aborted),
        Err(_) => Err(Error::Network { detail: "the upload broke off".into() }),
    }
}

fn open(request: &XmlHttpRequest, method: &str, url: &str, settings: &FetchSettings) -> Result<(), JsValue> {
    request.open_with_async(method, url, true)?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    // Unlike fetch, this can't leave cookies out for the page's own origin.
    request.set_with_credentials(settings.credentials == Credentials::Include);
    request.set_request_header("accept", ACCEPT)?;
    settings.headers.iter().try_for_each(|(name, value)| request.set_request_header(name, value))
}

fn form_data(form: &Form) -> Result<FormData, JsValue> {
    let data = FormData::new()?;
    form.parts.iter().try_for_each(|(name, value)| data.append_with_str(name, value))?;
    data.append_with_blob_and_filename(&form.photo.0, &form.photo.1.blob, &form.photo.1.name)?;
    Ok(data)
}

/// Sends the request; resolves when the answer has come, rejects when none will.
fn end_of(request: &XmlHttpRequest, body: &FormData) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onload(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onabort(Some(&reject));
        if let Err(error) = request.send_with_opt_form_data(Some(body)) {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    })
}

fn answer(request: &XmlHttpRequest) -> Answer {
    let body = request.response().ok().filter(|body| !body.is_null() && !body.is_undefined());
    let headers = request.clone();
    Answer {
        status: request.status().unwrap_or_default(),
        header: Box::new(move |name| headers.get_response_header(name).ok().flatten()),
        body: body.map(|body| Uint8Array::new(&body).to_vec()).unwrap_or_default(),
    }
}
