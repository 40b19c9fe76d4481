//! The fields of the form, in their groups.

use leptos::prelude::*;

use super::tags::TagsField;
use crate::{
    components::{
        combobox::{Choice, Combobox},
        text_field::{FieldNotes, Kind, TextField, described_by},
    },
    domain::{draft_check::has_lines, field::Field},
    locale::{td_string, use_locale},
    state::{
        agent_form::AgentForm,
        suggestions::{Seen, Suggestions},
    },
};

/// The id of what tells which fields are needed.
const NEEDED: &str = "form-needed";

/// Every field but the photo.
#[component]
pub fn Fields(form: AgentForm, suggestions: Suggestions, is_new: Memo<bool>, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let text = move |field, id, kind| view! { <FormField form field id kind is_busy /> };
    let needed = move |field, id, kind| {
        view! { <FormField form field id kind is_busy is_needed=is_new.get_untracked() /> }
    };
    view! {
        {is_new
            .get_untracked()
            .then(|| {
                view! { <p class="hint" id=NEEDED>{td_string!(locale, form.needed)}</p> }
            })}
        <div class="form-row">
            {needed(Field::FirstName, "form-first_name", Kind::Text)}
            {text(Field::LastName, "form-last_name", Kind::Text)}
        </div>
        <Email form is_new is_busy />
        {needed(Field::Phone, "form-phone", Kind::Telephone)}
        <Named form field=Field::Agency id="form-agency_name" suggestions read=Seen::agencies is_busy />
        <Named form field=Field::Team id="form-agent_team_name" suggestions read=Seen::teams is_busy />
        <TagsField form suggestions is_busy />
        <fieldset>
            <legend>{td_string!(locale, form.postal_address)}</legend>
            {text(Field::Address, "form-address", Kind::Text)}
            <div class="form-row form-place">
                {text(Field::City, "form-city", Kind::Text)} {text(Field::State, "form-state", Kind::Text)}
                {text(Field::Zip, "form-zip", Kind::Code)}
            </div>
        </fieldset>
        <fieldset>
            <legend>{td_string!(locale, form.web)}</legend>
            {text(Field::Website, "form-website", Kind::Address)}
            {text(Field::Linkedin, "form-linkedin", Kind::Code)}
            {text(Field::Facebook, "form-facebook", Kind::Code)}
            {text(Field::Instagram, "form-instagram", Kind::Code)} {text(Field::Twitter, "form-twitter", Kind::Code)}
        </fieldset>
        {text(Field::Notes, "form-notes", Kind::Lines)}
        {text(Field::PrivateNotes, "form-private_notes", Kind::Lines)}
    }
}

/// The email, which can be given once and then not be changed. API: certain.
#[component]
fn Email(form: AgentForm, is_new: Memo<bool>, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let (kind, id) = (Kind::Email, "form-email");
    let is_new = is_new.get_untracked();
    let hint = (!is_new).then(|| td_string!(locale, form.email_hint));
    view! { <FormField form field=Field::Email id kind is_busy is_needed=is_new hint is_fixed=!is_new /> }
}

#[component]
fn FormField(
    form: AgentForm,
    field: Field,
    id: &'static str,
    kind: Kind,
    is_busy: Memo<bool>,
    #[prop(optional)] is_needed: bool,
    #[prop(optional)] is_fixed: bool,
    #[prop(optional_no_strip)] hint: Option<&'static str>,
) -> impl IntoView {
    let locale = use_locale();
    // A field of one line drops the line ends of its text. The email is only read.
    let has_lines = Memo::new(move |_| field != Field::Email && form.record().with(|record| has_lines(record, field)));
    move || {
        view! {
            <TextField
                id
                label=field.label(locale)
                kind=if has_lines.get() { Kind::Lines } else { kind }
                text=text_of(form, field)
                on_type=move |text| form.type_into(field, text)
                on_leave=move |()| form.leave_field(field)
                problem=problem_of(form, field)
                hint
                needed=is_needed.then_some(NEEDED)
                is_locked=Signal::derive(move || is_fixed || is_busy.get())
            />
        }
    }
}

/// A name that may be one of those seen before.
#[component]
fn Named(
    form: AgentForm,
    field: Field,
    id: &'static str,
    suggestions: Suggestions,
    read: fn(&Seen) -> Vec<(String, String)>,
    is_busy: Memo<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let problem = problem_of(form, field);
    let choices = Signal::derive(move || {
        let mut names: Vec<String> = suggestions.seen().with(read).into_iter().map(|(name, _)| name).collect();
        names.dedup();
        names.into_iter().map(|name| Choice { value: name.clone(), name }).collect::<Vec<_>>()
    });
    view! {
        <div class="field" on:change=move |_| form.leave_field(field)>
            <label for=id>{field.label(locale)}</label>
            <Combobox
                id
                text=text_of(form, field)
                on_type=move |text| form.type_into(field, text)
                choices
                on_pick=Callback::new(move |choice: Choice| form.type_into(field, choice.name))
                described_by=Signal::derive(described_by(id, false, problem))
                is_invalid=Signal::derive(move || problem.with(Option::is_some))
                is_locked=is_busy
            />
            <FieldNotes id hint=None problem />
        </div>
    }
}

fn text_of(form: AgentForm, field: Field) -> Signal<String> {
    Memo::new(move |_| form.draft().with(|draft| draft.text(field).to_owned())).into()
}

/// What is wrong with a field.
pub fn problem_of(form: AgentForm, field: Field) -> Signal<Option<String>> {
    let find = move |problems: &Vec<(Field, String)>| {
        problems.iter().find(|(other, _)| *other == field).map(|(_, problem)| problem.clone())
    };
    Memo::new(move |_| form.problems().with(find)).into()
}
