//! Work for when there is nothing else to do.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Missing in some browsers: calling it throws there.
    #[wasm_bindgen(js_name = requestIdleCallback, catch)]
    fn request_idle_callback(callback: &JsValue) -> Result<u32, JsValue>;
}

/// Work that waits. Dropped, it is not done any more.
#[derive(Debug)]
pub struct IdleWork {
    _rest: Timeout,
    _wanted: Rc<()>,
}

impl IdleWork {
    /// Does `work` once nothing has replaced it for `rest` milliseconds and the browser is idle; where the browser can't
    /// tell, right after the rest.
    pub fn after(rest: u32, work: impl FnOnce() + 'static) -> Self {
        let wanted = Rc::new(());
        let still = Rc::downgrade(&wanted);
        let _rest = Timeout::new(rest, move || {
            let work = Closure::once_into_js(move || {
                if still.strong_count() > 0 {
                    work();
                }
            });
            if request_idle_callback(&work).is_err() {
                // The work reports its own failures.
                let _ = work.unchecked_ref::<js_sys::Function>().call0(&JsValue::UNDEFINED);
            }
        });
        Self { _rest, _wanted: wanted }
    }
}
