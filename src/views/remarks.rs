//! What a person should know of the rows, above them.

use leptos::prelude::*;

use crate::{locale::use_locale, state::agent_list::AgentList};

/// A line for each remark. The live region is always there, since one that comes with its words is often not read.
#[component]
pub fn Remarks(list: AgentList) -> impl IntoView {
    let locale = use_locale();
    let remarks = list.remarks();
    let lines = move || {
        remarks.with(|remarks| remarks.sentences(locale).into_iter().map(|line| view! { <p>{line}</p> }).collect_view())
    };
    view! { <div class="remarks" aria-live="polite" part="remarks">{lines}</div> }
}
