//! Stretches told from another: so many units from the day of publication or from where the story is.

use super::{Anchor, Date, Place, Resolved, Story, TimeKind, confidence};
use crate::time::phrase::Count;
use crate::time::value::{Moment, Reference, Stretch, TimeUnit, TimeValue};

impl Story {
    /// The day against which "today" is told: in a quotation that of the story, when it is near.
    pub(super) fn speech_day(&self, place: Place) -> Option<(Date, Anchor)> {
        let published = self.published?;
        match self.day {
            // A speech is told of within the week; a day further back is the background of the story.
            Some(day) if place.quoted && (0..=6).contains(&published.days_since(day)) => Some((day, Anchor::Narrative)),
            _ => Some((published, Anchor::Published)),
        }
    }

    /// "the next day", "that year", "the previous month".
    pub(super) fn story_unit(&mut self, unit: TimeUnit, steps: i64) -> Option<Resolved> {
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
    pub(super) fn distance(&mut self, count: Count, unit: TimeUnit, sign: i64) -> Option<Resolved> {
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
        if let (Some((year, quarter)), TimeUnit::Year, 1, -1) = (self.quarter_near(), unit, steps.0, sign) {
            // "profit rose in the quarter from $90 million a year ago"
            return quarter_of_year(year, quarter, -1);
        }
        let stretch = match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => Stretch::Day(base),
            _ => unit_from(base, steps.1, sign * steps.0)?,
        };
        Some(self.moved(stretch, Anchor::Published, confidence::UNIT, "told from the day of publication"))
    }

    /// The quarter that this sentence or the one before reports on.
    fn quarter_near(&self) -> Option<(u16, u8)> {
        self.quarter.filter(|_| self.quarter_age <= 1)
    }

    /// So many units from where the story is.
    pub(super) fn shift(&mut self, count: Count, unit: TimeUnit, sign: i64) -> Option<Resolved> {
        let (steps, unit) = steps(count, unit)?;
        let steps = sign * steps;
        if let (Some((year, quarter)), TimeUnit::Year, 1) = (self.quarter_near(), unit, steps.abs()) {
            // "from $1.2 billion a year earlier": the story stays at its quarter.
            return quarter_of_year(year, quarter, steps);
        }
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
pub(super) fn unit_from(base: Date, unit: TimeUnit, steps: i64) -> Option<Stretch> {
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
pub(super) fn year_of(stretch: Stretch) -> Option<u16> {
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
