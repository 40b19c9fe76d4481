//! The keys that work anywhere in the widget. They are listened for on its own root, so the page keeps all others.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::{
    components::{focus, icon::Icon},
    locale::{Locale, td_string, use_locale},
    state::agent_list::AgentList,
};

/// What each key does, as the dialog tells it. The keys are called by what is printed on them.
fn keys(locale: Locale) -> [(&'static [&'static str], &'static str); 8] {
    [
        (&["/"], td_string!(locale, keys.search)),
        (&["↑", "↓"], td_string!(locale, keys.step)),
        (&["Home", "End"], td_string!(locale, keys.ends)),
        (&["Enter"], td_string!(locale, keys.open)),
        (&["Esc"], td_string!(locale, keys.close)),
        (&["Page Up"], td_string!(locale, pages.previous)),
        (&["Page Down"], td_string!(locale, pages.next)),
        (&["?"], td_string!(locale, keys.help)),
    ]
}

/// The element that a plain key was pressed on; `None` where the key belongs to somebody else: to a field being typed in,
/// to a dialog, to a shortcut of the browser, or to whoever has handled it already.
pub fn target(event: &ev::KeyboardEvent) -> Option<Element> {
    if event.default_prevented() || event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_taken = target.closest("input, select, textarea, [contenteditable], dialog").ok()?.is_some();
    (!is_taken).then_some(target)
}

/// Does what `/`, `?`, Page Up and Page Down are for.
pub fn on_keydown(event: &ev::KeyboardEvent, list: AgentList, dialog: NodeRef<html::Dialog>) {
    let Some(target) = target(event) else { return };
    let Ok(Some(root)) = target.closest(".directory") else { return };
    // In a panel or a pop-over, the browser scrolls by these, and nobody sees the list's pages turn.
    let is_in_panel = target.closest("[role=dialog], [popover]").is_ok_and(|panel| panel.is_some());
    match event.key().as_str() {
        "/" => {
            let search = root.query_selector("input[type=search]").ok().flatten();
            if let Some(search) = search.and_then(|search| search.dyn_into::<HtmlInputElement>().ok()) {
                focus::give(&search);
                search.select();
            }
        }
        "?" => show(dialog),
        "PageUp" | "PageDown" if is_in_panel => return,
        key @ ("PageUp" | "PageDown") => {
            let page = if key == "PageUp" { AgentList::page_before } else { AgentList::page_after };
            if let Some(number) = untrack(|| page(&list)) {
                list.go_to(number);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// Opens the dialog of keys; on closing, the browser gives the focus back.
pub fn show(dialog: NodeRef<html::Dialog>) {
    if let Some(dialog) = dialog.get_untracked().filter(|dialog| !dialog.open()) {
        // It can only fail on a dialog that has left the page.
        let _ = dialog.show_modal();
    }
}

/// The dialog of keys. What is in it is drawn when it is first opened.
#[component]
pub fn KeysDialog(dialog: NodeRef<html::Dialog>) -> impl IntoView {
    let locale = use_locale();
    let was_opened = RwSignal::new(false);
    let on_toggle = move |_: ev::Event| was_opened.set(true);
    view! {
        <dialog class="keys" node_ref=dialog aria-labelledby="keys-title" part="dialog" on:beforetoggle=on_toggle>
            <form method="dialog">
                <h2 id="keys-title">{td_string!(locale, keys.title)}</h2>
                <button class="icon-button" aria-label=td_string!(locale, action.close) title=td_string!(locale, action.close)>
                    {Icon::Close.draw()}
                </button>
            </form>
            <p>{td_string!(locale, keys.scope)}</p>
            <Show when=move || was_opened.get()>
                <dl>{keys(locale).into_iter().map(key).collect_view()}</dl>
            </Show>
        </dialog>
    }
}

fn key((keys, action): (&'static [&'static str], &'static str)) -> impl IntoView {
    let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
    view! {
        <dt>{keys}</dt>
        <dd>{action}</dd>
    }
}
