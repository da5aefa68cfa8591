//! Joining: a day and its time of day, a beginning and its end.

use super::Found;
use super::dial::in_part;
use crate::time::phrase::{Calendar, Hour, Reading, When, YearOf};
use crate::time::reader::Reader;
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// An expression, with the end of the range that it begins, if it does.
    pub(super) fn range(&self, index: usize) -> Found<Reading> {
        if let Some(found) = self.day_range(index).or_else(|| self.year_range(index)).or_else(|| self.hour_range(index))
        {
            return Some(found);
        }
        if let Some((end, (from, to))) = self.month_range(index) {
            return Some((end, Reading::Range(from.into(), to.into())));
        }
        let (end, from) = self.when(index)?;
        let Some((next, from, to)) = self.range_end(index, end, from) else {
            return Some((end, Self::reading(from)));
        };
        Some((next, Reading::Range(from, to)))
    }

    fn reading(when: When) -> Reading {
        match when {
            When { calendar: Some(Calendar::Day { month: 0, .. }), .. } => Reading::Unknown,
            when => Reading::When(when),
        }
    }

    /// " to June 5", "–5 p.m.", "and December 2019" after "between".
    fn range_end(&self, index: usize, end: usize, from: When) -> Option<(usize, When, When)> {
        let at = match self.word(end) {
            Some(Word::To | Word::Until | Word::Through) => end + 1,
            // "between 3 p.m. and 6 a.m." is read as two times; days and months as one stretch.
            Some(Word::And) if self.word_before(index) == Some(Word::Between) && from.hour.is_none() => end + 1,
            Some(Word::And) if matches!(from.calendar, Some(Calendar::Month(..))) => end + 1,
            _ if self.is_dash(end) => end + 1,
            _ => return None,
        };
        // Seen from a dash on, the digits behind it are not glued: "7 a.m.-8 p.m.".
        let behind = if self.is_dash(end) { Reader { start: at, ..*self } } else { *self };
        // "19:00 - 21:00": what leads to the first leads to both.
        let (next, to) = behind.when(at).or_else(|| {
            let clock = from.hour.is_some_and(Hour::is_clock);
            behind.bare_hour(at).filter(|_| clock).map(|(next, hour)| (next, hour.into()))
        })?;
        let clocks = from.hour.is_some_and(Hour::is_clock) && to.hour.is_some_and(Hour::is_clock);
        // "7 a.m. to 8 p.m. on Tuesday": the day behind the second hour is that of both.
        if let (true, None, Some(calendar)) = (clocks, from.calendar, to.calendar) {
            return Some((next, When { calendar: Some(calendar), hour: from.hour }, to));
        }
        let alike = match (from.calendar, to.calendar) {
            (Some(one), Some(other)) => std::mem::discriminant(&one) == std::mem::discriminant(&other),
            (None, None) => clocks,
            // "Monday 8 a.m. to 5 p.m."
            (Some(_), None) => from.hour.is_some(),
            (None, Some(_)) => false,
        };
        // "Monday - Tuesday's vote" and "May – June's" are no ranges, but rare; a dash with spaces
        // between two days of the week is mostly an aside: "on Monday — Tuesday at the latest".
        let aside = self.is_dash(end)
            && self.is_spaced(end)
            && from.hour.is_none()
            && matches!(from.calendar, Some(Calendar::Weekday(..)));
        let open = !matches!(
            from.calendar,
            Some(Calendar::Deictic(_) | Calendar::Unit(..) | Calendar::Story(..) | Calendar::Ago(..))
        );
        let months = !self.is(end, Word::And)
            || self.word_before(index) == Some(Word::Between)
            || matches!((from.calendar, to.calendar), (Some(Calendar::Month(YearOf::Side(side), _)), Some(Calendar::Month(YearOf::Side(_), _))) if side != crate::time::phrase::Side::Open);
        (alike && !aside && open && months).then_some((next, from, to))
    }

    /// A day with its time of day, in either order, or one of them alone.
    pub(super) fn when(&self, index: usize) -> Found<When> {
        if let Some(found) = self.hour_before_part(index) {
            return Some(found);
        }
        let (mut end, mut when) = self.shaded(index)?;
        // Three rounds: "8 p.m. | on Monday | evening", "Monday | 8 p.m.".
        for _ in 0..2 {
            let Some((next, joined)) = self.joined(index, end, when) else { break };
            (end, when) = (next, joined);
        }
        Some((end, when))
    }

    fn joined(&self, index: usize, end: usize, when: When) -> Found<When> {
        match when {
            When { calendar: Some(calendar), hour: None } if calendar.is_day() => self.hour_after(end, calendar),
            When { calendar: None, hour: Some(hour) } => self.day_after_hour(end, hour, self.states_half(index, end)),
            // "Thursday night at 8 p.m.", "tonight at 8"
            When { calendar: Some(calendar), hour: Some(Hour::Part(part)) } if calendar.is_day() => {
                let at = usize::from(self.is(end, Word::At));
                let (next, hour) = if at == 1 { self.hour_in_part(end + 1, part)? } else { self.clock(end)? };
                Some((next, When { calendar: Some(calendar), hour: Some(hour) }))
            }
            _ => None,
        }
    }

    /// "night", "at 8 p.m.", ", 8 p.m." after a day.
    fn hour_after(&self, end: usize, calendar: Calendar) -> Found<When> {
        if let Some(part) = self.part(end) {
            return Some((end + 1, When { calendar: Some(calendar), hour: Some(Hour::Part(part)) }));
        }
        let comma = usize::from(self.is_comma(end));
        // "later that day at 2 p.m." is told as two times.
        let at = usize::from(self.is(end + comma, Word::At) && !matches!(calendar, Calendar::Story(..)));
        let (next, hour) =
            // "27 October 2020 14:05"
            self.clock(end + comma + at).or_else(|| {
                let dated = matches!(calendar, Calendar::Day { year: YearOf::Given(_), .. }) && comma == 0;
                if at == 1 || dated { self.bare_hour(end + comma + at) } else { None }
            })?;
        Some((next, When { calendar: Some(calendar), hour: Some(hour) }))
    }

    /// "on Monday", ", yesterday", "of May 25" after a time of day.
    fn day_after_hour(&self, end: usize, hour: Hour, decided: bool) -> Found<When> {
        let comma = usize::from(self.is_comma(end));
        let link = match self.word(end + comma) {
            Some(Word::On) => 1,
            Some(Word::Of) if comma == 0 => 1,
            _ => 0,
        };
        // "the evening on Monday" is rare, "in the morning, Monday's .." is not.
        if matches!(hour, Hour::Part(_)) && (link == 0 || !self.is(end, Word::Of)) {
            return None;
        }
        let (mut next, day) = self.shaded(end + comma + link)?;
        let calendar = day.calendar.filter(|calendar| calendar.is_day())?;
        // A day after a comma begins the next part of the sentence, unless it closes this one.
        if comma == 1 && link == 0 && self.is_content(next) {
            return None;
        }
        let mut hour = hour;
        // "8 o'clock tonight", "7:30 this evening"
        if let (true, Some(Hour::Part(part)), false) = (hour.is_clock(), day.hour, decided) {
            hour = in_part(hour, part).unwrap_or(hour);
        }
        if let Some(part) = self.part(next) {
            next += 1;
            let midnight = matches!(hour, Hour::Clock { hour: 0, minute: 0, universal: false, .. });
            if midnight && part == crate::time::value::Part::Night {
                hour = Hour::MidnightAfter;
            } else if matches!(hour, Hour::Part(_)) {
                hour = Hour::Part(part);
            } else if !decided {
                hour = in_part(hour, part).unwrap_or(hour);
            }
        }
        // "2053 Wednesday night, UTC"
        if self.is_comma(next) && self.is(next + 1, Word::Zone) {
            next += 2;
            if let Hour::Clock { hour: at, minute, second, .. } = hour {
                hour = Hour::Clock { hour: at, minute, second, universal: true };
            }
        }
        Some((next, When { calendar: Some(calendar), hour: Some(hour) }))
    }
}
