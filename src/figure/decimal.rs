//! Decimal: exact numbers.

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

impl Decimal {
    /// `coefficient` x 10^`exponent`.
    #[must_use]
    pub const fn new(coefficient: i128, exponent: i16) -> Self {
        Self { coefficient, exponent }
    }

    /// The nearest double.
    #[must_use]
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
        let places = usize::from(self.exponent.unsigned_abs());
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}
