//! Rows: from the number of a feature to its weights for all labels.
//!
//! In the file: keys in ascending order as differences (LEB128); then for each row 17 bits that
//! say which labels have a weight, 4 bits of scale, and a byte for each weight.

use super::label::LABELS;
use super::model::{Reader, WHAT};
use crate::error::{Error, ErrorKind};

/// Bits of a feature's number that the file keeps. A feature never seen in training has the key of
/// a kept one in 0.5 % of cases.
pub(super) const KEY_BITS: u32 = 26;

/// The weights of one feature: `weight << shift`, in units of [`Rows::UNIT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Row {
    pub(super) shift: u8,
    pub(super) weights: [i8; LABELS],
}

/// A fixed table from keys to rows.
#[derive(Debug)]
pub(super) struct Rows {
    /// Lower 16 bits of the key at each slot, where `slots` has one. The upper bits are in the
    /// place: two keys with the same lower bits are hundreds of slots apart.
    tags: Vec<u16>,
    slots: Vec<Row>,
    homes: u64,
}

impl Rows {
    /// What a weight of 1 is worth.
    pub(super) const UNIT: f32 = 1.0 / 256.0;
    /// Greatest shift: weights up to 127 × 2^7 / 256 = 63.5.
    pub(super) const MAX_SHIFT: u8 = 7;

    /// A shift that no row has: the slot is free.
    const FREE: u8 = u8::MAX;

    pub(super) fn new(entries: &[(u32, Row)]) -> Self {
        // Three in four slots taken: a search for an absent key looks at 2.5 tags, all in one line.
        let homes = (entries.len() * 4 / 3).max(16) as u64;
        // Entries are placed in the order of their homes, so none ever wraps around.
        let capacity = homes as usize + entries.len() + 1;
        let free = Row { shift: Self::FREE, ..Row::default() };
        let mut table = Self { tags: vec![0; capacity], slots: vec![free; capacity], homes };
        let mut last = 0;
        for &(key, row) in entries {
            let mut slot = table.home(key);
            while table.slots[slot].shift != Self::FREE {
                slot += 1;
            }
            table.tags[slot] = key as u16;
            table.slots[slot] = row;
            last = last.max(slot);
        }
        table.tags.truncate((last + 2).max(homes as usize + 1));
        table.slots.truncate((last + 2).max(homes as usize + 1));
        table
    }

    fn home(&self, key: u32) -> usize {
        ((u64::from(key) * self.homes) >> KEY_BITS) as usize
    }

    /// The row of a feature, by its number.
    pub(super) fn get(&self, feature: u32) -> Option<&Row> {
        let key = feature >> (32 - KEY_BITS);
        let mut slot = self.home(key);
        loop {
            let row = &self.slots[slot];
            if row.shift == Self::FREE {
                return None;
            }
            if self.tags[slot] == key as u16 {
                return Some(row);
            }
            slot += 1;
        }
    }

    /// Adds the weights of a feature to the sums of a token.
    pub(super) fn add(&self, feature: u32, sums: &mut [i32; LABELS]) {
        if let Some(row) = self.get(feature) {
            for (sum, &weight) in sums.iter_mut().zip(&row.weights) {
                *sum += i32::from(weight) << row.shift;
            }
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let len = reader.u32()? as usize;
        // Each row takes four bytes at least: a length that the file cannot hold is refused before
        // memory is asked for it.
        if len > reader.left() / 4 {
            return Err(ErrorKind::Corrupt { what: WHAT, reason: "more rows than bytes" }.into());
        }
        let mut entries = Vec::with_capacity(len);
        let mut key = 0u64;
        for index in 0..len {
            let (mut step, mut shift) = (0u64, 0);
            loop {
                let byte = reader.u8()?;
                step |= u64::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 || shift > 28 {
                    break;
                }
            }
            key += step;
            if key >> KEY_BITS != 0 || (step == 0 && index > 0) {
                return Err(ErrorKind::Corrupt { what: WHAT, reason: "keys do not ascend" }.into());
            }
            entries.push((key as u32, Row::default()));
        }
        for (_, row) in &mut entries {
            let head = u32::from(reader.u16()?) | u32::from(reader.u8()?) << 16;
            row.shift = (head >> LABELS) as u8;
            if row.shift > Self::MAX_SHIFT {
                return Err(ErrorKind::Corrupt { what: WHAT, reason: "a scale out of range" }.into());
            }
            for label in (0..LABELS).filter(|label| head >> label & 1 == 1) {
                row.weights[label] = i8::from_le_bytes([reader.u8()?]);
            }
        }
        Ok(Self::new(&entries))
    }

    #[cfg(feature = "train")]
    pub(super) fn write(entries: &[(u32, Row)], bytes: &mut Vec<u8>) {
        bytes.extend((entries.len() as u32).to_le_bytes());
        let mut last = 0;
        for &(key, _) in entries {
            let mut step = key - last;
            while step >= 0x80 {
                bytes.push(step as u8 | 0x80);
                step >>= 7;
            }
            bytes.push(step as u8);
            last = key;
        }
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
