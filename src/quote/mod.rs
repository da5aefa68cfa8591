//! Who said what: quotations and their speakers.
//!
//! Marks are paired first (`mark`); then each outermost pair looks for a cue and its speaker
//! (`attribute`, which reads the `clause` around it), a name, a pronoun or a description, which may have
//! an `owner`; what turns out to be a title or a nickname is
//! dropped (`naming`); pieces of one sentence are joined to one [`Quote`] (`collect`). What is still
//! nobody's has the speaker of the same words elsewhere (`repeat`). Sentences without marks are read for
//! reported speech (`indirect`). All of them ask one `reader` of the document.

mod attribute;
mod clause;
mod collect;
mod cue;
mod indirect;
mod mark;
mod naming;
mod owner;
mod pronoun;
mod reader;
mod repeat;
mod speaker;

use crate::alias::Entities;
use crate::article::Article;
use crate::detail::{Detail, Reasons};
use crate::entity::EntityId;
use crate::text::{Document, Excerpt};

/// How someone's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuoteKind {
    /// Whole sentences between quotation marks.
    Direct,
    /// Quoted words inside a reported sentence.
    Mixed,
    /// Reported without quotation marks, or between two straight apostrophes beside a verb of speech, which
    /// may be marks or italics: there the piece holds the words with their apostrophes.
    Indirect,
}

impl QuoteKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// Words that someone said or wrote.
#[derive(Debug, Clone)]
pub struct Quote<'t> {
    pub(crate) kind: QuoteKind,
    /// The pieces, quotation marks included.
    pub(crate) pieces: Vec<Excerpt<'t>>,
    pub(crate) speaker: Option<EntityId>,
    pub(crate) speaker_words: Option<Excerpt<'t>>,
    pub(crate) cue: Option<Excerpt<'t>>,
    pub(crate) confidence: f32,
    pub(crate) why: Reasons,
}

impl<'t> Quote<'t> {
    /// How the words are given.
    #[must_use]
    pub fn kind(&self) -> QuoteKind {
        self.kind
    }

    /// The pieces in order, quotation marks included.
    #[must_use]
    pub fn pieces(&self) -> &[Excerpt<'t>] {
        &self.pieces
    }

    /// Who said it; none for the unnamed and the unknown.
    ///
    /// Words of a spokesman without a name are those of the body that he speaks for ("a spokesman for
    /// Acme said" is Acme), as those of a statement or website are its owner's;
    /// [`speaker_words`](Self::speaker_words) keeps the words that say so. An official, a lawyer or a resident
    /// speaks for himself and stays unnamed.
    #[must_use]
    pub fn speaker(&self) -> Option<EntityId> {
        self.speaker
    }

    /// The mention, pronoun or description that was taken for the speaker.
    #[must_use]
    pub fn speaker_words(&self) -> Option<&Excerpt<'t>> {
        self.speaker_words.as_ref()
    }

    /// The word that says that someone spoke: "said".
    #[must_use]
    pub fn cue(&self) -> Option<&Excerpt<'t>> {
        self.cue.as_ref()
    }

    /// Probability that words and speaker are right, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Why it was read so; empty below [`Detail::Full`].
    #[must_use]
    pub fn why(&self) -> &Reasons {
        &self.why
    }

    /// The same, no longer borrowed from the article.
    #[must_use]
    pub fn into_owned(self) -> Quote<'static> {
        Quote {
            pieces: self.pieces.into_iter().map(Excerpt::into_owned).collect(),
            speaker_words: self.speaker_words.map(Excerpt::into_owned),
            cue: self.cue.map(Excerpt::into_owned),
            why: self.why,
            ..self
        }
    }
}

/// Finds the quotations of an article and who said them, in the order of the text.
///
/// # Complexity
/// Linear in the document: each mark and each cue looks at a bounded number of tokens.
#[must_use]
pub fn find<'t>(article: &Article<'t>, document: &Document<'t>, entities: &Entities<'t>) -> Vec<Quote<'t>> {
    find_with(article, document, entities, Detail::Standard)
}

pub(crate) fn find_with<'t>(
    article: &Article<'t>,
    document: &Document<'t>,
    entities: &Entities<'t>,
    detail: Detail,
) -> Vec<Quote<'t>> {
    collect::collect(article, document, entities, detail)
}
