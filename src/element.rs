//! The Rust side of `<agent-directory>`: made by the loader for each element, freed when the element leaves the page.

mod events;

use std::cell::RefCell;

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::{
    api::{client::Client, first_request::FirstRequest},
    components::{date::DateFormat, number::NumberFormat},
    domain::id::ConnectionId,
    settings::{Settings, SettingsError},
    state::{agent_list::AgentList, opened_agent::OpenedAgent},
    views,
};

thread_local! {
    static ON_PANIC: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Runs `callback` when the widget panics, after which nothing of this module may be used any more.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: js_sys::Function) {
    ON_PANIC.set(Some(callback));
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        if let Some(callback) = ON_PANIC.take() {
            // Whatever the callback throws, there is nobody left to tell.
            let _ = callback.call0(&JsValue::UNDEFINED);
        }
    }));
}

/// One element's widget.
#[wasm_bindgen]
pub struct Directory {
    host: HtmlElement,
    container: HtmlElement,
    mounted: RefCell<Option<Mounted>>,
}

struct Mounted {
    shown: Option<Shown>,
    _unmount: Box<dyn std::any::Any>,
}

/// What can be asked of a directory that is set up right.
#[derive(Clone, Copy)]
struct Shown {
    list: AgentList,
    opened: OpenedAgent,
}

#[wasm_bindgen]
impl Directory {
    /// Shows the directory in `container`, set up by the attributes of `host`.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, container: HtmlElement, first: FirstRequest) -> Self {
        let directory = Self { host, container, mounted: RefCell::new(None) };
        directory.mount(Some(first));
        events::ready(&directory.host);
        directory
    }

    /// Takes an attribute's new value. The theme is the style sheet's business; any other starts the directory anew.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str) {
        if name != "theme" {
            let id = self.shown().and_then(|shown| shown.opened.opened().get_untracked());
            self.mount(None);
            if let (Some(shown), Some(id)) = (self.shown(), id) {
                shown.opened.open(id);
            }
        }
    }

    /// Asks the API again for what is shown.
    pub fn reload(&self) {
        if let Some(shown) = self.shown() {
            shown.list.reload();
        }
    }

    /// Opens the agent whose connection has this id, whether or not the list has it.
    pub fn open(&self, id: &str) {
        if let Some(shown) = self.shown() {
            shown.opened.open(ConnectionId::new(id));
        }
    }

    /// Closes the agent that is open.
    pub fn close(&self) {
        if let Some(shown) = self.shown() {
            shown.opened.close();
        }
    }

    fn shown(&self) -> Option<Shown> {
        self.mounted.borrow().as_ref().and_then(|mounted| mounted.shown)
    }

    fn mount(&self, first: Option<FirstRequest>) {
        self.mounted.take();
        let settings = Settings::read(|name| self.host.get_attribute(name));
        let mounted = match settings {
            Ok(settings) => self.mount_directory(settings, first),
            Err(errors) => {
                first.inspect(|first| first.controller().abort());
                self.mount_errors(errors)
            }
        };
        self.mounted.replace(Some(mounted));
    }

    fn mount_directory(&self, settings: Settings, first: Option<FirstRequest>) -> Mounted {
        let host = self.host.clone();
        let shown = std::rc::Rc::new(std::cell::Cell::new(None));
        let unmount = mount_to(self.container.clone(), {
            let shown = shown.clone();
            move || {
                let client = Client::new(settings.api, first);
                let list = AgentList::new(client.clone(), settings.query);
                let opened = OpenedAgent::new(client, list);
                let numbers = NumberFormat::new(settings.locale.as_deref());
                let dates = DateFormat::new(settings.locale.as_deref());
                events::follow_list(host.clone(), list);
                events::follow_opened(host, opened);
                shown.set(Some(Shown { list, opened }));
                view! { <views::Directory list opened numbers dates /> }
            }
        });
        Mounted { shown: shown.get(), _unmount: Box::new(unmount) }
    }

    /// A bad setting is shown, never replaced by a guess.
    fn mount_errors(&self, errors: Vec<SettingsError>) -> Mounted {
        let unmount = mount_to(self.container.clone(), move || {
            let lines = errors
                .into_iter()
                .map(|SettingsError { attribute, message }| view! { <li><code>{attribute}</code>" "{message}</li> })
                .collect_view();
            view! {
                <div class="notice" role="alert">
                    <p>"This agent directory is not set up right. In the page, these attributes need a look:"</p>
                    <ul>{lines}</ul>
                </div>
            }
        });
        Mounted { shown: None, _unmount: Box::new(unmount) }
    }
}
