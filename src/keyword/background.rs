//! Background: how common a word of English news is, and which parts of speech it plays.
//!
//! The file is made of counts over unlabelled news (`data/words.tsv`, `data/tags.tsv`) and holds
//! *costs*: negative logarithms of shares, in sixteenths, so that tagging adds small whole numbers
//! and gives the same answer on every machine.

use once_cell::sync::Lazy;

use super::part::{Form, Part};
use crate::error::{Error, ErrorKind};
use crate::text::fold;

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    /// Inverse document frequency in news, 0 ("the") to 1 (in three documents of the background or fewer).
    pub(super) rarity: f32,
    pub(super) parts: Parts,
}

/// What each open part costs for a word: four bits each, 15 for a part that it never plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts(u32);

impl Parts {
    /// Sixteenths that a step of the four bits stands for.
    const STEP: u32 = 6;
    pub(super) const NEVER: u32 = 15;

    /// The cost of `part`, 0 to 14 steps; none where the word never plays it.
    pub(super) fn cost(self, part: usize) -> Option<u32> {
        let steps = self.0 >> (4 * part) & 15;
        (steps < Self::NEVER).then_some(steps * Self::STEP)
    }

    /// The cost of a part that is as good as never played.
    pub(super) const LAST: u32 = (Self::NEVER - 1) * Self::STEP;
}

const WHAT: &str = "word background";
const MAGIC: [u8; 4] = *b"adwb";
const VERSION: u16 = 2;
const HEADER: usize = 10;
/// Bytes of a row: half of the word's hash, rarity, parts.
const ROW: usize = 9;
const PAIRS: usize = Part::COUNT * Part::COUNT;
const CASES: usize = Form::COUNT * Part::OPEN;

/// The words, as an open-addressing table, and what each part costs behind another and in a form.
#[derive(Debug)]
pub(super) struct Background {
    /// Half a hash, rarity, parts; a free slot has no part.
    slots: Vec<(u32, u8, Parts)>,
    /// By the part before, then the part.
    pairs: Box<[u8; PAIRS]>,
    /// By form, then part: the cost of the form less that of the part alone.
    cases: [u8; CASES],
}

const FREE: Parts = Parts(u32::MAX);

static EMBEDDED: Lazy<Background> = Lazy::new(|| {
    let bytes = include_bytes!("../../data/words.bin");
    Background::from_bytes(bytes).expect("embedded background, checked by the tests of this module")
});

impl Background {
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let found: [u8; 4] = std::array::from_fn(|i| bytes.get(i).copied().unwrap_or(0));
        if found != MAGIC {
            return Err(ErrorKind::Magic { what: WHAT, found }.into());
        }
        let Some((header, rest)) = bytes.split_at_checked(HEADER) else {
            return Err(ErrorKind::Length { what: WHAT, found: bytes.len(), wanted: HEADER }.into());
        };
        let version = u16::from_le_bytes([header[4], header[5]]);
        if version != VERSION {
            return Err(ErrorKind::Version { what: WHAT, found: version, supported: VERSION }.into());
        }
        let count = u32::from_le_bytes([header[6], header[7], header[8], header[9]]) as usize;
        let wanted = count.saturating_mul(ROW).saturating_add(PAIRS + CASES);
        if rest.len() != wanted {
            return Err(ErrorKind::Length { what: WHAT, found: bytes.len(), wanted: HEADER + wanted }.into());
        }
        let (pairs, rest) = rest.split_at(PAIRS);
        let (cases, rows) = rest.split_at(CASES);
        let mut background = Self {
            slots: vec![(0, 0, FREE); (count * 2).next_power_of_two().max(8)],
            pairs: Box::new(std::array::from_fn(|index| pairs[index])),
            cases: std::array::from_fn(|index| cases[index]),
        };
        for row in rows.chunks_exact(ROW) {
            let number = |at: usize| u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]);
            if number(5) == FREE.0 {
                return Err(ErrorKind::Corrupt { what: WHAT, reason: "a word is no part of speech" }.into());
            }
            let slot = background.slot(number(0));
            background.slots[slot] = (number(0), row[4], Parts(number(5)));
        }
        Ok(background)
    }

    /// The slot of half a hash, or the free one where it would go.
    fn slot(&self, half: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = half as usize & mask;
        while self.slots[slot].2 != FREE && self.slots[slot].0 != half {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn row(&self, hash: u64) -> Option<Word> {
        let (_, rarity, parts) = self.slots[self.slot(half(hash))];
        (parts != FREE).then(|| Word { rarity: f32::from(rarity) / 255.0, parts })
    }

    /// What is known of a word by the hash of its fold; of an unknown one, what its ending tells.
    pub(super) fn word<'w>(&self, hash: u64, folded: impl FnOnce() -> &'w str) -> Word {
        self.row(hash).unwrap_or_else(|| {
            let folded = folded();
            let ending = |length: usize| folded.len().checked_sub(length).and_then(|from| folded.get(from..));
            let known = [3, 2].into_iter().filter_map(ending).find_map(|ending| self.row(ending_key(ending)));
            let parts = known.or_else(|| self.row(ending_key(""))).map_or(Parts(0), |word| word.parts);
            Word { rarity: 1.0, parts }
        })
    }

    /// What `part` costs behind `before`.
    pub(super) fn pair(&self, before: usize, part: usize) -> u32 {
        u32::from(self.pairs[before * Part::COUNT + part])
    }

    /// What an open part costs in a form, beyond what the word says.
    pub(super) fn case(&self, form: Form, part: usize) -> u32 {
        u32::from(self.cases[form as usize * Part::OPEN + part])
    }
}

/// The half of a hash that the file keeps: 20,000 rows among four billion values leave one
/// unknown word in 200,000 taken for a known one.
fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Endings share the table with words; this keeps "ing" apart from "-ing".
fn ending_key(ending: &str) -> u64 {
    fold::mix(fold::hash(ending) ^ 0xe2d1_2635)
}

#[cfg(feature = "train")]
pub(super) mod build;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_less_rare_than_seldom_ones_and_words_play_the_parts_they_play() {
        let word = |text: &str| Background::embedded().word(fold::hash(text), || text);
        let cost = |text: &str, part: Part| word(text).parts.cost(part as usize).unwrap_or(u32::MAX);
        assert!(word("government").rarity < word("reconciliation").rarity);
        assert!(cost("election", Part::Noun) < cost("election", Part::Verb));
        assert!(cost("provide", Part::Verb) < cost("provide", Part::Noun));
        assert!(cost("presidential", Part::Adjective) < cost("presidential", Part::Noun));
        // Unknown words go by their ending.
        assert!(cost("zorbification", Part::Noun) < cost("zorbification", Part::Verb));
        assert!(cost("zorbifying", Part::Gerund) < cost("zorbifying", Part::Adjective));
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_what_was_found() {
        let error = |bytes: &[u8]| Background::from_bytes(bytes).unwrap_err().to_string();
        assert_eq!(error(b"GIF8"), "found \"GIF8\" at the start, not the mark of a word background");
        assert_eq!(
            error(b"adwb\x09\0\0\0\0\0"),
            "word background format 9 is not supported: this build reads format 2"
        );
        assert_eq!(error(b"adwb\x02\0\x02\0\0\0x"), "word background of 11 bytes where its header announces 636");
    }
}
