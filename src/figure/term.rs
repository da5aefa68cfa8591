//! Term: one number with its currency or its unit, from which ranges and changes are made.
//!
//! ```text
//! term     = currency numeral [scale] | numeral [scale] [ "-" ] ( currency | unit ) | numeral
//! currency = "$" | "US$" | "USD" | "MUSD" | "Rs" ..      scale = "m" | "bn" | "crore" ..
//! unit     = "km" | "miles per hour" | "%" | "percentage points" | "°C" ..
//! ```

use super::context::{self, Context};
use super::currency::{self, Money};
use super::numeral::{self, A, AN, Amount, And, Form, NumberWord, Numeral};
use super::piece::Pieces;
use super::unit::{self, Dimension, Unit};
use super::{Decimal, counted};
use crate::text::fold;

/// A number with what it is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    pub(super) numeral: Numeral,
    pub(super) money: Option<Money>,
    pub(super) unit: Option<Unit>,
    /// First piece, a currency before the number included.
    pub(super) start: usize,
    /// Piece after the last, a unit included.
    pub(super) end: usize,
    /// "18+ years": so many or more.
    pub(super) plus: bool,
}

impl Term {
    /// Whether it is a number and nothing else.
    pub(super) fn is_bare(&self) -> bool {
        self.money.is_none() && self.unit.is_none()
    }

    pub(super) fn exact(&self) -> Option<Decimal> {
        match self.numeral.amount {
            Amount::Exact(value) => Some(value),
            Amount::Fraction(..) | Amount::Vague(_) => None,
        }
    }
}

/// The term whose number starts at piece `at`.
pub(super) fn read(pieces: &Pieces<'_, '_>, at: usize, and: And) -> Option<Term> {
    read_after(pieces, at, and, 0)
}

/// The same after piece `free`, where what stands before belongs to another figure: "10 RMB, 20 USD".
pub(super) fn read_after(pieces: &Pieces<'_, '_>, at: usize, and: And, free: usize) -> Option<Term> {
    // Words of a name are no number; digits may be, where a currency or a unit says so.
    if pieces.get(at)?.taken && !pieces.is_number(at) {
        return None;
    }
    let Some(mut numeral) = numeral::read(pieces, at, and) else { return one_unit(pieces, at) };
    let digits = numeral.form == Form::Digits;
    let mut term = Term { numeral, money: None, unit: None, start: at, end: numeral.end, plus: false };
    if let Some(before) = currency::before(pieces, at).filter(|before| digits && before.start >= free) {
        term.start = before.start;
        // "-$5": the sign stands before the currency.
        // "PS5" is a console, "PS5m" pounds in ASCII.
        if before.money.scaled
            && !numeral.scaled
            && written_scale(pieces, numeral.end).is_none()
            && word_scale(pieces, numeral.end).is_none()
        {
            return None;
        }
        if before.money.million {
            shift(&mut numeral, 6)?;
        } else if let Some(places) = written_scale(pieces, numeral.end).filter(|_| !numeral.scaled) {
            shift(&mut numeral, places)?;
            numeral.end += 1;
            numeral.scaled = true;
        }
        term.numeral = numeral;
        term.end = numeral.end;
        term.money = Some(before.money);
        return Some(term);
    }
    if numeral.form == Form::Ordinal {
        return Some(term);
    }
    let plus = pieces.sign(numeral.end) == '+' && pieces.glued(numeral.end) && !pieces.glued(numeral.end + 1);
    let next = numeral.end + usize::from(plus || pieces.is_hyphen(numeral.end));
    // "millions of dollars"
    let next = next + usize::from(matches!(numeral.amount, Amount::Vague(_)) && pieces.hash(next) == numeral::OF);
    let large = numeral.scaled
        || matches!(numeral.amount, Amount::Exact(value) if value.compare(Decimal::new(1, 3)) != Some(std::cmp::Ordering::Less));
    // "5m euros", "€", "1.2m people": the letter is a million before money and before what is counted.
    if digits && !numeral.scaled && pieces.glued(numeral.end) && pieces.text(numeral.end) == "m" {
        let after = numeral.end + 1;
        let money = currency::after(pieces, after + usize::from(pieces.is_hyphen(after)), false, true);
        let nouns = counted::phrase(pieces, after, true).is_some_and(|(_, end)| counted::is_plural(pieces, end - 1));
        if money.is_some() || nouns && !context::is(pieces.hash(after), Context::Length) {
            shift(&mut numeral, 6)?;
            numeral.end = after;
            numeral.scaled = true;
            (term.numeral, term.end) = (numeral, after);
            if let Some((money, end)) = money {
                (term.money, term.end) = (Some(money), end);
            }
            return Some(term);
        }
    }
    let money = currency::after(pieces, next, digits, large);
    if money.is_some_and(|(money, _)| money.million) {
        shift(&mut term.numeral, 6)?;
    }
    let unit = unit_after(pieces, &numeral, next, digits);
    term.plus = plus && unit.is_some();
    match (money, unit) {
        (Some((money, end)), Some((unit, unit_end))) => {
            // "pounds" are both; the longer name wins, and the context where both are one word.
            if unit_end > end || unit_end == end && is_weight(pieces, &numeral, end) {
                (term.unit, term.end) = (Some(unit), unit_end);
            } else {
                (term.money, term.end) = (Some(money), end);
            }
        }
        (Some((money, end)), None) => (term.money, term.end) = (Some(money), end),
        (None, Some((unit, end))) => (term.unit, term.end) = (Some(unit), end),
        (None, None) => {}
    }
    Some(term)
}

fn shift(numeral: &mut Numeral, places: i16) -> Option<()> {
    match &mut numeral.amount {
        Amount::Exact(value) | Amount::Vague(value) => *value = value.checked_shift(places)?,
        Amount::Fraction(..) => return None,
    }
    Some(())
}

/// The scale that a letter or two after money means: "£5m", "€2 tn", "$10 b".
fn written_scale(pieces: &Pieces<'_, '_>, at: usize) -> Option<i16> {
    match pieces.text(at) {
        "m" | "mn" | "M" | "MM" | "mm" => Some(6),
        "b" | "B" => Some(9),
        "t" | "T" => Some(12),
        "k" | "K" => Some(3),
        _ => None,
    }
}

fn word_scale(pieces: &Pieces<'_, '_>, at: usize) -> Option<NumberWord> {
    numeral::word(pieces.hash(at)).filter(|word| matches!(word, NumberWord::Scale(_)))
}

/// The unit after a number, where the number may have one.
fn unit_after(pieces: &Pieces<'_, '_>, numeral: &Numeral, next: usize, digits: bool) -> Option<(Unit, usize)> {
    let mut next = next;
    // "dozens of miles", "millions of years", "half of a mile"
    if pieces.hash(next) == numeral::OF && (matches!(numeral.amount, Amount::Vague(_)) || numeral.about) {
        next += 1;
    }
    // "half a mile", "a quarter of an hour", "half an inch"
    if let (Amount::Fraction(..), A | AN) = (numeral.amount, pieces.hash(next)) {
        next += 1;
    }
    if matches!(numeral.amount, Amount::Fraction(..))
        && pieces.hash(next) == numeral::OF
        && matches!(pieces.hash(next + 1), A | AN)
    {
        next += 2;
    }
    // "33 Earth days" keep their planet; "five straight days" are days.
    if matches!(pieces.hash(next), STRAIGHT | CONSECUTIVE | FULL | EARTH | MORE) && !digits_only(pieces, next) {
        let found = unit::read(pieces, next + 1, digits)?;
        return (found.0.dimension == Dimension::Time).then_some(found);
    }
    let (unit, end) = unit::read(pieces, next, digits)?;
    let name = pieces.text(end - 1);
    let capital = pieces.get(next)?.capital && !pieces.glued(next);
    match unit.dimension {
        // "5 Miles" is a name, "5 Celsius" is none; "sixty second" may be a rank.
        Dimension::Length | Dimension::Mass if capital && name.len() > 3 => None,
        Dimension::Time
            if unit.code() == "second" && pieces.glued(next) && name == "s" && name_is_decade(pieces, numeral) =>
        {
            None
        }
        // "the 100m hurdles" and "a 3 m wall", but never "3 M".
        _ if name == "M" => None,
        Dimension::Temperature if end == next + 1 && name.len() == 1 && !is_weather(pieces, numeral, next, end) => None,
        _ => Some((unit, end)),
    }
}

fn digits_only(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.is_number(at)
}

/// Whether "C" or "F" after a number is a temperature: "30C", "(86F)", not "Boeing 777F" or
/// "800,000 F-Series".
fn is_weather(pieces: &Pieces<'_, '_>, numeral: &Numeral, next: usize, end: usize) -> bool {
    let Amount::Exact(value) = numeral.amount else { return false };
    let within = |low: i128, high: i128| {
        value.compare(Decimal::new(low, 0)) != Some(std::cmp::Ordering::Less)
            && value.compare(Decimal::new(high, 0)) != Some(std::cmp::Ordering::Greater)
    };
    let celsius = pieces.text(end - 1) == "C";
    let possible = if celsius { within(-90, 100) } else { within(-130, 150) };
    let bracket = pieces.sign_before(numeral.start) == '(' || pieces.sign(end) == ')';
    let noun = pieces.is_word(end) && crate::lexicon::class_of(pieces.hash(end)).is_none();
    possible
        && (celsius || bracket || !noun)
        && !pieces.is_hyphen(end)
        && (pieces.glued(next) || bracket || celsius && !noun)
}

const STRAIGHT: u64 = fold::hash("straight");
const CONSECUTIVE: u64 = fold::hash("consecutive");
const FULL: u64 = fold::hash("full");
const EARTH: u64 = fold::hash("earth");
const MORE: u64 = fold::hash("more");

/// "1990s", "80s", "707s": a decade or a plural, not seconds, which races give with a decimal.
fn name_is_decade(pieces: &Pieces<'_, '_>, numeral: &Numeral) -> bool {
    !pieces.text(numeral.start).contains('.')
}

/// Whether "pounds" are a weight here: "weighs 12 pounds", "82 pounds (37 kg)", "a 200-pound man".
fn is_weight(pieces: &Pieces<'_, '_>, numeral: &Numeral, end: usize) -> bool {
    if numeral.scaled {
        return false;
    }
    let singular = pieces.hash(end - 1) == fold::hash("pound");
    let weighed = (1..=6).any(|back| context::is(pieces.hash_before(numeral.start, back), Context::Weigh))
        || context::is(pieces.hash(end), Context::Weigh);
    let bracket =
        pieces.sign(end) == '(' && (end + 1..end + 4).any(|at| matches!(pieces.hash(at), KG | KILOGRAMS | KILOS));
    let of_stuff = pieces.hash(end) == numeral::OF && pieces.is_word(end + 1);
    singular && pieces.is_hyphen(end - 2) || weighed || bracket || of_stuff
}

const KG: u64 = fold::hash("kg");
const KILOGRAMS: u64 = fold::hash("kilograms");
const KILOS: u64 = fold::hash("kilos");

/// "an hour", "a mile": one of a unit, where an article can stand for a one.
fn one_unit(pieces: &Pieces<'_, '_>, at: usize) -> Option<Term> {
    if !matches!(pieces.hash(at), A | AN) {
        return None;
    }
    let (unit, mut end) = unit::read(pieces, at + 1, false)?;
    let singular = !counted::is_plural(pieces, end - 1);
    let fits = singular
        && match unit.dimension {
            // "an hour and a half", "an hour and 45 minutes"
            Dimension::Time if pieces.hash(end) == numeral::AND => {
                matches!(pieces.hash(end + 1), A | AN) || pieces.is_number(end + 1)
            }
            Dimension::Time => !matches!(pieces.hash(at + 1), SECOND) && is_length_of_time(pieces, at),
            Dimension::Length | Dimension::Mass => is_length_of_time(pieces, at) && pieces.text(end - 1).len() > 3,
            Dimension::Temperature | Dimension::Angle | Dimension::Magnitude | Dimension::Percent => false,
            Dimension::Other => unit.code() == "har" || unit.code() == "[acr_us]",
        };
    if !fits {
        return None;
    }
    let mut value = Decimal::ONE;
    // "an hour and a half"
    if pieces.hash(end) == numeral::AND && matches!(pieces.hash(end + 1), A | AN) {
        match numeral::word(pieces.hash(end + 2)) {
            Some(NumberWord::Half) => (value, end) = (Decimal::new(15, -1), end + 3),
            Some(NumberWord::Quarter) => (value, end) = (Decimal::new(125, -2), end + 3),
            _ => {}
        }
    }
    let numeral =
        Numeral { amount: Amount::Exact(value), start: at, end, form: Form::Article, scaled: false, about: false };
    Some(Term { numeral, money: None, unit: Some(unit), start: at, end, plus: false })
}

const SECOND: u64 = fold::hash("second");

/// "for a year", "within an hour", "nearly a mile"; but "$15 an hour", "once a week".
pub(super) fn is_length_of_time(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    let before = pieces.hash_before(at, 1);
    const WORDS: [u64; 26] = [
        fold::hash("for"),
        fold::hash("within"),
        fold::hash("in"),
        fold::hash("about"),
        fold::hash("nearly"),
        fold::hash("almost"),
        fold::hash("over"),
        fold::hash("than"),
        fold::hash("least"),
        fold::hash("took"),
        fold::hash("takes"),
        fold::hash("take"),
        fold::hash("after"),
        fold::hash("lasted"),
        fold::hash("lasting"),
        fold::hash("around"),
        fold::hash("roughly"),
        fold::hash("of"),
        fold::hash("under"),
        fold::hash("spent"),
        fold::hash("only"),
        fold::hash("just"),
        fold::hash("during"),
        fold::hash("to"),
        fold::hash("approximately"),
        fold::hash("spend"),
    ];
    WORDS.contains(&before)
}
