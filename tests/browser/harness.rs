//! Faults to order, and the screen as a person sees and uses it.

use std::{cell::Cell, rc::Rc};

use agent_directory::{
    api::client::Client,
    components::{date::DateFormat, number::NumberFormat},
    domain::{id::ConnectionId, query::Query, url_prefix::UrlPrefix},
    locale::Locale,
    state::{
        agent_form::AgentForm,
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        preset::Preset,
        url_state::{self, UrlState},
    },
    views::Directory,
};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use leptos::{mount::mount_to, prelude::*};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// Where the gateway in front of the sandbox answers.
pub const API: &str = env!("AGENT_DIRECTORY_TEST_API");
const CONTROL: &str = env!("AGENT_DIRECTORY_TEST_CONTROL");

/// How long something expected may take, in steps of 20 ms.
const STEPS: u32 = 1500;

pub fn client() -> Client {
    Client::new(API, None)
}

/// Orders a fault for lists whose query has `text` in it, so that tests don't disturb each other.
pub async fn order_fault(text: &str, times: u32, fault: Value) {
    order(json!({"method": "GET", "query": text, "times": times, "fault": fault})).await;
}

/// Orders a fault for the record of one agent.
pub async fn order_record_fault(id: &str, times: u32, fault: Value) {
    order(json!({"method": "GET", "path": format!("/v2/connections/{id}"), "times": times, "fault": fault})).await;
}

async fn order(order: Value) {
    let order = order.to_string();
    let url = format!("{CONTROL}/faults");
    let request = Request::post(&url).header("content-type", "application/json").body(order).unwrap();
    assert_eq!(request.send().await.unwrap().status(), 201);
}

/// The requests that reached the sandbox with `text` in their full-text search.
pub async fn requests_for(text: &str) -> Vec<Value> {
    requests_with(&[("filter[fulltext]", text)]).await
}

/// The requests that reached the sandbox with all these parameters.
pub async fn requests_with(parameters: &[(&str, &str)]) -> Vec<Value> {
    let has_all = |request: &Value| {
        let query = request["query"].as_array().unwrap();
        parameters.iter().all(|parameter| query.contains(&json!(parameter)))
    };
    requests().await.into_iter().filter(has_all).collect()
}

/// All requests that reached the sandbox.
pub async fn requests() -> Vec<Value> {
    let answer = Request::get(&format!("{CONTROL}/requests")).send().await.unwrap();
    serde_json::from_slice(&answer.binary().await.unwrap()).unwrap()
}

/// The requests for the record of one agent that reached the sandbox.
pub async fn record_requests(id: &str) -> Vec<Value> {
    let path = format!("/v2/connections/{id}");
    requests().await.into_iter().filter(|request| request["path"] == *path).collect()
}

/// Waits until `look` sees something.
pub async fn see<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..STEPS {
        if let Some(seen) = look() {
            return seen;
        }
        TimeoutFuture::new(20).await;
    }
    panic!("not seen: {what}");
}

/// The directory on the page; gone when this is dropped.
pub struct Screen {
    container: HtmlElement,
    opened: OpenedAgent,
    _unmount: Box<dyn std::any::Any>,
}

impl Screen {
    pub fn open(query: Query) -> Self {
        Self::open_with_url_state(query, None)
    }

    /// With its state in the URL of the test's page, under a prefix.
    pub fn open_with_url_state(preset: Query, prefix: Option<UrlPrefix>) -> Self {
        let document = document();
        let container: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&container).unwrap();
        let opened = Rc::new(Cell::new(None));
        let unmount = mount_to(container.clone(), {
            let shown = opened.clone();
            move || {
                let (link, _) = url_state::read(prefix.as_ref(), preset.clone());
                let list = AgentList::new(client(), link.query);
                let opened = OpenedAgent::new(client(), list);
                if let Some(id) = link.opened {
                    opened.open_in_place(id);
                }
                shown.set(Some(opened));
                let url = UrlState::new(prefix, list, Preset::new(preset, list), opened);
                let (numbers, dates) = (NumberFormat::new(Some("en")), DateFormat::new(Some("en")));
                let form = Some(AgentForm::new(client(), false, Locale::en));
                view! { <Directory list opened form url numbers dates /> }
            }
        });
        Self { container, opened: opened.get().unwrap(), _unmount: Box::new(unmount) }
    }

    /// Opens an agent as the element's own method does.
    pub fn open_agent(&self, id: &str) {
        self.opened.open(ConnectionId::new(id));
    }

    /// The id of the agent that is open.
    pub fn opened_id(&self) -> String {
        self.opened.opened().get_untracked().unwrap().to_string()
    }

    pub fn click(&self, selector: &str) {
        self.find(selector).expect(selector).unchecked_into::<HtmlElement>().click();
    }

    /// Presses a key where focus is.
    pub fn press_key(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        document().active_element().unwrap().dispatch_event(&event).unwrap();
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.container.query_selector(selector).unwrap()
    }

    pub fn rows(&self) -> Vec<Element> {
        let found = self.container.query_selector_all("tbody tr").unwrap();
        (0..found.length()).filter_map(|index| found.item(index)).map(|node| node.unchecked_into()).collect()
    }

    pub fn text(&self, selector: &str) -> String {
        self.find(selector).and_then(|element| element.text_content()).unwrap_or_default()
    }

    pub async fn see_element(&self, selector: &str) -> Element {
        see(selector, || self.find(selector)).await
    }

    pub async fn see_rows(&self, count: usize) -> Vec<Element> {
        see(&format!("{count} rows"), || Some(self.rows()).filter(|rows| rows.len() == count)).await
    }

    pub async fn see_text(&self, selector: &str, text: &str) {
        see(&format!("“{text}” in {selector}"), || self.text(selector).contains(text).then_some(())).await;
    }

    /// Presses a button as soon as it is there.
    pub async fn press(&self, name: &str) {
        let named = format!("button[aria-label='{name}']");
        let with_text = || {
            let buttons = self.container.query_selector_all("button").unwrap();
            (0..buttons.length())
                .filter_map(|index| buttons.item(index))
                .find(|button| button.text_content().as_deref() == Some(name))
                .map(|node| node.unchecked_into::<Element>())
        };
        let button = see(&format!("the button “{name}”"), || self.find(&named).or_else(with_text)).await;
        button.unchecked_into::<HtmlElement>().click();
    }

    pub fn point_at(&self, name: &str) {
        let button = self.find(&format!("button[aria-label='{name}']")).expect("the button");
        button.dispatch_event(&Event::new("pointerenter").unwrap()).unwrap();
    }

    pub fn search_for(&self, text: &str) {
        self.type_into("input[type=search]", text);
    }

    /// Puts `text` in a field, without leaving it.
    pub fn type_into(&self, selector: &str, text: &str) {
        self.field(selector).set_value(text);
        self.send(selector, "input");
    }

    /// Puts `text` in a field and leaves it.
    pub async fn fill(&self, selector: &str, text: &str) {
        self.see_element(selector).await;
        self.type_into(selector, text);
        self.send(selector, "change");
    }

    pub fn value(&self, selector: &str) -> String {
        self.field(selector).value()
    }

    /// Checks the box or radio button with this label.
    pub fn check(&self, label: &str) {
        let labels = self.container.query_selector_all("label").unwrap();
        let mut labels = (0..labels.length()).filter_map(|index| labels.item(index));
        let label = labels.find(|node| node.text_content().as_deref() == Some(label)).expect("the label");
        label.unchecked_into::<HtmlElement>().click();
    }

    /// Presses a key on an element.
    pub fn key(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(selector).expect(selector).dispatch_event(&event).unwrap();
    }

    fn field(&self, selector: &str) -> HtmlInputElement {
        self.find(selector).expect(selector).unchecked_into()
    }

    fn send(&self, selector: &str, event: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        self.field(selector).dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.container.remove();
    }
}
