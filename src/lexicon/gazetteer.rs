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

/// What the lists say of one word, in 24 bits.
///
/// Frequencies are classes, not flags: a bare "is a given name" is true of "Paris" and "Jordan".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facts(u32);

impl Facts {
    pub(super) const BITS: u32 = 24;

    #[cfg(feature = "train")]
    pub(super) fn new(cluster: u16, given: u8, surname: u8, case: u8, title: u8, longest: u8) -> Self {
        Self(
            u32::from(cluster)
                | u32::from(given) << 10
                | u32::from(surname) << 13
                | u32::from(case) << 16
                | u32::from(title) << 18
                | u32::from(longest) << 21,
        )
    }

    pub(super) const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    #[cfg(feature = "train")]
    pub(super) const fn bits(self) -> u32 {
        self.0
    }

    /// The word's class by the company it keeps, 1 to 512; 0 for a word without one.
    pub(crate) const fn cluster(self) -> u32 {
        self.0 & 0x3ff
    }

    /// How common it is as a given name, 0 (unlisted) to 6.
    pub(crate) const fn given(self) -> u32 {
        self.0 >> 10 & 7
    }

    /// How common it is as a family name, 0 (unlisted) to 6.
    pub(crate) const fn surname(self) -> u32 {
        self.0 >> 13 & 7
    }

    /// How it is written in mid-sentence: 0 unknown, 1 in lower case, 2 either way, 3 with a capital.
    pub(crate) const fn case(self) -> u32 {
        self.0 >> 16 & 3
    }

    /// What it calls a person: 0 nothing, 1 an address, 2 a rank, 3 an office, 4 to 6 other roles,
    /// 7 a particle of surnames.
    pub(crate) const fn title(self) -> u32 {
        self.0 >> 18 & 7
    }

    /// Tokens of the longest listed name that begins with it.
    pub(crate) const fn longest(self) -> usize {
        (self.0 >> 21 & 7) as usize
    }
}

/// The lists that hold a name, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Lists(pub(crate) u16);

impl Lists {
    pub(crate) const NAMES: [&'static str; 14] = [
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
    ];

    /// Whether peoples, languages and religions hold the name.
    pub(crate) const fn has_people(self) -> bool {
        self.0 >> 12 & 1 == 1
    }
}

/// Words with their facts and names with their lists, asked by the hashes of a document.
#[derive(Debug)]
pub(crate) struct Gazetteer {
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
        let Pack { words, phrases } = pack::read(bytes)?;
        Ok(Self { words: Table::new(&words), phrases: Table::new(&phrases) })
    }

    /// What the lists say of a word.
    pub(crate) fn facts(&self, hash: u64) -> Facts {
        Facts::from_bits(self.words.get(pack::word_key(hash)))
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

/// The hash of a phrase, a token at a time; it starts from 0.
pub(super) const fn extend(state: u64, hash: u64) -> u64 {
    mix(state.rotate_left(17) ^ hash)
}

/// Keys of 24 or 28 bits to values, at most half full.
#[derive(Debug)]
struct Table {
    /// Key in the upper half, value in the lower; 0 is free, for no value is 0.
    slots: Vec<u64>,
    shift: u32,
}

impl Table {
    fn new(entries: &[(u32, u32)]) -> Self {
        let bits = (entries.len() * 2).next_power_of_two().max(8).trailing_zeros();
        let mut table = Self { slots: vec![0; 1 << bits], shift: 64 - bits };
        for &(key, value) in entries {
            let mut slot = table.home(key);
            while table.slots[slot] != 0 {
                slot = (slot + 1) & (table.slots.len() - 1);
            }
            table.slots[slot] = u64::from(key) << 32 | u64::from(value);
        }
        table
    }

    /// Where the search for a key starts. Keys are hashes, but cut short: one multiplication
    /// spreads what is left of them over the table.
    fn home(&self, key: u32) -> usize {
        (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// The value of a key, 0 where there is none.
    fn get(&self, key: u32) -> u32 {
        let mut slot = self.home(key);
        loop {
            let entry = self.slots[slot];
            if entry == 0 || entry >> 32 == u64::from(key) {
                return entry as u32;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}
