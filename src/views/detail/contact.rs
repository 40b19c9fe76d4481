//! How to reach the agent.

use leptos::prelude::*;

use super::{contact_line::ContactLine, section::Section};
use crate::{
    components::icon::Icon,
    domain::{
        agent::Agent,
        field::Field,
        links::{mail_link, web_address},
        phone_link::phone_link,
    },
    locale::{td_string, use_locale},
    state::paint::is_painted,
};

/// Reads an attribute that is plain text.
type Attribute = fn(&Agent) -> &Option<String>;

/// Email, phone, address and pages; what there is not is left out. The pages, and how to copy each, are painted last.
#[component]
pub fn Contact(agent: Memo<Agent>, announcement: RwSignal<String>) -> impl IntoView {
    let (locale, is_painted) = (use_locale(), is_painted());
    let text = move |read: Attribute| Memo::new(move |_| agent.with(|agent| read(agent).clone()));
    let address = Memo::new(move |_| agent.with(Agent::postal_address));
    let pages: [(&'static str, Attribute); 5] = [
        (Field::Website.label(locale), |agent| &agent.website),
        (Field::Linkedin.label(locale), |agent| &agent.linkedin),
        (Field::Facebook.label(locale), |agent| &agent.facebook),
        (Field::Instagram.label(locale), |agent| &agent.instagram),
        (Field::Twitter.label(locale), |agent| &agent.twitter),
    ];
    let has_any = Memo::new(move |_| {
        address.with(Option::is_some)
            || agent.with(|agent| {
                agent.email.is_some() || agent.phone.is_some() || pages.iter().any(|(_, read)| read(agent).is_some())
            })
    });
    let email = text(|agent| &agent.email);
    let phone = text(|agent| &agent.phone);
    view! {
        <Section title=td_string!(locale, detail.contact)>
            <Show
                when=move || has_any.get()
                fallback=move || view! { <p class="detail-none">{td_string!(locale, detail.no_contact)}</p> }
            >
                <ul class="contact">
                    <ContactLine
                        icon=Icon::Mail
                        name=Field::Email.label(locale)
                        text=email
                        link=|text| Some(mail_link(text))
                        is_painted
                        announcement
                    />
                    <ContactLine icon=Icon::Phone name=Field::Phone.label(locale) text=phone link=phone_link is_painted announcement />
                    <ContactLine icon=Icon::Place name=Field::Address.label(locale) text=address link=|_| None is_painted announcement />
                    {move || is_painted.get().then(|| {
                        let link = |text: &str| web_address(text).map(str::to_owned);
                        pages
                            .map(|(name, read)| {
                                view! { <ContactLine icon=Icon::Web name text=text(read) link is_painted announcement /> }
                            })
                            .into_iter()
                            .collect_view()
                    })}
                </ul>
            </Show>
        </Section>
    }
}
