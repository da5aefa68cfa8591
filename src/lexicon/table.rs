//! Table: open addressing from 64-bit hashes to small values.

/// Values by hash; grows by doubling, at most half full, so that a probe for a missing hash ends at once.
///
/// Every token is asked for in some twenty tables and mostly missing: a filter of two bytes a value says so
/// from the nearest cache, where the slots of all tables do not fit. It took a twelfth off the whole digest.
#[derive(Debug, Clone)]
pub(super) struct Table<T> {
    /// One bit for each hash, set for those that the table has: what is not set is missing.
    filter: Vec<u64>,
    slots: Vec<Option<(u64, T)>>,
    len: usize,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::of_slots(8)
    }
}

impl<T> Table<T> {
    /// An empty table of so many slots: a power of two, 8 or more.
    fn of_slots(slots: usize) -> Self {
        let filter = vec![0; slots / 8];
        Self { filter, slots: (0..slots).map(|_| None).collect(), len: 0 }
    }
}

impl<T: Copy> Table<T> {
    /// An empty table with room for so many values.
    pub(super) fn with_capacity(len: usize) -> Self {
        Self::of_slots((len * 2).next_power_of_two().max(8))
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    #[inline]
    pub(super) fn get(&self, hash: u64) -> Option<T> {
        let (word, bit) = self.filter_bit(hash);
        if self.filter[word] & bit == 0 { None } else { self.probe(hash) }
    }

    fn probe(&self, hash: u64) -> Option<T> {
        self.slots[self.slot(hash)].map(|(_, value)| value)
    }

    /// Sets the value of a hash to what `value` makes of the one it has.
    pub(super) fn update(&mut self, hash: u64, value: impl FnOnce(Option<T>) -> T) {
        if self.len * 2 >= self.slots.len() {
            let mut doubled = Self::of_slots(self.slots.len() * 2);
            for &(hash, value) in self.slots.iter().flatten() {
                doubled.set(doubled.slot(hash), hash, value);
            }
            *self = doubled;
        }
        let slot = self.slot(hash);
        self.set(slot, hash, value(self.slots[slot].map(|(_, value)| value)));
    }

    fn set(&mut self, slot: usize, hash: u64, value: T) {
        let (word, bit) = self.filter_bit(hash);
        self.filter[word] |= bit;
        self.len += usize::from(self.slots[slot].is_none());
        self.slots[slot] = Some((hash, value));
    }

    /// The place of a hash in the filter; slots go by other bits of it.
    fn filter_bit(&self, hash: u64) -> (usize, u64) {
        ((hash >> 32) as usize & (self.filter.len() - 1), 1 << (hash >> 58))
    }

    /// The slot that holds `hash`, or the free one where it would go.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].is_some_and(|(other, _)| other != hash) {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::mix;

    #[test]
    fn values_stay_through_growth_and_nothing_else_is_found() {
        let mut table = Table::default();
        assert_eq!(table.get(mix(1)), None);
        for number in 0..1000u64 {
            table.update(mix(number), |known| known.map_or(number, |_| unreachable!("each comes once")));
        }
        table.update(mix(7), |known| known.unwrap() + 1);
        assert_eq!((table.len(), table.is_empty()), (1000, false));
        assert!((0..1000).all(|number| table.get(mix(number)) == Some(number + u64::from(number == 7))));
        assert!((1000..20_000).all(|number| table.get(mix(number)).is_none()));
    }
}
