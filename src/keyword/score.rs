//! Score: which candidates tell what the article is about.
//!
//! A candidate's words are what it is made of, so their weights come first. A *word* weighs
//!
//! ```text
//! log2(1 + occurrences of its stem) x (1 + 2 / (1 + content words before its first / 20))
//! ```
//!
//! and a candidate scores a sum of
//!
//! - *sum*: the logarithm of the sum of its words' weights. It is what makes "border guards" better than
//!   "guards" where the story is about both words;
//! - *least*: the logarithm of the least of these weights: one word that the story never takes up again
//!   makes a phrase a passing one;
//! - *frequency*, *once*: the logarithm of its occurrences, and a fine for a single one;
//! - *position*: `1 / (1 + s / 3)`, where `s` sentences of the story stand before it;
//! - for phrases, *length*, *rarity* of its words in news, and fines for one that begins with an
//!   adjective, holds a name, or ends in one; for names, *kind*, *salience*, *confidence*, and
//!   whether the article states an office.
//!
//! The best are taken one by one; a phrase whose words all stand in a phrase that was taken, or the
//! reverse, is left out, and so is a name that repeats a name.
//!
//! The weights are a logistic regression of what our annotators gave as keywords, over the
//! candidates of the annotated training articles, phrases and names apart. Three of them were then
//! set by hand: see [`PHRASE`].

use super::Story;
use super::candidate::{NameIn, Occurrence, What};
use super::part::Part;
use super::stem::{Stems, log2};
use crate::entity::EntityKind;
use crate::text::{Document, TokenRange};

/// What a candidate's words and occurrences weigh.
struct Weights {
    base: f32,
    sum: f32,
    least: f32,
    frequency: f32,
    once: f32,
    position: f32,
}

/// Left to the regression, `sum` is -0.3 and `base` 1.5 less: our annotators gave names above all
/// (of the first ten 9 in 10 would be one), and short phrases. Older newswire is tagged with phrases
/// of two and three words. These and `sum` of [`NAME`] were set between the two, by the totals of the
/// annotated articles (57.6 as fitted, 54.7 as set) and of kp-duc2001 (22.4 and 30.2).
const PHRASE: Weights = Weights { base: -4.4, sum: 1.12, least: 0.94, frequency: 0.46, once: -1.16, position: 2.31 };
const NAME: Weights = Weights { base: 0.0, sum: 0.51, least: 0.63, frequency: -0.38, once: -1.14, position: 1.78 };

/// By number of words.
const LENGTHS: [f32; 5] = [0.0, -1.19, 1.27, 0.87, -1.55];
const RARITY: f32 = 2.58;
const ADJECTIVE: f32 = -0.78;
const NAME_IN_FRONT: f32 = -0.97;
const NAME_AT_END: f32 = -2.6;

const SALIENCE: f32 = 1.08;
const CONFIDENCE: f32 = 1.83;
const OFFICE: f32 = 0.88;
const ONE_WORD: f32 = -0.87;

/// A candidate with all its occurrences: a range of the sorted list.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Any number; more is better.
    pub(super) score: f32,
    pub(super) what: What,
}

/// Scores each candidate of a story; best first, the earlier one of two equals.
pub(super) fn rank(story: &mut Story<'_, '_>) -> Vec<Ranked> {
    let Story { document, entities, stems, occurrences, .. } = story;
    let mut ranked = Vec::new();
    let mut first = 0;
    while first < occurrences.len() {
        let key = occurrences[first].key;
        let end = first + occurrences[first..].iter().take_while(|occurrence| occurrence.key == key).count();
        let group = &occurrences[first..end];
        let score = match group[0].what {
            What::Name(id) => {
                let entity = entities.get(id);
                let full = super::best_written(document, entities, group);
                let kind = match entity.kind {
                    EntityKind::Person => 0.35,
                    EntityKind::Organisation => 0.18,
                    EntityKind::Place => -0.09,
                    EntityKind::Other => -0.56,
                };
                common(document, group, group[full].tokens, stems, &NAME)
                    + kind
                    + SALIENCE * entity.salience
                    + CONFIDENCE * entity.confidence
                    + if entity.roles.is_empty() { 0.0 } else { OFFICE }
                    + if group[full].words == 1 { ONE_WORD } else { 0.0 }
            }
            What::Phrase { begins_with, name } => {
                common(document, group, group[0].tokens, stems, &PHRASE)
                    + LENGTHS[usize::from(group[0].words).min(LENGTHS.len() - 1)]
                    + RARITY * group[0].rarity
                    + if begins_with == Part::Adjective { ADJECTIVE } else { 0.0 }
                    + match name {
                        NameIn::Nowhere => 0.0,
                        NameIn::Front => NAME_IN_FRONT,
                        NameIn::End => NAME_AT_END,
                    }
            }
        };
        ranked.push(Ranked { first, end, score, what: group[0].what });
        first = end;
    }
    ranked.sort_unstable_by(|a, b| {
        let start = |r: &Ranked| occurrences[r.first].tokens.start;
        b.score.total_cmp(&a.score).then_with(|| start(a).cmp(&start(b)))
    });
    ranked
}

/// What phrases and names have in common, with the weights of either.
fn common(
    document: &Document<'_>,
    group: &[Occurrence],
    words: TokenRange,
    stems: &mut Stems,
    weights: &Weights,
) -> f32 {
    /// Keeps the logarithm of nothing from being endless.
    const FLOOR: f32 = 0.5;
    let (mut sum, mut least) = (0.0, f32::MAX);
    for at in words.range().filter(|&at| document.tokens()[at].is_word()) {
        let weight = stems.weight(document, at);
        sum += weight;
        least = weight.min(least);
    }
    let least = if least < f32::MAX { least } else { 0.0 };
    weights.base
        + weights.sum * log2(sum + FLOOR)
        + weights.least * log2(least + FLOOR)
        + weights.frequency * log2(1.0 + group.len() as f32)
        + if group.len() == 1 { weights.once } else { 0.0 }
        + weights.position / (1.0 + group[0].sentence as f32 / 3.0)
}

/// A score as it is shown, between 0 and 1 and in the same order.
pub(super) fn shown(score: f32) -> f32 {
    0.5 + 0.5 * score / (1.0 + score.abs())
}
