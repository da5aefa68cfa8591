//! Ratios: "73 out of the 130 seats", "one in five", "seven of the 12 jurors", "two-thirds of voters".

use super::grammar::{Draft, hedged};
use super::numeral::{A, AN, Amount, And, Form, OF};
use super::piece::Pieces;
use super::reading::Reading;
use super::term::{self, Term};
use super::{Decimal, FigureKind, Value, change, counted, quantity};
use crate::lexicon::{WordClass, class_of};
use crate::text::{TokenKind, fold};

const OUT: u64 = fold::hash("out");
const IN: u64 = fold::hash("in");
const BY: u64 = fold::hash("by");
const EVERY: u64 = fold::hash("every");
const HALF: u64 = fold::hash("half");

/// The part and the whole that start with `part`.
pub(super) fn read(pieces: &Pieces<'_, '_>, part: &Term) -> Option<Draft> {
    if !part.is_bare() || part.numeral.form == Form::Article {
        return None;
    }
    let small = part.exact().filter(|value| value.is_whole() && !value.is_negative())?;
    let end = part.end;
    let hyphens = pieces.is_hyphen(end) && pieces.hash(end + 1) == IN && pieces.is_hyphen(end + 2);
    let (number, sure) = if hyphens {
        (end + 3, true)
    } else if pieces.hash(end) == OUT && pieces.hash(end + 1) == OF {
        (after_determiner(pieces, end + 2), true)
    } else if pieces.hash(end) == OF {
        let number = after_determiner(pieces, end + 1);
        (number, number > end + 1)
    } else if pieces.hash(end) == IN {
        let every = pieces.hash(end + 1) == EVERY;
        (end + 1 + usize::from(every), every)
    } else {
        return None;
    };
    let of = pieces.hash(end) == OF;
    let whole = term::read(pieces, number, And::Joins)?;
    if pieces.list[number..whole.numeral.end].iter().any(|piece| piece.taken) || !whole.is_bare() {
        return None;
    }
    let large = whole.exact().filter(|value| value.is_whole())?;
    if whole.numeral.form == Form::Ordinal || small.compare(large) == Some(std::cmp::Ordering::Greater) {
        return None;
    }
    if !sure {
        let (a, b) = (small.to_u32()?, large.to_u32()?);
        // "4 in 10" and "one in 20,000" are shares; "three in 2019" and "6 in 14" are not.
        let round =
            matches!(b, 2..=10 | 12 | 15 | 20 | 25 | 30 | 40 | 50 | 100) || b % 100 == 0 && !(1900..=2100).contains(&b);
        // "one in 68 children": one of any number, where what is counted follows.
        let children =
            || counted::phrase(pieces, whole.end, true).is_some_and(|(_, end)| counted::is_plural(pieces, end - 1));
        let one = a == 1 && !(1900..=2100).contains(&b) && children();
        let share = !of && (round || one) && a < b && a <= 99;
        if !(share || of && a <= b && b >= 2 && !(1900..=2100).contains(&b)) {
            return None;
        }
    }
    // "one of two" counts nothing; "one of the two" neither, unless a whole of some size is split.
    let tiny = large.to_u32().is_some_and(|large| large < 3) && of;
    if tiny || of && small == Decimal::ONE && part.numeral.form == Form::Words {
        return None;
    }
    let reading = if sure { Reading::Ratio } else { Reading::Share };
    let mut draft = Draft::new(part.start, whole.end, FigureKind::Ratio, Value::Ratio(small, large), reading);
    draft.of = counted::phrase(pieces, whole.end, true);
    Some(draft)
}

/// The piece after "the", "its", "all the", "the state's".
fn after_determiner(pieces: &Pieces<'_, '_>, at: usize) -> usize {
    let determiner = |at: usize| {
        matches!(class_of(pieces.hash(at)), Some(WordClass::Determiner | WordClass::Possessive))
            && super::numeral::word(pieces.hash(at)).is_none()
    };
    let mut next = at;
    while next < at + 2 && determiner(next) {
        next += 1;
    }
    // "12 of their last 14 games", "four of the past six"
    if next > at && matches!(pieces.hash(next), LAST | PAST | FIRST | NEXT | PREVIOUS | FINAL | OPENING) {
        return next + 1;
    }
    // "12 of the state's 41", "five of Labour's six"
    for ahead in 1..=3 {
        let clitic = pieces
            .get(next + ahead)
            .is_some_and(|piece| pieces.document.tokens()[piece.token as usize].kind() == TokenKind::Clitic);
        if clitic {
            return next + ahead + 1;
        }
        if !pieces.is_word(next + ahead) {
            break;
        }
    }
    next
}

/// A fraction of something: "two-thirds of voters", "nearly half", "a quarter of the country".
pub(super) fn fraction(pieces: &Pieces<'_, '_>, term: &Term) -> Option<Draft> {
    let Amount::Fraction(part, whole) = term.numeral.amount else { return None };
    let (start, end) = (term.start, term.end);
    let hedge = quantity::before(pieces, start, quantity::Hedged::Other).is_some();
    let after = pieces.hash(end);
    let before = pieces.hash_before(start, 1);
    let half = pieces.hash(end - 1) == HALF;
    let quarter = term.numeral.form == Form::Article;
    if half || quarter {
        // "the first half", "half back", "at half-mast", "in a quarter"
        let of_something = after == OF
            || half && matches!(after, A | AN | THE | THAT | ALL | THEIR | ITS | THESE | THOSE | HIS | HER)
            || before == BY
            || (hedge || change::is_way(pieces, start)) && (class_of(after).is_some() || !pieces.is_word(end));
        let named =
            matches!(class_of(before), Some(WordClass::Determiner)) && half && after != OF || is_ordinal(pieces, start);
        if !of_something || named || pieces.is_hyphen(end) {
            return None;
        }
    }
    let mut draft = Draft::new(start, end, FigureKind::Ratio, Value::Ratio(part, whole), Reading::Fraction);
    draft.of = if after == OF || matches!(class_of(after), Some(WordClass::Determiner)) {
        let at = if after == OF { end } else { end + 1 };
        counted::phrase(pieces, at, false)
    } else if pieces.is_word(end) && class_of(after).is_none() {
        counted::phrase(pieces, end, true)
    } else {
        None
    };
    Some(hedged(pieces, draft))
}

fn is_ordinal(pieces: &Pieces<'_, '_>, start: usize) -> bool {
    start > 0 && matches!(super::numeral::word(pieces.hash(start - 1)), Some(super::numeral::NumberWord::Ordinal(_)))
}

const LAST: u64 = fold::hash("last");
const PAST: u64 = fold::hash("past");
const FIRST: u64 = fold::hash("first");
const NEXT: u64 = fold::hash("next");
const PREVIOUS: u64 = fold::hash("previous");
const FINAL: u64 = fold::hash("final");
const OPENING: u64 = fold::hash("opening");
const THE: u64 = fold::hash("the");
const HIS: u64 = fold::hash("his");
const HER: u64 = fold::hash("her");
const THAT: u64 = fold::hash("that");
const ALL: u64 = fold::hash("all");
const THEIR: u64 = fold::hash("their");
const ITS: u64 = fold::hash("its");
const THESE: u64 = fold::hash("these");
const THOSE: u64 = fold::hash("those");
