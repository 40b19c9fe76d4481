//! Which language the element speaks, and that all of it does.

use serde_json::json;

use crate::harness::{Server, in_browser, wait_for};

/// A page whose own language is English, as the demo page is.
async fn server(element: &str) -> Server {
    Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, element).await
}

#[tokio::test]
async fn list_panel_form_and_problems_are_spanish_where_the_attribute_says_so() {
    let server = server(r#"<div lang="fr"><agent-directory locale="es"></agent-directory></div>"#).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.find("table", "Agentes").await;
        assert_eq!(page.in_root("return root.querySelector('.root').lang").await, "es");
        page.see_order("Inspecciones", "none").await;
        page.see_status("1–50 de 60").await;
        page.press("Página siguiente").await;
        page.see_status("51–60 de 60").await;
        page.press("Página anterior").await;
        page.open_row(1).await;
        page.find("[role=dialog] button", "Agente siguiente").await;
        page.see_text_in("[role=dialog] h3", "Contacto").await;
        page.press("Cerrar").await;
        page.press("Nuevo agente").await;
        page.press("Guardar").await;
        page.see_alert("Indique al menos un correo electrónico, un teléfono o un nombre.").await;
        page.fill("Correo electrónico", "ana").await;
        page.press("Guardar").await;
        page.see_alert("Una dirección de correo lleva una @").await;
        // The rows are left out: agents have the names that they have.
        let english = "const told = ['.toolbar', '.footer', '.agent-form'].map((part) => root.querySelector(part).innerText);\
            return /\\b(the|Agency|Save|Page)\\b/.exec(told.join(' '))?.[0] ?? null";
        assert_eq!(page.in_root(english).await, json!(null));
        page.see_accessible("the form in Spanish").await;
    })
    .await;
}

#[tokio::test]
async fn an_error_is_told_in_the_language_of_the_page_around() {
    let server = server(r#"<div lang="fr-CA"><agent-directory></agent-directory></div>"#).await;
    server.order_list_fault(1, json!({"kind": "status", "status": 500})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("Le serveur de l’annuaire rencontre un problème. Réessayez dans un instant.").await;
        page.press("Réessayer").await;
        page.see_rows(50).await;
        page.see_no_alert().await;
        page.find("nav", "Pages").await;
        page.press("Page suivante").await;
        page.see_status("51–60 sur 60").await;
    })
    .await;
}

/// Once, the search for the page's language ended at the first shadow root.
#[tokio::test]
async fn the_language_of_the_page_is_found_beyond_shadow_roots() {
    let server = server(
        "<div lang=\"fr\"><div id=\"tree\"></div></div>\
         <script>document.querySelector('#tree').attachShadow({ mode: 'open' }).innerHTML = '<p></p>';\
         document.querySelector('#tree').shadowRoot.querySelector('p').attachShadow({ mode: 'open' }).innerHTML =\
         '<agent-directory></agent-directory>';</script>",
    )
    .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let status = "return document.querySelector('#tree').shadowRoot.querySelector('p').shadowRoot\
            .querySelector('agent-directory').shadowRoot?.querySelector('[role=status]')?.textContent ?? ''";
        wait_for("a French status", async || {
            let told = page.script(status, vec![]).await;
            told.as_str().is_some_and(|told| told.contains("1–50 sur 60")).then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn where_the_page_says_no_language_the_browser_s_first_known_one_is_spoken() {
    let server = server(
        "<script>Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['de', 'es-MX', 'fr'] })</script>\
         <div lang=\"\"><agent-directory></agent-directory></div>",
    )
    .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.find("button", "Nuevo agente").await;
    })
    .await;
}

#[tokio::test]
async fn another_language_is_taken_while_the_element_lives_and_a_bad_one_is_told() {
    let server = server("<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.find("button", "New agent").await;
        page.script("document.querySelector('agent-directory').locale = 'fr'", vec![]).await;
        page.find("button", "Nouvel agent").await;
        page.script("document.querySelector('agent-directory').locale = 'en_US'", vec![]).await;
        page.see_alert("locale is “en_US”, which is no language tag. Give one such as en, es-MX or fr-CA.").await;
        // A language that there are no words for is no mistake: its numbers are written.
        page.script("document.querySelector('agent-directory').locale = 'de'", vec![]).await;
        page.find("button", "New agent").await;
    })
    .await;
}

/// Pages with a choice of language change it without a reload.
#[tokio::test]
async fn another_language_of_the_page_is_taken_with_what_was_found_and_typed() {
    let server =
        server("<section><agent-directory page-size=\"10\"></agent-directory></section><aside lang=\"es\"></aside>")
            .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(10).await;
        page.press("Next page").await;
        page.see_status("11–20 of 60").await;
        page.press("New agent").await;
        page.set("City", "Salem by the Sea").await;
        page.script("document.documentElement.lang = 'fr-CA'", vec![]).await;
        page.find("button", "Enregistrer").await;
        page.see_status("11–20 sur 60").await;
        wait_for("the draft", async || (page.value("Ville").await == "Salem by the Sea").then_some(())).await;
        page.script("document.querySelector('section').lang = 'en'", vec![]).await;
        page.find("button", "Save").await;
        page.script("document.querySelector('section').removeAttribute('lang')", vec![]).await;
        page.find("button", "Enregistrer").await;
        // By a move, too; but the element's own language goes over it.
        let move_it = "document.querySelector('aside').append(document.querySelector('agent-directory'))";
        page.script(move_it, vec![]).await;
        page.find("button", "Guardar").await;
        page.script("document.querySelector('agent-directory').locale = 'en'", vec![]).await;
        page.find("button", "Save").await;
        page.script("document.querySelector('aside').lang = 'fr'", vec![]).await;
        page.script("document.querySelector('agent-directory').removeAttribute('locale')", vec![]).await;
        page.find("button", "Enregistrer").await;
        wait_for("the draft", async || (page.value("Ville").await == "Salem by the Sea").then_some(())).await;
    })
    .await;
}

/// The language of a page is that of whatever tree the element is in.
#[tokio::test]
async fn another_language_around_a_shadow_tree_is_taken() {
    let server = server(
        "<div id=\"tree\"></div><script>document.querySelector('#tree').attachShadow({ mode: 'open' }).innerHTML =\
         '<p><agent-directory></agent-directory></p>'</script>",
    )
    .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let see = async |words: &str| {
            let told = "return document.querySelector('#tree').shadowRoot.querySelector('agent-directory')\
                .shadowRoot?.querySelector('.toolbar')?.innerText ?? ''";
            wait_for(words, async || {
                page.script(told, vec![]).await.as_str().is_some_and(|told| told.contains(words)).then_some(())
            })
            .await;
        };
        see("New agent").await;
        page.script("document.querySelector('#tree').lang = 'fr'", vec![]).await;
        see("Nouvel agent").await;
        page.script("document.querySelector('#tree').shadowRoot.querySelector('p').lang = 'es'", vec![]).await;
        see("Nuevo agente").await;
    })
    .await;
}

#[tokio::test]
async fn counts_agree_with_what_is_counted() {
    let element = r#"<agent-directory locale="es" query="filter[tag]=VIP"></agent-directory>"#;
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let told = "return root?.querySelector('[aria-controls=filters]')?.ariaDescription ?? ''";
        for (query, count) in
            [("filter[tag]=VIP", "1 activo"), ("filter[tag]=VIP&filter[agency_id]=1", "2 activos"), ("", "")]
        {
            page.script("document.querySelector('agent-directory').query = arguments[0]", vec![json!(query)]).await;
            wait_for(&format!("“{count}”"), async || (page.in_root(told).await == count).then_some(())).await;
        }
    })
    .await;
}
