//! Days, weeks and weekends counted in their month or week: "the first Tuesday of October", "the last
//! weekend in May", "the 3rd of next month", "Monday of last week", "Friday the 13th".

use super::Found;
use crate::time::numeric::Numeric;
use crate::time::phrase::{Calendar, MonthOf, Nth, Row, YearOf};
use crate::time::reader::Reader;
use crate::time::value::TimeUnit;
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// "the first Tuesday of October", "the last weekend in May 2019", "the 3rd of next month".
    pub(super) fn nth(&self, index: usize) -> Found<Calendar> {
        let at = index + usize::from(self.is(index, Word::The));
        let (which, next) = match self.word(at) {
            Some(Word::Last) => (None, at + 1),
            _ => {
                let (which, next) = self.ordinal(at)?;
                (Some(which), next)
            }
        };
        if which.is_some() && self.is(next, Word::Of) {
            // "the 3rd of May" is read with the days; "third of the month" may be of any.
            let (end, month) = self.month_told(next + 1)?;
            return Some((end, Calendar::Nth(Nth { which, what: Row::Day, month })));
        }
        let (what, most) = match self.word(next)? {
            Word::Weekday(weekday) => (Row::Weekday(weekday), 5),
            Word::Unit(TimeUnit::Day) => (Row::Day, 31),
            Word::Unit(TimeUnit::Week) => (Row::Week, 5),
            Word::Unit(TimeUnit::Weekend) => (Row::Weekend, 5),
            _ => return None,
        };
        if which.is_some_and(|which| !(1..=most).contains(&which))
            || !matches!(self.word(next + 1), Some(Word::Of | Word::In))
        {
            return None;
        }
        let (end, month) = self.month_told(next + 2).or_else(|| self.month_named(next + 2))?;
        Some((end, Calendar::Nth(Nth { which, what, month })))
    }

    /// "October", "October 2019", "May of last year".
    fn month_named(&self, index: usize) -> Found<MonthOf> {
        let plain = self.is_capitalised(index) || matches!(self.word(index), Some(Word::Month(_)));
        let month = self.any_month(index).filter(|_| plain)?;
        // "the first week of March Madness"
        if self.is_capitalised(index + 1) && self.word(index + 1).is_none() {
            return None;
        }
        let (end, year) = self.year_after(index + 1, false);
        Some((end, MonthOf::Named(year, month)))
    }

    /// "next month", "this month", "last month", "the month".
    fn month_told(&self, index: usize) -> Found<MonthOf> {
        let the = usize::from(self.is(index, Word::The));
        let (steps, at) = match self.step(index + the) {
            Some(steps) => (steps, index + the + 1),
            None if the == 1 => (0, index + 1),
            None => return None,
        };
        self.is(at, Word::Unit(TimeUnit::Month)).then_some((at + 1, MonthOf::Offset(steps)))
    }

    /// "the first Monday of every month", "the 19th of each month": how often, not which.
    pub(super) fn nth_of_every(&self, index: usize) -> Option<usize> {
        let at = index + usize::from(self.is(index, Word::The));
        let next = match self.word(at) {
            Some(Word::Last) => at + 1,
            _ => self.ordinal(at)?.1,
        };
        let row = matches!(
            self.word(next),
            Some(Word::Weekday(_) | Word::Unit(TimeUnit::Day | TimeUnit::Week | TimeUnit::Weekend))
        );
        let of = next + usize::from(row);
        let every = matches!(self.word(of), Some(Word::Of | Word::In))
            && self.is(of + 1, Word::Every)
            && self.is(of + 2, Word::Unit(TimeUnit::Month));
        every.then_some(of + 3)
    }

    /// The side of the present that a word picks.
    fn step(&self, index: usize) -> Option<i8> {
        match self.word(index)? {
            Word::Last | Word::Past => Some(-1),
            Word::This => Some(0),
            Word::Next | Word::Coming => Some(1),
            _ => None,
        }
    }

    /// " of next week" after a weekday.
    pub(super) fn week_of_weekday(&self, index: usize, weekday: u8) -> Found<Calendar> {
        if !self.is(index, Word::Of) {
            return None;
        }
        let steps = self.step(index + 1)?;
        let week = self.is(index + 2, Word::Unit(TimeUnit::Week));
        week.then_some((index + 3, Calendar::WeekdayOfWeek(weekday, steps)))
    }

    /// " the 13th" after a weekday, where no month goes on from it: "Friday the 13th".
    pub(super) fn day_of_weekday(&self, index: usize, weekday: u8) -> Found<Calendar> {
        let at = index + usize::from(self.is(index, Word::The));
        match self.numeric(at)? {
            // "On Friday the 3rd Battalion" and "on Friday the 13th victim" go on.
            (Numeric::Ordinal(day @ 1..=31), None, next) if self.ends_group(next) => {
                Some((next, Calendar::WeekdayAndDay(weekday, day)))
            }
            _ => None,
        }
    }

    /// "the day after tomorrow", "the day before yesterday", "the week after next".
    pub(super) fn beyond(&self, index: usize) -> Found<Calendar> {
        let Word::Unit(unit) = self.word(index)? else { return None };
        match (unit, self.word(index + 1)?, self.word(index + 2)?) {
            (TimeUnit::Day, Word::After, Word::Deictic(1)) => Some((index + 3, Calendar::Deictic(2))),
            (TimeUnit::Day, Word::Before, Word::Deictic(-1)) => Some((index + 3, Calendar::Deictic(-2))),
            (TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Month | TimeUnit::Year, which, row)
                if self.closes(index + 3) =>
            {
                let steps = match (which, row) {
                    (Word::After, Word::Next) => 2,
                    (Word::Before, Word::Last) => -2,
                    _ => return None,
                };
                Some((index + 3, Calendar::Unit(unit, steps)))
            }
            _ => None,
        }
    }

    /// "March to May", "between Nov. and February 2019", "Jan–Feb 2020": the ends of a stretch of months.
    pub(super) fn month_range(&self, index: usize) -> Found<(Calendar, Calendar)> {
        let month = |at: usize| self.any_month(at).filter(|_| self.is_capitalised(at));
        let past = |at: usize| {
            let short = matches!(self.word(at), Some(Word::ShortMonth(_)));
            at + 1 + usize::from(short && self.is_text(at + 1, "."))
        };
        let from = month(index)?;
        let before = self.word_before(index);
        let (mark, from_year) = self.year_after(past(index), false);
        let joined = match self.word(mark) {
            Some(Word::To | Word::Until | Word::Through) => true,
            Some(Word::And) => before == Some(Word::Between),
            _ => self.is_dash(mark),
        };
        let to = month(mark + 1).filter(|_| joined)?;
        if self.is_name_after(past(mark + 1)) || self.day_of_month(past(mark + 1)).is_some() {
            return None;
        }
        let (end, to_year) = self.year_after(past(mark + 1), false);
        // "March to May" may be a march to Theresa May: what leads to it or a year says that both are months.
        let plain = matches!(self.word(index), Some(Word::Month(_)));
        let led = before.is_some_and(Word::leads_to_date);
        (plain || led || to_year != YearOf::OPEN)
            .then_some((end, (Calendar::Month(from_year, from), Calendar::Month(to_year, to))))
    }
}
