//! Who gives a figure, and the time it holds for.

use once_cell::sync::Lazy;

use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};
use crate::figure::Figure;
use crate::lexicon::WordMap;
use crate::quote::Quote;
use crate::text::{Document, Span, TokenKind};
use crate::time::{TimeExpression, TimeValue};

/// How many tokens may lie between a figure and its time: "rose to 1.2 million new subscribers in
/// the three months to March". Further apart, two clauses are likelier than one.
const FAR: usize = 14;

/// Tokens from a comma to the verb of a source behind it: ", | the head of the World Bank | said".
const SOURCE: usize = 9;

/// Verbs by which someone gives a figure without saying a sentence: "The ministry counted 40 dead".
static GIVES: Lazy<WordMap<()>> = Lazy::new(|| {
    WordMap::new(
        [
            "announced",
            "announcing",
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

/// The person or body before a verb that gives the figure: "Mayor Omar Haddad estimated that 40 ..",
/// "40 died, Mayor Omar Haddad said".
fn source(document: &Document<'_>, entities: &Entities<'_>, figure: usize) -> Option<EntityId> {
    let sentence = document.sentences().get(document.sentence_at(figure))?.tokens();
    let first = figure.saturating_sub(FAR).max(sentence.start as usize + 1);
    // "Qaboos bin Said, aged 79": a name may look like the verb.
    let gives = |index: usize| GIVES.contains(document.hash(index)) && entities.at(index).is_none();
    let before = (first..figure).rev().find(|&index| gives(index));
    // "Some 300 people died, the World Bank said on Friday."
    let after = || {
        let last = (figure + FAR).min(sentence.end as usize);
        let comma = (figure..last).find(|&index| document.token_text(index) == ",")?;
        (comma + 2..(comma + SOURCE).min(sentence.end as usize)).find(|&index| gives(index))
    };
    let of = |verb: usize| {
        let entity = entities.at(verb - 1)?;
        matches!(entities.get(entity).kind(), EntityKind::Person | EntityKind::Organisation).then_some(entity)
    };
    before.and_then(of).or_else(|| after().and_then(of))
}

/// The time of the clause that a figure stands in: the next one after it, or the last one before.
fn governing(document: &Document<'_>, times: &[TimeExpression<'_>], figure: &Figure<'_>) -> Option<usize> {
    let (start, end) = (figure.tokens.start as usize, figure.tokens.end as usize);
    let sentence = document.sentences().get(document.sentence_at(start))?.tokens();
    let next = times.partition_point(|time| (time.tokens.start as usize) < end);
    let after = times.get(next).filter(|time| time.tokens.start < sentence.end);
    let after = after.filter(|time| is_one_clause(document, end, time.tokens.start as usize));
    let after = after.filter(|time| !is_day_of_saying(document, time, figure));
    let after = after.map(|time| (time.tokens.start as usize - end, next));
    let last = next.checked_sub(1);
    let before = last.map(|last| &times[last]).filter(|time| time.tokens.start >= sentence.start);
    let before = before
        .filter(|time| !is_day_of_saying(document, time, figure))
        .map(|time| time.tokens.end as usize)
        .filter(|&at| at <= start && is_one_clause(document, at, start))
        .and_then(|at| Some((start - at, last?)));
    match (before, after) {
        // "In 2017 it sold 3 million, in 2018 4 million": the nearer one, and of two as near the later.
        (Some(before), Some(after)) => Some(if before.0 < after.0 { before.1 } else { after.1 }),
        (before, after) => before.or(after).map(|(_, index)| index),
    }
}

/// Whether a day or an hour is that on which the figure was given, not one it holds for: "On Friday
/// the ministry said that 40 ..", "40 were hurt, police said on Friday"; a year or a month before the
/// verb is of the figure: "In 2019, the firm said, 40 ..".
fn is_day_of_saying(document: &Document<'_>, time: &TimeExpression<'_>, figure: &Figure<'_>) -> bool {
    let Some(TimeValue::Moment(moment)) = time.value else { return false };
    let (start, end) = (time.tokens.start as usize, time.tokens.end as usize);
    let gives = |index: usize| GIVES.contains(document.hash(index));
    let near = start.saturating_sub(2)..start;
    moment.date().is_some() && (near.rev().any(gives) || (end..figure.tokens.start as usize).take(FAR).any(gives))
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
