//! Stretches longer than a month: years, seasons, quarters, halves, decades, centuries.

use super::Found;
use crate::text::{Case, TokenKind};
use crate::time::numeric::{self, Numeric};
use crate::time::phrase::{Calendar, Reading, YearOf};
use crate::time::reader::Reader;
use crate::time::value::TimeUnit;
use crate::time::word::Word;

impl Reader<'_, '_> {
    /// A year, season, quarter, half, decade or century.
    pub(super) fn stretch(&self, index: usize) -> Found<Calendar> {
        match self.word(index) {
            Some(Word::Season(_) | Word::MaybeSeason(_)) => self.season(index),
            Some(Word::QuarterCode(quarter)) if self.is_capitalised(index) => {
                let (end, year) = self.year_of(index + 1);
                Some((end, Calendar::Quarter(year, quarter)))
            }
            Some(Word::HalfCode(half)) if self.is_capitalised(index) => {
                let (end, year) = self.year_of(index + 1);
                // "H1" alone is many things.
                (year != YearOf::OPEN).then_some((end, Calendar::Half(year, half)))
            }
            Some(Word::Ordinal(_) | Word::Number(_)) => self.ordinal_stretch(index),
            Some(Word::Decade(decade)) => {
                // "the nineties"; "in his seventies" is an age.
                (self.word_before(index) == Some(Word::The)).then_some((index + 1, Calendar::Decade(u16::from(decade))))
            }
            Some(Word::Fiscal) => self.fiscal(index),
            Some(Word::Unit(TimeUnit::Year)) => {
                let (year, end) = self.year(index + 1)?;
                Some((end, Calendar::Year(YearOf::Given(year))))
            }
            Some(Word::Last) if self.is(index + 1, Word::Half) => self.half(index + 1, 2),
            Some(Word::Month(_) | Word::MaybeMonth(_) | Word::ShortMonth(_)) => {
                let (end, when) = self.day(index)?;
                when.calendar.map(|calendar| (end, calendar))
            }
            Some(Word::The) => match self.word(index + 1) {
                // "the nineties", "the third quarter", "the year 2000", "the summer of 2016"
                Some(Word::Decade(decade)) => Some((index + 2, Calendar::Decade(u16::from(decade)))),
                Some(Word::Unit(TimeUnit::Year) | Word::Season(_) | Word::MaybeSeason(_) | Word::Last) => {
                    self.stretch(index + 1)
                }
                Some(Word::Fiscal) => self.stretch(index + 1),
                // "the 2019 third quarter"
                None if self.year(index + 1).is_some() => {
                    self.year_in_digits(index + 1).filter(|(_, calendar)| matches!(calendar, Calendar::Quarter(..)))
                }
                _ => self.ordinal_stretch(index + 1).filter(|(_, calendar)| !matches!(calendar, Calendar::Century(_))),
            },
            Some(_) => None,
            None => self.ordinal_stretch(index).or_else(|| self.year_in_digits(index)),
        }
    }

    /// "third quarter", "first half of 2020", "21st century", "second fiscal quarter".
    fn ordinal_stretch(&self, index: usize) -> Found<Calendar> {
        let (ordinal, next) = self.ordinal(index)?;
        let dash = usize::from(self.is_dash(next));
        let fiscal = usize::from(self.is(next + dash, Word::Fiscal));
        match self.word(next + dash + fiscal)? {
            // "the first quarter of an hour" is no part of a year, nor is "the third quarter of the game".
            Word::Unit(TimeUnit::Quarter)
                if self.is(next + dash + fiscal + 1, Word::Of)
                    && (self.is(next + dash + fiscal + 2, Word::A)
                        || self.is(next + dash + fiscal + 2, Word::The)
                            && self.is_content(next + dash + fiscal + 3)) =>
            {
                None
            }
            Word::Unit(TimeUnit::Quarter) if (1..=4).contains(&ordinal) => {
                let (end, year) = self.year_of(next + dash + fiscal + 1);
                Some((end, Calendar::Quarter(year, ordinal)))
            }
            Word::Half if (1..=2).contains(&ordinal) => self.half(next + dash, ordinal),
            Word::Unit(TimeUnit::Century) if (1..=22).contains(&ordinal) => {
                let end = next + dash + 1;
                if let Some(Word::Era { before }) = self.word(end) {
                    return (!before).then_some((end + 1, Calendar::Century(ordinal - 1)));
                }
                Some((end, Calendar::Century(ordinal - 1)))
            }
            _ => None,
        }
    }

    /// "half of 2020"; without a year it is the half of a match.
    fn half(&self, index: usize, half: u8) -> Found<Calendar> {
        let (end, year) = self.year_of(index + 1);
        (year != YearOf::OPEN).then_some((end, Calendar::Half(year, half)))
    }

    /// "of 2019", "2019", "of this year", "of the year", "of fiscal 2019".
    fn year_of(&self, index: usize) -> (usize, YearOf) {
        let of = usize::from(self.is(index, Word::Of));
        let at = index + of;
        if let Some((end, Calendar::Year(year))) = self.fiscal(at) {
            return (end, year);
        }
        if let Some((year, end)) = self.year(at) {
            return (end, YearOf::Given(year));
        }
        if of == 1 && self.is(at, Word::The) && self.is(at + 1, Word::Unit(TimeUnit::Year)) {
            return (at + 2, YearOf::Offset(0));
        }
        self.year_after(index, false)
    }

    /// "fiscal 2019", "fiscal year 2019", "financial year".
    fn fiscal(&self, index: usize) -> Found<Calendar> {
        if !self.is(index, Word::Fiscal) {
            return None;
        }
        let word = usize::from(self.is(index + 1, Word::Unit(TimeUnit::Year)));
        let Some((year, end)) = self.year(index + 1 + word) else {
            // "fiscal third quarter"
            let (end, quarter) = self.quarter(index + 1)?;
            let (end, year) = self.year_of(end);
            return Some((end, Calendar::Quarter(year, quarter)));
        };
        let year = YearOf::Given(year);
        // "fiscal 2019 third quarter"
        Some(
            self.quarter(end)
                .map_or((end, Calendar::Year(year)), |(end, quarter)| (end, Calendar::Quarter(year, quarter))),
        )
    }

    /// "third quarter", "third-quarter" without its year.
    fn quarter(&self, index: usize) -> Found<u8> {
        let (quarter, next) = self.ordinal(index).filter(|(quarter, _)| (1..=4).contains(quarter))?;
        let at = next + usize::from(self.is_dash(next));
        self.is(at, Word::Unit(TimeUnit::Quarter)).then_some((at + 1, quarter))
    }

    /// "summer of 2016", "summer 2016", "in the summer".
    fn season(&self, index: usize) -> Found<Calendar> {
        let (Word::Season(season) | Word::MaybeSeason(season)) = self.word(index)? else { return None };
        // "winter of 2006–2007" is the winter that begins in 2006.
        let of = usize::from(self.is(index + 1, Word::Of));
        if let Some((year, end)) = self.year(index + 1 + of) {
            let end = match self.year_span_end(index + 1 + of) {
                Some((_, end)) => end,
                None => end,
            };
            return Some((end, Calendar::Season(YearOf::Given(year), season)));
        }
        let (end, year) = self.year_after(index + 1, false);
        if year != YearOf::OPEN {
            return Some((end, Calendar::Season(year, season)));
        }
        let the = self.word_before(index) == Some(Word::The);
        let before =
            if the { index.checked_sub(1).and_then(|at| self.word_before(at)) } else { self.word_before(index) };
        let led = match self.word(index) {
            // "in the fall" and "by fall"; "to fall" and "after the fall of" are no autumns.
            Some(Word::MaybeSeason(_)) => matches!(before, Some(Word::In | Word::By | Word::Early | Word::Late)) && the,
            _ => matches!(
                before,
                Some(Word::In | Word::By | Word::Until | Word::Early | Word::Late | Word::Mid | Word::From)
            ),
        };
        (led && self.ends_group(index + 1)).then_some((index + 1, Calendar::Season(YearOf::OPEN, season)))
    }

    /// "2016", "1990s", "664 BC", "250 c.e.", where they are years.
    fn year_in_digits(&self, index: usize) -> Found<Calendar> {
        if let Some((decade, end)) = self.short_decade(index) {
            return Some((end, Calendar::Decade(decade)));
        }
        if self.is_glued_before(index) || self.is_name_number(index) {
            return None;
        }
        match self.numeric(index)? {
            (Numeric::Decade { value, digits: 4 }, None, next) => Some((next, Calendar::Decade(value))),
            (Numeric::Plain { value, digits: 1..=4 }, None, next) if value > 0 => {
                if let Some(Word::Era { before }) = self.word(next) {
                    let calendar = if before {
                        Calendar::YearBefore(value as u16)
                    } else {
                        Calendar::Year(YearOf::Given(value as u16))
                    };
                    // "7 ad campaigns": the era is in capitals or has its stops.
                    let marked =
                        self.case(next) == Some(Case::Upper) || self.document.tokens()[next].shape().has_period();
                    return marked.then_some((next + 1, calendar));
                }
                let (year, next) = self.year(index)?;
                if self.is(next, Word::Fiscal) && self.is(next + 1, Word::Unit(TimeUnit::Year)) {
                    return Some((next + 2, Calendar::Year(YearOf::Given(year))));
                }
                // "2019-Q1", "2019 Q1"
                let dash = usize::from(self.is_dash(next) && !self.is_spaced(next));
                if let Some(Word::QuarterCode(quarter)) =
                    self.word(next + dash).filter(|_| self.is_capitalised(next + dash))
                {
                    return Some((next + dash + 1, Calendar::Quarter(YearOf::Given(year), quarter)));
                }
                // "2019 third quarter"
                if let Some((end, quarter)) = self.quarter(next) {
                    return Some((end, Calendar::Quarter(YearOf::Given(year), quarter)));
                }
                // "2015-12", where it is no span of years: "2015-16"
                if dash == 1 {
                    if let Some((month @ 1..=12, 2)) = self.plain(next + 1) {
                        if self.year_span_end(index).is_none() {
                            return Some((next + 2, Calendar::Month(YearOf::Given(year), month as u8)));
                        }
                    }
                }
                self.is_year(index, year).then_some((next, Calendar::Year(YearOf::Given(year))))
            }
            _ => None,
        }
    }

    /// "’70s": two digits behind an apostrophe, which may be a token of its own.
    pub(super) fn short_decade(&self, index: usize) -> Option<(u16, usize)> {
        let read = match self.kind(index)? {
            TokenKind::Quote if !self.is_spaced(index + 1) => self.numeric(index + 1)?,
            TokenKind::Mixed | TokenKind::Number if self.document.fold(index).starts_with('\'') => {
                let digits = &self.document.fold(index)[1..];
                let (numeric, meridiem, length) = numeric::read(digits)?;
                (length == digits.len()).then_some((numeric, meridiem, index + 1))?
            }
            _ => return None,
        };
        match read {
            (Numeric::Decade { value, digits: 2 }, None, end) => Some((value, end)),
            _ => None,
        }
    }

    /// Whether digits are the number of something: "No. 1984".
    fn is_name_number(&self, index: usize) -> bool {
        index > self.start && self.is_spaced(index) && self.document.fold(index - 1) == "no."
    }

    /// Whether four digits are a year and no count.
    fn is_year(&self, index: usize, year: u16) -> bool {
        let next = index + 1;
        let before = self.word_before(index);
        let led = before.is_some_and(Word::leads_to_date) || before == Some(Word::And);
        // "2019-nCoV"
        if self.is_dash(next)
            && !self.is_spaced(next)
            && !self.is_spaced(next + 1)
            && self.year(next + 1).is_none()
            && self.plain(next + 1).is_none()
            && self.kind(next + 1) == Some(TokenKind::Word)
            && !self.is_capitalised(next + 1)
        {
            return false;
        }
        // "roughly 2000 Thai and 74 Malaysian stores"
        let hedged = index > self.start
            && matches!(
                self.document.fold(index - 1),
                "roughly" | "nearly" | "almost" | "over" | "some" | "than" | "least" | "approximately"
            );
        if hedged && year % 100 == 0 {
            return false;
        }
        if self.is_text(next, "%") || self.kind(next) == Some(TokenKind::Symbol) && !self.is_spaced(next) {
            return false;
        }
        // "1500 UTC" is a time; "2000 hours", "1800 seconds" a length of one.
        if matches!(self.word(next), Some(Word::Zone | Word::Units(_))) {
            return false;
        }
        // "over 1984 km", "2000 people": a count where a unit or a plural follows a round number.
        let noun = self.is_content(next).then(|| self.document.fold(next));
        if let Some(noun) = noun {
            if matches!(
                noun,
                "km" | "m"
                    | "ft"
                    | "kg"
                    | "mph"
                    | "tonnes"
                    | "tons"
                    | "feet"
                    | "miles"
                    | "metres"
                    | "meters"
                    | "kilometres"
                    | "kilometers"
                    | "acres"
                    | "hectares"
                    | "pounds"
                    | "dollars"
                    | "euros"
                    | "people"
                    | "men"
                    | "women"
                    | "children"
                    | "troops"
                    | "soldiers"
                    | "homes"
                    | "jobs"
                    | "shares"
                    | "votes"
                    | "workers"
                    | "employees"
                    | "cases"
                    | "deaths"
                    | "patients"
                    | "students"
                    | "million"
                    | "billion"
            ) {
                return false;
            }
            if year % 100 == 0 && noun.ends_with('s') && !noun.ends_with("ss") {
                return false;
            }
        }
        match year {
            1900..=2099 => true,
            1500..=1899 => led,
            _ => {
                led && (year < 1500 && before == Some(Word::In)
                    || matches!(before, Some(Word::By | Word::Until | Word::Preposition | Word::In)))
                    && !self.is_content(next)
            }
        }
    }

    /// The end of a span of years: "–2018", "/20", "–18".
    fn year_span_end(&self, index: usize) -> Option<(u16, usize)> {
        let (from, next) = self.year(index)?;
        let slash = self.is_text(next, "/") && !self.is_spaced(next);
        if !slash && !self.is_dash(next) {
            return None;
        }
        let tight = !self.is_spaced(next) && !self.is_spaced(next + 1);
        if let Some((to, end)) = self.year(next + 1) {
            // "1430/2019" is the number of a law.
            return (from < to && (!slash || to == from + 1)).then_some((to, end));
        }
        let (to, digits) = self.plain(next + 1)?;
        // "2017-18": two digits that follow the first year; "2019-20" may also be a day, but not so close.
        let to = from / 100 * 100 + to;
        (tight && digits == 2 && to > from && to - from < 50).then_some((to, next + 2))
    }

    /// "2016–2018", "2005 through 2015", "2007 until 2011", "2019/20 fiscal year".
    pub(super) fn year_range(&self, index: usize) -> Found<Reading> {
        if self.is_glued_before(index) {
            return None;
        }
        if let Some((from, to)) = self.glued_years(index) {
            return Some((self.after_fiscal_year(index + 1), years(from, to)));
        }
        let (from, next) = self.year(index)?;
        let (to, end) = if let Some(span) = self.year_span_end(index) {
            span
        } else {
            let joined = match self.word(next)? {
                Word::To | Word::Until | Word::Through => true,
                Word::And => self.word_before(index) == Some(Word::Between),
                _ => false,
            };
            let (to, end) = self.year(next + 1).filter(|_| joined)?;
            (from < to && self.is_year(next + 1, to)).then_some((to, end))?
        };
        Some((self.after_fiscal_year(end), years(from, to)))
    }

    /// The two years of "2019/20" in one token.
    fn glued_years(&self, index: usize) -> Option<(u16, u16)> {
        let (from, to) = self.document.fold(index).split_once('/')?;
        if from.len() != 4 || to.len() != 2 {
            return None;
        }
        let from: u16 = from.parse().ok()?;
        let to = from / 100 * 100 + to.parse::<u16>().ok()?;
        // "1973/20" is the number of a paper; a season or fiscal year ends in the next year.
        (to == from + 1).then_some((from, to))
    }

    /// The end of "fiscal year" behind a span of years.
    fn after_fiscal_year(&self, end: usize) -> usize {
        let named = self.is(end, Word::Fiscal) && self.is(end + 1, Word::Unit(TimeUnit::Year));
        if named { end + 2 } else { end }
    }
}

/// From one year to another.
fn years(from: u16, to: u16) -> Reading {
    let year = |year| Calendar::Year(YearOf::Given(year)).into();
    Reading::Range(year(from), year(to))
}
