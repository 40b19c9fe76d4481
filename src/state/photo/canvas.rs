//! Drawing a picture, scaled or cut, and writing it as a file.

use std::f64::consts::FRAC_PI_2;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use crate::domain::crop::Crop;

/// How good a JPEG is written, from 0 to 1: no difference is seen from 0.9 on.
const QUALITY: f64 = 0.9;

/// The whole picture, scaled down so that no side is longer than `longest`.
pub async fn scale_to_blob(picture: &ImageBitmap, longest: u32, media_type: &str) -> Result<Blob, JsValue> {
    let (width, height) = (picture.width(), picture.height());
    let scale = (f64::from(longest) / f64::from(width.max(height))).min(1.0);
    let scaled = |side: u32| (f64::from(side) * scale).round().max(1.0);
    let (width, height) = (scaled(width), scaled(height));
    let canvas = canvas(width, height)?;
    context(&canvas)?.draw_image_with_image_bitmap_and_dw_and_dh(picture, 0.0, 0.0, width, height)?;
    to_blob(&canvas, media_type).await
}

/// A square of the picture, with sides of at most `longest`.
pub async fn crop_to_blob(picture: &ImageBitmap, crop: Crop, longest: u32, media_type: &str) -> Result<Blob, JsValue> {
    let side = crop.square(size(picture)).side.min(f64::from(longest)).round().max(1.0);
    let canvas = canvas(side, side)?;
    draw(&canvas, picture, crop)?;
    to_blob(&canvas, media_type).await
}

/// Draws the square of the picture over the whole of a square canvas.
pub fn draw(canvas: &HtmlCanvasElement, picture: &ImageBitmap, crop: Crop) -> Result<(), JsValue> {
    let (context, side) = (context(canvas)?, f64::from(canvas.width()));
    let (width, height) = crop.turned(size(picture));
    let square = crop.square(size(picture));
    context.reset_transform()?;
    context.clear_rect(0.0, 0.0, side, side);
    let scale = side / square.side;
    context.scale(scale, scale)?;
    context.translate(-square.left, -square.top)?;
    // After a turn, the picture's corner lies where it has been turned to.
    let (x, y) = match crop.quarter_turns {
        0 => (0.0, 0.0),
        1 => (width, 0.0),
        2 => (width, height),
        _ => (0.0, height),
    };
    context.translate(x, y)?;
    context.rotate(FRAC_PI_2 * f64::from(crop.quarter_turns))?;
    context.draw_image_with_image_bitmap(picture, 0.0, 0.0)
}

fn size(picture: &ImageBitmap) -> (f64, f64) {
    (f64::from(picture.width()), f64::from(picture.height()))
}

fn canvas(width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = leptos::prelude::document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    Ok(canvas)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    Ok(context)
}

/// Writes what is drawn as a file; the browser does so beside the main thread.
async fn to_blob(canvas: &HtmlCanvasElement, media_type: &str) -> Result<Blob, JsValue> {
    let mut failure = None;
    let promise = Promise::new(&mut |resolve, reject| {
        let on_blob = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => resolve.call1(&JsValue::UNDEFINED, &blob),
                None => reject.call0(&JsValue::UNDEFINED),
            };
        });
        let callback = on_blob.unchecked_ref();
        failure = canvas.to_blob_with_type_and_encoder_options(callback, media_type, &QUALITY.into()).err();
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    JsFuture::from(promise).await.map(JsCast::unchecked_into)
}
