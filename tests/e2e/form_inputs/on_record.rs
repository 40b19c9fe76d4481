//! What the server has on record and the form would refuse, were it typed.

use serde_json::json;

use crate::{
    form::fields::{edit, open_agent, save, see_changed},
    harness::{Server, in_browser},
};

/// Every edit of such an agent was refused, at fields that the person had not touched.
#[tokio::test]
async fn what_nobody_has_changed_is_not_refused() {
    let server = Server::small().await;
    let record = json!({"first_name": "zelda@quibble.example", "zip": "N/A", "website": "none", "tags": ["VIP"]});
    let id = server.create(record).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        let before = server.record(&id).await;
        edit(page).await;
        page.set("City", "Salem").await;
        // Left as it was.
        page.set("ZIP", "none").await;
        page.see_problem("ZIP", "digits").await;
        page.set("ZIP", "N/A").await;
        page.see_no_problem("ZIP", "digits").await;
        save(page).await;
        see_changed(&server, &id, &before, &json!({"city": "Salem"})).await;
        edit(page).await;
        page.set("ZIP", "none").await;
        page.press("Save").await;
        page.see_problem("ZIP", "digits").await;
        page.see_no_problem("First name", "email").await;
    })
    .await;
}
