//! Resources of the API as agents.

mod check;
mod page;

pub use self::{check::IgnoredFilter, page::AgentPage};
use crate::{
    domain::{
        agent::Agent,
        id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
        person::Person,
    },
    json_api::{
        attributes::{any_as_text, count, id, names, picture, text},
        document::{Data, Document},
        members::Object,
        resource::Resource,
    },
};

/// Reads the answer to a get or a write: `{"data":{"type":"connection","id":"17",…}}`. `None` where the server answers without
/// data, which after a write means: read the record again.
pub fn agent_from_document(document: &Document) -> Option<Agent> {
    match &document.data {
        Data::One(resource) => Some(agent_from(resource, document)),
        Data::Many(resources) => resources.first().map(|resource| agent_from(resource, document)),
        Data::Nothing => None,
    }
}

/// Reads a connection. The included team's name goes over the connection's own attribute, as do the ids of relationships.
pub fn agent_from(resource: &Resource, document: &Document) -> Agent {
    let mut agent = Agent::new(ConnectionId::new(&resource.id));
    read_attributes(&mut agent, &resource.attributes);
    if let Some(identifier) = resource.related("agent") {
        agent.person = document.find(&identifier).map(person_from);
        agent.agent_id = Some(AgentId::new(identifier.id));
    }
    if let Some(identifier) = resource.related("agent_team") {
        let name = document.find(&identifier).and_then(|team| team.attributes.get("name")).and_then(text);
        agent.agent_team_name = name.or(agent.agent_team_name);
        agent.agent_team_id = Some(AgentTeamId::new(identifier.id));
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

fn read_attributes(agent: &mut Agent, attributes: &Object) {
    for (name, value) in attributes.iter() {
        match name {
            "company_id" => agent.company_id = id(value),
            "agent_id" => agent.agent_id = id(value).map(AgentId::new),
            "agency_id" => agent.agency_id = id(value).map(AgencyId::new),
            "agent_team_id" => agent.agent_team_id = id(value).map(AgentTeamId::new),
            "tags" => agent.tags = names(value),
            "image_url" => agent.image_url = picture(value).or(agent.image_url.take()),
            "image" => agent.image_url = agent.image_url.take().or(picture(value)),
            "agent_inspections" => agent.agent_inspections = count(value),
            "buying_agent_inspections" => agent.buying_agent_inspections = count(value),
            "selling_agent_inspections" => agent.selling_agent_inspections = count(value),
            "id" => {}
            _ => match text_field(agent, name) {
                Some(field) => *field = text(value),
                None => agent.other.extend(any_as_text(value).map(|text| (name.to_owned(), text))),
            },
        }
    }
    agent.other.sort();
    agent.other.dedup_by(|one, other| one.0 == other.0);
}

/// The field for an attribute that is plain text.
fn text_field<'a>(agent: &'a mut Agent, name: &str) -> Option<&'a mut Option<String>> {
    Some(match name {
        "first_name" => &mut agent.first_name,
        "last_name" => &mut agent.last_name,
        "email" => &mut agent.email,
        "phone" => &mut agent.phone,
        "agency_name" => &mut agent.agency_name,
        "agent_team_name" => &mut agent.agent_team_name,
        "address" => &mut agent.address,
        "city" => &mut agent.city,
        "state" => &mut agent.state,
        "zip" => &mut agent.zip,
        "website" => &mut agent.website,
        "facebook" => &mut agent.facebook,
        "instagram" => &mut agent.instagram,
        "linkedin" => &mut agent.linkedin,
        "twitter" => &mut agent.twitter,
        "notes" => &mut agent.notes,
        "private_notes" => &mut agent.private_notes,
        "date_of_first_inspection" => &mut agent.date_of_first_inspection,
        "created_at" => &mut agent.created_at,
        "updated_at" => &mut agent.updated_at,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fixture: &str) -> Option<Agent> {
        agent_from_document(&Document::parse(fixture.as_bytes()).unwrap())
    }

    fn some(text: &str) -> Option<String> {
        Some(text.into())
    }

    #[test]
    fn every_attribute_has_its_field() {
        let agent = read(include_str!("../../tests/fixtures/connection.json")).unwrap();
        let expected = Agent {
            id: ConnectionId::new("17"),
            company_id: some("1"),
            agent_id: Some(AgentId::new("9")),
            agency_id: Some(AgencyId::new("5")),
            agent_team_id: Some(AgentTeamId::new("3")),
            first_name: some("Ana"),
            last_name: some("Ruiz"),
            email: some("ana+work@agency.example"),
            phone: some("+1 555 010 0017"),
            agency_name: some("Harbor Realty"),
            agent_team_name: some("North"),
            address: some("1 Quay"),
            city: some("Portland"),
            state: some("OR"),
            zip: some("97201"),
            website: some("https://ruiz.example"),
            facebook: some("facebook.example/ana"),
            instagram: some("@ana"),
            linkedin: some("linkedin.example/ana"),
            twitter: some("@ana_t"),
            tags: vec!["VIP".into(), "Gold".into()],
            notes: some("Prefers mornings"),
            private_notes: some("Owes a lunch"),
            image_url: some("/photos/17.jpg"),
            agent_inspections: Some(12),
            buying_agent_inspections: Some(8),
            selling_agent_inspections: Some(4),
            date_of_first_inspection: some("2019-03-02"),
            created_at: some("2019-02-28T10:00:00Z"),
            updated_at: some("2024-06-01T08:30:00+02:00"),
            person: Some(Person {
                id: AgentId::new("9"),
                uuid: some("0f8fad5b-d9cb-469f-a165-70867728950e"),
                first_name: some("Ana María"),
                last_name: some("Ruiz"),
                email: some("ana@home.example"),
                phone: some("+1 555 010 0999"),
            }),
            other: vec![("languages".into(), "English, Español".into()), ("license_number".into(), "77".into())],
        };
        assert_eq!(agent, expected);
    }

    /// JSON leaves open what that means; a name is told once.
    #[test]
    fn an_attribute_that_is_there_twice_is_told_once() {
        let twice = r#"{"data":{"id":"1","attributes":{"region":"North","license":"7","region":"North East"}}}"#;
        let names: Vec<String> = read(twice).unwrap().other.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["license", "region"]);
    }

    #[test]
    fn a_record_of_nothing_but_ids_and_nulls_is_an_agent() {
        assert_eq!(read(r#"{"data":{"id":"1"}}"#), Some(Agent::new(ConnectionId::new("1"))));
        let nulls = read(include_str!("../../tests/fixtures/connection_of_nulls.json"));
        assert_eq!(nulls, Some(Agent::new(ConnectionId::new("1"))));
    }

    #[test]
    fn a_success_without_data_gives_no_agent() {
        for nothing in ["", "{}", include_str!("../../tests/fixtures/connection_without_data.json"), r#"{"data":[]}"#] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn the_photo_is_the_image_url_unless_only_an_image_is_there() {
        let image = |attributes: &str| {
            read(&format!(r#"{{"data":{{"id":"1","attributes":{attributes}}}}}"#)).unwrap().image_url
        };
        assert_eq!(image(r#"{"image":"/a.png","image_url":"/b.png"}"#), some("/b.png"));
        assert_eq!(image(r#"{"image_url":"/b.png","image":"/a.png"}"#), some("/b.png"));
        assert_eq!(image(r#"{"image":{"url":"/a.png"},"image_url":null}"#), some("/a.png"));
        assert_eq!(image(r#"{"image":null}"#), None);
    }

    #[test]
    fn related_resources_that_were_not_included_leave_the_connection_s_own_names() {
        let agent = read(include_str!("../../tests/fixtures/connection_without_included.json")).unwrap();
        assert_eq!(agent.agent_team_name, some("South"));
        assert_eq!(agent.agent_team_id, Some(AgentTeamId::new("3")));
        assert_eq!(agent.agent_id, Some(AgentId::new("9")));
        assert_eq!(agent.person, None);
    }
}
