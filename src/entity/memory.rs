//! Memory: what the first pass read at the other places of a word, for the second.

use super::feature::Template;
use super::label::{self, Part};
use super::lane::Scores;
use super::lattice::kinds;
use super::reading::Reading;
use crate::text::{Document, fold};

/// Shares of the kinds, of no name, and of the end of a person's name; how many places.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    shares: [f32; 6],
    places: f32,
}

impl Tally {
    fn add(&mut self, shares: &[f32; 6]) {
        for (sum, share) in self.shares.iter_mut().zip(shares) {
            *sum += share;
        }
        self.places += 1.0;
    }

    /// The mean of all places but one; none where there is no other.
    fn without(&self, own: Option<&[f32; 6]>) -> Option<([f32; 6], f32)> {
        let places = self.places - f32::from(u8::from(own.is_some()));
        (places > 0.5).then(|| {
            let own = own.unwrap_or(&[0.0; 6]);
            (std::array::from_fn(|i| (self.shares[i] - own[i]) / places), places)
        })
    }
}

/// One, two, or three and more.
fn few(places: f32) -> u64 {
    1 + u64::from(places > 1.5) + u64::from(places > 2.5)
}

/// How sure the other places are, in four steps.
fn step(share: f32) -> u64 {
    match share {
        0.9.. => 3,
        0.5.. => 2,
        0.1.. => 1,
        _ => 0,
    }
}

/// The kind with the greatest share, with its step, as one small number.
fn most(shares: &[f32; 6]) -> u64 {
    let mut best = 0;
    for kind in 1..5 {
        if shares[kind] > shares[best] {
            best = kind;
        }
    }
    (best as u64) << 2 | step(shares[best])
}

/// What the first pass read, by word, by pair of words and by acronym.
#[derive(Debug, Default, Clone)]
pub(super) struct Memory {
    words: Vec<Tally>,
    /// The shares at each token, by its place among the open tokens.
    own: Vec<[f32; 6]>,
    /// Where a token's shares are in `own`; `u32::MAX` for tokens that are not name-like.
    at: Vec<u32>,
    pairs: Vec<(u64, Tally)>,
    acronyms: Vec<(u64, Tally)>,
}

impl Memory {
    pub(super) fn start(&mut self, reading: &Reading) {
        self.words.clear();
        self.words.resize(reading.words.len(), Tally::default());
        self.own.clear();
        self.at.clear();
        self.at.resize(reading.word.len(), u32::MAX);
        self.pairs.clear();
        self.acronyms.clear();
    }

    /// Takes in what the first pass read at a token.
    pub(super) fn add(&mut self, reading: &Reading, token: usize, marginals: &Scores) {
        if !reading.forms[token].is_name_like() {
            return;
        }
        let kinds = kinds(marginals);
        let ends = marginals[label::label(0, Part::Last)];
        let shares = [kinds[0], kinds[1], kinds[2], kinds[3], kinds[4], ends];
        self.words[reading.word[token] as usize].add(&shares);
        self.at[token] = self.own.len() as u32;
        self.own.push(shares);
        if token > 0 && self.at[token - 1] != u32::MAX && reading.run_start[token] < token as u32 {
            let mut tally = Tally::default();
            tally.add(&shares);
            self.pairs.push((pair(reading, token), tally));
        }
    }

    /// Takes in a name of several tokens that the first pass read: it may be shortened elsewhere.
    pub(super) fn add_name(
        &mut self,
        document: &Document<'_>,
        reading: &Reading,
        tokens: std::ops::Range<usize>,
        kind: usize,
    ) {
        let (mut capitals, mut all) = (String::new(), String::new());
        for token in tokens {
            let Some(first) = document.fold(token).chars().next().filter(|c| c.is_alphabetic()) else { continue };
            all.push(first);
            if reading.has_initial(document, token) {
                capitals.push(first);
            }
        }
        let mut tally = Tally::default();
        let mut shares = [0.0; 6];
        shares[kind] = 1.0;
        tally.add(&shares);
        for initials in [&capitals, &all] {
            if initials.len() > 1 && initials.len() < 12 {
                self.acronyms.push((fold::hash(initials), tally));
            }
        }
    }

    /// Ends the first pass: entries of one key are summed.
    pub(super) fn finish(&mut self) {
        for table in [&mut self.pairs, &mut self.acronyms] {
            table.sort_by_key(|entry| entry.0);
            table.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                if same {
                    kept.1.add(&next.1.shares);
                }
                same
            });
        }
    }

    /// Gives what other places say of a token to `sink`.
    pub(super) fn features(
        &self,
        document: &Document<'_>,
        reading: &Reading,
        token: usize,
        mut sink: impl FnMut(Template, u64),
    ) {
        use Template as T;
        let sentence = reading.sentences[reading.sentence[token] as usize];
        let form = u64::from(reading.forms[token].0);
        let neighbour = |at: usize| self.others(reading, at).map(|(shares, _)| most(&shares));
        if token > sentence.start as usize {
            if let Some(most) = neighbour(token - 1) {
                sink(T::MemoryBefore, most << 8 | form);
            }
        }
        if token + 1 < sentence.end as usize {
            if let Some(most) = neighbour(token + 1) {
                sink(T::MemoryAfter, most << 8 | form);
            }
        }
        if !reading.forms[token].is_name_like() {
            return;
        }
        let single = u64::from(reading.run_end[token] - reading.run_start[token] == 1);
        if let Some((shares, places)) = self.others(reading, token) {
            for (kind, &share) in shares.iter().enumerate().take(5) {
                if step(share) > 0 {
                    sink(T::MemoryKind, (kind as u64) << 16 | step(share) << 8 | single);
                    sink(T::MemoryKind, 1 << 32 | (kind as u64) << 16 | step(share) << 8 | form);
                }
            }
            sink(T::MemoryMost, most(&shares) << 16 | few(places) << 8 | single);
            sink(T::MemoryLast, step(shares[5]) << 8 | single);
        }
        let own = self.at[token];
        for (side, second) in [(0, token), (1, token + 1)] {
            if second >= self.at.len() || self.at[second] == u32::MAX || own == u32::MAX || second == 0 {
                continue;
            }
            if self.at[second - 1] == u32::MAX || reading.run_start[second] >= second as u32 {
                continue;
            }
            let Some(tally) = find(&self.pairs, pair(reading, second)) else { continue };
            if let Some((shares, _)) = tally.without(Some(&self.own[self.at[second] as usize])) {
                sink(T::MemoryPair, most(&shares) << 8 | side);
            }
        }
        if let Some(tally) = find(&self.acronyms, document.hash(token)) {
            if document.tokens()[token].span().len() > 1 {
                sink(T::MemoryAcronym, most(&tally.shares) << 8 | form);
            }
        }
    }

    fn others(&self, reading: &Reading, token: usize) -> Option<([f32; 6], f32)> {
        let own = self.at[token];
        if own == u32::MAX {
            return None;
        }
        self.words[reading.word[token] as usize].without(Some(&self.own[own as usize]))
    }
}

fn find(table: &[(u64, Tally)], key: u64) -> Option<&Tally> {
    table.binary_search_by_key(&key, |entry| entry.0).ok().map(|index| &table[index].1)
}

fn pair(reading: &Reading, second: usize) -> u64 {
    u64::from(reading.word[second - 1]) << 32 | u64::from(reading.word[second])
}
