//! Score: which candidates tell what the article is about.
//!
//! A phrase scores
//!
//! ```text
//! log2(1 + frequency) x position x words x rarity x cohesion x trust
//! ```
//!
//! - *frequency*: occurrences in the story. The headline counts as one: counting it twice or three
//!   times lost half a point, since position already favours it;
//! - *position*: `1 + 2.2 / (1 + s / 3)`, where `s` sentences stand before the first occurrence;
//! - *words*: [`WORDS`], since two words say what, one says what sort of thing;
//! - *rarity*: mean inverse document frequency of its words in news, 0 to 1, plus [`RARITY_FLOOR`];
//! - *cohesion*: rises with the share of occurrences in which the phrase fills its run, so that a
//!   part of a longer phrase gives way to it;
//! - *trust*: [`ONCE`] for a phrase that stands only once.
//!
//! A name scores by its kind and its entity's salience instead of the last four. Then the best are
//! taken one by one; a phrase whose words all stand in a phrase that was taken, or the reverse, is
//! left out, and so is a name that repeats a name.
//!
//! The weights were fitted to the keywords of our annotated training articles (F1 of the first ten
//! 44.3 before, 52.4 now). A fit to them alone reaches 57, nearly all names; these keep phrases in
//! the list, as the older newswire of the keyword benchmarks is tagged.

use super::candidate::Occurrence;
use super::stem::log2;
use crate::alias::Entities;
use crate::entity::{EntityId, EntityKind};

/// What rarity counts for the commonest word.
const RARITY_FLOOR: f32 = 0.1;
/// Weight by number of words.
const WORDS: [f32; 5] = [0.0, 0.45, 1.4, 1.4, 1.0];
/// Weight of the first occurrence, and in how many sentences the half of it is lost.
const POSITION: f32 = 2.2;
const FADES: f32 = 3.0;
/// The least cohesion.
const COHESION_FLOOR: f32 = 0.5;
/// Weight of a phrase that stands once. The strongest of all weights: with 1.0 the first ten score
/// 42 rather than 50, since most phrases of an article stand once and few of those are its theme.
const ONCE: f32 = 0.5;
/// What the salience of a name counts from.
const SALIENCE_FLOOR: f32 = 0.25;

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
    let head = &group[0];
    let frequency = u32::try_from(group.len()).unwrap_or(u32::MAX - 1);
    let position = 1.0 + POSITION / (1.0 + head.sentence as f32 / FADES);
    let base = log2(frequency.saturating_add(1)) * position;
    if let Some(id) = head.entity {
        let entity = entities.get(id);
        let kind = match entity.kind {
            EntityKind::Person | EntityKind::Organisation => 1.7,
            EntityKind::Place => 1.4,
            EntityKind::Other => 0.85,
        };
        return base * kind * (SALIENCE_FLOOR + entity.salience);
    }
    let whole = group.iter().filter(|occurrence| occurrence.whole).count();
    if whole == 0 {
        return 0.0;
    }
    let cohesion = COHESION_FLOOR + (1.0 - COHESION_FLOOR) * whole as f32 / group.len() as f32;
    let trust = if group.len() == 1 { ONCE } else { 1.0 };
    base * WORDS[usize::from(head.words).min(WORDS.len() - 1)] * (head.rarity + RARITY_FLOOR) * cohesion * trust
}
