//! What can be suggested for the filters. The API lists no agencies, teams or tags: they are gathered from what has been
//! loaded.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::agent_list::{AgentList, Progress};
use crate::domain::{
    agent::Agent,
    id::{AgencyId, AgentTeamId},
    query::Filter,
};

/// Names by id, tags, and attributes, as far as agents have shown them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    agencies: BTreeMap<AgencyId, String>,
    teams: BTreeMap<AgentTeamId, String>,
    tags: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

impl Seen {
    /// Learns from an agent; whether anything was new.
    pub fn learn(&mut self, agent: &Agent) -> bool {
        let mut new = learn_name(&mut self.agencies, &agent.agency_id, &agent.agency_name);
        new |= learn_name(&mut self.teams, &agent.agent_team_id, &agent.agent_team_name);
        for tag in &agent.tags {
            new |= !self.tags.contains(tag) && self.tags.insert(tag.clone());
        }
        for (attribute, _) in &agent.other {
            new |= !self.attributes.contains(attribute) && self.attributes.insert(attribute.clone());
        }
        new
    }

    /// The agencies by name, with their ids.
    pub fn agencies(&self) -> Vec<(String, String)> {
        by_name(self.agencies.iter().map(|(id, name)| (id.as_str(), name)))
    }

    /// The teams by name, with their ids.
    pub fn teams(&self) -> Vec<(String, String)> {
        by_name(self.teams.iter().map(|(id, name)| (id.as_str(), name)))
    }

    /// The tags, sorted, each as its own id.
    pub fn tags(&self) -> Vec<(String, String)> {
        by_name(self.tags.iter().map(|tag| (tag.as_str(), tag)))
    }

    /// The attributes that nobody has told us of, sorted.
    pub fn attributes(&self) -> Vec<String> {
        self.attributes.iter().cloned().collect()
    }

    /// What a filter's value is called: the agency's or team's name where it is known, else the value itself.
    pub fn name(&self, filter: &Filter) -> String {
        match filter {
            Filter::Agency(id) => self.agencies.get(id).cloned().unwrap_or_else(|| id.to_string()),
            Filter::Team(id) => self.teams.get(id).cloned().unwrap_or_else(|| id.to_string()),
            Filter::Agent(id) => id.to_string(),
            Filter::Connection(id) => id.to_string(),
            Filter::Email(text) | Filter::Tag(text) => text.clone(),
        }
    }
}

fn learn_name<Id: Clone + Ord>(names: &mut BTreeMap<Id, String>, id: &Option<Id>, name: &Option<String>) -> bool {
    let (Some(id), Some(name)) = (id, name) else { return false };
    if names.get(id) == Some(name) {
        return false;
    }
    names.insert(id.clone(), name.clone());
    true
}

/// Pairs of name and id, sorted by name without regard to case.
fn by_name<'a>(pairs: impl Iterator<Item = (&'a str, &'a String)>) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = pairs.map(|(id, name)| (name.clone(), id.to_owned())).collect();
    pairs.sort_by_cached_key(|(name, _)| name.to_lowercase());
    pairs
}

/// The suggestions of one element, which grow with every answer.
#[derive(Clone, Copy)]
pub struct Suggestions(RwSignal<Seen>);

impl Suggestions {
    /// Gathers from the rows of `list` for as long as the element is there.
    pub fn from(list: AgentList) -> Self {
        let seen = RwSignal::new(Seen::default());
        Effect::new(move |_| {
            if list.progress().with(|progress| *progress != Progress::Loaded) {
                return;
            }
            let rows = untrack(|| list.rows().get());
            seen.maybe_update(|seen| {
                rows.iter().fold(false, |new, row| row.agent.with_untracked(|agent| seen.learn(agent)) | new)
            });
        });
        Self(seen)
    }

    /// What has been seen so far.
    pub fn seen(&self) -> ReadSignal<Seen> {
        self.0.read_only()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ConnectionId;

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
