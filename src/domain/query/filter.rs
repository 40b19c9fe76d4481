//! One filter at a time, as a person puts it on and takes it off.

use super::Filters;
use crate::domain::id::{AgencyId, AgentId, AgentTeamId, ConnectionId};

/// A filter that is on. Of each kind there is one at most, except tags.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is the field of `Filters` of that name")]
pub enum Filter {
    Agency(AgencyId),
    Team(AgentTeamId),
    Agent(AgentId),
    Connection(ConnectionId),
    Email(String),
    Tag(String),
}

impl Filters {
    /// The filters that are on, in the order of the fields on the screen.
    pub fn chosen(&self) -> Vec<Filter> {
        let Self { id, agency_id, agent_id, agent_team_id, email, tags } = self.clone();
        let single = [
            agency_id.map(Filter::Agency),
            agent_team_id.map(Filter::Team),
            agent_id.map(Filter::Agent),
            id.map(Filter::Connection),
            email.map(Filter::Email),
        ];
        single.into_iter().flatten().chain(tags.into_iter().map(Filter::Tag)).collect()
    }

    /// These filters and `filter`, which replaces one of its kind; a tag joins the others.
    pub fn with(mut self, filter: Filter) -> Self {
        match filter {
            Filter::Agency(id) => self.agency_id = Some(id),
            Filter::Team(id) => self.agent_team_id = Some(id),
            Filter::Agent(id) => self.agent_id = Some(id),
            Filter::Connection(id) => self.id = Some(id),
            Filter::Email(email) => self.email = Some(email),
            Filter::Tag(tag) => {
                if !self.tags.contains(&tag) {
                    self.tags.push(tag);
                }
            }
        }
        self
    }

    /// These filters without `filter`.
    pub fn without(mut self, filter: &Filter) -> Self {
        match filter {
            Filter::Agency(_) => self.agency_id = None,
            Filter::Team(_) => self.agent_team_id = None,
            Filter::Agent(_) => self.agent_id = None,
            Filter::Connection(_) => self.id = None,
            Filter::Email(_) => self.email = None,
            Filter::Tag(tag) => self.tags.retain(|other| other != tag),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Filter> {
        vec![
            Filter::Agency(AgencyId::new("1")),
            Filter::Team(AgentTeamId::new("2")),
            Filter::Agent(AgentId::new("3")),
            Filter::Connection(ConnectionId::new("4")),
            Filter::Email("a@b.example".into()),
            Filter::Tag("VIP".into()),
            Filter::Tag("Gold".into()),
        ]
    }

    #[test]
    fn filters_put_on_one_by_one_are_the_ones_that_are_on() {
        let filters = all().into_iter().fold(Filters::default(), Filters::with);
        assert_eq!(filters.chosen(), all());
        assert_eq!(filters.clone().with(Filter::Tag("VIP".into())), filters, "a tag is on once");
    }

    #[test]
    fn filters_taken_off_one_by_one_leave_nothing() {
        let filters = all().into_iter().fold(Filters::default(), Filters::with);
        let (first, rest) = (filters.clone().without(&all()[0]), filters.chosen().split_off(1));
        assert_eq!(first.chosen(), rest);
        assert_eq!(all().iter().fold(filters, Filters::without), Filters::default());
    }

    #[test]
    fn another_agency_takes_the_place_of_the_first() {
        let filters = Filters::default().with(Filter::Agency(AgencyId::new("1")));
        assert_eq!(filters.with(Filter::Agency(AgencyId::new("2"))).chosen(), [Filter::Agency(AgencyId::new("2"))]);
    }
}
