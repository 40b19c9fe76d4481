//! Whatever the server answers, reading it ends in a page, an agent or an error.

#![no_main]

use agent_directory::{
    api::{
        connection::{AgentPage, agent_from_document},
        error::{Error, StatusError},
    },
    domain::query::{Filters, Page},
    json_api::document::Document,
    locale::Locale,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    match Document::parse(body) {
        Ok(document) => {
            let _ = agent_from_document(&document);
            if let Ok(page) = AgentPage::read(&document, &Page::default()) {
                assert!(page.agents.iter().all(|agent| !agent.display_name(Locale::en).is_empty()));
                let _ = page.ignored(&Filters::default());
            }
        }
        Err(error) => assert!(!Error::decode(&error, body).details().is_empty()),
    }
    let error = Error::Status(Box::new(StatusError::read(422, |_| None, body, 0)));
    assert!(!error.sentence(Locale::en).is_empty() && !error.details().is_empty());
});
