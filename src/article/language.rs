//! Whether a text reads as English.

use crate::lexicon::class_of;
use crate::text::{Document, TokenKind};

/// Fewer words say too little to judge by.
const LEAST_WORDS: usize = 20;
/// Words that are looked at: the language of an article does not change behind them.
const MOST_WORDS: usize = 2000;

/// Whether a document reads as English: a quarter of the words of English prose, and more, are of
/// its closed classes ("the", "of", "was"). In other languages with Latin letters at most one word
/// in eight looks like one ("in", "me", "was"), in other scripts none. Too short a text is given
/// the benefit of the doubt.
pub(crate) fn is_english(document: &Document<'_>) -> bool {
    let (mut words, mut closed) = (0, 0);
    for (index, token) in document.tokens().iter().enumerate() {
        if !matches!(token.kind(), TokenKind::Word | TokenKind::Clitic) {
            continue;
        }
        words += 1;
        closed += usize::from(class_of(document.hash(index)).is_some());
        if words == MOST_WORDS {
            break;
        }
    }
    words < LEAST_WORDS || closed * 5 >= words
}
