//! Stems of candidate words, by the Snowball stemmer, and the small arithmetic of ranking.

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::ByKey;
use crate::text::{Document, fold};

/// More stems than these are forgotten before the next article: a megabyte of them.
const KEPT: usize = 1 << 15;

/// Stems that were made, by the hash of their word. Stemming costs a quarter of a microsecond a word, more
/// than finding the word; an article repeats half of its words, and articles share most of them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Stems {
    known: ByKey<u64>,
}

impl Stems {
    /// Called before an article: what is kept between articles is bounded.
    pub(super) fn start(&mut self) {
        if self.known.len() > KEPT {
            self.known = ByKey::default();
        }
    }

    /// A number that two words share when they have one stem.
    pub(super) fn of(&mut self, document: &Document<'_>, token: usize) -> u64 {
        let make = || fold::hash(&Stemmer::create(Algorithm::English).stem(document.fold(token)));
        *self.known.entry(document.hash(token)).or_insert_with(make)
    }
}

/// Binary logarithm, exact at powers of two and linear between them.
///
/// The library function may differ in its last bit from machine to machine, and a digest may not;
/// for ranking by counts the error of at most 0.09 changes nothing.
pub(super) fn log2(count: u32) -> f32 {
    let count = count.max(1);
    let whole = count.ilog2();
    whole as f32 + (count as f32 / (1_u64 << whole) as f32 - 1.0)
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn logarithms_are_exact_at_powers_of_two_and_never_fall() {
        assert_eq!((log2(0), log2(1), log2(2), log2(1024)), (0.0, 0.0, 1.0, 10.0));
        assert!((1..5000).all(|count| log2(count) <= log2(count + 1)));
    }
}
