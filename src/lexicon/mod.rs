//! What is known before reading: word lists and names.

mod class;
mod words;

pub use class::{WordClass, class_of};
pub use words::WordMap;

/// Known names and words: asked by every stage, loaded once per process.
///
/// Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon inside the crate.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }
}
