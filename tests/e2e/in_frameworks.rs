//! Pages of React, Vue and Svelte, built by Vite with the installed package, in which the framework owns the element.

use crate::harness::{Page, Server, in_browser, wait_for};

/// Presses a button of the page around the element.
async fn press_outside(page: &Page, name: &str) {
    let press = format!(
        "const button = [...document.querySelectorAll('main > button')].find((button) => button.textContent === '{name}'); \
         button?.click(); return !!button"
    );
    wait_for(name, async || (page.script(&press, vec![]).await == true).then_some(())).await;
}

async fn see_outside(page: &Page, words: &str) {
    wait_for(words, async || {
        let text = page.script("return document.querySelector('main').innerText", vec![]).await;
        text.as_str().is_some_and(|text| text.contains(words)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn react_vue_and_svelte_make_change_and_remove_the_element_and_hear_of_it() {
    let server = Server::of_frameworks().await;
    let third = server.list("sort=last_first_name&page[size]=3").await[2]["id"].as_str().unwrap().to_owned();
    for framework in ["react", "vue", "svelte"] {
        in_browser(async |page| {
            page.open(&format!("{}/in_{framework}.html", server.url)).await;
            page.see_rows(25).await;
            page.see_none(".toolbar button", "New agent").await;
            page.open_row(3).await;
            see_outside(page, &format!("Opened: {third}")).await;
            press_outside(page, "More rows").await;
            page.see_rows(50).await;
            press_outside(page, "Show or hide").await;
            let is_gone = "return document.querySelector('agent-directory') === null";
            wait_for("the element's end", async || (page.script(is_gone, vec![]).await == true).then_some(())).await;
            press_outside(page, "Show or hide").await;
            page.see_rows(50).await;
        })
        .await;
    }
}
