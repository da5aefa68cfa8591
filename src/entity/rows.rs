//! Rows: from the number of a feature to its weights for all labels.

use super::label::LABELS;
use super::row_code;
use crate::error::Error;
use crate::packed::Reader;

/// Bits of a feature's number that the file keeps. A feature never seen in training has the key of
/// a kept one in 0.5 % of cases.
pub(super) const KEY_BITS: u32 = 26;

/// The weights of one feature as they are learned and stored, in units of [`Rows::UNIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) weights: [i8; LABELS],
}

/// How much one feature speaks for each label of a name rather than for no name.
///
/// What is added to all labels of a token alike changes no path, so that no name needs no weight of
/// its own: sixteen bytes, one register, never across two cache lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(16))]
pub(super) struct Advantages(pub(super) [i8; NAMED]);

/// Labels of names.
pub(super) const NAMED: usize = LABELS - 1;

/// Sums of advantages. A token has below 120 features and some 20 of memory, far from 2^15 / 127.
pub(super) type Sums = [i16; NAMED];

impl From<&Row> for Advantages {
    fn from(row: &Row) -> Self {
        let [outside, named @ ..] = row.weights;
        Self(named.map(|weight| weight.saturating_sub(outside)))
    }
}

/// Bits of a key that its tag holds; the others choose its bucket.
const TAG_BITS: u32 = 10;

/// Tags of one bucket. The model that ships has 5.5 rows a bucket; 1 bucket in 1000 is too small.
const WIDTH: usize = 14;

/// A tag that no key has.
const NO_TAG: u16 = u16::MAX;

/// Features that are looked for before the weights of any are added.
const BATCH: usize = 64;

/// The rows whose keys begin alike: half a cache line, so that a search waits for memory once.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
struct Bucket {
    /// The lower bits of the keys, in the order of the rows.
    tags: [u16; WIDTH],
    /// The place of the first row.
    start: u32,
}

/// A fixed table from keys to rows, in the order of the keys.
///
/// Of a hundred features that are asked for 88 have a row, which is rarely in a cache: memory is what
/// takes the time. So a search reads a bucket alone, and no branch depends on what it finds: the
/// processor waits for many buckets, then for many rows at once.
#[derive(Debug)]
pub(super) struct Rows {
    buckets: Vec<Bucket>,
    kept: Vec<Advantages>,
    /// Keys and places of the rows beyond the width of their buckets.
    beyond: Vec<(u32, u32)>,
}

impl Rows {
    /// What a weight of 1 is worth. Rounded to 1/16 a model scored as at 1/256 on names left out of
    /// training (91.1 for 91.1); to 1/8 it lost 0.6, to 1/5 0.8.
    pub(super) const UNIT: f32 = 1.0 / 16.0;

    fn empty() -> Self {
        let empty = Bucket { tags: [NO_TAG; WIDTH], start: 0 };
        Self { buckets: vec![empty; 1 << (KEY_BITS - TAG_BITS)], kept: Vec::new(), beyond: Vec::new() }
    }

    /// Takes rows in ascending order of their keys.
    #[cfg(feature = "train")]
    pub(super) fn new(entries: &[(u32, Row)]) -> Self {
        let mut table = Self::empty();
        for (key, row) in entries {
            table.push(*key, row);
        }
        table
    }

    /// Reads the rows of a model file.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut table = Self::empty();
        row_code::read(reader, |key, row| table.push(key, row))?;
        Ok(table)
    }

    /// Takes the row of a key of [`KEY_BITS`] that is greater than the last.
    fn push(&mut self, key: u32, row: &Row) {
        let place = self.kept.len() as u32;
        let bucket = &mut self.buckets[(key >> TAG_BITS) as usize];
        if bucket.tags[0] == NO_TAG {
            bucket.start = place;
        }
        match bucket.tags.get_mut((place - bucket.start) as usize) {
            Some(free) => *free = tag(key),
            None => self.beyond.push((key, place)),
        }
        self.kept.push(row.into());
    }

    /// The place of the row of a feature, and whether there is one.
    #[inline]
    fn find(&self, feature: u32, start: u32) -> (u32, bool) {
        let key = feature >> (32 - KEY_BITS);
        let bucket = &self.buckets[(key >> TAG_BITS) as usize];
        let mut hits = 0u16;
        for place in 0..WIDTH {
            hits |= u16::from(bucket.tags[place] == tag(key)) << place;
        }
        let place = start + hits.trailing_zeros();
        if hits == 0 && bucket.tags[WIDTH - 1] != NO_TAG {
            if let Ok(index) = self.beyond.binary_search_by_key(&key, |&(key, _)| key) {
                return (self.beyond[index].1, true);
            }
        }
        (place, hits != 0)
    }

    /// The row of a feature, by its number.
    pub(super) fn get(&self, feature: u32) -> Option<&Advantages> {
        let start = self.buckets[(feature >> (32 - KEY_BITS + TAG_BITS)) as usize].start;
        let (place, found) = self.find(feature, start);
        found.then(|| &self.kept[place as usize])
    }

    /// Adds the weights of features, by their numbers, to `sums`.
    pub(super) fn add(&self, features: &[u32], sums: &mut Sums) {
        for batch in features.chunks(BATCH) {
            // Loads of nothing but the buckets' first halves: the processor waits for more of them at once
            // than it would with the comparisons between them.
            let mut starts = [0; BATCH];
            for (start, &feature) in starts.iter_mut().zip(batch) {
                *start = self.buckets[(feature >> (32 - KEY_BITS + TAG_BITS)) as usize].start;
            }
            let mut places = [0; BATCH];
            let mut found = 0;
            for (&feature, &start) in batch.iter().zip(&starts) {
                let (place, is_found) = self.find(feature, start);
                places[found] = place;
                found += usize::from(is_found);
            }
            let mut total = *sums;
            for &place in &places[..found] {
                for (sum, &advantage) in total.iter_mut().zip(&self.kept[place as usize].0) {
                    *sum += i16::from(advantage);
                }
            }
            *sums = total;
        }
    }
}

/// The part of a key that is compared.
const fn tag(key: u32) -> u16 {
    (key & ((1 << TAG_BITS) - 1)) as u16
}
