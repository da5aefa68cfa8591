//! What a number counts: the noun phrase after it, or what stands for one that is left out.
//!
//! ```text
//! counted = number [ "-" ] [ "of" ] [ "the" | "its" .. ] { adjective | noun } plural
//!         | number "were" .. predicate          "20 were killed"
//!         | casualty number                     "killing seven"
//!         | number                              what the figure before it counts
//! ```

use super::change;
use super::context::{self, Context};
use super::numeral::{self, OF};
use super::piece::{PieceKind, Pieces};
use crate::lexicon::{WordClass, class_of};
use crate::text::{TokenKind, fold};

/// The longest phrase that is taken: "other members of .." ends at "of" anyway.
const LONGEST: usize = 6;

/// The noun phrase that starts at piece `at`, as the pieces from its first word to its head.
pub(super) fn phrase(pieces: &Pieces<'_, '_>, at: usize, plural: bool) -> Option<(usize, usize)> {
    let mut start = at + usize::from(pieces.is_hyphen(at));
    // "two more than last year": what is counted was named before.
    if matches!(pieces.hash(start), MORE | FEWER) && class_of(pieces.hash(start + 1)).is_some() {
        return None;
    }
    if pieces.hash(start) == OF {
        start += 1;
        if matches!(class_of(pieces.hash(start)), Some(WordClass::Determiner | WordClass::Possessive))
            || pieces.hash(start) == HER
        {
            start += 1;
        }
        start = after_possessor(pieces, start);
    }
    let mut end = start;
    while end < start + LONGEST {
        let Some(piece) = pieces.get(end) else { break };
        match piece.kind {
            PieceKind::Word | PieceKind::Opaque => {}
            // "first-team players", "great-grandchildren"
            PieceKind::Sign(_) if end > start && pieces.is_hyphen(end) && pieces.is_word(end + 1) => {
                end += 1;
                continue;
            }
            _ => break,
        }
        // "all but one passenger survived", "20 percent of the herd died"
        let verb = !plural
            && end > start
            && (pieces.text(end).ends_with("ed") || context::is(pieces.hash(end), Context::Predicate));
        if end > start && piece.glued && !is_after_hyphen(pieces, end) || verb || is_stop(pieces, end, start) {
            break;
        }
        end += 1;
        if plural && is_plural(pieces, end - 1) && !goes_on(pieces, end) {
            break;
        }
    }
    // A hyphen at the end joins nothing.
    while end > start && !pieces.is_word(end - 1) {
        end -= 1;
    }
    // "two more quarter-point hikes", "two more were hurt"
    if end == start + 1 && pieces.hash(start) == MORE {
        return None;
    }
    (end > start).then_some((start, end))
}

/// The piece after "Labour's", "the state's 41": whose they are is not what is counted.
fn after_possessor(pieces: &Pieces<'_, '_>, start: usize) -> usize {
    let clitic = |at: usize| {
        pieces.get(at).is_some_and(|piece| pieces.document.tokens()[piece.token as usize].kind() == TokenKind::Clitic)
    };
    match (start + 1..start + 4).take_while(|&at| pieces.is_word(at)).find(|&at| clitic(at)) {
        Some(at) => at + 1 + usize::from(pieces.is_number(at + 1)),
        None => start,
    }
}

/// Words that follow a number and are no noun: "one million | worldwide", "40 | apiece".
const NOT_COUNTED: [u64; 8] = [
    fold::hash("aboard"),
    fold::hash("abroad"),
    fold::hash("apiece"),
    fold::hash("due"),
    fold::hash("nationwide"),
    fold::hash("overnight"),
    fold::hash("strong"),
    fold::hash("worldwide"),
];

/// What is measured, after "of": "2,000 tonnes of | coal"; but "within 6 km of the border", "3 km
/// of Cairo" are places.
pub(super) fn stuff(pieces: &Pieces<'_, '_>, at: usize) -> Option<(usize, usize)> {
    let plain = |at: usize| pieces.is_word(at) && class_of(pieces.hash(at)).is_none();
    pieces.get(at).filter(|piece| plain(at) && !piece.capital && !piece.taken)?;
    phrase(pieces, at, false)
}

fn is_after_hyphen(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    at > 0 && pieces.is_hyphen(at - 1)
}

/// Whether the word at `at` ends a noun phrase before itself.
fn is_stop(pieces: &Pieces<'_, '_>, at: usize, start: usize) -> bool {
    let hash = pieces.hash(at);
    // "1,000 US deaths": a country, no pronoun; "ten mine officials" work in one.
    if pieces.text(at) == "US" || hash == MINE && at == start && is_plural(pieces, at + 1) {
        return false;
    }
    if NOT_COUNTED.contains(&hash) {
        return true;
    }
    match class_of(hash) {
        Some(WordClass::Determiner) => !matches!(hash, OTHER | MORE | FEWER),
        Some(WordClass::Adverb) => !matches!(hash, MORE | EARLIER),
        Some(_) => true,
        // "20 people injured": a participle after the head; "20 injured people" before it.
        None => {
            matches!(numeral::word(hash), Some(word) if !matches!(word, numeral::NumberWord::Ordinal(_)))
                || at > start && is_plural(pieces, at - 1) && pieces.text(at).ends_with("ed")
                || at > start && pieces.text(at).ends_with("ly")
        }
    }
}

const HER: u64 = fold::hash("her");
const EARLIER: u64 = fold::hash("earlier");
const POPULATION: u64 = fold::hash("population");
const TOLL: u64 = fold::hash("toll");
const OTHER: u64 = fold::hash("other");
const MORE: u64 = fold::hash("more");
const MINE: u64 = fold::hash("mine");
const SAYS: u64 = fold::hash("says");
const FEWER: u64 = fold::hash("fewer");

/// Nouns that are plural without an s.
const PLURALS: [&str; 17] = [
    "people",
    "men",
    "women",
    "children",
    "police",
    "personnel",
    "dead",
    "feet",
    "teeth",
    "aircraft",
    "sheep",
    "cattle",
    "staff",
    "troops",
    "percent",
    "fishermen",
    "policemen",
];

/// Whether the word at `at` is a plural noun, by its form.
pub(super) fn is_plural(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    let text = pieces.text(at);
    let s = text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !text.ends_with("us")
        && !text.ends_with("is");
    s || PLURALS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a plural is not yet the head: "Armed Forces | personnel", "sales | staff".
fn goes_on(pieces: &Pieces<'_, '_>, next: usize) -> bool {
    let capital = |at: usize| pieces.get(at).is_some_and(|piece| piece.capital);
    pieces.is_word(next)
        && class_of(pieces.hash(next)).is_none()
        && (capital(next - 1) && (capital(next) || is_plural(pieces, next))
            // "police | officers", "staff | members"
            || is_plural(pieces, next) && !pieces.text(next - 1).ends_with('s'))
}

/// What stands for a counted thing that is left out: "20 | were killed", "killing | seven".
pub(super) fn elided(pieces: &Pieces<'_, '_>, hedge_start: usize, end: usize) -> Option<(usize, usize)> {
    let mut at = end;
    while at < end + 5
        && matches!(class_of(pieces.hash(at)), Some(WordClass::Auxiliary | WordClass::Adverb | WordClass::Negation))
    {
        at += 1;
    }
    if context::is(pieces.hash(at), Context::Predicate) {
        return Some((at, at + 1));
    }
    // "killed at least twelve", "killing seven and injuring three more"
    let verb = (1..=2)
        .filter_map(|back| hedge_start.checked_sub(back))
        .find(|&at| context::is(pieces.hash(at), Context::Casualty))?;
    Some((verb, verb + 1))
}

/// The noun before a number that says what it is of: "infections | surpassed one million",
/// "the number of justices | at nine"; the nearest plural of the clause, after piece `free`.
pub(super) fn subject(pieces: &Pieces<'_, '_>, start: usize, free: usize) -> Option<(usize, usize)> {
    const FAR: usize = 8;
    for back in 1..=FAR {
        let at = start.checked_sub(back).filter(|&at| at >= free)?;
        match pieces.list[at].kind {
            PieceKind::Word => {}
            PieceKind::Sign(',') if back <= 3 => continue,
            _ => return None,
        }
        let hash = pieces.hash(at);
        let noun = is_plural(pieces, at) && (at == 0 || !pieces.list[at].capital) || matches!(hash, POPULATION | TOLL);
        let verb = hash == SAYS || change::is_word(hash);
        if noun && !verb && class_of(hash).is_none() && !context::is(hash, Context::Casualty) {
            return Some((at, at + 1));
        }
    }
    None
}
