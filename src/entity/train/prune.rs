//! Weights to bytes: what matters little goes, the rest is rounded.

use super::super::label::LABELS;
use super::super::rows::{KEY_BITS, Row, Rows};
use super::Options;
use super::learn::Learned;

/// A model of the first pass as it will be written.
pub(super) struct Pruned {
    pub(super) entries: Vec<(u32, Row)>,
    pub(super) transitions: [[f32; LABELS]; LABELS],
}

/// The features whose rows move the most scores for their bits, as many as there may be.
pub(super) fn choose(learned: &Learned, options: &Options) -> Vec<bool> {
    let mut rows: Vec<(f32, usize)> = Vec::with_capacity(learned.keys.len());
    for (index, (weights, &count)) in learned.weights.iter().zip(&learned.counts).enumerate() {
        // What is rounded to nothing takes no bits and moves no scores.
        let kept = || weights[..LABELS].iter().filter(|weight| weight.abs() >= Rows::UNIT / 2.0);
        let power: f32 = kept().map(|weight| weight * weight).sum();
        // A key takes nine bits, the pattern of weights twelve, a weight three and a half.
        let bits = 21.0 + 3.5 * kept().count() as f32;
        rows.push((power * (count as f32).sqrt() / bits, index));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut chosen = vec![false; rows.len()];
    for &(_, index) in rows.iter().take_while(|row| row.0 > 0.0).take(options.rows) {
        chosen[index] = true;
    }
    chosen
}

/// The rows that stay, rounded.
pub(super) fn prune(learned: &Learned, options: &Options) -> Pruned {
    let chosen = choose(learned, options);
    let mut entries: Vec<(i32, u32, Row)> = Vec::new();
    for (index, (&key, weights)) in learned.keys.iter().zip(&learned.weights).enumerate() {
        if chosen[index] {
            let row = round(&std::array::from_fn(|label| weights[label]));
            let power: i32 = row.weights.iter().map(|&weight| i32::from(weight) * i32::from(weight)).sum();
            if power > 0 {
                entries.push((power, key >> (32 - KEY_BITS), row));
            }
        }
    }
    // Of two rows of one key the stronger stays.
    entries.sort_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
    entries.dedup_by_key(|entry| entry.1);
    let entries = entries.into_iter().map(|(_, key, row)| (key, row)).collect();
    Pruned { entries, transitions: learned.transitions }
}

/// Every row, rounded.
pub(super) fn all(learned: &Learned) -> Vec<(u32, Row)> {
    let mut entries: Vec<(u32, Row)> = learned
        .keys
        .iter()
        .zip(&learned.weights)
        .map(|(&key, weights)| (key >> (32 - KEY_BITS), round(&std::array::from_fn(|label| weights[label]))))
        .filter(|(_, row)| row.weights.iter().any(|&weight| weight != 0))
        .collect();
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
    entries
}

/// Two tables in one; of two rows of one key that of the second stays.
pub(super) fn merge(first: &[(u32, Row)], second: &[(u32, Row)]) -> Vec<(u32, Row)> {
    let mut merged: Vec<(u32, Row)> = second.iter().chain(first).copied().collect();
    merged.sort_by_key(|entry| entry.0);
    merged.dedup_by_key(|entry| entry.0);
    merged
}

/// The nearest weights in whole units.
fn round(weights: &[f32; LABELS]) -> Row {
    Row { weights: weights.map(|weight| (weight / Rows::UNIT).round().clamp(-127.0, 127.0) as i8) }
}
