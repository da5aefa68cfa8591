//! Lattice: the best labels of a segment, and how probable each of them is.

// Loops over lanes index several arrays at once; written so, they become vector instructions.
#![allow(clippy::needless_range_loop)]

use super::label::{self, KINDS, LABELS, Part};

/// Labels padded to whole vector registers.
pub(super) const LANES: usize = 20;

/// One number for each label; lanes past the last label are never read as one.
pub(super) type Scores = [f32; LANES];

/// Less than any score of a path.
const NEVER: f32 = -1e30;

/// What it costs that one label follows another.
#[derive(Debug, Clone)]
pub(crate) struct Transitions {
    /// `scores[last][next]`
    pub(super) scores: [Scores; LABELS],
    /// e to the power of the scores; 0 for what may not follow.
    factors: [Scores; LABELS],
    /// The same by the next label, `[next][last]`: sums that go backward add whole registers.
    factors_by_next: [Scores; LABELS],
}

impl Transitions {
    /// From the weights of allowed pairs; those of others are ignored.
    pub(super) fn new(weights: &[[f32; LABELS]; LABELS]) -> Self {
        let mut scores = [[NEVER; LANES]; LABELS];
        let mut factors = [[0.0; LANES]; LABELS];
        let mut factors_by_next = [[0.0; LANES]; LABELS];
        for last in 0..LABELS {
            for next in (0..LABELS).filter(|&next| label::may_follow(last, next)) {
                // Bounded, so that a file cannot bring infinities in.
                let weight = weights[last][next].clamp(-20.0, 20.0);
                scores[last][next] = weight;
                factors[last][next] = exp(weight);
                factors_by_next[next][last] = factors[last][next];
            }
        }
        Self { scores, factors, factors_by_next }
    }

    /// The weights of allowed pairs.
    #[cfg(feature = "train")]
    pub(super) fn weights(&self) -> [[f32; LABELS]; LABELS] {
        std::array::from_fn(|last| {
            std::array::from_fn(|next| if label::may_follow(last, next) { self.scores[last][next] } else { 0.0 })
        })
    }
}

/// The vectors of a search, kept between segments.
#[derive(Debug, Default, Clone)]
pub(super) struct Lattice {
    /// e to the power of the emissions, less the greatest of each token.
    factors: Vec<Scores>,
    /// Probabilities of the labels given what came before, and what comes after over that.
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    /// What each step of `forward` was divided by.
    norms: Vec<f32>,
    back: Vec<[u8; LANES]>,
}

impl Lattice {
    /// The best allowed sequence, into `labels`; of two equal ones that of the lower labels.
    pub(super) fn decode(&mut self, emissions: &[Scores], transitions: &Transitions, labels: &mut Vec<u8>) {
        self.back.clear();
        labels.clear();
        let Some(first) = emissions.first() else { return };
        let mut best = [NEVER; LANES];
        for next in 0..LABELS {
            best[next] = transitions.scores[label::OUTSIDE][next] + first[next];
        }
        for emission in &emissions[1..] {
            let mut score = [f32::MIN; LANES];
            let mut back = [0u8; LANES];
            for (last, row) in transitions.scores.iter().enumerate() {
                for next in 0..LANES {
                    let candidate = best[last] + row[next];
                    let better = candidate > score[next];
                    score[next] = if better { candidate } else { score[next] };
                    back[next] = if better { last as u8 } else { back[next] };
                }
            }
            for next in 0..LANES {
                best[next] = (score[next] + emission[next]).max(NEVER);
            }
            self.back.push(back);
        }
        let mut last = label::OUTSIDE;
        for candidate in (0..LABELS).filter(|&candidate| !label::is_open(candidate)) {
            if best[candidate] > best[last] {
                last = candidate;
            }
        }
        labels.push(last as u8);
        for back in self.back.iter().rev() {
            last = back[last] as usize;
            labels.push(last as u8);
        }
        labels.reverse();
    }

    /// Sums over all sequences; afterwards probabilities can be asked. Gives the logarithm of the
    /// sum where training asks for it.
    pub(super) fn sum(&mut self, emissions: &[Scores], transitions: &Transitions) {
        self.factors.clear();
        self.forward.clear();
        self.norms.clear();
        let mut last = [0.0; LANES];
        last[label::OUTSIDE] = 1.0;
        for emission in emissions {
            let mut greatest = emission[0];
            for &score in &emission[1..LABELS] {
                greatest = greatest.max(score);
            }
            let mut factors = [0.0; LANES];
            for lane in 0..LANES {
                factors[lane] = exp(emission[lane] - greatest);
            }
            let mut next = [0.0f32; LANES];
            for (probability, row) in last.iter().zip(&transitions.factors) {
                for lane in 0..LANES {
                    next[lane] += probability * row[lane];
                }
            }
            let mut norm = 0.0;
            for lane in 0..LABELS {
                next[lane] *= factors[lane];
                norm += next[lane];
            }
            let norm = norm.max(f32::MIN_POSITIVE);
            for lane in 0..LANES {
                next[lane] = if lane < LABELS { next[lane] / norm } else { 0.0 };
            }
            self.factors.push(factors);
            self.norms.push(norm);
            self.forward.push(next);
            last = next;
        }
        self.sum_backward(transitions);
    }

    fn sum_backward(&mut self, transitions: &Transitions) {
        let len = self.forward.len();
        self.backward.clear();
        self.backward.resize(len, [0.0; LANES]);
        let Some(last) = self.forward.last() else { return };
        // A name cannot stay open; what is left of the last step is shared by the closed labels.
        let closed: f32 = (0..LABELS).filter(|&l| !label::is_open(l)).map(|l| last[l]).sum();
        let mut after = [0.0; LANES];
        for (lane, value) in after.iter_mut().enumerate().take(LABELS) {
            *value = if label::is_open(lane) { 0.0 } else { 1.0 / closed.max(f32::MIN_POSITIVE) };
        }
        for at in (0..len).rev() {
            self.backward[at] = after;
            if at == 0 {
                break;
            }
            let mut weighted = [0.0; LANES];
            for lane in 0..LABELS {
                weighted[lane] = after[lane] * self.factors[at][lane] / self.norms[at];
            }
            after = [0.0; LANES];
            for (weight, row) in weighted.iter().zip(&transitions.factors_by_next) {
                for lane in 0..LANES {
                    after[lane] += weight * row[lane];
                }
            }
        }
    }

    /// The probability of each label at a token of the segment.
    pub(super) fn marginals(&self, at: usize) -> Scores {
        let mut scores = [0.0; LANES];
        for lane in 0..LABELS {
            scores[lane] = self.forward[at][lane] * self.backward[at][lane];
        }
        scores
    }

    /// The probability that exactly these tokens of the segment are a name of this kind.
    pub(super) fn name(&self, first: usize, last: usize, kind: usize, transitions: &Transitions) -> f32 {
        if first == last {
            let label = label::label(kind, Part::Unit);
            return self.forward[first][label] * self.backward[first][label];
        }
        let mut from = label::label(kind, Part::Begin);
        let mut probability = self.forward[first][from];
        for at in first + 1..=last {
            let part = if at == last { Part::Last } else { Part::Inside };
            let next = label::label(kind, part);
            probability *= transitions.factors[from][next] * self.factors[at][next] / self.norms[at];
            from = next;
        }
        probability * self.backward[last][from]
    }

    /// The probability that `next` at a token of the segment follows `last` at the one before; before
    /// the first stands [`label::OUTSIDE`].
    #[cfg(feature = "train")]
    pub(super) fn pair(&self, at: usize, last: usize, next: usize, transitions: &Transitions) -> f32 {
        let before = if at == 0 { f32::from(u8::from(last == label::OUTSIDE)) } else { self.forward[at - 1][last] };
        before * transitions.factors[last][next] * self.factors[at][next] / self.norms[at] * self.backward[at][next]
    }
}

/// e to the power of `x`, the same on every machine: sums and products of `f32` only, in one order.
/// Within 1 part in 10^5 from -40 to 40, beyond which it stays.
#[allow(clippy::cast_sign_loss, clippy::approx_constant)] // whole + 127 lies in 69 to 185; the first term is ln 2 as rounded
pub(super) fn exp(x: f32) -> f32 {
    let scaled = x.clamp(-40.0, 40.0) * std::f32::consts::LOG2_E;
    // Adding and taking off 1.5 × 2^23 rounds to a whole number without a branch.
    let whole = (scaled + 12_582_912.0) - 12_582_912.0;
    let part = scaled - whole;
    // 2^part on -0.5 to 0.5: the Taylor series of e^(part ln 2).
    let power = 1.0
        + part
            * (0.693_147_2
                + part * (0.240_226_5 + part * (0.055_504_11 + part * (0.009_618_13 + part * 0.001_333_36))));
    power * f32::from_bits((whole + 127.0) as u32 * (1 << 23))
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
    fn sequences(emissions: &[Scores], transitions: &Transitions) -> Vec<(Vec<u8>, f64)> {
        let mut all: Vec<(Vec<u8>, f64)> = vec![(vec![], 0.0)];
        for emission in emissions {
            let mut longer = Vec::new();
            for (labels, score) in &all {
                let last = labels.last().map_or(label::OUTSIDE, |&l| l as usize);
                for next in (0..LABELS).filter(|&next| label::may_follow(last, next)) {
                    let mut labels = labels.clone();
                    labels.push(next as u8);
                    longer.push((labels, score + f64::from(emission[next] + transitions.scores[last][next])));
                }
            }
            all = longer;
        }
        all.retain(|(labels, _)| !label::is_open(*labels.last().unwrap() as usize));
        all
    }

    #[test]
    fn decoding_and_probabilities_equal_those_of_all_sequences_written_out() {
        let weights = std::array::from_fn(|a| std::array::from_fn(|b| ((a * 7 + b * 3) % 5) as f32 / 4.0 - 0.5));
        let transitions = Transitions::new(&weights);
        let emissions = emissions(4);
        let all = sequences(&emissions, &transitions);
        let best = all.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
        let mut lattice = Lattice::default();
        let mut labels = Vec::new();
        lattice.decode(&emissions, &transitions, &mut labels);
        assert_eq!(labels, best.0);

        lattice.sum(&emissions, &transitions);
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

    #[test]
    fn the_exponential_is_close_to_the_true_one() {
        for step in -400..=400 {
            let x = step as f32 / 10.0;
            assert!((f64::from(exp(x)) / f64::from(x).exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }
}
