//! Hours that say only with their company which half of the day is meant: "half past seven",
//! "from 3 to 5 p.m.", "tonight at 8", "at 8 tonight".

use super::Found;
use crate::time::numeric::{Meridiem, Numeric};
use crate::time::phrase::{Hour, Reading, When};
use crate::time::reader::Reader;
use crate::time::value::{Part, TimeUnit};
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// "half past seven", "a quarter to nine", "twenty past three", "five minutes to midnight".
    pub(super) fn past_hour(&self, index: usize) -> Found<Hour> {
        let at = index + usize::from(self.is(index, Word::A));
        let (minutes, next, sure) = match self.word(at) {
            Some(Word::Half) if at == index => (30, at + 1, true),
            Some(Word::Unit(TimeUnit::Quarter)) => (15, at + 1, true),
            _ if at > index => return None,
            _ => {
                let (minutes, next) = self.small_number(at).filter(|(minutes, _)| (1..=29).contains(minutes))?;
                let named = self.is(next, Word::Units(TimeUnit::Minute));
                // "one past two" is no time; "five past two" is.
                if !named && minutes % 5 != 0 {
                    return None;
                }
                (minutes, next + usize::from(named), named)
            }
        };
        let to = match self.word(next)? {
            Word::Past => false,
            Word::To if minutes != 30 => true,
            _ => return None,
        };
        let (end, hour, decided) = match self.clock(next + 1) {
            Some((end, Hour::Clock { hour, minute: 0, second: None, universal: false })) => (end, hour, true),
            Some((end, Hour::Dial { hour, minute: 0 })) => (end, hour, false),
            Some(_) => return None,
            None => {
                let (hour, end) = self.small_number(next + 1).filter(|(hour, _)| (1..=12).contains(hour))?;
                let (part, hour) = self.part_after_clock(end, hour, false);
                (part, hour, part > end)
            }
        };
        // "10 to 12" is a range; "a quarter to nine" is not, nor is "ten to midnight".
        if to && !sure && !decided || self.is_content(end) || self.is_dash(end) {
            return None;
        }
        let (hour, minute) = if to { ((hour + 23) % 24, 60 - minutes) } else { (hour, minutes) };
        let hour = if decided {
            Hour::Clock { hour, minute, second: None, universal: false }
        } else {
            Hour::Dial { hour, minute }
        };
        Some((end, hour))
    }

    /// A number below a hundred in words or digits.
    fn small_number(&self, index: usize) -> Option<(u8, usize)> {
        match self.word(index) {
            Some(Word::Number(tens @ 20..=90)) => {
                let at = index + 1 + usize::from(self.is_dash(index + 1));
                match self.word(at) {
                    Some(Word::Number(ones @ 1..=9)) => Some(((tens + ones) as u8, at + 1)),
                    _ => Some((tens as u8, index + 1)),
                }
            }
            Some(Word::Number(number @ 1..=19)) => Some((number as u8, index + 1)),
            Some(_) => None,
            None => match self.plain(index)? {
                (number, 1 | 2) if !self.is_glued_before(index) => Some((number as u8, index + 1)),
                _ => None,
            },
        }
    }

    /// "3 to 5 p.m.", "9:30–11 a.m. on Friday": the half of the day stands behind the second hour only.
    pub(super) fn hour_range(&self, index: usize) -> Found<Reading> {
        if self.is_glued_before(index) {
            return None;
        }
        let (hour, minute, next) = match self.numeric(index) {
            Some((Numeric::Clock { hour, minute, second: None, dotted: false }, None, next)) => (hour, minute, next),
            Some((Numeric::Plain { value, digits: 1 | 2 }, None, next)) if (1..=12).contains(&value) => {
                (value as u8, 0, next)
            }
            Some(_) => return None,
            None => match self.word(index)? {
                Word::Number(hour @ 1..=12) => (hour as u8, 0, index + 1),
                _ => return None,
            },
        };
        let mark = match self.word(next) {
            Some(Word::To | Word::Until | Word::Through) => true,
            Some(Word::And) => self.word_before(index) == Some(Word::Between),
            _ => self.is_dash(next),
        };
        if !mark || hour > 12 {
            return None;
        }
        // Digits behind a dash are glued to it: "3-5pm". Seen from there on they are not.
        let behind = Reader { start: next + 1, ..*self };
        let (dial, _) = behind.clock(next + 1)?;
        if !behind.states_half(next + 1, dial) {
            return None;
        }
        let (end, to) = behind.when(next + 1)?;
        let Some(Hour::Clock { hour: last, minute: last_minute, universal, .. }) = to.hour else { return None };
        // "11 to 3 p.m." begins in the morning: the later of both halves that is before the end.
        let before = |hour: u8| (hour, minute) < (last, last_minute);
        let (early, late) = (hour % 12, hour % 12 + 12);
        let hour = if before(late) || !before(early) { late } else { early };
        let from = Hour::Clock { hour, minute, second: None, universal };
        Some((end, Reading::Range(When { calendar: to.calendar, hour: Some(from) }, to)))
    }

    /// Whether "a.m." or "p.m." stands among some tokens.
    pub(super) fn states_half(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| {
            matches!(self.word(at), Some(Word::Am | Word::Pm))
                || matches!(self.numeric(at), Some((_, Some(Meridiem::Am | Meridiem::Pm), _)))
        })
    }

    /// An hour behind "tonight at", told by the part of the day: "8", "7:30", "eight".
    pub(super) fn hour_in_part(&self, index: usize, part: Part) -> Found<Hour> {
        if let Some((end, hour)) = self.clock(index) {
            let decided = self.states_half(index, end);
            return Some((end, if decided { hour } else { in_part(hour, part)? }));
        }
        let (hour, minute, next) = match self.numeric(index) {
            Some((Numeric::Clock { hour, minute, second: None, dotted: false }, None, next)) => (hour, minute, next),
            _ => {
                let (hour, next) = self.small_number(index).filter(|(hour, _)| (1..=12).contains(hour))?;
                (hour, 0, next)
            }
        };
        // "tonight at 8 venues", "tonight at 10 Downing Street"
        if !self.ends_group(next) || self.is_dash(next) || self.is_text(next, "%") {
            return None;
        }
        let hour = in_part(Hour::Clock { hour, minute, second: None, universal: false }, part)?;
        Some((next, hour))
    }

    /// "8 tonight", "7:30 tomorrow evening", "six this afternoon" behind "at".
    pub(super) fn hour_before_part(&self, index: usize) -> Found<When> {
        if self.word_before(index) != Some(Word::At) || self.is_glued_before(index) {
            return None;
        }
        let (hour, minute, next) = match self.numeric(index) {
            Some((Numeric::Clock { hour, minute, second: None, dotted: false }, None, next)) => (hour, minute, next),
            _ => {
                let (hour, next) = self.small_number(index).filter(|(hour, _)| (1..=12).contains(hour))?;
                (hour, 0, next)
            }
        };
        let (mut end, mut day) = self.day(next).or_else(|| self.relative(next))?;
        if day.hour.is_none() {
            day.hour = Some(Hour::Part(self.part(end)?));
            end += 1;
        }
        let (Some(calendar), Some(Hour::Part(part))) = (day.calendar, day.hour) else { return None };
        let hour = in_part(Hour::Clock { hour, minute, second: None, universal: false }, part)?;
        calendar.is_day().then_some((end, When { calendar: Some(calendar), hour: Some(hour) }))
    }
}

/// An hour that is said without its half of the day, on the dial of a part of it; none where it
/// does not lie in that part.
pub(super) fn in_part(hour: Hour, part: Part) -> Option<Hour> {
    let (at, minute, second, universal) = match hour {
        Hour::Clock { hour, minute, second, universal } => (hour, minute, second, universal),
        Hour::Dial { hour, minute } => (hour, minute, None, false),
        Hour::Part(_) | Hour::MidnightAfter => return Some(hour),
    };
    let at = match (part, at) {
        (_, 13..=23) | (Part::Morning, 1..=11) | (Part::Afternoon, 12) => at,
        (Part::Afternoon, 1..=6) | (Part::Evening, 4..=11) | (Part::Night, 6..=11) => at + 12,
        _ => return None,
    };
    Some(Hour::Clock { hour: at, minute, second, universal })
}
