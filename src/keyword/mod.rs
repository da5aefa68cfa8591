//! What it is about: the phrases and sentences that carry the story.

use crate::alias::Entities;
use crate::article::Article;
use crate::entity::EntityId;
use crate::figure::Figure;
use crate::text::{Document, Excerpt};

/// A phrase that tells what the article is about.
#[derive(Debug, Clone)]
pub struct Keyword<'t> {
    /// Every occurrence, the best-written one first.
    pub(crate) occurrences: Vec<Excerpt<'t>>,
    pub(crate) score: f32,
    pub(crate) entity: Option<EntityId>,
}

impl<'t> Keyword<'t> {
    /// The phrase as the article has it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.occurrences.first().map_or("", Excerpt::text)
    }

    /// Every occurrence.
    #[must_use]
    pub fn occurrences(&self) -> &[Excerpt<'t>] {
        &self.occurrences
    }

    /// How much the article is about it, 0 to 1; no probability.
    #[must_use]
    pub fn score(&self) -> f32 {
        self.score
    }

    /// The entity that it names.
    #[must_use]
    pub fn entity(&self) -> Option<EntityId> {
        self.entity
    }

    /// The same, no longer borrowed from the article.
    #[must_use]
    pub fn into_owned(self) -> Keyword<'static> {
        Keyword { occurrences: self.occurrences.into_iter().map(Excerpt::into_owned).collect(), ..self }
    }
}

/// Finds the keywords of an article, best first, at most `limit`.
#[must_use]
pub fn find<'t>(
    _article: &Article<'t>,
    _document: &Document<'t>,
    _entities: &Entities<'t>,
    _limit: usize,
) -> Vec<Keyword<'t>> {
    Vec::new()
}

/// Chooses the sentences that carry the story: indexes into the document's sentences, best first.
#[must_use]
pub fn key_sentences(
    _article: &Article<'_>,
    _document: &Document<'_>,
    _entities: &Entities<'_>,
    _figures: &[Figure<'_>],
    _keywords: &[Keyword<'_>],
) -> Vec<usize> {
    Vec::new()
}
