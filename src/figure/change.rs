//! Change: which way a figure went, and what part of the change it is.
//!
//! ```text
//! change  = verb [ "up" | "down" ] part { part }
//!         | ( "up" | "down" ) part { part }
//!         | noun [ "in" .. ] "of" figure | figure [ words ] noun | figure ( "higher" | "lower" )
//! part    = [ "by" ] figure | "to" figure | "from" figure
//! figure  = figure "," "or" figure | figure "(" figure ")"      the same, said twice
//! ```

use once_cell::sync::Lazy;

use super::context::{self, Context};
use super::grammar::BETWEEN;
use super::number_word::{A, AN, OF, OR};
use super::piece::{PieceKind, Pieces};
use super::{Change, ChangePart, Direction, FigureKind};
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
    /// "lost", "added": a change of shares, measures and points; "lost $5 million" and "sank three
    /// ships" are none
    Loose,
    /// "loss": a noun, of shares and points; "a loss of $5 million" is none
    Share,
}

impl Sort {
    fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Share)
    }
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
            "loose" => Sort::Loose,
            "share" => Sort::Share,
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
const FEWER: u64 = fold::hash("fewer");
const UP: u64 = fold::hash("up");
const GAVE: u64 = fold::hash("gave");
const GIVE: u64 = fold::hash("give");
const GIVEN: u64 = fold::hash("given");
const GIVES: u64 = fold::hash("gives");
const GIVING: u64 = fold::hash("giving");
const COMPARED: u64 = fold::hash("compared");
const LEAST: u64 = fold::hash("least");
const MOST: u64 = fold::hash("most");
const ADD: u64 = fold::hash("add");
const ADDED: u64 = fold::hash("added");
const ADDING: u64 = fold::hash("adding");
const ADDS: u64 = fold::hash("adds");
const HIGHER: u64 = fold::hash("higher");
const LOWER: u64 = fold::hash("lower");

/// Words that may stand between a verb of change and its figure: "fell | to a record low of | 5%".
const FAR: usize = 7;

/// A figure whose change is asked for: its pieces, hedge included, and what it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changed {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: FigureKind,
    /// What it counts.
    pub(super) of: Option<(usize, usize)>,
}

/// A change that was read, and the piece with the word that states it; none where the change is
/// that of the figure before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated {
    pub(super) change: Change,
    pub(super) word: Option<usize>,
}

/// Whether a word, by the hash of its fold, is one of change.
pub(super) fn is_word(hash: u64) -> bool {
    WORDS.contains(hash)
}

/// Whether the word right before piece `at` says which way something went: "rose | a third", "down |
/// a fifth".
pub(super) fn is_way(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    let way = |sort| matches!(sort, Sort::Verb | Sort::Loose | Sort::Word);
    WORDS.get(pieces.hash_before(at, 1)).is_some_and(|(_, sort)| way(sort))
}

/// The part of a change that a figure at pieces `start..end` is by the words before it: "rose | 5%",
/// "increasing the confirmed death toll from | 14".
pub(super) fn part_before(pieces: &Pieces<'_, '_>, start: usize, end: usize, kind: FigureKind) -> Option<ChangePart> {
    let figure = Changed { start, end, kind, of: None };
    before(pieces, &figure, None).map(|stated| stated.change.part)
}

/// The change that a figure belongs to; `linked` is the change of the figure before it in the
/// sentence and the piece where that ends.
pub(super) fn of(pieces: &Pieces<'_, '_>, figure: &Changed, linked: Option<(Change, usize)>) -> Option<Stated> {
    if let Some((change, end)) = linked
        && is_said_again(pieces, figure, end)
    {
        return Some(Stated { change, word: None });
    }
    before(pieces, figure, linked).or_else(|| after(pieces, figure))
}

/// "rose 3 points, or 0.5 percent", "rose 3 points (0.5 percent)"; but "fell 51% (95% confidence ..)"
fn is_said_again(pieces: &Pieces<'_, '_>, figure: &Changed, end: usize) -> bool {
    let start = figure.start;
    let comma = usize::from(pieces.sign(end) == ',');
    let bracket = start == end + 1 && pieces.sign(end) == '(' && pieces.sign(figure.end) == ')';
    bracket || start == end + comma + 1 && pieces.hash(end + comma) == OR
}

/// A change that words before the figure state.
fn before(pieces: &Pieces<'_, '_>, figure: &Changed, linked: Option<(Change, usize)>) -> Option<Stated> {
    // "cut between 600 and 900 jobs"
    let start = figure.start - usize::from(pieces.hash_before(figure.start, 1) == BETWEEN);
    let mut part = None;
    let mut part_back = 0;
    for back in 1..=FAR.min(start) {
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
            let direct = part_back == 1 || is_determiner(pieces, start - part_back + 1);
            let change = Change { direction: change.direction, part };
            return direct.then_some(Stated { change, word: None });
        }
        if part.is_none() {
            part_back = back;
        }
        match piece.hash {
            BY => part = part.or(Some(ChangePart::By)),
            // "dropped to 2.8 million barrels compared to three million"
            TO if part.is_none() && pieces.hash_before(at, 1) == COMPARED => return None,
            TO if part.is_none() => part = Some(ChangePart::To),
            AT if matches!(pieces.hash(at + 1), LEAST | MOST) => {}
            // "up 3% at $25" is where it went, "growing at 3 percent a year" by how much.
            AT if part.is_none() => {
                let rate = figure.kind == FigureKind::Percent && linked.is_none();
                part = Some(if rate { ChangePart::By } else { ChangePart::To });
            }
            FROM if part.is_none() => part = Some(ChangePart::From),
            A | AN => {}
            hash => {
                let Some((mut direction, mut sort)) = WORDS.get(hash) else { continue };
                // "the index gave up 3 points"
                if hash == UP && matches!(pieces.hash_before(at, 1), GAVE | GIVE | GIVEN | GIVING | GIVES) {
                    (direction, sort) = (Direction::Down, Sort::Loose);
                }
                // "a gain of five points", "growth was 2 percent", but "the increase will bring $5m"
                let last = pieces.hash(start - 1);
                let stated = last == OF || class_of(last) == Some(WordClass::Auxiliary);
                let direct = back == 1 || is_adverb(pieces, at + 1) || sort.is_noun() && stated;
                if !states(pieces, figure, at, sort, part) || part.is_none() && !direct {
                    return None;
                }
                // "cut its workforce of 12,000 by 8%": what is cut is of that size.
                if pieces.hash(start - 1) == OF && is_determiner(pieces, at + 1) {
                    return None;
                }
                // "losses came to $5m" has no loss of $5m: the preposition is the verb's.
                let towards = matches!(part, Some(ChangePart::To | ChangePart::From));
                // "37 states were added to the original 13"
                if towards && matches!(hash, ADD | ADDED | ADDING | ADDS) {
                    return None;
                }
                if sort.is_noun() && towards && back > part_back + 1 {
                    return None;
                }
                // "unchanged at 5 percent"
                let same = direction == Direction::Same && part == Some(ChangePart::By);
                let part = if same { ChangePart::To } else { part.unwrap_or(ChangePart::By) };
                return Some(Stated { change: Change { direction, part }, word: Some(at) });
            }
        }
    }
    let (change, previous) = linked?;
    // "cutting 6,000 posts to save $1 billion": a verb of its own.
    let direct = part_back == 1 || is_determiner(pieces, start - part_back + 1);
    if !direct {
        return None;
    }
    let change = Change { direction: change.direction, part: part? };
    (start.saturating_sub(previous) <= FAR).then_some(Stated { change, word: None })
}

/// Whether a word of change at piece `at` states one of this figure, by what the figure is.
fn states(pieces: &Pieces<'_, '_>, figure: &Changed, at: usize, sort: Sort, part: Option<ChangePart>) -> bool {
    match sort {
        Sort::Verb | Sort::Noun => true,
        Sort::Part => part.is_some(),
        // "set up 3 schools", "make up 10 percent", "laid off 30 people", but "came down 2 percent"
        Sort::Word => {
            let verb = pieces.hash_before(at, 1);
            let moved = figure.kind == FigureKind::Percent && MOVES.contains(&verb);
            moved || !context::is(verb, Context::Phrasal)
        }
        Sort::Loose if part.is_some() => true,
        Sort::Loose | Sort::Share => match figure.kind {
            FigureKind::Percent | FigureKind::Ratio => true,
            FigureKind::Measure => sort == Sort::Loose,
            FigureKind::Count => figure.of.is_some_and(|(_, end)| context::is(pieces.hash(end - 1), Context::Tally)),
            _ => false,
        },
    }
}

/// A change that words after the figure state: "a 5% increase", "5% higher", "a 5% pay rise".
fn after(pieces: &Pieces<'_, '_>, figure: &Changed) -> Option<Stated> {
    let next = figure.end + usize::from(pieces.is_hyphen(figure.end));
    let stated = |direction: Direction, at: usize| {
        Some(Stated { change: Change { direction, part: ChangePart::By }, word: Some(at) })
    };
    if figure.kind == FigureKind::Count {
        return if pieces.hash(next) == FEWER { stated(Direction::Down, next) } else { None };
    }
    for at in next..next + 3 {
        let hash = pieces.hash(at);
        if hash == 0 || class_of(hash).is_some_and(|class| class != WordClass::Adverb) && WORDS.get(hash).is_none() {
            return None;
        }
        let Some((direction, sort)) = WORDS.get(hash) else { continue };
        // "3 km up the road", "2 miles off the coast"
        let place = figure.kind == FigureKind::Measure && !matches!(hash, HIGHER | LOWER);
        let word = sort == Sort::Word && direction != Direction::Same && at == next && !place;
        let goes_on = matches!(pieces.hash(at + 1), OF | TO);
        let noun = sort.is_noun() && states(pieces, figure, at, sort, None) && (!goes_on || pieces.hash(at + 1) == IN);
        return if noun || word && !goes_on { stated(direction, at) } else { None };
    }
    None
}

/// What changed, by the word of change at `word`: "a 5% reduction in the | economy", "a rise in
/// | prices of 3%", "Exports | fell 5%", "cut its | forecast to 5%".
pub(super) fn subject(pieces: &Pieces<'_, '_>, word: usize, figure: usize) -> Option<(usize, usize)> {
    let (direction, sort) = WORDS.get(pieces.hash(word))?;
    let noun = |at: usize| {
        let plain = pieces.is_word(at) && class_of(pieces.hash(at)).is_none() && WORDS.get(pieces.hash(at)).is_none();
        let adverb = pieces.text(at).ends_with("ly");
        plain && !adverb && !pieces.list[at].taken && !context::is(pieces.hash(at), Context::Month)
    };
    if sort.is_noun() && matches!(pieces.hash(word + 1), IN | OF) {
        let start = word + 2 + usize::from(is_determiner(pieces, word + 2));
        let end = (start..start + 3).find(|&at| !noun(at)).unwrap_or(start + 3);
        return (end > start).then_some((start, end));
    }
    if word > figure && sort.is_noun() || direction == Direction::Same {
        return None;
    }
    // "raised | taxes by 5%": the object of the verb, up to its preposition.
    let object = word + 1 + usize::from(is_determiner(pieces, word + 1));
    if word < figure && noun(object) {
        let end = (object..object + 3).find(|&at| !noun(at)).unwrap_or(object + 3);
        return matches!(pieces.hash(end), BY | TO | FROM).then_some((object, end));
    }
    head_before(pieces, if word < figure { word } else { figure }).filter(|&at| noun(at)).map(|at| (at, at + 1))
}

fn is_determiner(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    matches!(class_of(pieces.hash(at)), Some(WordClass::Determiner | WordClass::Possessive))
}

/// Verbs that say nothing of a change but that something was seen there: "went | up", "closed | down".
const MOVES: [u64; 21] = [
    fold::hash("brought"),
    fold::hash("came"),
    fold::hash("closed"),
    fold::hash("come"),
    fold::hash("comes"),
    fold::hash("coming"),
    fold::hash("ended"),
    fold::hash("finished"),
    fold::hash("go"),
    fold::hash("goes"),
    fold::hash("going"),
    fold::hash("gone"),
    fold::hash("move"),
    fold::hash("moved"),
    fold::hash("moving"),
    fold::hash("opened"),
    fold::hash("picked"),
    fold::hash("shot"),
    fold::hash("traded"),
    fold::hash("trading"),
    fold::hash("went"),
];

/// The head of the subject that ends before piece `at`: back over "were", "has", "sharply"; of
/// "sales of the cars" the head is "sales", of "oil for June delivery" it is "oil".
fn head_before(pieces: &Pieces<'_, '_>, at: usize) -> Option<usize> {
    let passed = |at: usize| {
        matches!(class_of(pieces.hash(at)), Some(WordClass::Auxiliary | WordClass::Adverb | WordClass::Modal))
            || pieces.text(at).ends_with("ly")
            || MOVES.contains(&pieces.hash(at))
    };
    let mut at = at.checked_sub(1)?;
    for _ in 0..3 {
        if passed(at) {
            at = at.checked_sub(1)?;
        }
    }
    if !pieces.is_word(at) || class_of(pieces.hash(at)).is_some() {
        return None;
    }
    for _ in 0..3 {
        let plain = |at: usize| pieces.is_word(at) && class_of(pieces.hash(at)).is_none();
        let mut phrase = (at.saturating_sub(2)..at).rev().find(|&at| !plain(at)).map_or(at, |before| before + 1);
        phrase -= usize::from(phrase > 0 && is_determiner(pieces, phrase - 1));
        if phrase < 2 || class_of(pieces.hash(phrase - 1)) != Some(WordClass::Preposition) {
            break;
        }
        at = phrase - 2;
    }
    Some(at)
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
