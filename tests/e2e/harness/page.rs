//! The page as a person sees and uses it. Controls are found by the names that people and assistive technology know.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement, components::SelectElement, error::WebDriverErrorInner, prelude::*};

use super::{set_up, wait_for};

/// Finds a visible control of the element by its accessible name.
const FIND: &str = r#"
    const [selector, name] = arguments;
    const root = document.querySelector("agent-directory")?.shadowRoot;
    const text = (node) => node?.textContent.replace(/\s+/g, " ").trim();
    const referred = (node) => (node.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
        .map((id) => text(root.getElementById(id))).join(" ");
    const labelled = (node) => [...(node.labels ?? [])].map((label) => text(label.querySelector("span") ?? label)).join(" ");
    const nameOf = (node) => referred(node) || node.getAttribute("aria-label") || labelled(node) || text(node);
    const visible = (node) => node.checkVisibility({ visibilityProperty: true });
    return [...(root?.querySelectorAll(selector) ?? [])].find((node) => visible(node) && nameOf(node) === name) ?? null;
"#;

/// Scrolls to a control and waits until it rests: WebKit's driver does not scroll to what sticks to an edge, presses nothing
/// that is out of sight or below something else, and misses what moves.
const INTO_SIGHT: &str = r#"
    const [control] = arguments;
    const { left, top, width, height } = control.getBoundingClientRect();
    if (!control.contains(control.getRootNode().elementFromPoint(left + width / 2, top + height / 2))) {
        control.scrollIntoView({ block: "nearest" });
    }
    return new Promise((resolve) => {
        const rest = (before) => requestAnimationFrame(() => {
            const now = JSON.stringify(control.getBoundingClientRect());
            if (now === before) resolve(null); else rest(now);
        });
        rest("");
    });
"#;

/// What axe-core finds in the element: the rule, and where.
const VIOLATIONS: &str = r#"
    return axe.run("agent-directory").then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`)));
"#;

/// Shift and Control (WebDriver, "Keyboard actions").
const MODIFIERS: [char; 2] = ['\u{E008}', '\u{E009}'];

pub struct Page {
    pub(super) driver: WebDriver,
    pub(super) driver_url: String,
}

impl Page {
    pub fn new(driver: WebDriver, driver_url: String) -> Self {
        Self { driver, driver_url }
    }

    pub async fn open(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    pub async fn reload(&self) {
        self.driver.refresh().await.unwrap();
    }

    pub async fn resize(&self, (width, height): (u32, u32)) {
        self.driver.set_window_rect(0, 0, width, height).await.unwrap();
    }

    /// The result of a script; its arguments are `arguments[0]` and so on.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver.execute(script, arguments).await.unwrap().json().clone()
    }

    /// The result of a script in whose `root` is the element's shadow root.
    pub async fn in_root(&self, script: &str) -> Value {
        let script = format!("const root = document.querySelector('agent-directory')?.shadowRoot; {script}");
        self.script(&script, vec![]).await
    }

    /// A PNG of what the window shows.
    pub async fn picture(&self) -> Vec<u8> {
        self.driver.screenshot_as_png().await.unwrap()
    }

    /// Everything that the element shows.
    pub async fn text(&self) -> String {
        let text = self.in_root("return [...(root?.children ?? [])].map((child) => child.innerText).join('\\n')").await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// A control by a selector and its accessible name, once it is there.
    pub async fn find(&self, selector: &str, name: &str) -> WebElement {
        wait_for(&format!("{selector} “{name}”"), async || self.find_now(selector, name).await).await
    }

    async fn find_now(&self, selector: &str, name: &str) -> Option<WebElement> {
        let found = self.driver.execute(FIND, vec![json!(selector), json!(name)]).await.unwrap();
        found.element().ok()
    }

    pub async fn see_none(&self, selector: &str, name: &str) {
        wait_for(&format!("no {selector} “{name}”"), async || {
            self.find_now(selector, name).await.is_none().then_some(())
        })
        .await;
    }

    pub async fn press(&self, button: &str) {
        wait_for(&format!("a button “{button}” that can be pressed"), async || {
            let button = self.find("button, [role=button]", button).await;
            self.script(INTO_SIGHT, vec![button.to_json().unwrap()]).await;
            match button.click().await {
                Err(error) if is_not_ready(&error) => None,
                pressed => {
                    pressed.unwrap();
                    Some(())
                }
            }
        })
        .await;
    }

    /// Presses a button that may have gone by itself.
    pub async fn press_if_there(&self, button: &str) {
        if let Some(button) = self.find_now("button", button).await {
            // It can go between the look and the press.
            let _ = button.click().await;
        }
    }

    /// Types as a person does: the text is added to what is there.
    pub async fn type_into(&self, field: &str, text: &str) {
        self.focus(field).await;
        let keys = self.driver.action_chain().key_down(Key::Control).send_keys(Key::End).key_up(Key::Control);
        keys.send_keys(text).perform().await.unwrap();
    }

    /// Replaces the text of a field. Firefox's driver can't type what takes two units of UTF-16.
    pub async fn fill(&self, field: &str, text: &str) {
        if text.chars().any(|character| character.len_utf16() > 1) {
            return self.change(field, text).await;
        }
        self.focus(field).await;
        let keys = self.driver.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        // WebKit's driver takes a line break for no key.
        let text = text.replace('\n', &Key::Enter.value().to_string());
        let typed: TypingData = if text.is_empty() { Key::Delete + "" } else { text.into() };
        keys.send_keys(typed).perform().await.unwrap();
    }

    async fn focus(&self, field: &str) {
        let field = self.find("input, textarea", field).await;
        self.script("arguments[0].focus()", vec![field.to_json().unwrap()]).await;
    }

    /// Drags from the middle of what is found, by so many CSS pixels.
    pub async fn drag(&self, selector: &str, name: &str, (x, y): (i64, i64)) {
        let start = self.find(selector, name).await;
        let dragged = self.driver.action_chain().drag_and_drop_element_by_offset(&start, x, y).release();
        dragged.perform().await.unwrap();
    }

    /// Chooses a file in the field **Photo**.
    pub async fn choose_photo(&self, path: &Path) {
        self.find("input", "Photo").await.send_keys(path.to_str().unwrap()).await.unwrap();
    }

    /// What is in a field.
    pub async fn value(&self, field: &str) -> String {
        self.find("input, textarea", field).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Presses keys where the focus is, with the modifiers that come before them held down.
    pub async fn press_key(&self, keys: impl Into<TypingData>) {
        let keys: TypingData = keys.into();
        let (held, keys): (Vec<_>, Vec<_>) = keys.as_vec().into_iter().partition(|key| MODIFIERS.contains(key));
        let pressed = held.iter().fold(self.driver.action_chain(), |chain, key| chain.key_down(*key));
        let typed = pressed.send_keys(String::from_iter(keys));
        held.iter().fold(typed, |chain, key| chain.key_up(*key)).perform().await.unwrap();
    }

    pub async fn choose(&self, combobox: &str, option: &str) {
        let select = self.find("select", combobox).await;
        SelectElement::new(&select).await.unwrap().select_by_exact_text(option).await.unwrap();
    }

    /// What the rows show, cell by cell.
    pub async fn rows(&self) -> Vec<Vec<String>> {
        let cells = "return [...(root?.querySelectorAll('tbody tr') ?? [])]\
            .map((row) => [...row.cells].map((cell) => cell.textContent.trim()))";
        serde_json::from_value(self.in_root(cells).await).unwrap()
    }

    pub async fn see_rows(&self, count: usize) -> Vec<Vec<String>> {
        wait_for(&format!("{count} rows"), async || Some(self.rows().await).filter(|rows| rows.len() == count)).await
    }

    /// Waits until the first row's cells have `text`.
    pub async fn see_first_row(&self, text: &str) {
        wait_for(&format!("“{text}” in the first row"), async || {
            let rows = self.rows().await;
            rows.first().is_some_and(|row| row.iter().any(|cell| cell.contains(text))).then_some(())
        })
        .await;
    }

    /// Waits until the polite live region says `text`.
    pub async fn see_status(&self, text: &str) {
        self.see_text_in("[role=status]", text).await;
    }

    /// Waits until an alert says `text`.
    pub async fn see_alert(&self, text: &str) {
        self.see_text_in("[role=alert]", text).await;
    }

    pub async fn see_no_alert(&self) {
        self.see_no("the alert", "[role=alert]").await;
    }

    /// Waits until nothing in the element matches `selector`.
    pub async fn see_no(&self, what: &str, selector: &str) {
        let script = format!("return root.querySelector({}) === null", json!(selector));
        wait_for(&format!("the end of {what}"), async || (self.in_root(&script).await == true).then_some(())).await;
    }

    pub async fn see_text_in(&self, selector: &str, text: &str) {
        let script =
            format!("return [...(root?.querySelectorAll({}) ?? [])].map((node) => node.textContent)", json!(selector));
        wait_for(&format!("“{text}” in {selector}"), async || {
            let texts = self.in_root(&script).await;
            texts.as_array().unwrap().iter().any(|found| found.as_str().unwrap().contains(text)).then_some(())
        })
        .await;
    }

    pub async fn see_no_text_in(&self, selector: &str, text: &str) {
        let script = format!(
            "return ![...root.querySelectorAll({})].some((node) => node.textContent.includes({}))",
            json!(selector),
            json!(text)
        );
        wait_for(&format!("no “{text}” in {selector}"), async || {
            (self.in_root(&script).await == true).then_some(())
        })
        .await;
    }

    /// The order that a column's header tells, such as `ascending`.
    pub async fn see_order(&self, header: &str, order: &str) {
        let script = format!(
            "return [...root.querySelectorAll('th')].find((th) => th.textContent.trim() === {})?.ariaSort",
            json!(header)
        );
        wait_for(&format!("{header} {order}"), async || (self.in_root(&script).await == order).then_some(())).await;
    }

    /// The address of the page.
    pub async fn address(&self) -> String {
        self.driver.current_url().await.unwrap().to_string()
    }

    /// Lets axe-core look at the element, in the states that are on the screen; it must find nothing. Rows below the screen
    /// are empty to it until the first paint.
    pub async fn see_accessible(&self, state: &str) {
        let is_painted = "return !root.querySelector('[data-begins]')";
        wait_for("the first paint", async || (self.in_root(is_painted).await == true).then_some(())).await;
        let axe = std::fs::read_to_string(set_up("AGENT_DIRECTORY_AXE")).unwrap();
        self.script(&axe, vec![]).await;
        let found = self.script(VIOLATIONS, vec![]).await;
        assert_eq!(found, json!([]), "axe-core on {state}: {found:#}");
    }

    /// Sets the element's theme.
    pub async fn set_theme(&self, theme: &str) {
        self.script("document.querySelector('agent-directory').theme = arguments[0]", vec![json!(theme)]).await;
    }
}

/// Whether what is to be pressed can't be so yet: it is not there to the full, or lies under something.
fn is_not_ready(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::ElementNotInteractable(_) | WebDriverErrorInner::ElementClickIntercepted(_))
}
