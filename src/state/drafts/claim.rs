//! Which tab a draft belongs to, by Web Locks (W3C): the browser gives a lock back with its tab, however that ends.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Result<Promise, JsValue>;
}

/// The sole right to a draft, for as long as this is held.
pub struct Claim(Option<Function>);

impl Claim {
    /// The right to the draft under `key`; `None` where another form has it. On a page without HTTPS there are no locks, and
    /// everyone has it.
    pub async fn on(key: &str) -> Option<Self> {
        let Some(locks) = locks() else { return Some(Self(None)) };
        let options = Object::new();
        // It can't fail on an object of our own.
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        let mut asked = None;
        let given = Promise::new(&mut |resolve, _| {
            // The lock is held until what this gives is resolved.
            let on_lock = Closure::once_into_js(move |lock: JsValue| -> JsValue {
                if lock.is_null() {
                    let _ = resolve.call0(&JsValue::UNDEFINED);
                    return JsValue::UNDEFINED;
                }
                Promise::new(&mut |release, _| {
                    let _ = resolve.call1(&JsValue::UNDEFINED, &release);
                })
                .into()
            });
            let name = format!("agent-directory draft {key}");
            asked = Some(locks.request(&name, &options, on_lock.unchecked_ref()));
        });
        // A page that may not ask has a request that fails, and a draft that is shared.
        let Some(Ok(asked)) = asked else { return Some(Self(None)) };
        match JsFuture::from(Promise::race(&js_sys::Array::of2(&given, &asked))).await {
            Ok(release) => release.dyn_into().ok().map(|release| Self(Some(release))),
            Err(_) => Some(Self(None)),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Whether forms can be told apart.
pub fn is_possible() -> bool {
    locks().is_some()
}

/// The key of the draft that this tab has written last for `subject`.
pub fn remembered(subject: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(&name(subject)).ok()?
}

/// Remembers it beyond a reload.
pub fn remember(subject: &str, key: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // What a browser does not remember is found by its age.
        let _ = storage.set_item(&name(subject), key);
    }
}

fn name(subject: &str) -> String {
    format!("agent-directory.draft {subject}")
}

fn locks() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
