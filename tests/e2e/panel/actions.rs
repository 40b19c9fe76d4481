use serde_json::json;

use super::{open, zelda};
use crate::harness::{Page, Server, in_browser, wait_for};

#[tokio::test]
async fn the_agency_and_the_team_find_the_others_who_belong_to_them() {
    let server = Server::small().await;
    let agency = |first_name: &str| json!({"first_name": first_name, "agency_name": "Quibble & Daughters"});
    server.create(agency("Ana")).await;
    let mut zelda = agency("Zelda");
    zelda["agent_team_name"] = "Old Town".into();
    let id = server.create(zelda).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open={id}", server.url)).await;
        page.see_rows(10).await;
        page.find(".detail button", "Quibble & Daughters").await.click().await.unwrap();
        page.see_rows(2).await;
        page.find(".detail button", "Old Town").await.click().await.unwrap();
        page.see_rows(1).await;
        page.see_first_row("Zelda").await;
    })
    .await;
}

/// Files that the page hands out are read instead: the name and the text.
const HEAR_FILES: &str = "HTMLAnchorElement.prototype.click = function () { \
    window.file = fetch(this.href).then((file) => file.text()).then((text) => [this.download, text]); };";

#[tokio::test]
async fn the_contact_is_handed_out_as_a_file() {
    in_browser(async |page| {
        let contact = json!({"email": "zelda@quibble.example", "phone": "(555) 010-0017", "notes": "Paid late."});
        let _server = open(page, &zelda(contact)).await;
        page.script(HEAR_FILES, vec![]).await;
        page.press("Download contact").await;
        let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Quibble;Zelda;;;\r\nFN:Zelda Quibble\r\n\
            EMAIL;TYPE=INTERNET,WORK:zelda@quibble.example\r\nTEL;TYPE=WORK,VOICE:(555) 010-0017\r\nEND:VCARD\r\n";
        assert_eq!(page.script("return window.file", vec![]).await, json!(["Zelda Quibble.vcf", card]));
        page.see_no_alert().await;
    })
    .await;
}

/// What a camera reads on the screen.
async fn read_code(page: &Page) -> String {
    let code = page.find("[role=img]", "QR code with the contact of Zelda Quibble").await;
    page.script("arguments[0].scrollIntoView({ block: 'center' })", vec![code.to_json().unwrap()]).await;
    // It is there a moment before it is painted.
    wait_for("a code to read", async || {
        let picture = image::load_from_memory(&page.picture().await).unwrap().to_luma8();
        let mut picture = rqrr::PreparedImage::prepare(picture);
        picture.detect_grids().first()?.decode().ok().map(|(_, text)| text)
    })
    .await
}

#[tokio::test]
async fn a_qr_code_of_the_contact_comes_and_goes() {
    in_browser(async |page| {
        let _server = open(page, &zelda(json!({}))).await;
        for _ in 0..2 {
            page.press("QR code").await;
            page.see_text_in("figcaption", "Point a phone’s camera here to add the contact.").await;
            let card = read_code(page).await;
            assert!(card.starts_with("BEGIN:VCARD\r\n") && card.contains("\r\nFN:Zelda Quibble\r\n"), "{card}");
            page.press("QR code").await;
            page.see_no("the code", ".qr-code").await;
        }
    })
    .await;
}
