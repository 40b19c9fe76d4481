use std::time::Duration;

use crate::harness::{Page, Server, in_browser, wait_for};

const BACK: &str = "and did not save is back";

/// Opens the form while the browser's storage is busy for a second, as a slow disk or a cold start makes it.
const OPEN_WHILE_BUSY: &str = r#"
    return new Promise((resolve) => {
        const opened = indexedDB.open("agent-directory");
        opened.onsuccess = () => {
            const store = opened.result.transaction("drafts", "readwrite").objectStore("drafts");
            const end = performance.now() + 1000;
            const again = () => {
                store.count().onsuccess = () => {
                    if (performance.now() < end) again();
                    else opened.result.close();
                };
            };
            again();
            root.querySelector("[data-new-agent]").click();
            resolve();
        };
    });
"#;

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

async fn reopen(page: &Page) {
    page.reload().await;
    page.see_rows(8).await;
    page.press("New agent").await;
}

#[tokio::test]
async fn a_draft_comes_back_however_long_the_browser_takes_to_read_it() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.in_root(OPEN_WHILE_BUSY).await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        assert_eq!(page.value("First name").await, "Zelda");
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_just_before_the_form_was_left_is_in_the_draft() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.change("First name", "Zelda").await;
        let leave = "const press = (name) => [...root.querySelectorAll('button')] \
            .find((button) => button.textContent === name).click(); \
            press('Cancel'); return new Promise(requestAnimationFrame).then(() => press('Keep as draft'))";
        page.in_root(leave).await;
        page.see_none("button", "Save").await;
        page.press("New agent").await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        assert_eq!(page.value("First name").await, "Zelda");
    })
    .await;
}

#[tokio::test]
async fn a_tag_that_is_not_finished_survives_a_reload() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.type_into("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.type_into("Tags", "Zeb").await;
        page.see_draft("Zeb").await;
        reopen(page).await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        let is_there = page.value("Tags").await == "Zeb" || page.tags().await == ["Zeb"];
        assert!(is_there);
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_is_only_looked_at_keeps_its_age() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.age_drafts(Duration::from_secs(6 * 24 * 60 * 60)).await;
        let kept_at = page.see_draft("Zelda").await["kept_at"].clone();
        page.press("New agent").await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        // Another draft is written after it, so that a write of the first would be done.
        let rewritten = async || (page.see_draft("Zelda").await["kept_at"] != kept_at).then_some(());
        let outcome = tokio::time::timeout(Duration::from_secs(3), wait_for("a newer time", rewritten)).await;
        assert!(outcome.is_err(), "the draft is as new as if it had been typed now");
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_nothing_that_may_be_kept_is_not_told_to_be_back() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("Private notes", "Owes a lunch").await;
        let outcome = tokio::time::timeout(Duration::from_secs(3), page.see_draft("{")).await;
        assert!(outcome.is_err(), "a draft without anything in it was kept: {outcome:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_again_after_it_was_brought_back_and_discarded_is_kept_again() {
    // The same text was taken for the draft that had been brought back, and was not kept a second time.
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        reopen(page).await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        page.see_no_draft().await;
        page.press("New agent").await;
        page.find("input", "First name").await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
    })
    .await;
}

/// Notes the text that any status region is born with.
const WATCH: &str = r#"
    window.born = [];
    const note = (node) => {
        if (!(node instanceof Element)) return;
        const regions = [...node.querySelectorAll("[role=status]"), ...(node.matches("[role=status]") ? [node] : [])];
        born.push(...regions.map((region) => region.textContent).filter(Boolean));
    };
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(note)))
        .observe(root, { childList: true, subtree: true });
"#;

#[tokio::test]
async fn that_a_draft_is_back_is_told_in_a_region_that_was_there_before() {
    // It came with its text in it, which screen readers don't read out.
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.in_root(WATCH).await;
        page.press("New agent").await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        let born = page.script("return born", vec![]).await.to_string();
        assert!(!born.contains(BACK), "{born}");
    })
    .await;
}
