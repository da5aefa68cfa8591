//! Pack: the file `data/lexicon.bin`.
//!
//! ```text
//! "ADLX"  format u16  words u32  phrases u32
//! words × (key as the difference to the last, LEB128)   words × facts, 3 bytes
//! phrases × (key, likewise)                             phrases × lists, 2 bytes
//! ```
//! All little-endian; keys ascend. A key is the upper bits of a hash, the spelling is not kept:
//! an unlisted word has the key of a listed one in 0.6 % of cases, an unlisted phrase in 0.01 %.

use super::gazetteer::Facts;
use crate::error::{Error, ErrorKind};

const MAGIC: [u8; 4] = *b"ADLX";
const VERSION: u16 = 1;
const WHAT: &str = "lexicon";

/// Keys with their values, in ascending order of the keys.
#[derive(Debug, Default)]
pub(super) struct Pack {
    pub(super) words: Vec<(u32, u32)>,
    pub(super) phrases: Vec<(u32, u32)>,
}

/// The key of a word by its hash.
pub(super) const fn word_key(hash: u64) -> u32 {
    (hash >> 40) as u32
}

/// The key of a phrase by its hash.
pub(super) const fn phrase_key(hash: u64) -> u32 {
    (hash >> 36) as u32
}

/// Reads the file.
pub(super) fn read(bytes: &[u8]) -> Result<Pack, Error> {
    let mut reader = Reader { bytes, at: 0, total: bytes.len() };
    let magic = reader.array::<4>().unwrap_or_default();
    if magic != MAGIC {
        return Err(ErrorKind::Magic { what: WHAT, found: magic }.into());
    }
    let found = u16::from_le_bytes(reader.array()?);
    if found != VERSION {
        return Err(ErrorKind::Version { what: WHAT, found, supported: VERSION }.into());
    }
    let words = u32::from_le_bytes(reader.array()?) as usize;
    let phrases = u32::from_le_bytes(reader.array()?) as usize;
    let pack = Pack {
        words: reader.table(words, 24, Facts::BITS.div_ceil(8) as usize)?,
        phrases: reader.table(phrases, 28, 2)?,
    };
    if reader.at != bytes.len() {
        return Err(ErrorKind::Length { what: WHAT, found: bytes.len(), wanted: reader.at }.into());
    }
    Ok(pack)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    total: usize,
}

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let end = self.at + N;
        let found = self.bytes.get(self.at..end).and_then(|slice| slice.try_into().ok());
        self.at = end;
        found.ok_or_else(|| ErrorKind::Length { what: WHAT, found: self.total, wanted: end }.into())
    }

    fn table(&mut self, len: usize, key_bits: u32, value_bytes: usize) -> Result<Vec<(u32, u32)>, Error> {
        // A key takes a byte at least: a length that the file cannot hold is refused before memory
        // is asked for it.
        let wanted = self.at.saturating_add(len.saturating_mul(1 + value_bytes));
        if wanted > self.total {
            return Err(ErrorKind::Length { what: WHAT, found: self.total, wanted }.into());
        }
        let mut table = Vec::with_capacity(len);
        let mut key = 0u64;
        for index in 0..len {
            let step = self.varint()?;
            key += u64::from(step);
            if key >> key_bits != 0 || (step == 0 && index > 0) {
                return Err(ErrorKind::Corrupt { what: WHAT, reason: "keys do not ascend" }.into());
            }
            table.push((key as u32, 0));
        }
        for entry in &mut table {
            let mut value = 0;
            for byte in 0..value_bytes {
                value |= u32::from(self.array::<1>()?[0]) << (8 * byte);
            }
            if value == 0 {
                return Err(ErrorKind::Corrupt { what: WHAT, reason: "an entry without a value" }.into());
            }
            entry.1 = value;
        }
        Ok(table)
    }

    fn varint(&mut self) -> Result<u32, Error> {
        let mut value = 0;
        for shift in (0..28).step_by(7) {
            let [byte] = self.array()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(ErrorKind::Corrupt { what: WHAT, reason: "a number longer than 28 bits" }.into())
    }
}

/// Appends a number, seven bits in a byte, the lowest first (LEB128).
#[cfg(feature = "train")]
pub(crate) fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Writes the file; the tables must ascend by key.
#[cfg(feature = "train")]
pub(super) fn write(pack: &Pack) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((pack.words.len() as u32).to_le_bytes());
    bytes.extend((pack.phrases.len() as u32).to_le_bytes());
    for (table, value_bytes) in [(&pack.words, 3), (&pack.phrases, 2)] {
        let mut last = 0;
        for &(key, _) in table {
            push_varint(&mut bytes, key - last);
            last = key;
        }
        for &(_, value) in table {
            bytes.extend(&value.to_le_bytes()[..value_bytes]);
        }
    }
    bytes
}
