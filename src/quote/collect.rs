//! Pairs and their attributions to quotes: pieces of one sentence become one quote.

use super::attribute::{Attribution, Attributor, Evidence};
use super::cue::{Cue, is_participle};
use super::mark::{self, Pair};
use super::naming::{is_naming, is_title_case};
use super::reader::Reader;
use super::repeat::{self, Piece};
use super::speaker::Who;
use super::{Quote, QuoteKind};
use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::detail::Detail;
use crate::text::{Document, Excerpt, TokenKind, TokenRange};

/// How many tokens may stand between two pieces of one quotation: "“A,” said Smith, the head of the
/// union of teachers of the city, “b.”"
const LONGEST_BREAK: usize = 30;

pub(super) fn collect<'t>(
    article: &Article<'_>,
    document: &Document<'t>,
    entities: &Entities<'t>,
    detail: Detail,
) -> Vec<Quote<'t>> {
    let pairs = mark::pairs(document);
    // Marks with no word between them are dropped before anything is asked of them.
    let says = |pair: &&Pair| pair.inside().range().take(12).any(|token| document.tokens()[token].is_word());
    let outer: Vec<Pair> = pairs.iter().filter(|pair| pair.depth == 0).filter(says).copied().collect();
    let attributor = Attributor::new(Reader::new(document, entities), &outer);
    let mut quotes: Vec<Quote<'t>> = Vec::new();
    let mut last: Option<(usize, Attribution)> = None;
    // The quote of the last pair: words quoted inside it may have been added after it.
    let mut current = 0;
    let mut inner = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    // Pairs that turn out to be italics.
    let mut is_italic = vec![false; outer.len()];
    for (index, pair) in outer.iter().enumerate() {
        let attribution = attributor.attribute(index, last);
        // "READ MORE: ‘We lost it all’": another story's words, whose speaker stands there.
        if attribution.speaker.is_none() && is_linked(article, document, pair) {
            continue;
        }
        if pair.is_twin && !is_speech(&attributor, index, &attribution, last.map(|(last, _)| last)) {
            is_italic[index] = true;
            continue;
        }
        if is_naming(&attributor.reader, pair, &attribution) {
            continue;
        }
        let joined = last.filter(|(before, whole)| {
            pair.is_continued
                || whole.evidence == Evidence::CueAfter && joins(&attributor, &outer[*before], pair, index - before)
        });
        if let Some((_, whole)) = joined {
            quotes[current].pieces.push(excerpt(document, pair.tokens()));
            pieces.push((current, pair.tokens()));
            last = Some((index, whole));
        } else {
            let kind = if pair.is_twin { QuoteKind::Indirect } else { kind_of(&attributor.reader, pair, &attribution) };
            current = quotes.len();
            pieces.push((current, pair.tokens()));
            quotes.push(quote(document, kind, pair.tokens(), &attribution, detail));
            last = Some((index, attribution));
        }
        // Words quoted inside it are another's where a cue brings them in there.
        while pairs.get(inner).is_some_and(|inner| inner.open <= pair.open) {
            inner += 1;
        }
        while let Some(nested) = pairs.get(inner).filter(|nested| nested.open < pair.close) {
            inner += 1;
            if nested.depth == 1
                && let Some(attribution) = nested_attribution(&attributor, pair, nested, &attribution)
            {
                quotes.push(quote(document, QuoteKind::Direct, nested.tokens(), &attribution, detail));
            }
        }
    }
    repeat::settle(document, &mut quotes, &pieces, detail);
    attributor.reports(&is_italic, |reported| {
        let said = super::clause::Said { cue: reported.cue, speaker: Some(reported.speaker), class: Cue::Say };
        let found = attributor.resolved(said, Evidence::CueInSentence, reported.speaker.words.start as usize);
        quotes.push(quote(document, QuoteKind::Indirect, reported.words, &found, detail));
    });
    quotes.sort_by_key(|quote| quote.pieces[0].span().start());
    quotes
}

/// Whether quoted words stand in a link to another story.
fn is_linked(article: &Article<'_>, document: &Document<'_>, pair: &Pair) -> bool {
    let block = document.sentences()[document.sentence_at(pair.open)].block();
    article.blocks().get(block).is_some_and(|block| block.kind() == BlockKind::Related)
}

/// Whether words between two straight apostrophes are speech and no title in italics: a cue stands
/// beside them, and they end as speech does before it; or they go on from such words.
fn is_speech(attributor: &Attributor<'_, '_>, index: usize, attribution: &Attribution, last: Option<usize>) -> bool {
    let (reader, pair) = (&attributor.reader, &attributor.pairs[index]);
    let inside = pair.inside();
    let end = inside.end as usize - 1;
    let ends = reader.kind(end) == Some(TokenKind::Stop) || reader.is(end, ",");
    match attribution.evidence {
        Evidence::CueBefore => {
            let lead = pair.open.saturating_sub(1);
            reader.is(lead, ",") || reader.is(lead, ":") || reader.is(lead, "that") || ends
        }
        Evidence::CueAfter => ends || reader.is(pair.close + 1, ",") && !is_title_case(reader, pair),
        Evidence::Continued => ends && last.is_some_and(|last| attributor.pairs[last].is_twin),
        _ => false,
    }
}

fn excerpt<'t>(document: &Document<'t>, tokens: TokenRange) -> Excerpt<'t> {
    Excerpt::new(document.text(), document.range_span(tokens))
}

fn quote<'t>(
    document: &Document<'t>,
    kind: QuoteKind,
    tokens: TokenRange,
    attribution: &Attribution,
    detail: Detail,
) -> Quote<'t> {
    let why = if detail == Detail::Full { vec![attribution.evidence.reason().into()] } else { Vec::new() };
    Quote {
        kind,
        pieces: vec![excerpt(document, tokens)],
        speaker: attribution.speaker,
        speaker_words: attribution.words.map(|words| excerpt(document, words)),
        cue: attribution.cue.map(|cue| excerpt(document, cue)),
        confidence: attribution.confidence.clamp(0.0, 1.0),
        why,
    }
}

/// Whether a pair goes on with the quotation before it: in the next paragraph, or after its cue in
/// the same sentence ("“A,” she said, “b.”").
fn joins(attributor: &Attributor<'_, '_>, before: &Pair, pair: &Pair, distance: usize) -> bool {
    let reader = &attributor.reader;
    let (start, end) = (before.close + 1, pair.open);
    if distance != 1 || end <= start || end - start > LONGEST_BREAK || !before.is_closed {
        return false;
    }
    let first_ends = before.inside().range().last().is_some_and(|last| {
        reader.kind(last) == Some(TokenKind::Stop) && reader.document.token_text(last).starts_with('.')
    });
    let comma = reader.is(end - 1, ",") || reader.kind(end - 1) == Some(TokenKind::Dash);
    let again = (start..end).any(|token| {
        reader.is(token, "and")
            || reader.is(token, "but")
            || reader.cues[token].is_some() && is_participle(reader.document, token)
    });
    let stops = (start..end).any(|token| {
        reader.kind(token) == Some(TokenKind::Stop) && reader.document.tokens()[token].kind() == TokenKind::Stop
    });
    !first_ends && comma && !again && !stops
}

/// Whole sentences are direct speech; words inside a sentence of the writer's are mixed.
fn kind_of(reader: &Reader<'_, '_>, pair: &Pair, attribution: &Attribution) -> QuoteKind {
    let inside = pair.inside();
    let first = inside.range().find(|&token| reader.document.tokens()[token].is_word());
    let begins = first.is_some_and(|token| {
        let before = token > inside.start as usize && reader.kind(token - 1) == Some(TokenKind::Open);
        reader.document.tokens()[token].shape().is_capitalised() || before
    });
    let last = inside.end as usize - 1;
    let ends = reader.kind(last) == Some(TokenKind::Stop) || reader.is(last, ",");
    let led = matches!(attribution.evidence, Evidence::CueBefore | Evidence::CueAfter);
    if begins && (ends && inside.len() > 2 || led && inside.len() > 4) || ends && inside.len() > 14 {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    }
}

/// Who speaks words quoted inside a quotation, where a cue there says so.
fn nested_attribution(
    attributor: &Attributor<'_, '_>,
    outer: &Pair,
    nested: &Pair,
    whole: &Attribution,
) -> Option<Attribution> {
    let reader = &attributor.reader;
    let start = outer.inside().start as usize;
    let mut cue = nested.open.checked_sub(1).filter(|&cue| cue > start)?;
    if reader.is(cue, ",") || reader.is(cue, ":") {
        cue -= 1;
    }
    let class = reader.cues[cue].filter(|class| matches!(class, Cue::Say | Cue::Tell))?;
    let speaker = reader.subject_before(cue, start.max(cue.saturating_sub(LONGEST_BREAK)))?;
    // "I said" inside a quotation is its own speaker.
    if speaker.who == Who::Pronoun && matches!(reader.document.fold(speaker.words.start as usize), "i" | "we") {
        return Some(Attribution { words: Some(speaker.words), cue: Some(TokenRange::new(cue, cue + 1)), ..*whole });
    }
    let said = super::clause::Said { cue: TokenRange::new(cue, cue + 1), speaker: Some(speaker), class };
    Some(attributor.resolved(said, Evidence::CueBefore, nested.open))
}
