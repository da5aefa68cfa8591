//! Own: the weights that hang on a word alone, summed once for all its tokens.

use super::feature::{self, key};
use super::reading::Reading;
use super::rows::{NAMED, Rows, Sums};
use crate::text::Document;

/// For each distinct word of a document the sums of its own weights, as it was written last. Of the
/// features of a token a third are its own, and half of the words that may be of a name come again.
#[derive(Debug, Default, Clone)]
pub(super) struct Own(Vec<OfWord>);

#[derive(Debug, Clone, Copy)]
struct OfWord {
    /// [`feature::writing`]
    writing: u64,
    sums: Sums,
}

impl Own {
    /// Forgets the words of the last document.
    pub(super) fn start(&mut self, reading: &Reading) {
        self.0.clear();
        self.0.resize(reading.words.len(), OfWord { writing: u64::MAX, sums: [0; NAMED] });
    }

    /// The sums for a token; `features` is a vector to use.
    pub(super) fn sums(
        &mut self,
        document: &Document<'_>,
        reading: &Reading,
        rows: &Rows,
        token: usize,
        features: &mut Vec<u32>,
    ) -> Sums {
        let writing = feature::writing(document, reading, token);
        let kept = &mut self.0[reading.word[token] as usize];
        if kept.writing != writing {
            features.clear();
            feature::of_word(document, reading, token, |template, value| features.push(key(template, value)));
            *kept = OfWord { writing, sums: [0; NAMED] };
            rows.add(features, &mut kept.sums);
        }
        kept.sums
    }
}
