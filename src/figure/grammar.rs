//! The grammar itself: numbers and what stands around them to drafts of figures.
//!
//! One pass from left to right over the pieces of a sentence; every look back or ahead is over a
//! bounded number of pieces, so that the whole is linear in the text.

use super::context::{self, Context};
use super::currency;
use super::numeral::{self, AND, Amount, And, Form, NumberWord, OF, OR};
use super::piece::{Pieces, is_dash};
use super::quantity::{self, Hedged};
use super::term::{self, Term};
use super::unit::{self, Dimension, Unit};
use super::{
    Change, Currency, Decimal, FigureKind, Hedge, Quantity, Value, age, change, counted, duration, ratio, score, veto,
};
use crate::text::{Document, fold};

/// A figure by the pieces of its sentence, before it is cut out of the text.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its hedge starts, or the figure itself.
    pub(super) hedge_start: usize,
    pub(super) kind: FigureKind,
    pub(super) quantity: Quantity,
    pub(super) unit: Option<Unit>,
    pub(super) currency: Option<Currency>,
    pub(super) currency_assumed: bool,
    pub(super) of: Option<(usize, usize)>,
    pub(super) change: Option<Change>,
    pub(super) iso: Option<String>,
    pub(super) confidence: f32,
    /// The production that made it.
    pub(super) rule: &'static str,
}

impl Draft {
    pub(super) fn new(start: usize, end: usize, kind: FigureKind, value: Value, rule: &'static str) -> Self {
        let hedge = match value {
            Value::Range(Some(_), Some(_)) => Hedge::Between,
            Value::Range(..) => Hedge::About,
            Value::Exact(_) | Value::Ratio(..) | Value::Points(..) => Hedge::Exactly,
        };
        Self {
            start,
            end,
            hedge_start: start,
            kind,
            quantity: Quantity { value, hedge },
            unit: None,
            currency: None,
            currency_assumed: false,
            of: None,
            change: None,
            iso: None,
            confidence: 0.93,
            rule,
        }
    }
}

const AGES: u64 = fold::hash("ages");
pub(super) const BETWEEN: u64 = fold::hash("between");
pub(super) const TO: u64 = fold::hash("to");
pub(super) const FROM: u64 = fold::hash("from");
const MAGNITUDE: u64 = fold::hash("magnitude");
const THROUGH: u64 = fold::hash("through");

/// Reads the pieces of a sentence and appends its figures.
pub(super) fn read(
    document: &Document<'_>,
    pieces: &Pieces<'_, '_>,
    money: &mut currency::Context,
    drafts: &mut Vec<Draft>,
) {
    drafts.clear();
    let mut at = 0;
    while at < pieces.len() {
        if !may_start(pieces, at) {
            at += 1;
            continue;
        }
        match figure(document, pieces, at, money, drafts) {
            Ok(draft) => {
                at = draft.end.max(at + 1);
                drafts.push(draft);
            }
            Err(next) => at = next.max(at + 1),
        }
    }
    link(pieces, drafts);
}

/// Whether a number could start here: most pieces are dismissed by their kind or one probe.
fn may_start(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    let piece = &pieces.list[at];
    match piece.kind {
        super::piece::PieceKind::Number => true,
        super::piece::PieceKind::Word => {
            numeral::word(piece.hash).is_some()
                || matches!(piece.hash, numeral::A | numeral::AN | numeral::MINUS | numeral::NEGATIVE | duration::FOR)
        }
        super::piece::PieceKind::Sign(sign) => matches!(sign, '-' | '+' | '.' | '–' | '\u{2212}') || !sign.is_ascii(),
        super::piece::PieceKind::Opaque => false,
    }
}

/// The figure whose number starts at `at`, or the piece to go on from.
fn figure(
    document: &Document<'_>,
    pieces: &Pieces<'_, '_>,
    at: usize,
    money: &mut currency::Context,
    before: &[Draft],
) -> Result<Draft, usize> {
    if let Some(draft) = duration::clock(pieces, at) {
        return Ok(draft);
    }
    if pieces.hash(at) == duration::FOR {
        return duration::bare(pieces, at + 1).ok_or(at + 1);
    }
    // "between 10 and 15", "between $5m and", "between about 10", "between the ages of 14"
    let first = currency::before(pieces, at).map_or(at, |before| before.start);
    let between = (1..=4).any(|back| {
        let near = back == 1 || back == 2 && numeral::word(pieces.hash_before(first, 1)).is_none();
        pieces.hash_before(first, back) == BETWEEN && (near || pieces.hash_before(first, 2) == AGES)
    });
    let and = if between { And::Parts } else { And::Joins };
    let mut term = term::read(pieces, at, and).ok_or(at + 1)?;
    let skip = term.numeral.end.max(at + 1);
    // "MYR 42" and "Tylenol 500mg" may be taken for names; money and measures in digits are none.
    let sure = term.numeral.form == Form::Digits
        && (term.money.is_some() || term.unit.is_some_and(|unit| unit.dimension != Dimension::Time));
    if !sure && pieces.list[at..term.numeral.end].iter().any(|piece| piece.taken) {
        return Err(skip);
    }
    if term.money.is_none() && veto::is_part_of_name(pieces, &term.numeral) {
        return Err(after_chain(pieces, term.end));
    }
    // A list number, cut off as a sentence of its own: "1."
    if pieces.len() == 2 && pieces.sign(1) == '.' && document.sentences().len() > 1 && pieces.is_number(0) {
        return Err(skip);
    }
    // The figure before may reach into this one's currency: "$5m-$7m" was read as one.
    let free = before.last().map_or(0, |draft| draft.end);
    if term.start < free {
        return Err(skip);
    }
    if term.numeral.form == Form::Ordinal {
        // "14 first-team players"
        let counted = before.last().and_then(|draft| draft.of).is_some_and(|(start, end)| (start..end).contains(&at));
        return if counted { Err(skip) } else { rank(pieces, &term, skip) };
    }
    if let Some(draft) = score::read(pieces, &term) {
        return draft.ok_or_else(|| after_chain(pieces, term.end));
    }
    if let Some(draft) = ratio::read(pieces, &term) {
        return Ok(hedged(pieces, draft));
    }
    magnitude(pieces, &mut term);
    let range = range(pieces, &term, between);
    if let Some(draft) = age::read(pieces, &term, range.as_ref(), before.last()) {
        return Ok(draft);
    }
    let (value, end, money_name, unit) = match &range {
        Some(range) => (range.value, range.end, range.money, range.unit),
        None => (single(&term).ok_or(skip)?, term.end, term.money, term.unit),
    };
    if let Some(named) = money_name {
        let mut draft = Draft::new(term.start, end, FigureKind::Money, value, "money");
        draft.quantity.value = if named.minor { hundredth(value).ok_or(skip)? } else { value };
        if range.is_none() && !named.minor {
            coins(pieces, &mut draft, named);
        }
        let resolved = named.family.map(|family| money.resolve(document, family, named.currency));
        draft.currency = resolved.unwrap_or(Some(named.currency));
        draft.currency_assumed =
            named.family == Some(currency::Family::Dollar) || draft.currency.is_some_and(|read| read != named.currency);
        draft.confidence = if draft.currency_assumed { 0.9 } else { 0.96 };
        return Ok(hedged(pieces, draft));
    }
    if let Some(unit) = unit {
        // "rose 5% to 1.2m": after a share, what is written as metres are millions.
        let millions = unit.code() == "m" && pieces.glued(end - 1) && pieces.text(end - 1) == "m" && range.is_none();
        let share = before.last().is_some_and(|last| {
            end <= last.end + 5
                && (last.kind == FigureKind::Percent || last.rule == "millions")
                && last.quantity.hedge == Hedge::Exactly
        });
        if let (true, true, Some(value)) = (millions, share, term.exact().and_then(|value| value.checked_shift(6))) {
            let mut draft = Draft::new(term.start, end, FigureKind::Count, Value::Exact(value), "millions");
            draft.confidence = 0.7;
            return Ok(hedged(pieces, draft));
        }
        return measure(pieces, &term, value, end, unit, range.is_some()).ok_or(skip);
    }
    if let Some(draft) = ratio::fraction(pieces, &term) {
        return Ok(hedged(pieces, draft));
    }
    if matches!(term.numeral.amount, Amount::Fraction(..)) {
        return Err(skip);
    }
    count(pieces, &term, value, end, before).ok_or(skip)
}

/// The piece after a run of numbers with marks between them, as in a telephone number.
fn after_chain(pieces: &Pieces<'_, '_>, end: usize) -> usize {
    let mut end = end;
    while pieces.glued(end)
        && (pieces.sign(end) != ' ' && pieces.glued(end + 1) && pieces.is_number(end + 1) || pieces.is_number(end))
    {
        end += 1;
    }
    end
}

/// The value of a term that stands alone.
fn single(term: &Term) -> Option<Value> {
    Some(match term.numeral.amount {
        Amount::Exact(value) => Value::Exact(value),
        Amount::Vague(least) => Value::Range(Some(least), None),
        Amount::Fraction(part, whole) => match whole.to_u32().and_then(|whole| part.checked_div(whole)) {
            Some(value) => Value::Exact(value),
            None => Value::Ratio(part, whole),
        },
    })
}

/// Adds the coins: "5 dollars | and 20 cents", "3 pounds | 50 pence".
fn coins(pieces: &Pieces<'_, '_>, draft: &mut Draft, named: currency::Money) {
    let Value::Exact(value) = draft.quantity.value else { return };
    let next = draft.end + usize::from(pieces.hash(draft.end) == AND);
    if !pieces.is_number(next) && !pieces.is_word(next) {
        return;
    }
    let Some(term) = term::read(pieces, next, And::Parts) else { return };
    let (Some(coins), Some(money)) = (term.exact(), term.money) else { return };
    let same = money.minor && (money.currency == named.currency || money.family == named.family);
    let few = coins.compare(Decimal::new(100, 0)) == Some(std::cmp::Ordering::Less) && coins.is_whole();
    let sum = coins.checked_shift(-2).and_then(|coins| value.checked_add(coins));
    if let (true, true, Some(sum)) = (same, few, sum) {
        (draft.quantity.value, draft.end) = (Value::Exact(sum), term.end);
    }
}

fn hundredth(value: Value) -> Option<Value> {
    let hundredth = |value: Decimal| value.checked_shift(-2);
    Some(match value {
        Value::Exact(value) => Value::Exact(hundredth(value)?),
        Value::Range(min, max) => Value::Range(min.and_then(hundredth), max.and_then(hundredth)),
        Value::Ratio(..) | Value::Points(..) => return None,
    })
}

/// Puts the hedge around a figure into its value.
pub(super) fn hedged(pieces: &Pieces<'_, '_>, draft: Draft) -> Draft {
    hedged_as(pieces, draft, Hedged::Other)
}

fn hedged_as(pieces: &Pieces<'_, '_>, mut draft: Draft, kind: Hedged) -> Draft {
    let found = quantity::before(pieces, draft.start, kind);
    if let Some((hedge, start)) = found {
        draft.hedge_start = start;
        // "about 10 to 15" is about that range; "up to 10 to 15" is no more exact than the range.
        if draft.quantity.hedge == Hedge::Exactly || draft.quantity.hedge == Hedge::Between && hedge == Hedge::About {
            draft.quantity.hedge = hedge;
        }
    } else if let Some((hedge, _)) = quantity::after(pieces, draft.end)
        && draft.quantity.hedge == Hedge::Exactly
    {
        draft.quantity.hedge = hedge;
    }
    draft
}

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

/// "10 to 15", "10–15%", "between 10 and 15", "$5m-$7m", "five to six million", "three or four".
fn range(pieces: &Pieces<'_, '_>, first: &Term, between: bool) -> Option<Range> {
    let low = first.exact()?;
    let end = first.end;
    let (next, loose) = if pieces.is_hyphen(end) && pieces.hash(end + 1) == TO && pieces.is_hyphen(end + 2) {
        (end + 3, false)
    } else if is_dash(pieces.sign(end)) && pieces.glued(end) && matches!(pieces.hash(end + 1), TO | OR) {
        // "18- to 24-year-olds"
        (end + 2, false)
    } else if pieces.is_hyphen(end) || pieces.sign(end) == '~' {
        (end + 1, false)
    } else if is_dash(pieces.sign(end)) && !pieces.glued(end) {
        (end + 1, true)
    } else if matches!(pieces.hash(end), TO | THROUGH) || between && pieces.hash(end) == AND {
        (end + 1, false)
    } else if pieces.hash(end) == OR {
        (end + 1, false)
    } else {
        return None;
    };
    let second = term_from(pieces, next)?;
    if pieces.list[next..second.numeral.end].iter().any(|piece| piece.taken) {
        return None;
    }
    let mut low = low;
    let high = second.exact()?;
    // "five to six million": the scale is of both, where the first number is the smaller without it.
    if !first.numeral.scaled
        && second.numeral.scaled
        && let Some(places) = last_scale(pieces, second.numeral.end)
        && let Some(mantissa) = high.checked_shift(-places)
        && low.compare(mantissa) == Some(std::cmp::Ordering::Less)
    {
        low = low.checked_shift(places)?;
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
    let changed = pieces.hash(end) == TO && change::is_near(pieces, first.start);
    if changed && (pieces.hash_before(first.start, 1) == FROM || !first.is_bare()) {
        return None;
    }
    // "rose 5% to 6": what has a unit and what has none are no two ends of one thing.
    let money = match (first.money, second.money) {
        (Some(a), Some(b)) if a.currency != b.currency || a.minor != b.minor => return None,
        (a, b) => a.or(b),
    };
    let unit = match (first.unit, second.unit) {
        (Some(a), Some(b)) if a.code() != b.code() => return None,
        (Some(_), None) => return None,
        (a, b) => b.or(a),
    };
    (money.is_none() || unit.is_none()).then_some(())?;
    // Two years are a time: "1914-1918".
    if money.is_none() && unit.is_none() && is_year(first) && is_year(&second) {
        return None;
    }
    Some(Range { value: Value::Range(Some(low), Some(high)), end: second.end, money, unit })
}

fn is_year(term: &Term) -> bool {
    let year = |value: Decimal| value.to_u32().is_some_and(|year| (1000..=2100).contains(&year));
    term.numeral.form == Form::Digits && !term.numeral.scaled && term.exact().is_some_and(year)
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

/// "magnitude 6.3", "a magnitude of 6.3", "the 5.0 earthquake".
fn magnitude(pieces: &Pieces<'_, '_>, term: &mut Term) {
    if !term.is_bare() || term.numeral.form != Form::Digits {
        return;
    }
    let back = if pieces.hash_before(term.start, 1) == MAGNITUDE {
        1
    } else if pieces.hash_before(term.start, 2) == MAGNITUDE
        && (pieces.hash_before(term.start, 1) == OF || pieces.is_hyphen(term.start - 1))
    {
        2
    } else {
        let decimal = term.exact().is_some_and(|value| !value.is_whole());
        if decimal && matches!(pieces.hash(term.end), EARTHQUAKE | QUAKE | TEMBLOR | TREMOR | AFTERSHOCK) {
            term.unit = Some(unit::of_code("magnitude"));
        }
        return;
    };
    term.start -= back;
    term.unit = Some(unit::of_code("magnitude"));
}

const LONG: u64 = fold::hash("long");
const EARTHQUAKE: u64 = fold::hash("earthquake");
const QUAKE: u64 = fold::hash("quake");
const TEMBLOR: u64 = fold::hash("temblor");
const TREMOR: u64 = fold::hash("tremor");
const AFTERSHOCK: u64 = fold::hash("aftershock");

/// A percentage, a duration or another measure.
fn measure(pieces: &Pieces<'_, '_>, term: &Term, value: Value, end: usize, unit: Unit, ranged: bool) -> Option<Draft> {
    let kind = match unit.dimension {
        Dimension::Percent => FigureKind::Percent,
        Dimension::Time => FigureKind::Duration,
        _ => FigureKind::Measure,
    };
    // "three bars", "two stone": words that are units only after digits.
    // "One day it will end"
    let one = value == Value::Exact(Decimal::ONE) && term.numeral.form == Form::Words;
    if one
        && unit.code() == "day"
        && !pieces.is_hyphen(term.numeral.end)
        && !term::is_length_of_time(pieces, term.start)
    {
        return None;
    }
    let digits = term.numeral.form == Form::Digits;
    if !digits && matches!(unit.code(), "bar" | "bit" | "cal" | "kt" | "AU") {
        return None;
    }
    let mut draft = Draft::new(term.start, end, kind, value, "measure");
    draft.unit = Some(unit);
    if !ranged && matches!(kind, FigureKind::Duration | FigureKind::Measure) {
        duration::compound(pieces, &mut draft);
    }
    if term.plus {
        draft.quantity.hedge = Hedge::AtLeast;
    }
    // "a three-year-long sentence"
    if kind == FigureKind::Duration && pieces.is_hyphen(draft.end) && pieces.hash(draft.end + 1) == LONG {
        draft.end += 2;
    }
    if term.numeral.about && draft.quantity.hedge == Hedge::Exactly {
        draft.quantity.hedge = Hedge::About;
    }
    if kind == FigureKind::Percent && pieces.hash(draft.end) == OF {
        draft.of = counted::phrase(pieces, draft.end, false);
    }
    if kind == FigureKind::Duration && draft.iso.is_none() {
        draft.iso = duration::iso(&draft);
    }
    let hedge = if kind == FigureKind::Duration { Hedged::Duration } else { Hedged::Other };
    draft.confidence = if kind == FigureKind::Duration { 0.92 } else { 0.95 };
    Some(hedged_as(pieces, draft, hedge))
}

/// An ordinal.
fn rank(pieces: &Pieces<'_, '_>, term: &Term, skip: usize) -> Result<Draft, usize> {
    let value = term.exact().filter(|_| veto::is_rank(pieces, &term.numeral)).ok_or(skip)?;
    let mut draft = Draft::new(term.start, term.end, FigureKind::Rank, Value::Exact(value), "rank");
    draft.confidence = 0.85;
    Ok(draft)
}

/// A number of things.
fn count(pieces: &Pieces<'_, '_>, term: &Term, value: Value, end: usize, before: &[Draft]) -> Option<Draft> {
    let mut draft = Draft::new(term.start, end, FigureKind::Count, value, "count");
    let small = term.numeral.form == Form::Words && !term.numeral.scaled;
    draft = hedged_as(pieces, draft, if small { Hedged::SmallWord } else { Hedged::Other });
    let is_hedged = draft.hedge_start < draft.start;
    if term.numeral.about && draft.quantity.hedge == Hedge::Exactly {
        draft.quantity.hedge = Hedge::About;
    }
    if veto::is_no_count(pieces, &term.numeral, is_hedged) {
        return None;
    }
    let counts_before = before.iter().any(|draft| draft.kind == FigureKind::Count);
    let one = small && value == Value::Exact(Decimal::ONE) && end == term.start + 1;
    if one && !veto::is_counting_one(pieces, term.start, is_hedged, counts_before) {
        return None;
    }
    // "Scores of people", but "scores 2" and "his scores".
    if pieces.hash(term.start) == SCORES && pieces.hash(end) != OF && term.start > 0 {
        return None;
    }
    let end = match quantity::after(pieces, end) {
        Some((hedge, after)) if draft.quantity.hedge == hedge => after,
        _ => end,
    };
    let hyphen = pieces.is_hyphen(end);
    draft.of = counted::phrase(pieces, end, !one && !hyphen);
    let plain =
        draft.of.is_some_and(|(start, end)| one || hyphen || counted::is_plural(pieces, end - 1) || end == start + 1);
    if !plain {
        draft.of = counted::elided(pieces, draft.hedge_start, end);
    } else if let Some((start, end)) = draft.of
        && end == start + 1
        && !counted::is_plural(pieces, start)
        && !one
        && !context::is(pieces.hash(start), Context::Predicate)
        && !hyphen
    {
        draft.of = counted::elided(pieces, draft.hedge_start, start).or(draft.of);
    }
    // "12 people or more"
    if let Some((_, end)) = draft.of
        && let Some((hedge, _)) = quantity::after(pieces, end)
        && draft.quantity.hedge == Hedge::Exactly
    {
        draft.quantity.hedge = hedge;
    }
    if draft.of.is_none() {
        let last = before.iter().rev().find(|draft| matches!(draft.kind, FigureKind::Count | FigureKind::Ratio));
        let free = before.last().map_or(0, |draft| draft.end);
        draft.of = counted::subject(pieces, draft.hedge_start, free).or_else(|| last.and_then(|draft| draft.of));
        draft.confidence = if draft.of.is_some() { 0.85 } else { 0.7 };
    } else if one {
        draft.confidence = 0.75;
    }
    Some(draft)
}

const SCORES: u64 = fold::hash("scores");

/// Gives each figure the change that its clause states, linked from one to the next.
fn link(pieces: &Pieces<'_, '_>, drafts: &mut [Draft]) {
    let mut linked: Option<(Change, usize)> = None;
    let mut converted: Option<(usize, FigureKind, Hedge)> = None;
    for draft in drafts {
        let changes = match draft.kind {
            FigureKind::Count | FigureKind::Percent | FigureKind::Money | FigureKind::Measure => true,
            FigureKind::Ratio => draft.unit.is_none(),
            FigureKind::Score | FigureKind::Age | FigureKind::Duration | FigureKind::Rank => false,
        };
        if !changes {
            continue;
        }
        // "about 50 miles (80 km)": the conversion is as exact as what it converts.
        if let Some((end, kind, hedge)) = converted
            && draft.start == end + 1
            && pieces.sign(end) == '('
            && draft.kind == kind
            && draft.quantity.hedge == Hedge::Exactly
        {
            draft.quantity.hedge = hedge;
        }
        converted = matches!(draft.kind, FigureKind::Money | FigureKind::Measure).then_some((
            draft.end,
            draft.kind,
            draft.quantity.hedge,
        ));
        draft.change = change::of(pieces, draft.hedge_start, draft.end, linked);
        linked = draft.change.map(|change| (change, draft.end));
    }
}
