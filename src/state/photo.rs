//! A picture from a person's device, made into a photo that the API takes.

mod beside;
mod canvas;
mod object_url;

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ImageBitmap};

pub use self::canvas::draw;
use self::{beside::draw_beside, canvas::draw_to_blob, object_url::ObjectUrl};
use crate::{
    api::photo_file::PhotoFile,
    domain::{
        crop::Crop,
        drawing::Drawing,
        photo::{Orientation, PhotoFormat, PhotoInfo, Refusal, check_bytes, file_name, inspect, without_metadata},
    },
    locale::{Locale, td_string},
};

/// The longest side of a photo that is sent, in pixels: enough for any screen's portrait.
const LONGEST_SIDE: u32 = 1024;

/// How good a JPEG is written, from 0 to 1: no difference is seen from 0.9 on.
const QUALITY: f64 = 0.9;

/// A photo that is chosen and ready to be sent.
#[derive(Clone, Debug)]
pub struct ChosenPhoto {
    /// What is sent.
    pub file: PhotoFile,
    /// What was chosen, from which another part can be cut; `None` for an animation, which is sent as it is.
    pub source: Option<Source>,
    /// The part that is sent; the whole if there is none.
    pub crop: Option<Crop>,
    preview: Rc<ObjectUrl>,
}

/// A picture as it was chosen.
#[derive(Clone, Debug)]
pub struct Source {
    /// The decoded picture, upright.
    pub picture: ImageBitmap,
    file: Blob,
    name: String,
    format: PhotoFormat,
}

impl ChosenPhoto {
    /// The address of what is sent, for an image on this page, as long as this is held.
    pub fn preview(&self) -> String {
        self.preview.address().to_owned()
    }

    /// Reads what was chosen. What needs no change goes out to the byte as it came in; what is too large is made smaller, what
    /// was taken lying is stood up, and what the camera wrote about place and time is taken out.
    pub async fn read(chosen: Blob, name: &str, locale: Locale) -> Result<Self, String> {
        check_bytes(chosen.size() as usize).map_err(|refusal| refusal.sentence(locale))?;
        let bytes = bytes_of(&chosen, locale).await?;
        let info = inspect(&bytes).map_err(|refusal| refusal.sentence(locale))?;
        let blob = blob_of(&bytes, info.format, locale)?;
        let name = file_name(name, info.format);
        if info.is_animated && info.format == PhotoFormat::Gif {
            return Self::new(PhotoFile { blob, name }, None, None, locale);
        }
        let picture = decode(&blob, info.format, locale).await?;
        let source = Source { picture, file: blob.clone(), name: name.clone(), format: info.format };
        let file = if needs_drawing(&info) {
            source.drawn(&Drawing::scaled(size(&source.picture), LONGEST_SIDE), locale).await?
        } else {
            match info.has_metadata.then(|| without_metadata(&bytes, info.format)).flatten() {
                Some(clean) => PhotoFile { blob: blob_of(&clean, info.format, locale)?, name },
                None => PhotoFile { blob, name },
            }
        };
        Self::new(file, Some(source), None, locale)
    }

    /// The same picture, cut to a square.
    pub async fn cropped(source: Source, crop: Crop, locale: Locale) -> Result<Self, String> {
        let file = source.drawn(&Drawing::cropped(size(&source.picture), crop, LONGEST_SIDE), locale).await?;
        Self::new(file, Some(source), Some(crop), locale)
    }

    fn new(file: PhotoFile, source: Option<Source>, crop: Option<Crop>, locale: Locale) -> Result<Self, String> {
        let preview = Rc::new(ObjectUrl::of(&file.blob).map_err(|_| failed(locale))?);
        Ok(Self { file, source, crop, preview })
    }
}

impl Source {
    /// Draws it beside the page's own thread where the browser and the page allow it, and on that thread elsewhere.
    async fn drawn(&self, drawing: &Drawing, locale: Locale) -> Result<PhotoFile, String> {
        let format = encoded(self.format);
        let blob = match draw_beside(&self.file, drawing, format.media_type(), QUALITY).await {
            Some(blob) => blob,
            None => {
                let drawn = draw_to_blob(&self.picture, drawing, format.media_type(), QUALITY).await;
                drawn.map_err(|_| failed(locale))?
            }
        };
        Ok(PhotoFile { blob, name: file_name(&self.name, format) })
    }
}

/// Said where the browser itself has failed.
fn failed(locale: Locale) -> String {
    td_string!(locale, photo.failed).into()
}

fn needs_drawing(info: &PhotoInfo) -> bool {
    info.width.max(info.height) > LONGEST_SIDE || info.orientation != Orientation::Normal
}

/// The format that a drawn picture is written in. Browsers write no GIF.
fn encoded(format: PhotoFormat) -> PhotoFormat {
    match format {
        PhotoFormat::Gif => PhotoFormat::Png,
        format => format,
    }
}

async fn bytes_of(blob: &Blob, locale: Locale) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    // A file that was moved or changed since it was chosen can't be read.
    let buffer = buffer.map_err(|_| td_string!(locale, photo.unreadable))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn blob_of(bytes: &[u8], format: PhotoFormat, locale: Locale) -> Result<Blob, String> {
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type());
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| failed(locale))
}

fn size(picture: &ImageBitmap) -> (f64, f64) {
    (f64::from(picture.width()), f64::from(picture.height()))
}

/// Decodes a picture off the main thread, upright.
async fn decode(blob: &Blob, format: PhotoFormat, locale: Locale) -> Result<ImageBitmap, String> {
    let bitmap = leptos::prelude::window().create_image_bitmap_with_blob(blob).map_err(|_| failed(locale))?;
    let bitmap = JsFuture::from(bitmap).await.map_err(|_| Refusal::Damaged(format).sentence(locale))?;
    bitmap.dyn_into().map_err(|_| failed(locale))
}
