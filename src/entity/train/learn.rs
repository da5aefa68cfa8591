//! Stochastic gradient descent on the random field, with a step for each weight (`AdaGrad`).

use super::super::feature::key;
use super::super::label::{self, LABELS};
use super::super::lane::{LANES, Scores, Transitions};
use super::super::lattice::{End, Lattice};
use super::super::reading::Reading;
use super::super::rows::Row;
use super::super::tagger::Tagger;
use super::{Example, Half, Options, encode, prune};
use crate::text::Document;

/// What a pass learned.
pub(super) struct Learned {
    /// The number of each feature, how often it was seen, and its weights.
    pub(super) keys: Vec<u32>,
    pub(super) counts: Vec<u32>,
    pub(super) weights: Vec<Scores>,
    pub(super) transitions: [[f32; LABELS]; LABELS],
}

impl Learned {
    fn add(&mut self, other: &Self) {
        let weights = self.weights.iter_mut().zip(&other.weights);
        let transitions = self.transitions.iter_mut().flatten().zip(other.transitions.iter().flatten());
        for (sum, more) in weights.flat_map(|(sum, more)| sum.iter_mut().zip(more)).chain(transitions) {
            *sum += more;
        }
    }

    fn divide(&mut self, by: f32) {
        for weight in self.weights.iter_mut().flatten().chain(self.transitions.iter_mut().flatten()) {
            *weight /= by;
        }
    }
}

/// Times a feature must be seen to have weights; once in text of weight above 1 counts twice.
const LEAST: u8 = 3;

/// Text as numbers, ready to be gone over many times.
#[derive(Default)]
struct Encoded {
    ids: Vec<u32>,
    /// Where the features of each token end.
    ends: Vec<usize>,
    labels: Vec<u8>,
    /// Fixed scores of each token, in the second pass.
    fixed: Vec<Scores>,
    /// Segments: first token, after the last, weight.
    segments: Vec<(u32, u32, f32)>,
}

impl Encoded {
    fn features(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.ids[start..self.ends[token]]
    }

    /// Leaves out the features that are not chosen and numbers the others anew, giving their keys.
    fn keep(&mut self, chosen: &[bool], keys: &[u32]) -> Vec<u32> {
        let mut kept = Vec::new();
        let mut numbers = vec![u32::MAX; keys.len()];
        for index in (0..keys.len()).filter(|&index| chosen[index]) {
            numbers[index] = kept.len() as u32;
            kept.push(keys[index]);
        }
        let (mut from, mut to) = (0, 0);
        for end in &mut self.ends {
            for at in from..*end {
                let number = numbers[self.ids[at] as usize];
                if number != u32::MAX {
                    self.ids[to] = number;
                    to += 1;
                }
            }
            from = *end;
            *end = to;
        }
        self.ids.truncate(to);
        kept
    }

    fn close(&mut self, first: usize, weight: f32) {
        if self.labels.len() > first {
            self.segments.push((first as u32, self.labels.len() as u32, weight));
        }
    }
}

/// Numbers features in the order in which they come.
struct Ids {
    slots: Vec<(u32, u32)>,
    keys: Vec<u32>,
}

impl Ids {
    fn new() -> Self {
        Self { slots: vec![(0, u32::MAX); 1 << 16], keys: Vec::new() }
    }

    fn id(&mut self, key: u32) -> u32 {
        if self.keys.len() * 2 > self.slots.len() {
            let mut larger = Self { slots: vec![(0, u32::MAX); self.slots.len() * 4], keys: Vec::new() };
            for &key in &self.keys {
                larger.id(key);
            }
            *self = larger;
        }
        let mask = self.slots.len() - 1;
        let mut slot = (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20) as usize & mask;
        while self.slots[slot].1 != u32::MAX && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        if self.slots[slot].1 == u32::MAX {
            self.slots[slot] = (key, self.keys.len() as u32);
            self.keys.push(key);
        }
        self.slots[slot].1
    }
}

/// Trains the weights of the first pass on some of the examples.
pub(super) fn first_pass(
    examples: &[Example],
    indexes: &[usize],
    options: &Options,
    report: &dyn Fn(String),
) -> Learned {
    const SKETCH: u32 = 4;
    let mut reading = Reading::default();
    let mut seen = vec![0u8; 1 << (32 - SKETCH)];
    for &index in indexes {
        let step = if examples[index].weight > 1.0 { 2 } else { 1 };
        encode::segments(&examples[index], &mut reading, options, |labels, features| {
            for at in 0..labels.len() {
                features(at, &mut |key| {
                    let count = &mut seen[(key >> SKETCH) as usize];
                    *count = count.saturating_add(step);
                });
            }
        });
    }
    let mut ids = Ids::new();
    let mut encoded = Encoded::default();
    for &index in indexes {
        encode::segments(&examples[index], &mut reading, options, |labels, features| {
            let first = encoded.labels.len();
            for (at, &label) in labels.iter().enumerate() {
                features(at, &mut |key| {
                    if seen[(key >> SKETCH) as usize] >= LEAST {
                        encoded.ids.push(ids.id(key));
                    }
                });
                encoded.ends.push(encoded.ids.len());
                encoded.labels.push(label);
            }
            encoded.close(first, examples[index].weight);
        });
    }
    drop(seen);
    report(format!("{} open tokens, {} features", encoded.labels.len(), ids.keys.len()));
    let learned = descend(&encoded, ids.keys, [[0.0; LABELS]; LABELS], options, options.epochs, report);
    // The rows that stay learn again without those that go: what two shared falls to one.
    let chosen = prune::choose(&learned, options);
    let keys = encoded.keep(&chosen, &learned.keys);
    drop(learned);
    report(format!("{} features stay", keys.len()));
    let mut sum = descend(&encoded, keys, [[0.0; LABELS]; LABELS], options, options.epochs, report);
    // Scores are linear in the weights: the mean of the weights of two runs is the mean of their
    // scores, and what each owes to the order of its text falls out.
    for run in 1..options.runs {
        let options = Options { seed: options.seed + run as u64, ..options.clone() };
        let keys = sum.keys.clone();
        let more = descend(&encoded, keys, [[0.0; LABELS]; LABELS], &options, options.epochs, report);
        sum.add(&more);
    }
    sum.divide(options.runs.max(1) as f32);
    sum
}

/// Trains the weights of the second pass on top of what the halves read of each other's documents.
pub(super) fn second_pass(
    examples: &[Example],
    halves: &[Half; 2],
    options: &Options,
    report: &(dyn Fn(String) + Sync),
) -> Vec<(u32, Row)> {
    let mut ids = Ids::new();
    let mut encoded = Encoded::default();
    let mut tagger = Tagger::default();
    for (index, example) in examples.iter().enumerate().filter(|(_, example)| example.whole) {
        let document = Document::new(&example.text, &example.blocks);
        let labels = encode::labels(&document, example);
        // An even document was not in the odd half, the first.
        tagger.first(&document, &halves[index % 2].weights);
        tagger.open(&document, |segment, emissions, features| {
            let first = encoded.labels.len();
            let mut own = labels[segment.range()].to_vec();
            encode::repair(&mut own);
            for token in segment.range() {
                features(token, &mut |template, value| {
                    if options.has(template) {
                        encoded.ids.push(ids.id(key(template, value)));
                    }
                });
                encoded.ends.push(encoded.ids.len());
            }
            encoded.fixed.extend_from_slice(emissions);
            encoded.labels.extend_from_slice(&own);
            encoded.close(first, example.weight);
        });
    }
    let report = |line| report(format!("second pass: {line}"));
    report(format!("{} open tokens, {} features", encoded.labels.len(), ids.keys.len()));
    let transitions = halves[0].weights.transitions.weights();
    let learned = descend(&encoded, ids.keys, transitions, options, 4, &report);
    prune::all(&learned)
}

/// Goes over the text again and again, lowering the surprise of each segment.
fn descend(
    encoded: &Encoded,
    keys: Vec<u32>,
    mut transitions: [[f32; LABELS]; LABELS],
    options: &Options,
    epochs: usize,
    report: &dyn Fn(String),
) -> Learned {
    let fixed = !encoded.fixed.is_empty();
    let mut weights = vec![[0.0f32; LANES]; keys.len()];
    let mut squares = vec![[options.caution; LANES]; keys.len()];
    let mut pair_squares = [[options.caution; LABELS]; LABELS];
    let mut counts = vec![0u32; keys.len()];
    for &id in &encoded.ids {
        counts[id as usize] += 1;
    }
    let mut random = options.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut order: Vec<u32> = (0..encoded.segments.len() as u32).collect();
    let (mut lattice, mut emissions, mut kept) = (Lattice::default(), Vec::new(), Vec::<(u32, u32)>::new());
    #[allow(clippy::cast_sign_loss)] // a share: 0 to 1
    let limit = (options.dropout * 65_536.0) as u64;
    let scale = 1.0 / (1.0 - options.dropout);
    for epoch in 0..epochs {
        for place in (1..order.len()).rev() {
            order.swap(place, (next(&mut random) % (place as u64 + 1)) as usize);
        }
        let rate = options.rate;
        let mut surprise = 0.0f64;
        for &segment in &order {
            let (start, end, weight) = encoded.segments[segment as usize];
            let table = Transitions::new(&transitions);
            emissions.clear();
            kept.clear();
            for token in start..end {
                let mut scores = if fixed { encoded.fixed[token as usize] } else { [0.0; LANES] };
                let mut bits = 0u64;
                for (at, &id) in encoded.features(token as usize).iter().enumerate() {
                    if at % 4 == 0 {
                        bits = next(&mut random);
                    }
                    if bits & 0xffff < limit {
                        bits >>= 16;
                        continue;
                    }
                    bits >>= 16;
                    kept.push((token - start, id));
                    for (score, weight) in scores.iter_mut().zip(&weights[id as usize]) {
                        *score += weight * scale;
                    }
                }
                emissions.push(scores);
            }
            lattice.sum(&emissions, End::Free, &table);
            let labels = &encoded.labels[start as usize..end as usize];
            // From here emissions hold the gradient.
            for (at, gradient) in emissions.iter_mut().enumerate() {
                *gradient = lattice.marginals(at);
                surprise -= f64::from(weight) * f64::from(gradient[labels[at] as usize].max(1e-9)).ln();
                gradient[labels[at] as usize] -= 1.0;
                for value in gradient.iter_mut() {
                    *value *= weight;
                }
            }
            for &(at, id) in &kept {
                let gradient = &emissions[at as usize];
                let (weights, squares) = (&mut weights[id as usize], &mut squares[id as usize]);
                for lane in 0..LANES {
                    squares[lane] += gradient[lane] * gradient[lane];
                    weights[lane] -= rate * gradient[lane] / squares[lane].sqrt();
                }
            }
            if fixed {
                continue;
            }
            let mut before = label::OUTSIDE;
            let mut expected = [[0.0f32; LABELS]; LABELS];
            for (at, &wanted) in labels.iter().enumerate() {
                for (last, row) in expected.iter_mut().enumerate() {
                    for (next, value) in row.iter_mut().enumerate().filter(|(next, _)| label::may_follow(last, *next)) {
                        *value += lattice.pair(at, last, next, &table);
                    }
                }
                expected[before][wanted as usize] -= 1.0;
                before = wanted as usize;
            }
            for last in 0..LABELS {
                for next in (0..LABELS).filter(|&next| label::may_follow(last, next)) {
                    let gradient = expected[last][next] * weight;
                    pair_squares[last][next] += gradient * gradient;
                    transitions[last][next] -= rate * gradient / pair_squares[last][next].sqrt();
                }
            }
        }
        report(format!("epoch {}, surprise {:.4} a token", epoch + 1, surprise / encoded.labels.len() as f64));
    }
    Learned { keys, counts, weights, transitions }
}

/// The next of a sequence of random numbers (xorshift64*).
fn next(state: &mut u64) -> u64 {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    state.wrapping_mul(0x2545_f491_4f6c_dd1d)
}
