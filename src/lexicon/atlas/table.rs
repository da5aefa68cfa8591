//! Table: the file of places, by the key of their names.
//!
//! The file opens with `ADPL`, the format version and the numbers of records and names, all little
//! endian. Then come the records, of [`RECORD`] bytes each, and the names: the high 32 bits of a
//! key and the index of a record, sorted by both. Two names of one 32-bit key are taken for the
//! same; with the 56,000 names of the embedded table that happens to one name in 76,000.

use super::{PlaceKind, Record};
#[cfg(any(feature = "embedded-model", feature = "train", test))]
use crate::error::{Error, ErrorKind};
use crate::lexicon::Country;

#[cfg(any(feature = "embedded-model", feature = "train", test))]
pub(super) const MAGIC: [u8; 4] = *b"ADPL";
#[cfg(any(feature = "embedded-model", feature = "train", test))]
pub(super) const VERSION: u16 = 1;
#[cfg(any(feature = "embedded-model", feature = "train", test))]
const HEADER: usize = 16;
/// Latitude, longitude, country, region, kind, size.
pub(super) const RECORD: usize = 10;
const NAME: usize = 8;
#[cfg(any(feature = "embedded-model", feature = "train", test))]
const WHAT: &str = "table of places";

/// Steps of a degree: a latitude fits 16 bits by 1/360°, a longitude by 1/180°, which is 0.3 and at
/// most 0.6 kilometres.
pub(super) const LATITUDE_STEPS: f32 = 360.0;
pub(super) const LONGITUDE_STEPS: f32 = 180.0;
/// Latitude of a record whose place is not known.
pub(super) const NOWHERE: i16 = i16::MIN;

/// The table, checked when it was loaded: reading a record cannot fail.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Table<'b> {
    records: &'b [u8],
    names: &'b [u8],
}

impl<'b> Table<'b> {
    /// Reads a table.
    ///
    /// # Errors
    /// When the bytes are no table, of another version, of another length than announced, or when
    /// a name or record in them cannot be.
    #[cfg(any(feature = "embedded-model", feature = "train", test))]
    pub(super) fn from_bytes(bytes: &'b [u8]) -> Result<Self, Error> {
        let found: [u8; 4] = std::array::from_fn(|i| bytes.get(i).copied().unwrap_or(0));
        if found != MAGIC || bytes.len() < HEADER {
            return Err(ErrorKind::Magic { what: WHAT, found }.into());
        }
        let version = u16::from_le_bytes([bytes[4], bytes[5]]);
        if version != VERSION {
            return Err(ErrorKind::Version { what: WHAT, found: version, supported: VERSION }.into());
        }
        let count = |at: usize| u32::from_le_bytes(std::array::from_fn(|i| bytes[at + i])) as usize;
        let (records, names) = (count(8), count(12));
        let wanted = records.saturating_mul(RECORD).saturating_add(names.saturating_mul(NAME)).saturating_add(HEADER);
        if bytes.len() != wanted {
            return Err(ErrorKind::Length { what: WHAT, found: bytes.len(), wanted }.into());
        }
        let (records, names) = bytes[HEADER..].split_at(records * RECORD);
        let table = Self { records, names };
        let corrupt = |reason| Error::from(ErrorKind::Corrupt { what: WHAT, reason });
        for index in 0..names.len() / NAME {
            if table.index(index) >= records.len() / RECORD {
                return Err(corrupt("a name points past the last record"));
            }
            if index > 0 && table.key(index - 1) > table.key(index) {
                return Err(corrupt("the names are not sorted"));
            }
        }
        for record in records.chunks_exact(RECORD) {
            if kind_of(record[8]).is_none() {
                return Err(corrupt("a record of no kind"));
            }
            if !(record[4..6].iter().all(u8::is_ascii_uppercase) || record[4..6] == [0, 0]) {
                return Err(corrupt("a country that is no code"));
            }
        }
        Ok(table)
    }

    fn key(&self, index: usize) -> u32 {
        u32::from_le_bytes(std::array::from_fn(|i| self.names[index * NAME + i]))
    }

    fn index(&self, index: usize) -> usize {
        u32::from_le_bytes(std::array::from_fn(|i| self.names[index * NAME + 4 + i])) as usize
    }

    /// The places of a name, by the key of its words; the most populous first.
    pub(super) fn find(&self, key: u64) -> impl Iterator<Item = Record> + use<'b> {
        let (table, key) = (*self, (key >> 32) as u32);
        let (mut low, mut high) = (0, self.names.len() / NAME);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key(middle) < key { low = middle + 1 } else { high = middle }
        }
        let all = low..self.names.len() / NAME;
        all.take_while(move |&index| table.key(index) == key).map(move |index| table.record(table.index(index)))
    }

    fn record(&self, index: usize) -> Record {
        let bytes: [u8; RECORD] = std::array::from_fn(|i| self.records[index * RECORD + i]);
        let latitude = i16::from_le_bytes([bytes[0], bytes[1]]);
        let longitude = i16::from_le_bytes([bytes[2], bytes[3]]);
        Record {
            kind: kind_of(bytes[8]).expect("checked on loading"),
            country: (bytes[4] > 0).then(|| Country::new([bytes[4], bytes[5]])),
            region: u16::from_le_bytes([bytes[6], bytes[7]]),
            latitude: f32::from(latitude) / LATITUDE_STEPS,
            longitude: f32::from(longitude) / LONGITUDE_STEPS,
            has_location: latitude != NOWHERE,
            size: size_of(bytes[9]),
        }
    }
}

/// The size of a code: half steps of a doubling, so that it is right within a fifth.
pub(super) fn size_of(code: u8) -> f32 {
    if code == 0 {
        return 0.0;
    }
    let whole = (1u64 << (code / 2).min(63)) as f32;
    if code % 2 == 1 { whole * std::f32::consts::SQRT_2 } else { whole }
}

const KINDS: [PlaceKind; 7] = [
    PlaceKind::Country,
    PlaceKind::Region,
    PlaceKind::City,
    PlaceKind::Water,
    PlaceKind::Land,
    PlaceKind::Facility,
    PlaceKind::Continent,
];

fn kind_of(code: u8) -> Option<PlaceKind> {
    KINDS.get(usize::from(code)).copied()
}

#[cfg(feature = "train")]
pub(super) fn code_of(kind: PlaceKind) -> u8 {
    KINDS.iter().position(|&known| known == kind).expect("every kind has a code") as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_table_are_refused_with_the_reason() {
        assert_eq!(
            Table::from_bytes(b"ADP").unwrap_err().to_string(),
            "found \"ADP\\\\x00\" at the start, not the mark of a table of places"
        );
        let mut bytes = [&MAGIC[..], &[9, 0, 0, 0], &[0; 8]].concat();
        assert_eq!(
            Table::from_bytes(&bytes).unwrap_err().to_string(),
            "table of places format 9 is not supported: this build reads format 1"
        );
        bytes[4] = 1;
        bytes[12] = 1;
        assert_eq!(
            Table::from_bytes(&bytes).unwrap_err().to_string(),
            "table of places of 16 bytes where its header announces 24"
        );
        bytes.extend([0; 8]);
        assert_eq!(
            Table::from_bytes(&bytes).unwrap_err().to_string(),
            "corrupt table of places: a name points past the last record"
        );
    }

    #[test]
    fn a_size_is_kept_within_a_fifth() {
        assert!((size_of(40) - 1_048_576.0).abs() < 1.0);
        assert!((size_of(41) / size_of(40) - 1.414).abs() < 0.01);
    }
}
