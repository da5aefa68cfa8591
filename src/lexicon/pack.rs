//! Pack: the file `data/lexicon.bin`.
//!
//! ```text
//! "ADLX"  format u16  words u32  phrases u32  classes u16  groups of lists u16
//! classes × (middle class u16, wide class u8)  groups × lists u16
//! lengths of the prefix codes  bits of the lower parts of key steps 2 × u8  lengths of the runs u32
//! runs of bits: keys of words  their narrow classes  their other facts  keys of phrases  their groups
//! 8 bytes of 0
//! ```
//! All little-endian; keys ascend and stand as differences (Rice code). A class takes 11 bits. Of
//! the other facts, which two words in three do not have, a prefix code says which groups are there;
//! each has a code of its own. A key is the upper bits of a hash, the spelling is not kept: an unlisted
//! word has the key of a listed one in 0.6 % of cases, an unlisted phrase in 0.02 %.

use super::gazetteer::Facts;
use crate::error::{Error, ErrorKind};
use crate::packed::Reader;
use crate::prefix_code::{Bits, Decoder, runs};

const MAGIC: [u8; 4] = *b"ADLX";
const VERSION: u16 = 2;
const WHAT: &str = "lexicon";

/// Bits of the keys of words and of phrases.
pub(super) const WORD_BITS: u32 = 26;
pub(super) const PHRASE_BITS: u32 = 28;

/// Symbols of the codes of facts: which groups are there, then a number for each group.
const FACTS: [usize; 1 + Facts::GROUPS] = [1 << Facts::GROUPS, 64, 32, 8];
/// Different groups of lists that one name may be in.
const GROUPS: usize = 256;
const SLOTS: usize = 1 << 12;

const RUNS: usize = 5;

/// Keys with their values, in ascending order of the keys.
#[derive(Debug, Default)]
pub(super) struct Pack {
    /// The middle and the wide class of each narrow one; the first is that of no class.
    pub(super) classes: Vec<(u16, u8)>,
    pub(super) words: Vec<(u32, u32)>,
    pub(super) phrases: Vec<(u32, u32)>,
}

/// The key of a word by its hash.
pub(super) const fn word_key(hash: u64) -> u32 {
    (hash >> (64 - WORD_BITS)) as u32
}

/// The key of a phrase by its hash.
pub(super) const fn phrase_key(hash: u64) -> u32 {
    (hash >> (64 - PHRASE_BITS)) as u32
}

/// Reads the file. The class of a word is one of `classes`.
pub(super) fn read(bytes: &[u8]) -> Result<Pack, Error> {
    let mut reader = Reader::new(WHAT, bytes);
    reader.magic(MAGIC)?;
    let found = reader.u16()?;
    if found != VERSION {
        return Err(ErrorKind::Version { what: WHAT, found, supported: VERSION }.into());
    }
    let (words, phrases) = (reader.u32()? as usize, reader.u32()? as usize);
    let (classes, groups) = (reader.u16()?, reader.u16()?);
    let mut class = || Ok::<_, Error>((reader.u16()?, reader.array::<1>()?[0]));
    let classes: Vec<_> = (0..classes).map(|_| class()).collect::<Result<_, _>>()?;
    let groups: Vec<_> = (0..groups).map(|_| reader.u16()).collect::<Result<_, _>>()?;
    let mut code = |symbols| Decoder::<SLOTS>::read(&mut reader, symbols);
    let (there, names, habits, longest) = (code(FACTS[0])?, code(FACTS[1])?, code(FACTS[2])?, code(FACTS[3])?);
    let group = code(GROUPS)?;
    let lower: [u8; 2] = reader.array()?;
    let (mut runs, lengths) = runs::<{ RUNS }>(&mut reader)?;
    let [word_keys, narrow, facts, phrase_keys, phrase_groups] = &mut runs;

    let word = || {
        let class = narrow.fixed(Facts::CLASS_BITS);
        let mut peeked = facts.peek();
        let there = peeked.symbol(&there);
        let mut groups = [0; Facts::GROUPS];
        // Asked first, since each symbol waits for the one before, and most words have none of these.
        if there != 0 {
            groups = [
                peeked.symbol_if(there & 1 != 0, &names),
                peeked.symbol_if(there & 2 != 0, &habits),
                peeked.symbol_if(there & 4 != 0, &longest),
            ];
        }
        facts.take(&peeked);
        if class as usize >= classes.len() { 0 } else { Facts::from_groups(class, groups).bits() }
    };
    let words = table(&reader, words, word_keys, lower[0], WORD_BITS, word)?;
    let phrase = || {
        let mut peeked = phrase_groups.peek();
        let symbol = peeked.symbol(&group);
        phrase_groups.take(&peeked);
        groups.get(usize::from(symbol)).copied().map_or(0, u32::from)
    };
    let phrases = table(&reader, phrases, phrase_keys, lower[1], PHRASE_BITS, phrase)?;
    let whole = runs.iter().map(Bits::bytes).eq(lengths);
    if whole {
        Ok(Pack { classes, words, phrases })
    } else {
        Err(reader.corrupt("its tables end before or after its bits"))
    }
}

/// So many keys, each with the value that comes next.
fn table(
    reader: &Reader<'_>,
    len: usize,
    keys: &mut Bits<'_>,
    lower: u8,
    key_bits: u32,
    mut value: impl FnMut() -> u32,
) -> Result<Vec<(u32, u32)>, Error> {
    let lower = u32::from(lower).min(24);
    // A length that the file does not hold asks for little memory and soon ends: past its end are
    // zeros, which do not ascend.
    let mut entries = Vec::with_capacity(len.min(1 << 20));
    let mut key = 0u64;
    for index in 0..len {
        let step = keys.number(lower);
        key += step;
        if key >> key_bits != 0 || (step == 0 && index > 0) {
            return Err(reader.corrupt("keys do not ascend"));
        }
        let value = value();
        if value == 0 {
            return Err(reader.corrupt("an entry without a value"));
        }
        entries.push((key as u32, value));
    }
    Ok(entries)
}

/// Writes the file; the tables must ascend by key.
#[cfg(feature = "train")]
pub(super) fn write(pack: &Pack) -> Vec<u8> {
    use crate::prefix_code::{BitWriter, Encoder, write_runs};

    let mut groups: Vec<u16> = pack.phrases.iter().map(|&(_, lists)| lists as u16).collect();
    groups.sort_unstable();
    groups.dedup();
    assert!(groups.len() <= GROUPS, "names are in {} different groups of lists", groups.len());
    let group_of = |lists: u32| groups.partition_point(|&group| u32::from(group) < lists);

    let mut counts = FACTS.map(|symbols| vec![0; symbols]);
    for &(_, facts) in &pack.words {
        for (counts, symbol) in counts.iter_mut().zip(symbols_of(facts)) {
            if let Some(symbol) = symbol {
                counts[symbol] += 1;
            }
        }
    }
    let codes = counts.map(|counts| Encoder::new(&counts, SLOTS));
    let mut counts = [0; GROUPS];
    for &(_, lists) in &pack.phrases {
        counts[group_of(lists)] += 1;
    }
    let group_code = Encoder::new(&counts, SLOTS);

    let mut runs: [BitWriter; RUNS] = Default::default();
    let [word_keys, narrow, facts_run, phrase_keys, phrase_groups] = &mut runs;
    let lower = [put_keys(&pack.words, WORD_BITS, word_keys), put_keys(&pack.phrases, PHRASE_BITS, phrase_keys)];
    for &(_, facts) in &pack.words {
        narrow.put(Facts::from_bits(facts).narrow(), Facts::CLASS_BITS);
        for (code, symbol) in codes.iter().zip(symbols_of(facts)) {
            if let Some(symbol) = symbol {
                code.put(symbol, facts_run);
            }
        }
    }
    for &(_, lists) in &pack.phrases {
        group_code.put(group_of(lists), phrase_groups);
    }

    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((pack.words.len() as u32).to_le_bytes());
    bytes.extend((pack.phrases.len() as u32).to_le_bytes());
    bytes.extend((pack.classes.len() as u16).to_le_bytes());
    bytes.extend((groups.len() as u16).to_le_bytes());
    for &(middle, wide) in &pack.classes {
        bytes.extend(middle.to_le_bytes());
        bytes.push(wide);
    }
    bytes.extend(groups.iter().flat_map(|group| group.to_le_bytes()));
    for code in codes.iter().chain([&group_code]) {
        code.write(&mut bytes);
    }
    bytes.extend(lower);
    write_runs(runs, &mut bytes);
    bytes
}

/// Which groups of facts a word has, then those that it has.
#[cfg(feature = "train")]
fn symbols_of(facts: u32) -> [Option<usize>; 1 + Facts::GROUPS] {
    let groups = Facts::from_bits(facts).groups();
    let there = (0..Facts::GROUPS).fold(0, |there, group| there | usize::from(groups[group] != 0) << group);
    let [names, habits, longest] = groups.map(|group| (group != 0).then_some(usize::from(group)));
    [Some(there), names, habits, longest]
}

/// Appends keys that ascend; gives the bits of the lower part of a step.
#[cfg(feature = "train")]
fn put_keys(entries: &[(u32, u32)], key_bits: u32, run: &mut crate::prefix_code::BitWriter) -> u8 {
    // As of the rows of a model: shortest with seven tenths of the mean step in the lower part.
    let mean = (1 << key_bits) / entries.len().max(1);
    let lower = (mean * 7 / 10).max(1).ilog2().min(24);
    let mut last = 0;
    for &(key, _) in entries {
        run.number(key - last, lower);
        last = key;
    }
    lower as u8
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;

    /// Words of which two in three have a class alone, and names in a few groups of lists.
    fn sample() -> Vec<u8> {
        let facts =
            |n: u32| Facts::from_groups(n % 5 + 1, if n % 3 == 0 { [n as u8 % 50, n as u8 % 24, 2] } else { [0; 3] });
        let words = (0..400).map(|n| (n * n * 400 + n, facts(n).bits())).collect();
        let phrases = (0..300).map(|n| (n * 890_000, 1 << (n % 4) | 1)).collect();
        write(&Pack { classes: vec![(0, 0), (3, 1), (3, 1), (7, 2), (8, 2), (9, 1)], words, phrases })
    }

    #[test]
    fn tables_are_read_as_they_were_written() {
        let bytes = sample();
        let pack = read(&bytes).unwrap();
        assert_eq!((pack.words.len(), pack.phrases.len(), pack.classes[3]), (400, 300, (7, 2)));
        assert_eq!(write(&pack), bytes);
        let facts = Facts::from_bits(pack.words[399].1);
        assert_eq!((pack.words[399].0, facts.narrow(), facts.longest()), (399 * 399 * 400 + 399, 5, 2));
    }

    #[test]
    fn a_file_with_any_byte_changed_is_refused_or_read_to_ascending_tables() {
        let whole = sample();
        for place in 0..whole.len() {
            let mut other = whole.clone();
            other[place] ^= 0x55;
            if let Ok(pack) = read(&other) {
                for (table, bits) in [(&pack.words, WORD_BITS), (&pack.phrases, PHRASE_BITS)] {
                    assert!(table.is_sorted_by(|a, b| a.0 < b.0) && table.iter().all(|e| e.0 >> bits == 0 && e.1 != 0));
                }
            }
        }
    }

    #[test]
    fn a_file_cut_short_or_of_another_length_or_format_is_refused() {
        let whole = sample();
        for cut in 0..whole.len() {
            read(&whole[..cut]).expect_err("a file cut short was read");
        }
        for (place, value) in [(6, 0xff), (6, 0), (10, 0xff), (10, 0), (14, 3), (16, 1)] {
            let mut other = whole.clone();
            other[place] = value;
            read(&other).expect_err("a file of other lengths was read");
        }
        let mut other = whole;
        other[4] = 1;
        assert_eq!(
            read(&other).unwrap_err().to_string(),
            "lexicon format 1 is not supported: this build reads format 2"
        );
    }
}
