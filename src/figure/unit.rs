//! Unit of measure, and the words that name one.

use once_cell::sync::Lazy;

use super::Decimal;
use super::piece::{PieceKind, Pieces, is_dash};
use crate::lexicon::WordMap;
use crate::text::fold;

/// A unit of measure, by its UCUM code where one exists.
///
/// Periods of time (`year`, `day`) and what UCUM has no code for (`ton`, which one is not said;
/// `magnitude`; `pp` and `bp`, percentage and basis points) go by their English name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    code: &'static str,
    pub(crate) dimension: Dimension,
    si: &'static str,
    /// How many of the SI unit make one: a number and a divisor; none where that is not fixed.
    factor: Option<(Decimal, u32)>,
    /// What is added before: the zero of Celsius is 273.15 K.
    zero: Decimal,
}

/// What a unit measures, as far as the grammar asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dimension {
    Length,
    Mass,
    Temperature,
    Angle,
    Time,
    Magnitude,
    /// Percent, percentage points and basis points.
    Percent,
    Other,
}

impl Unit {
    /// The UCUM code, as "km"; "pp" for percentage points.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The unit of the International System for what it measures.
    #[must_use]
    pub fn si(self) -> Option<&'static str> {
        self.factor.map(|_| self.si)
    }

    /// A value of this unit in the SI unit: exact, or to three places where its digits have no end.
    pub(crate) fn to_si(self, value: Decimal) -> Option<Decimal> {
        let (factor, divisor) = self.factor?;
        let product = value.checked_add(self.zero)?.checked_mul(factor)?;
        Some(product.checked_div(divisor).or_else(|| product.rounded_div(divisor, 3))?.shortest())
    }

    fn parse(row: &'static str) -> Option<Self> {
        let (code, rest) = row.split_once('\t')?;
        let mut parts = rest.split(' ');
        let dimension = match parts.next()? {
            "length" => Dimension::Length,
            "mass" => Dimension::Mass,
            "temperature" => Dimension::Temperature,
            "angle" => Dimension::Angle,
            "time" => Dimension::Time,
            "magnitude" => Dimension::Magnitude,
            "fraction" | "points" => Dimension::Percent,
            _ => Dimension::Other,
        };
        let si = parts.next()?;
        let factor = parts.next()?;
        let factor = if factor == "-" {
            None
        } else {
            let (number, divisor) = factor.split_once('/').unwrap_or((factor, "1"));
            Some((Decimal::parse(number)?, divisor.parse().ok()?))
        };
        let zero = parts.next().map_or(Some(Decimal::ZERO), Decimal::parse)?;
        Some(Self { code, dimension, si, factor, zero })
    }
}

static UNITS: Lazy<Vec<Unit>> = Lazy::new(|| {
    let rows = include_str!("../../data/lists/units.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.map(|row| Unit::parse(row).expect("the list is checked by the tests of this module")).collect()
});

/// A name of a unit: which, and where it may stand.
#[derive(Debug, Clone, Copy)]
struct Name {
    unit: u16,
    glued: bool,
    spellings: &'static str,
}

static NAMES: Lazy<WordMap<Name>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/unit_names.tsv");
    WordMap::parse("unit_names.tsv", list, |_| Some(())).expect("a list without values is always read");
    let rows = list.lines().filter(|row| !row.starts_with('#')).map(|row| {
        let (name, conditions) = row.split_once('\t').expect("a name and a code");
        let (code, conditions) = conditions.split_once(' ').unwrap_or((conditions, ""));
        let unit = UNITS.iter().position(|unit| unit.code == code).expect("a code of units.tsv") as u16;
        (name, Name { unit, glued: conditions.contains("glued"), spellings: conditions })
    });
    WordMap::new(rows)
});

/// First words of names: most words after a number are dismissed by one probe.
static FIRST: Lazy<WordMap<()>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/unit_names.tsv");
    let rows = list.lines().filter(|row| !row.starts_with('#'));
    WordMap::new(rows.map(|row| (row.split([' ', '\t', '/', '²', '³']).next().unwrap_or(row), ())))
});

/// Whether no name of a list starts with the word at `at`, by the first words of its names.
pub(crate) fn is_other_word(pieces: &Pieces<'_, '_>, at: usize, first: &WordMap<()>) -> bool {
    // "sq." and "min." may be listed without their full stop.
    pieces.is_word(at) && !first.contains(pieces.hash(at)) && !pieces.text(at).ends_with('.')
}

/// Whether the name of a unit could start at `at`.
pub(crate) fn may_start(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    !is_other_word(pieces, at, &FIRST)
}

/// Whether a single word names a unit.
pub(crate) fn is_name(hash: u64) -> bool {
    NAMES.contains(hash)
}

/// The unit of a code.
pub(crate) fn of_code(code: &str) -> Unit {
    *UNITS.iter().find(|unit| unit.code == code).expect("a code of units.tsv")
}

/// No name of a unit has more pieces ("pounds per square inch", "revolutions per minute").
const LONGEST: usize = 5;

/// The name at `at` as lists write it: words folded, hyphens as blanks, signs without blanks.
/// Calls `found` for each length that could be a name, the longest last.
pub(crate) fn phrases(pieces: &Pieces<'_, '_>, at: usize, longest: usize, mut found: impl FnMut(&str, usize)) {
    let mut phrase = String::new();
    let mut sign_before = true;
    let mut index = at;
    let mut words = 0;
    while words < longest {
        let Some(piece) = pieces.get(index) else { break };
        match piece.kind {
            PieceKind::Word => {
                if !sign_before {
                    phrase.push(' ');
                }
                fold::push(&mut phrase, pieces.text(index));
                sign_before = false;
            }
            PieceKind::Sign(sign) if is_dash(sign) && index > at => {
                if !pieces.is_hyphen(index) {
                    break;
                }
                index += 1;
                continue;
            }
            PieceKind::Sign(sign) if matches!(sign, '/' | '°' | '²' | '³' | '℃' | '℉' | '%' | '.') || index == at =>
            {
                // A full stop belongs to an abbreviation ("sq."), never to the end of a sentence.
                if sign == '.' && (index == at || !pieces.glued(index)) {
                    break;
                }
                if sign == '°' && !phrase.is_empty() {
                    break;
                }
                phrase.push(sign);
                sign_before = true;
            }
            _ => break,
        }
        words += 1;
        index += 1;
        found(&phrase, index);
    }
}

/// The longest unit that starts at piece `at`, after digits (`digits`) or a number word.
pub(crate) fn read(pieces: &Pieces<'_, '_>, at: usize, digits: bool) -> Option<(Unit, usize)> {
    if !may_start(pieces, at) {
        return None;
    }
    let mut best = None;
    let glued = pieces.glued(at);
    phrases(pieces, at, LONGEST, |phrase, end| {
        // "3min.": the full stop is an abbreviation's or the sentence's.
        let abbreviated = pieces.sign(end - 1) == ' ';
        let bare = phrase.strip_suffix('.').filter(|_| abbreviated).map(fold::hash);
        let Some(name) = NAMES.get(fold::hash(phrase)).or_else(|| NAMES.get(bare?)) else { return };
        // "2 in long" is written apart only at the end of a phrase: "(2 in)", "is 2 in."
        let inches = phrase == "in" && digits && at > 0 && is_end(pieces, end) && pieces.text(at - 1).len() < 4;
        if name.glued && !(glued && digits) && !inches {
            return;
        }
        let mut spellings = name.spellings.split(' ').filter_map(|condition| condition.strip_prefix('=')).peekable();
        if spellings.peek().is_some() && !(digits && spellings.any(|spelling| spelling == pieces.text(end - 1))) {
            return;
        }
        best = Some((UNITS[usize::from(name.unit)], end));
    });
    // One letter is a unit after digits, and a middle initial or a grade after a word.
    best.filter(|&(_, end)| digits || pieces.text(end - 1).len() > 1 || pieces.sign(end - 1) != ' ')
}

/// Whether a phrase ends before piece `at`.
fn is_end(pieces: &Pieces<'_, '_>, at: usize) -> bool {
    pieces.get(at).is_none() || matches!(pieces.sign(at), '.' | ',' | ';' | ')' | ']')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_and_every_name_is_read() {
        assert!(UNITS.len() > 100);
        assert!(NAMES.len() > 400);
        assert_eq!(of_code("km").to_si(Decimal::new(25, -1)).unwrap().to_string(), "2500");
    }

    #[test]
    fn temperatures_have_a_zero_of_their_own() {
        assert_eq!(of_code("Cel").to_si(Decimal::new(20, 0)).unwrap().to_string(), "293.15");
        assert_eq!(of_code("[degF]").to_si(Decimal::new(212, 0)).unwrap().to_string(), "373.15");
    }

    #[test]
    fn a_value_without_an_end_is_rounded() {
        assert_eq!(of_code("km/h").to_si(Decimal::new(100, 0)).unwrap().to_string(), "27.778");
        assert_eq!(of_code("km/h").to_si(Decimal::new(36, 0)).unwrap().to_string(), "10");
    }
}
