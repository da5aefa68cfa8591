//! Atlas: places by name, with country, coordinates and size.

#[cfg(feature = "train")]
mod pack;
mod table;

#[cfg(feature = "train")]
pub use pack::{PlaceRow, pack};

use once_cell::sync::Lazy;

use super::Country;
use table::Table;

#[cfg(feature = "embedded-model")]
static TABLE: Lazy<Table<'static>> = Lazy::new(|| {
    Table::from_bytes(include_bytes!("../../../data/places.bin"))
        .expect("embedded table, checked by the tests of `place`")
});
#[cfg(not(feature = "embedded-model"))]
static TABLE: Lazy<Table<'static>> = Lazy::new(Table::default);

/// Reads the bytes of an atlas.
#[cfg(fuzzing)]
pub(super) fn check(bytes: &[u8]) -> Result<(), crate::Error> {
    table::Table::from_bytes(bytes).map(drop)
}

/// The places of a name, by the key of its words; the most populous first.
pub(crate) fn find(key: u64) -> impl Iterator<Item = Record> {
    TABLE.find(key)
}

/// Whether a name, by the key of its words, is that of a city or region: then "Baghdad" is not short
/// for "Baghdad International Airport".
pub(crate) fn is_settled(key: u64) -> bool {
    find(key).any(|record| matches!(record.kind, PlaceKind::City | PlaceKind::Region))
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

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlaceKind {
    /// A country or territory with a code of its own.
    Country,
    /// A state, province or county; also a part of the world, as the Middle East.
    Region,
    /// A city, town or village.
    City,
    /// A river, lake, sea or strait.
    Water,
    /// A mountain, island, desert or plain.
    Land,
    /// A building, airport, street, park or base.
    Facility,
    /// A continent.
    Continent,
}

impl PlaceKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::City => "city",
            Self::Water => "water",
            Self::Land => "land",
            Self::Facility => "facility",
            Self::Continent => "continent",
        }
    }
}

/// A place of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Record {
    pub(crate) kind: PlaceKind,
    pub(crate) country: Option<Country>,
    /// The region it lies in, or that it is; a number without meaning but that it is the same for
    /// both. 0 where it is not known.
    pub(crate) region: u16,
    pub(crate) latitude: f32,
    pub(crate) longitude: f32,
    pub(crate) has_location: bool,
    /// Inhabitants, or for a region half those of its cities; for a country the kilometres from its
    /// middle to its borders. 0 where it is not known.
    pub(crate) size: f32,
}

impl Record {
    /// Where it lies and how far it may reach.
    pub(crate) fn location(&self) -> Option<Location> {
        let precision_km = match self.kind {
            // A city of a million reaches some 15 km, and its area grows with its people.
            PlaceKind::City => (self.size / 4500.0).sqrt().max(2.0),
            PlaceKind::Country => self.size,
            // What nine regions in ten of those with coordinates stay within.
            _ => 300.0,
        };
        self.has_location.then_some(Location { latitude: self.latitude, longitude: self.longitude, precision_km })
    }
}
