//! Who and where: names found by a trained tagger.

mod capital;
mod compound;
mod defined;
mod doubled;
mod exp;
mod feature;
mod known;
mod label;
mod lane;
mod lattice;
mod letters;
mod memory;
mod model;
mod numbered;
mod own;
mod publisher;
mod reading;
mod restore;
mod row_code;
mod rows;
mod segment;
mod tagger;
#[cfg(feature = "train")]
pub mod train;
mod why;

pub(crate) use known::prefer;
pub use model::Model;
pub(crate) use publisher::add as add_publisher;

use std::borrow::Cow;

use letters::Style;

use crate::detail::{Detail, Reasons};
use crate::place::{Candidate, Country, Location, PlaceKind};
use crate::role::Role;
use crate::text::{Document, Excerpt, TokenRange};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person, real or not.
    Person,
    /// A company, agency, party, team, paper.
    Organisation,
    /// A country, city, river, building.
    Place,
    /// A nationality, event, law, work, product.
    Other,
}

impl EntityKind {
    /// The kind as the JSON of a digest names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// The place of an entity in [`Digest::entities`](crate::Digest::entities).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    /// Its index in the list of entities.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A name where it stands in the article.
#[derive(Debug, Clone)]
pub struct Mention<'t> {
    pub(crate) words: Excerpt<'t>,
    pub(crate) tokens: TokenRange,
    pub(crate) kind: EntityKind,
    pub(crate) confidence: f32,
    /// Index of the name in the user's lexicon that stands here.
    pub(crate) known: Option<u32>,
    pub(crate) why: Reasons,
}

impl<'t> Mention<'t> {
    /// A name that was found by other means than the tagger, to be linked with
    /// [`alias::link`](crate::alias::link): where it stands, what it names, and how sure that is.
    ///
    /// # Panics
    /// When the tokens are not tokens of the document.
    #[must_use]
    pub fn new(document: &Document<'t>, tokens: TokenRange, kind: EntityKind, confidence: f32) -> Self {
        let words = Excerpt::new(document.text(), document.range_span(tokens));
        Self { words, tokens, kind, confidence, known: None, why: Vec::new() }
    }

    /// The words of the article.
    #[must_use]
    pub fn words(&self) -> &Excerpt<'t> {
        &self.words
    }

    /// What it names, read at this place.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Probability that span and kind are right, 0 to 1, calibrated on held-out news.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Why it was read so; empty below [`Detail::Full`].
    #[must_use]
    pub fn why(&self) -> &Reasons {
        &self.why
    }

    /// Gives the name other tokens, and so other words.
    pub(crate) fn set_tokens(&mut self, document: &Document<'t>, tokens: TokenRange) {
        self.tokens = tokens;
        self.words = Excerpt::new(document.text(), document.range_span(tokens));
    }

    fn into_owned(self) -> Mention<'static> {
        Mention { words: self.words.into_owned(), why: self.why, ..self }
    }
}

/// Someone or something that the article names, with all its mentions.
#[derive(Debug, Clone)]
pub struct Entity<'t> {
    pub(crate) kind: EntityKind,
    pub(crate) name: Cow<'t, str>,
    pub(crate) aliases: Vec<Cow<'t, str>>,
    pub(crate) roles: Vec<Role<'t>>,
    pub(crate) salience: f32,
    pub(crate) confidence: f32,
    pub(crate) ambiguous_with: Vec<EntityId>,
    pub(crate) country: Option<Country>,
    pub(crate) location: Option<Location>,
    pub(crate) place_kind: Option<PlaceKind>,
    pub(crate) candidates: Vec<Candidate>,
    /// The id that the user's lexicon gives.
    pub(crate) lexicon_id: Option<Box<str>>,
    pub(crate) mentions: Vec<Mention<'t>>,
    pub(crate) why: Reasons,
}

impl<'t> Entity<'t> {
    /// What it is, by the votes of all mentions.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The full name, whatever form came first.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Other forms of the name in the article, in the order of their first mention.
    #[must_use]
    pub fn aliases(&self) -> &[Cow<'t, str>] {
        &self.aliases
    }

    /// Offices and descriptions that the article gives.
    #[must_use]
    pub fn roles(&self) -> &[Role<'t>] {
        &self.roles
    }

    /// How much the article is about it, 0 to 1; no probability.
    #[must_use]
    pub fn salience(&self) -> f32 {
        self.salience
    }

    /// Probability that the entity is what it is taken for, 0 to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Other entities that some mention may mean instead.
    #[must_use]
    pub fn ambiguous_with(&self) -> &[EntityId] {
        &self.ambiguous_with
    }

    /// The country of a place, or of a nationality.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// Where a place lies, if it is known and the article leaves no doubt which is meant.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.location
    }

    /// What sort of place a place is, if that is known.
    #[must_use]
    pub fn place_kind(&self) -> Option<PlaceKind> {
        self.place_kind
    }

    /// The places that the name may mean, the likeliest first; empty where only one is known.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The id under which the user's lexicon knows it.
    #[must_use]
    pub fn lexicon_id(&self) -> Option<&str> {
        self.lexicon_id.as_deref()
    }

    /// Every mention in the order of the text.
    #[must_use]
    pub fn mentions(&self) -> &[Mention<'t>] {
        &self.mentions
    }

    /// Why it was read so; empty below [`Detail::Full`].
    #[must_use]
    pub fn why(&self) -> &Reasons {
        &self.why
    }

    /// The same, no longer borrowed from the article.
    #[must_use]
    pub fn into_owned(self) -> Entity<'static> {
        Entity {
            name: Cow::Owned(self.name.into_owned()),
            aliases: self.aliases.into_iter().map(|alias| Cow::Owned(alias.into_owned())).collect(),
            roles: self.roles.into_iter().map(Role::into_owned).collect(),
            mentions: self.mentions.into_iter().map(Mention::into_owned).collect(),
            ambiguous_with: self.ambiguous_with,
            candidates: self.candidates,
            lexicon_id: self.lexicon_id,
            why: self.why,
            ..self
        }
    }
}

/// Finds the names of a document.
#[must_use]
pub fn find<'t>(document: &Document<'t>, model: &Model) -> Vec<Mention<'t>> {
    let style = Style::of(document);
    let mut mentions = Tagger::default().tag(document, style, model, Detail::Standard);
    complete(document, &mut mentions);
    mentions
}

pub(crate) use tagger::Tagger;

/// The same with the tagger's own vectors, kept between articles. Where the letter case of the
/// document says nothing, its tokens get the capitals that the names give them, for later stages.
pub(crate) fn find_with<'t>(
    tagger: &mut Tagger,
    document: &mut Document<'t>,
    model: &Model,
    detail: Detail,
) -> Vec<Mention<'t>> {
    let style = Style::of(document);
    let mut mentions = tagger.tag(document, style, model, detail);
    if let Some(style) = style {
        restore::restore(document, style, &mentions);
    }
    complete(document, &mut mentions);
    mentions
}

/// Sets right what the tagger cannot: rules that see more than its window.
fn complete<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>) {
    capital::require(document, mentions);
    doubled::split(document, mentions);
    compound::cut(document, mentions);
    compound::complete(document, mentions);
    compound::take_article(document, mentions);
    defined::complete(document, mentions);
    numbered::complete(document, mentions);
}
