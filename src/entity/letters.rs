//! Letters: whether the capitals of a text say which words are names.

use super::feature;
use crate::lexicon::Gazetteer;
use crate::text::{Case, Document, TokenKind};

/// What the letter case of a text is worth to a reader of names.
// Public by the training alone.
#[cfg_attr(not(feature = "train"), allow(unreachable_pub))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// Names have capitals, most other words have none.
    #[default]
    Cased,
    /// Every word is written alike, whatever it is.
    Caseless,
}

impl Letters {
    /// The number of the features that weights for such a text are asked for, in a model file.
    pub(super) const fn feature_set(self) -> u16 {
        match self {
            Self::Cased => feature::VERSION,
            Self::Caseless => 256 + feature::VERSION,
        }
    }
}

/// How a text is written in which every word is written alike.
#[cfg_attr(not(feature = "train"), allow(unreachable_pub))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `minister`
    Small,
    /// `MINISTER`
    Capitals,
    /// `Minister`
    Title,
}

/// Words that settle how a text is written: a headline that comes alone is enough. Of 3,438 documents of
/// news, government and speeches with letters as usual none is taken for one in a single case, of 40,000 lines of
/// newswire alone 8, of which 5 are in one. Names of 1,500 single sentences of newswire-names put in
/// small letters have 98.6 F1 with 3 words, 98.2 with 5, 96.0 with 8; in Title Case 97.6, 97.3, 93.9. With 3 "she ate an apple
/// before the talks" is one.
const FEWEST: usize = 4;

impl Style {
    /// How a document is written; none where its capitals tell names.
    ///
    /// Words of four letters and more settle it: shorter ones are small in Title Case, and capitals
    /// in a text of acronyms. A few may differ: a name that was given its capital, a label of the
    /// page. A list of names is no Title Case: there, words that are usually small have capitals.
    pub(super) fn of(document: &Document<'_>) -> Option<Self> {
        let (mut short, mut lower, mut capital, mut upper, mut common) = (0usize, 0usize, 0usize, 0usize, 0usize);
        for (index, token) in document.tokens().iter().enumerate() {
            let case = token.shape().case();
            if token.kind() != TokenKind::Word || token.span().len() < 4 {
                // "Kim", "U.S."
                short += usize::from(matches!(case, Case::Upper | Case::Capitalised));
                continue;
            }
            match case {
                Case::Lower => lower += 1,
                Case::Upper => upper += 1,
                Case::Capitalised | Case::Mixed => {
                    capital += 1;
                    // Lists are asked only while the text may still be in Title Case.
                    let is_asked = lower < 12 || lower * 8 <= capital;
                    common +=
                        usize::from(is_asked && Gazetteer::embedded().facts(document.hash(index)).case() == SMALL);
                }
                Case::None => {}
            }
        }
        let all = lower + capital + upper;
        if all < FEWEST {
            None
        } else if (short + capital + upper) * 50 < all {
            Some(Self::Small)
        } else if upper * 10 >= all * 9 {
            Some(Self::Capitals)
        } else if lower * 10 <= all && common * 4 >= capital {
            Some(Self::Title)
        } else {
            None
        }
    }
}

/// The habit of a word that is written small.
const SMALL: u32 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn style(text: &str) -> Option<Style> {
        Style::of(&Document::new(text, &[Span::new(0, text.len())]))
    }

    #[test]
    fn a_text_in_one_case_is_told_from_four_words_on() {
        for text in
            ["storm sinks fishing fleet off lisbon", "the storm sank 40 boats near lisbon on monday, owners said"]
        {
            assert_eq!(style(text), Some(Style::Small), "{text}");
            assert_eq!(style(&text.to_uppercase()), Some(Style::Capitals), "{text}");
        }
        assert_eq!(style("Storm Sinks Fishing Fleet off Lisbon"), Some(Style::Title));
        assert_eq!(style("she ate an apple before the talks"), None);
    }

    #[test]
    fn a_text_whose_capitals_tell_names_is_in_no_single_case() {
        for text in [
            "The storm sank 40 boats near Lisbon on Monday, owners said.",
            "she left the talks before Maria could answer them",
            "Storm sinks fleet",
            "Amir Haddad, Jonas Lindqvist, Maria Oliveira, Tomasz Kowalski",
            "NATO and the IMF met in the DRC",
            "12 34 56",
            "",
        ] {
            assert_eq!(style(text), None, "{text}");
        }
    }
}
