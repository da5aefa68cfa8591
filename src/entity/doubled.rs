//! A name that stands twice in a row is two mentions.

use super::Mention;
use crate::text::{Document, TokenRange};

/// Splits each mention that says a name twice into two.
///
/// Captions of scraped pages repeat themselves without a stop: "Ana Ruiz Ana Ruiz, photo: …".
/// Names of two equal words ("Duran Duran", "New York, New York") stay whole: only a name of two
/// words or more is taken to be repeated.
pub(super) fn split<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>) {
    let is_doubled = |mention: &Mention<'_>| {
        let (start, half) = (mention.tokens.start as usize, mention.tokens.len() / 2);
        half >= 2
            && mention.tokens.len() == 2 * half
            && (start..start + half).all(|at| document.hash(at) == document.hash(at + half))
    };
    if !mentions.iter().any(is_doubled) {
        return;
    }
    for mut mention in std::mem::take(mentions) {
        if is_doubled(&mention) {
            let TokenRange { start, end } = mention.tokens;
            let middle = start + (end - start) / 2;
            let mut first = mention.clone();
            first.set_tokens(document, TokenRange { start, end: middle });
            mentions.push(first);
            mention.set_tokens(document, TokenRange { start: middle, end });
        }
        mentions.push(mention);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::EntityKind;
    use crate::text::Span;

    fn mention<'t>(document: &Document<'t>, tokens: TokenRange) -> Mention<'t> {
        Mention::new(document, tokens, EntityKind::Person, 0.9)
    }

    #[test]
    fn a_name_said_twice_is_two_mentions_and_a_name_of_equal_words_is_one() {
        let text = "Ana Ruiz Ana Ruiz and Duran Duran";
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let mut mentions = vec![mention(&document, TokenRange::new(0, 4)), mention(&document, TokenRange::new(5, 7))];
        split(&document, &mut mentions);
        let words: Vec<_> = mentions.iter().map(|mention| mention.words.text()).collect();
        assert_eq!(words, ["Ana Ruiz", "Ana Ruiz", "Duran Duran"]);
    }
}
