//! Many articles on all cores: one article a thread, never one article on many.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::digest::{Digest, Digester, Scratch};

impl Digester {
    /// Reads many articles on all cores of the current rayon pool, in the order given.
    ///
    /// The digests are the same whatever the number of threads.
    #[must_use]
    pub fn digest_all<'t, T: AsRef<str> + Sync>(&self, articles: &'t [T]) -> Vec<Digest<'t>> {
        // As many as threads: each article takes one that lies free, and gives it back.
        let free: Mutex<Vec<Scratch>> = Mutex::default();
        let free = || free.lock().unwrap_or_else(PoisonError::into_inner);
        articles
            .par_iter()
            // One by one: in runs of a hundred, as rayon would cut them, a thread waits at the end for the other's.
            .with_max_len(1)
            .map(|article| {
                let mut scratch = free().pop().unwrap_or_default();
                let digest = self.digest_with(&mut scratch, article.as_ref());
                free().push(scratch);
                digest
            })
            .collect()
    }
}
