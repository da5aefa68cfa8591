//! Extent: where a mention begins and ends, where the article tells more than the tagger knew.

use crate::entity::{EntityKind, Mention};
use crate::text::{Document, TokenKind, TokenRange, fold};

const THE: u64 = fold::hash("the");

/// Takes a "The" with a capital inside a sentence into the name that it stands before: "told The
/// Verge", "joined The Beatles". In the annotated news of the training set it is part of the name
/// in all of 43 cases; at the start of a sentence it has its capital from there.
pub(super) fn take_articles<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let mut last = 0;
    for mention in mentions {
        let start = mention.tokens.start as usize;
        if mention.kind != EntityKind::Person
            && mention.known.is_none()
            && start > last + 1
            && opens_name(document, start - 1)
        {
            let end = mention.tokens.end as usize;
            mention.set_tokens(document, TokenRange::new(start - 1, end));
        }
        last = mention.tokens.end as usize;
    }
}

fn opens_name(document: &Document<'_>, article: usize) -> bool {
    let before = document.tokens()[article - 1];
    document.hash(article) == THE
        && document.token_text(article) == "The"
        && !document.tokens()[article].shape().has_break_before()
        && matches!(before.kind(), TokenKind::Word | TokenKind::Mixed | TokenKind::Number | TokenKind::Clitic)
        && document.sentence_at(article) == document.sentence_at(article - 1)
}
