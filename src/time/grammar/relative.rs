//! Times told from another: "last week", "this morning", "the next day", "three weeks ago",
//! "a year earlier", "the night of May 25".

use super::Found;
use crate::text::TokenKind;
use crate::time::phrase::{Calendar, Count, Hour, Side, When, YearOf};
use crate::time::reader::Reader;
use crate::time::value::{Part, TimeUnit};
use crate::time::word::Word;

/// Which one of a row a word picks: its side for a named day, its step for a unit.
#[derive(Clone, Copy)]
enum Pick {
    /// From the day of publication
    Published(i8, Side),
    /// From where the story is
    Story(i8),
}

impl Reader<'_, '_> {
    /// A time told from the day of publication or from another time of the story.
    pub(super) fn relative(&self, index: usize) -> Found<When> {
        match self.word(index) {
            Some(Word::Deictic(days)) => Some((index + 1, Calendar::Deictic(days).into())),
            Some(Word::Tonight) => {
                Some((index + 1, When { calendar: Some(Calendar::Deictic(0)), hour: Some(Hour::Part(Part::Night)) }))
            }
            Some(Word::The) => self
                .beyond(index + 1)
                .map(|(end, calendar)| (end, calendar.into()))
                .or_else(|| self.after_the(index + 1)),
            Some(Word::Unit(TimeUnit::Day)) => self.beyond(index).map(|(end, calendar)| (end, calendar.into())),
            Some(Word::That | Word::Same) => self.picked(index, false),
            Some(Word::Last | Word::Past | Word::Previous | Word::Next | Word::Coming | Word::This | Word::Current) => {
                self.picked(index, false)
            }
            Some(Word::Part(part)) => self.part_alone(index, part),
            Some(Word::Unit(TimeUnit::Year)) => self.year_glued(index),
            Some(Word::Unit(TimeUnit::Weekend)) if self.is(index + 1, Word::Of) => self.span_of(index),
            Some(Word::Units(unit)) if self.is(index + 1, Word::Ago) => {
                Some((index + 2, Calendar::Ago(Count::Some, unit).into()))
            }
            _ => self.counted(index),
        }
    }

    /// What "the" may begin.
    fn after_the(&self, index: usize) -> Found<When> {
        match self.word(index)? {
            Word::Part(part) => match self.span_of(index) {
                Some(found) => Some(found),
                // "the evening news" is no evening.
                // "the night" may be any night.
                None => {
                    (part != Part::Night && self.ends_group(index + 1)).then(|| (index + 1, Hour::Part(part).into()))
                }
            },
            Word::Unit(TimeUnit::Weekend) => {
                if let Some(found) = self.span_of(index) {
                    Some(found)
                } else {
                    // "over the weekend", whatever comes after it; "the weekend edition" is none.
                    let before = index.checked_sub(1).and_then(|the| self.word_before(the));
                    let led = before.is_some_and(|word| word.leads_to_date() || word == Word::At);
                    (led || self.ends_group(index + 1)).then(|| (index + 1, Calendar::Weekend.into()))
                }
            }
            Word::Unit(TimeUnit::Week) if self.is(index + 1, Word::Of) => self.span_of(index),
            Word::Latest if self.is(index + 1, Word::Unit(TimeUnit::Quarter)) => {
                Some((index + 2, Calendar::LatestQuarter.into()))
            }
            // "the year-ago quarter"
            Word::Unit(TimeUnit::Year) if self.is_dash(index + 1) => self.year_glued(index),
            Word::Unit(TimeUnit::Quarter) if self.ends_group(index + 1) => {
                Some((index + 1, Calendar::Story(TimeUnit::Quarter, 0).into()))
            }
            Word::Unit(unit @ (TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year)) => {
                let steps = match self.word(index + 1)? {
                    Word::Before => -1,
                    Word::After => 1,
                    _ => return None,
                };
                self.closes(index + 2).then(|| (index + 2, Calendar::Story(unit, steps).into()))
            }
            Word::Last
            | Word::Past
            | Word::Previous
            | Word::Next
            | Word::Following
            | Word::Coming
            | Word::Same
            | Word::Current => self.picked(index, true),
            _ => None,
        }
    }

    /// Whether the sentence or clause ends here: "the year before." but not "the year before the war".
    pub(super) fn closes(&self, index: usize) -> bool {
        match self.kind(index) {
            // "the year before Brexit": a name goes on.
            None => !self.name_follows,
            Some(kind) => matches!(
                kind,
                TokenKind::Stop | TokenKind::Punctuation | TokenKind::Close | TokenKind::Quote | TokenKind::Dash
            ),
        }
    }

    /// "last week", "the next morning", "this past Saturday", "that September".
    fn picked(&self, index: usize, the: bool) -> Found<When> {
        let (pick, at) = self.pick(index, the)?;
        let at_word = self.word(at)?;
        let (step, side) = match pick {
            Pick::Published(step, side) => (step, side),
            Pick::Story(step) => (step, Side::Story),
        };
        match at_word {
            Word::Part(part) => {
                let calendar = match pick {
                    Pick::Published(-1, _) if part == Part::Night => Calendar::Deictic(-1),
                    Pick::Published(0, _) => Calendar::Deictic(0),
                    Pick::Published(..) => return None,
                    Pick::Story(step) => Calendar::Story(TimeUnit::Day, step),
                };
                Some((at + 1, When { calendar: Some(calendar), hour: Some(Hour::Part(part)) }))
            }
            Word::Weekday(weekday) => match self.weekday(at, weekday) {
                // "next Wednesday, July 31" says the day itself.
                (end, When { calendar: Some(Calendar::Day { year, month, day, weekday }), hour }) => {
                    Some((end, When { calendar: Some(Calendar::Day { year, month, day, weekday }), hour }))
                }
                _ => Some((at + 1, Calendar::Weekday(weekday, side).into())),
            },
            Word::Month(month) | Word::MaybeMonth(month) if self.is_capitalised(at) => {
                if let Some((day, end)) = self.day_of_month(at + 1) {
                    return Some((end, Calendar::Day { year: YearOf::Side(side), month, day, weekday: None }.into()));
                }
                Some((at + 1, Calendar::Month(YearOf::Side(side), month).into()))
            }
            Word::Season(season) | Word::MaybeSeason(season) => {
                Some((at + 1, Calendar::Season(YearOf::Side(side), season).into()))
            }
            Word::Unit(unit) => self.picked_unit(at, pick, unit, the),
            _ => None,
        }
        .filter(|_| step != 0 || !matches!(at_word, Word::Weekday(_)) || side != Side::Open)
    }

    fn picked_unit(&self, at: usize, pick: Pick, unit: TimeUnit, the: bool) -> Found<When> {
        // "the last decade" stands without its article, as decades with digits do.
        if the && matches!(unit, TimeUnit::Decade | TimeUnit::Century) {
            return None;
        }
        // "the last week of May" is a part of May; "the same year of study" no year.
        if self.is(at + 1, Word::Of) && !matches!(pick, Pick::Story(0)) {
            return None;
        }
        let calendar = match (pick, unit) {
            (_, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Millennium | TimeUnit::Fortnight) => {
                return None;
            }
            // "next day delivery", "last day"; "this day" is said in speeches.
            (Pick::Published(..), TimeUnit::Day) => return None,
            (Pick::Published(0, _), TimeUnit::Weekend) => Calendar::Weekend,
            (Pick::Published(step, _), TimeUnit::Season) => Calendar::Year(YearOf::Offset(step)),
            (Pick::Story(_), TimeUnit::Season) => return None,
            (Pick::Published(step, _), unit) => Calendar::Unit(unit, step),
            (Pick::Story(step), unit) => Calendar::Story(unit, step),
        };
        let end = at + 1;
        // "the past year and a half" is a length, and a figure.
        if self.half_after(end).is_some() {
            return None;
        }
        // "last year August 8"
        if let Calendar::Unit(TimeUnit::Year, step) = calendar {
            if let Some((Word::Month(month) | Word::MaybeMonth(month), (day, end))) =
                self.word(end).zip(self.day_of_month(end + 1))
            {
                return Some((end, Calendar::Day { year: YearOf::Offset(step), month, day, weekday: None }.into()));
            }
        }
        Some((end, calendar.into()))
    }

    /// The words that pick one of a row, and the token after them.
    fn pick(&self, index: usize, the: bool) -> Option<(Pick, usize)> {
        let at = index + 1;
        Some(match self.word(index)? {
            Word::Last => (Pick::Published(-1, Side::Last), at),
            Word::Past => (Pick::Published(-1, Side::Latest), at),
            Word::Previous if the => (Pick::Story(-1), at),
            Word::Next
                if the
                    && matches!(
                        self.word(at),
                        Some(
                            Word::Part(_)
                                | Word::Unit(TimeUnit::Day | TimeUnit::Year | TimeUnit::Month | TimeUnit::Week)
                        )
                    ) =>
            {
                (Pick::Story(1), at)
            }
            Word::Next => (Pick::Published(1, Side::Next), at),
            Word::Following if the => (Pick::Story(1), at),
            Word::Coming => (Pick::Published(1, Side::Soonest), at),
            Word::Current => (Pick::Published(0, Side::This), at),
            Word::Same if the => (Pick::Story(0), at),
            Word::That => (Pick::Story(0), at + usize::from(self.is(at, Word::Same))),
            Word::This => match self.word(at) {
                Some(Word::Past) => (Pick::Published(-1, Side::Latest), at + 1),
                Some(Word::Coming) => (Pick::Published(1, Side::Soonest), at + 1),
                Some(Word::Early | Word::Late) => return None,
                Some(Word::Same) => (Pick::Story(0), at + 1),
                _ => (Pick::Published(0, Side::This), at),
            },
            _ => return None,
        })
    }

    /// A part of the day without its day: "in the afternoon" has "the"; "by evening", "evening hours".
    fn part_alone(&self, index: usize, part: Part) -> Found<When> {
        if let Some(found) = self.span_of(index) {
            return Some(found);
        }
        let led = matches!(self.word_before(index), Some(Word::By)) && self.ends_group(index + 1);
        led.then(|| (index + 1, Hour::Part(part).into()))
    }

    /// "night of May 25", "week of October 21".
    fn span_of(&self, index: usize) -> Found<When> {
        if !self.is(index + 1, Word::Of) {
            return None;
        }
        let (end, day) = self.day(index + 2)?;
        let calendar = day.calendar?;
        match (self.word(index)?, calendar) {
            (Word::Part(part), calendar) if calendar.is_day() => {
                Some((end, When { calendar: Some(calendar), hour: Some(Hour::Part(part)) }))
            }
            (Word::Unit(TimeUnit::Week), Calendar::Day { year, month, day, .. }) => {
                Some((end, Calendar::WeekOf { year, month, day }.into()))
            }
            _ => None,
        }
    }

    /// "year-earlier", "year-ago quarter", "year-earlier period".
    fn year_glued(&self, index: usize) -> Found<When> {
        if !self.is_dash(index + 1) || !matches!(self.word(index + 2), Some(Word::Earlier | Word::Ago)) {
            return None;
        }
        let period = self.is(index + 3, Word::Unit(TimeUnit::Quarter)) || self.is_text(index + 3, "period");
        let end = index + 3 + usize::from(period);
        Some((end, Calendar::Shift { count: Count::Whole(1), unit: TimeUnit::Year, later: false }.into()))
    }

    /// "three weeks ago", "two days later", "a year and a half ago", "ten years from now".
    fn counted(&self, index: usize) -> Found<When> {
        let (count, next) = self.count(index)?;
        // "four–five hours ago": the first number is as good as the second.
        let (count, next) = match self.count(next + 1).filter(|_| self.is_dash(next)) {
            Some((_, after)) if self.unit(after).is_some() => (count, after),
            _ => (count, next),
        };
        let glue = usize::from(self.is_dash(next));
        let unit = self.unit(next + glue)?;
        let mut end = next + glue + 1;
        let mut count = count;
        if let (Count::Whole(whole), Some(after)) = (count, self.half_after(end)) {
            (count, end) = (Count::AndHalf(whole), after);
        }
        let hours = matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour);
        let calendar = match self.word(end)? {
            Word::Ago => Calendar::Ago(count, unit),
            Word::Hence => Calendar::Ahead(count, unit),
            Word::From if matches!(self.word(end + 1), Some(Word::Now | Word::Deictic(0))) => {
                return Some((end + 2, Calendar::Ahead(count, unit).into()));
            }
            // "six minutes later" is told as a length of time; from a day on it is a date.
            Word::Later if !hours && count != Count::Some => Calendar::Shift { count, unit, later: true },
            Word::Earlier if !hours && count != Count::Some => Calendar::Shift { count, unit, later: false },
            Word::Before if !hours && count != Count::Some && self.closes(end + 1) => {
                Calendar::Shift { count, unit, later: false }
            }
            Word::After if !hours && count != Count::Some && self.closes(end + 1) => {
                Calendar::Shift { count, unit, later: true }
            }
            _ => return None,
        };
        Some((end + 1, calendar.into()))
    }
}
