//! What was shown when a directory ended, for the one that follows it.

use leptos::prelude::*;

use crate::{
    domain::{id::ConnectionId, query::Query},
    state::{
        agent_form::{AgentForm, HandedOver, Subject},
        agent_list::AgentList,
        opened_agent::OpenedAgent,
    },
};

/// What the list showed, the agent who was open, what the form was open for, and what was in it.
#[derive(Clone, Debug, Default)]
pub struct Left {
    query: Option<Query>,
    opened: Option<ConnectionId>,
    subject: Option<Subject>,
    handed: Option<HandedOver>,
}

impl Left {
    /// What is shown now.
    pub fn by(list: AgentList, opened: OpenedAgent, form: AgentForm) -> Self {
        let subject = form.subject().get_untracked();
        let edited = match &subject {
            Some(Subject::Existing(id)) => Some(id.clone()),
            _ => None,
        };
        let query = Some(list.query().get_untracked());
        let handed = form.hand_over();
        Self { query, opened: edited.or_else(|| opened.opened().get_untracked()), subject, handed }
    }

    /// What the list showed.
    pub fn query(&self) -> Option<Query> {
        self.query.clone()
    }

    /// Lets another preset take the place of what the list showed.
    pub fn forget_query(&mut self) {
        self.query = None;
    }

    /// Lets another agent, or none, take the place of the one that was open; the form for a new one stays.
    pub fn open_instead(&mut self, id: Option<ConnectionId>) {
        self.opened = id;
        self.subject = self.subject.take().filter(|subject| matches!(subject, Subject::New));
    }

    /// Opens the agent again, and the form with what was in it; where nothing may be written, the form holds that until it can
    /// be opened.
    pub fn open_again(self, opened: OpenedAgent, form: AgentForm, is_readonly: bool) {
        if let Some(handed) = self.handed {
            form.receive(handed);
        }
        if let Some(id) = self.opened {
            opened.open_in_place(id);
        }
        match self.subject {
            Some(Subject::New) if !is_readonly => form.start_new(),
            Some(Subject::Existing(id)) if !is_readonly => edit_when_read(id, opened, form),
            _ => {}
        }
    }
}

/// Opens the form with an agent as soon as there is a record, unless the person does something else before.
fn edit_when_read(id: ConnectionId, opened: OpenedAgent, form: AgentForm) {
    Effect::new(move |is_over: Option<bool>| {
        let is_wanted = opened.opened().with(|now| *now == Some(id.clone()));
        if is_over == Some(true) || !is_wanted || form.subject().with_untracked(Option::is_some) {
            return true;
        }
        let agent = opened.agent().get();
        if let Some(agent) = &agent {
            form.open(agent);
        }
        agent.is_some()
    });
}
