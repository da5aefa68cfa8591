//! The user's own names over what the tagger found.

use super::Mention;
use crate::detail::Detail;
use crate::lexicon::KnownNames;
use crate::text::{Document, Excerpt, TokenRange};

/// Sets the user's names among the mentions of the tagger: a known name stands as the user gave
/// it, mentions that overlap it go, and forms to ignore take away the mentions that they equal or
/// contain.
///
/// Both lists are in the order of the text and neither overlaps itself, so one walk suffices.
pub(crate) fn prefer<'t>(document: &Document<'t>, names: &KnownNames, mentions: &mut Vec<Mention<'t>>, detail: Detail) {
    let found = names.find(document);
    if found.is_empty() {
        return;
    }
    let tagged = std::mem::take(mentions);
    let mut tagged = tagged.into_iter().peekable();
    for known in found {
        while let Some(mention) = tagged.next_if(|mention| mention.tokens.end <= known.tokens.start) {
            mentions.push(mention);
        }
        let Some(index) = known.name else {
            let ignored = |mention: &Mention<'_>| within(mention.tokens, known.tokens);
            while tagged.next_if(ignored).is_some() {}
            continue;
        };
        while tagged.next_if(|mention| mention.tokens.start < known.tokens.end).is_some() {}
        mentions.push(Mention {
            words: Excerpt::new(document.text(), document.range_span(known.tokens)),
            tokens: known.tokens,
            kind: names.kind(index),
            // The user's word is taken as given.
            confidence: 1.0,
            known: Some(index),
            why: if detail == Detail::Full { vec!["in the user's lexicon".into()] } else { Vec::new() },
        });
    }
    mentions.extend(tagged);
}

fn within(inner: TokenRange, outer: TokenRange) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
