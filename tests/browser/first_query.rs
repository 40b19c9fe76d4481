//! The loader asks for the first page before the widget is there, so it must come to the same query by itself.

use agent_directory::{
    api::request::list_path,
    domain::{
        link::Link,
        query::{Sort, SortKey},
        url_prefix::UrlPrefix,
    },
    locale::Locale,
    settings::Settings,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/src/element/first_request.js")]
extern "C" {
    type SearchParameters;

    #[wasm_bindgen(js_name = firstQuery)]
    fn first_query(attribute: &Closure<dyn Fn(String) -> Option<String>>, search: &str) -> SearchParameters;

    #[wasm_bindgen(method, js_name = toString)]
    fn to_text(this: &SearchParameters) -> String;
}

type Attributes = &'static [(&'static str, &'static str)];

fn value(attributes: Attributes, name: &str) -> Option<String> {
    attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
}

fn sorted_pairs(query: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    pairs.sort();
    pairs
}

fn of_the_loader(attributes: Attributes, search: &str) -> Vec<(String, String)> {
    let attribute = Closure::new(move |name: String| value(attributes, &name));
    sorted_pairs(&first_query(&attribute, search).to_text())
}

fn of_the_widget(attributes: Attributes, search: &str) -> Vec<(String, String)> {
    let settings = Settings::read(|name| value(attributes, name), Locale::en).unwrap();
    let own = settings.url_state.map(|prefix: UrlPrefix| prefix.read(search)).unwrap_or_default();
    let path = list_path(&Link::read(settings.query, own).0.query);
    sorted_pairs(path.split_once('?').unwrap().1)
}

const AD: Attributes = &[("url-state", "ad")];
const PRESET: Attributes = &[
    ("url-state", " ad "),
    ("page-size", " 25 "),
    ("query", "?filter[tag]=VIP&filter[tag]=Gold&filter[email]=a%2Bb@c.example&sort=-agent_inspections&page[number]=2"),
];

#[wasm_bindgen_test]
fn the_loader_begins_with_the_query_that_the_widget_begins_with() {
    for (attributes, search) in [
        (&[] as Attributes, ""),
        (&[], "?ad.sort=first_name"),
        (&[("page-size", "007"), ("query", "page[size]=+30&filter[fulltext]= ruiz ")], ""),
        (
            AD,
            "?x=1&ad.filter[tag]=VIP&ad.page[number]=3&ad.page%5Bsize%5D=100&other.sort=last_name&ad.open=17&ad.view=V",
        ),
        (AD, "?ad.sort=age&ad.page[number]=0&ad.page[size]=201&ad.filter[name]=x&ad.filter[id]=9"),
        (AD, "?ad.page[number]=4294967295&ad.filter[agency_id]=1&ad.filter[agent_team_id]=2&ad.filter[agent_id]=3"),
        (AD, "?ad.page[number]=4294967296&ad.page[size]=1e1&ad.sort=-last_first_name"),
        (AD, "?ad.filter[fulltext]=Zo%C3%AB+%26+%2B1+%2350%25+%5Bx%5D+%E7%8E%8B&ad.filter[tag][]=A&ad.filter[tag]=A"),
        (AD, "?ad.filter[tag]=A&ad.filter[tag][]=B&ad.filter[tag][]=&ad.filter[tag][]= C "),
        (AD, "?ad.filter[fulltext]=%FF%00&ad.sort=first_name&ad.sort=last_name"),
        (PRESET, ""),
        (PRESET, "?ad.filter[tag]=&ad.filter[email]=&ad.sort=last_name"),
        (PRESET, "?ad.filter[tag]=Gold&ad.page[number]=1&ad.page[size]=50"),
        (PRESET, "?ad.filter[email]=%20&ad.filter[tag]x=1"),
        (PRESET, "?ad.filter[email]=ana"),
        (AD, "?ad.filter[email]=o'neill@sub.domain.example"),
        (AD, "?ad.filter[email]=%22a%22@b.co"),
        (AD, "?ad.filter[email]=юлия@пример.рф"),
        (AD, "?ad.filter[email]=@ruiz.example"),
        (AD, "?ad.filter[email]=ana@ruiz"),
        (AD, "?ad.filter[email]=ana@ruiz."),
        (AD, "?ad.filter[email]=ana@.example"),
        (AD, "?ad.filter[email]=a@b@ruiz.example"),
        (AD, "?ad.filter[email]=a@b.example,c@d.example"),
        (AD, "?ad.filter[email]=Mailto:ana@ruiz.example"),
        (AD, "?ad.filter[email]=<ana@ruiz.example>"),
        (AD, "?ad.filter[email]=ana+ruiz@ruiz.example"),
    ] {
        assert_eq!(of_the_loader(attributes, search), of_the_widget(attributes, search), "{attributes:?} {search}");
    }
}

#[wasm_bindgen_test]
fn the_loader_knows_every_order() {
    // Each set of attributes begins with another order, so that none is there anyway in both.
    for attributes in [AD, PRESET] {
        for key in SortKey::ALL {
            for descending in [false, true] {
                let search = format!("?ad.sort={}", Sort { key, descending }.to_parameter());
                assert_eq!(of_the_loader(attributes, &search), of_the_widget(attributes, &search), "{search}");
            }
        }
    }
}
