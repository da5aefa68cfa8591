//! `NumberWord`: what the words of numbers add.

use once_cell::sync::Lazy;

use crate::lexicon::WordMap;
use crate::text::fold;

// Words that numbers, their fractions and their changes all ask for.
pub(crate) const A: u64 = fold::hash("a");
pub(crate) const AN: u64 = fold::hash("an");
pub(crate) const AND: u64 = fold::hash("and");
pub(crate) const OF: u64 = fold::hash("of");
pub(crate) const OR: u64 = fold::hash("or");

/// What a number word adds to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// "one" to "nine"
    Digit(u8),
    /// "ten" to "nineteen"
    Teen(u8),
    /// "twenty" to "ninety"
    Ten(u8),
    Hundred,
    /// "thousand", "lakh", "bn": a power of ten
    Scale(u8),
    Dozen,
    Zero,
    /// "dozens": so many at least
    Many(u8),
    /// "hundreds", "thousands": the power of ten
    Vague(u8),
    /// "several", "few"
    Few,
    Couple,
    Half,
    Quarter,
    /// "thirds": a denominator
    Part(u16),
    /// "third"
    Ordinal(u64),
}

impl NumberWord {
    fn parse(row: &str) -> Option<Self> {
        let (class, value) = row.split_once(' ')?;
        Some(match class {
            "digit" => Self::Digit(value.parse().ok()?),
            "teen" => Self::Teen(value.parse().ok()?),
            "ten" => Self::Ten(value.parse().ok()?),
            "hundred" => Self::Hundred,
            "scale" => Self::Scale(value.parse().ok()?),
            "dozen" => Self::Dozen,
            "zero" => Self::Zero,
            "many" => Self::Many(value.parse().ok()?),
            "vague" => Self::Vague(value.parse().ok()?),
            "few" => Self::Few,
            "couple" => Self::Couple,
            "half" => Self::Half,
            "quarter" => Self::Quarter,
            "part" => Self::Part(value.parse().ok()?),
            "ordinal" => Self::Ordinal(value.parse().ok()?),
            _ => return None,
        })
    }
}

static WORDS: Lazy<WordMap<NumberWord>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/number_words.tsv");
    WordMap::parse("number_words.tsv", list, NumberWord::parse)
        .expect("the list is checked by the tests of this module")
});

/// What a number word adds, by the hash of its fold.
pub(crate) fn word(hash: u64) -> Option<NumberWord> {
    WORDS.get(hash)
}
