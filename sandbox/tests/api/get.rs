use crate::harness::Api;

#[tokio::test]
async fn the_computed_field_comes_only_when_asked_for() {
    let api = Api::with_agents(3).await;
    let (_, plain) = api.get("/1").await;
    assert!(plain["data"]["attributes"].get("date_of_first_inspection").is_none());
    let (status, full) = api.get("/1?optional_fields=date_of_first_inspection&include=agent").await;
    assert_eq!(status, 200);
    assert!(full["data"]["attributes"].get("date_of_first_inspection").is_some());
    assert_eq!(full["included"][0]["type"], "agent");
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let api = Api::with_agents(1).await;
    for path in ["/2", "/none", "/1/more"] {
        assert_eq!(api.get(path).await.0, 404, "{path}");
    }
}
