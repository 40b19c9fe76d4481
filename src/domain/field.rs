//! The fields of the form that an agent is created and edited by.

use crate::locale::{Locale, td_string};

/// An attribute that a person may write. API: the operations are inferred, and so are the attributes but the names, email,
/// phone, agency, city and state, which are seen in public clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the attribute of the same name")]
pub enum Field {
    Photo,
    FirstName,
    LastName,
    Email,
    Phone,
    Agency,
    Team,
    Address,
    City,
    State,
    Zip,
    Website,
    Linkedin,
    Facebook,
    Instagram,
    Twitter,
    Tags,
    Notes,
    PrivateNotes,
}

impl Field {
    /// The fields that hold plain text, in the order of the form.
    pub const TEXTS: [Self; 17] = [
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Phone,
        Self::Agency,
        Self::Team,
        Self::Address,
        Self::City,
        Self::State,
        Self::Zip,
        Self::Website,
        Self::Linkedin,
        Self::Facebook,
        Self::Instagram,
        Self::Twitter,
        Self::Notes,
        Self::PrivateNotes,
    ];

    /// The API's name for it.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Photo => "image",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Agency => "agency_name",
            Self::Team => "agent_team_name",
            Self::Address => "address",
            Self::City => "city",
            Self::State => "state",
            Self::Zip => "zip",
            Self::Website => "website",
            Self::Linkedin => "linkedin",
            Self::Facebook => "facebook",
            Self::Instagram => "instagram",
            Self::Twitter => "twitter",
            Self::Tags => "tags",
            Self::Notes => "notes",
            Self::PrivateNotes => "private_notes",
        }
    }

    /// What people call it.
    pub fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Photo => td_string!(locale, field.photo),
            Self::FirstName => td_string!(locale, field.first_name),
            Self::LastName => td_string!(locale, field.last_name),
            Self::Email => td_string!(locale, field.email),
            Self::Phone => td_string!(locale, field.phone),
            Self::Agency => td_string!(locale, field.agency),
            Self::Team => td_string!(locale, field.team),
            Self::Address => td_string!(locale, field.address),
            Self::City => td_string!(locale, field.city),
            Self::State => td_string!(locale, field.state),
            Self::Zip => td_string!(locale, field.zip),
            Self::Website => td_string!(locale, field.website),
            // The names of companies are the same in every language.
            Self::Linkedin => "LinkedIn",
            Self::Facebook => "Facebook",
            Self::Instagram => "Instagram",
            Self::Twitter => "Twitter",
            Self::Tags => td_string!(locale, field.tags),
            Self::Notes => td_string!(locale, field.notes),
            Self::PrivateNotes => td_string!(locale, field.private_notes),
        }
    }

    /// The field that a JSON:API pointer such as `/data/attributes/email` or `/data/attributes/tags/0` is about.
    pub fn from_pointer(pointer: &str) -> Option<Self> {
        let name = pointer.trim_start_matches('/').strip_prefix("data/attributes/")?;
        Self::from_attribute(name.split('/').next()?)
    }

    /// The field of the attribute `name`; the photo goes by two names.
    pub fn from_attribute(name: &str) -> Option<Self> {
        let others = [Self::Photo, Self::Tags];
        match name {
            "image_url" => Some(Self::Photo),
            _ => Self::TEXTS.into_iter().chain(others).find(|field| field.attribute() == name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_names_its_field() {
        for field in Field::TEXTS.into_iter().chain([Field::Photo, Field::Tags]) {
            assert_eq!(Field::from_pointer(&format!("/data/attributes/{}", field.attribute())), Some(field));
        }
        assert_eq!(Field::from_pointer("/data/attributes/tags/0"), Some(Field::Tags));
        assert_eq!(Field::from_pointer("/data/attributes/image_url"), Some(Field::Photo));
        for pointer in ["", "/data", "/data/attributes/", "/data/attributes/shoe_size", "/data/relationships/email"] {
            assert_eq!(Field::from_pointer(pointer), None, "{pointer}");
        }
    }
}
