//! The structure of a name: its words, and in a person's name the given and the family part.

use once_cell::sync::Lazy;

use super::{WordMap, plain};
use crate::text::{Case, Document, TokenKind, TokenRange, fold};

/// What a word does inside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// "de", "van", "al": goes with the word after it, and may fall off.
    Particle,
    /// "Jr", "III"
    Suffix,
    /// "Mr", "Lord", "spokesman": a title that states a man.
    Mister,
    /// "Mrs", "Queen": a title that states a woman.
    Madam,
    /// "Dr", "President": a title of either.
    Title,
    /// "Inc", "plc": the legal form of a company.
    Company,
    /// "University", "Party", "Airport": falls off when the name is shortened.
    Generic,
    /// "Committee": makes of the name before it the name of a part of that body.
    Section,
    /// "of", "the"
    Small,
}

static PARTS: Lazy<WordMap<Part>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/name_words.tsv");
    let part = |class: &str| {
        Some(match class {
            "particle" => Part::Particle,
            "suffix" => Part::Suffix,
            "mister" => Part::Mister,
            "madam" => Part::Madam,
            "title" => Part::Title,
            "company" => Part::Company,
            "generic" => Part::Generic,
            "part" => Part::Section,
            "small" => Part::Small,
            _ => return None,
        })
    };
    WordMap::parse("name_words.tsv", list, part).expect("the list is checked by the tests of this module")
});

/// Words with two spellings, to the hash of the one that stands for both.
static SPELLINGS: Lazy<WordMap<u64>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/name_spellings.tsv");
    WordMap::parse("name_spellings.tsv", list, |spelling| Some(fold::hash(spelling)))
        .expect("the list is checked by the tests of this module")
});

/// Short given names, to the hash of the full one.
static NICKNAMES: Lazy<WordMap<u64>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/nicknames.tsv");
    WordMap::parse("nicknames.tsv", list, |full| Some(fold::hash(full)))
        .expect("the list is checked by the tests of this module")
});

/// Family names that stand before the given name.
static FAMILY_FIRST: Lazy<WordMap<()>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/family_first.tsv");
    WordMap::parse("family_first.tsv", list, |_| Some(())).expect("the list is checked by the tests of this module")
});

/// What the word of a plain hash does inside a name, if anything.
pub(crate) fn part_of(hash: u64) -> Option<Part> {
    PARTS.get(hash)
}

/// A word of a name.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "facts about the spelling, each independent of the others")]
pub(crate) struct Word {
    /// Plain hash, of the spelling that stands for all.
    pub(crate) hash: u64,
    pub(crate) token: u32,
    /// First letter in plain spelling.
    pub(crate) letter: char,
    pub(crate) part: Option<Part>,
    /// A single letter, with or without full stop.
    pub(crate) is_initial: bool,
    /// `NATO`: two capitals or more.
    pub(crate) is_upper: bool,
    /// Whether it has a capital.
    pub(crate) is_capitalised: bool,
    /// Whether a hyphen joins it to the word before.
    pub(crate) is_joined: bool,
    /// A number, such as the year of an event.
    pub(crate) is_number: bool,
}

impl Word {
    /// The full given name where this is a short one, else the word itself.
    pub(crate) fn given(&self) -> u64 {
        NICKNAMES.get(self.hash).unwrap_or(self.hash)
    }

    fn is(&self, part: Part) -> bool {
        self.part == Some(part)
    }

    /// Whether it is a name or initial where it stands between others: "V." is no numeral there.
    pub(crate) fn is_name(&self) -> bool {
        self.is_content() || self.is(Part::Suffix)
    }

    /// Whether it carries content: neither "of" nor a particle nor a suffix.
    pub(crate) fn is_content(&self) -> bool {
        !matches!(self.part, Some(Part::Small | Part::Particle | Part::Suffix))
    }
}

/// Names longer than this are compared by their first words only: it bounds what a name may cost.
/// The longest name in our annotated news has 12 words.
pub(crate) const MOST_WORDS: usize = 12;

/// Key of an empty run of words.
pub(crate) const EMPTY: u64 = 0;

/// The key of a run of words from that of its beginning and its next word.
pub(crate) const fn join(key: u64, word: u64) -> u64 {
    fold::mix(key.rotate_left(7) ^ word)
}

/// Key of a run of words.
pub(crate) fn key_of(words: &[Word]) -> u64 {
    words.iter().fold(EMPTY, |key, word| join(key, word.hash))
}

const UNITED: u64 = fold::hash("united");
const STATES: u64 = fold::hash("states");
const KINGDOM: u64 = fold::hash("kingdom");
pub(crate) const US: u64 = fold::hash("us");
pub(crate) const UK: u64 = fold::hash("uk");
const THE: u64 = fold::hash("the");
const AND: u64 = fold::hash("&");

/// Appends the words of a run of tokens, at most [`MOST_WORDS`]: no punctuation, no leading
/// article, no closing possessive. "United States" becomes the word "US", so that every body of
/// the country is found under either name.
pub(crate) fn read(document: &Document<'_>, tokens: TokenRange, words: &mut Vec<Word>) {
    let first = words.len();
    let mut is_joined = false;
    for token in tokens.range() {
        let found = document.tokens()[token];
        match found.kind() {
            TokenKind::Dash => {
                is_joined = words.len() > first && !found.shape().has_space_before();
                continue;
            }
            TokenKind::Word | TokenKind::Mixed | TokenKind::Number | TokenKind::Handle => {}
            TokenKind::Symbol if document.fold(token) == "&" => {}
            TokenKind::Clitic
            | TokenKind::Currency
            | TokenKind::Stop
            | TokenKind::Quote
            | TokenKind::Open
            | TokenKind::Close
            | TokenKind::Punctuation
            | TokenKind::Symbol
            | TokenKind::Url
            | TokenKind::Email => continue,
        }
        if words.len() - first == MOST_WORDS {
            break;
        }
        let plain = plain::hash(document, token);
        let hash = SPELLINGS.get(plain).unwrap_or(plain);
        if words.len() == first && hash == THE {
            continue;
        }
        if let Some(last) = words.last_mut().filter(|last| last.hash == UNITED && last.token >= tokens.start) {
            let short = match hash {
                STATES => Some(US),
                KINGDOM => Some(UK),
                _ => None,
            };
            if let Some(short) = short {
                last.hash = short;
                continue;
            }
        }
        let shape = found.shape();
        let fold = document.fold(token);
        let letter = if hash == AND { '&' } else { letter_of(fold) };
        words.push(Word {
            hash,
            token: token as u32,
            letter,
            part: PARTS
                .get(plain)
                .filter(|&part| part != Part::Suffix || shape.case() == Case::Upper || !is_numeral(fold)),
            is_initial: fold.trim_end_matches('.').chars().count() == 1,
            is_upper: shape.case() == Case::Upper,
            is_capitalised: shape.is_capitalised() || shape.case() == Case::Mixed,
            is_joined: std::mem::take(&mut is_joined),
            is_number: found.kind() == TokenKind::Number,
        });
    }
}

/// Whether a word of several letters is a Roman numeral where it stands in capitals: "XI", but not "Xi".
fn is_numeral(fold: &str) -> bool {
    fold.len() > 1 && fold.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

fn letter_of(fold: &str) -> char {
    let first = fold.chars().next().unwrap_or(' ');
    if first.is_ascii() {
        return first;
    }
    let mut plain = String::new();
    plain::push(&mut plain, &fold[..first.len_utf8()]);
    plain.chars().next().unwrap_or(first)
}

/// Key of a name that is written in a list, as "United Arab Emirates".
pub(crate) fn key_of_text(name: &str) -> u64 {
    let span = crate::text::Span::new(0, name.len());
    let document = Document::new(name, &[span]);
    let mut words = Vec::new();
    read(&document, TokenRange::new(0, document.tokens().len()), &mut words);
    key_of(&words)
}

/// A person's name taken apart: ranges into its words, titles and suffixes left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// First and last word of the name without titles and suffixes.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where the family name begins, particles included; `start` for a single name.
    pub(crate) family: usize,
    /// Whether the family name stands first and the given name after it.
    pub(crate) is_family_first: bool,
    /// Whether "Jr", "III" or the like follows.
    pub(crate) has_suffix: bool,
}

impl Person {
    /// Takes a name apart.
    pub(crate) fn new(words: &[Word]) -> Self {
        let mut end = words.len();
        // "Mr Smith Jr", but a name that is nothing else keeps its words: "Prince", "III".
        while end > 1 && words[end - 1].is(Part::Suffix) {
            end -= 1;
        }
        let has_suffix = end < words.len();
        let mut start = 0;
        while start + 1 < end && matches!(words[start].part, Some(Part::Mister | Part::Madam | Part::Title)) {
            start += 1;
        }
        let count = end - start;
        let is_family_first = count >= 2
            && FAMILY_FIRST.contains(words[start].hash)
            && (words[end - 1].is_joined || !FAMILY_FIRST.contains(words[end - 1].hash) && count == 3);
        let mut family = end.saturating_sub(1).max(start);
        // "Salat-Baroux" is one family name, "van der Bellen" too.
        while family > start && (words[family].is_joined || words[family - 1].is(Part::Particle)) {
            family -= 1;
        }
        Self { start, end, family, is_family_first, has_suffix }
    }

    /// How many words name the person.
    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<Word> {
        let document = Document::new(name, &[crate::text::Span::new(0, name.len())]);
        let mut words = Vec::new();
        read(&document, TokenRange::new(0, document.tokens().len()), &mut words);
        words
    }

    fn family(name: &str) -> usize {
        Person::new(&words(name)).family
    }

    #[test]
    fn the_lists_are_well_formed() {
        assert_eq!(part_of(fold::hash("van")), Some(Part::Particle));
        assert_eq!(SPELLINGS.get(fold::hash("defence")), Some(fold::hash("defense")));
        assert_eq!(NICKNAMES.get(fold::hash("bill")), Some(fold::hash("william")));
        assert!(FAMILY_FIRST.contains(fold::hash("zhang")));
    }

    #[test]
    fn particles_and_hyphens_belong_to_the_family_name() {
        assert_eq!(family("Alexander Van der Bellen"), 1);
        assert_eq!(family("Frédéric Salat-Baroux"), 1);
        assert_eq!(family("Bashar al-Assad"), 1);
        assert_eq!(family("Chrystia Freeland"), 1);
    }

    #[test]
    fn titles_and_suffixes_are_no_part_of_the_name() {
        let person = Person::new(&words("Dr. Martin Luther King Jr."));
        assert_eq!((person.start, person.end, person.has_suffix), (1, 4, true));
    }

    #[test]
    fn a_korean_name_has_its_family_name_first() {
        assert!(Person::new(&words("Park Won-soon")).is_family_first);
        assert!(!Person::new(&words("Nick Park")).is_family_first);
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        assert_eq!(key_of_text("United States House"), key_of_text("the U.S. House"));
        assert_eq!(key_of_text("Jeanine Áñez"), key_of_text("Jeanine Anez"));
        assert_eq!(key_of_text("Organisation of American States"), key_of_text("Organization of American States"));
        assert_eq!(key_of_text("G-7"), key_of_text("G7"));
        assert_eq!(key_of_text("PG&E"), join(EMPTY, fold::hash("pg&e")));
        assert_ne!(key_of_text("John Smith"), key_of_text("Smith John"));
    }
}
