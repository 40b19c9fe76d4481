use crate::harness::{Server, in_browser};

#[tokio::test]
async fn private_notes_are_kept_only_where_the_page_allows_it() {
    for (attribute, expected) in
        [("", ""), (r#"draft-private-notes="false""#, ""), ("draft-private-notes", "Owes a lunch")]
    {
        let element = format!(r#"<agent-directory url-state="ad" {attribute}></agent-directory>"#);
        let server = Server::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, &element).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.set("Private notes", "Owes a lunch").await;
            page.set("Notes", "Prefers mornings").await;
            let draft = page.see_draft("Prefers mornings").await.to_string();
            assert_eq!(draft.contains("lunch"), !expected.is_empty(), "{draft}");
            page.reload().await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            assert_eq!(page.value("Notes").await, "Prefers mornings");
            assert_eq!(page.value("Private notes").await, expected);
        })
        .await;
    }
}

/// What a draft had of them when that was allowed stayed in the browser, and came back.
#[tokio::test]
async fn private_notes_that_are_not_allowed_any_more_are_forgotten() {
    let element = r#"<agent-directory url-state="ad" draft-private-notes></agent-directory>"#;
    let server = Server::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, element).await;
    in_browser(async |page| {
        for (notes, is_back) in [("Prefers mornings", true), ("", false)] {
            page.open(&server.url).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.set("Private notes", "Owes a lunch").await;
            page.set("Notes", notes).await;
            page.see_draft("lunch").await;
            page.see_draft(notes).await;
            page.reload().await;
            page.see_rows(8).await;
            page.script("document.querySelector('agent-directory').draftPrivateNotes = false", vec![]).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            if is_back {
                page.see_text_in(".agent-form [role=status]", "is back").await;
                assert_eq!(page.value("Notes").await, notes);
                assert!(!page.see_draft(notes).await.to_string().contains("lunch"));
                page.press("Start afresh").await;
            }
            page.see_no_draft().await;
            assert_eq!(page.value("Private notes").await, "");
        }
    })
    .await;
}
