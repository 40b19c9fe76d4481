use agent_directory::{components::lasting::lasting, domain::query::Query};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, see};

/// Rows would flicker at each quick answer.
#[wasm_bindgen_test]
async fn a_wait_that_is_soon_over_is_never_shown() {
    // Effects need the widget's executor.
    let _screen = Screen::open(Query::default());
    let owner = Owner::new();
    let (quick, slow) = (RwSignal::new(true), RwSignal::new(true));
    let [is_quick_shown, is_slow_shown] =
        owner.with(|| [quick, slow].map(|wait| lasting(Memo::new(move |_| wait.get()))));
    leptos::task::tick().await;
    quick.set(false);
    see("the slow wait", || is_slow_shown.get_untracked().then_some(())).await;
    assert!(!is_quick_shown.get_untracked());
    slow.set(false);
    see("its end", || (!is_slow_shown.get_untracked()).then_some(())).await;
    owner.cleanup();
}
