//! The grammar of times: which words at a token make an expression.
//!
//! ```text
//! expression = range | when | again | reference | "recent" units
//! range      = when (to | through | until | – ) when | "between" month and month | days of one month
//!            | years | hour (to | – | "between" .. and) clock      ("3 to 5 p.m. on Friday")
//! when       = calendar [ "at" ] clock | clock [ "on" ] calendar | calendar part | part
//!            | calendar part "at" hour | "at" hour calendar part      ("tonight at 8", "8 tonight")
//! calendar   = day | month | weekday | nth | season | quarter | half | year | decade | century
//!            | relative | holiday ; each perhaps with "early", "late", "mid", "end of",
//!              "early hours of" before it
//! nth        = ["the"] (ordinal | last) (weekday | day | week | weekend) (of | in) month
//!            | ["the"] ordinal "of" (last | this | next) "month" | weekday ["the"] ordinal
//!            | weekday "of" (last | this | next) "week"
//! quarter    = ordinal ["fiscal"] "quarter" [year] | year (quarter | "Q3") | "fiscal" [year] quarter
//!            | "Q3" year | "the latest quarter" | "year-ago quarter"
//! relative   = (last | this | next | ..) unit | count unit (ago | hence | later | earlier | from now)
//!            | "the next day" | "the day after tomorrow" | "the week before last"
//! clock      = 8:30 [am | pm] [zone] | 8 (am | pm) [zone] | 1408 UTC | noon | midnight
//!            | hour "o'clock" | (half | quarter | minutes) (past | to) hour | "seven thirty p.m."
//! again      = (every | each) ["other"] (unit | weekday [part | "at" clock] | part | season | month)
//!            | weekdays | weekday parts | "once a" unit | weekly | nth "of every month"
//! reference  = now | currently | recently | "in the future" | ..
//! ```
//!
//! One pass: each production looks a bounded number of tokens ahead, and what it takes is skipped.

mod again;
mod clock;
mod day;
mod dial;
mod join;
mod nth;
mod relative;
mod year;

use super::phrase::{Calendar, Hour, Phrase, Reading, Side, When, YearOf};
use super::reader::Reader;
use super::value::{Part, Period, Reference, TimeUnit};
use super::word::Word;
use crate::text::{TokenKind, TokenRange};

/// What a production found: the token after it and what it says.
type Found<T> = Option<(usize, T)>;

impl Reader<'_, '_> {
    /// The expression that begins at a token, if one does.
    pub(super) fn phrase(&self, index: usize) -> Option<Phrase> {
        let word = self.word(index);
        if word.is_some_and(|word| !word.may_begin()) {
            return None;
        }
        // An article before anything but a word of time or digits begins nothing, and is a tenth of all words.
        if matches!(word, Some(Word::The | Word::A))
            && self.word(index + 1).is_none()
            && !matches!(self.kind(index + 1), Some(TokenKind::Number | TokenKind::Mixed | TokenKind::Quote))
        {
            return None;
        }
        let digits = matches!(self.kind(index), Some(TokenKind::Number | TokenKind::Mixed));
        // Most tokens are neither, and holidays have words of their own.
        if word.is_none() && !digits && !self.may_open_holiday(index) && self.short_decade(index).is_none() {
            return None;
        }
        let (end, reading) =
            self.reference(index, word).or_else(|| self.again(index, word)).or_else(|| self.range(index))?;
        Some(Phrase { tokens: TokenRange::new(index, end), reading })
    }

    /// "now", "currently", "recently", "the future".
    fn reference(&self, index: usize, word: Option<Word>) -> Found<Reading> {
        let (end, reference) = match word? {
            Word::Now => {
                // "now-defunct" says that something is over, "now that" is a conjunction.
                if self.is_dash(index + 1) && !self.is_spaced(index + 1) || self.is(index + 1, Word::That) {
                    return None;
                }
                (index + 1, Reference::Present)
            }
            Word::Right if self.is(index + 1, Word::Now) => (index + 2, Reference::Present),
            Word::Present => (index + 1, Reference::Present),
            Word::Recently => (index + 1, Reference::Past),
            // "recent years" is so long that nobody says how long.
            Word::Recent => {
                let Word::Units(unit) = self.word(index + 1)? else { return None };
                return Some((index + 2, Reading::Length(Period { count: None, unit })));
            }
            Word::This if self.is(index + 1, Word::Moment) => (index + 2, Reference::Present),
            Word::This if self.is(index + 1, Word::Time) && self.word_before(index) == Some(Word::At) => {
                (index + 2, Reference::Present)
            }
            Word::The => match self.word(index + 1)? {
                Word::Moment if self.word_before(index) == Some(Word::At) && !self.is(index + 2, Word::Of) => {
                    (index + 2, Reference::Present)
                }
                // "the future of the company" is no time.
                Word::Future if self.word_before(index) == Some(Word::In) && !self.is(index + 2, Word::Of) => {
                    (index + 2, Reference::Future)
                }
                Word::Past if self.word_before(index) == Some(Word::In) && self.closes(index + 2) => {
                    (index + 2, Reference::Past)
                }
                // "the last few decades" has no ends; "the past three years" is a duration, a figure.
                Word::Last | Word::Past
                    if self.is(index + 2, Word::Several)
                        && matches!(self.unit(index + 3), Some(TimeUnit::Decade | TimeUnit::Century)) =>
                {
                    (index + 4, Reference::Past)
                }
                _ => return None,
            },
            _ => return None,
        };
        Some((end, Reading::Reference(reference)))
    }

    /// Whether the word before an expression makes it an end in time: "until September", "by May 4".
    pub(super) fn leads_to_limit(&self, index: usize) -> bool {
        matches!(self.word_before(index), Some(Word::Until | Word::Through | Word::By))
    }

    /// Whether no noun goes on from here: the end, a mark, or a word of a closed class.
    fn ends_group(&self, index: usize) -> bool {
        !self.is_content(index) && !self.is_capitalised(index) && !self.is(index, Word::Of)
    }

    /// A calendar expression with the words that shade it: "early", "the end of".
    fn shaded(&self, index: usize) -> Found<When> {
        self.shade(index).or_else(|| self.core(index))
    }

    fn shade(&self, index: usize) -> Found<When> {
        match self.word(index)? {
            // "early hours of Sunday", "early hours of this morning"
            Word::Early if self.is(index + 1, Word::Units(TimeUnit::Hour)) && self.is(index + 2, Word::Of) => {
                let (end, when) = self.core(index + 3)?;
                let calendar = when.calendar.filter(|calendar| calendar.is_day())?;
                let end = end + usize::from(self.part(end) == Some(Part::Morning));
                Some((end, When { calendar: Some(calendar), hour: Some(Hour::Part(Part::Morning)) }))
            }
            word @ (Word::Early | Word::Late | Word::Mid) => {
                let mut at = index + 1;
                at += usize::from(self.is_dash(at));
                at += usize::from(self.is(at, Word::In) && self.is(at + 1, Word::The));
                if let Some(part) = self.part(at).filter(|_| word != Word::Mid || self.is_dash(index + 1)) {
                    return self.ends_group(at + 1).then(|| (at + 1, Hour::Part(part).into()));
                }
                let (end, when) = self.core(at)?;
                // "late Saturday", but "early 18" is nothing.
                let plain_number = self.plain(at).is_some_and(|(_, digits)| digits < 4);
                (!plain_number && when.calendar.is_some()).then_some((end, when))
            }
            Word::Earlier | Word::Later => {
                // "earlier this year", "later in the month"; "later that day" is told apart from the day.
                let (end, when) = match self.word(index + 1)? {
                    Word::In if self.is(index + 2, Word::The) => self.unit_of_now(index + 3)?,
                    Word::This | Word::Deictic(_) => self.core(index + 1)?,
                    _ => return None,
                };
                when.calendar.is_some().then_some((end, when))
            }
            Word::Edge if self.is(index + 1, Word::Of) => {
                let the = usize::from(self.is(index + 2, Word::The));
                match self.word(index + 2 + the)? {
                    // "at the end of the day" is no time of day.
                    Word::Unit(TimeUnit::Day) => None,
                    Word::Unit(_) => self.unit_of_now(index + 2 + the),
                    _ => self.core(index + 2),
                }
                .filter(|(_, when)| when.calendar.is_some())
            }
            Word::The => match self.word(index + 1)? {
                Word::Edge => self.shade(index + 1),
                _ => None,
            },
            _ => None,
        }
    }

    /// "week", "month", "year" after "the end of the": the one of the day of publication.
    fn unit_of_now(&self, index: usize) -> Found<When> {
        match self.word(index)? {
            Word::Unit(
                unit @ (TimeUnit::Day
                | TimeUnit::Week
                | TimeUnit::Month
                | TimeUnit::Year
                | TimeUnit::Decade
                | TimeUnit::Century),
            ) => (!self.is_year_after(index + 1)).then(|| (index + 1, Calendar::Unit(unit, 0).into())),
            Word::Unit(TimeUnit::Weekend) => Some((index + 1, Calendar::Weekend.into())),
            _ => None,
        }
    }

    fn is_year_after(&self, index: usize) -> bool {
        self.year(index).is_some()
    }

    /// A calendar expression or a time of day, without shades and without ends joined to it.
    fn core(&self, index: usize) -> Found<When> {
        self.clock(index)
            .map(|(end, hour)| (end, hour.into()))
            .or_else(|| self.nth(index).map(|(end, calendar)| (end, calendar.into())))
            .or_else(|| self.day(index))
            .or_else(|| self.relative(index))
            .or_else(|| self.stretch(index).map(|(end, calendar)| (end, calendar.into())))
            .or_else(|| self.holiday(index).map(|(end, calendar)| (end, calendar.into())))
    }

    /// A part of the day.
    fn part(&self, index: usize) -> Option<Part> {
        match self.word(index)? {
            Word::Part(part) => Some(part),
            _ => None,
        }
    }

    fn may_open_holiday(&self, index: usize) -> bool {
        self.is_capitalised(index) && self.holidays.opens(self.document.hash(index))
    }

    /// "Christmas Eve", "last Easter", "New Year's Day 2020".
    fn holiday(&self, index: usize) -> Found<Calendar> {
        let (side, at) = match self.word(index) {
            Some(Word::Last) => (Side::Last, index + 1),
            Some(Word::This) => (Side::This, index + 1),
            Some(Word::Next) => (Side::Next, index + 1),
            _ => (Side::Open, index),
        };
        if at >= self.end {
            return None;
        }
        let hash = |offset: usize| (at + offset < self.end).then(|| self.document.hash(at + offset));
        let (rule, length) = self.holidays.find(self.document.hash(at), hash)?;
        let end = at + length;
        // "new year" and "black friday" without capitals are words; a name of three words is plain.
        if !self.is_capitalised(at) && length < 3 && side == Side::Open {
            return None;
        }
        if let Some((year, end)) = self.year(end) {
            return Some((end, Calendar::Holiday(YearOf::Given(year), rule)));
        }
        // A name of one word is an adjective more often than a day: "the Christmas market", "Easter eggs".
        let alone = length > 1 && !self.is_text(end - 1, "'s") || side != Side::Open;
        let led = self.word_before(at).is_some_and(Word::leads_to_date) && self.ends_group(end);
        (alone || led).then_some((end, Calendar::Holiday(YearOf::Side(side), rule)))
    }
}
