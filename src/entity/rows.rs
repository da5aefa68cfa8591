//! Rows: from the number of a feature to its weights for all labels.
//!
//! In the file: keys in ascending order as differences (LEB128); then for each row 17 bits that
//! say which labels have a weight, 4 bits of scale, and a byte for each weight.

use super::label::LABELS;
use crate::error::Error;
use crate::packed::Reader;
#[cfg(feature = "train")]
use crate::packed::push_keys;

/// Bits of a feature's number that the file keeps. A feature never seen in training has the key of
/// a kept one in 0.5 % of cases.
pub(super) const KEY_BITS: u32 = 26;

/// The weights of one feature: `weight << shift`, in units of [`Rows::UNIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) shift: u8,
    pub(super) weights: [i8; LABELS],
}

/// Bits of a key that its tag holds; the others choose its bucket.
const TAG_BITS: u32 = 11;

/// Tags of one bucket. The model that ships has 6.8 rows a bucket; 1 bucket in 200 is too small.
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
    kept: Vec<Row>,
    /// Keys and places of the rows beyond the width of their buckets.
    beyond: Vec<(u32, u32)>,
}

impl Rows {
    /// What a weight of 1 is worth.
    pub(super) const UNIT: f32 = 1.0 / 256.0;
    /// Greatest shift: weights up to 127 × 2^7 / 256 = 63.5.
    pub(super) const MAX_SHIFT: u8 = 7;

    /// Takes rows in ascending order of their keys.
    #[cfg(feature = "train")]
    pub(super) fn new(entries: &[(u32, Row)]) -> Self {
        let mut table = Self::of_keys(entries.iter().map(|&(key, _)| key));
        table.kept = entries.iter().map(|&(_, row)| row).collect();
        table
    }

    /// A table without its rows yet, by keys that ascend and have [`KEY_BITS`] at most.
    fn of_keys(keys: impl Iterator<Item = u32>) -> Self {
        let empty = Bucket { tags: [NO_TAG; WIDTH], start: 0 };
        let mut table = Self { buckets: vec![empty; 1 << (KEY_BITS - TAG_BITS)], kept: Vec::new(), beyond: Vec::new() };
        let (mut last, mut used) = (u32::MAX, 0);
        for (place, key) in (0..).zip(keys) {
            let bucket = &mut table.buckets[(key >> TAG_BITS) as usize];
            if last != key >> TAG_BITS {
                bucket.start = place;
                (last, used) = (key >> TAG_BITS, 0);
            }
            match bucket.tags.get_mut(used) {
                Some(free) => *free = tag(key),
                None => table.beyond.push((key, place)),
            }
            used += 1;
        }
        table
    }

    /// The place of the row of a feature, and whether there is one.
    #[inline]
    fn find(&self, feature: u32) -> (u32, bool) {
        let key = feature >> (32 - KEY_BITS);
        let bucket = &self.buckets[(key >> TAG_BITS) as usize];
        let mut hits = 0u16;
        for place in 0..WIDTH {
            hits |= u16::from(bucket.tags[place] == tag(key)) << place;
        }
        let place = bucket.start + hits.trailing_zeros();
        if hits == 0 && bucket.tags[WIDTH - 1] != NO_TAG {
            if let Ok(index) = self.beyond.binary_search_by_key(&key, |&(key, _)| key) {
                return (self.beyond[index].1, true);
            }
        }
        (place, hits != 0)
    }

    /// The row of a feature, by its number.
    pub(super) fn get(&self, feature: u32) -> Option<&Row> {
        let (place, found) = self.find(feature);
        found.then(|| &self.kept[place as usize])
    }

    /// Adds the weights of features, by their numbers, to `sums`.
    pub(super) fn add(&self, features: &[u32], sums: &mut [i32; LABELS]) {
        for batch in features.chunks(BATCH) {
            let mut places = [0; BATCH];
            let mut found = 0;
            for &feature in batch {
                let (place, is_found) = self.find(feature);
                places[found] = place;
                found += usize::from(is_found);
            }
            let mut total = *sums;
            for &place in &places[..found] {
                let row = &self.kept[place as usize];
                for (sum, &weight) in total.iter_mut().zip(&row.weights) {
                    *sum += i32::from(weight) << row.shift;
                }
            }
            *sums = total;
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let len = reader.u32()? as usize;
        // Each row takes four bytes at least: a length that the file cannot hold is refused before
        // memory is asked for it.
        if len > reader.left() / 4 {
            return Err(reader.corrupt("more rows than bytes"));
        }
        let mut table = Self::of_keys(reader.keys(len, KEY_BITS)?.into_iter());
        table.kept.reserve_exact(len);
        for _ in 0..len {
            let [low, middle, high] = reader.array()?;
            let head = u32::from_le_bytes([low, middle, high, 0]);
            let mut row = Row { shift: (head >> LABELS) as u8, ..Row::default() };
            if row.shift > Self::MAX_SHIFT {
                return Err(reader.corrupt("a scale out of range"));
            }
            let mut labels = head & ((1 << LABELS) - 1);
            for &weight in reader.take(labels.count_ones() as usize)? {
                row.weights[labels.trailing_zeros() as usize] = i8::from_le_bytes([weight]);
                labels &= labels - 1;
            }
            table.kept.push(row);
        }
        Ok(table)
    }

    #[cfg(feature = "train")]
    pub(super) fn write(entries: &[(u32, Row)], bytes: &mut Vec<u8>) {
        bytes.extend((entries.len() as u32).to_le_bytes());
        push_keys(bytes, entries.iter().map(|&(key, _)| key));
        for (_, row) in entries {
            let mut head = u32::from(row.shift) << LABELS;
            for (label, &weight) in row.weights.iter().enumerate() {
                head |= u32::from(weight != 0) << label;
            }
            bytes.extend(&head.to_le_bytes()[..3]);
            bytes.extend(row.weights.iter().filter(|&&weight| weight != 0).map(|&weight| weight.to_le_bytes()[0]));
        }
    }
}

/// The part of a key that is compared.
const fn tag(key: u32) -> u16 {
    (key & ((1 << TAG_BITS) - 1)) as u16
}
