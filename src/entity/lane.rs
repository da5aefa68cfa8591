//! Lanes: the labels in groups that vector registers take whole, and what it costs that one label
//! follows another.
//!
//! A name that is open goes on as a name of its kind; else anything begins. Of 17 × 17 pairs of
//! labels that leaves 97. With the labels grouped by part, the step from one token to the next takes
//! 31 registers of four kinds, where a full table takes 85.

// Loops over lanes index several arrays at once; written so, they become vector instructions.
#![allow(clippy::needless_range_loop)]

use super::exp::exp;
use super::label::{self, KINDS, LABELS, Part};

/// Labels padded to whole vector registers.
pub(super) const LANES: usize = 20;

/// A number for each label, in the order of the labels; what stands past the last is never read.
pub(super) type Scores = [f32; LANES];

/// A number for each label, by groups of the four kinds: begin, unit, outside, last, inside. The
/// group of outside has one label and three that stand idle.
pub(super) type Lanes = [f32; LANES];

pub(super) const BEGIN: usize = 0;
pub(super) const UNIT: usize = 4;
pub(super) const OUTSIDE: usize = 8;
pub(super) const LAST: usize = 12;
pub(super) const INSIDE: usize = 16;

/// Less than any score of a path.
pub(super) const NEVER: f32 = -1e30;

/// The lane of a label.
pub(super) const fn lane(label: usize) -> usize {
    match label::meaning(label) {
        None => OUTSIDE,
        Some((kind, Part::Begin)) => BEGIN + kind,
        Some((kind, Part::Inside)) => INSIDE + kind,
        Some((kind, Part::Last)) => LAST + kind,
        Some((kind, Part::Unit)) => UNIT + kind,
    }
}

/// The lanes of all labels, in their order.
pub(super) const OF_LABEL: [usize; LABELS] = {
    let mut lanes = [0; LABELS];
    let mut label = 0;
    while label < LABELS {
        lanes[label] = lane(label);
        label += 1;
    }
    lanes
};

/// The label of each lane; outside for those that stand idle.
pub(super) const LABEL_OF: [u8; LANES] = {
    let mut labels = [label::OUTSIDE as u8; LANES];
    let mut label = 0;
    while label < LABELS {
        labels[lane(label)] = label as u8;
        label += 1;
    }
    labels
};

/// How many labels leave no name open, and how many need none open before them.
const FREE: usize = 1 + 2 * KINDS.len();

/// Labels after which no name is open, in their order: sums of floats depend on theirs.
pub(super) const CLOSED: [usize; FREE] = {
    let (mut lanes, mut label, mut found) = ([0; FREE], 0, 0);
    while label < LABELS {
        if !label::is_open(label) {
            lanes[found] = lane(label);
            found += 1;
        }
        label += 1;
    }
    lanes
};

/// Labels that need no open name before them, in their order.
const STARTING: [usize; FREE] = {
    let (mut lanes, mut label, mut found) = ([0; FREE], 0, 0);
    while label < LABELS {
        if label::may_follow(label::OUTSIDE, label) {
            lanes[found] = lane(label);
            found += 1;
        }
        label += 1;
    }
    lanes
};

/// Lanes of three registers: from begin to outside, or from unit to last.
const WIDTH: usize = 12;

/// Scores in the order of the lanes; the idle ones are as outside.
pub(super) fn of_scores(scores: &Scores) -> Lanes {
    let mut lanes = [scores[label::OUTSIDE]; LANES];
    for label in 0..LABELS {
        lanes[OF_LABEL[label]] = scores[label];
    }
    lanes
}

/// What it costs that one label follows another.
#[derive(Debug, Clone)]
pub(crate) struct Transitions {
    scores: Steps,
    /// e to the power of the scores.
    factors: Steps,
    /// The factors where no name is open once more, by the label that starts, to those before it.
    before_starting: [[f32; WIDTH]; FREE],
}

/// A number for each pair of labels of which the second may follow the first.
#[derive(Debug, Clone)]
struct Steps {
    /// From each closed label to the lanes of begin, unit and outside.
    after_closed: [[f32; WIDTH]; FREE],
    // By kind.
    begin_to_inside: [f32; KINDS.len()],
    inside_to_inside: [f32; KINDS.len()],
    begin_to_last: [f32; KINDS.len()],
    inside_to_last: [f32; KINDS.len()],
}

impl Steps {
    /// From the number of each allowed pair of labels; `idle` stands in lanes without a label.
    fn new(idle: f32, number: impl Fn(usize, usize) -> f32) -> Self {
        let label = |lane: usize| usize::from(LABEL_OF[lane]);
        let to_start = |last: usize| {
            let mut row = [idle; WIDTH];
            for next in STARTING {
                row[next - BEGIN] = number(label(last), label(next));
            }
            row
        };
        let of_kinds = |last: Part, next: Part| {
            std::array::from_fn(|kind| number(label::label(kind, last), label::label(kind, next)))
        };
        Self {
            after_closed: CLOSED.map(to_start),
            begin_to_inside: of_kinds(Part::Begin, Part::Inside),
            inside_to_inside: of_kinds(Part::Inside, Part::Inside),
            begin_to_last: of_kinds(Part::Begin, Part::Last),
            inside_to_last: of_kinds(Part::Inside, Part::Last),
        }
    }

    /// The number of a pair of labels, if the second may follow the first.
    fn get(&self, last: usize, next: usize) -> Option<f32> {
        label::may_follow(last, next).then(|| match (label::meaning(last), label::meaning(next)) {
            (Some((kind, Part::Begin)), Some((_, Part::Inside))) => self.begin_to_inside[kind],
            (Some((kind, Part::Begin)), _) => self.begin_to_last[kind],
            (Some((kind, Part::Inside)), Some((_, Part::Inside))) => self.inside_to_inside[kind],
            (Some((kind, Part::Inside)), _) => self.inside_to_last[kind],
            (None, _) => self.after_closed[0][lane(next)],
            (Some((kind, Part::Last)), _) => self.after_closed[1 + 2 * kind][lane(next)],
            (Some((kind, Part::Unit)), _) => self.after_closed[2 + 2 * kind][lane(next)],
        })
    }
}

impl Transitions {
    /// From the weights of allowed pairs; those of others are ignored.
    pub(super) fn new(weights: &[[f32; LABELS]; LABELS]) -> Self {
        // Bounded, so that a file cannot bring infinities in.
        let scores = Steps::new(NEVER, |last, next| weights[last][next].clamp(-20.0, 20.0));
        let factors = Steps::new(0.0, |last, next| exp(weights[last][next].clamp(-20.0, 20.0)));
        let before_starting = STARTING.map(|next| {
            let mut row = [0.0; WIDTH];
            for (last, to) in CLOSED.iter().zip(&factors.after_closed) {
                row[last - UNIT] = to[next - BEGIN];
            }
            row
        });
        Self { scores, factors, before_starting }
    }

    /// The weights of allowed pairs.
    #[cfg(feature = "train")]
    pub(super) fn weights(&self) -> [[f32; LABELS]; LABELS] {
        std::array::from_fn(|last| std::array::from_fn(|next| self.scores.get(last, next).unwrap_or(0.0)))
    }

    /// The score of a pair of labels.
    #[cfg(test)]
    pub(super) fn score(&self, last: usize, next: usize) -> f32 {
        self.scores.get(last, next).unwrap_or(NEVER)
    }

    /// e to the power of the score of a pair of labels; 0 for what may not follow.
    pub(super) fn factor(&self, last: usize, next: usize) -> f32 {
        self.factors.get(last, next).unwrap_or(0.0)
    }

    /// Sums of what leads to each label from the label before.
    pub(super) fn sum_to_next(&self, last: &Lanes) -> Lanes {
        let (mut next, steps) = ([0.0; LANES], &self.factors);
        let mut starting = [0.0; WIDTH];
        for (&lane, row) in CLOSED.iter().zip(&steps.after_closed) {
            for to in 0..WIDTH {
                starting[to] += last[lane] * row[to];
            }
        }
        next[BEGIN..BEGIN + WIDTH].copy_from_slice(&starting);
        for kind in 0..KINDS.len() {
            let (begin, inside) = (last[BEGIN + kind], last[INSIDE + kind]);
            next[INSIDE + kind] = begin * steps.begin_to_inside[kind] + inside * steps.inside_to_inside[kind];
            next[LAST + kind] = begin * steps.begin_to_last[kind] + inside * steps.inside_to_last[kind];
        }
        next
    }

    /// Sums of what leads to each label from the label after.
    pub(super) fn sum_to_last(&self, next: &Lanes) -> Lanes {
        let (mut last, steps) = ([0.0; LANES], &self.factors);
        let mut closed = [0.0; WIDTH];
        for (&lane, row) in STARTING.iter().zip(&self.before_starting) {
            for to in 0..WIDTH {
                closed[to] += next[lane] * row[to];
            }
        }
        last[UNIT..UNIT + WIDTH].copy_from_slice(&closed);
        for kind in 0..KINDS.len() {
            let (inside, ends) = (next[INSIDE + kind], next[LAST + kind]);
            last[BEGIN + kind] = inside * steps.begin_to_inside[kind] + ends * steps.begin_to_last[kind];
            last[INSIDE + kind] = inside * steps.inside_to_inside[kind] + ends * steps.inside_to_last[kind];
        }
        last
    }

    /// The best score that leads to each label.
    pub(super) fn best_to_next(&self, best: &Lanes) -> Lanes {
        let (mut next, steps) = ([NEVER; LANES], &self.scores);
        let mut starting = [f32::MIN; WIDTH];
        for (&lane, row) in CLOSED.iter().zip(&steps.after_closed) {
            for to in 0..WIDTH {
                let score = best[lane] + row[to];
                starting[to] = if score > starting[to] { score } else { starting[to] };
            }
        }
        next[BEGIN..BEGIN + WIDTH].copy_from_slice(&starting);
        for kind in 0..KINDS.len() {
            let (begin, inside) = (best[BEGIN + kind], best[INSIDE + kind]);
            let greater = |begin: f32, inside: f32| if inside > begin { inside } else { begin };
            next[INSIDE + kind] = greater(begin + steps.begin_to_inside[kind], inside + steps.inside_to_inside[kind]);
            next[LAST + kind] = greater(begin + steps.begin_to_last[kind], inside + steps.inside_to_last[kind]);
        }
        next
    }

    /// The lane that the best score of a lane came from; of two equal ones that of the lower label.
    pub(super) fn best_before(&self, best: &Lanes, to: usize) -> usize {
        let steps = &self.scores;
        if to < LAST {
            let scores = CLOSED.iter().zip(&steps.after_closed).map(|(&lane, row)| (lane, best[lane] + row[to]));
            return scores.fold((OUTSIDE, f32::MIN), |most, next| if next.1 > most.1 { next } else { most }).0;
        }
        let kind = to % KINDS.len();
        let (after_begin, after_inside) = if to < INSIDE {
            (steps.begin_to_last[kind], steps.inside_to_last[kind])
        } else {
            (steps.begin_to_inside[kind], steps.inside_to_inside[kind])
        };
        let (begin, inside) = (BEGIN + kind, INSIDE + kind);
        if best[inside] + after_inside > best[begin] + after_begin { inside } else { begin }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_a_lane_of_its_own_and_every_pair_its_number() {
        assert!((0..LABELS).all(|label| usize::from(LABEL_OF[OF_LABEL[label]]) == label));
        let label = |lane: &usize| usize::from(LABEL_OF[*lane]);
        assert!(CLOSED.iter().map(label).eq((0..LABELS).filter(|&label| !label::is_open(label))));
        assert!(STARTING.iter().map(label).eq((0..LABELS).filter(|&next| label::may_follow(label::OUTSIDE, next))));
        let weights = std::array::from_fn(|last| std::array::from_fn(|next| (last * LABELS + next) as f32 / 32.0));
        let transitions = Transitions::new(&weights);
        for last in 0..LABELS {
            for next in 0..LABELS {
                let allowed = label::may_follow(last, next);
                let wanted = if allowed { weights[last][next] } else { NEVER };
                assert_eq!(transitions.score(last, next).to_bits(), f32::to_bits(wanted));
                assert_eq!(transitions.factor(last, next) > 0.0, allowed);
            }
        }
    }

    #[test]
    fn sums_and_best_scores_are_those_of_the_full_table() {
        let weights = std::array::from_fn(|a| std::array::from_fn(|b| ((a * 7 + b * 3) % 11) as f32 / 4.0 - 1.0));
        let transitions = Transitions::new(&weights);
        let scores: Scores = std::array::from_fn(|label| ((label * 5) % 7) as f32 / 8.0);
        let lanes = of_scores(&scores);
        let (to_next, to_last) = (transitions.sum_to_next(&lanes), transitions.sum_to_last(&lanes));
        let best = transitions.best_to_next(&lanes);
        for label in 0..LABELS {
            let lane = lane(label);
            // Added in the order of the labels, to the last bit.
            let wanted = (0..LABELS).fold(0.0, |sum, last| sum + scores[last] * transitions.factor(last, label));
            assert_eq!(to_next[lane].to_bits(), f32::to_bits(wanted));
            let wanted = (0..LABELS).fold(0.0, |sum, next| sum + scores[next] * transitions.factor(label, next));
            assert_eq!(to_last[lane].to_bits(), f32::to_bits(wanted));
            let mut wanted = (f32::MIN, 0);
            for last in 0..LABELS {
                let score = scores[last] + transitions.score(last, label);
                if score > wanted.0 {
                    wanted = (score, last);
                }
            }
            let before = transitions.best_before(&lanes, lane);
            assert_eq!((best[lane], usize::from(LABEL_OF[before])), wanted);
        }
    }
}
