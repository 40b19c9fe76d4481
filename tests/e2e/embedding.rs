use crate::harness::{Elsewhere, Server, in_browser, wait_for};

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 60, ..sandbox::Config::default() }
}

#[tokio::test]
async fn attributes_set_up_the_list() {
    let element =
        r#"<agent-directory page-size="25" query="filter[tag]=VIP&amp;sort=-agent_inspections"></agent-directory>"#;
    let server = Server::with(sandbox(), element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        server
            .see_list_query(&[
                ("filter[tag]", "VIP"),
                ("sort", "-agent_inspections"),
                ("page[number]", "1"),
                ("page[size]", "25"),
            ])
            .await;
        page.see_order("Inspections", "descending").await;
        let sent = server.list_queries().await.len();
        assert_eq!(sent, 1, "the loader's request is the widget's");
    })
    .await;
}

#[tokio::test]
async fn an_attribute_that_cannot_be_used_is_told() {
    let server = Server::with(sandbox(), r#"<agent-directory page-size="many"></agent-directory>"#).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("page-size").await;
    })
    .await;
}

/// It was asked for all the same, by the loader.
#[tokio::test]
async fn a_page_size_that_cannot_be_had_is_not_asked_for() {
    for size in ["many", "0", "201", "1.5", ""] {
        let element = format!(r#"<agent-directory page-size="{size}"></agent-directory>"#);
        let server = Server::with(sandbox(), &element).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_alert("Give a whole number from 1 to 200.").await;
            assert!(server.list_queries().await.is_empty(), "{size}");
            page.script("document.querySelector('agent-directory').pageSize = ' +10 '", vec![]).await;
            page.see_rows(10).await;
        })
        .await;
    }
}

/// A bad theme went unnoticed while the element lived, and the good one after it too.
#[tokio::test]
async fn a_theme_that_cannot_be_used_is_told_at_any_time_and_can_be_put_right() {
    let server = Server::with(sandbox(), r#"<agent-directory theme="pink"></agent-directory>"#).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("theme is “pink”. Give auto, light or dark.").await;
        page.set_theme("dark").await;
        page.see_rows(50).await;
        let lists = server.list_queries().await.len();
        page.set_theme("light").await;
        page.see_rows(50).await;
        assert_eq!(server.list_queries().await.len(), lists, "a good theme is the style sheet's business");
        page.set_theme("blue").await;
        page.see_alert("theme is “blue”").await;
        page.set_theme("auto").await;
        page.see_rows(50).await;
    })
    .await;
}

/// Any attribute but `query` threw the person back to the preset and its first page.
#[tokio::test]
async fn an_attribute_that_changes_leaves_what_the_person_has_found() {
    let element = r#"<agent-directory page-size="10" query="sort=first_name"></agent-directory>"#;
    let server = Server::with(sandbox(), element).await;
    in_browser(async |page| {
        let set = async |name: &str, value: &str| {
            let script = "document.querySelector('agent-directory').setAttribute(arguments[0], arguments[1])";
            page.script(script, vec![name.into(), value.into()]).await;
        };
        page.open(&server.url).await;
        page.see_status("1–10 of 60").await;
        page.fill("Search agents", "example").await;
        let found =
            [("filter[fulltext]", "example"), ("page[number]", "1"), ("page[size]", "10"), ("sort", "first_name")];
        server.see_list_query(&found).await;
        page.see_no("the wait", "table[aria-busy=true]").await;
        page.press("Next page").await;
        page.see_status("11–20 of").await;
        // Beside a name, there are initials until the photo has come.
        let rows = async || page.rows().await.into_iter().map(|row| row[1..].to_vec()).collect::<Vec<_>>();
        let (found, before) = (rows().await, server.list_queries().await.len());
        for (name, value) in
            [("locale", "en"), ("readonly", ""), ("timeout", "30"), ("timeout", "x"), ("timeout", "40")]
        {
            set(name, value).await;
            if value == "x" {
                page.see_alert("timeout").await;
            } else {
                page.see_status("11–20 of").await;
                assert_eq!(rows().await, found, "after {name}");
                assert_eq!(page.value("Search agents").await, "example");
            }
        }
        for query in &server.list_queries().await[before..] {
            assert!(query.contains(&("filter[fulltext]".into(), "example".into())), "{query:?}");
        }
        page.press("Reset").await;
        page.see_status("1–10 of 60").await;
        // Another preset is shown at once, after a bad value as well.
        page.fill("Search agents", "example").await;
        page.find("button", "Reset").await;
        set("query", "sort=age").await;
        page.see_alert("query").await;
        set("query", "sort=-first_name").await;
        page.see_status("1–10 of 60").await;
        page.see_none("button", "Reset").await;
        assert_eq!(page.value("Search agents").await, "");
    })
    .await;
}

#[tokio::test]
async fn an_element_without_url_state_leaves_the_address_alone() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        let address = format!("{}/?tab=2#agents", server.url);
        page.open(&address).await;
        page.see_status("1–50 of 60").await;
        page.press("Next page").await;
        page.see_status("51–60 of 60").await;
        assert_eq!(page.address().await, address);
        page.reload().await;
        page.see_status("1–50 of 60").await;
    })
    .await;
}

#[tokio::test]
async fn the_host_hears_of_what_happens() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let listen =
            "window.heard = []; addEventListener('agent-directory-loaded', (event) => heard.push(event.detail));";
        page.script(listen, vec![]).await;
        page.press("Next page").await;
        let heard =
            wait_for("the event", async || page.script("return window.heard[0]", vec![]).await.as_object().cloned());
        let heard = heard.await;
        assert_eq!((&heard["page"], &heard["total"]), (&2.into(), &60.into()));
        let number = "return new URLSearchParams(heard[0].query).get('page[number]')";
        assert_eq!(page.script(number, vec![]).await, "2");
    })
    .await;
}

#[tokio::test]
async fn an_element_made_by_a_script_works_and_leaves_nothing_when_it_is_removed() {
    let server = Server::with(sandbox(), "").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let make = "const element = document.createElement('agent-directory'); element.pageSize = 10; \
            document.querySelector('main').append(element);";
        page.script(make, vec![]).await;
        page.see_rows(10).await;
        page.script("window.removed = document.querySelector('agent-directory'); removed.remove();", vec![]).await;
        wait_for("an empty element", async || {
            (page.script("return window.removed.shadowRoot.childElementCount", vec![]).await == 0).then_some(())
        })
        .await;
        page.script("document.querySelector('main').append(window.removed);", vec![]).await;
        page.see_rows(10).await;
    })
    .await;
}

#[tokio::test]
async fn numbers_are_written_as_the_page_s_language_does_unless_the_element_says_otherwise() {
    let config = || sandbox::Config { agents: 1200, ..sandbox::Config::default() };
    for (attributes, total) in [("", "of 1.200"), (r#"locale="en""#, "of 1,200")] {
        let element = format!(r#"<div lang="de"><agent-directory {attributes}></agent-directory></div>"#);
        let server = Server::with(config(), &element).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_status(total).await;
        })
        .await;
    }
}

/// Its style sheet belonged to the page: moved, it was bare, and added later, it broke.
#[tokio::test]
async fn an_element_may_go_into_a_frame_and_back() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    let looks = "const { element } = window; const row = element.shadowRoot.querySelector('tbody tr'); \
        return [row && element.ownerDocument.defaultView.getComputedStyle(row).display, !!element.shadowRoot.querySelector('[role=alert]')]";
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let make = "window.element = document.querySelector('agent-directory'); window.place = element.parentNode; \
            window.frame = Object.assign(document.createElement('iframe'), { width: 1000, srcdoc: '<p>' }); \
            return new Promise((loaded) => { frame.onload = () => loaded(); place.append(frame); })";
        page.script(make, vec![]).await;
        let move_there = "frame.contentDocument.body.append(element)";
        let come_back = "place.append(element)";
        let go_and_come_there = "element.remove(); return new Promise((done) => setTimeout(() => { \
            frame.contentDocument.body.append(element); done(); }))";
        for step in [move_there, come_back, go_and_come_there] {
            page.script(step, vec![]).await;
            wait_for("rows with their style", async || {
                let looks = page.script(looks, vec![]).await;
                assert_eq!(looks[1], false, "{step}");
                (looks[0] == "flex").then_some(())
            })
            .await;
        }
    })
    .await;
}

#[tokio::test]
async fn shares_are_written_as_the_language_does() {
    let element = r#"<agent-directory locale="fr"></agent-directory>"#;
    let server = Server::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        let counted = "return [...root.querySelectorAll('tbody tr')].findIndex((row) => Number(row.lastElementChild.textContent) > 20)";
        let row = page.in_root(counted).await.as_u64().expect("an agent with inspections") + 1;
        page.open_row(row.try_into().unwrap()).await;
        let sign = "return new Intl.NumberFormat('fr', { style: 'percent' }).format(0.5).replace('50', '')";
        let sign = page.script(sign, vec![]).await;
        assert_ne!(sign, "%");
        page.see_text_in(".sides dd", sign.as_str().unwrap()).await;
    })
    .await;
}

#[tokio::test]
async fn the_files_may_lie_on_another_origin_below_a_path() {
    let elsewhere = Elsewhere::start().await;
    let server = Server::loading_from(&elsewhere.folder).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.find("button", "Save").await;
        let files = "return performance.getEntriesByType('resource').map((entry) => entry.name)\
            .filter((name) => name.includes('agent-directory'))";
        let files = page.script(files, vec![]).await;
        let files: Vec<_> = files.as_array().unwrap().iter().filter_map(|file| file.as_str()).collect();
        for kind in [".js", "_bg.wasm", ".css"] {
            assert!(files.iter().any(|file| file.ends_with(kind)), "no {kind} in {files:?}");
        }
        assert!(files.iter().all(|file| file.starts_with(&elsewhere.folder)), "{files:?}");
    })
    .await;
}

#[tokio::test]
async fn without_url_state_the_address_and_the_history_are_left_alone() {
    let server = Server::with(
        sandbox::Config { agents: 300, ..sandbox::Config::default() },
        r#"<agent-directory api="/api"></agent-directory>"#,
    )
    .await;
    in_browser(async |page| {
        let address = format!("{}/?ad.sort=first_name&tab=2#agents", server.url);
        page.open(&address).await;
        page.see_rows(50).await;
        let length = page.script("return history.length", vec![]).await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        page.press("Agency").await;
        page.see_order("Agency", "ascending").await;
        page.press("Filters").await;
        page.type_into("Tags", "Nowhere,").await;
        page.press("Remove Tag: Nowhere").await;
        page.fill("Search agents", "bobby").await;
        page.see_first_row("Bobby").await;
        page.open_row(1).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        assert_eq!(page.address().await, address);
        assert_eq!(page.script("return history.length", vec![]).await, length);
    })
    .await;
}

/// The hosts of photos are none of the intranet's, and learn nothing of its pages.
#[tokio::test]
async fn photos_are_asked_for_without_the_page_s_address() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        let policies = "return [...new Set([...root.querySelectorAll('img')].map((photo) => photo.referrerPolicy))].join()";
        page.open(&server.url).await;
        wait_for("photos", async || (page.in_root(policies).await == "no-referrer").then_some(())).await;
        let with_photo = "const photo = root.querySelector('tbody img'); photo?.closest('tr').querySelector('[data-open]').click(); \
            return photo !== null";
        assert_eq!(page.in_root(with_photo).await, true);
        wait_for("the agent's photo", async || {
            (page.in_root("return root.querySelector('.detail img')?.referrerPolicy").await == "no-referrer").then_some(())
        })
        .await;
    })
    .await;
}

/// A part of the address was lost, the request failed with a riddle, or it went elsewhere than it seemed.
#[tokio::test]
async fn an_address_that_cannot_be_asked_is_told_and_not_asked() {
    let (query, nothing, elsewhere) = ("api has a ? or a # in it.", "api is empty.", "where nothing can be asked");
    let cases = [
        ("/api?team=north", query),
        ("", nothing),
        (" ", nothing),
        ("//", nothing),
        (r"\api", elsewhere),
        ("/my api", elsewhere),
        ("/a&#9;pi", elsewhere),
        ("http:api", elsewhere),
    ];
    for (address, told) in cases {
        let element = format!(r#"<agent-directory api="{address}"></agent-directory>"#);
        let server = Server::with(sandbox(), &element).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_alert(told).await;
            let asked = "return performance.getEntriesByType('resource')\
                .filter(({ name }) => name.includes('connections')).length";
            assert_eq!(page.script(asked, vec![]).await, 0, "{address}");
            page.script("document.querySelector('agent-directory').api = './api/'", vec![]).await;
            page.see_rows(50).await;
        })
        .await;
    }
}
