//! The digest: everything that was read in an article.

mod attribution;
mod digester;
mod rank;

pub use digester::{Builder, Digester, Scratch};

use std::borrow::Cow;

use crate::article::{Block, BlockKind};
use crate::detail::Detail;
use crate::entity::{Entity, EntityId};
use crate::figure::Figure;
use crate::keyword::Keyword;
use crate::quote::Quote;
use crate::text::{Excerpt, Sentence, Span, Token};
use crate::time::{Date, TimeExpression};

/// Something about the text that a reader of the digest should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// The text does not read as English; what was found may be wrong.
    NotEnglish,
    /// No word in the text.
    NoText,
    /// Only the first 4 GiB were read.
    TooLong,
    /// Neither the caller nor the text says when the article was published, and a time could not be
    /// resolved for want of it.
    NoDate,
}

impl Warning {
    /// The warning as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotEnglish => "not-english",
            Self::NoText => "no-text",
            Self::TooLong => "too-long",
            Self::NoDate => "no-date",
        }
    }
}

/// What an article says: its people, places, figures, times, quotations and keywords, each with
/// its place in the text.
#[derive(Debug, Clone)]
pub struct Digest<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) detail: Detail,
    pub(crate) published: Option<Date>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) title: Option<Excerpt<'t>>,
    pub(crate) authors: Vec<Excerpt<'t>>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) entities: Vec<Entity<'t>>,
    pub(crate) figures: Vec<Figure<'t>>,
    pub(crate) times: Vec<TimeExpression<'t>>,
    pub(crate) quotes: Vec<Quote<'t>>,
    pub(crate) keywords: Vec<Keyword<'t>>,
    pub(crate) key_sentences: Vec<usize>,
}

impl<'t> Digest<'t> {
    /// The article as it was given.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How much the digest says.
    #[must_use]
    pub fn detail(&self) -> Detail {
        self.detail
    }

    /// The day of publication, as given or as the article states it.
    #[must_use]
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// Whether the whole text was read.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self.warnings.contains(&Warning::TooLong)
    }

    /// What a reader of the digest should know about the text.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The language of the text, "en"; none where it does not read as English.
    #[must_use]
    pub fn language(&self) -> Option<&'static str> {
        (!self.warnings.contains(&Warning::NotEnglish)).then_some("en")
    }

    /// The headline, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<&Excerpt<'t>> {
        self.title.as_ref()
    }

    /// The names of the authors.
    #[must_use]
    pub fn authors(&self) -> &[Excerpt<'t>] {
        &self.authors
    }

    /// The parts of the page in order; together they cover every character but white space.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens in order; empty below [`Detail::Full`].
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// People, organisations, places and other names, in the order of their first mention.
    #[must_use]
    pub fn entities(&self) -> &[Entity<'t>] {
        &self.entities
    }

    /// The entity of an id.
    ///
    /// # Panics
    /// When the id is of another digest.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity<'t> {
        &self.entities[id.index()]
    }

    /// Figures in the order of the text.
    #[must_use]
    pub fn figures(&self) -> &[Figure<'t>] {
        &self.figures
    }

    /// Dates and times in the order of the text.
    #[must_use]
    pub fn times(&self) -> &[TimeExpression<'t>] {
        &self.times
    }

    /// Quotations in the order of the text.
    #[must_use]
    pub fn quotes(&self) -> &[Quote<'t>] {
        &self.quotes
    }

    /// Keywords, best first.
    #[must_use]
    pub fn keywords(&self) -> &[Keyword<'t>] {
        &self.keywords
    }

    /// The sentences that carry the story, as indexes into [`Digest::sentences`], best first.
    #[must_use]
    pub fn key_sentences(&self) -> &[usize] {
        &self.key_sentences
    }

    /// The key sentences in the order of the article: a summary in its own words.
    #[must_use]
    pub fn summary(&self) -> Vec<&str> {
        let mut indexes = self.key_sentences.clone();
        indexes.sort_unstable();
        indexes.into_iter().map(|index| self.words(self.sentences[index].span())).collect()
    }

    /// The part of the page that holds byte `offset`.
    #[must_use]
    pub fn block_at(&self, offset: usize) -> Option<BlockKind> {
        let index = self.blocks.partition_point(|block| block.span().end() <= offset);
        self.blocks.get(index).filter(|block| block.span().start() <= offset).map(|block| block.kind())
    }

    /// Index of the sentence that holds byte `offset`.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span().end() <= offset);
        self.sentences.get(index).filter(|sentence| sentence.span().start() <= offset).map(|_| index)
    }

    /// The words of a span of the article.
    ///
    /// # Panics
    /// When the span is of another text.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        &self.text[span]
    }

    /// The same digest with a copy of the article, so that it can outlive the text.
    #[must_use]
    pub fn into_owned(self) -> Digest<'static> {
        Digest {
            text: Cow::Owned(self.text.into_owned()),
            title: self.title.map(Excerpt::into_owned),
            authors: self.authors.into_iter().map(Excerpt::into_owned).collect(),
            entities: self.entities.into_iter().map(Entity::into_owned).collect(),
            figures: self.figures.into_iter().map(Figure::into_owned).collect(),
            times: self.times.into_iter().map(TimeExpression::into_owned).collect(),
            quotes: self.quotes.into_iter().map(Quote::into_owned).collect(),
            keywords: self.keywords.into_iter().map(Keyword::into_owned).collect(),
            warnings: self.warnings,
            blocks: self.blocks,
            sentences: self.sentences,
            tokens: self.tokens,
            key_sentences: self.key_sentences,
            ..self
        }
    }
}
