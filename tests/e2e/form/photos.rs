use image::{GenericImageView, ImageFormat};
use serde_json::json;

use super::fields::{choose, only_with_email, open_new, save};
use super::pictures::{Folder, QUARTERS, animation, nearest, quarters, quarters_of, with_exif};
use super::sent;
use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn small_pictures_of_every_kind_are_stored_byte_for_byte() {
    let (server, folder) = (Server::start().await, Folder::new());
    let pictures = [
        ("zelda.jpg", quarters(200, 150, ImageFormat::Jpeg)),
        ("zelda.jpeg", quarters(1024, 20, ImageFormat::Jpeg)),
        ("zelda.png", quarters(20, 1024, ImageFormat::Png)),
        ("zelda.gif", quarters(90, 120, ImageFormat::Gif)),
        ("moving.gif", animation()),
    ];
    in_browser(async |page| {
        open_new(page, &server).await;
        for (number, (name, bytes)) in pictures.into_iter().enumerate() {
            let email = format!("zelda{number}@quibble.example");
            page.fill("Email", &email).await;
            choose(page, &folder.put(name, &bytes)).await;
            wait_for("the new photo in the form", async || (page.in_root(SHOWN).await == true).then_some(())).await;
            save(page).await;
            let created = only_with_email(&server, &email).await;
            assert_eq!(server.photo(created["id"].as_str().unwrap()).await, bytes, "{name}");
            page.press("New agent").await;
        }
    })
    .await;
}

/// Whether the form shows a picture that was chosen.
const SHOWN: &str = "const picture = root.querySelector('.photo-field img'); \
    return !!picture && picture.src.startsWith('blob:') && picture.naturalWidth > 0";

#[tokio::test]
async fn a_picture_is_what_its_bytes_say_whatever_its_name() {
    let (server, folder) = (Server::start().await, Folder::new());
    let large = quarters(2000, 500, ImageFormat::Gif);
    let pictures = [
        ("zelda.jpg", quarters(40, 30, ImageFormat::Png), "zelda.png", ImageFormat::Png),
        ("zelda.txt", quarters(40, 30, ImageFormat::Jpeg), "zelda.jpg", ImageFormat::Jpeg),
        // A canvas writes no GIF.
        ("large.gif", large, "large.png", ImageFormat::Png),
    ];
    in_browser(async |page| {
        open_new(page, &server).await;
        sent::listen(page).await;
        for (number, (name, bytes, sent_name, kind)) in pictures.into_iter().enumerate() {
            let email = format!("zelda{number}@quibble.example");
            page.fill("Email", &email).await;
            page.choose_photo(&folder.put(name, &bytes)).await;
            page.see_status(&format!("New photo: {sent_name}")).await;
            save(page).await;
            let sent = sent::take(page).await;
            assert!(
                sent[0]["form"].as_array().unwrap().contains(&json!(["data[attributes][image]", sent_name])),
                "{sent:?}"
            );
            let created = only_with_email(&server, &email).await;
            let stored = server.photo(created["id"].as_str().unwrap()).await;
            assert_eq!(image::guess_format(&stored).unwrap(), kind, "{name}");
            assert!(image::load_from_memory(&stored).unwrap().width() <= 1024, "{name}");
            page.press("New agent").await;
        }
    })
    .await;
}

/// How a photo can be held (Exif 2.32, section 4.6.4, tag Orientation, from 1 on), by the quarters of what the camera has stored
/// that are seen in the upper and in the lower row.
const HELD: [[usize; 4]; 8] =
    [[0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [2, 0, 3, 1], [3, 1, 2, 0], [1, 3, 0, 2]];

#[tokio::test]
async fn a_large_photo_is_stored_upright_small_and_without_its_place_however_it_was_held() {
    let (server, folder) = (Server::start().await, Folder::new());
    let stored_by_camera = quarters(3000, 600, ImageFormat::Jpeg);
    in_browser(async |page| {
        open_new(page, &server).await;
        for (orientation, seen) in (1..).zip(HELD) {
            let email = format!("held{orientation}@quibble.example");
            page.fill("Email", &email).await;
            choose(page, &folder.put("IMG_0001.jpg", &with_exif(&stored_by_camera, orientation))).await;
            save(page).await;
            let created = only_with_email(&server, &email).await;
            let stored = server.photo(created["id"].as_str().unwrap()).await;
            assert_eq!(image::guess_format(&stored).unwrap(), ImageFormat::Jpeg);
            assert!(!contains(&stored, b"Exif"), "{orientation}");
            let picture = image::load_from_memory(&stored).unwrap();
            let is_on_its_side = orientation > 4;
            assert_eq!(picture.dimensions(), if is_on_its_side { (205, 1024) } else { (1024, 205) }, "{orientation}");
            assert_eq!(quarters_of(&picture), seen.map(|quarter| nearest(QUARTERS[quarter])), "{orientation}");
            page.press("New agent").await;
        }
    })
    .await;
}

/// Lets no canvas of the page write a file: what is drawn all the same is drawn beside the page.
const NO_CANVAS: &str = "HTMLCanvasElement.prototype.toBlob = () => { throw new Error('on the page’s own thread') }";

/// What a page can have in the place of a worker that draws: none at all, one that it forbids at once or afterwards, one whose
/// browser can't draw, and one that never answers.
const NO_WORKERS: [(&str, &str); 5] = [
    ("none", "window.Worker = undefined"),
    ("forbidden", "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError') } }"),
    (
        "failing",
        "window.Worker = class { constructor() { setTimeout(() => this.onerror(new Event('error'))) } \
            postMessage() {} terminate() {} }",
    ),
    (
        "unable",
        "window.Worker = class { postMessage() { setTimeout(() => this.onmessage({ data: 'ReferenceError' })) } \
            terminate() {} }",
    ),
    ("silent", "window.Worker = class { postMessage() {} terminate() {} }"),
];

#[tokio::test]
async fn a_large_photo_is_made_smaller_beside_the_page() {
    // All was drawn on the page's own thread.
    let (server, folder) = (Server::start().await, Folder::new());
    let large = quarters(3000, 2000, ImageFormat::Jpeg);
    in_browser(async |page| {
        open_new(page, &server).await;
        page.script(NO_CANVAS, vec![]).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.jpg", &large)).await;
        save(page).await;
        see_small(&server, "zelda@quibble.example").await;
    })
    .await;
}

#[tokio::test]
async fn a_large_photo_is_made_smaller_where_there_can_be_no_worker_too() {
    let (server, folder) = (Server::start().await, Folder::new());
    let large = quarters(3000, 2000, ImageFormat::Jpeg);
    in_browser(async |page| {
        open_new(page, &server).await;
        for (name, script) in NO_WORKERS {
            let email = format!("{name}@quibble.example");
            page.script(script, vec![]).await;
            page.fill("Email", &email).await;
            choose(page, &folder.put("zelda.jpg", &large)).await;
            save(page).await;
            see_small(&server, &email).await;
            page.press("New agent").await;
        }
    })
    .await;
}

/// Asserts that the photo of the one with this email is the large one made smaller.
async fn see_small(server: &Server, email: &str) {
    let created = only_with_email(server, email).await;
    let stored = image::load_from_memory(&server.photo(created["id"].as_str().unwrap()).await).unwrap();
    assert_eq!(stored.dimensions(), (1024, 683), "{email}");
    assert_eq!(quarters_of(&stored), QUARTERS.map(nearest), "{email}");
}

#[tokio::test]
async fn a_small_photo_loses_its_place_and_no_pixel() {
    let (server, folder) = (Server::start().await, Folder::new());
    let bare = quarters(300, 200, ImageFormat::Jpeg);
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("IMG_0002.jpg", &with_exif(&bare, 1))).await;
        save(page).await;
        let created = only_with_email(&server, "zelda@quibble.example").await;
        assert_eq!(server.photo(created["id"].as_str().unwrap()).await, bare);
    })
    .await;
}

#[tokio::test]
async fn notes_of_several_lines_and_a_photo_are_stored_as_they_are() {
    // As one form they went with each line end as two characters.
    let (server, folder) = (Server::start().await, Folder::new());
    let picture = quarters(40, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        page.set("Notes", "one\ntwo").await;
        choose(page, &folder.put("zelda.png", &picture)).await;
        let fault = json!({"kind": "status", "status": 500});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
        page.press("Save").await;
        page.see_alert("Everything but the photo was saved").await;
        save(page).await;
        let created = only_with_email(&server, "zelda@quibble.example").await;
        assert_eq!(created["attributes"]["notes"], "one\ntwo");
        assert_eq!(server.photo(created["id"].as_str().unwrap()).await, picture);
    })
    .await;
}

#[tokio::test]
async fn a_new_agent_s_photo_is_stored_though_the_record_can_not_be_read_after_the_create() {
    let (server, folder) = (Server::start().await, Folder::new());
    let picture = quarters(40, 30, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    in_browser(async |page| {
        open_new(page, &server).await;
        // Several lines go ahead of the photo, one line goes with it.
        for (notes, writes) in [("one", 1), ("one\ntwo", 2)] {
            let email = format!("zelda{writes}@quibble.example");
            page.fill("Email", &email).await;
            page.set("Notes", notes).await;
            choose(page, &path).await;
            let before = server.writes().await.len();
            let fault = json!({"kind": "status", "status": 500});
            server.order_fault(json!({"method": "GET", "path": "/v2/connections/", "fault": fault})).await;
            if writes == 1 {
                save(page).await;
                server.clear_faults().await;
            } else {
                // Nobody has seen the photo; the next save looks, and sends nothing.
                page.press("Save").await;
                page.see_alert("It was saved").await;
                server.clear_faults().await;
                save(page).await;
            }
            assert_eq!(server.writes().await.len() - before, writes);
            let created = only_with_email(&server, &email).await;
            assert_eq!(created["attributes"]["notes"], notes);
            assert_eq!(server.photo(created["id"].as_str().unwrap()).await, picture);
            page.press("New agent").await;
            page.find("input", "First name").await;
        }
    })
    .await;
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
