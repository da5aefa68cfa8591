//! What is known before reading: word lists, names and places.
//!
//! Here stands what a word or name is by itself, whatever article it is in; what it is in one is for
//! the stages to find.

pub(crate) mod atlas;
#[cfg(feature = "train")]
mod build;
mod class;
#[cfg(feature = "train")]
mod cluster;
pub(crate) mod country;
mod gazetteer;
mod keys;
mod known;
pub(crate) mod name;
pub(crate) mod noun;
mod pack;
pub(crate) mod plain;
mod table;
mod words;

#[cfg(feature = "train")]
pub use build::build;
pub use class::{WordClass, class_of};
pub use country::Country;
pub(crate) use gazetteer::{Facts, Gazetteer, Lists};
pub(crate) use keys::{ByKey, Keys};
pub(crate) use known::KnownNames;
pub use known::{KnownName, LexiconBuilder};
pub use words::WordMap;

use std::sync::Arc;

/// Known names and words: asked by every stage, loaded once per process.
///
/// Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// The names that the user brought.
    known: Option<Arc<KnownNames>>,
}

impl Lexicon {
    /// The lexicon inside the crate.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }

    /// A builder that adds names of one's own to the lexicon inside the crate.
    ///
    /// Where an article has one of them, it is reported with the kind and the id given here,
    /// whatever the tagger makes of it; a form to ignore is never reported.
    ///
    /// # Examples
    /// ```
    /// use article_digest::lexicon::{KnownName, Lexicon};
    /// use article_digest::EntityKind;
    ///
    /// let party = KnownName::new("Movement for Socialism", EntityKind::Organisation).id("Q123").alias("MAS");
    /// let lexicon = Lexicon::builder().name(&party)?.ignore("Prime Minister")?.build();
    /// # let _ = lexicon;
    /// # Ok::<(), article_digest::Error>(())
    /// ```
    pub fn builder() -> LexiconBuilder {
        LexiconBuilder::default()
    }

    /// The names that the user brought.
    pub(crate) fn known(&self) -> Option<&KnownNames> {
        self.known.as_deref()
    }
}

/// Reads the bytes of a packed lexicon and of an atlas. Only for `fuzz/fuzz_targets/lexicon.rs`: in no
/// other build.
///
/// # Errors
/// When they are neither.
#[cfg(fuzzing)]
pub fn check(bytes: &[u8]) -> Result<(), crate::Error> {
    atlas::check(bytes).or_else(|_| Gazetteer::from_bytes(bytes).map(drop))
}

impl LexiconBuilder {
    /// The lexicon.
    #[must_use]
    pub fn build(self) -> Lexicon {
        Lexicon { known: Some(Arc::new(self.into_names())) }
    }
}
