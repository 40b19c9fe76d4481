use agent_directory::components::date::DateFormat;
use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;

/// The thirtieth of February was the first of March.
#[wasm_bindgen_test]
fn what_is_no_day_of_its_month_is_written_as_it_came() {
    let written = Owner::new().with(|| {
        let dates = DateFormat::new(Some("en"));
        ["2020-02-29", "2020-02-30", "2019-02-29", "2020-13-01", "soon"].map(|text| dates.format(text))
    });
    assert_eq!(written, ["Feb 29, 2020", "2020-02-30", "2019-02-29", "2020-13-01", "soon"]);
}
