//! `WordClass`: the closed classes of English, which need no tagger.

use once_cell::sync::Lazy;

use super::WordMap;

/// A closed class of words. Nouns, verbs and adjectives are open and have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WordClass {
    /// "the", "every", "several"
    Determiner,
    /// "she", "who", "nobody"
    Pronoun,
    /// "his", "their"
    Possessive,
    /// "of", "amid", "than"
    Preposition,
    /// "and", "because", "when"
    Conjunction,
    /// Forms of be, have and do.
    Auxiliary,
    /// "will", "could"
    Modal,
    /// "not", "never"
    Negation,
    /// Adverbs that do not end in -ly: "now", "already", "almost".
    Adverb,
}

impl WordClass {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "determiner" => Self::Determiner,
            "pronoun" => Self::Pronoun,
            "possessive" => Self::Possessive,
            "preposition" => Self::Preposition,
            "conjunction" => Self::Conjunction,
            "auxiliary" => Self::Auxiliary,
            "modal" => Self::Modal,
            "negation" => Self::Negation,
            "adverb" => Self::Adverb,
            _ => return None,
        })
    }
}

static CLASSES: Lazy<WordMap<WordClass>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/word_classes.tsv");
    WordMap::parse("word_classes.tsv", list, WordClass::parse).expect("the list is checked by the tests of this module")
});

/// The closed class of a word, by the hash of its fold ([`Document::hash`](crate::Document::hash)).
#[must_use]
pub fn class_of(hash: u64) -> Option<WordClass> {
    CLASSES.get(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, Span};

    #[test]
    fn function_words_have_a_class_and_others_have_none() {
        let text = "She didn’t say THE minister would go";
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let classes: Vec<_> = (0..document.tokens().len()).map(|i| class_of(document.hash(i))).collect();
        assert_eq!(classes[0], Some(WordClass::Pronoun));
        assert_eq!(class_of(document.hash(document.tokens().len() - 1)), None);
        assert!(classes.contains(&Some(WordClass::Determiner)));
        assert!(classes.contains(&Some(WordClass::Modal)));
    }
}
