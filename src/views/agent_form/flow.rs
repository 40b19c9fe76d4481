//! What the form does to the list, the panel and the focus, and they to it.

use leptos::{html, prelude::*};

use crate::{
    components::focus::{active_element, give},
    domain::id::ConnectionId,
    state::{
        agent_form::{AgentForm, Destination, Stage, Subject},
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        paint::after_paint,
        photo::ChosenPhoto,
    },
};

/// Connects the form with the rest, for as long as the directory is there.
pub fn connect(form: AgentForm, list: AgentList, opened: OpenedAgent, directory: NodeRef<html::Div>) {
    form.protect();
    show_photo_while_saving(form, list);
    show_what_is_saved(form, list, opened);
    ask_before_another_opens(form, opened);
    go_where_it_was_left_for(form, opened, directory);
}

/// The row has the new photo at once, and the old one again if the save comes to nothing.
fn show_photo_while_saving(form: AgentForm, list: AgentList) {
    let before = StoredValue::new(None::<(ConnectionId, Option<String>)>);
    let is_busy = Memo::new(move |_| form.stage().with(Stage::is_busy));
    Effect::new(move |_| {
        let (is_busy, subject) = (is_busy.get(), form.subject().get_untracked());
        let preview = form.photo().chosen().with_untracked(|photo| photo.as_ref().map(ChosenPhoto::preview));
        match (is_busy, subject, preview) {
            (true, Some(Subject::Existing(id)), Some(preview)) => {
                let old = list.rows().show_photo(&id, Some(preview));
                before.set_value(Some((id, old)));
            }
            (false, ..) => {
                if let Some((id, old)) = before.try_update_value(Option::take).flatten() {
                    let saved = form.saved().with_untracked(|saved| saved.as_ref().map(|saved| saved.agent.clone()));
                    let photo = saved.filter(|agent| agent.id == id).map_or(old, |agent| agent.image_url);
                    list.rows().show_photo(&id, photo);
                }
            }
            _ => {}
        }
    });
}

fn show_what_is_saved(form: AgentForm, list: AgentList, opened: OpenedAgent) {
    Effect::new(move |_| {
        if let Some(saved) = form.saved().get() {
            list.forget_pages();
            list.reload();
            opened.open_read(saved.agent);
        }
    });
    Effect::new(move |_| {
        if form.touched().get() > 0 {
            list.forget_pages();
            list.reload();
            opened.reload();
        }
    });
    // What was said of one agent is not said again when they are opened once more.
    Effect::new(move |_| {
        let saved = form.saved().with_untracked(|saved| saved.as_ref().map(|saved| saved.agent.id.clone()));
        let saved = saved.or_else(|| form.unchanged().get_untracked());
        if opened.opened().with(|now| saved.is_some() && *now != saved) {
            form.dismiss_saved();
        }
    });
}

/// While there are changes, or a save is under way, the agent who was open stays so until the person has answered.
fn ask_before_another_opens(form: AgentForm, opened: OpenedAgent) {
    let anchor = StoredValue::new(None::<ConnectionId>);
    Effect::new(move |_| {
        if form.subject().with(Option::is_some) {
            anchor.set_value(opened.opened().get_untracked());
        }
    });
    Effect::new(move |_| {
        let now = opened.opened().get();
        let before = anchor.get_value();
        let subject = form.subject().get_untracked();
        let is_edited = now.clone().is_some_and(|id| subject == Some(Subject::Existing(id)));
        if is_edited {
            return anchor.set_value(now);
        }
        if now == before || subject.is_none() {
            return;
        }
        if untrack(|| form.asks_before_leaving()) {
            match before {
                Some(id) => opened.open_in_place(id),
                None => opened.close(),
            }
            form.leave_for(now.map_or(Destination::List, Destination::Agent));
        } else {
            form.close();
        }
    });
}

fn go_where_it_was_left_for(form: AgentForm, opened: OpenedAgent, directory: NodeRef<html::Div>) {
    let was_new = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(subject) = form.subject().get() {
            was_new.set_value(subject == Subject::New);
        }
    });
    Effect::new(move |_| match form.left_for().get() {
        None => {}
        Some(Destination::Agent(id)) => opened.open(id),
        Some(Destination::List) => opened.close(),
        Some(Destination::Back | Destination::NewAgent) => {
            let button = if was_new.get_value() { "[data-new-agent]" } else { "[data-edit]" };
            let give_focus = move || {
                let Some(directory) = directory.try_get_untracked().flatten() else { return };
                // Wherever the person has gone by then, the focus stays. The directory itself has it where a browser gives
                // none to buttons that are clicked.
                let is_elsewhere = active_element(&directory).is_some_and(|active| {
                    !active.is_same_node(Some(&directory))
                        && active.closest(".detail").is_ok_and(|in_it| in_it.is_none())
                });
                if let (false, Ok(Some(button))) = (is_elsewhere, directory.query_selector(button)) {
                    give(&button);
                }
            };
            // When the panel that the form stood in the place of is there again, and its buttons, which come after the paint.
            after_paint(move || request_animation_frame(give_focus));
        }
    });
}
