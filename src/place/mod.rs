//! Where it is: countries and coordinates of places, chosen by the article's own evidence.

use std::fmt;

use crate::alias::Entities;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::text::Document;

/// A country, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    pub(crate) const fn new(code: [u8; 2]) -> Self {
        Self(code)
    }

    /// The ISO 3166-1 alpha-2 code, as "BO".
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("codes are ASCII letters")
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a place lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// Degrees north, -90 to 90.
    pub latitude: f32,
    /// Degrees east, -180 to 180.
    pub longitude: f32,
    /// How far from there the place may reach, in kilometres.
    pub precision_km: f32,
}

/// Finds country and coordinates of the places among the entities.
pub fn resolve(_article: &Article<'_>, _document: &Document<'_>, _lexicon: &Lexicon, _entities: &mut Entities<'_>) {}
