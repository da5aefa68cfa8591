//! Date: a day of the Gregorian calendar, and the arithmetic that resolving needs.

// Ordinals of days are counted from zero and checked by from_ordinal: none is negative.
#![allow(clippy::cast_sign_loss)]

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// A day of the Gregorian calendar, years 1 to 9999.
///
/// # Examples
/// ```
/// let published: article_digest::Date = "2020-10-27".parse()?;
/// assert_eq!(published.to_string(), "2020-10-27");
/// assert!("2020-02-30".parse::<article_digest::Date>().is_err());
/// # Ok::<(), article_digest::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The days of the years 1 to 9999, counted from the first of January of year 1.
const DAYS: i64 = 3_652_059;

impl Date {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    ///
    /// # Examples
    /// ```
    /// let published: article_digest::Date = "2020-10-27".parse()?;
    /// assert_eq!(published.weekday(), 2);
    /// # Ok::<(), article_digest::Error>(())
    /// ```
    #[must_use]
    pub const fn weekday(self) -> u8 {
        // The first of January of year 1 was a Monday.
        (self.ordinal() % 7) as u8 + 1
    }

    /// The day so many days later (earlier, where negative), if that lies in the years 1 to 9999.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Option<Self> {
        match self.ordinal().checked_add(days) {
            Some(ordinal) => Self::from_ordinal(ordinal),
            None => None,
        }
    }

    /// The same day so many months later (earlier, where negative), or the last day of that month
    /// where it is shorter, if that lies in the years 1 to 9999.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let month = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months)?;
        let year = u16::try_from(month.div_euclid(12)).ok()?;
        let month = month.rem_euclid(12) as u8 + 1;
        Self::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// Days from `earlier` to this day; negative where this day is the earlier one.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.ordinal() - earlier.ordinal()
    }

    /// The week of ISO 8601 that holds the day: the year it counts in, and its number, 1 to 53.
    ///
    /// # Examples
    /// ```
    /// let new_year: article_digest::Date = "2021-01-01".parse()?;
    /// assert_eq!(new_year.iso_week(), (2020, 53));
    /// # Ok::<(), article_digest::Error>(())
    /// ```
    #[must_use]
    pub const fn iso_week(self) -> (u16, u8) {
        // A week counts in the year that has its Thursday.
        let thursday = self.ordinal() + 4 - self.weekday() as i64;
        let Some(thursday) = Self::from_ordinal(thursday) else {
            // The last days of 9999 are a week whose Thursday is in year 10000; they stay in 9999.
            return (self.year, 52);
        };
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, ((thursday.ordinal() - first.ordinal()) / 7) as u8 + 1)
    }

    /// The Monday of a week of ISO 8601, if the year has that week: the inverse that tests hold weeks against.
    #[cfg(test)]
    fn of_iso_week(year: u16, week: u8) -> Option<Self> {
        // The fourth of January is always in week 1.
        let fourth = Self::new(year, 1, 4)?;
        let monday = fourth.plus_days(1 - i64::from(fourth.weekday()) + 7 * (i64::from(week) - 1))?;
        (monday.iso_week() == (year, week)).then_some(monday)
    }

    /// Days since the first of January of year 1.
    const fn ordinal(self) -> i64 {
        let before = self.year as i64 - 1;
        let mut days = before * 365 + before / 4 - before / 100 + before / 400;
        let mut month = 1;
        while month < self.month {
            days += days_in_month(self.year, month) as i64;
            month += 1;
        }
        days + self.day as i64 - 1
    }

    const fn from_ordinal(ordinal: i64) -> Option<Self> {
        if ordinal < 0 || ordinal >= DAYS {
            return None;
        }
        // Whole years by their mean length may be one too many or too few at their ends.
        let mut year = (ordinal * 400 / 146_097 + 1) as u16;
        let mut first = Self { year, month: 1, day: 1 };
        if first.ordinal() > ordinal {
            year -= 1;
            first = Self { year, month: 1, day: 1 };
        }
        let mut rest = ordinal - first.ordinal();
        if rest >= 365 + is_leap(year) as i64 {
            rest -= 365 + is_leap(year) as i64;
            year += 1;
        }
        let mut month = 1;
        while rest >= days_in_month(year, month) as i64 {
            rest -= days_in_month(year, month) as i64;
            month += 1;
        }
        Some(Self { year, month, day: rest as u8 + 1 })
    }
}

const fn is_leap(year: u16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days the month has.
pub(crate) const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::from(ErrorKind::Date { found: text.chars().take(40).collect() });
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' || !text.is_ascii() {
            return Err(wrong());
        }
        let number = |range: std::ops::Range<usize>| text[range].parse::<u16>().map_err(|_| wrong());
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        Self::new(year, month as u8, day as u8).ok_or_else(wrong)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of the calendar")
    }

    #[test]
    fn every_day_of_the_calendar_has_its_own_number_and_the_next_one_follows_it() {
        let mut date = day("0001-01-01");
        for ordinal in 0..DAYS {
            assert_eq!(Date::from_ordinal(ordinal), Some(date));
            assert_eq!(date.ordinal(), ordinal);
            let next = date.plus_days(1);
            let by_hand = Date::new(date.year, date.month, date.day + 1)
                .or_else(|| Date::new(date.year, date.month + 1, 1))
                .or_else(|| Date::new(date.year + 1, 1, 1));
            assert_eq!(next, by_hand);
            date = next.unwrap_or(date);
        }
        assert_eq!(date, day("9999-12-31"));
        assert_eq!(Date::from_ordinal(DAYS), None);
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        assert_eq!(day("0001-01-01").plus_days(-1), None);
        assert_eq!(day("9999-12-31").plus_days(1), None);
        assert_eq!(day("9999-12-31").plus_days(i64::MAX), None);
        assert_eq!(day("0001-01-31").plus_months(-1), None);
        assert_eq!(day("9999-12-31").plus_months(i64::MAX), None);
        assert_eq!(day("9999-12-31").iso_week(), (9999, 52));
    }

    #[test]
    fn a_month_later_is_the_last_day_where_the_month_is_shorter() {
        assert_eq!(day("2020-01-31").plus_months(1), Some(day("2020-02-29")));
        assert_eq!(day("2019-03-31").plus_months(-13), Some(day("2018-02-28")));
        assert_eq!(day("2019-12-15").plus_months(1), Some(day("2020-01-15")));
    }

    #[test]
    fn the_weeks_around_a_new_year_count_in_the_year_of_their_thursday() {
        for (date, week) in [
            ("2016-01-03", (2015, 53)),
            ("2018-12-31", (2019, 1)),
            ("2019-06-24", (2019, 26)),
            ("2021-01-03", (2020, 53)),
            ("2021-01-04", (2021, 1)),
        ] {
            assert_eq!(day(date).iso_week(), week, "{date}");
        }
        assert_eq!(Date::of_iso_week(2019, 53), None);
        assert_eq!(Date::of_iso_week(2020, 53), Some(day("2020-12-28")));
    }

    proptest! {
        #[test]
        fn days_there_and_back_are_the_same_day(ordinal in 0..DAYS, days in -4_000_000_i64..4_000_000) {
            let date = Date::from_ordinal(ordinal).expect("inside the calendar");
            if let Some(other) = date.plus_days(days) {
                prop_assert_eq!(other.plus_days(-days), Some(date));
                prop_assert_eq!(other.days_since(date), days);
                prop_assert_eq!((i64::from(other.weekday()) - i64::from(date.weekday()) - days).rem_euclid(7), 0);
            }
        }

        #[test]
        fn the_monday_of_a_week_is_found_from_its_number(ordinal in 0..DAYS - 7) {
            let date = Date::from_ordinal(ordinal).expect("inside the calendar");
            let (year, week) = date.iso_week();
            let monday = Date::of_iso_week(year, week).expect("the week of a day");
            prop_assert_eq!(date.days_since(monday), i64::from(date.weekday()) - 1);
        }

        #[test]
        fn a_printed_day_reads_back(ordinal in 0..DAYS) {
            let date = Date::from_ordinal(ordinal).expect("inside the calendar");
            prop_assert_eq!(date.to_string().parse::<Date>().expect("a printed day"), date);
        }
    }
}
