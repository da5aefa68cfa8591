//! Resolving: from what an expression says to when that is, against the day of publication, the
//! tense of its clause and where the story is.

use super::calendar::{Date, days_in_month};
use super::phrase::{Calendar, Count, Hour, Phrase, Reading, Side, When, YearOf};
use super::tense::Tense;
use super::value::{Daytime, Moment, Reference, Season, Stretch, TimeUnit, TimeValue};
use super::{Anchor, TimeKind};

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
    /// The last local time of day, for the same moment in Universal Time behind it.
    clock: Option<(Date, u8, u8)>,
    /// The last year that the block states in digits.
    year: Option<u16>,
}

/// Where an expression stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) tense: Tense,
    pub(super) quoted: bool,
    /// A day that is named later in the same sentence: the one of "at 2:49 a.m. on Saturday".
    pub(super) day_ahead: Option<When>,
}

/// How sure a way of resolving is: the share of expressions of the annotated training articles
/// whose span and value are right, by way (see design/time.md for the counts).
mod confidence {
    pub(super) const STATED: f32 = 0.96;
    pub(super) const DEICTIC: f32 = 0.91;
    pub(super) const NEAREST: f32 = 0.92;
    pub(super) const REFERENCE: f32 = 0.85;
    pub(super) const UNCLEAR: f32 = 0.8;
    pub(super) const STORY: f32 = 0.65;
    pub(super) const UNKNOWN: f32 = 0.5;
}

/// What the wrong side of the present costs a day whose year is not said, in days.
const HALF_YEAR: i64 = 183;

impl Story {
    pub(super) fn new(published: Option<Date>) -> Self {
        Self { published, ..Self::default() }
    }

    /// A new block begins: its bare months are no longer those of the year before it.
    pub(super) fn next_block(&mut self) {
        self.year = None;
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
                confidence: confidence::REFERENCE,
                why: "a reference to the present",
                ..unresolved
            },
            Reading::Every(period) => Resolved {
                kind: TimeKind::Set,
                value: Some(TimeValue::Every(period)),
                confidence: confidence::REFERENCE,
                why: "again and again",
                ..unresolved
            },
            Reading::EveryWeekday(weekday, hour) => Resolved {
                kind: TimeKind::Set,
                value: Some(TimeValue::EveryWeekday(weekday, hour.map(daytime))),
                confidence: confidence::REFERENCE,
                why: "again and again",
                ..unresolved
            },
            Reading::Unknown => Resolved { why: "day and month may stand in either order", ..unresolved },
            Reading::When(When { calendar: Some(Calendar::Story(TimeUnit::Quarter, 0)), .. }) => {
                // "the quarter" is a time only in a report on one.
                let (year, quarter) = self.quarter?;
                self.moved(Stretch::Quarter(year, quarter), Anchor::Narrative, confidence::STORY, "the quarter told of")
            }
            Reading::When(when) => self.when(when, place).unwrap_or(Resolved {
                kind: if when.hour.is_some() { TimeKind::Time } else { TimeKind::Date },
                // "8:30 p.m. that day" of an unknown day still says the hour.
                value: when
                    .hour
                    .filter(|hour| matches!(hour, Hour::Clock { .. }))
                    .map(|hour| TimeValue::Moment(Moment { stretch: None, daytime: Some(daytime(hour)) })),
                ..unresolved
            }),
            Reading::Range(from, to) => self.range(from, to, place).unwrap_or(unresolved),
        })
    }

    fn range(&mut self, from: When, to: When, place: Place) -> Option<Resolved> {
        // "March 15 to April 2, 2019": the year behind the second end is that of both.
        let from = match (from.calendar, to.calendar) {
            (
                Some(Calendar::Day { year: YearOf::Side(Side::Open), month, day, weekday }),
                Some(Calendar::Day { year, .. }),
            ) => When { calendar: Some(Calendar::Day { year, month, day, weekday }), ..from },
            (Some(Calendar::Month(YearOf::Side(Side::Open), month)), Some(Calendar::Month(year, end)))
                if month <= end =>
            {
                When { calendar: Some(Calendar::Month(year, month)), ..from }
            }
            _ => from,
        };
        let start = self.when(from, place)?;
        // "8 a.m. to 5 p.m.": the second end has the day of the first.
        let end = match (to.calendar, start.value?) {
            (None, TimeValue::Moment(moment)) => Moment { stretch: moment.stretch, daytime: to.hour.map(daytime) },
            _ => match self.when(to, place)?.value? {
                TimeValue::Moment(end) => end,
                _ => return None,
            },
        };
        let TimeValue::Moment(start_moment) = start.value? else { return None };
        Some(Resolved { value: Some(TimeValue::Range(start_moment, end)), why: "from one to another", ..start })
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

    /// A moment at a time of day, kept for the same one in Universal Time behind it.
    fn at_hour(&mut self, date: Date, hour: Hour) -> Moment {
        let date = match hour {
            Hour::MidnightAfter => date.plus_days(1).unwrap_or(date),
            _ => date,
        };
        if let Hour::Clock { hour, minute, universal: false, .. } = hour {
            self.clock = Some((date, hour, minute));
        }
        Moment { stretch: Some(Stretch::Day(date)), daytime: Some(daytime(hour)) }
    }

    /// A time of day whose day is named elsewhere.
    fn hour_alone(&mut self, hour: Hour, place: Place) -> Resolved {
        let result = |date: Option<Date>, anchor, confidence, why, story: &mut Self| Resolved {
            kind: TimeKind::Time,
            value: match date {
                Some(date) => Some(TimeValue::Moment(story.at_hour(date, hour))),
                // "in the evening" of no day says nothing; "8:30 p.m." says something.
                None => matches!(hour, Hour::Clock { .. })
                    .then(|| TimeValue::Moment(Moment { stretch: None, daytime: Some(daytime(hour)) })),
            },
            anchor,
            confidence,
            why,
        };
        if let (Hour::Clock { hour: at, minute, universal: true, .. }, Some((date, local, local_minute))) =
            (hour, self.clock)
        {
            let date = universal_day(date, (local, local_minute), (at, minute));
            return result(
                date,
                Some(Anchor::Narrative),
                confidence::NEAREST,
                "the same moment in Universal Time",
                self,
            );
        }
        if let Some(ahead) = place.day_ahead.and_then(|when| when.calendar) {
            let mut story = *self;
            let day = story.calendar(ahead, place).and_then(|resolved| resolved.value);
            if let Some(TimeValue::Moment(Moment { stretch: Some(Stretch::Day(date)), .. })) = day {
                return result(
                    Some(date),
                    Some(Anchor::Narrative),
                    confidence::UNCLEAR,
                    "the day named in the sentence",
                    self,
                );
            }
        }
        // "At 2:45 a.m. he died" after "his last vote was on September 11" is of the day of the news.
        let day = match (self.day, self.event, self.published) {
            (Some(day), Some(event), Some(published)) if published.days_since(day).abs() > 7 => Some(event),
            (day, ..) => day,
        };
        match (day, self.published) {
            (Some(day), _) => result(Some(day), Some(Anchor::Narrative), confidence::STORY, "the day told of", self),
            (None, Some(day)) => {
                result(Some(day), Some(Anchor::Published), confidence::UNKNOWN, "the day of publication", self)
            }
            (None, None) => result(None, None, confidence::UNCLEAR, "no day is named", self),
        }
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
            Stretch::Quarter(year, quarter) => self.quarter = Some((year, quarter)),
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
                self.year = Some(year);
                Some(self.stated(Stretch::Year(year)))
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
                Some(self.moved(Stretch::Day(date), anchor, confidence::DEICTIC, "told from the day of speaking"))
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
            Calendar::LastWeekendOf(year, month) => {
                let (year, anchor) = self.year_near(year, place, |year| Date::new(year, month, 28))?;
                let last = Date::new(year, month, days_in_month(year, month))?;
                // The last Saturday of the month begins its last weekend.
                let saturday = last.plus_days(-((i64::from(last.weekday()) - 6).rem_euclid(7)))?;
                let (year, week) = saturday.iso_week();
                Some(self.moved(
                    Stretch::Weekend(year, week),
                    anchor,
                    confidence::NEAREST,
                    "the last weekend of a month",
                ))
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
                Some(self.moved(stretch, anchor, confidence::DEICTIC, "told from the day of publication"))
            }
            Calendar::Story(unit, steps) => self.story_unit(unit, steps.into()),
            Calendar::Ago(count, unit) => self.distance(count, unit, -1),
            Calendar::Ahead(count, unit) => self.distance(count, unit, 1),
            Calendar::Shift { count, unit, later } => self.shift(count, unit, if later { 1 } else { -1 }),
        }
    }

    /// The day against which "today" is told: in a quotation that of the story, when it is near.
    fn speech_day(&self, place: Place) -> Option<(Date, Anchor)> {
        let published = self.published?;
        match self.day {
            // A speech is told of within the week; a day further back is the background of the story.
            Some(day) if place.quoted && (0..=6).contains(&published.days_since(day)) => Some((day, Anchor::Narrative)),
            _ => Some((published, Anchor::Published)),
        }
    }

    fn day(&mut self, year: YearOf, month: u8, day: u8, weekday: Option<u8>, place: Place) -> Option<Resolved> {
        if let YearOf::Given(year) = year {
            self.year = Some(year);
            let date = Date::new(year, month, day)?;
            return Some(self.stated(Stretch::Day(date)));
        }
        let fits = |date: &Date| weekday.is_none_or(|weekday| date.weekday() == weekday);
        let (year, anchor) = self.year_near(year, place, |year| Date::new(year, month, day).filter(fits))?;
        let date = Date::new(year, month, day)?;
        // "heard on December 9" in a report of October: that of last year, or not heard yet?
        let ahead = self.published.is_some_and(|published| date.days_since(published) > 0);
        let doubtful = anchor == Anchor::Published && ahead && place.tense == Tense::Past;
        let confidence = if doubtful { confidence::UNCLEAR } else { confidence::NEAREST };
        Some(self.moved(Stretch::Day(date), anchor, confidence, "the year that fits"))
    }

    fn month(&mut self, year: YearOf, month: u8, place: Place) -> Option<Resolved> {
        if let YearOf::Given(year) = year {
            self.year = Some(year);
            return Some(self.stated(Stretch::Month(year, month)));
        }
        // The middle of the month stands for it; the month of publication itself is near.
        let (year, anchor) = self.year_near(year, place, |year| Date::new(year, month, 15))?;
        Some(self.moved(Stretch::Month(year, month), anchor, confidence::NEAREST, "the year that fits"))
    }

    /// The year of a day or month that does not say it.
    ///
    /// A day is taken in the year in which it is nearest to publication; the tense weighs half a
    /// year: "was presented on December 3" in a report of January is the last one, and "the trial
    /// is due in November" in a report of March the next.
    fn year_near(&self, year: YearOf, place: Place, day: impl Fn(u16) -> Option<Date>) -> Option<(u16, Anchor)> {
        let side = match year {
            YearOf::Given(year) => return Some((year, Anchor::Published)),
            YearOf::Offset(offset) => {
                return Some((self.published?.year().checked_add_signed(offset.into())?, Anchor::Published));
            }
            YearOf::Side(side) => side,
        };
        if side == Side::Story {
            let year = self.story_year()?;
            return Some((year, Anchor::Narrative));
        }
        let published = self.published;
        // In a paragraph on 1969 "in July" is that July.
        if let (Side::Open, Some(year)) = (side, self.year) {
            if published.is_none_or(|published| year.abs_diff(published.year()) > 1) && day(year).is_some() {
                return Some((year, Anchor::Narrative));
            }
        }
        let published = published?;
        let cost = |date: Date| {
            let days = date.days_since(published);
            let same_month = (date.year(), date.month()) == (published.year(), published.month());
            match (side, place.tense) {
                (Side::Last | Side::Latest, _) if same_month || days >= 0 => None,
                (Side::Next | Side::Soonest, _) if same_month || days <= 0 => None,
                (Side::This, _) if date.year() != published.year() => None,
                (Side::Open, Tense::Past) if days > 31 => Some(days + HALF_YEAR),
                (Side::Open, Tense::Future) if days < -31 => Some(HALF_YEAR - days),
                _ => Some(days.abs()),
            }
        };
        // Weekdays repeat at most eleven years apart.
        let reach = if side == Side::Open { 6 } else { 1 };
        let years = published.year().saturating_sub(reach)..=published.year().saturating_add(reach);
        let best = years.filter_map(|year| Some((cost(day(year)?)?, year))).min();
        best.map(|(_, year)| (year, Anchor::Published))
    }

    /// The year that the story is in.
    fn story_year(&self) -> Option<u16> {
        match self.stretch {
            Some(stretch) => year_of(stretch),
            None => self.published.map(Date::year),
        }
    }

    fn weekday(&mut self, weekday: u8, side: Side, place: Place) -> Option<Resolved> {
        let (base, anchor) = match side {
            Side::Story => (self.day.or(self.published)?, Anchor::Narrative),
            _ => (self.published?, Anchor::Published),
        };
        let on = i64::from(weekday) - i64::from(base.weekday());
        let back = -(-on).rem_euclid(7);
        let forth = on.rem_euclid(7);
        let (days, confidence, why) = match (side, place.tense) {
            // "last Wednesday" and "next Wednesday" are those of the week before and after.
            (Side::Last, _) => (on - 7, confidence::NEAREST, "of the week before"),
            (Side::Next, _) => (on + 7, confidence::NEAREST, "of the week after"),
            (Side::This, _) => (on, confidence::NEAREST, "of the week of publication"),
            (Side::Latest, _) => (if back == 0 { -7 } else { back }, confidence::NEAREST, "the latest"),
            (Side::Soonest, _) => (if forth == 0 { 7 } else { forth }, confidence::NEAREST, "the first to come"),
            (Side::Story, _) => (back, confidence::STORY, "the one told of"),
            (Side::Open, Tense::Future) => (forth, confidence::NEAREST, "the next one, by the tense of the clause"),
            (Side::Open, Tense::Past) => (back, confidence::NEAREST, "the last one, by the tense of the clause"),
            // "from tomorrow night into Friday morning"
            (Side::Open, Tense::Open)
                if self.day.zip(self.published).is_some_and(|(day, published)| day > published) =>
            {
                (forth, confidence::UNCLEAR, "the next one, after another day to come")
            }
            (Side::Open, Tense::Open) => (back, confidence::UNCLEAR, "the last one; no tense tells"),
        };
        let date = base.plus_days(days)?;
        Some(self.moved(Stretch::Day(date), anchor, confidence, why))
    }

    fn weekend(&mut self, place: Place) -> Option<Resolved> {
        let base = self.published?;
        // On Monday to Thursday "the weekend" of a past clause is the one before.
        let past = place.tense != Tense::Future && base.weekday() < 5;
        let (year, week) = base.plus_days(if past { -7 } else { 0 })?.iso_week();
        let confidence = if place.tense == Tense::Open { confidence::UNCLEAR } else { confidence::NEAREST };
        Some(self.moved(
            Stretch::Weekend(year, week),
            Anchor::Published,
            confidence,
            "the nearest, by the tense of the clause",
        ))
    }

    /// Seasons, quarters and halves.
    fn part_of_year(&mut self, calendar: Calendar, place: Place) -> Option<Resolved> {
        type InYear = fn(u16, Calendar) -> Option<Stretch>;
        let (year, in_year): (YearOf, InYear) = match calendar {
            Calendar::Season(year, _) | Calendar::Quarter(year, _) | Calendar::Half(year, _) | Calendar::Year(year) => {
                (year, |year, calendar| match calendar {
                    Calendar::Season(_, season) => Some(Stretch::Season(year, season)),
                    Calendar::Quarter(_, quarter) => Some(Stretch::Quarter(year, quarter)),
                    Calendar::Half(_, half) => Some(Stretch::Half(year, half)),
                    Calendar::Year(_) => Some(Stretch::Year(year)),
                    _ => None,
                })
            }
            _ => return None,
        };
        if let YearOf::Given(year) = year {
            self.year = Some(year);
            return Some(self.stated(in_year(year, calendar)?));
        }
        let (year, anchor) = match calendar {
            Calendar::Season(_, Season::Winter) => {
                // A winter has the year in which it begins: in February it is last year's.
                let (year, anchor) =
                    self.year_near(year, place, |year| Date::new(year, Season::Winter.middle(), 15))?;
                let offset = !matches!(calendar, Calendar::Season(YearOf::Offset(_), _));
                (if offset { year.checked_sub(1)? } else { year }, anchor)
            }
            Calendar::Season(_, season) => self.year_near(year, place, |year| Date::new(year, season.middle(), 15))?,
            // A quarter is reported on when it has begun: its second month is not ahead.
            Calendar::Quarter(_, quarter) => {
                self.year_near(year, place, |year| Date::new(year, quarter * 3 - 1, 15))?
            }
            Calendar::Half(_, half) => self.year_near(year, place, |year| Date::new(year, half * 6 - 3, 15))?,
            _ => self.year_near(year, place, |year| Date::new(year, 7, 1))?,
        };
        Some(self.moved(in_year(year, calendar)?, anchor, confidence::UNCLEAR, "the year that fits"))
    }

    /// "the next day", "that year", "the previous month".
    fn story_unit(&mut self, unit: TimeUnit, steps: i64) -> Option<Resolved> {
        let stretch = match (unit, self.stretch) {
            (TimeUnit::Year, Some(stretch)) => Stretch::Year(u16::try_from(i64::from(year_of(stretch)?) + steps).ok()?),
            (TimeUnit::Month, Some(Stretch::Month(year, month))) => {
                unit_from(Date::new(year, month, 1)?, TimeUnit::Month, steps)?
            }
            _ => unit_from(self.day.or(self.published)?, unit, steps)?,
        };
        Some(self.moved(stretch, Anchor::Narrative, confidence::STORY, "told from another time of the story"))
    }

    /// So many units from the day of publication.
    fn distance(&mut self, count: Count, unit: TimeUnit, sign: i64) -> Option<Resolved> {
        let Some(steps) = steps(count, unit) else {
            let reference = if sign < 0 { Reference::Past } else { Reference::Future };
            return Some(Resolved {
                kind: TimeKind::Date,
                value: Some(TimeValue::Reference(reference)),
                anchor: None,
                confidence: confidence::UNCLEAR,
                why: "some time, but how long is not said",
            });
        };
        let base = self.published?;
        if let (Some(Stretch::Quarter(year, quarter)), TimeUnit::Year, 1, -1) = (self.stretch, unit, steps.0, sign) {
            // "profit rose in the quarter from $90 million a year ago"
            return quarter_of_year(year, quarter, -1);
        }
        let stretch = match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => Stretch::Day(base),
            _ => unit_from(base, steps.1, sign * steps.0)?,
        };
        Some(self.moved(stretch, Anchor::Published, confidence::DEICTIC, "told from the day of publication"))
    }

    /// So many units from where the story is.
    fn shift(&mut self, count: Count, unit: TimeUnit, sign: i64) -> Option<Resolved> {
        let (steps, unit) = steps(count, unit)?;
        let steps = sign * steps;
        let stretch = match (unit, self.stretch.or(self.published.map(Stretch::Day))?) {
            (TimeUnit::Year, Stretch::Quarter(year, quarter)) => {
                // "from $1.2 billion a year earlier": the story stays at its quarter.
                return quarter_of_year(year, quarter, steps);
            }
            (TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century, stretch) => {
                let years = match unit {
                    TimeUnit::Decade => steps * 10,
                    TimeUnit::Century => steps * 100,
                    _ => steps,
                };
                Stretch::Year(
                    u16::try_from(i64::from(year_of(stretch)?) + years)
                        .ok()
                        .filter(|year| (1..=9999).contains(year))?,
                )
            }
            (TimeUnit::Month, Stretch::Month(year, month)) => unit_from(Date::new(year, month, 1)?, unit, steps)?,
            (_, Stretch::Year(_) | Stretch::Decade(_) | Stretch::Century(_)) => return None,
            _ => unit_from(self.day.or(self.published)?, unit, steps)?,
        };
        Some(self.moved(stretch, Anchor::Narrative, confidence::STORY, "told from another time of the story"))
    }
}

/// A count as whole steps of a unit: a year and a half is eighteen months.
fn steps(count: Count, unit: TimeUnit) -> Option<(i64, TimeUnit)> {
    match (count, unit) {
        (Count::Some, _) => None,
        (Count::Whole(count), TimeUnit::Fortnight) => Some((i64::from(count) * 2, TimeUnit::Week)),
        (Count::Whole(count), unit) => Some((count.into(), unit)),
        (Count::AndHalf(count), TimeUnit::Year) => Some((i64::from(count) * 12 + 6, TimeUnit::Month)),
        (Count::AndHalf(count), TimeUnit::Month) => Some((i64::from(count) * 30 + 15, TimeUnit::Day)),
        (Count::AndHalf(count), TimeUnit::Decade) => Some((i64::from(count) * 10 + 5, TimeUnit::Year)),
        (Count::AndHalf(count), unit) => Some((count.into(), unit)),
    }
}

/// The same quarter of another year, with which a report compares its own.
fn quarter_of_year(year: u16, quarter: u8, years: i64) -> Option<Resolved> {
    let year = u16::try_from(i64::from(year) + years).ok().filter(|year| (1..=9999).contains(year))?;
    Some(Resolved {
        kind: TimeKind::Date,
        value: Some(TimeValue::Moment(Moment::of(Stretch::Quarter(year, quarter)))),
        anchor: Some(Anchor::Narrative),
        confidence: confidence::STORY,
        why: "the quarter of the year before",
    })
}

/// The stretch of one unit that lies so many of them from a day.
fn unit_from(base: Date, unit: TimeUnit, steps: i64) -> Option<Stretch> {
    let year = |years: i64| u16::try_from(i64::from(base.year()) + years).ok().filter(|year| (1..=9999).contains(year));
    Some(match unit {
        TimeUnit::Day | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => Stretch::Day(base.plus_days(steps)?),
        TimeUnit::Week => {
            let (year, week) = base.plus_days(steps.checked_mul(7)?)?.iso_week();
            Stretch::Week(year, week)
        }
        TimeUnit::Fortnight => {
            let (year, week) = base.plus_days(steps.checked_mul(14)?)?.iso_week();
            Stretch::Week(year, week)
        }
        TimeUnit::Weekend => {
            let (year, week) = base.plus_days(steps.checked_mul(7)?)?.iso_week();
            Stretch::Weekend(year, week)
        }
        TimeUnit::Month => {
            let date = Date::new(base.year(), base.month(), 1)?.plus_months(steps)?;
            Stretch::Month(date.year(), date.month())
        }
        TimeUnit::Quarter => {
            let date = Date::new(base.year(), base.month(), 1)?.plus_months(steps.checked_mul(3)?)?;
            Stretch::Quarter(date.year(), (date.month() - 1) / 3 + 1)
        }
        TimeUnit::Season | TimeUnit::Year => Stretch::Year(year(steps)?),
        TimeUnit::Decade => Stretch::Year(year(steps.checked_mul(10)?)?),
        TimeUnit::Century => Stretch::Year(year(steps.checked_mul(100)?)?),
        TimeUnit::Millennium => Stretch::Year(year(steps.checked_mul(1000)?)?),
    })
}

/// The year in which a stretch lies.
fn year_of(stretch: Stretch) -> Option<u16> {
    match stretch {
        Stretch::Day(date) => Some(date.year()),
        Stretch::Week(year, _)
        | Stretch::Weekend(year, _)
        | Stretch::Month(year, _)
        | Stretch::Quarter(year, _)
        | Stretch::Half(year, _)
        | Stretch::Season(year, _)
        | Stretch::Year(year) => Some(year),
        Stretch::YearBefore(_) | Stretch::Decade(_) | Stretch::Century(_) => None,
    }
}

fn daytime(hour: Hour) -> Daytime {
    match hour {
        Hour::Part(part) => Daytime::Part(part),
        Hour::Clock { hour, minute, second: Some(second), .. } => Daytime::ClockSeconds(hour, minute, second),
        Hour::Clock { hour, minute, second: None, .. } => Daytime::Clock(hour, minute),
        Hour::MidnightAfter => Daytime::Clock(0, 0),
    }
}

/// The day, in Universal Time, of a moment whose local time was just named.
///
/// Zones run from 14 hours ahead to 12 behind, so that Universal Time is at most 14 hours behind
/// the local time and at most 12 ahead: "13:40 local time (0040 UTC)" is the same day in New Zealand.
fn universal_day(date: Date, local: (u8, u8), universal: (u8, u8)) -> Option<Date> {
    let minutes = |(hour, minute): (u8, u8)| i64::from(hour) * 60 + i64::from(minute);
    let difference = minutes(universal) - minutes(local);
    let days = if difference < -14 * 60 {
        1
    } else if difference > 12 * 60 {
        -1
    } else {
        0
    };
    date.plus_days(days)
}
