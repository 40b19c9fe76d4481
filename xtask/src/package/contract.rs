//! What the package says of the element, held against the element itself.

mod sources;

use sources::{
    Names, between, camel_case, items, list, manifest, member, members, names, quoted, read, sources, text, types,
};

#[test]
fn attributes_agree() {
    let (element, manifest, types) = (read("src/element.js"), manifest(), types());
    let (attributes, flags) = (list(&element, "ATTRIBUTES"), list(&element, "FLAGS"));
    assert_eq!(names(&manifest, "attributes"), attributes, "in custom-elements.json");
    assert_eq!(members(&types, "interface AgentDirectoryAttributes"), attributes, "in agent-directory.d.ts");
    let of_type = |wanted: &str| {
        let all = items(&manifest, "attributes").iter();
        all.filter(|item| item["type"]["text"] == wanted).map(|item| text(&item["name"])).collect::<Names>()
    };
    assert_eq!(of_type("boolean"), flags, "in custom-elements.json");
    for attribute in &attributes {
        let type_of = if flags.contains(attribute) { "boolean" } else { "string | null" };
        let property = camel_case(attribute);
        assert!(types.contains(&format!("  get {property}(): {type_of};")), "agent-directory.d.ts lacks {property}");
        let mut fields = items(&manifest, "members").iter().filter(|item| item["attribute"] == attribute.as_str());
        let field = fields.next().unwrap_or_else(|| panic!("custom-elements.json lacks the property {property}"));
        assert_eq!((text(&field["name"]), text(&field["type"]["text"])), (property, type_of.to_owned()));
    }
}

#[test]
fn methods_agree() {
    let (element, types, manifest) = (read("src/element.js"), types(), manifest());
    let methods = items(&manifest, "members").iter().filter(|item| item["kind"] == "method");
    let methods: Vec<_> = methods.map(|item| text(&item["name"])).collect();
    assert_eq!(methods, ["reload", "open", "close"]);
    for method in methods {
        for source in [&element, &types] {
            assert!(source.contains(&format!("\n  {method}(")), "{method} is missing");
        }
    }
}

#[test]
fn events_agree() {
    let (source, manifest, types) = (read("src/element/events.rs"), manifest(), types());
    let events: Names = quoted(&source).filter(|name| name.starts_with("agent-directory-")).collect();
    assert_eq!(names(&manifest, "events"), events, "in custom-elements.json");
    assert_eq!(members(&types, "interface AgentDirectoryEventMap"), events, "in agent-directory.d.ts");
    let mut all = Names::new();
    for event in items(&manifest, "events") {
        let name = text(&event["name"]);
        let detail = between(&types, &format!("\"{name}\": CustomEvent<"), ">;\n");
        let in_types = if detail.starts_with("Record") { Names::new() } else { members(&types, detail) };
        let described = text(&event["type"]["text"]);
        let in_manifest = if described.contains('{') { between(&described, "{", "}") } else { "" };
        let in_manifest: Names = in_manifest.split(';').filter_map(member).collect();
        assert_eq!(in_manifest, in_types, "the detail of {name}");
        all.extend(in_types);
    }
    let sent = source.split("(\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(name, _)| name.to_owned());
    assert_eq!(all, sent.filter(|name| !name.is_empty()).collect::<Names>(), "what events.rs sends");
}

#[test]
fn css_properties_agree() {
    let (manifest, styles) = (manifest(), sources("style/element"));
    let used = styles.split("var(--agent-directory-").skip(1).filter_map(|rest| rest.split([',', ')']).next());
    let used: Names = used.map(|name| format!("--agent-directory-{name}")).collect();
    assert_eq!(names(&manifest, "cssProperties"), used);
    for property in items(&manifest, "cssProperties") {
        let (name, default) = (text(&property["name"]), text(&property["default"]));
        assert!(styles.contains(&format!("var({name}, {default})")), "{name} has another default than {default}");
    }
}

#[test]
fn css_parts_agree() {
    let source = sources("src");
    let used = source.split(" part=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let used: Names = used.flat_map(str::split_whitespace).map(str::to_owned).collect();
    assert_eq!(names(&manifest(), "cssParts"), used);
}

#[test]
fn the_guide_tells_everything() {
    let (guide, manifest) = (read("docs/embedding.md") + &read("docs/theming.md"), manifest());
    let kinds = ["attributes", "events", "cssProperties", "cssParts"];
    for name in kinds.iter().flat_map(|kind| names(&manifest, kind)) {
        assert!(guide.contains(&format!("| `{name}` |")), "docs/ lacks {name}");
    }
}
