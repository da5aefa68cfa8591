//! Training of the name model: annotated text to the bytes of a model file (feature `train`).
//!
//! 1. A linear-chain random field is trained on all text ([`Options`] says how).
//! 2. Two more, each on one half of the documents, read the other half: what they remember of an
//!    article trains the second pass, as it will be at run time on an article never seen.
//! 3. Weights that matter little go, the rest are rounded, and probabilities are calibrated on
//!    what the two halves read.

mod calibrate;
mod conll;
mod encode;
mod learn;
mod prune;
mod recase;

pub use super::feature::Family;
pub use super::letters::{Letters, Style};
pub use conll::read_conll;

use std::fmt;

use super::feature::Template;
use super::label::LABELS;
use super::lane::Transitions;
use super::model::{CALIBRATION, CHECKSUM, FORMAT, MAGIC, Weights, checksum};
use super::rows::{Row, Rows};
use super::{EntityKind, Tagger, label, row_code};
use crate::text::{Document, Span};

/// A text with its names.
#[derive(Debug, Clone)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Its blocks, as [`Document::new`] takes them.
    pub blocks: Vec<Span>,
    /// Its names.
    pub names: Vec<(Span, EntityKind)>,
    /// How much it counts, where 1 is an ordinary annotated text.
    pub weight: f32,
    /// Whether the second pass and the calibration learn from it: whole articles, annotated by hand.
    pub whole: bool,
    /// Whether confidence is calibrated on it.
    pub calibrates: bool,
}

/// How to train.
#[derive(Debug, Clone)]
pub struct Options {
    /// Passes over the text.
    pub epochs: usize,
    /// Step of an update of a weight, before it is divided by the root of the summed squares of its
    /// gradients.
    pub rate: f32,
    /// What those sums begin with. Near 0 the first step is `rate` however small the gradient, and
    /// every label that a rare feature was once weakly confused with keeps such a weight.
    pub caution: f32,
    /// Share of features that are hidden at each step.
    pub dropout: f32,
    /// Seed of the order of the text and of what is hidden.
    pub seed: u64,
    /// Runs over the text from nothing, whose weights are averaged.
    pub runs: usize,
    /// Features that may have weights; each takes some four bytes of the model.
    pub rows: usize,
    /// Whether the weights are for text whose letter case says nothing.
    pub letters: Letters,
    /// Features to leave out, to see what they are worth.
    pub without: Vec<Family>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            epochs: 2,
            rate: 0.1,
            caution: 0.1,
            dropout: 0.2,
            seed: 1,
            runs: 8,
            rows: 360_000,
            letters: Letters::Cased,
            without: Vec::new(),
        }
    }
}

impl Options {
    /// The same for text whose letter case says nothing: fewer weights, since such text is rare, and
    /// fewer runs, since more of its tokens are open.
    #[must_use]
    pub fn caseless(self) -> Self {
        Self { letters: Letters::Caseless, rows: self.rows / 2, runs: self.runs.min(4), ..self }
    }

    fn has(&self, template: Template) -> bool {
        Family::of(template).is_none_or(|family| !self.without.contains(&family))
    }
}

/// Names right, found and wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    /// Found names that are wanted, with their kind.
    pub right: usize,
    /// Found names.
    pub found: usize,
    /// Wanted names.
    pub wanted: usize,
}

impl Score {
    /// Twice the right ones over found and wanted, in percent.
    #[must_use]
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1}", self.f1())
    }
}

/// Trains a model and gives the bytes of its file. `report` is told how it goes.
///
/// The same examples and options give the same bytes.
///
/// # Panics
/// When a thread of it ends without a result, as for want of memory.
#[must_use]
pub fn train(examples: &[Example], options: &Options, report: &(dyn Fn(String) + Sync)) -> Vec<u8> {
    let every: Vec<usize> = (0..examples.len()).collect();
    let (even, odd): (Vec<usize>, Vec<usize>) = every.iter().partition(|&&index| index % 2 == 0);
    let first = |indexes: &[usize], name: &str| {
        let learned = learn::first_pass(examples, indexes, options, &|line| report(format!("{name}: {line}")));
        prune::prune(&learned, options)
    };
    let (whole, halves) = std::thread::scope(|scope| {
        let whole = scope.spawn(|| first(&every, "all"));
        let halves = scope.spawn(|| [first(&odd, "odd half"), first(&even, "even half")]);
        (whole.join().expect("a training thread ended"), halves.join().expect("a training thread ended"))
    });
    // What reads a document is the model that has not seen it.
    let halves = halves.map(|half| half.weights(options.letters));
    let memory = learn::second_pass(examples, &halves, options, report);
    let readers = halves.map(|half| half.with(&memory));
    let calibration = calibrate::fit(examples, &readers);
    let entries = whole.merged(&memory);
    report(format!("{} rows, {} of them for the second pass", entries.len(), memory.len()));
    write(&entries, &whole.transitions, &calibration, options.letters)
}

#[allow(clippy::cast_sign_loss)] // the table holds shares
fn write(
    entries: &[(u32, Row)],
    transitions: &[[f32; LABELS]; LABELS],
    calibration: &[f32; CALIBRATION],
    letters: Letters,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(MAGIC);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(letters.feature_set().to_le_bytes());
    bytes.extend(0u32.to_le_bytes()); // the length, when it is known
    bytes.extend(0u32.to_le_bytes()); // and the checksum
    bytes.extend((label::NAMES.len() as u16).to_le_bytes());
    bytes.extend(label::NAMES.as_bytes());
    for weight in transitions.iter().flatten() {
        bytes.extend(((weight * 256.0).round() as i16).to_le_bytes());
    }
    for step in calibration {
        bytes.extend(((step * f32::from(u16::MAX)).round() as u16).to_le_bytes());
    }
    row_code::write(entries, &mut bytes);
    let length = (bytes.len() as u32).to_le_bytes();
    bytes[8..CHECKSUM].copy_from_slice(&length);
    let sum = checksum(&bytes).to_le_bytes();
    bytes[CHECKSUM..CHECKSUM + 4].copy_from_slice(&sum);
    bytes
}

/// A model of one half, and what it takes to add the second pass to it.
struct Half {
    entries: Vec<(u32, Row)>,
    weights: Weights,
}

impl Half {
    fn with(&self, memory: &[(u32, Row)]) -> Weights {
        let rows = Rows::new(&prune::merge(&self.entries, memory));
        Weights {
            rows,
            transitions: self.weights.transitions.clone(),
            calibration: calibrate::IDENTITY,
            letters: self.weights.letters,
        }
    }
}

impl prune::Pruned {
    fn weights(self, letters: Letters) -> Half {
        let rows = Rows::new(&self.entries);
        let transitions = Transitions::new(&self.transitions);
        Half {
            weights: Weights { rows, transitions, calibration: calibrate::IDENTITY, letters },
            entries: self.entries,
        }
    }

    fn merged(&self, memory: &[(u32, Row)]) -> Vec<(u32, Row)> {
        prune::merge(&self.entries, memory)
    }
}

/// Reads the texts of examples with a model and compares: people, organisations and places
/// together, and other names.
#[must_use]
pub fn evaluate(model: &super::Model, examples: &[&Example]) -> [Score; 5] {
    let mut scores = [Score::default(); 5];
    let mut tagger = Tagger::default();
    for example in examples {
        let document = Document::new(&example.text, &example.blocks);
        let mut wanted = encode::names(&document, example);
        let found = tagger.tag(&document, Style::of(&document), model, crate::Detail::Standard);
        wanted.sort_unstable();
        for &(_, _, kind) in &wanted {
            scores[kind].wanted += 1;
            scores[4].wanted += usize::from(kind != 3);
        }
        for mention in &found {
            let kind = label::KINDS.iter().position(|&kind| kind == mention.kind).unwrap_or(0);
            let name = (mention.tokens.start as usize, mention.tokens.end as usize, kind);
            let right = usize::from(wanted.binary_search(&name).is_ok());
            for index in [Some(kind), (kind != 3).then_some(4)].into_iter().flatten() {
                scores[index].found += 1;
                scores[index].right += right;
            }
        }
    }
    scores
}
