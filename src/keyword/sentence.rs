//! Key sentences: the two to four sentences that carry the story.
//!
//! A sentence of the body scores
//!
//! ```text
//! (position + coverage + figures) / length
//! ```
//!
//! - *position*: `2 / (1 + s / 2)`, where `s` sentences of the body stand before it: news puts the
//!   story first;
//! - *coverage*: the weights of its content words, as keywords are ranked by them, in shares of the forty
//!   heaviest of the article. A word that a chosen sentence has already counts a tenth;
//! - *figures*: 0.2 for each of two;
//! - *length*: 1 up to 16 words, growing as the square root beyond, so that long sentences do not
//!   win by holding more.
//!
//! Questions, quoted sentences and those that begin with a pronoun lose a seventh: they lean on a
//! neighbour that the reader does not see. The best is taken, the rest scored anew, until enough
//! are taken.

use super::Story;
use super::stem::StemId;
use crate::article::BlockKind;
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
/// What the forty heaviest words weigh together, beside the 2 of a first sentence's position.
const COVERAGE: f32 = 4.2;
const HEAVIEST: usize = 40;
/// What a word that a chosen sentence has already still counts.
const SEEN: f32 = 0.1;
const FIGURE: f32 = 0.2;
/// What a sentence that leans on its neighbour keeps.
const LEANS: f32 = 0.85;
/// Only so many of the sentences with the best first scores are scored anew each round: the rest
/// cannot win, and a list of a million sentences stays linear.
const CONTENDERS: usize = 64;

struct Contender {
    sentence: usize,
    words: usize,
    position: f32,
    factor: f32,
    figures: f32,
    /// Its content words, each once.
    covers: Vec<StemId>,
}

impl Contender {
    fn score(&self, weights: &[f32]) -> f32 {
        let coverage: f32 = self.covers.iter().map(|&stem| weights[stem as usize]).sum();
        self.factor * (self.position + coverage + self.figures)
    }
}

/// Chooses the sentences, best first.
pub(super) fn choose(story: &Story<'_, '_>) -> Vec<usize> {
    let mut contenders = contenders(story);
    let most = match contenders.len() {
        0..=2 => contenders.len(),
        3..=5 => 2,
        6..=39 => 3,
        _ => 4,
    };
    let mut weights = weights(story);
    contenders.sort_by_cached_key(|contender| {
        // Scores are no less than nothing, and the bits of such numbers are in their order.
        (std::cmp::Reverse(contender.score(&weights).to_bits()), contender.sentence)
    });
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
        for stem in best.covers {
            weights[stem as usize] *= SEEN;
        }
        length += best.words;
        chosen.push(best.sentence);
    }
    chosen
}

/// What each stem counts in a sentence that has it.
fn weights(story: &Story<'_, '_>) -> Vec<f32> {
    let mut weights = story.stems.weights();
    let mut heaviest = weights.clone();
    if heaviest.len() > HEAVIEST {
        heaviest.select_nth_unstable_by(HEAVIEST, |a, b| b.total_cmp(a));
        heaviest.truncate(HEAVIEST);
    }
    // In a stated order, since sums of floats depend on theirs.
    heaviest.sort_unstable_by(|a, b| b.total_cmp(a));
    let all: f32 = heaviest.iter().sum();
    for weight in &mut weights {
        *weight *= COVERAGE / all.max(f32::MIN_POSITIVE);
    }
    weights
}

fn contenders(story: &Story<'_, '_>) -> Vec<Contender> {
    let Story { article, document, figures, stems, .. } = story;
    let mut contenders = Vec::new();
    let (mut figure, mut before) = (0, 0_usize);
    for (index, sentence) in document.sentences().iter().enumerate() {
        let (start, end) = (sentence.span().start(), sentence.span().end());
        let mut count = 0;
        while figure < figures.len() && figures[figure].words.span().start() < end {
            count += usize::from(figures[figure].words.span().start() >= start);
            figure += 1;
        }
        let kind = article.blocks().get(sentence.block()).map_or(BlockKind::Body, |block| block.kind());
        if !matches!(kind, BlockKind::Body | BlockKind::Standfirst) {
            continue;
        }
        let range = sentence.tokens().range();
        let words = range.clone().filter(|&at| document.tokens()[at].is_word()).count();
        let position = 2.0 / (1.0 + before as f32 / 2.0);
        before += 1;
        // "• Uganda will meet Senegal" is a point of a list above the story.
        let is_point = range.clone().next().is_some_and(|first| document.tokens()[first].kind() == TokenKind::Symbol);
        if words < LEAST_WORDS || is_point {
            continue;
        }
        let mut covers: Vec<StemId> = range.filter_map(|at| stems.known(document.hash(at))).collect();
        covers.sort_unstable();
        covers.dedup();
        let length = if words > USUAL_WORDS { (words as f32 / USUAL_WORDS as f32).sqrt() } else { 1.0 };
        let lean = if leans(document, sentence.tokens()) { LEANS } else { 1.0 };
        contenders.push(Contender {
            sentence: index,
            words,
            position,
            factor: lean / length,
            figures: FIGURE * count.min(2) as f32,
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
