//! Score: which candidates tell what the article is about.
//!
//! A phrase scores
//!
//! ```text
//! log2(1 + frequency) x rarity x words' bonus x position x cohesion
//! ```
//!
//! - *frequency*: occurrences in the story, those in the headline counted three times;
//! - *rarity*: mean inverse document frequency of its words in news, floored at [`RARITY_FLOOR`];
//! - *words' bonus*: [`WORDS`], since two words say what, one says what sort of thing;
//! - *position*: `1 + 2 / (1 + s / 3)`, where `s` sentences stand before the first occurrence;
//! - *cohesion*: the share of occurrences in which the phrase fills its run, so that a part of a
//!   longer phrase gives way to it.
//!
//! A name scores by its entity's salience instead of rarity and cohesion. Then the best are taken
//! one by one; a phrase whose words all stand in one that was taken, or the reverse, is left out.

use super::candidate::Occurrence;
use super::stem::log2;
use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};

const RARITY_FLOOR: f32 = 0.1;
/// Bonus by number of words.
const WORDS: [f32; 5] = [0.0, 0.55, 1.25, 1.2, 0.9];
/// A mention in the headline counts as this many.
const HEADLINE: u32 = 3;
/// What a name weighs against a phrase of words.
const NAME: f32 = 1.5;

/// A candidate with all its occurrences: a range of the sorted list.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) score: f32,
    pub(super) entity: Option<EntityId>,
}

/// Groups the occurrences by phrase and scores each; best first, the earlier one of two equals.
pub(super) fn rank(occurrences: &mut [Occurrence], entities: &Entities<'_>) -> Vec<Ranked> {
    occurrences.sort_unstable_by_key(|occurrence| (occurrence.key, occurrence.tokens.start, occurrence.tokens.end));
    let mut ranked = Vec::new();
    let mut first = 0;
    while first < occurrences.len() {
        let key = occurrences[first].key;
        let end = first + occurrences[first..].iter().take_while(|occurrence| occurrence.key == key).count();
        let group = &occurrences[first..end];
        let entity = group[0].entity;
        let score = score(group, entities);
        if score > 0.0 {
            ranked.push(Ranked { first, end, score, entity });
        }
        first = end;
    }
    ranked.sort_unstable_by(|a, b| {
        let start = |r: &Ranked| occurrences[r.first].tokens.start;
        b.score.total_cmp(&a.score).then_with(|| start(a).cmp(&start(b)))
    });
    ranked
}

fn score(group: &[Occurrence], entities: &Entities<'_>) -> f32 {
    let frequency = group.iter().map(|occurrence| if occurrence.headline { HEADLINE } else { 1 }).sum::<u32>();
    let head = &group[0];
    let position = 1.0 + 2.0 / (1.0 + head.sentence as f32 / 3.0);
    let base = log2(1 + frequency) * position;
    if let Some(id) = head.entity {
        let entity = entities.get(id);
        let kind = match entity.kind {
            EntityKind::Person | EntityKind::Organisation => 1.0,
            EntityKind::Place => 0.8,
            EntityKind::Other => 0.6,
        };
        return NAME * base * kind * (0.2 + entity.salience);
    }
    let whole = group.iter().filter(|occurrence| occurrence.whole).count();
    if whole == 0 {
        return 0.0;
    }
    let cohesion = 0.3 + 0.7 * whole as f32 / group.len() as f32;
    base * WORDS[usize::from(head.words).min(WORDS.len() - 1)] * head.rarity.max(RARITY_FLOOR) * cohesion
}
