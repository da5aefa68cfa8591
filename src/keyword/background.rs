//! Background: how common a word of English news is, and what part of speech it mostly plays.
//!
//! A part-of-speech tagger would tell each occurrence of a word; that needs annotated text, which
//! no licence gave us, and costs as much as the name tagger. What keyword candidates need is less:
//! which words are nouns nearly always, which never. The company that a word keeps in unlabelled
//! news tells that: behind an article and before a preposition stands a noun; behind "to", "would"
//! or "they" a verb; between an article and an open-class word an adjective.

use once_cell::sync::Lazy;

use crate::error::{Error, ErrorKind};

/// What part of speech a word mostly plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    /// A noun, or a word that is one often enough.
    Noun = 0,
    /// Before nouns, seldom alone.
    Adjective = 1,
    /// A verb nearly always: never in a keyword.
    Verb = 2,
    /// Neither: adverbs, interjections, words that only link.
    Other = 3,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    /// Inverse document frequency in news, 0 ("the") to 1 (in one document of the background).
    pub(super) rarity: f32,
    pub(super) part: Part,
}

const MAGIC: [u8; 4] = *b"adwb";
const VERSION: u16 = 1;
const HEADER: usize = 10;
/// Bytes of a row: half of the word's hash, rarity, part.
const ROW: usize = 6;

/// Words of the background, as an open-addressing table of (half a hash, rarity, part).
#[derive(Debug)]
pub(super) struct Background {
    slots: Vec<(u32, u8, u8)>,
}

static EMBEDDED: Lazy<Background> = Lazy::new(|| {
    let bytes = include_bytes!("../../data/words.bin");
    Background::from_bytes(bytes).expect("embedded background, checked by the tests of this module")
});

impl Background {
    pub(super) fn embedded() -> &'static Self {
        &EMBEDDED
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let what = "word background";
        let found: [u8; 4] = std::array::from_fn(|i| bytes.get(i).copied().unwrap_or(0));
        if found != MAGIC {
            return Err(ErrorKind::Magic { what, found }.into());
        }
        let Some((header, rows)) = bytes.split_at_checked(HEADER) else {
            return Err(ErrorKind::Length { what, found: bytes.len(), wanted: HEADER }.into());
        };
        let version = u16::from_le_bytes([header[4], header[5]]);
        if version != VERSION {
            return Err(ErrorKind::Version { what, found: version, supported: VERSION }.into());
        }
        let count = u32::from_le_bytes([header[6], header[7], header[8], header[9]]) as usize;
        if rows.len() != count.saturating_mul(ROW) {
            let wanted = HEADER + count.saturating_mul(ROW);
            return Err(ErrorKind::Length { what, found: bytes.len(), wanted }.into());
        }
        let mut background = Self { slots: vec![(0, 0, u8::MAX); (count * 2).next_power_of_two().max(8)] };
        for row in rows.chunks_exact(ROW) {
            let half = u32::from_le_bytes([row[0], row[1], row[2], row[3]]);
            let slot = background.slot(half);
            background.slots[slot] = (half, row[4], row[5]);
        }
        Ok(background)
    }

    /// The slot of half a hash, or the free one where it would go: free slots have no part.
    fn slot(&self, half: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = half as usize & mask;
        while self.slots[slot].2 != u8::MAX && self.slots[slot].0 != half {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// What is known of a word by the hash of its fold.
    pub(super) fn get(&self, hash: u64) -> Option<Word> {
        let (_, rarity, part) = self.slots[self.slot(half(hash))];
        let part = match part {
            0 => Part::Noun,
            1 => Part::Adjective,
            2 => Part::Verb,
            u8::MAX => return None,
            _ => Part::Other,
        };
        Some(Word { rarity: f32::from(rarity) / 255.0, part })
    }
}

/// The half of a hash that the file keeps: 30,000 words among four billion values leave one
/// unknown word in 140,000 taken for a known one.
fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(feature = "train")]
pub use counts::WordCounts;

#[cfg(feature = "train")]
mod counts {
    use std::collections::{BTreeMap, HashMap};

    use super::{MAGIC, Part, VERSION, half};
    use crate::keyword::stem::log2;
    use crate::lexicon::{WordClass, class_of};
    use crate::text::{Case, Document, Span, TokenKind};

    /// Words in fewer documents of the background are left out: their counts say nothing.
    const LEAST_DOCUMENTS: u32 = 4;
    /// Evidence that a part must have before its share is believed.
    const LEAST_EVIDENCE: u32 = 3;

    /// Counts of words and of their company, from unlabelled news.
    #[derive(Debug, Default)]
    pub struct WordCounts {
        words: HashMap<u64, Count>,
        documents: u32,
    }

    #[derive(Debug, Default, Clone, Copy)]
    struct Count {
        documents: u32,
        last: u32,
        noun: u32,
        adjective: u32,
        verb: u32,
    }

    impl WordCounts {
        /// Counts one document.
        pub fn add(&mut self, text: &str) {
            let blocks: Vec<Span> = crate::article::Article::parse(text).spans();
            let document = Document::new(text, &blocks);
            if document.tokens().len() < 20 {
                return;
            }
            self.documents += 1;
            for sentence in document.sentences() {
                for at in sentence.tokens().range() {
                    let token = document.tokens()[at];
                    let lower = token.shape().case() == Case::Lower;
                    if token.kind() != TokenKind::Word || class_of(document.hash(at)).is_some() {
                        continue;
                    }
                    let count = self.words.entry(document.hash(at)).or_default();
                    if count.last != self.documents {
                        count.last = self.documents;
                        count.documents += 1;
                    }
                    if !lower || at == sentence.tokens().start as usize {
                        continue;
                    }
                    let before = class_of(document.hash(at - 1));
                    let next = at + 1;
                    let inside = next < sentence.tokens().end as usize;
                    let after = if inside { class_of(document.hash(next)) } else { None };
                    let open_after = inside && document.tokens()[next].is_word() && after.is_none();
                    let to = document.fold(at - 1) == "to";
                    match before {
                        Some(WordClass::Determiner | WordClass::Possessive) if open_after => count.adjective += 1,
                        Some(WordClass::Determiner | WordClass::Possessive) => count.noun += 2,
                        Some(WordClass::Modal | WordClass::Negation | WordClass::Pronoun) => count.verb += 2,
                        Some(WordClass::Preposition) if to && !open_after => count.verb += 1,
                        Some(WordClass::Preposition) if !to && !open_after => count.noun += 1,
                        None if document.tokens()[at - 1].is_word() && !open_after => {
                            let verb_next = matches!(after, Some(WordClass::Determiner | WordClass::Possessive));
                            if verb_next { count.verb += 1 } else { count.noun += 1 }
                        }
                        _ => {}
                    }
                }
            }
        }

        /// The file: rows in the order of their hashes.
        #[must_use]
        pub fn to_bytes(&self) -> Vec<u8> {
            let most = log2(self.documents.max(2)) - log2(LEAST_DOCUMENTS);
            let rows: BTreeMap<u32, (u8, Part)> = self
                .words
                .iter()
                .filter(|(_, count)| count.documents >= LEAST_DOCUMENTS)
                .map(|(&hash, count)| {
                    let rarity = (log2(self.documents) - log2(count.documents)) / most;
                    (half(hash), ((rarity.clamp(0.0, 1.0) * 255.0) as u8, count.part()))
                })
                .collect();
            let mut bytes = MAGIC.to_vec();
            bytes.extend(VERSION.to_le_bytes());
            bytes.extend((rows.len() as u32).to_le_bytes());
            for (half, (rarity, part)) in rows {
                bytes.extend(half.to_le_bytes());
                bytes.extend([rarity, part as u8]);
            }
            bytes
        }
    }

    impl Count {
        fn part(self) -> Part {
            let (noun, adjective, verb) = (self.noun, self.adjective, self.verb);
            if noun + adjective + verb < LEAST_EVIDENCE {
                // Seldom in lower case in such places: a name or a technical word.
                return Part::Noun;
            }
            if verb > 2 * noun && verb > adjective {
                Part::Verb
            } else if adjective > 2 * noun {
                Part::Adjective
            } else if noun * 8 < verb + adjective {
                Part::Other
            } else {
                Part::Noun
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn common_words_are_less_rare_than_seldom_ones_and_verbs_are_no_nouns() {
        let word = |text: &str| Background::embedded().get(fold::hash(text)).expect("a word of the news");
        assert!(word("government").rarity < word("reconciliation").rarity);
        assert_eq!(word("election").part, Part::Noun);
        assert_eq!(word("provide").part, Part::Verb);
        assert_eq!(word("presidential").part, Part::Adjective);
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_what_was_found() {
        let error = |bytes: &[u8]| Background::from_bytes(bytes).unwrap_err().to_string();
        assert_eq!(error(b"GIF8"), "found \"GIF8\" at the start, not the mark of a word background");
        assert_eq!(
            error(b"adwb\x09\0\0\0\0\0"),
            "word background format 9 is not supported: this build reads format 1"
        );
        assert_eq!(error(b"adwb\x01\0\x02\0\0\0x"), "word background of 11 bytes where its header announces 22");
    }
}
