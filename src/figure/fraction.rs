//! Fractions: "1/2", "½", "two-thirds", and what they are a part of or added to.

use super::Decimal;
use super::number_word::{NumberWord, word};
use super::numeral::{A, AN, AND, And, OF, cardinal};
use super::piece::Pieces;
use crate::text::fold;

/// The part after a whole: "2 | ½", "2 | 1/2", "two | and a half", "one | and two thirds".
pub(super) fn added_part(pieces: &Pieces<'_, '_>, end: usize) -> Option<(Decimal, Decimal, usize)> {
    if let Some((part, whole)) = of_sign(pieces.sign(end)) {
        return Some((part, whole, end + 1));
    }
    if pieces.is_number(end) && !pieces.glued(end) {
        return slashed(pieces, end);
    }
    let mut at = end;
    let hyphen = pieces.is_hyphen(at);
    at += usize::from(hyphen);
    if pieces.hash(at) != AND {
        return None;
    }
    at += 1 + usize::from(pieces.is_hyphen(at + 1));
    if matches!(pieces.hash(at), A | AN) {
        at += 1 + usize::from(pieces.is_hyphen(at + 1));
        return match word(pieces.hash(at))? {
            NumberWord::Half => Some((Decimal::ONE, Decimal::new(2, 0), at + 1)),
            NumberWord::Quarter => Some((Decimal::ONE, Decimal::new(4, 0), at + 1)),
            NumberWord::Ordinal(n @ 3..=10) => Some((Decimal::ONE, Decimal::new(n.into(), 0), at + 1)),
            _ => None,
        };
    }
    // "three and two thirds", but no "one and half" of something else.
    match (word(pieces.hash(at)), word(pieces.hash(at + 1))) {
        (Some(NumberWord::Digit(_)), Some(NumberWord::Part(_))) => fraction(pieces, at),
        _ => None,
    }
}

/// "1/2": two numbers with a slash that are no date and no label.
pub(super) fn slashed(pieces: &Pieces<'_, '_>, at: usize) -> Option<(Decimal, Decimal, usize)> {
    if !matches!(pieces.sign(at + 1), '/' | '⁄') || !pieces.glued(at + 1) || !pieces.glued(at + 2) {
        return None;
    }
    let (part, whole) = (Decimal::parse(pieces.text(at))?, Decimal::parse(pieces.text(at + 2))?);
    let small = part.to_u32()? < whole.to_u32()? && (2..=100).contains(&whole.to_u32()?);
    // "9/11" is a day, "24/7" a habit; a third part makes it a date.
    let label = whole.to_u32()? == 11 || pieces.sign(at + 3) == '/';
    (small && !label).then_some((part, whole, at + 3))
}

/// The part and the whole of a sign: "½".
pub(super) fn of_sign(sign: char) -> Option<(Decimal, Decimal)> {
    let (part, whole) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some((Decimal::new(part, 0), Decimal::new(whole, 0)))
}

/// "half", "two-thirds", "one-fifth", "three quarters"; "a third" only before "of".
pub(super) fn fraction(pieces: &Pieces<'_, '_>, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let number = |n: u64| Decimal::new(n.into(), 0);
    match word(pieces.hash(at))? {
        NumberWord::Half => return Some((Decimal::ONE, number(2), at + 1)),
        NumberWord::Digit(_) | NumberWord::Teen(_) | NumberWord::Ten(_) => {}
        _ => return None,
    }
    let (part, end, _) = cardinal(pieces, at, And::Parts)?;
    // "one twenty-fifth", "three twenty-firsts": the last tens and what is joined to them are the whole.
    if let Some((whole, end)) = tens_part(pieces, end) {
        return Some((part, whole, end));
    }
    let next = end + usize::from(pieces.is_hyphen(end));
    let whole =
        match word(pieces.hash(next))? {
            NumberWord::Part(whole) => u64::from(whole),
            NumberWord::Half | NumberWord::Quarter if part == Decimal::ONE => {
                if pieces.hash(next) == fold::hash("half") { 2 } else { 4 }
            }
            // "one third", "one-fifth of"; "one second" is a time.
            NumberWord::Ordinal(whole @ 3..=1000) if part == Decimal::ONE => whole,
            _ => return None,
        };
    Some((part, number(whole), next + 1))
}

/// A denominator of tens and ones: "one | twenty-fifth".
fn tens_part(pieces: &Pieces<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let Some(NumberWord::Ten(tens)) = word(pieces.hash(at)) else { return None };
    let last = at + 1 + usize::from(pieces.is_hyphen(at + 1));
    let ones = match word(pieces.hash(last))? {
        // "one twenty-fifth of the budget", but "one twenty-first century idea"
        NumberWord::Ordinal(ones @ 1..=9) if pieces.hash(last + 1) == OF || !pieces.is_word(last + 1) => ones,
        NumberWord::Part(ones @ 3..=9) => ones.into(),
        _ => return None,
    };
    Some((Decimal::new(i128::from(tens) + i128::from(ones), 0), last + 1))
}

/// The scale that a fraction is of: "half | a million", "a quarter | of a million", "half | a dozen";
/// and whether it has no end and was rounded: "a third of a million" is about 333,333.
pub(super) fn part_of_scale(
    pieces: &Pieces<'_, '_>,
    part: Decimal,
    whole: Decimal,
    at: usize,
) -> Option<(Decimal, usize, bool)> {
    let mut next = at + usize::from(pieces.is_hyphen(at));
    if pieces.hash(next) == OF {
        next += 1;
    }
    if matches!(pieces.hash(next), A | AN) {
        next += 1 + usize::from(pieces.is_hyphen(next + 1));
    }
    let base = match word(pieces.hash(next))? {
        NumberWord::Dozen => Decimal::new(12, 0),
        NumberWord::Hundred => Decimal::new(1, 2),
        NumberWord::Scale(places) => Decimal::new(1, places.into()),
        _ => return None,
    };
    let (product, divisor) = (base.checked_mul(part)?, whole.to_u32()?);
    match product.checked_div(divisor) {
        Some(value) => Some((value, next + 1, false)),
        None => Some((product.rounded_div(divisor, 0)?, next + 1, true)),
    }
}
