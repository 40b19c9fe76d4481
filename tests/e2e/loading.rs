//! The time until the widget is there, and what can go wrong in it.

use crate::harness::{Server, in_browser, wait_for};

async fn server(element: &str) -> Server {
    Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, element).await
}

/// Whether a file of the build is the script that the loader loads.
fn is_script(name: &str) -> bool {
    name.starts_with("agent-directory-") && name.ends_with(".js") && !name.contains("-photo-")
}

/// Chromium remembers a script that could not be had, so that nothing but a reload of the page helped.
#[tokio::test]
async fn a_file_that_is_missing_is_had_by_retry_once_it_is_there() {
    let kinds: [fn(&str) -> bool; 3] = [is_script, |name| name.ends_with(".wasm"), |name| name.ends_with(".css")];
    for is_missing in kinds {
        let server = Server::without(is_missing).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_alert("could not be loaded. Check the connection.").await;
            page.press("Retry").await;
            page.see_alert("could not be loaded. Check the connection.").await;
            server.put_back(|_| true);
            page.press("Retry").await;
            page.see_rows(50).await;
            page.see_no_alert().await;
            page.press("New agent").await;
            page.find("button", "Save").await;
        })
        .await;
    }
}

/// The policy of Trusted Types can be made only once.
#[tokio::test]
async fn a_script_that_was_had_by_retry_runs_once_whatever_else_is_missing() {
    let server = Server::without(|name| is_script(name) || name.ends_with(".wasm")).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("could not be loaded").await;
        server.put_back(is_script);
        page.press("Retry").await;
        page.see_alert("could not be loaded").await;
        server.put_back(|_| true);
        page.press("Retry").await;
        page.see_rows(50).await;
        let scripts = "return performance.getEntriesByType('resource').map(({ name }) => name)\
            .filter((name) => /-[0-9a-f]+[.]js[?]retry/.test(name)).length";
        assert!(page.script(scripts, vec![]).await.as_u64().unwrap() <= 1);
    })
    .await;
}

/// Once, the connection was blamed for it.
#[tokio::test]
async fn a_browser_or_a_page_without_web_assembly_is_told_so() {
    let refused = "WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError('by the policy') }";
    for cause in ["delete window.WebAssembly", refused] {
        let server = server(&format!("<agent-directory></agent-directory><script>{cause}</script>")).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_alert("needs WebAssembly, which this browser or this page does not allow.").await;
            page.find("button", "Retry").await;
        })
        .await;
    }
}

/// It was blamed on the browser.
#[tokio::test]
async fn a_page_in_the_place_of_the_web_assembly_is_a_file_that_could_not_be_loaded() {
    let element = "<agent-directory></agent-directory><script>window.fetched = fetch; \
        window.fetch = (address, ...rest) => String(address).endsWith('.wasm') \
            ? Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })) \
            : fetched(address, ...rest)</script>";
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("could not be loaded. Check the connection.").await;
        page.script("window.fetch = fetched", vec![]).await;
        page.press("Retry").await;
        page.see_rows(50).await;
        page.see_no_alert().await;
    })
    .await;
}

/// Once, the connection was blamed for it too.
#[tokio::test]
async fn a_panic_of_the_widget_while_it_is_drawn_is_told_as_its_own_fault() {
    let element = "<agent-directory></agent-directory>\
        <script>Node.prototype.cloneNode = () => { throw new Error('no copies') }</script>";
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("stopped because of a fault of its own").await;
        page.find("button", "Reload the page").await;
        page.see_none("button", "Retry").await;
    })
    .await;
}

#[tokio::test]
async fn a_panic_of_the_widget_at_work_is_told_in_all_elements_of_the_page() {
    let server = server("<agent-directory></agent-directory><agent-directory></agent-directory>").await;
    in_browser(async |page| {
        let in_both = async |what: &str, is_so: &str| {
            let script = format!(
                "return [...document.querySelectorAll('agent-directory')].every(({{ shadowRoot: root }}) => {is_so})"
            );
            wait_for(what, async || (page.script(&script, vec![]).await == true).then_some(())).await;
        };
        page.open(&server.url).await;
        in_both("rows in both", "root.querySelectorAll('tbody tr').length === 50").await;
        // In one go, or something else could be drawn before the panel is opened, and take its button away.
        let open_filters = "Node.prototype.cloneNode = () => { throw new Error('no copies') }; \
            root.querySelector('[aria-controls=filters]').click()";
        page.in_root(open_filters).await;
        let told = "root.querySelector('[role=alert]')?.textContent.includes('stopped because of a fault of its own') \
            && root.querySelector('button').textContent === 'Reload the page' && !root.querySelector('table')";
        in_both("the fault in both", told).await;
    })
    .await;
}

/// The first request was sent once more.
#[tokio::test]
async fn an_element_that_is_moved_while_the_widget_is_on_its_way_asks_once() {
    let element = "<agent-directory></agent-directory><script>customElements.whenDefined('agent-directory')\
        .then(() => document.querySelector('main').prepend(document.querySelector('agent-directory')))</script>";
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        assert_eq!(
            page.script("return document.querySelector('main').firstChild.localName", vec![]).await,
            "agent-directory"
        );
        assert_eq!(server.list_queries().await.len(), 1);
    })
    .await;
}
