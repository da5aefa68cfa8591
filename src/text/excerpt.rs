//! Words of the article together with their place in it.

use std::borrow::Cow;

use super::Span;

/// Words of the article and where they stand. `&article[excerpt.span()] == excerpt.text()`.
///
/// Every result of the crate is built from excerpts. They borrow the article; `into_owned`
/// copies the words, so that a digest can outlive its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Excerpt<'t> {
    text: Cow<'t, str>,
    span: Span,
}

impl<'t> Excerpt<'t> {
    pub(crate) fn new(article: &'t str, span: Span) -> Self {
        Self { text: Cow::Borrowed(&article[span]), span }
    }

    /// The words as the article has them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where they stand.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The same words, no longer borrowed from the article.
    #[must_use]
    pub fn into_owned(self) -> Excerpt<'static> {
        Excerpt { text: Cow::Owned(self.text.into_owned()), span: self.span }
    }
}
