//! Reader: a sentence seen by the grammar, token by token, each asked for its meaning.

use std::cell::Cell;

use super::holiday::Holidays;
use super::numeric::{self, Meridiem, Numeric};
use super::phrase::Count;
use super::value::TimeUnit;
use super::word::{Word, Words};
use crate::lexicon::class_of;
use crate::text::{Case, Document, TokenKind};

/// Digits at a token, with the token after them.
type Digits = Option<(Numeric, Option<Meridiem>, usize)>;

/// The digits that were read last, by their token and the end of the reader: a dozen productions ask
/// for them in turn.
#[derive(Debug, Default)]
pub(super) struct LastDigits(Cell<Option<(usize, usize, Digits)>>);

/// The tokens of one sentence up to the next name. Indexes are those of the document; past the end
/// there is nothing to read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) words: Words,
    pub(super) holidays: Holidays,
    pub(super) digits: &'d LastDigits,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a name follows the end, in the same sentence.
    pub(super) name_follows: bool,
}

impl Reader<'_, '_> {
    pub(super) fn word(&self, index: usize) -> Option<Word> {
        if index >= self.end {
            return None;
        }
        self.words.get(self.document.hash(index))
    }

    /// The word before a token, over an opening quotation mark or bracket.
    pub(super) fn word_before(&self, index: usize) -> Option<Word> {
        if index <= self.start {
            return None;
        }
        self.words.get(self.document.hash(index - 1))
    }

    pub(super) fn is(&self, index: usize, word: Word) -> bool {
        self.word(index) == Some(word)
    }

    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        (index < self.end).then(|| self.document.tokens()[index].kind())
    }

    pub(super) fn case(&self, index: usize) -> Option<Case> {
        (index < self.end).then(|| self.document.tokens()[index].shape().case())
    }

    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        matches!(self.case(index), Some(Case::Capitalised | Case::Upper))
    }

    /// Whether white space stands before the token; the end of the sentence counts as white space.
    pub(super) fn is_spaced(&self, index: usize) -> bool {
        index >= self.end || self.document.tokens()[index].shape().has_space_before()
    }

    pub(super) fn is_text(&self, index: usize, text: &str) -> bool {
        index < self.end && self.document.fold(index) == text
    }

    pub(super) fn is_comma(&self, index: usize) -> bool {
        self.is_text(index, ",")
    }

    pub(super) fn is_dash(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Dash)
    }

    /// Whether a plain noun or adjective in small letters stands here: none of the closed classes.
    pub(super) fn is_content(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
            && self.case(index) == Some(Case::Lower)
            && class_of(self.document.hash(index)).is_none()
            && self.word(index).is_none()
    }

    /// Digits at a token, with the token after them. None where the digits end inside a token.
    pub(super) fn numeric(&self, index: usize) -> Digits {
        if !matches!(self.kind(index), Some(TokenKind::Number | TokenKind::Mixed)) {
            return None;
        }
        if let Some((at, end, digits)) = self.digits.0.get()
            && (at, end) == (index, self.end)
        {
            return digits;
        }
        let digits = self.read_digits(index);
        self.digits.0.set(Some((index, self.end, digits)));
        digits
    }

    fn read_digits(&self, index: usize) -> Digits {
        let start = self.document.tokens()[index].span().start();
        let text = self.document.text();
        let (numeric, meridiem, length) = numeric::read(&text[start..])?;
        let end = start + length;
        let mut next = index + 1;
        while next < self.end && self.document.tokens()[next - 1].span().end() < end {
            next += 1;
        }
        let reached = self.document.tokens()[next - 1].span().end();
        // "8:30 p.m." at the end of a sentence: the last stop may be a token of its own or none.
        let stop = reached == end + 1 && text.as_bytes()[end] == b'.';
        (reached == end || stop && meridiem.is_some()).then_some((numeric, meridiem, next))
    }

    /// Digits alone, up to four of them, with nothing glued to them.
    pub(super) fn plain(&self, index: usize) -> Option<(u16, u8)> {
        match self.numeric(index)? {
            (Numeric::Plain { value, digits }, None, next) if next == index + 1 && digits <= 4 => {
                Some((value as u16, digits))
            }
            _ => None,
        }
    }

    /// A day of the month in digits: "18", "18th".
    pub(super) fn day_of_month(&self, index: usize) -> Option<(u8, usize)> {
        match self.numeric(index)? {
            (Numeric::Plain { value, digits: 1 | 2 }, None, next) if (1..=31).contains(&value) => {
                Some((value as u8, next))
            }
            (Numeric::Ordinal(day @ 1..=31), None, next) => Some((day, next)),
            _ => None,
        }
    }

    /// A year of four digits.
    pub(super) fn year(&self, index: usize) -> Option<(u16, usize)> {
        let (year, digits) = self.plain(index)?;
        (digits == 4 && (1000..=2199).contains(&year)).then_some((year, index + 1))
    }

    /// An ordinal in words or digits: "third", "21st", "twenty-first".
    pub(super) fn ordinal(&self, index: usize) -> Option<(u8, usize)> {
        match self.word(index) {
            Some(Word::Ordinal(ordinal)) => Some((ordinal, index + 1)),
            Some(Word::Number(tens @ 20..=90)) => {
                let at = if self.is_dash(index + 1) { index + 2 } else { index + 1 };
                match self.word(at) {
                    Some(Word::Ordinal(ones @ 1..=9)) => Some((tens as u8 + ones, at + 1)),
                    _ => None,
                }
            }
            _ => match self.numeric(index)? {
                (Numeric::Ordinal(ordinal), None, next) => Some((ordinal, next)),
                _ => None,
            },
        }
    }

    /// How many, in words or digits: "three", "20", "a", "a couple of", "two and a half".
    pub(super) fn count(&self, index: usize) -> Option<(Count, usize)> {
        let (count, next) = match self.word(index) {
            Some(Word::A) => match self.word(index + 1) {
                Some(Word::Several) => {
                    return Some((Count::Some, index + 2 + usize::from(self.is(index + 2, Word::Of))));
                }
                Some(Word::Number(100)) => (100, index + 2),
                _ => (1, index + 1),
            },
            Some(Word::Several) => return Some((Count::Some, index + 1)),
            Some(Word::Number(first)) => {
                let at = if self.is_dash(index + 1) { index + 2 } else { index + 1 };
                match self.word(at) {
                    Some(Word::Number(ones @ 1..=9)) if matches!(first, 20..=90) => (first + ones, at + 1),
                    Some(Word::Number(100)) if first < 20 => (first * 100, at + 1),
                    _ => (first, index + 1),
                }
            }
            _ => match self.numeric(index)? {
                (Numeric::Plain { value, .. }, None, next) => (u16::try_from(value).ok()?, next),
                _ => return None,
            },
        };
        match self.half_after(next) {
            Some(end) => Some((Count::AndHalf(count), end)),
            None => Some((Count::Whole(count), next)),
        }
    }

    /// "and a half", with or without hyphens, and where it ends.
    pub(super) fn half_after(&self, index: usize) -> Option<usize> {
        let mut at = index;
        for word in [Word::And, Word::A, Word::Half] {
            at += usize::from(self.is_dash(at));
            if !self.is(at, word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// A unit of time, one or many.
    pub(super) fn unit(&self, index: usize) -> Option<TimeUnit> {
        match self.word(index)? {
            Word::Unit(unit) | Word::Units(unit) => Some(unit),
            Word::Ordinal(2) if self.is_text(index, "second") => Some(TimeUnit::Second),
            _ => None,
        }
    }
}
