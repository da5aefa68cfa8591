//! Faces of a digest; they use only its public API.

#[cfg(feature = "serde")]
mod json;
mod markdown;

#[cfg(feature = "serde")]
pub use json::{Json, Offsets};
pub use markdown::Markdown;
