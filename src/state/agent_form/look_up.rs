//! Looking whether an agent is there already.

use leptos::prelude::*;

use super::AgentForm;
use crate::{
    api::{connection::AgentPage, error::Error},
    domain::{
        agent::Agent,
        draft::Draft,
        duplicate::{has_other_name, is_same},
        field::Field,
        query::{Filters, Page, Query},
    },
};

/// How many pages of agents of one name are looked at.
const LOOKED_AT: u32 = 5;

/// Everyone who may be the agent of `draft`: by the exact email, and by full text of the name, else of the phone number. The
/// email is asked for in lower case too: a server may store it so, and compare to the letter.
pub(super) async fn look_up(
    draft: &Draft,
    list: impl AsyncFn(&Query) -> Result<AgentPage, Error>,
) -> Result<Vec<Agent>, Error> {
    let mut found = Vec::new();
    for mut query in queries(draft) {
        loop {
            let page = list(&query).await?;
            found.extend(page.agents);
            if !page.pagination.has_next || query.page.number == LOOKED_AT {
                break;
            }
            query.page.number += 1;
        }
    }
    Ok(found)
}

fn queries(draft: &Draft) -> Vec<Query> {
    let query = |filters| Query { filters, page: Page { number: 1, size: Page::MAXIMUM_SIZE }, ..Query::default() };
    let email = draft.shown(Field::Email);
    let name = [Field::FirstName, Field::LastName].map(|field| draft.shown(field)).join(" ").trim().to_owned();
    let words = if name.is_empty() { draft.shown(Field::Phone) } else { name };
    let lower = Some(email.to_lowercase()).filter(|lower| *lower != email);
    let emails = Some(email).into_iter().chain(lower).filter(|email| !email.is_empty());
    let by_email = emails.map(|email| query(Filters { email: Some(email), ..Filters::default() }));
    let by_words = (!words.is_empty()).then(|| Query { fulltext: words, ..query(Filters::default()) });
    by_email.chain(by_words).collect()
}

impl AgentForm {
    /// Among `found`, the agent of `sent` who was not there before: a create that got no answer has made it, unless it is one of
    /// another name, who comes last. Whatever else the server has kept of it, it is not to be made again.
    pub(super) fn newly_made(&self, found: &[Agent], sent: &Draft) -> Option<Agent> {
        let known = self.memory.try_with_value(|memory| memory.known.clone())?;
        let new = || found.iter().filter(|agent| !known.contains(&agent.id) && is_same(sent, agent));
        new().find(|agent| !has_other_name(sent, agent)).or_else(|| new().next()).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_is_looked_for_by_email_and_by_name_else_by_phone() {
        let mut draft = Draft::default();
        draft.set(Field::Phone, "555 0100");
        assert_eq!(queries(&draft).iter().map(|query| query.fulltext.as_str()).collect::<Vec<_>>(), ["555 0100"]);
        draft.set(Field::LastName, " Ruiz ");
        draft.set(Field::Email, "ana+b@ruiz.example ");
        let queries = queries(&draft);
        assert_eq!(queries[0].filters.email.as_deref(), Some("ana+b@ruiz.example"));
        assert_eq!(queries[1].fulltext, "Ruiz");
    }

    /// A server that stores emails in lower case was asked for none that it could have.
    #[test]
    fn an_email_with_capitals_is_looked_for_in_lower_case_too() {
        let mut draft = Draft::default();
        draft.set(Field::Email, "Ana@Ruiz.example");
        let emails: Vec<_> = queries(&draft).into_iter().filter_map(|query| query.filters.email).collect();
        assert_eq!(emails, ["Ana@Ruiz.example", "ana@ruiz.example"]);
    }
}
