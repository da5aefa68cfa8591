//! Stretches that have a name: days, months, weekdays, seasons, quarters, in the year or week that fits.

use super::told::year_of;
use super::{Anchor, Date, Place, Resolved, Story, confidence};
use crate::time::phrase::{Calendar, Side, YearOf};
use crate::time::tense::Tense;
use crate::time::value::{Season, Stretch};

/// What the wrong side of the present costs a day whose year is not said, in days.
const HALF_YEAR: i64 = 183;

impl Story {
    pub(super) fn day(
        &mut self,
        year: YearOf,
        month: u8,
        day: u8,
        weekday: Option<u8>,
        place: Place,
    ) -> Option<Resolved> {
        if let YearOf::Given(year) = year {
            self.state_year(year);
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

    pub(super) fn month(&mut self, year: YearOf, month: u8, place: Place) -> Option<Resolved> {
        if let YearOf::Given(year) = year {
            self.state_year(year);
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
    pub(super) fn year_near(
        &self,
        year: YearOf,
        place: Place,
        day: impl Fn(u16) -> Option<Date>,
    ) -> Option<(u16, Anchor)> {
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
        // What something lasts until is seldom over: 21 of 22 such days and months of the training text
        // lie ahead, or back by less than the other tense would cost.
        let tense = if place.is_limit { Tense::Future } else { place.tense };
        // After a sentence on 1969 "in July" is that July, unless it is still to come.
        if let (Side::Open, Some(year)) = (side, self.year.filter(|_| tense != Tense::Future)) {
            if published.is_none_or(|published| year.abs_diff(published.year()) > 1) && day(year).is_some() {
                return Some((year, Anchor::Narrative));
            }
        }
        let published = published?;
        let cost = |date: Date| {
            let days = date.days_since(published);
            let same_month = (date.year(), date.month()) == (published.year(), published.month());
            match (side, tense) {
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
    pub(super) fn story_year(&self) -> Option<u16> {
        match self.stretch {
            Some(stretch) => year_of(stretch),
            None => self.published.map(Date::year),
        }
    }

    pub(super) fn weekday(&mut self, weekday: u8, side: Side, place: Place) -> Option<Resolved> {
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
            (Side::Open, Tense::Future) => (forth, confidence::UNCLEAR, "the next one, by the tense of the clause"),
            (Side::Open, Tense::Past) => (back, confidence::WEEKDAY, "the last one, by the tense of the clause"),
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

    pub(super) fn weekend(&mut self, place: Place) -> Option<Resolved> {
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
    pub(super) fn part_of_year(&mut self, calendar: Calendar, place: Place) -> Option<Resolved> {
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
            self.state_year(year);
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
}
