//! Literals: numbers in digits, read only where their grouping leaves no doubt.

use super::Decimal;
use super::piece::{Pieces, is_dash};

/// Digits with grouping that is without doubt: "1,200", "12,34,567", "1 200", "1.5", ".05".
pub(super) fn literal(pieces: &Pieces<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    if pieces.sign(at) == '.' && pieces.is_number(at + 1) && pieces.glued(at + 1) && !glued_to_number(pieces, at) {
        let digits = pieces.text(at + 1);
        return digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then_some(())
            .and_then(|()| Decimal::parse(&format!(".{digits}")))
            .map(|value| (value, at + 2));
    }
    if !pieces.is_number(at) {
        return None;
    }
    let text = pieces.text(at);
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // "1 200 000": groups of three after one to three digits, a single space or a thin one between.
    let mut end = at + 1;
    if text.len() <= 3 && plain(text) && !text.starts_with('0') {
        let mut digits = String::new();
        while pieces.is_number(end) && !pieces.glued(end) && one_space(pieces, end) {
            let group = pieces.text(end);
            let whole = group.split('.').next().unwrap_or("");
            if whole.len() != 3 || group.contains(',') {
                break;
            }
            if digits.is_empty() {
                digits.push_str(text);
            }
            digits.push_str(group);
            end += 1;
            if group.len() > 3 || digits.len() > 40 {
                break;
            }
        }
        if end > at + 1 {
            return Decimal::parse(&digits).map(|value| (value, end));
        }
    }
    if !text.contains(',') {
        return Decimal::parse(text).map(|value| (value, end));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: usize = groups.clone().count();
    let western = (1..=3).contains(&first.len()) && groups.clone().all(|group| group.len() == 3);
    let indian = (1..=2).contains(&first.len())
        && groups.enumerate().all(|(i, group)| group.len() == if i + 1 == rest { 3 } else { 2 });
    if !(western || indian) || !plain(fraction) {
        return None;
    }
    let digits: String = text.chars().filter(|&c| c != ',').collect();
    Decimal::parse(&digits).map(|value| (value, end))
}

fn one_space(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| pieces.get(before)), pieces.get(at)) {
        (Some(before), Some(piece)) => {
            let gap = &pieces.document.text()[before.span.end()..piece.span.start()];
            gap.chars().count() == 1 && !gap.contains('\n')
        }
        _ => false,
    }
}

fn glued_to_number(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.glued(at) && at > 0 && (pieces.is_number(at - 1) || pieces.is_word(at - 1))
}

/// "3 × 10^6", "2.998×10−8", "1e10": a power of ten written out.
pub(super) fn power_of_ten(pieces: &Pieces<'_, '_>, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
    // "1e10", but "1 e 10" and "12E" are no numbers.
    let letter = matches!(pieces.text(end), "e" | "E") && pieces.glued(end);
    let times = pieces.sign(end) == '×' || matches!(pieces.text(end), "x" | "X");
    let mut at = if letter {
        end + 1
    } else if times && pieces.text(end + 1) == "10" {
        end + 2 + usize::from(pieces.sign(end + 2) == '^')
    } else {
        return None;
    };
    let negative = is_dash(pieces.sign(at));
    at += usize::from(negative || pieces.sign(at) == '+');
    let power: i16 = pieces.text(at).parse().ok().filter(|power| pieces.glued(at) && *power <= 30)?;
    Some((value.checked_shift(if negative { -power } else { power })?, at + 1))
}
