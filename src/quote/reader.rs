//! Reader: the document with its names and cues, and what single tokens of it are to who speaks.

use super::cue::Cue;
use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};
use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, Document, TokenKind, TokenRange, fold};

/// A mention with its entity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) tokens: TokenRange,
    pub(super) id: EntityId,
    pub(super) kind: EntityKind,
}

/// The document with its names and cues: what every question about speakers needs.
pub(super) struct Reader<'r, 't> {
    pub(super) document: &'r Document<'t>,
    pub(super) entities: &'r Entities<'t>,
    pub(super) cues: Vec<Option<Cue>>,
    /// Every mention in the order of the text.
    pub(super) mentions: Vec<Named>,
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(document: &'r Document<'t>, entities: &'r Entities<'t>) -> Self {
        let mut mentions: Vec<Named> = Vec::new();
        for (index, entity) in entities.list().iter().enumerate() {
            let id = EntityId(index as u32);
            let kind = entity.kind();
            mentions.extend(entity.mentions().iter().map(|mention| Named { tokens: mention.tokens, id, kind }));
        }
        mentions.sort_unstable_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        Self { document, entities, cues: super::cue::cues(document), mentions }
    }

    /// The mention that holds a token.
    pub(super) fn mention_at(&self, token: usize) -> Option<Named> {
        self.entities.at(token)?;
        let after = self.mentions.partition_point(|mention| mention.tokens.start as usize <= token);
        self.mentions[..after].last().copied().filter(|mention| mention.tokens.contains(token))
    }

    pub(super) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.document.tokens().get(token).map(|token| token.kind())
    }

    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        token < self.document.tokens().len() && self.document.fold(token) == word
    }

    pub(super) fn class(&self, token: usize) -> Option<WordClass> {
        class_of(self.document.hash(token))
    }

    pub(super) fn is_comma(&self, token: usize) -> bool {
        self.is(token, ",")
    }

    pub(super) fn is_break(&self, token: usize) -> bool {
        self.is_comma(token) || self.kind(token) == Some(TokenKind::Dash) && self.document.token_text(token) != "-"
    }

    pub(super) fn is_hyphen(&self, token: usize) -> bool {
        self.is(token, "-")
    }

    pub(super) fn is_possessive(&self, token: usize) -> bool {
        self.is(token, "'s") || self.is(token, "'")
    }

    /// "he", "she", "they", "it", "I", "we": pronouns that can be the subject of a cue.
    pub(super) fn is_subject_pronoun(&self, token: usize) -> bool {
        PRONOUNS.contains(&self.document.hash(token)) && self.entities.at(token).is_none()
    }

    /// Tokens that join the main parts of a noun phrase to what hangs on it.
    pub(super) fn is_preposition(&self, token: usize) -> bool {
        self.class(token) == Some(WordClass::Preposition) && self.entities.at(token).is_none()
    }

    pub(super) fn is_determiner(&self, token: usize) -> bool {
        matches!(self.class(token), Some(WordClass::Determiner | WordClass::Possessive))
    }

    /// Whether a noun phrase may go on over a token.
    pub(super) fn is_nominal(&self, token: usize) -> bool {
        if self.entities.at(token).is_some() || self.is_hyphen(token) || self.is_possessive(token) {
            return true;
        }
        match self.kind(token) {
            Some(TokenKind::Word | TokenKind::Mixed) => match self.class(token) {
                None | Some(WordClass::Determiner | WordClass::Possessive) => {
                    self.cues[token].is_none() || self.document.tokens()[token].shape().is_capitalised()
                }
                Some(WordClass::Adverb) => self.is_hyphen(token + 1),
                // "Doctors For You": small words of a name that nobody marked have its capital.
                Some(_) => self.is_inside_title(token),
            },
            Some(TokenKind::Number) => true,
            Some(TokenKind::Symbol) => self.is(token, "&"),
            _ => false,
        }
    }

    pub(super) fn is_inside_title(&self, token: usize) -> bool {
        let is_capital = |token: usize| {
            let found = self.document.tokens()[token];
            found.kind() == TokenKind::Word && found.shape().case() == Case::Capitalised
        };
        token >= 2
            && is_capital(token)
            && is_capital(token - 1)
            && !self.is(token, "i")
            && self.document.sentence_at(token - 1) == self.document.sentence_at(token)
            && self.mention_at(token - 1).is_none_or(|name| name.kind != EntityKind::Person)
    }
}

const PRONOUNS: [u64; 6] =
    [fold::hash("he"), fold::hash("she"), fold::hash("they"), fold::hash("it"), fold::hash("i"), fold::hash("we")];
