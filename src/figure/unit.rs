//! Units and currencies.

use std::fmt;

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

/// A currency, by its ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    pub(crate) const fn new(code: [u8; 3]) -> Self {
        Self(code)
    }

    /// The ISO 4217 code, as "USD".
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("codes are ASCII letters")
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
