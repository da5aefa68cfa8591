//! Extent: where a mention begins and ends, where the article tells more than the tagger knew.

use crate::entity::{EntityKind, Mention};
use crate::text::{Document, Excerpt, TokenKind, TokenRange, fold};

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
            set_tokens(document, mention, TokenRange::new(start - 1, end));
        }
        last = mention.tokens.end as usize;
    }
}

/// Cuts a name that stands twice in a row into two: a caption and its alternative text, run
/// together, as "Evo Morales Evo Morales, Photo: Joel Alvarez".
pub(super) fn cut_repeats<'t>(document: &Document<'t>, mentions: &mut Vec<Mention<'t>>) {
    let mut index = 0;
    while index < mentions.len() {
        let tokens = mentions[index].tokens;
        let half = tokens.len() / 2;
        let (start, middle) = (tokens.start as usize, tokens.start as usize + half);
        let is_repeat = half >= 2
            && tokens.len() % 2 == 0
            && (0..half).all(|offset| document.hash(start + offset) == document.hash(middle + offset));
        if is_repeat {
            let mut second = mentions[index].clone();
            set_tokens(document, &mut second, TokenRange::new(middle, tokens.end as usize));
            set_tokens(document, &mut mentions[index], TokenRange::new(start, middle));
            mentions.insert(index + 1, second);
            index += 1;
        }
        index += 1;
    }
}

fn set_tokens<'t>(document: &Document<'t>, mention: &mut Mention<'t>, tokens: TokenRange) {
    mention.tokens = tokens;
    mention.words = Excerpt::new(document.text(), document.range_span(tokens));
}

fn opens_name(document: &Document<'_>, article: usize) -> bool {
    let before = document.tokens()[article - 1];
    document.hash(article) == THE
        && document.token_text(article) == "The"
        && !document.tokens()[article].shape().has_break_before()
        && matches!(before.kind(), TokenKind::Word | TokenKind::Mixed | TokenKind::Number | TokenKind::Clitic)
        && document.sentence_at(article) == document.sentence_at(article - 1)
}
