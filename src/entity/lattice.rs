//! Lattice: the best labels of a segment, and how probable each of them is.

// Loops over lanes index several arrays at once; written so, they become vector instructions.
#![allow(clippy::needless_range_loop)]

use super::exp::exp;
use super::label::{self, KINDS, LABELS, Part};
use super::lane::{self, CLOSED, LABEL_OF, LANES, Lanes, NEVER, OF_LABEL, Scores, Transitions};

/// What stands behind a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing that was read: any label that leaves no name open may be the last.
    Free,
    /// A token that is outside, to which the last label makes a step.
    Outside,
}

/// The vectors of a search, kept between segments.
#[derive(Debug, Default, Clone)]
pub(super) struct Lattice {
    /// e to the power of the emissions, less the greatest of each token.
    factors: Vec<Lanes>,
    /// Probabilities of the labels given what came before, and what comes after over that.
    forward: Vec<Lanes>,
    backward: Vec<Lanes>,
    /// What each step of `forward` was divided by.
    norms: Vec<f32>,
    /// For each token the best score of a sequence up to each label.
    best: Vec<Lanes>,
}

impl Lattice {
    /// The best allowed sequence, into `labels`; of two equal ones that of the lower labels.
    pub(super) fn decode(&mut self, emissions: &[Scores], end: End, transitions: &Transitions, labels: &mut Vec<u8>) {
        self.best.clear();
        labels.clear();
        let mut best = [NEVER; LANES];
        best[lane::OUTSIDE] = 0.0;
        for emission in emissions {
            let emission = lane::of_scores(emission);
            best = transitions.best_to_next(&best);
            for lane in 0..LANES {
                best[lane] = (best[lane] + emission[lane]).max(NEVER);
            }
            self.best.push(best);
        }
        let Some((last, others)) = self.best.split_last() else { return };
        let mut lane = lane::OUTSIDE;
        match end {
            End::Free => {
                for candidate in CLOSED {
                    if last[candidate] > last[lane] {
                        lane = candidate;
                    }
                }
            }
            End::Outside => lane = transitions.best_before(last, lane::OUTSIDE),
        }
        labels.push(LABEL_OF[lane]);
        for best in others.iter().rev() {
            lane = transitions.best_before(best, lane);
            labels.push(LABEL_OF[lane]);
        }
        labels.reverse();
    }

    /// Sums over all sequences; afterwards probabilities can be asked.
    pub(super) fn sum(&mut self, emissions: &[Scores], end: End, transitions: &Transitions) {
        self.factors.clear();
        self.forward.clear();
        self.norms.clear();
        let mut last = [0.0; LANES];
        last[lane::OUTSIDE] = 1.0;
        for emission in emissions {
            let mut factors = lane::of_scores(emission);
            // Four at a time: the greatest is the same in any order.
            let mut greatest = [f32::MIN; 4];
            for lane in 0..LANES {
                greatest[lane % 4] = greatest[lane % 4].max(factors[lane]);
            }
            let greatest = greatest[0].max(greatest[1]).max(greatest[2].max(greatest[3]));
            for lane in 0..LANES {
                factors[lane] = exp(factors[lane] - greatest);
            }
            let mut next = transitions.sum_to_next(&last);
            for lane in 0..LANES {
                next[lane] *= factors[lane];
            }
            let norm = OF_LABEL.iter().fold(0.0, |sum, &lane| sum + next[lane]).max(f32::MIN_POSITIVE);
            for lane in 0..LANES {
                next[lane] /= norm;
            }
            self.factors.push(factors);
            self.norms.push(norm);
            self.forward.push(next);
            last = next;
        }
        self.sum_backward(end, transitions);
    }

    fn sum_backward(&mut self, end: End, transitions: &Transitions) {
        let len = self.forward.len();
        self.backward.clear();
        self.backward.resize(len, [0.0; LANES]);
        let Some(last) = self.forward.last() else { return };
        // A name cannot stay open; what is left of the last step is shared by the closed labels.
        let mut after = [0.0; LANES];
        match end {
            End::Free => CLOSED.iter().for_each(|&lane| after[lane] = 1.0),
            End::Outside => {
                after[lane::OUTSIDE] = 1.0;
                after = transitions.sum_to_last(&after);
            }
        }
        let closed = CLOSED.iter().fold(0.0, |sum, &lane| sum + last[lane] * after[lane]);
        for lane in CLOSED {
            after[lane] /= closed.max(f32::MIN_POSITIVE);
        }
        for at in (0..len).rev() {
            self.backward[at] = after;
            if at == 0 {
                break;
            }
            let (factors, norm) = (&self.factors[at], self.norms[at]);
            for lane in 0..LANES {
                after[lane] = after[lane] * factors[lane] / norm;
            }
            after = transitions.sum_to_last(&after);
        }
    }

    /// The probability of each label at a token of the segment.
    pub(super) fn marginals(&self, at: usize) -> Scores {
        let (forward, backward) = (&self.forward[at], &self.backward[at]);
        let mut scores = [0.0; LANES];
        for label in 0..LABELS {
            let lane = OF_LABEL[label];
            scores[label] = forward[lane] * backward[lane];
        }
        scores
    }

    /// The probability that exactly these tokens of the segment are a name of this kind.
    pub(super) fn name(&self, first: usize, last: usize, kind: usize, transitions: &Transitions) -> f32 {
        if first == last {
            let unit = lane::UNIT + kind;
            return self.forward[first][unit] * self.backward[first][unit];
        }
        let mut from = label::label(kind, Part::Begin);
        let mut probability = self.forward[first][lane::lane(from)];
        for at in first + 1..=last {
            let part = if at == last { Part::Last } else { Part::Inside };
            let next = label::label(kind, part);
            probability *= transitions.factor(from, next) * self.factors[at][lane::lane(next)] / self.norms[at];
            from = next;
        }
        probability * self.backward[last][lane::lane(from)]
    }

    /// The probability that `next` at a token of the segment follows `last` at the one before; before
    /// the first stands [`label::OUTSIDE`].
    #[cfg(feature = "train")]
    pub(super) fn pair(&self, at: usize, last: usize, next: usize, transitions: &Transitions) -> f32 {
        let before = match at.checked_sub(1) {
            None => f32::from(u8::from(last == label::OUTSIDE)),
            Some(before) => self.forward[before][lane::lane(last)],
        };
        let lane = lane::lane(next);
        before * transitions.factor(last, next) * self.factors[at][lane] / self.norms[at] * self.backward[at][lane]
    }
}

/// The kinds' shares in the probabilities of the labels, and last that of no name.
pub(super) fn kinds(marginals: &Scores) -> [f32; KINDS.len() + 1] {
    std::array::from_fn(|kind| {
        if kind == KINDS.len() {
            return marginals[label::OUTSIDE];
        }
        let first = label::label(kind, Part::Begin);
        marginals[first] + marginals[first + 1] + marginals[first + 2] + marginals[first + 3]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emissions(len: usize) -> Vec<Scores> {
        let mut state = 7u64;
        (0..len)
            .map(|_| {
                std::array::from_fn(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (state >> 40) as f32 / (1 << 22) as f32 - 2.0
                })
            })
            .collect()
    }

    /// Every allowed sequence with its score.
    fn sequences(emissions: &[Scores], end: End, transitions: &Transitions) -> Vec<(Vec<u8>, f64)> {
        let mut all: Vec<(Vec<u8>, f64)> = vec![(vec![], 0.0)];
        for emission in emissions {
            let mut longer = Vec::new();
            for (labels, score) in &all {
                let last = labels.last().map_or(label::OUTSIDE, |&l| l as usize);
                for next in (0..LABELS).filter(|&next| label::may_follow(last, next)) {
                    let mut labels = labels.clone();
                    labels.push(next as u8);
                    longer.push((labels, score + f64::from(emission[next] + transitions.score(last, next))));
                }
            }
            all = longer;
        }
        all.retain(|(labels, _)| !label::is_open(*labels.last().unwrap() as usize));
        if end == End::Outside {
            for (labels, score) in &mut all {
                *score += f64::from(transitions.score(*labels.last().unwrap() as usize, label::OUTSIDE));
            }
        }
        all
    }

    #[test]
    fn decoding_and_probabilities_equal_those_of_all_sequences_written_out() {
        let weights = std::array::from_fn(|a| std::array::from_fn(|b| ((a * 7 + b * 3) % 5) as f32 / 4.0 - 0.5));
        let transitions = Transitions::new(&weights);
        let emissions = emissions(4);
        for end in [End::Free, End::Outside] {
            let all = sequences(&emissions, end, &transitions);
            let best = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
            let mut lattice = Lattice::default();
            let mut labels = Vec::new();
            lattice.decode(&emissions, end, &transitions, &mut labels);
            assert_eq!(labels, best.0);

            lattice.sum(&emissions, end, &transitions);
            let total: f64 = all.iter().map(|(_, score)| score.exp()).sum();
            let share = |keep: &dyn Fn(&[u8]) -> bool| {
                all.iter().filter(|(labels, _)| keep(labels)).map(|(_, score)| score.exp()).sum::<f64>() / total
            };
            for at in 0..4 {
                let marginals = lattice.marginals(at);
                for label in 0..LABELS {
                    let wanted = share(&|labels| labels[at] as usize == label);
                    assert!((f64::from(marginals[label]) - wanted).abs() < 1e-4, "{at} {label}");
                }
            }
            let wanted = share(&|labels| labels[1..4] == [5, 6, 7]);
            assert!((f64::from(lattice.name(1, 3, 1, &transitions)) - wanted).abs() < 1e-5);
        }
    }
}
