//! Where it is: countries and coordinates of places, chosen by the article's own evidence.

mod resolve;

pub use crate::lexicon::Country;
pub use crate::lexicon::atlas::{Location, PlaceKind};
#[cfg(feature = "train")]
pub use crate::lexicon::atlas::{PlaceRow, pack};

use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::detail::Detail;
use crate::entity::{EntityKind, Mention};
use crate::lexicon::Lexicon;
use crate::text::{Document, TokenKind};

/// One of several places that a name may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub(crate) kind: PlaceKind,
    pub(crate) country: Option<Country>,
    pub(crate) location: Option<Location>,
    pub(crate) confidence: f32,
}

impl Candidate {
    /// What sort of place it is.
    #[must_use]
    pub fn kind(&self) -> PlaceKind {
        self.kind
    }

    /// Its country.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// Where it lies.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.location
    }

    /// Probability that the article means it, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }
}

/// Finds country, kind and coordinates of the places among the entities, and the country of
/// nationalities.
///
/// Of several places of one name the article's own evidence chooses: a state or country named after
/// it ("Bangor, Maine"), countries named in the same sentence, those that the article names most,
/// and how many people live there. Where it does not decide, country and location stay open and the
/// candidates tell what was weighed.
///
/// # Complexity
/// Linear in the mentions.
pub fn resolve(_article: &Article<'_>, document: &Document<'_>, _lexicon: &Lexicon, entities: &mut Entities<'_>) {
    resolve_with(document, entities, Detail::Standard);
}

pub(crate) fn resolve_with(document: &Document<'_>, entities: &mut Entities<'_>, detail: Detail) {
    resolve::resolve(document, entities, detail);
}

/// Takes the names of a dateline for what they are there: no person stands in one, and what opens
/// it before a comma or a bracket is where the story was filed: "LEEDS, England —", "LA PAZ, March
/// 3 (Reuters) -". The agency in brackets keeps its kind.
pub(crate) fn settle_datelines(article: &Article<'_>, document: &Document<'_>, mentions: &mut [Mention<'_>]) {
    if article.blocks().iter().all(|block| block.kind() != BlockKind::Dateline) {
        return;
    }
    let opens_place = |after: usize| {
        after < document.tokens().len()
            && (document.tokens()[after].kind() == TokenKind::Open || document.token_text(after) == ",")
    };
    for mention in mentions.iter_mut().filter(|mention| mention.kind != EntityKind::Place) {
        let tokens = mention.tokens;
        let sentence = document.sentences()[document.sentence_at(tokens.start as usize)];
        let is_dateline =
            article.blocks().get(sentence.block()).is_some_and(|block| block.kind() == BlockKind::Dateline);
        let opens = tokens.start == sentence.tokens().start && opens_place(tokens.end as usize);
        if is_dateline && (mention.kind == EntityKind::Person || opens) {
            mention.kind = EntityKind::Place;
        }
    }
}

/// Takes a place that no table knows, and that only appeals, author notes and legal lines name, for
/// the publisher: "Counterfire is growing faster than ever" speaks of the paper itself.
pub(crate) fn settle_publisher(article: &Article<'_>, document: &Document<'_>, entities: &mut Entities<'_>) {
    let speaks_for_the_paper = |token: u32| {
        let sentence = document.sentences()[document.sentence_at(token as usize)];
        article
            .blocks()
            .get(sentence.block())
            .is_some_and(|block| matches!(block.kind(), BlockKind::Appeal | BlockKind::AuthorNote | BlockKind::Legal))
    };
    for entity in entities.list_mut() {
        let is_unknown = entity.kind == EntityKind::Place && entity.country.is_none() && entity.location.is_none();
        if is_unknown && entity.mentions.iter().all(|mention| speaks_for_the_paper(mention.tokens.start)) {
            entity.kind = EntityKind::Organisation;
        }
    }
}
