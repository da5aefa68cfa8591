//! Rows of weights as they stand in a model file: some 4 bytes each, where a byte a weight takes 17.
//!
//! ```text
//! rows u32  bits of the lower part of a key step u8  lengths of the prefix codes  lengths of the runs u32
//! runs of bits: keys as differences (Rice code)  which labels have a weight  weights, a run for each code
//! 8 bytes of 0
//! ```
//! Which labels have a weight is said for no name and the first kind together, then for each further
//! kind by a code that hangs on what the kind before has; a weight by a code that hangs on its
//! label's part of a name. Each run is read apart from the others, so that the processor reads in
//! several at once.

use super::label::{KINDS, LABELS};
use super::rows::{KEY_BITS, Row};
use crate::error::Error;
use crate::packed::Reader;
use crate::prefix_code::{Bits, Decoder, runs};

/// Patterns of weights there and not there: of no name with the first kind, and of a further kind.
const FIRST: usize = 32;
const PATTERNS: usize = 16;
const VALUES: usize = 256;

/// Codes of weights: no name, and the four parts of one.
const PARTS: usize = 5;

/// Slots of the decoders: all together they take 35 kB, which the first cache nearly holds.
const PATTERN_SLOTS: usize = 1 << 8;
const WEIGHT_SLOTS: usize = 1 << 10;

#[cfg(feature = "train")]
const fn part(label: usize) -> usize {
    if label == 0 { 0 } else { 1 + (label - 1) % 4 }
}

/// The labels of a code.
fn labels(part: usize) -> impl Iterator<Item = usize> {
    let all = if part == 0 { 0..1 } else { part..LABELS };
    all.step_by(4)
}

/// The code of a further kind's pattern after the four labels of the kind before.
const fn further(kind: usize, before: usize) -> usize {
    (kind - 1) * PATTERNS + before
}

/// Reads the rows that take the rest of a file and gives each, with its key, to `sink`. The keys
/// ascend and have [`KEY_BITS`].
pub(super) fn read(reader: &mut Reader<'_>, mut sink: impl FnMut(u32, &Row)) -> Result<(), Error> {
    let len = reader.u32()? as usize;
    let [low] = reader.array()?;
    let low = u32::from(low).min(24);
    let first = Decoder::<PATTERN_SLOTS>::read(reader, FIRST)?;
    let further_codes = codes::<PATTERN_SLOTS>(reader, (KINDS.len() - 1) * PATTERNS, PATTERNS)?;
    let weight_codes = codes::<WEIGHT_SLOTS>(reader, PARTS, VALUES)?;
    let (mut runs, lengths) = runs::<{ 2 + PARTS }>(reader)?;
    let [keys, patterns, weights @ ..] = &mut runs;
    let mut key = 0u64;
    for index in 0..len {
        let step = keys.number(low);
        key += step;
        // A run that has ended gives zeros: this ends a length that the file does not hold.
        if key >> KEY_BITS != 0 || (step == 0 && index > 0) {
            return Err(reader.corrupt("keys do not ascend"));
        }
        let mut peeked = patterns.peek();
        let mut mask = u32::from(peeked.symbol(&first));
        let mut pattern = mask as usize >> 1;
        for kind in 1..KINDS.len() {
            pattern = usize::from(peeked.symbol(&further_codes[further(kind, pattern)]));
            mask |= (pattern as u32) << (1 + 4 * kind);
        }
        patterns.take(&peeked);
        let mut row = Row::default();
        for (part, (run, code)) in weights.iter_mut().zip(&weight_codes).enumerate() {
            let mut peeked = run.peek();
            for label in labels(part) {
                let weight = peeked.symbol_if(mask >> label & 1 == 1, code);
                row.weights[label] = i8::from_le_bytes([weight]);
            }
            run.take(&peeked);
        }
        sink(key as u32, &row);
    }
    let whole = runs.iter().map(Bits::bytes).eq(lengths);
    if whole { Ok(()) } else { Err(reader.corrupt("its rows end before or after its bits")) }
}

fn codes<const SLOTS: usize>(
    reader: &mut Reader<'_>,
    count: usize,
    symbols: usize,
) -> Result<Vec<Decoder<SLOTS>>, Error> {
    (0..count).map(|_| Decoder::read(reader, symbols)).collect()
}

/// Appends rows in ascending order of their keys.
#[cfg(feature = "train")]
pub(super) fn write(entries: &[(u32, Row)], bytes: &mut Vec<u8>) {
    use crate::prefix_code::{BitWriter, Encoder, write_runs};

    let mut first = [0u32; FIRST];
    let mut patterns = [[0u32; PATTERNS]; (KINDS.len() - 1) * PATTERNS];
    let mut weights = [[0u32; VALUES]; PARTS];
    for (_, row) in entries {
        let (of_first, of_kinds) = patterns_of(row);
        first[of_first] += 1;
        for (code, pattern) in of_kinds {
            patterns[code][pattern] += 1;
        }
        for (code, value) in weights_of(row) {
            weights[code][value] += 1;
        }
    }
    let first = Encoder::new(&first, PATTERN_SLOTS);
    let patterns = patterns.map(|counts| Encoder::new(&counts, PATTERN_SLOTS));
    let weights = weights.map(|counts| Encoder::new(&counts, WEIGHT_SLOTS));
    // Steps between keys fall off as chance has it: the code is shortest with seven tenths of their
    // mean in the lower part.
    let mean = (1 << KEY_BITS) / entries.len().max(1);
    let low = (mean * 7 / 10).max(1).ilog2().min(24);
    bytes.extend((entries.len() as u32).to_le_bytes());
    bytes.push(low as u8);
    first.write(bytes);
    for code in patterns.iter().chain(&weights) {
        code.write(bytes);
    }
    let mut runs: [BitWriter; 2 + PARTS] = Default::default();
    let [key_run, pattern_run, weight_runs @ ..] = &mut runs;
    let mut last = 0;
    for (key, row) in entries {
        let step = key - last;
        last = *key;
        key_run.number(step, low);
        let (of_first, of_kinds) = patterns_of(row);
        first.put(of_first, pattern_run);
        for (code, pattern) in of_kinds {
            patterns[code].put(pattern, pattern_run);
        }
        for (code, value) in weights_of(row) {
            weights[code].put(value, &mut weight_runs[code]);
        }
    }
    write_runs(runs, bytes);
}

/// The pattern of no name with the first kind; of each further kind its code and its pattern.
#[cfg(feature = "train")]
fn patterns_of(row: &Row) -> (usize, [(usize, usize); KINDS.len() - 1]) {
    let mask =
        row.weights.iter().enumerate().fold(0usize, |mask, (label, &weight)| mask | usize::from(weight != 0) << label);
    let of_kind = |kind: usize| mask >> (1 + 4 * kind) & (PATTERNS - 1);
    let further = |index: usize| (further(index + 1, of_kind(index)), of_kind(index + 1));
    (mask & (FIRST - 1), std::array::from_fn(further))
}

/// The weights of a row that are not 0, each with its code.
#[cfg(feature = "train")]
fn weights_of(row: &Row) -> impl Iterator<Item = (usize, usize)> {
    let all = row.weights.iter().enumerate().filter(|(_, weight)| **weight != 0);
    all.map(|(label, weight)| (part(label), usize::from(weight.to_le_bytes()[0])))
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;

    /// Rows as a model has them: small weights are common, a few are as great as may be.
    fn rows(count: usize, gap: u64) -> Vec<(u32, Row)> {
        let mut state = 5u64;
        let mut next = |limit: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % limit
        };
        let mut key = 0;
        let mut row = || {
            key += 1 + next(gap) as u32;
            let mut row = Row::default();
            for weight in &mut row.weights {
                let limit = 1 + next(4) * next(2) * next(90);
                *weight = (next(2 * limit + 1) as i32 - limit as i32).clamp(-127, 127) as i8;
            }
            (key, row)
        };
        (0..count).map(|_| row()).collect()
    }

    fn coded(entries: &[(u32, Row)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(entries, &mut bytes);
        bytes
    }

    #[test]
    fn rows_are_read_as_they_were_written_however_many() {
        for (count, gap) in [(0, 1), (1, 1), (1, 60_000_000), (2, 9), (3000, 44_000), (3000, 2)] {
            let entries = rows(count, gap);
            let mut found = Vec::new();
            read(&mut Reader::new("test", &coded(&entries)), |key, row| found.push((key, *row))).unwrap();
            assert!(found == entries, "{count} rows");
        }
    }

    #[test]
    fn bits_cut_off_or_left_over_are_missed() {
        let whole = coded(&rows(300, 440_000));
        let refusal = |bytes: &[u8]| read(&mut Reader::new("test", bytes), |_, _| ()).expect_err("broken").to_string();
        for cut in 1..whole.len() {
            refusal(&whole[..cut]);
        }
        // What stands behind a run may pass for one key more: which of the two is missed first is chance.
        let reasons = ["keys do not ascend", "its rows end before or after its bits"]
            .map(|reason| format!("corrupt test: {reason}"));
        for rows in [0, 299, 301, 100_000] {
            let mut other = whole.clone();
            other[..4].copy_from_slice(&u32::to_le_bytes(rows));
            assert!(reasons.contains(&refusal(&other)), "{rows} rows");
        }
    }
}
