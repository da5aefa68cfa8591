//! Days and months: "Friday, June 28, 2019", "18 October", "the 3rd of May", "Oct. 18",
//! "2019-06-25", "July 27–28", "March of last year".

use super::Found;
use crate::text::Case;
use crate::time::numeric::Numeric;
use crate::time::phrase::{Calendar, Hour, Reading, Side, When, YearOf};
use crate::time::reader::Reader;
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// A day, a month or a weekday.
    pub(super) fn day(&self, index: usize) -> Found<When> {
        match self.word(index) {
            // "Super Tuesday" and "Bloody Sunday" are names.
            Some(Word::Weekday(_)) if self.is_name_of_day(index) => None,
            Some(Word::Weekday(weekday)) => Some(self.weekday(index, weekday)),
            Some(Word::ShortWeekday(weekday)) if self.is_capitalised(index) => {
                let (end, when) = self.weekday(index, weekday);
                // "Sun" and "Sat" alone are words; with a date beside them they are days.
                matches!(when.calendar, Some(Calendar::Day { .. } | Calendar::WeekdayAndDay(..))).then_some((end, when))
            }
            Some(Word::Month(_) | Word::MaybeMonth(_) | Word::ShortMonth(_)) => self.month_first(index),
            Some(Word::The) => {
                // "the 3rd of May", "the third of May"
                let (day, next) = self.ordinal(index + 1)?;
                if !self.is(next, Word::Of) || !(1..=31).contains(&day) {
                    return None;
                }
                self.month_after_day(next + 1, day, None).map(|(end, calendar)| (end, calendar.into()))
            }
            Some(Word::Ordinal(_)) => {
                let (day, next) = self.ordinal(index)?;
                let of = self.is(next, Word::Of);
                if !of {
                    return None;
                }
                self.month_after_day(next + 1, day, None).map(|(end, calendar)| (end, calendar.into()))
            }
            Some(_) => None,
            None => self.day_first(index),
        }
    }

    fn is_name_of_day(&self, index: usize) -> bool {
        index > self.start
            && self.is_capitalised(index - 1)
            && matches!(
                self.document.fold(index - 1),
                "super" | "bloody" | "black" | "giving" | "ruby" | "fat" | "wicked"
            )
    }

    /// The month that a word names, where it must be one: beside a day or a year.
    pub(super) fn any_month(&self, index: usize) -> Option<u8> {
        match self.word(index)? {
            Word::Month(month) | Word::MaybeMonth(month) | Word::ShortMonth(month) => Some(month),
            _ => None,
        }
    }

    /// "October 18, 2019", "October 2019", "October".
    fn month_first(&self, index: usize) -> Found<When> {
        let month = self.any_month(index)?;
        // "may 18 people": a month of small letters is none, but for those that are nothing else and
        // before a day with its ending or its year: "march 3rd", "may 4, 2019".
        let small = self.case(index) == Some(Case::Lower) && !matches!(self.word(index), Some(Word::Month(_)));
        if small {
            let (_, next) = self.day_number(index + 1)?;
            let ordinal = matches!(self.numeric(index + 1), Some((Numeric::Ordinal(_), ..)));
            let dated = matches!(self.year_after(next, true).1, YearOf::Given(_));
            if !ordinal && !dated {
                return None;
            }
        }
        let dot = usize::from(matches!(self.word(index), Some(Word::ShortMonth(_))) && self.is_text(index + 1, "."));
        let at = index + 1 + dot;
        if let Some((day, next)) = self.day_number(at) {
            let (end, year) = self.year_after(next, true);
            return Some((end, Calendar::Day { year, month, day, weekday: None }.into()));
        }
        let (end, year) = self.year_after(at, false);
        let bare = year == YearOf::OPEN;
        (!bare || self.is_month_alone(index)).then_some((end, Calendar::Month(year, month).into()))
    }

    /// A day of the month after its month: not the hour of "March 5:30" nor the count of "May 20 people".
    fn day_number(&self, index: usize) -> Option<(u8, usize)> {
        // "October first, 2019": in words only where nothing goes on from it but the year.
        if let Some((day @ 1..=31, next)) = self.ordinal(index).filter(|_| self.word(index).is_some()) {
            return (self.closes(next) || self.year(next).is_some()).then_some((day, next));
        }
        let (day, next) = self.day_of_month(index)?;
        let percent = self.is_text(next, "%") || self.is_text(next, "per") && !self.is_spaced(next);
        (!percent).then_some((day, next))
    }

    /// Whether a month without day or year is meant as one.
    fn is_month_alone(&self, index: usize) -> bool {
        // "mid-August"
        let dashed = index > self.start && self.is_dash(index - 1) && !self.is_spaced(index);
        let before = if dashed { self.word_before(index - 1) } else { self.word_before(index) };
        let led = before.is_some_and(Word::leads_to_date)
            || matches!(
                before,
                Some(
                    Word::Last
                        | Word::Past
                        | Word::Next
                        | Word::This
                        | Word::That
                        | Word::Following
                        | Word::Edge
                        | Word::And
                        | Word::Or
                )
            );
        match self.word(index) {
            // "Theresa May", "March for Our Lives": a preposition or its like must lead to it; "to May"
            // and "of March" lead to names as well.
            Some(Word::MaybeMonth(_)) => {
                led && self.case(index) == Some(Case::Capitalised)
                    && !self.is_name_after(index + 1)
                    && !matches!(before, Some(Word::To | Word::And | Word::Or | Word::On))
            }
            // "April Jones", "June Carter": a given name, unless a preposition leads to it.
            Some(Word::Month(_)) => {
                !self.is_name_after(index + 1)
                    || led && !matches!(before, Some(Word::And | Word::Or | Word::To | Word::By))
            }
            _ => led && self.is_text(index + 1, "."),
        }
    }

    /// Whether a capitalised word that is no word of time stands here.
    pub(super) fn is_name_after(&self, index: usize) -> bool {
        self.is_capitalised(index) && self.word(index).is_none()
    }

    /// ", 2019", " 2019", " of last year", ", last year" after a day or a month.
    pub(super) fn year_after(&self, index: usize, day: bool) -> (usize, YearOf) {
        let comma = usize::from(self.is_comma(index));
        if let Some((year, end)) = self.year(index + comma) {
            // "On October 18, 2019": after a comma only the years of our time are read as one's.
            if day || comma == 0 || (1900..2100).contains(&year) {
                return (end, YearOf::Given(year));
            }
        }
        let of = usize::from(comma == 0 && self.is(index, Word::Of));
        let at = index + comma + of;
        if of == 1 {
            if let Some((year, end)) = self.year(at) {
                return (end, YearOf::Given(year));
            }
        }
        let offset = match self.word(at) {
            Some(Word::Last) => -1,
            Some(Word::This) => 0,
            Some(Word::Next) => 1,
            _ => return (index, YearOf::OPEN),
        };
        // "on May 3, this year's winner" begins anew.
        let clitic = self.is_text(at + 2, "'s");
        match self.word(at + 1) {
            Some(Word::Unit(crate::time::value::TimeUnit::Year)) if !(comma == 1 && clitic) => {
                (at + 2, YearOf::Offset(offset))
            }
            _ => (index, YearOf::OPEN),
        }
    }

    /// "18 October 2019", "18th of October", "2019-06-25", "10/27/2020".
    fn day_first(&self, index: usize) -> Found<When> {
        if self.is_glued_before(index) {
            return None;
        }
        match self.numeric(index)? {
            (Numeric::Date { year, month, day, time }, None, next) => {
                let calendar = Calendar::Day { year: YearOf::Given(year), month, day, weekday: None };
                let hour = time.map(|(hour, minute)| Hour::Clock { hour, minute, second: None, universal: false });
                Some((next, When { calendar: Some(calendar), hour }))
            }
            // Month 0 stands for the date whose words do not say which it is.
            (Numeric::Ambiguous, None, next) => {
                Some((next, Calendar::Day { year: YearOf::OPEN, month: 0, day: 0, weekday: None }.into()))
            }
            (Numeric::Plain { value, digits: 1 | 2 }, None, next) if (1..=31).contains(&value) => {
                let month = next + usize::from(self.is_dash(next) && !self.is_spaced(next));
                self.month_after_day(month, value as u8, None).map(|(end, calendar)| (end, calendar.into()))
            }
            (Numeric::Ordinal(day @ 1..=31), None, next) => {
                let of = usize::from(self.is(next, Word::Of));
                self.month_after_day(next + of, day, None).map(|(end, calendar)| (end, calendar.into()))
            }
            _ => None,
        }
    }

    /// "October 2019" after a day.
    fn month_after_day(&self, index: usize, day: u8, weekday: Option<u8>) -> Found<Calendar> {
        let month = self.any_month(index)?;
        // "20 may have died", "7 march on": a month beside a day has its capital.
        if self.case(index) == Some(Case::Lower)
            && !matches!(self.word(index), Some(Word::Month(_) | Word::ShortMonth(_)))
        {
            return None;
        }
        // "27 Jun 2016"; the dot of "27 Jun." belongs to it only before a year.
        let dot = usize::from(self.is_text(index + 1, ".") && self.year(index + 2).is_some());
        let dash = usize::from(self.is_dash(index + 1) && !self.is_spaced(index + 1) && self.year(index + 2).is_some());
        let (end, year) = self.year_after(index + 1 + dot + dash, true);
        Some((end, Calendar::Day { year, month, day, weekday }))
    }

    /// "Friday", "Friday, June 28, 2019", "Friday 28 June", "Friday the 13th", "Friday of next week".
    pub(super) fn weekday(&self, index: usize, weekday: u8) -> (usize, When) {
        let dot = usize::from(matches!(self.word(index), Some(Word::ShortWeekday(_))) && self.is_text(index + 1, "."));
        let next = index + 1 + dot;
        let comma = usize::from(self.is_comma(next));
        let at = next + comma;
        let dated = match self.word(at) {
            Some(Word::Month(_) | Word::MaybeMonth(_) | Word::ShortMonth(_)) => self.month_first(at),
            Some(Word::The) => self.day(at),
            None => self.day_first(at),
            Some(_) => None,
        };
        match dated {
            Some((end, When { calendar: Some(Calendar::Day { year, month, day, .. }), hour })) if month > 0 => {
                (end, When { calendar: Some(Calendar::Day { year, month, day, weekday: Some(weekday) }), hour })
            }
            _ => {
                let told = self.week_of_weekday(next, weekday).or_else(|| self.day_of_weekday(next, weekday));
                told.map_or((index + 1, Calendar::Weekday(weekday, Side::Open).into()), |(end, calendar)| {
                    (end, calendar.into())
                })
            }
        }
    }

    /// "July 27–28", "May 24 to 26, 2019", "27–28 July", "December 5 and 6".
    pub(super) fn day_range(&self, index: usize) -> Found<Reading> {
        let range = |year, month, from, to| {
            (from < to).then(|| {
                let day = |day| Calendar::Day { year, month, day, weekday: None }.into();
                Reading::Range(day(from), day(to))
            })
        };
        if let Some(month) = self.any_month(index) {
            if self.case(index) == Some(Case::Lower) && !matches!(self.word(index), Some(Word::Month(_))) {
                return None;
            }
            let dot = usize::from(self.is_text(index + 1, "."));
            let (from, next) = self.day_number(index + 1 + dot)?;
            let (to, next) = self.day_number(self.range_mark(next)?)?;
            // "July 27 to 30 per cent", "March 4 to 11:30"
            if self.is_text(next, ":") {
                return None;
            }
            let (end, year) = self.year_after(next, true);
            return range(year, month, from, to).map(|reading| (end, reading));
        }
        let (from, next) = self.day_of_month(index)?;
        if self.is_glued_before(index) {
            return None;
        }
        let (to, next) = self.day_of_month(self.range_mark(next)?)?;
        let of = usize::from(self.is(next, Word::Of));
        match self.month_after_day(next + of, to, None)? {
            (end, Calendar::Day { year, month, .. }) => range(year, month, from, to).map(|reading| (end, reading)),
            _ => None,
        }
    }

    /// The token after "to", "–", "and" between two days of one month.
    fn range_mark(&self, index: usize) -> Option<usize> {
        let mark =
            matches!(self.word(index), Some(Word::To | Word::Until | Word::Through | Word::And)) || self.is_dash(index);
        mark.then_some(index + 1)
    }
}
