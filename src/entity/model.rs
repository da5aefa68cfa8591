//! Model: the weights of the tagger.

use crate::error::{Error, ErrorKind};

/// The weights of the name tagger. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Model {}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// When the bytes are no model, of another version, cut short or contradict themselves.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let found: [u8; 4] = std::array::from_fn(|i| bytes.get(i).copied().unwrap_or(0));
        Err(ErrorKind::Magic { what: "name model", found }.into())
    }

    /// The model inside the crate.
    #[cfg(feature = "embedded-model")]
    #[must_use]
    pub fn embedded() -> Self {
        Self {}
    }
}
