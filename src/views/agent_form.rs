//! The form that an agent is created and edited by, in the place of the panel.

mod conflicts;
mod duplicates;
mod failure;
mod fields;
mod fill;
mod flow;
mod foot;
mod found_actions;
mod leaving;
mod linked;
mod lost_focus;
mod not_kept;
mod other_email;
mod photo;
mod restored;
mod tags;

use leptos::{ev, html, prelude::*};
use web_sys::Element;

use self::{
    conflicts::Conflicts,
    duplicates::Duplicates,
    failure::FailureNotice,
    fields::Fields,
    fill::FillFromText,
    foot::Foot,
    linked::Linked,
    lost_focus::FocusHolder,
    not_kept::NotKept,
    other_email::OtherEmail,
    photo::{PhotoField, choose, choose_dropped, file_of},
    restored::Restored,
};
pub use self::{flow::connect, leaving::LeavingDialog};

use crate::{
    components::{
        date::DateFormat,
        focus::{active_element, give},
        icon::Icon,
        icon_button::IconButton,
        text_field::ToldTogether,
    },
    domain::{field::Field, id::ConnectionId},
    locale::{Locale, td_string, use_locale},
    state::{
        agent_form::{AgentForm, Stage, Subject},
        suggestions::Suggestions,
    },
};

/// A dialog beside the list, which is not modal, as the panel of an agent isn't.
#[component]
pub fn FormPanel(
    form: AgentForm,
    suggestions: Suggestions,
    dates: DateFormat,
    /// Shows an agent instead of the form.
    #[prop(into)]
    on_open: Callback<ConnectionId>,
) -> impl IntoView {
    let locale = use_locale();
    provide_context(ToldTogether(form.is_told_together().into()));
    let panel = NodeRef::<html::Section>::new();
    let is_new = Memo::new(move |_| form.subject().with(|subject| *subject == Some(Subject::New)));
    let title =
        move || if is_new.get() { td_string!(locale, toolbar.new_agent).to_owned() } else { title(form, locale) };
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        form.save();
    };
    // A picture can be pasted wherever the focus is. Where it comes with text, as from a spreadsheet, the text is meant.
    let on_paste = move |event: ev::ClipboardEvent| {
        let data = event.clipboard_data();
        let has_text = data.as_ref().is_some_and(|data| data.types().includes(&"text/plain".into(), 0));
        if let Some(picture) = file_of(data).filter(|_| !has_text) {
            event.prevent_default();
            choose(form, picture);
        }
    };
    // A file dropped beside the photo's box would take the page's place.
    let is_dragged_over = RwSignal::new(false);
    let on_dragover = move |event: ev::DragEvent| {
        if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
            is_dragged_over.set(true);
        }
    };
    let on_drop = move |event: ev::DragEvent| {
        is_dragged_over.set(false);
        if choose_dropped(form, event.data_transfer()) {
            event.prevent_default();
        }
    };
    let is_busy = Memo::new(move |_| form.stage().with(Stage::is_busy));
    focus_first_field(panel);
    focus_what_stands_in_the_way(form, panel);
    let holder = FocusHolder::new(form, panel);
    view! {
        <section
            class="detail agent-form"
            role="dialog"
            aria-labelledby="form-title"
            part="form"
            node_ref=panel
            on:focusin=move |event| holder.take(&event)
            on:focusout=move |event| holder.leave(&event)
        >
            <form
                novalidate
                aria-labelledby="form-title"
                on:submit=on_submit
                class:dragged-over=is_dragged_over
                on:paste=on_paste
                on:dragover=on_dragover
                on:dragleave=move |_| is_dragged_over.set(false)
                on:drop=on_drop
            >
                <div class="form-head">
                    <h2 id="form-title" tabindex="-1">{title}</h2>
                    <IconButton name=td_string!(locale, action.close) icon=Icon::Close on_press=move || form.leave() />
                </div>
                <Restored form dates />
                <FailureNotice form />
                <Duplicates form on_open />
                <Conflicts form />
                <Linked form on_open />
                <NotKept form />
                <OtherEmail form />
                // Not around the foot, whose steps would not be read out.
                <div class="form-fields" aria-busy=move || is_busy.get().to_string()>
                    <PhotoField form is_busy />
                    <FillFromText form is_busy />
                    <Fields form suggestions is_new is_busy />
                </div>
                <Foot form />
            </form>
        </section>
    }
}

fn title(form: AgentForm, locale: Locale) -> String {
    let name = form
        .record()
        .with(|base| [Field::FirstName, Field::LastName].map(|field| base.shown(field)).join(" ").trim().to_owned());
    match name.as_str() {
        "" => td_string!(locale, form.edit_agent).into(),
        name => td_string!(locale, form.edit, name = name),
    }
}

/// The form opens by a person's own press: the focus goes to where typing begins, or to what an earlier save has left over.
fn focus_first_field(panel: NodeRef<html::Section>) {
    Effect::new(move |_| {
        let Some(panel) = panel.get() else { return };
        let first = obstacle(&panel).or_else(|| panel.query_selector("#form-first_name").ok()?);
        // It opens by itself too, when the page has changed an attribute.
        let is_elsewhere = active_element(&panel).is_some_and(|active| is_around(&active, &panel));
        if let Some(first) = first.filter(|_| !is_elsewhere) {
            give(&first);
        }
    });
}

/// Whether an element that has the focus is on the page around, where the focus stays.
fn is_around(active: &Element, panel: &Element) -> bool {
    !panel.get_root_node().contains(Some(active))
}

/// After a save that came to nothing, the focus goes to the first thing to look at.
fn focus_what_stands_in_the_way(form: AgentForm, panel: NodeRef<html::Section>) {
    let attempts = form.attempts();
    Effect::new(move |before: Option<u32>| {
        let attempt = attempts.get();
        if let (true, Some(panel)) = (before.is_some_and(|before| before != attempt), panel.get_untracked()) {
            let holder = active_element(&panel);
            // When what is to get the focus has been drawn. Whoever has gone on typing meanwhile isn't called back.
            request_animation_frame(move || {
                let has_gone_on = active_element(&panel).is_some_and(|active| {
                    let is_typed_in = active.matches("input, textarea").unwrap_or(false);
                    let is_new = holder.as_ref() != Some(&active) || !panel.contains(Some(&active));
                    is_around(&active, &panel) || (is_typed_in && is_new)
                });
                if let (false, Some(target)) = (has_gone_on, obstacle(&panel)) {
                    give(&target);
                }
            });
        }
        attempt
    });
}

fn obstacle(panel: &Element) -> Option<Element> {
    ["[aria-invalid=true]", ".form-obstacle"].iter().find_map(|selector| panel.query_selector(selector).ok()?)
}
