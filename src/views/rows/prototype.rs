//! The row that all rows are cloned from.

use leptos::{either::EitherOf4, prelude::*, tachys::view::Mountable};
use web_sys::Element;

use crate::{
    domain::agent::Agent,
    locale::{Locale, td_string},
    views::columns::{Column, Content},
};

/// How many tags a cell names; the others are counted.
pub const TAGS_SHOWN: usize = 2;

/// Markup to clone. Its row shows an agent of whom nothing is known.
pub struct Prototype {
    /// A row with a cell for the name and one for each column.
    pub row: Element,
    /// What an avatar holds where there is a photo.
    pub photo: Element,
    /// The language of its words.
    pub locale: Locale,
}

impl Prototype {
    /// For these columns after the name. No cell listens for anything: its buttons say in `data-filter` what they filter by.
    pub fn new(columns: &[Column], locale: Locale) -> Option<Self> {
        let name = Agent::default().display_name(locale);
        let row = view! {
            // Tab stops at one row; the arrow keys go to the others.
            <tr role="row" part="row" tabindex="-1">
                <td role="cell" class="name">
                    <span class="avatar" aria-hidden="true"></span>
                    <button type="button" class="text" data-open>{name}</button>
                </td>
                {columns.iter().map(|column| cell(column, locale)).collect_view()}
            </tr>
        };
        let photo = view! { <img alt="" width="36" height="36" loading="lazy" decoding="async" referrerpolicy="no-referrer" /> };
        Some(Self { row: element(row)?, photo: element(photo)?, locale })
    }
}

fn element(view: impl IntoView) -> Option<Element> {
    view.into_view().build().elements().into_iter().next()
}

fn cell(column: &Column, locale: Locale) -> impl IntoView + use<> {
    // The empty texts are the ones that are patched.
    let content = match column.content {
        Content::Tags => EitherOf4::A(((0..TAGS_SHOWN).map(|_| tag(locale)).collect_view(), more())),
        Content::Agency => EitherOf4::B(("", only("agency", td_string!(locale, rows.only_agency)))),
        Content::Team => EitherOf4::B(("", only("team", td_string!(locale, rows.only_team)))),
        Content::Link(..) => EitherOf4::C(view! { <a>{""}</a> }),
        Content::Text(_) | Content::Count(_) | Content::Other => EitherOf4::D(""),
    };
    view! {
        <td role="cell" class=column.class data-label=column.label.clone() data-empty>
            {content}
        </td>
    }
}

/// The small button after a text, so that a click on the text opens the agent as it does anywhere in the row. Its name is
/// the same in all rows: a page turn need not write it.
fn only(by: &'static str, name: &'static str) -> impl IntoView {
    view! { <button type="button" class="only" data-filter=by aria-label=name title=name hidden></button> }
}

/// The count of the tags that are not named.
fn more() -> impl IntoView {
    view! {
        <span class="chip more" hidden>
            {""}
        </span>
    }
}

fn tag(locale: Locale) -> impl IntoView {
    view! {
        <button type="button" class="chip" data-filter="tag" aria-description=td_string!(locale, rows.only_tag) hidden>
            {""}
        </button>
    }
}
