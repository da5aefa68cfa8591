//! Who holds which office: titles and descriptions that the article gives a name.
//!
//! An office stands before a name ("Foreign Affairs Minister Chrystia Freeland", "the mayor of New
//! Orleans, Ann Roe"), after it in apposition ("Luis Arce, the president elect,"), or is
//! said of it ("became", "was appointed as"). In each place a noun of the list of offices and
//! occupations has to head the phrase.

mod after;
mod before;
mod piece;

use std::collections::HashSet;

use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};
use crate::lexicon::noun::{self, Noun};
use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, Document, Excerpt, TokenRange, fold};
use piece::{Piece, piece_at};

/// An office or description of an entity, in the words of the article.
#[derive(Debug, Clone)]
pub struct Role<'t> {
    pub(crate) words: Excerpt<'t>,
    pub(crate) of: Option<EntityId>,
    pub(crate) is_former: bool,
    pub(crate) confidence: f32,
}

impl<'t> Role<'t> {
    /// The words of the article.
    #[must_use]
    pub fn words(&self) -> &Excerpt<'t> {
        &self.words
    }

    /// The body or place that it belongs to, where its words name one: Acme in "a spokesman for
    /// Acme".
    #[must_use]
    pub fn of(&self) -> Option<EntityId> {
        self.of
    }

    /// Whether the article says that it is over: "former", "ex-", "then", "late".
    #[must_use]
    pub fn is_former(&self) -> bool {
        self.is_former
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

/// The words of a role and how sure it is.
#[derive(Debug, Clone, Copy)]
struct Found {
    tokens: TokenRange,
    confidence: f32,
    /// "officers": also of the names that are joined to this one.
    is_plural: bool,
}

/// What reading a role needs: the document and who is named where.
#[derive(Clone, Copy)]
struct Reader<'r, 't> {
    document: &'r Document<'t>,
    entities: &'r Entities<'t>,
}

impl Reader<'_, '_> {
    /// The entity that a token names.
    fn named(&self, token: usize) -> Option<EntityId> {
        self.entities.at(token)
    }

    fn kind(&self, token: usize) -> Option<EntityKind> {
        self.named(token).map(|id| self.entities.get(id).kind())
    }

    fn is_person(&self, token: usize) -> bool {
        self.kind(token) == Some(EntityKind::Person)
    }

    /// Whether a token is part of the name of a person who owns what follows: "Basilashvili's".
    fn is_owner(&self, token: usize, end: usize) -> bool {
        let after = (token..end.min(token + 5)).find(|&next| self.named(next) != self.named(token));
        after.is_some_and(|after| self.piece(after) == Piece::Possessive)
    }

    /// Whether a token is part of the name of a person whose man or woman the next word names:
    /// "former Trump adviser Michael Lynn".
    fn is_patron(&self, token: usize, end: usize) -> bool {
        let after = (token..end.min(token + 5)).find(|&next| self.named(next) != self.named(token));
        after.is_some_and(|after| {
            self.document.tokens()[after].shape().case() == Case::Lower
                && self.noun(after, true).is_some_and(|noun| noun.is_listed)
        })
    }

    fn piece(&self, token: usize) -> Piece {
        piece_at(self.document, token, self.named(token).is_some())
    }

    /// The noun of an office at a token. In the name of a body it is none: "Leader" in "the
    /// Milwaukee Leader"; "Republican" is one.
    fn noun(&self, token: usize, is_person: bool) -> Option<Noun> {
        let found = noun::noun_at(self.document, token).filter(|noun| noun.of.fits(is_person))?;
        matches!(self.kind(token), None | Some(EntityKind::Other)).then_some(found)
    }

    fn is_word(&self, token: usize, words: &[u64]) -> bool {
        words.contains(&self.document.hash(token))
    }
}

/// Words that are said of offices no longer held.
const FORMER: [u64; 6] = [
    fold::hash("former"),
    fold::hash("formerly"),
    fold::hash("ex"),
    fold::hash("then"),
    fold::hash("late"),
    fold::hash("onetime"),
];

/// Finds the offices of the persons and bodies of a document.
///
/// # Complexity
/// Linear in the mentions: a bounded number of words is read on either side of each.
pub fn assign<'t>(document: &Document<'t>, entities: &mut Entities<'t>) {
    let mut roles: Vec<(EntityId, Found)> = Vec::new();
    let reader = Reader { document, entities };
    let mut mentions: Vec<(TokenRange, EntityId)> = entities
        .list()
        .iter()
        .enumerate()
        .filter(|(_, entity)| matches!(entity.kind(), EntityKind::Person | EntityKind::Organisation))
        .flat_map(|(index, entity)| {
            entity.mentions().iter().map(move |mention| (mention.tokens, EntityId(index as u32)))
        })
        .collect();
    mentions.sort_unstable_by_key(|(tokens, _)| tokens.start);
    // The role that stands before the last name, where it is one of several: "officers A and B".
    let mut shared: Option<(TokenRange, Found)> = None;
    let mut found: Vec<Found> = Vec::new();
    for &(tokens, id) in &mentions {
        let is_person = entities.get(id).kind() == EntityKind::Person;
        let sentence = document.sentences()[document.sentence_at(tokens.start as usize)].tokens();
        let before = reader.before(tokens, sentence, is_person);
        let joined = shared.filter(|(last, _)| reader.is_joined(*last, tokens)).map(|(_, found)| found);
        shared = before.or(joined).filter(|found| found.is_plural).map(|found| (tokens, found));
        found.clear();
        found.extend(before.or(joined));
        reader.after(tokens, sentence, is_person, &mut found);
        roles.extend(found.iter().map(|&found| (id, found)));
    }
    roles.extend(said_of_pronouns(reader, &mentions));
    let mut seen = HashSet::new();
    for (id, mut found) in roles {
        // "its president" is the president of something that "its" does not name; "his wife" is no office, and
        // his.
        let is_kin = found.tokens.range().any(|token| noun::is_kin(document.hash(token)));
        if found.tokens.len() > 1
            && !is_kin
            && class_of(document.hash(found.tokens.start as usize)) == Some(WordClass::Possessive)
        {
            found.tokens.start += 1;
        }
        let words = Excerpt::new(document.text(), document.range_span(found.tokens));
        if !seen.insert((id, fold::hash(words.text()))) {
            continue;
        }
        let of = found.tokens.range().find_map(|token| {
            entities.at(token).filter(|&of| of != id && entities.get(of).kind() != EntityKind::Person)
        });
        let is_over = |token: usize| FORMER.contains(&document.hash(token)) || document.fold(token).starts_with("ex-");
        let is_former = found.tokens.range().any(is_over);
        let role = Role { words, of, is_former, confidence: found.confidence };
        entities.list_mut()[id.index()].roles.push(role);
    }
}

/// What the article says of "he" and "she" at the start of a sentence, where the sentence before it
/// begins with a person and names no other.
fn said_of_pronouns(reader: Reader<'_, '_>, mentions: &[(TokenRange, EntityId)]) -> Vec<(EntityId, Found)> {
    let mut said = Vec::new();
    let mut next = 0;
    let mut subject = None;
    for sentence in reader.document.sentences() {
        let tokens = sentence.tokens();
        if let (Some(subject), Some(found)) = (subject, reader.said_of_pronoun(tokens)) {
            said.push((subject, found));
        }
        let mut persons = None;
        while let Some(&(mention, id)) = mentions.get(next).filter(|(mention, _)| mention.start < tokens.end) {
            if reader.entities.get(id).kind() == EntityKind::Person {
                persons = match persons {
                    None => Some(Some((mention, id))),
                    Some(Some((first, other))) if other == id => Some(Some((first, id))),
                    Some(_) => Some(None),
                };
            }
            next += 1;
        }
        subject = match persons {
            Some(only) => only.map(|(_, id)| id),
            // "She was educated in Perth. She is a lawyer.": the pronoun hands it on.
            None if reader.begins_with_pronoun(tokens) => subject,
            None => None,
        };
    }
    said
}
