//! Where it is: countries and coordinates of places, chosen by the article's own evidence.

mod gazetteer;
#[cfg(feature = "train")]
mod pack;
mod resolve;

use std::fmt;

#[cfg(feature = "train")]
pub use pack::{PlaceRow, pack};

use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::detail::Detail;
use crate::entity::{EntityKind, Mention};
use crate::lexicon::Lexicon;
use crate::text::{Document, TokenKind};

/// A country, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    pub(crate) const fn new(code: [u8; 2]) -> Self {
        Self(code)
    }

    /// The ISO 3166-1 alpha-2 code, as "BO".
    #[must_use]
    pub fn code(&self) -> &str {
        // Codes come from lists and a table that are checked to hold capital letters alone.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a place lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// Degrees north, -90 to 90.
    pub latitude: f32,
    /// Degrees east, -180 to 180.
    pub longitude: f32,
    /// How far from there the place may reach, in kilometres.
    pub precision_km: f32,
}

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlaceKind {
    /// A country or territory with a code of its own.
    Country,
    /// A state, province or county; also a part of the world, as the Middle East.
    Region,
    /// A city, town or village.
    City,
    /// A river, lake, sea or strait.
    Water,
    /// A mountain, island, desert or plain.
    Land,
    /// A building, airport, street, park or base.
    Facility,
    /// A continent.
    Continent,
}

impl PlaceKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::City => "city",
            Self::Water => "water",
            Self::Land => "land",
            Self::Facility => "facility",
            Self::Continent => "continent",
        }
    }
}

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

/// Whether a name, by the key of its words, is that of a city or region: then "Baghdad" is not short
/// for "Baghdad International Airport".
pub(crate) fn is_settled(key: u64) -> bool {
    resolve::is_settled(key)
}
