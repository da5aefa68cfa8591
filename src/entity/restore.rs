//! Letter case where the text gives none: capitals as a newspaper would set them.
//!
//! Later stages ask for capitals at many places: a month against a verb ("May"), a title before a
//! name, the head of a body. Rather than telling each of them how the text is written, the shapes of
//! its tokens are set once, by the names that were found; the text itself stays as it is.

use super::letters::Style;
use super::{EntityKind, Mention};
use crate::lexicon::{Gazetteer, WordClass, class_of};
use crate::text::{Case, Document, TokenKind};

/// Sets the case of every token of a document whose own letters tell nothing.
pub(super) fn restore(document: &mut Document<'_>, style: Style, mentions: &[Mention<'_>]) {
    for index in 0..document.tokens().len() {
        if !is_telling(document, style, index) {
            let is_capital = has_usual_capital(document, index) || is_month(document, index);
            document.set_case(index, if is_capital { Case::Capitalised } else { Case::Lower });
        }
    }
    for sentence in 0..document.sentences().len() {
        let mut tokens = document.sentences()[sentence].tokens().range();
        if let Some(first) = tokens.find(|&at| document.tokens()[at].is_word()) {
            raise(document, first, Case::Capitalised);
        }
    }
    for mention in mentions {
        restore_name(document, mention);
    }
}

fn restore_name(document: &mut Document<'_>, mention: &Mention<'_>) {
    let range = mention.tokens.range();
    let (first, is_person) = (range.start, mention.kind == EntityKind::Person);
    let is_acronym =
        range.len() == 1 && !is_person && (is_spelt(document.fold(first)) || is_alone_in_brackets(document, first));
    for index in range {
        // "Bank of Korea"
        if index == first || class_of(document.hash(index)).is_none() {
            raise(document, index, if is_acronym { Case::Upper } else { Case::Capitalised });
        }
    }
    // "President Ana Ruiz"
    if is_person && first > 0 && matches!(Gazetteer::embedded().facts(document.hash(first - 1)).title(), 1..=6) {
        raise(document, first - 1, Case::Capitalised);
    }
}

/// Gives a word that was made small, or has a capital alone, its capitals.
fn raise(document: &mut Document<'_>, index: usize, case: Case) {
    let token = document.tokens()[index];
    let is_open = matches!(token.kind(), TokenKind::Word | TokenKind::Mixed);
    if is_open && matches!(token.shape().case(), Case::Lower | Case::Capitalised) {
        document.set_case(index, case);
    }
}

/// Whether a word has a capital wherever it stands: "Monday", "French", "I".
fn has_usual_capital(document: &Document<'_>, index: usize) -> bool {
    document.fold(index) == "i" || Gazetteer::embedded().facts(document.hash(index)).case() == USUAL
}

/// The habit of a word that has a capital wherever it stands.
const USUAL: u32 = 3;

/// Whether a token is written as the writer chose, against the style of his text: "NATO" in Title
/// Case, "iPhone" in small letters.
fn is_telling(document: &Document<'_>, style: Style, index: usize) -> bool {
    let token = document.tokens()[index];
    if !matches!(token.kind(), TokenKind::Word | TokenKind::Mixed) {
        return true;
    }
    match token.shape().case() {
        Case::None => true,
        Case::Lower | Case::Capitalised => false,
        Case::Upper | Case::Mixed => style != Style::Capitals,
    }
}

/// Whether a word stands alone in brackets, as acronyms do after the names that they stand for.
fn is_alone_in_brackets(document: &Document<'_>, index: usize) -> bool {
    index > 0
        && document.tokens()[index - 1].kind() == TokenKind::Open
        && document.tokens().get(index + 1).is_some_and(|token| token.kind() == TokenKind::Close)
}

/// Whether a name is said letter by letter, as far as its letters tell: "un", "bbc", "fbi".
fn is_spelt(fold: &str) -> bool {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    fold.len() < 4 || (fold.len() < 6 && !fold.contains(is_vowel))
}

/// Whether "may" or "march" is a month here: beside the number of a day or a year, or after a word
/// that leads to a date and before no verb: "in may", but "those in may have left".
fn is_month(document: &Document<'_>, index: usize) -> bool {
    if !matches!(document.fold(index), "may" | "march") {
        return false;
    }
    let tokens = document.tokens();
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.kind() == TokenKind::Number);
    let before = if index == 0 { "" } else { document.fold(index - 1) };
    let leads = LEADS.contains(&before);
    let has_verb = index + 1 < tokens.len()
        && matches!(
            class_of(document.hash(index + 1)),
            Some(WordClass::Auxiliary | WordClass::Pronoun | WordClass::Adverb)
        );
    let opens = index == 0 || !tokens[index - 1].is_word();
    is_number(index + 1) && (leads || opens) || !has_verb && (leads || index > 0 && is_number(index - 1))
}

/// Words before a month.
const LEADS: [&str; 16] = [
    "in", "on", "since", "until", "till", "by", "from", "last", "next", "early", "late", "mid", "during", "of",
    "between", "before",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, TokenRange};

    /// The text with the capitals that its tokens were given.
    fn restored(text: &str, names: &[(usize, usize, EntityKind)]) -> String {
        let mut document = Document::new(text, &[Span::new(0, text.len())]);
        let mentions: Vec<_> = names
            .iter()
            .map(|&(start, end, kind)| Mention::new(&document, TokenRange::new(start, end), kind, 0.9))
            .collect();
        let style = if text.contains(char::is_lowercase) { Style::Small } else { Style::Capitals };
        restore(&mut document, style, &mentions);
        let words = document.tokens().iter().enumerate().map(|(index, token)| {
            let fold = document.fold(index);
            match token.shape().case() {
                Case::Upper => fold.to_uppercase(),
                Case::Capitalised => fold[..1].to_uppercase() + &fold[1..],
                _ => fold.to_owned(),
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_months_and_first_words_get_their_capitals_and_all_else_none() {
        use EntityKind::{Organisation, Person};
        let names = [(5, 8, Organisation), (10, 12, Person)];
        let text = "on monday it joined the bank of korea while minister ana ruiz stayed in may";
        let wanted = "On Monday it joined the Bank of Korea while Minister Ana Ruiz stayed in May";
        assert_eq!(restored(text, &names), wanted);
        assert_eq!(restored(&text.to_uppercase(), &names), wanted);
    }

    #[test]
    fn may_is_a_verb_unless_a_date_is_led_to() {
        assert_eq!(restored("it may rain on may 4", &[]), "It may rain on May 4");
        assert_eq!(restored("those in may have left", &[]), "Those in may have left");
        assert_eq!(restored("the march of 12 may", &[]), "The march of 12 May");
    }

    #[test]
    fn an_acronym_is_one_of_few_letters_or_in_brackets() {
        use EntityKind::Organisation;
        let names = [(1, 4, Organisation), (5, 6, Organisation), (9, 10, Organisation)];
        let text = "the kenya teachers union (keteu) and the un met";
        assert_eq!(restored(text, &names), "The Kenya Teachers Union ( KETEU ) and the UN met");
    }
}
