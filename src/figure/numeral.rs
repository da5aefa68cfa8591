//! Numeral: number words and digits to a number.
//!
//! ```text
//! numeral   = [sign] ( literal [mixed] | words [mixed] ) { scale } | article-numeral | fraction | vague
//! literal   = digits, grouped by "," in threes or as in India, "." before a fraction; "1 200"
//! mixed     = "and" ( "a half" | "a quarter" | fraction ) | "1/2" | "½" | "point" digit { digit }
//! scale     = "thousand" | "million" | "lakh" | "bn" | "k" ..
//! fraction  = "half" | "a quarter" | "a third" (of a whole or of a change) | "two" ["-"] "thirds" | "one-in-.." (see `ratio`) | "1/3" | "⅔"
//! article-numeral = ("a" | "half a" | "a quarter of a") ("dozen" | "hundred" | scale)
//! vague     = "dozens" | "tens of thousands" | "several hundred" | "a few"
//! ```

use super::fraction::{self, added_part, fraction, part_of_scale, slashed};
use super::literal::{literal, power_of_ten};
use super::piece::Pieces;
use super::quantity::{self, Hedged};
use super::{Decimal, change};
use crate::lexicon::class_of;
use crate::text::fold;

pub(crate) use super::number_word::{A, AN, AND, NumberWord, OF, OR, word};

const BY: u64 = fold::hash("by");
const PLUS: u64 = fold::hash("plus");
const POINT: u64 = fold::hash("point");
pub(crate) const MINUS: u64 = fold::hash("minus");
pub(crate) const NEGATIVE: u64 = fold::hash("negative");
const SECOND: u64 = fold::hash("second");

/// The number of a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Exact(Decimal),
    /// "two-thirds", as written.
    Fraction(Decimal, Decimal),
    /// "dozens": no number, but a least one.
    Vague(Decimal),
}

/// How a numeral was written: what follows it is read with more or less trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "1,200", "1.2 million"
    Digits,
    /// "seven", "twenty-one"
    Words,
    /// "a million", "half a dozen": an article stands for a one
    Article,
    /// "first", "21st"
    Ordinal,
}

/// A number that was read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numeral {
    pub(crate) amount: Amount,
    /// First piece, the sign included.
    pub(crate) start: usize,
    /// Piece after the last.
    pub(crate) end: usize,
    pub(crate) form: Form,
    /// Whether a scale word was part of it.
    pub(crate) scaled: bool,
    /// Whether the amount is meant about ("a couple").
    pub(crate) about: bool,
}

/// Whether "and" may stand inside a number: not after "between".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum And {
    Joins,
    Parts,
}

/// The numeral that starts at piece `at`, if one does.
pub(crate) fn read(pieces: &Pieces<'_, '_>, at: usize, and: And) -> Option<Numeral> {
    let start = at;
    let mut at = at;
    let mut negative = false;
    if matches!(pieces.hash(at), MINUS | NEGATIVE) {
        // "plus or minus 2.8 points" is a margin, which has no sign.
        if pieces.hash_before(at, 1) == OR && pieces.hash_before(at, 2) == PLUS {
            return None;
        }
        // "minus-130 degrees"
        at += 1 + usize::from(pieces.is_hyphen(at + 1));
        negative = true;
    } else if matches!(pieces.sign(at), '-' | '\u{2212}' | '–' | '+') {
        // "-5", but not "9-5" or "- 5".
        let free = !pieces.glued(at) || matches!(pieces.sign_before(at), '(' | '[' | '$' | '£' | '€');
        if !free || !pieces.glued(at + 1) || !starts_with_digit(pieces, at + 1) {
            return None;
        }
        negative = pieces.sign(at) != '+';
        at += 1;
    }
    let mut numeral = unsigned(pieces, at, and)?;
    if negative {
        numeral.amount = match numeral.amount {
            Amount::Exact(value) => Amount::Exact(value.negated()),
            Amount::Fraction(part, whole) => Amount::Fraction(part.negated(), whole),
            Amount::Vague(_) => return None,
        };
    }
    numeral.start = start;
    Some(numeral)
}

fn starts_with_digit(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.is_number(at) || (pieces.sign(at) == '.' && pieces.is_number(at + 1))
}

fn unsigned(pieces: &Pieces<'_, '_>, at: usize, and: And) -> Option<Numeral> {
    let exact =
        |value, end, form, scaled| Numeral { amount: Amount::Exact(value), start: at, end, form, scaled, about: false };
    if let Some((value, end)) = literal(pieces, at) {
        if let Some((part, whole, end)) = slashed(pieces, at) {
            return Some(Numeral { amount: Amount::Fraction(part, whole), ..exact(value, end, Form::Digits, false) });
        }
        if pieces.glued(end) && matches!(pieces.text(end).to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th") {
            return Some(exact(value, end + 1, Form::Ordinal, false));
        }
        if let Some((part, whole, after)) = added_part(pieces, end) {
            return mixed(pieces, value, (part, whole, after), Form::Digits).map(|n| Numeral { start: at, ..n });
        }
        if let Some((value, end)) = power_of_ten(pieces, value, end) {
            return Some(exact(value, end, Form::Digits, false));
        }
        let (value, after) = scales(pieces, value, end, ScaleStyle::Digits)?;
        if after == end {
            return Some(exact(value, after, Form::Digits, false));
        }
        let (value, after) = smaller(pieces, value, after)?;
        return Some(exact(value, after, Form::Digits, true));
    }
    if let Some((part, whole)) = fraction::of_sign(pieces.sign(at)) {
        return Some(Numeral { amount: Amount::Fraction(part, whole), ..exact(part, at + 1, Form::Words, false) });
    }
    if let Some(numeral) = with_article(pieces, at) {
        return Some(numeral);
    }
    if let Some((part, whole, end)) = fraction(pieces, at) {
        if let Some((value, after, about)) = part_of_scale(pieces, part, whole, end) {
            return Some(Numeral { about, ..exact(value, after, Form::Article, true) });
        }
        return Some(Numeral { amount: Amount::Fraction(part, whole), ..exact(part, end, Form::Words, false) });
    }
    if let Some(numeral) = vague(pieces, at) {
        return Some(numeral);
    }
    if let Some((value, end, scaled)) = cardinal(pieces, at, and) {
        if let Some(ordinal) = ordinal_after(pieces, value, end) {
            return Some(Numeral { start: at, ..ordinal });
        }
        if let Some((value, after)) = decimals(pieces, value, end) {
            let (value, after) = scales(pieces, value, after, ScaleStyle::Words)?;
            return Some(exact(value, after, Form::Words, scaled));
        }
        if scaled {
            let (value, end) = smaller(pieces, value, end)?;
            return Some(exact(value, end, Form::Words, true));
        }
        if let Some((part, whole, after)) = added_part(pieces, end) {
            return mixed(pieces, value, (part, whole, after), Form::Words).map(|n| Numeral { start: at, ..n });
        }
        return Some(exact(value, end, Form::Words, scaled));
    }
    match word(pieces.hash(at))? {
        NumberWord::Ordinal(value) => Some(exact(Decimal::new(value.into(), 0), at + 1, Form::Ordinal, false)),
        NumberWord::Zero => Some(exact(Decimal::ZERO, at + 1, Form::Words, false)),
        _ => None,
    }
}

/// Whether scale words follow digits ("5m" is left to the units) or words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ScaleStyle {
    Digits,
    Words,
}

/// Multiplies by the scale words that follow: "1.2 | million", "300 | crore", "10 | k".
fn scales(pieces: &Pieces<'_, '_>, value: Decimal, at: usize, style: ScaleStyle) -> Option<(Decimal, usize)> {
    let (mut value, mut end) = (value, at);
    loop {
        let glued = pieces.glued(end);
        let mut next = end;
        // "1.2-million", "a 5-million-dollar prize".
        if pieces.is_hyphen(end) {
            next += 1;
        }
        let places = match word(pieces.hash(next)) {
            Some(NumberWord::Scale(places)) => i16::from(places),
            // "3 millions", but not "of the 3, millions of"
            Some(NumberWord::Vague(places @ 3..)) if pieces.hash(next + 1) != OF => i16::from(places),
            Some(NumberWord::Hundred) if value.is_whole() => 2,
            Some(NumberWord::Dozen | NumberWord::Many(24)) if value.is_whole() => {
                return Some((value.checked_mul(Decimal::new(12, 0))?, next + 1));
            }
            // "a crowd of 50 k"
            _ if style == ScaleStyle::Digits && !glued && next == end && pieces.text(end) == "k" => 3,
            _ if style == ScaleStyle::Digits && glued && next == end => match pieces.text(end) {
                "k" | "K" => 3,
                "M" | "MM" => 6,
                "B" | "b" => 9,
                "T" => 12,
                _ => break,
            },
            _ => break,
        };
        value = value.checked_shift(places)?;
        end = next + 1;
    }
    Some((value, end))
}

/// The whole number in words that starts at `at`: value, end, whether a scale word was in it.
pub(super) fn cardinal(pieces: &Pieces<'_, '_>, at: usize, and: And) -> Option<(Decimal, usize, bool)> {
    #[derive(PartialEq, Clone, Copy)]
    enum Last {
        Start,
        Digit,
        Ten,
        Hundred,
        Scale,
    }
    let (mut total, mut current) = (0_i128, 0_i128);
    let (mut last, mut least_scale) = (Last::Start, u8::MAX);
    let (mut end, mut scaled) = (at, false);
    loop {
        let mut next = end;
        let mut joined = false;
        if last != Last::Start {
            if pieces.is_hyphen(end) {
                next += 1;
            } else if pieces.hash(end) == AND && and == And::Joins && matches!(last, Last::Hundred | Last::Scale) {
                next += 1;
                joined = true;
            }
        }
        match word(pieces.hash(next)) {
            // "two million and three fifths": the three is no part of the million.
            Some(NumberWord::Digit(_))
                if joined && matches!(word(pieces.hash(next + 1)), Some(NumberWord::Part(_))) =>
            {
                break;
            }
            Some(NumberWord::Digit(digit)) if last != Last::Digit => {
                current += i128::from(digit);
                last = Last::Digit;
            }
            Some(NumberWord::Teen(n)) if !matches!(last, Last::Digit | Last::Ten) => {
                current += i128::from(n);
                last = Last::Digit;
            }
            Some(NumberWord::Ten(n)) if !matches!(last, Last::Digit | Last::Ten) => {
                current += i128::from(n);
                last = Last::Ten;
            }
            Some(NumberWord::Hundred) if matches!(last, Last::Digit | Last::Ten) && current < 100 => {
                current *= 100;
                last = Last::Hundred;
            }
            Some(NumberWord::Dozen | NumberWord::Many(24))
                if matches!(last, Last::Digit | Last::Ten | Last::Hundred) =>
            {
                let value = Decimal::new((total + current).checked_mul(12)?, 0);
                return Some((value, next + 1, true));
            }
            Some(NumberWord::Scale(places) | NumberWord::Vague(places @ 3..)) if last != Last::Start && !joined => {
                let power = 10_i128.pow(u32::from(places));
                if places < least_scale {
                    total = total.checked_add(current.checked_mul(power)?)?;
                    current = 0;
                } else if last == Last::Scale {
                    // "three thousand millions"
                    total = total.checked_mul(power)?;
                } else {
                    break;
                }
                least_scale = places;
                last = Last::Scale;
                scaled = true;
            }
            _ => break,
        }
        end = next + 1;
    }
    (end > at).then(|| (Decimal::new(total + current, 0), end, scaled))
}

/// What a scaled number goes on with: "3 million | and a half", "4 thousand | 3 hundred",
/// "3 hundred | and one", "one billion | and a half million".
fn smaller(pieces: &Pieces<'_, '_>, value: Decimal, at: usize) -> Option<(Decimal, usize)> {
    let places = match word(pieces.hash(at - 1)) {
        Some(NumberWord::Scale(places)) => i16::from(places),
        Some(NumberWord::Hundred) => 2,
        _ => return Some((value, at)),
    };
    if let Some((part, whole, end)) = added_part(pieces, at) {
        let (scale, end) = match word(pieces.hash(end)) {
            Some(NumberWord::Scale(smaller)) if i16::from(smaller) < places => (i16::from(smaller), end + 1),
            Some(NumberWord::Scale(_)) => return None,
            _ => (places, end),
        };
        let part = part.checked_shift(scale)?.checked_div(whole.to_u32()?);
        return part.and_then(|part| Some((value.checked_add(part)?, end)));
    }
    let joined = pieces.hash(at) == AND;
    let next = at + usize::from(joined);
    let rest = if pieces.is_number(next) && !pieces.glued(next) {
        // Digits go on a number only with a scale of their own: "5 lakh 20 thousand", not "2 million 35".
        let (rest, end) = literal(pieces, next)?;
        let (rest, after) = scales(pieces, rest, end, ScaleStyle::Words)?;
        (after > end).then_some((rest, after))
    } else {
        cardinal(pieces, next, And::Joins).map(|(rest, end, _)| (rest, end))
    };
    let limit = Decimal::new(1, places);
    match rest.filter(|(rest, _)| rest.compare(limit) == Some(std::cmp::Ordering::Less)) {
        // "3 million and 2 others" is two numbers; hundreds and thousands take small ones.
        Some((rest, end)) if !joined || pieces.is_word(next) && places <= 3 => Some((value.checked_add(rest)?, end)),
        _ => Some((value, at)),
    }
}

/// "twenty | -first", "two hundred | and | fifth".
fn ordinal_after(pieces: &Pieces<'_, '_>, value: Decimal, end: usize) -> Option<Numeral> {
    let whole = value.to_u32()?;
    let mut next = end;
    if pieces.is_hyphen(end) {
        next += 1;
    } else if whole % 100 == 0 && pieces.hash(end) == AND {
        next += 1;
    }
    let Some(NumberWord::Ordinal(last)) = word(pieces.hash(next)) else { return None };
    let fits = match last {
        0..10 => whole % 10 == 0 && whole % 100 != 10,
        10..100 => whole % 100 == 0,
        100 => whole < 100,
        _ => true,
    };
    if !fits {
        return None;
    }
    let number = if last >= 100 { u64::from(whole).checked_mul(last)? } else { u64::from(whole) + last };
    let amount = Amount::Exact(Decimal::new(number.into(), 0));
    Some(Numeral { amount, start: end, end: next + 1, form: Form::Ordinal, scaled: false, about: false })
}

/// "one | point three".
fn decimals(pieces: &Pieces<'_, '_>, value: Decimal, end: usize) -> Option<(Decimal, usize)> {
    if pieces.hash(end) != POINT {
        return None;
    }
    let (mut value, mut at, mut places) = (value, end + 1, 0_i16);
    loop {
        let digit = match word(pieces.hash(at)) {
            Some(NumberWord::Digit(digit)) => digit,
            // "nine point nought four"
            Some(NumberWord::Zero) => 0,
            _ => break,
        };
        places -= 1;
        value = value.checked_add(Decimal::new(digit.into(), places))?;
        at += 1;
        if places < -9 {
            break;
        }
    }
    (places < 0).then_some((value, at))
}

/// A whole and a part as one number, and the scale after it: "two and a half | million".
fn mixed(
    pieces: &Pieces<'_, '_>,
    value: Decimal,
    (part, whole, end): (Decimal, Decimal, usize),
    form: Form,
) -> Option<Numeral> {
    let numeral = |amount, end, scaled| Some(Numeral { amount, start: end, end, form, scaled, about: false });
    let divisor = whole.to_u32()?;
    let Some(sum) = part.checked_div(divisor).and_then(|part| value.checked_add(part)) else {
        let improper = value.checked_mul(whole)?.checked_add(part)?;
        return numeral(Amount::Fraction(improper, whole), end, false);
    };
    let (sum, after) = scales(pieces, sum, end, ScaleStyle::Words)?;
    numeral(Amount::Exact(sum), after, after > end)
}

/// What starts with an article: "a million", "a dozen", "a quarter of", "a third of", "a couple".
fn with_article(pieces: &Pieces<'_, '_>, at: usize) -> Option<Numeral> {
    let article = matches!(pieces.hash(at), A | AN);
    let noun = at + usize::from(article);
    let numeral =
        |amount, end, scaled, about| Some(Numeral { amount, start: at, end, form: Form::Article, scaled, about });
    let of = |at: usize| pieces.hash(at) == OF;
    match word(pieces.hash(noun))? {
        NumberWord::Hundred | NumberWord::Scale(_) if article => {
            let first = if word(pieces.hash(noun)) == Some(NumberWord::Hundred) { 2 } else { 0 };
            let start = if first == 2 { noun + 1 } else { noun };
            let (value, mut end) = scales(pieces, Decimal::new(1, first), start, ScaleStyle::Words)?;
            let mut value = value;
            // "a million and a half"
            if let Some((part, whole, after)) = added_part(pieces, end) {
                if let Some(more) = part.checked_div(whole.to_u32()?).and_then(|part| value.checked_mul(part)) {
                    value = value.checked_add(more)?;
                    end = after;
                }
            } else if let Some((more, after, _)) = rest_after_article(pieces, end) {
                value = value.checked_add(more)?;
                end = after;
            }
            numeral(Amount::Exact(value), end, true, false)
        }
        NumberWord::Dozen => numeral(Amount::Exact(Decimal::new(12, 0)), noun + 1, false, false).filter(|_| article),
        NumberWord::Couple if article || of(noun + 1) => {
            numeral(Amount::Exact(Decimal::new(2, 0)), noun + 1, false, true)
        }
        NumberWord::Few
            if article
                || pieces.hash(noun) == fold::hash("several")
                || of(noun + 1)
                || scale_follows(pieces, noun + 1) =>
        {
            few(pieces, at, noun)
        }
        NumberWord::Few => few(pieces, at, noun),
        NumberWord::Half => {
            let (value, end, about) = part_of_scale(pieces, Decimal::ONE, Decimal::new(2, 0), noun + 1)?;
            numeral(Amount::Exact(value), end, true, about)
        }
        NumberWord::Quarter => {
            if let Some((value, end, about)) = part_of_scale(pieces, Decimal::ONE, Decimal::new(4, 0), noun + 1) {
                return numeral(Amount::Exact(value), end, true, about);
            }
            article.then_some(())?;
            numeral(Amount::Fraction(Decimal::ONE, Decimal::new(4, 0)), noun + 1, false, false)
        }
        NumberWord::Ordinal(whole @ 3..=1000) if article && (of(noun + 1) || is_share(pieces, at, noun + 1)) => {
            let whole = Decimal::new(whole.into(), 0);
            if let Some((value, end, about)) = part_of_scale(pieces, Decimal::ONE, whole, noun + 1) {
                return numeral(Amount::Exact(value), end, true, about);
            }
            numeral(Amount::Fraction(Decimal::ONE, whole), noun + 1, false, false)
        }
        _ => None,
    }
}

/// Whether "a third" at pieces `at..end` is a share and no rank: "fell by a third", "almost a fifth
/// of", "nearly a tenth have"; not "won a third title", "a third man said".
fn is_share(pieces: &Pieces<'_, '_>, at: usize, end: usize) -> bool {
    let is_measured = pieces.hash_before(at, 1) == BY
        || change::is_way(pieces, at)
        || quantity::before(pieces, at, Hedged::Other).is_some();
    let has_noun = pieces.is_word(end) && class_of(pieces.hash(end)).is_none() && !pieces.text(end).ends_with("ed");
    is_measured && !has_noun && !pieces.is_hyphen(end)
}

/// "a hundred | and twenty": smaller numbers after an article's hundred.
fn rest_after_article(pieces: &Pieces<'_, '_>, end: usize) -> Option<(Decimal, usize, bool)> {
    let next = end + usize::from(pieces.hash(end) == AND);
    let (value, end, scaled) = cardinal(pieces, next, And::Parts)?;
    (!scaled && value.to_u32()? < 100 && next > end.saturating_sub(4)).then_some((value, end, scaled))
}

fn scale_follows(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    matches!(word(pieces.hash(at)), Some(NumberWord::Hundred | NumberWord::Scale(_) | NumberWord::Dozen))
}

/// "several", "a few", "several hundred": three at least, as most readers take it.
fn few(pieces: &Pieces<'_, '_>, at: usize, noun: usize) -> Option<Numeral> {
    let (value, end) = scales(pieces, Decimal::new(3, 0), noun + 1, ScaleStyle::Words)?;
    let scaled = end > noun + 1;
    Some(Numeral { amount: Amount::Vague(value), start: at, end, form: Form::Article, scaled, about: true })
}

/// "dozens", "tens of thousands", "tens or hundreds of thousands", "dozens and dozens".
fn vague(pieces: &Pieces<'_, '_>, at: usize) -> Option<Numeral> {
    // The plural of a power of ten is two of it at least.
    let base = |at: usize| match word(pieces.hash(at))? {
        NumberWord::Many(least) => Some(Decimal::new(least.into(), 0)),
        NumberWord::Vague(places) => Some(Decimal::new(2, places.into())),
        _ => None,
    };
    let mut value = base(at)?;
    let mut end = at + 1;
    if matches!(pieces.hash(end), AND | OR) && base(end + 1).is_some() {
        end += 2;
    }
    let mut scaled = false;
    while pieces.hash(end) == OF {
        let Some(NumberWord::Vague(_)) = word(pieces.hash(end + 1)) else { break };
        let places = base(end + 1)?;
        value = value.checked_mul(places)?.checked_div(2)?;
        end += 2;
        scaled = true;
        if end > at + 8 {
            break;
        }
    }
    // "tens" alone is a mark in an examination.
    if pieces.hash(at) == fold::hash("tens") && !scaled {
        return None;
    }
    Some(Numeral { amount: Amount::Vague(value), start: at, end, form: Form::Words, scaled, about: true })
}

/// Whether a word is "second", which is a rank or a time.
pub(crate) fn is_second(hash: u64) -> bool {
    hash == SECOND
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Span, TokenRange};

    fn amount(text: &str) -> String {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mut pieces = Pieces::new(&document);
        pieces.read(TokenRange::new(0, document.tokens().len()), &[]);
        let Some(numeral) = read(&pieces, 0, And::Joins) else { return "none".into() };
        let rest = pieces.len() - numeral.end;
        let rest = if rest > 0 { format!(" +{rest}") } else { String::new() };
        match numeral.amount {
            Amount::Exact(value) => format!("{value}{rest}"),
            Amount::Fraction(part, whole) => format!("{part}/{whole}{rest}"),
            Amount::Vague(least) => format!("{least}..{rest}"),
        }
    }

    #[test]
    fn every_form_of_a_number_is_read_exactly() {
        for (text, wanted) in [
            ("1,200", "1200"),
            ("12,34,567", "1234567"),
            ("1 200 000", "1200000"),
            ("1,20", "none"),
            ("1.2 million", "1200000"),
            ("300 crore", "3000000000"),
            ("10k", "10000"),
            ("twenty-one", "21"),
            ("two hundred and two thousand", "202000"),
            ("one hundred and sixteen", "116"),
            ("three thousand million", "3000000000"),
            ("three dozen", "36"),
            ("a dozen", "12"),
            ("half a million", "500000"),
            ("half a dozen", "6"),
            ("a quarter of a million", "250000"),
            ("two and a half million", "2500000"),
            ("one and two thirds", "5/3"),
            ("2 1/2", "2.5"),
            ("2½", "2.5"),
            ("two-thirds", "2/3"),
            ("a third of", "1/3 +1"),
            ("one-fifth", "1/5"),
            ("dozens", "24.."),
            ("tens of thousands", "20000.."),
            ("hundreds of millions", "200000000.."),
            ("several thousand", "3000.."),
            ("one point three", "1.3"),
            ("minus 5", "-5"),
            ("twenty-first", "21"),
            ("21st", "21"),
            ("two three", "2 +1"),
            ("a hundred and twenty", "120"),
            ("a million and a half", "1500000"),
            ("a dog", "none"),
            ("3 dozens", "36"),
            ("three thousand millions", "3000000000"),
            ("minus-130", "-130"),
            ("3 million and a half", "3500000"),
            ("one billion and a half million", "1000500000"),
            ("4 thousand 3 hundred", "4300"),
            ("3 hundred and one", "301"),
            ("two million and three fifths", "2600000"),
            ("2.998×10−8", "0.00000002998"),
        ] {
            assert_eq!(amount(text), wanted, "{text}");
        }
    }
}
