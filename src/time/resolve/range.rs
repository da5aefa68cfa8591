//! Ranges: the year, month or day that one end has from the other.

use super::hour::daytime;
use super::{Place, Resolved, Story, confidence};
use crate::time::calendar::Date;
use crate::time::phrase::{Calendar, Side, When, YearOf};
use crate::time::value::{Daytime, Moment, Stretch, TimeValue};

impl Story {
    pub(super) fn range(&mut self, from: When, to: When, place: Place) -> Option<Resolved> {
        let start = self.when(with_year_of(from, to), place)?;
        let TimeValue::Moment(mut first) = start.value? else { return None };
        // "8 a.m. to 5 p.m.": the second end has the day of the first.
        let mut last = match to.calendar {
            None => Moment { stretch: first.stretch, daytime: to.hour.map(daytime) },
            Some(_) => match self.when(to, place)?.value? {
                TimeValue::Moment(last) => last,
                _ => return None,
            },
        };
        if let (Some(Stretch::Day(one)), Some(Stretch::Day(other))) = (first.stretch, last.stretch) {
            let backward = one == other && minutes(first.daytime) > minutes(last.daytime);
            match to.calendar {
                // "10 p.m. to 4 a.m." ends on the next day; "10 p.m. to 4 a.m. on Saturday" begins on the one before.
                None if backward => last.stretch = other.plus_days(1).map(Stretch::Day),
                Some(_) if backward => first.stretch = one.plus_days(-1).map(Stretch::Day),
                // "from December 20 to January 4": the end is behind the beginning, whatever the tense.
                Some(calendar) if other < one && is_open(calendar) => {
                    last.stretch = year_after(other).map(Stretch::Day);
                }
                _ => {}
            }
        }
        if let (Some(Stretch::Month(year, month)), Some(Stretch::Month(end_year, end)), Some(calendar)) =
            (first.stretch, last.stretch, to.calendar)
        {
            if (end_year, end) < (year, month) && is_open(calendar) {
                last.stretch = Some(Stretch::Month(if end < month { year.checked_add(1)? } else { year }, end));
            }
        }
        let value = Some(TimeValue::Range(first, last));
        let confidence = start.confidence.min(confidence::RANGE);
        Some(Resolved { value, confidence, why: "from one to another", ..start })
    }
}

/// "March 15 to April 2, 2019": the year behind the second end is that of both, and the year before
/// it where the first is later in the year.
fn with_year_of(from: When, to: When) -> When {
    let calendar = match (from.calendar, to.calendar) {
        (
            Some(Calendar::Day { year: YearOf::Side(Side::Open), month, day, weekday }),
            Some(Calendar::Day { year, month: end, .. }),
        ) => Some(Calendar::Day { year: before(year, month > end), month, day, weekday }),
        (Some(Calendar::Month(YearOf::Side(Side::Open), month)), Some(Calendar::Month(year, end))) => {
            Some(Calendar::Month(before(year, month > end), month))
        }
        (calendar, _) => calendar,
    };
    When { calendar, ..from }
}

/// A year, or the one before it.
fn before(year: YearOf, is_before: bool) -> YearOf {
    match year {
        YearOf::Given(year) if is_before => YearOf::Given(year.saturating_sub(1)),
        YearOf::Offset(offset) if is_before => YearOf::Offset(offset.saturating_sub(1)),
        year => year,
    }
}

/// Whether a day or month leaves its year to be found.
const fn is_open(calendar: Calendar) -> bool {
    matches!(
        calendar,
        Calendar::Day { year: YearOf::Side(Side::Open), .. } | Calendar::Month(YearOf::Side(Side::Open), _)
    )
}

/// The same day a year later; the last of February for the 29th.
fn year_after(date: Date) -> Option<Date> {
    let year = date.year().checked_add(1)?;
    Date::new(year, date.month(), date.day()).or_else(|| Date::new(year, date.month(), 28))
}

/// Minutes from midnight, where a clock says them.
const fn minutes(daytime: Option<Daytime>) -> Option<u16> {
    match daytime {
        Some(Daytime::Clock(hour, minute) | Daytime::ClockSeconds(hour, minute, _)) => {
            Some(hour as u16 * 60 + minute as u16)
        }
        _ => None,
    }
}
