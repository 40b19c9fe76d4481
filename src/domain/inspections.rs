//! How many inspections an agent has brought, and on which side of the sale.

use super::agent::Agent;

/// The counts of one agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspections {
    /// All; never less than both sides together.
    pub total: u64,
    /// As the buyer's agent.
    pub buying: u64,
    /// As the seller's agent.
    pub selling: u64,
}

impl Inspections {
    /// The counts of an agent; `None` where the server gives none.
    pub fn of(agent: &Agent) -> Option<Self> {
        let counts = [agent.agent_inspections, agent.buying_agent_inspections, agent.selling_agent_inspections];
        if counts.iter().all(Option::is_none) {
            return None;
        }
        let [total, buying, selling] = counts.map(Option::unwrap_or_default);
        Some(Self { total: total.max(buying.saturating_add(selling)), buying, selling })
    }

    /// Those of which the side is not known.
    pub fn on_no_side(&self) -> u64 {
        self.total - self.buying - self.selling
    }

    /// A count as per cent of all, rounded to a whole number.
    pub fn share(&self, count: u64) -> u64 {
        if self.total == 0 {
            return 0;
        }
        (count as f64 / self.total as f64 * 100.0).round() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ConnectionId;

    fn counts(total: Option<u64>, buying: Option<u64>, selling: Option<u64>) -> Option<Inspections> {
        Inspections::of(&Agent {
            agent_inspections: total,
            buying_agent_inspections: buying,
            selling_agent_inspections: selling,
            ..Agent::new(ConnectionId::new("1"))
        })
    }

    #[test]
    fn the_total_is_never_less_than_its_parts() {
        let both = counts(None, Some(8), Some(4)).unwrap();
        assert_eq!((both.total, both.on_no_side()), (12, 0));
        let more = counts(Some(15), Some(8), Some(4)).unwrap();
        assert_eq!((more.total, more.on_no_side()), (15, 3));
        assert_eq!(counts(Some(1), Some(8), None).unwrap().total, 8);
        assert_eq!(counts(None, None, None), None);
    }

    #[test]
    fn shares_are_of_the_total() {
        let inspections = counts(None, Some(2), Some(1)).unwrap();
        assert_eq!((inspections.share(2), inspections.share(1)), (67, 33));
        assert_eq!(counts(Some(0), None, None).unwrap().share(0), 0);
    }

    #[test]
    fn absurd_counts_do_no_harm() {
        let inspections = counts(None, Some(u64::MAX / 2), Some(u64::MAX / 2)).unwrap();
        assert_eq!(inspections.share(u64::MAX / 2), 50);
    }
}
