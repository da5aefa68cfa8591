//! Who holds which office: titles and descriptions that the article gives a name.

use crate::alias::Entities;
use crate::text::{Document, Excerpt};

/// An office or description of an entity, in the words of the article.
#[derive(Debug, Clone)]
pub struct Role<'t> {
    pub(crate) words: Excerpt<'t>,
    pub(crate) confidence: f32,
}

impl<'t> Role<'t> {
    /// The words of the article.
    #[must_use]
    pub fn words(&self) -> &Excerpt<'t> {
        &self.words
    }

    /// Probability that the article gives the entity this role, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    pub(crate) fn into_owned(self) -> Role<'static> {
        Role { words: self.words.into_owned(), ..self }
    }
}

/// Finds the offices of the entities of a document.
pub fn assign(_document: &Document<'_>, _entities: &mut Entities<'_>) {}
