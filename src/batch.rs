//! Many articles on all cores: one article a thread, never one article on many.

use rayon::prelude::*;

use crate::digest::{Digest, Digester, Scratch};

impl Digester {
    /// Reads many articles on all cores of the current rayon pool, in the order given.
    ///
    /// The digests are the same whatever the number of threads.
    #[must_use]
    pub fn digest_all<'t, T: AsRef<str> + Sync>(&self, articles: &'t [T]) -> Vec<Digest<'t>> {
        articles
            .par_iter()
            .map_init(Scratch::new, |scratch, article| self.digest_with(scratch, article.as_ref()))
            .collect()
    }
}
