//! The loader has words of its own, for the time before the widget is there.

use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/src/element/words.js")]
extern "C" {
    #[wasm_bindgen(js_name = WORDS, thread_local_v2)]
    static WORDS: js_sys::Object;
}

fn keys(object: &js_sys::Object) -> Vec<String> {
    js_sys::Object::keys(object).iter().filter_map(|key| key.as_string()).collect()
}

#[wasm_bindgen_test]
fn the_loader_has_the_same_words_in_every_language_of_the_widget() {
    let words = WORDS.with(Clone::clone);
    assert_eq!(keys(&words), ["en", "es", "fr"]);
    let of =
        |language: &str| js_sys::Reflect::get(&words, &language.into()).unwrap().unchecked_into::<js_sys::Object>();
    let english = keys(&of("en"));
    assert!(!english.is_empty());
    for language in ["es", "fr"] {
        assert_eq!(keys(&of(language)), english, "{language}");
    }
}
