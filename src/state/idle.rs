//! Work for when there is nothing else to do.

use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::IdleDeadline;

#[wasm_bindgen]
extern "C" {
    /// Missing in some browsers: calling it throws there.
    #[wasm_bindgen(js_name = requestIdleCallback, catch)]
    fn request_idle_callback(callback: &JsValue, options: &Object) -> Result<u32, JsValue>;
}

/// How long steps wait for the browser to be idle, in milliseconds: on a busy page it may never be.
const PATIENCE: u32 = 300;

/// Work that waits. Dropped, it is not done any more.
#[derive(Debug)]
pub struct IdleWork {
    _rest: Option<Timeout>,
    _wanted: Rc<()>,
}

impl IdleWork {
    /// Does `work` once nothing has replaced it for `rest` milliseconds and the browser is idle; where the browser can't
    /// tell, right after the rest.
    pub fn after(rest: u32, work: impl FnOnce() + 'static) -> Self {
        let wanted = Rc::new(());
        let still = Rc::downgrade(&wanted);
        let rest = Timeout::new(rest, move || {
            when_idle(&Object::new(), move |_| {
                if still.strong_count() > 0 {
                    work();
                }
            });
        });
        Self { _rest: Some(rest), _wanted: wanted }
    }

    /// Takes `step` after step while the browser is idle, until there is no other; all at once where the browser can't tell or
    /// is busy for long.
    pub fn in_steps(step: impl FnMut() -> Option<()> + 'static) -> Self {
        let wanted = Rc::new(());
        take_steps(step, Rc::downgrade(&wanted));
        Self { _rest: None, _wanted: wanted }
    }
}

fn take_steps(mut step: impl FnMut() -> Option<()> + 'static, still: Weak<()>) {
    let options = Object::new();
    // Setting a property of a fresh plain object can't fail.
    let _ = Reflect::set(&options, &"timeout".into(), &PATIENCE.into());
    when_idle(&options, move |deadline| {
        let deadline = deadline.filter(|deadline| !deadline.did_timeout());
        while still.strong_count() > 0 && step().is_some() {
            if deadline.as_ref().is_some_and(|deadline| deadline.time_remaining() <= 0.0) {
                return take_steps(step, still);
            }
        }
    });
}

fn when_idle(options: &Object, work: impl FnOnce(Option<IdleDeadline>) + 'static) {
    let work = Closure::once_into_js(work);
    if request_idle_callback(&work, options).is_err() {
        // The work reports its own failures.
        let _ = work.unchecked_ref::<js_sys::Function>().call0(&JsValue::UNDEFINED);
    }
}
