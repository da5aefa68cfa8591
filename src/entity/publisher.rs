//! The paper that an appeal speaks of.

use super::{EntityKind, Mention};
use crate::article::{Article, BlockKind};
use crate::lexicon::{Gazetteer, class_of};
use crate::text::{Case, Document, Excerpt, TokenKind, TokenRange};

/// What a paper does in its own appeals: "Lanternfire needs your help".
const VERBS: [&str; 7] = ["is", "has", "needs", "relies", "depends", "believes", "exists"];
/// An even chance: there is no annotated set of appeals to measure on.
const CONFIDENCE: f32 = 0.5;

/// Adds the name with which an appeal begins, where the tagger has none: a word with a capital that
/// no list has in any form, before a verb of [`VERBS`].
pub(crate) fn add<'t>(article: &Article<'_>, document: &Document<'t>, mentions: &mut Vec<Mention<'t>>) {
    let before = mentions.len();
    for sentence in document.sentences() {
        let is_appeal = article.blocks().get(sentence.block()).is_some_and(|block| block.kind() == BlockKind::Appeal);
        let (start, end) = (sentence.tokens().start as usize, sentence.tokens().end as usize);
        if !is_appeal || start + 1 >= end {
            continue;
        }
        let token = document.tokens()[start];
        let is_name = token.kind() == TokenKind::Word
            && matches!(token.shape().case(), Case::Capitalised | Case::Mixed)
            && class_of(document.hash(start)).is_none()
            && !Gazetteer::embedded().facts(document.hash(start)).is_listed();
        let known = mentions[..before].partition_point(|mention| (mention.tokens.end as usize) <= start);
        let is_taken = mentions[..before].get(known).is_some_and(|mention| mention.tokens.start as usize <= start);
        if is_name && !is_taken && VERBS.contains(&document.fold(start + 1)) {
            let tokens = TokenRange::new(start, start + 1);
            let words = Excerpt::new(document.text(), document.range_span(tokens));
            let kind = EntityKind::Organisation;
            mentions.push(Mention { words, tokens, kind, confidence: CONFIDENCE, known: None, why: Vec::new() });
        }
    }
    if mentions.len() > before {
        mentions.sort_by_key(|mention| mention.tokens.start);
    }
}
