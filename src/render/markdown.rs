//! A digest as a Markdown briefing.

use std::fmt;

use crate::digest::Digest;

/// A digest as Markdown: a borrowed [`Display`](fmt::Display), made by [`Digest::markdown`].
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'d, 't>(&'d Digest<'t>);

impl<'t> Digest<'t> {
    /// The digest as a Markdown briefing.
    #[must_use]
    pub fn markdown(&self) -> Markdown<'_, 't> {
        Markdown(self)
    }
}

impl fmt::Display for Markdown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for entity in self.0.entities() {
            writeln!(f, "- {} ({})", entity.name(), entity.kind().as_str())?;
        }
        Ok(())
    }
}
