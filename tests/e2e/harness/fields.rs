//! The fields of a form, what is said of them, and where the focus is.

use serde_json::{Value, json};

use super::{Page, wait_for};

/// What is said of a field, by what assistive technology reads: whether it is marked as wrong, and the shown texts that
/// describe it.
const SAID: &str = r#"
    const [field] = arguments;
    const texts = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)
        .map((id) => field.getRootNode().getElementById(id));
    return {
        isWrong: field.getAttribute("aria-invalid") === "true",
        isTied: texts.every((text) => text?.checkVisibility()),
        texts: texts.map((text) => text?.textContent).join(" "),
    };
"#;

const SET: &str = r#"
    const [field, text, leaves] = arguments;
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    if (leaves) field.dispatchEvent(new Event("change", { bubbles: true }));
"#;

const FOCUSED: &str = r#"
    const focused = document.activeElement?.shadowRoot?.activeElement;
    const label = focused?.labels?.[0];
    const text = focused?.getAttribute("aria-label") ?? (label?.querySelector("span") ?? label ?? focused)?.textContent;
    return text?.replace(/\s+/g, " ").trim() ?? null;
"#;

impl Page {
    /// Sets the text of a field at once, as a paste does, and leaves the field.
    pub async fn set(&self, field: &str, text: &str) {
        self.set_text(field, text, true).await;
    }

    /// Sets the text of a field at once and stays in it.
    pub async fn change(&self, field: &str, text: &str) {
        self.set_text(field, text, false).await;
    }

    async fn set_text(&self, field: &str, text: &str, leaves: bool) {
        let input = self.find("input, textarea", field).await;
        self.script(SET, vec![input.to_json().unwrap(), json!(text), json!(leaves)]).await;
    }

    /// Waits until `words` are shown of a field, which is marked as wrong and described by them.
    pub async fn see_problem(&self, field: &str, words: &str) {
        let input = self.find("input, textarea", field).await.to_json().unwrap();
        wait_for(&format!("“{words}” at {field}"), async || {
            let said = self.script(SAID, vec![input.clone()]).await;
            let is_said = said["texts"].as_str().unwrap().contains(words);
            (said["isWrong"] == true && said["isTied"] == true && is_said).then_some(())
        })
        .await;
    }

    /// Waits until a field is not marked as wrong any more, and what described it as such has gone.
    pub async fn see_no_problem(&self, field: &str, words: &str) {
        let input = self.find("input, textarea", field).await.to_json().unwrap();
        wait_for(&format!("{field} without “{words}”"), async || {
            let said = self.script(SAID, vec![input.clone()]).await;
            let is_said = said["texts"].as_str().unwrap().contains(words);
            (said["isWrong"] == false && said["isTied"] == true && !is_said).then_some(())
        })
        .await;
    }

    /// The name of what has the focus in the element.
    pub async fn focused(&self) -> Option<String> {
        self.script(FOCUSED, vec![]).await.as_str().map(str::to_owned)
    }

    /// Waits until a control, or a region by the beginning of its text, has the focus.
    pub async fn see_focus(&self, name: &str) {
        wait_for(&format!("the focus on “{name}”"), async || {
            self.focused().await.filter(|focused| focused.starts_with(name))
        })
        .await;
    }

    /// The names of the tags in the form.
    pub async fn tags(&self) -> Vec<String> {
        let tags = "return [...root.querySelectorAll('.agent-form .token .text')].map((tag) => tag.textContent)";
        serde_json::from_value(self.in_root(tags).await).unwrap()
    }

    /// Waits until a row can be opened, and opens it.
    pub async fn open_row(&self, number: u32) {
        let open = format!(
            "const row = root?.querySelector('tbody tr:nth-child({number}) [data-open]'); row?.click(); return !!row"
        );
        wait_for("a row to open", async || (self.in_root(&open).await == Value::Bool(true)).then_some(())).await;
    }
}
