//! What can be suggested for the filters. The API lists no agencies, teams or tags: they are gathered from what has been
//! loaded.

mod names;

use std::rc::Rc;

use leptos::prelude::*;

use super::{agent_list::AgentList, paint::after_paint, progress::Progress, state_signal::StateSignal};
use crate::{
    api::transport::Cancellation,
    domain::{agent::Agent, query::Filter},
};

/// Names by id, tags, and attributes, as far as agents have shown them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Id and name, in the order of the ids; tags and attributes are their own ids.
    agencies: Vec<(String, String)>,
    teams: Vec<(String, String)>,
    tags: Vec<(String, String)>,
    attributes: Vec<(String, String)>,
}

impl Seen {
    /// Learns from an agent; whether anything was new.
    pub fn learn(&mut self, agent: &Agent) -> bool {
        let mut new = false;
        let mut learn = |names: &mut Vec<(String, String)>, id: &str, name: &str| new |= learn_name(names, id, name);
        if let (Some(id), Some(name)) = (&agent.agency_id, &agent.agency_name) {
            learn(&mut self.agencies, id.as_str(), name);
        }
        if let (Some(id), Some(name)) = (&agent.agent_team_id, &agent.agent_team_name) {
            learn(&mut self.teams, id.as_str(), name);
        }
        agent.tags.iter().for_each(|tag| learn(&mut self.tags, tag, tag));
        agent.other.iter().for_each(|(attribute, _)| learn(&mut self.attributes, attribute, attribute));
        new
    }

    /// The agencies by name, with their ids.
    pub fn agencies(&self) -> Vec<(String, String)> {
        by_name(&self.agencies)
    }

    /// The teams by name, with their ids.
    pub fn teams(&self) -> Vec<(String, String)> {
        by_name(&self.teams)
    }

    /// The tags, sorted, each as its own id.
    pub fn tags(&self) -> Vec<(String, String)> {
        by_name(&self.tags)
    }

    /// The attributes that nobody has told us of, sorted.
    pub fn attributes(&self) -> Vec<String> {
        self.attributes.iter().map(|(attribute, _)| attribute.clone()).collect()
    }

    /// What a filter's value is called: the agency's or team's name where it is known, else the value itself.
    pub fn name(&self, filter: &Filter) -> String {
        match filter {
            Filter::Agency(id) => name_of(&self.agencies, id.as_str()),
            Filter::Team(id) => name_of(&self.teams, id.as_str()),
            Filter::Agent(id) => id.to_string(),
            Filter::Connection(id) => id.to_string(),
            Filter::Email(text) | Filter::Tag(text) => text.clone(),
        }
    }
}

fn place(names: &[(String, String)], id: &str) -> Result<usize, usize> {
    names.binary_search_by(|(other, _)| other.as_str().cmp(id))
}

/// Takes in a name, or a new one for a known id; whether it was new.
fn learn_name(names: &mut Vec<(String, String)>, id: &str, name: &str) -> bool {
    match place(names, id) {
        Ok(place) if names[place].1 == name => return false,
        Ok(place) => name.clone_into(&mut names[place].1),
        Err(place) => names.insert(place, (id.to_owned(), name.to_owned())),
    }
    true
}

fn name_of(names: &[(String, String)], id: &str) -> String {
    place(names, id).map_or(id, |place| &names[place].1).to_owned()
}

/// Pairs of name and id, sorted by name without regard to case.
fn by_name(names: &[(String, String)]) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = names.iter().map(|(id, name)| (name.to_lowercase(), (name.clone(), id.clone()))).collect();
    pairs.sort();
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The suggestions of one element, which grow with every answer.
#[derive(Clone, Copy)]
pub struct Suggestions {
    seen: StateSignal<Seen>,
    list: AgentList,
    /// The filters whose names were asked for, each with what ends the request.
    asked: StoredValue<Vec<(Filter, Rc<Cancellation>)>, LocalStorage>,
}

impl Suggestions {
    /// Gathers from the rows of `list` for as long as the element is there, and asks for the names of the agency and
    /// the team that it is filtered by where it has no rows.
    pub fn from(list: AgentList) -> Self {
        let suggestions =
            Self { seen: StateSignal::new(Seen::default()), list, asked: StoredValue::new_local(Vec::new()) };
        Effect::new(move |_| {
            if list.progress().with(|progress| *progress == Progress::Loaded) {
                // Nobody picks from suggestions before the agents are there to be seen.
                after_paint(move || {
                    // The element may have gone meanwhile.
                    if !suggestions.seen.is_disposed() {
                        suggestions.learn();
                        suggestions.ask_for_names();
                    }
                });
            }
        });
        suggestions
    }

    /// Gathers at once from the rows that are there, for whoever can't wait.
    pub fn learn(&self) {
        let Self { seen, list, .. } = *self;
        untrack(|| {
            list.rows().with(|agents| {
                seen.maybe_update(|seen| agents.iter().fold(false, |new, agent| seen.learn(agent) | new));
            });
        });
    }

    /// What has been seen so far.
    pub fn seen(&self) -> ReadSignal<Seen> {
        self.seen.read_only()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{AgencyId, ConnectionId};

    fn agent(agency: &str, name: &str) -> Agent {
        Agent {
            agency_id: Some(AgencyId::new(agency)),
            agency_name: Some(name.into()),
            tags: vec!["VIP".into()],
            other: vec![("languages".into(), "English".into())],
            ..Agent::new(ConnectionId::new("1"))
        }
    }

    #[test]
    fn an_agency_is_called_by_its_name_once_an_agent_of_it_was_seen() {
        let (mut seen, filter) = (Seen::default(), Filter::Agency(AgencyId::new("7")));
        assert_eq!(seen.name(&filter), "7");
        assert!(seen.learn(&agent("7", "Harbor Realty")));
        assert_eq!(seen.name(&filter), "Harbor Realty");
    }

    #[test]
    fn only_what_is_new_counts_as_new() {
        let mut seen = Seen::default();
        assert!(seen.learn(&agent("7", "Harbor Realty")));
        assert!(!seen.learn(&agent("7", "Harbor Realty")));
        assert!(seen.learn(&agent("7", "Harbor Realty Group")), "an agency was renamed");
        assert!(!seen.learn(&Agent::new(ConnectionId::new("2"))), "nothing is known of the agent");
    }

    #[test]
    fn suggestions_are_sorted_as_people_sort_names() {
        let mut seen = Seen::default();
        for (id, name) in [("1", "beacon"), ("2", "Zenith"), ("3", "Acorn")] {
            seen.learn(&agent(id, name));
        }
        let names: Vec<_> = seen.agencies().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Acorn", "beacon", "Zenith"]);
        assert_eq!(seen.tags(), [("VIP".to_owned(), "VIP".to_owned())]);
        assert_eq!(seen.attributes(), ["languages"]);
    }
}
