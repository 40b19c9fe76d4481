//! Resources of the API as agents.

use serde_json::{Map, Value};

use super::error::Error;
use crate::{
    domain::{
        agent::Agent,
        id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
        pagination::Pagination,
        person::Person,
        query::Page,
    },
    json_api::{
        attributes::{any_as_text, count, names, picture, text},
        document::{Data, Document},
        pagination::PageMeta,
        resource::Resource,
    },
};

/// A page of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentPage {
    /// The rows, in the server's order.
    pub agents: Vec<Agent>,
    /// Where they stand in the whole result.
    pub pagination: Pagination,
}

impl AgentPage {
    /// Reads the answer to a list that asked for `page`.
    pub fn read(document: &Document, page: &Page) -> Result<Self, Error> {
        let Data::Many(resources) = &document.data else {
            return Err(Error::Decode {
                path: "data".into(),
                message: "expected an array of connections".into(),
                excerpt: String::new(),
            });
        };
        let agents: Vec<Agent> = resources.iter().map(|resource| agent_from(resource, document)).collect();
        let pagination = pagination_from(document, *page, u32::try_from(agents.len()).unwrap_or(u32::MAX));
        Ok(Self { agents, pagination })
    }
}

/// The links are believed first, then `meta`; where both are silent, a full page means that another may follow.
fn pagination_from(document: &Document, page: Page, rows: u32) -> Pagination {
    let meta = PageMeta::read(&document.meta);
    let last_page = meta
        .last_page
        .or_else(|| meta.total.map(|total| total.div_ceil(u64::from(page.size)).max(1)))
        .and_then(|last| u32::try_from(last).ok());
    let has_next = if document.links.mentions_next {
        document.links.has_next()
    } else if let Some(last) = last_page {
        page.number < last
    } else {
        meta.next_page.is_some() || rows >= page.size
    };
    Pagination { page, rows, total: meta.total, last_page, has_next }
}

/// A connection without any attribute.
pub fn empty_agent(id: ConnectionId) -> Agent {
    agent_from_attributes(id, &Map::new())
}

/// Reads a connection. The agency's and the team's names fall back to the connection's own attributes, the ids to its
/// relationships.
pub fn agent_from(resource: &Resource, document: &Document) -> Agent {
    let mut agent = agent_from_attributes(ConnectionId::new(&resource.id), &resource.attributes);
    if let Some(id) = resource.related_id("agent") {
        agent.person = document.find("agent", &id).map(person_from);
        agent.agent_id = Some(AgentId::new(id));
    }
    if let Some(id) = resource.related_id("agent_team").or_else(|| resource.related_id("agent-team")) {
        let team = document.find("agent_team", &id);
        let name = team.and_then(|team| team.attributes.get("name")).and_then(text);
        agent.agent_team_name = name.or(agent.agent_team_name);
        agent.agent_team_id = Some(AgentTeamId::new(id));
    }
    agent
}

fn person_from(resource: &Resource) -> Person {
    let attribute = |name: &str| resource.attributes.get(name).and_then(text);
    Person {
        id: AgentId::new(&resource.id),
        uuid: attribute("uuid"),
        first_name: attribute("first_name"),
        last_name: attribute("last_name"),
        email: attribute("email"),
        phone: attribute("phone"),
    }
}

fn agent_from_attributes(id: ConnectionId, attributes: &Map<String, Value>) -> Agent {
    let known = |name: &str| attributes.get(name).and_then(text);
    let number = |name: &str| attributes.get(name).and_then(count);
    Agent {
        id,
        company_id: known("company_id"),
        agent_id: known("agent_id").map(AgentId::new),
        agency_id: known("agency_id").map(AgencyId::new),
        agent_team_id: known("agent_team_id").map(AgentTeamId::new),
        first_name: known("first_name"),
        last_name: known("last_name"),
        email: known("email"),
        phone: known("phone"),
        agency_name: known("agency_name"),
        agent_team_name: known("agent_team_name"),
        address: known("address"),
        city: known("city"),
        state: known("state"),
        zip: known("zip"),
        website: known("website"),
        facebook: known("facebook"),
        instagram: known("instagram"),
        linkedin: known("linkedin"),
        twitter: known("twitter"),
        tags: attributes.get("tags").map(names).unwrap_or_default(),
        notes: known("notes"),
        private_notes: known("private_notes"),
        image_url: ["image_url", "image"].iter().find_map(|name| attributes.get(*name).and_then(picture)),
        agent_inspections: number("agent_inspections"),
        buying_agent_inspections: number("buying_agent_inspections"),
        selling_agent_inspections: number("selling_agent_inspections"),
        date_of_first_inspection: known("date_of_first_inspection"),
        created_at: known("created_at"),
        updated_at: known("updated_at"),
        person: None,
        other: attributes
            .iter()
            .filter(|(name, _)| !KNOWN.contains(&name.as_str()))
            .filter_map(|(name, value)| Some((name.clone(), any_as_text(value)?)))
            .collect(),
    }
}

/// The attributes that an agent has a field for.
const KNOWN: [&str; 31] = [
    "company_id",
    "agent_id",
    "agency_id",
    "agent_team_id",
    "first_name",
    "last_name",
    "email",
    "phone",
    "agency_name",
    "agent_team_name",
    "address",
    "city",
    "state",
    "zip",
    "website",
    "facebook",
    "instagram",
    "linkedin",
    "twitter",
    "tags",
    "notes",
    "private_notes",
    "image_url",
    "image",
    "agent_inspections",
    "buying_agent_inspections",
    "selling_agent_inspections",
    "date_of_first_inspection",
    "created_at",
    "updated_at",
    "id",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str, page: Page) -> AgentPage {
        AgentPage::read(&Document::parse(text.as_bytes()).unwrap(), &page).unwrap()
    }

    #[test]
    fn a_full_record_is_read_with_what_it_refers_to() {
        let agents = page(include_str!("../../tests/fixtures/list.json"), Page::default()).agents;
        let ana = &agents[0];
        assert_eq!(ana.display_name(), "Ana Ruiz");
        assert_eq!(ana.agent_team_name.as_deref(), Some("North"));
        assert_eq!(ana.person.as_ref().unwrap().email.as_deref(), Some("ana@home.example"));
        assert_eq!(ana.agent_inspections, Some(12));
        assert_eq!(ana.other, [("license_number".to_owned(), "CA-77".to_owned())]);
    }

    #[test]
    fn an_awkward_record_is_read_too() {
        let agents = page(include_str!("../../tests/fixtures/list.json"), Page::default()).agents;
        let awkward = &agents[1];
        assert_eq!(awkward.id.as_str(), "18");
        assert_eq!(awkward.tags, ["VIP", "Gold"]);
        assert_eq!(awkward.agent_inspections, Some(1204));
        assert_eq!(awkward.image_url.as_deref(), Some("/photos/18.png"));
        assert_eq!(awkward.agent_team_name.as_deref(), Some("South"));
        assert_eq!(awkward.person, None);
    }

    #[test]
    fn a_record_of_nothing_but_an_id_is_an_agent() {
        let agents = page(r#"{"data":[{"type":"connection","id":"1"}]}"#, Page::default()).agents;
        assert_eq!(agents, [empty_agent(ConnectionId::new("1"))]);
    }

    #[test]
    fn without_links_and_meta_a_full_page_may_be_followed_and_a_short_one_is_the_last() {
        let two = r#"{"data":[{"id":"1"},{"id":"2"}]}"#;
        assert!(page(two, Page { number: 1, size: 2 }).pagination.has_next);
        assert!(!page(two, Page { number: 1, size: 3 }).pagination.has_next);
    }

    #[test]
    fn the_last_page_is_computed_where_only_the_total_is_told() {
        let pagination = page(r#"{"data":[],"meta":{"page":{"total":101}}}"#, Page { number: 1, size: 50 }).pagination;
        assert_eq!((pagination.total, pagination.last_page, pagination.has_next), (Some(101), Some(3), true));
    }

    #[test]
    fn a_null_next_link_ends_the_result_whatever_the_page_is() {
        let full = r#"{"data":[{"id":"1"}],"links":{"next":null}}"#;
        assert!(!page(full, Page { number: 1, size: 1 }).pagination.has_next);
    }

    #[test]
    fn an_answer_without_an_array_is_no_page() {
        let document = Document::parse(br#"{"data":null}"#).unwrap();
        assert!(
            matches!(AgentPage::read(&document, &Page::default()), Err(Error::Decode { path, .. }) if path == "data")
        );
    }
}
