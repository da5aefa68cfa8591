//! The grammar itself: numbers and what stands around them to drafts of figures.
//!
//! One pass from left to right over the pieces of a sentence; every look back or ahead is over a
//! bounded number of pieces, so that the whole is linear in the text.

use super::context::{self, Context};
use super::currency;
use super::numeral::{self, AND, Amount, And, Form, OF};
use super::piece::{PieceKind, Pieces};
use super::quantity::{self, Hedged};
use super::reading::Reading;
use super::term::{self, Term};
use super::unit::{self, Dimension, Unit};
use super::{
    Change, Currency, Decimal, FigureKind, Hedge, Quantity, Value, age, change, counted, duration, fraction, range,
    ratio, score, veto,
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
    pub(super) reading: Reading,
}

impl Draft {
    pub(super) fn new(start: usize, end: usize, kind: FigureKind, value: Value, reading: Reading) -> Self {
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
            reading,
        }
    }
}

const AGES: u64 = fold::hash("ages");
pub(super) const BETWEEN: u64 = fold::hash("between");
pub(super) const TO: u64 = fold::hash("to");
pub(super) const FROM: u64 = fold::hash("from");
const MAGNITUDE: u64 = fold::hash("magnitude");

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
        PieceKind::Number => true,
        PieceKind::Word => match piece.hash {
            // "a dozen", "an hour"
            numeral::A | numeral::AN => numeral::word(pieces.hash(at + 1)).is_some() || unit::may_start(pieces, at + 1),
            numeral::MINUS | numeral::NEGATIVE | duration::FOR => true,
            hash => numeral::word(hash).is_some(),
        },
        PieceKind::Sign('-' | '+' | '.' | '–' | '\u{2212}') => pieces.glued(at + 1),
        PieceKind::Sign(sign) => fraction::of_sign(sign).is_some(),
        PieceKind::Opaque => false,
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
    if let Some(draft) = duration::clock(pieces, at).or_else(|| duration::height(pieces, at)) {
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
    let free = before.last().map_or(0, |draft| draft.end);
    let mut term = term::read_after(pieces, at, and, free).ok_or(at + 1)?;
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
    let range = range::read(pieces, &term, between);
    if let Some(draft) = age::read(pieces, &term, range.as_ref(), before.last()) {
        return Ok(draft);
    }
    let (value, end, money_name, unit) = match &range {
        Some(range) => (range.value, range.end, range.money, range.unit),
        None => (single(&term).ok_or(skip)?, term.end, term.money, term.unit),
    };
    if let Some(named) = money_name {
        let mut draft = Draft::new(term.start, end, FigureKind::Money, value, Reading::Money);
        draft.quantity.value = if named.minor { hundredth(value).ok_or(skip)? } else { value };
        if range.is_none() && !named.minor {
            coins(pieces, &mut draft, named);
        }
        let resolved = named.family.map(|family| money.resolve(document, family, named.currency));
        draft.currency = resolved.unwrap_or(Some(named.currency));
        draft.currency_assumed =
            named.family == Some(currency::Family::Dollar) || draft.currency.is_some_and(|read| read != named.currency);
        if draft.currency_assumed {
            draft.reading = Reading::MoneyAssumed;
        }
        return Ok(hedged(pieces, draft));
    }
    if let Some(unit) = unit {
        // "rose 5% to 1.2m": after a share, what is written as metres are millions.
        let millions = unit.code() == "m" && pieces.glued(end - 1) && pieces.text(end - 1) == "m" && range.is_none();
        let share = before.last().is_some_and(|last| {
            end <= last.end + 5
                && (last.kind == FigureKind::Percent || last.reading == Reading::Millions)
                && last.quantity.hedge == Hedge::Exactly
        });
        if let (true, true, Some(value)) = (millions, share, term.exact().and_then(|value| value.checked_shift(6))) {
            let draft = Draft::new(term.start, end, FigureKind::Count, Value::Exact(value), Reading::Millions);
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
    let Some(term) = term::read_after(pieces, next, And::Parts, draft.end) else { return };
    let Some(coins) = term.exact() else { return };
    let Some(money) = term.money else {
        // "15 dollars 50": two digits at the end of a phrase, as they are said.
        let two = pieces.is_number(next) && pieces.text(next).len() == 2 && term.is_bare() && next == draft.end;
        if two && !pieces.is_word(term.end) && !pieces.glued(term.end + 1) && value.is_whole() {
            if let Some(sum) = coins.checked_shift(-2).and_then(|coins| value.checked_add(coins)) {
                (draft.quantity.value, draft.end) = (Value::Exact(sum), term.end);
            }
        }
        return;
    };
    // "3 CAD 20 cents", "5 euros and 20 cents"
    let cents = money.family == Some(currency::Family::Dollar) && named.currency.has_cents();
    let same = money.minor && (money.currency == named.currency || money.family == named.family || cents);
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
    let (kind, reading) = match unit.dimension {
        Dimension::Percent => (FigureKind::Percent, Reading::Percent),
        Dimension::Time => (FigureKind::Duration, duration::reading(term)),
        _ => (FigureKind::Measure, Reading::Measure),
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
    let mut draft = Draft::new(term.start, end, kind, value, reading);
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
    if kind == FigureKind::Measure && pieces.hash(draft.end) == OF {
        draft.of = counted::stuff(pieces, draft.end + 1);
    }
    if kind == FigureKind::Duration && draft.iso.is_none() {
        draft.iso = duration::iso(&draft);
    }
    let hedge = if kind == FigureKind::Duration { Hedged::Duration } else { Hedged::Other };
    Some(hedged_as(pieces, draft, hedge))
}

/// An ordinal.
fn rank(pieces: &Pieces<'_, '_>, term: &Term, skip: usize) -> Result<Draft, usize> {
    let value = term.exact().filter(|_| veto::is_rank(pieces, &term.numeral)).ok_or(skip)?;
    Ok(Draft::new(term.start, term.end, FigureKind::Rank, Value::Exact(value), Reading::Rank))
}

/// A number of things.
fn count(pieces: &Pieces<'_, '_>, term: &Term, value: Value, end: usize, before: &[Draft]) -> Option<Draft> {
    let mut draft = Draft::new(term.start, end, FigureKind::Count, value, Reading::Count);
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
        draft.reading = Reading::CountElided;
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
        // "dropped nine 220-kilogram bombs": what it counts stands behind another number.
        let noun = if pieces.is_number(end) { None } else { counted::subject(pieces, draft.hedge_start, free) };
        draft.of = noun.or_else(|| last.and_then(|draft| draft.of));
        draft.reading = match (noun, draft.of) {
            (Some(_), _) => Reading::CountAfterNoun,
            (None, Some(_)) => Reading::CountAgain,
            (None, None) => Reading::CountBare,
        };
    } else if one {
        draft.reading = Reading::CountOne;
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
        let figure = change::Changed { start: draft.hedge_start, end: draft.end, kind: draft.kind, of: draft.of };
        let stated = change::of(pieces, &figure, linked);
        draft.change = stated.map(|stated| stated.change);
        // "Exports fell 5%", "a 5% cut in fees": what changed is what the share is of.
        if draft.of.is_none()
            && draft.kind != FigureKind::Count
            && let Some(word) = stated.and_then(|stated| stated.word)
        {
            draft.of = change::subject(pieces, word, draft.start);
        }
        // "gained 64 points, or 2 percent, to 3,200": what is counted belongs to the figure.
        let after = draft.of.filter(|&(start, _)| start == draft.end).map_or(draft.end, |(_, end)| end);
        linked = draft.change.map(|change| (change, after));
    }
}
