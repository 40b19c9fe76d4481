//! The Rust side of `<agent-directory>`: made by the loader for each element, freed when the element leaves the page.

mod events;
mod left;

use std::cell::{Cell, RefCell};

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot};

use self::left::Left;
use crate::{
    api::{client::Client, first_request::FirstRequest},
    components::{date::DateFormat, number::NumberFormat},
    domain::id::ConnectionId,
    locale::{I18nLocaleTrait, Locale, provide_locale, spoken, td_string},
    settings::{Settings, SettingsError},
    state::{
        agent_form::AgentForm,
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        paint::when_painted,
        preset::Preset,
        url_state::{self, UrlState},
    },
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
    /// What is to be shown again as soon as the settings are good.
    left: RefCell<Left>,
    has_announced: Cell<bool>,
}

struct Mounted {
    /// None where bad settings are shown instead.
    controls: Option<Controls>,
    _unmount: Box<dyn std::any::Any>,
}

impl Drop for Mounted {
    /// The directory goes, as another setting or the page around it wants: what was typed last is kept before that.
    fn drop(&mut self) {
        if let Some(controls) = &self.controls {
            controls.form.keep_now();
        }
    }
}

/// What the element itself can do with its directory.
#[derive(Clone, Copy)]
struct Controls {
    list: AgentList,
    url: UrlState,
    opened: OpenedAgent,
    form: AgentForm,
}

#[wasm_bindgen]
impl Directory {
    /// Shows the directory in `container`, set up by the attributes of `host`.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, container: HtmlElement, first: FirstRequest) -> Self {
        let (mounted, left) = (RefCell::default(), RefCell::default());
        let directory = Self { host, container, mounted, left, has_announced: Cell::new(false) };
        directory.mount(Some(first));
        directory
    }

    /// Tells the page once that the directory is there, and not a word about bad settings: as soon as the element can pass on
    /// what the page does then.
    pub fn announce(&self) {
        if self.controls().is_some() && !self.has_announced.replace(true) {
            events::ready(&self.host);
        }
    }

    /// Takes an attribute's new value, or another language around the element. A good theme is the style sheet's business; what
    /// the list shows is changed in place; any other starts the directory anew.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, name: &str) {
        match (name, self.controls(), self.settings(self.locale())) {
            ("theme", Some(_), Ok(_)) => {}
            ("query" | "page-size", Some(controls), Ok(settings)) => controls.url.replace_preset(settings.query),
            ("url-state", Some(controls), Ok(settings)) => controls.url.move_to(settings.url_state),
            _ => self.mount_anew(matches!(name, "query" | "page-size")),
        }
        self.announce();
    }

    /// Asks the API again for what is shown: the list, and the agent that is open.
    pub fn reload(&self) {
        if let Some(controls) = self.controls() {
            controls.list.reload();
            controls.opened.reload();
        }
    }

    /// Opens the agent whose connection has this id, whether or not the list has it; under bad settings, as soon as they are
    /// good.
    pub fn open(&self, id: &str) {
        let id = ConnectionId::new(id);
        match self.controls() {
            Some(controls) => controls.opened.open(id),
            None => self.left.borrow_mut().open_instead(Some(id)),
        }
    }

    /// Closes the agent that is open.
    pub fn close(&self) {
        match self.controls() {
            Some(controls) => controls.opened.close(),
            None => self.left.borrow_mut().open_instead(None),
        }
    }

    fn controls(&self) -> Option<Controls> {
        self.mounted.borrow().as_ref().and_then(|mounted| mounted.controls)
    }

    fn settings(&self, locale: Locale) -> Result<Settings, Vec<SettingsError>> {
        Settings::read(|name| self.host.get_attribute(name), locale)
    }

    /// The language of the words: the attribute's, else that of the page around, else the first of the browser's languages
    /// that there are words for.
    fn locale(&self) -> Locale {
        let browser = window().navigator().languages().into_iter().filter_map(|tag| tag.as_string());
        spoken(self.host.get_attribute("locale").into_iter().chain(language_around(&self.host)).chain(browser))
    }

    /// Starts again with the list as it was, unless it `has_new_preset`, and with the agent and the form open that were open;
    /// after bad settings, that were open before them.
    fn mount_anew(&self, has_new_preset: bool) {
        if let Some(controls) = self.controls() {
            self.left.replace(Left::by(controls.list, controls.opened, controls.form));
        }
        if has_new_preset {
            self.left.borrow_mut().forget_query();
        }
        self.mount(None);
    }

    fn mount(&self, first: Option<FirstRequest>) {
        self.mounted.take();
        // The page's own language may be another: screen readers pronounce by this.
        let locale = self.locale();
        self.container.set_lang(locale.as_str());
        let mounted = match self.settings(locale) {
            Ok(settings) => self.mount_directory(settings, locale, first),
            Err(errors) => {
                first.inspect(|first| first.controller().abort());
                self.mount_errors(errors, locale)
            }
        };
        self.mounted.replace(Some(mounted));
    }

    fn mount_directory(&self, settings: Settings, locale: Locale, first: Option<FirstRequest>) -> Mounted {
        let host = self.host.clone();
        let left = self.left.take();
        let shown = std::rc::Rc::new(std::cell::Cell::new(None));
        let unmount = mount_to(self.container.clone(), {
            let shown = shown.clone();
            move || {
                provide_locale(locale);
                let (link, _) = url_state::read(settings.url_state.as_ref(), settings.query.clone());
                let client = Client::new(settings.api, first).with_settings(settings.fetch);
                // With a URL state, the URL says what was shown.
                let shown_before = left.query().filter(|_| settings.url_state.is_none());
                let list = AgentList::new(client.clone(), shown_before.unwrap_or(link.query));
                let form = AgentForm::new(client.clone(), settings.draft_private_notes, locale);
                let opened = OpenedAgent::new(client, list);
                if let Some(id) = link.opened {
                    opened.open_in_place(id);
                }
                let url = UrlState::new(settings.url_state, list, Preset::new(settings.query, list), opened);
                // Numbers and dates are written in every language, whether there are words for it or not.
                let tag = settings.locale.or_else(|| language_around(&host));
                let (numbers, dates) = (NumberFormat::new(tag.as_deref()), DateFormat::new(tag.as_deref()));
                events::follow_list(host.clone(), list);
                events::follow_opened(host.clone(), opened);
                when_painted(move || events::follow_form(host, form));
                let (kept, form) = (form, (!settings.readonly).then_some(form));
                left.open_again(opened, kept, settings.readonly);
                shown.set(Some(Controls { list, url, opened, form: kept }));
                view! { <views::Directory list opened form url numbers dates /> }
            }
        });
        Mounted { controls: shown.get(), _unmount: Box::new(unmount) }
    }

    /// A bad setting is shown, never replaced by a guess.
    fn mount_errors(&self, errors: Vec<SettingsError>, locale: Locale) -> Mounted {
        let unmount = mount_to(self.container.clone(), move || {
            let lines = errors
                .into_iter()
                .map(|SettingsError { attribute, message }| view! { <li><code>{attribute}</code>" "{message}</li> })
                .collect_view();
            view! {
                <div class="notice" role="alert" part="notice">
                    <p>{td_string!(locale, element.not_set_up)}</p>
                    <ul>{lines}</ul>
                </div>
            }
        });
        Mounted { controls: None, _unmount: Box::new(unmount) }
    }
}

/// The language of the part of the page that the element is in, where the page says.
fn language_around(host: &HtmlElement) -> Option<String> {
    let mut element: Element = host.clone().into();
    loop {
        if let Some(holder) = element.closest("[lang]").ok()? {
            return holder.get_attribute("lang").filter(|tag| !tag.trim().is_empty());
        }
        // In a shadow tree, the language is that of the element it belongs to.
        element = element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    }
}
