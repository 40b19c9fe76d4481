//! The tab, and what the browser keeps beyond it.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::{Page, Server, in_browser, wait_for};

/// The drafts in the browser's database: the key, what was typed, and the name and size of the photo.
const DRAFTS: &str = r#"
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return (async () => {
        if (!(await indexedDB.databases()).some(({ name }) => name === "agent-directory")) return [];
        const database = await asked(indexedDB.open("agent-directory"));
        const store = database.transaction("drafts").objectStore("drafts");
        const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
        database.close();
        return keys.map((key, index) => {
            const [text, blob, name] = values[index];
            return { key, ...JSON.parse(text), photo: blob && { name, size: blob.size } };
        });
    })();
"#;

/// Changes each draft by a function.
const CHANGE: &str = r#"
    const [body, argument] = arguments;
    const change = new Function("draft", "argument", body);
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return (async () => {
        const database = await asked(indexedDB.open("agent-directory"));
        const store = database.transaction("drafts", "readwrite").objectStore("drafts");
        for (const key of await asked(store.getAllKeys())) {
            const [text, ...photo] = await asked(store.get(key));
            const draft = JSON.parse(text);
            change(draft, argument);
            await asked(store.put([JSON.stringify(draft), ...photo], key));
        }
        database.close();
    })();
"#;

/// Whether the database takes a picture.
const KEEPS_PICTURES: &str = r#"
    return new Promise((answer) => {
        const asked = indexedDB.open("pictures");
        asked.onupgradeneeded = () => asked.result.createObjectStore("pictures");
        asked.onsuccess = () => {
            const transaction = asked.result.transaction("pictures", "readwrite");
            transaction.oncomplete = () => answer(true);
            transaction.onabort = () => answer(false);
            try {
                transaction.objectStore("pictures").put(new Blob(["a"]), "a");
            } catch {
                answer(false);
            }
            asked.result.close();
        };
    });
"#;

/// Runs a test of what is kept of photos. WebKit keeps none where nothing outlives the window, as in private windows and
/// under its driver; there is nothing to be tried then.
pub async fn in_browser_that_keeps_pictures(server: &Server, test: impl AsyncFnOnce(&Page)) {
    in_browser(async |page| {
        // A file of the server's, since nothing else is needed of it yet.
        page.open(&format!("{}/agent-directory.js", server.url)).await;
        if page.script(KEEPS_PICTURES, vec![]).await == true {
            test(page).await;
        } else {
            eprintln!("This browser keeps no pictures, so nothing was tried.");
        }
    })
    .await;
}

impl Page {
    /// The drafts that the browser keeps.
    pub async fn drafts(&self) -> Vec<Value> {
        self.script(DRAFTS, vec![]).await.as_array().unwrap().clone()
    }

    /// Waits until a draft has `text` in what was typed.
    pub async fn see_draft(&self, text: &str) -> Value {
        wait_for(&format!("a draft with “{text}”"), async || {
            self.drafts().await.into_iter().find(|draft| draft["draft"].to_string().contains(text))
        })
        .await
    }

    pub async fn see_no_draft(&self) {
        wait_for("no draft", async || self.drafts().await.is_empty().then_some(())).await;
    }

    /// Makes all drafts older by so much.
    pub async fn age_drafts(&self, age: Duration) {
        self.script(CHANGE, vec![json!("draft.kept_at -= argument"), json!(age.as_millis() as u64)]).await;
    }

    /// Changes all drafts by the body of a function of `draft`.
    pub async fn change_drafts(&self, body: &str) {
        self.script(CHANGE, vec![json!(body)]).await;
    }

    /// Goes on in a new tab, of a window of its own: WebKit paints no tab behind another. Gives what leads back to this one.
    pub async fn open_tab(&self) -> WindowHandle {
        let before = self.driver.window().await.unwrap();
        let tab = self.driver.new_window().await.unwrap();
        self.driver.switch_to_window(tab).await.unwrap();
        before
    }

    /// Closes this tab and goes back to another.
    pub async fn close_tab(&self, back: WindowHandle) {
        self.driver.close_window().await.unwrap();
        self.driver.switch_to_window(back).await.unwrap();
    }

    /// Takes note of what goes against the page's content security policy, also of what has already.
    pub async fn watch_policy(&self) {
        let watch = "window.violations = []; new ReportingObserver((reports) => reports.forEach(({ body }) => \
            violations.push(`${body.effectiveDirective} ${body.blockedURL} ${body.sample}`)), \
            { types: ['csp-violation'], buffered: true }).observe();";
        self.script(watch, vec![]).await;
    }

    /// Nothing has gone against the policy, which is in force all the same.
    pub async fn see_policy_kept(&self) {
        assert_eq!(self.script("return violations", vec![]).await, json!([]));
        let refused = "try { document.createElement('div').innerHTML = '<b>'; return false } catch { return true }";
        assert_eq!(self.script(refused, vec![]).await, true, "the policy is in force");
    }

    /// Whether the page asks before it is left. Browsers put the question, and drivers answer it, in ways of their own: what
    /// the page says to the event is what counts.
    pub async fn asks_before_unload(&self) -> bool {
        let ask = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        self.script(ask, vec![]).await == true
    }
}
