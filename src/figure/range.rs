//! Ranges: "10 to 15", "10–15%", "between 10 and 15", "$5m-$7m", "from 5 m in the north to 20 m".
//!
//! ```text
//! range  = [ "between" | "from" ] term ("-" | "to" | "through" | "and" | "or") [ hedge ] term
//!        | ( "between" | "from" ) term aside ("and" | "to") term
//!        | "ranging" "from" term { word } "to" term
//! aside  = ("a" | "an" | "per") word | "(" .. ")"
//! ```
//!
//! Both ends are of one kind: what the second has as currency, unit or scale is the first's too.

use super::currency;
use super::numeral::{self, A, AN, AND, And, Form, NumberWord, OF, OR};
use super::piece::{Pieces, is_dash};
use super::quantity::{self, Hedged};
use super::term::{self, Term};
use super::unit::{Dimension, Unit};
use super::{ChangePart, Decimal, FigureKind, Value, change};
use crate::text::fold;

use super::grammar::{FROM, TO};

const THROUGH: u64 = fold::hash("through");
const UP: u64 = fold::hash("up");
const PER: u64 = fold::hash("per");

/// Verbs after which "from" opens a range, however far its other end stands.
const RANGING: [u64; 12] = [
    fold::hash("range"),
    fold::hash("ranged"),
    fold::hash("ranges"),
    fold::hash("ranging"),
    fold::hash("span"),
    fold::hash("spanned"),
    fold::hash("spanning"),
    fold::hash("spans"),
    fold::hash("varied"),
    fold::hash("varies"),
    fold::hash("vary"),
    fold::hash("varying"),
];

/// Words between the ends of a range: "ranging from 5 metres | in the north of the bay | to 20".
const FAR: usize = 9;

/// A range that was read: from the first term on.
#[derive(Debug)]
pub(super) struct Range {
    pub(super) value: Value,
    pub(super) end: usize,
    pub(super) money: Option<currency::Money>,
    pub(super) unit: Option<Unit>,
}

/// The term that starts at `at`, its currency included.
fn term_from(pieces: &Pieces<'_, '_>, at: usize) -> Option<Term> {
    for ahead in 0..3 {
        let number = at + ahead;
        if ahead > 0 && currency::before(pieces, number).is_none_or(|before| before.start != at) {
            continue;
        }
        if pieces.is_number(number) || ahead == 0 && pieces.is_word(number) {
            if let Some(term) = term::read(pieces, number, And::Joins).filter(|term| term.numeral.form != Form::Ordinal)
            {
                return Some(term);
            }
        }
    }
    None
}

/// What opens a range before its first end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    By,
    /// "between": its ends may be joined by "and".
    Between,
    /// "from", where nothing rose or fell: its ends may stand apart.
    From,
    /// "ranging from": its ends may stand far apart.
    Ranging,
    /// "rose from": two values of a change, no range.
    Changed,
}

fn opened(pieces: &Pieces<'_, '_>, first: &Term, between: bool) -> Opened {
    let ranges = |back: usize| RANGING.contains(&pieces.hash_before(first.start, back));
    let is_adverb = |back: usize| first.start.checked_sub(back).is_some_and(|at| pieces.text(at).ends_with("ly"));
    let from = (1..=3).find(|&back| pieces.hash_before(first.start, back) == FROM);
    match from.filter(|&back| back == 1 || quantity::before(pieces, first.start, Hedged::Other).is_some()) {
        _ if between => Opened::Between,
        // "ranging from", "ranged widely from"
        Some(back) if ranges(back + 1) || ranges(back + 2) && is_adverb(back + 1) => Opened::Ranging,
        // "growth of from 3 to 4 percent" is a range, "grew from 3 to 4 percent" a change.
        Some(back) if pieces.hash_before(first.start, back + 1) == OF => Opened::From,
        Some(_) if change_part(pieces, first) != Some(ChangePart::From) => Opened::From,
        Some(_) => Opened::Changed,
        None => Opened::By,
    }
}

fn change_part(pieces: &Pieces<'_, '_>, first: &Term) -> Option<ChangePart> {
    let kind = match (first.money, first.unit.map(|unit| unit.dimension)) {
        (Some(_), _) => FigureKind::Money,
        (None, Some(Dimension::Percent)) => FigureKind::Percent,
        (None, Some(_)) => FigureKind::Measure,
        (None, None) => FigureKind::Count,
    };
    change::part_before(pieces, first.start, first.end, kind)
}

/// The piece where the second end may start, and whether only a dash with blanks joins it.
fn joined(pieces: &Pieces<'_, '_>, end: usize, opened: Opened) -> Option<(usize, bool)> {
    if pieces.is_hyphen(end) && pieces.hash(end + 1) == TO && pieces.is_hyphen(end + 2) {
        return Some((end + 3, false));
    }
    // "18- to 24-year-olds"
    if is_dash(pieces.sign(end)) && pieces.glued(end) && matches!(pieces.hash(end + 1), TO | OR) {
        return Some((end + 2, false));
    }
    if pieces.is_hyphen(end) || pieces.sign(end) == '~' {
        return Some((end + 1, false));
    }
    if is_dash(pieces.sign(end)) && !pieces.glued(end) {
        return Some((end + 1, true));
    }
    // "from 5% up to 7%"
    if matches!(opened, Opened::From | Opened::Ranging) && pieces.hash(end) == UP && pieces.hash(end + 1) == TO {
        return Some((end + 2, false));
    }
    let word = match pieces.hash(end) {
        TO | THROUGH | OR => true,
        AND => opened == Opened::Between,
        _ => false,
    };
    word.then_some((end + 1, false))
}

/// The joint after what stands between two ends: "$5 a share | to $7 a share", "5 kg (11 lb) | to".
fn joined_apart(pieces: &Pieces<'_, '_>, end: usize, opened: Opened) -> Option<(usize, bool)> {
    let joint = |at: usize| {
        let joins = match opened {
            Opened::Between => pieces.hash(at) == AND,
            Opened::From | Opened::Ranging => pieces.hash(at) == TO,
            Opened::By | Opened::Changed => false,
        };
        joins.then_some((at + 1, false))
    };
    if matches!(pieces.hash(end), A | AN | PER) && pieces.is_word(end + 1) {
        return joint(end + 2);
    }
    if pieces.sign(end) == '(' {
        let close = (end + 1..end + 6).find(|&at| pieces.sign(at) == ')')?;
        return joint(close + 1);
    }
    if opened != Opened::Ranging {
        return None;
    }
    (end..end + FAR).take_while(|&at| pieces.is_word(at)).find_map(joint)
}

/// The second end, after a hedge of its own: "between 2 g and about | 7 g".
fn second_end(pieces: &Pieces<'_, '_>, next: usize) -> Option<Term> {
    let hedged = |at: usize| quantity::before(pieces, at, Hedged::Other).is_some_and(|(_, start)| start == next);
    term_from(pieces, next).or_else(|| {
        (next + 1..(next + 4).min(pieces.len())).filter(|&at| hedged(at)).find_map(|at| term_from(pieces, at))
    })
}

/// "10 to 15", "10–15%", "between 10 and 15", "$5m-$7m", "five to six million", "three or four".
pub(super) fn read(pieces: &Pieces<'_, '_>, first: &Term, between: bool) -> Option<Range> {
    let mut low = first.exact()?;
    let end = first.end;
    let opened = opened(pieces, first, between);
    let (at_once, apart) = (joined(pieces, end, opened), joined_apart(pieces, end, opened));
    let (next, loose) = at_once.or(apart)?;
    let second = second_end(pieces, next)?;
    // Words of a name are no number; digits with a currency or a unit are, whatever stands around them.
    let measured = second.numeral.form == Form::Digits
        && (second.money.is_some() || second.unit.is_some_and(|unit| unit.dimension != Dimension::Time));
    if !measured && pieces.list[next..second.numeral.end].iter().any(|piece| piece.taken) {
        return None;
    }
    let mut high = second.exact()?;
    // "five to six million": the scale is of both, where the first number is the smaller without it.
    if !first.numeral.scaled
        && second.numeral.scaled
        && let Some(places) = last_scale(pieces, second.numeral.end)
        && let Some(mantissa) = high.checked_shift(-places)
        && low.compare(mantissa) == Some(std::cmp::Ordering::Less)
    {
        low = low.checked_shift(places)?;
    }
    if opened == Opened::Between && low.compare(high) == Some(std::cmp::Ordering::Greater) {
        (low, high) = (high, low);
    }
    if low.compare(high) != Some(std::cmp::Ordering::Less) || loose && second.is_bare() {
        return None;
    }
    if pieces.hash(end) == OR {
        // "three or four": neighbours, not alternatives.
        let gap = high.checked_add(low.negated())?;
        let near = gap.compare(low) != Some(std::cmp::Ordering::Greater) && first.is_bare();
        near.then_some(())?;
    }
    // "rose 5% to 6%", but "growth of 5% to 6%".
    let by = opened == Opened::By && !first.is_bare() && pieces.hash_before(first.start, 1) != OF;
    // "from its level of 60 to 300"
    let part = change_part(pieces, first);
    let stated = part == Some(ChangePart::From) && opened == Opened::By || by && part == Some(ChangePart::By);
    if pieces.hash(end) == TO && (opened == Opened::Changed || stated) {
        return None;
    }
    let dollars = |term: &Term| pieces.sign_before(term.numeral.start) == '$';
    let money = match (first.money, second.money) {
        // "between A$5m and $6m": a plain dollar sign is of the same dollars.
        (Some(a), Some(b)) if a.currency != b.currency && dollars(first) && dollars(&second) => {
            Some(if a.family.is_some() { b } else { a })
        }
        (Some(a), Some(b)) if a.currency != b.currency || a.minor != b.minor => return None,
        (a, b) => a.or(b),
    };
    // "rose 5% to 6": what has a unit and what has none are no two ends of one thing.
    let unit = match (first.unit, second.unit) {
        (Some(a), Some(b)) if a.code() != b.code() => return None,
        (Some(_), None) => return None,
        (a, b) => b.or(a),
    };
    (money.is_none() || unit.is_none()).then_some(())?;
    let alike = first.is_bare() == second.is_bare() && first.money.is_some() == second.money.is_some();
    if at_once.is_none() && !alike {
        return None;
    }
    // Two years are a time: "1914-1918".
    if money.is_none() && unit.is_none() && is_year(pieces, first) && is_year(pieces, &second) {
        return None;
    }
    Some(Range { value: Value::Range(Some(low), Some(high)), end: second.end, money, unit })
}

fn is_year(pieces: &Pieces<'_, '_>, term: &Term) -> bool {
    let year = |value: Decimal| value.to_u32().is_some_and(|year| (1000..=2100).contains(&year));
    // "1,600" is no year.
    let plain = pieces.text(term.numeral.start).len() == 4;
    plain && term.numeral.form == Form::Digits && !term.numeral.scaled && term.exact().is_some_and(year)
}

/// The power of ten of the scale word that ends at piece `end`.
fn last_scale(pieces: &Pieces<'_, '_>, end: usize) -> Option<i16> {
    match numeral::word(pieces.hash(end - 1)) {
        Some(NumberWord::Scale(places)) => Some(places.into()),
        Some(NumberWord::Hundred) => Some(2),
        _ => match pieces.text(end - 1) {
            "m" | "M" => Some(6),
            "k" | "K" => Some(3),
            "b" | "B" => Some(9),
            _ => None,
        },
    }
}
