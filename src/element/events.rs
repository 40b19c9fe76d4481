//! The events that the element sends to its page. All bubble and leave the shadow root.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::{
    api::{error::Error, request::list_path},
    locale::{Locale, use_locale},
    state::{
        agent_form::{AgentForm, Stage, Subject},
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        progress::Progress,
    },
};

/// `agent-directory-ready`: the widget has taken the element over.
pub fn ready(host: &HtmlElement) {
    send(host, "agent-directory-ready", &[]);
}

/// Sends `agent-directory-loaded` (query, page, total) and `agent-directory-error` (operation, status, message) as the
/// list comes by them.
pub fn follow_list(host: HtmlElement, list: AgentList) {
    let locale = use_locale();
    Effect::new(move |_| match list.progress().get() {
        Progress::Loading | Progress::Waiting(_) => {}
        Progress::Loaded => loaded(&host, list),
        Progress::Failed(failure) => error(&host, "list", failure.status(), &failure.list_sentence(locale)),
    });
}

/// Sends `agent-directory-opened` (id) when an agent is opened, and `agent-directory-error` when its record can't be read.
pub fn follow_opened(host: HtmlElement, opened: OpenedAgent) {
    let locale = use_locale();
    Effect::new({
        let host = host.clone();
        move |_| {
            if let Some(id) = opened.opened().get() {
                send(&host, "agent-directory-opened", &[("id", id.as_str().into())]);
            }
        }
    });
    Effect::new(move |_| {
        if let Progress::Failed(error) = opened.progress().get() {
            failed(&host, "get", &error, locale);
        }
    });
}

/// Sends `agent-directory-saved` (id, created) when an agent is saved, and `agent-directory-error` when that has failed.
pub fn follow_form(host: HtmlElement, form: AgentForm) {
    Effect::new({
        let host = host.clone();
        move |_| {
            if let Some(saved) = form.saved().get() {
                let detail = [("id", saved.agent.id.as_str().into()), ("created", saved.created.into())];
                send(&host, "agent-directory-saved", &detail);
            }
        }
    });
    Effect::new(move |_| {
        if let Stage::Failed(failure) = form.stage().get()
            && !failure.is_stopped
        {
            let operation = match form.subject().get_untracked() {
                Some(Subject::Existing(_)) => "update",
                _ => "create",
            };
            error(&host, operation, failure.status, &failure.message);
        }
    });
}

fn loaded(host: &HtmlElement, list: AgentList) {
    let query = list.query().get_untracked();
    let total = list.pagination().with_untracked(|shown| shown.as_ref().and_then(|shown| shown.total));
    let path = list_path(&query);
    let detail = [
        ("query", path.split_once('?').map_or("", |(_, query)| query).into()),
        ("page", query.page.number.into()),
        ("total", total.map_or(JsValue::NULL, |total| (total as f64).into())),
    ];
    send(host, "agent-directory-loaded", &detail);
}

fn failed(host: &HtmlElement, operation: &str, error: &Error, locale: Locale) {
    self::error(host, operation, error.status(), &error.sentence(locale));
}

fn error(host: &HtmlElement, operation: &str, status: Option<u16>, message: &str) {
    let detail = [
        ("operation", operation.into()),
        ("status", status.map_or(JsValue::NULL, JsValue::from)),
        ("message", message.into()),
    ];
    send(host, "agent-directory-error", &detail);
}

fn send(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)]) {
    let object = Object::new();
    for (key, value) in detail {
        // Setting a property of a fresh plain object can't fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = host.dispatch_event(&event);
    }
}
