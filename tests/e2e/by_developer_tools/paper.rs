use crate::harness::{Server, in_browser};

/// Which of these are to be seen.
const SEEN: &str = "return ['table', 'thead', 'tbody tr:last-child', '.toolbar', '.pages', '.detail-header', '.contact', \
    '.detail-actions'].filter((selector) => root.querySelector(selector)?.checkVisibility({ contentVisibilityAuto: true }))";

#[tokio::test]
async fn the_list_is_printed_without_controls_and_an_agent_alone() {
    let server = Server::start().await;
    in_browser(async |page| {
        // About what paper has.
        page.resize((720, 1000)).await;
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.print().await;
        let seen = page.in_root(SEEN).await;
        assert_eq!(seen, serde_json::json!(["table", "thead", "tbody tr:last-child"]));
        let is_row = "return getComputedStyle(root.querySelector('tbody tr')).display";
        assert_eq!(page.in_root(is_row).await, "flex", "a row, where the screen has a card");
        let cut = "return [...root.querySelectorAll('td, td *')].filter((node) => node.scrollWidth > node.clientWidth && \
            getComputedStyle(node).overflowX === 'hidden').map((node) => node.textContent)";
        assert_eq!(page.in_root(cut).await, serde_json::json!([]), "what is cut");
        page.open_row(2).await;
        page.see_text_in("[role=dialog]", "Inspections").await;
        assert_eq!(page.in_root(SEEN).await, serde_json::json!([".detail-header", ".contact"]));
        let is_closed_printed = "return [...root.querySelectorAll('details')].some((closed) => closed.checkVisibility())";
        assert_eq!(page.in_root(is_closed_printed).await, false, "a heading of nothing");
    })
    .await;
}
