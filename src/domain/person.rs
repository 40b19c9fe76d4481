//! The person behind a connection.

use super::id::AgentId;

/// The global agent that a connection is linked to. API: seen in public clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The same for every company.
    pub id: AgentId,
    /// The second id of the same person.
    pub uuid: Option<String>,
    /// As the person's own record has it, which may differ from the company's.
    pub first_name: Option<String>,
    /// As the person's own record has it.
    pub last_name: Option<String>,
    /// As the person's own record has it.
    pub email: Option<String>,
    /// As the person's own record has it.
    pub phone: Option<String>,
}
