//! What the server has on record and the form would refuse, were it typed.

use serde_json::json;

use crate::{
    form::{
        fields::{edit, open_agent, save, save_nothing, see_changed},
        sent::{self, document},
    },
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

/// A field of one line glued them with the first key, and the save sent it so.
#[tokio::test]
async fn an_address_of_two_lines_keeps_them() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "address": "1 Quay Street\r\nSuite 2"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        assert_eq!(page.value("Address").await, "1 Quay Street\nSuite 2");
        page.type_into("Address", "x\u{e003}").await;
        save_nothing(page).await;
        edit(page).await;
        page.type_into("Address", "34").await;
        save(page).await;
        assert_eq!(sent::take(page).await, [document(&id, &json!({"address": "1 Quay Street\nSuite 234"}))]);
    })
    .await;
}
