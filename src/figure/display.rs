//! A figure as a person reads it: "more than 1,200 km", "USD 600,000,000 to 750,000,000".

use std::fmt;
use std::sync::LazyLock;

use super::{ChangePart, Direction, Figure, FigureKind, Hedge, Quantity, Value};

/// Writes a plain decimal with commas between thousands: a figure is never a year.
struct Grouped<'a>(&'a str);

impl fmt::Display for Grouped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, digits) = self.0.strip_prefix('-').map_or(("", self.0), |digits| ("-", digits));
        let whole = digits.find('.').unwrap_or(digits.len());
        f.write_str(sign)?;
        if whole < 4 {
            return f.write_str(digits);
        }
        let mut start = 0;
        let mut end = (whole - 1) % 3 + 1;
        while start < whole {
            if start > 0 {
                f.write_str(",")?;
            }
            f.write_str(&digits[start..end])?;
            start = end;
            end += 3;
        }
        f.write_str(&digits[whole..])
    }
}

impl Hedge {
    /// The hedge as one says it before a number; empty where the number stands for itself.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Exactly | Self::Between => "",
            Self::About => "about ",
            Self::MoreThan => "more than ",
            Self::AtLeast => "at least ",
            Self::LessThan => "less than ",
            Self::AtMost => "at most ",
        }
    }
}

/// The number or numbers with their hedge, without unit or currency.
///
/// # Examples
/// ```
/// use article_digest::{Decimal, figure::{Hedge, Quantity, Value}};
///
/// let crowd = Quantity { value: Value::Exact(Decimal::new(12, 3)), hedge: Hedge::MoreThan };
/// assert_eq!(crowd.to_string(), "more than 12,000");
/// let seats = Quantity { value: Value::Ratio(Decimal::new(73, 0), Decimal::new(130, 0)), hedge: Hedge::Exactly };
/// assert_eq!(seats.to_string(), "73 of 130");
/// let dozens = Quantity { value: Value::Range(Some(Decimal::new(24, 0)), None), hedge: Hedge::About };
/// assert_eq!(dozens.to_string(), "24 or more");
/// ```
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, "")
    }
}

impl Quantity {
    /// Writes `prefix` ("USD ") after the hedge, before the first number.
    fn write(&self, f: &mut fmt::Formatter<'_>, prefix: &str) -> fmt::Result {
        let hedge = self.hedge.words();
        match self.value {
            Value::Exact(number) => write!(f, "{hedge}{prefix}{}", Grouped(&number.to_string())),
            Value::Range(Some(min), Some(max)) => {
                let (min, max) = (min.to_string(), max.to_string());
                write!(f, "{hedge}{prefix}{} to {}", Grouped(&min), Grouped(&max))
            }
            // "dozens", "hundreds": the hedge says no more than the open end does.
            Value::Range(Some(min), None) => write!(f, "{prefix}{} or more", Grouped(&min.to_string())),
            Value::Range(None, Some(max)) => write!(f, "{prefix}{} or less", Grouped(&max.to_string())),
            Value::Range(None, None) => f.write_str("some"),
            Value::Ratio(part, whole) => {
                let (part, whole) = (part.to_string(), whole.to_string());
                write!(f, "{hedge}{prefix}{} of {}", Grouped(&part), Grouped(&whole))
            }
            Value::Points(ours, theirs) => write!(f, "{ours}–{theirs}"),
        }
    }

    /// Whether the last number is 1, after which a unit stands in the singular.
    fn is_one(&self) -> bool {
        matches!(self.value, Value::Exact(number) if number.to_string() == "1")
    }
}

/// What a reader writes for a unit code: code, singular, plural, in the order of the code.
static UNIT_WORDS: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let mut cells = row.split('\t');
        std::array::from_fn(|_| cells.next().expect("rows of three cells, checked below"))
    };
    include_str!("../../data/lists/unit_words.tsv").lines().filter(|line| !line.starts_with('#')).map(row).collect()
});

/// The word for one or many of a unit.
fn unit_word(code: &'static str, is_one: bool) -> &'static str {
    match UNIT_WORDS.binary_search_by_key(&code, |[code, ..]| code) {
        Ok(row) => UNIT_WORDS[row][if is_one { 1 } else { 2 }],
        Err(_) => code,
    }
}

/// The value as one reads it out: hedge, currency, number, unit.
impl fmt::Display for Figure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quantity = self.quantity;
        if let Some(currency) = self.currency {
            return quantity.write(f, &format!("{} ", currency.code()));
        }
        match self.kind {
            FigureKind::Rank => {
                if let Value::Exact(number) = quantity.value {
                    let digits = number.to_string();
                    return write!(f, "{digits}{}", ordinal_suffix(&digits));
                }
            }
            FigureKind::Age if self.unit.is_none() => {
                return write!(f, "{quantity} {}", if quantity.is_one() { "year" } else { "years" });
            }
            FigureKind::Percent if self.unit.is_none() => return write!(f, "{quantity}%"),
            _ => {}
        }
        let Some(unit) = self.unit else { return quantity.fmt(f) };
        let word = unit_word(unit.code(), quantity.is_one());
        // "5.6%", but "5 km" and "20 °C".
        let space = if word == "%" || word == "°" { "" } else { " " };
        write!(f, "{quantity}{space}{word}")
    }
}

/// What stands after the digits of a rank: "3rd", "11th".
fn ordinal_suffix(digits: &str) -> &'static str {
    match digits.as_bytes() {
        [.., b'1', b'1' | b'2' | b'3'] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    }
}

impl Figure<'_> {
    /// The change it belongs to as the verb before it, "rose by"; none where it is no change.
    #[must_use]
    pub fn change_words(&self) -> Option<&'static str> {
        let change = self.change?;
        Some(match (change.direction, change.part) {
            (Direction::Up, ChangePart::By) => "rose by",
            (Direction::Up, ChangePart::To) => "rose to",
            (Direction::Up, ChangePart::From) => "rose from",
            (Direction::Down, ChangePart::By) => "fell by",
            (Direction::Down, ChangePart::To) => "fell to",
            (Direction::Down, ChangePart::From) => "fell from",
            (Direction::Same, _) => "unchanged at",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        for (plain, grouped) in [
            ("0", "0"),
            ("999", "999"),
            ("2375", "2,375"),
            ("10742", "10,742"),
            ("-1500000000", "-1,500,000,000"),
            ("123456.789", "123,456.789"),
        ] {
            assert_eq!(Grouped(plain).to_string(), grouped);
        }
    }

    #[test]
    fn ranks_carry_the_suffix_of_their_last_digits() {
        let shown: Vec<_> = ["1", "2", "3", "4", "11", "12", "13", "21", "112"].map(ordinal_suffix).into();
        assert_eq!(shown.join(" "), "st nd rd th th th th st th");
    }

    #[test]
    fn a_reader_sees_words_for_units_whose_code_he_would_not_know() {
        assert!(UNIT_WORDS.is_sorted());
        assert_eq!(unit_word("[mi_i]", true), "mile");
        assert_eq!(unit_word("GW.h", false), "GWh");
        assert_eq!(unit_word("km", false), "km");
        for row in include_str!("../../data/lists/units.tsv").lines().filter(|row| !row.starts_with('#')) {
            let code = row.split('\t').next().unwrap_or("");
            let word = unit_word(code, false);
            assert!(!word.contains(['[', '_']), "{code} is shown as {word}");
        }
    }
}
