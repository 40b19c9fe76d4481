//! What the agent has brought, and since when.

use leptos::prelude::*;

use super::section::Section;
use crate::{
    components::{date::DateFormat, number::NumberFormat, split_bar::SplitBar},
    domain::{
        agent::Agent,
        inspections::Inspections,
        tenure::{Day, tenure},
    },
    locale::{Locale, td_string, use_locale},
};

/// The inspections by side of the sale as a picture and as text, and how long the agent has sent them.
#[component]
pub fn Statistics(agent: Memo<Agent>, numbers: NumberFormat, dates: DateFormat) -> impl IntoView {
    let locale = use_locale();
    let inspections = Memo::new(move |_| agent.with(Inspections::of));
    let first = Memo::new(move |_| agent.with(|agent| agent.date_of_first_inspection.clone()));
    let since = move || first.get().map(|first| view! { <p class="tenure">{since(&first, dates, locale)}</p> });
    view! {
        <Show when=move || inspections.with(Option::is_some) || first.with(Option::is_some)>
            <Section title=td_string!(locale, field.inspections)>
                {move || inspections.get().map(|inspections| picture(inspections, numbers, locale))} {since}
            </Section>
        </Show>
    }
}

fn picture(inspections: Inspections, numbers: NumberFormat, locale: Locale) -> impl IntoView {
    let Inspections { total, buying, selling } = inspections;
    let side = |class: &'static str, name: &'static str, count: u64| {
        let share = numbers.percent(inspections.share(count));
        view! {
            <div class=class>
                <dt>{name}</dt>
                <dd>
                    <strong>{numbers.format(count)}</strong>
                    " "
                    <span>{share}</span>
                </dd>
            </div>
        }
    };
    let is_known = buying + selling > 0;
    let no_side = inspections.on_no_side();
    view! {
        <p class="total">
            <strong>{numbers.format(total)}</strong>
            " "
            {td_string!(locale, detail.total)}
        </p>
        {is_known
            .then(|| {
                view! {
                    <SplitBar first=buying second=selling total />
                    <dl class="sides">
                        {side("buying", td_string!(locale, field.buying), buying)}
                        {side("selling", td_string!(locale, field.selling), selling)}
                        {(no_side > 0).then(|| side("no-side", td_string!(locale, detail.no_side), no_side))}
                    </dl>
                }
            })}
    }
}

fn since(first: &str, dates: DateFormat, locale: Locale) -> String {
    let now = js_sys::Date::new_0();
    let today = Day { year: now.get_full_year() as i32, month: now.get_month() + 1, day: now.get_date() };
    let date = dates.format(first);
    match Day::read(first).and_then(|first| tenure(locale, first, today)) {
        Some(time) => td_string!(locale, detail.since_for, time = time, date = date),
        None => td_string!(locale, detail.since, date = date),
    }
}
