//! Words of the story by stem: how often each stands in it, and since when.

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::ByKey;
use crate::text::{Document, fold};

/// A number that two words share when they have one stem.
pub(super) type StemId = u32;

/// What a stem is to the article.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    count: u32,
    /// How many content words stand before its first occurrence.
    first: u32,
}

/// More stems than these are forgotten before the next article: a megabyte of them.
const KEPT: usize = 1 << 15;

/// Hashes of stems by the hash of their word, kept between articles. Stemming costs a quarter of a
/// microsecond a word, more than finding the word; articles share most of their words.
#[derive(Debug, Default, Clone)]
pub(crate) struct Stemmed(ByKey<u64>);

impl Stemmed {
    fn of(&mut self, document: &Document<'_>, token: usize) -> u64 {
        let make = || fold::hash(&Stemmer::create(Algorithm::English).stem(document.fold(token)));
        *self.0.entry(document.hash(token)).or_insert_with(make)
    }
}

/// The stems of an article.
#[derive(Debug)]
pub(super) struct Stems {
    stemmed: Stemmed,
    /// By the hash of a word.
    known: ByKey<StemId>,
    /// By the hash of a stem.
    ids: ByKey<StemId>,
    uses: Vec<Use>,
    content_words: u32,
}

impl Stems {
    pub(super) fn new(mut stemmed: Stemmed) -> Self {
        if stemmed.0.len() > KEPT {
            stemmed = Stemmed::default();
        }
        Self { stemmed, known: ByKey::default(), ids: ByKey::default(), uses: Vec::new(), content_words: 0 }
    }

    /// Gives back what the next article may use.
    pub(super) fn into_stemmed(self) -> Stemmed {
        self.stemmed
    }

    /// The stem of a word.
    pub(super) fn of(&mut self, document: &Document<'_>, token: usize) -> StemId {
        let Self { stemmed, known, ids, uses, .. } = self;
        *known.entry(document.hash(token)).or_insert_with(|| {
            *ids.entry(stemmed.of(document, token)).or_insert_with(|| {
                uses.push(Use::default());
                uses.len() as StemId - 1
            })
        })
    }

    /// Counts an occurrence of a content word: a noun, an adjective, a word of a name.
    pub(super) fn count(&mut self, document: &Document<'_>, token: usize) {
        let id = self.of(document, token);
        let of_stem = &mut self.uses[id as usize];
        if of_stem.count == 0 {
            of_stem.first = self.content_words;
        }
        of_stem.count = of_stem.count.saturating_add(1);
        self.content_words = self.content_words.saturating_add(1);
    }

    /// The stem of a word that was asked for before, by the word's hash.
    pub(super) fn known(&self, hash: u64) -> Option<StemId> {
        self.known.get(&hash).copied()
    }

    /// How much the story is about a word.
    pub(super) fn weight(&mut self, document: &Document<'_>, token: usize) -> f32 {
        let id = self.of(document, token);
        self.uses[id as usize].weight()
    }

    /// How much the story is about each stem.
    pub(super) fn weights(&self) -> Vec<f32> {
        self.uses.iter().map(|of_stem| of_stem.weight()).collect()
    }
}

impl Use {
    /// The logarithm of its occurrences, up to three times as much for the words that the story
    /// begins with, twice as much for those twenty content words on.
    fn weight(self) -> f32 {
        log2(1.0 + self.count as f32) * (1.0 + 2.0 / (1.0 + self.first as f32 / 20.0))
    }
}

/// Binary logarithm, exact at powers of two and within a hundredth between them.
///
/// The library function may differ in its last bit from machine to machine, and a digest may not.
pub(super) fn log2(value: f32) -> f32 {
    let bits = value.max(f32::MIN_POSITIVE).to_bits();
    let whole = f32::from((bits >> 23) as u8) - 127.0;
    let part = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000) - 1.0;
    // The parabola through both ends with the least greatest error.
    whole + part * (1.346_555 - 0.346_555 * part)
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn logarithms_are_exact_at_powers_of_two_and_never_fall() {
        assert_eq!((log2(1.0), log2(2.0), log2(1024.0), log2(0.5)), (0.0, 1.0, 10.0, -1.0));
        assert!((1..5000_u16).all(|count| log2(f32::from(count)) <= log2(f32::from(count + 1))));
        assert!((log2(3.0) - 3.0_f32.log2()).abs() < 0.01);
    }
}
