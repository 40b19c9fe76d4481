//! Drawing a picture on the page's own thread, and writing it as a file.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use super::size;
use crate::domain::{crop::Crop, drawing::Drawing};

/// Draws the square of the picture over the whole of a square canvas.
pub fn draw(canvas: &HtmlCanvasElement, picture: &ImageBitmap, crop: Crop) -> Result<(), JsValue> {
    draw_on(canvas, picture, &Drawing::filling(size(picture), crop, canvas.width()))
}

/// A picture as `drawing` has it, written as a file.
pub async fn draw_to_blob(
    picture: &ImageBitmap,
    drawing: &Drawing,
    media_type: &str,
    quality: f64,
) -> Result<Blob, JsValue> {
    let canvas: HtmlCanvasElement = leptos::prelude::document().create_element("canvas")?.unchecked_into();
    canvas.set_width(drawing.width);
    canvas.set_height(drawing.height);
    draw_on(&canvas, picture, drawing)?;
    to_blob(&canvas, media_type, quality).await
}

fn draw_on(canvas: &HtmlCanvasElement, picture: &ImageBitmap, drawing: &Drawing) -> Result<(), JsValue> {
    let context = context(canvas)?;
    context.reset_transform()?;
    context.clear_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    let [a, b, c, d, e, f] = drawing.transform;
    context.set_transform(a, b, c, d, e, f)?;
    context.draw_image_with_image_bitmap(picture, 0.0, 0.0)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    Ok(context)
}

/// Writes what is drawn as a file; the browser does so beside the main thread.
async fn to_blob(canvas: &HtmlCanvasElement, media_type: &str, quality: f64) -> Result<Blob, JsValue> {
    let mut failure = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let on_blob = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => resolve.call1(&JsValue::UNDEFINED, &blob),
                None => reject.call0(&JsValue::UNDEFINED),
            };
        });
        let callback = on_blob.unchecked_ref();
        failure = canvas.to_blob_with_type_and_encoder_options(callback, media_type, &quality.into()).err();
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    JsFuture::from(promise).await.map(JsCast::unchecked_into)
}
