//! Stems of candidate words, by the Snowball stemmer, and the small arithmetic of ranking.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::{Document, fold};

/// Stems that were made in this article. Stemming costs a quarter of a microsecond a word, more
/// than finding the word; an article repeats half of its words.
pub(super) struct Stems {
    stemmer: Stemmer,
    known: HashMap<u64, u64>,
}

impl Stems {
    pub(super) fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English), known: HashMap::new() }
    }

    /// A number that two words share when they have one stem.
    pub(super) fn of(&mut self, document: &Document<'_>, token: usize) -> u64 {
        let stemmer = &self.stemmer;
        *self.known.entry(document.hash(token)).or_insert_with(|| fold::hash(&stemmer.stem(document.fold(token))))
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
