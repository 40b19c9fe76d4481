//! Fields that somebody else has changed while they were being edited here.

use leptos::prelude::*;

use crate::{
    components::avatar::Avatar,
    domain::{draft::Conflict, field::Field},
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Stage},
};

/// Both values of each field, to choose from.
#[component]
pub fn Conflicts(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let conflicts = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Conflicts { fields, .. } => fields.clone(),
            _ => Vec::new(),
        })
    });
    let told = move || match form.stage().with(|stage| matches!(stage, Stage::Conflicts { is_begun: true, .. })) {
        true => td_string!(locale, conflicts.told_of_photo),
        false => td_string!(locale, conflicts.told),
    };
    view! {
        <Show when=move || conflicts.with(|conflicts| !conflicts.is_empty())>
            <section class="form-obstacle obstacle" aria-labelledby="conflicts-title" tabindex="-1">
                <h3 id="conflicts-title">{td_string!(locale, conflicts.title)}</h3>
                <p role="alert">{told}</p>
                <For each=move || conflicts.get() key=|conflict| conflict.field let:conflict>
                    <Choice form conflict />
                </For>
            </section>
        </Show>
    }
}

#[component]
fn Choice(form: AgentForm, conflict: Conflict) -> impl IntoView {
    let locale = use_locale();
    let field = conflict.field;
    let conflict = StoredValue::new(conflict);
    let settle = move |takes_theirs| conflict.with_value(|conflict| form.settle(conflict, takes_theirs));
    let shown = move |read: fn(&Conflict) -> &String, own_photo: &'static str| {
        let text = conflict.with_value(|conflict| read(conflict).clone());
        match (field, text.is_empty()) {
            (Field::Photo, _) => own_photo.to_owned(),
            (_, true) => td_string!(locale, conflicts.empty).into(),
            _ => text,
        }
    };
    // Both are there as long as the choice is: the form holds the one, the record the other.
    let picture = move |image: Option<String>| {
        (field == Field::Photo)
            .then(|| view! { <Avatar image=Signal::stored(image) initials=Signal::derive(move || form.initials()) /> })
    };
    let theirs =
        picture(conflict.with_value(|conflict| Some(conflict.theirs.clone()).filter(|address| !address.is_empty())));
    let chosen = form.photo().chosen().with_untracked(|photo| photo.as_ref().map(|photo| photo.preview()));
    let mine = picture(chosen);
    let label = field.label(locale);
    view! {
        <div class="choice-of-two" role="group" aria-label=label>
            <h4>{label}</h4>
            <dl>
                <dt>{td_string!(locale, conflicts.theirs)}</dt>
                <dd>{theirs}{shown(|conflict| &conflict.theirs, td_string!(locale, conflicts.their_photo))}</dd>
                <dt>{td_string!(locale, conflicts.yours)}</dt>
                <dd>{mine}{shown(|conflict| &conflict.mine, td_string!(locale, conflicts.your_photo))}</dd>
            </dl>
            <div class="buttons">
                <button
                    type="button"
                    class="button"
                    aria-label=td_string!(locale, conflicts.keep_theirs_of, field = label)
                    on:click=move |_| settle(true)
                >
                    {td_string!(locale, conflicts.keep_theirs)}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=td_string!(locale, conflicts.keep_yours_of, field = label)
                    on:click=move |_| settle(false)
                >
                    {td_string!(locale, conflicts.keep_yours)}
                </button>
            </div>
        </div>
    }
}
