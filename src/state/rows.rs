//! The rows on the screen: one signal a position, so that a page turn updates the rows there are instead of building new ones.

use leptos::prelude::*;

use crate::domain::{agent::Agent, id::ConnectionId};

/// One position of the list and the agent shown there.
#[derive(Clone, Debug)]
pub struct Row {
    /// Counted from 0.
    pub position: usize,
    /// The agent shown there now.
    pub agent: ArcRwSignal<Agent>,
}

/// All rows shown.
#[derive(Clone, Copy, Debug)]
pub struct Rows(RwSignal<Vec<Row>>);

impl Rows {
    /// No rows.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// The rows, tracked: changes only when their number does.
    pub fn get(&self) -> Vec<Row> {
        self.0.get()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.with(Vec::is_empty)
    }

    /// At which position the agent is, counted from 0; tracked.
    pub fn position_of(&self, id: &ConnectionId) -> Option<usize> {
        self.0.with(|rows| rows.iter().position(|row| row.agent.with(|agent| agent.id == *id)))
    }

    /// The agent at a position.
    pub fn agent_at(&self, position: usize) -> Option<Agent> {
        self.0.with_untracked(|rows| rows.get(position).map(|row| row.agent.get_untracked()))
    }

    /// The agent at the last position.
    pub fn last_agent(&self) -> Option<Agent> {
        self.0.with_untracked(|rows| rows.last().map(|row| row.agent.get_untracked()))
    }

    /// Shows `agents`, touching only the rows whose agent is another or has changed.
    pub fn show(&self, agents: &[Agent]) {
        let shown = self.0.with_untracked(Vec::len);
        self.0.with_untracked(|rows| {
            for (row, agent) in rows.iter().zip(agents) {
                if row.agent.with_untracked(|now| now != agent) {
                    row.agent.set(agent.clone());
                }
            }
        });
        if agents.len() != shown {
            self.0.update(|rows| {
                rows.truncate(agents.len());
                let added = agents.iter().enumerate().skip(shown);
                rows.extend(added.map(|(position, agent)| Row { position, agent: ArcRwSignal::new(agent.clone()) }));
            });
        }
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::new()
    }
}
