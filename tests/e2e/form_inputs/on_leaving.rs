use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser};

const UNSEEN: &str = "can’t be seen";

/// What is refused in any field that takes a line of text. The fields with suggestions are in a test of their own.
const LINES: [&str; 13] = [
    "First name",
    "Last name",
    "Email",
    "Phone",
    "Address",
    "City",
    "State",
    "ZIP",
    "Website",
    "LinkedIn",
    "Facebook",
    "Instagram",
    "Twitter",
];

/// A field, what is typed into it, and words of what is said of it.
const BAD: [(&str, &str, &str); 62] = [
    ("First name", "ana@ruiz.example", "looks like an email address"),
    ("First name", "—", "A name has letters"),
    ("First name", "...", "A name has letters"),
    ("First name", "Ana\tRuiz", UNSEEN),
    ("First name", "A\u{7f}na", UNSEEN),
    ("Last name", "ruiz@ruiz.example", "looks like an email address"),
    ("Last name", "()", "A name has letters"),
    ("Last name", "R\u{1b}[31muiz", UNSEEN),
    ("Email", "ana", "has an @"),
    ("Email", "ana.ruiz.example", "has an @"),
    ("Email", "ana(at)ruiz.example", "has an @"),
    ("Email", "555 010 0017", "has an @"),
    ("Email", "@", "before the @"),
    ("Email", "@ruiz.example", "before the @"),
    ("Email", "ana@", "comes a domain"),
    ("Email", "ana@ruiz", "comes a domain"),
    ("Email", "ana@.example", "comes a domain"),
    ("Email", "ana@ruiz.", "comes a domain"),
    ("Email", "ana@ruiz..example", "comes a domain"),
    ("Email", "ana@ruiz,example", "comes a domain"),
    ("Email", "ana ruiz@ruiz.example", "no spaces"),
    ("Email", "ana@ ruiz.example", "no spaces"),
    ("Email", "Ana Ruiz <ana@ruiz.example>", "no spaces"),
    ("Email", "ana@ruiz.example, bo@ruiz.example", "no spaces"),
    ("Email", "ana@@ruiz.example", "more than one address"),
    ("Email", "ana@ruiz.example,bo@ruiz.example", "more than one address"),
    ("Email", "ana@ruiz.example;bo@ruiz.example", "more than one address"),
    ("Email", "ana@ruiz.example;", "more than one address"),
    ("Email", "ana\u{9d}@ruiz.example", UNSEEN),
    ("Phone", "none", "has digits"),
    ("Phone", "by email only", "has digits"),
    ("Phone", "+", "has digits"),
    ("Phone", "1", "too short"),
    ("Phone", "12", "too short"),
    ("Phone", "ext. 4", "too short"),
    ("Phone", "555 010 0017 / 555 010 0018 / 555 010 0019", "too long"),
    ("Phone", "12345678901234567890123", "too long"),
    ("Phone", "ana@ruiz.example", "looks like an email address"),
    ("Phone", "555\t010 0017", UNSEEN),
    ("ZIP", "Oregon", "has digits"),
    ("ZIP", "-", "has digits"),
    ("ZIP", "972\u{8}01", UNSEEN),
    ("Website", "javascript:alert(1)", "A web address is like"),
    ("Website", "JavaScript:alert(document.cookie)", "A web address is like"),
    ("Website", "javascript://ruiz.example/%0aalert(1)", "A web address is like"),
    ("Website", "data:text/html,hello", "A web address is like"),
    ("Website", "vbscript:msgbox", "A web address is like"),
    ("Website", "file:///etc/passwd", "A web address is like"),
    ("Website", "ftp://ruiz.example", "A web address is like"),
    ("Website", "https://", "A web address is like"),
    ("Website", "https:///about", "A web address is like"),
    ("Website", "https://bank.example@evil.example/", "A web address is like"),
    ("Website", "https://bank.example\\@evil.example", "A web address is like"),
    ("Website", "ruiz", "A web address is like"),
    ("Website", "ruiz..example", "A web address is like"),
    ("Website", ".example", "A web address is like"),
    ("Website", "ruiz.example:port", "A web address is like"),
    ("Website", "my site.example", "no spaces"),
    ("Website", "ana@ruiz.example", "looks like an email address"),
    ("Website", "mailto:ana@ruiz.example", "looks like an email address"),
    ("Notes", "Prefers\u{0}mornings", UNSEEN),
    ("Private notes", "Owes\u{1}a lunch", UNSEEN),
];

/// Opens the form for a new agent.
async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

#[tokio::test]
async fn each_bad_input_is_told_at_its_field_until_it_changes_and_is_never_sent() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        let (line, note) = ("x".repeat(256), "x".repeat(10_001));
        let too_long = LINES.map(|field| (field, line.as_str(), "too long by 1 of 255"));
        let too_long_notes = ["Notes", "Private notes"].map(|field| (field, note.as_str(), "too long by 1 of 10000"));
        let unseen = LINES.map(|field| (field, "pasted\u{7}bell", UNSEEN));
        let table = [&BAD[..], &too_long, &too_long_notes, &unseen].concat();
        assert!(table.len() >= 60);
        page.set("First name", "Zelda").await;
        for (field, text, words) in table {
            page.set(field, text).await;
            page.see_problem(field, words).await;
            page.in_root("root.querySelector('[type=submit].primary').click()").await;
            page.see_focus(field).await;
            page.change(field, if field == "First name" { "Zelda" } else { "" }).await;
            page.see_no_problem(field, words).await;
        }
        assert_eq!(server.writes().await, Vec::<serde_json::Value>::new());
        page.press("Save").await;
        page.see_status("Saved.").await;
        let sent: Vec<_> = server.writes().await.iter().map(|write| write["method"].clone()).collect();
        assert_eq!(sent, [json!("POST")]);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_by_hand_is_judged_when_the_field_is_left_and_not_before() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        for (field, text, words, more) in [
            ("Email", "zelda@quibble", "comes a domain", ".example"),
            ("Phone", "55", "too short", "5 0100"),
            ("Website", "quibble", "A web address is like", ".example"),
            ("ZIP", "OR ", "has digits", "97201"),
        ] {
            page.type_into(field, text).await;
            page.see_no_problem(field, words).await;
            page.press_key(Key::Tab).await;
            page.see_problem(field, words).await;
            page.type_into(field, more).await;
            page.see_no_problem(field, words).await;
        }
        page.press("Save").await;
        page.see_status("Saved.").await;
        let sent = server.writes().await;
        assert_eq!(sent.len(), 1, "{sent:?}");
    })
    .await;
}
