//! Vetoes: numbers that are no figures, however plainly they stand there.
//!
//! Names and labels ("Boeing 747", "Article 50", "COVID-19"), years and times of day, list
//! numbers, telephone numbers and versions, and idioms ("one of", "zero tolerance").

use super::context::{self, Context};
use super::numeral::{self, A, AN, AND, Amount, Form, NumberWord, Numeral, OF, OR};
use super::piece::{PieceKind, Pieces, is_dash};
use crate::lexicon::{WordClass, class_of};
use crate::text::fold;

const IN: u64 = fold::hash("in");
const ONE: u64 = fold::hash("one");
const OUT: u64 = fold::hash("out");

/// Whether the number is part of something larger that is no number: asked before anything else.
pub(super) fn is_part_of_name(pieces: &Pieces<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.start, numeral.end);
    let digits = pieces.is_number(start) || pieces.sign(start) != ' ';
    if !digits {
        return false;
    }
    // "SARS-CoV-2", "F-16", "G7", "1-222-2222"
    if pieces.glued(start) {
        let before = pieces.sign_before(start);
        let joined = is_dash(before) && pieces.glued(start - 1)
            || matches!(before, '/' | ':' | '.' | '_' | '#' | '@' | '=' | '+' | '^' | '×');
        let opaque = |at: usize| pieces.list[at].kind == PieceKind::Opaque;
        if joined && start >= 2 && (pieces.is_word(start - 2) || pieces.is_number(start - 2) || opaque(start - 2)) {
            let number_word = is_dash(before)
                && (numeral::word(pieces.hash(start - 2)).is_some()
                    || matches!(pieces.hash(start - 2), TO | SUB | NOW | MINUS | MAGNITUDE));
            // "5km/10km", "$5m-7m": letters that are a unit of another number are no name.
            let unit = is_dash(before)
                && start >= 3
                && pieces.is_number(start - 3)
                && (super::unit::is_name(pieces.hash(start - 2))
                    || matches!(numeral::word(pieces.hash(start - 2)), Some(NumberWord::Scale(_)))
                    || matches!(pieces.text(start - 2), "k" | "K" | "M" | "b" | "B" | "p"));
            if !number_word && !unit {
                return true;
            }
        }
        if matches!(before, '#' | '@' | '_' | '=')
            || start > 0
                && pieces.is_word(start - 1)
                && !super::currency::is_code(pieces.hash(start - 1))
                && pieces.sign_before(start - 1) != '$'
        {
            return true;
        }
    }
    // "10:30", "2010/11", "192.168.1.1"
    if pieces.glued(end)
        && pieces.glued(end + 1)
        && matches!(pieces.sign(end), ':' | '/' | '.' | '_' | '@')
        && pieces.is_number(end + 1)
    {
        return true;
    }
    // The first of a list: "1. Open the box"
    if start == 0
        && numeral.end == start + 1
        && (matches!(pieces.sign(end), '.' | ')') && pieces.glued(end))
        && pieces.len() > end + 1
    {
        return true;
    }
    false
}

/// Whether a number with nothing that makes it money, a measure or a share is no figure.
pub(super) fn is_no_count(pieces: &Pieces<'_, '_>, numeral: &Numeral, hedged: bool) -> bool {
    let (start, end) = (numeral.start, numeral.end);
    let before = pieces.hash_before(start, 1);
    let after = pieces.hash(end);
    if context::is(before, Context::Label) && !hedged && label_stands(pieces, start) {
        return true;
    }
    if context::is(before, Context::Month) && numeral.form == Form::Digits && is_capital(pieces, start - 1)
        || context::is(after, Context::Month) && is_capital(pieces, end)
        || context::is(after, Context::Clock) && numeral.form == Form::Digits
    {
        return true;
    }
    if numeral.form == Form::Digits && !numeral.scaled {
        // Letters written on to digits that are no unit: "3D", "1990s", "747s".
        let opaque = pieces.get(end).is_some_and(|piece| piece.kind == PieceKind::Opaque);
        if pieces.glued(end)
            && (opaque || pieces.is_word(end) || matches!(pieces.sign(end), '\'' | '’') && pieces.is_word(end + 1))
        {
            return true;
        }
        if is_year(pieces, numeral, hedged) {
            return true;
        }
        // "Formula One"-like labels by a capital: "Falcon 9", "Windows 10"; but "Labour - 203 seats".
        let named = start > 0
            && is_capital(pieces, start - 1)
            && pieces.list[start - 1].kind == PieceKind::Word
            && start > 1
            && class_of(before).is_none()
            && !hedged;
        // "BY-SA 3.0 terms": what is counted has no decimals.
        let whole = matches!(numeral.amount, Amount::Exact(value) if value.is_whole());
        if named && !(whole && counts_something(pieces, end)) {
            return true;
        }
    }
    if numeral.form == Form::Words && !numeral.scaled && pieces.is_hyphen(end) && is_adjective(pieces, end + 1) {
        return true;
    }
    // "Karl Maass (4)", "as shown [3]": a shirt or a note
    if matches!(pieces.sign_before(start), '(' | '[')
        && matches!(pieces.sign(end), ')' | ']')
        && numeral.form == Form::Digits
        && !numeral.scaled
    {
        return true;
    }
    if after == ONE && numeral.amount == Amount::Exact(super::Decimal::ZERO) {
        return true;
    }
    match numeral::word(pieces.hash(start)) {
        Some(NumberWord::Zero) if numeral.end == start + 1 => {
            context::is(after, Context::Zero) || pieces.is_hyphen(end) || !hedged && before == GROUND
        }
        Some(NumberWord::Few) => !numeral.scaled,
        Some(NumberWord::Couple) => after != OF,
        Some(NumberWord::Half | NumberWord::Quarter) => false,
        _ if matches!(pieces.hash(start), A | AN) => match numeral::word(pieces.hash(start + 1)) {
            Some(NumberWord::Few) => !numeral.scaled,
            Some(NumberWord::Couple) => after != OF,
            _ => false,
        },
        _ => false,
    }
}

const SUB: u64 = fold::hash("sub");
const NOW: u64 = fold::hash("now");
const MINUS: u64 = fold::hash("minus");
const MAGNITUDE: u64 = fold::hash("magnitude");
const GROUND: u64 = fold::hash("ground");
const TO: u64 = fold::hash("to");

/// "No. 5", "Article 50", "phase two"; but "in the last stage two men died" has a new noun phrase.
fn label_stands(pieces: &Pieces<'_, '_>, start: usize) -> bool {
    let number = pieces.is_number(start);
    let capital = start > 0 && is_capital(pieces, start - 1);
    number || capital || !pieces.is_word(start + 1) || class_of(pieces.hash(start + 1)).is_some()
}

fn is_capital(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| piece.capital)
}

/// Whether a noun follows that one counts, so that a capital before the number is no label.
fn counts_something(pieces: &Pieces<'_, '_>, end: usize) -> bool {
    (end..end + 3).any(|at| super::counted::is_plural(pieces, at) && pieces.is_word(at))
        && pieces.is_word(end)
        && class_of(pieces.hash(end)).is_none()
}

/// "two-legged", "three-dimensional", "one-way"
fn is_adjective(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    let text = pieces.text(at);
    context::is(pieces.hash(at), Context::Compound)
        || text.len() > 4 && text.ends_with("ed")
        || text.len() > 5 && text.ends_with("al")
}

/// A year: four digits between 1000 and 2100 that count nothing.
fn is_year(pieces: &Pieces<'_, '_>, numeral: &Numeral, hedged: bool) -> bool {
    let (start, end) = (numeral.start, numeral.end);
    let text = pieces.text(start);
    if numeral.end != start + 1 || text.len() != 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Amount::Exact(value) = numeral.amount else { return false };
    let Some(year) = value.to_u32() else { return false };
    if !(1000..=2100).contains(&year) {
        return false;
    }
    let counted =
        (end..end + 3).any(|at| context::is(pieces.hash(at), Context::Counted)) && class_of(pieces.hash(end)).is_none();
    // "about 1970" is a year still, "about 2000 sheep" and "over 1500" are not.
    let hedged = hedged && (!(1900..=2035).contains(&year) || super::counted::is_plural(pieces, end));
    if counted || hedged {
        return false;
    }
    let plain_noun = pieces.is_word(end) && class_of(pieces.hash(end)).is_none() && !is_capital(pieces, end);
    let preposition = matches!(class_of(pieces.hash_before(start, 1)), Some(WordClass::Preposition))
        && !matches!(pieces.hash_before(start, 1), OF);
    (1900..=2035).contains(&year) || !plain_noun || preposition
}

/// Whether "one" at piece `at` is the number: "one passenger", not "one of them", "no one".
pub(super) fn is_counting_one(pieces: &Pieces<'_, '_>, at: usize, hedged: bool, after_count: bool) -> bool {
    let (before, after) = (pieces.hash_before(at, 1), pieces.hash(at + 1));
    let (at_least, next_is_noun) = (hedged || before == BUT, context::is(after, Context::Singular));
    let joint = matches!(before, AND | OR | FROM | BY) || matches!(pieces.sign_before(at), ',');
    // "three delegates in Colorado and one in Arkansas", "two Argentines, one from Spain"
    if after_count && joint && matches!(after, IN | FROM) && is_capital(pieces, at + 2) {
        return true;
    }
    if after == OF || after == IN && !pieces.is_number(at + 2) {
        return false;
    }
    // "this one", "the one", "no-one", "one-time"
    let pronoun = matches!(class_of(before), Some(WordClass::Determiner | WordClass::Possessive | WordClass::Negation));
    if pronoun && before != ALL || pieces.is_hyphen(at + 1) && !context::is(pieces.hash(at + 2), Context::Singular) {
        return false;
    }
    let coordinated = after_count && joint;
    // "only one volunteer", "including one banker", "there was one mayor"
    let counted =
        matches!(before, ONLY | JUST | INCLUDING) || matches!(before, WAS | IS) && pieces.hash_before(at, 2) == THERE;
    let plain = pieces.is_word(at + 1) && class_of(after).is_none();
    let noun_near = next_is_noun
        || (pieces.is_word(at + 1) && class_of(after).is_none() && context::is(pieces.hash(at + 2), Context::Singular));
    let verb = context::is(before, Context::Casualty);
    (at_least || counted) && plain || noun_near || verb || coordinated && (class_of(after).is_none() || after == OUT)
}

const ONLY: u64 = fold::hash("only");
const JUST: u64 = fold::hash("just");
const INCLUDING: u64 = fold::hash("including");
const THERE: u64 = fold::hash("there");
const WAS: u64 = fold::hash("was");
const IS: u64 = fold::hash("is");
const BUT: u64 = fold::hash("but");
const ALL: u64 = fold::hash("all");
const FROM: u64 = fold::hash("from");
const BY: u64 = fold::hash("by");

/// Whether an ordinal ranks or numbers something: "the fifth highest", "her second term".
pub(super) fn is_rank(pieces: &Pieces<'_, '_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.start, numeral.end);
    let (before, after) = (pieces.hash_before(start, 1), pieces.hash(end));
    if context::is(after, Context::Month)
        || context::is(before, Context::Month) && is_capital(pieces, start - 1)
        || before == AT
    {
        return false;
    }
    // "the first two", "for a second"
    if after != ONE
        && matches!(numeral::word(after), Some(NumberWord::Digit(_) | NumberWord::Teen(_) | NumberWord::Ten(_)))
    {
        return false;
    }
    if numeral::is_second(pieces.hash(start)) && before == A && (!pieces.is_word(end) || class_of(after).is_some()) {
        return false;
    }
    if matches!(
        (pieces.hash(start), after),
        (FIRST, RESPONDER | RESPONDERS | AID | LADY | MINISTER | NAME | NAMES | SELECTMAN)
            | (THIRD, PARTY | PARTIES | STATES)
    ) {
        return false;
    }
    // "21st century", "first-degree", "second-hand", "first of all"
    let numbered = pieces.is_number(start);
    if matches!(after, CENTURY | CENTURIES) || after == OF && pieces.hash(end + 1) == ALL {
        return false;
    }
    if pieces.is_hyphen(end) && pieces.is_word(end + 1) {
        let word = pieces.hash(end + 1);
        let superlative = pieces.text(end + 1).ends_with("est")
            || matches!(word, PLACE | PLACED | TERM | ROUND | GENERATION | YEAR | TEAM | QUARTER | HALF | GRADE);
        return superlative;
    }
    let determined = matches!(class_of(before), Some(WordClass::Determiner | WordClass::Possessive))
        || matches!(pieces.sign_before(start), ' ')
            && pieces.is_word(start.wrapping_sub(1))
            && pieces.text(start - 1).ends_with("'s")
        || pieces.list.get(start.wrapping_sub(1)).is_some_and(|piece| {
            pieces.document.tokens()[piece.token as usize].kind() == crate::text::TokenKind::Clitic
        })
        || matches!(before, IN | CAME | FINISHED | PLACED | RANKED | COME | FINISHING | EVERY);
    if numbered {
        return true;
    }
    let Form::Ordinal = numeral.form else { return false };
    if is_capital(pieces, start) && start > 0 && is_capital(pieces, end) {
        return false;
    }
    // "they came first, second and third"
    let ordinal = |at: usize| matches!(numeral::word(pieces.hash(at)), Some(NumberWord::Ordinal(_)));
    let joint = |at: usize| pieces.sign(at) == ',' || pieces.hash(at) == AND;
    if joint(end) && ordinal(end + 1) || start > 1 && joint(start - 1) && ordinal(start - 2) {
        return true;
    }
    // "she first met", "First, they": an adverb.
    // An ordinal and nothing else, as in the cell of a table.
    if start == 0 && end == pieces.len() {
        return true;
    }
    let noun_next = pieces.is_word(end) && class_of(after).is_none() && !pieces.text(end).ends_with("ed");
    if determined || before == HER {
        return class_of(after) != Some(WordClass::Pronoun);
    }
    noun_next && !pieces.text(end).ends_with("ly") && class_of(before) != Some(WordClass::Pronoun)
}

const HER: u64 = fold::hash("her");
const FIRST: u64 = fold::hash("first");
const THIRD: u64 = fold::hash("third");
const RESPONDER: u64 = fold::hash("responder");
const RESPONDERS: u64 = fold::hash("responders");
const AID: u64 = fold::hash("aid");
const LADY: u64 = fold::hash("lady");
const MINISTER: u64 = fold::hash("minister");
const NAME: u64 = fold::hash("name");
const NAMES: u64 = fold::hash("names");
const SELECTMAN: u64 = fold::hash("selectman");
const PARTY: u64 = fold::hash("party");
const PARTIES: u64 = fold::hash("parties");
const STATES: u64 = fold::hash("states");
const AT: u64 = fold::hash("at");
const CAME: u64 = fold::hash("came");
const COME: u64 = fold::hash("come");
const FINISHED: u64 = fold::hash("finished");
const FINISHING: u64 = fold::hash("finishing");
const RANKED: u64 = fold::hash("ranked");
const EVERY: u64 = fold::hash("every");
const PLACE: u64 = fold::hash("place");
const PLACED: u64 = fold::hash("placed");
const TERM: u64 = fold::hash("term");
const ROUND: u64 = fold::hash("round");
const GENERATION: u64 = fold::hash("generation");
const YEAR: u64 = fold::hash("year");
const TEAM: u64 = fold::hash("team");
const QUARTER: u64 = fold::hash("quarter");
const HALF: u64 = fold::hash("half");
const GRADE: u64 = fold::hash("grade");
const CENTURY: u64 = fold::hash("century");
const CENTURIES: u64 = fold::hash("centuries");
