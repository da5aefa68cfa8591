//! Whose voice a description is: of the body that a spokesman speaks for, of whoever issued a statement.

use super::attribute::Attributor;
use super::reader::Reader;
use super::speaker::Who;
use crate::entity::{EntityId, EntityKind};
use crate::lexicon::{WordClass, noun};
use crate::text::{Case, TokenRange, fold};

/// What is read out in the name of its owner.
const DOCUMENTS: [u64; 17] = [
    fold::hash("decree"),
    fold::hash("proclamation"),
    fold::hash("statement"),
    fold::hash("website"),
    fold::hash("tweet"),
    fold::hash("post"),
    fold::hash("letter"),
    fold::hash("email"),
    fold::hash("release"),
    fold::hash("report"),
    fold::hash("message"),
    fold::hash("account"),
    fold::hash("summary"),
    fold::hash("ruling"),
    fold::hash("speech"),
    fold::hash("page"),
    fold::hash("warning"),
];

/// Those who speak for a body and not for themselves.
const SPOKESMEN: [u64; 8] = [
    fold::hash("spokesman"),
    fold::hash("spokesmen"),
    fold::hash("spokeswoman"),
    fold::hash("spokesperson"),
    fold::hash("spokespersons"),
    fold::hash("spokespeople"),
    fold::hash("representative"),
    fold::hash("representatives"),
];

/// How many tokens of a description are read.
const READ: usize = 16;
/// How far back "the statement" and "the spokesman" look for where they were introduced: two or three
/// sentences.
const BACK: usize = 80;

pub(super) fn is_document(reader: &Reader<'_, '_>, token: usize) -> bool {
    DOCUMENTS.contains(&reader.document.hash(token))
}

/// In small letters, unless it begins a sentence: a "Representative" with a capital is a member of a
/// parliament.
fn is_spokesman(reader: &Reader<'_, '_>, token: usize) -> bool {
    let document = reader.document;
    SPOKESMEN.contains(&document.hash(token))
        && (document.tokens()[token].shape().case() == Case::Lower
            || document.sentences()[document.sentence_at(token)].tokens().start as usize == token)
}

/// Whether a description can be said to speak: it has a noun for people, bodies or documents, or is a
/// bare pronoun or plural.
pub(super) fn is_voice(reader: &Reader<'_, '_>, words: TokenRange) -> bool {
    words.range().take(READ).any(|token| {
        // "the Acme campaign", but the "results of the Bolivian elections" say nothing.
        reader.entities.at(token).is_some_and(|id| reader.entities.get(id).kind() != EntityKind::Other)
            || noun::is_noun(reader.document, token)
            || is_document(reader, token)
            || reader.class(token) == Some(WordClass::Pronoun)
            || VOICES.contains(&reader.document.hash(token))
    })
}

/// Whether a description may stand as the words for a speaker: it has a voice, or is a plain noun phrase
/// with an article. "More than", "seven days", "holding signs" are none.
pub(super) fn is_plausible(reader: &Reader<'_, '_>, words: TokenRange) -> bool {
    matches!(
        reader.document.fold(words.start as usize),
        "the" | "a" | "an" | "this" | "these" | "those" | "one" | "two" | "three" | "several" | "both" | "another"
    ) || is_voice(reader, words)
}

/// Words for people that head no office, and for what speaks without being issued by anyone.
const VOICES: [u64; 54] = [
    fold::hash("people"),
    fold::hash("police"),
    fold::hash("media"),
    fold::hash("many"),
    fold::hash("some"),
    fold::hash("others"),
    fold::hash("critics"),
    fold::hash("authorities"),
    fold::hash("sources"),
    fold::hash("men"),
    fold::hash("women"),
    fold::hash("one"),
    fold::hash("family"),
    fold::hash("government"),
    fold::hash("study"),
    fold::hash("studies"),
    fold::hash("survey"),
    fold::hash("poll"),
    fold::hash("research"),
    fold::hash("data"),
    fold::hash("paper"),
    fold::hash("article"),
    fold::hash("investigation"),
    fold::hash("inquiry"),
    fold::hash("order"),
    fold::hash("complaint"),
    fold::hash("lawsuit"),
    fold::hash("indictment"),
    fold::hash("filing"),
    fold::hash("document"),
    fold::hash("documents"),
    fold::hash("transcript"),
    fold::hash("memo"),
    fold::hash("note"),
    fold::hash("sign"),
    fold::hash("signs"),
    fold::hash("banner"),
    fold::hash("banners"),
    fold::hash("poster"),
    fold::hash("posters"),
    fold::hash("graffiti"),
    fold::hash("headline"),
    fold::hash("campaign"),
    fold::hash("opposition"),
    fold::hash("trial"),
    fold::hash("side"),
    fold::hash("state"),
    fold::hash("city"),
    fold::hash("town"),
    fold::hash("market"),
    fold::hash("parents"),
    fold::hash("students"),
    fold::hash("residents"),
    fold::hash("children"),
];

impl Attributor<'_, '_> {
    /// Whose "statement", "website" or "tweet" speaks: the name that owns it, that it is "by", or that
    /// issued it in the sentences before.
    pub(super) fn owner(&self, words: TokenRange) -> Option<EntityId> {
        let reader = &self.reader;
        let range = words.range();
        let owns = |token: usize| token > range.start && (reader.is(token, "'s") || reader.is(token, "'"));
        if let Some(by) = range.clone().take(READ).find(|&token| reader.is(token, "by")) {
            range.clone().take_while(|&token| token < by).any(|token| is_document(reader, token)).then_some(())?;
            let author = reader.phrase_after(by + 1, range.end + 8)?;
            return match author.who {
                Who::Named(id) => Some(id),
                Who::Described => self.holders().holder(reader, author.words),
                Who::Pronoun => None,
            };
        }
        if let Some(owner) = range.clone().take(READ).find(|&token| owns(token)) {
            (owner + 1..range.end.min(owner + 5)).any(|token| is_document(reader, token)).then_some(())?;
            if let Some(mention) = reader.mention_at(owner - 1) {
                return Some(mention.id);
            }
            // "the judge's statement"
            let the = (range.start.max(owner.saturating_sub(5))..owner).rev().find(|&token| reader.is(token, "the"))?;
            return self.holders().holder(reader, TokenRange::new(the, owner));
        }
        self.issuer(words)
    }

    /// Who issued "the statement", "their statement": the subject of the sentence that first has it.
    fn issuer(&self, words: TokenRange) -> Option<EntityId> {
        let reader = &self.reader;
        let start = words.start as usize;
        let is_definite = reader.is(start, "the") || reader.class(start) == Some(WordClass::Possessive);
        if !is_definite || words.len() > 3 {
            return None;
        }
        let noun = words.range().find(|&token| is_document(reader, token))?;
        let hash = reader.document.hash(noun);
        let first = (start.saturating_sub(BACK)..start).rev().find(|&token| {
            reader.document.hash(token) == hash
                && (token.saturating_sub(3)..token).any(|before| reader.is(before, "a") || reader.is(before, "an"))
        })?;
        let subject = reader.subject_of_sentence(self.sentence(first).start as usize, first)?;
        match subject.who {
            Who::Named(id) => Some(id),
            Who::Described => self.body_of_spokesman(subject.words),
            Who::Pronoun => None,
        }
    }

    /// The body that a spokesman speaks for: "an Interpol spokesperson", "a spokesman for Acme". The
    /// person stays unnamed; the words are the body's.
    pub(super) fn body_of_spokesman(&self, words: TokenRange) -> Option<EntityId> {
        let reader = &self.reader;
        let start = words.start as usize;
        let spokesman = words.range().take(READ).find(|&token| is_spokesman(reader, token))?;
        self.body_beside(spokesman, start).or_else(|| {
            // "The spokesman added": of the body whose spokesman came up before.
            reader.is(start, "the").then_some(())?;
            let first = (start.saturating_sub(BACK)..start).rev().find(|&token| is_spokesman(reader, token))?;
            self.body_beside(first, first.saturating_sub(READ))
        })
    }

    fn body_beside(&self, spokesman: usize, floor: usize) -> Option<EntityId> {
        let reader = &self.reader;
        let of_body = |token: usize| {
            let mention = reader.mention_at(token)?;
            matches!(mention.kind, EntityKind::Organisation | EntityKind::Place).then_some(mention.id)
        };
        // "Acme spokesman", "Acme's chief spokesman"
        let before = (floor.max(spokesman.saturating_sub(4))..spokesman).rev();
        let before = before.take_while(|&token| {
            reader.document.tokens()[token].is_word() && !matches!(reader.class(token), Some(WordClass::Determiner))
        });
        if let Some(body) = before.filter(|&token| reader.mention_at(token).is_some()).find_map(of_body) {
            return Some(body);
        }
        let preposition = spokesman + 1;
        let leads = ["for", "of", "from", "at"].iter().any(|word| reader.is(preposition, word));
        let after = preposition + 1..(preposition + 5).min(reader.document.tokens().len());
        let mut after = after.take_while(|&token| {
            reader.mention_at(token).is_some() || matches!(reader.class(token), Some(WordClass::Determiner))
        });
        leads.then(|| after.find_map(of_body)).flatten()
    }
}
