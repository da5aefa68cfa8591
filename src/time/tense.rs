//! Whether a clause speaks of the past or of what is to come: "said on Monday" is the last one,
//! "will meet on Monday" the next.

use once_cell::sync::Lazy;

use crate::lexicon::WordMap;
use crate::text::{Document, TokenKind, TokenRange};

/// Which side of the present a clause speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb near that tells.
    Open,
}

/// How many tokens to either side are looked at: a clause of newswire is shorter, and a longer
/// look finds the verb of another clause.
const REACH: usize = 16;

/// How far left of a participle its "will be" or "to be" may stand: "will also be held".
const AUXILIARY_REACH: usize = 4;

static TENSES: Lazy<WordMap<Tense>> = Lazy::new(|| {
    let list = include_str!("../../data/lists/tense_words.tsv");
    WordMap::parse("tense_words.tsv", list, |tense| match tense {
        "past" => Some(Tense::Past),
        "future" => Some(Tense::Future),
        _ => None,
    })
    .expect("the list is checked by the tests of this module")
});

/// The tense of the clause around an expression: the nearest verb before it in its sentence, or,
/// where there is none, the first one after it.
///
/// # Complexity
/// A constant number of tokens.
pub(super) fn of_clause(document: &Document<'_>, sentence: TokenRange, phrase: TokenRange) -> Tense {
    let (start, end) = (phrase.start as usize, phrase.end as usize);
    let left = (sentence.start as usize).max(start.saturating_sub(REACH));
    let right = (sentence.end as usize).min(end + REACH);
    for at in (left..start).rev() {
        if document.tokens()[at].kind() == TokenKind::Punctuation && document.fold(at) == ";" {
            break;
        }
        match of_word(document, at) {
            Tense::Open => {}
            Tense::Future => return Tense::Future,
            Tense::Past => return of_participle(document, left, at),
        }
    }
    for at in end..right {
        match of_word(document, at) {
            Tense::Open => {}
            Tense::Future => return Tense::Future,
            Tense::Past => return of_participle(document, end, at),
        }
    }
    Tense::Open
}

/// What one word tells.
fn of_word(document: &Document<'_>, at: usize) -> Tense {
    if let Some(tense) = TENSES.get(document.hash(at)) {
        return tense;
    }
    let token = document.tokens()[at];
    let regular = token.kind() == TokenKind::Word && token.span().len() > 4 && document.fold(at).ends_with("ed");
    if regular { Tense::Past } else { Tense::Open }
}

/// A past form may be a participle of the future: "will be held", "to be released".
fn of_participle(document: &Document<'_>, left: usize, at: usize) -> Tense {
    let reach = left.max(at.saturating_sub(AUXILIARY_REACH))..at;
    let Some(be) = reach.clone().rev().find(|&at| document.fold(at) == "be") else { return Tense::Past };
    let ahead = (reach.start..be).any(|at| document.fold(at) == "to" || of_word(document, at) == Tense::Future);
    if ahead { Tense::Future } else { Tense::Past }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn tense(text: &str) -> Tense {
        let document = Document::new(text, &[Span::new(0, text.len())]);
        let at = (0..document.tokens().len()).find(|&at| document.fold(at) == "monday").expect("a Monday");
        of_clause(&document, document.sentences()[0].tokens(), TokenRange::new(at, at + 1))
    }

    #[test]
    fn the_nearest_verb_before_an_expression_has_the_tense() {
        assert_eq!(tense("The minister will resign, her office said on Monday."), Tense::Past);
        assert_eq!(tense("The union said its members will walk out on Monday."), Tense::Future);
        assert_eq!(tense("The vote will also be held on Monday."), Tense::Future);
        assert_eq!(tense("On Monday the river rose again."), Tense::Past);
        assert_eq!(tense("Monday, a quiet day."), Tense::Open);
    }
}
