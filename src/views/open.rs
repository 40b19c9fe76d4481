//! Opening an agent.

use leptos::prelude::*;

use crate::domain::id::ConnectionId;

/// Provided as a context by whoever can show an agent: takes the one to show.
#[derive(Clone, Copy)]
pub struct OpenAgent(pub Callback<ConnectionId>);
