//! Units of measure.

use super::Decimal;

/// A unit of measure, by its UCUM code where one exists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    pub(crate) code: &'static str,
    /// The unit of the International System for this dimension, and how many of it make one.
    pub(crate) si: Option<(&'static str, Decimal)>,
}

impl Unit {
    /// The UCUM code, as "km"; "pp" for percentage points.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// The unit of the International System, and how many of it make one.
    #[must_use]
    pub const fn si(self) -> Option<(&'static str, Decimal)> {
        self.si
    }
}
