//! Tagger: document to mentions; the glue, and nothing else.

use super::feature::{self, key};
use super::label::{self, KINDS, Part};
use super::lane::Scores;
use super::lattice::Lattice;
use super::letters::Style;
use super::memory::Memory;
use super::model::{Weights, scores};
use super::own::Own;
use super::reading::Reading;
use super::rows::NAMED;
use super::segment::{self, Segment, is_mark};
use super::{Mention, Model, why};
use crate::detail::Detail;
use crate::lexicon::Gazetteer;
use crate::text::{Document, Excerpt, TokenRange};

/// Gives what other places of the article say of a token.
#[cfg(feature = "train")]
pub(super) type Remembered<'a> = dyn Fn(usize, &mut dyn FnMut(super::feature::Template, u64)) + 'a;

/// The vectors of the tagger, kept between articles.
#[derive(Debug, Default, Clone)]
pub(crate) struct Tagger {
    reading: Reading,
    lattice: Lattice,
    memory: Memory,
    emissions: Vec<Scores>,
    own: Own,
    labels: Vec<u8>,
    /// The numbers of the features of one token.
    features: Vec<u32>,
}

impl Tagger {
    pub(super) fn tag<'t>(
        &mut self,
        document: &Document<'t>,
        style: Option<Style>,
        model: &Model,
        detail: Detail,
    ) -> Vec<Mention<'t>> {
        let weights = model.weights(style);
        self.reading.read(document, Gazetteer::embedded(), weights.letters);
        segment::trim(document, &mut self.reading);
        self.first_pass(document, weights);
        let mut mentions = self.second_pass(document, weights, detail);
        for mention in &mut mentions {
            mention.confidence = weights.calibrate(mention.confidence);
        }
        mentions
    }

    /// Mentions with the confidence that the weights alone give.
    #[cfg(feature = "train")]
    pub(super) fn uncalibrated<'t>(&mut self, document: &Document<'t>, weights: &Weights) -> Vec<Mention<'t>> {
        self.first(document, weights);
        self.second_pass(document, weights, Detail::Standard)
    }

    /// Reads a document for the training of the second pass.
    #[cfg(feature = "train")]
    pub(super) fn first(&mut self, document: &Document<'_>, weights: &Weights) {
        self.reading.read(document, Gazetteer::embedded(), weights.letters);
        self.first_pass(document, weights);
    }

    /// Gives each segment with the scores of its tokens and what is remembered of each.
    #[cfg(feature = "train")]
    pub(super) fn open(&self, document: &Document<'_>, mut sink: impl FnMut(TokenRange, &[Scores], &Remembered<'_>)) {
        let mut first = 0;
        for segment in self.reading.segments.iter().map(|segment| segment.tokens) {
            let emissions = &self.emissions[first..first + segment.len()];
            first += segment.len();
            sink(segment, emissions, &|token, add| self.memory.features(document, &self.reading, token, add));
        }
    }

    /// Scores every open token by itself and its surroundings, and remembers what comes of it.
    fn first_pass(&mut self, document: &Document<'_>, weights: &Weights) {
        self.emissions.clear();
        self.memory.start(&self.reading);
        self.own.start(&self.reading);
        for &Segment { tokens: segment, end } in &self.reading.segments {
            let first = self.emissions.len();
            for token in segment.range() {
                let (reading, rows) = (&self.reading, &weights.rows);
                let mut sums = self.own.sums(document, reading, rows, token, &mut self.features);
                self.features.clear();
                let push = |template, value| self.features.push(key(template, value));
                feature::of_surroundings(document, reading, token, push);
                rows.add(&self.features, &mut sums);
                let mut scores = scores(&sums);
                if is_mark(document.tokens()[token].kind()) {
                    for kind in 0..KINDS.len() {
                        for part in [Part::Begin, Part::Last, Part::Unit] {
                            scores[label::label(kind, part)] = EXCLUDED;
                        }
                    }
                }
                self.emissions.push(scores);
            }
            let emissions = &self.emissions[first..];
            self.lattice.sum(emissions, end, &weights.transitions);
            for (at, token) in segment.range().enumerate() {
                self.memory.add(&self.reading, token, &self.lattice.marginals(at));
            }
            self.lattice.decode(emissions, end, &weights.transitions, &mut self.labels);
            names(&self.labels, |first, last, kind| {
                if last > first {
                    let start = segment.start as usize;
                    self.memory.add_name(document, &self.reading, start + first..start + last + 1, kind);
                }
            });
        }
        self.memory.finish();
    }

    /// Adds what other places of the article say, and takes the best labels.
    fn second_pass<'t>(&mut self, document: &Document<'t>, weights: &Weights, detail: Detail) -> Vec<Mention<'t>> {
        let mut mentions = Vec::new();
        let mut first = 0;
        for &Segment { tokens: segment, end } in &self.reading.segments {
            let emissions = &mut self.emissions[first..first + segment.len()];
            first += segment.len();
            for (token, emission) in segment.range().zip(&mut *emissions) {
                self.features.clear();
                let add = |template, value| self.features.push(key(template, value));
                self.memory.features(document, &self.reading, token, add);
                let mut sums = [0; NAMED];
                weights.rows.add(&self.features, &mut sums);
                for (score, added) in emission.iter_mut().zip(scores(&sums)) {
                    *score += added;
                }
            }
            self.lattice.decode(emissions, end, &weights.transitions, &mut self.labels);
            if self.labels.iter().all(|&label| label as usize == label::OUTSIDE) {
                continue;
            }
            self.lattice.sum(emissions, end, &weights.transitions);
            names(&self.labels, |from, to, kind| {
                let start = segment.start as usize;
                let tokens = TokenRange::new(start + from, start + to + 1);
                let probability = self.lattice.name(from, to, kind, &weights.transitions);
                mentions.push(Mention {
                    words: Excerpt::new(document.text(), document.range_span(tokens)),
                    tokens,
                    kind: KINDS[kind],
                    confidence: probability,
                    known: None,
                    why: if detail == Detail::Full {
                        let labels = &self.labels[from..=to];
                        why::reasons(document, &self.reading, &self.memory, &weights.rows, tokens, labels)
                    } else {
                        Vec::new()
                    },
                });
            });
        }
        mentions
    }
}

/// A score that no other outweighs.
const EXCLUDED: f32 = -60.0;

/// The names that a sequence of labels says: first and last place, and kind.
pub(super) fn names(labels: &[u8], mut sink: impl FnMut(usize, usize, usize)) {
    let mut first = 0;
    for (at, &label) in labels.iter().enumerate() {
        match label::meaning(label as usize) {
            Some((_, Part::Begin)) => first = at,
            Some((kind, Part::Last)) => sink(first, at, kind),
            Some((kind, Part::Unit)) => sink(at, at, kind),
            Some((_, Part::Inside)) | None => {}
        }
    }
}
