//! A person's name does not end inside a hyphenated word.

use super::{EntityKind, Mention};
use crate::text::{Document, TokenKind, TokenRange};

/// Carries each person's name on to the end of the hyphenated word that it stops in: "Anna
/// Smith-Jones", "Yoon Hae-rim".
///
/// Not where another name begins there ("the Trump-Putin talks"), and not for the other kinds,
/// whose compounds are two names or none ("US-China trade", "UK-based"). A part in lower case
/// belongs to a name only if the tagger took the hyphen in ("Hae-", not "Obama-era").
pub(super) fn complete<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let tokens = document.tokens();
    let is_glued_dash = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|t| t.kind() == TokenKind::Dash && !t.shape().has_space_before() && t.span().len() == 1)
    };
    for index in 0..mentions.len() {
        if mentions[index].kind != EntityKind::Person {
            continue;
        }
        let TokenRange { start, end } = mentions[index].tokens;
        let end = end as usize;
        let took_hyphen = is_glued_dash(end - 1);
        let part = if took_hyphen { end } else { end + 1 };
        if !took_hyphen && !is_glued_dash(end) {
            continue;
        }
        let continues = tokens.get(part).is_some_and(|t| {
            t.kind() == TokenKind::Word && !t.shape().has_space_before() && (took_hyphen || t.shape().is_capitalised())
        });
        let is_free = mentions.get(index + 1).is_none_or(|next| next.tokens.start as usize > part);
        if continues && is_free {
            mentions[index].set_tokens(document, TokenRange::new(start as usize, part + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn completed(text: &str, names: &[(usize, usize, EntityKind)]) -> Vec<String> {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mention = |&(start, end, kind): &(usize, usize, EntityKind)| {
            Mention::new(&document, TokenRange::new(start, end), kind, 0.9)
        };
        let mut mentions: Vec<_> = names.iter().map(mention).collect();
        complete(&document, &mut mentions);
        mentions.iter().map(|mention| mention.words.text().to_owned()).collect()
    }

    #[test]
    fn a_double_name_is_taken_whole_and_a_pair_of_names_is_not() {
        use EntityKind::{Person, Place};
        assert_eq!(completed("Anna Smith-Jones left", &[(0, 2, Person)]), ["Anna Smith-Jones"]);
        assert_eq!(completed("Yoon Hae-rim left", &[(0, 3, Person)]), ["Yoon Hae-rim"]);
        assert_eq!(completed("the Obama-era rules", &[(1, 2, Person)]), ["Obama"]);
        assert_eq!(completed("the Trump-Putin talks", &[(1, 2, Person), (3, 4, Person)]), ["Trump", "Putin"]);
        assert_eq!(completed("the US-China talks", &[(1, 2, Place)]), ["US"]);
    }
}
