//! The parameters of list and get, checked.

use crate::{api_error::ApiError, document::Extras};

/// A checked list request. API: every parameter is certain.
#[derive(Debug)]
pub struct ListQuery {
    pub page: u32,
    pub size: u32,
    pub sort: Option<(SortKey, bool)>,
    pub filters: Vec<Filter>,
    pub extras: Extras,
    /// All parameters but `page[number]`, for links.
    pub others: Vec<(String, String)>,
}

/// A filter; all must match.
#[derive(Debug)]
pub enum Filter {
    Id(String),
    AgencyId(String),
    AgentId(String),
    AgentTeamId(String),
    Email(String),
    Fulltext(String),
    /// Any of them.
    Tags(Vec<String>),
}

/// An expression to sort by, and whether it is text.
pub type SortKey = &'static [(&'static str, bool)];

/// The sorts by their names.
const SORTS: [(&str, SortKey); 8] = [
    ("agency_name", &[("agency.name", true)]),
    ("agent_inspections", &[("buying_agent_inspections + selling_agent_inspections", false)]),
    ("agent_team_name", &[("agent_team.name", true)]),
    ("buying_agent_inspections", &[("buying_agent_inspections", false)]),
    ("first_name", &[("connection.first_name", true)]),
    ("last_name", &[("connection.last_name", true)]),
    ("last_first_name", &[("connection.last_name", true), ("connection.first_name", true)]),
    ("selling_agent_inspections", &[("selling_agent_inspections", false)]),
];

/// API: certain, both as the default and as the maximum.
const SIZE: u32 = 200;

impl ListQuery {
    /// Reads the raw query of the address.
    pub fn parse(query: &str) -> Result<Self, ApiError> {
        let mut list = Self {
            page: 1,
            size: SIZE,
            sort: None,
            filters: Vec::new(),
            extras: Extras::default(),
            others: Vec::new(),
        };
        let mut tags = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
            match name.as_str() {
                "page[number]" => list.page = number(&name, &value, u32::MAX)?,
                "page[size]" => list.size = number(&name, &value, SIZE)?,
                "sort" => list.sort = Some(sort(&value)?),
                "include" => list.extras = include(&value)?,
                "filter[id]" => list.filters.push(Filter::Id(value.clone())),
                "filter[agency_id]" => list.filters.push(Filter::AgencyId(value.clone())),
                "filter[agent_id]" => list.filters.push(Filter::AgentId(value.clone())),
                "filter[agent_team_id]" => list.filters.push(Filter::AgentTeamId(value.clone())),
                "filter[email]" => list.filters.push(Filter::Email(value.clone())),
                "filter[fulltext]" => list.filters.push(Filter::Fulltext(value.clone())),
                "filter[tag]" | "filter[tag][]" => tags.push(value.clone()),
                _ => return Err(ApiError::parameter(&name, "This parameter is not known.")),
            }
            if name != "page[number]" {
                list.others.push((name, value));
            }
        }
        if !tags.is_empty() {
            list.filters.push(Filter::Tags(tags));
        }
        Ok(list)
    }

    /// The ORDER BY clause. Text without a value goes last in ascending order; ties are in the order of the ids.
    pub fn order(&self) -> String {
        let (key, descending) = self.sort.unwrap_or((&[], false));
        let direction = if descending { "DESC" } else { "ASC" };
        let mut terms: Vec<String> = key
            .iter()
            .map(|(expression, is_text)| match is_text {
                true => format!("{expression} IS NULL {direction}, {expression} COLLATE people {direction}"),
                false => format!("{expression} {direction}"),
            })
            .collect();
        terms.push("connection.id ASC".into());
        format!("ORDER BY {}", terms.join(", "))
    }

    /// The WHERE clause and the values of its placeholders; emails are compared to the letter if `exact_emails`.
    pub fn condition(&self, exact_emails: bool) -> (String, Vec<String>) {
        let mut conditions = vec!["TRUE".to_owned()];
        let mut values = Vec::new();
        for filter in &self.filters {
            let (condition, value) = match filter {
                Filter::Id(id) => ("CAST(connection.id AS TEXT) = ?".into(), vec![id.clone()]),
                Filter::AgencyId(id) => ("CAST(connection.agency_id AS TEXT) = ?".into(), vec![id.clone()]),
                Filter::AgentId(id) => ("CAST(connection.agent_id AS TEXT) = ?".into(), vec![id.clone()]),
                Filter::AgentTeamId(id) => ("CAST(connection.agent_team_id AS TEXT) = ?".into(), vec![id.clone()]),
                Filter::Email(email) if exact_emails => {
                    ("connection.email = ? COLLATE BINARY".into(), vec![email.clone()])
                }
                Filter::Email(email) => ("connection.email = ?".into(), vec![email.clone()]),
                Filter::Fulltext(text) => fulltext(text),
                Filter::Tags(tags) => (tag_condition(tags.len()), tags.clone()),
            };
            conditions.push(condition);
            values.extend(value);
        }
        (format!("WHERE {}", conditions.join(" AND ")), values)
    }
}

/// Every word must begin a word of the record. A text without letters and digits finds nothing, unless it is blank.
fn fulltext(text: &str) -> (String, Vec<String>) {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(prefix).collect();
    match (text.trim().is_empty(), words.is_empty()) {
        (true, _) => ("TRUE".into(), Vec::new()),
        (false, true) => ("FALSE".into(), Vec::new()),
        (false, false) => {
            let condition = "connection.id IN (SELECT rowid FROM search WHERE words MATCH ?)";
            (condition.into(), vec![words.join(" ")])
        }
    }
}

/// Quoted, so that FTS5 sees no operator in it.
fn prefix(word: &str) -> String {
    format!("\"{word}\"*")
}

fn tag_condition(count: usize) -> String {
    let places = vec!["?"; count].join(", ");
    format!("EXISTS (SELECT 1 FROM json_each(connection.tags) WHERE value COLLATE people IN ({places}))")
}

fn number(name: &str, value: &str, maximum: u32) -> Result<u32, ApiError> {
    value
        .parse()
        .ok()
        .filter(|number| (1..=maximum).contains(number))
        .ok_or_else(|| ApiError::parameter(name, format!("“{value}” is not a whole number from 1 to {maximum}.")))
}

fn sort(value: &str) -> Result<(SortKey, bool), ApiError> {
    let (descending, name) = value.strip_prefix('-').map_or((false, value), |name| (true, name));
    let found = SORTS.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, key)| (*key, descending))
        .ok_or_else(|| ApiError::parameter("sort", format!("The list can't be sorted by “{value}”.")))
}

/// Reads `include`, a list with commas.
pub fn include(value: &str) -> Result<Extras, ApiError> {
    let mut extras = Extras::default();
    for name in value.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match name {
            "agent" => extras.agent = true,
            "agent_team" => extras.agent_team = true,
            _ => return Err(ApiError::parameter("include", format!("“{name}” can't be included."))),
        }
    }
    Ok(extras)
}

/// Reads the query of get.
pub fn parse_get(query: &str) -> Result<Extras, ApiError> {
    let mut extras = Extras::default();
    let mut wants_date = false;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "include" => extras = include(&value)?,
            "optional_fields" | "optional_fields[]" => {
                for field in value.split(',').filter(|field| !field.is_empty()) {
                    if field.trim() != "date_of_first_inspection" {
                        return Err(ApiError::parameter("optional_fields", format!("“{field}” is not known.")));
                    }
                    wants_date = true;
                }
            }
            _ => return Err(ApiError::parameter(&name, "This parameter is not known.")),
        }
    }
    Ok(Extras { date_of_first_inspection: wants_date, ..extras })
}
