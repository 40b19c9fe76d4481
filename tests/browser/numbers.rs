use agent_directory::components::number::NumberFormat;
use js_sys::{Array, Intl, Object};
use leptos::prelude::Owner;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const TAGS: [&str; 22] = [
    "ar-EG", "de", "en", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN", "en-NZ", "en-US", "en-ZA", "es", "es-419",
    "es-AR", "es-ES", "es-MX", "es-PR", "es-US", "fr", "fr-CA", "fr-CH", "fr-FR",
];

#[wasm_bindgen_test]
fn numbers_are_grouped_as_the_browser_groups_them() {
    for tag in TAGS {
        let browser = Intl::NumberFormat::new(&Array::of1(&tag.into()), &Object::new()).format();
        for number in [0_u32, 7, 999, 1000, 9999, 10_000, 20_000, 100_000, 1_002_003] {
            let expected = browser.call1(&JsValue::UNDEFINED, &number.into()).unwrap().as_string().unwrap();
            let written = Owner::new().with(|| NumberFormat::new(Some(tag)).format(number.into()));
            assert_eq!(written, expected, "{tag}");
        }
    }
}
