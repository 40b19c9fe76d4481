//! The paths of the operations, below the address that the proxy answers at.

use crate::domain::{id::ConnectionId, query::Query};

/// Where records are listed and created. API: seen.
pub const COLLECTION_PATH: &str = "connections";

/// What is sent along with each connection. API: certain.
const INCLUDE: (&str, &str) = ("include", "agent,agent_team");

/// The path and query of the list operation. Encoded as the URL standard's `URLSearchParams` does it, so that the loader's
/// first request is the same to the letter.
pub fn list_path(query: &Query) -> String {
    let mut parameters = form_urlencoded::Serializer::new(String::new());
    parameters.append_pair(INCLUDE.0, INCLUDE.1).extend_pairs(query.to_pairs());
    format!("{COLLECTION_PATH}?{}", parameters.finish())
}

/// The path and query of the get operation, with the computed field that only this operation gives. API: certain.
pub fn get_path(id: &ConnectionId) -> String {
    let mut parameters = form_urlencoded::Serializer::new(String::new());
    parameters.append_pair(INCLUDE.0, INCLUDE.1).append_pair("optional_fields", "date_of_first_inspection");
    format!("{}?{}", item_path(id), parameters.finish())
}

/// Where a record is updated. API: inferred.
pub fn item_path(id: &ConnectionId) -> String {
    format!("{COLLECTION_PATH}/{}", segment(id.as_str()))
}

/// Text as one segment of a path. Browsers take `.` and `..` for steps even when they are encoded once, so dots that stand
/// alone are encoded twice: no record has such an id, and the server says so.
fn segment(text: &str) -> String {
    match text {
        "." | ".." => text.replace('.', "%252E"),
        _ => form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_asks_for_the_related_resources_and_the_page() {
        let query = Query { fulltext: "o'neill & sons".into(), ..Query::default() };
        assert_eq!(
            list_path(&query),
            "connections?include=agent%2Cagent_team&filter%5Bfulltext%5D=o%27neill+%26+sons\
             &sort=last_first_name&page%5Bnumber%5D=1&page%5Bsize%5D=50"
        );
    }

    #[test]
    fn an_id_can_never_leave_its_place_in_the_path() {
        let path = get_path(&ConnectionId::new("../a b?c"));
        assert_eq!(
            path,
            "connections/..%2Fa%20b%3Fc?include=agent%2Cagent_team&optional_fields=date_of_first_inspection"
        );
        assert!(get_path(&ConnectionId::new("..")).starts_with("connections/%252E%252E?"));
    }
}
