//! What a column shows of an agent.

use crate::{
    domain::agent::Agent,
    views::columns::{Column, Content},
};

/// What a cell shows; two that are equal look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent<'a> {
    /// Text.
    Text(Option<&'a str>),
    /// A number, to be written as the reader's language does.
    Count(Option<u64>),
    /// Text that may lead somewhere.
    Link(Option<&'a str>),
    /// Text, and whether there is something to filter by.
    Filter { text: Option<&'a str>, filters: bool },
    /// Tags.
    Tags(&'a [String]),
}

impl<'a> CellContent<'a> {
    /// What `column` shows of `agent`.
    pub fn of(column: &Column, agent: &'a Agent) -> Self {
        match column.content {
            Content::Agency => Self::filter(&agent.agency_name, agent.agency_id.is_some()),
            Content::Team => Self::filter(&agent.agent_team_name, agent.agent_team_id.is_some()),
            Content::Tags => Self::Tags(&agent.tags),
            Content::Link(_, read) => Self::Link(read(agent).as_deref()),
            Content::Text(read) => Self::Text(read(agent).as_deref()),
            Content::Count(read) => Self::Count(read(agent)),
            Content::Other => {
                let other = agent.other.iter().find(|(attribute, _)| *attribute == column.attribute);
                Self::Text(other.map(|(_, text)| text.as_str()))
            }
        }
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Link(text) | Self::Filter { text, .. } => text.is_none(),
            Self::Count(count) => count.is_none(),
            Self::Tags(tags) => tags.is_empty(),
        }
    }

    fn filter(text: &'a Option<String>, has_id: bool) -> Self {
        Self::Filter { text: text.as_deref(), filters: has_id && text.is_some() }
    }
}
