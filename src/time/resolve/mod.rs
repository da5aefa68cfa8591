//! Resolving: from what an expression says to when that is, against the day of publication, the
//! tense of its clause and where the story is.

mod hour;
mod named;
mod nth;
mod range;
mod told;

use super::calendar::Date;
use super::phrase::{Calendar, Hour, Phrase, Reading, When, YearOf};
use super::tense::Tense;
use super::value::{Moment, Reference, Stretch, TimeUnit, TimeValue};
use super::{Anchor, TimeKind};
use hour::daytime;
use told::unit_from;

/// A resolved expression.
#[derive(Debug, Clone, Copy)]
pub(super) struct Resolved {
    pub(super) kind: TimeKind,
    pub(super) value: Option<TimeValue>,
    pub(super) anchor: Option<Anchor>,
    pub(super) confidence: f32,
    pub(super) why: &'static str,
}

/// What is known of the story up to an expression.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Story {
    published: Option<Date>,
    /// The day that the story is at.
    day: Option<Date>,
    /// The latest day of the week up to publication that was named: the one of the news itself.
    event: Option<Date>,
    /// The last stretch that was named, of whatever length.
    stretch: Option<Stretch>,
    quarter: Option<(u16, u8)>,
    /// How many sentences ago that was.
    quarter_age: u8,
    /// The last local time of day, for the same moment in Universal Time behind it.
    clock: Option<(Date, u8, u8)>,
    /// The last year that the block states in digits, in this sentence or the one before.
    year: Option<u16>,
    /// Whether that year was stated in this sentence.
    is_year_fresh: bool,
}

/// Where an expression stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) tense: Tense,
    pub(super) quoted: bool,
    /// Whether it is an end in time: "until September".
    pub(super) is_limit: bool,
    /// Whether a time of day is said with it: "today at noon".
    pub(super) with_hour: bool,
    /// A day that is named later in the same sentence: the one of "at 2:49 a.m. on Saturday".
    pub(super) day_ahead: Option<When>,
}

/// How sure a reading is: the share of those of the annotated training articles whose span and
/// value are right, with how many there were. `--detail full` of the corpus command gives the
/// reading of each time as its "why"; DESIGN.md, "Times", has the command that counts them.
///
/// A reading seen fewer than ten times has the share of those most like it.
mod confidence {
    /// 151 of 152 with day, month or decade; "stated in full"
    pub(super) const STATED: f32 = 0.98;
    /// 249 of 261; the others are in the names of laws and elections
    pub(super) const YEAR_ALONE: f32 = 0.95;
    /// 256 of 266: the last Friday, after a verb of the past
    pub(super) const WEEKDAY: f32 = 0.96;
    /// 183 of 195: "the year that fits"
    pub(super) const NEAREST: f32 = 0.93;
    /// 79 of 88: yesterday, tomorrow, last night
    pub(super) const DEICTIC: f32 = 0.95;
    /// 13 of 20: "today" is the present age as often as the day
    pub(super) const TODAY: f32 = 0.68;
    /// 59 of 67: last week, this year
    pub(super) const UNIT: f32 = 0.88;
    /// 57 of 62: now, recently; and what comes again, which the training text leaves out
    pub(super) const REFERENCE: f32 = 0.9;
    /// 1 of 6: "in the future" is left out of the training text more often than not
    pub(super) const FUTURE: f32 = 0.5;
    /// 10 of 11 and less like them: no tense tells, or the year before or after would do
    pub(super) const UNCLEAR: f32 = 0.8;
    /// 23 of 26: the same moment in Universal Time
    pub(super) const UNIVERSAL: f32 = 0.86;
    /// 23 of 26, whatever the ends are
    pub(super) const RANGE: f32 = 0.87;
    /// 42 of 58: the next day, two years later; "today" in a quotation
    pub(super) const STORY: f32 = 0.71;
    /// 24 of 42: the day of "at 8:30 p.m." is the one told of
    pub(super) const HOUR_OF_STORY: f32 = 0.57;
    pub(super) const UNKNOWN: f32 = 0.5;
    /// What is left of it where the words do not say which half of the day: "half past seven"
    pub(super) const HALF_OF_DAY: f32 = 0.6;
}

impl Story {
    pub(super) fn new(published: Option<Date>) -> Self {
        Self { published, ..Self::default() }
    }

    /// A new block begins: its bare months are no longer those of the year before it.
    pub(super) fn next_block(&mut self) {
        self.year = None;
    }

    /// A new sentence begins: a year stated two sentences back no longer holds.
    pub(super) fn next_sentence(&mut self) {
        if !self.is_year_fresh {
            self.year = None;
        }
        self.is_year_fresh = false;
        self.quarter_age = self.quarter_age.saturating_add(1);
    }

    /// A year is stated: bare months near it are of that year.
    fn state_year(&mut self, year: u16) {
        self.year = Some(year);
        self.is_year_fresh = true;
    }

    /// Resolves an expression and moves the story to it.
    ///
    /// None where the words turn out to be no time at all here.
    pub(super) fn resolve(&mut self, phrase: &Phrase, place: Place) -> Option<Resolved> {
        let unresolved = Resolved {
            kind: TimeKind::Date,
            value: None,
            anchor: None,
            confidence: confidence::UNKNOWN,
            why: "nothing to resolve it against",
        };
        Some(match phrase.reading {
            Reading::Reference(reference) => Resolved {
                value: Some(TimeValue::Reference(reference)),
                confidence: match reference {
                    Reference::Past | Reference::Present => confidence::REFERENCE,
                    Reference::Future => confidence::FUTURE,
                },
                why: "a reference to the present",
                ..unresolved
            },
            Reading::Every(period) => Self::again(TimeValue::Every(period)),
            Reading::EveryWeekday(weekday, hour) => Self::again(TimeValue::EveryWeekday(weekday, hour.map(daytime))),
            Reading::EveryMonth(month) => Self::again(TimeValue::EveryMonth(month)),
            Reading::EverySeason(season) => Self::again(TimeValue::EverySeason(season)),
            Reading::EveryPart(part) => Self::again(TimeValue::EveryPart(part)),
            Reading::Length(period) => Resolved {
                kind: TimeKind::Duration,
                value: Some(TimeValue::Duration(period)),
                confidence: confidence::UNCLEAR,
                why: "a length that is not told",
                ..unresolved
            },
            Reading::Unknown => Resolved { why: "day and month may stand in either order", ..unresolved },
            Reading::When(When { calendar: Some(Calendar::Story(TimeUnit::Quarter, 0)), .. }) => {
                // "the quarter" is a time only in a report on one.
                let (year, quarter) = self.quarter?;
                self.moved(Stretch::Quarter(year, quarter), Anchor::Narrative, confidence::STORY, "the quarter told of")
            }
            Reading::When(when) => {
                let resolved = self.when(when, place).unwrap_or(Resolved {
                    kind: if when.hour.is_some() { TimeKind::Time } else { TimeKind::Date },
                    // "8:30 p.m. that day" of an unknown day still says the hour.
                    value: when
                        .hour
                        .filter(|hour| hour.is_clock())
                        .map(|hour| TimeValue::Moment(Moment { stretch: None, daytime: Some(daytime(hour)) })),
                    ..unresolved
                });
                half_unsaid(resolved, &[when])
            }
            Reading::Range(from, to) => {
                self.range(from, to, place).map_or(unresolved, |resolved| half_unsaid(resolved, &[from, to]))
            }
        })
    }

    /// What comes again.
    const fn again(value: TimeValue) -> Resolved {
        Resolved {
            kind: TimeKind::Set,
            value: Some(value),
            anchor: None,
            confidence: confidence::REFERENCE,
            why: "again and again",
        }
    }

    /// A stretch with its time of day.
    fn when(&mut self, when: When, place: Place) -> Option<Resolved> {
        let Some(calendar) = when.calendar else {
            return Some(self.hour_alone(when.hour?, place));
        };
        let mut resolved = self.calendar(calendar, place)?;
        let Some(hour) = when.hour else { return Some(resolved) };
        resolved.kind = TimeKind::Time;
        if let Some(TimeValue::Moment(Moment { stretch: Some(Stretch::Day(date)), .. })) = resolved.value {
            resolved.value = Some(TimeValue::Moment(self.at_hour(date, hour)));
        }
        Some(resolved)
    }

    /// Moves the story to a stretch.
    fn moved(&mut self, stretch: Stretch, anchor: Anchor, confidence: f32, why: &'static str) -> Resolved {
        self.stretch = Some(stretch);
        match stretch {
            Stretch::Day(date) => {
                self.day = Some(date);
                if self.published.is_some_and(|published| (0..=6).contains(&published.days_since(date))) {
                    self.event = self.day;
                }
            }
            Stretch::Quarter(year, quarter) => {
                self.quarter = Some((year, quarter));
                self.quarter_age = 0;
            }
            _ => {}
        }
        Resolved {
            kind: TimeKind::Date,
            value: Some(TimeValue::Moment(Moment::of(stretch))),
            anchor: Some(anchor),
            confidence,
            why,
        }
    }

    /// The same for a date that says everything itself.
    fn stated(&mut self, stretch: Stretch) -> Resolved {
        Resolved { anchor: None, ..self.moved(stretch, Anchor::Published, confidence::STATED, "stated in full") }
    }

    fn calendar(&mut self, calendar: Calendar, place: Place) -> Option<Resolved> {
        match calendar {
            Calendar::Day { year, month, day, weekday } => self.day(year, month, day, weekday, place),
            Calendar::Month(year, month) => self.month(year, month, place),
            Calendar::Year(YearOf::Given(year)) => {
                self.state_year(year);
                Some(Resolved { confidence: confidence::YEAR_ALONE, ..self.stated(Stretch::Year(year)) })
            }
            Calendar::YearBefore(year) => Some(self.stated(Stretch::YearBefore(year))),
            Calendar::Century(century) => Some(self.stated(Stretch::Century(century))),
            Calendar::Decade(decade) if decade >= 100 => Some(self.stated(Stretch::Decade(decade))),
            Calendar::Decade(decade) => {
                // "the nineties" are the latest that have begun.
                let year = self.published.map_or(2020, Date::year);
                let century = year / 100 * 10;
                let decade =
                    if (century + decade) * 10 <= year { century + decade } else { century.checked_sub(10)? + decade };
                Some(self.moved(
                    Stretch::Decade(decade),
                    Anchor::Published,
                    confidence::NEAREST,
                    "the latest such decade",
                ))
            }
            Calendar::Weekday(weekday, side) => self.weekday(weekday, side, place),
            Calendar::Deictic(days) => {
                let (base, anchor) = self.speech_day(place)?;
                let date = base.plus_days(i64::from(days))?;
                if anchor == Anchor::Narrative {
                    // The story stays at the day of the speech: "I offered to resign last night .. tomorrow".
                    let value = Some(TimeValue::Moment(Moment::of(Stretch::Day(date))));
                    let why = "told from the day of the speech";
                    return Some(Resolved {
                        kind: TimeKind::Date,
                        value,
                        anchor: Some(anchor),
                        confidence: confidence::STORY,
                        why,
                    });
                }
                let confidence = if days == 0 && !place.with_hour { confidence::TODAY } else { confidence::DEICTIC };
                Some(self.moved(Stretch::Day(date), anchor, confidence, "told from the day of speaking"))
            }
            Calendar::Holiday(year, rule) => {
                let (year, anchor) = self.year_near(year, place, |year| rule.day(year))?;
                let date = rule.day(year)?;
                Some(self.moved(Stretch::Day(date), anchor, confidence::NEAREST, "the rule of the holiday"))
            }
            Calendar::WeekOf { year, month, day } => {
                let (year, anchor) = self.year_near(year, place, |year| Date::new(year, month, day))?;
                let (year, week) = Date::new(year, month, day)?.iso_week();
                Some(self.moved(Stretch::Week(year, week), anchor, confidence::NEAREST, "the week of a day"))
            }
            Calendar::Nth(nth) => self.nth(nth, place),
            Calendar::WeekdayAndDay(weekday, day) => self.weekday_and_day(weekday, day, place),
            Calendar::WeekdayOfWeek(weekday, weeks) => {
                let published = self.published?;
                let days = i64::from(weekday) - i64::from(published.weekday()) + 7 * i64::from(weeks);
                let date = published.plus_days(days)?;
                Some(self.moved(Stretch::Day(date), Anchor::Published, confidence::DEICTIC, "a day of a week near"))
            }
            Calendar::Season(..) | Calendar::Quarter(..) | Calendar::Half(..) | Calendar::Year(_) => {
                self.part_of_year(calendar, place)
            }
            Calendar::Weekend => self.weekend(place),
            Calendar::Unit(unit, steps) => {
                let (base, anchor) = self.speech_day(place)?;
                if let (TimeUnit::Decade, -1) = (unit, steps) {
                    // "the last decade" is the ten years up to now, not the one named by its digits.
                    let year = base.year();
                    let (from, to) =
                        (Stretch::Year(year.checked_sub(10).filter(|&year| year > 0)?), Stretch::Year(year));
                    return Some(Resolved {
                        value: Some(TimeValue::Range(Moment::of(from), Moment::of(to))),
                        ..self.moved(to, anchor, confidence::DEICTIC, "the ten years up to now")
                    });
                }
                let stretch = unit_from(base, unit, steps.into())?;
                Some(self.moved(stretch, anchor, confidence::UNIT, "told from the day of publication"))
            }
            Calendar::Story(unit, steps) => self.story_unit(unit, steps.into()),
            Calendar::LatestQuarter => {
                if let Some((year, quarter)) = self.quarter {
                    let stretch = Stretch::Quarter(year, quarter);
                    return Some(self.moved(stretch, Anchor::Narrative, confidence::STORY, "the quarter told of"));
                }
                let stretch = unit_from(self.published?, TimeUnit::Quarter, -1)?;
                Some(self.moved(stretch, Anchor::Published, confidence::UNCLEAR, "the last whole quarter"))
            }
            Calendar::Ago(count, unit) => self.distance(count, unit, -1),
            Calendar::Ahead(count, unit) => self.distance(count, unit, 1),
            Calendar::Shift { count, unit, later } => self.shift(count, unit, if later { 1 } else { -1 }),
        }
    }
}

/// Less sure where an hour does not say its half of the day: "half past seven".
fn half_unsaid(resolved: Resolved, whens: &[When]) -> Resolved {
    if whens.iter().any(|when| matches!(when.hour, Some(Hour::Dial { .. }))) {
        let why = "the half of the day is not said";
        return Resolved { confidence: resolved.confidence * confidence::HALF_OF_DAY, why, ..resolved };
    }
    resolved
}
