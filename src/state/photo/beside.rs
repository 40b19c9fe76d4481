//! Drawing a picture beside the page's own thread, by the worker that the loader starts.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::Blob;

use crate::domain::drawing::Drawing;

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over.
    #[wasm_bindgen(typescript_type = "{ draw(...drawing: unknown[]): Promise<Blob> }")]
    #[derive(Clone)]
    pub type PhotoDrawer;

    /// Rejects where no worker can be had, or where it fails or gives no answer.
    #[wasm_bindgen(method, catch)]
    async fn draw(
        this: &PhotoDrawer,
        picture: &Blob,
        width: u32,
        height: u32,
        transform: Vec<f64>,
        media_type: &str,
        quality: f64,
    ) -> Result<JsValue, JsValue>;
}

thread_local! {
    static DRAWER: RefCell<Option<PhotoDrawer>> = const { RefCell::new(None) };
}

/// Has photos drawn by `drawer` from now on.
#[wasm_bindgen(js_name = drawPhotosBy)]
pub fn draw_photos_by(drawer: PhotoDrawer) {
    DRAWER.set(Some(drawer));
}

/// The picture in `file` as `drawing` has it, written as a file; `None` where that can't be had beside the page.
pub async fn draw_beside(file: &Blob, drawing: &Drawing, media_type: &str, quality: f64) -> Option<Blob> {
    let drawer = DRAWER.with_borrow(Clone::clone)?;
    let Drawing { width, height, transform } = *drawing;
    let drawn = drawer.draw(file, width, height, transform.to_vec(), media_type, quality).await;
    drawn.ok()?.dyn_into().ok()
}
