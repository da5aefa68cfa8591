//! When: dates, times and sets, resolved against the day of publication.
//!
//! Three steps, each of one pass: the grammar finds the words and what they say, the tense of the
//! clause tells which side of the present they are on, and resolving makes a day of them, against
//! the day of publication and the day that the story is at.

mod calendar;
mod grammar;
mod holiday;
mod numeric;
mod phrase;
mod reader;
mod resolve;
mod tense;
mod value;
mod word;

pub use calendar::Date;
pub use value::{Daytime, Moment, Part, Period, Reference, Season, Stretch, TimeUnit, TimeValue};

use crate::detail::{Detail, Reasons};
use crate::text::{Document, Excerpt, TokenKind, TokenRange};
use holiday::Holidays;
use phrase::{Calendar, Phrase, Reading, When};
use reader::{LastDigits, Reader};
use resolve::{Place, Story};
use word::Words;

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
    pub(crate) value: Option<TimeValue>,
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

    /// When it is; none where that cannot be known. Printed, it is ISO 8601 with the extensions of
    /// TIMEX3.
    #[must_use]
    pub fn value(&self) -> Option<TimeValue> {
        self.value
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
        TimeExpression { words: self.words.into_owned(), why: self.why, ..self }
    }
}

/// Finds the expressions of time of a document; those that say no full date are resolved against
/// `published`, where it is known.
///
/// # Complexity
/// Linear in the document.
///
/// # Examples
/// ```
/// use article_digest::{Date, Document, Span, time};
///
/// let text = "The minister, who resigned on Monday, will appear in court on November 3.";
/// let document = Document::new(text, &[Span::new(0, text.len())]);
/// let times = time::find(&document, Date::new(2020, 10, 27));
/// let values: Vec<String> = times.iter().map(|time| time.value().unwrap().to_string()).collect();
/// assert_eq!(values, ["2020-10-26", "2020-11-03"]);
/// ```
#[must_use]
pub fn find<'t>(document: &Document<'t>, published: Option<Date>) -> Vec<TimeExpression<'t>> {
    find_outside(document, published, &[], Detail::Standard)
}

/// The same, leaving alone tokens that are known to be something else (names), in order.
pub(crate) fn find_outside<'t>(
    document: &Document<'t>,
    published: Option<Date>,
    taken: &[TokenRange],
    detail: Detail,
) -> Vec<TimeExpression<'t>> {
    let (words, holidays, digits) = (Words::load(), Holidays::load(), LastDigits::default());
    let mut story = Story::new(published);
    let mut times = Vec::new();
    let mut phrases = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut quotation = Quotation::default();
    let mut block = None;
    for sentence in document.sentences() {
        if block != Some(sentence.block()) {
            block = Some(sentence.block());
            story.next_block();
            quotation = Quotation::default();
        }
        story.next_sentence();
        let tokens = sentence.tokens();
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let reader = Reader { document, words, holidays, digits: &digits, start, end, name_follows: false };
        phrases.clear();
        let mut at = start;
        while at < end {
            while taken.next_if(|range| range.end as usize <= at).is_some() {}
            let free = taken.peek().map_or(end, |range| (range.start as usize).min(end));
            if free <= at {
                at = taken.peek().map_or(at + 1, |range| range.end as usize);
                continue;
            }
            let phrase = Reader { end: free, name_follows: free < end, ..reader }.phrase(at);
            if let Some(phrase) = phrase {
                phrases.push(phrase);
                at = phrase.tokens.end as usize;
            } else {
                at += 1;
            }
        }
        let mut seen = start;
        for (index, phrase) in phrases.iter().enumerate() {
            quotation.pass(document, seen..phrase.tokens.start as usize);
            seen = phrase.tokens.start as usize;
            let place = Place {
                tense: tense::of_clause(document, tokens, phrase.tokens),
                quoted: quotation.is_open,
                is_limit: reader.leads_to_limit(phrase.tokens.start as usize),
                with_hour: matches!(phrase.reading, Reading::When(When { hour: Some(_), .. })),
                day_ahead: day_ahead(&phrases[index..]),
            };
            let Some(resolved) = story.resolve(phrase, place) else { continue };
            times.push(TimeExpression {
                words: Excerpt::new(document.text(), document.range_span(phrase.tokens)),
                tokens: phrase.tokens,
                kind: resolved.kind,
                value: resolved.value,
                anchor: resolved.anchor,
                confidence: resolved.confidence,
                why: if detail == Detail::Full { vec![resolved.why.into()] } else { Vec::new() },
            });
        }
        quotation.pass(document, seen..end);
    }
    times
}

/// How many tokens behind a time of day its day may stand: "At 2:49 a.m. local time (7:49 a.m. UTC)
/// on Saturday morning" has eleven between.
const DAY_REACH: u32 = 12;

/// The day that is named soon after the first of some phrases of a sentence.
fn day_ahead(phrases: &[Phrase]) -> Option<When> {
    let from = phrases.first()?.tokens.end;
    // Two phrases on is as far as "(7:49 a.m. UTC)" puts it; more would make a list of times quadratic.
    phrases.iter().skip(1).take(3).take_while(|phrase| phrase.tokens.start <= from + DAY_REACH).find_map(|phrase| {
        match phrase.reading {
            Reading::When(when) if when.calendar.is_some_and(Calendar::is_day) => Some(when),
            _ => None,
        }
    })
}

/// Whether the reading stands inside a quotation.
#[derive(Debug, Clone, Copy, Default)]
struct Quotation {
    is_open: bool,
}

impl Quotation {
    /// Reads on over tokens.
    fn pass(&mut self, document: &Document<'_>, tokens: std::ops::Range<usize>) {
        for index in tokens {
            if document.tokens()[index].kind() != TokenKind::Quote {
                continue;
            }
            match document.token_text(index) {
                "“" => self.is_open = true,
                "”" => self.is_open = false,
                "\"" => self.is_open = !self.is_open,
                _ => {}
            }
        }
    }
}
