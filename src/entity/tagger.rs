//! Tagger: document to mentions; the glue, and nothing else.

use super::{Mention, Model};
use crate::detail::Detail;
use crate::text::Document;

/// The vectors of the tagger, kept between articles.
#[derive(Debug, Default, Clone)]
pub(crate) struct Tagger {}

impl Tagger {
    pub(crate) fn tag<'t>(&mut self, _document: &Document<'t>, _model: &Model, _detail: Detail) -> Vec<Mention<'t>> {
        Vec::new()
    }
}
