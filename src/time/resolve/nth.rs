//! Days, weeks and weekends counted in a month, and days told by weekday and number.

use super::{Anchor, Date, Place, Resolved, Story, confidence};
use crate::time::calendar::days_in_month;
use crate::time::phrase::{MonthOf, Nth, Row};
use crate::time::tense::Tense;
use crate::time::value::Stretch;

impl Story {
    /// "the first Tuesday of October", "the last weekend in May", "the 3rd of next month".
    pub(super) fn nth(&mut self, nth: Nth, place: Place) -> Option<Resolved> {
        let (stretch, anchor, sure) = match nth.month {
            MonthOf::Named(year, month) => {
                let (year, anchor) = self.year_near(year, place, |year| day_in(nth, year, month))?;
                (stretch_in(nth, year, month)?, anchor, confidence::NEAREST)
            }
            MonthOf::Offset(months) => {
                let published = self.published?;
                let first = Date::new(published.year(), published.month(), 1)?.plus_months(months.into())?;
                (stretch_in(nth, first.year(), first.month())?, Anchor::Published, confidence::DEICTIC)
            }
        };
        Some(self.moved(stretch, anchor, sure, "counted in its month"))
    }

    /// "Friday the 13th": the nearest such day; the tense weighs as it does for days of a month.
    pub(super) fn weekday_and_day(&mut self, weekday: u8, day: u8, place: Place) -> Option<Resolved> {
        let published = self.published?;
        let first = Date::new(published.year(), published.month(), 1)?;
        let cost = |date: Date| {
            let days = date.days_since(published);
            match place.tense {
                Tense::Past if days > 0 => days.abs() * 2,
                Tense::Future if days < 0 => days.abs() * 2,
                _ => days.abs(),
            }
        };
        // A weekday falls on a day of the month about once in seven months, fourteen at most.
        let dates = (-14..=14).filter_map(|months| {
            let month = first.plus_months(months)?;
            Date::new(month.year(), month.month(), day).filter(|date| date.weekday() == weekday)
        });
        let date = dates.min_by_key(|&date| cost(date))?;
        Some(self.moved(Stretch::Day(date), Anchor::Published, confidence::UNCLEAR, "the nearest day that is both"))
    }
}

/// A day of what is counted, to weigh its year by.
fn day_in(nth: Nth, year: u16, month: u8) -> Option<Date> {
    match nth.what {
        Row::Day => Date::new(year, month, nth.which.unwrap_or(days_in_month(year, month))),
        Row::Weekday(weekday) => weekday_in(nth.which, weekday, year, month),
        Row::Weekend => weekday_in(nth.which, 6, year, month),
        // A week is of the month in which its Thursday lies, as a week of ISO 8601 is of its year.
        Row::Week => weekday_in(nth.which, 4, year, month),
    }
}

/// The day of a month that is its which-th of a weekday, or the last; none where the month has not so many.
fn weekday_in(which: Option<u8>, weekday: u8, year: u16, month: u8) -> Option<Date> {
    match which {
        Some(which) => {
            let first = Date::new(year, month, 1)?;
            let on = (i64::from(weekday) - i64::from(first.weekday())).rem_euclid(7);
            let date = first.plus_days(on + 7 * (i64::from(which) - 1))?;
            (date.month() == month).then_some(date)
        }
        None => {
            let last = Date::new(year, month, days_in_month(year, month))?;
            last.plus_days(-(i64::from(last.weekday()) - i64::from(weekday)).rem_euclid(7))
        }
    }
}

/// What is counted, in a month of a year.
fn stretch_in(nth: Nth, year: u16, month: u8) -> Option<Stretch> {
    let date = day_in(nth, year, month)?;
    let (year, week) = date.iso_week();
    Some(match nth.what {
        Row::Day | Row::Weekday(_) => Stretch::Day(date),
        Row::Weekend => Stretch::Weekend(year, week),
        Row::Week => Stretch::Week(year, week),
    })
}
