//! Who is who: mentions to entities.

use std::borrow::Cow;

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
#[must_use]
pub fn link<'t>(document: &Document<'t>, mentions: Vec<Mention<'t>>, _lexicon: &Lexicon) -> Entities<'t> {
    let mut list: Vec<Entity<'t>> = Vec::new();
    for mention in mentions {
        let text = &document.text()[mention.words.span()];
        if let Some(entity) = list.iter_mut().find(|e| e.name == text && e.kind == mention.kind) {
            entity.mentions.push(mention);
        } else {
            list.push(Entity {
                kind: mention.kind,
                name: Cow::Borrowed(text),
                aliases: Vec::new(),
                roles: Vec::new(),
                salience: 0.0,
                confidence: mention.confidence,
                ambiguous_with: Vec::new(),
                country: None,
                location: None,
                lexicon_id: None,
                mentions: vec![mention],
                why: Vec::new(),
            });
        }
    }
    Entities::new(document, list)
}
