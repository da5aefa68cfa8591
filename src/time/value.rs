//! What an expression of time comes to, printed as ISO 8601 with the extensions of TIMEX3.

use std::fmt;

use super::Date;

/// The value of an expression of time. [`fmt::Display`] writes it in ISO 8601 with the extensions
/// of TIMEX3.
///
/// # Examples
/// ```
/// use article_digest::{Date, Document, Span, time};
///
/// let text = "She resigned last Friday night and will appeal in the third quarter.";
/// let document = Document::new(text, &[Span::new(0, text.len())]);
/// let times = time::find(&document, Date::new(2020, 10, 27));
/// assert_eq!(times[0].value().unwrap().to_string(), "2020-10-23TNI");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeValue {
    /// One stretch of the calendar, or a time of day: `2019-06-21T20:30`.
    Moment(Moment),
    /// From one to another, both inside: `2016/2018`.
    Range(Moment, Moment),
    /// Somewhere before, at or after the time of writing.
    Reference(Reference),
    /// A length of time: `P3M`.
    Duration(Period),
    /// Again and again after so long: "every day" is `P1D`.
    Every(Period),
    /// Again and again on a day of the week, 1 (Monday) to 7, at a time of day or none:
    /// "every Tuesday" is `XXXX-WXX-2`.
    EveryWeekday(u8, Option<Daytime>),
    /// Once a year in a month: "every May" is `XXXX-05`.
    EveryMonth(u8),
    /// Once a year in a season: "every summer" is `XXXX-SU`.
    EverySeason(Season),
    /// Once a day in a part of it: "every morning" is `XXXX-XX-XXTMO`.
    EveryPart(Part),
}

#[cfg(test)]
impl TimeValue {
    /// Reads what the samples of the faces are written with: a day, perhaps with its night; a month; a year.
    pub(crate) fn sample(value: &str) -> Option<Self> {
        let (date, daytime) = match value.split_once('T') {
            Some((date, part)) => (date, Some(Daytime::Part(Part::parse(part)?))),
            None => (value, None),
        };
        let stretch = match date.len() {
            4 => Stretch::Year(date.parse().ok()?),
            7 => Stretch::Month(date[..4].parse().ok()?, date[5..].parse().ok()?),
            _ => Stretch::Day(date.parse().ok()?),
        };
        Some(Self::Moment(Moment { stretch: Some(stretch), daytime }))
    }
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(moment) => moment.fmt(f),
            Self::Range(from, to) => write!(f, "{from}/{to}"),
            Self::Reference(reference) => reference.fmt(f),
            Self::Duration(period) | Self::Every(period) => period.fmt(f),
            Self::EveryWeekday(weekday, daytime) => {
                write!(f, "XXXX-WXX-{weekday}")?;
                daytime.map_or(Ok(()), |daytime| daytime.fmt(f))
            }
            Self::EveryMonth(month) => write!(f, "XXXX-{month:02}"),
            Self::EverySeason(season) => write!(f, "XXXX-{}", season.as_str()),
            Self::EveryPart(part) => write!(f, "XXXX-XX-XXT{}", part.as_str()),
        }
    }
}

/// A stretch of the calendar and a time of day; at least one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    pub(super) stretch: Option<Stretch>,
    pub(super) daytime: Option<Daytime>,
}

impl Moment {
    pub(super) const fn of(stretch: Stretch) -> Self {
        Self { stretch: Some(stretch), daytime: None }
    }

    /// The stretch of the calendar, where it is known.
    #[must_use]
    pub const fn stretch(self) -> Option<Stretch> {
        self.stretch
    }

    /// The time of day, where one is named.
    #[must_use]
    pub const fn daytime(self) -> Option<Daytime> {
        self.daytime
    }

    /// The day, where it is a day or a time of one.
    #[must_use]
    pub const fn date(self) -> Option<Date> {
        match self.stretch {
            Some(Stretch::Day(date)) => Some(date),
            _ => None,
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(stretch) = self.stretch {
            stretch.fmt(f)?;
        }
        self.daytime.map_or(Ok(()), |daytime| daytime.fmt(f))
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stretch {
    /// `2019-06-25`
    Day(Date),
    /// Year and week of ISO 8601: `2019-W26`
    Week(u16, u8),
    /// Saturday and Sunday of a week: `2019-W26-WE`
    Weekend(u16, u8),
    /// Year and month: `2019-06`
    Month(u16, u8),
    /// Year and quarter, 1 to 4: `2019-Q3`
    Quarter(u16, u8),
    /// Year and half, 1 or 2: `2019-H1`
    Half(u16, u8),
    /// Year and season: `2019-SU`
    Season(u16, Season),
    /// `2017`
    Year(u16),
    /// A year before the common era: 44 is `-0044`, as TIMEX3 and TEI write it.
    YearBefore(u16),
    /// The years that begin with these three digits: `199`
    Decade(u16),
    /// The years that begin with these two digits: `20`
    Century(u8),
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", season.as_str()),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::YearBefore(year) => write!(f, "-{year:04}"),
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Century(century) => write!(f, "{century:02}"),
        }
    }
}

/// A season of the year; a winter has the year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // their names say it
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season as TIMEX3 writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    pub(super) fn parse(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|season| season.as_str() == code)
    }

    /// The month in its middle, on the northern half of the earth.
    pub(super) const fn middle(self) -> u8 {
        match self {
            Self::Spring => 4,
            Self::Summer => 7,
            Self::Autumn => 10,
            Self::Winter => 1,
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Daytime {
    /// A part of the day: `TMO`
    Part(Part),
    /// Hour and minute: `T20:30`; in which zone, the text may say, the value does not.
    Clock(u8, u8),
    /// Hour, minute and second: `T20:30:15`
    ClockSeconds(u8, u8, u8),
}

impl fmt::Display for Daytime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) => write!(f, "T{}", part.as_str()),
            Self::Clock(hour, minute) => write!(f, "T{hour:02}:{minute:02}"),
            Self::ClockSeconds(hour, minute, second) => write!(f, "T{hour:02}:{minute:02}:{second:02}"),
        }
    }
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // their names say it
pub enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// The part as TIMEX3 writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    pub(super) fn parse(code: &str) -> Option<Self> {
        [Self::Morning, Self::Afternoon, Self::Evening, Self::Night].into_iter().find(|part| part.as_str() == code)
    }
}

/// A time known only by its side of the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// "recently"
    Past,
    /// "now"
    Present,
    /// "in the future"
    Future,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        })
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)] // their names say it
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "season" => Self::Season,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// Letter of the unit in a duration, and how many of that letter's units it is.
    const fn letter(self) -> (&'static str, u32) {
        match self {
            Self::Second => ("S", 1),
            Self::Minute => ("M", 1),
            Self::Hour => ("H", 1),
            Self::Day => ("D", 1),
            Self::Weekend => ("WE", 1),
            Self::Week => ("W", 1),
            Self::Fortnight => ("W", 2),
            Self::Month => ("M", 1),
            Self::Quarter => ("M", 3),
            Self::Season => ("SE", 1),
            Self::Year => ("Y", 1),
            Self::Decade => ("Y", 10),
            Self::Century => ("Y", 100),
            Self::Millennium => ("Y", 1000),
        }
    }
}

/// So many units of time, or an unknown number of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    pub(super) count: Option<u16>,
    pub(super) unit: TimeUnit,
}

impl Period {
    /// How many units; none where the text does not say.
    #[must_use]
    pub const fn count(self) -> Option<u16> {
        self.count
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> TimeUnit {
        self.unit
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (letter, size) = self.unit.letter();
        let time = if matches!(self.unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour) { "T" } else { "" };
        match (self.count, self.unit) {
            (Some(count), _) => write!(f, "P{time}{}{letter}", u32::from(count) * size),
            // "decades" is no number of years: TIMEX3 keeps the unit.
            (None, TimeUnit::Decade) => f.write_str("PXDE"),
            (None, TimeUnit::Century) => f.write_str("PXCE"),
            (None, TimeUnit::Quarter) => f.write_str("PXQ"),
            (None, _) => write!(f, "P{time}X{letter}"),
        }
    }
}
