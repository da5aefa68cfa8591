//! Times of day: the day they belong to, where the words do not say it.

use super::{Anchor, Date, Place, Resolved, Story, TimeKind, confidence};
use crate::time::phrase::Hour;
use crate::time::value::{Daytime, Moment, Stretch, TimeValue};

impl Story {
    /// A time of day whose day is named elsewhere.
    pub(super) fn hour_alone(&mut self, hour: Hour, place: Place) -> Resolved {
        let result = |date: Option<Date>, anchor, confidence, why, story: &mut Self| Resolved {
            kind: TimeKind::Time,
            value: match date {
                Some(date) => Some(TimeValue::Moment(story.at_hour(date, hour))),
                // "in the evening" of no day says nothing; "8:30 p.m." says something.
                None => {
                    hour.is_clock().then(|| TimeValue::Moment(Moment { stretch: None, daytime: Some(daytime(hour)) }))
                }
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
                confidence::UNIVERSAL,
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
            (Some(day), _) => {
                result(Some(day), Some(Anchor::Narrative), confidence::HOUR_OF_STORY, "the day told of", self)
            }
            (None, Some(day)) => {
                result(Some(day), Some(Anchor::Published), confidence::UNKNOWN, "the day of publication", self)
            }
            (None, None) => result(None, None, confidence::UNCLEAR, "no day is named", self),
        }
    }

    /// A moment at a time of day, kept for the same one in Universal Time behind it.
    pub(super) fn at_hour(&mut self, date: Date, hour: Hour) -> Moment {
        let date = match hour {
            Hour::MidnightAfter => date.plus_days(1).unwrap_or(date),
            _ => date,
        };
        if let Hour::Clock { hour, minute, universal: false, .. } = hour {
            self.clock = Some((date, hour, minute));
        }
        Moment { stretch: Some(Stretch::Day(date)), daytime: Some(daytime(hour)) }
    }
}

pub(super) fn daytime(hour: Hour) -> Daytime {
    match hour {
        Hour::Part(part) => Daytime::Part(part),
        Hour::Clock { hour, minute, second: Some(second), .. } => Daytime::ClockSeconds(hour, minute, second),
        Hour::Clock { hour, minute, second: None, .. } => Daytime::Clock(hour, minute),
        Hour::Dial { hour, minute } => Daytime::Clock(hour, minute),
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
