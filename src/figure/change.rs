//! Change: which way a figure went, and what part of the change it is.
//!
//! ```text
//! change   = verb [ "up" | "down" ] part { part }
//!          | ( "up" | "down" ) part { part }
//!          | noun "of" figure | figure noun
//! part     = [ "by" ] figure | "to" figure | "from" figure
//! ```

use once_cell::sync::Lazy;

use super::numeral::{A, AN, OF};
use super::piece::{PieceKind, Pieces};
use super::{Change, ChangePart, Direction};
use crate::lexicon::{WordClass, WordMap, class_of};
use crate::text::fold;

/// How a word states a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// "rose", "cut"
    Verb,
    /// "increase", a verb as well
    Noun,
    /// "up", "flat"
    Word,
    /// "raised": a change only with "by", "to" or "from"; without, it is how one collects money
    Part,
}

static WORDS: Lazy<WordMap<(Direction, Sort)>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/change_words.tsv");
    let parse = |row: &str| {
        let (direction, sort) = row.split_once(' ')?;
        let all = [Direction::Up, Direction::Down, Direction::Same];
        let direction = all.into_iter().find(|d| d.as_str() == direction)?;
        let sort = match sort {
            "verb" => Sort::Verb,
            "noun" => Sort::Noun,
            "word" => Sort::Word,
            "part" => Sort::Part,
            _ => return None,
        };
        Some((direction, sort))
    };
    WordMap::parse("change_words.tsv", list, parse).expect("the list is checked by the tests of this module")
});

const BY: u64 = fold::hash("by");
const TO: u64 = fold::hash("to");
const FROM: u64 = fold::hash("from");
const IN: u64 = fold::hash("in");
const AT: u64 = fold::hash("at");

/// Words that may stand between a verb of change and its figure: "rose | sharply to | a record 5%".
const FAR: usize = 5;

/// A verb of change that stands within a few words before piece `at`, whatever is between.
pub(super) fn is_near(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    // "increasing the confirmed death toll from 14 to 31"
    (1..=FAR + 3).any(|back| WORDS.get(pieces.hash_before(at, back)).is_some_and(|(_, sort)| sort != Sort::Word))
}

/// Whether the word right before piece `at` says which way something went: "rose | a third", "down | a fifth".
pub(super) fn is_way(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    WORDS.get(pieces.hash_before(at, 1)).is_some_and(|(_, sort)| matches!(sort, Sort::Verb | Sort::Word))
}

/// The change that a figure at pieces `start..end` (hedge included) belongs to; `linked` is the
/// change of the figure before it in the sentence and the piece where that ends.
pub(super) fn of(pieces: &Pieces<'_, '_>, start: usize, end: usize, linked: Option<(Change, usize)>) -> Option<Change> {
    let mut part = None;
    let mut part_back = 0;
    let mut back = 1;
    while back <= FAR.min(start) {
        let at = start - back;
        let piece = &pieces.list[at];
        match piece.kind {
            PieceKind::Word => {}
            PieceKind::Sign(',') if linked.is_some_and(|(_, end)| end == at) => {}
            _ => break,
        }
        if let Some((change, previous)) = linked
            && at < previous
            && let Some(part) = part
        {
            return Some(Change { direction: change.direction, part });
        }
        if part.is_none() {
            part_back = back;
        }
        match piece.hash {
            BY => part = part.or(Some(ChangePart::By)),
            TO | AT if part.is_none() => part = Some(ChangePart::To),
            FROM if part.is_none() => part = Some(ChangePart::From),
            A | AN => {}
            hash => {
                if let Some((direction, sort)) = WORDS.get(hash) {
                    // "a rise of 5%", "a rise in prices of 5%"; "up to 5%" is a hedge and read before.
                    // "losses came to $5m" has no loss of $5m: the preposition is the verb's.
                    let towards = matches!(part, Some(ChangePart::To | ChangePart::From));
                    if sort == Sort::Noun && towards && back > part_back + 1 || sort == Sort::Part && part.is_none() {
                        return None;
                    }
                    // "cut its workforce of 12,000 by 8%": what is cut is of that size.
                    let is_size = pieces.hash(start - 1) == OF
                        && matches!(class_of(pieces.hash(at + 1)), Some(WordClass::Determiner | WordClass::Possessive));
                    if is_size {
                        return None;
                    }
                    let by = back == 1 || part.is_some() || is_adverb(pieces, at + 1) || sort == Sort::Noun;
                    let direction = by.then_some(direction)?;
                    return Some(Change { direction, part: part.unwrap_or(ChangePart::By) });
                }
            }
        }
        back += 1;
    }
    if let (Some((change, previous)), Some(part)) = (linked, part)
        && start.saturating_sub(previous) <= FAR
    {
        return Some(Change { direction: change.direction, part });
    }
    // "a 5% increase", "5% higher", "5% up on last year".
    let after = end + usize::from(pieces.is_hyphen(end));
    let (direction, sort) = WORDS.get(pieces.hash(after))?;
    let noun = sort == Sort::Noun || sort == Sort::Word && direction != Direction::Same;
    let follows =
        noun && !matches!(pieces.hash(after + 1), OF | TO) || sort == Sort::Noun && pieces.hash(after + 1) == IN;
    follows.then_some(Change { direction, part: ChangePart::By })
}

fn is_adverb(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.text(at).ends_with("ly") || matches!(pieces.hash(at), OF | A | AN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_change_is_read() {
        assert!(WORDS.len() > 150);
        assert!(WORDS.get(fold::hash("rose")).is_some_and(|(direction, _)| direction == Direction::Up));
    }
}
