//! Who gives a figure, and the time it holds for.

use once_cell::sync::Lazy;

use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};
use crate::figure::Figure;
use crate::lexicon::WordMap;
use crate::quote::Quote;
use crate::text::{Document, Span, TokenKind};
use crate::time::TimeExpression;

/// How many tokens may lie between a figure and its time: "rose to 1.2 million new subscribers in
/// the three months to March". Further apart, two clauses are likelier than one.
const FAR: usize = 14;

/// Verbs by which someone gives a figure without saying a sentence: "The ministry counted 40 dead".
static GIVES: Lazy<WordMap<()>> = Lazy::new(|| {
    WordMap::new(
        [
            "announced",
            "calculated",
            "claimed",
            "confirmed",
            "counted",
            "estimated",
            "estimates",
            "expected",
            "expects",
            "forecast",
            "forecasts",
            "projected",
            "projects",
            "put",
            "puts",
            "recorded",
            "registered",
            "reported",
            "reports",
            "said",
            "says",
            "stated",
        ]
        .map(|verb| (verb, ())),
    )
});

/// Gives each figure the speaker of the words it stands in, quoted or reported, and the time
/// expression of its clause.
///
/// # Complexity
/// Logarithmic in quotations and times for each figure.
pub(super) fn assign(
    document: &Document<'_>,
    entities: &Entities<'_>,
    quotes: &[Quote<'_>],
    times: &[TimeExpression<'_>],
    figures: &mut [Figure<'_>],
) {
    let mut said: Vec<(Span, Option<EntityId>)> =
        quotes.iter().flat_map(|quote| quote.pieces().iter().map(|piece| (piece.span(), quote.speaker()))).collect();
    said.sort_unstable_by_key(|&(span, _)| span.start());
    for figure in figures {
        let span = figure.words().span();
        // The innermost of nested pieces starts last; two are the deepest that news nests.
        let before = said.partition_point(|(piece, _)| piece.start() <= span.start());
        let inside = said[before.saturating_sub(2)..before].iter().rev().find(|(piece, _)| piece.contains(span));
        figure.attributed_to = match inside {
            Some(&(_, speaker)) => speaker,
            None => source(document, entities, figure.tokens.start as usize),
        };
        figure.time = governing(document, times, figure);
    }
}

/// The person or body before a verb that gives the figure: "Mayor Omar Haddad estimated that 40 ..".
fn source(document: &Document<'_>, entities: &Entities<'_>, figure: usize) -> Option<EntityId> {
    let sentence = document.sentences().get(document.sentence_at(figure))?.tokens();
    let first = figure.saturating_sub(FAR).max(sentence.start as usize + 1);
    let verb = (first..figure).rev().find(|&index| GIVES.contains(document.hash(index)))?;
    let entity = entities.at(verb - 1)?;
    matches!(entities.get(entity).kind(), EntityKind::Person | EntityKind::Organisation).then_some(entity)
}

/// The time of the clause that a figure stands in: the next one after it, or the last one before.
fn governing(document: &Document<'_>, times: &[TimeExpression<'_>], figure: &Figure<'_>) -> Option<usize> {
    let (start, end) = (figure.tokens.start as usize, figure.tokens.end as usize);
    let sentence = document.sentences().get(document.sentence_at(start))?.tokens();
    let next = times.partition_point(|time| (time.tokens.start as usize) < end);
    let after = times.get(next).map(|time| time.tokens.start as usize).filter(|&at| at < sentence.end as usize);
    let after = after.filter(|&at| is_one_clause(document, end, at)).map(|at| (at - end, next));
    let last = next.checked_sub(1);
    let before = last.map(|last| times[last].tokens).filter(|tokens| tokens.start >= sentence.start);
    let before = before
        .map(|tokens| tokens.end as usize)
        .filter(|&at| at <= start && is_one_clause(document, at, start))
        .and_then(|at| Some((start - at, last?)));
    match (before, after) {
        // "In 2017 it sold 3 million, in 2018 4 million": the nearer one, and of two as near the later.
        (Some(before), Some(after)) => Some(if before.0 < after.0 { before.1 } else { after.1 }),
        (before, after) => before.or(after).map(|(_, index)| index),
    }
}

/// Whether the tokens between hold no end of a clause: no semicolon, dash, colon, bracket or
/// quotation mark, no second comma.
fn is_one_clause(document: &Document<'_>, from: usize, to: usize) -> bool {
    let mut commas = 0;
    to.saturating_sub(from) <= FAR
        && (from..to).all(|index| match document.tokens()[index].kind() {
            TokenKind::Punctuation => {
                commas += 1;
                document.token_text(index) == "," && commas < 2
            }
            TokenKind::Stop | TokenKind::Quote | TokenKind::Open | TokenKind::Close => false,
            TokenKind::Dash => !document.tokens()[index].shape().has_space_before(),
            TokenKind::Word
            | TokenKind::Clitic
            | TokenKind::Number
            | TokenKind::Mixed
            | TokenKind::Currency
            | TokenKind::Symbol
            | TokenKind::Url
            | TokenKind::Email
            | TokenKind::Handle => true,
        })
}
