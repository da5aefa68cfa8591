//! Table: open addressing from 64-bit hashes to small values.

/// Values by hash; grows by doubling, at most half full, so that a probe for a missing hash ends at once.
#[derive(Debug, Clone)]
pub(super) struct Table<T> {
    slots: Vec<Option<(u64, T)>>,
    len: usize,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), len: 0 }
    }
}

impl<T: Copy> Table<T> {
    /// An empty table with room for so many values.
    pub(super) fn with_capacity(len: usize) -> Self {
        Self { slots: vec![None; (len * 2).next_power_of_two().max(8)], len: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(super) fn get(&self, hash: u64) -> Option<T> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(hash)].map(|(_, value)| value)
    }

    /// Sets the value of a hash to what `value` makes of the one it has.
    pub(super) fn update(&mut self, hash: u64, value: impl FnOnce(Option<T>) -> T) {
        if self.len * 2 >= self.slots.len() {
            let doubled = (self.slots.len() * 2).max(16);
            let old = std::mem::replace(&mut self.slots, vec![None; doubled]);
            for entry in old.into_iter().flatten() {
                let slot = self.slot(entry.0);
                self.slots[slot] = Some(entry);
            }
        }
        let slot = self.slot(hash);
        let known = self.slots[slot].map(|(_, value)| value);
        self.len += usize::from(known.is_none());
        self.slots[slot] = Some((hash, value(known)));
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
