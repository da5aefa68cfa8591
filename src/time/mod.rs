//! When: dates, times and sets, resolved against the day of publication.

mod calendar;

pub use calendar::Date;

use crate::detail::{Detail, Reasons};
use crate::text::{Document, Excerpt, TokenRange};

/// What sort of time an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeKind {
    /// A day, month, year, season, or another stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time that is no figure: "months", "a while".
    Duration,
    /// Something that comes again: "every Tuesday".
    Set,
}

impl TimeKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Set => "set",
        }
    }
}

/// What an expression was resolved against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Anchor {
    /// The day of publication: "yesterday".
    Published,
    /// Another time that the article names: "three days later".
    Narrative,
}

impl Anchor {
    /// The anchor as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Narrative => "narrative",
        }
    }
}

/// An expression of time: its words, kind and value.
#[derive(Debug, Clone)]
pub struct TimeExpression<'t> {
    pub(crate) words: Excerpt<'t>,
    pub(crate) tokens: TokenRange,
    pub(crate) kind: TimeKind,
    /// ISO 8601 with the TIMEX3 extensions.
    pub(crate) value: Option<String>,
    pub(crate) anchor: Option<Anchor>,
    pub(crate) confidence: f32,
    pub(crate) why: Reasons,
}

impl TimeExpression<'_> {
    /// The words of the article.
    #[must_use]
    pub fn words(&self) -> &Excerpt<'_> {
        &self.words
    }

    /// What sort of time it is.
    #[must_use]
    pub fn kind(&self) -> TimeKind {
        self.kind
    }

    /// ISO 8601 with the extensions of TIMEX3; none where it cannot be known.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// What it was resolved against, where it says no full date itself.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        self.anchor
    }

    /// Probability that span and value are right, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Why it was read so; empty below [`Detail::Full`].
    #[must_use]
    pub fn why(&self) -> &Reasons {
        &self.why
    }

    /// The same, no longer borrowed from the article.
    #[must_use]
    pub fn into_owned(self) -> TimeExpression<'static> {
        TimeExpression { words: self.words.into_owned(), value: self.value, why: self.why, ..self }
    }
}

/// Finds the expressions of time of a document; those that say no full date are resolved against
/// `published`, where it is known.
#[must_use]
pub fn find<'t>(document: &Document<'t>, published: Option<Date>) -> Vec<TimeExpression<'t>> {
    find_outside(document, published, &[], Detail::Standard)
}

/// The same, leaving alone tokens that are known to be something else (names), in order.
pub(crate) fn find_outside<'t>(
    _document: &Document<'t>,
    _published: Option<Date>,
    _taken: &[TokenRange],
    _detail: Detail,
) -> Vec<TimeExpression<'t>> {
    Vec::new()
}
