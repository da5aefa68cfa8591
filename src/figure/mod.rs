//! How much: figures with their value, their unit and what they count.
//!
//! A figure is read by a grammar, in one pass over the tokens of a sentence. Terminals are words
//! and signs; `noun phrase` is the words up to a head noun, as `counted` finds it.
//!
//! ```text
//! sentence   = { hedged [ change ] | other }
//! hedged     = [ hedge ] figure [ "or more" | "or so" | "or less" | "+" ]
//! hedge      = "about" | "nearly" | "more than" | "at least" | "up to" | "under" | ..      (hedges.tsv)
//! figure     = age | score | ratio | range | money | percent | measure | duration | rank | count
//!
//! age        = number ["-"] ("year" | "month" | ..) ["-"] "old" | ("aged" | "at the age of") number
//!            | Name "," number "," | Name "(" number ")"
//!            | ("she was" | "he would have been" | "he turned" | "dies at") number
//! score      = number "-" number | number "-to-" number | number "points to" number
//! ratio      = number "out of" ["the" | "its"] number noun-phrase | number "of the" number noun-phrase
//!            | number "in" ["every"] number noun-phrase | fraction ["of"] noun-phrase
//! range      = ["between" | "from"] term ("-" | "to" | "and" | "or") [hedge] term
//!            | ("between" | "from") term (("a" | "per") word | "(" .. ")") ("and" | "to") term
//!            | "ranging from" term { word } "to" term      (see `range`)
//! money      = currency numeral [scale] | numeral [scale] ["-"] currency [coins]      (currencies.tsv)
//! coins      = ["and"] numeral minor-currency | two digits
//! percent    = numeral ("%" | "percent" | "percentage points" | "basis points")
//! measure    = numeral ["-"] unit { ["and"] numeral smaller-unit }      (unit_names.tsv)
//!            | numeral "foot" "-" numeral | numeral "'" numeral      (heights)
//!            | "magnitude" ["of"] numeral | numeral "magnitude" | decimal "earthquake"
//! duration   = measure in a unit of time | "an hour" | digits ":" digits ":" digits | "for" ("days" | "years" | ..)
//! rank       = ordinal, where it stands for a place: "the fifth highest", "her second term"
//! count      = numeral ["of"] [owner] noun-phrase | numeral "were killed" | "killing" numeral
//!
//! numeral    = digits | words | article-numeral | fraction | vague      (see `numeral`)
//! change     = [subject] verb [object] ["by"] figure ["to" figure] ["from" figure]
//!            | [subject] ("up" | "down") figure | noun ["in" subject] "of" figure
//!            | figure [words] ("increase" | "fall" | ..) ["in" subject] | figure ("higher" | "lower")
//!            | changed-figure ("," "or" figure | "(" figure ")")      (change_words.tsv)
//! ```
//!
//! What looks like a number and is none is vetoed: names and labels ("COVID-19", "Boeing 747",
//! "Article 50"), years and times of day, list and telephone numbers, versions, and idioms ("one
//! of", "at first", "zero tolerance").

mod age;
mod change;
mod context;
mod counted;
mod currency;
mod decimal;
mod display;
mod duration;
mod fraction;
mod grammar;
mod literal;
mod number_word;
mod numeral;
mod piece;
mod quantity;
mod range;
mod ratio;
mod reading;
mod score;
mod term;
mod unit;
mod veto;

pub use currency::Currency;
pub use decimal::Decimal;
pub use unit::Unit;

use crate::detail::{Detail, Reasons};
use crate::entity::EntityId;
use crate::text::{Document, Excerpt, TokenKind, TokenRange};

use grammar::Draft;
use piece::Pieces;

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureKind {
    /// So many of something: "8,500 Bolivians".
    Count,
    /// A part of a whole: "73 out of the 130 seats".
    Ratio,
    /// Points for and against: "3-2".
    Score,
    /// "5.6%", and percentage points.
    Percent,
    /// "£20,000".
    Money,
    /// A quantity with a unit: "25 km".
    Measure,
    /// "23-year-old".
    Age,
    /// "three weeks".
    Duration,
    /// "fifth".
    Rank,
}

impl FigureKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Ratio => "ratio",
            Self::Score => "score",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Measure => "measure",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Rank => "rank",
        }
    }
}

/// How exactly the text means a value: part of the value, since "more than 200" is not 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Hedge {
    /// As it stands.
    #[default]
    Exactly,
    /// "about", "nearly", and numbers that are no numbers: "dozens".
    About,
    /// "more than", "over".
    MoreThan,
    /// "at least".
    AtLeast,
    /// "less than", "fewer than", "under".
    LessThan,
    /// "up to", "at most".
    AtMost,
    /// "10 to 15".
    Between,
}

impl Hedge {
    /// The hedge as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::Between => "between",
        }
    }
}

/// The number or numbers of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// One number.
    Exact(Decimal),
    /// From, to; an open end is none.
    Range(Option<Decimal>, Option<Decimal>),
    /// A part and its whole, as written: "4 in 10" is 4 and 10.
    Ratio(Decimal, Decimal),
    /// Points, as written.
    Points(Decimal, Decimal),
}

/// A value and how exactly the text means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The number or numbers.
    pub value: Value,
    /// How exactly they are meant.
    pub hedge: Hedge,
}

/// Which way a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// It rose.
    Up,
    /// It fell.
    Down,
    /// It did not move.
    Same,
}

impl Direction {
    /// The direction as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Same => "same",
        }
    }
}

/// What part of a change a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChangePart {
    /// The difference: "rose **5%**".
    By,
    /// The new value: "to **1.2m**".
    To,
    /// The old value: "from **1.1m**".
    From,
}

impl ChangePart {
    /// The part as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To => "to",
            Self::From => "from",
        }
    }
}

/// A change that a figure belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Change {
    /// Which way it went.
    pub direction: Direction,
    /// What part of the change the figure is.
    pub part: ChangePart,
}

/// A number in the article, read.
#[derive(Debug, Clone)]
pub struct Figure<'t> {
    pub(crate) words: Excerpt<'t>,
    pub(crate) tokens: TokenRange,
    pub(crate) kind: FigureKind,
    pub(crate) quantity: Quantity,
    pub(crate) unit: Option<Unit>,
    pub(crate) currency: Option<Currency>,
    /// Whether the currency was read from the context of a plain "$" or "dollars".
    pub(crate) currency_assumed: bool,
    pub(crate) of: Option<Excerpt<'t>>,
    pub(crate) change: Option<Change>,
    pub(crate) iso: Option<String>,
    /// The entity that gives the figure.
    pub(crate) attributed_to: Option<EntityId>,
    /// Index of the time expression that governs it.
    pub(crate) time: Option<usize>,
    pub(crate) confidence: f32,
    pub(crate) why: Reasons,
}

impl<'t> Figure<'t> {
    /// The number expression: sign, unit and currency, without hedge and without what is counted.
    #[must_use]
    pub fn words(&self) -> &Excerpt<'t> {
        &self.words
    }

    /// What sort of figure it is.
    #[must_use]
    pub fn kind(&self) -> FigureKind {
        self.kind
    }

    /// Its value and how exactly it is meant.
    #[must_use]
    pub fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// Its unit, where it has one.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        self.unit
    }

    /// Its currency, where it is money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// What is counted or measured, in the words of the text.
    #[must_use]
    pub fn of(&self) -> Option<&Excerpt<'t>> {
        self.of.as_ref()
    }

    /// The change it belongs to.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        self.change
    }

    /// Whether the currency was read from the context of a plain "$" or "dollars".
    #[must_use]
    pub fn is_currency_assumed(&self) -> bool {
        self.currency_assumed
    }

    /// The value in the unit of the International System, as number and unit: exact, or to three
    /// places where its digits have no end; none where there is no one value or no such unit.
    #[must_use]
    pub fn si(&self) -> Option<(String, &'static str)> {
        let (unit, Value::Exact(value)) = (self.unit?, self.quantity.value) else { return None };
        Some((unit.to_si(value)?.to_string(), unit.si()?))
    }

    /// A duration in ISO 8601, as "P3W"; "PXW" for some weeks.
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        self.iso.clone()
    }

    /// The entity that gives the figure, where the sentence names one.
    #[must_use]
    pub fn attributed_to(&self) -> Option<EntityId> {
        self.attributed_to
    }

    /// Index of the time expression that governs the figure in
    /// [`Digest::times`](crate::Digest::times).
    #[must_use]
    pub fn time(&self) -> Option<usize> {
        self.time
    }

    /// Probability that span, kind and value are right, 0 to 1.
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
    pub fn into_owned(self) -> Figure<'static> {
        Figure { words: self.words.into_owned(), of: self.of.map(Excerpt::into_owned), why: self.why, ..self }
    }
}

/// Finds the figures of a document.
#[must_use]
pub fn find<'t>(document: &Document<'t>) -> Vec<Figure<'t>> {
    find_outside(document, &[], Detail::Standard)
}

/// The same, leaving alone tokens that are known to be something else (times, names), in order.
pub(crate) fn find_outside<'t>(document: &Document<'t>, taken: &[TokenRange], detail: Detail) -> Vec<Figure<'t>> {
    let mut figures = Vec::new();
    let mut pieces = Pieces::new(document);
    let mut money = currency::Context::default();
    let mut drafts = Vec::new();
    let mut taken = taken;
    for sentence in document.sentences() {
        let tokens = sentence.tokens();
        let passed = taken.iter().take_while(|range| range.end <= tokens.start).count();
        taken = &taken[passed..];
        if !has_number(document, tokens) {
            continue;
        }
        pieces.read(tokens, taken);
        grammar::read(document, &pieces, &mut money, &mut drafts);
        figures.extend(drafts.drain(..).map(|draft| cut(&pieces, draft, detail)));
    }
    figures
}

/// Whether any token could be a number: most sentences are passed over by the kinds of their
/// tokens and one probe a word.
fn has_number(document: &Document<'_>, tokens: TokenRange) -> bool {
    tokens.range().any(|index| match document.tokens()[index].kind() {
        TokenKind::Number | TokenKind::Mixed | TokenKind::Currency => true,
        TokenKind::Word => {
            let hash = document.hash(index);
            numeral::word(hash).is_some()
                || matches!(hash, numeral::A | numeral::AN | duration::FOR)
                    && index + 1 < tokens.end as usize
                    && unit::is_name(document.hash(index + 1))
        }
        TokenKind::Symbol => document.tokens()[index].shape().has_non_ascii(),
        TokenKind::Clitic
        | TokenKind::Stop
        | TokenKind::Quote
        | TokenKind::Dash
        | TokenKind::Open
        | TokenKind::Close
        | TokenKind::Punctuation
        | TokenKind::Url
        | TokenKind::Email
        | TokenKind::Handle => false,
    })
}

/// Cuts a draft out of the text.
fn cut<'t>(pieces: &Pieces<'_, 't>, draft: Draft, detail: Detail) -> Figure<'t> {
    let text = pieces.document.text();
    let tokens =
        TokenRange::new(pieces.list[draft.start].token as usize, pieces.list[draft.end - 1].token as usize + 1);
    let why = if detail == Detail::Full { vec![draft.reading.name().into()] } else { Reasons::new() };
    Figure {
        words: Excerpt::new(text, pieces.span(draft.start, draft.end)),
        tokens,
        kind: draft.kind,
        quantity: draft.quantity,
        unit: draft.unit,
        currency: draft.currency,
        currency_assumed: draft.currency_assumed,
        of: draft.of.map(|(start, end)| Excerpt::new(text, pieces.span(start, end))),
        change: draft.change,
        iso: draft.iso,
        attributed_to: None,
        time: None,
        confidence: draft.reading.confidence(),
        why,
    }
}
