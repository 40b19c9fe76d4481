//! The fields in the signature of an email.

use super::{
    company::{self, Certainty},
    email_address,
    findings::Findings,
    mail,
    person_name::{self, PersonName},
    phone_number, postal_address, web_link,
};
use crate::domain::field::Field;

/// Where a name stands that nothing confirms: at the top, counted in parts of lines.
const NAME_WITHIN: usize = 4;

/// What makes a text a signature.
const CONTACTS: [Field; 9] = [
    Field::Email,
    Field::Phone,
    Field::Address,
    Field::Zip,
    Field::Website,
    Field::Linkedin,
    Field::Facebook,
    Field::Instagram,
    Field::Twitter,
];

/// What a signature says; nothing where there is none.
pub fn read(text: &str) -> Findings {
    let lines = mail::signature_lines(text);
    let segments: Vec<&str> = lines.iter().flat_map(|line| mail::segments(line)).collect();
    let mut findings = Findings::default();
    let email = lines.iter().find_map(|line| email_address::find(line));
    findings.add(Field::Email, email.unwrap_or_default());
    findings.add(Field::Phone, phone_number::best(&segments).unwrap_or_default());
    for (field, address) in lines.iter().flat_map(|line| web_link::find(line, email)) {
        findings.add(field, address);
    }
    if let Some(address) = postal_address::find(&segments) {
        findings.add(Field::Address, &address.street);
        findings.add(Field::City, address.city);
        findings.add(Field::State, address.state);
        findings.add(Field::Zip, address.zip);
    }
    let is_sure = organization(&segments, &mut findings);
    if !is_sure && !findings.has_any(&CONTACTS) {
        return Findings::default();
    }
    if let Some(name) = name(&segments, &findings) {
        findings.add(Field::FirstName, name.first);
        findings.add(Field::LastName, name.last);
    }
    findings
}

/// Finds agency and team; says whether there surely is an agency.
fn organization(segments: &[&str], findings: &mut Findings) -> bool {
    let agencies: Vec<(Certainty, &str)> = segments.iter().filter_map(|segment| company::agency(segment)).collect();
    let sure = agencies.iter().find(|(certainty, _)| *certainty == Certainty::Sure);
    if let Some((_, name)) = sure.or(agencies.first()) {
        findings.add(Field::Agency, name);
    }
    let team = segments.iter().find_map(|segment| company::team(segment));
    let group = || segments.iter().find_map(|segment| company::group(segment)).filter(|_| sure.is_some());
    findings.add(Field::Team, team.or_else(group).unwrap_or_default());
    sure.is_some()
}

/// The name that the email, or else its domain or the website, is made of, otherwise the first one at the top.
fn name<'text>(segments: &[&'text str], findings: &Findings) -> Option<PersonName<'text>> {
    let names = segments.iter().enumerate().filter_map(|(at, segment)| Some((at, name_of(segment)?)));
    let names: Vec<(usize, PersonName<'_>)> = names.collect();
    let (local, domain) = findings.get(Field::Email).and_then(|email| email.rsplit_once('@')).unwrap_or_default();
    let addresses = [local, domain, findings.get(Field::Website).unwrap_or_default()];
    let confirmed = addresses.iter().find_map(|address| names.iter().find(|(_, name)| name.is_in(address)));
    confirmed.or_else(|| names.iter().find(|(at, _)| *at < NAME_WITHIN)).map(|(_, name)| *name)
}

fn name_of(segment: &str) -> Option<PersonName<'_>> {
    let name = person_name::read(segment).or_else(|| person_name::read(company::naming(segment)))?;
    // "Keller Williams" is written as people are.
    let is_company = company::agency(segment).is_some_and(|(_, agency)| agency.contains(name.first));
    (!is_company).then_some(name)
}
