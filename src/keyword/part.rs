//! `Part`: what part of speech a token plays, as far as keywords ask.

use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, Document, Token, TokenKind, fold};

/// A part of speech. The first eight are open: a word may be each, and its neighbours tell which.
/// The others are known from the token alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    Noun,
    Name,
    Adjective,
    /// Any form of a verb but the next two: "met", "grounds", "provide".
    Verb,
    /// "armed", "written"
    Participle,
    /// "killing"
    Gerund,
    Adverb,
    /// In digits or words.
    Number,
    Determiner,
    Pronoun,
    Possessive,
    Preposition,
    Conjunction,
    Auxiliary,
    Modal,
    Negation,
    /// The adverbs that the word classes list; they stand elsewhere than those in -ly.
    PlainAdverb,
    To,
    /// The clitic "'s".
    Owner,
    Hyphen,
    Comma,
    Quote,
    /// Any other mark.
    Stop,
    /// What stands before the first token and behind the last.
    Edge,
}

impl Part {
    /// How many are open, and how many there are.
    pub(super) const OPEN: usize = 8;
    pub(super) const COUNT: usize = 24;

    /// All in the order of their numbers.
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::Noun,
        Self::Name,
        Self::Adjective,
        Self::Verb,
        Self::Participle,
        Self::Gerund,
        Self::Adverb,
        Self::Number,
        Self::Determiner,
        Self::Pronoun,
        Self::Possessive,
        Self::Preposition,
        Self::Conjunction,
        Self::Auxiliary,
        Self::Modal,
        Self::Negation,
        Self::PlainAdverb,
        Self::To,
        Self::Owner,
        Self::Hyphen,
        Self::Comma,
        Self::Quote,
        Self::Stop,
        Self::Edge,
    ];

    /// The part of a token that needs no tagger; none for a word of an open class.
    pub(super) fn closed(document: &Document<'_>, at: usize) -> Option<Self> {
        const OWNERS: [u64; 2] = [fold::hash("'s"), fold::hash("'")];
        const TO: u64 = fold::hash("to");
        let hash = document.hash(at);
        if hash == TO {
            return Some(Self::To);
        }
        match document.tokens()[at].kind() {
            TokenKind::Clitic if OWNERS.contains(&hash) => Some(Self::Owner),
            TokenKind::Word | TokenKind::Mixed | TokenKind::Clitic => match class_of(hash) {
                Some(class) => Some(Self::of_class(class)),
                None if document.tokens()[at].kind() == TokenKind::Clitic => Some(Self::Auxiliary),
                None => {
                    let has_digit = document.tokens()[at].shape().has_digit();
                    (has_digit && document.fold(at).starts_with(|c: char| c.is_ascii_digit())).then_some(Self::Number)
                }
            },
            TokenKind::Number => Some(Self::Number),
            TokenKind::Dash if document.token_text(at) == "-" => Some(Self::Hyphen),
            TokenKind::Quote => Some(Self::Quote),
            TokenKind::Punctuation => Some(Self::Comma),
            TokenKind::Url | TokenKind::Email | TokenKind::Handle => Some(Self::Name),
            TokenKind::Currency
            | TokenKind::Stop
            | TokenKind::Dash
            | TokenKind::Open
            | TokenKind::Close
            | TokenKind::Symbol => Some(Self::Stop),
        }
    }

    fn of_class(class: WordClass) -> Self {
        match class {
            WordClass::Determiner => Self::Determiner,
            WordClass::Pronoun => Self::Pronoun,
            WordClass::Possessive => Self::Possessive,
            WordClass::Preposition => Self::Preposition,
            WordClass::Conjunction => Self::Conjunction,
            WordClass::Auxiliary => Self::Auxiliary,
            WordClass::Modal => Self::Modal,
            WordClass::Negation => Self::Negation,
            WordClass::Adverb => Self::PlainAdverb,
        }
    }
}

/// How a word is cased, as far as its part of speech shows in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Form {
    Lower,
    /// A capital at the head of the sentence: any word has it.
    Initial,
    /// A capital elsewhere.
    Capital,
    Upper,
}

impl Form {
    pub(super) const COUNT: usize = 4;

    pub(super) fn of(token: Token, is_first: bool) -> Self {
        match token.shape().case() {
            Case::None | Case::Lower => Self::Lower,
            Case::Upper => Self::Upper,
            Case::Mixed if !token.shape().is_capitalised() => Self::Capital,
            Case::Capitalised | Case::Mixed if is_first => Self::Initial,
            Case::Capitalised | Case::Mixed => Self::Capital,
        }
    }
}
