//! Pieces: what each word does in the phrase around an office.

use crate::lexicon::noun::{Companion, companion};
use crate::lexicon::{WordClass, class_of};
use crate::text::{Case, Document, TokenKind, fold};

/// What a word does in the phrase around an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Nouns, adjectives, names: part of it.
    Content,
    /// "of", "for": joins what follows to it.
    Link,
    /// "the", "his": begins it.
    Opener,
    /// "and"
    And,
    /// "'s" and "’"
    Possessive,
    /// A hyphen inside a word.
    Hyphen,
    /// Verbs, pronouns, punctuation: no part of it.
    Stop,
}

const LINKS: [u64; 8] = [
    fold::hash("of"),
    fold::hash("for"),
    fold::hash("from"),
    fold::hash("to"),
    fold::hash("in"),
    fold::hash("at"),
    fold::hash("on"),
    fold::hash("with"),
];
const AND: u64 = fold::hash("and");

/// What the word at a token does; `is_name` says that a mention covers it.
pub(super) fn piece_at(document: &Document<'_>, token: usize, is_name: bool) -> Piece {
    let found = document.tokens()[token];
    let shape = found.shape();
    match found.kind() {
        TokenKind::Word | TokenKind::Mixed => {}
        TokenKind::Clitic => {
            return if matches!(document.fold(token), "'s" | "'") { Piece::Possessive } else { Piece::Stop };
        }
        TokenKind::Dash => return if shape.has_space_before() { Piece::Stop } else { Piece::Hyphen },
        TokenKind::Symbol if document.fold(token) == "&" => return Piece::Content,
        TokenKind::Number if is_name => return Piece::Content,
        TokenKind::Quote => {
            // "workers’ leader", but not "‘interim’ president"
            let is_owner = !shape.has_space_before()
                && document.fold(token) == "'"
                && token.checked_sub(1).is_some_and(|before| document.fold(before).ends_with('s'));
            return if is_owner { Piece::Possessive } else { Piece::Stop };
        }
        TokenKind::Number
        | TokenKind::Currency
        | TokenKind::Stop
        | TokenKind::Open
        | TokenKind::Close
        | TokenKind::Punctuation
        | TokenKind::Symbol
        | TokenKind::Url
        | TokenKind::Email
        | TokenKind::Handle => return Piece::Stop,
    }
    // "US-led", "anti-monopoly": behind a hyphen no word stands by itself.
    let is_joined = token > 0
        && document.tokens()[token - 1].kind() == TokenKind::Dash
        && !shape.has_space_before()
        && !document.tokens()[token - 1].shape().has_space_before();
    if is_name || is_joined {
        return Piece::Content;
    }
    let hash = document.hash(token);
    match class_of(hash) {
        _ if LINKS.contains(&hash) => Piece::Link,
        _ if hash == AND => Piece::And,
        Some(WordClass::Determiner | WordClass::Possessive) => Piece::Opener,
        Some(
            WordClass::Pronoun
            | WordClass::Preposition
            | WordClass::Conjunction
            | WordClass::Auxiliary
            | WordClass::Modal
            | WordClass::Negation
            | WordClass::Adverb,
        ) => Piece::Stop,
        None if shape.case() == Case::Lower && ends_phrase(document, token) => Piece::Stop,
        None => Piece::Content,
    }
}

/// Whether a word in small letters is a verb, by the list or by its looks.
fn ends_phrase(document: &Document<'_>, token: usize) -> bool {
    match companion(document.hash(token)) {
        Some(word) => word == Companion::Verb,
        None => looks_like_verb(document.fold(token)) && !follows_article(document, token),
    }
}

/// Whether a word in small letters has the ending of a verb, or of a plural, which before a name is
/// rather "says" than "affairs".
fn looks_like_verb(fold: &str) -> bool {
    fold.ends_with("ed") && !fold.ends_with("eed")
        || fold.ends_with("ing") && fold.len() > 5
        || fold.ends_with("ly") && fold.len() > 5
}

/// Whether an article or the like stands right before a word: in "the banned militia", "his adopted
/// son" what looks like a verb is none.
fn follows_article(document: &Document<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| document.fold(before));
    before.is_some_and(|before| matches!(before, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "'s"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn verbs_end_an_office_and_its_modifiers_do_not() {
        let text = "said retired urged Foreign affairs the of she";
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let pieces: Vec<Piece> = (0..8).map(|token| piece_at(&document, token, false)).collect();
        use Piece::{Content, Link, Opener, Stop};
        assert_eq!(pieces, [Stop, Content, Stop, Content, Content, Opener, Link, Stop]);
    }
}
