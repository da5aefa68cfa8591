//! Who is who: mentions to entities.
//!
//! Mentions are grouped by form first: what is written alike names one thing, whatever the
//! tagger made of it here and there. Forms are then joined: full names of one person, variants of
//! a country's name, acronyms that the article states. What is left are short forms, which go to
//! the one full name that they fit; a surname that fits two people is settled mention by mention,
//! or stays apart where the article does not tell.

mod body;
mod build;
mod extent;
mod form;
mod lineup;
mod link;
mod memory;
mod namesake;
mod person;
mod repair;
mod spelling;
mod stated;
mod vote;

use crate::detail::Detail;
use crate::entity::{Entity, EntityId, Mention};
use crate::lexicon::Lexicon;
use crate::text::Document;

/// The entities of an article, and which of them each token names.
#[derive(Debug)]
pub struct Entities<'t> {
    list: Vec<Entity<'t>>,
    /// For each token the index of its entity plus one; 0 where it names none.
    by_token: Vec<u32>,
}

impl<'t> Entities<'t> {
    /// Indexes a list of entities by the tokens of their mentions.
    pub(crate) fn new(document: &Document<'_>, list: Vec<Entity<'t>>) -> Self {
        let mut by_token = vec![0; document.tokens().len()];
        for (index, entity) in list.iter().enumerate() {
            for mention in &entity.mentions {
                by_token[mention.tokens.range()].fill(index as u32 + 1);
            }
        }
        Self { list, by_token }
    }

    /// All entities in the order of their first mention.
    #[must_use]
    pub fn list(&self) -> &[Entity<'t>] {
        &self.list
    }

    pub(crate) fn list_mut(&mut self) -> &mut [Entity<'t>] {
        &mut self.list
    }

    pub(crate) fn into_list(self) -> Vec<Entity<'t>> {
        self.list
    }

    /// The entity that token `index` names.
    #[must_use]
    pub fn at(&self, token: usize) -> Option<EntityId> {
        self.by_token.get(token).filter(|&&id| id > 0).map(|&id| EntityId(id - 1))
    }

    /// The entity of an id.
    #[must_use]
    pub fn get(&self, id: EntityId) -> &Entity<'t> {
        &self.list[id.index()]
    }
}

/// Joins the mentions of a document that name the same person, organisation or place.
///
/// Names that `mentions` has in one place and lacks in another are added. The name of an entity is
/// its fullest form, whatever came first; its kind is voted by all its mentions.
///
/// # Complexity
/// Linear in the tokens and mentions.
#[must_use]
pub fn link<'t>(document: &Document<'t>, mentions: Vec<Mention<'t>>, lexicon: &Lexicon) -> Entities<'t> {
    link_with(document, mentions, lexicon, Detail::Standard)
}

pub(crate) fn link_with<'t>(
    document: &Document<'t>,
    mentions: Vec<Mention<'t>>,
    lexicon: &Lexicon,
    detail: Detail,
) -> Entities<'t> {
    Entities::new(document, link::entities(document, mentions, lexicon, detail))
}

/// How a short form belongs to a full name, from what binds most to what binds least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    /// A name with a number or letters after it: "Elizabeth II", "Ann Roe KC".
    Suffix,
    /// A person's family name, or family and given names without some in between.
    Family,
    /// The initials of a body.
    Acronym,
    /// The name of a body or place without its first or last words.
    Short,
    /// A person's given name.
    Given,
    /// A word between given and family name, or part of a compound one.
    Middle,
    /// The initials of a person.
    Initials,
}

impl Tie {
    /// Whether it binds a person.
    const fn is_personal(self) -> bool {
        matches!(self, Self::Suffix | Self::Family | Self::Given | Self::Middle | Self::Initials)
    }
}

/// That one form of the article may be short for another.
#[derive(Debug, Clone, Copy)]
struct Claim {
    short: u32,
    full: u32,
    tie: Tie,
}
