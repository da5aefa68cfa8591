//! Model: the weights of the tagger.

use std::sync::Arc;

use super::feature;
use super::label::{self, LABELS};
use super::lane::{LANES, Scores, Transitions};
use super::letters::{Letters, Style};
use super::rows::{Rows, Sums};
use crate::error::{Error, ErrorKind};
use crate::packed::Reader;

pub(super) const MAGIC: [u8; 4] = *b"ADNM";
pub(super) const FORMAT: u16 = 2;
const WHAT: &str = "name model";

/// Steps of the table that turns a probability of the model into one that held-out news bears out.
pub(super) const CALIBRATION: usize = 33;

/// The weights of the name tagger. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Model {
    weights: Arc<Weights>,
    caseless: Caseless,
}

/// The weights for text whose letter case says nothing.
#[derive(Debug, Clone)]
enum Caseless {
    /// There are none: such text is read as any other.
    Missing,
    /// Those inside the crate, loaded when the first such text comes.
    #[cfg(feature = "embedded-model")]
    Embedded,
    Own(Arc<Weights>),
}

/// What a model file holds.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) rows: Rows,
    pub(super) transitions: Transitions,
    /// For each pass, confidence at 0, 1/32, 2/32 … of [`stretch`]ed probability.
    pub(super) calibration: [f32; CALIBRATION],
    /// The text that they are for.
    pub(super) letters: Letters,
}

#[cfg(feature = "embedded-model")]
static EMBEDDED: once_cell::sync::Lazy<Model> = once_cell::sync::Lazy::new(|| {
    Model::from_bytes(include_bytes!("../../data/ner.bin")).expect("embedded model, checked by tests/generated.rs")
});

/// They are asked for by few articles, so that only those wait for their loading.
#[cfg(feature = "embedded-model")]
static CASELESS: once_cell::sync::Lazy<Model> = once_cell::sync::Lazy::new(|| {
    Model::from_bytes(include_bytes!("../../data/caseless.bin")).expect("embedded model, checked by tests/generated.rs")
});

impl Model {
    /// Reads a model file, as `examples/train.rs` writes it.
    ///
    /// # Errors
    /// When the bytes are no model, of another version, cut short or contradict themselves.
    ///
    /// # Examples
    /// ```
    /// use article_digest::Model;
    ///
    /// let error = Model::from_bytes(b"%PDF-1.7").unwrap_err();
    /// assert_eq!(error.to_string(), "found \"%PDF\" at the start, not the mark of a name model");
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(WHAT, bytes);
        reader.magic(MAGIC)?;
        let found = reader.u16()?;
        if found != FORMAT {
            return Err(ErrorKind::Version { what: WHAT, found, supported: FORMAT }.into());
        }
        let found = reader.u16()?;
        let sets = [Letters::Cased, Letters::Caseless];
        let Some(letters) = sets.into_iter().find(|letters| letters.feature_set() == found) else {
            return Err(ErrorKind::Version {
                what: "feature set of the name model",
                found,
                supported: feature::VERSION,
            }
            .into());
        };
        let wanted = reader.u32()? as usize;
        if wanted != bytes.len() {
            return Err(reader.length(wanted));
        }
        let sum = reader.u32()?;
        let names = reader.u16()? as usize;
        if reader.take(names)? != label::NAMES.as_bytes() {
            return Err(reader.corrupt("its labels are not those of this build"));
        }
        // A fuzzer cannot guess the sum, and is to reach what stands behind it.
        if !cfg!(fuzzing) && sum != checksum(bytes) {
            return Err(reader.corrupt("its bytes do not add up"));
        }
        let mut weights = [[0.0; LABELS]; LABELS];
        for row in &mut weights {
            for weight in row {
                *weight = f32::from(i16::from_le_bytes(reader.u16()?.to_le_bytes())) / 256.0;
            }
        }
        let mut calibration = [0.0; CALIBRATION];
        for step in &mut calibration {
            *step = f32::from(reader.u16()?) / f32::from(u16::MAX);
        }
        let rows = Rows::read(&mut reader)?;
        reader.end()?;
        let transitions = Transitions::new(&weights);
        let weights = Arc::new(Weights { rows, transitions, calibration, letters });
        Ok(Self { weights, caseless: Caseless::Missing })
    }

    /// The model with another for texts whose letter case says nothing: all in capitals, in Title
    /// Case, in small letters. Without one, as [`Model::from_bytes`] gives it, such texts are read
    /// as any other, and many of their names are missed.
    #[must_use]
    pub fn with_caseless(self, caseless: Self) -> Self {
        Self { caseless: Caseless::Own(caseless.weights), ..self }
    }

    /// The weights for texts in one style.
    pub(super) fn weights(&self, style: Option<Style>) -> &Weights {
        match (&self.caseless, style) {
            (_, None) | (Caseless::Missing, _) => &self.weights,
            #[cfg(feature = "embedded-model")]
            (Caseless::Embedded, Some(_)) => &CASELESS.weights,
            (Caseless::Own(weights), Some(_)) => weights,
        }
    }

    /// The model inside the crate, loaded at its first use.
    #[cfg(feature = "embedded-model")]
    #[must_use]
    pub fn embedded() -> Self {
        Self { caseless: Caseless::Embedded, ..EMBEDDED.clone() }
    }
}

/// Where the sum over the bytes behind it stands in a model file.
pub(super) const CHECKSUM: usize = 12;

/// The sum over the bytes of a model file behind the sum: prefix codes would read any bits as some
/// weights.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let chunks = bytes.get(CHECKSUM + 4..).unwrap_or_default().chunks(8);
    let sum = chunks.fold(0u64, |sum, chunk| {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        (sum ^ u64::from_le_bytes(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    });
    (sum >> 32) as u32 ^ sum as u32
}

impl Weights {
    /// The probability that held-out news bears out where the model computes `probability`.
    pub(super) fn calibrate(&self, probability: f32) -> f32 {
        let place = stretch(probability) * (CALIBRATION - 1) as f32;
        #[allow(clippy::cast_sign_loss)] // between 0 and 32
        let step = (place as usize).min(CALIBRATION - 2);
        let part = place - step as f32;
        self.calibration[step] + (self.calibration[step + 1] - self.calibration[step]) * part
    }
}

/// A probability on a scale that is finer near 1, where most names are: 0 to 1.
pub(super) fn stretch(probability: f32) -> f32 {
    1.0 - (1.0 - probability.clamp(0.0, 1.0)).sqrt().sqrt()
}

/// Sums of advantages as scores; that of no name is 0.
pub(super) fn scores(sums: &Sums) -> Scores {
    let mut scores = [0.0; LANES];
    for (score, &sum) in scores[label::OUTSIDE + 1..].iter_mut().zip(sums) {
        *score = f32::from(sum) * Rows::UNIT;
    }
    scores
}
