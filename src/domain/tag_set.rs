//! The tags of an agent as what they are: a set.

use std::collections::BTreeSet;

/// Whether two lists have the same tags, in whatever order and however often.
pub fn is_same(one: &[String], other: &[String]) -> bool {
    let set = |tags| -> BTreeSet<&String> { BTreeSet::from_iter(tags) };
    set(one) == set(other)
}

/// Adds a tag unless it is blank or there already, in whatever case.
pub fn add(tags: &mut Vec<String>, tag: &str) {
    let tag = tag.trim();
    if !tag.is_empty() && !tags.iter().any(|other| other.to_lowercase() == tag.to_lowercase()) {
        tags.push(tag.to_owned());
    }
}

/// Whether a server that was sent `sent` and now has `kept` has kept it: it may write a tag in its own case.
pub fn is_kept(sent: &[String], kept: &[String]) -> bool {
    let set = |tags: &[String]| -> BTreeSet<String> { tags.iter().map(|tag| tag.trim().to_lowercase()).collect() };
    set(sent) == set(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|tag| (*tag).to_owned()).collect()
    }

    #[test]
    fn the_order_of_tags_makes_no_difference_and_their_case_does() {
        assert!(is_same(&tags(&["VIP", "Gold"]), &tags(&["Gold", "VIP", "Gold"])));
        assert!(!is_same(&tags(&["VIP", "Gold"]), &tags(&["VIP"])));
        assert!(!is_same(&tags(&["VIP"]), &tags(&["vip"])));
    }

    #[test]
    fn a_tag_that_is_there_in_another_case_is_not_added() {
        let mut now = tags(&["VIP"]);
        ["vip", " ", " Gold ", "gold"].iter().for_each(|tag| add(&mut now, tag));
        assert_eq!(now, ["VIP", "Gold"]);
    }

    #[test]
    fn a_tag_in_another_case_is_kept() {
        assert!(is_kept(&tags(&["VIP", "Gold"]), &tags(&["gold", "vip"])));
        assert!(!is_kept(&tags(&["VIP", "Gold"]), &tags(&["vip"])));
        assert!(!is_kept(&tags(&[]), &tags(&["VIP"])));
    }
}
