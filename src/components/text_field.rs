//! A labelled field to type in, with a hint and with what is wrong.

use leptos::{either::Either, ev, prelude::*};

/// What kind of text a field takes: the keyboard of a telephone follows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    #[default]
    Text,
    /// An id, or anything else that is no word.
    Code,
    /// An email address.
    Email,
    /// An email address to the letter: browsers write the domain of [`Kind::Email`] in ASCII.
    ExactEmail,
    /// A telephone number.
    Telephone,
    /// A web address.
    Address,
    /// Text of more than one line.
    Lines,
}

impl Kind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Code | Self::ExactEmail | Self::Lines => "text",
            Self::Email => "email",
            Self::Telephone => "tel",
            Self::Address => "url",
        }
    }

    fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Code | Self::Lines => None,
            Self::Email | Self::ExactEmail => Some("email"),
            Self::Telephone => Some("tel"),
            Self::Address => Some("url"),
        }
    }

    fn is_prose(self) -> bool {
        matches!(self, Self::Text | Self::Lines)
    }
}

/// Whoever fills it in writes of somebody else, so that the browser's own suggestions are off.
#[component]
pub fn TextField(
    /// Unique within the element.
    id: &'static str,
    /// What the field is called.
    label: &'static str,
    /// What it takes.
    #[prop(optional)]
    kind: Kind,
    /// The text in it.
    #[prop(into)]
    text: Signal<String>,
    /// Takes each change.
    #[prop(into)]
    on_type: Callback<String>,
    /// Told when the field is left with another text.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// What is wrong with the text.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// What there is to know before typing.
    #[prop(optional_no_strip)]
    hint: Option<&'static str>,
    /// Shown while the field is empty.
    #[prop(optional)]
    placeholder: Option<&'static str>,
    /// Marks the field as one of those that are needed; the id of what tells what is needed.
    #[prop(optional_no_strip)]
    needed: Option<&'static str>,
    /// Whether the text can only be read.
    #[prop(optional, into)]
    is_locked: Signal<bool>,
) -> impl IntoView {
    let notes = described_by(id, hint.is_some(), problem);
    let described_by = move || match (notes(), needed) {
        (Some(notes), Some(needed)) => Some(format!("{notes} {needed}")),
        (notes, needed) => notes.or_else(|| needed.map(str::to_owned)),
    };
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let spellcheck = if kind.is_prose() { "true" } else { "false" };
    let on_change = move |_: ev::Event| {
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    let control = if kind == Kind::Lines {
        view! {
            <textarea
                id=id
                rows="3"
                autocomplete="off"
                aria-invalid=invalid
                aria-describedby=described_by
                readonly=is_locked
                prop:value=text
                on:input=move |event| on_type.run(event_target_value(&event))
                on:change=on_change
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type=kind.input_type()
                inputmode=kind.input_mode()
                id=id
                placeholder=placeholder
                autocomplete="off"
                autocapitalize=(!kind.is_prose()).then_some("none")
                spellcheck=spellcheck
                aria-invalid=invalid
                aria-describedby=described_by
                readonly=is_locked
                prop:value=text
                on:input=move |event| on_type.run(event_target_value(&event))
                on:change=on_change
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=id class:needed=needed.is_some()>
                {label}
            </label>
            {control}
            <FieldNotes id hint problem />
        </div>
    }
}

/// Whether what is wrong with the fields is told above them, once for all; from the context of those fields.
#[derive(Clone, Copy)]
pub struct ToldTogether(pub Signal<bool>);

/// What is said below a field.
#[component]
pub fn FieldNotes(
    /// The field's own id.
    id: &'static str,
    /// What there is to know before typing.
    hint: Option<&'static str>,
    /// What is wrong with the text, read out as soon as it is unless it is [`ToldTogether`] with others.
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let is_silent = use_context::<ToldTogether>();
    // Two views, since a text that becomes an alert afterwards is not read out everywhere.
    let problem = move || {
        let (problem, id) = (problem.get()?, format!("{id}-problem"));
        Some(if is_silent.is_some_and(|ToldTogether(is_silent)| is_silent.get_untracked()) {
            Either::Left(view! { <p class="problem" id=id>{problem}</p> })
        } else {
            Either::Right(view! { <p class="problem" id=id role="alert">{problem}</p> })
        })
    };
    view! {
        {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
        {problem}
    }
}

/// The ids of what [`FieldNotes`] says, for `aria-describedby`.
pub fn described_by(
    id: &'static str,
    has_hint: bool,
    problem: Signal<Option<String>>,
) -> impl Fn() -> Option<String> + Copy {
    move || {
        let problem = problem.with(Option::is_some).then(|| format!("{id}-problem"));
        let ids: Vec<String> = problem.into_iter().chain(has_hint.then(|| format!("{id}-hint"))).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
