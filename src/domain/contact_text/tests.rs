use proptest::prelude::*;

use super::read;
use crate::domain::field::Field::{self, *};

/// Each text with all that must be found in it.
type Table<'text> = &'text [(&'text str, &'text [(Field, &'text str)])];

fn check(table: Table<'_>) {
    for (text, expected) in table {
        let found = read(text);
        let found: Vec<(Field, &str)> = found.iter().map(|(field, value)| (*field, value.as_str())).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn cards_are_read() {
    check(&[
        // The project's own writer, with a name long enough to be folded.
        (
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\n\
             ORG:Harbor\\, Hill\\; Sons and Daughters and everyone else of the family Re\r\n alty;Quay\r\n\
             EMAIL;TYPE=INTERNET,WORK:ana@ruiz.example\r\nTEL;TYPE=WORK,VOICE:+1 555 010 0017\r\n\
             ADR;TYPE=WORK:;;1 Quay\\nFloor 2;Portland;OR;97201;\r\nURL:https://ruiz.example/a,b\r\nEND:VCARD\r\n",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz"),
                (Email, "ana@ruiz.example"),
                (Phone, "+1 555 010 0017"),
                (Agency, "Harbor, Hill; Sons and Daughters and everyone else of the family Realty"),
                (Team, "Quay"),
                (Address, "1 Quay, Floor 2"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "https://ruiz.example/a,b"),
            ],
        ),
        // The writer where there is no name.
        ("BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:555\nORG:;Team\nTEL:555\nEND:VCARD", &[(Phone, "555"), (Team, "Team")]),
        // Apple.
        (
            "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\nN:Núñez;José;;Mr.;\nFN:Mr. José Núñez\n\
             ORG:Harbor Realty;\nTITLE:REALTOR®\nitem1.EMAIL;type=INTERNET;type=pref:jose@harbor.example\n\
             EMAIL;type=INTERNET;type=HOME:jose@home.example\nTEL;type=WORK;type=FAX;type=pref:555-010-0011\n\
             TEL;type=WORK;type=VOICE:555-010-0012\nTEL;type=CELL;type=VOICE:(555) 010-0017\n\
             item2.ADR;type=WORK;type=pref:;;1 Quay St\\nSuite 3;Portland;OR;97201;United States\n\
             item2.X-ABADR:us\nitem3.URL;type=pref:https://harbor.example\nitem3.X-ABLabel:_$!<HomePage>!$_\n\
             X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/jose\n\
             X-SOCIALPROFILE;type=twitter;x-user=jose:x-apple:jose\nNOTE:Met at the\\nopen house\\, May\n\
             CATEGORIES:VIP\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRgABAQ==\nEND:VCARD\n",
            &[
                (FirstName, "José"),
                (LastName, "Núñez"),
                (Email, "jose@harbor.example"),
                (Phone, "(555) 010-0017"),
                (Agency, "Harbor Realty"),
                (Address, "1 Quay St, Suite 3"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "https://harbor.example"),
                (Linkedin, "http://www.linkedin.com/in/jose"),
                (Twitter, "jose"),
                (Notes, "Met at the\nopen house, May"),
            ],
        ),
        // Apple's own labels, for a number and for a company.
        (
            "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Harbor Hill\nORG:Harbor Hill;\nX-ABShowAs:COMPANY\nitem1.TEL:555-010-0011\n\
             item1.X-ABLabel:_$!<WorkFAX>!$_\nitem2.TEL:555-010-0012\nitem2.X-ABLabel:Main\nEND:VCARD",
            &[(Phone, "555-010-0012"), (Agency, "Harbor Hill")],
        ),
        // Google.
        (
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ana M. Ruiz\nN:Ruiz;Ana;M.;;\nEMAIL;TYPE=INTERNET:ana@ruiz.example\n\
             TEL;TYPE=CELL:+15550100017\nADR:;;1 Quay St;Portland;OR;97201;US;1 Quay St\\nPortland\\, OR 97201\\nUS\n\
             ORG:Harbor Realty\nitem1.URL:https\\://www.facebook.com/ana\nitem1.X-ABLabel:PROFILE\n\
             item2.URL:http\\://ruiz.example\nCATEGORIES:myContacts\nEND:VCARD",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz"),
                (Email, "ana@ruiz.example"),
                (Phone, "+15550100017"),
                (Agency, "Harbor Realty"),
                (Address, "1 Quay St"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "http://ruiz.example"),
                (Facebook, "https://www.facebook.com/ana"),
            ],
        ),
        // Outlook, with soft breaks and two addresses.
        (
            "BEGIN:VCARD\r\nVERSION:2.1\r\nX-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns=\"http://a.example\"/>\r\n\
             N;LANGUAGE=en-us;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Mar=C3=\r\n=ADa\r\n\
             FN;CHARSET=utf-8;QUOTED-PRINTABLE:Mar=C3=ADa N=C3=BA=C3=B1ez\r\nORG:Harbor Realty;Quay Team\r\n\
             TITLE:Broker\r\nNOTE;ENCODING=QUOTED-PRINTABLE:Calls back=0D=0A=\r\nin the evening\r\n\
             TEL;WORK;FAX:(555) 010-0011\r\nTEL;WORK;VOICE:(555) 010-0012\r\nTEL;CELL;VOICE:(555) 010-0017\r\n\
             ADR;HOME:;;9 Home Rd;Salem;OR;97301;United States of America\r\n\
             ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;1 Quay St=0D=0ASuite 3;Portland;OR;97201;United States of =\r\n\
             America\r\nLABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:1 Quay St=0D=0A=\r\nPortland\r\n\
             URL;WORK:http://harbor.example\r\nEMAIL;INTERNET:other@harbor.example\r\n\
             EMAIL;PREF;INTERNET:maria@harbor.example\r\nREV:20240101T000000Z\r\nEND:VCARD\r\n",
            &[
                (FirstName, "María"),
                (LastName, "Núñez"),
                (Email, "maria@harbor.example"),
                (Phone, "(555) 010-0017"),
                (Agency, "Harbor Realty"),
                (Team, "Quay Team"),
                (Address, "1 Quay St, Suite 3"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "http://harbor.example"),
                (Notes, "Calls back\nin the evening"),
            ],
        ),
        // 4.0: numbers as addresses, preferences as numbers, quoted parameters.
        (
            "BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN:Maria de la Cruz\nEMAIL;PREF=2:b@cruz.example\nEMAIL;PREF=1:a@cruz.example\n\
             TEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:tel:+1-555-010-0012\nTEL;VALUE=uri;TYPE=\"cell,text\":tel:+1-555-010-0017;ext=12\n\
             ADR;LABEL=\"Mail: 1 Quay; Portland\";TYPE=work:PO Box 7;Suite 3;1 Quay St;Portland;Oregon;97201;USA\n\
             SOCIALPROFILE;SERVICE-TYPE=Instagram:https://www.instagram.com/cruz\nURL:cruz.example\nEND:VCARD",
            &[
                (FirstName, "Maria"),
                (LastName, "de la Cruz"),
                (Email, "a@cruz.example"),
                (Phone, "+1-555-010-0017;ext=12"),
                (Address, "1 Quay St, Suite 3, PO Box 7"),
                (City, "Portland"),
                (State, "Oregon"),
                (Zip, "97201"),
                (Website, "cruz.example"),
                (Instagram, "https://www.instagram.com/cruz"),
            ],
        ),
        // Only the first of several; neither the card of an assistant within it.
        (
            "BEGIN:VCARD\nVERSION:2.1\nN:Ruiz;Ana\nAGENT:\nBEGIN:VCARD\nN:Soto;Luis\nTEL:555-010-0099\nEND:VCARD\nEND:VCARD\n\
             BEGIN:VCARD\nN:Soto;Luis\nEMAIL:luis@soto.example\nEND:VCARD",
            &[(FirstName, "Ana"), (LastName, "Ruiz")],
        ),
        // In a mail, with a margin and without an end.
        (
            "My card:\n\n  begin:vcard\n  version:3.0\n  n:Ruiz;Ana\n  note:one\n   two\n  url:javascript:alert(1)\n  email:none",
            &[(FirstName, "Ana"), (LastName, "Ruiz"), (Notes, "onetwo")],
        ),
        // A vCard 2.1 keeps the space that a line was broken at.
        (
            "BEGIN:VCARD\nVERSION:2.1\nN:Ruiz;Ana\nNOTE:one\n two\nEND:VCARD",
            &[(FirstName, "Ana"), (LastName, "Ruiz"), (Notes, "one two")],
        ),
        ("BEGIN:VCARD", &[]),
    ]);
}

#[test]
fn signatures_are_read() {
    check(&[
        (
            "Ana Ruiz, REALTOR®, GRI, ABR\nHarbor Realty, LLC\nO: (555) 010-0012\nM: (555) 010-0017\nF: (555) 010-0011\n\
             ana@harborrealty.example\nwww.harborrealty.example\n1 Quay Street, Suite 300, Portland, OR 97201\nDRE #01234567",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz"),
                (Email, "ana@harborrealty.example"),
                (Phone, "(555) 010-0017"),
                (Agency, "Harbor Realty, LLC"),
                (Address, "1 Quay Street, Suite 300"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "www.harborrealty.example"),
            ],
        ),
        (
            "Hi Bob,\n\nCan you inspect 12 Oak Street on Friday? The seller is at 555-010-0099.\n\nThanks!\n\n\
             Luis Soto | Broker Associate\nThe Soto Team at Keller Williams\n555.010.0017 | luis@sototeam.example\n\
             https://www.facebook.com/sototeam | https://instagram.com/sototeam/\nSent from my iPhone",
            &[
                (FirstName, "Luis"),
                (LastName, "Soto"),
                (Email, "luis@sototeam.example"),
                (Phone, "555.010.0017"),
                (Agency, "Keller Williams"),
                (Team, "The Soto Team"),
                (Facebook, "https://www.facebook.com/sototeam"),
                (Instagram, "https://instagram.com/sototeam/"),
            ],
        ),
        (
            "Best,\n*Mary Ann O’Neill* – Broker\nRE/MAX Equity Group\n1200 5th Ave • Ste 3 • Lake Oswego, OR 97034\n\
             +1 555 010 0017 x12\nEmail: mary@oneill.example<mailto:mary@oneill.example>\nWeb: oneill.example",
            &[
                (FirstName, "Mary Ann"),
                (LastName, "O’Neill"),
                (Email, "mary@oneill.example"),
                (Phone, "+1 555 010 0017 x12"),
                (Agency, "RE/MAX Equity Group"),
                (Address, "1200 5th Ave, Ste 3"),
                (City, "Lake Oswego"),
                (State, "OR"),
                (Zip, "97034"),
                (Website, "oneill.example"),
            ],
        ),
        (
            "José Núñez Peña\nAsesor de bienes raíces\nCentury 21 Bahía\nCelular: 555-010-0017\nFax: 555-010-0011\n\
             jose@bahia.example",
            &[
                (FirstName, "José Núñez"),
                (LastName, "Peña"),
                (Email, "jose@bahia.example"),
                (Phone, "555-010-0017"),
                (Agency, "Century 21 Bahía"),
            ],
        ),
        (
            "С уважением,\nЮлия Иванова\nCompass\nт. +1 (555) 010-0017\nюлия@пример.рф",
            &[
                (FirstName, "Юлия"),
                (LastName, "Иванова"),
                (Email, "юлия@пример.рф"),
                (Phone, "+1 (555) 010-0017"),
                (Agency, "Compass"),
            ],
        ),
        (
            "山田 太郎\neXp Realty\n☎ 555-010-0012\n📱 555-010-0017\n✉ taro@yamada.example",
            &[
                (FirstName, "太郎"),
                (LastName, "山田"),
                (Email, "taro@yamada.example"),
                (Phone, "555-010-0017"),
                (Agency, "eXp Realty"),
            ],
        ),
        (
            "Warm regards,\n\nDr. Priya Sharma (she/her)\nCascade Sotheby's International Realty\nDirect 555 010 0017\n\
             Office 555 010 0012\npriya.sharma@cascade.example\nlinkedin.com/in/priyasharma\nx.com/priya\n\
             Licensed in OR & WA, Lic. #5550100099\n[cid:image001.png@01D9A2B3.ABCDEF]",
            &[
                (FirstName, "Priya"),
                (LastName, "Sharma"),
                (Email, "priya.sharma@cascade.example"),
                (Phone, "555 010 0017"),
                (Agency, "Cascade Sotheby's International Realty"),
                (Linkedin, "linkedin.com/in/priyasharma"),
                (Twitter, "x.com/priya"),
            ],
        ),
        (
            "Ana Ruiz\t|\tColdwell Banker Bain\t|\t(c) 555-010-0017\t|\tana@cbbain.example\t|\twww.anaruiz.example.",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz"),
                (Email, "ana@cbbain.example"),
                (Phone, "555-010-0017"),
                (Agency, "Coldwell Banker Bain"),
                (Website, "www.anaruiz.example"),
            ],
        ),
        // The name is below the agency, and what is above it looks like one.
        (
            "Cascade Vista\nHarbor Hill Properties\nListing Specialist\nTop Producer 2023\nKim Nguyen\nkim.nguyen@vista.example\n\
             555-010-0017 cell\n555-010-0012 office",
            &[
                (FirstName, "Kim"),
                (LastName, "Nguyen"),
                (Email, "kim.nguyen@vista.example"),
                (Phone, "555-010-0017"),
                (Agency, "Harbor Hill Properties"),
            ],
        ),
        (
            "Robert \"Bob\" Smith Jr.\nBroker/Owner, Windermere Realty Trust\nThe Smith Group\nC/T: 555-010-0017\nP.O. Box 12\n\
             Salem, Oregon 97301-0012\nbob@smith.example",
            &[
                (FirstName, "Robert \"Bob\""),
                (LastName, "Smith Jr."),
                (Email, "bob@smith.example"),
                (Phone, "555-010-0017"),
                (Agency, "Windermere Realty Trust"),
                (Team, "The Smith Group"),
                (Address, "P.O. Box 12"),
                (City, "Salem"),
                (State, "Oregon"),
                (Zip, "97301-0012"),
            ],
        ),
        // A mail that was handed on, with its head.
        (
            "FYI\n---------- Forwarded message ---------\nFrom: Ana Ruiz <ana@ruiz.example>\nDate: Mon, May 1, 2023 at 9:00 AM\n\
             Subject: 12 Oak Street\nTo: Bob <bob@inspect.example>\n\nHello Bob,\nplease call.\n-- \nAna Ruiz\n\
             Berkshire Hathaway HomeServices Northwest Real Estate\n555-010-0017",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz"),
                (Email, "ana@ruiz.example"),
                (Phone, "555-010-0017"),
                (Agency, "Berkshire Hathaway HomeServices Northwest Real Estate"),
            ],
        ),
        // What is quoted below is another person's.
        (
            "Sounds good.\n\nBest Regards,\nAna Ruiz\nHarbor Homes\n555-010-0017\n\n\
             On Mon, May 1, 2023 at 9:00 AM Bob Stone <bob@inspect.example> wrote:\n> Hi Ana\n> Bob Stone\n> 555-010-0099",
            &[(FirstName, "Ana"), (LastName, "Ruiz"), (Phone, "555-010-0017"), (Agency, "Harbor Homes")],
        ),
        // Outlook's way to write links in plain text, and a disclaimer.
        (
            "Ana Ruiz-Soto\r\nPrincipal Broker | Licensed in Oregon\r\nPremiere Property Group, LLC\r\n\
             12 NW Oak Rd #200\r\nPortland OR 97201\r\nCell 555.010.0017, Office 555.010.0012\r\n\
             ana@premiere.example<mailto:ana@premiere.example>\r\n\
             www.premiere.example<http://www.premiere.example/>\r\nFacebook<https://www.facebook.com/ana.ruiz>\r\n\
             https://calendly.com/ana\r\nWIRE FRAUD ALERT: never trust wiring instructions sent by email.\r\n",
            &[
                (FirstName, "Ana"),
                (LastName, "Ruiz-Soto"),
                (Email, "ana@premiere.example"),
                (Phone, "555.010.0017"),
                (Agency, "Premiere Property Group, LLC"),
                (Address, "12 NW Oak Rd #200"),
                (City, "Portland"),
                (State, "OR"),
                (Zip, "97201"),
                (Website, "www.premiere.example"),
                (Facebook, "https://www.facebook.com/ana.ruiz"),
            ],
        ),
        // An agency that is written as people are, and a couple.
        (
            "The Johnson Team\nMark & Lisa Johnson\nKeller Williams\n555-010-0017\njohnson@team.example",
            &[
                (Email, "johnson@team.example"),
                (Phone, "555-010-0017"),
                (Agency, "Keller Williams"),
                (Team, "The Johnson Team"),
            ],
        ),
        ("Ana Ruiz, REALTOR®\nHarbor Realty", &[(FirstName, "Ana"), (LastName, "Ruiz"), (Agency, "Harbor Realty")]),
    ]);
}

#[test]
fn nothing_is_made_up() {
    check(&[
        ("", &[]),
        (" \r\n\t\u{feff}", &[]),
        (
            "Stopping by Woods\n\nWhose woods these are I think I know.\nHis house is in the village though;\n\
             Homes And Hearths\nHe will not see me stopping here",
            &[],
        ),
        ("On Mon, May 1, 2023, Bob wrote:\n> Ana Ruiz\n> Harbor Realty\n> 555-010-0017", &[]),
        ("> Ana Ruiz\n> ana@ruiz.example", &[]),
        ("(555) 010-0017", &[(Phone, "(555) 010-0017")]),
        ("Fax: 555-010-0017", &[]),
        ("DRE 01234567", &[]),
        ("Ana Ruiz", &[]),
        ("Thanks,\nAna", &[]),
        ("Order 5550100017123 on 2024-10-17 for $1,200.50", &[]),
    ]);
}

#[test]
fn only_the_start_of_a_long_text_is_read() {
    let text = format!("{}\nana@ruiz.example", "é\n".repeat(10_000));
    assert_eq!(read(&text), []);
    assert_eq!(read(&format!("ana@ruiz.example\n{}", "é\n".repeat(20_000))).len(), 1);
}

#[test]
fn found_values_are_in_the_order_of_the_form() {
    let found = read("BEGIN:VCARD\nNOTE:a\nURL:https://a.example\nTEL:555\nN:Ruiz;Ana\nEND:VCARD");
    let fields: Vec<Field> = found.into_iter().map(|(field, _)| field).collect();
    let ordered: Vec<Field> = Field::TEXTS.into_iter().filter(|field| fields.contains(field)).collect();
    assert_eq!(fields, ordered);
}

/// As the project's writer does it.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

fn is_readable(found: &[(Field, String)]) -> bool {
    found.iter().all(|(field, value)| {
        let is_seen = value.chars().all(|letter| !letter.is_control() || (*field == Notes && "\n\t".contains(letter)));
        !value.is_empty() && value.trim() == value && is_seen
    })
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text: String) {
        prop_assert!(is_readable(&read(&text)));
    }

    #[test]
    fn any_card_is_read_without_harm(version in "(2\\.1|3\\.0|4\\.0)", text: String) {
        let card = format!("BEGIN:VCARD\nVERSION:{version}\n{text}");
        prop_assert!(is_readable(&read(&card)));
    }

    /// Made of what the readers look for, so that it comes to the odd places.
    #[test]
    fn any_mix_of_known_parts_is_read_without_harm(
        text in "([ \n\t,.:;|@=+#()<>\"\\\\é•–山]|1|555|97201|OR|St|Suite|PO Box|Ana|Ruiz|de|Team|The|at|Realty|LLC|ext|www\\.|\
                 https://|x\\.com/|a\\.com|Best,|--|From:|On |wrote:|Fax|M:){0,60}",
    ) {
        prop_assert!(is_readable(&read(&text)));
    }

    #[test]
    fn any_mix_of_a_card_s_parts_is_read_without_harm(
        text in "([ \n\t,:;=\"\\\\éa.]|\r\n|N|FN|TEL|ADR|EMAIL|ORG|URL|NOTE|X-ABLABEL|item1\\.|TYPE|PREF|CELL|ENCODING=QUOTED-PRINTABLE|\
                 =C3=A9|=\n|tel:|;ext=|BEGIN:VCARD|END:VCARD|a@b\\.example){0,60}",
    ) {
        let card = format!("BEGIN:VCARD\n{text}");
        prop_assert!(is_readable(&read(&card)));
    }

    #[test]
    fn names_and_agencies_come_back_as_they_were_written(first in "[^\\p{C}]{1,40}", agency in "[^\\p{C}]{1,60}") {
        let card = format!("BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;{};;;\r\nORG:{}\r\nEND:VCARD\r\n", escape(&first), escape(&agency));
        let found = read(&card);
        let value = |field| found.iter().find(|(found, _)| *found == field).map(|(_, value)| value.as_str()).unwrap_or_default();
        prop_assert_eq!(value(FirstName), first.trim());
        prop_assert_eq!(value(Agency), agency.trim());
    }
}
