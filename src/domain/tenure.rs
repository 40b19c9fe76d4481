//! How long an agent has sent inspections.

use crate::locale::{Locale, td_string};

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Of the common era.
    pub year: i32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

impl Day {
    /// Reads the beginning of a date or a date-time as the API writes them: `2019-03-02`, `2019-03-02T10:00:00Z`.
    pub fn read(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let is_date =
            (1..=12).contains(&month) && (1..=31).contains(&day) && (rest.is_empty() || rest.starts_with(['T', ' ']));
        is_date.then_some(Self { year: year as i32, month, day })
    }

    /// Whole months from this day to a later one; `None` if that is earlier.
    fn months_until(self, later: Self) -> Option<u32> {
        let months = (later.year - self.year) * 12 + later.month as i32 - self.month as i32;
        let begun = i32::from(later.day < self.day);
        u32::try_from(months - begun).ok()
    }
}

/// The time from `first` to `today` in words: years, under one year months. `None` if that is no time.
pub fn tenure(locale: Locale, first: Day, today: Day) -> Option<String> {
    Some(match first.months_until(today)? {
        0 => td_string!(locale, detail.under_a_month).into(),
        months @ 1..12 => td_string!(locale, detail.months, count = months),
        months => td_string!(locale, detail.years, count = months / 12),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    #[test]
    fn a_day_is_read_from_a_date_or_a_date_time() {
        assert_eq!(day("2019-03-02"), Day { year: 2019, month: 3, day: 2 });
        assert_eq!(day("2019-03-02T10:00:00+02:00"), day("2019-03-02 10:00"));
        for text in ["", "2019", "2019-13-01", "2019-00-10", "03/02/2019", "2019-03-021", "yesterday…", "2019-é-é1"]
        {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }

    #[test]
    fn time_is_told_in_whole_years_or_months() {
        let until = |today| tenure(Locale::en, day("2019-03-31"), day(today));
        assert_eq!(until("2019-03-31").as_deref(), Some("less than a month"));
        assert_eq!(until("2019-04-30").as_deref(), Some("less than a month"));
        assert_eq!(until("2019-05-01").as_deref(), Some("1 month"));
        assert_eq!(until("2020-03-30").as_deref(), Some("11 months"));
        assert_eq!(until("2020-03-31").as_deref(), Some("1 year"));
        assert_eq!(until("2026-06-01").as_deref(), Some("7 years"));
        assert_eq!(until("2019-03-30"), None);
    }

    #[test]
    fn one_year_and_several_differ_in_every_language() {
        let until = |locale, today| tenure(locale, day("2019-03-31"), day(today)).unwrap();
        assert_eq!(
            (until(Locale::es, "2020-03-31"), until(Locale::es, "2021-03-31")),
            ("1 año".into(), "2 años".into())
        );
        assert_eq!((until(Locale::fr, "2020-03-31"), until(Locale::fr, "2021-03-31")), ("1 an".into(), "2 ans".into()));
    }
}
