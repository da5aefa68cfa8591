//! Phrase: what an expression of time says, before it is known when that is.

use super::holiday::Rule;
use super::value::{Part, Period, Reference, Season, TimeUnit};
use crate::text::TokenRange;

/// An expression of time in the text, read but not resolved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    pub(super) tokens: TokenRange,
    pub(super) reading: Reading,
}

/// What an expression says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reading {
    When(When),
    Range(When, When),
    Reference(Reference),
    Every(Period),
    EveryWeekday(u8, Option<Hour>),
    EverySeason(Season),
    EveryMonth(u8),
    EveryPart(Part),
    /// A length that is no figure: "recent years"
    Length(Period),
    /// A date whose words do not say which: "10/11/2020".
    Unknown,
}

/// A stretch of the calendar and a time of day, either of them perhaps not said.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct When {
    pub(super) calendar: Option<Calendar>,
    pub(super) hour: Option<Hour>,
}

impl From<Calendar> for When {
    fn from(calendar: Calendar) -> Self {
        Self { calendar: Some(calendar), hour: None }
    }
}

impl From<Hour> for When {
    fn from(hour: Hour) -> Self {
        Self { calendar: None, hour: Some(hour) }
    }
}

/// A stretch of the calendar as the words give it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Calendar {
    /// "October 18", "Friday, June 28, 2019"
    Day {
        year: YearOf,
        month: u8,
        day: u8,
        weekday: Option<u8>,
    },
    Month(YearOf, u8),
    /// "Tuesday", "last Tuesday"
    Weekday(u8, Side),
    Season(YearOf, Season),
    Quarter(YearOf, u8),
    Half(YearOf, u8),
    Year(YearOf),
    YearBefore(u16),
    /// Three digits of a year; two where the century is to be found.
    Decade(u16),
    Century(u8),
    /// So many units from the day of publication: "last week" is one week back.
    Unit(TimeUnit, i8),
    /// Weekend on the side that the tense says.
    Weekend,
    /// So many units from the day that the story is at: "the next day".
    Story(TimeUnit, i8),
    /// "the latest quarter"
    LatestQuarter,
    /// "three weeks ago"
    Ago(Count, TimeUnit),
    /// "three weeks from now"
    Ahead(Count, TimeUnit),
    /// "two days later", "a year earlier": from where the story is.
    Shift {
        count: Count,
        unit: TimeUnit,
        later: bool,
    },
    /// "today" and its neighbours
    Deictic(i8),
    Holiday(YearOf, Rule),
    /// The ISO week of a day.
    WeekOf {
        year: YearOf,
        month: u8,
        day: u8,
    },
    /// "the first Tuesday of October", "the 3rd of next month"
    Nth(Nth),
    /// "Friday the 13th": a weekday and a day of a month that is not said
    WeekdayAndDay(u8, u8),
    /// "Tuesday of next week": a weekday so many weeks from that of publication
    WeekdayOfWeek(u8, i8),
}

/// One of the days, weeks or weekends of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Nth {
    /// Which one from the first; none for the last.
    pub(super) which: Option<u8>,
    pub(super) what: Row,
    pub(super) month: MonthOf,
}

/// What is counted in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Day,
    Weekday(u8),
    Weekend,
    Week,
}

/// The month whose days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthOf {
    Named(YearOf, u8),
    /// So many months from that of publication: "next month"
    Offset(i8),
}

impl Calendar {
    /// Whether it is a day, to which a time of day can be joined.
    pub(super) const fn is_day(self) -> bool {
        matches!(
            self,
            Self::Day { .. }
                | Self::Weekday(..)
                | Self::Deictic(_)
                | Self::Holiday(..)
                | Self::Unit(TimeUnit::Day, _)
                | Self::Story(TimeUnit::Day, _)
                | Self::Nth(Nth { what: Row::Day | Row::Weekday(_), .. })
                | Self::WeekdayAndDay(..)
                | Self::WeekdayOfWeek(..)
        )
    }
}

/// Which of the days or years that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The one that tense and nearness say
    Open,
    Last,
    This,
    Next,
    /// "this past Saturday": the latest one
    Latest,
    /// "this coming Saturday": the first one to come
    Soonest,
    /// "that September": where the story is
    Story,
}

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearOf {
    Given(u16),
    /// So many years from the year of publication: "June of this year"
    Offset(i8),
    Side(Side),
}

impl YearOf {
    pub(super) const OPEN: Self = Self::Side(Side::Open);
}

/// How many, where it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    Whole(u16),
    /// So many and a half
    AndHalf(u16),
    /// "several", "a few"
    Some,
}

/// A time of day as the words give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hour {
    Part(Part),
    Clock {
        hour: u8,
        minute: u8,
        second: Option<u8>,
        /// Whether it is in Universal Time, so that its day may be another than the local one.
        universal: bool,
    },
    /// An hour of which half of the day is not said: "five o'clock", "half past seven"
    Dial {
        hour: u8,
        minute: u8,
    },
    /// The midnight at the end of the day: "midnight Wednesday night"
    MidnightAfter,
}

impl Hour {
    /// Whether it is an hour of the clock and no part of the day.
    pub(super) const fn is_clock(self) -> bool {
        match self {
            Self::Clock { .. } | Self::Dial { .. } => true,
            Self::Part(_) | Self::MidnightAfter => false,
        }
    }
}
