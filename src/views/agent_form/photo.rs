//! The photo of an agent.

mod crop_dialog;

use leptos::{html, prelude::*};
use web_sys::{DataTransfer, File};

use self::crop_dialog::CropDialog;
use super::fields::problem_of;
use crate::{
    components::{
        avatar::Avatar,
        icon::Icon,
        text_field::{FieldNotes, described_by},
    },
    domain::field::Field,
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Remark},
};

const ID: &str = "form-image";

/// Shows the photo that there is, or the new one at once; a picture can be chosen, dropped, pasted or, on a telephone, taken.
#[component]
pub fn PhotoField(form: AgentForm, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let photo = form.photo();
    let problem = problem_of(form, Field::Photo);
    let (input, camera) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let image = Signal::derive(move || {
        photo.chosen().with(|photo| photo.as_ref().map(|photo| photo.preview())).or(form.saved_photo())
    });
    let initials = Signal::derive(move || form.initials());
    let take_from = move |input: NodeRef<html::Input>| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(picture) = input.files().and_then(|files| files.get(0)) {
            choose(form, picture);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let progress = move || {
        if photo.is_reading() {
            return td_string!(locale, photo.reading).to_owned();
        }
        photo.chosen().with(|photo| {
            photo
                .as_ref()
                .map(|photo| td_string!(locale, photo.chosen, name = photo.file.name.as_str()))
                .unwrap_or_default()
        })
    };
    let status = move || match photo.remark().get() {
        Some(Remark::WhileSaving) if is_busy.get() => td_string!(locale, photo.while_saving).to_owned(),
        Some(Remark::FirstOfSeveral) => format!("{} {}", td_string!(locale, photo.first_of_several), progress()),
        _ => progress(),
    };
    view! {
        <div class="photo-field">
            <Avatar image initials />
            <div class="field">
                <label for=ID>{Field::Photo.label(locale)}</label>
                <input
                    type="file"
                    id=ID
                    accept="image/jpeg,image/png,image/gif"
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    aria-describedby=described_by(ID, true, problem)
                    disabled=is_busy
                    node_ref=input
                    on:change=move |_| take_from(input)
                />
                // Where there is a camera at hand, which browsers of telephones open for it.
                <input
                    type="file"
                    accept="image/jpeg"
                    capture="environment"
                    hidden
                    node_ref=camera
                    on:change=move |_| take_from(camera)
                />
                <button
                    type="button"
                    class="button take-photo"
                    disabled=is_busy
                    on:click=move |_| {
                        if let Some(camera) = camera.get_untracked() {
                            camera.click();
                        }
                    }
                >
                    {td_string!(locale, photo.take)}
                </button>
                <FieldNotes id=ID hint=Some(td_string!(locale, photo.hint)) problem />
                <p class="hint" role="status">{status}</p>
                <ChosenActions form input is_busy />
            </div>
        </div>
    }
}

/// What can be done with a photo that is chosen.
#[component]
fn ChosenActions(form: AgentForm, input: NodeRef<html::Input>, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let photo = form.photo();
    let cropping = RwSignal::new(false);
    let is_chosen = Memo::new(move |_| photo.chosen().with(Option::is_some));
    let can_crop =
        Memo::new(move |_| photo.chosen().with(|photo| photo.as_ref().is_some_and(|photo| photo.source.is_some())));
    let on_crop = move |_| {
        // Else it would be saved behind the dialog, without the part that is being chosen.
        form.wait_no_longer();
        cropping.set(true);
    };
    let on_remove = move |_| {
        form.remove_photo();
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    view! {
        <Show when=move || is_chosen.get()>
            <div class="buttons">
                <Show when=move || can_crop.get()>
                    <button type="button" class="button" disabled=is_busy on:click=on_crop>
                        {Icon::Crop.draw()}
                        {td_string!(locale, photo.crop)}
                    </button>
                </Show>
                <button type="button" class="button" disabled=is_busy on:click=on_remove>
                    {td_string!(locale, photo.remove)}
                </button>
            </div>
        </Show>
        <Show when=move || cropping.get()>
            <CropDialog form cropping />
        </Show>
    }
}

/// Takes a file as the photo.
pub fn choose(form: AgentForm, picture: File) {
    let name = picture.name();
    form.choose_photo(picture.into(), name);
}

/// Takes the first file of what is dropped as the photo, and says so if there are others; whether there is one.
pub fn choose_dropped(form: AgentForm, data: Option<DataTransfer>) -> bool {
    let Some(files) = data.and_then(|data| data.files()) else { return false };
    let Some(picture) = files.get(0) else { return false };
    let name = picture.name();
    if files.length() > 1 {
        form.choose_first_photo(picture.into(), name);
    } else {
        form.choose_photo(picture.into(), name);
    }
    true
}

/// The file of what is pasted.
pub fn file_of(data: Option<DataTransfer>) -> Option<File> {
    data?.files()?.get(0)
}
