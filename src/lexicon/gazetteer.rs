//! Gazetteer: what the lists say of a word, and which listed names stand in a sentence.

use super::pack::{self, Pack};
use crate::error::Error;
use crate::text::fold::mix;
use once_cell::sync::Lazy;

/// Longest listed name in tokens: bounds what matching costs a token.
pub(crate) const MAX_PHRASE: usize = 6;

static EMBEDDED: Lazy<Gazetteer> = Lazy::new(|| {
    Gazetteer::from_bytes(include_bytes!("../../data/lexicon.bin"))
        .expect("embedded lexicon, checked by tests/generated.rs")
});

/// What the lists say of one word.
///
/// Frequencies are classes, not flags: a bare "is a given name" is true of "Paris" and "Jordan".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facts {
    packed: u32,
    middle: u16,
    wide: u8,
}

impl Facts {
    /// Bits of the narrow class.
    pub(super) const CLASS_BITS: u32 = 11;
    /// Narrow classes; 0 is "without one".
    #[cfg(feature = "train")]
    pub(super) const CLUSTERS: usize = (1 << Self::CLASS_BITS) - 1;
    /// Groups of facts besides the class, as the file has them: names, habits of writing, listed names.
    pub(super) const GROUPS: usize = 3;

    #[cfg(feature = "train")]
    pub(super) fn new(cluster: u16, given: u8, surname: u8, case: u8, title: u8, longest: u8) -> Self {
        Self::from_groups(u32::from(cluster), [given | surname << 3, case | title << 2, longest])
    }

    pub(super) fn from_groups(narrow: u32, [names, habits, longest]: [u8; Self::GROUPS]) -> Self {
        Self::from_bits(narrow | u32::from(names) << 11 | u32::from(habits) << 17 | u32::from(longest) << 22)
    }

    #[cfg(feature = "train")]
    pub(super) const fn groups(self) -> [u8; Self::GROUPS] {
        [(self.packed >> 11 & 63) as u8, (self.packed >> 17 & 31) as u8, self.longest() as u8]
    }

    /// Facts without the wider classes.
    pub(super) const fn from_bits(packed: u32) -> Self {
        Self { packed, middle: 0, wide: 0 }
    }

    pub(super) const fn bits(self) -> u32 {
        self.packed
    }

    /// Whether a list has the word: more than a class, which hundreds of thousands have.
    pub(crate) const fn is_listed(self) -> bool {
        self.packed >> Self::CLASS_BITS != 0
    }

    /// The word's class by the company it keeps, 1 to 2047; 0 for a word without one.
    pub(crate) const fn narrow(self) -> u32 {
        self.packed & 0x7ff
    }

    /// Likewise among 511 classes, each of some narrow ones.
    pub(crate) const fn cluster(self) -> u32 {
        self.middle as u32
    }

    /// Likewise among 64 classes, each of some of the 511.
    pub(crate) const fn wide(self) -> u32 {
        self.wide as u32
    }

    /// How common it is as a given name, 0 (unlisted) to 6.
    pub(crate) const fn given(self) -> u32 {
        self.packed >> 11 & 7
    }

    /// How common it is as a family name, 0 (unlisted) to 6.
    pub(crate) const fn surname(self) -> u32 {
        self.packed >> 14 & 7
    }

    /// How it is written in mid-sentence: 0 unknown, 1 in lower case, 2 either way, 3 with a capital.
    pub(crate) const fn case(self) -> u32 {
        self.packed >> 17 & 3
    }

    /// What it calls a person: 0 nothing, 1 an address, 2 a rank, 3 an office, 4 to 6 other roles,
    /// 7 a particle of surnames.
    pub(crate) const fn title(self) -> u32 {
        self.packed >> 19 & 7
    }

    /// Whether surnames begin with it as with "de" and "bin".
    pub(crate) const fn is_particle(self) -> bool {
        self.title() == 7
    }

    /// Tokens of the longest listed name that begins with it.
    pub(crate) const fn longest(self) -> usize {
        (self.packed >> 22 & 7) as usize
    }
}

/// The lists that hold a name, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Lists(pub(crate) u16);

impl Lists {
    pub(crate) const NAMES: [&'static str; 16] = [
        "countries",
        "states and provinces",
        "capitals and great cities",
        "cities",
        "towns",
        "rivers, mountains and regions",
        "well-known places",
        "companies",
        "governments and alliances",
        "media",
        "parties and armed groups",
        "nationalities",
        "peoples, languages and religions",
        "offices",
        "products, events and works",
        "well-known organisations",
    ];

    /// Whether nationalities hold the name.
    pub(crate) const fn has_nationality(self) -> bool {
        self.0 >> 11 & 1 == 1
    }

    /// Whether peoples, languages and religions hold the name.
    pub(crate) const fn has_people(self) -> bool {
        self.0 >> 12 & 1 == 1
    }
}

/// Words with their facts and names with their lists, asked by the hashes of a document.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    /// The middle and the wide class of each narrow one.
    classes: Vec<(u16, u8)>,
    words: Table,
    phrases: Table,
}

impl Gazetteer {
    /// The one inside the crate.
    pub(crate) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Reads a lexicon file.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let Pack { classes, words, phrases } = pack::read(bytes)?;
        Ok(Self {
            classes,
            words: Table::new(&words, pack::WORD_BITS),
            phrases: Table::new(&phrases, pack::PHRASE_BITS),
        })
    }

    /// What the lists say of a word.
    pub(crate) fn facts(&self, hash: u64) -> Facts {
        self.facts_of_bits(self.words.get(pack::word_key(hash)))
    }

    /// Tells each of many words, by its hash, what the lists say of it.
    ///
    /// A table of 400,000 words is in no near cache. Here each step is done for many words before the
    /// next, so that the processor waits for many at once.
    pub(crate) fn look_up<W>(&self, words: &mut [W], hash: impl Fn(&W) -> u64, mut tell: impl FnMut(&mut W, Facts)) {
        let (mut keys, mut values) = ([0; BATCH], [0; BATCH]);
        for words in words.chunks_mut(BATCH) {
            for (key, word) in keys.iter_mut().zip(&*words) {
                *key = pack::word_key(hash(word));
            }
            self.words.get_all(&keys[..words.len()], &mut values);
            for (word, &value) in words.iter_mut().zip(&values) {
                tell(word, self.facts_of_bits(value));
            }
        }
    }

    fn facts_of_bits(&self, bits: u32) -> Facts {
        let facts = Facts::from_bits(bits);
        let (middle, wide) = self.classes.get(facts.narrow() as usize).copied().unwrap_or_default();
        Facts { middle, wide, ..facts }
    }

    /// The longest listed name that begins a run of tokens, by their hashes: its length and lists.
    /// `longest` is what the facts of the first token say.
    pub(crate) fn match_at(&self, hashes: impl Iterator<Item = u64>, longest: usize) -> Option<(usize, Lists)> {
        let mut state = 0;
        let mut found = None;
        for (index, hash) in hashes.take(longest.min(MAX_PHRASE)).enumerate() {
            state = extend(state, hash);
            let lists = self.phrases.get(pack::phrase_key(state));
            if lists != 0 {
                found = Some((index + 1, Lists(lists as u16)));
            }
        }
        found
    }
}

/// Words that are looked up by turns.
const BATCH: usize = 32;

/// The hash of a phrase, a token at a time; it starts from 0.
pub(super) const fn extend(state: u64, hash: u64) -> u64 {
    mix(state.rotate_left(17) ^ hash)
}

/// Keys to values: a bucket of keys that begin alike holds four to eight in the mean.
///
/// Buckets follow one another in the order of the keys, so that the table is filled from front to
/// back, and 400,000 words take six bytes each.
#[derive(Debug)]
struct Table {
    /// The place of the first key of each bucket, and the end of the last.
    starts: Vec<u32>,
    /// What of a key its bucket does not say.
    tags: Vec<u16>,
    values: Vec<u32>,
    tag_bits: u32,
}

impl Table {
    /// Takes ascending keys of so many bits.
    fn new(entries: &[(u32, u32)], key_bits: u32) -> Self {
        // Buckets of four to eight keys; tags of 16 bits at most.
        let tag_bits = (key_bits + 2).saturating_sub((entries.len().max(1)).ilog2()).clamp(1, 16);
        let mut starts = Vec::with_capacity((1 << (key_bits - tag_bits)) + 1);
        let (mut tags, mut values) = (Vec::with_capacity(entries.len()), Vec::with_capacity(entries.len()));
        for &(key, value) in entries {
            while starts.len() <= (key >> tag_bits) as usize {
                starts.push(tags.len() as u32);
            }
            tags.push((key & ((1 << tag_bits) - 1)) as u16);
            values.push(value);
        }
        starts.resize((1 << (key_bits - tag_bits)) + 1, tags.len() as u32);
        Self { starts, tags, values, tag_bits }
    }

    /// The values of up to [`BATCH`] keys, 0 where there is none.
    fn get_all(&self, keys: &[u32], values: &mut [u32; BATCH]) {
        let mut buckets = [(0, 0); BATCH];
        for (bucket, &key) in buckets.iter_mut().zip(keys) {
            let place = (key >> self.tag_bits) as usize;
            *bucket = (self.starts[place] as usize, self.starts[place + 1] as usize);
        }
        // Asks for the tags, and keeps the first of each bucket as the proof that they were read.
        for (value, &(start, _)) in values.iter_mut().zip(&buckets[..keys.len()]) {
            *value = self.tags.get(start).copied().unwrap_or_default().into();
        }
        let mask = (1 << self.tag_bits) - 1;
        for ((value, &(start, end)), &key) in values.iter_mut().zip(&buckets).zip(keys) {
            let tag = (key & mask) as u16;
            let is_first = start < end && *value == u32::from(tag);
            let place = if is_first { Some(0) } else { self.tags[start..end].iter().position(|&other| other == tag) };
            *value = place.map_or(0, |place| self.values[start + place]);
        }
    }

    /// The value of a key, 0 where there is none.
    fn get(&self, key: u32) -> u32 {
        let bucket = (key >> self.tag_bits) as usize;
        let (start, end) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        let tag = (key & ((1 << self.tag_bits) - 1)) as u16;
        let place = self.tags[start..end].iter().position(|&other| other == tag);
        place.map_or(0, |place| self.values[start + place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_their_values_and_others_have_none() {
        for (count, step) in [(0, 1), (1, 7), (9, 1), (3000, 1), (3000, 5), (200_000, 335)] {
            let entries: Vec<(u32, u32)> = (0..count).map(|n| (n * step + n % step.min(4), n + 1)).collect();
            let table = Table::new(&entries, 26);
            for &(key, value) in &entries {
                assert_eq!(table.get(key), value, "{key} of {count}");
            }
            let is_free = |key: &u32| entries.binary_search_by_key(key, |entry| entry.0).is_err();
            for key in (0..1 << 26).step_by(4099).chain([(1 << 26) - 1]).filter(is_free) {
                assert_eq!(table.get(key), 0, "{key} of {count}");
            }
        }
    }
}
