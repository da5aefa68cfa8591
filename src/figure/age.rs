//! Ages: "23-year-old", "19 years old", "aged 23", "at the age of ten", "Emily Spanton, 39,".

use super::context::{self, Context};
use super::grammar::{BETWEEN, Draft, hedged};
use super::numeral::{Form, OF};
use super::piece::Pieces;
use super::quantity::{self, Hedged};
use super::range::Range;
use super::reading::Reading;
use super::term::Term;
use super::unit::{self, Dimension};
use super::{FigureKind, Value};
use crate::lexicon::{WordClass, class_of};
use crate::text::fold;

const OLD: u64 = fold::hash("old");
const OLDS: u64 = fold::hash("olds");
const AGE: u64 = fold::hash("age");
const AGED: u64 = fold::hash("aged");
const AGES: u64 = fold::hash("ages");
const THE: u64 = fold::hash("the");
const FROM: u64 = fold::hash("from");
const AT: u64 = fold::hash("at");

/// No one was ever older than 122; the span of "aged 10 to 122" keeps labels and prices out.
const OLDEST: u32 = 122;

/// The age that a number, or a range of numbers, states.
pub(super) fn read(pieces: &Pieces<'_, '_>, term: &Term, range: Option<&Range>, last: Option<&Draft>) -> Option<Draft> {
    let (value, end, unit) = match range {
        Some(range) => (range.value, range.end, range.unit),
        None => (Value::Exact(term.exact()?), term.end, term.unit),
    };
    if term.money.is_some() {
        return None;
    }
    let draft = |start: usize, end: usize, reading: Reading| {
        let mut draft = Draft::new(start, end, FigureKind::Age, value, reading);
        draft.unit = Some(unit.unwrap_or_else(|| unit::of_code("year")));
        Some(hedged(pieces, draft))
    };
    if let Some(unit) = unit {
        if unit.dimension != Dimension::Time {
            return None;
        }
        let old = end + usize::from(pieces.is_hyphen(end));
        if matches!(pieces.hash(old), OLD | OLDS) {
            return draft(term.start, old + 1, Reading::AgeSaid);
        }
        if pieces.hash(end) == OF && pieces.hash(end + 1) == AGE {
            return draft(term.start, end, Reading::AgeSaid);
        }
        return introduced(pieces, term.start).then(|| draft(term.start, end, Reading::AgeSaid)).flatten();
    }
    let digits = term.numeral.form == Form::Digits;
    let years = term.exact()?.to_u32().filter(|&years| years <= OLDEST && !term.numeral.scaled)?;
    if introduced(pieces, term.start) {
        return draft(term.start, end, Reading::AgeSaid);
    }
    if range.is_some() {
        return None;
    }
    let (start, before, after) = (term.start, pieces.sign_before(term.start), pieces.sign(end));
    // "Emily Spanton, 39, who ..", "Bryant (41)"
    if digits && start >= 2 && end == start + 1 {
        let person = pieces.list[start - 2].capital && !context::is(pieces.hash(start - 2), Context::Month)
            || context::is(pieces.hash(start - 2), Context::Singular);
        let named = pieces.is_word(start - 2) && person;
        // ".., 40 and 49,", ".., aged 13, 14 and 20"
        let goes_on = last.is_some_and(|last| last.kind == FigureKind::Age && last.end + 1 == start)
            && (pieces.hash(start - 1) == AND || before == ',')
            && (matches!(after, ',' | ')' | ';' | '.') || pieces.hash(end) == AND);
        let now = pieces.hash(start - 1) == NOW && pieces.sign(start - 2) == ',' && matches!(after, ',' | ')' | '.');
        if years > 0 && (goes_on || now) {
            return draft(start, end, Reading::AgeApposed);
        }
        // "Quirin and Redouane, 40 and 49, at ..": the first of several ages.
        let several = pieces.hash(end) == AND && pieces.is_number(end + 1) && pieces.sign(end + 2) == ',';
        let apposed = before == ',' && (matches!(after, ',' | ')' | ';' | '.') || pieces.get(end).is_none() || several);
        let bracketed = before == '(' && after == ')' && years >= 15;
        if named && years > 0 && (apposed && !pieces.list[start].glued || bracketed) {
            return draft(start, end, Reading::AgeApposed);
        }
    }
    // "when she was ten", "he turned 50": a person, and nothing that is counted.
    let (verb, subject) = (pieces.hash_before(start, 1), pieces.hash_before(start, 2));
    let noun = pieces.is_word(end) && class_of(pieces.hash(end)).is_none();
    let person = is_person(pieces, start);
    let dies = verb == AT && (2..=5).any(|back| context::is(pieces.hash_before(start, back), Context::Die));
    // "anyone under 18", "those over 65"
    let bound = matches!(verb, UNDER | OVER | ABOVE)
        && matches!(subject, THOSE | ANYONE | EVERYONE | PEOPLE | CHILDREN | ADULTS | MEN | WOMEN | PERSONS);
    let turned = matches!(verb, TURNED | TURNS | TURNING);
    let closed = !noun
        && !pieces.is_hyphen(end)
        && !matches!(class_of(pieces.hash(end)), Some(WordClass::Determiner))
        && pieces.hash(end) != OF;
    if (person || dies || bound || turned && digits) && closed {
        return draft(start, end, Reading::AgeOfPerson);
    }
    None
}

/// Whether a person and "was" stand before: "she was | ten", "who is about | 57", "he would have
/// been | 80".
fn is_person(pieces: &Pieces<'_, '_>, start: usize) -> bool {
    let start = quantity::before(pieces, start, Hedged::Other).map_or(start, |(_, start)| start);
    let subject = |back: usize| matches!(pieces.hash_before(start, back), HE | SHE | I | WHO);
    match pieces.hash_before(start, 1) {
        WAS | IS | AM => subject(2),
        BEEN => subject(4) && matches!(pieces.hash_before(start, 3), WOULD),
        _ => false,
    }
}

/// Whether a word of age stands before: "aged", "age", "at the age of", "between the ages of".
fn introduced(pieces: &Pieces<'_, '_>, start: usize) -> bool {
    let mut back = 1;
    while back <= 5 {
        match pieces.hash_before(start, back) {
            AGED => return true,
            AGE | AGES => return true,
            BETWEEN | FROM | OF | THE => back += 1,
            // "aged about 30", "aged at least 65"
            hash if back == 1 && matches!(hash, ABOUT | AROUND | UNDER | OVER | ABOVE) => back += 1,
            _ => return false,
        }
    }
    false
}

const AND: u64 = fold::hash("and");
const NOW: u64 = fold::hash("now");
const THOSE: u64 = fold::hash("those");
const ANYONE: u64 = fold::hash("anyone");
const EVERYONE: u64 = fold::hash("everyone");
const PEOPLE: u64 = fold::hash("people");
const CHILDREN: u64 = fold::hash("children");
const ADULTS: u64 = fold::hash("adults");
const MEN: u64 = fold::hash("men");
const WOMEN: u64 = fold::hash("women");
const PERSONS: u64 = fold::hash("persons");
const HE: u64 = fold::hash("he");
const SHE: u64 = fold::hash("she");
const I: u64 = fold::hash("i");
const WHO: u64 = fold::hash("who");
const BEEN: u64 = fold::hash("been");
const WOULD: u64 = fold::hash("would");
const WAS: u64 = fold::hash("was");
const IS: u64 = fold::hash("is");
const AM: u64 = fold::hash("am");
const TURNED: u64 = fold::hash("turned");
const TURNS: u64 = fold::hash("turns");
const TURNING: u64 = fold::hash("turning");
const ABOUT: u64 = fold::hash("about");
const AROUND: u64 = fold::hash("around");
const UNDER: u64 = fold::hash("under");
const OVER: u64 = fold::hash("over");
const ABOVE: u64 = fold::hash("above");
