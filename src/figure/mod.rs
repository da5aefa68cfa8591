//! How much: figures with their value, their unit and what they count.

mod currency;
mod decimal;
mod display;
pub(crate) mod numeral;
mod piece;
mod unit;

pub use currency::Currency;
pub use decimal::Decimal;
pub use unit::Unit;

use crate::detail::{Detail, Reasons};
use crate::entity::EntityId;
use crate::text::{Document, Excerpt, TokenRange};

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

    /// The value in the unit of the International System, as number and unit; none where there is
    /// no one value or no such unit.
    #[must_use]
    pub fn si(&self) -> Option<(String, &'static str)> {
        None
    }

    /// A duration in ISO 8601, as "P3W".
    #[must_use]
    pub fn iso(&self) -> Option<String> {
        None
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
pub(crate) fn find_outside<'t>(_document: &Document<'t>, _taken: &[TokenRange], _detail: Detail) -> Vec<Figure<'t>> {
    Vec::new()
}
