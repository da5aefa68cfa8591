//! Probabilities of the model to probabilities that held-out news bears out.

use super::super::label::KINDS;
use super::super::model::{CALIBRATION, Weights, stretch};
use super::super::tagger::Tagger;
use super::{Example, encode};
use crate::text::Document;

/// Leaves every probability as it is, near enough to measure with.
pub(super) const IDENTITY: [f32; CALIBRATION] = {
    let mut table = [0.0; CALIBRATION];
    let mut step = 0;
    while step < CALIBRATION {
        // The inverse of `stretch`: 1 - (1 - x)^4.
        let rest = 1.0 - step as f32 / (CALIBRATION - 1) as f32;
        table[step] = 1.0 - rest * rest * rest * rest;
        step += 1;
    }
    table
};

/// Fits the table on what each half reads of the other's documents.
pub(super) fn fit(examples: &[Example], readers: &[Weights; 2]) -> [f32; CALIBRATION] {
    let mut tagger = Tagger::default();
    // Right and all names whose stretched probability is nearest to a step.
    let mut steps = [(0.0f32, 0.0f32); CALIBRATION];
    for (index, example) in examples.iter().enumerate().filter(|(_, example)| example.calibrates) {
        let document = Document::new(&example.text, &example.blocks);
        let wanted = encode::names(&document, example);
        for mention in tagger.uncalibrated(&document, &readers[index % 2]) {
            let kind = KINDS.iter().position(|&kind| kind == mention.kind).unwrap_or(0);
            if kind == 3 {
                continue; // other names are judged by looser rules; people, bodies and places count
            }
            let right = wanted.contains(&(mention.tokens.start as usize, mention.tokens.end as usize, kind));
            #[allow(clippy::cast_sign_loss)] // 0 to 32
            let step = (stretch(mention.confidence) * (CALIBRATION - 1) as f32).round() as usize;
            steps[step].0 += f32::from(u8::from(right));
            steps[step].1 += 1.0;
        }
    }
    // Every step is pulled to the model's own word by eight names' weight; then the table is made
    // to ascend by joining neighbours that do not.
    let mut pools: Vec<(f32, f32, usize)> = Vec::new();
    for (step, &(right, all)) in steps.iter().enumerate() {
        pools.push((right + 8.0 * IDENTITY[step], all + 8.0, 1));
        while let [.., a, b] = pools[..] {
            if a.0 / a.1 <= b.0 / b.1 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let mut table = [0.0; CALIBRATION];
    let values = pools.iter().flat_map(|&(right, all, steps)| std::iter::repeat_n(right / all, steps));
    for (slot, value) in table.iter_mut().zip(values) {
        *slot = value;
    }
    table
}
