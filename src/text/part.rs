//! Parts of words: what a prefix, a unit or a code changes about the cuts around it.

use once_cell::sync::Lazy;

use super::list::{List, hash_of};

/// What a part of a word may be; one may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part(u8);

impl Part {
    /// Keeps its hyphen before small letters: `non-profit`, `co-founder`, `e-mail`.
    pub(super) const PREFIX: Self = Self(1);
    /// Names nothing before a hyphen and a number: `under-21`, where `Covid-19` is a name.
    pub(super) const ORDER: Self = Self(2);
    /// A unit or scale after a number: `5bn`, `10km`, `6pm`.
    pub(super) const UNIT: Self = Self(4);
    /// A currency in letters before a number: `USD34.6`, `Rs500`.
    pub(super) const CURRENCY: Self = Self(8);
    /// The end of a web address without `www.`
    pub(super) const DOMAIN: Self = Self(16);

    fn parse(names: &str) -> Option<Self> {
        names.split(' ').try_fold(Self(0), |part, name| {
            let bit = match name {
                "prefix" => Self::PREFIX,
                "order" => Self::ORDER,
                "unit" => Self::UNIT,
                "currency" => Self::CURRENCY,
                "domain" => Self::DOMAIN,
                _ => return None,
            };
            Some(Self(part.0 | bit.0))
        })
    }
}

static PARTS: Lazy<List<Part>> =
    Lazy::new(|| List::parse(include_str!("../../data/lists/word_parts.tsv"), Part::parse));

/// Whether `word`, in any case, may be such a part.
pub(super) fn is(word: &str, part: Part) -> bool {
    hash_of(word).and_then(|hash| PARTS.get(hash)).is_some_and(|found| found.0 & part.0 != 0)
}
