//! Tables by keys that are hashes already.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already: hashing them again would cost more than the lookup.
#[derive(Debug, Default, Clone)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _bytes: &[u8]) {
        unreachable!("keys are u64 and use write_u64")
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// A table by key. Asked, never walked, so that its order shows nowhere.
pub(crate) type ByKey<T> = HashMap<u64, T, BuildHasherDefault<Spread>>;

/// A set of keys. Asked, never walked.
pub(crate) type Keys = HashSet<u64, BuildHasherDefault<Spread>>;
