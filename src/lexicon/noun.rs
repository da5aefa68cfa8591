//! Nouns of offices, occupations and bodies: what a word says of the name beside it.

use once_cell::sync::Lazy;

use super::{WordMap, plain};
use crate::entity::EntityKind;
use crate::text::{Case, Document, TokenKind, fold};

/// Whose office or description a noun heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Person,
    Body,
    Both,
}

impl Of {
    /// Whether the noun fits a person, or a body.
    pub(crate) fn fits(self, is_person: bool) -> bool {
        match self {
            Self::Person => is_person,
            Self::Body => !is_person,
            Self::Both => true,
        }
    }
}

/// A noun that heads an office.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noun {
    pub(crate) of: Of,
    /// "officers": several names may follow.
    pub(crate) is_plural: bool,
    /// Whether it stands in the list; else its ending speaks for it.
    pub(crate) is_listed: bool,
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

/// What a word does that stands beside a noun of the list and looks like another kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Companion {
    /// Ends the phrase: "urged".
    Verb,
    /// Part of the phrase: "retired".
    Modifier,
}

static COMPANIONS: Lazy<WordMap<Companion>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/role_words.tsv");
    let class = |class: &str| match class {
        "verb" => Some(Companion::Verb),
        "modifier" => Some(Companion::Modifier),
        _ => None,
    };
    WordMap::parse("role_words.tsv", list, class).expect("the list is checked by the tests of this module")
});

/// Endings of nouns for people that no list holds whole: "geochemist", "kayaker" is left out since
/// "-er" ends as many verbs, comparatives and things.
const ENDINGS: [&str; 6] = ["ist", "woman", "person", "ographer", "keeper", "ician"];

/// The noun at a token, if it heads an office.
pub(crate) fn noun_at(document: &Document<'_>, token: usize) -> Option<Noun> {
    if document.tokens()[token].kind() != TokenKind::Word {
        return None;
    }
    let hash = plain::hash(document, token);
    if let Some(noun) = NOUNS.get(hash) {
        return Some(noun);
    }
    if document.tokens()[token].shape().case() != Case::Lower || COMPANIONS.contains(hash) {
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

/// What a word beside an office does, by its hash, where the list says it.
pub(crate) fn companion(hash: u64) -> Option<Companion> {
    COMPANIONS.get(hash)
}

/// What the noun at a token says of the name beside it: a person or a body, if either alone.
pub(crate) fn kind_of_noun(document: &Document<'_>, token: usize) -> Option<EntityKind> {
    noun_at(document, token).and_then(|noun| match noun.of {
        Of::Person => Some(EntityKind::Person),
        Of::Body => Some(EntityKind::Organisation),
        Of::Both => None,
    })
}

/// Whether the word at a token heads offices or descriptions.
pub(crate) fn is_noun(document: &Document<'_>, token: usize) -> bool {
    noun_at(document, token).is_some()
}

/// Words for relatives.
const KIN: [u64; 28] = {
    use fold::hash;
    [
        hash("father"),
        hash("mother"),
        hash("son"),
        hash("daughter"),
        hash("brother"),
        hash("sister"),
        hash("husband"),
        hash("wife"),
        hash("uncle"),
        hash("aunt"),
        hash("cousin"),
        hash("nephew"),
        hash("niece"),
        hash("grandfather"),
        hash("grandmother"),
        hash("grandson"),
        hash("granddaughter"),
        hash("stepfather"),
        hash("stepmother"),
        hash("widow"),
        hash("widower"),
        hash("twin"),
        hash("parents"),
        hash("children"),
        hash("sons"),
        hash("daughters"),
        hash("brothers"),
        hash("sisters"),
    ]
};

/// Whether a word is one for a relative.
pub(crate) fn is_kin(hash: u64) -> bool {
    KIN.contains(&hash)
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
}
