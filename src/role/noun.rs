//! Nouns of offices and occupations, and the words that stand between them and a name.

use once_cell::sync::Lazy;

use crate::alias::plain;
use crate::lexicon::{WordClass, WordMap, class_of};
use crate::text::{Case, Document, TokenKind};

/// Whose office or description a noun heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Person,
    Body,
    Both,
}

impl Of {
    /// Whether the noun fits a person, or a body.
    pub(super) fn fits(self, is_person: bool) -> bool {
        match self {
            Self::Person => is_person,
            Self::Body => !is_person,
            Self::Both => true,
        }
    }
}

/// A noun that heads an office.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    pub(super) of: Of,
    /// "officers": several names may follow.
    pub(super) is_plural: bool,
    /// Whether it stands in the list; else its ending speaks for it.
    pub(super) is_listed: bool,
}

static NOUNS: Lazy<WordMap<Noun>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/role_nouns.tsv");
    let rows: Vec<(&str, Of)> = list
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
        .map(|row| {
            let (noun, of) = row.split_once('\t').unwrap_or((row, ""));
            let of = match of {
                "body" => Of::Body,
                "both" => Of::Both,
                _ => Of::Person,
            };
            (noun, of)
        })
        .collect();
    let plurals: Vec<(String, Of)> = rows.iter().map(|&(noun, of)| (plural(noun), of)).collect();
    // The listed form counts where a plural is spelt like another singular.
    let all =
        plurals.iter().map(|(noun, of)| (noun.as_str(), *of, true)).chain(rows.iter().map(|&(n, of)| (n, of, false)));
    WordMap::new(all.map(|(noun, of, is_plural)| (noun, Noun { of, is_plural, is_listed: true })))
});

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    match noun {
        "wife" => "wives".to_owned(),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// What a word of [`data/lists/role_words.tsv`] does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Verb,
    Modifier,
}

static WORDS: Lazy<WordMap<Word>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/role_words.tsv");
    let class = |class: &str| match class {
        "verb" => Some(Word::Verb),
        "modifier" => Some(Word::Modifier),
        _ => None,
    };
    WordMap::parse("role_words.tsv", list, class).expect("the list is checked by the tests of this module")
});

/// Endings of nouns for people that no list holds whole: "geochemist", "kayaker" is left out since
/// "-er" ends as many verbs, comparatives and things.
const ENDINGS: [&str; 6] = ["ist", "woman", "person", "ographer", "keeper", "ician"];

/// The noun at a token, if it heads an office.
pub(super) fn noun_at(document: &Document<'_>, token: usize) -> Option<Noun> {
    if document.tokens()[token].kind() != TokenKind::Word {
        return None;
    }
    let hash = plain::hash(document, token);
    if let Some(noun) = NOUNS.get(hash) {
        return Some(noun);
    }
    if document.tokens()[token].shape().case() != Case::Lower || WORDS.contains(hash) {
        return None;
    }
    let fold = document.fold(token);
    if let Some(("ex" | "co" | "vice" | "then" | "sub", noun)) = fold.split_once('-')
        && let Some(noun) = NOUNS.get(plain::hash_of(noun))
    {
        return Some(noun);
    }
    let (singular, is_plural) = fold.strip_suffix('s').map_or((fold, false), |singular| (singular, true));
    let ends = ENDINGS.iter().any(|ending| singular.len() > ending.len() + 2 && singular.ends_with(ending));
    ends.then_some(Noun { of: Of::Person, is_plural, is_listed: false })
}

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
    crate::text::fold::hash("of"),
    crate::text::fold::hash("for"),
    crate::text::fold::hash("from"),
    crate::text::fold::hash("to"),
    crate::text::fold::hash("in"),
    crate::text::fold::hash("at"),
    crate::text::fold::hash("on"),
    crate::text::fold::hash("with"),
];
const AND: u64 = crate::text::fold::hash("and");

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
    match WORDS.get(document.hash(token)) {
        Some(word) => word == Word::Verb,
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

    fn noun(word: &str) -> Option<Noun> {
        noun_at(&Document::new(word, &[Span::new(0, word.len())]), 0)
    }

    #[test]
    fn offices_and_occupations_are_nouns_of_persons() {
        assert_eq!(noun("minister").map(|noun| noun.of), Some(Of::Person));
        assert_eq!(noun("Senators").map(|noun| (noun.of, noun.is_plural)), Some((Of::Person, true)));
        assert_eq!(noun("company").map(|noun| noun.of), Some(Of::Body));
        assert_eq!(noun("dendrologist").map(|noun| noun.is_listed), Some(false));
        assert!(noun("battery").is_none());
    }

    #[test]
    fn verbs_end_an_office_and_its_modifiers_do_not() {
        let text = "said retired urged Foreign affairs the of she";
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let pieces: Vec<Piece> = (0..8).map(|token| piece_at(&document, token, false)).collect();
        use Piece::{Content, Link, Opener, Stop};
        assert_eq!(pieces, [Stop, Content, Stop, Content, Content, Opener, Link, Stop]);
    }
}
