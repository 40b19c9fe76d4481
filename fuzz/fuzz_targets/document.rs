//! Whatever the server answers, reading it ends in a page, an agent or an error.

#![no_main]

use agent_directory::{
    api::{
        connection::{AgentPage, agent_from_document},
        error::{Error, StatusError},
    },
    domain::{
        id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
        query::{Filters, Page},
    },
    json_api::document::Document,
    locale::Locale,
};
use libfuzzer_sys::fuzz_target;

/// Those that rows can contradict, all set.
fn filters() -> Filters {
    Filters {
        id: Some(ConnectionId::new("17")),
        agency_id: Some(AgencyId::new("5")),
        agent_id: Some(AgentId::new("9")),
        agent_team_id: Some(AgentTeamId::new("3")),
        email: Some("ana@agency.example".into()),
        tags: Vec::new(),
    }
}

fuzz_target!(|body: &[u8]| {
    match Document::parse(body) {
        Ok(document) => {
            let _ = agent_from_document(&document);
            if let Ok(page) = AgentPage::read(&document, &Page::default()) {
                assert!(page.agents.iter().all(|agent| !agent.display_name(Locale::en).is_empty()));
                assert!(page.ignored(&Filters::default()).is_empty(), "no filter is set");
                let _ = page.ignored(&filters());
            }
        }
        Err(error) => assert!(!Error::decode(&error, body).details().is_empty()),
    }
    let error = Error::Status(Box::new(StatusError::read(422, |_| None, body, 0)));
    assert!(!error.sentence(Locale::en).is_empty() && !error.details().is_empty());
});
