use std::collections::BTreeMap;

use crate::harness::{Page, Server, in_browser, wait_for};

/// The same element comes and goes and comes again. In its first life it is painted, and has done what it does after that. In
/// its second a button in it is pressed and what it opens is seen, so that the element is taken away with that, every other
/// time before that is painted.
const CYCLES: &str = r#"
    window.cycled = 0;
    const [count, button, panel] = arguments;
    const seen = (look) => new Promise((done) => {
        const again = () => look() ? done() : setTimeout(again, 5);
        again();
    });
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    (async () => {
        for (let cycle = 0; cycle < count; cycle++) {
            const element = document.createElement("agent-directory");
            element.pageSize = 10;
            for (const life of [1, 2]) {
                document.querySelector("main").append(element);
                await seen(() => element.shadowRoot.querySelectorAll("tbody tr").length === 10);
                if (life === 2) {
                    element.shadowRoot.querySelector(button).click();
                    await seen(() => element.shadowRoot.querySelector(panel));
                }
                if (life === 1 || cycle % 2 === 0) await painted();
                element.remove();
                await seen(() => element.shadowRoot.childElementCount === 0);
            }
        }
        window.cycled = count;
    })();
"#;

/// The module's memory never shrinks, and the most that is held at a time may still rise by a page of it, in bytes.
const PAGE: f64 = 65_536.0;

/// Takes what the module has free of its memory, so that whatever is left behind makes it grow.
const FILL: &str = r#"
    const { memory, __wbindgen_malloc: take } = window.module;
    const size = memory.buffer.byteLength;
    while (memory.buffer.byteLength === size) take(1024, 1);
"#;

async fn run(page: &Page, count: u32, button: &str, panel: &str) {
    page.script(CYCLES, vec![count.into(), button.into(), panel.into()]).await;
    // In bites, so that a slow machine is waited for as long as it gets on.
    wait_for("the cycles", async || (page.script("return window.cycled", vec![]).await == count).then_some(())).await;
}

async fn held(page: &Page) -> BTreeMap<String, f64> {
    let memory = page.script("return window.module.memory.buffer.byteLength", vec![]).await.as_f64().unwrap();
    let mut held = page.holdings().await;
    held.insert("memory".into(), memory);
    held
}

/// By how much the page holds more after two hundred elements that have come and gone twice.
async fn grown(button: &str, panel: &str) -> BTreeMap<String, f64> {
    // The memory of the module is looked at too, which scripts of the page don't get at by themselves.
    let watch = "<script>const make = WebAssembly.instantiate; \
        WebAssembly.instantiate = async (...all) => { const made = await make.apply(WebAssembly, all); \
        window.module = made.exports; return made; };</script>";
    let server = Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, watch).await;
    let mut grown = BTreeMap::new();
    in_browser(async |page| {
        page.open(&server.url).await;
        run(page, 1, button, panel).await;
        page.script(FILL, vec![]).await;
        // The first ones fill what is kept for good: formatters, compiled code, the module's memory.
        for _ in 0..3 {
            run(page, 10, button, panel).await;
        }
        let before = held(page).await;
        for _ in 0..20 {
            run(page, 10, button, panel).await;
        }
        let after = held(page).await;
        eprintln!("before {before:?}\nafter {after:?}");
        grown = after.into_iter().map(|(name, value)| (name.clone(), value - before[&name])).collect();
    })
    .await;
    grown
}

/// Each element that had been painted left the reading half of a signal behind, and with it what had read it.
#[tokio::test]
async fn two_hundred_elements_that_come_and_go_twice_leave_nothing_behind() {
    let grown = grown("[data-open]", ".detail-sections").await;
    assert!(grown["Nodes"] <= 20.0, "nodes: {}", grown["Nodes"]);
    assert!(grown["JSEventListeners"] <= 5.0, "listeners: {}", grown["JSEventListeners"]);
    assert!(grown["memory"] <= PAGE, "bytes of the module's memory: {}", grown["memory"]);
    assert!(grown["JSHeapUsedSize"] < 400_000.0, "bytes of the heap: {}", grown["JSHeapUsedSize"]);
}

/// Each look for a draft left some callbacks of the browser's database behind, and the reading half of a signal.
#[tokio::test]
async fn two_hundred_forms_leave_nothing_behind() {
    let grown = grown("[data-new-agent]", ".agent-form").await;
    assert!(grown["Nodes"] <= 20.0, "nodes: {}", grown["Nodes"]);
    assert!(grown["JSEventListeners"] <= 5.0, "listeners: {}", grown["JSEventListeners"]);
    assert!(grown["memory"] <= PAGE, "bytes of the module's memory: {}", grown["memory"]);
    assert!(grown["JSHeapUsedSize"] < 200_000.0, "bytes of the heap: {}", grown["JSHeapUsedSize"]);
}
