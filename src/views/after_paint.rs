//! What can wait until something is to be seen.

use leptos::prelude::*;

use crate::state::paint::is_painted;

/// `children`, once the screen shows what is there without them: what nobody sees at first keeps nothing else waiting.
#[component]
pub fn AfterPaint(children: ChildrenFn) -> impl IntoView {
    let is_painted = is_painted();
    move || is_painted.get().then(|| children())
}
