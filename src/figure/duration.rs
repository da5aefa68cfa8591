//! Durations in ISO 8601, and measures of several units: "1 hour 59 minutes", "6 ft 2 in".

use super::grammar::Draft;
use super::numeral::{AND, Amount, And, Form};
use super::piece::{PieceKind, Pieces};
use super::reading::Reading;
use super::term::{self, Term};
use super::unit::{self, Dimension};
use super::{Decimal, FigureKind, Value};
use crate::text::fold;

/// "2:05:45": hours, minutes and seconds, as races are timed.
pub(super) fn clock(pieces: &Pieces<'_, '_>, at: usize) -> Option<Draft> {
    let number = |at: usize| {
        let piece = pieces.get(at).filter(|piece| piece.kind == PieceKind::Number && !piece.taken)?;
        Some((pieces.text(at), Decimal::parse(pieces.text(at))?, piece))
    };
    let colon = |at: usize| pieces.sign(at) == ':' && pieces.glued(at) && pieces.glued(at + 1);
    if !colon(at + 1) || !colon(at + 3) || pieces.glued(at) {
        return None;
    }
    let (hours, minutes, seconds) = (number(at)?, number(at + 2)?, number(at + 4)?);
    let two = |text: &str| text.split('.').next().is_some_and(|whole| whole.len() == 2);
    let sixty = |value: Decimal| value.compare(Decimal::new(60, 0)) == Some(std::cmp::Ordering::Less);
    if hours.0.len() > 2 || !two(minutes.0) || !two(seconds.0) || !sixty(minutes.1) || !sixty(seconds.1) {
        return None;
    }
    if pieces.glued(at + 5) && matches!(pieces.sign(at + 5), ':' | '/') {
        return None;
    }
    let total = hours.1.checked_mul(Decimal::new(3600, 0))?;
    let total = total.checked_add(minutes.1.checked_mul(Decimal::new(60, 0))?)?.checked_add(seconds.1)?;
    let mut draft = Draft::new(at, at + 5, FigureKind::Duration, Value::Exact(total), Reading::Clock);
    draft.unit = Some(unit::of_code("second"));
    let minutes = minutes.1.to_u32()?;
    draft.iso = Some(format!("PT{}H{minutes}M{}S", hours.1.to_u32()?, seconds.1));
    Some(draft)
}

/// How a duration of one term is read.
pub(super) fn reading(term: &Term) -> Reading {
    match (term.numeral.amount, term.numeral.form) {
        (Amount::Vague(_), _) => Reading::DurationVague,
        (_, Form::Article) => Reading::DurationOne,
        _ => Reading::Duration,
    }
}

/// "for": what stands behind it lasts.
pub(super) const FOR: u64 = fold::hash("for");

/// "years", "weeks" behind "for": a length of at least two, as "several weeks" is one of at least three.
///
/// Behind other words ("the early weeks of", "over the years") it is seldom a length: of 8 behind "for"
/// the annotated articles count 6, of 31 others 4.
pub(super) fn bare(pieces: &Pieces<'_, '_>, at: usize) -> Option<Draft> {
    let unit = match pieces.text(at) {
        "hours" => "hour",
        "days" => "day",
        "weeks" => "week",
        "months" => "month",
        "years" => "year",
        "decades" => "decade",
        "centuries" => "century",
        _ => return None,
    };
    let taken = pieces.get(at).is_none_or(|piece| piece.taken);
    // "for days-long talks", "for years 10 and 11"
    if taken || pieces.glued(at + 1) && pieces.sign(at + 1) == '-' || pieces.is_number(at + 1) {
        return None;
    }
    let mut draft = Draft::new(
        at,
        at + 1,
        FigureKind::Duration,
        Value::Range(Some(Decimal::new(2, 0)), None),
        Reading::DurationVague,
    );
    draft.unit = Some(unit::of_code(unit));
    draft.iso = iso(&draft);
    Some(draft)
}

/// Adds the smaller units that follow: the value is then counted in the smallest.
pub(super) fn compound(pieces: &Pieces<'_, '_>, draft: &mut Draft) {
    let mut iso = String::new();
    // Hours, minutes and seconds after years and days are a mistake of reading, not a time.
    for _ in 0..3 {
        let (Value::Exact(value), Some(unit)) = (draft.quantity.value, draft.unit) else { return };
        let mut next = draft.end;
        // "the 6-foot-2 guard"
        if unit.code() == "[ft_i]" && pieces.is_hyphen(next) && pieces.is_number(next + 1) {
            if let Some(draft_end) = inches(pieces, next + 1, value, draft) {
                draft.end = draft_end;
            }
            return;
        }
        if pieces.sign(next) == ',' {
            next += 1;
        }
        if pieces.hash(next) == AND {
            next += 1;
        }
        if !pieces.is_number(next) && !pieces.is_word(next) {
            return;
        }
        let Some(term) = term::read(pieces, next, And::Joins) else { return };
        // "5 ft 2 in": inches without a digit's glue, where feet stand before.
        let inches = unit.code() == "[ft_i]" && pieces.text(term.numeral.end) == "in" && term.is_bare();
        let smaller = if inches { Some(unit::of_code("[in_i]")) } else { term.unit };
        let end = term.end + usize::from(inches);
        let (Some(more), Some(smaller)) = (term.exact(), smaller) else { return };
        let Some(times) = ratio(unit.code(), smaller.code()) else { return };
        // "two hours and 40 minutes", but "for two years and six months" of another thing is the same.
        let less = more.compare(Decimal::new(times.into(), 0)) == Some(std::cmp::Ordering::Less);
        let sum = value.checked_mul(Decimal::new(times.into(), 0)).and_then(|value| value.checked_add(more));
        let (true, Some(sum)) = (less && !more.is_negative(), sum) else { return };
        if unit.dimension == Dimension::Time {
            if iso.is_empty() {
                iso = iso_of(value, unit.code()).unwrap_or_default();
            }
            let part = iso_of(more, smaller.code()).unwrap_or_default();
            let time = part.strip_prefix("PT").filter(|_| iso.contains('T'));
            iso.push_str(time.or_else(|| part.strip_prefix('P')).unwrap_or(""));
        }
        draft.quantity.value = Value::Exact(sum);
        draft.unit = Some(smaller);
        draft.end = end;
        if !iso.is_empty() {
            draft.iso = Some(iso.clone());
        }
    }
}

/// Adds the inches at piece `at` to so many feet; the piece after them.
fn inches(pieces: &Pieces<'_, '_>, at: usize, feet: Decimal, draft: &mut Draft) -> Option<usize> {
    let more = Decimal::parse(pieces.text(at))?;
    let twelve = Decimal::new(12, 0);
    let fits = more.compare(twelve) == Some(std::cmp::Ordering::Less) && !pieces.is_hyphen(at + 1);
    let sum = feet.checked_mul(twelve)?.checked_add(more).filter(|_| fits)?;
    (draft.quantity.value, draft.unit) = (Value::Exact(sum), Some(unit::of_code("[in_i]")));
    Some(at + 1)
}

/// "6'2"": the height of a person in feet and inches.
pub(super) fn height(pieces: &Pieces<'_, '_>, at: usize) -> Option<Draft> {
    let mark = |at: usize, marks: &[char]| pieces.glued(at) && marks.contains(&pieces.sign(at));
    if !mark(at + 1, &['\'', '’', '′']) || !pieces.is_number(at + 2) || !pieces.glued(at + 2) || pieces.glued(at) {
        return None;
    }
    let feet =
        Decimal::parse(pieces.text(at)).filter(|feet| feet.to_u32().is_some_and(|feet| (3..=8).contains(&feet)))?;
    let mut draft = Draft::new(at, at + 3, FigureKind::Measure, Value::Exact(feet), Reading::Measure);
    draft.end = inches(pieces, at + 2, feet, &mut draft)?;
    if mark(draft.end, &['"', '”', '″']) {
        draft.end += 1;
    } else if pieces.glued(draft.end) && pieces.is_word(draft.end) {
        return None;
    }
    Some(draft)
}

/// How many of a smaller unit make one of a larger, where news adds them.
fn ratio(larger: &str, smaller: &str) -> Option<u32> {
    Some(match (larger, smaller) {
        ("year", "month") => 12,
        ("week", "day") => 7,
        ("day", "hour") => 24,
        ("hour", "minute") | ("minute", "second") => 60,
        ("[ft_i]", "[in_i]") => 12,
        ("km", "m") => 1000,
        ("m", "cm") => 100,
        ("[stone_av]", "[lb_av]") => 14,
        ("[lb_av]", "[oz_av]") => 16,
        ("[mi_i]", "[yd_i]") => 1760,
        _ => return None,
    })
}

/// The ISO 8601 form of a duration, as "P3W"; none for ranges, which have two.
pub(super) fn iso(draft: &Draft) -> Option<String> {
    let code = draft.unit?.code();
    match draft.quantity.value {
        Value::Exact(value) => iso_of(value, code),
        Value::Range(Some(_), None) => iso_unknown(code),
        Value::Range(..) | Value::Ratio(..) | Value::Points(..) => None,
    }
}

fn designator(code: &str) -> Option<(&'static str, u32, char)> {
    Some(match code {
        "second" => ("PT", 1, 'S'),
        "minute" => ("PT", 1, 'M'),
        "hour" => ("PT", 1, 'H'),
        "day" => ("P", 1, 'D'),
        "week" => ("P", 1, 'W'),
        "fortnight" => ("P", 2, 'W'),
        "month" => ("P", 1, 'M'),
        "year" => ("P", 1, 'Y'),
        "decade" => ("P", 10, 'Y'),
        "century" => ("P", 100, 'Y'),
        "millennium" => ("P", 1000, 'Y'),
        _ => return None,
    })
}

fn iso_of(value: Decimal, code: &str) -> Option<String> {
    let (prefix, times, letter) = designator(code)?;
    let value = value.checked_mul(Decimal::new(times.into(), 0))?.shortest();
    (!value.is_negative()).then(|| format!("{prefix}{value}{letter}"))
}

/// "several weeks": TIMEX3 writes an X for the number that is not said.
fn iso_unknown(code: &str) -> Option<String> {
    let (prefix, times, letter) = designator(code)?;
    let zeros = match times {
        10 => "0",
        100 => "00",
        1000 => "000",
        _ => "",
    };
    Some(format!("{prefix}X{zeros}{letter}"))
}
