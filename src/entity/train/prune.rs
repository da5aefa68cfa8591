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

/// Keeps the rows that move the most scores, as many as the bytes allow.
pub(super) fn prune(learned: Learned, options: &Options) -> Pruned {
    let mut rows: Vec<(f32, u32, Row)> = Vec::with_capacity(learned.keys.len());
    for ((&key, weights), &count) in learned.keys.iter().zip(&learned.weights).zip(&learned.counts) {
        let mut kept = [0.0; LABELS];
        let mut power = 0.0;
        for (slot, &weight) in kept.iter_mut().zip(weights) {
            if weight.abs() >= options.least {
                *slot = weight;
                power += weight * weight;
            }
        }
        if power > 0.0 {
            // How far the row moves scores over all text, for each byte that it takes.
            let bytes = 5 + kept.iter().filter(|&&weight| weight != 0.0).count();
            rows.push((power * (count as f32).sqrt() / bytes as f32, key >> (32 - KEY_BITS), round(&kept)));
        }
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut bytes = 0;
    let mut entries = Vec::new();
    for &(_, key, row) in &rows {
        bytes += 5 + row.weights.iter().filter(|&&weight| weight != 0).count();
        if bytes > options.bytes {
            break;
        }
        entries.push((key, row));
    }
    // Of two rows of one key the stronger stays; the sort is stable.
    entries.sort_by_key(|entry| entry.0);
    entries.dedup_by_key(|entry| entry.0);
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

/// The nearest weights in bytes, with the finest scale that holds the greatest of them.
fn round(weights: &[f32; LABELS]) -> Row {
    let greatest = weights.iter().fold(0.0f32, |greatest, weight| greatest.max(weight.abs()));
    let mut shift = 0;
    while shift < Rows::MAX_SHIFT && greatest / (Rows::UNIT * f32::from(1u8 << shift)) > 127.0 {
        shift += 1;
    }
    let unit = Rows::UNIT * f32::from(1u8 << shift);
    Row { shift, weights: weights.map(|weight| (weight / unit).round().clamp(-127.0, 127.0) as i8) }
}
