//! Context: words beside a number that say what it is, or that it is no figure.

use once_cell::sync::Lazy;

use crate::lexicon::WordMap;

/// What a word says about the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// A number after it is part of a name: "Article 50".
    Label,
    Month,
    /// "p.m.", "GMT"
    Clock,
    /// Of a match or a vote: "won 3-2".
    Score,
    /// "about" after it is no hedge: "a film about two brothers".
    Topic,
    /// What one counts one of: "one passenger".
    Singular,
    /// What a number that looks like a year may count: "2019 people".
    Counted,
    /// What stands for a counted thing left out: "20 were killed".
    Predicate,
    /// The same before the number: "killing seven".
    Casualty,
    /// What only looks counted by zero: "zero tolerance".
    Zero,
    /// After metres, not millions: "the 100m hurdles".
    Length,
    /// Before pounds of weight.
    Weigh,
    /// After a number and a hyphen it describes: "two-legged".
    Compound,
    /// An age follows: "dies at 90".
    Die,
    /// With "up", "down" or "off" it is another verb: "gave up", "shot down", "set off".
    Phrasal,
    /// What one gains and loses: "points", "seats", "jobs".
    Tally,
}

impl Context {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "label" => Self::Label,
            "month" => Self::Month,
            "clock" => Self::Clock,
            "score" => Self::Score,
            "topic" => Self::Topic,
            "singular" => Self::Singular,
            "counted" => Self::Counted,
            "predicate" => Self::Predicate,
            "casualty" => Self::Casualty,
            "zero" => Self::Zero,
            "length" => Self::Length,
            "weigh" => Self::Weigh,
            "compound" => Self::Compound,
            "die" => Self::Die,
            "phrasal" => Self::Phrasal,
            "tally" => Self::Tally,
            _ => return None,
        })
    }
}

static CONTEXTS: Lazy<WordMap<u16>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/figure_context.tsv");
    let classes = |row: &str| row.split(' ').map(Context::parse).try_fold(0, |bits, class| Some(bits | class?.bit()));
    WordMap::parse("figure_context.tsv", list, classes).expect("the list is checked by the tests of this module")
});

impl Context {
    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Whether a word, by the hash of its fold, is of a class; many are of several ("killed").
pub(super) fn is(hash: u64, class: Context) -> bool {
    hash != 0 && CONTEXTS.get(hash).is_some_and(|bits| bits & class.bit() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn a_word_may_be_of_several_classes() {
        let killed = fold::hash("killed");
        assert!(is(killed, Context::Predicate) && is(killed, Context::Casualty) && !is(killed, Context::Label));
    }
}
