//! The panel in which columns are chosen and put in order.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Column, all, default_choice};
use crate::{
    components::{focus, icon::Icon},
    locale::{td_string, use_locale},
    state::{
        preferences::{Density, Preferences, add, remove, shift},
        suggestions::{Seen, Suggestions},
    },
};

/// A checkbox for each column, buttons that move the chosen ones, and how close the rows stand.
#[component]
pub fn ColumnChooser(preferences: Preferences, suggestions: Suggestions) -> impl IntoView {
    let locale = use_locale();
    let liked = preferences.get();
    let chosen = Memo::new(move |_| liked.with(|liked| liked.columns.clone()).unwrap_or_else(default_choice));
    let columns = move || chosen.with(|chosen| all(chosen, &suggestions.seen().with(Seen::attributes), locale));
    let density = move |density: Density, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="density"
                    prop:checked=move || liked.with(|liked| liked.density == density)
                    on:change=move |_| preferences.change(|liked| liked.density = density)
                />
                {label}
            </label>
        }
    };

    view! {
        <div class="chooser">
            <fieldset>
                <legend>{td_string!(locale, columns.legend)}</legend>
                <ul class="columns">
                    <For each=columns key=|column| column.attribute.clone() let:column>
                        <ColumnItem column preferences chosen />
                    </For>
                </ul>
                <button type="button" class="button" on:click=move |_| preferences.change(|liked| liked.columns = None)>
                    {td_string!(locale, columns.restore)}
                </button>
            </fieldset>
            <fieldset>
                <legend>{td_string!(locale, columns.rows)}</legend>
                {density(Density::Comfortable, td_string!(locale, columns.comfortable))}
                {density(Density::Compact, td_string!(locale, columns.compact))}
            </fieldset>
        </div>
    }
}

#[component]
fn ColumnItem(column: Column, preferences: Preferences, chosen: Memo<Vec<String>>) -> impl IntoView {
    let locale = use_locale();
    let attribute = StoredValue::new(column.attribute.into_owned());
    let label = StoredValue::new(column.label.into_owned());
    let place = Memo::new(move |_| {
        chosen.with(|chosen| attribute.with_value(|attribute| chosen.iter().position(|other| other == attribute)))
    });
    let change = move |change: fn(&mut Vec<String>, &str)| {
        preferences.change(|liked| {
            let columns = liked.columns.get_or_insert_with(default_choice);
            attribute.with_value(|attribute| change(columns, attribute));
        });
    };
    let mover = move |towards_start: bool| {
        let name = match towards_start {
            true => td_string!(locale, columns.move_up, column = label.get_value()),
            false => td_string!(locale, columns.move_down, column = label.get_value()),
        };
        let last = move || chosen.with(|chosen| chosen.len().checked_sub(1));
        let can_move =
            move || place.get().is_some_and(|place| if towards_start { place > 0 } else { Some(place) < last() });
        let on_click = move |event: leptos::ev::MouseEvent| {
            change(if towards_start {
                |columns, attribute| shift(columns, attribute, true)
            } else {
                |columns, attribute| shift(columns, attribute, false)
            });
            keep_focus(&event);
        };
        view! {
            <button
                type="button"
                class="icon-button"
                class:down=!towards_start
                aria-label=name.clone()
                title=name
                aria-disabled=move || (!can_move()).to_string()
                on:click=on_click
            >
                {Icon::Arrow.draw()}
            </button>
        }
    };

    view! {
        <li>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || place.get().is_some()
                    on:change=move |event| {
                        change(if event_target_checked(&event) { add } else { remove });
                        keep_focus(&event);
                    }
                />
                <span class="text">{label.get_value()}</span>
            </label>
            <Show when=move || place.get().is_some()>{mover(true)} {mover(false)}</Show>
        </li>
    }
}

/// Gives the focus back to a control whose item has been moved, since an element that moves loses it.
fn keep_focus(event: &web_sys::Event) {
    let control = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(control) = control else { return };
    request_animation_frame(move || {
        if control.is_connected() && !control.matches(":focus").unwrap_or(false) {
            focus::give(&control);
        }
    });
}
