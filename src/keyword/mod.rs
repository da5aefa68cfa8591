//! What it is about: the phrases and sentences that carry the story.

mod background;
mod candidate;
mod part;
mod score;
mod sentence;
mod stem;
mod tag;

#[cfg(feature = "train")]
pub use background::build::build as build_words;

use candidate::{Occurrence, What};
pub(crate) use stem::Stemmed;
use stem::{StemId, Stems};

use crate::alias::Entities;
use crate::article::Article;
use crate::entity::EntityId;
use crate::figure::Figure;
use crate::text::{Document, Excerpt};
use crate::time::TimeExpression;

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

/// A story, read for what it is about: once, for its keywords and for its key sentences.
///
/// Furniture (captions, credits, appeals, author notes) is not read.
#[derive(Debug)]
pub struct Story<'a, 't> {
    article: &'a Article<'t>,
    document: &'a Document<'t>,
    entities: &'a Entities<'t>,
    figures: &'a [Figure<'t>],
    stems: Stems,
    /// Where candidates stand, in the order of their keys.
    occurrences: Vec<Occurrence>,
}

impl<'a, 't> Story<'a, 't> {
    /// Tags the words of the story, counts them, and collects its phrases and names.
    ///
    /// # Complexity
    /// `n log n` in the words of the article, for sorting candidates.
    #[must_use]
    pub fn read(
        article: &'a Article<'t>,
        document: &'a Document<'t>,
        entities: &'a Entities<'t>,
        figures: &'a [Figure<'t>],
        times: &[TimeExpression<'t>],
    ) -> Self {
        Self::read_with(Stemmed::default(), article, document, entities, figures, times)
    }

    /// Reads with the stems of earlier articles.
    pub(crate) fn read_with(
        stemmed: Stemmed,
        article: &'a Article<'t>,
        document: &'a Document<'t>,
        entities: &'a Entities<'t>,
        figures: &'a [Figure<'t>],
        times: &[TimeExpression<'t>],
    ) -> Self {
        let mut stems = Stems::new(stemmed);
        let mut occurrences = candidate::find(article, document, entities, figures, times, &mut stems);
        occurrences.sort_unstable_by_key(|at| (at.key, at.tokens.start, at.tokens.end));
        Self { article, document, entities, figures, stems, occurrences }
    }

    /// Gives the stems back for the next article.
    pub(crate) fn into_stemmed(self) -> Stemmed {
        self.stems.into_stemmed()
    }

    /// The keywords, best first, at most `limit`.
    ///
    /// A name is one keyword in its full form, whatever its mentions; phrases with the same stems
    /// are one keyword.
    #[must_use]
    pub fn keywords(&mut self, limit: usize) -> Vec<Keyword<'t>> {
        let ranked = score::rank(self);
        let mut taken: Vec<(bool, Vec<StemId>)> = Vec::new();
        let mut keywords = Vec::new();
        // A phrase is refused when it stands in a better one; past this many refusals for each
        // keyword wanted, what is left is not worth a comparison.
        for ranked in ranked.iter().take(limit.saturating_mul(LOOKED_AT)) {
            if keywords.len() == limit {
                break;
            }
            let Self { document, entities, stems, occurrences, .. } = self;
            let group = &occurrences[ranked.first..ranked.end];
            let written = best_written(document, entities, group);
            let words = group[written].tokens.range().filter(|&at| document.tokens()[at].is_word());
            let words: Vec<StemId> = words.map(|at| stems.of(document, at)).collect();
            let within = |a: &[StemId], b: &[StemId]| a.iter().all(|word| b.contains(word));
            let entity = match ranked.what {
                What::Name(id) => Some(id),
                What::Phrase { .. } => None,
            };
            // A name is no lesser form of the phrase that it opens: "Iraq" and "Iraq embargo" are two tags.
            let is_name = entity.is_some();
            let repeats = |(other_is_name, other): &(bool, Vec<StemId>)| {
                is_name == *other_is_name && (within(&words, other) || within(other, &words)) || words == *other
            };
            if words.is_empty() || taken.iter().any(repeats) {
                continue;
            }
            let mut excerpts: Vec<_> =
                group.iter().map(|at| Excerpt::new(document.text(), document.range_span(at.tokens))).collect();
            excerpts[..=written].rotate_right(1);
            keywords.push(Keyword { occurrences: excerpts, score: score::shown(ranked.score), entity });
            taken.push((is_name, words));
        }
        keywords
    }

    /// The sentences that carry the story: indexes into the document's sentences, best first.
    ///
    /// Two to four where the article has them; never a caption, a credit or an appeal.
    #[must_use]
    pub fn key_sentences(&self) -> Vec<usize> {
        sentence::choose(self)
    }
}

/// How many candidates are looked at for each keyword wanted.
const LOOKED_AT: usize = 8;

/// Index of the occurrence that shows a keyword: an entity's full name, else the first.
fn best_written(document: &Document<'_>, entities: &Entities<'_>, group: &[Occurrence]) -> usize {
    let What::Name(id) = group[0].what else { return 0 };
    let name = entities.get(id).name();
    let full = group.iter().position(|occurrence| document.range_text(occurrence.tokens) == name);
    full.unwrap_or_else(|| {
        let length = |index: &usize| (group[*index].tokens.len(), std::cmp::Reverse(*index));
        (0..group.len()).max_by_key(length).unwrap_or(0)
    })
}
