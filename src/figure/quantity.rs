//! Hedges: the words around a number that say how exactly it is meant.
//!
//! ```text
//! hedged = [ before ] figure [ after ]
//! before = "about" | "nearly" | "some" | "more than" | "at least" | "up to" | "fewer than" | "~" ..
//! after  = "or more" | "or so" | "or less" | "or fewer" | "+"
//! ```

use once_cell::sync::Lazy;

use super::Hedge;
use super::context::{self, Context};
use super::number_word::OR;
use super::piece::{PieceKind, Pieces};
use crate::lexicon::WordMap;
use crate::text::fold;

static HEDGES: Lazy<WordMap<Hedge>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/hedges.tsv");
    let hedge = |name: &str| {
        let all = [Hedge::About, Hedge::MoreThan, Hedge::AtLeast, Hedge::LessThan, Hedge::AtMost];
        all.into_iter().find(|hedge| hedge.as_str() == name)
    };
    WordMap::parse("hedges.tsv", list, hedge).expect("the list is checked by the tests of this module")
});

/// Last words of hedges: most words before a number are dismissed by one probe.
static LAST: Lazy<WordMap<()>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/hedges.tsv");
    let rows = list.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split('\t').next());
    WordMap::new(rows.map(|hedge| (hedge.rsplit(' ').next().unwrap_or(hedge), ())))
});

/// No hedge of the list has more words ("at the very least", "a little more than").
const LONGEST: usize = 4;

/// What the number that is hedged is, where that decides between two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hedged {
    /// "over three days" is how long something went on, not more than three.
    Duration,
    /// "a film about two brothers" has no hedge, "about 200 people" has.
    SmallWord,
    Other,
}

/// The hedge that ends right before piece `start`, and the piece it starts at.
pub(super) fn before(pieces: &Pieces<'_, '_>, start: usize, hedged: Hedged) -> Option<(Hedge, usize)> {
    let last = start.checked_sub(1)?;
    if pieces.is_word(last) && !LAST.contains(pieces.hash(last)) {
        return None;
    }
    let mut best = None;
    let mut phrase = String::new();
    for length in 1..=LONGEST.min(start) {
        let first = start - length;
        if matches!(pieces.list[first].kind, PieceKind::Number | PieceKind::Opaque) {
            break;
        }
        phrase.clear();
        for index in first..start {
            if index > first {
                phrase.push(' ');
            }
            fold::push(&mut phrase, pieces.text(index));
        }
        if let Some(hedge) = HEDGES.get(fold::hash(&phrase)) {
            best = Some((hedge, first));
        }
    }
    let (hedge, first) = best?;
    let single = first + 1 == start;
    let word_before = pieces.hash_before(first, 1);
    if single && hedge == Hedge::MoreThan && hedged == Hedged::Duration && pieces.hash(first) == OVER {
        let lasting = matches!(word_before, FOR | LASTED | TOOK | AFTER);
        return lasting.then_some((hedge, first));
    }
    if single && hedge == Hedge::About && hedged == Hedged::SmallWord && context::is(word_before, Context::Topic) {
        return None;
    }
    Some((hedge, first))
}

/// The hedge that stands right after piece `end`, and the piece after it.
pub(super) fn after(pieces: &Pieces<'_, '_>, end: usize) -> Option<(Hedge, usize)> {
    if pieces.sign(end) == '+' && pieces.glued(end) {
        return Some((Hedge::AtLeast, end + 1));
    }
    if pieces.hash(end) != OR {
        return None;
    }
    let hedge = match pieces.hash(end + 1) {
        MORE | GREATER | HIGHER | OLDER | ABOVE | OVER => Hedge::AtLeast,
        LESS | FEWER | UNDER | YOUNGER => Hedge::AtMost,
        SO => Hedge::About,
        _ => return None,
    };
    Some((hedge, end + 2))
}

const OVER: u64 = fold::hash("over");
const FOR: u64 = fold::hash("for");
const LASTED: u64 = fold::hash("lasted");
const TOOK: u64 = fold::hash("took");
const AFTER: u64 = fold::hash("after");
const MORE: u64 = fold::hash("more");
const GREATER: u64 = fold::hash("greater");
const HIGHER: u64 = fold::hash("higher");
const OLDER: u64 = fold::hash("older");
const ABOVE: u64 = fold::hash("above");
const LESS: u64 = fold::hash("less");
const FEWER: u64 = fold::hash("fewer");
const UNDER: u64 = fold::hash("under");
const YOUNGER: u64 = fold::hash("younger");
const SO: u64 = fold::hash("so");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hedge_is_read() {
        assert!(HEDGES.len() > 80);
    }
}
