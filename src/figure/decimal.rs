//! Decimal: exact numbers.

use std::cmp::Ordering;
use std::fmt;

/// An exact decimal number: `coefficient` x 10^`exponent`, as the text gives it.
///
/// "3.0" and "3" differ in precision and stay different.
///
/// # Examples
/// ```
/// use article_digest::Decimal;
///
/// assert_eq!(Decimal::new(15, 8).to_string(), "1500000000");
/// assert_eq!(Decimal::new(551, -1).to_string(), "55.1");
/// assert_eq!(Decimal::new(30, -1).to_string(), "3.0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    coefficient: i128,
    exponent: i16,
}

/// Digits of a coefficient that always fit: i128 holds 38, and a sum needs one to spare.
const MAX_DIGITS: usize = 36;

impl Decimal {
    pub(crate) const ONE: Self = Self::new(1, 0);
    pub(crate) const ZERO: Self = Self::new(0, 0);

    /// `coefficient` x 10^`exponent`.
    #[must_use]
    pub const fn new(coefficient: i128, exponent: i16) -> Self {
        Self { coefficient, exponent }
    }

    /// Reads plain digits with at most one decimal point and a sign; none where that is not what
    /// it is, or where it has more digits than can be kept exactly.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.len() + fraction.len() == 0 {
            return None;
        }
        let mut coefficient = 0_i128;
        // Leading zeros cost no room: "0000…01" is 1 however long it is.
        let mut significant = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            let digit = byte.is_ascii_digit().then(|| i128::from(byte - b'0'))?;
            coefficient = coefficient * 10 + digit;
            significant += usize::from(coefficient != 0);
            if significant > MAX_DIGITS {
                return None;
            }
        }
        let exponent = -i16::try_from(fraction.len()).ok()?;
        Some(Self::new(if negative { -coefficient } else { coefficient }, exponent))
    }

    /// The product, where it can be kept exactly.
    pub(crate) fn checked_mul(self, other: Self) -> Option<Self> {
        let coefficient = self.coefficient.checked_mul(other.coefficient)?;
        Some(Self::new(coefficient, self.exponent.checked_add(other.exponent)?))
    }

    /// The sum, where it can be kept exactly.
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let coefficient = self.coefficient_at(exponent)?.checked_add(other.coefficient_at(exponent)?)?;
        Some(Self::new(coefficient, exponent))
    }

    /// The number x 10^`places`.
    pub(crate) fn checked_shift(self, places: i16) -> Option<Self> {
        Some(Self::new(self.coefficient, self.exponent.checked_add(places)?))
    }

    /// The quotient, where it has an end: 1/4 is 0.25, 1/3 is none.
    pub(crate) fn checked_div(self, divisor: u32) -> Option<Self> {
        let (mut rest, mut coefficient, mut exponent) = (divisor, self.coefficient, self.exponent);
        for (factor, times) in [(2, 5), (5, 2)] {
            while rest > 0 && rest % factor == 0 {
                coefficient = coefficient.checked_mul(times)?;
                exponent = exponent.checked_sub(1)?;
                rest /= factor;
            }
        }
        if rest == 0 {
            return None;
        }
        // What is left has no 2 and no 5: only a coefficient that holds it divides without end.
        let rest = i128::from(rest);
        (coefficient % rest == 0).then_some(())?;
        coefficient /= rest;
        while exponent < self.exponent && coefficient % 10 == 0 {
            coefficient /= 10;
            exponent += 1;
        }
        Some(Self::new(coefficient, exponent))
    }

    /// The quotient to so many places after the point, half away from zero.
    pub(crate) fn rounded_div(self, divisor: u32, places: i16) -> Option<Self> {
        let divisor = i128::from(divisor);
        let fine = self.coefficient_at(self.exponent.min(-places))?;
        let drop = 10_i128.checked_pow(u32::try_from(-self.exponent.min(-places) - places).ok()?)?;
        let whole = divisor.checked_mul(drop)?;
        (whole != 0).then_some(())?;
        let half = if fine < 0 { -(whole / 2) } else { whole / 2 };
        Some(Self::new(fine.checked_add(half)? / whole, -places))
    }

    pub(crate) const fn negated(self) -> Self {
        Self::new(-self.coefficient, self.exponent)
    }

    pub(crate) const fn is_negative(self) -> bool {
        self.coefficient < 0
    }

    /// Whether it was written without a decimal fraction.
    pub(crate) const fn is_whole(self) -> bool {
        self.exponent >= 0
    }

    /// The number as a small integer, where it is one.
    pub(crate) fn to_u32(self) -> Option<u32> {
        let whole = self.coefficient_at(0).or_else(|| self.shortest().coefficient_at(0))?;
        u32::try_from(whole).ok()
    }

    /// The same number without zeros at the end of its fraction.
    pub(crate) fn shortest(self) -> Self {
        let mut short = self;
        while short.exponent < 0 && short.coefficient % 10 == 0 {
            short.coefficient /= 10;
            short.exponent += 1;
        }
        short
    }

    fn coefficient_at(self, exponent: i16) -> Option<i128> {
        let places = i32::from(self.exponent) - i32::from(exponent);
        let power = 10_i128.checked_pow(u32::try_from(places).ok()?)?;
        self.coefficient.checked_mul(power)
    }

    /// Which of two is more, by value; none where they lie too far apart to be compared exactly.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        let exponent = self.exponent.min(other.exponent);
        Some(self.coefficient_at(exponent)?.cmp(&other.coefficient_at(exponent)?))
    }

    /// The nearest double.
    #[must_use]
    #[allow(clippy::missing_panics_doc)] // digits and an exponent are always a number
    pub fn to_f64(self) -> f64 {
        // Through the decimal digits: exact rounding, on every machine the same.
        format!("{}e{}", self.coefficient, self.exponent).parse().expect("digits and an exponent are a number")
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.coefficient.unsigned_abs().to_string();
        let sign = if self.coefficient < 0 { "-" } else { "" };
        if self.exponent >= 0 {
            let zeros = if self.coefficient == 0 { 0 } else { self.exponent as usize };
            return write!(f, "{sign}{digits}{}", "0".repeat(zeros));
        }
        // A fraction that came of a scale has an end of its own: 1.5 million is no 1500000.0.
        let places = usize::from(self.exponent.unsigned_abs());
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a number")
    }

    #[test]
    fn digits_keep_their_precision() {
        assert_eq!(decimal("3.0").to_string(), "3.0");
        assert_eq!(decimal("3"), Decimal::new(3, 0));
        assert_eq!(decimal("-0.05").to_string(), "-0.05");
        assert_eq!(decimal("1.50").checked_shift(9).unwrap().to_string(), "1500000000");
    }

    #[test]
    fn a_number_too_long_to_keep_exactly_is_none() {
        assert_eq!(Decimal::parse(&"9".repeat(200)), None);
        assert_eq!(Decimal::parse(&format!("{}7", "0".repeat(200))), Some(Decimal::new(7, 0)));
        assert_eq!(Decimal::parse("1.2.3"), None);
        assert_eq!(Decimal::parse(""), None);
    }

    #[test]
    fn arithmetic_is_exact_or_refused() {
        assert_eq!(decimal("0.1").checked_add(decimal("0.2")), Some(decimal("0.3")));
        assert_eq!(decimal("5").checked_div(2), Some(decimal("2.5")));
        assert_eq!(decimal("6").checked_div(3), Some(decimal("2")));
        assert_eq!(decimal("1").checked_div(3), None);
        assert_eq!(decimal("1").checked_div(0), None);
        let most = Decimal::new(i128::MAX, 0);
        assert_eq!(most.checked_add(Decimal::ONE), None);
        assert_eq!(most.checked_mul(decimal("10")), None);
        assert_eq!(Decimal::new(1, i16::MAX).checked_shift(1), None);
    }

    #[test]
    fn numbers_are_compared_by_value() {
        assert_eq!(decimal("3.0").compare(decimal("3")), Some(Ordering::Equal));
        assert_eq!(decimal("2.9").compare(decimal("3")), Some(Ordering::Less));
        assert_eq!(decimal("12.0").to_u32(), Some(12));
        assert_eq!(decimal("1.5").to_u32(), None);
    }
}
