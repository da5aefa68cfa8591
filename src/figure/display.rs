//! A figure as a person reads it: "more than 1,200 km", "USD 600,000,000 to 750,000,000".

use std::fmt;

use super::{ChangePart, Direction, Figure, FigureKind, Hedge, Quantity, Value};

/// Writes a plain decimal with commas between thousands. Four digits stay together: they are
/// as often a year or a house number, and no harder to read.
struct Grouped<'a>(&'a str);

impl fmt::Display for Grouped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, digits) = self.0.strip_prefix('-').map_or(("", self.0), |digits| ("-", digits));
        let whole = digits.find('.').unwrap_or(digits.len());
        f.write_str(sign)?;
        if whole <= 4 {
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

/// Codes of UCUM that a newspaper reader would not know, as he would write them: singular, plural.
/// A code that is not here ("km", "kg", "°C") is its own best form.
const UNITS: [(&str, &str, &str); 27] = [
    ("%", "%", "%"),
    ("pp", "percentage point", "percentage points"),
    ("a", "year", "years"),
    ("mo", "month", "months"),
    ("wk", "week", "weeks"),
    ("d", "day", "days"),
    ("h", "hour", "hours"),
    ("min", "minute", "minutes"),
    ("s", "second", "seconds"),
    ("Cel", "°C", "°C"),
    ("[degF]", "°F", "°F"),
    ("[mi_i]", "mile", "miles"),
    ("[nmi_i]", "nautical mile", "nautical miles"),
    ("[yd_i]", "yard", "yards"),
    ("[ft_i]", "foot", "feet"),
    ("[in_i]", "inch", "inches"),
    ("[lb_av]", "pound", "pounds"),
    ("[oz_av]", "ounce", "ounces"),
    ("[ston_av]", "short ton", "short tons"),
    ("t", "tonne", "tonnes"),
    ("[acr_us]", "acre", "acres"),
    ("har", "hectare", "hectares"),
    ("[gal_us]", "gallon", "gallons"),
    ("[bbl_us]", "barrel", "barrels"),
    ("[mi_i]/h", "mile an hour", "miles an hour"),
    ("km2", "km²", "km²"),
    ("m2", "m²", "m²"),
];

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
                    return write!(f, "no. {number}");
                }
            }
            FigureKind::Age if self.unit.is_none() => {
                return write!(f, "{quantity} {}", if quantity.is_one() { "year" } else { "years" });
            }
            FigureKind::Percent if self.unit.is_none() => return write!(f, "{quantity}%"),
            _ => {}
        }
        let Some(unit) = self.unit else { return quantity.fmt(f) };
        let known = UNITS.iter().find(|(code, ..)| *code == unit.code());
        let word = known.map_or(unit.code(), |(_, one, many)| if quantity.is_one() { one } else { many });
        // "5.6%", but "5 km" and "20 °C".
        let space = if word == "%" { "" } else { " " };
        write!(f, "{quantity}{space}{word}")
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
    fn thousands_are_grouped_from_five_digits_on() {
        for (plain, grouped) in [
            ("0", "0"),
            ("2019", "2019"),
            ("10742", "10,742"),
            ("-1500000000", "-1,500,000,000"),
            ("123456.789", "123,456.789"),
        ] {
            assert_eq!(Grouped(plain).to_string(), grouped);
        }
    }
}
