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
use crate::packed::Reader;
#[cfg(feature = "train")]
use crate::packed::push_keys;

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
    let mut reader = Reader::new(WHAT, bytes);
    reader.magic(MAGIC)?;
    let found = reader.u16()?;
    if found != VERSION {
        return Err(ErrorKind::Version { what: WHAT, found, supported: VERSION }.into());
    }
    let words = reader.u32()? as usize;
    let phrases = reader.u32()? as usize;
    let pack = Pack {
        words: table(&mut reader, words, 24, Facts::BITS.div_ceil(8) as usize)?,
        phrases: table(&mut reader, phrases, 28, 2)?,
    };
    reader.end()?;
    Ok(pack)
}

fn table(reader: &mut Reader<'_>, len: usize, key_bits: u32, value_bytes: usize) -> Result<Vec<(u32, u32)>, Error> {
    let keys = reader.keys(len, key_bits)?;
    let values = reader.take(len.saturating_mul(value_bytes))?.chunks_exact(value_bytes);
    let values = values.map(|bytes| bytes.iter().rev().fold(0, |value, &byte| value << 8 | u32::from(byte)));
    let table: Vec<(u32, u32)> = keys.into_iter().zip(values).collect();
    if table.iter().any(|entry| entry.1 == 0) {
        return Err(reader.corrupt("an entry without a value"));
    }
    Ok(table)
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
        push_keys(&mut bytes, table.iter().map(|&(key, _)| key));
        for &(_, value) in table {
            bytes.extend(&value.to_le_bytes()[..value_bytes]);
        }
    }
    bytes
}
