//! Times of day: "8:30 p.m. local time", "1408 UTC", "noon", "five o'clock", "the evening".

use super::Found;
use crate::text::TokenKind;
use crate::time::numeric::{Meridiem, Numeric};
use crate::time::phrase::Hour;
use crate::time::reader::Reader;
use crate::time::value::Part;
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// A time of day with its zone.
    pub(super) fn clock(&self, index: usize) -> Found<Hour> {
        if let Some(found) = self.past_hour(index) {
            return Some(found);
        }
        match self.word(index) {
            Some(Word::NamedHour(hour)) => {
                let (end, universal) = self.zone(index + 1).unwrap_or((index + 1, false));
                return Some((end, Hour::Clock { hour, minute: 0, second: None, universal }));
            }
            Some(Word::Number(hour @ 1..=12)) => return self.hour_in_words(index + 1, hour as u8),
            Some(_) => return None,
            None => {}
        }
        let (numeric, meridiem, next) = self.numeric(index)?;
        if self.is_glued_before(index) {
            return None;
        }
        let (meridiem, next) = match (meridiem, self.word(next)) {
            (Some(meridiem), _) => (Some(meridiem), next),
            (None, Some(Word::Am)) => (Some(Meridiem::Am), next + 1),
            (None, Some(Word::Pm)) => (Some(Meridiem::Pm), next + 1),
            (None, _) => (None, next),
        };
        let zone = self.zone(next);
        let (hour, minute, second) = match numeric {
            Numeric::Clock { hour, minute, second, dotted } => {
                let said = meridiem.is_some()
                    || zone.is_some()
                    || self.part_after_clock(next, hour, false).0 > next
                    || !dotted && self.is_day_word(next);
                // "8.30" is a number, "2:14:04" the time of a run, "3:16" a verse: a clock needs "pm",
                // a zone, or a word that leads to it.
                let led = !dotted && second.is_none() && self.leads_to_clock(index);
                if !said && !led {
                    return None;
                }
                (hour, minute, second)
            }
            Numeric::Plain { value, digits: 1 | 2 } if meridiem.is_some() && (1..=12).contains(&value) => {
                (value as u8, 0, None)
            }
            // "at 3 in the morning"
            Numeric::Plain { value, digits: 1 | 2 }
                if (1..=12).contains(&value) && self.part_after_clock(next, value as u8, false).0 > next =>
            {
                let (end, hour) = self.part_after_clock(next, value as u8, false);
                return Some((end, Hour::Clock { hour, minute: 0, second: None, universal: false }));
            }
            // "12 noon"
            Numeric::Plain { value: 12, .. } if matches!(self.word(next), Some(Word::NamedHour(_))) => {
                return self.clock(next);
            }
            Numeric::Plain { value, digits: 1 | 2 } if self.is(next, Word::OClock) && (1..=12).contains(&value) => {
                return self.hour_in_words(next, value as u8);
            }
            Numeric::Plain { value, digits: 4 } if zone.is_some() && value / 100 < 24 && value % 100 < 60 => {
                ((value / 100) as u8, (value % 100) as u8, None)
            }
            // "2024 Friday, UTC"
            Numeric::Plain { value, digits: 4 }
                if self.is_zoned_later(next) && value / 100 < 24 && value % 100 < 60 =>
            {
                ((value / 100) as u8, (value % 100) as u8, None)
            }
            _ => return None,
        };
        let hour = on_dial(hour, meridiem)?;
        let (end, universal) = zone.unwrap_or((next, false));
        let (end, hour) = self.part_after_clock(end, hour, meridiem.is_some());
        Some((end, Hour::Clock { hour, minute, second, universal }))
    }

    /// "o'clock", "a.m." after a number in words or digits.
    fn hour_in_words(&self, next: usize, hour: u8) -> Found<Hour> {
        // "seven thirty p.m."
        if let (Some(Word::Number(minute @ 10..=59)), Some(half @ (Word::Am | Word::Pm))) =
            (self.word(next), self.word(next + 1))
        {
            let meridiem = if half == Word::Am { Meridiem::Am } else { Meridiem::Pm };
            let hour = on_dial(hour, Some(meridiem))?;
            return Some((next + 2, Hour::Clock { hour, minute: minute as u8, second: None, universal: false }));
        }
        let (end, hour) = match self.word(next)? {
            Word::OClock => {
                let (end, meridiem) = match self.word(next + 1) {
                    Some(Word::Am) => (next + 2, Some(Meridiem::Am)),
                    Some(Word::Pm) => (next + 2, Some(Meridiem::Pm)),
                    _ => (next + 1, None),
                };
                let hour = on_dial(hour, meridiem)?;
                let (part, hour) = self.part_after_clock(end, hour, meridiem.is_some());
                if meridiem.is_none() && part == end {
                    let (end, _) = self.zone(end).unwrap_or((end, false));
                    return Some((end, Hour::Dial { hour, minute: 0 }));
                }
                (part, hour)
            }
            // "one am" is rare, "I am" is not; "one a.m." is plain.
            Word::Am if !self.is_text(next, "am") => (next + 1, on_dial(hour, Some(Meridiem::Am))?),
            Word::Pm => (next + 1, on_dial(hour, Some(Meridiem::Pm))?),
            _ => return None,
        };
        let (end, universal) = self.zone(end).unwrap_or((end, false));
        Some((end, Hour::Clock { hour, minute: 0, second: None, universal }))
    }

    /// "in the morning" after a clock tells which half of the day.
    pub(super) fn part_after_clock(&self, end: usize, hour: u8, decided: bool) -> (usize, u8) {
        if decided || !self.is(end, Word::In) || !self.is(end + 1, Word::The) {
            return (end, hour);
        }
        match self.part(end + 2) {
            Some(Part::Morning) => (end + 3, hour),
            Some(_) if hour < 12 => (end + 3, hour + 12),
            _ => (end, hour),
        }
    }

    /// An hour without minutes or "o'clock", after "today at", "Friday at".
    pub(super) fn bare_hour(&self, index: usize) -> Found<Hour> {
        match self.numeric(index)? {
            (Numeric::Clock { hour, minute, second, dotted: false }, None, next) if hour < 24 => {
                let (end, universal) = self.zone(next).unwrap_or((next, false));
                Some((end, Hour::Clock { hour, minute, second, universal }))
            }
            _ => None,
        }
    }

    /// "UTC", "local time", "Central European Time", "US east coast time"; whether it is
    /// Universal Time.
    fn zone(&self, index: usize) -> Found<bool> {
        match self.word(index) {
            // "ET" and "IST" in capitals: "est" and "et" are words of other languages.
            Some(Word::Zone) if self.is_capitalised(index) => {
                return Some((index + 1, self.is_text(index, "utc") || self.is_text(index, "gmt")));
            }
            Some(Word::Local) if self.is(index + 1, Word::Time) => return Some((index + 2, false)),
            _ => {}
        }
        // At most four words, each a name or a word of zones, and "time".
        let mut at = index;
        while at < index + 4 && (self.is_capitalised(at) || self.word(at) == Some(Word::OfZone)) {
            if self.is(at + 1, Word::Time) {
                return Some((at + 2, false));
            }
            at += 1;
        }
        None
    }

    /// A day and then a zone: "Friday, UTC", "Wednesday night, UTC".
    fn is_zoned_later(&self, index: usize) -> bool {
        if !matches!(self.word(index), Some(Word::Weekday(_))) {
            return false;
        }
        (index + 1..index + 4).any(|at| self.is(at, Word::Zone) && self.is_capitalised(at))
    }

    /// Whether the word before a clock leads to one: "at 13:40", "until 20:21".
    fn leads_to_clock(&self, index: usize) -> bool {
        // "at around 13:40", "at 11, at 13:40"; and a range: "10:30–12:00".
        matches!(
            self.word_before(index),
            Some(
                Word::At
                    | Word::By
                    | Word::Until
                    | Word::From
                    | Word::Before
                    | Word::After
                    | Word::Between
                    | Word::To
                    | Word::Through
                    | Word::Preposition
                    | Word::And
                    | Word::Deictic(_)
                    | Word::Weekday(_)
            )
        ) || self.zone_near(index)
    }

    /// Whether a day is named here: "14:05 Friday", "9:30 tomorrow".
    fn is_day_word(&self, index: usize) -> bool {
        matches!(self.word(index), Some(Word::Weekday(_) | Word::Month(_) | Word::Deictic(_) | Word::Tonight))
    }

    fn zone_near(&self, index: usize) -> bool {
        index > self.start && self.is_dash(index - 1) && self.kind(index) == Some(TokenKind::Number)
    }

    /// Whether digits or a sign stand right before, so that these digits are the rest of something.
    pub(super) fn is_glued_before(&self, index: usize) -> bool {
        if self.is_spaced(index) || index <= self.start {
            return false;
        }
        match self.kind(index - 1) {
            Some(TokenKind::Open | TokenKind::Quote) => false,
            // The second half of a range, or of a score or a telephone number.
            Some(TokenKind::Dash) => {
                index >= 2 && self.kind(index - 2) == Some(TokenKind::Number) && !self.is_spaced(index - 1)
            }
            Some(TokenKind::Punctuation) => {
                self.is_text(index - 1, ":") || self.is_text(index - 1, "/") || self.is_comma(index - 1)
            }
            _ => true,
        }
    }
}

/// The hour on a dial of 24.
fn on_dial(hour: u8, meridiem: Option<Meridiem>) -> Option<u8> {
    match (meridiem, hour) {
        (None, 24) | (Some(Meridiem::Am), 12) => Some(0),
        (None, 0..=23) | (Some(Meridiem::Am), 0..=11) | (Some(Meridiem::Pm), 12..=23) => Some(hour),
        (Some(Meridiem::Pm), 0..=11) => Some(hour + 12),
        _ => None,
    }
}
