//! A name has a capital of its own, not that of its sentence alone.

use super::Mention;
use crate::lexicon::class_of;
use crate::text::Document;

/// Drops what has no capital but that of a function word: "In the northern election", "The
/// northern districts".
///
/// Text that is all in lower case or all in capitals has names without, and is left alone: there
/// the first word has no capital, or the others have theirs.
pub(super) fn require(document: &Document<'_>, mentions: &mut Vec<Mention<'_>>) {
    mentions.retain(|mention| {
        let is_capital = |at: &usize| document.tokens()[*at].shape().is_capitalised();
        let mut capitals = mention.tokens.range().filter(is_capital);
        let first = mention.tokens.start as usize;
        !(capitals.next() == Some(first)
            && capitals.next().is_none()
            && mention.tokens.len() > 1
            && class_of(document.hash(first)).is_some())
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::EntityKind;
    use crate::text::{Span, TokenRange};

    #[test]
    fn a_name_needs_a_capital_of_its_own() {
        let kept = |text: &str, words: usize| {
            let document = Document::new(text, &[Span::new(0, text.len())]);
            let mut mentions = vec![Mention::new(&document, TokenRange::new(0, words), EntityKind::Other, 0.9)];
            require(&document, &mut mentions);
            mentions.len()
        };
        assert_eq!(kept("In the northern election he won", 4), 0);
        assert_eq!(kept("The Hague ruled", 2), 1);
        assert_eq!(kept("ana ruiz won", 2), 1);
        assert_eq!(kept("IN THE HAGUE JUDGES MET", 3), 1);
        assert_eq!(kept("It was shown twice", 1), 1);
    }
}
