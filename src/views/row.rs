//! One agent in the list.

use leptos::prelude::*;

use super::{cell::cell, columns::Column};
use crate::{
    components::{avatar::Avatar, number::NumberFormat},
    domain::agent::Agent,
    state::rows::Row,
};

/// A row whose cells follow the agent at its position and the columns chosen. One effect redraws all cells beside the name,
/// and touches only what is another.
#[component]
pub fn AgentRow(row: Row, columns: Memo<Vec<Column>>, numbers: NumberFormat) -> impl IntoView {
    let agent = RwSignal::from(row.agent);
    let name = move || agent.with(Agent::display_name);
    let image = Signal::derive(move || agent.with(|agent| agent.image_url.clone()));
    let initials = Signal::derive(move || agent.with(Agent::initials));
    let cells = move || {
        let cells =
            |agent: &Agent| columns.with(|columns| columns.iter().map(|of| cell(of, agent, numbers)).collect_view());
        agent.with(cells)
    };

    view! {
        // Tab stops at one row; the arrow keys go to the others.
        <tr role="row" part="row" tabindex=if row.position == 0 { "0" } else { "-1" }>
            <td role="cell" class="name">
                <Avatar image initials />
                <button type="button" class="text" data-open>{name}</button>
            </td>
            {cells}
        </tr>
    }
}
