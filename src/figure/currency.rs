//! Currency: money by its ISO 4217 code.

use std::fmt;

use super::piece::hash_of;

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

/// Whether a word is a currency code.
pub(super) fn is_code(hash: u64) -> bool {
    ["usd", "eur", "gbp"].iter().any(|code| hash == hash_of(code))
}
