//! What comes again: "every Tuesday", "each summer", "every other week", "Friday nights", "weekly".

use super::Found;
use crate::text::Case;
use crate::time::phrase::{Hour, Reading};
use crate::time::reader::Reader;
use crate::time::value::{Period, TimeUnit};
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// A time that comes again and again.
    pub(super) fn again(&self, index: usize, word: Option<Word>) -> Found<Reading> {
        if let Some(end) = self.nth_of_every(index) {
            return Some((end, Reading::Every(Period { count: Some(1), unit: TimeUnit::Month })));
        }
        match word? {
            Word::Weekdays(weekday) => {
                let (end, hour) = self.hour_of_set(index + 1);
                Some((end, Reading::EveryWeekday(weekday, hour)))
            }
            // "Friday nights"
            Word::Weekday(weekday) => match self.word(index + 1)? {
                Word::Parts(part) => Some((index + 2, Reading::EveryWeekday(weekday, Some(Hour::Part(part))))),
                _ => None,
            },
            Word::Every => self.every(index + 1),
            Word::Once => {
                // "once a week", "once every two weeks"
                match (self.word(index + 1)?, self.word(index + 2)) {
                    (Word::A, Some(Word::Unit(unit))) if !self.is_glued_unit(index + 3) => {
                        Some((index + 3, Reading::Every(Period { count: Some(1), unit })))
                    }
                    (Word::Every, _) => self.every(index + 2),
                    (Word::Regularly(unit), _) => Some((index + 2, Reading::Every(Period { count: Some(1), unit }))),
                    _ => None,
                }
            }
            // "meets weekly"; "a weekly meeting" and "the Weekly Star" are adjectives, and "twice weekly" is
            // more often.
            Word::Regularly(unit) => {
                let adverb = self.case(index) == Some(Case::Lower)
                    && self.ends_group(index + 1)
                    && !self.is_dash(index + 1)
                    && !matches!(self.word_before(index), Some(Word::The | Word::A | Word::And | Word::Or))
                    && !(index > self.start
                        && (self.is_dash(index - 1)
                            || matches!(
                                self.document.fold(index - 1),
                                "twice" | "times" | "its" | "their" | "his" | "her" | "our" | "per"
                            )));
                adverb.then_some((index + 1, Reading::Every(Period { count: Some(1), unit })))
            }
            _ => None,
        }
    }

    /// What "every" stands before.
    fn every(&self, index: usize) -> Found<Reading> {
        let other = self.is(index, Word::Other);
        let at = index + usize::from(other);
        let count = if other { 2 } else { 1 };
        match self.word(at)? {
            // "every other Friday" is every two weeks; which of the Fridays, the words do not say.
            Word::Weekday(_) if other => {
                Some((at + 1, Reading::Every(Period { count: Some(2), unit: TimeUnit::Week })))
            }
            Word::Weekday(weekday) => {
                let (end, hour) = self.hour_of_set(at + 1);
                Some((end, Reading::EveryWeekday(weekday, hour)))
            }
            Word::Unit(unit) if unit != TimeUnit::Season && !self.is(at + 1, Word::Of) => {
                Some((at + 1, Reading::Every(Period { count: Some(count), unit })))
            }
            Word::Part(_) if other => Some((at + 1, Reading::Every(Period { count: Some(2), unit: TimeUnit::Day }))),
            Word::Part(part) => Some((at + 1, Reading::EveryPart(part))),
            Word::Season(season) if !other => Some((at + 1, Reading::EverySeason(season))),
            Word::MaybeSeason(season) if !other && self.ends_group(at + 1) => {
                Some((at + 1, Reading::EverySeason(season)))
            }
            Word::Month(month) | Word::MaybeMonth(month) if !other && self.is_capitalised(at) => {
                Some((at + 1, Reading::EveryMonth(month)))
            }
            Word::Number(number) if !other => match self.word(at + 1)? {
                Word::Units(unit) => Some((at + 2, Reading::Every(Period { count: Some(number), unit }))),
                _ => None,
            },
            _ => None,
        }
    }

    /// "night", "nights", "at 8 p.m." behind a day that comes again.
    fn hour_of_set(&self, index: usize) -> (usize, Option<Hour>) {
        match self.word(index) {
            Some(Word::Part(part) | Word::Parts(part)) => (index + 1, Some(Hour::Part(part))),
            Some(Word::At) => match self.clock(index + 1) {
                Some((end, hour)) => (end, Some(hour)),
                None => (index, None),
            },
            _ => (index, None),
        }
    }

    /// Whether a dash glues a unit to what follows: "once a week-long strike".
    fn is_glued_unit(&self, index: usize) -> bool {
        self.is_dash(index) && !self.is_spaced(index)
    }
}
