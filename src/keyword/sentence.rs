//! Key sentences: the two to four sentences that carry the story.
//!
//! A sentence of the body scores
//!
//! ```text
//! position + coverage / length
//! ```
//!
//! - *position*: `2 / (1 + s / 3)`, where `s` sentences of the body stand before it: news puts the
//!   story first;
//! - *coverage*: the scores of the keywords and half the salience of the entities in it that no
//!   chosen sentence has yet (a fifth of those that one has), and 0.1 for each of two figures;
//! - *length*: 1 up to 16 words, growing as the square root beyond, so that long sentences do not
//!   win by holding more.
//!
//! Questions, quoted sentences and those that begin with a pronoun lose a third: they lean on a
//! neighbour that the reader does not see. The best is taken, the rest scored anew, until enough
//! are taken.

use super::Keyword;
use crate::alias::Entities;
use crate::article::{Article, BlockKind};
use crate::figure::Figure;
use crate::lexicon::{WordClass, class_of};
use crate::text::{Document, TokenKind, TokenRange};

/// Sentences of fewer words say too little, "He agreed." among them.
const LEAST_WORDS: usize = 6;
/// Words that a sentence may have before its length counts against it.
const USUAL_WORDS: usize = 16;
/// Fewer sentences are chosen only where the article has no more.
const LEAST: usize = 2;
/// Enough for a summary: with so many words no further sentence is taken.
const ENOUGH_WORDS: usize = 52;
/// What a keyword that a chosen sentence has already still counts.
const SEEN: f32 = 0.2;
/// Only so many of the sentences with the best first scores are scored anew each round: the rest
/// cannot win, and a list of a million sentences stays linear.
const CONTENDERS: usize = 64;

struct Contender {
    sentence: usize,
    words: usize,
    position: f32,
    factor: f32,
    figures: f32,
    /// Indexes of what it covers in the list of weights.
    covers: Vec<u32>,
}

impl Contender {
    fn score(&self, weights: &[f32]) -> f32 {
        let coverage: f32 = self.covers.iter().map(|&index| weights[index as usize]).sum();
        self.factor * (self.position + coverage + self.figures)
    }
}

/// Chooses the sentences, best first.
pub(super) fn choose(
    article: &Article<'_>,
    document: &Document<'_>,
    entities: &Entities<'_>,
    figures: &[Figure<'_>],
    keywords: &[Keyword<'_>],
) -> Vec<usize> {
    let mut weights: Vec<f32> = keywords.iter().map(|keyword| keyword.score).collect();
    weights.extend(entities.list().iter().map(|entity| 0.5 * entity.salience));
    let marks = marks(document, entities, keywords);
    let mut contenders = contenders(article, document, figures, &marks);
    let most = match contenders.len() {
        0..=2 => contenders.len(),
        3..=5 => 2,
        6..=39 => 3,
        _ => 4,
    };
    contenders.sort_by(|a, b| b.score(&weights).total_cmp(&a.score(&weights)).then(a.sentence.cmp(&b.sentence)));
    contenders.truncate(CONTENDERS);
    let (mut chosen, mut length) = (Vec::with_capacity(most), 0);
    while chosen.len() < most && (chosen.len() < LEAST || length < ENOUGH_WORDS) {
        // Of two equals the earlier: `max_by` keeps the last, so the order of sentences is reversed.
        let best = (0..contenders.len()).max_by(|&a, &b| {
            let (a, b) = (&contenders[a], &contenders[b]);
            a.score(&weights).total_cmp(&b.score(&weights)).then(b.sentence.cmp(&a.sentence))
        });
        let Some(best) = best else { break };
        let best = contenders.swap_remove(best);
        for index in best.covers {
            weights[index as usize] *= SEEN;
        }
        length += best.words;
        chosen.push(best.sentence);
    }
    chosen
}

/// Where keywords and entities stand: (byte offset, index of the weight), in the order of the text.
fn marks(document: &Document<'_>, entities: &Entities<'_>, keywords: &[Keyword<'_>]) -> Vec<(u32, u32)> {
    let mut marks = Vec::new();
    for (index, keyword) in keywords.iter().enumerate() {
        marks.extend(keyword.occurrences.iter().map(|words| (words.span().start() as u32, index as u32)));
    }
    for (index, entity) in entities.list().iter().enumerate() {
        let index = (keywords.len() + index) as u32;
        let starts =
            entity.mentions.iter().map(|mention| document.tokens()[mention.tokens.start as usize].span().start());
        marks.extend(starts.map(|start| (start as u32, index)));
    }
    marks.sort_unstable();
    marks
}

fn contenders(
    article: &Article<'_>,
    document: &Document<'_>,
    figures: &[Figure<'_>],
    marks: &[(u32, u32)],
) -> Vec<Contender> {
    let mut contenders = Vec::new();
    let (mut mark, mut figure, mut before) = (0, 0, 0_usize);
    for (index, sentence) in document.sentences().iter().enumerate() {
        let (start, end) = (sentence.span().start(), sentence.span().end());
        while mark < marks.len() && (marks[mark].0 as usize) < start {
            mark += 1;
        }
        let mut covers = Vec::new();
        while mark < marks.len() && (marks[mark].0 as usize) < end {
            covers.push(marks[mark].1);
            mark += 1;
        }
        covers.sort_unstable();
        covers.dedup();
        let mut count = 0;
        while figure < figures.len() && figures[figure].words.span().start() < end {
            count += usize::from(figures[figure].words.span().start() >= start);
            figure += 1;
        }
        let kind = article.blocks().get(sentence.block()).map_or(BlockKind::Body, |block| block.kind());
        if !matches!(kind, BlockKind::Body | BlockKind::Standfirst) {
            continue;
        }
        let words = sentence.tokens().range().filter(|&at| document.tokens()[at].is_word()).count();
        let position = 2.0 / (1.0 + before as f32 / 3.0);
        before += 1;
        // "• Uganda will meet Senegal" is a point of a list above the story.
        let is_point =
            sentence.tokens().range().next().is_some_and(|first| document.tokens()[first].kind() == TokenKind::Symbol);
        if words < LEAST_WORDS || is_point {
            continue;
        }
        let length = if words > USUAL_WORDS { (words as f32 / USUAL_WORDS as f32).sqrt() } else { 1.0 };
        let lean = if leans(document, sentence.tokens()) { 2.0 / 3.0 } else { 1.0 };
        contenders.push(Contender {
            sentence: index,
            words,
            position,
            factor: lean / length,
            figures: 0.1 * count.min(2) as f32,
            covers,
        });
    }
    contenders
}

/// Whether a sentence says little without the one before it.
fn leans(document: &Document<'_>, tokens: TokenRange) -> bool {
    let range = tokens.range();
    let Some(first) = range.clone().next() else { return true };
    let ends_in_question = document.token_text(range.end - 1).contains('?');
    let pronoun = matches!(class_of(document.hash(first)), Some(WordClass::Pronoun | WordClass::Conjunction));
    ends_in_question || pronoun || document.tokens()[first].kind() == TokenKind::Quote
}
