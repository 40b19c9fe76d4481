//! Cutting a square out of a photo.

use leptos::{ev, html, prelude::*};
use web_sys::ImageBitmap;

use crate::{
    components::{enter::keep_from_submitting, icon::Icon},
    domain::crop::{Crop, MOST_ZOOM},
    locale::{td_string, use_locale},
    state::{agent_form::AgentForm, photo::draw},
};

/// The width and height of the square on the screen, in pixels of the picture that is drawn.
const SIDE: u32 = 512;

/// A modal dialog: the picture is dragged or moved by sliders, which keys move too.
#[component]
pub fn CropDialog(form: AgentForm, cropping: RwSignal<bool>) -> impl IntoView {
    let locale = use_locale();
    let chosen = form.photo().chosen().get_untracked();
    let crop = RwSignal::new(chosen.as_ref().and_then(|photo| photo.crop).unwrap_or_default());
    let source = StoredValue::new_local(chosen.and_then(|photo| photo.source));
    let picture = move || source.with_value(|source| source.as_ref().map(|source| source.picture.clone()));
    let (dialog, canvas) = (NodeRef::<html::Dialog>::new(), NodeRef::<html::Canvas>::new());
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            // It can only fail on a dialog that has left the page.
            let _ = dialog.show_modal();
        }
    });
    Effect::new(move |_| {
        if let (Some(canvas), Some(picture)) = (canvas.get(), picture()) {
            // A canvas that can't be drawn on stays empty; the sliders and the result work all the same.
            let _ = draw(&canvas, &picture, crop.get());
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let use_it = move |_| {
        if let Some(source) = source.get_value() {
            form.crop_photo(source, crop.get_untracked());
        }
        close();
    };
    view! {
        <dialog class="question crop" aria-labelledby="crop-title" part="dialog" node_ref=dialog
            on:keydown=|event| keep_from_submitting(&event)
            on:close=move |_| cropping.set(false)>
            <h2 id="crop-title">{td_string!(locale, photo.crop)}</h2>
            <Stage canvas crop picture=picture() />
            <Sliders crop />
            <div class="buttons">
                <button type="button" class="button" on:click=move |_| crop.update(|crop| *crop = crop.rotated())>
                    {Icon::Rotate.draw()}
                    {td_string!(locale, photo.rotate)}
                </button>
                <button type="button" class="button" on:click=move |_| close()>
                    {td_string!(locale, action.cancel)}
                </button>
                <button type="button" class="button primary" on:click=use_it>
                    {td_string!(locale, photo.use_part)}
                </button>
            </div>
        </dialog>
    }
}

/// The square, in which the picture is dragged.
#[component]
fn Stage(canvas: NodeRef<html::Canvas>, crop: RwSignal<Crop>, picture: Option<ImageBitmap>) -> impl IntoView {
    let locale = use_locale();
    let size = picture.map_or((1.0, 1.0), |picture| (f64::from(picture.width()), f64::from(picture.height())));
    let dragged_from = StoredValue::new(None::<(f64, f64)>);
    let on_pointerdown = move |event: ev::PointerEvent| {
        dragged_from.set_value(Some(place(&event)));
        if let Some(canvas) = canvas.get_untracked() {
            // Without it, a drag ends at the edge.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    };
    let on_pointermove = move |event: ev::PointerEvent| {
        let (Some(from), Some(canvas)) = (dragged_from.get_value(), canvas.get_untracked()) else { return };
        let (to, side) = (place(&event), f64::from(canvas.client_width().max(1)));
        dragged_from.set_value(Some(to));
        crop.update(|crop| *crop = crop.moved(size, (to.0 - from.0) / side, (to.1 - from.1) / side));
    };
    view! {
        <canvas
            width=SIDE.to_string()
            height=SIDE.to_string()
            role="img"
            aria-label=td_string!(locale, photo.kept_part)
            node_ref=canvas
            on:pointerdown=on_pointerdown
            on:pointermove=on_pointermove
            on:pointerup=move |_| dragged_from.set_value(None)
            on:pointercancel=move |_| dragged_from.set_value(None)
        ></canvas>
    }
}

#[component]
fn Sliders(crop: RwSignal<Crop>) -> impl IntoView {
    let locale = use_locale();
    let slider = move |label: &'static str, range: (f64, f64), read: fn(&mut Crop) -> &mut f64| {
        let value = move || {
            let mut crop = crop.get();
            read(&mut crop).to_string()
        };
        let on_input = move |event: ev::Event| {
            if let Ok(value) = event_target_value(&event).parse() {
                crop.update(|crop| *read(crop) = value);
            }
        };
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="range"
                    min=range.0.to_string()
                    max=range.1.to_string()
                    step="0.01"
                    prop:value=value
                    on:input=on_input
                />
            </label>
        }
    };
    view! {
        <div class="sliders">
            {slider(td_string!(locale, photo.zoom), (1.0, MOST_ZOOM), |crop| &mut crop.zoom)}
            {slider(td_string!(locale, photo.left_to_right), (0.0, 1.0), |crop| &mut crop.x)}
            {slider(td_string!(locale, photo.top_to_bottom), (0.0, 1.0), |crop| &mut crop.y)}
        </div>
    }
}

fn place(event: &ev::PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
