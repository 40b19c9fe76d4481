//! One saved view.

use leptos::{either::Either, ev, html, prelude::*, task::spawn_local};
use web_sys::Element;

use super::{PANEL, Panel, outcome::Outcome};
use crate::{
    components::{clipboard, focus},
    domain::saved_view::SavedView,
    locale::{td_string, use_locale},
};

/// A view's name and what can be done with it.
#[component]
pub fn SavedViewRow(panel: Panel, view: SavedView) -> impl IntoView {
    let view = StoredValue::new(view);
    let is_renamed = RwSignal::new(false);
    let shown = panel.list.query();
    let is_shown = move || {
        let is_shown = shown
            .with(|query| view.try_with_value(|view| view.query.is_same_but_for_the_page(query)).unwrap_or_default());
        is_shown.then_some("true")
    };
    view! {
        <li aria-current=is_shown>
            {move || {
                if is_renamed.get() {
                    Either::Left(view! { <Rename panel view=view.get_value() on_end=move || is_renamed.set(false) /> })
                } else {
                    Either::Right(view! { <Actions panel view=view.get_value() on_rename=move || is_renamed.set(true) /> })
                }
            }}
        </li>
    }
}

/// The buttons have the same names in every row; the view's name describes them.
#[component]
fn Actions(panel: Panel, view: SavedView, on_rename: impl Fn() + Clone + 'static) -> impl IntoView {
    let locale = use_locale();
    let Panel { list, url, views, outcome, .. } = panel;
    let name = view.name.clone();
    let query = view.query.clone();
    let described = name.clone();
    let deleted = name.clone();
    let delete = move |_| {
        outcome.set(views.delete(&deleted).map_or_else(Outcome::Failed, Outcome::Deleted));
        panel.focus();
    };
    let copy_link = move |event: ev::MouseEvent| {
        let (link, button) = (url.link_to(&view), event_target::<Element>(&event));
        spawn_local(async move {
            let told = if clipboard::write(&link, &button).await {
                Outcome::Done(td_string!(locale, views.link_copied).into())
            } else {
                Outcome::Link(link)
            };
            // The panel may be gone by now.
            outcome.try_set(told);
        });
    };
    view! {
        <span class="view-name">{name}</span>
        <span class="actions" role="group" aria-label=described>
            <button
                type="button"
                popovertarget=PANEL
                popovertargetaction="hide"
                on:click=move |_| list.show(query.clone())
            >
                {td_string!(locale, action.apply)}
            </button>
            <button type="button" on:click=move |_| on_rename()>
                {td_string!(locale, action.rename)}
            </button>
            <button type="button" on:click=copy_link>
                {td_string!(locale, views.copy_link)}
            </button>
            <button type="button" on:click=delete>
                {td_string!(locale, action.delete)}
            </button>
        </span>
    }
}

#[component]
fn Rename(panel: Panel, view: SavedView, on_end: impl Fn() + Clone + 'static) -> impl IntoView {
    let locale = use_locale();
    let input = NodeRef::<html::Input>::new();
    let name = view.name.clone();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus::give(&input);
            input.select();
        }
    });
    let on_submit = {
        let on_end = on_end.clone();
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
            let renamed = panel.views.rename(&view.name, &typed);
            let is_done = renamed.is_ok();
            panel.outcome.set(Outcome::of(renamed, |()| td_string!(locale, views.renamed, name = view.name.as_str())));
            if is_done {
                on_end();
                panel.focus();
            }
        }
    };
    let cancel = move |_| {
        on_end();
        panel.focus();
    };
    view! {
        <form on:submit=on_submit>
            <input type="text" aria-label=td_string!(locale, field.name) autocomplete="off" prop:value=name node_ref=input />
            <button type="submit" class="button">
                {td_string!(locale, action.rename)}
            </button>
            <button type="button" class="button" on:click=cancel>
                {td_string!(locale, action.cancel)}
            </button>
        </form>
    }
}
