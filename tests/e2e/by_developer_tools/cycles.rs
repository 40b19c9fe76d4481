use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn two_hundred_comings_and_goings_leave_nothing_behind() {
    // The memory of the module is looked at too, which scripts of the page don't get at by themselves.
    let watch = "<script>const make = WebAssembly.instantiate; \
        WebAssembly.instantiate = async (...all) => { const made = await make.apply(WebAssembly, all); \
        window.memory = made.exports.memory; return made; };</script>";
    let server = Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, watch).await;
    let cycles = r#"
        window.cycled = 0;
        const seen = (look) => new Promise((done) => {
            const again = () => look() ? done() : setTimeout(again, 5);
            again();
        });
        (async () => {
            for (let cycle = 0; cycle < arguments[0]; cycle++) {
                const element = document.createElement("agent-directory");
                element.pageSize = 10;
                // The same element comes twice, the second time with the form.
                for (const [button, panel] of [["[data-open]", ".detail-sections"], ["[data-new-agent]", ".agent-form"]]) {
                    document.querySelector("main").append(element);
                    await seen(() => element.shadowRoot.querySelectorAll("tbody tr").length === 10);
                    element.shadowRoot.querySelector(button).click();
                    await seen(() => element.shadowRoot.querySelector(panel));
                    element.remove();
                    await seen(() => element.shadowRoot.childElementCount === 0);
                }
            }
            window.cycled = arguments[0];
        })();
    "#;
    in_browser(async |page| {
        page.open(&server.url).await;
        let run = async |count: u32| {
            page.script(cycles, vec![count.into()]).await;
            // In bites, so that a slow machine is waited for as long as it gets on.
            wait_for("the cycles", async || (page.script("return window.cycled", vec![]).await == count).then_some(()))
                .await;
        };
        let held = async || {
            let memory = page.script("return memory.buffer.byteLength", vec![]).await.as_f64().unwrap();
            let mut held = page.holdings().await;
            held.insert("memory".into(), memory);
            held
        };
        // The first ones fill what is kept for good: formatters, compiled code, the module's memory.
        for _ in 0..3 {
            run(10).await;
        }
        let before = held().await;
        for _ in 0..20 {
            run(10).await;
        }
        let after = held().await;
        eprintln!("before {before:?}\nafter {after:?}");
        let grown = |name: &str| after[name] - before[name];
        assert!(grown("Nodes") <= 20.0, "nodes: {}", grown("Nodes"));
        assert!(grown("JSEventListeners") <= 5.0, "listeners: {}", grown("JSEventListeners"));
        // It never shrinks, and the most that is held at a time may still rise by a page (64 KiB).
        assert!(grown("memory") <= 65_536.0, "bytes of the module's memory: {}", grown("memory"));
        assert!(grown("JSHeapUsedSize") < 400_000.0, "bytes of the heap: {}", grown("JSHeapUsedSize"));
    })
    .await;
}
