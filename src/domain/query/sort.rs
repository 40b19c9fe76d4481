//! The order of the list.

/// What the list is sorted by. API: the eight keys are certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the API's sort key of the same name")]
pub enum SortKey {
    AgencyName,
    AgentInspections,
    AgentTeamName,
    BuyingAgentInspections,
    FirstName,
    LastName,
    /// Last name, then first name.
    #[default]
    LastFirstName,
    SellingAgentInspections,
}

impl SortKey {
    /// All there are.
    pub const ALL: [Self; 8] = [
        Self::LastFirstName,
        Self::LastName,
        Self::FirstName,
        Self::AgencyName,
        Self::AgentTeamName,
        Self::AgentInspections,
        Self::BuyingAgentInspections,
        Self::SellingAgentInspections,
    ];

    /// The API's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AgencyName => "agency_name",
            Self::AgentInspections => "agent_inspections",
            Self::AgentTeamName => "agent_team_name",
            Self::BuyingAgentInspections => "buying_agent_inspections",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::LastFirstName => "last_first_name",
            Self::SellingAgentInspections => "selling_agent_inspections",
        }
    }

    /// Whether it is a number of inspections, of which people want the greatest first.
    pub fn is_count(self) -> bool {
        matches!(self, Self::AgentInspections | Self::BuyingAgentInspections | Self::SellingAgentInspections)
    }
}

/// A key and a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// What to sort by.
    pub key: SortKey,
    /// From the greatest or the last letter down; written as a `-` in front.
    pub descending: bool,
}

impl Sort {
    /// The value of the `sort` parameter.
    pub fn to_parameter(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.key.as_str())
    }

    /// Reads the value of the `sort` parameter; `None` for a key that the API doesn't have.
    pub fn from_parameter(text: &str) -> Option<Self> {
        let (descending, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
        let key = SortKey::ALL.into_iter().find(|key| key.as_str() == name)?;
        Some(Self { key, descending })
    }

    /// The order after a click on the header of `key`: its ascending order first, the other one at the next click.
    pub fn after_click(self, key: SortKey) -> Self {
        Self { key, descending: self.key == key && !self.descending }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_as_it_is_written_in_both_directions() {
        for key in SortKey::ALL {
            for descending in [false, true] {
                let sort = Sort { key, descending };
                assert_eq!(Sort::from_parameter(&sort.to_parameter()), Some(sort));
            }
        }
        assert_eq!(Sort::from_parameter("age"), None);
        assert_eq!(Sort::from_parameter("--first_name"), None);
    }

    #[test]
    fn a_second_click_on_a_header_turns_the_order_round() {
        let once = Sort::default().after_click(SortKey::AgencyName);
        assert_eq!(once.to_parameter(), "agency_name");
        let twice = once.after_click(SortKey::AgencyName);
        assert_eq!(twice.to_parameter(), "-agency_name");
        assert_eq!(twice.after_click(SortKey::AgencyName), once);
    }
}
