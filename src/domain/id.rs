//! The ids of the API. They are text, whatever they look like: nothing is ever computed with them.

use std::fmt;

/// Declares an id as a type of its own, so that one can't be given where another is meant. The default is empty and names nothing.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the id as the API wrote it.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as the API wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a connection: this company's record of an agent. API: certain.
    ConnectionId
}
id! {
    /// Names the person behind a connection, across companies. API: certain.
    AgentId
}
id! {
    /// Names an agency. API: certain as a filter, inferred as an attribute.
    AgencyId
}
id! {
    /// Names an agent team. API: certain.
    AgentTeamId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_shown_as_the_api_wrote_it() {
        assert_eq!(ConnectionId::new("007").to_string(), "007");
        assert_ne!(AgentId::new("7"), AgentId::new("07"));
    }
}
