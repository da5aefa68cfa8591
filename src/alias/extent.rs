//! Extent: where a mention begins and ends, where the article tells more than the tagger knew.

use crate::entity::{EntityKind, Mention};
use crate::text::{Case, Document, TokenKind, TokenRange, fold};

const THE: u64 = fold::hash("the");

/// Takes a "The" with a capital inside a sentence into the name that it stands before: "told The
/// Verge", "joined The Beatles". In the annotated news of the training set it is part of the name
/// in all of 43 cases. At the start of a sentence it has its capital from there, and only papers keep
/// it: there it is part of 7 names, all of them papers, and no part of 145 others.
pub(super) fn take_articles<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let mut last = 0;
    for mention in mentions {
        let start = mention.tokens.start as usize;
        if mention.kind != EntityKind::Person
            && mention.known.is_none()
            && start > last
            && (start > last + 1 && opens_name(document, start - 1)
                || opens_sentence(document, start - 1) && is_paper(document, mention.tokens))
        {
            let end = mention.tokens.end as usize;
            mention.set_tokens(document, TokenRange::new(start - 1, end));
        }
        last = mention.tokens.end as usize;
    }
}

/// Takes "Said" into the person's name that it stands before inside a sentence: as a verb it has no
/// capital there.
pub(super) fn take_given_names<'t>(document: &Document<'t>, mentions: &mut [Mention<'t>]) {
    let mut last = 0;
    for mention in mentions {
        let tokens = mention.tokens;
        let start = tokens.start as usize;
        if mention.kind == EntityKind::Person
            && mention.known.is_none()
            && start > last + 1
            && document.token_text(start - 1) == "Said"
            && document.sentences()[document.sentence_at(start)].tokens().contains(start - 2)
            && document.tokens()[start - 2].kind() == TokenKind::Word
            && !document.tokens()[start - 2].shape().is_capitalised()
        {
            mention.set_tokens(document, TokenRange::new(start - 1, tokens.end as usize));
        }
        last = tokens.end as usize;
    }
}

/// Words that close the names of papers that have an article.
const PAPERS: [u64; 14] = [
    fold::hash("times"),
    fold::hash("guardian"),
    fold::hash("telegraph"),
    fold::hash("herald"),
    fold::hash("independent"),
    fold::hash("post"),
    fold::hash("sun"),
    fold::hash("observer"),
    fold::hash("economist"),
    fold::hash("atlantic"),
    fold::hash("globe"),
    fold::hash("tribune"),
    fold::hash("spectator"),
    fold::hash("lancet"),
];

fn is_paper(document: &Document<'_>, name: TokenRange) -> bool {
    name.range().last().is_some_and(|last| PAPERS.contains(&document.hash(last)))
}

fn is_capital_the(document: &Document<'_>, article: usize) -> bool {
    document.hash(article) == THE && document.tokens()[article].shape().case() == Case::Capitalised
}

/// Whether a "The" is the first word of its sentence.
fn opens_sentence(document: &Document<'_>, article: usize) -> bool {
    is_capital_the(document, article)
        && document.sentences()[document.sentence_at(article)].tokens().start as usize == article
}

fn opens_name(document: &Document<'_>, article: usize) -> bool {
    let before = document.tokens()[article - 1];
    is_capital_the(document, article)
        && !document.tokens()[article].shape().has_break_before()
        && matches!(before.kind(), TokenKind::Word | TokenKind::Mixed | TokenKind::Number | TokenKind::Clitic)
        && document.sentence_at(article) == document.sentence_at(article - 1)
}
