//! Servers that keep the address of an agent's photo when the photo changes.

use image::ImageFormat;
use sandbox::{Config, ImageAddress};
use serde_json::{Value, json};

use super::fields::{choose, edit, open_agent, save, save_nothing, whole_agent};
use super::pictures::{Folder, quarters};
use super::sent::{self, document, form};
use crate::harness::{Page, Server, in_browser};

const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;
const UNSEEN: &str = "The server accepted the photo; whether it shows it can’t be seen yet.";

/// A server with an agent who has a photo, and the agent's id.
async fn with_photo(image_address: ImageAddress) -> (Server, String) {
    let server = Server::with(Config { agents: 8, image_address, ..Config::default() }, ELEMENT).await;
    let id = server.create(whole_agent()).await;
    server.change_photo(&id, &quarters(30, 30, ImageFormat::Png)).await;
    (server, id)
}

async fn told(page: &Page) -> Value {
    page.in_root("return root.querySelector('.saved').textContent").await
}

/// "Saved, but the server did not keep: Photo." was said of every photo that was saved with texts.
#[tokio::test]
async fn a_photo_that_is_saved_with_texts_is_told_as_saved_where_the_address_stays() {
    let ((server, id), folder) = (with_photo(ImageAddress::Fixed).await, Folder::new());
    let mine = quarters(50, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        choose(page, &folder.put("zelda.png", &mine)).await;
        save(page).await;
        assert_eq!(told(page).await, "Saved.");
        let photo = form(&id, &[("data[attributes][image]", "zelda.png")]);
        assert_eq!(sent::take(page).await, [document(&id, &json!({"city": "Salem"})), photo]);
        assert_eq!(server.photo(&id).await, mine);
    })
    .await;
}

/// It was told as not kept, and Save sent it over and over.
#[tokio::test]
async fn a_photo_of_which_the_record_tells_nothing_is_told_as_accepted() {
    let ((server, id), folder) = (with_photo(ImageAddress::Fixed).await, Folder::new());
    let mine = quarters(50, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        choose(page, &folder.put("zelda.png", &mine)).await;
        let mut attributes = server.record(&id).await;
        attributes.as_object_mut().unwrap().remove("updated_at");
        let record = json!({"data": {"type": "connection", "id": id, "attributes": attributes}}).to_string();
        let headers = json!({"content-type": "application/vnd.api+json"});
        let answer = json!({"kind": "status", "status": 200, "headers": headers, "body": record});
        let path = format!("/v2/connections/{id}");
        server.order_fault(json!({"method": "GET", "path": path, "fault": answer})).await;
        page.press("Save").await;
        page.see_status(UNSEEN).await;
        page.see_none("button", "Save").await;
        server.clear_faults().await;
        assert_eq!(server.photo(&id).await, mine);
    })
    .await;
}

/// The path alone was compared: where the version of a photo follows it, somebody else's was overwritten without a question.
#[tokio::test]
async fn another_s_photo_at_the_same_path_is_asked_about() {
    let folder = Folder::new();
    let [theirs, mine] = [40, 50].map(|width| quarters(width, 30, ImageFormat::Png));
    for keeps_theirs in [true, false] {
        let (server, id) = with_photo(ImageAddress::Versioned).await;
        in_browser(async |page| {
            open_agent(page, &server, &id).await;
            edit(page).await;
            choose(page, &folder.put("zelda.png", &mine)).await;
            server.change_photo(&id, &theirs).await;
            page.press("Save").await;
            page.see_text_in("h3", "Somebody else has changed this agent").await;
            assert_eq!(server.photo(&id).await, theirs, "nothing is written before the choice");
            page.press(&format!("Keep {}: Photo", if keeps_theirs { "theirs" } else { "yours" })).await;
            if keeps_theirs {
                save_nothing(page).await
            } else {
                save(page).await
            }
            assert_eq!(server.photo(&id).await, if keeps_theirs { &theirs } else { &mine }[..]);
        })
        .await;
    }
}

#[tokio::test]
async fn another_s_text_is_no_other_photo_where_the_path_stays() {
    let ((server, id), folder) = (with_photo(ImageAddress::Versioned).await, Folder::new());
    let mine = quarters(50, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        choose(page, &folder.put("zelda.png", &mine)).await;
        server.change(&id, json!({"city": "Salem"})).await;
        save(page).await;
        assert_eq!(server.photo(&id).await, mine);
        assert_eq!(server.record(&id).await["city"], "Salem");
    })
    .await;
}
